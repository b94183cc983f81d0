"""A palace and its gardens."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import join, moved
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import foliage, masonry, roofs, street, trees
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import HILLS, broadleaves
from kinema.engines.scene.stage.sets.landmark import PAVING, with_landmark


def palace(brief: Brief) -> Place:
    """Build a long palace behind formal gardens, hedges and a fountain."""
    away = 62.0 + brief.clear * 3
    spec = Country(
        roll=0.0, vista=0.3, soil=PAVING, patch=3, sward=None, stones=0, reach=300,
        plantings=(*broadleaves(brief, height=8)[1:],),
        ranges=(HILLS,),
    )  # fmt: skip
    place = country(spec, brief)
    random = brief.chance("palace")
    hedge = solid(
        "hedge",
        trees.bush(
            random, foliage.DEEP if not brief.white else foliage.SNOWED, size=1.0, count=150
        ),
    )
    side = brief.clear + 2.2
    built: list[Placed] = [put(solid("palace", _palace(lit=brief.lamps)), (0, 0, -away))]
    for n in range(12):
        z = 2.0 - n * 3.0
        built += [put(hedge, (s * (side + 0.4), 0, z), yaw=n * 1.3) for s in (-1, 1)]
    lawn = boxes(
        [(s * (side + 6.2), 0.02, -14) for s in (-1, 1)],
        (10, 0.04, 34),
        (0.09, 0.20, 0.04) if not brief.white else (0.8, 0.84, 0.9),
        material=Material.GROUND,
    )
    built.append(here("lawn", lawn, shadow=False))
    built.append(put(solid("fountain basin", fountain()), (0, 0, -away * 0.42), scale=1.4))
    cone_tree = solid(
        "topiary", trees.conifer(random, foliage.DEEP, height=3.6, snow=0.8 if brief.white else 0.0)
    )
    built += [
        put(cone_tree, (s * (side + 1.8), 0, -3.0 - n * 7.0), yaw=float(n))
        for n in range(5)
        for s in (-1, 1)
    ]
    lamps = solid("lantern", street.lantern(lit=brief.lamps))
    built += [put(lamps, (s * (side - 0.5), 0, -6.0 - n * 9.0)) for n in range(4) for s in (-1, 1)]
    rows = [
        (s * (side - 0.5), 3.1, -6.0 - n * 9.0, 1.6, 1.05, 0.5, 4.0)
        for n in range(3)
        for s in (-1, 1)
    ]
    place = with_landmark(place, built, (0.0, 9.0, -away))
    return replace(place, lights=np.array(rows, np.float32) if brief.lamps else place.lights)


def fountain() -> Mesh:
    """Return a stone basin of two bowls with water, 3.4 m wide."""
    stone = (0.50, 0.47, 0.41)
    water = (0.10, 0.26, 0.30)
    return join(
        [
            lathe([(1.75, 0), (1.75, 0.55), (1.55, 0.6), (1.5, 0.45), (0.0, 0.45)], stone, sides=32,
                material=Material.MATTE),
            lathe([(1.5, 0.5), (0.0, 0.5)], water, sides=32, material=Material.GLOSSY),
            lathe([(0.3, 0.4), (0.22, 0.9), (0.18, 1.3), (0.8, 1.6), (0.85, 1.68), (0.0, 1.6)],
                stone, sides=24, material=Material.MATTE),
            lathe([(0.1, 1.6), (0.08, 2.0), (0.3, 2.15), (0.3, 2.2), (0.0, 2.18)], stone, sides=16,
                material=Material.MATTE),
            lathe([(0.78, 1.66), (0.0, 1.67)], water, sides=24, material=Material.GLOSSY),
            *(cone((0, 2.25, 0), (math.sin(a) * 0.75, 1.75, math.cos(a) * 0.75), 0.03, 0.02,
                (0.6, 0.72, 0.76), sides=4) for a in np.arange(10) * 0.628),
            *(cone((math.sin(a) * 0.8, 1.68, math.cos(a) * 0.8),
                (math.sin(a) * 1.15, 0.55, math.cos(a) * 1.15), 0.03, 0.05, (0.6, 0.72, 0.76),
            sides=4) for a in np.arange(12) * 0.5236),
        ]
    )  # fmt: skip


def _palace(*, lit: bool) -> Mesh:
    """Return a symmetrical front, 64 m wide, with a dome, its face at z = 0."""
    wall, trim, roof = (0.66, 0.57, 0.42), (0.74, 0.70, 0.62), (0.13, 0.17, 0.21)
    glass = masonry.LIT if lit else (0.05, 0.065, 0.09)
    pane = Material.EMISSIVE if lit else Material.GLOSSY
    x = np.concatenate([np.arange(-30, -8.5, 2.6), np.arange(9.2, 31, 2.6)])
    spots = [(u, y, 0.1) for u in x for y in (3.0, 7.6)] + [
        (u, y, 1.6) for u in (-5, -2.5, 0, 2.5, 5) for y in (3.2, 8.6)
    ]
    posts = [(u, 6.2, 2.2) for u in np.linspace(-6.4, 6.4, 6)]
    return join(
        [
            boxes([(0, 5.2, -6)], [(64, 10.4, 12)], wall, grounded=True),
            boxes([(0, 6.2, -5)], [(16, 12.4, 13)], wall, grounded=True),
            *(boxes([(s * 30, 6, -5.5)], [(8, 12, 13.6)], wall) for s in (-1, 1)),
            boxes(spots, (1.25, 2.5, 0.2), glass, material=pane),
            boxes([(u, v + 1.5, w + 0.05) for u, v, w in spots], (1.6, 0.24, 0.3), trim),
            boxes([(u, v - 1.35, w + 0.05) for u, v, w in spots], (1.5, 0.14, 0.3), trim),
            boxes(posts, (0.8, 12.2, 0.8), trim),
            boxes([(0, 10.5, 0.1)], [(64.4, 0.6, 0.8)], trim),
            boxes([(0, 12.8, 1.8)], [(16.8, 0.9, 2.2)], trim),
            moved(roofs.gable(16, 6, 13.2, 2.6, roof, eaves=0.2, wall=wall), (0, 0, 0)),
            boxes([(s * 19, 11.4, -6) for s in (-1, 1)], (21, 1.8, 10), roof),
            lathe([(4.6, 12), (4.6, 16.4), (4.8, 16.6), (4.3, 19.0), (3.2, 21.2), (1.6, 22.6),
                (0.5, 23.1), (0.4, 25), (0.0, 26.5)],
                  np.array([trim, trim, trim, roof, roof, roof, trim, trim, (0.65, 0.42, 0.08)]),
                  sides=24),
            boxes([(0, 0.25 * n + 0.12, 2.9 + 1.5 - 0.45 * n) for n in range(4)], (18, 0.25, 1.2),
                trim),
        ]
    )  # fmt: skip
