"""Small things that hang or wander in the air: leaves, petals, motes, bubbles, fireflies."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Camera
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.chance import chance
from kinema.engines.scene.stage.place import Air, Weather
from kinema.engines.scene.stage.weather.sprites import Box, round_camera, sprites


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How one kind of small thing moves.

    Attributes:
        count: How many within ``box``.
        box: Metres round the camera in which they are.
        velocity: Metres a second.
        sway: How far they swing from their course, metres.
        pace: How fast they swing, radians a second.
        radius: Smallest and largest, metres.
        colours: One of these each, linear.
        alpha: From 0, unseen, to 1.
        glow: 0 covers what is behind, 1 adds its light.
        flutter: How much they show their edge as they turn, 0 to 1.
        blink: How much they go dark at times, 0 to 1.
    """

    count: int
    box: Box
    velocity: Rgb
    sway: float
    pace: float
    radius: tuple[float, float]
    colours: tuple[Rgb, ...]
    alpha: float = 1.0
    glow: float = 0.0
    flutter: float = 0.0
    blink: float = 0.0


MOTES = Drift(
    count=150, box=(8.0, 4.0, 10.0), velocity=(0.04, -0.01, 0.02), sway=0.18, pace=0.6,
    radius=(0.004, 0.010), colours=((1.5, 1.25, 0.8),), alpha=0.75, glow=1.0, blink=0.5,
)  # fmt: skip
DUST = Drift(
    count=70, box=(5.0, 3.0, 6.0), velocity=(0.02, -0.015, 0.0), sway=0.1, pace=0.5,
    radius=(0.002, 0.0045), colours=((1.1, 0.95, 0.7),), alpha=0.5, glow=1.0, blink=0.6,
)  # fmt: skip
AUTUMN_LEAVES = Drift(
    count=90, box=(14.0, 8.0, 16.0), velocity=(0.55, -0.85, 0.15), sway=0.5, pace=1.7,
    radius=(0.03, 0.06), flutter=0.85,
    colours=((0.62, 0.16, 0.03), (0.75, 0.35, 0.04), (0.45, 0.09, 0.03), (0.7, 0.5, 0.08)),
)  # fmt: skip
GREEN_LEAVES = Drift(
    count=22, box=(14.0, 8.0, 16.0), velocity=(0.5, -0.6, 0.1), sway=0.45, pace=1.5,
    radius=(0.025, 0.045), flutter=0.85, colours=((0.2, 0.32, 0.05), (0.3, 0.4, 0.08)),
)  # fmt: skip
PETALS = Drift(
    count=110, box=(12.0, 7.0, 14.0), velocity=(0.5, -0.55, 0.1), sway=0.35, pace=1.6,
    radius=(0.016, 0.032), flutter=0.8, colours=((0.95, 0.62, 0.72), (0.95, 0.78, 0.82)),
)  # fmt: skip
CONFETTI = Drift(
    count=240, box=(9.0, 7.0, 10.0), velocity=(0.1, -1.0, 0.0), sway=0.3, pace=3.2,
    radius=(0.018, 0.032), flutter=1.0,
    colours=((0.9, 0.1, 0.12), (0.95, 0.7, 0.05), (0.1, 0.4, 0.9), (0.1, 0.75, 0.3),
             (0.85, 0.2, 0.7)),
)  # fmt: skip
FIREFLIES = Drift(
    count=60, box=(14.0, 3.2, 18.0), velocity=(0.0, 0.0, 0.0), sway=0.8, pace=0.55,
    radius=(0.018, 0.032), colours=((2.6, 2.4, 0.5),), alpha=0.9, glow=1.0, blink=1.0,
)  # fmt: skip
EMBERS = Drift(
    count=120, box=(12.0, 8.0, 14.0), velocity=(0.25, 1.1, 0.1), sway=0.3, pace=2.2,
    radius=(0.008, 0.02), colours=((4.0, 1.3, 0.2), (3.0, 0.8, 0.1)), alpha=0.9, glow=1.0,
    blink=0.7,
)  # fmt: skip
BUBBLES = Drift(
    count=70, box=(9.0, 7.0, 11.0), velocity=(0.0, 0.55, 0.0), sway=0.12, pace=2.6,
    radius=(0.008, 0.04), colours=((0.55, 0.8, 0.9),), alpha=0.3, glow=0.6,
)  # fmt: skip
PLANKTON = Drift(
    count=160, box=(10.0, 6.0, 12.0), velocity=(0.05, -0.02, 0.0), sway=0.15, pace=0.5,
    radius=(0.004, 0.011), colours=((0.5, 0.75, 0.8),), alpha=0.4, glow=1.0, blink=0.4,
)  # fmt: skip
SAND_DRIFT = Drift(
    count=120, box=(14.0, 1.2, 16.0), velocity=(3.0, 0.0, 0.4), sway=0.08, pace=3.0,
    radius=(0.006, 0.016), colours=((0.8, 0.6, 0.36),), alpha=0.35,
)  # fmt: skip
STARDUST = Drift(
    count=120, box=(40.0, 26.0, 40.0), velocity=(0.0, 0.0, 0.25), sway=0.0, pace=0.0,
    radius=(0.006, 0.02), colours=((0.8, 0.85, 1.0),), alpha=0.5, glow=1.0,
)  # fmt: skip


def _course(base: Floats, drift: Drift, time: float) -> Floats:
    phase = base[:, 3] * 2 * np.pi
    pace = drift.pace * (0.7 + 0.6 * base[:, 4])
    swing = np.stack(
        [
            np.sin(pace * time + phase),
            0.35 * np.sin(2 * pace * time + phase * 3),
            np.cos(0.8 * pace * time + phase * 2),
        ],
        axis=1,
    )
    speed = 0.75 + 0.5 * base[:, 4:5]
    moved = base[:, :3] * np.asarray(drift.box) + np.asarray(drift.velocity) * speed * time
    return np.asarray(moved + swing * drift.sway, np.float32)


def _edge(base: Floats, drift: Drift, time: float) -> npt.NDArray[np.float32]:
    turn = np.abs(np.cos(drift.pace * 1.9 * time + base[:, 3] * 19))
    return np.asarray(1 - drift.flutter * (1 - turn), np.float32)


def drifting(
    seed: int, drift: Drift, *, tint: Rgb = (1.0, 1.0, 1.0), strength: float = 1.0
) -> Weather:
    """Return one kind of small thing in the air; ``tint`` is the light that falls on it."""
    count = int(drift.count * strength)
    base = chance(seed, f"drift {drift.colours}").random((count, 6), np.float32)
    choice = (base[:, 5] * len(drift.colours)).astype(int)
    colours = np.asarray(drift.colours, np.float32)[choice] * np.asarray(tint, np.float32)
    small, large = drift.radius
    radius = small + (large - small) * base[:, 4] ** 2

    def at(time: float, camera: Camera) -> Air:
        points = round_camera(_course(base, drift, time), camera, drift.box)
        wink = 0.5 + 0.5 * np.sin(time * (1.1 + base[:, 4]) + base[:, 3] * 31)
        alpha = drift.alpha * (1 - drift.blink * (1 - wink**2))
        edge = _edge(base, drift, time)
        rows = sprites(
            points, radius=radius, colour=colours, alpha=alpha, stretch=edge, glow=drift.glow
        )
        return Air(sprites=rows)

    return at
