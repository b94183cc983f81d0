"""Sight: whether trees and walls of the set stand between a camera and what it films."""

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.motion.rotation import Vector
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.stage.place import Place

REACH = 45.0
"""Metres round the origin in which things are looked at."""

LOW, HIGH = 0.4, 7.0
"""Metres above the ground between which a thing hides a subject."""

MOST = 24_000
"""Points that are kept; more would not find more trees."""


class Obstacles:
    """Points on everything that stands in a place, thinned out."""

    def __init__(self, place: Place) -> None:
        rows = [_points(placed) for placed in place.scenery]
        found = np.concatenate([np.zeros((0, 3), np.float32), *rows])
        found = found[np.abs(found[:, [0, 2]]).max(axis=1, initial=0.0) < REACH]
        floor = place.ground(found[:, 0], found[:, 2])
        found = found[(found[:, 1] > floor + LOW) & (found[:, 1] < floor + HIGH)]
        step = max(1, len(found) // MOST)
        self.points = found[::step][:, [0, 2]].astype(np.float64)

    def between(self, eye: Vector, subject: Vector, size: float) -> int:
        """Return how many points, seen from above, lie between an eye and a subject.

        A trunk has few points and its rings are far apart, so heights don't count.
        """
        start, way = eye[[0, 2]], (subject - eye)[[0, 2]]
        away = max(float(np.linalg.norm(way)), 1e-6)
        offset = self.points - start
        along = offset @ way / away
        aside = np.abs(offset[:, 0] * way[1] - offset[:, 1] * way[0]) / away
        width = 0.25 + 0.35 * size * np.clip(along / away, 0.0, 1.0)
        hides = (along > -0.4) & (along < away - 0.5 * size) & (aside < width)
        return int(np.count_nonzero(hides))


def _points(placed: Placed) -> npt.NDArray[np.float32]:
    """Return every few vertices of a rigid piece of the set in the world; ground has none."""
    width, height, depth = placed.model.size
    if height < LOW or max(width, depth) > 4.0 * REACH:
        return np.zeros((0, 3), np.float32)
    matrix = placed.bones[0]
    if np.abs(matrix[[0, 2], 3]).max() > 2.0 * REACH:
        return np.zeros((0, 3), np.float32)
    vertices = placed.model.mesh.vertices
    vertices = vertices[:: 1 + len(vertices) // 1500]
    return np.asarray(vertices @ matrix[:, :3].T + matrix[:, 3], np.float32)
