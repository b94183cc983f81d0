"""Fields of melted parts: their value, slope and openness, and the surface where they are 0.

A field is a list of parts in order: each melts into, or is carved out of, what came before. Its
value is the distance to the surface in metres (exact to first order near it), negative inside.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

import numpy as np
from numba import njit

from kinema.engines.scene.shape.nets import surface_nets
from kinema.engines.scene.shape.part import Doubles, Part, Point, packed

P = ParamSpec("P")
R = TypeVar("R")


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function on first use, keep it on disk, and let go of the lock while it runs."""
    compiled: Callable[P, R] = njit(cache=True, nogil=True)(function)
    return compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A box of the field that is meshed with smaller cells: a face, a hand."""

    middle: Point
    half: Point
    cell: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Surface:
    """Where a field is 0.

    Attributes:
        points: (n, 3) metres.
        normals: (n, 3) unit length, from the field's slope.
        open: (n,) from 0, hidden in a crease, to 1.
        triangles: (m, 3) counter-clockwise from outside.
    """

    points: Doubles
    normals: Doubles
    open: Doubles
    triangles: np.typing.NDArray[np.int32]


def surface(parts: tuple[Part, ...], cell: float, details: tuple[Detail, ...] = ()) -> Surface:
    """Return the skin of the melted parts as triangles of about ``cell`` metres.

    Each detail is meshed on its own and overlaps the rest by a cell. Both lie on one surface, so
    that nothing shows.
    """
    field = packed(parts)
    low, high = bounds(field)
    points, triangles = _patch(field, low - 2 * cell, high + 2 * cell, cell)
    patches = [(points, triangles, cell)]
    for detail in details:
        middle, half = np.asarray(detail.middle), np.asarray(detail.half)
        patches = [
            (points, _without(points, faces, middle, half - coarse), coarse)
            for points, faces, coarse in patches
        ]
        points, triangles = _patch(field, middle - half, middle + half, detail.cell)
        patches.append((points, triangles, detail.cell))
    return _joined(field, patches)


def bounds(field: Doubles) -> tuple[Doubles, Doubles]:
    """Return the lowest and highest corner that solid parts can reach."""
    solid = field[field[:, 10] == 0]
    along = np.einsum(
        "nij,ni->nj", solid[:, 15:24].reshape(-1, 3, 3), solid[:, 4:7] / solid[:, 12:15]
    )
    reach = np.maximum(solid[:, 7], solid[:, 8])[:, None] / solid[:, 12:15]
    radius = np.sqrt(np.einsum("nij,ni->nj", solid[:, 15:24].reshape(-1, 3, 3) ** 2, reach**2))
    radius = np.where(solid[:, :1] == 0, radius, solid[:, 27:28])
    ends = np.stack([solid[:, 1:4], solid[:, 1:4] + along])
    margin = 0.25 * solid[:, 9:10]
    return (ends.min(0) - radius - margin).min(0), (ends.max(0) + radius + margin).max(0)


def value(field: Doubles, points: Doubles) -> Doubles:
    """Return the field's (n,) values at (n, 3) points."""
    out = np.empty(len(points))
    _values(field, np.ascontiguousarray(points), out)
    return out


def slope(field: Doubles, points: Doubles, step: float) -> Doubles:
    """Return the field's (n, 3) unit slopes: normals, on the surface."""
    out = np.empty((len(points), 3))
    for axis in range(3):
        shift = np.zeros(3)
        shift[axis] = step
        out[:, axis] = value(field, points + shift) - value(field, points - shift)
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12))


def projected(field: Doubles, points: Doubles, step: float) -> Doubles:
    """Return the points moved onto the surface; none moves by more than two ``step``."""
    for _ in range(2):
        away = np.clip(value(field, points), -step, step)
        points = points - slope(field, points, step * 0.3) * away[:, None]
    return points


def openness(field: Doubles, points: Doubles, normals: Doubles, reach: float) -> Doubles:
    """Return how open each point is, from the field's value up to ``reach`` metres above it."""
    total = np.zeros(len(points))
    for share in (0.25, 0.55, 1.0):
        total += np.clip(
            value(field, points + normals * (reach * share)) / (reach * share), -0.5, 1
        )
    return np.clip(0.3 + 0.7 * total / 3, 0.15, 1.0)


