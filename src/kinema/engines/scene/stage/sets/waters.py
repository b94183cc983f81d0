"""Places at or on water: lake, sea, beach, harbour, lighthouse, river, waterfall, marsh, ice."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join, mesh
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.stage.backdrop import ALPS, Range, mountains
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import SNOW, clearing
from kinema.engines.scene.stage.dress import foliage, rocks, trees, undergrowth
from kinema.engines.scene.stage.kit import here, put
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
from kinema.engines.scene.stage.place import Bounds, Medium, Place
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import Area, spread, wings

SAND: tuple[Rgb, Rgb] = ((0.52, 0.38, 0.22), (0.74, 0.59, 0.38))


def roughness(brief: Brief, calm: float) -> float:
    """Return the waves of this weather."""
    if "storm" in brief.setting.weather or brief.wants("storm"):
        return 0.9
    return min(0.8, calm + 0.3) if "wind" in brief.setting.weather else calm


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
    points = wings(random, 26, camera=camera, near=camera * 0.55, far=camera * 1.6)
    points = points[np.hypot(points[:, 0], points[:, 1]) > brief.clear * 1.2]
    return [
        put(kinds[n % 3], (x, 0.0, z), yaw=n * 1.7, scale=float(random.uniform(0.5, 1.0)))
        for n, (x, z) in enumerate(points)
    ]


def sea(brief: Brief) -> Place:
    """Build the open sea: swell to the horizon, an island far off."""

    def relief(x: Values, z: Values) -> Values:
        return np.asarray(np.full(np.shape(x + z), -30.0), np.float64)

    isle = Range(
        near=700, far=1250, height=70, width=230, jagged=0.55, foot=(0.07, 0.10, 0.05),
        rock=(0.15, 0.14, 0.13), half=0.5, columns=70, base=-26,
    )  # fmt: skip
    scenery = []
    if brief.freedom > 0.3 or brief.wants("island"):
        scenery.append(mountains(isle, brief.seed % 977))
    return Place(
        kind="sea",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        medium=Medium.WATER,
        water=Water(level=0.0, deep=(0.006, 0.045, 0.075), shallow=(0.02, 0.16, 0.18),
                    wave=roughness(brief, 0.34)),
        path=((0.0, 0.0, -120.0), (0.0, 0.0, 12.0)),
        cross=((-40.0, 0.0, 0.0), (40.0, 0.0, 0.0)),
        extent=max(50.0, brief.clear * 6),
    )  # fmt: skip


def beach(brief: Brief) -> Place:
    """Build a sandy bay: palms at its sides, wet sand and foam, headlands on the horizon."""
    edge = -(brief.clear * 1.3 + 3.2)
    way = clearing(brief)

    def relief(x: Values, z: Values) -> Values:
        line = _shore(x, edge)
        up = (z - line) * 0.062
        dunes = 1.8 * smooth(z, 10, 34) * fractal(x / 9, z / 9, 4) + 1.2 * smooth(np.abs(x), 13, 40)
        bumps = 0.07 * (fractal(x / 0.9, z / 0.9, 3) - 0.5) * smooth(up, 0.1, 0.3)
        height = (
            np.clip(up, -4.0, 0.34)
            + 0.12 * smooth(up, 0.2, 0.5)
            + (dunes + bumps) * smooth(up, 0.0, 0.3)
        )
        return np.asarray(height - level, np.float64)

    level = 0.0
    level = float(relief(np.zeros(1), np.zeros(1))[0])
    sea_level = 0.03 - level
    paint = _sand(relief, sea_level)
    ground = land(relief, paint, bearings=angles(150, 70, half=1.5), reach=rings(0.7, 260, 58))
    cape = Range(
        near=420, far=1100, height=95, width=210, jagged=0.5, foot=(0.09, 0.12, 0.06),
        rock=(0.17, 0.14, 0.12), half=1.5, columns=120, base=-26,
    )  # fmt: skip
    scenery = [
        here("ground", ground, shadow=False),
        _foam(relief, sea_level, edge),
    ]
    scenery.append(mountains(cape, brief.seed % 977, name="cape"))
    scenery += _beach_dressing(brief, relief, edge)
    return Place(
        kind="beach",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        water=Water(level=sea_level, deep=(0.008, 0.075, 0.11), shallow=(0.05, 0.30, 0.30),
                    wave=roughness(brief, 0.24)),
        path=((-6.0, 0.0, edge * 0.5), (0.0, 0.0, 0.0), (2.0, 0.0, way.camera + 2)),
        bounds=Bounds(low=(-60, 0.2, edge * 0.9), high=(60, 60, 60)),
        extent=max(36.0, brief.clear * 5),
    )  # fmt: skip


def _shore(x: Values, edge: float) -> Values:
    """Return z of the water's edge: a bay that sweeps away on the left."""
    waves = 0.9 * np.sin(x * 0.16 + 0.7) + 1.2 * np.sin(x * 0.045)
    return np.asarray(edge + waves - 27 * smooth(-x, 2, 27) + 5 * smooth(x, 10, 50), np.float64)


