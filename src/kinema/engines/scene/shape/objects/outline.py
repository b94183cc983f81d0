"""Flat outlines made solid: extruded with a bevel, or inflated like a cushion."""

import numpy as np

from kinema.engines.scene.shape.objects.solid import (
    CREASE,
    Array,
    Rows,
    Solid,
    merged,
    smooth_normals,
    solid,
    unit,
)


def curve(points: Array, between: int, *, closed: bool) -> Array:
    """Return points with ``between`` more on a smooth curve between each two (Catmull-Rom)."""
    if between < 1 or len(points) < 3:
        return points
    if closed:
        padded = np.concatenate([points[-1:], points, points[:2]])
    else:
        padded = np.concatenate([points[:1], points, points[-1:]])
    a, b, c, d = (padded[k : len(padded) - 3 + k, None] for k in range(4))
    t = (np.arange(between + 1) / (between + 1))[None, :, None]
    found = 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
    flat = found.reshape(-1, points.shape[1])
    return flat if closed else np.concatenate([flat, points[-1:]])


def area(outline: Array) -> float:
    """Return the area, above 0 for counter-clockwise."""
    x, y = outline.T
    return float(0.5 * (x * np.roll(y, -1) - y * np.roll(x, -1)).sum())


def counter_clockwise(outline: Array) -> Array:
    """Return the outline in that order."""
    return outline if area(outline) > 0 else outline[::-1]


def edge_normals(outline: Array) -> Array:
    """Return the outward normal of the edge after each point."""
    step = np.roll(outline, -1, 0) - outline
    return unit(np.stack([step[:, 1], -step[:, 0]], 1))


def inset(outline: Array, by: float) -> Array:
    """Return the outline moved inwards; corners are mitred, at most twice as far."""
    after = edge_normals(outline)
    before = np.roll(after, 1, 0)
    both = before + after
    reach = np.maximum((both * both).sum(1, keepdims=True), 1.0)
    return np.asarray(outline - both * (2 * by) / reach)


def ears(outline: Array) -> Rows:
    """Return the triangles of a simple polygon, given counter-clockwise (ear clipping)."""
    left = list(range(len(outline)))
    found: list[tuple[int, int, int]] = []
    while len(left) > 3:
        at = next((k for k in range(len(left)) if is_ear(outline, left, k)), 0)
        size = len(left)
        found.append((left[at - 1], left[at], left[(at + 1) % size]))
        del left[at]
    return np.array([*found, tuple(left)])


def is_ear(outline: Array, left: list[int], at: int) -> bool:
    """Whether the corner can be cut off."""
    a, b, c = (outline[left[k % len(left)]] for k in (at - 1, at, at + 1))
    if cross(b - a, c - b) <= 1e-14:
        return False
    others = outline[
        [k for k in left if k not in (left[at - 1], left[at], left[(at + 1) % len(left)])]
    ]
    inside = (cross(b - a, others - a) >= 0) & (cross(c - b, others - b) >= 0)
    return not bool((inside & (cross(a - c, others - c) >= 0)).any())


def cross(a: Array, b: Array) -> Array:
    """Return the z of the cross product of plane vectors."""
    return np.asarray(a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0])


def extrude(outline: Array, depth: float, bevel: float) -> Solid:
    """Return an outline in x, y with a thickness round z = 0."""
    outline = counter_clockwise(outline)
    bevel = min(bevel, depth * 0.49)
    small = inset(outline, bevel) if bevel > 0 else outline
    faces = ears(small)
    solids = [sides(outline, small, depth, bevel)]
    for way in (1.0, -1.0):
        vertices = np.column_stack([small, np.full(len(small), way * depth / 2)])
        normals = np.tile([0.0, 0.0, way], (len(small), 1))
        solids.append(solid(vertices, faces, normals))
    return merged(solids)


def sides(outline: Array, small: Array, depth: float, bevel: float) -> Solid:
    """Return the wall of an extrusion with its two bevels."""
    after = edge_normals(outline)
    before = np.roll(after, 1, 0)
    soft = ((before * after).sum(1) > CREASE)[:, None]
    start = np.where(soft, unit(before + after), after)
    end = np.roll(np.where(soft, unit(before + after), before), -1, 0)
    levels = ((small, -depth / 2, -1.0), (outline, bevel - depth / 2, 0.0))
    vertices, normals = [], []
    for points, normal in ((0, start), (1, end)):
        for ring, z, way in (*levels, *((r, -z, -w) for r, z, w in reversed(levels))):
            place = np.roll(ring, -points, 0)
            vertices.append(np.column_stack([place, np.full(len(place), z)]))
            tilt = np.full((len(place), 1), way * 1e6)
            normals.append(unit(np.column_stack([normal, tilt])))
    triangles = wall(len(outline))
    return solid(np.concatenate(vertices), triangles, np.concatenate(normals))