def shares(field: Doubles, points: Doubles) -> tuple[Doubles, Doubles]:
    """Return each part's (n, parts) distance and how far along it (0 to 1) each point is."""
    distance = np.empty((len(points), len(field)))
    along = np.empty_like(distance)
    _shares(field, np.ascontiguousarray(points), distance, along)
    return distance, along


def _patch(
    field: Doubles, low: Doubles, high: Doubles, cell: float
) -> tuple[Doubles, np.typing.NDArray[np.int32]]:
    count = np.ceil((high - low) / cell).astype(int) + 1
    grid = np.empty(tuple(count))
    _fill(field, low, cell, grid)
    points, triangles = surface_nets(grid)
    points = points * cell + low
    points = projected(field, _relaxed(points, triangles), cell)
    return points, triangles


def _relaxed(points: Doubles, triangles: np.typing.NDArray[np.int32]) -> Doubles:
    """Return each point half way to the middle of its neighbours, for even triangles."""
    start, end = triangles.ravel(), np.roll(triangles, 1, axis=1).ravel()
    count = np.bincount(start, minlength=len(points))[:, None]
    total = np.stack([np.bincount(start, points[end, axis], len(points)) for axis in range(3)], 1)
    return np.where(count > 3, 0.5 * points + 0.5 * total / np.maximum(count, 1), points)


def _without(
    points: Doubles, triangles: np.typing.NDArray[np.int32], middle: Doubles, half: Doubles
) -> np.typing.NDArray[np.int32]:
    inside = np.all(np.abs(points - middle) < half, axis=1)
    return np.asarray(triangles[~inside[triangles].all(axis=1)])


def _joined(
    field: Doubles, patches: list[tuple[Doubles, np.typing.NDArray[np.int32], float]]
) -> Surface:
    points, normals, faces, start = [], [], [], 0
    for vertices, triangles, cell in patches:
        used, renamed = np.unique(triangles, return_inverse=True)
        points.append(vertices[used])
        normals.append(slope(field, vertices[used], 0.35 * cell))
        faces.append(_outward(points[-1], normals[-1], renamed.reshape(-1, 3)) + start)
        start += len(used)
    low, high = bounds(field)
    everywhere, upright = np.concatenate(points), np.concatenate(normals)
    reach = 0.16 * float(np.linalg.norm(high - low))
    return Surface(
        points=everywhere,
        normals=upright,
        open=openness(field, everywhere, upright, reach),
        triangles=np.concatenate(faces).astype(np.int32),
    )


def _outward(
    points: Doubles, normals: Doubles, triangles: np.typing.NDArray[np.int64]
) -> np.typing.NDArray[np.int64]:
    """Return the triangles turned to face the way that their normals do, without empty ones."""
    corner = points[triangles]
    face = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    turned = np.einsum("ni,ni->n", face, normals[triangles].sum(axis=1)) < 0
    whole = np.where(turned[:, None], triangles[:, ::-1], triangles)
    return np.asarray(whole[np.linalg.norm(face, axis=1) > 1e-14])


@kernel
def _local(row: Doubles, x: float, y: float, z: float) -> tuple[float, float, float]:
    dx, dy, dz = x - row[1], y - row[2], z - row[3]
    return (
        (row[15] * dx + row[16] * dy + row[17] * dz) * row[12],
        (row[18] * dx + row[19] * dy + row[20] * dz) * row[13],
        (row[21] * dx + row[22] * dy + row[23] * dz) * row[14],
    )


@kernel
def _box(row: Doubles, x: float, y: float, z: float) -> float:
    """Return the distance to a rounded box, in metres."""
    edge = row[11]
    px, py, pz = abs(x) - 1.0, abs(y) - 1.0, abs(z) - 1.0
    px, py, pz = px / row[12] + edge, py / row[13] + edge, pz / row[14] + edge
    inside = min(max(px, max(py, pz)), 0.0)
    px, py, pz = max(px, 0.0), max(py, 0.0), max(pz, 0.0)
    return float(math.sqrt(px * px + py * py + pz * pz) + inside - edge)


