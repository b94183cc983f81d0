"""Quadruped: the table of a species, and the layout of joints that follows from it.

One unit is the height of the back; the head is measured in its own radius.
"""

import math
from dataclasses import dataclass

from kinema.engines.scene.shape.part import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Quadruped:
    """A species.

    Attributes:
        length: From hips to chest.
        depth: Of the chest, back to breast.
        width: Of the chest.
        waist: Its thickness by the chest's.
        rump: Size of the hindquarters by the chest's.
        paunch: Size of a hanging belly, 0 for none.
        hump: Height of a hump over the shoulders, 0 for none.
        neck: Length.
        neck_angle: Its rise above level, radians.
        neck_base: Radius where it leaves the chest.
        neck_tip: Radius behind the head.
        head: Radius of the skull.
        head_width: Its width by its radius.
        tilt: How far the muzzle points down, radians.
        brow: Size of the forehead by the skull.
        cheek: Radius of the cheeks by the skull; 0 for none.
        muzzle: Length by the skull.
        muzzle_base: Radius where it leaves the skull, by the skull.
        muzzle_tip: Radius at the nose.
        muzzle_width: Its width by its height.
        muzzle_drop: How far its tip hangs below its base.
        pads: Radius of the whisker pads, 0 for none.
        nose: ``button``, ``broad``, ``slits``, ``disc`` or ``trunk``.
        nose_size: By the usual.
        ear: ``pointed``, ``round``, ``leaf``, ``hanging``, ``fan`` or ``long``.
        ear_length: By the skull.
        ear_width: By its length.
        ear_side: How far out the ears sit, from 0, the crown, to 1, the side.
        eye: Radius by the skull.
        eye_side: How far apart, by the skull.
        eye_up: How high.
        eye_out: How far they look sideways, radians.
        eye_wide: Angle that the iris covers, radians.
        slit: Width of the pupil by its height.
        opening: How far the upper lids are open, radians.
        leg: Radius of the lower legs.
        thigh: Radius of the upper hind legs by the leg's.
        shoulder: Radius of the upper forelegs by the leg's.
        feet: ``paws``, ``hooves``, ``cloven`` or ``pads``.
        foot: Size of the feet by the leg's radius.
        spread: How far apart the legs stand, by the width.
        tail: Length.
        tail_width: Radius at its thickest.
        tail_up: How it rises from level, radians.
        tail_curl: How much it turns up along its way, radians.
        tail_shape: ``bushy``, ``thin``, ``tuft``, ``horse`` or ``bob``.
        tail_bones: How many bones it has.
        mane: ``none``, ``horse``, ``lion``, ``zebra`` or ``wool``.
        horns: ``none``, ``cow``, ``ram``, ``antlers``, ``rhino``, ``ossicones``, ``unicorn`` or
            ``goat``.
        tusks: Length by the skull, 0 for none.
        tufts: Length of cheek tufts by the skull, 0 for none.
        teeth: ``none``, ``buck`` or ``fangs``.
        markings: Names of `markings.MARKINGS`, put on in order.
        grain: Size of the marking's pattern.
        fine: How small the triangles are: 1 is usual, 1.3 finer.
        gait: ``quadruped`` or ``hop``.
    """

    length: float = 1.0
    depth: float = 0.5
    width: float = 0.42
    waist: float = 0.9
    rump: float = 0.95
    paunch: float = 0.0
    hump: float = 0.0
    neck: float = 0.3
    neck_angle: float = 0.75
    neck_base: float = 0.2
    neck_tip: float = 0.16
    head: float = 0.24
    head_width: float = 1.0
    tilt: float = 0.15
    brow: float = 0.8
    cheek: float = 0.5
    muzzle: float = 0.9
    muzzle_base: float = 0.55
    muzzle_tip: float = 0.36
    muzzle_width: float = 1.05
    muzzle_drop: float = 0.12
    pads: float = 0.2
    nose: str = "button"
    nose_size: float = 1.0
    ear: str = "pointed"
    ear_length: float = 0.8
    ear_width: float = 0.6
    ear_side: float = 0.55
    eye: float = 0.21
    eye_side: float = 0.46
    eye_up: float = 0.18
    eye_out: float = 0.3
    eye_wide: float = 1.0
    slit: float = 1.0
    opening: float = 0.62
    leg: float = 0.075
    thigh: float = 2.0
    shoulder: float = 1.6
    feet: str = "paws"
    foot: float = 1.25
    spread: float = 0.3
    tail: float = 0.6
    tail_width: float = 0.06
    tail_up: float = 0.4
    tail_curl: float = 0.5
    tail_shape: str = "thin"
    tail_bones: float = 5.0
    mane: str = "none"
    horns: str = "none"
    tusks: float = 0.0
    tufts: float = 0.0
    teeth: str = "none"
    markings: tuple[str, ...] = ()
    grain: float = 0.2
    fine: float = 1.0
    gait: str = "quadruped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a species' joints are.

    Attributes:
        hips: Middle of the hindquarters.
        chest: Middle of the ribcage.
        neck: Where the neck leaves the body.
        nape: Where the head turns.
        head: Middle of the skull.
        tail: Where the tail leaves the body.
    """

    shape: Quadruped
    hips: Point
    chest: Point
    neck: Point
    nape: Point
    head: Point
    tail: Point

    def at_head(self, side: float, up: float, ahead: float) -> Point:
        """Return a place on the head, in skull radii, with the muzzle's tilt."""
        radius, tilt = self.shape.head, self.shape.tilt
        cosine, sine = math.cos(tilt), math.sin(tilt)
        return (
            self.head[0] + side * radius,
            self.head[1] + (up * cosine - ahead * sine) * radius,
            self.head[2] + (up * sine + ahead * cosine) * radius,
        )

    @property
    def muzzle(self) -> Point:
        """Middle of the muzzle's tip."""
        return self.at_head(0.0, -0.22 - self.shape.muzzle_drop, 0.45 + self.shape.muzzle)


def layout(shape: Quadruped) -> Layout:
    """Return the joints of a species, standing with its back at height 1."""
    middle = 1.0 - shape.depth / 2
    half = shape.length / 2
    base = (0.0, 1.0 - 0.42 * shape.depth, half * 0.92)
    rise, reach = math.sin(shape.neck_angle), math.cos(shape.neck_angle)
    nape = (0.0, base[1] + rise * shape.neck, base[2] + reach * shape.neck)
    return Layout(
        shape=shape,
        hips=(0.0, 1.0 - shape.depth * 0.5 * shape.rump, -half * 0.85),
        chest=(0.0, middle, half * 0.62),
        neck=base,
        nape=nape,
        head=(0.0, nape[1] + 0.25 * shape.head, nape[2] + 0.45 * shape.head),
        tail=(0.0, 1.0 - 0.22 * shape.depth, -half * 0.85 - 0.43 * shape.depth * shape.rump),
    )
