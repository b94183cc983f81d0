"""Track: a line through the world, by the distance along it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .rotation import Vector, unit, vector


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Step:
    """A place on a track: (3,) metres, and the (3,) direction of travel, unit length."""

    at: Vector
    forward: Vector


class Track:
    """A line that goes on straight before its first and after its last point."""

    def __init__(
        self,
        points: npt.NDArray[np.float64],
        marks: npt.NDArray[np.float64] | None = None,
    ) -> None:
        """Take (n, 3) points, n at least 2, no two neighbours at one place.

        Args:
            points: Metres.
            marks: (n,) what counts as the distance of each; None measures along the line. A
                neighbour who keeps abreast in a bend goes by the marks of the one beside.
        """
        pieces = np.diff(points, axis=0)
        lengths = np.linalg.norm(pieces, axis=1)
        self.points = points
        self.marks = np.concatenate([[0.0], np.cumsum(lengths)]) if marks is None else marks
        self.length = float(self.marks[-1])
        self.ways = _softened(pieces / lengths[:, None])

    def at(self, distance: float) -> Step:
        """Return the place ``distance`` metres along; negative is before the start."""
        if distance <= 0.0:
            return self._beyond(0, distance)
        if distance >= self.length:
            return self._beyond(-1, distance - self.length)
        row = int(np.searchsorted(self.marks, distance, side="right")) - 1
        share = (distance - self.marks[row]) / (self.marks[row + 1] - self.marks[row])
        at = self.points[row] * (1.0 - share) + self.points[row + 1] * share
        forward = self.ways[row] * (1.0 - share) + self.ways[row + 1] * share
        return Step(at=at, forward=unit(forward))

    def _beyond(self, row: int, distance: float) -> Step:
        forward = self.ways[row]
        return Step(at=self.points[row] + forward * distance, forward=forward)


def _softened(ways: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    joints = ways[:-1] + ways[1:]
    joints /= np.linalg.norm(joints, axis=1, keepdims=True) + 1e-9
    return np.concatenate([ways[:1], joints, ways[-1:]])


def spot(at: Vector, heading: float) -> Track:
    """Return the track of someone who stays at ``at`` and faces ``heading`` (0 is +z)."""
    ahead = vector(float(np.sin(heading)), 0.0, float(np.cos(heading)))
    return Track(np.stack([at, at + ahead]))