@kernel
def _barrel(row: Doubles, x: float, y: float, z: float) -> tuple[float, float]:
    """Return the distance to a flat-ended cone, in metres, and how far along it is."""
    length = row[28] ** 0.5
    share = (x * row[4] + y * row[5] + z * row[6]) / max(row[28], 1e-12)
    cx, cy, cz = x - share * row[4], y - share * row[5], z - share * row[6]
    across = (cx * cx + cy * cy + cz * cz) ** 0.5
    held = min(max(share, 0.0), 1.0)
    edge = row[11]
    out = (across - (row[7] + (row[8] - row[7]) * held)) * row[29] + edge
    past = (abs(share - 0.5) - 0.5) * length * row[29] + edge
    inside = min(max(out, past), 0.0)
    out, past = max(out, 0.0), max(past, 0.0)
    return math.sqrt(out * out + past * past) + inside - edge, held


@kernel
def _capsule(row: Doubles, x: float, y: float, z: float) -> tuple[float, float]:
    """Return the distance to a squashed capsule, first-order exact, and how far along it is."""
    share = 0.0
    if row[28] > 1e-12:
        share = min(max((x * row[4] + y * row[5] + z * row[6]) / row[28], 0.0), 1.0)
    dx, dy, dz = x - share * row[4], y - share * row[5], z - share * row[6]
    far = (dx * dx + dy * dy + dz * dz) ** 0.5
    out = far - (row[7] + (row[8] - row[7]) * share)
    if far < 1e-9:
        return out * row[29], share
    gx, gy, gz = dx * row[12], dy * row[13], dz * row[14]
    return out * far / (gx * gx + gy * gy + gz * gz) ** 0.5, share


@kernel
def _distance(row: Doubles, x: float, y: float, z: float) -> tuple[float, float]:
    lx, ly, lz = _local(row, x, y, z)
    if row[0] == 0.0:
        return _capsule(row, lx, ly, lz)
    if row[0] == 1.0:
        return _barrel(row, lx, ly, lz)
    return _box(row, lx, ly, lz), 0.0


@kernel
def _value(field: Doubles, x: float, y: float, z: float) -> float:
    total = 1e3
    for at in range(len(field)):
        row = field[at]
        blend = row[9]
        dx, dy, dz = x - row[24], y - row[25], z - row[26]
        least = (dx * dx + dy * dy + dz * dz) ** 0.5 - row[27]
        if row[10] == 0.0:
            if least > total + 2.0 * blend:
                continue
            near, _ = _distance(row, x, y, z)
            mix = max(blend - abs(total - near), 0.0) / blend
            total = min(total, near) - mix * mix * blend * 0.25
        elif least < blend - total:
            near, _ = _distance(row, x, y, z)
            mix = max(blend - abs(total + near), 0.0) / blend
            total = max(total, -near) + mix * mix * blend * 0.25
    return total


@kernel
def _values(field: Doubles, points: Doubles, out: Doubles) -> None:
    for at in range(len(points)):
        out[at] = _value(field, points[at, 0], points[at, 1], points[at, 2])


@kernel
def _shares(field: Doubles, points: Doubles, distance: Doubles, along: Doubles) -> None:
    for at in range(len(points)):
        for part in range(len(field)):
            distance[at, part], along[at, part] = _distance(
                field[part], points[at, 0], points[at, 1], points[at, 2]
            )


@kernel
def _fill(field: Doubles, low: Doubles, cell: float, grid: Doubles) -> None:
    """Fill the grid; blocks of 4 x 4 x 4 cells far outside the surface get their middle's value."""
    block = 4
    safe = cell * block * 1.5
    for i0 in range(0, grid.shape[0], block):
        for j0 in range(0, grid.shape[1], block):
            for k0 in range(0, grid.shape[2], block):
                middle = _value(
                    field,
                    low[0] + cell * (i0 + 1.5),
                    low[1] + cell * (j0 + 1.5),
                    low[2] + cell * (k0 + 1.5),
                )
                _fill_block(field, low, cell, grid, (i0, j0, k0), middle, middle > safe)


@kernel
def _fill_block(
    field: Doubles,
    low: Doubles,
    cell: float,
    grid: Doubles,
    start: tuple[int, int, int],
    middle: float,
    far: bool,  # noqa: FBT001  (a kernel takes no keywords)
) -> None:
    for i in range(start[0], min(start[0] + 4, grid.shape[0])):
        for j in range(start[1], min(start[1] + 4, grid.shape[1])):
            for k in range(start[2], min(start[2] + 4, grid.shape[2])):
                if far:
                    grid[i, j, k] = middle
                else:
                    grid[i, j, k] = _value(
                        field, low[0] + cell * i, low[1] + cell * j, low[2] + cell * k
                    )
