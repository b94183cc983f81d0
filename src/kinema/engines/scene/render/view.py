"""What the renderer is given: a world that stays for the clip, and one moment of it a frame."""

from dataclasses import dataclass, field

import numpy as np

from kinema.engines.scene.look.palette import Palette
from kinema.engines.scene.shape.model import Floats, Model


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """A model in the world.

    Attributes:
        bones: (b, 3, 4) matrices from the model's space at rest to the world. A rigid thing has
            one.
        owner: Number of the actor or prop that it belongs to, from 1; 0 is scenery.
        shadow: Whether it throws a shadow.
    """

    model: Model
    bones: Floats
    owner: int = 0
    shadow: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Camera:
    """Where the picture is taken from.

    Attributes:
        eye: (3,) metres.
        axes: (3, 3) rows are right, up and forward; unit length, at right angles.
        fov: Vertical field of view, radians.
        focus: Distance that is sharp, metres.
        blur: How much the rest is not: 0 is sharp everywhere, 1 is a portrait lens.
    """

    eye: Floats
    axes: Floats
    fov: float
    focus: float = 10.0
    blur: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Water:
    """A level surface that reflects.

    Attributes:
        level: Metres.
        deep: Linear RGB of deep water.
        shallow: Linear RGB near the shore.
        wave: Roughness from 0, a mirror, to 1, a storm.
        wet: True for a wet street: the ground shows through, reflections come in puddles.
    """

    level: float
    deep: tuple[float, float, float] = (0.01, 0.05, 0.07)
    shallow: tuple[float, float, float] = (0.05, 0.2, 0.2)
    wave: float = 0.2
    wet: bool = False


SPRITE_COLUMNS = 10
"""x, y, z, radius (metres), red, green, blue (linear), alpha 0..1, stretch, glow.

``stretch`` lengthens the disc along the screen's vertical (rain: 12); ``glow`` is 0 for a disc
that covers what is behind it and 1 for one that adds its light.
"""


def no_sprites() -> Floats:
    """Return an empty array of sprites."""
    return np.zeros((0, SPRITE_COLUMNS), np.float32)


LIGHT_COLUMNS = 7
"""x, y, z (metres), red, green, blue (linear radiance), reach (metres at which it has halved)."""


def no_lights() -> Floats:
    """Return an empty array of lights."""
    return np.zeros((0, LIGHT_COLUMNS), np.float32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """What stays for the whole clip.

    Attributes:
        scenery: Models that never move; transformed and shadowed once.
        middle: (3,) what the shadow map is centred on.
        extent: Side of the square that the shadow map covers, metres.
        style: A key of `kinema.engines.scene.look.styles.LOOKS`.
    """

    scenery: tuple[Placed, ...]
    palette: Palette
    water: Water | None = None
    middle: Floats = field(default_factory=lambda: np.zeros(3, np.float32))
    extent: float = 60.0
    style: str = "cinematic"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moment:
    """One frame's worth.

    Attributes:
        time: Seconds from the start; waves, clouds and twinkling follow it.
        sprites: (n, `SPRITE_COLUMNS`): rain, snow, smoke, fireworks.
        lights: (n, `LIGHT_COLUMNS`), a dozen at most: lamps, neon, fire.
        flash: Extra light over everything: lightning, a firework's burst; 0 is none.
        palette: Replaces the world's from this moment on, where a light changes (a timelapse).
    """

    time: float
    camera: Camera
    moving: tuple[Placed, ...] = ()
    sprites: Floats = field(default_factory=no_sprites)
    lights: Floats = field(default_factory=no_lights)
    flash: float = 0.0
    palette: Palette | None = None
