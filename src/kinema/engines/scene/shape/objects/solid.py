"""Solid: triangles with normals, before they have colour; and the simple ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float64]
Rows: TypeAlias = npt.NDArray[np.int64]

CREASE = np.cos(np.radians(42.0))
"""Edges sharper than this keep a hard edge."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Solid:
    """Triangles, counter-clockwise seen from outside.

    Attributes:
        vertices: (n, 3) metres.
        normals: (n, 3) unit length.
        triangles: (m, 3) rows of ``vertices``.
    """

    vertices: Array
    normals: Array
    triangles: Rows

    def moved(self, matrix: Array) -> "Solid":
        """Return this under an affine map (3, 4), which may mirror."""
        linear = matrix[:, :3]
        normals = self.normals @ np.linalg.inv(linear)
        flipped = np.linalg.det(linear) < 0
        return Solid(
            vertices=self.vertices @ linear.T + matrix[:, 3],
            normals=unit(normals),
            triangles=self.triangles[:, ::-1] if flipped else self.triangles,
        )


def unit(vectors: Array) -> Array:
    """Return rows at unit length; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12))


def face_normals(vertices: Array, triangles: Rows) -> Array:
    """Return (m, 3) normals, each twice as long as its triangle is large."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    return np.asarray(np.cross(b - a, c - a))


def smooth_normals(vertices: Array, triangles: Rows) -> Array:
    """Return normals that are the mean of the faces round each vertex."""
    faces = face_normals(vertices, triangles)
    total = np.zeros_like(vertices)
    for corner in range(3):
        np.add.at(total, triangles[:, corner], faces)
    return unit(total)


def solid(vertices: Array, triangles: Rows, normals: Array) -> Solid:
    """Return a solid without empty triangles, each wound to agree with the normals."""
    faces = face_normals(vertices, triangles)
    size = np.linalg.norm(faces, axis=1)
    keep = size > size.max(initial=0.0) * 1e-9
    triangles, faces = triangles[keep], faces[keep]
    wrong = (normals[triangles].sum(1) * faces).sum(1) < 0
    triangles = np.where(wrong[:, None], triangles[:, ::-1], triangles)
    return Solid(vertices=vertices, normals=normals, triangles=triangles)


def merged(solids: Sequence[Solid]) -> Solid:
    """Return several solids as one."""
    starts = np.cumsum([0, *(len(one.vertices) for one in solids)])
    pairs = zip(solids, starts, strict=False)
    return Solid(
        vertices=np.concatenate([one.vertices for one in solids]),
        normals=np.concatenate([one.normals for one in solids]),
        triangles=np.concatenate([one.triangles + start for one, start in pairs]),
    )


def grid(columns: int, rows: int, *, around: bool) -> Rows:
    """Return the triangles of a grid whose vertex (c, r) is row ``c * rows + r``.

    ``around`` joins the last column to the first.
    """
    c = np.arange(columns if around else columns - 1)
    r = np.arange(rows - 1)
    a = (c[:, None] * rows + r).ravel()
    b = ((c[:, None] + 1) % columns * rows + r).ravel()
    return np.concatenate([np.stack([a, a + 1, b], 1), np.stack([b, a + 1, b + 1], 1)])


def box(size: Sequence[float], bevel: float, taper: Sequence[float] = (1.0, 1.0)) -> Solid:
    """Return a box that stands on y = 0 round the y axis, its edges bevelled, top tapered.

    Each face keeps its own corners, so the bevels shade as if round.
    """
    half = np.asarray(size) / 2
    bevel = min(bevel, 0.49 * float(min(size)))
    signs = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
    inset = half - bevel
    corners = np.stack([signs * (half * axis + inset * (1 - axis)) for axis in np.eye(3)], 1)
    normals = np.stack([signs * axis for axis in np.eye(3)], 1)
    vertices = corners.reshape(-1, 3) + np.array([0.0, half[1], 0.0])
    top = vertices[:, 1] / size[1]
    vertices[:, 0] *= 1 + (taper[0] - 1) * top
    vertices[:, 2] *= 1 + (taper[-1] - 1) * top
    return solid(vertices, box_triangles(), normals.reshape(-1, 3))


def pebble(size: Sequence[float], bevel: float, taper: Sequence[float] = (1.0, 1.0)) -> Solid:
    """Return a box like `box` whose edges are round: a cushion, a bar of soap."""
    half = np.asarray(size, float) / 2
    bevel = min(bevel, 0.499 * float(min(size)))
    inset = half - bevel
    faces = [cushion_face(half, inset, bevel, axis, way) for axis in range(3) for way in (-1, 1)]
    whole = merged(faces)
    vertices = whole.vertices + np.array([0.0, half[1], 0.0])
    top = vertices[:, 1] / size[1]
    vertices[:, 0] *= 1 + (taper[0] - 1) * top
    vertices[:, 2] *= 1 + (taper[-1] - 1) * top
    return solid(vertices, whole.triangles, whole.normals)


def cushion_face(half: Array, inset: Array, bevel: float, axis: int, way: int) -> Solid:
    """Return one side of a `pebble`, round its edges as far as half way to the next."""
    u, v = (axis + 1) % 3, (axis + 2) % 3
    steps = [np.array([-inset[k] - bevel, -inset[k], inset[k], inset[k] + bevel]) for k in (u, v)]
    across, along = np.meshgrid(*steps, indexing="ij")
    cube = np.zeros((16, 3))
    cube[:, axis], cube[:, u], cube[:, v] = half[axis] * way, across.ravel(), along.ravel()
    inner = np.clip(cube, -inset, inset)
    normals = unit(cube - inner)
    return solid(inner + normals * bevel, grid(4, 4, around=False), normals)


