"""Lightning: bolts that branch, and the flash that they throw over everything."""

import numpy as np

from kinema.engines.scene.render.view import Camera
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.chance import chance
from kinema.engines.scene.stage.place import Air, Weather
from kinema.engines.scene.stage.weather.sprites import sprites

LAP = 5.0
"""Seconds after which the same bolts strike again."""


def _bolt(random: np.random.Generator, top: Floats, foot: Floats, steps: int = 7) -> Floats:
    """Return (n, 3) points of a crooked line: halved and shifted again and again."""
    line = np.stack([top, foot]).astype(np.float64)
    shift = float(np.linalg.norm(foot - top)) * 0.12
    for _ in range(steps):
        middle = (line[:-1] + line[1:]) / 2 + random.normal(0, shift, (len(line) - 1, 3))
        joined = np.empty((len(line) * 2 - 1, 3))
        joined[::2], joined[1::2] = line, middle
        line, shift = joined, shift * 0.52
    return line.astype(np.float32)


def _tree(random: np.random.Generator, distance: float) -> Floats:
    """Return the points of a bolt with three branches."""
    x = float(random.uniform(-0.55, 0.55)) * distance
    top = np.array([x, distance * 0.62, -distance])
    foot = np.array([x + random.uniform(-0.15, 0.15) * distance, 0, -distance])
    trunk = _bolt(random, top, foot)
    parts = [trunk]
    for share in (0.3, 0.5, 0.68):
        start = trunk[int(len(trunk) * share)]
        end = start + random.normal(0, 0.1, 3) * distance - np.array([0, 0.14 * distance, 0])
        parts.append(_bolt(random, start, end, 5))
    return np.concatenate(parts)


def lightning(seed: int, *, distance: float = 160.0, strikes: int = 3) -> Weather:
    """Return bolts ``distance`` metres off, in front of the camera's usual side."""
    random = chance(seed, "lightning")
    times = [0.7 + n * LAP / strikes + float(random.uniform(-0.3, 0.3)) for n in range(strikes)]
    bolts = [_tree(random, distance) for _ in times]

    def at(time: float, camera: Camera) -> Air:
        del camera
        power = [_power((time - moment) % LAP) for moment in times]
        best = int(np.argmax(power))
        if power[best] < 0.02:
            return Air()
        line = sprites(
            bolts[best], radius=distance * 0.0032, colour=(5.0, 5.4, 7.5), alpha=power[best], glow=1
        )
        return Air(sprites=line, flash=0.75 * power[best])

    return at


def _power(age: float) -> float:
    """Return brightness after a strike: a flash, a second one, and dark."""
    if age > 0.5:
        return 0.0
    return float(np.exp(-age * 16) + 0.7 * np.exp(-(((age - 0.16) / 0.05) ** 2)))
