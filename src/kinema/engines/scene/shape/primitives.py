"""Hard shapes: spheres, boxes, tubes, lathes, rings, sheets; closed unless they say otherwise."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import mesh, rotation
from kinema.engines.scene.shape.model import Floats, Material, Mesh

Point = tuple[float, float, float]

EMPTY = 1e-12
"""Twice the area, in square metres, under which a triangle is left out."""


def lattice(points: npt.ArrayLike, *, around: bool) -> npt.NDArray[np.int32]:
    """Return triangles between the rows of (rows, columns, 3) points; ``around`` joins the ends."""
    rows, columns = np.asarray(points).shape[:2]
    row, column = np.meshgrid(
        np.arange(rows - 1), np.arange(columns if around else columns - 1), indexing="ij"
    )
    here = (row * columns + column).ravel()
    beside = (row * columns + (column + 1) % columns).ravel()
    above, across = here + columns, beside + columns
    return np.concatenate(
        [np.stack([here, beside, across], 1), np.stack([here, across, above], 1)]
    ).astype(np.int32)


def sheet(
    points: npt.ArrayLike,
    colour: npt.ArrayLike,
    *,
    material: Material = Material.MATTE,
    around: bool = False,
) -> Mesh:
    """Return the open surface through (rows, columns, 3) points.

    Its outside is where rows run up and columns run to the right; ``colour`` is one linear RGB or
    (rows, columns, 3).
    """
    grid = np.asarray(points, np.float32)
    colours = np.broadcast_to(np.asarray(colour, np.float32), grid.shape).reshape(-1, 3)
    points, triangles = grid.reshape(-1, 3), lattice(grid, around=around)
    corner = points[triangles].astype(float)
    area = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    whole = np.linalg.norm(area, axis=1) > EMPTY
    return mesh(points, triangles[whole], colours, material=material)


def sphere(
    centre: Point,
    radii: float | Point,
    colour: Rgb,
    *,
    material: Material = Material.SATIN,
    rings: int = 10,
    sides: int = 14,
) -> Mesh:
    """Return a sphere, or an ellipsoid where ``radii`` are three."""
    angle = np.linspace(0.0, math.pi, rings + 1)
    profile = [(math.sin(a), -math.cos(a)) for a in angle]
    unit_sphere = lathe(profile, colour, material=material, sides=sides)
    size = np.broadcast_to(np.asarray(radii, np.float32), 3)
    return Mesh(
        vertices=unit_sphere.vertices * size + np.asarray(centre, np.float32),
        normals=mesh_normals(unit_sphere.vertices / size),
        colours=unit_sphere.colours,
        triangles=unit_sphere.triangles,
        materials=unit_sphere.materials,
    )


def mesh_normals(directions: Floats) -> Floats:
    """Return directions at length 1."""
    length = np.linalg.norm(directions, axis=1, keepdims=True)
    return np.asarray(directions / np.maximum(length, 1e-9), np.float32)


def lathe(
    profile: Sequence[tuple[float, float]],
    colour: npt.ArrayLike,
    *,
    material: Material = Material.SATIN,
    sides: int = 24,
) -> Mesh:
    """Return (radius, height) pairs, from the bottom up, turned round y.

    ``colour`` is one linear RGB or one a pair. It is closed where the profile starts and ends at
    radius 0.
    """
    turn = np.arange(sides) * (2 * math.pi / sides)
    radius = np.array([pair[0] for pair in profile])[:, None]
    height = np.array([pair[1] for pair in profile])[:, None] + np.zeros(sides)
    points = np.stack([np.sin(turn) * radius, height, np.cos(turn) * radius], axis=-1)
    colours = np.asarray(colour, np.float32)
    if colours.ndim == 2:
        colours = colours[:, None, :]
    return sheet(points, colours, material=material, around=True)


def tube(
    path: npt.ArrayLike,
    radii: npt.ArrayLike,
    colour: npt.ArrayLike,
    *,
    material: Material = Material.SATIN,
    sides: int = 8,
    squash: float = 1.0,
) -> Mesh:
    """Return a closed tube along (n, 3) points with a radius a point (one for all, or n).

    ``squash`` thins it along its own up direction; ``colour`` is one linear RGB or n.
    """
    line = np.asarray(path, float)
    radius = np.broadcast_to(np.asarray(radii, float), len(line))
    forward = np.gradient(line, axis=0)
    forward /= np.maximum(np.linalg.norm(forward, axis=1, keepdims=True), 1e-9)
    side, up = _frames(forward)
    angle = np.arange(sides) * (2 * math.pi / sides)
    ring = (
        side[:, None] * np.cos(angle)[None, :, None]
        + up[:, None] * (squash * np.sin(angle))[None, :, None]
    )
    points = line[:, None] + ring * radius[:, None, None]
    ends = (np.repeat(line[:1, None], sides, 1), np.repeat(line[-1:, None], sides, 1))
    points = np.concatenate([ends[0], points, ends[1]])
    colours = np.asarray(colour, np.float32)
    if colours.ndim == 2:
        colours = np.concatenate([colours[:1], colours, colours[-1:]])[:, None, :]
    return sheet(points, colours, material=material, around=True)


def _frames(forward: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], ...]:
    """Return sides and ups along a path, carried from point to point so that nothing twists."""
    first = np.array([1.0, 0.0, 0.0]) if abs(forward[0, 0]) < 0.9 else np.array([0.0, 0.0, 1.0])
    side = np.empty_like(forward)
    for at, ahead in enumerate(forward):
        across = (first if at == 0 else side[at - 1]) - 0.0
        across = across - ahead * (across @ ahead)
        side[at] = across / max(float(np.linalg.norm(across)), 1e-9)
    return side, np.cross(forward, side)


def cone(
    start: Point,
    end: Point,
    radius: float,
    tip: float,
    colour: npt.ArrayLike,
    *,
    material: Material = Material.SATIN,
    sides: int = 8,
) -> Mesh:
    """Return a cone or cylinder between two points."""
    return tube([start, end], [radius, tip], colour, material=material, sides=sides)


def box(
    centre: Point,
    size: Point,
    colour: Rgb,
    *,
    material: Material = Material.SATIN,
    bevel: float = 0.0,
) -> Mesh:
    """Return a box whose edges are cut by ``bevel`` metres."""
    half = np.asarray(size, float) / 2
    cut = np.minimum(bevel, half * 0.98)
    points, normals, triangles = [], [], []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            normals.append(np.eye(3)[axis] * sign)
            points.append(_face(half, cut, axis, sign))
            triangles.append(np.array([[0, 1, 2], [0, 2, 3]]) + 4 * (len(points) - 1))
    corner = np.array(points)
    faces = _bevels(corner) if bevel > 0 else np.zeros((0, 3), int)
    return mesh(
        corner.reshape(-1, 3) + np.asarray(centre),
        np.concatenate([*triangles, faces]),
        colour,
        material=material,
        normals=np.repeat(normals, 4, axis=0),
    )


def _face(
    half: npt.NDArray[np.float64], cut: npt.NDArray[np.float64], axis: int, sign: float
) -> npt.NDArray[np.float64]:
    across, along = (axis + 1) % 3, (axis + 2) % 3
    corners = np.zeros((4, 3))
    corners[:, axis] = half[axis] * sign
    turns = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    for row, (u, v) in enumerate(turns if sign > 0 else turns[::-1]):
        corners[row, across] = (half[across] - cut[across]) * u
        corners[row, along] = (half[along] - cut[along]) * v
    return corners


def _bevels(faces: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return triangles of the 12 strips and 8 corners between (6, 4, 3) faces."""
    points = faces.reshape(-1, 3)
    found = []
    for first in range(6):
        for second in range(first + 1, 6):
            if first // 2 != second // 2:
                found += _strip(points, first, second)
    for signs in np.ndindex(2, 2, 2):
        direction = np.array(signs) * 2 - 1
        trio = [
            2 * axis * 4
            + signs[axis] * 4
            + int(np.argmax(points[(2 * axis + signs[axis]) * 4 :][:4] @ direction))
            for axis in range(3)
        ]
        found.append(_outward(points, trio))
    return np.array(found)


