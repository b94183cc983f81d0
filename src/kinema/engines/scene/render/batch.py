"""Many placed models as one set of arrays, cut into pieces that are left out when out of sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.shape.model import Bytes, Floats, Ints, Material, Mesh, Model

from . import geometry
from .bulk import balls
from .view import Placed, Water

Kind = TypeVar("Kind", bound=np.generic)

Tables = npt.NDArray[np.int64]

PIECE = 1500
"""Triangles of a piece at most; a larger mesh is cut by place."""

TWO_SIDED = (Material.LEAF, Material.CLOTH, Material.EMISSIVE, Material.WATER)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rest:
    """What `geometry.skin` takes of a model, in the form that it takes."""

    vertices: Floats
    normals: Floats
    index: Bytes
    weight: Floats
    balls: Floats
    carriers: Tables

    @classmethod
    def of(cls, model: Model) -> "Rest":
        """Return a model's arrays; numbers that are not finite become 0, for they would spread."""
        middles, carriers = balls(model)
        return cls(
            balls=middles,
            carriers=carriers,
            vertices=np.nan_to_num(np.ascontiguousarray(model.mesh.vertices, np.float32)),
            normals=np.nan_to_num(np.ascontiguousarray(model.mesh.normals, np.float32)),
            index=np.ascontiguousarray(model.bone_index, np.uint8),
            weight=np.ascontiguousarray(model.bone_weight, np.float32),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """Arrays that kernels read.

    Attributes:
        vertices: (n, 3) in the world.
        normals: (n, 3).
        colours: (n, 4).
        rest: (n, 3) what patterns stick to: the world for scenery, the model's rest for the rest.
        triangles: (m, 3).
        materials: (m,).
        owners: (m,).
        sides: (m,) 0 is not drawn, 1 is seen from the front, 2 from both sides.
        casts: (m,) whether it throws a shadow.
        pieces: (p, 4) first and last triangle, first and last vertex.
        spheres: (p, 4) middle and radius that hold a piece.
        rests: What each placed model is at rest.
    """

    vertices: Floats
    normals: Floats
    colours: Floats
    rest: Floats
    triangles: Ints
    materials: Bytes
    owners: Ints
    sides: Bytes
    casts: Bytes
    pieces: Tables
    spheres: Floats
    rests: tuple[Rest, ...]


def still_batch(placed: tuple[Placed, ...], water: Water | None) -> Batch:
    """Return scenery, transformed once."""
    blank = blank_batch(placed, water)
    pose(blank, placed)
    blank.rest[:] = blank.vertices
    return _cut(blank)


def blank_batch(placed: tuple[Placed, ...], water: Water | None) -> Batch:
    """Return everything but where the vertices are, which `pose` fills in; a piece a model."""
    meshes = [one.model.mesh for one in placed]
    counts = np.array([len(mesh.vertices) for mesh in meshes], np.int64)
    shares = np.array([len(mesh.triangles) for mesh in meshes], np.int64)
    ends, lasts = np.cumsum(counts), np.cumsum(shares)
    materials = _joined([mesh.materials for mesh in meshes], np.zeros(0, np.uint8))
    doubtful = _joined([_doubtful(mesh) for mesh in meshes], np.zeros(0, np.bool_))
    sides = np.where(np.isin(materials, TWO_SIDED) | doubtful, 2, 1).astype(np.uint8)
    if water is not None:
        sides[materials == Material.WATER] = 0  # the renderer lays its own water at the level
    triangles = [
        mesh.triangles + np.int32(start) for mesh, start in zip(meshes, ends - counts, strict=True)
    ]
    total = int(counts.sum())
    return Batch(
        vertices=np.zeros((total, 3), np.float32),
        normals=np.zeros((total, 3), np.float32),
        colours=_joined([mesh.colours for mesh in meshes], np.zeros((0, 4), np.float32)),
        rest=_joined([mesh.vertices for mesh in meshes], np.zeros((0, 3), np.float32)),
        triangles=_joined(triangles, np.zeros((0, 3), np.int32)),
        materials=materials,
        owners=np.repeat(np.array([one.owner for one in placed], np.int32), shares),
        sides=sides,
        casts=np.repeat(np.array([one.shadow for one in placed], np.uint8), shares)
        * (materials != Material.EMISSIVE)
        * (materials != Material.WATER),
        pieces=np.stack([lasts - shares, lasts, ends - counts, ends], 1).reshape(-1, 4),
        spheres=np.zeros((len(placed), 4), np.float32),
        rests=tuple(Rest.of(one.model) for one in placed),
    )


def pose(batch: Batch, placed: tuple[Placed, ...]) -> None:
    """Write where the vertices of each placed model are now."""
    blend = np.empty((3, 4), np.float32)
    for row, one in enumerate(placed):
        first, last = batch.pieces[row, 2], batch.pieces[row, 3]
        vertices = batch.vertices[first:last]
        rest = batch.rests[row]
        geometry.skin(
            rest.vertices, rest.normals, rest.index, rest.weight,
            np.ascontiguousarray(one.bones, np.float32), vertices, batch.normals[first:last], blend,
        )  # fmt: skip
        batch.spheres[row] = _sphere(vertices)


def bulk(batch: Batch, placed: tuple[Placed, ...]) -> Floats:
    """Return (n, 4): where the balls of the placed models are now, and their radii, metres."""
    found = [np.zeros((0, 4), np.float32)]
    for rest, one in zip(batch.rests, placed, strict=True):
        bones = np.asarray(one.bones, np.float32)[rest.carriers]
        middles = np.einsum("nij,nj->ni", bones[:, :, :3], rest.balls[:, :3]) + bones[:, :, 3]
        sizes = np.linalg.norm(bones[:, :, 0], axis=1) * rest.balls[:, 3]
        found.append(np.concatenate([middles, sizes[:, None]], 1))
    return np.concatenate(found).astype(np.float32)


def join(a: Batch, b: Batch) -> Batch:
    """Return both, the second's vertices and triangles after the first's."""
    shift = np.array([len(a.triangles)] * 2 + [len(a.vertices)] * 2, np.int64)
    return Batch(
        vertices=np.concatenate([a.vertices, b.vertices]),
        normals=np.concatenate([a.normals, b.normals]),
        colours=np.concatenate([a.colours, b.colours]),
        rest=np.concatenate([a.rest, b.rest]),
        triangles=np.concatenate([a.triangles, b.triangles + np.int32(len(a.vertices))]),
        materials=np.concatenate([a.materials, b.materials]),
        owners=np.concatenate([a.owners, b.owners]),
        sides=np.concatenate([a.sides, b.sides]),
        casts=np.concatenate([a.casts, b.casts]),
        pieces=np.concatenate([a.pieces, b.pieces + shift]),
        spheres=np.concatenate([a.spheres, b.spheres]),
        rests=(),
    )


def _joined(parts: Sequence[npt.NDArray[Kind]], blank: npt.NDArray[Kind]) -> npt.NDArray[Kind]:
    return np.ascontiguousarray(np.concatenate([blank, *parts]).astype(blank.dtype))


def _doubtful(mesh: Mesh) -> npt.NDArray[np.bool_]:
    """Return which triangles run clockwise, seen from where their normals point.

    Either may be wrong, so that such a triangle is drawn from both sides.
    """
    corners = mesh.vertices[mesh.triangles]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return np.asarray((across * mesh.normals[mesh.triangles].sum(1)).sum(1) <= 0)


def _sphere(vertices: Floats) -> Floats:
    if not len(vertices):
        return np.zeros(4, np.float32)
    low, high = vertices.min(0), vertices.max(0)
    radius = np.linalg.norm(high - low) / 2
    return np.append((low + high) / 2, radius).astype(np.float32)


def _cut(batch: Batch) -> Batch:
    """Sort the triangles of large pieces by place and make pieces of about `PIECE`."""
    order = np.arange(len(batch.triangles))
    pieces: list[tuple[int, int, int, int]] = []
    spheres: list[Floats] = []
    for row, (first, last, start, end) in enumerate(batch.pieces.tolist()):
        if last - first <= PIECE:
            pieces.append((first, last, start, end))
            spheres.append(batch.spheres[row])
            continue
        order[first:last] = first + _by_place(batch, first, last)
        for begin in range(first, last, PIECE):
            stop = min(last, begin + PIECE)
            corners = batch.triangles[order[begin:stop]].ravel()
            pieces.append((begin, stop, start, end))
            spheres.append(_sphere(batch.vertices[corners]))
    return Batch(
        vertices=batch.vertices,
        normals=batch.normals,
        colours=batch.colours,
        rest=batch.rest,
        triangles=np.ascontiguousarray(batch.triangles[order]),
        materials=np.ascontiguousarray(batch.materials[order]),
        owners=np.ascontiguousarray(batch.owners[order]),
        sides=np.ascontiguousarray(batch.sides[order]),
        casts=np.ascontiguousarray(batch.casts[order]),
        pieces=np.array(pieces, np.int64).reshape(-1, 4),
        spheres=np.array(spheres, np.float32).reshape(-1, 4),
        rests=(),
    )


def _by_place(batch: Batch, first: int, last: int) -> Tables:
    """Return an order of triangles in which neighbours in the list are neighbours in space."""
    middles = batch.vertices[batch.triangles[first:last]].mean(1)
    low, high = middles.min(0), middles.max(0)
    cells = max(1, round(((last - first) / PIECE) ** 0.5))
    grid = ((middles - low) / np.maximum(high - low, 1e-6) * cells * 0.999).astype(np.int64)
    return np.lexsort((grid[:, 1], grid[:, 0], grid[:, 2]))
