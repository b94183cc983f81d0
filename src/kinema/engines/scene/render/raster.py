"""The visibility buffer: for each sample the nearest triangle and 1 / distance.

Edge functions in homogeneous coordinates need no clipping where a triangle crosses the plane
of the eye (Olano and Greer, "Triangle scan conversion using 2D homogeneous coordinates").
"""

from kinema.engines.scene.shape.model import Bytes, Floats, Ints

from .jit import jit
from .maths import F, above, below

NEAR = F(0.06)
"""Metres; what is nearer is not seen."""


@jit
def rasterise(
    screen: Floats,
    triangles: Ints,
    sides: Bytes,
    first: int,
    last: int,
    depth: Floats,
    ids: Ints,
    edges: Floats,
) -> None:
    """Draw the triangles from ``first`` up to ``last``.

    ``screen`` is what `geometry.project` wrote; ``sides`` is 0 for a triangle that is left out,
    1 for one seen from the front only and 2 for both. ``depth`` starts at 0, ``ids`` at -1;
    ``edges`` (3, 3) is scratch.
    """
    for t in range(first, last):
        if sides[t] == 0:
            continue
        a, b, c = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        if screen[a, 2] < NEAR and screen[b, 2] < NEAR and screen[c, 2] < NEAR:
            continue
        if not _edges(screen, a, b, c, sides[t], edges):
            continue
        left, right, top, low = _bounds(screen, a, b, c, depth.shape[1], depth.shape[0])
        if left <= right and top <= low:
            _fill(edges, left, right, top, low, depth, ids, t)


@jit
def _edges(screen: Floats, a: int, b: int, c: int, sides: int, edges: Floats) -> bool:
    """Write edge functions that sum to 1 / w inside; False for one that is not to be seen."""
    ax, ay, aw = screen[a, 0], screen[a, 1], screen[a, 2]
    bx, by, bw = screen[b, 0], screen[b, 1], screen[b, 2]
    cx, cy, cw = screen[c, 0], screen[c, 1], screen[c, 2]
    x, y, w = by * cw - cy * bw, cx * bw - bx * cw, bx * cy - cx * by
    area = x * ax + y * ay + w * aw
    if area == F(0.0) or (sides == 1 and area > F(0.0)):  # rows run down, so fronts are negative
        return False
    share = F(1.0) / area
    edges[0, 0], edges[0, 1], edges[0, 2] = x * share, y * share, w * share
    edges[1, 0] = (cy * aw - ay * cw) * share
    edges[1, 1] = (ax * cw - cx * aw) * share
    edges[1, 2] = (cx * ay - ax * cy) * share
    edges[2, 0] = (ay * bw - by * aw) * share
    edges[2, 1] = (bx * aw - ax * bw) * share
    edges[2, 2] = (ax * by - bx * ay) * share
    return True


@jit
def _bounds(
    screen: Floats, a: int, b: int, c: int, width: int, height: int
) -> tuple[int, int, int, int]:
    """Return first and last column and row whose middles may be inside."""
    left, right, top, low = F(1e9), F(-1e9), F(1e9), F(-1e9)
    p, q, r = a, b, c
    for _ in range(3):
        w = screen[p, 2]
        if w >= NEAR:
            x, y = screen[p, 0] / w, screen[p, 1] / w
            left, right, top, low = min(left, x), max(right, x), min(top, y), max(low, y)
        if (w >= NEAR) != (screen[q, 2] >= NEAR):
            s = (NEAR - w) / (screen[q, 2] - w)
            x = (screen[p, 0] + (screen[q, 0] - screen[p, 0]) * s) / NEAR
            y = (screen[p, 1] + (screen[q, 1] - screen[p, 1]) * s) / NEAR
            left, right, top, low = min(left, x), max(right, x), min(top, y), max(low, y)
        p, q, r = q, r, p
    return (
        above(max(left, F(0.0)) - F(0.5)),
        below(min(right, F(width)) - F(0.5)),
        above(max(top, F(0.0)) - F(0.5)),
        below(min(low, F(height)) - F(0.5)),
    )


@jit
def _fill(
    edges: Floats,
    left: int,
    right: int,
    top: int,
    low: int,
    depth: Floats,
    ids: Ints,
    triangle: int,
) -> None:
    slope = edges[0, 0] + edges[1, 0] + edges[2, 0]
    fall = edges[0, 1] + edges[1, 1] + edges[2, 1]
    start = edges[0, 2] + edges[1, 2] + edges[2, 2]
    nearest = F(1.0) / NEAR
    for row in range(top, low + 1):
        y = F(row) + F(0.5)
        begin, end = _span(edges, y, left, right)
        base = fall * y + start + slope * F(0.5)
        for x in range(begin, end + 1):
            z = base + slope * F(x)
            if z > depth[row, x] and z < nearest:
                depth[row, x] = z
                ids[row, x] = triangle


@jit
def _span(edges: Floats, y: F, left: int, right: int) -> tuple[int, int]:
    """Return the first and last column of a row inside all three edges; empty if first > last."""
    low, high = F(left), F(right)
    for k in range(3):
        a = edges[k, 0]
        r = edges[k, 1] * y + edges[k, 2]
        if a > F(0.0):
            low = max(low, -r / a - F(0.5))
        elif a < F(0.0):
            high = min(high, -r / a - F(0.5))
        elif r < F(0.0):
            return 1, 0
    if low > high:
        return 1, 0
    return above(low), below(high)
