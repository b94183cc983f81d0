"""Which pieces of the world the camera can see."""

import math

import numpy as np

from kinema.engines.scene.shape.model import Floats

from .batch import Tables
from .view import Camera


def in_sight(pieces: Tables, spheres: Floats, camera: Camera, aspect: float) -> Tables:
    """Return the pieces whose spheres reach into the view, the nearest first."""
    if not len(pieces):
        return pieces
    seen = (spheres[:, :3] - camera.eye) @ np.asarray(camera.axes, np.float32).T
    radius = spheres[:, 3]
    up = camera.fov / 2
    side = math.atan(math.tan(up) * aspect)
    inside = seen[:, 2] > -radius
    for axis, angle in ((0, side), (1, up)):
        out = np.abs(seen[:, axis]) * math.cos(angle) - seen[:, 2] * math.sin(angle)
        inside &= out <= radius
    near = np.argsort(seen[inside, 2] - radius[inside], kind="stable")
    found: Tables = pieces[inside][near]
    return found
