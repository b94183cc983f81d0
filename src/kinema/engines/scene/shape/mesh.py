"""Making, moving and joining meshes."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.model import Floats, Ints, Material, Mesh


def mesh(
    vertices: npt.ArrayLike,
    triangles: npt.ArrayLike,
    colour: npt.ArrayLike,
    *,
    material: Material = Material.MATTE,
    normals: npt.ArrayLike | None = None,
    occlusion: npt.ArrayLike = 1.0,
) -> Mesh:
    """Return a mesh; ``colour`` is one linear RGB or one a vertex, normals default to smooth."""
    points = np.asarray(vertices, np.float32)
    corners = np.asarray(triangles, np.int32).reshape(-1, 3)
    colours = np.empty((len(points), 4), np.float32)
    colours[:, :3] = np.asarray(colour, np.float32)
    colours[:, 3] = np.asarray(occlusion, np.float32)
    return Mesh(
        vertices=points,
        normals=smooth_normals(points, corners) if normals is None else unit(normals),
        colours=colours,
        triangles=corners,
        materials=np.full(len(corners), material, np.uint8),
    )


def unit(vectors: npt.ArrayLike) -> Floats:
    """Return (n, 3) rows of length 1; a row of zeros points up."""
    rows = np.asarray(vectors, np.float32)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    up = np.asarray((0.0, 1.0, 0.0), np.float32)
    return np.where(length > 1e-9, rows / np.maximum(length, 1e-9), up).astype(np.float32)


def smooth_normals(vertices: Floats, triangles: Ints) -> Floats:
    """Return (n, 3) normals, the mean of each vertex's faces by their area."""
    corner = vertices[triangles]
    faces = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    total = np.stack(
        [
            np.bincount(triangles.ravel(), np.repeat(faces[:, axis], 3), len(vertices))
            for axis in range(3)
        ],
        axis=1,
    )
    return unit(total)


def flat(shape: Mesh) -> Mesh:
    """Return the mesh with a normal and a mean colour a face, for hard edges."""
    corner = shape.vertices[shape.triangles]
    faces = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    colours = shape.colours[shape.triangles].mean(axis=1)
    return Mesh(
        vertices=corner.reshape(-1, 3),
        normals=np.repeat(unit(faces), 3, axis=0),
        colours=np.repeat(colours, 3, axis=0),
        triangles=np.arange(len(corner) * 3, dtype=np.int32).reshape(-1, 3),
        materials=shape.materials,
    )


def join(meshes: Sequence[Mesh]) -> Mesh:
    """Return all meshes as one, in order."""
    starts = np.cumsum([0, *(len(one.vertices) for one in meshes)])
    return Mesh(
        vertices=np.concatenate([one.vertices for one in meshes]),
        normals=np.concatenate([one.normals for one in meshes]),
        colours=np.concatenate([one.colours for one in meshes]),
        triangles=np.concatenate(
            [one.triangles + start for one, start in zip(meshes, starts[:-1], strict=True)]
        ).astype(np.int32),
        materials=np.concatenate([one.materials for one in meshes]),
    )


def rotation(x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Floats:
    """Return the (3, 3) turn by ``z``, then ``x``, then ``y`` radians."""
    cx, sx, cy, sy, cz, sz = (f(a) for a in (x, y, z) for f in (math.cos, math.sin))
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(about_y @ about_x @ about_z, np.float32)


def moved(
    shape: Mesh,
    by: npt.ArrayLike = (0.0, 0.0, 0.0),
    *,
    turn: Floats | None = None,
    scale: npt.ArrayLike = 1.0,
) -> Mesh:
    """Return the mesh scaled (one factor or three, all positive), then turned, then moved."""
    factor = np.broadcast_to(np.asarray(scale, np.float32), 3)
    matrix = np.eye(3, dtype=np.float32) if turn is None else turn
    return Mesh(
        vertices=np.asarray((shape.vertices * factor) @ matrix.T + np.asarray(by), np.float32),
        normals=unit((shape.normals / factor) @ matrix.T),
        colours=shape.colours,
        triangles=shape.triangles,
        materials=shape.materials,
    )


def mirrored(shape: Mesh) -> Mesh:
    """Return the mesh on the other side of x = 0."""
    flip = np.asarray((-1.0, 1.0, 1.0), np.float32)
    return Mesh(
        vertices=shape.vertices * flip,
        normals=shape.normals * flip,
        colours=shape.colours,
        triangles=np.ascontiguousarray(shape.triangles[:, ::-1]),
        materials=shape.materials,
    )


def tinted(shape: Mesh, colour: Rgb) -> Mesh:
    """Return the mesh with its colours multiplied."""
    return Mesh(
        vertices=shape.vertices,
        normals=shape.normals,
        colours=shape.colours * np.asarray((*colour, 1.0), np.float32),
        triangles=shape.triangles,
        materials=shape.materials,
    )
