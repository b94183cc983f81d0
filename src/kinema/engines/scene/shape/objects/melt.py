"""Blended balls and caps: one skin over all of them."""

import numpy as np

from kinema.engines.scene.library.parts import Part
from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.objects.copies import after, copies, own
from kinema.engines.scene.shape.objects.shapes import radii
from kinema.engines.scene.shape.objects.solid import Array, Solid
from kinema.engines.scene.shape.part import Part as Lump
from kinema.engines.scene.shape.part import packed
from kinema.engines.scene.shape.sdf import shares, surface

CELLS = 34
"""Cells along the longest side of the melted parts."""


def lumps(part: Part, colour: Rgb) -> list[Lump]:
    """Return the field's parts for one line and its copies."""
    blend = part.values["blend"][0]
    position = part.numbers[:3]
    maps = [after(copy, own(part, position)) for copy in copies(part)]
    if part.kind == "ball":
        return [ellipsoid(one, radii(part), colour, blend) for one in maps]
    along = np.subtract(part.numbers[3:6], position)
    first = part.numbers[6]
    last = part.numbers[7] if len(part.numbers) > 7 else first
    return [
        Lump(
            a=point(one[:, 3]),
            b=point(one[:, :3] @ along + one[:, 3]),
            ra=first,
            rb=last,
            colour=colour,
            blend=blend,
        )
        for one in maps
    ]


def point(row: Array) -> tuple[float, float, float]:
    """Return a row as a tuple."""
    return float(row[0]), float(row[1]), float(row[2])


def ellipsoid(matrix: Array, size: tuple[float, float, float], colour: Rgb, blend: float) -> Lump:
    """Return a ball under a map, which may mirror."""
    linear = matrix[:, :3] * np.asarray(size)
    lengths = np.linalg.norm(linear, axis=0)
    axes = linear / lengths
    if np.linalg.det(axes) < 0:
        axes = -axes
    widest = float(lengths.max())
    return Lump(
        a=point(matrix[:, 3]),
        b=point(matrix[:, 3]),
        ra=widest,
        rb=widest,
        colour=colour,
        blend=blend,
        squash=point(lengths / widest),
        turn=angles(axes),
    )


def angles(axes: Array) -> tuple[float, float, float]:
    """Return the turns about x, y and z of a rotation that does z, then x, then y."""
    x = float(np.arcsin(np.clip(-axes[1, 2], -1, 1)))
    y = float(np.arctan2(axes[0, 2], axes[2, 2]))
    z = float(np.arctan2(axes[1, 0], axes[1, 1]))
    return x, y, z


def melted(found: list[Lump], cells: int) -> tuple[Solid, Array]:
    """Return the skin, and its linear colour a vertex."""
    low = np.min([np.minimum(one.a, one.b) - np.full(3, max(one.ra, one.rb)) for one in found], 0)
    high = np.max([np.maximum(one.a, one.b) + np.full(3, max(one.ra, one.rb)) for one in found], 0)
    skin = surface(tuple(found), float((high - low).max()) / cells)
    distance, _ = shares(packed(tuple(found)), skin.points)
    soft = np.array([one.blend for one in found]) * 0.25 + 1e-6
    weight = np.exp(-np.maximum(distance - distance.min(1, keepdims=True), 0) / soft)
    colours = weight @ np.array([one.colour for one in found]) / weight.sum(1, keepdims=True)
    one = Solid(
        vertices=skin.points,
        normals=skin.normals,
        triangles=skin.triangles.astype(np.int64),
    )
    return one, np.asarray(colours)
