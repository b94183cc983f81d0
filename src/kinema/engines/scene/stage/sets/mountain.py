"""An alpine valley."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.backdrop import ALPS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, rocks, trees, undergrowth
from kinema.engines.scene.stage.place import Place

PEAK = (-95.0, -960.0)
"""(x, z) of the highest summit, metres."""


def firs(brief: Brief, *, count: int = 90, near: float = 16.0) -> tuple[Planting, ...]:
    """Return firs, near and far."""
    snow = 0.8 if brief.white else 0.0

    def fir(random: np.random.Generator) -> Mesh:
        return trees.conifer(random, foliage.DEEP, height=9, detail=0.8, snow=snow)

    def distant(random: np.random.Generator) -> Mesh:
        return trees.conifer(random, foliage.DEEP, height=9, detail=0.5, snow=snow)

    return (
        Planting(make=fir, count=14, near=near, far=60, apart=4, size=1.5, sides=4),
        Planting(make=distant, shapes=2, count=count, near=55, far=240, apart=3.5, size=1.2,
                 half_angle=1.1, scale=(0.8, 1.5)),
    )  # fmt: skip


def mountain(brief: Brief) -> Place:
    """Build an alpine valley under jagged snow peaks, one of them far above the rest."""
    snowline = 20.0 if brief.white else 165.0
    chain = replace(
        ALPS, height=300, width=270, snowline=snowline, peak=390, peak_at=PEAK, columns=300,
        near=280, far=1500, foot=(0.07, 0.10, 0.045), rock=(0.135, 0.125, 0.145),
    )  # fmt: skip
    spec = Country(
        roll=2.6,
        wave=40,
        rise=10,
        reach=420,
        soil=((0.075, 0.085, 0.04), (0.17, 0.19, 0.075)),
        patch=7,
        sward=undergrowth.GRASS,
        blades=9000,
        flowers=(undergrowth.DAISY, undergrowth.LILAC),
        blooms=200,
        plantings=(*firs(brief), boulders(8)),
        stones=22,
        ranges=(chain,),
    )
    place = country(spec, brief)
    return replace(place, landmark=(PEAK[0], 190.0, PEAK[1]))


def boulders(
    count: int, dark: Rgb = (0.08, 0.078, 0.08), light: Rgb = (0.25, 0.24, 0.24)
) -> Planting:
    """Return boulders that lie near by."""

    def make(random: np.random.Generator) -> Mesh:
        return rocks.rock(random, size=1.0, dark=dark, light=light)

    return Planting(
        make=make, word="rock", count=count, near=4, far=45, apart=4, size=1.2, scale=(0.6, 2.2),
        sides=4, sink=0.25,
    )  # fmt: skip
