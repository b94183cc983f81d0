"""A fair with a big wheel."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, sheet, sphere, tube
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import masonry, street
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import here, matrix, put, solid
from kinema.engines.scene.stage.place import Extras, Place
from kinema.engines.scene.stage.sets.carousel import bulb
from kinema.engines.scene.stage.sets.carousel import carousel as roundabout
from kinema.engines.scene.stage.sets.fields import (
    HILLS,
    broadleaves,
)
from kinema.engines.scene.stage.sets.outdoors import add
from kinema.engines.scene.stage.sets.village import stall_of

Point = tuple[float, float, float]


def fairground(brief: Brief) -> Place:
    """Build a fair: a big wheel that turns, a carousel, a striped tent, strings of bulbs."""
    spec = Country(
        roll=0.0, soil=((0.22, 0.18, 0.13), (0.34, 0.29, 0.22)), patch=2, sward=None, stones=0,
        reach=240, plantings=(*broadleaves(brief)[1:],), ranges=(HILLS,), vista=0.8,
    )  # fmt: skip
    place = country(spec, brief)
    away = 30.0 + brief.clear * 2.5
    side = brief.clear * 1.3 + 3.0
    wheel, spot = (-11.0, 11.5, -away - 4), (4.5, 0.35, -away * 0.62)
    base = cone((0, 0, 0), (0, 0.35, 0), 4.2, 4.2, (0.45, 0.10, 0.10), sides=32)
    built = [
        put(solid("stand", _wheel_stand()), (wheel[0], 0, wheel[2])),
        put(solid("tent", _big_top()), (16, 0, -away)),
        put(solid("carousel base", base), (spot[0], 0, spot[2])),
        *_stalls(brief, side),
    ]
    bulbs = [(x, 3.2, z, 1.5, 0.95, 0.45, 3.6) for x in (-side, 0.0, side) for z in (-4.0, -9.0)]
    bulbs.append((spot[0], 3.0, spot[2] + 3, 2.4, 1.4, 0.6, 5.0))
    return replace(
        add(place, built),
        extras=_turning(wheel, spot, lit=brief.lamps),
        landmark=(wheel[0] * 0.5, 9.0, wheel[2]),
        scale="street",
        lights=np.array(bulbs, np.float32) if brief.lamps else place.lights,
    )


def _stalls(brief: Brief, side: float) -> list[Placed]:
    """Return two stalls and strings of bulbs between them."""
    random = brief.chance("fair")
    pink, blue = (
        solid("stall", stall_of(random, tone)) for tone in ((0.50, 0.06, 0.30), (0.08, 0.26, 0.45))
    )
    ends = [((-side * 1.6, 3.6, 1.0 - 5 * n), (side * 1.6, 3.6, -5.0 * n)) for n in range(1, 5)]
    strings = [street.string_lights(start, end, count=26, sag=0.8) for start, end in ends]
    return [
        put(pink, (-side, 0, -side), yaw=0.5),
        put(blue, (side * 1.1, 0, -side * 0.9), yaw=-0.5),
        here("strings", join(strings), shadow=False),
    ]


def _turning(at: Point, spot: Point, *, lit: bool) -> Extras:
    """Return the wheel with its cabins, which stay upright, and the roundabout."""
    wheel, cabin = solid("big wheel", _wheel(lit=lit)), solid("cabin", _cabin(lit=lit))
    carousel = solid("carousel", roundabout(lit=lit))

    def turning(time: float) -> tuple[Placed, ...]:
        spin = time * 0.22
        angles = [spin + n * math.pi / 6 for n in range(12)]
        cabins = [
            put(cabin, (at[0] + 9.6 * math.sin(a), at[1] + 9.6 * math.cos(a), at[2]))
            for a in angles
        ]
        rim = Placed(model=wheel, bones=matrix(at, rotation(0, 0, -spin)))
        return (rim, put(carousel, spot, yaw=time * 0.7), *cabins)

    return turning


def _wheel(*, lit: bool) -> Mesh:
    """Return the rim and spokes of a big wheel round the origin, its axle along z."""
    parts = []
    turn = np.linspace(0, 2 * math.pi, 37)
    for z in (-0.7, 0.7):
        parts += [
            tube(
                np.stack([np.sin(turn) * radius, np.cos(turn) * radius, np.full(37, z)], 1), 0.09,
                (0.72, 0.73, 0.75), sides=5,
            )
            for radius in (9.6, 8.4)
        ]  # fmt: skip
        for n in range(12):
            a = n * math.pi / 6
            parts.append(
                cone(
                    (0, 0, z),
                    (math.sin(a) * 9.6, math.cos(a) * 9.6, z),
                    0.06,
                    0.05,
                    (0.66, 0.68, 0.72),
                    sides=4,
                )
            )
    for n in range(48):
        a = n * math.pi / 24
        colour, material = bulb(
            ((0.85, 0.2, 0.3), (0.9, 0.65, 0.15), (0.2, 0.55, 0.9))[n % 3], lit=lit
        )
        parts.append(
            sphere(
                (math.sin(a) * 9.75, math.cos(a) * 9.75, 0.75),
                0.15,
                colour,
                material=material,
                rings=4,
                sides=6,
            )
        )
    parts.append(cone((0, 0, -1.1), (0, 0, 1.1), 0.7, 0.7, (0.5, 0.06, 0.06), sides=16))
    return join(parts)


def _cabin(*, lit: bool) -> Mesh:
    glow = (1.6, 1.2, 0.6) if lit else (0.06, 0.08, 0.1)
    return join(
        [
            boxes([(0, -1.0, 0)], [(1.5, 0.8, 1.2)], (0.52, 0.07, 0.07)),
            boxes(
                [(0, -0.35, 0)],
                [(1.4, 0.6, 1.1)],
                glow,
                material=Material.EMISSIVE if lit else Material.GLOSSY,
            ),
            boxes([(0, 0.02, 0)], [(1.6, 0.12, 1.3)], (0.75, 0.72, 0.66)),
        ]
    )


def _wheel_stand() -> Mesh:
    blue: Rgb = (0.07, 0.16, 0.34)
    legs = [
        cone((x, 0, z), (0, 11.5, z * 0.55), 0.32, 0.2, blue)
        for x in (-5.5, 5.5)
        for z in (-2.2, 2.2)
    ]
    return join([*legs, boxes([(0, 0.3, 0)], [(13, 0.6, 5.5)], (0.3, 0.29, 0.28))])


def _big_top() -> Mesh:
    """Return a striped circus tent."""
    turn = np.linspace(0, 2 * math.pi, 33)[:-1]
    rows, tones = [], []
    for radius, y in ((7.5, 0.0), (7.5, 3.2), (7.9, 3.1), (4.0, 5.4), (1.2, 8.6), (0.05, 10.2)):
        rows.append(np.stack([np.sin(turn) * radius, 0 * turn + y, np.cos(turn) * radius], -1))
        tones.append(
            np.where(
                (np.arange(32) // 2 % 2)[:, None] > 0,
                np.array([0.58, 0.05, 0.05]),
                np.array([0.78, 0.74, 0.64]),
            )
        )
    return join(
        [
            sheet(np.stack(rows), np.stack(tones), material=Material.CLOTH, around=True),
            moved(masonry.flag(2.4, (0.75, 0.5, 0.06)), (0, 10.0, 0)),
            boxes([(0, 1.4, 7.5)], [(2.2, 2.8, 0.2)], (0.04, 0.02, 0.02)),
        ]
    )
