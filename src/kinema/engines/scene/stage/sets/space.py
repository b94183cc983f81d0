"""Open space."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Camera, Placed
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import sheet
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import rocks
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.land import ground_of
from kinema.engines.scene.stage.place import Air, Bounds, Medium, Place, Weather
from kinema.engines.scene.stage.planting import models
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.sprites import sprites, together

NEBULAE: tuple[tuple[Rgb, Rgb], ...] = (
    ((0.34, 0.05, 0.30), (0.04, 0.16, 0.36)),
    ((0.40, 0.13, 0.05), (0.12, 0.05, 0.30)),
    ((0.03, 0.26, 0.26), (0.22, 0.05, 0.32)),
)


BANDS: tuple[tuple[Rgb, Rgb, Rgb], ...] = (
    ((0.55, 0.36, 0.20), (0.75, 0.62, 0.45), (0.40, 0.18, 0.10)),
    ((0.16, 0.30, 0.50), (0.38, 0.56, 0.70), (0.75, 0.80, 0.85)),
    ((0.46, 0.22, 0.34), (0.70, 0.45, 0.45), (0.85, 0.70, 0.50)),
)


def _nebula(brief: Brief) -> Weather:
    """Return clouds of glowing gas in the far distance, in which the stars still show."""
    random = brief.chance("nebula")
    first, second = NEBULAE[int(random.integers(len(NEBULAE)))]
    count = 110
    along = random.uniform(-1.2, 1.2, count)
    tilt, bend = float(random.uniform(-0.35, 0.35)), float(random.uniform(0, 6.28))
    arm = np.where(np.arange(count) % 3 == 0, -0.5, 1.0)
    across = (
        tilt * along + 0.10 * np.sin(along * 3.2 + bend) * arm + random.normal(0.08, 0.085, count)
    )
    reach = 900.0
    at = np.stack([np.sin(along) * reach, across * reach, -np.cos(along) * reach], 1)
    share = np.clip(0.5 + 0.5 * np.sin(along * 2.7 + bend) + random.normal(0, 0.15, count), 0, 1)
    colours = np.asarray(first) * (1 - share[:, None]) + np.asarray(second) * share[:, None]
    sizes = random.uniform(95, 260, count)
    rows = sprites(at, radius=sizes, colour=colours, alpha=17.0 / sizes, glow=1.0)

    def glowing(time: float, camera: Camera) -> Air:
        del time, camera
        return Air(sprites=rows)

    return glowing


def _rings(inner: float, outer: float) -> Mesh:
    """Return the flat ring of a planet, both sides."""
    turn = np.linspace(0, 2 * math.pi, 97)[:-1]
    reach = np.linspace(inner, outer, 9)
    r, t = np.meshgrid(reach, turn, indexing="ij")
    points = np.stack([np.sin(t) * r, 0 * r, np.cos(t) * r], -1)
    tone = np.array([0.2, 0.5, 0.62, 0.3, 0.06, 0.55, 0.48, 0.3, 0.1])[:, None, None]
    colours = np.asarray((0.9, 0.78, 0.62)) * np.broadcast_to(tone, (9, 96, 1))
    return sheet(points, colours, material=Material.LEAF, around=True)


def space(brief: Brief) -> Place:
    """Build open space: a ringed planet, a moon, asteroids and a nebula behind."""
    random = brief.chance("planets")
    scenery: list[Placed] = []
    bands = BANDS[int(random.integers(len(BANDS)))]
    side = float(random.choice((-1.0, 1.0)))
    if brief.allows("planet", "planets"):
        planet = solid("planet", rocks.globe(random, 1.0, bands))
        at = (side * 190.0, 66.0, -520.0)
        scenery.append(put(planet, at, tilt=0.35, scale=120, shadow=False))
        scenery.append(
            put(solid("rings", _rings(1.35, 2.15)), at, yaw=0.5, tilt=0.42, scale=120, shadow=False)
        )
        small = solid("moon", rocks.rock(random, size=1, squash=(1, 1, 1), detail=3, facets=False))
        scenery.append(put(small, (-side * 130, -42, -380), scale=22, shadow=False))
    kinds = models(
        "asteroid", [rocks.rock(random, size=1.0, squash=(1, 0.8, 0.9), detail=3) for _ in range(4)]
    )
    for _ in range(30):
        angle, reach = (
            float(random.uniform(-1.1, 1.1)),
            float(random.uniform(brief.clear * 2 + 9, 150)),
        )
        y = float(random.normal(-0.04, 0.16)) * reach
        at = (math.sin(angle) * reach, y, -math.cos(angle) * reach)
        size = float(random.uniform(0.2, 1.0)) ** 2 * reach * 0.035
        scenery.append(
            put(
                kinds[int(random.integers(4))],
                at,
                yaw=float(random.uniform(0, 6)),
                tilt=float(random.uniform(0, 6)),
                scale=size,
            )
        )
    return Place(
        kind="space",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(lambda x, z: np.full(np.shape(x + z), -1000.0)),
        clear=brief.clear,
        medium=Medium.SPACE,
        path=((side * -30.0, 8.0, -80.0), (0.0, 0.0, 0.0), (2.0, -0.5, 10.0)),
        bounds=Bounds(low=(-200, -200, -200), high=(200, 200, 200)),
        weather=together(_nebula(brief), drifting(brief.seed, drift.STARDUST)),
        extent=max(30.0, brief.clear * 6),
    )
