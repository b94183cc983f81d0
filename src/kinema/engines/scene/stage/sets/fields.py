"""Green places: meadow, hills, savanna, golf course, and what people make of them."""

from dataclasses import replace
from functools import partial

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.backdrop import FAR_HILLS, FOOTHILLS, Range
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, trees, undergrowth
from kinema.engines.scene.stage.dress.foliage import Leafage
from kinema.engines.scene.stage.land import Values
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Place, Weather
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting

GREEN: tuple[Rgb, Rgb] = ((0.05, 0.115, 0.022), (0.15, 0.25, 0.05))
STRAW: tuple[Rgb, Rgb] = ((0.22, 0.15, 0.06), (0.46, 0.34, 0.15))
HILLS = Range(
    near=150, far=620, height=70, width=190, jagged=0.12, foot=(0.075, 0.15, 0.035),
    rock=(0.10, 0.16, 0.05), columns=130,
)  # fmt: skip


def broadleaves(brief: Brief, *, height: float = 7.0, detail: float = 1.0) -> tuple[Planting, ...]:
    """Return trees of the season, near ones in full and far ones in few triangles."""
    near = Planting(
        make=partial(_tree, brief=brief, height=height, detail=detail),
        count=7, near=11, far=48, apart=7, size=2.5, sides=3,
    )  # fmt: skip
    far = Planting(
        make=partial(_tree, brief=brief, height=height, detail=0.3),
        count=55, near=50, far=230, half_angle=1.1, apart=5, size=2.0, scale=(0.8, 1.5),
    )  # fmt: skip
    return near, far


def _tree(random: np.random.Generator, *, brief: Brief, height: float, detail: float) -> Mesh:
    if brief.white and detail > 0.5:
        return trees.bare(random, height=height)
    leaves = foliage.BY_SEASON[brief.season]
    chosen = leaves[int(random.integers(len(leaves)))]
    return trees.broadleaf(random, chosen, height=height, detail=detail)


def shrubs(leaves: Leafage, *, count: int = 16, flowers: Rgb | None = None) -> Planting:
    """Return bushes in the middle distance."""

    def make(random: np.random.Generator) -> Mesh:
        return trees.bush(random, leaves, size=1.1, flowers=flowers)

    return Planting(
        make=make, word="bush", count=count, near=5, far=60, apart=2.5, size=0.8, sides=5,
        scale=(0.5, 1.3),
    )  # fmt: skip


CROPS: dict[str, Country] = {
    "lavender": Country(sward=undergrowth.LAVENDER, blades=22000, rows=1.15, stones=0,
                        soil=((0.10, 0.10, 0.035), (0.20, 0.17, 0.07))),
    "sunflowers": Country(flowers=((0.90, 0.55, 0.02),), blooms=700, bloom_size=0.14,
                          bloom_height=1.15),
    "tulips": Country(flowers=((0.82, 0.10, 0.08), (0.88, 0.55, 0.05), (0.85, 0.35, 0.5)),
                      blooms=2600, bloom_size=0.05, bloom_height=0.35),
    "poppies": Country(flowers=(undergrowth.POPPY, (0.85, 0.12, 0.05)), blooms=2200,
                       bloom_size=0.05, bloom_height=0.42, sward=undergrowth.TALL),
    "wheat": Country(sward=undergrowth.WHEAT, soil=STRAW, blades=17000),
}  # fmt: skip
"""Fields of one crop, by the feature that asks for it."""


def meadow(brief: Brief) -> Place:
    """Build a flowering meadow before a line of trees and soft hills."""
    asked = [word for word in CROPS if brief.wants(word, word.rstrip("s"))]
    base = CROPS[asked[0]] if asked else Country(flowers=undergrowth.MEADOW, blooms=900)
    autumn = brief.season == "autumn"
    sward = undergrowth.DRY if autumn and not asked else base.sward
    spec = replace(
        base,
        roll=0.8,
        soil=STRAW if autumn else base.soil,
        sward=sward,
        plantings=(*broadleaves(brief), shrubs(foliage.BY_SEASON[brief.season][0])),
        ranges=(HILLS,),
    )
    return replace(country(spec, brief), weather=small_life(brief))


def hills(brief: Brief) -> Place:
    """Build green hills, one behind the other, with hedges and single trees, under much sky."""

    def valley(x: Values, z: Values) -> Values:
        distance = np.hypot(x, z)
        dip = -5.0 * smooth(distance, brief.clear + 5, 55)
        swell = 34 * smooth(distance, 60, 240) * fractal(x / 85 + 2, z / 85, brief.seed % 89, 2)
        return np.asarray(dip + swell, np.float64)

    crowns = Planting(
        make=partial(_tree, brief=brief, height=7.5, detail=0.4), count=90, near=30, far=330,
        apart=4, size=3, scale=(0.7, 1.5), half_angle=1.15,
    )  # fmt: skip
    spec = Country(
        roll=1.6, wave=34, reach=420, soil=((0.07, 0.15, 0.028), (0.20, 0.29, 0.065)), patch=34,
        front=170, flowers=undergrowth.MEADOW[:2], blooms=420, extra_relief=valley, stones=6,
        plantings=(crowns, shrubs(foliage.BY_SEASON[brief.season][0], count=40)),
        ranges=(replace(HILLS, near=260, far=900, height=150, width=210),
            replace(FAR_HILLS, near=500, far=1500, height=240)),
    )  # fmt: skip
    return replace(country(spec, brief), weather=small_life(brief))


def savanna(brief: Brief) -> Place:
    """Build dry grass with flat-topped acacias."""
    spec = Country(
        roll=0.6,
        soil=STRAW,
        sward=undergrowth.DRY,
        blades=12000,
        track=(0.42, 0.27, 0.14),
        bend=1.2,
        plantings=(
            Planting(
                make=lambda random: trees.acacia(random, foliage.OLIVE), count=16, near=16, far=190,
                apart=14, size=3, sides=2,
            ),
            shrubs(foliage.OLIVE, count=22),
        ),
        ranges=(replace(FAR_HILLS, foot=(0.25, 0.19, 0.10), rock=(0.22, 0.16, 0.11), jagged=0.5),),
    )  # fmt: skip
    return replace(country(spec, brief), weather=drifting(brief.seed, drift.DUST))


def golf_course(brief: Brief) -> Place:
    """Build fairways, a green and bunkers."""
    spec = Country(
        roll=1.4,
        wave=40,
        soil=((0.075, 0.19, 0.03), (0.13, 0.28, 0.05)),
        patch=12,
        sward=undergrowth.LAWN,
        blades=15000,
        plantings=broadleaves(brief),
        ranges=(FOOTHILLS,),
        stones=0,
    )
    return country(spec, brief)


def small_life(brief: Brief) -> Weather:
    """Return what floats over a field: seeds by day, fireflies at night, leaves in autumn."""
    if brief.dark or brief.wants("fireflies"):
        return drifting(brief.seed, drift.FIREFLIES)
    kind = {"autumn": drift.AUTUMN_LEAVES, "spring": drift.PETALS}.get(brief.season, drift.DUST)
    return drifting(brief.seed, kind, strength=0.4)
