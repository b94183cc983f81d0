"""Forests: sequoias by default, firs, birches or a mixed wood, with a path between the trees."""

from collections.abc import Callable

import numpy as np

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.model import Mesh, Model
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import foliage, rocks, trees, undergrowth
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.land import (
    Paint,
    Relief,
    Values,
    angles,
    ground_of,
    land,
    mixed,
    rings,
)
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Bounds, Place, Weather
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import Area, Clearing, fan, spread, wings
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting

EARTH, MOSS, NEEDLES = (0.055, 0.036, 0.02), (0.06, 0.11, 0.022), (0.16, 0.085, 0.042)
CRUST = (0.56, 0.62, 0.70)
SNOW = (0.78, 0.83, 0.90)


def forest(brief: Brief) -> Place:
    """Build a forest."""
    way = Clearing(
        radius=brief.clear, path=max(1.3, brief.clear * 0.55), cross=max(1.0, brief.clear * 0.5),
        bend=0.9, vista=0.04, view=max(1.8, brief.clear * 0.8), camera=max(7.0, brief.clear * 2.4),
    )  # fmt: skip
    relief = _relief(way)
    scenery = [
        here(
            "ground",
            land(relief, _paint(brief, way), bearings=angles(110, 40), reach=rings(0.7, 120, 52)),
            shadow=False,
        ),
        *_trees(brief, way, relief),
        *_undergrowth(brief, way, relief),
    ]
    return Place(
        kind="forest",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        path=_path(way, relief),
        bounds=Bounds(low=(-14, 0.15, -30), high=(14, 22, max(16.0, brief.clear * 4))),
        weather=_air(brief),
        extent=max(36.0, brief.clear * 5),
    )


def _relief(way: Clearing) -> Relief:
    def relief(x: Values, z: Values) -> Values:
        off = np.abs(x - way.middle(z))
        banks = smooth(off, way.path * 1.2, way.path + 9) * (0.5 + 1.6 * fractal(x / 16, z / 16, 9))
        flat = smooth(np.hypot(x, z), way.radius * 0.7, way.radius * 1.6 + 1)
        rough = (fractal(x / 5, z / 5, 3) - 0.5) * 0.3
        return np.asarray((banks + rough) * flat, np.float64)

    return relief


def _paint(brief: Brief, way: Clearing) -> Paint:
    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del y, up
        patches = np.clip((fractal(x / 3.2, z / 3.2, 5) - 0.36) * 3.2, 0, 1)
        soil = mixed(CRUST, SNOW, patches) if brief.white else mixed(EARTH, MOSS, patches)
        track = np.exp(-(((x - way.middle(z)) / way.path) ** 2))
        soil = soil * (1 - track[:, None] * 0.85) + np.asarray(
            (0.62, 0.66, 0.72) if brief.white else NEEDLES
        ) * track[:, None] * 0.85 * (0.75 + 0.5 * patches[:, None])
        return np.asarray(soil, np.float64)

    return paint


def _giants(random: np.random.Generator, brief: Brief) -> list[Mesh]:
    del brief
    return [trees.giant(random, radius=random.uniform(0.8, 1.35)) for _ in range(4)]


def _firs(random: np.random.Generator, brief: Brief) -> list[Mesh]:
    snow = 0.6 if brief.white else 0.0
    return [trees.conifer(random, foliage.DEEP, height=11, snow=snow) for _ in range(4)]


def _birches(random: np.random.Generator, brief: Brief) -> list[Mesh]:
    leaves = foliage.GOLDEN if brief.season == "autumn" else foliage.SPRING
    if brief.white:
        return [trees.bare(random, height=9, bark=trees.WHITE) for _ in range(4)]
    return [trees.birch(random, leaves) for _ in range(4)]


def _mixed(random: np.random.Generator, brief: Brief) -> list[Mesh]:
    if brief.white:
        return [*_firs(random, brief)[:2], *(trees.bare(random, height=8) for _ in range(2))]
    leaves = (*foliage.BY_SEASON[brief.season], foliage.BY_SEASON[brief.season][0])
    return [trees.broadleaf(random, leaf, height=9, slim=0.9, detail=0.75) for leaf in leaves]


def _sparse(random: np.random.Generator, brief: Brief) -> list[Mesh]:
    """Return broad-leaved trees in few triangles, for the distance."""
    leaves = foliage.BY_SEASON[brief.season]
    return [trees.broadleaf(random, leaf, height=9, slim=0.9, detail=0.25) for leaf in leaves]


