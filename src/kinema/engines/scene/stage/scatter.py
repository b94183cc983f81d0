"""Where dressing stands: points spread over the ground, off the heroes' place and their ways."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearing:
    """Where dressing may not stand.

    Attributes:
        radius: Of the heroes' place round the origin, metres.
        path: Half the width of the way from the distance to the camera.
        cross: Half the width of the way from side to side, as far as ``cross_reach``.
        cross_reach: Metres to each side.
        view: Half the width of the camera's view at the origin; it narrows to the camera, whose
            distance is ``camera``.
        camera: Metres from the origin to the camera's usual place.
        bend: How far the way swings sideways, metres.
        vista: How fast the way widens into the distance, so that what stands there is seen.
    """

    radius: float
    path: float = 1.4
    cross: float = 1.0
    cross_reach: float = 14.0
    view: float = 2.2
    camera: float = 8.0
    bend: float = 0.0
    vista: float = 0.0

    def middle(self, z: npt.ArrayLike) -> Values:
        """Return x of the middle of the way at ``z``; 0 at the origin."""
        return np.asarray(self.bend * np.sin(np.asarray(z, np.float64) * 0.11), np.float64)

    def free(self, x: Values, z: Values, size: float = 0.0) -> npt.NDArray[np.bool_]:
        """Return whether something ``size`` metres in radius may stand at each point."""
        round_heroes = np.hypot(x, z) < self.radius + size
        wide = self.path + size + self.vista * np.maximum(-z, 0)
        on_path = np.abs(x - self.middle(z)) < wide
        on_cross = (np.abs(z) < self.cross + size) & (np.abs(x) < self.cross_reach)
        before = (z > 0) & (z < self.camera * 1.6)
        in_view = before & (np.abs(x) < self.view + size + 0.15 * np.abs(z))
        return ~(round_heroes | on_path | on_cross | in_view)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle of ground, metres."""

    left: float
    right: float
    far: float
    near: float


def spread(
    random: np.random.Generator,
    area: Area,
    count: int,
    *,
    clearing: Clearing,
    apart: float = 0.0,
    size: float = 0.0,
) -> Values:
    """Return up to ``count`` (x, z) rows in ``area``, at least ``apart`` metres from each other."""
    tries = random.uniform((area.left, area.far), (area.right, area.near), (count * 5, 2))
    tries = tries[clearing.free(tries[:, 0], tries[:, 1], size)]
    if apart <= 0:
        return tries[:count]
    kept = np.empty((count, 2))
    found = 0
    for point in tries:
        gaps = kept[:found] - point
        if found < count and not np.any(np.einsum("ij,ij->i", gaps, gaps) < apart * apart):
            kept[found] = point
            found += 1
    return kept[:found]


def fan(
    random: np.random.Generator,
    count: int,
    *,
    near: float,
    far: float,
    half_angle: float = 0.9,
    clearing: Clearing,
    apart: float = 0.0,
    size: float = 0.0,
) -> Values:
    """Return up to ``count`` (x, z) rows before the camera, as many in the distance as near.

    They lie within ``half_angle`` radians of -z and between ``near`` and ``far`` metres.
    """
    angle = random.uniform(-half_angle, half_angle, count * 5)
    reach = near * (far / near) ** random.uniform(0, 1, count * 5)
    tries = np.stack([np.sin(angle) * reach, -np.cos(angle) * reach], 1)
    tries = tries[clearing.free(tries[:, 0], tries[:, 1], size)]
    kept: list[npt.NDArray[np.float64]] = []
    for point in tries:
        gap = apart * max(1.0, float(np.hypot(*point)) / (near * 4))
        if len(kept) < count and all(np.hypot(*(point - other)) > gap for other in kept):
            kept.append(point)
    return np.array(kept).reshape(-1, 2)


def wings(
    random: np.random.Generator, count: int, *, camera: float, near: float, far: float
) -> Values:
    """Return (x, z) rows at the edges of a 40 degree picture taken from z = ``camera``.

    They frame the view between ``near`` and ``far`` metres from the camera, left and right in
    turn; things on them are half in the picture.
    """
    away = near * (far / near) ** random.uniform(0, 1, count)
    side = np.where(np.arange(count) % 2, 1.0, -1.0)
    x = side * away * 0.647 * random.uniform(0.8, 1.12, count)
    return np.stack([x, camera - away], 1)