def box_triangles() -> Rows:
    """Return six faces, twelve bevels and eight corners; corner c has rows 3c, 3c + 1, 3c + 2."""
    rows: list[tuple[int, int, int]] = [(3 * c, 3 * c + 1, 3 * c + 2) for c in range(8)]
    strides = (4, 2, 1)
    for axis in range(3):
        u, v = (strides[k] for k in range(3) if k != axis)
        for side in (0, strides[axis]):
            a, b, c, d = (3 * (side + k) + axis for k in (0, u, u + v, v))
            rows += [(a, b, c), (a, c, d)]
        along = strides[axis]
        first, second = (k for k in range(3) if k != axis)
        for low in (0, u, v, u + v):
            a, b = 3 * low, 3 * (low + along)
            rows += [(a + first, a + second, b + first), (b + first, a + second, b + second)]
    return np.array(rows)


def revolve(profile: Array, sides: int) -> Solid:
    """Return a profile of (radius, height) rows turned round y.

    It runs upwards along the outside, so that downwards is an inside. Corners sharper than
    `CREASE` stay sharp.
    """
    rings, normals = creased(profile)
    angles = np.arange(sides) * (2 * np.pi / sides)
    cos, sin = np.cos(angles)[:, None], np.sin(angles)[:, None]
    vertices = np.stack([rings[:, 0] * cos, rings[:, 1] + 0 * cos, rings[:, 0] * sin], -1)
    turned = np.stack([normals[:, 0] * cos, normals[:, 1] + 0 * cos, normals[:, 0] * sin], -1)
    triangles = grid(sides, len(rings), around=True)
    return solid(vertices.reshape(-1, 3), triangles, turned.reshape(-1, 3))


def creased(profile: Array) -> tuple[Array, Array]:
    """Return the profile with a point twice where its corner is sharp, and normals."""
    steps = np.diff(profile, axis=0)
    across = unit(np.stack([steps[:, 1], -steps[:, 0]], 1))
    rings, normals = [profile[0]], [across[0]]
    for at in range(1, len(profile) - 1):
        before, after = across[at - 1], across[at]
        if before @ after > CREASE:
            rings.append(profile[at])
            normals.append(unit(before + after))
        else:
            rings += [profile[at], profile[at]]
            normals += [before, after]
    return np.array([*rings, profile[-1]]), np.array([*normals, across[-1]])


def upright(direction: Array) -> Array:
    """Return a rotation (3, 3) that takes +y to a direction."""
    y = unit(direction)
    helper = np.array([0.0, 0.0, 1.0]) if abs(y[2]) < 0.9 else np.array([1.0, 0.0, 0.0])
    x = unit(np.cross(y, helper))
    return np.stack([x, y, np.cross(x, y)], 1)


def tube(along: Array, first: float, last: float, sides: int, bevel: float) -> Solid:
    """Return a cylinder or cone from the origin to ``along``, with bevelled ends."""
    length = float(np.linalg.norm(along))
    edge = min(bevel, 0.45 * length, 0.6 * max(first, last))
    low, high = min(edge, first * 0.6), min(edge, last * 0.6)
    profile = np.array(
        [
            (0, 0),
            (first - low, 0),
            (first, low),
            (last, length - high),
            (last - high, length),
            (0, length),
        ]
    )
    return rotated(revolve(profile, sides), upright(along))


def rotated(one: Solid, rotation: Array) -> Solid:
    """Return a solid under a rotation (3, 3)."""
    return one.moved(np.concatenate([rotation, np.zeros((3, 1))], 1))


def ball(radii: Sequence[float], sides: int) -> Solid:
    """Return an ellipsoid round the origin."""
    angles = np.linspace(-np.pi / 2, np.pi / 2, max(5, sides // 2 + 1))
    sphere = revolve(np.stack([np.cos(angles), np.sin(angles)], 1), sides)
    scale = np.concatenate([np.diag(np.asarray(radii, float)), np.zeros((3, 1))], 1)
    return sphere.moved(scale)


def capsule(along: Array, first: float, last: float, sides: int) -> Solid:
    """Return two balls, one at the origin and one at ``along``, and the cone that joins them."""
    length = float(np.linalg.norm(along))
    slope = np.arcsin(np.clip((first - last) / max(length, 1e-9), -1, 1))
    rings = max(3, sides // 4)
    low = np.linspace(-np.pi / 2, slope, rings)
    high = np.linspace(slope, np.pi / 2, rings)
    profile = np.concatenate(
        [
            np.stack([np.cos(low), np.sin(low)], 1) * first,
            np.stack([np.cos(high), np.sin(high)], 1) * last + [0, length],
        ]
    )
    return rotated(revolve(profile, sides), upright(along))


def ring(radius: float, thickness: float, sides: int) -> Solid:
    """Return a torus round the origin that faces z."""
    around = max(8, min(16, sides // 3))
    a = np.repeat(np.arange(sides) * (2 * np.pi / sides), around)
    b = np.tile(np.arange(around) * (2 * np.pi / around), sides)
    out = np.stack([np.cos(a), np.sin(a), 0 * a], 1)
    normals = out * np.cos(b)[:, None] + np.array([0, 0, 1.0]) * np.sin(b)[:, None]
    c, r = np.divmod(np.arange(sides * around), around)
    right, up = (c + 1) % sides * around + r, c * around + (r + 1) % around
    far = (c + 1) % sides * around + (r + 1) % around
    here = c * around + r
    triangles = np.concatenate([np.stack([here, right, up], 1), np.stack([up, right, far], 1)])
    return solid(out * radius + normals * thickness, triangles, normals)
