"""Place: a built set, and what a director must know to stage a scene in it.

Metres, y up. The hero's spot is at the origin; the camera stands on the +z side and looks along
-z, where the set has its backdrop. Ground level at the origin is 0, or the water's surface where
things float. Everything within `Place.clear` of the origin is free of dressing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

import numpy as np

from kinema.engines.scene.look.palette import Palette
from kinema.engines.scene.render.view import Camera, Placed, Water, no_lights, no_sprites
from kinema.engines.scene.shape.model import Floats

Ground: TypeAlias = Callable[[Floats, Floats], Floats]
"""Height of the ground at (x, z), metres; takes and gives arrays of one shape. Under water it is
the bottom, not the surface."""


class Medium(StrEnum):
    """What the hero's spot is in."""

    LAND = "land"
    WATER = "water"  # things float on the surface, y = 0
    UNDERWATER = "underwater"  # things swim; the bottom is `Place.ground`
    AIR = "air"  # no ground: things fly or stand on nothing, about y = 0
    SPACE = "space"  # as air, without up or down


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where something can stand, clear of dressing.

    Attributes:
        at: Position of its foot, metres.
        yaw: Which way it faces, radians about y; 0 is +z, towards the camera, and pi/2 is +x.
        radius: How far round it is clear, metres.
    """

    at: tuple[float, float, float]
    yaw: float = 0.0
    radius: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A top on which small things stand, near the origin.

    Attributes:
        at: Middle of the top, metres.
        size: Width along x and depth along z, metres.
    """

    at: tuple[float, float, float]
    size: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Box that the camera must stay in: walls, a roof, a dense wood, the water's surface."""

    low: tuple[float, float, float] = (-400.0, 0.15, -400.0)
    high: tuple[float, float, float] = (400.0, 300.0, 400.0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Air:
    """What weather and events add to one moment.

    Attributes:
        sprites: (n, 10) rows of `kinema.engines.scene.render.view.Moment`.
        lights: (n, 7) rows, added to `Place.lights`.
        flash: Extra light over everything, 0 is none.
    """

    sprites: Floats = field(default_factory=no_sprites)
    lights: Floats = field(default_factory=no_lights)
    flash: float = 0.0


Weather: TypeAlias = Callable[[float, Camera], Air]
"""Air at a time (seconds) for a camera; a pure function."""

Extras: TypeAlias = Callable[[float], tuple[Placed, ...]]
"""Scenery that moves, at a time (seconds): sails of a windmill, a shoal, traffic. Pure."""


def calm(time: float, camera: Camera) -> Air:
    """Return air in which nothing happens."""
    del time, camera
    return Air()


def still(time: float) -> tuple[Placed, ...]:
    """Return no moving scenery."""
    del time
    return ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """A set.

    Attributes:
        kind: Name of the setting's kind.
        scenery: What never moves.
        palette: The light.
        ground: Height function.
        clear: Radius round the origin that is free of dressing, metres.
        medium: What the origin is in.
        water: A level surface, if there is one in the set.
        slots: Where heroes can stand, the best first; the first is the origin.
        path: Points on the ground (x, y, z), from far to near, that runners and vehicles follow
            freely; it leads past the origin towards the camera.
        cross: The same, from left to right through the origin, for things that pass by.
        scale: ``landscape``, ``street``, ``room`` or ``table-top``.
        table: Where small things stand; None where they stand on the ground.
        bounds: Where the camera may be.
        heading: Best direction to look in, radians to the right of -z; what is worth seeing is
            there.
        landmark: Middle of the thing that the place is known by (castle, volcano, waterfall), to
            be kept in a wide picture; None where the place is all round.
        swim: Heights between which swimmers stay, metres.
        lights: (n, 7) lights that never change.
        weather: Rain, fire, fireworks … at a moment.
        extras: Scenery that moves.
        extent: Side of the square round the origin that needs sharp shadows, metres.
        indoor: Whether there is a roof.
    """

    kind: str
    scenery: tuple[Placed, ...]
    palette: Palette
    ground: Ground
    clear: float
    medium: Medium = Medium.LAND
    water: Water | None = None
    slots: tuple[Slot, ...] = (Slot(at=(0.0, 0.0, 0.0)),)
    path: tuple[tuple[float, float, float], ...] = ((0.0, 0.0, -30.0), (0.0, 0.0, 6.0))
    cross: tuple[tuple[float, float, float], ...] = ((-20.0, 0.0, 0.0), (20.0, 0.0, 0.0))
    scale: str = "landscape"
    table: Table | None = None
    bounds: Bounds = field(default_factory=Bounds)
    heading: float = 0.0
    landmark: tuple[float, float, float] | None = None
    swim: tuple[float, float] = (0.0, 0.0)
    lights: Floats = field(default_factory=no_lights)
    weather: Weather = calm
    extras: Extras = still
    extent: float = 40.0
    indoor: bool = False

    def height(self, x: float, z: float) -> float:
        """Return the height of the ground at one point, metres."""
        return float(self.ground(np.array([x], np.float32), np.array([z], np.float32))[0])
