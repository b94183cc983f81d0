"""A lake under mountains."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.stage.backdrop import ALPS, mountains
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import SNOW
from kinema.engines.scene.stage.dress import foliage, trees, undergrowth
from kinema.engines.scene.stage.kit import here, put
from kinema.engines.scene.stage.land import (
    Relief,
    Values,
    angles,
    ground_of,
    land,
    mixed,
)
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Medium, Place
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import wings
from kinema.engines.scene.stage.sets.sea import roughness


def lake(brief: Brief) -> Place:
    """Build a mirror of a lake before a wooded shore and mountains, reeds in front."""
    far = 105.0 + brief.clear * 2

    def relief(x: Values, z: Values) -> Values:
        shore = (
            np.hypot(x * 0.62, z + 18 + brief.clear) - far * 0.78 - 9 * fractal(x / 40, z / 40, 7)
        )
        bank = np.clip(shore / 16, -1.2, 1) * 2.4
        return np.asarray(
            bank + smooth(shore, 6, 130) * (6 + 18 * fractal(x / 70, z / 70, 3)), np.float64
        )

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del up
        grass = mixed((0.05, 0.10, 0.025), (0.16, 0.23, 0.06), fractal(x / 14, z / 14, 5))
        if brief.white:
            grass = mixed((0.6, 0.66, 0.76), SNOW, fractal(x / 14, z / 14, 5))
        if brief.season == "autumn":
            grass = mixed((0.13, 0.11, 0.03), (0.34, 0.22, 0.06), fractal(x / 14, z / 14, 5))
        beach = smooth(y, 1.3, 0.2)
        return np.asarray(
            grass * (1 - beach[:, None]) + np.array([0.30, 0.25, 0.17]) * beach[:, None], np.float64
        )

    ground = land(
        relief, paint, bearings=angles(170, 60, half=1.5),
        reach=np.concatenate([[0.0], np.geomspace(20, 420, 44)]),
    )  # fmt: skip
    chain = replace(ALPS, near=330, far=1500, height=250, snowline=60 if brief.white else 105)
    scenery = [here("ground", ground, shadow=False), mountains(chain, brief.seed % 977)]
    scenery += _shore_trees(brief, relief)
    scenery += _reeds(brief)
    return Place(
        kind="lake",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        medium=Medium.WATER,
        water=Water(level=0.0, deep=(0.008, 0.045, 0.06), shallow=(0.03, 0.12, 0.13),
                    wave=roughness(brief, 0.07)),
        path=((0.0, 0.0, -70.0), (0.0, 0.0, 12.0)),
        cross=((-28.0, 0.0, 0.0), (28.0, 0.0, 0.0)),
        extent=max(60.0, brief.clear * 6),
    )  # fmt: skip


def _shore_trees(brief: Brief, relief: Relief) -> list[Placed]:
    random = brief.chance("shore trees")
    snow = 0.8 if brief.white else 0.0
    leaves = foliage.BY_SEASON[brief.season]
    shapes = [
        *(trees.conifer(random, foliage.DEEP, height=13, detail=0.55, snow=snow) for _ in range(3)),
        *(trees.broadleaf(random, leaf, height=9, detail=0.28) for leaf in leaves),
    ]
    kinds = models("shore tree", shapes)
    angle = random.uniform(-1.35, 1.35, 1500)
    reach = random.uniform(70, 300, 1500)
    x, z = np.sin(angle) * reach, -np.cos(angle) * reach
    height = relief(x, z)
    keep = (height > 1.0) & (random.random(1500) < np.exp(-(height - 1) / 9))
    points = np.stack([x[keep], z[keep]], 1)[:230]
    return planted(kinds, points, relief, random, scale=(0.7, 1.35), shadow=False)


def _reeds(brief: Brief) -> list[Placed]:
    random = brief.chance("reeds")
    kinds = models("reeds", [undergrowth.reeds(random) for _ in range(3)])
    camera = max(4.0, brief.clear * 3)
    points = wings(random, 26, camera=camera, near=camera * 0.5, far=camera * 1.15)
    points = points[np.hypot(points[:, 0], points[:, 1]) > brief.clear * 1.2]
    return [
        put(kinds[n % 3], (x, 0.0, z), yaw=n * 1.7, scale=float(random.uniform(0.6, 0.95)))
        for n, (x, z) in enumerate(points)
    ]
