"""Bird: the table of a species and its layout. The body is about one unit long."""

import math
from dataclasses import dataclass

from kinema.engines.scene.shape.part import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Bird:
    """A species of bird.

    Attributes:
        upright: How far the body stands up, radians: 0 is level, 1.4 a penguin.
        body: Radius at its thickest.
        chest: Size of the breast by the body.
        neck: Length, curved like an S where it is long.
        neck_width: Radius.
        head: Radius.
        beak: ``cone``, ``hook``, ``flat``, ``long``, ``bent`` or ``short``.
        beak_length: By the head.
        beak_width: By the head.
        eye: Radius by the head.
        eye_side: How far out, from 0.4, ahead, to 0.8, at the sides.
        eye_wide: Angle that the iris covers.
        face: ``plain``, ``disc`` (owl), ``mask`` or ``cheek``.
        wing: Length.
        wing_width: From front to back.
        wing_shape: ``feathers`` or ``flipper``.
        tail: Length.
        tail_width: Width at its end.
        tail_shape: ``fan``, ``long``, ``plume``, ``stub`` or ``train`` (peacock).
        leg: Length below the body.
        leg_width: Radius.
        feet: ``toes``, ``webbed`` or ``talons``.
        crest: ``none``, ``comb``, ``tuft`` or ``horns``.
        markings: Names of `build.MARKINGS`, put on in order.
    """

    upright: float = 0.35
    body: float = 0.26
    chest: float = 1.0
    neck: float = 0.1
    neck_width: float = 0.14
    head: float = 0.2
    beak: str = "cone"
    beak_length: float = 0.6
    beak_width: float = 0.22
    eye: float = 0.24
    eye_side: float = 0.62
    eye_wide: float = 1.1
    face: str = "plain"
    wing: float = 0.85
    wing_width: float = 0.36
    wing_shape: str = "feathers"
    tail: float = 0.35
    tail_width: float = 0.2
    tail_shape: str = "fan"
    leg: float = 0.22
    leg_width: float = 0.022
    feet: str = "toes"
    crest: str = "none"
    markings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Perch:
    """Where a bird's joints are.

    Attributes:
        middle: Of the body.
        breast: Its front end.
        rear: Its back end.
        nape: Where the head turns.
        head: Middle of the skull.
    """

    shape: Bird
    middle: Point
    breast: Point
    rear: Point
    nape: Point
    head: Point

    def at_head(self, side: float, up: float, ahead: float) -> Point:
        """Return a place on the head, in its radii."""
        size = self.shape.head
        x, y, z = self.head
        return (x + side * size, y + up * size, z + ahead * size)

    def on_body(self, along: float, up: float, side: float = 0.0) -> Point:
        """Return a place ``along`` the body's axis from -1 to 1, and ``up`` from it, in units."""
        cosine, sine = math.cos(self.shape.upright), math.sin(self.shape.upright)
        half = 0.34
        return (
            self.middle[0] + side,
            self.middle[1] + along * half * sine + up * cosine,
            self.middle[2] + along * half * cosine - up * sine,
        )


def perch(shape: Bird) -> Perch:
    """Return a bird's joints, its feet on the ground."""
    rise = math.sin(shape.upright) * 0.34 * 0.75
    height = shape.leg + shape.body * 0.85 + rise * 0.55
    bare = Perch(
        shape=shape, middle=(0.0, height, 0.0), breast=(0, 0, 0), rear=(0, 0, 0),
        nape=(0, 0, 0), head=(0, 0, 0),
    )  # fmt: skip
    breast, rear = bare.on_body(0.62, 0.02), bare.on_body(-0.75, 0.03)
    lift = 0.6 + 0.4 * shape.upright
    nape = (
        0.0,
        breast[1] + 0.5 * shape.body + shape.neck * min(lift + 0.25, 1.0),
        breast[2] + 0.12 * shape.body + shape.neck * 0.22 * (1 - shape.upright / 1.5),
    )
    head = (0.0, nape[1] + 0.55 * shape.head, nape[2] + 0.28 * shape.head)
    return Perch(shape=shape, middle=bare.middle, breast=breast, rear=rear, nape=nape, head=head)
