"""Snowfall: flakes in three depths that sway as they come down."""

import numpy as np

from kinema.engines.scene.render.view import Camera
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.chance import chance
from kinema.engines.scene.stage.place import Air, Weather
from kinema.engines.scene.stage.weather.sprites import Box, round_camera, sprites

DEPTHS: tuple[tuple[Box, float, float, float], ...] = (
    ((6.0, 5.0, 6.0), 0.2, 0.010, 0.75),
    ((16.0, 11.0, 16.0), 0.45, 0.017, 0.85),
    ((44.0, 22.0, 44.0), 0.35, 0.045, 0.7),
)
"""Box, share of the flakes, radius and alpha of each depth."""


def _flakes(base: Floats, time: float, camera: Camera, box: Box, wind: float) -> Floats:
    size = np.asarray(box, np.float32)
    phase = base[:, 1] * 40
    sway = np.stack([np.sin(time * 1.3 + phase), phase * 0, np.cos(time * 1.1 + phase * 1.7)], 1)
    speed = 0.75 + 0.6 * base[:, 3]
    fall = np.stack([speed * 0 + wind, -speed, speed * 0 + wind * 0.25], 1) * time
    at = base[:, :3] * size + fall + sway * 0.16
    return round_camera(at.astype(np.float32), camera, box)


def snowfall(
    seed: int,
    *,
    strength: float = 1.0,
    wind: float = 0.35,
    colour: tuple[float, float, float] = (0.9, 0.93, 1.0),
) -> Weather:
    """Return falling snow.

    Args:
        seed: Chooses the flakes.
        strength: 0.4 is a few flakes, 1 a steady fall, 2 a blizzard.
        wind: Drift to the right, metres a second.
        colour: Of the flakes in this light, linear.
    """
    base = chance(seed, "snow").random((int(900 * strength), 4), np.float32)
    ends = np.cumsum([0.0] + [share for _, share, _, _ in DEPTHS])
    cuts = np.round(ends / ends[-1] * len(base)).astype(int)

    def at(time: float, camera: Camera) -> Air:
        rows = []
        for (box, _, radius, alpha), start, end in zip(DEPTHS, cuts, cuts[1:], strict=False):
            part = base[start:end]
            points = _flakes(part, time, camera, box, wind)
            sizes = radius * (0.6 + 0.8 * part[:, 2])
            rows.append(sprites(points, radius=sizes, colour=colour, alpha=alpha))
        return Air(sprites=np.concatenate(rows))

    return at
