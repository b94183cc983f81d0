"""The compiler: an entry of the description language becomes a model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.library.entries import Entry
from kinema.engines.scene.library.parts import Part
from kinema.engines.scene.shape.mesh import join, mesh
from kinema.engines.scene.shape.model import Anchor, Floats, Mesh, Model, Skeleton
from kinema.engines.scene.shape.objects import forms, melt, occlusion
from kinema.engines.scene.shape.objects.copies import after, bent, bones, copies, own
from kinema.engines.scene.shape.objects.paint import Paint
from kinema.engines.scene.shape.objects.shapes import BUILDERS, value
from kinema.engines.scene.shape.objects.solid import Array, Solid

FLOATING = frozenset({"aircraft", "rotor", "balloon", "float", "fish", "bird", "insect"})
"""Moves whose things have their middle at the origin; a boat keeps its water line there."""

ROOT = "body"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """A finished part: a mesh that one bone carries."""

    mesh: Mesh
    bone: str


def colour_of(one: Solid, paint: Paint, top: Paint | None) -> Array:
    """Return a linear colour a vertex, which goes over to that of the top."""
    low, high = one.vertices[:, 1].min(), one.vertices[:, 1].max()
    share = (one.vertices[:, 1:2] - low) / max(high - low, 1e-9)
    last = np.array((top or paint).colour)
    return np.asarray(np.array(paint.colour) * (1 - share) + last * share)


def hard(part: Part, paints: Mapping[str, Paint]) -> list[Piece]:
    """Return the pieces of a part that does not melt, one a copy."""
    one, position = BUILDERS[part.kind](part)
    if "bend" in part.values:
        degrees, *axis = part.values["bend"]
        one = bent(one, degrees, int(axis[0]) if axis else 2)
    placed = one.moved(own(part, position))
    paint = paints[part.role]
    fade = part.words.get("fade")
    colours = colour_of(placed, paint, paints[fade] if fade else None)
    pieces = []
    for matrix, bone in zip(copies(part), bones(part), strict=True):
        there = placed.moved(after(matrix, np.eye(3, 4)))
        shape = mesh(
            there.vertices,
            there.triangles,
            colours,
            material=paint.material,
            normals=there.normals,
        )
        pieces.append(Piece(mesh=shape, bone=bone))
    return pieces


def soft(parts: Sequence[Part], paints: Mapping[str, Paint]) -> list[Piece]:
    """Return the skin over all melted parts of each bone and material."""
    groups: dict[tuple[str, int], list[Part]] = {}
    for part in parts:
        bone = part.words.get("bone", ROOT)
        groups.setdefault((bone, paints[part.role].material), []).append(part)
    pieces = []
    for (bone, _), group in groups.items():
        paint = paints[group[0].role]
        found = [lump for part in group for lump in melt.lumps(part, paints[part.role].colour)]
        cells = int(max(value(part, "sides", 0) for part in group)) or melt.CELLS
        one, colours = melt.melted(found, cells)
        shape = mesh(
            one.vertices,
            one.triangles,
            colours,
            material=paint.material,
            normals=one.normals,
        )
        pieces.append(Piece(mesh=shape, bone=bone))
    return pieces


def pieces_of(entry: Entry, paints: Mapping[str, Paint]) -> list[Piece]:
    """Return all pieces of an entry: its form, or its parts."""
    if entry.form:
        return [Piece(mesh=forms.made(entry, paints), bone=ROOT)]
    melting = [part for part in entry.parts if "blend" in part.values]
    rest = [part for part in entry.parts if "blend" not in part.values]
    found = [piece for part in rest for piece in hard(part, paints)]
    return found + soft(melting, paints)


def build(entry: Entry, paints: Mapping[str, Paint]) -> Model:
    """Return the model of an entry that is no creature."""
    return assembled(entry, pieces_of(entry, paints))


def assembled(entry: Entry, pieces: Sequence[Piece]) -> Model:
    """Return the model of an entry made of these pieces."""
    whole = join([piece.mesh for piece in pieces])
    low, high = whole.vertices.min(0), whole.vertices.max(0)
    scale = entry.size / float((high - low).max()) if entry.size else 1.0
    shift = settled(entry, low, high)
    vertices = ((whole.vertices + shift) * scale).astype(np.float32)
    names = bone_names(pieces)
    carried = np.concatenate(
        [np.full(len(piece.mesh.vertices), names.index(piece.bone)) for piece in pieces]
    )
    open_to = occlusion.openness(
        vertices.astype(float),
        whole.normals.astype(float),
        whole.triangles.astype(np.int64),
        stands=entry.move not in FLOATING,
    )
    colours = np.concatenate([whole.colours[:, :3], open_to[:, None]], 1).astype(np.float32)
    extent = (high - low) * scale
    size = (float(extent[0]), float(extent[1]), float(extent[2]))
    return Model(
        name=entry.name,
        move=entry.move,
        mesh=Mesh(
            vertices=vertices,
            normals=whole.normals,
            colours=colours,
            triangles=whole.triangles,
            materials=whole.materials,
        ),
        skeleton=Skeleton(
            names=tuple(names),
            parents=tuple(-1 if name == ROOT else 0 for name in names),
            pivots=pivots(entry, names, vertices, carried, shift, scale),
        ),
        bone_index=np.stack([carried, *[np.zeros_like(carried)] * 3], 1).astype(np.uint8),
        bone_weight=np.tile(np.array([1, 0, 0, 0], np.float32), (len(carried), 1)),
        size=size,
        anchors=anchors(entry, names, size, shift, scale),
        traits={"length": size[2], **entry.traits},
    )


def settled(entry: Entry, low: Floats, high: Floats) -> Floats:
    """Return what to add so that the thing stands on y = 0 or has its middle at the origin."""
    if entry.move in FLOATING:
        return np.asarray(-(low + high) / 2, np.float32)
    if entry.move == "boat":
        return np.zeros(3, np.float32)
    return np.array([0, -low[1], 0], np.float32)


def bone_names(pieces: Sequence[Piece]) -> list[str]:
    """Return the root and then every other bone, in the order of the parts."""
    return list(dict.fromkeys([ROOT, *(piece.bone for piece in pieces)]))


def pivots(
    entry: Entry,
    names: Sequence[str],
    vertices: Floats,
    carried: Array,
    shift: Floats,
    scale: float,
) -> Floats:
    """Return where each bone turns: as the entry says, else the middle of what it carries."""
    found = np.zeros((len(names), 3), np.float32)
    for row in range(1, len(names)):
        mine = vertices[carried == row]
        found[row] = (mine.min(0) + mine.max(0)) / 2
    for name, place in entry.pivots.items():
        found[list(names).index(name)] = (np.array(place, np.float32) + shift) * scale
    return found


def anchors(
    entry: Entry,
    names: Sequence[str],
    size: tuple[float, float, float],
    shift: Floats,
    scale: float,
) -> dict[str, Anchor]:
    """Return the entry's anchors, and ``top`` and ``centre`` if it has none of its own."""
    middle = 0.0 if entry.move in FLOATING else size[1] / 2
    found = {
        "centre": Anchor(bone=0, at=(0.0, middle, 0.0)),
        "top": Anchor(bone=0, at=(0.0, middle + size[1] / 2, 0.0)),
    }
    for name, (x, y, z, bone) in entry.anchors.items():
        place = (np.array([x, y, z], np.float32) + shift) * scale
        at = (float(place[0]), float(place[1]), float(place[2]))
        found[name] = Anchor(bone=list(names).index(bone or ROOT), at=at)
    return found
