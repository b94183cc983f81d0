"""Painting with strokes: each lies along the forms and takes the colour of the place it covers.

Strokes have fixed places on the screen, so where nothing moves nothing swims.
"""

import math
from functools import cache

import numpy as np

from kinema.engines.scene.shape.model import Floats, Ints

from . import lens
from .jit import jit
from .maths import F, clamp, noise_at


@cache
def places(width: int, height: int, gap: int) -> Floats:
    """Return (n, 4) in the order of painting: x, y, and two random numbers from 0 to 1."""
    random = np.random.default_rng(np.random.SeedSequence(gap, spawn_key=(width, height)))
    y, x = np.mgrid[0:height:gap, 0:width:gap]
    spots = np.stack([x.ravel(), y.ravel(), 0 * x.ravel(), 0 * x.ravel()], 1).astype(np.float32)
    spots += random.random(spots.shape, np.float32) * np.array([gap, gap, 1, 1], np.float32)
    spots = random.permutation(spots)
    spots.setflags(write=False)
    return spots


def flow(paint: Floats, unit: float) -> Floats:
    """Return (h / 4, w / 4, 3) of the structure tensor: xx, yy, xy, smoothed over the forms."""
    height, width = paint.shape[:2]
    small = np.empty((height // 4, width // 4, 3), np.float32)
    lens.shrink(paint, 4, small)
    tensor = np.empty_like(small)
    _slopes(small, tensor)
    lens.blur(tensor, lens.gaussian(max(0.8, 1.4 * unit)))
    return tensor


@jit
def _slopes(small: Floats, tensor: Floats) -> None:
    height, width = small.shape[0], small.shape[1]
    for y in range(height):
        top, low = max(0, y - 1), min(height - 1, y + 1)
        for x in range(width):
            left, right = max(0, x - 1), min(width - 1, x + 1)
            xx, yy, xy = F(0.0), F(0.0), F(0.0)
            for k in range(3):
                across = small[y, right, k] - small[y, left, k]
                down = small[low, x, k] - small[top, x, k]
                xx, yy, xy = xx + across * across, yy + down * down, xy + across * down
            tensor[y, x, 0], tensor[y, x, 1], tensor[y, x, 2] = xx, yy, xy


@jit
def stroke(
    source: Floats,
    tensor: Floats,
    owners: Ints,
    spots: Floats,
    patterns: Floats,
    size: Floats,
    paint: Floats,
) -> None:
    """Paint strokes over a picture.

    ``size`` is half the length and half the width of a stroke in pixels, how far its colour
    strays, how much the air swirls, how thick the paint is, and 1 where only things that
    belong to somebody or have detail are painted.
    """
    height, width = paint.shape[0], paint.shape[1]
    for i in range(spots.shape[0]):
        x, y = min(int(spots[i, 0]), width - 1), min(int(spots[i, 1]), height - 1)
        j, k = min(y // 4, tensor.shape[0] - 1), min(x // 4, tensor.shape[1] - 1)
        xx, yy, xy = tensor[j, k, 0], tensor[j, k, 1], tensor[j, k, 2]
        if size[5] > F(0.5) and owners[y, x] == 0 and xx + yy < F(0.015):
            continue
        swirl = size[3] * F(0.0008)
        turn = noise_at(patterns, 0, F(x) / F(height) * F(0.3), F(y) / F(height) * F(0.45)) * F(2.6)
        a = xx - yy - swirl * F(math.cos(turn))
        b = F(2.0) * xy - swirl * F(math.sin(turn))
        angle = F(0.5) * F(math.atan2(b, a)) + F(math.pi / 2) + (spots[i, 2] - F(0.5)) * F(0.5)
        _dab(source, owners, paint, x, y, angle, spots[i, 2], spots[i, 3], size)


@jit
def show_through(source: Floats, owners: Ints, share: F, paint: Floats) -> None:
    """Let what belongs to somebody show through the paint: faces stay faces."""
    for y in range(paint.shape[0]):
        for x in range(paint.shape[1]):
            if owners[y, x] != 0:
                for k in range(3):
                    paint[y, x, k] += (source[y, x, k] - paint[y, x, k]) * share


@jit
def _dab(
    source: Floats,
    owners: Ints,
    paint: Floats,
    x: int,
    y: int,
    angle: F,
    one: F,
    two: F,
    size: Floats,
) -> None:
    """Paint one stroke, on what has the same owner only: bristles, lit from one side."""
    along_x, along_y = F(math.cos(angle)), F(math.sin(angle))
    length, half = size[0] * (F(0.75) + F(0.5) * two), size[1] * (F(0.8) + F(0.4) * one)
    stray = (one - F(0.5)) * size[2]
    red = source[y, x, 0] * (F(1.0) + stray) + (two - F(0.5)) * size[2] * F(0.3)
    green = source[y, x, 1] * (F(1.0) + stray)
    blue = source[y, x, 2] * (F(1.0) + stray) - (two - F(0.5)) * size[2] * F(0.3)
    tall = int(abs(along_y) * length + abs(along_x) * half) + 1
    for row in range(max(0, y - tall), min(paint.shape[0], y + tall + 1)):
        dy = F(row - y)
        first, last = _between(along_x, along_y, length, half, dy)
        for column in range(max(0, x + first), min(paint.shape[1], x + last + 1)):
            dx = F(column - x)
            u = (dx * along_x + dy * along_y) / length
            v = (dy * along_x - dx * along_y) / half
            cover = clamp((F(1.0) - abs(u)) * F(3.0)) * clamp((F(1.0) - abs(v)) * F(2.0)) * F(0.9)
            if owners[row, column] != owners[y, x]:
                continue
            wave = v * F(0.8) + one * F(5.0) + F(2.0)
            bristle = abs(wave - F(int(wave)) - F(0.5)) * F(2.4) - F(0.6) - v * F(0.5)
            gain = F(1.0) + bristle * size[4]
            paint[row, column, 0] += (clamp(red * gain) - paint[row, column, 0]) * cover
            paint[row, column, 1] += (clamp(green * gain) - paint[row, column, 1]) * cover
            paint[row, column, 2] += (clamp(blue * gain) - paint[row, column, 2]) * cover


@jit
def _between(along_x: F, along_y: F, length: F, half: F, dy: F) -> tuple[int, int]:
    """Return the first and the last column of a stroke in a row, from its middle."""
    first, last = F(-64.0), F(64.0)
    if abs(along_x) > F(0.01):
        reach, middle = abs(length / along_x), -dy * along_y / along_x
        first, last = max(first, middle - reach), min(last, middle + reach)
    if abs(along_y) > F(0.01):
        reach, middle = abs(half / along_y), dy * along_x / along_y
        first, last = max(first, middle - reach), min(last, middle + reach)
    return int(first), int(last)
