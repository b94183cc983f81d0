"""Vertices: from rest to the world by bones, and from the world to the screen."""

from kinema.engines.scene.shape.model import Bytes, Floats

from .jit import jit
from .maths import F, scale_to_unit


@jit
def skin(
    rest: Floats,
    rest_normals: Floats,
    index: Bytes,
    weight: Floats,
    bones: Floats,
    vertices: Floats,
    normals: Floats,
    blend: Floats,
) -> None:
    """Write (n, 3) vertices and normals as bones (b, 3, 4) carry them.

    ``blend`` (3, 4) is scratch.
    """
    for i in range(rest.shape[0]):
        _blend(bones, index, weight, i, blend)
        x, y, z = rest[i, 0], rest[i, 1], rest[i, 2]
        for k in range(3):
            vertices[i, k] = blend[k, 0] * x + blend[k, 1] * y + blend[k, 2] * z + blend[k, 3]
        x, y, z = rest_normals[i, 0], rest_normals[i, 1], rest_normals[i, 2]
        a = blend[0, 0] * x + blend[0, 1] * y + blend[0, 2] * z
        b = blend[1, 0] * x + blend[1, 1] * y + blend[1, 2] * z
        c = blend[2, 0] * x + blend[2, 1] * y + blend[2, 2] * z
        unit = scale_to_unit(a, b, c)
        normals[i, 0] = a * unit
        normals[i, 1] = b * unit
        normals[i, 2] = c * unit


@jit
def _blend(bones: Floats, index: Bytes, weight: Floats, vertex: int, blend: Floats) -> None:
    for r in range(3):
        for c in range(4):
            blend[r, c] = bones[index[vertex, 0], r, c] * weight[vertex, 0]
    for k in range(1, 4):
        share = weight[vertex, k]
        if share > F(0.0):
            bone = index[vertex, k]
            for r in range(3):
                for c in range(4):
                    blend[r, c] += bones[bone, r, c] * share


@jit
def project(vertices: Floats, matrix: Floats, first: int, last: int, screen: Floats) -> None:
    """Write (x * w, y * w, w) of the vertices from ``first`` up to ``last``."""
    for i in range(first, last):
        x, y, z = vertices[i, 0], vertices[i, 1], vertices[i, 2]
        for k in range(3):
            screen[i, k] = matrix[k, 0] * x + matrix[k, 1] * y + matrix[k, 2] * z + matrix[k, 3]
