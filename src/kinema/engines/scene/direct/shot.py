"""The shot: how large the subject is in the picture, and the lens that it takes."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from kinema.engines.scene.motion.ease import mix, smooth
from kinema.engines.scene.motion.rotation import Vector

from .scheme import Scheme

FILL = {"wide": 0.26, "medium": 0.52, "close": 0.95, "extreme close": 1.7}
"""Share of the picture's height that the subject takes at rest, by the size of the shot."""

FILL_OF = {
    Scheme.STAY: 0.66, Scheme.TRAVEL: 0.58, Scheme.PASS: 0.6, Scheme.APPROACH: 0.5,
    Scheme.ROAM: 0.6, Scheme.VIEW: 0.5,
}  # fmt: skip
"""The same when no size was asked for."""

INTIMATE = 1.15
"""The same for one person busy with the hands: from the knees up."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Subject:
    """What is filmed.

    Attributes:
        middle: (3,) its middle at a time.
        forward: (3,) where it goes or faces at a time.
        size: Width, height and depth of what must be seen, metres.
        head: Metres from its middle up to the eyes.
        whole: Width and height of all that should be in the picture with it.
        intimate: Whether it is one person whose hands and face are what matters.
        aloft: Whether it flies high, so that it is seen from below.
    """

    middle: Callable[[float], Vector]
    forward: Callable[[float], Vector]
    size: tuple[float, float, float]
    head: float
    whole: tuple[float, float]
    intimate: bool = False
    aloft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """The picture's shape.

    Attributes:
        aspect: Width over height.
        fov: Vertical field of view, radians.
    """

    aspect: float
    fov: float

    @property
    def tall(self) -> float:
        """Height of the picture at a distance of one metre."""
        return 2.0 * math.tan(0.5 * self.fov)

    @property
    def wide(self) -> float:
        """Width of the picture at a distance of one metre."""
        return self.tall * self.aspect


def lens(aspect: float, scheme: Scheme, *, small: bool = False) -> Lens:
    """Return the lens for a picture: upright ones see more from top to bottom.

    Args:
        aspect: Width over height.
        scheme: What happens.
        small: Whether it happens on a table-top, which takes a long lens from not too near.
    """
    degrees = mix(56.0, 37.0, smooth((aspect - 0.56) / 1.2))
    extra = {Scheme.VIEW: 10.0, Scheme.PASS: 6.0, Scheme.APPROACH: 9.0}.get(scheme, 0.0)
    return Lens(aspect=aspect, fov=math.radians((degrees + extra) * (0.92 if small else 1.0)))


def distance(subject: Subject, glass: Lens, fill: float) -> float:
    """Return metres at which the subject fills its share and all that belongs to it is seen."""
    width, height, depth = subject.size
    tall = height / (fill * glass.tall)
    wide = width / (min(0.8, 1.5 * fill) * glass.wide)
    rest = 0.0
    if fill < 0.9:
        rest = max(subject.whole[0] / (0.9 * glass.wide), subject.whole[1] / (0.84 * glass.tall))
    return max(tall, wide if fill < 0.9 else 0.0, rest) + 0.35 * depth
