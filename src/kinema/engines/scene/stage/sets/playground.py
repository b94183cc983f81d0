"""A playground."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import foliage, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.land import Paint, Values, mixed
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, HILLS, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.outdoors import add, thing


def playground(brief: Brief) -> Place:
    """Build a playground: swings, slide, climbing frame on sand, trees round it."""
    way = brief.clear + 2.0
    spec = Country(
        roll=0.4, soil=GREEN, sward=undergrowth.LAWN, blades=9000,
        plantings=(*broadleaves(brief), shrubs(foliage.BY_SEASON[brief.season][0], count=30)),
        paint=_sandpit(brief, way + 6), ranges=(HILLS,), stones=0,
    )  # fmt: skip
    place = country(spec, brief)
    built = [
        put(solid("swings", _swings()), (-way - 2.6, 0, -way - 2.0), yaw=0.35),
        put(solid("slide", _slide()), (way + 1.6, 0, -way - 1.6), yaw=-0.5),
        put(solid("climbing frame", _frame()), (0.8, 0, -way - 7.5)),
        put(solid("seesaw", _seesaw()), (way + 3.4, 0, -way + 1.6), yaw=0.8),
    ]
    built += thing("bench", -way - 5.5, -way - 7, place, yaw=0.6)
    return replace(add(place, built), weather=small_life(brief))


def _sandpit(brief: Brief, radius: float) -> Paint:
    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del y, up
        n = fractal(x / 3, z / 3, 4)
        sand = mixed((0.48, 0.37, 0.22), (0.62, 0.50, 0.32), n)
        grass = (
            mixed(*GREEN, n) if not brief.white else mixed((0.6, 0.66, 0.76), (0.8, 0.84, 0.91), n)
        )
        share = smooth(np.hypot(x * 0.8, z + 3) + n * 2, radius - 0.5, radius + 0.5)[:, None]
        return np.asarray(sand * (1 - share) + grass * share, np.float64)

    return paint


RED: Rgb = (0.55, 0.05, 0.04)


BLUE: Rgb = (0.05, 0.20, 0.50)


YELLOW: Rgb = (0.72, 0.46, 0.04)


def _swings() -> Mesh:
    legs = [
        cone((x, 0, s * 1.0), (x, 2.6, 0), 0.06, 0.06, BLUE) for x in (-1.9, 1.9) for s in (-1, 1)
    ]
    ropes = [
        cone((x + d, 2.6, 0), (x + d, 0.5, 0.12), 0.012, 0.012, (0.3, 0.3, 0.3), sides=4)
        for x in (-0.9, 0.9)
        for d in (-0.22, 0.22)
    ]
    seats = boxes([(x, 0.5, 0.12) for x in (-0.9, 0.9)], (0.5, 0.05, 0.22), RED)
    return join([*legs, cone((-1.9, 2.6, 0), (1.9, 2.6, 0), 0.06, 0.06, BLUE), *ropes, seats])


def _slide() -> Mesh:
    chute = boxes(
        [(0, 1.95 - 0.19 * n, 0.6 + 0.3 * n) for n in range(10)],
        (0.62, 0.22, 0.34),
        YELLOW,
        material=Material.GLOSSY,
    )
    sides = boxes(
        [(s * 0.34, 2.08 - 0.19 * n, 0.6 + 0.3 * n) for n in range(10) for s in (-1, 1)],
        (0.06, 0.3, 0.34),
        RED,
        material=Material.GLOSSY,
    )
    rungs = boxes(
        [(0, 0.3 + 0.32 * n, -0.75 + 0.1 * n) for n in range(6)], (0.55, 0.05, 0.06), BLUE
    )
    rails = [cone((s * 0.3, 0, -0.85), (s * 0.3, 2.7, 0.05), 0.035, 0.035, BLUE) for s in (-1, 1)]
    deck = boxes([(0, 2.0, 0.12)], [(0.7, 0.08, 0.7)], BLUE)
    posts = boxes([(s * 0.3, 1.0, 0.4) for s in (-1, 1)], (0.07, 2.0, 0.07), BLUE)
    return join([chute, sides, rungs, *rails, deck, posts])


def _frame() -> Mesh:
    parts = []
    spots = [-1.4, -0.45, 0.45, 1.4]
    for n, a in enumerate(spots):
        for b in spots:
            colour = (RED, BLUE, YELLOW)[n % 3]
            parts.append(cone((a, 0, b), (a, 2.2, b), 0.03, 0.03, colour, sides=5))
        for y in (0.8, 1.5, 2.2):
            parts.append(cone((a, y, -1.4), (a, y, 1.4), 0.03, 0.03, YELLOW, sides=5))
            parts.append(cone((-1.4, y, a), (1.4, y, a), 0.03, 0.03, RED, sides=5))
    return join(parts)


def _seesaw() -> Mesh:
    plank = moved(
        boxes([(0, 0, 0)], [(3.4, 0.07, 0.32)], YELLOW), (0, 0.62, 0), turn=rotation(0, 0, 0.16)
    )
    return join([plank, cone((0, 0, 0), (0, 0.6, 0), 0.25, 0.08, BLUE, sides=6)])