def _sand(relief: Relief, level: float) -> Paint:
    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del up
        dry = mixed(SAND[0], SAND[1], np.clip(fractal(x / 2.2, z / 2.2, 5) * 1.3 - 0.1, 0, 1))
        wet = smooth(y - level, 0.26, 0.03)
        damp = np.array([0.26, 0.18, 0.10])
        grassy = smooth(y - level, 1.0, 1.9)
        colour = dry * (1 - wet[:, None]) + damp * wet[:, None]
        green = mixed((0.16, 0.17, 0.06), (0.34, 0.33, 0.14), fractal(x / 1.6, z / 1.6, 8))
        return np.asarray(colour * (1 - grassy[:, None]) + green * grassy[:, None], np.float64)

    del relief
    return paint


def _foam(relief: Relief, level: float, edge: float) -> Placed:
    """Return the lace of foam where the sea meets the sand, and breakers further out."""
    parts = []
    x = np.linspace(-70, 70, 220)
    for number, (offset, width, strength) in enumerate(
        ((0.15, 0.34, 0.85), (-1.9, 0.22, 0.5), (-5.2, 0.4, 0.7), (-9.5, 0.5, 0.6))
    ):
        wander = 0.8 * (fractal(x / 3, x * 0 + number * 9, 5, 4) - 0.5)
        line = _shore(x, edge) + offset + wander
        wide = width * np.clip(2.4 * fractal(x / 2.3, x * 0 + number * 5 + 2, 8, 3) - 0.75, 0, 1)
        near, far = line + wide * 0.5, line - wide * 0.5
        y = np.maximum(relief(x, line), level) + 0.02
        points = np.stack([np.stack([x, y, near], 1), np.stack([x, y, far], 1)], 1)
        count = len(x)
        first = np.arange(count - 1) * 2
        triangles = np.concatenate(
            [
                np.stack([first, first + 2, first + 3], 1),
                np.stack([first, first + 3, first + 1], 1),
            ]
        )
        up = np.tile([0.0, 1.0, 0.0], (count * 2, 1))
        parts.append(
            mesh(points.reshape(-1, 3), triangles, (0.85 * strength, 0.9 * strength, 0.92 * strength),
                 normals=up)
        )  # fmt: skip
    return here("foam", join(parts), shadow=False)


def _beach_dressing(brief: Brief, relief: Relief, edge: float) -> list[Placed]:
    random = brief.chance("beach")
    palms = models("palm", [trees.palm(random, height=random.uniform(5.5, 8)) for _ in range(4)])
    back = max(brief.clear, 1.2)
    spots = [(-back * 3.4, edge * 0.95), (-back * 4.2 - 2, edge - 3.4), (back * 4.0 + 1.4, edge * 0.6),
             (-12.0 - back, edge - 9), (-9.5 - back, edge - 12), (-14.5 - back, edge - 15),
             (-13.0 - back, edge - 19), (back * 5 + 5, edge * 0.2), (-19.0 - back, edge - 17)]  # fmt: skip
    placed = []
    if brief.allows("tree", "palm", "palms"):
        for number, (x, z) in enumerate(spots):
            y = float(relief(np.array([x]), np.array([z]))[0])
            lean = 0.0 if x < 0 else 3.14
            placed.append(
                put(palms[number % 4], (x, y, z), yaw=lean + float(random.normal(0, 0.5)))
            )
    stones = models(
        "stone",
        [
            rocks.rock(random, size=0.3, dark=(0.14, 0.11, 0.09), light=(0.36, 0.31, 0.26))
            for _ in range(3)
        ],
    )
    way = clearing(brief)
    points = spread(
        random, Area(left=-13, right=13, far=edge, near=way.camera), 22, clearing=way, apart=0.5
    )
    placed += planted(stones, points, relief, random, scale=(0.15, 1.0), sink=0.06)
    tufts = models("tuft", [undergrowth.reeds(random, height=0.8, count=30) for _ in range(2)])
    behind = spread(
        random,
        Area(left=-22, right=22, far=edge * 0.35, near=22),
        26,
        clearing=way,
        apart=1.2,
        size=2.0,
    )
    return [*placed, *planted(tufts, behind, relief, random, scale=(0.5, 1.0))]