def wall(count: int) -> Rows:
    """Return the triangles between four levels of ``count`` edges' starts and ends."""
    edges = np.arange(count)
    found = []
    for level in range(3):
        a, b = level * count + edges, (level + 1) * count + edges
        c, d = a + 4 * count, b + 4 * count
        found += [np.stack([a, b, c], 1), np.stack([c, b, d], 1)]
    return np.concatenate(found)


def distance(points: Array, outline: Array) -> Array:
    """Return how far each point lies inside the outline; below 0 outside."""
    a, b = outline[None], np.roll(outline, -1, 0)[None]
    step, to = b - a, points[:, None] - a
    along = np.clip((to * step).sum(-1) / np.maximum((step * step).sum(-1), 1e-18), 0, 1)
    apart = np.linalg.norm(to - along[..., None] * step, axis=-1).min(1)
    y = points[:, 1:2]
    straddles = (a[..., 1] > y) != (b[..., 1] > y)
    rise = np.where(step[..., 1] == 0, 1e-18, step[..., 1])
    meets = a[..., 0] + (y - a[..., 1]) / rise * step[..., 0]
    inside = (straddles & (points[:, :1] < meets)).sum(1) % 2 == 1
    return np.asarray(np.where(inside, apart, -apart))


def filled(outline: Array, cells: int) -> tuple[Array, Rows]:
    """Return points and triangles that fill an outline: a grid, cut at the rim."""
    low, high = outline.min(0), outline.max(0)
    pitch = float((high - low).max()) / cells
    counts = np.ceil((high - low) / pitch).astype(int) + 2
    x, y = np.meshgrid(*(np.arange(n) for n in counts), indexing="ij")
    nodes = low - pitch * 0.517 + pitch * np.stack([x.ravel(), y.ravel()], 1)
    depth = distance(nodes, outline)
    vertices: list[Array] = []
    known: dict[tuple[int, int], int] = {}

    def row(a: int, b: int) -> int:
        key = (min(a, b), max(a, b))
        if key not in known:
            share = 0.0 if a == b else depth[a] / (depth[a] - depth[b])
            known[key] = len(vertices)
            vertices.append(nodes[a] + (nodes[b] - nodes[a]) * share)
        return known[key]

    triangles: list[tuple[int, int, int]] = []
    wide = counts[1]
    starts = (x[:-1, :-1] * wide + y[:-1, :-1]).ravel()
    for start in starts:
        corners = [int(start), int(start) + wide, int(start) + wide + 1, int(start) + 1]
        ring = []
        for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
            if depth[a] > 0:
                ring.append(row(a, a))
            if (depth[a] > 0) != (depth[b] > 0):
                ring.append(row(a, b))
        triangles += [(ring[0], ring[k], ring[k + 1]) for k in range(1, len(ring) - 1)]
    return np.array(vertices), np.array(triangles)


def puff(outline: Array, depth: float, rim: float, cells: int) -> Solid:
    """Return an outline inflated to a thickness round z = 0.

    ``rim`` is the metres over which it rises; 0 takes the widest place, which makes a cushion.
    """
    outline = counter_clockwise(outline)
    points, triangles = filled(outline, cells)
    inside = np.maximum(distance(points, outline), 0)
    reach = min(rim, inside.max()) if rim > 0 else inside.max()
    share = np.clip(inside / reach, 0, 1)
    height = np.sqrt(1 - (1 - share) ** 2) * depth / 2
    height[inside < 1e-6 * reach] = 0
    front = np.column_stack([points, height])
    rim_rows = height == 0
    back_row = np.where(rim_rows, np.arange(len(points)), 0)
    back_row[~rim_rows] = len(points) + np.arange((~rim_rows).sum())
    vertices = np.concatenate([front, front[~rim_rows] * [1, 1, -1]])
    both = np.concatenate([triangles, back_row[triangles][:, ::-1]])
    return solid(vertices, both, smooth_normals(vertices, both))
