"""Many boxes at once: walls, windows, furniture."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import mesh
from kinema.engines.scene.shape.model import Material, Mesh

Values = npt.NDArray[np.float64]

_CORNERS = np.array([(x, y, z) for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)])
_FACES = np.array(
    [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
)
_NORMALS = np.array([(-1, 0, 0), (1, 0, 0), (0, -1, 0), (0, 1, 0), (0, 0, -1), (0, 0, 1)])


def boxes(
    centres: npt.ArrayLike,
    sizes: npt.ArrayLike,
    colours: npt.ArrayLike,
    *,
    material: Material = Material.MATTE,
    grounded: bool = False,
) -> Mesh:
    """Return a box at each (n, 3) centre; sizes and colours are one or n rows.

    ``grounded`` darkens the lower corners, where dirt and shade gather.
    """
    middle = np.asarray(centres, np.float64).reshape(-1, 3)
    count = len(middle)
    size = np.broadcast_to(np.asarray(sizes, np.float64), (count, 3))
    colour = np.broadcast_to(np.asarray(colours, np.float64), (count, 3))
    corners = middle[:, None] + _CORNERS[None] * size[:, None]
    points = corners[:, _FACES.ravel()].reshape(-1, 3)
    first = np.arange(count * 6)[:, None] * 4
    triangles = np.concatenate([first + np.array([0, 1, 2]), first + np.array([0, 2, 3])])
    low = np.tile(_CORNERS[_FACES.ravel(), 1] < 0, count)
    return mesh(
        points,
        triangles,
        np.repeat(colour, 24, axis=0),
        material=material,
        normals=np.tile(np.repeat(_NORMALS, 4, axis=0), (count, 1)),
        occlusion=np.where(low, 0.55, 1.0) if grounded else 1.0,
    )


def block(
    at: tuple[float, float, float],
    size: tuple[float, float, float],
    colour: Rgb,
    *,
    material: Material = Material.MATTE,
) -> Mesh:
    """Return one box that stands on ``at``: x and z of its middle, y of its foot."""
    return boxes([(at[0], at[1] + size[1] / 2, at[2])], [size], colour, material=material)


def wall(
    corners: Sequence[tuple[float, float, float]], colour: npt.ArrayLike, *,
    material: Material = Material.MATTE, occlusion: npt.ArrayLike = 1.0,
) -> Mesh:  # fmt: skip
    """Return a four-cornered face, counter-clockwise seen from its front; colour one or four."""
    points = np.asarray(corners, np.float64)
    return mesh(points, [(0, 1, 2), (0, 2, 3)], colour, material=material, occlusion=occlusion)