def iceberg(brief: Brief) -> Place:
    """Build a floe to stand on, in a polar sea with bergs."""
    size = brief.clear * 1.9 + 3.5
    random = brief.chance("ice")

    def relief(x: Values, z: Values) -> Values:
        turn = np.arctan2(x, z)
        edge = size * (
            1 + 0.10 * np.sin(turn * 3 + 1) + 0.06 * np.sin(turn * 7) + 0.03 * np.sin(turn * 17)
        )
        inside = 1 - np.hypot(x, z * 1.15) / edge
        top = (
            0.16
            * (fractal(x / 2.5, z / 2.5, 6) - 0.5)
            * smooth(np.hypot(x, z), brief.clear * 0.5, brief.clear * 1.3)
        )
        return np.asarray(
            np.where(inside > 0, top - 0.25 * smooth(inside, 0.08, 0.0), -3.0), np.float64
        )

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del up
        snow = mixed((0.70, 0.78, 0.87), (0.88, 0.92, 0.97), fractal(x / 1.8, z / 1.8, 9))
        blue = smooth(y, -0.12, -0.9)
        return np.asarray(
            snow * (1 - blue[:, None]) + np.array([0.16, 0.47, 0.62]) * blue[:, None], np.float64
        )

    level = -0.75
    floe = land(
        relief, paint, bearings=np.linspace(0, 2 * np.pi, 110), reach=np.linspace(0, size * 1.25, 46),
        material=Material.SNOW,
    )  # fmt: skip
    bergs = models(
        "berg",
        [
            rocks.berg(random, radius=9, height=random.uniform(6, 12), spires=n + 2)
            for n in range(4)
        ],
    )
    scenery = [here("floe", floe)]
    for number in range(13):
        angle = (number - 6) * 0.2 + float(random.normal(0, 0.06))
        reach = float(random.uniform(size * 1.9 + 12, 150)) if number % 3 else size * 1.6 + 16
        at = (np.sin(angle) * reach, level, -np.cos(angle) * reach)
        scenery.append(
            put(bergs[number % 4], at, yaw=number * 1.7, scale=float(random.uniform(0.6, 1.6)))
        )
    floes = models(
        "floe",
        [
            rocks.rock(
                random,
                size=1.6,
                squash=(1, 0.16, 0.8),
                dark=(0.5, 0.66, 0.78),
                light=(0.85, 0.9, 0.95),
                material=Material.SNOW,
            )
            for _ in range(3)
        ],
    )
    for _ in range(22):
        angle, reach = float(random.uniform(-1.3, 1.3)), float(random.uniform(size + 2.5, 60))
        at = (np.sin(angle) * reach, level + 0.05, -np.cos(angle) * reach)
        scenery.append(
            put(
                floes[int(random.integers(3))],
                at,
                yaw=float(random.uniform(0, 6)),
                scale=float(random.uniform(0.5, 1.8)),
            )
        )
    chain = Range(near=500, far=1500, height=190, width=260, snowline=-50.0, foot=(0.6, 0.68, 0.8),
                  rock=(0.28, 0.33, 0.42), columns=140, base=-14)  # fmt: skip
    scenery.append(mountains(chain, brief.seed % 977))
    return Place(
        kind=brief.setting.kind,
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        water=Water(level=level, deep=(0.006, 0.05, 0.075), shallow=(0.04, 0.22, 0.26),
                    wave=roughness(brief, 0.14)),
        path=((-size * 0.6, 0.0, -size * 0.5), (0.0, 0.0, 0.0), (0.0, 0.0, size * 0.8)),
        cross=((-size * 0.85, 0.0, 0.0), (size * 0.85, 0.0, 0.0)),
        bounds=Bounds(low=(-80, 0.1, -40), high=(80, 80, 80)),
        extent=max(36.0, size * 3),
    )  # fmt: skip
