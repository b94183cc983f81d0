"""A roof terrace above a city."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import street
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.place import Bounds, Place
from kinema.engines.scene.stage.sets.outdoors import thing
from kinema.engines.scene.stage.sets.skyline import skyline

HIGH = 3.0
"""Height of the string lights, metres."""


def rooftop(brief: Brief) -> Place:
    """Build a roof terrace above the city: parapet, string lights, plants and a water tank."""
    half = max(6.5, brief.clear * 1.8 + 1)
    back = -max(5.5, brief.clear * 1.6 + 3)
    beyond = replace(brief, seed=brief.seed + 1)
    scenery = [
        *_terrace(half, back), *_strings(half, back), *_fittings(brief, half, back),
        *skyline(brief, -46.0, 95.0), *skyline(beyond, -40.0, 190.0),
    ]  # fmt: skip
    row = (1.3, 0.85, 0.4, 2.6)
    bulbs = [(x * half, HIGH - 0.5, back + 0.4, *row) for x in (-0.8, -0.3, 0.2, 0.7)]
    bulbs.append((-half + 0.3, 2.5, 2.0, *row))
    return Place(
        kind="rooftop", scenery=tuple(scenery), palette=brief.palette, ground=level,
        clear=brief.clear, path=((-half * 0.6, 0.0, back + 1.2), (0.0, 0.0, 0.0), (0.5, 0.0, 6.0)),
        cross=((-half + 0.6, 0.0, 0.0), (half - 0.6, 0.0, 0.0)), scale="street",
        lights=np.array(bulbs if brief.lamps else [], np.float32).reshape(-1, 7),
        bounds=Bounds(low=(-half, 0.2, back + 0.4), high=(half, 30, 14)),
        water=Water(level=0.0, wet=True, wave=0.1) if brief.wet else None,
        extent=max(26.0, brief.clear * 6),
    )  # fmt: skip


def _terrace(half: float, back: float) -> list[Placed]:
    """Return the tiles, the house below and the parapet."""
    step = max(1.0, half / 10)
    spots = [
        (x, -0.03, z)
        for x in np.arange(-half + step / 2, half, step)
        for z in np.arange(back + step / 2, 9, step)
    ]
    tiles = boxes(spots, (step * 0.985, 0.06, step * 0.985), (0.20, 0.19, 0.18))
    below = boxes([(0, -8.1, 2)], [(half * 2, 16, -back + 9)], (0.15, 0.10, 0.08))
    sides = [(0.0, back), (-half, 1.5), (half, 1.5)]
    wall = boxes(
        [(x, 0.45, z) for x, z in sides], [(half * 2, 0.9, 0.3), (0.3, 0.9, 15), (0.3, 0.9, 15)],
        (0.28, 0.15, 0.10),
    )  # fmt: skip
    cap = boxes(
        [(x, 0.93, z) for x, z in sides],
        [(half * 2.05, 0.08, 0.42), (0.42, 0.08, 15), (0.42, 0.08, 15)], (0.36, 0.34, 0.31),
    )  # fmt: skip
    return [
        here("house below", below, shadow=False),
        here("tiles", tiles, shadow=False),
        here("parapet", join([wall, cap])),
    ]


def _strings(half: float, back: float) -> list[Placed]:
    """Return strings of bulbs between masts."""
    corner, middle, end = (
        (-half, HIGH, back + 0.2),
        (half * 0.2, HIGH + 0.4, back + 0.2),
        (half, HIGH, 1.0),
    )
    strings = [
        street.string_lights(corner, middle, count=20),
        street.string_lights(middle, end, count=20),
        street.string_lights(corner, (-half, HIGH, 5), count=18),
    ]
    masts = [
        cone((x, 0, z), (x, HIGH + 0.45, z), 0.04, 0.035, street.IRON)
        for x, _, z in (corner, middle, end)
    ]
    return [here("strings", join([*strings, *masts]), shadow=False)]


def _fittings(brief: Brief, half: float, back: float) -> list[Placed]:
    """Return the tank, a vent and plants."""
    place = Place(
        kind="rooftop", scenery=(), palette=brief.palette, ground=level, clear=brief.clear
    )
    slats = [(0, 0.4 + 0.16 * n, 0.56) for n in range(4)]
    vent = join(
        [
            boxes([(0, 0.55, 0)], [(1.5, 1.1, 1.1)], (0.34, 0.35, 0.36)),
            boxes(slats, (1.2, 0.06, 0.03), (0.1, 0.1, 0.1)),
        ]
    )
    placed = [
        put(solid("tank", _tank()), (half - 1.8, 0, back + 1.6)),
        put(solid("vent", vent), (-half + 1.5, 0, back + 1.3)),
    ]
    for x, z in ((-half + 0.7, back + 2.8), (-half + 3.0, back + 0.7), (half - 3.9, back + 0.7),
                 (half - 0.7, -1.0)):  # fmt: skip
        placed += thing("potted plant", x, z, place, scale=1.4)
    return placed


def level(x: Floats, z: Floats) -> Floats:
    """Return ground at height 0."""
    return np.zeros(np.broadcast(x, z).shape, np.float32)


def _tank() -> Mesh:
    wood: Rgb = (0.17, 0.10, 0.06)
    legs = [
        cone((x, 0, z), (x * 0.9, 1.7, z * 0.9), 0.07, 0.06, street.IRON, sides=5)
        for x in (-0.9, 0.9)
        for z in (-0.9, 0.9)
    ]
    return join(
        [
            *legs,
            lathe([(1.25, 1.7), (1.3, 2.6), (1.25, 3.8)], wood, sides=22, material=Material.BARK),
            lathe([(1.4, 3.8), (0.0, 4.7)], (0.09, 0.07, 0.06), sides=20),
            *(lathe([(1.31, y), (1.31, y + 0.05)], street.IRON, sides=22) for y in (2.0, 2.7, 3.4)),
        ]
    )
