"""Shadow maps: depth of the first surface that the sun meets."""

from kinema.engines.scene.shape.model import Bytes, Floats, Ints

from .jit import jit
from .maths import F

FAR = F(1e9)


@jit
def cast(
    vertices: Floats,
    triangles: Ints,
    casts: Bytes,
    first: int,
    last: int,
    matrix: Floats,
    depths: Floats,
    corners: Floats,
) -> None:
    """Draw what throws a shadow into a map (side, side) that starts at `FAR`.

    ``corners`` (3, 3) is scratch.
    """
    for t in range(first, last):
        if casts[t] == 0:
            continue
        for k in range(3):
            v = triangles[t, k]
            x, y, z = vertices[v, 0], vertices[v, 1], vertices[v, 2]
            for r in range(3):
                corners[k, r] = (
                    matrix[r, 0] * x + matrix[r, 1] * y + matrix[r, 2] * z + matrix[r, 3]
                )
        _fill(corners, depths)


@jit
def _fill(corners: Floats, depths: Floats) -> None:
    side = depths.shape[0]
    x0, y0, d0 = corners[0, 0], corners[0, 1], corners[0, 2]
    x1, y1, d1 = corners[1, 0] - x0, corners[1, 1] - y0, corners[1, 2] - d0
    x2, y2, d2 = corners[2, 0] - x0, corners[2, 1] - y0, corners[2, 2] - d0
    area = x1 * y2 - x2 * y1
    left, right = x0 + min(F(0), min(x1, x2)), x0 + max(F(0), max(x1, x2))
    top, low = y0 + min(F(0), min(y1, y2)), y0 + max(F(0), max(y1, y2))
    if area == F(0.0) or right < 0 or low < 0 or left >= side or top >= side:
        return
    share = F(1.0) / area
    for y in range(max(0, int(top)), min(side - 1, int(low) + 1) + 1):
        py = F(y) + F(0.5) - y0
        for x in range(max(0, int(left)), min(side - 1, int(right) + 1) + 1):
            px = F(x) + F(0.5) - x0
            u = (px * y2 - x2 * py) * share
            v = (x1 * py - px * y1) * share
            if u >= F(-0.01) and v >= F(-0.01) and u + v <= F(1.01):
                depths[y, x] = min(depths[y, x], d0 + u * d1 + v * d2)
