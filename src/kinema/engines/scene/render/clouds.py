"""Clouds, painted once on a dome: heaps with flat bases, marched from below, lit by the sun."""

import math
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from kinema.engines.scene.shape.model import Floats

from . import slots
from .heaven import SPREAD
from .jit import jit
from .maths import F, clamp, mix, noise_at, smooth

SIDE = 1024
"""Texels along the dome."""

ROWS = 64
"""Rows painted by one thread at a time; they divide every side."""

THICK = F(0.34)
"""Height of the tallest heaps, in heights of their base above the ground."""


@jit
def paint(dome: Floats, light: Floats, noise: Floats, first: int, last: int) -> None:
    """Paint rows of the dome (side, side, 3): cover, clear of haze, and of that lit."""
    side = dome.shape[0]
    for row in range(first, last):
        for column in range(side):
            u = F(column) * F(2.0) / F(side - 2) - F(1.0)
            v = F(row) * F(2.0) / F(side - 2) - F(1.0)
            radius = F(math.sqrt(u * u + v * v))
            if radius < F(0.86):
                far = SPREAD / (F(1.0) - radius)
                _march(u * far, v * far, light, noise, dome, row, column)
            else:
                for channel in range(3):
                    dome[row, column, channel] = F(0.0)


@jit
def _density(p: F, q: F, height: F, light: Floats, noise: Floats) -> F:
    """Return how thick the cloud is over a place at a height from 0, its base, to 1."""
    billow = light[slots.BILLOW]
    shape = F(0.0)
    if billow > F(0.0):
        shape += billow * _heaps(p, q, height, noise)
    if billow < F(1.0):
        shape += (F(1.0) - billow) * _feathers(p, q, noise)
    want = (light[slots.CLOUDS] - F(0.5)) * F(3.6)
    return F(shape + want - height * mix(F(0.6), F(1.5), billow))


@jit
def _heaps(p: F, q: F, height: F, noise: Floats) -> F:
    heap = noise_at(noise, 3, p * F(0.13), q * F(0.13)) * F(0.9)
    heap += noise_at(noise, 0, p * F(0.06) + F(0.3), q * F(0.06)) * F(0.8)
    fine = noise_at(noise, 3, p * F(0.41) + F(0.4), q * F(0.41) + height * F(0.07))
    return heap + fine * F(0.22)


@jit
def _feathers(p: F, q: F, noise: Floats) -> F:
    warp = noise_at(noise, 2, p * F(0.05), q * F(0.05)) * F(0.05)
    feather = noise_at(noise, 0, p * F(0.09) + warp, q * F(0.15) + warp)
    feather += F(0.30) * noise_at(noise, 2, p * F(0.16) - warp, q * F(0.47) + warp)
    return feather + F(0.09) * noise_at(noise, 1, p * F(0.31) + warp, q * F(0.83))


@jit
def _inside(a: F, b: F) -> F:
    """Return the mean of what is above 0 on the straight line from a to b: no step shows."""
    low, high = min(a, b), max(a, b)
    if high <= F(0.0):
        return F(0.0)
    if low >= F(0.0):
        return F(0.5) * (low + high)
    return F(0.5) * high * high / (high - low)


@jit
def _march(p: F, q: F, light: Floats, noise: Floats, dome: Floats, row: int, column: int) -> None:
    """Paint one texel; p and q are where its ray meets the plane of the bases."""
    sun_x, sun_y, sun_z = light[slots.SUN], light[slots.SUN + 1], light[slots.SUN + 2]
    rise = max(sun_y, F(0.12))
    thick = THICK * mix(F(0.04), F(1.0), light[slots.BILLOW])  # feathers are thin sheets
    left = F(1.0)
    bright = F(0.0)
    total = F(0.0)
    before = F(-1.0)
    steps = int(mix(F(5.0), F(14.0), light[slots.BILLOW]))
    for step in range(steps):
        height = (F(step) + F(0.5)) / F(steps)
        far = F(1.0) + height * thick
        now = _density(p * far, q * far, height, light, noise)
        here = _inside(before, now)
        before = now
        if here <= F(0.0):
            continue
        reach = F(0.30)
        there = _density(
            p * far + sun_x * reach, q * far + sun_z * reach, height + rise * reach, light, noise
        )
        lit = F(math.exp(-max(there, F(0.0)) * F(1.9))) * (F(0.45) + F(0.55) * height)
        lit += F(0.22) * height
        lit *= mix(F(1.0), F(math.exp(-here * F(0.45))), F(1.0) - height)  # a thick base is dark
        opaque = F(1.0) - F(math.exp(-here * F(5.0) / F(steps) * F(3.0)))
        bright += left * opaque * lit
        total += left * opaque
        left *= F(1.0) - opaque
        if left < F(0.02):
            break
    cover = total * _fade(p, q)
    shade = clamp(bright / (total + F(1e-4)) * F(1.25))
    haze = F(math.exp(-F(math.sqrt(p * p + q * q)) * F(0.10)))
    dome[row, column, 0] = cover
    dome[row, column, 1] = cover * haze
    dome[row, column, 2] = cover * haze * smooth(shade)


@jit
def _fade(p: F, q: F) -> F:
    """Return how much of a cloud is left before it drowns in the haze of the horizon."""
    far = F(math.sqrt(p * p + q * q))
    return F(1.0) - smooth((far - F(5.0)) / F(9.0))


def new_dome(light: Floats, noise: Floats, side: int) -> Floats:
    """Return a dome of clouds, (side, side, 3); with no clouds a tiny clear one."""
    if light[slots.CLOUDS] <= 0 or light[slots.INDOOR] > 0 or light[slots.UNDERWATER] > 0:
        return np.zeros((8, 8, 3), np.float32)
    dome = np.zeros((side, side, 3), np.float32)
    with ThreadPoolExecutor() as pool:
        steps = range(0, side, ROWS)
        list(pool.map(lambda row: paint(dome, light, noise, row, row + ROWS), steps))
    return dome
