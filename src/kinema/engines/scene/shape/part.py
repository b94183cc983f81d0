"""Part: one round thing that a field melts together with others."""

import math
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import rotation

Point = tuple[float, float, float]
Doubles = npt.NDArray[np.float64]


class Kind(IntEnum):
    """What a part is before it melts."""

    CAPSULE = 0  # between two points with two radii; a ball where they are one
    BARREL = 1  # the same with flat ends
    BOX = 2  # rounded; ``squash`` are its half sizes, ``ra`` is 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A capsule, barrel or box.

    Attributes:
        a: Where it starts, metres.
        b: Where it ends.
        ra: Radius at ``a``.
        rb: Radius at ``b``.
        bone: What carries it.
        tip: What carries its end; None is ``bone`` all along.
        colour: Linear RGB.
        blend: How far it melts into what came before, metres.
        squash: Factors along its own axes.
        turn: Its own axes, as a turn about x, y and z in radians.
        edge: Rounding of a barrel's or box's edges, metres.
        cut: Whether it is carved out of what came before.
    """

    a: Point
    b: Point
    ra: float
    rb: float
    bone: str = "body"
    tip: str | None = None
    colour: Rgb = (0.5, 0.5, 0.5)
    blend: float = 0.03
    squash: Point = (1.0, 1.0, 1.0)
    turn: Point = (0.0, 0.0, 0.0)
    kind: Kind = Kind.CAPSULE
    edge: float = 0.01
    cut: bool = False


def ball(centre: Point, radii: float | Point, like: Part) -> Part:
    """Return an ellipsoid that is otherwise ``like`` another part."""
    if isinstance(radii, (int, float)):
        return replace(like, a=centre, b=centre, ra=radii, rb=radii)
    size = max(radii)
    squash = (radii[0] / size, radii[1] / size, radii[2] / size)
    return replace(like, a=centre, b=centre, ra=size, rb=size, squash=squash)


COLUMNS = 31
"""kind, a (3), along (3), ra, rb, blend, cut, edge, 1/squash (3), axes (9), middle (3), reach,
length² of ``along``, least squash, weight of softness."""


def packed(parts: tuple[Part, ...]) -> Doubles:
    """Return (n, `COLUMNS`) numbers for the kernels."""
    rows = np.zeros((len(parts), COLUMNS))
    for row, part in zip(rows, parts, strict=True):
        _pack(row, part)
    return rows


def _pack(row: Doubles, part: Part) -> None:
    axes = rotation(*part.turn).T.astype(float)
    squash = np.asarray(part.squash, float)
    start, end = np.asarray(part.a, float), np.asarray(part.b, float)
    along = (axes @ (end - start)) / squash
    row[0] = part.kind
    row[1:4] = start
    row[4:7] = along
    row[7:12] = part.ra, part.rb, max(part.blend, 1e-6), part.cut, part.edge
    row[12:15] = 1 / squash
    row[15:24] = axes.ravel()
    row[24:27] = (start + end) / 2
    widest = max(part.ra, part.rb) * float(squash.max())
    row[27] = math.dist(part.a, part.b) / 2 + widest * (1.75 if part.kind == Kind.BOX else 1.42)
    row[28] = along @ along
    row[29] = squash.min()
    row[30] = max(min(part.ra, part.rb) * float(squash.min()), 1e-4)
