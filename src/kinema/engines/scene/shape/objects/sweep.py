"""Solids swept along a line: pipes, lofts and sheets."""

import numpy as np

from kinema.engines.scene.shape.objects.outline import curve
from kinema.engines.scene.shape.objects.solid import (
    Array,
    Rows,
    Solid,
    grid,
    merged,
    smooth_normals,
    solid,
    unit,
)


def frames(points: Array) -> Array:
    """Return (n, 3, 3) rows right, up, forward along a line that never twists."""
    forward = unit(np.gradient(points, axis=0))
    helper = np.array([0.0, 1.0, 0.0]) if abs(forward[0, 1]) < 0.9 else np.array([1.0, 0.0, 0.0])
    right = unit(np.cross(helper, forward[0]))
    found = []
    for way in forward:
        right = unit(right - way * (right @ way))
        found.append(np.stack([right, np.cross(way, right), way]))
    return np.array(found)


def pipe(points: Array, radius: float, last: float, sides: int) -> Solid:
    """Return a tube along points, its radius going from one to the other, with round ends."""
    axes = frames(points)
    radii = np.linspace(radius, last, len(points))
    cap = np.radians([0, 30, 60, 90])
    ring = np.concatenate([radii[0] * np.sin(cap[:-1]), radii, radii[-1] * np.sin(cap[-2::-1])])
    before = points[0] - axes[0, 2] * (radii[0] * np.cos(cap[:-1]))[:, None]
    after = points[-1] + axes[-1, 2] * (radii[-1] * np.cos(cap[-2::-1]))[:, None]
    middle = np.concatenate([before, points, after])
    turn = np.concatenate([axes[[0] * 3], axes, axes[[-1] * 3]])
    angles = np.arange(sides) * (2 * np.pi / sides)
    out = np.cos(angles)[:, None, None] * turn[:, 0] + np.sin(angles)[:, None, None] * turn[:, 1]
    vertices = (middle + out * ring[:, None]).reshape(-1, 3)
    triangles = grid(sides, len(middle), around=True)[:, ::-1]
    normals = smooth_normals(vertices, triangles)
    count = len(middle)
    normals[::count], normals[count - 1 :: count] = -axes[0, 2], axes[-1, 2]
    return solid(vertices, triangles, normals)


def superellipse(square: float, sides: int, half: str) -> Array:
    """Return points of |x|^n + |y|^n = 1, counter-clockwise from +x; ``half`` keeps one side."""
    angles: Array
    if half:
        angles = np.linspace(0, np.pi, sides // 2 + 1) + (np.pi if half == "down" else 0)
    else:
        angles = np.asarray(np.arange(sides) * (2 * np.pi / sides), np.float64)
    cos, sin = np.cos(angles), np.sin(angles)
    power = 2 / square
    found = np.stack([np.sign(cos) * abs(cos) ** power, np.sign(sin) * abs(sin) ** power], 1)
    return np.where(abs(found) < 1e-6, 0, found)


def rounded(sections: Array) -> Array:
    """Return sections with round ends instead of flat ones."""
    turns = np.radians([90, 75, 55, 35, 18])
    ends = []
    for edge, inner in ((sections[0], sections[1]), (sections[-1], sections[-2])):
        way = np.sign(edge[0] - inner[0])
        reach = min(edge[2], edge[3], 0.5 * abs(edge[0] - inner[0]))
        rows = np.tile(edge, (len(turns), 1))
        rows[:, 0] = edge[0] - way * reach * (1 - np.sin(turns))
        rows[:, 2:] = edge[2:] * np.maximum(np.cos(turns), 0.001)[:, None]
        pulled = edge.copy()
        pulled[0] = edge[0] - way * reach
        ends.append(np.concatenate([rows, pulled[None]]))
    return np.concatenate([ends[0], sections[1:-1], ends[1][::-1]])


def loft(sections: Array, square: float, sides: int, half: str, ends: str) -> Solid:
    """Return a skin over sections (z, y, half width, half height), which rise in z."""
    if sections[0, 0] > sections[-1, 0]:
        sections = sections[::-1]
    if ends == "round":
        sections = rounded(sections)
    shape = superellipse(square, sides, half)
    x = shape[:, :1] * sections[:, 2]
    y = shape[:, 1:] * sections[:, 3] + sections[:, 1]
    z = np.broadcast_to(sections[:, 0], x.shape)
    vertices = np.stack([x, y, z], -1)
    triangles = grid(len(shape), len(sections), around=not half)[:, ::-1]
    flat = vertices.reshape(-1, 3)
    skin = solid(flat, triangles, smooth_normals(flat, triangles))
    lids = [lid(vertices[:, 0], -1.0), lid(vertices[:, -1], 1.0)] if ends != "round" else []
    deck = [deck_of(vertices, 1.0 if half == "down" else -1.0)] if half else []
    return merged([skin, *lids, *deck])


def lid(ring: Array, way: float) -> Solid:
    """Return the flat end of a loft."""
    vertices = np.concatenate([ring, ring.mean(0, keepdims=True)])
    edge = np.arange(len(ring))
    triangles = np.stack([edge, np.roll(edge, -1), np.full(len(ring), len(ring))], 1)
    return solid(vertices, triangles, np.tile([0.0, 0.0, way], (len(vertices), 1)))


def deck_of(vertices: Array, way: float) -> Solid:
    """Return the flat side of half a loft."""
    both = np.stack([vertices[0], vertices[-1]], 0).reshape(-1, 3)
    normals = np.tile([0.0, way, 0.0], (len(both), 1))
    return solid(both, grid(2, vertices.shape[1], around=False), normals)


def sheet(corners: Array, bulge: float, thickness: float, cells: int = 8) -> Solid:
    """Return a patch between four corners, given round it, that swells along its normal."""
    u, v = np.meshgrid(np.linspace(0, 1, cells + 1), np.linspace(0, 1, cells + 1), indexing="ij")
    u, v = u.ravel()[:, None], v.ravel()[:, None]
    a, b, c, d = corners
    flat = (a * (1 - u) + b * u) * (1 - v) + (d * (1 - u) + c * u) * v
    normal = unit(np.cross(c - a, d - b))
    middle = flat + normal * bulge * np.sin(np.pi * u) * np.sin(np.pi * v)
    triangles: Rows = grid(cells + 1, cells + 1, around=False)[:, ::-1]
    normals = smooth_normals(middle, triangles)
    front = solid(middle + normals * thickness / 2, triangles, normals)
    back = solid(middle - normals * thickness / 2, triangles[:, ::-1], -normals)
    return merged([front, back])


def smooth_line(points: Array, between: int) -> Array:
    """Return a line with points put between on a curve."""
    return curve(points, between, closed=False)