STANDS: dict[str, tuple[Callable[[np.random.Generator, Brief], list[Mesh]], float, int]] = {
    "sequoia": (_giants, 4.6, 62),
    "redwood": (_giants, 4.6, 62),
    "pine": (_firs, 3.0, 90),
    "birch": (_birches, 2.2, 110),
    "mixed": (_mixed, 3.6, 70),
}
"""Trees, metres between them, and how many."""


def _stand(brief: Brief) -> str:
    asked = [word for word in STANDS if brief.wants(word)]
    if asked:
        return asked[0]
    if brief.white:
        return "pine"
    return "mixed" if brief.season == "autumn" else "sequoia"


def _trees(brief: Brief, way: Clearing, relief: Relief) -> list[Placed]:
    if not brief.allows("tree", "trees"):
        return []
    make, apart, count = STANDS[_stand(brief)]
    random = brief.chance("trees")
    shapes = make(random, brief)
    kinds = models("tree", shapes)
    sparse = _sparse(random, brief) if make is _mixed and not brief.white else shapes
    distant = models("distant tree", sparse)
    near = fan(
        random,
        12,
        near=brief.clear + 6.5,
        far=26,
        half_angle=1.0,
        clearing=way,
        apart=apart,
        size=1.4,
    )
    far = fan(
        random, count, near=24, far=110, half_angle=0.9, clearing=way, apart=apart * 0.8, size=1.0
    )
    sides = wings(random, 6, camera=way.camera, near=way.camera * 0.9, far=way.camera * 2.4)
    sides = sides[way.free(sides[:, 0], sides[:, 1], 1.6)]
    close = planted(kinds, np.concatenate([near, sides]), relief, random, sink=0.25)
    return [*close, *planted(distant, far, relief, random, sink=0.25)]


def _undergrowth(brief: Brief, way: Clearing, relief: Relief) -> list[Placed]:
    random = brief.chance("undergrowth")
    viewer = way.camera
    x, z = undergrowth.near_more(
        random, 11000, Area(left=-22, right=22, far=-40, near=viewer), viewer=viewer
    )
    off = np.abs(x - way.middle(z))
    height = smooth(off, way.path * 0.3, way.path * 1.3) * np.where(
        np.hypot(x, z) < way.radius, 0.4, 1.0
    )
    sward = undergrowth.FROSTED if brief.white else undergrowth.FOREST
    parts: list[Placed] = [
        here(
            "grass",
            undergrowth.grass(random, relief, x, z, sward, height=height * min(1.0, brief.clear)),
            shadow=False,
        )
    ]
    if not brief.white:
        parts += _ferns(brief, way, relief)
    cover = SNOW if brief.white else (0.07, 0.12, 0.025)
    stones = models(
        "stone", [rocks.rock(random, size=0.4, cover=cover, detail=2) for _ in range(3)]
    )
    at = spread(
        random, Area(left=-9, right=9, far=-16, near=5), 14, clearing=way, apart=1.0, size=0.3
    )
    return [*parts, *planted(stones, at, relief, random, scale=(0.4, 1.5), sink=0.1)]


def _ferns(brief: Brief, way: Clearing, relief: Relief) -> list[Placed]:
    random = brief.chance("ferns")
    kinds: tuple[Model, ...] = models("fern", [undergrowth.fern(random) for _ in range(4)])
    near = spread(
        random,
        Area(left=-8, right=8, far=-9, near=way.camera - 1),
        46,
        clearing=way,
        apart=0.7,
        size=0.5,
    )
    far = fan(random, 70, near=7, far=34, clearing=way, apart=0.5, size=0.4)
    placed = planted(kinds, np.concatenate([near, far]), relief, random, scale=(0.6, 1.5), lean=0.1)
    leaves = foliage.BY_SEASON[brief.season]
    shrubs = models("shrub", [trees.bush(random, leaf, size=1.5) for leaf in leaves])
    at = fan(random, 26, near=9, far=60, clearing=way, apart=1.5, size=1.0)
    return [*placed, *planted(shrubs, at, relief, random, scale=(0.6, 1.6))]


def _path(way: Clearing, relief: Relief) -> tuple[tuple[float, float, float], ...]:
    z = np.linspace(-45, way.camera + 2, 24)
    x = way.middle(z)
    y = relief(x, z)
    return tuple((float(a), float(b), float(c)) for a, b, c in zip(x, y, z, strict=True))


def _air(brief: Brief) -> Weather:
    if brief.dark or brief.wants("fireflies"):
        return drifting(brief.seed, drift.FIREFLIES)
    if brief.season == "autumn":
        return drifting(brief.seed, drift.AUTUMN_LEAVES)
    return drifting(brief.seed, drift.MOTES)
