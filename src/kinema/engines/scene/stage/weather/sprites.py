"""Sprites: rows of `kinema.engines.scene.render.view.Moment.sprites`, made from arrays."""

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.render.view import SPRITE_COLUMNS, Camera
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.place import Air, Weather

Box = tuple[float, float, float]
"""Width, height and depth, metres."""


def sprites(
    at: npt.ArrayLike,
    *,
    radius: npt.ArrayLike,
    colour: npt.ArrayLike,
    alpha: npt.ArrayLike,
    stretch: npt.ArrayLike = 1.0,
    glow: npt.ArrayLike = 0.0,
) -> Floats:
    """Return rows for discs at (n, 3) points; the rest is one value or one a row."""
    points = np.asarray(at, np.float32).reshape(-1, 3)
    rows = np.empty((len(points), SPRITE_COLUMNS), np.float32)
    rows[:, 0:3] = points
    rows[:, 3] = radius
    rows[:, 4:7] = colour
    rows[:, 7] = alpha
    rows[:, 8] = stretch
    rows[:, 9] = glow
    return rows


def round_camera(at: Floats, camera: Camera, box: Box, *, ahead: float = 0.42) -> Floats:
    """Return each point's copy, of those repeated every ``box``, that is in front of the camera.

    Points keep their place in the world while the camera moves, so rain does not stick to it.
    """
    size = np.asarray(box, np.float32)
    forward = camera.axes[2] * np.array([1, 0.4, 1], np.float32)
    middle = camera.eye + forward * size * np.float32(ahead)
    return np.asarray((at - middle + size / 2) % size + middle - size / 2, np.float32)


def together(*weathers: Weather) -> Weather:
    """Return weather in which all of these happen."""

    def at(time: float, camera: Camera) -> Air:
        airs = [weather(time, camera) for weather in weathers]
        return Air(
            sprites=np.concatenate([air.sprites for air in airs]),
            lights=np.concatenate([air.lights for air in airs]),
            flash=max(air.flash for air in airs),
        )

    return at
