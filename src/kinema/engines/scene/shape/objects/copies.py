"""Where a part goes: its own turn and scale, and the copies that mirror, repeat and turn make."""

from collections.abc import Iterator, Sequence

import numpy as np

from kinema.engines.scene.library.parts import Part
from kinema.engines.scene.shape.objects.solid import Array, Solid


def affine(linear: Array, offset: Sequence[float] | Array = (0.0, 0.0, 0.0)) -> Array:
    """Return the (3, 4) map of a matrix and an offset."""
    return np.concatenate([linear, np.asarray(offset, float)[:, None]], 1)


def after(second: Array, first: Array) -> Array:
    """Return the map that does ``first`` and then ``second``."""
    return affine(second[:, :3] @ first[:, :3], second[:, :3] @ first[:, 3] + second[:, 3])


def turn(axis: int, degrees: float) -> Array:
    """Return the rotation (3, 3) about an axis."""
    angle = np.radians(degrees)
    u, v = (axis + 1) % 3, (axis + 2) % 3
    found = np.eye(3)
    found[u, u] = found[v, v] = np.cos(angle)
    found[v, u], found[u, v] = np.sin(angle), -np.sin(angle)
    return found


def rotation(degrees: Sequence[float]) -> Array:
    """Return the rotation by z, then x, then y."""
    x, y, z = degrees
    return np.asarray(turn(1, y) @ turn(0, x) @ turn(2, z))


def own(part: Part, position: Sequence[float] | Array) -> Array:
    """Return the map of a part from its own space to the entry's: squash, rot, tilt, position."""
    linear = rotation(part.values.get("tilt", (0, 0, 0))) @ rotation(
        part.values.get("rot", (0, 0, 0))
    )
    squash = part.values.get("squash", (1.0, 1.0, 1.0))
    return affine(linear @ np.diag(squash), position)


def around(point: Sequence[float], linear: Array) -> Array:
    """Return a linear map that leaves a point where it is."""
    fixed = np.asarray(point, float)
    return affine(linear, fixed - linear @ fixed)


def stepped(part: Part, key: str, axis: int, step: float, at: int) -> Array:
    """Return the map of one copy of ``repeat`` or ``turn``."""
    if key == "repeat":
        return affine(np.eye(3), np.eye(3)[axis] * step * at)
    return around(part.values.get("about", (0, 0, 0)), turn(axis, step * at))


def copies(part: Part) -> list[Array]:
    """Return the map of every copy, the part itself first."""
    found = [affine(np.eye(3))]
    for key, count, axis, step in part.steps:
        maps = [stepped(part, key, axis, step, at) for at in range(count)]
        found = [after(one, other) for one in maps for other in found]
    for letter in part.words.get("mirror", ""):
        flip = np.eye(3)
        flip["xyz".index(letter), "xyz".index(letter)] = -1
        found += [after(affine(flip), one) for one in found]
    return found


def bones(part: Part) -> Iterator[str]:
    """Yield the bone of every copy."""
    bone = part.words.get("bone", "body")
    for at in range(len(copies(part))):
        yield bone.replace("%", str(at))


def bent(one: Solid, degrees: float, axis: int) -> Solid:
    """Curl a solid along its y, so that its top turns by ``degrees`` towards an axis."""
    low, high = one.vertices[:, 1].min(), one.vertices[:, 1].max()
    total = np.radians(degrees)
    radius = (high - low) / total
    angle = (one.vertices[:, 1] - low) / (high - low) * total
    out = radius - one.vertices[:, axis]
    vertices, normals = one.vertices.copy(), one.normals.copy()
    vertices[:, 1] = low + out * np.sin(angle)
    vertices[:, axis] = radius - out * np.cos(angle)
    up, side = one.normals[:, 1], one.normals[:, axis]
    normals[:, 1] = up * np.cos(angle) - side * np.sin(angle)
    normals[:, axis] = up * np.sin(angle) + side * np.cos(angle)
    return Solid(vertices=vertices, normals=normals, triangles=one.triangles)
