"""What is seen through a window: a garden or houses, by day or at night."""

import numpy as np

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import mesh
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import facade, foliage, trees
from kinema.engines.scene.stage.dress.facade import House, house
from kinema.engines.scene.stage.kit import here, put, solid


def outside(view: str, brief: Brief, back: float, left: float) -> list[Placed]:
    """Return the view beyond the walls at z = ``back`` and x = ``left``."""
    if view == "garden":
        return _garden(brief, back, left)
    return _houses(brief, back, left) if view == "street" else []


def _lawn(brief: Brief, back: float, left: float) -> Placed:
    colour = (0.75, 0.78, 0.85) if brief.white else (0.10, 0.19, 0.045)
    if brief.lamps:
        colour = (0.012, 0.02, 0.02)
    corners = [(-90, -0.5, back - 0.3), (90, -0.5, back - 0.3), (90, -0.5, -90), (-90, -0.5, -90),
               (left - 90, -0.5, 30), (left - 0.3, -0.5, 30), (left - 0.3, -0.5, back - 0.4),
               (left - 90, -0.5, back - 0.4)]  # fmt: skip
    faces = [(0, 1, 2), (0, 2, 3), (4, 5, 6), (4, 6, 7)]
    shape = mesh(
        corners, faces, colour, material=Material.GROUND, normals=np.tile([0.0, 1, 0], (8, 1))
    )
    return here("lawn", shape, shadow=False)


def _garden(brief: Brief, back: float, left: float) -> list[Placed]:
    random = brief.chance("garden view")
    leaves = foliage.BY_SEASON[brief.season]
    crowns = [
        solid("garden tree", trees.broadleaf(random, leaf, height=6, detail=0.4)) for leaf in leaves
    ]
    shrub = solid("garden shrub", trees.bush(random, leaves[0], size=1.3, count=90))
    placed = [_lawn(brief, back, left)]
    for number in range(9):
        x = (number - 4) * 2.6 + float(random.normal(0, 0.7))
        z = back - float(random.uniform(8, 22))
        placed.append(
            put(crowns[number % len(crowns)], (x, -0.5, z), yaw=number * 1.1, shadow=False)
        )
        placed.append(
            put(
                shrub, (x * 0.9 + 1, -0.5, back - 4.5 - number % 3), yaw=float(number), shadow=False
            )
        )
    for number in range(4):
        at = (left - 9 - 3 * number % 5, -0.5, back * 0.5 + 3.5 * (number - 1.5))
        placed.append(put(crowns[number % len(crowns)], at, shadow=False))
    return placed


def _houses(brief: Brief, back: float, left: float) -> list[Placed]:
    random = brief.chance("street view")
    tones = facade.BY_NIGHT if brief.lamps else facade.BY_DAY
    placed = [_lawn(brief, back, left)]
    for number in range(4):
        spec = House(
            width=9, depth=8, height=11 + 3.2 * float(random.integers(0, 3)),
            wall=tones[number % len(tones)],
            lit=0.45 if brief.lamps else 0.0, detail=0.0,
        )  # fmt: skip
        shape = solid("house", house(random, spec))
        placed.append(
            put(shape, ((number - 1.5) * 9.2, -0.6, back - 13), yaw=-np.pi / 2, shadow=False)
        )
        placed.append(put(shape, (left - 14, -0.6, back + 9.2 * number), yaw=0.0, shadow=False))
    return placed