def _strip(points: npt.NDArray[np.float64], first: int, second: int) -> list[list[int]]:
    gap = np.linalg.norm(
        points[first * 4 : first * 4 + 4, None] - points[None, second * 4 : second * 4 + 4], axis=2
    )
    near = np.argsort(gap, axis=None, kind="stable")[:2]
    (a, b), (c, d) = (divmod(int(index), 4) for index in near)
    one = [first * 4 + a, second * 4 + b, second * 4 + d]
    two = [first * 4 + a, second * 4 + d, first * 4 + c]
    return [_outward(points, one), _outward(points, two)]


def _outward(points: npt.NDArray[np.float64], corners: list[int]) -> list[int]:
    a, b, c = points[corners]
    return corners if np.cross(b - a, c - a) @ (a + b + c) > 0 else corners[::-1]


def ring(
    centre: Point,
    radius: float,
    thickness: float,
    colour: Rgb,
    *,
    turn: Point = (0.0, 0.0, 0.0),
    squash: Point = (1.0, 1.0, 1.0),
    material: Material = Material.SATIN,
    sides: int = 24,
    section: int = 8,
) -> Mesh:
    """Return a torus lying flat (its axis is y), squashed, then turned."""
    around = np.arange(sides) * (2 * math.pi / sides)
    across = np.arange(section + 1) * (-2 * math.pi / section)
    reach = radius + thickness * np.cos(across)[:, None]
    points = np.stack(
        [
            np.sin(around) * reach,
            -thickness * np.sin(across)[:, None] + 0 * around,
            np.cos(around) * reach,
        ],
        axis=-1,
    ) * np.asarray(squash)
    placed = points @ rotation(*turn).T + np.asarray(centre)
    return sheet(placed, colour, material=material, around=True)
