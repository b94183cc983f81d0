"""A graveyard with a chapel."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import lathe
from kinema.engines.scene.stage.backdrop import FOOTHILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import masonry, roofs, trees, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import small_life
from kinema.engines.scene.stage.sets.mountain import firs
from kinema.engines.scene.stage.sets.outdoors import add, thing


def graveyard(brief: Brief) -> Place:
    """Build a graveyard: leaning stones, bare trees, an iron fence and a chapel."""

    def grave(random: np.random.Generator) -> Mesh:
        return _headstone(int(random.integers(3)))

    def dead(random: np.random.Generator) -> Mesh:
        return trees.bare(random, height=7, bark=(0.06, 0.055, 0.055))

    spec = Country(
        roll=0.9, wave=14, soil=((0.035, 0.05, 0.02), (0.10, 0.12, 0.05)), sward=undergrowth.FOREST,
        track=(0.17, 0.15, 0.12),
        stones=8,
        plantings=(
            Planting(make=grave, word="grave", shapes=4, count=46, near=1.6, far=40, apart=2.0,
                size=0.5, scale=(0.8, 1.25), sides=8),
            Planting(make=dead, count=12, near=4, far=50, apart=6, size=1, sides=2),
            *firs(brief, count=50, near=30),
        ),
        ranges=(replace(FOOTHILLS, jagged=0.5),),
    )  # fmt: skip
    place = country(spec, brief)
    away = 34 + brief.clear * 2
    chapel = solid("chapel", _chapel(lit=brief.lamps))
    built = [put(chapel, (5, place.height(5, -away), -away), yaw=-0.25)]
    built += thing("pumpkin", brief.clear + 0.8, -1.6, place)
    return replace(add(place, built), landmark=(5.0, 6.0, -away), weather=small_life(brief))


def _headstone(kind: int) -> Mesh:
    stone: Rgb = (0.20, 0.20, 0.195)
    foot = boxes([(0, 0.08, 0)], [(0.75, 0.16, 0.35)], stone)
    if kind == 0:
        return join(
            [
                foot,
                boxes([(0, 0.65, 0)], [(0.16, 1.2, 0.14)], stone),
                boxes([(0, 0.85, 0)], [(0.62, 0.16, 0.14)], stone),
            ]
        )
    slab = boxes([(0, 0.5, 0)], [(0.58, 0.8, 0.12)], stone)
    top = moved(
        lathe([(0.29, -0.06), (0.29, 0.06), (0, 0.06)], stone, sides=16, material=Material.MATTE),
        (0, 0.9, 0),
        turn=rotation(math.pi / 2, 0, 0),
    )
    return join([foot, slab, top]) if kind == 1 else join([foot, slab])


def _chapel(*, lit: bool) -> Mesh:
    stone: Rgb = (0.26, 0.25, 0.25)
    glow = masonry.LIT if lit else (0.03, 0.035, 0.05)
    pane = Material.EMISSIVE if lit else Material.GLOSSY
    nave = masonry.coursed(boxes([(0, 2.6, -5)], [(7, 5.2, 12)], stone), 4)
    roof = moved(
        roofs.gable(12, 7, 5.2, 4.2, (0.07, 0.065, 0.075), eaves=0.3, wall=stone),
        (0, 0, -5),
        turn=rotation(0, math.pi / 2, 0),
    )
    bell = masonry.coursed(boxes([(0, 5, 2.2)], [(3.2, 10, 3.2)], stone), 6)
    spire = lathe([(2.5, 9.8), (0.0, 17.5)], (0.07, 0.065, 0.075), sides=4)
    spire = moved(spire, (0, 0, 2.2), turn=rotation(0, math.pi / 4, 0))
    return join(
        [nave, roof, bell, spire, boxes([(0, 1.3, 3.85)], [(1.3, 2.6, 0.15)], (0.06, 0.035, 0.02)),
         boxes([(0, 5.4, 3.85), (0, 8.4, 3.85)], (0.7, 1.5, 0.12), glow, material=pane),
         boxes([(s * 3.55, 2.8, z) for s in (-1, 1) for z in (-1.5, -4.5, -7.5)], (0.12, 2.0, 0.8),
             glow, material=pane),
         boxes([(0, 18.2, 2.2)], [(0.12, 1.4, 0.12)], (0.5, 0.36, 0.1)),
         boxes([(0, 18.4, 2.2)], [(0.7, 0.12, 0.12)], (0.5, 0.36, 0.1))]
    )  # fmt: skip
