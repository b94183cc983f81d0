"""A village square on market day."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import sphere
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import masonry, roofs, street
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import (
    HILLS,
    broadleaves,
    small_life,
)
from kinema.engines.scene.stage.sets.outdoors import add, lamplight, thing
from kinema.engines.scene.stage.sets.palace import fountain

PLASTER: tuple[Rgb, ...] = (
    (0.66, 0.58, 0.42), (0.70, 0.66, 0.58), (0.52, 0.30, 0.20), (0.60, 0.50, 0.30),
)  # fmt: skip
TILES: tuple[Rgb, ...] = (masonry.TERRACOTTA, (0.16, 0.09, 0.06), (0.10, 0.11, 0.14))
AWNINGS: tuple[Rgb, ...] = ((0.50, 0.06, 0.05), (0.07, 0.22, 0.36), (0.10, 0.30, 0.12))


def village(brief: Brief) -> Place:
    """Build a village square: half-timbered houses, market stalls, a fountain, hills behind."""
    spec = Country(
        roll=0.0, soil=((0.20, 0.175, 0.14), (0.34, 0.30, 0.245)), patch=1.2, sward=None,
        stones=0, reach=240, plantings=(*broadleaves(brief)[1:],), ranges=(HILLS,), vista=0.5,
    )  # fmt: skip
    place = country(spec, brief)
    side = brief.clear * 1.4 + 3.2
    lamp = solid("lantern", street.lantern(lit=brief.lamps))
    shares = ((-0.62, -1.25), (0.7, -1.2), (-1.5, 0.4), (1.5, 0.2))
    posts = [(x * side, z * side) for x, z in shares]
    built = [
        *_houses(brief), *_market(brief, side), *(put(lamp, (x, 0, z)) for x, z in posts),
        put(solid("fountain", fountain()), (0.5, 0, -side - 5.0), scale=1.25),
    ]  # fmt: skip
    for name, x, z in (("barrel", -1.4, -1.2), ("crate", 1.35, -1.5), ("barrel", 1.5, -2.2)):
        built += thing(name, x * side, z, place)
    lit = lamplight([*posts, (-side, -side * 0.7), (side, -side * 0.6)], y=2.9, on=brief.lamps)
    return replace(add(place, built), scale="street", weather=small_life(brief), lights=lit)


def _houses(brief: Brief) -> list[Placed]:
    """Return a horseshoe of houses round the square."""
    random = brief.chance("village")
    ring = 15.0 + brief.clear * 1.6
    placed = []
    for n in range(11):
        angle = (n - 5) * 0.42
        shape = roofs.cottage(
            random, wall=PLASTER[n % 4], roof=TILES[n % 3], lit=brief.lamps,
            width=float(random.uniform(6.5, 8.5)), storeys=2,
        )  # fmt: skip
        at = (math.sin(angle) * ring * 1.15, 0, -math.cos(angle) * ring)
        placed.append(put(solid("house", join([shape, _timber(shape)])), at, yaw=-angle))
    return placed


def _market(brief: Brief, side: float) -> list[Placed]:
    """Return four stalls, unless they are forbidden."""
    if not brief.allows("stall", "stalls", "market"):
        return []
    random = brief.chance("market")
    kinds = [solid("stall", stall_of(random, tone)) for tone in AWNINGS]
    spots = ((-1, -0.75, 0.5), (1.05, -0.6, -0.5), (-1.1, -1.7, 0.25), (1.2, -1.6, -0.3))
    return [
        put(kinds[n % 3], (x * side, 0, z * side), yaw=yaw) for n, (x, z, yaw) in enumerate(spots)
    ]


def _timber(shape: Mesh) -> Mesh:
    """Return dark beams over the front of a house of two storeys."""
    wide = float(shape.vertices[:, 0].max()) - 0.5
    front = float(shape.vertices[shape.vertices[:, 1] > 4.0][:, 2].max()) - 0.55
    beam = (0.10, 0.05, 0.028)
    x = np.linspace(-wide, wide, 6)
    return join(
        [
            boxes(np.stack([x, np.full(6, 4.0), np.full(6, front)], 1), (0.14, 2.7, 0.1), beam),
            boxes([(0, 2.7, front), (0, 4.05, front)], (wide * 2, 0.15, 0.1), beam),
        ]
    )


def stall_of(random: np.random.Generator, tone: Rgb) -> Mesh:
    """Return a market stall with a striped roof and heaps of fruit, facing +z."""
    white = (0.76, 0.74, 0.68)
    roof = boxes(
        [(-1.2 + 0.3 * n, 2.35, 0.25) for n in range(9)],
        (0.295, 0.05, 1.9),
        [tone if n % 2 else white for n in range(9)],
        material=Material.CLOTH,
    )
    roof = moved(roof, (0, 0.15, 0), turn=rotation(0.12, 0, 0))
    posts = boxes(
        [(s * 1.3, 1.15, z) for s in (-1, 1) for z in (-0.6, 0.9)],
        (0.08, 2.3, 0.08),
        (0.22, 0.12, 0.06),
    )
    bench = boxes(
        [(0, 0.8, 0.3), (0, 0.4, 0.3)], [(2.7, 0.08, 1.1), (2.5, 0.75, 0.9)], (0.30, 0.17, 0.085)
    )
    fruit = []
    for n in range(5):
        colour = (
            (0.62, 0.06, 0.03),
            (0.75, 0.33, 0.03),
            (0.22, 0.42, 0.06),
            (0.72, 0.58, 0.08),
            (0.32, 0.06, 0.22),
        )[n]
        fruit.append(
            boxes([(-1.05 + 0.52 * n, 0.9, 0.35)], [(0.46, 0.14, 0.8)], (0.36, 0.22, 0.11))
        )
        for _ in range(12):
            at = (
                -1.05 + 0.52 * n + float(random.uniform(-0.15, 0.15)),
                0.98 + float(random.uniform(0, 0.08)),
                0.35 + float(random.uniform(-0.3, 0.3)),
            )
            fruit.append(sphere(at, 0.07, colour, rings=4, sides=6))
    return join([roof, posts, bench, *fruit])
