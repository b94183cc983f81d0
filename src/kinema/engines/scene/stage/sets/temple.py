"""A temple with cherry trees and lanterns."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import lathe
from kinema.engines.scene.stage.backdrop import FAR_HILLS, FOOTHILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, masonry, pagoda, trees, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import shrubs, small_life
from kinema.engines.scene.stage.sets.greek import greek
from kinema.engines.scene.stage.sets.landmark import with_landmark
from kinema.engines.scene.stage.sets.mountain import firs
from kinema.engines.scene.stage.weather.sprites import together


def temple(brief: Brief) -> Place:
    """Build a pagoda up a stone way with lanterns and cherry trees; or Greek columns."""
    away = 40.0 + brief.clear * 3
    if brief.wants("columns", "greek"):
        return greek(brief, away)
    blossom = (
        foliage.BLOSSOM
        if brief.season in ("spring", "summer")
        else foliage.BY_SEASON[brief.season][1]
    )

    def cherry(random: np.random.Generator) -> Mesh:
        return trees.broadleaf(random, blossom, height=5.5, bark=(0.07, 0.045, 0.04))

    spec = Country(
        roll=0.7, vista=0.1, soil=((0.07, 0.11, 0.03), (0.16, 0.20, 0.07)),
        track=(0.25, 0.235, 0.21),
        sward=undergrowth.LAWN, blades=9000, stones=14,
        stone=((0.16, 0.17, 0.16), (0.36, 0.36, 0.34)),
        plantings=(
            Planting(make=cherry, count=9, near=5, far=34, apart=5, size=1.8, sides=3),
            *firs(brief, count=60, near=26), shrubs(foliage.DEEP),
        ),
        ranges=(replace(FOOTHILLS, height=90, jagged=0.5),
            replace(FAR_HILLS, height=190, jagged=0.8)),
    )  # fmt: skip
    place = country(spec, brief)
    side = brief.clear * 0.7 + 1.9
    lamp = solid("stone lantern", _stone_lantern(lit=brief.lamps))
    built = [
        put(solid("pagoda", pagoda.pagoda(lit=brief.lamps)), (-3, 0, -away)),
        put(solid("torii", pagoda.torii()), (0, 0, -away * 0.36)),
    ]
    built += [put(lamp, (s * side, 0, -2.5 - n * 4.6)) for n in range(4) for s in (-1, 1)]
    rows = [(s * side, 1.1, -2.5 - n * 4.6, 1.3, 0.75, 0.3, 2.6) for n in range(3) for s in (-1, 1)]
    place = with_landmark(place, built, (-3.0, 8.0, -away))
    falling = (
        together(small_life(brief))
        if brief.white
        else small_life(
            replace(brief, setting=replace(brief.setting, season=brief.setting.season or "spring"))
        )
    )
    return replace(
        place, weather=falling, lights=np.array(rows, np.float32) if brief.lamps else place.lights
    )


def _stone_lantern(*, lit: bool) -> Mesh:
    stone = (0.20, 0.20, 0.19)
    glow = masonry.LIT if lit else (0.12, 0.11, 0.1)
    return join(
        [
            lathe([(0.36, 0), (0.36, 0.16), (0.14, 0.2), (0.13, 0.85), (0.32, 0.95), (0.0, 0.96)],
                stone, sides=8, material=Material.MATTE),
            boxes([(0, 1.12, 0)], [(0.34, 0.3, 0.34)], glow, material=Material.EMISSIVE if lit
                else Material.MATTE),
            boxes([(sx * 0.19, 1.12, sz * 0.19) for sx in (-1, 1) for sz in (-1, 1)],
                (0.09, 0.32, 0.09), stone),
            lathe([(0.52, 1.27), (0.46, 1.36), (0.16, 1.55), (0.12, 1.7), (0.0, 1.78)], stone,
                sides=6, material=Material.MATTE),
        ]
    )  # fmt: skip
