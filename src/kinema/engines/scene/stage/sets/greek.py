"""A temple of columns under a dry sky."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import lathe
from kinema.engines.scene.stage.backdrop import FAR_HILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, masonry, roofs, trees, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.landmark import with_landmark


def greek(brief: Brief, away: float) -> Place:
    """Build a temple of columns on steps, dry grass and olive trees about."""
    marble: Rgb = (0.66, 0.62, 0.54)
    profile = [(0.95, 0), (0.95, 0.3), (0.75, 0.35), (0.72, 3), (0.62, 6.6), (0.9, 6.9), (0.9, 7.3)]
    column = masonry.coursed(lathe(profile, marble, sides=16, material=Material.MATTE), 6)
    spots = [(x, z) for x in np.linspace(-12, 12, 8) for z in (0.0, -20.0)] + [
        (s * 12.0, z) for s in (-1, 1) for z in np.linspace(-3.3, -16.7, 5)
    ]
    parts = [moved(column, (x, 1.5, z)) for x, z in spots]
    parts += [
        boxes([(0, 0.25 + 0.5 * n, -10)], [(29 - 1.4 * n, 0.5, 25 - 1.4 * n)], marble)
        for n in range(3)
    ]
    parts += [boxes([(0, 9.4, -10)], [(26, 1.3, 22)], marble), _pediment(marble)]
    spec = Country(
        roll=1.0, soil=((0.20, 0.16, 0.08), (0.38, 0.31, 0.18)), sward=undergrowth.DRY, blades=6000,
        stones=30,
        stone=((0.3, 0.28, 0.24), (0.6, 0.56, 0.48)), track=(0.48, 0.42, 0.32),
        plantings=(Planting(make=lambda random: trees.broadleaf(random, foliage.OLIVE, height=4.5),
            count=14, near=6, far=60, apart=5, size=1.5, sides=3),),
        ranges=(replace(FAR_HILLS, foot=(0.2, 0.18, 0.10), jagged=0.6, height=150),),
    )  # fmt: skip
    place = country(spec, brief)
    return with_landmark(
        place, [put(solid("temple", join(parts)), (-2, 0, -away + 8), yaw=0.2)], (-2.0, 6.0, -away)
    )


def _pediment(colour: Rgb) -> Mesh:
    """Return the roof of a Greek temple, its gable to +z."""
    return moved(
        roofs.gable(22, 26, 10.0, 3.4, (0.45, 0.26, 0.16), eaves=0.3, wall=colour),
        (0, 0, -10),
        turn=rotation(0, math.pi / 2, 0),
    )
