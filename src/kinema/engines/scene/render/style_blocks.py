"""Large pixels of few colours, dithered in an order that never moves."""

import numpy as np

from kinema.engines.scene.shape.model import Bytes, Floats, Ints
from kinema.media.frames import Planes

from .jit import jit
from .maths import F, clamp

ROWS = 96
"""Blocks along the shorter side, about."""

LEVELS = 8
"""Of red, green and blue each."""

_ORDER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32)
BAYER = np.asarray((_ORDER + 0.5) / 16 - 0.5, np.float32)
"""Thresholds of ordered dithering, after B. Bayer (1973)."""


def blocks(paint: Floats, owners: Ints, size: tuple[int, int]) -> Planes:
    """Return a picture of ``size`` (width, height) made of square blocks."""
    width, height = size
    side = max(2, 2 * round(min(size) / ROWS / 2))
    grid = np.empty((3, -(-height // side), -(-width // side)), np.uint8)
    _average(paint, owners, side * paint.shape[0] / height, BAYER, grid)
    rows, columns = np.arange(height) // side, np.arange(width) // side
    half = rows[::2, None], columns[None, ::2]
    return Planes(y=grid[0][rows[:, None], columns[None]], u=grid[1][half], v=grid[2][half])


@jit
def _average(paint: Floats, owners: Ints, side: float, bayer: Floats, grid: Bytes) -> None:
    """Write luma and chroma of each block; the rim of whatever belongs to somebody is dark."""
    rows, columns = grid.shape[1], grid.shape[2]
    for y in range(rows):
        top, low = _span(y, side, paint.shape[0])
        for x in range(columns):
            left, right = _span(x, side, paint.shape[1])
            red, green, blue = F(0.0), F(0.0), F(0.0)
            for j in range(top, low):
                for i in range(left, right):
                    red += paint[j, i, 0]
                    green += paint[j, i, 1]
                    blue += paint[j, i, 2]
            share = F(1.0) / F((low - top) * (right - left))
            mine = owners[(top + low) // 2, (left + right) // 2]
            beyond = owners[min(low + 1, owners.shape[0] - 1), (left + right) // 2]
            beside = owners[(top + low) // 2, min(right + 1, owners.shape[1] - 1)]
            if mine != 0 and (beyond != mine or beside != mine):
                share *= F(0.6)
            nudge = bayer[y & 3, x & 3] * F(0.55)
            red, green = _level(red * share, nudge), _level(green * share, nudge)
            blue = _level(blue * share, nudge)
            grey = F(0.2126) * red + F(0.7152) * green + F(0.0722) * blue
            grid[0, y, x] = int(F(16.5) + F(219.0) * grey)
            grid[1, y, x] = int(F(128.5) + F(224.0 / 1.8556) * (blue - grey))
            grid[2, y, x] = int(F(128.5) + F(224.0 / 1.5748) * (red - grey))


@jit
def _span(at: int, side: float, size: int) -> tuple[int, int]:
    """Return the pixels of a block, at least one."""
    first = min(int(at * side + 0.5), size - 1)
    return first, max(first + 1, min(int((at + 1) * side + 0.5), size))


@jit
def _level(value: F, nudge: F) -> F:
    """Return the nearest of `LEVELS` to a brightness that is nudged by less than a step."""
    steps = F(LEVELS - 1)
    return F(F(int(clamp(value + nudge / steps) * steps + F(0.5))) / steps)
