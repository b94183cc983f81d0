"""A sandy bay."""

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join, mesh
from kinema.engines.scene.stage.backdrop import Range, mountains
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import clearing
from kinema.engines.scene.stage.dress import rocks, trees, undergrowth
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
from kinema.engines.scene.stage.place import Bounds, Place
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import Area, spread
from kinema.engines.scene.stage.sets.sea import roughness

SAND: tuple[Rgb, Rgb] = ((0.52, 0.38, 0.22), (0.74, 0.59, 0.38))


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
            mesh(points.reshape(-1, 3), triangles,
                (0.85 * strength, 0.9 * strength, 0.92 * strength),
                 normals=up)
        )  # fmt: skip
    return here("foam", join(parts), shadow=False)


def _beach_dressing(brief: Brief, relief: Relief, edge: float) -> list[Placed]:
    random = brief.chance("beach")
    palms = models("palm", [trees.palm(random, height=random.uniform(5.5, 8)) for _ in range(4)])
    back = max(brief.clear, 1.2)
    spots = [(-back * 3.4, edge * 0.95), (-back * 4.2 - 2, edge - 3.4),
        (back * 4.0 + 1.4, edge * 0.6),
             (-12.0 - back, edge - 9), (-9.5 - back, edge - 12), (-14.5 - back, edge - 15),
             (-13.0 - back, edge - 19), (back * 5 + 5, edge * 0.2),
             (-19.0 - back, edge - 17)]  # fmt: skip
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
