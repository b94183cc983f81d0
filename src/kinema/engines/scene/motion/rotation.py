"""Rotations as (3, 3) matrices of float64; a column is where an axis goes."""

import math
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Vector: TypeAlias = npt.NDArray[np.float64]
"""(3,) metres, or a direction."""

Matrix: TypeAlias = npt.NDArray[np.float64]
"""(3, 3)."""

UP: Vector = np.array([0.0, 1.0, 0.0])


def vector(x: float, y: float, z: float) -> Vector:
    """Return a point or a direction."""
    return np.array([x, y, z], np.float64)


def euler(x: float, y: float, z: float) -> Matrix:
    """Return the turn by ``z``, then ``x``, then ``y`` (radians): roll, nod, yaw."""
    cx, sx, cy, sy, cz, sz = (f(a) for a in (x, y, z) for f in (math.cos, math.sin))
    return np.array(
        [
            [cy * cz + sy * sx * sz, sy * sx * cz - cy * sz, sy * cx],
            [cx * sz, cx * cz, -sx],
            [cy * sx * sz - sy * cz, sy * sz + cy * sx * cz, cy * cx],
        ]
    )


def yaw(angle: float) -> Matrix:
    """Return the turn about the upright axis that takes +z towards +x."""
    return euler(0.0, angle, 0.0)


def about(axis: Vector, angle: float) -> Matrix:
    """Return the turn by ``angle`` about ``axis``, which has unit length."""
    x, y, z = axis
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.asarray(
        np.eye(3) + math.sin(angle) * cross + (1.0 - math.cos(angle)) * cross @ cross, np.float64
    )


def cross(first: Vector, second: Vector) -> Vector:
    """Return the vector product; quicker than numpy's for two vectors."""
    a, b, c = first.tolist()
    x, y, z = second.tolist()
    return np.array([b * z - c * y, c * x - a * z, a * y - b * x])


def unit(direction: Vector) -> Vector:
    """Return ``direction`` at length 1; a zero stays zero."""
    length = math.sqrt(float(direction @ direction))
    return direction / length if length > 1e-12 else direction


def facing(forward: Vector, up: Vector = UP) -> Matrix:
    """Return the turn that takes +z to ``forward`` and keeps y as near to ``up`` as it can."""
    z = unit(forward)
    side = cross(up, z)
    if float(side @ side) < 1e-10:
        side = cross(vector(0.0, 0.0, 1.0), z)
    x = unit(side)
    return np.stack([x, cross(z, x), z], axis=1)


def frame(along: Vector, hinge: Vector) -> Matrix:
    """Return the axes of a limb: along it, its hinge, and across both."""
    first = unit(along)
    second = unit(hinge - first * float(first @ hinge))
    return np.stack([first, second, cross(first, second)], axis=1)
