"""Snow on land: fields, slopes."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.backdrop import ALPS, FOOTHILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import SNOW, Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, rocks, trees
from kinema.engines.scene.stage.land import Values
from kinema.engines.scene.stage.noise import smooth
from kinema.engines.scene.stage.place import Place

FIELD = Country(
    roll=1.0, wave=22, soil=((0.62, 0.69, 0.80), (0.84, 0.88, 0.94)), patch=9, sward=None, stones=7,
)  # fmt: skip


def laden(random: np.random.Generator) -> Mesh:
    """Return a fir under snow."""
    return trees.conifer(random, foliage.DEEP, height=8, detail=0.9, snow=0.85)


def laden_far(random: np.random.Generator) -> Mesh:
    """Return a fir under snow, in few triangles."""
    return trees.conifer(random, foliage.DEEP, height=8, detail=0.5, snow=0.8)


def drift_stone(random: np.random.Generator) -> Mesh:
    """Return a boulder with a cap of snow."""
    return rocks.rock(random, size=0.8, cover=SNOW)


FIRS = (
    Planting(make=laden, count=20, near=7, far=48, apart=3.4, size=1.5, sides=6),
    Planting(make=laden_far, shapes=2, count=110, near=42, far=220, apart=3, half_angle=1.15,
             scale=(0.8, 1.5)),
    Planting(make=drift_stone, word="rock", count=8, near=3, far=24, apart=3, size=0.8, sides=3,
             scale=(0.4, 1.3)),
)  # fmt: skip


def snow(brief: Brief) -> Place:
    """Build a snowfield between laden firs, hills behind."""
    ranges = (
        replace(FOOTHILLS, foot=(0.62, 0.70, 0.80), rock=(0.42, 0.49, 0.58), snowline=0.0),
        replace(ALPS, near=420, height=240, snowline=20, foot=(0.5, 0.57, 0.68)),
    )
    return country(replace(FIELD, plantings=FIRS, ranges=ranges), brief)


def ski_slope(brief: Brief) -> Place:
    """Build a groomed slope that falls towards the camera, firs at its edges, peaks above."""

    def slope(x: Values, z: Values) -> Values:
        up = np.maximum(-z - brief.clear, 0)
        banks = smooth(np.abs(x), 9 + brief.clear, 26 + brief.clear) * 2.2
        return np.asarray(up * 0.24 * smooth(up, 0, 30) + banks, np.float64)

    sides = tuple(replace(p, half_angle=1.0) for p in FIRS[:2])
    spec = replace(
        FIELD, plantings=sides, extra_relief=slope, roll=0.5, stones=0, reach=240,
        ranges=(replace(ALPS, near=250, far=1300, height=330, snowline=20,
            foot=(0.5, 0.57, 0.68)),),
    )  # fmt: skip
    return country(spec, brief)
