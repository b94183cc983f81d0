"""A floe in a polar sea."""

import numpy as np

from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.backdrop import Range, mountains
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import rocks
from kinema.engines.scene.stage.kit import here, put
from kinema.engines.scene.stage.land import (
    Relief,
    Values,
    ground_of,
    land,
    mixed,
)
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Bounds, Place
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.sets.sea import roughness

LEVEL = -0.75
"""Height of the sea below the floe's top, metres."""


def iceberg(brief: Brief) -> Place:
    """Build a floe to stand on, in a polar sea with bergs."""
    size = brief.clear * 1.9 + 3.5
    relief = _floe(brief, size)
    floe = land(
        relief, _paint, bearings=np.linspace(0, 2 * np.pi, 110),
        reach=np.linspace(0, size * 1.25, 46), material=Material.SNOW,
    )  # fmt: skip
    chain = Range(near=500, far=1500, height=190, width=260, snowline=-50.0, foot=(0.6, 0.68, 0.8),
                  rock=(0.28, 0.33, 0.42), columns=140, base=-14)  # fmt: skip
    scenery = [here("floe", floe), *_adrift(brief, size), mountains(chain, brief.seed % 977)]
    return Place(
        kind=brief.setting.kind,
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        water=Water(level=LEVEL, deep=(0.006, 0.05, 0.075), shallow=(0.04, 0.22, 0.26),
                    wave=roughness(brief, 0.14)),
        path=((-size * 0.6, 0.0, -size * 0.5), (0.0, 0.0, 0.0), (0.0, 0.0, size * 0.8)),
        cross=((-size * 0.85, 0.0, 0.0), (size * 0.85, 0.0, 0.0)),
        bounds=Bounds(low=(-80, 0.1, -40), high=(80, 80, 80)),
        extent=max(36.0, size * 3),
    )  # fmt: skip


def _floe(brief: Brief, size: float) -> Relief:
    def relief(x: Values, z: Values) -> Values:
        turn = np.arctan2(x, z)
        edge = 1 + 0.1 * np.sin(turn * 3 + 1) + 0.06 * np.sin(turn * 7) + 0.03 * np.sin(turn * 17)
        inside = 1 - np.hypot(x, z * 1.15) / (size * edge)
        level = smooth(np.hypot(x, z), brief.clear * 0.5, brief.clear * 1.3)
        top = 0.16 * (fractal(x / 2.5, z / 2.5, 6) - 0.5) * level
        rim = top - 0.25 * smooth(inside, 0.08, 0.0)
        return np.asarray(np.where(inside > 0, rim, -3.0), np.float64)

    return relief


def _paint(x: Values, y: Values, z: Values, up: Values) -> Values:
    del up
    snow = mixed((0.70, 0.78, 0.87), (0.88, 0.92, 0.97), fractal(x / 1.8, z / 1.8, 9))
    blue = smooth(y, -0.12, -0.9)[:, None]
    return np.asarray(snow * (1 - blue) + np.array([0.16, 0.47, 0.62]) * blue, np.float64)


def _adrift(brief: Brief, size: float) -> list[Placed]:
    """Return bergs all round and flat floes between."""
    random = brief.chance("ice")
    bergs = models(
        "berg",
        [
            rocks.berg(random, radius=9, height=random.uniform(6, 12), spires=n + 2)
            for n in range(4)
        ],
    )
    placed = []
    for n in range(13):
        angle = (n - 6) * 0.2 + float(random.normal(0, 0.06))
        reach = float(random.uniform(size * 1.9 + 12, 150)) if n % 3 else size * 1.6 + 16
        at = (np.sin(angle) * reach, LEVEL, -np.cos(angle) * reach)
        placed.append(put(bergs[n % 4], at, yaw=n * 1.7, scale=float(random.uniform(0.6, 1.6))))
    floes = models("floe", [_flat(random) for _ in range(3)])
    turn, away = random.uniform(-1.3, 1.3, 22), random.uniform(size + 2.5, size * 2 + 46, 22)
    points = np.stack([np.sin(turn) * away, -np.cos(turn) * away], 1)
    return [*placed, *planted(floes, points, _sea, random, scale=(0.5, 1.8), sink=0)]


def _sea(x: Values, z: Values) -> Values:
    return np.asarray(np.full(np.shape(x + z), LEVEL + 0.05), np.float64)


def _flat(random: np.random.Generator) -> Mesh:
    return rocks.rock(
        random, size=1.6, squash=(1, 0.16, 0.8), dark=(0.5, 0.66, 0.78), light=(0.85, 0.9, 0.95),
        material=Material.SNOW,
    )  # fmt: skip
