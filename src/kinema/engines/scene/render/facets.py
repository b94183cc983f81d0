"""Flat sides: a model of few large triangles, each turned one way."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.shape.model import Bytes, Floats, Ints, Material, Mesh, Model

from .view import Placed

CELLS = 15
"""Cells along the longest side of a model; what is in one becomes one corner."""

LARGEST = 1.2
"""Largest cell, metres."""

KEPT = 0.8
"""Share of its surface that a model must keep; a thinner one keeps its corners."""

FINE = (Material.GLOSSY, Material.SATIN, Material.EMISSIVE)
"""Materials that keep their corners: eyes, lamps, paint."""

ROUGH = (Material.FUR, Material.GROUND, Material.BARK, Material.CLOTH, Material.SNOW)
"""Materials whose pattern is left out."""


class Facets:
    """Gives models flat sides, each model once."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Model, Model]] = {}

    def of(self, placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
        """Return the same things with flat sides."""
        return tuple(replace(one, model=self._model(one.model)) for one in placed)

    def _model(self, model: Model) -> Model:
        found = self._made.get(id(model))
        if found is None or found[0] is not model:  # the original is kept, so its id is not reused
            found = self._made[id(model)] = (model, flattened(model))
        return found[1]


def flattened(model: Model) -> Model:
    """Return a model whose corners are merged by cells and whose triangles share none."""
    mesh = model.mesh
    if not len(mesh.triangles):
        return model
    cell = min(LARGEST, float(np.ptp(mesh.vertices, axis=0).max()) / CELLS)
    loose = np.zeros(len(mesh.vertices), bool)
    loose[mesh.triangles[np.isin(mesh.materials, FINE)]] = True
    places, stand_in = _merged(mesh.vertices, model.bone_index[:, 0], cell)
    places[loose], stand_in[loose] = mesh.vertices[loose], np.flatnonzero(loose)
    corners, rows = places[mesh.triangles], stand_in[mesh.triangles]
    if _hard(mesh) or _area(corners).sum() < KEPT * _area(mesh.vertices[mesh.triangles]).sum():
        corners, rows = mesh.vertices[mesh.triangles], mesh.triangles
    kept = _area(corners) > 0
    return replace(
        model,
        mesh=_unshared(mesh, corners[kept], rows[kept], mesh.materials[kept]),
        bone_index=np.ascontiguousarray(model.bone_index[rows[kept].ravel()]),
        bone_weight=np.ascontiguousarray(model.bone_weight[rows[kept].ravel()]),
    )


def _hard(mesh: Mesh) -> bool:
    """Return whether most triangles are flat already: walls, crates."""
    normals = mesh.normals[mesh.triangles]
    flat = np.abs(normals - normals[:, :1]).max((1, 2)) < 0.05
    return float(_area(mesh.vertices[mesh.triangles[flat]]).sum()) > 0.5 * float(
        _area(mesh.vertices[mesh.triangles]).sum()
    )


def _merged(vertices: Floats, bones: Bytes, cell: float) -> tuple[Floats, Ints]:
    """Return where each corner goes, and the corner whose bones it takes."""
    cells = np.floor(vertices / cell + 0.5).astype(np.int64)
    keys = np.column_stack([cells, bones.astype(np.int64)])
    _, first, group = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    group = group.ravel()
    count = np.bincount(group)
    middle = np.stack([np.bincount(group, vertices[:, k]) / count for k in range(3)], 1)
    return middle[group].astype(np.float32), first[group].astype(np.int32)


def _area(corners: Floats) -> Floats:
    """Return the areas of (m, 3, 3) triangles."""
    crossed = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return np.asarray(np.linalg.norm(crossed, axis=1) / 2, np.float32)


def _unshared(mesh: Mesh, corners: Floats, rows: Ints, materials: Bytes) -> Mesh:
    """Return a mesh of triangles that have one normal and one colour each."""
    crossed = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    unit = crossed / np.maximum(np.linalg.norm(crossed, axis=1, keepdims=True), 1e-12)
    matte = np.where(np.isin(materials, ROUGH), np.uint8(Material.MATTE), materials)
    return Mesh(
        vertices=np.ascontiguousarray(corners.reshape(-1, 3)),
        normals=unit.repeat(3, 0).astype(np.float32),
        colours=mesh.colours[rows].mean(1).repeat(3, 0).astype(np.float32),
        triangles=np.arange(3 * len(corners), dtype=np.int32).reshape(-1, 3),
        materials=matte.astype(np.uint8),
    )
