"""The moon, the earth above it."""

import numpy as np

from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import clearing
from kinema.engines.scene.stage.dress import rocks
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.land import Relief, Values, angles, ground_of, land, mixed, rings
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import Clearing, fan


def moon(brief: Brief) -> Place:
    """Build grey dust with craters, hills at the edge and the earth in a black sky."""
    way = clearing(brief)
    relief = _relief(brief, _craters(brief, way))
    ground = land(relief, _dust, bearings=angles(190, 50), reach=rings(1.2, 520, 108))
    random = brief.chance("stones")
    stones = models("moon rock", [_stone(random) for _ in range(4)])
    spots = fan(random, 110, near=2.2, far=70, half_angle=1.4, clearing=way, apart=0.4, size=0.3)
    scenery = [here("ground", ground, shadow=False)]
    scenery += planted(stones, spots, relief, random, scale=(0.2, 1.8), sink=0.12)
    if brief.allows("earth", "planet"):
        globe = solid("earth", rocks.earth(brief.chance("earth"), 1.0))
        scenery.append(put(globe, (-118, 128, -420), yaw=0.6, tilt=0.4, scale=56, shadow=False))
    return Place(
        kind="moon",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        extent=max(30.0, brief.clear * 6),
    )


def _stone(random: np.random.Generator) -> Mesh:
    dark, light = (0.13, 0.13, 0.13), (0.33, 0.325, 0.32)
    return rocks.rock(random, size=0.4, dark=dark, light=light, facets=False)


def _craters(brief: Brief, way: Clearing) -> Values:
    """Return (x, z, radius) rows; none reaches the heroes' place."""
    random = brief.chance("craters")
    near = brief.clear + 2
    at = fan(random, 46, near=near, far=90, half_angle=1.5, clearing=way, apart=1, size=1)
    away = np.hypot(at[:, 0], at[:, 1])
    sizes = np.maximum(random.uniform(0.6, 2.6, len(at)) * (1 + away / 26), away * 0.13)
    keep = away - sizes * 1.7 > brief.clear
    return np.concatenate([at[keep], sizes[keep, None]], 1)


def _relief(brief: Brief, craters: Values) -> Relief:
    seed = brief.seed % 977

    def relief(x: Values, z: Values) -> Values:
        distance = np.hypot(x, z)
        level = smooth(distance, brief.clear, brief.clear + 6)
        height = 0.5 * (fractal(x / 7, z / 7, seed, 4) - 0.5) * level
        for cx, cz, size in craters:
            d = np.hypot(x - cx, z - cz) / size
            bowl = np.where(d < 1, d * d * 1.5 - 1.0, 0) + 0.55 * np.exp(-(((d - 1.05) / 0.3) ** 2))
            height = height + np.where(d < 1.8, size * 0.17 * bowl, 0)
        far = 46 * ridges(x / 95, z / 95, seed + 5, 5) * smooth(distance, 105, 330)
        return np.asarray(height + far, np.float64)

    return relief


def _dust(x: Values, y: Values, z: Values, up: Values) -> Values:
    del y
    share = np.clip(fractal(x / 4, z / 4, 2, 5) * 1.5 - 0.25, 0, 1)
    colour = mixed((0.17, 0.168, 0.165), (0.37, 0.36, 0.35), share)
    return np.asarray(colour * (0.75 + 0.25 * up[:, None]), np.float64)
