"""Route: a track and how far along it one is at each time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.motion.ease import clamp
from kinema.engines.scene.motion.rotation import Vector
from kinema.engines.scene.motion.track import Step, Track, spot

Pace: TypeAlias = Callable[[float], float]
"""Metres along the track at a time (seconds)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Route:
    """Where a performer is at each time."""

    track: Track
    pace: Pace

    def step(self, time: float) -> Step:
        """Return the place at a time."""
        return self.track.at(self.pace(time))

    def speed(self, time: float) -> float:
        """Return metres a second at a time."""
        return (self.pace(time + 0.02) - self.pace(time - 0.02)) / 0.04

    def beside(self, right: float, behind: float, up: float = 0.0) -> "Route":
        """Return the route of one who keeps that far to the right, behind and above."""
        return Route(track=shifted(self.track, right, up), pace=lambda t: self.pace(t) - behind)


def steady(speed: float, start: float = 0.0) -> Pace:
    """Return an even pace that is at ``start`` metres at time 0."""
    return lambda time: start + speed * time


def staying(at: Vector, heading: float) -> Route:
    """Return the route of one who stays."""
    return Route(track=spot(at, heading), pace=lambda _: 0.0)


def eased(speed: float, start: float, until: float, settle: float = 0.8) -> Pace:
    """Return an even pace that comes to rest at time ``until``, braking for ``settle`` seconds."""

    def pace(time: float) -> float:
        brake = clamp((time - (until - settle)) / settle)
        moving = min(time, until - settle)
        return start + speed * (moving + settle * (brake - 0.5 * brake * brake))

    return pace


def shifted(track: Track, right: float, up: float) -> Track:
    """Return a track that runs beside another, to the right of its direction."""
    ways = track.ways
    sides = np.stack([-ways[:, 2], np.zeros(len(ways)), ways[:, 0]], axis=1)
    points = track.points + sides * right
    points[:, 1] += up
    return Track(points, track.marks)


def curve(points: npt.NDArray[np.float64], pieces: int = 12) -> Track:
    """Return the track of the smooth curve (Catmull-Rom) through (n, 3) points."""
    padded = np.concatenate(
        [2.0 * points[:1] - points[1:2], points, 2.0 * points[-1:] - points[-2:-1]]
    )
    parts = [_piece(padded[i : i + 4], pieces) for i in range(len(points) - 1)]
    line = np.concatenate([*parts, points[-1:]])
    keep = np.concatenate([[True], np.linalg.norm(np.diff(line, axis=0), axis=1) > 1e-6])
    return Track(line[keep])


def _piece(four: npt.NDArray[np.float64], pieces: int) -> npt.NDArray[np.float64]:
    t = np.linspace(0.0, 1.0, pieces, endpoint=False)[:, None]
    a, b, c, d = four
    return np.asarray(
        0.5
        * (
            2.0 * b
            + (c - a) * t
            + (2.0 * a - 5.0 * b + 4.0 * c - d) * t**2
            + (3.0 * b - a - 3.0 * c + d) * t**3
        ),
        np.float64,
    )
