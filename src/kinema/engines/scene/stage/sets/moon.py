"""The moon, the earth above it."""

import numpy as np

from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import clearing
from kinema.engines.scene.stage.dress import rocks
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.land import Values, angles, ground_of, land, mixed, rings
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import fan


def moon(brief: Brief) -> Place:
    """Build grey dust with craters, hills at the edge and the earth in a black sky."""
    random = brief.chance("craters")
    way = clearing(brief)
    small = fan(
        random, 46, near=brief.clear + 2, far=90, half_angle=1.5, clearing=way, apart=1, size=1
    )
    sizes = random.uniform(0.6, 2.6, len(small)) * (1 + np.hypot(*small.T) / 26)
    sizes = np.maximum(sizes, np.hypot(*small.T) * 0.13)
    keep = np.hypot(*small.T) - sizes * 1.7 > brief.clear
    craters = np.concatenate([small[keep], sizes[keep, None]], 1)
    seed = brief.seed % 977

    def relief(x: Values, z: Values) -> Values:
        distance = np.hypot(x, z)
        height = (
            0.5
            * (fractal(x / 7, z / 7, seed, 4) - 0.5)
            * smooth(distance, brief.clear, brief.clear + 6)
        )
        for cx, cz, size in craters:
            d = np.hypot(x - cx, z - cz) / size
            bowl = np.where(d < 1, d * d * 1.5 - 1.0, 0) + 0.55 * np.exp(-(((d - 1.05) / 0.3) ** 2))
            height = height + np.where(d < 1.8, size * 0.17 * bowl, 0)
        far = 46 * ridges(x / 95, z / 95, seed + 5, 5) * smooth(distance, 105, 330)
        return np.asarray(height + far, np.float64)

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del y
        grain = fractal(x / 4, z / 4, seed + 2, 5)
        colour = mixed((0.17, 0.168, 0.165), (0.37, 0.36, 0.35), np.clip(grain * 1.5 - 0.25, 0, 1))
        return np.asarray(colour * (0.75 + 0.25 * up[:, None]), np.float64)

    ground = land(relief, paint, bearings=angles(190, 50), reach=rings(1.2, 520, 108))
    stones = models(
        "moon rock",
        [rocks.rock(random, size=0.4, dark=(0.13, 0.13, 0.13), light=(0.33, 0.325, 0.32),
            facets=False) for _ in range(4)],
    )  # fmt: skip
    spots = fan(random, 110, near=2.2, far=70, half_angle=1.4, clearing=way, apart=0.4, size=0.3)
    scenery = [here("ground", ground, shadow=False)]
    scenery += planted(stones, spots, relief, random, scale=(0.2, 1.8), sink=0.12)
    if brief.allows("earth", "planet"):
        globe = solid("earth", rocks.earth(random, 1.0))
        scenery.append(put(globe, (-118, 128, -420), yaw=0.6, tilt=0.4, scale=56, shadow=False))
    return Place(
        kind="moon",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        extent=max(30.0, brief.clear * 6),
    )
