"""Rain: streaks in three depths, and splashes where drops meet the ground."""

import numpy as np

from kinema.engines.scene.render.view import Camera
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.chance import chance
from kinema.engines.scene.stage.place import Air, Ground, Weather
from kinema.engines.scene.stage.weather.sprites import Box, round_camera, sprites

SPEED = 9.5
"""Metres a second."""

DEPTHS: tuple[tuple[Box, float, float, float], ...] = (
    ((7.0, 6.0, 7.0), 0.35, 0.004, 0.5),
    ((16.0, 10.0, 16.0), 0.40, 0.007, 0.42),
    ((44.0, 16.0, 44.0), 0.25, 0.016, 0.3),
)
"""Box, share of the drops, radius and alpha of each depth."""

PERIOD = 0.42
"""Seconds that a splash takes."""


def _streaks(
    drops: Floats, time: float, camera: Camera, box: Box, *, wind: float, radius: float
) -> Floats:
    fall = np.array([wind * SPEED, -SPEED, 0.0], np.float32) * np.float32(time)
    offset = np.array([0.0, radius, 0.0], np.float32)
    return round_camera(drops * np.asarray(box, np.float32) + fall + offset, camera, box)


def _splashes(drops: Floats, time: float, camera: Camera, ground: Ground, level: float) -> Floats:
    turn = time / PERIOD + drops[:, 2]
    lap, age = np.floor(turn), turn % 1
    where = np.stack([drops[:, 0] + lap * 0.618, lap * 0, drops[:, 1] + lap * 0.414], 1)
    box = (15.0, 1.0, 15.0)
    at = round_camera((where % 1 * box).astype(np.float32), camera, box)
    at[:, 1] = np.maximum(ground(at[:, 0], at[:, 2]), level) + 0.02 + 0.05 * age * (1 - age)
    return sprites(
        at, radius=0.012 + 0.03 * age, colour=(0.55, 0.62, 0.72), alpha=0.4 * (1 - age), stretch=0.4
    )


def rain(
    seed: int, ground: Ground, *, strength: float = 1.0, wind: float = 0.06, level: float = -1e3
) -> Weather:
    """Return rain.

    Args:
        seed: Chooses the drops.
        ground: Where splashes are.
        strength: 0.3 is a drizzle, 1 heavy rain.
        wind: Slant, metres sideways for each metre down.
        level: Height of the water's surface, above which splashes are too.
    """
    drops = chance(seed, "rain").random((int(1500 * strength), 3), np.float32)
    rings = chance(seed, "splash").random((int(220 * strength), 3), np.float32)
    ends = np.cumsum([0.0] + [share for _, share, _, _ in DEPTHS])
    cuts = np.round(ends / ends[-1] * len(drops)).astype(int)

    def at(time: float, camera: Camera) -> Air:
        rows = [_splashes(rings, time, camera, ground, level)]
        for (box, _, radius, alpha), start, end in zip(DEPTHS, cuts, cuts[1:], strict=False):
            points = _streaks(drops[start:end], time, camera, box, wind=wind, radius=radius)
            rows.append(
                sprites(points, radius=radius, colour=(0.62, 0.7, 0.82), alpha=alpha, stretch=16)
            )
        return Air(sprites=np.concatenate(rows))

    return at
