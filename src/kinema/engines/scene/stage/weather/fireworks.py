"""Fireworks: rockets that rise, bursts whose sparks fall with trails, and their light."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Camera
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.chance import chance
from kinema.engines.scene.stage.place import Air, Weather
from kinema.engines.scene.stage.weather.sprites import sprites

COLOURS: tuple[Rgb, ...] = (
    (4.0, 0.7, 0.35),
    (4.2, 2.6, 0.7),
    (0.6, 2.6, 4.2),
    (3.6, 0.6, 2.6),
    (0.9, 3.8, 1.0),
    (3.8, 3.4, 2.8),
    (1.9, 1.1, 4.2),
)
RISE, LIFE, LAP = 0.9, 2.6, 5.0
"""Seconds that a rocket climbs, that sparks live, and after which the show begins again."""

TRAIL = (0.0, 0.05, 0.11, 0.18)
"""How long ago the dots of a spark's trail were made, seconds."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shell:
    """One firework: when it bursts (seconds into the lap), where, how wide, and its sparks."""

    bursts: float
    at: Floats
    width: float
    colour: Rgb
    sparks: Floats


def _sphere(random: np.random.Generator, count: int, style: int) -> Floats:
    """Return velocities of sparks: 0 a ball, 1 a willow, 2 a ring."""
    way = random.normal(size=(count, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    slowest = 0.3 if style == 1 else 1.0
    speed = random.uniform(slowest, 1.0, (count, 1))
    if style == 2:
        way = way * np.array([1, 0.12, 1])
        way = way / np.linalg.norm(way, axis=1, keepdims=True)
    return np.asarray(way * speed * random.uniform(0.9, 1.05, (count, 1)), np.float32)


def _shells(seed: int, middle: Floats, spread: float, count: int) -> tuple[Shell, ...]:
    random = chance(seed, "fireworks")
    made = []
    for number in range(count):
        offset = random.uniform((-1, -0.28, -0.3), (1, 0.34, 0.3)) * spread
        made.append(
            Shell(
                bursts=(0.35 + number * LAP / count + random.uniform(-0.15, 0.15)) % LAP,
                at=np.asarray(middle + offset, np.float32),
                width=spread * float(random.uniform(0.42, 0.8)),
                colour=COLOURS[(number * 3 + int(random.integers(2))) % len(COLOURS)],
                sparks=_sphere(random, 110, int(random.choice([0, 0, 1, 2]))),
            )
        )
    return tuple(made)


def _spread(shell: Shell, age: float) -> Floats:
    """Return where sparks are: shot out, slowed by the air, falling."""
    reach = shell.width * (1 - np.exp(-2.6 * age))
    sag = shell.width * 0.16 * age * age
    return np.asarray(shell.at + shell.sparks * reach - np.array([0, sag, 0]), np.float32)


def _burst(shell: Shell, age: float) -> Iterator[Floats]:
    fade = max(0.0, 1 - age / LIFE)
    size = shell.width * 0.016
    heat = np.asarray(shell.colour) * (0.35 + fade) + max(0.0, 0.3 - age) * 12
    twinkle = 0.6 + 0.4 * np.sin(age * 21 + np.arange(len(shell.sparks)) * 2.4)
    for ago, share in zip(TRAIL, (1.0, 0.55, 0.32, 0.16), strict=True):
        if age > ago:
            yield sprites(
                _spread(shell, age - ago), radius=size * (0.45 + 0.55 * share), colour=heat,
                alpha=fade * share * (twinkle if age > 0.8 else 1.0), glow=1.0,
            )  # fmt: skip
    yield sprites(
        shell.at, radius=shell.width * (0.35 + 0.3 * age), colour=shell.colour,
        alpha=0.3 * max(0.0, 1 - age / 0.7), glow=1.0,
    )  # fmt: skip


def _rocket(shell: Shell, left: float) -> Iterator[Floats]:
    climb = np.linspace(0, 0.16, 9)
    done = np.clip(1 - (left + climb) / RISE, 0, 1)
    low = shell.at * np.array([1, 0.12, 1])
    points = low + (shell.at - low) * (1 - (1 - done) ** 2)[:, None]
    yield sprites(
        points, radius=shell.width * 0.014, colour=(3.2, 2.0, 0.8),
        alpha=np.linspace(0.9, 0.1, 9), glow=1.0,
    )  # fmt: skip


def fireworks(seed: int, middle: Floats, *, spread: float, count: int = 11) -> Weather:
    """Return a show round ``middle`` (3,), ``spread`` metres to each side; it lasts for ever."""
    shells = _shells(seed, middle, spread, count)

    def at(time: float, camera: Camera) -> Air:
        del camera
        rows: list[Floats] = []
        lights: list[tuple[float, ...]] = []
        flash = 0.0
        for shell in shells:
            age = (time - shell.bursts + RISE) % LAP - RISE
            if age < 0:
                rows += _rocket(shell, -age)
            elif age < LIFE:
                rows += _burst(shell, age)
                power = max(0.0, 1 - age / 1.4) ** 2
                flash = max(flash, 0.22 * power)
                lights.append(
                    (*shell.at, *(c * 1.6 * power for c in shell.colour), shell.width * 2)
                )
        return Air(
            sprites=np.concatenate(rows) if rows else sprites([], radius=0, colour=0, alpha=0),
            lights=np.array(lights, np.float32).reshape(-1, 7)[:5],
            flash=flash,
        )

    return at
