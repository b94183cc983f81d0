"""Ground: a polar grid that is fine near the origin and coarse in the distance."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.shape.mesh import mesh
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.stage.noise import fractal
from kinema.engines.scene.stage.place import Ground

Values = npt.NDArray[np.float64]

Relief: TypeAlias = Callable[[Values, Values], Values]
"""Height at (x, z), metres, in double precision."""

Paint: TypeAlias = Callable[[Values, Values, Values, Values], Values]
"""Linear RGB (n, 3) at x, height and z for the upward part of the normal."""


def ground_of(relief: Relief) -> Ground:
    """Return the height function that others use."""

    def ground(x: Floats, z: Floats) -> Floats:
        return np.asarray(relief(np.asarray(x, np.float64), np.asarray(z, np.float64)), np.float32)

    return ground


def angles(front: int, back: int, *, half: float = 1.35) -> Values:
    """Return bearings all round, ``front`` of them within ``half`` radians of -z."""
    ahead = np.linspace(-half, half, front)
    behind = np.linspace(half, 2 * np.pi - half, back + 2)[1:]
    return np.concatenate([ahead, behind])


def rings(near: float, far: float, count: int) -> Values:
    """Return 0 and distances that grow from ``near`` to ``far``."""
    return np.concatenate([[0.0], np.geomspace(near, far, count)])


def land(
    relief: Relief,
    paint: Paint,
    *,
    bearings: Values,
    reach: Values,
    middle: tuple[float, float] = (0.0, 0.0),
    material: Material = Material.GROUND,
    occlusion: float = 1.0,
) -> Mesh:
    """Return the ground at every bearing (0 is -z, radians to the right) and distance.

    ``middle`` is the (x, z) that the grid is finest at.
    """
    turn, distance = np.meshgrid(bearings, reach, indexing="ij")
    x = (middle[0] + np.sin(turn) * distance).ravel()
    z = (middle[1] - np.cos(turn) * distance).ravel()
    y = relief(x, z)
    columns = len(reach)
    row, column = np.meshgrid(np.arange(len(bearings) - 1), np.arange(columns - 1), indexing="ij")
    here = (row * columns + column).ravel()
    after, out, across = here + columns, here + 1, here + columns + 1
    triangles = np.concatenate(
        [np.stack([here, across, out], 1), np.stack([here, after, across], 1)]
    )
    points = np.stack([x, y, z], 1)
    shape = mesh(points, triangles, (1.0, 1.0, 1.0), material=material, occlusion=occlusion)
    shape.colours[:, :3] = paint(x, y, z, shape.normals[:, 1].astype(np.float64))
    return shape


def mixed(first: npt.ArrayLike, second: npt.ArrayLike, share: npt.ArrayLike) -> Values:
    """Return (n, 3) colours between two, by shares (n,) of the second."""
    part = np.asarray(share, np.float64)[:, None]
    return np.asarray(np.asarray(first) * (1 - part) + np.asarray(second) * part, np.float64)


def mottled(dark: npt.ArrayLike, light: npt.ArrayLike, *, scale: float, seed: int) -> Paint:
    """Return paint that wanders between two colours over ``scale`` metres."""

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del y, up
        share = np.clip((fractal(x / scale, z / scale, seed) - 0.3) * 2.4, 0, 1)
        return mixed(dark, light, share)

    return paint
