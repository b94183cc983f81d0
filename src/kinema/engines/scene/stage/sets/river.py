"""A river between trees."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Water
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.backdrop import ALPS, FOOTHILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, rocks, undergrowth
from kinema.engines.scene.stage.land import Values
from kinema.engines.scene.stage.noise import smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.mountain import firs

RIVER = Water(level=-0.55, wave=0.16, deep=(0.012, 0.06, 0.055), shallow=(0.05, 0.16, 0.13))


def stone(random: np.random.Generator) -> Mesh:
    """Return a mossy boulder."""
    return rocks.rock(random, size=0.8, cover=(0.06, 0.11, 0.025))


def river(brief: Brief) -> Place:
    """Build a river that winds past behind the heroes, between trees, with stones in it."""
    off = brief.clear + 4.5

    def bed(x: Values, z: Values) -> Values:
        middle = -off - 1.6 * np.sin(x * 0.14 + 0.5) - 14 * smooth(x, 4, 40) + 3 * smooth(-x, 6, 40)
        across = np.abs(z - middle) * (1 - 0.45 * smooth(x, 4, 40))
        return np.asarray(-2.1 * smooth(across, 5.2, 2.6), np.float64)

    spec = Country(
        roll=0.5, soil=GREEN, extra_relief=bed, flowers=undergrowth.MEADOW[:3], blooms=260,
        stones=20, front=170,
        plantings=(
            *broadleaves(brief), Planting(make=stone, word="rock", count=26, near=2.0, far=24,
                apart=1.6, size=0.6, scale=(0.3, 1.2), sides=4, sink=0.25),
            shrubs(foliage.BY_SEASON[brief.season][0], count=22), *firs(brief, count=70, near=24),
        ),
        ranges=(FOOTHILLS, replace(ALPS, near=420, height=220, snowline=80)),
    )  # fmt: skip
    place = country(spec, brief)
    return replace(
        place,
        water=replace(RIVER, wave=0.22),
        weather=small_life(brief),
        path=((-14.0, 0.0, -1.5), (0.0, 0.0, 0.0), (3.0, 0.0, 7.0)),
    )
