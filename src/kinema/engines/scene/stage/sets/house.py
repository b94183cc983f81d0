"""A family house and its garden."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import foliage, masonry, roofs, street, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, HILLS, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.outdoors import add, lamplight, thing

PAINTS: tuple[Rgb, ...] = (
    (0.70, 0.64, 0.50), (0.42, 0.52, 0.56), (0.66, 0.42, 0.30), (0.72, 0.70, 0.66),
)  # fmt: skip
SLATES: tuple[Rgb, ...] = (masonry.TERRACOTTA, (0.12, 0.13, 0.16), (0.2, 0.11, 0.07))


def house(brief: Brief) -> Place:
    """Build a family house with a lawn, a drive, a picket fence and neighbours."""
    away = 13.5 + brief.clear * 2.0
    leaves = foliage.BY_SEASON[brief.season][0]
    spec = Country(
        roll=0.2, soil=GREEN, sward=undergrowth.LAWN, blades=15000, stones=0,
        track=(0.30, 0.29, 0.275), flowers=(undergrowth.DAISY,), blooms=120, ranges=(HILLS,),
        plantings=(*broadleaves(brief, height=6.5),
                   shrubs(leaves, count=20, flowers=(0.75, 0.3, 0.42))),
    )  # fmt: skip
    place = country(spec, brief)
    rail, z = solid("picket fence", _pickets()), -away * 0.52
    sides = [x for x in (-10.4, -6.4, 6.4, 10.4) if abs(x) > brief.clear * 0.9 + 2]
    lamp = (-brief.clear - 2.2, -away * 0.5)
    built = [
        *_homes(brief, place, away),
        *(put(rail, (x, place.height(x, z), z)) for x in sides),
        *thing("mailbox", brief.clear + 1.6, -away * 0.5, place),
        put(solid("lantern", street.lantern(lit=brief.lamps)), (lamp[0], 0, lamp[1])),
    ]
    return replace(
        add(place, built),
        weather=small_life(brief),
        landmark=(3.5, 4.0, -away),
        lights=lamplight([lamp, (3.5, -away + 5)], on=brief.lamps),
    )


def _homes(brief: Brief, place: Place, away: float) -> list[Placed]:
    """Return the house and its neighbours."""
    random = brief.chance("houses")
    spots = ((3.5, 0, -0.12), (-15.5, 4, 0.2), (21.5, 5, -0.3), (-34.0, 8, 0.3))
    placed = []
    for n, (x, behind, yaw) in enumerate(spots):
        shape = roofs.cottage(
            random, wall=PAINTS[n], roof=SLATES[n % 3], lit=brief.lamps,
            width=8.0 if n else 9.5, storeys=2,
        )  # fmt: skip
        z = -away - behind
        placed.append(put(solid("house", shape), (x, place.height(x, z), z), yaw=yaw))
    return placed


def _pickets() -> Mesh:
    x = np.arange(-1.95, 2.0, 0.17)
    white: Rgb = (0.74, 0.73, 0.70)
    pales = boxes(np.stack([x, np.full(len(x), 0.46), 0 * x], 1), (0.085, 0.92, 0.025), white)
    return join([pales, boxes([(0, 0.3, -0.03), (0, 0.72, -0.03)], (4.0, 0.08, 0.03), white)])
