"""A farmyard."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import lathe
from kinema.engines.scene.stage.backdrop import FAR_HILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, masonry, roofs, street, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, HILLS, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.landmark import with_landmark


def farm(brief: Brief) -> Place:
    """Build a farmyard: red barn, silo, fences, hay and fields."""
    away = 24.0 + brief.clear * 2.2
    spec = Country(
        roll=0.9, vista=0.12, soil=GREEN, track=(0.34, 0.25, 0.15), sward=undergrowth.GRASS,
        flowers=undergrowth.MEADOW[:2], blooms=200,
        plantings=(*broadleaves(brief),
            Planting(make=hay, word="hay", count=7, near=6, far=40, apart=6, size=1,
            scale=(0.8, 1.1)), shrubs(foliage.BY_SEASON[brief.season][0])),
        ranges=(replace(HILLS, foot=(0.26, 0.22, 0.06)), FAR_HILLS),
    )  # fmt: skip
    place = country(spec, brief)
    built = [
        put(solid("barn", barn(lit=brief.lamps)), (9.5, place.height(9.5, -away), -away), yaw=-0.45)
    ]
    silo = lathe(
        [(1.9, 0), (1.9, 9), (1.7, 10), (1.0, 10.9), (0, 11.2)], (0.55, 0.56, 0.58), sides=18
    )
    built.append(put(solid("silo", silo), (17.5, 0, -away - 4)))
    rail = solid("fence", street.fence(7.6))
    z = -(brief.clear + 4.5)
    built += [put(rail, (x, place.height(x, z), z)) for x in (-19.0, -11.4, 11.4, 19.0)]
    home = roofs.cottage(
        brief.chance("house"),
        lit=brief.lamps,
        storeys=2,
        wall=(0.74, 0.72, 0.68),
        roof=(0.2, 0.1, 0.08),
    )
    built.append(put(solid("farmhouse", home), (-15, 0, -away - 9), yaw=0.5))
    place = with_landmark(place, built, (9.5, 4.0, -away))
    return replace(place, weather=small_life(brief))


def hay(random: np.random.Generator) -> Mesh:
    """Return a round bale lying on its side."""
    del random
    shape = lathe(
        [(0.0, -0.6), (0.55, -0.6), (0.72, -0.5), (0.72, 0.5), (0.55, 0.6), (0.0, 0.6)],
        (0.58, 0.40, 0.14),
        sides=18,
        material=Material.GROUND,
    )
    return moved(shape, (0, 0.68, 0), turn=rotation(0, 0, math.pi / 2))


def barn(*, lit: bool) -> Mesh:
    """Return a red barn with white trim, facing +z."""
    red, white, roof = (0.36, 0.045, 0.03), (0.74, 0.72, 0.68), (0.12, 0.115, 0.12)
    x = np.linspace(-5.2, 5.2, 27)
    planks = boxes(
        [(u, 2.6, 4.02) for u in x],
        (0.36, 5.2, 0.06),
        np.outer(0.85 + 0.3 * ((np.arange(27) * 7) % 5) / 4, red),
    )
    glow = masonry.LIT if lit else (0.03, 0.02, 0.015)
    pane = Material.EMISSIVE if lit else Material.MATTE
    gable_wall = roofs.gable(8, 10.8, 5.2, 4.4, roof, eaves=0.5, wall=red)
    return join(
        [
            boxes([(0, 2.6, 0)], [(10.8, 5.2, 8)], red, grounded=True),
            planks,
            moved(gable_wall, turn=rotation(0, math.pi / 2, 0)),
            boxes([(0, 1.7, 4.08)], [(3.6, 3.4, 0.08)], (0.25, 0.03, 0.022)),
            boxes(
                [(-1.85, 1.7, 4.12), (1.85, 1.7, 4.12), (0, 1.7, 4.13)], (0.16, 3.5, 0.08), white
            ),
            boxes([(0, 3.45, 4.12), (0, 0.08, 4.12)], (3.9, 0.16, 0.08), white),
            boxes([(0, 6.6, 4.05)], [(1.5, 1.5, 0.12)], glow, material=pane),
            boxes([(0, 7.42, 4.1), (0, 5.78, 4.1)], (1.8, 0.14, 0.12), white),
            boxes([(s * 5.42, 2.6, 4.04) for s in (-1, 1)], (0.22, 5.2, 0.14), white),
        ]
    )
