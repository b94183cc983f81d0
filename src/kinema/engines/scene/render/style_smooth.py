"""Smoothing that keeps edges: of the windows round a pixel the calmest count most.

After M. Kuwahara et al. (1976), with windows that share the pixel softly, so that nothing jumps
from one frame to the next.
"""

import numpy as np

from kinema.engines.scene.shape.model import Floats, Ints

from .jit import jit
from .maths import F


def smoothed(paint: Floats, owners: Ints, reach: int, kept: float) -> None:
    """Smooth (h, w, 3) display colours in place by windows of ``reach`` pixels either way.

    What belongs to somebody keeps a share of its detail: eyes must stay eyes.
    """
    height, width = paint.shape[:2]
    rows = np.empty((height, width, 4), np.float32)
    means = np.empty_like(rows)
    _sum_rows(paint, reach, rows)
    _sum_columns(rows, reach, means)
    _settle(means, owners, reach, F(kept), paint)


@jit
def _sum_rows(paint: Floats, reach: int, rows: Floats) -> None:
    """Average red, green, blue and squared brightness along rows."""
    width = paint.shape[1]
    share = F(1.0) / F(2 * reach + 1)
    for y in range(paint.shape[0]):
        red, green, blue, square = F(0.0), F(0.0), F(0.0), F(0.0)
        for i in range(-reach, width + reach):
            x = min(max(i, 0), width - 1)
            grey = (paint[y, x, 0] + paint[y, x, 1] + paint[y, x, 2]) * F(1.0 / 3.0)
            red, green, blue = red + paint[y, x, 0], green + paint[y, x, 1], blue + paint[y, x, 2]
            square += grey * grey
            if i >= reach:
                rows[y, i - reach, 0], rows[y, i - reach, 1] = red * share, green * share
                rows[y, i - reach, 2], rows[y, i - reach, 3] = blue * share, square * share
                x = max(i - 2 * reach, 0)
                grey = (paint[y, x, 0] + paint[y, x, 1] + paint[y, x, 2]) * F(1.0 / 3.0)
                red, green = red - paint[y, x, 0], green - paint[y, x, 1]
                blue, square = blue - paint[y, x, 2], square - grey * grey


@jit
def _sum_columns(rows: Floats, reach: int, means: Floats) -> None:
    """Average along columns too, and make the fourth number the deviation of brightness."""
    height, width = rows.shape[0], rows.shape[1]
    share = F(1.0) / F(2 * reach + 1)
    for y in range(height):
        for x in range(width):
            for k in range(4):
                means[y, x, k] = F(0.0)
        for j in range(y - reach, y + reach + 1):
            row = min(max(j, 0), height - 1)
            for x in range(width):
                for k in range(4):
                    means[y, x, k] += rows[row, x, k] * share
        for x in range(width):
            grey = (means[y, x, 0] + means[y, x, 1] + means[y, x, 2]) * F(1.0 / 3.0)
            means[y, x, 3] = max(F(0.0), means[y, x, 3] - grey * grey)


@jit
def _settle(means: Floats, owners: Ints, reach: int, kept: F, paint: Floats) -> None:
    """Give each pixel the mean of the eight windows beside it, the calmest most."""
    height, width = paint.shape[0], paint.shape[1]
    slant = (reach * 3 + 2) // 4
    for y in range(height):
        for x in range(width):
            red, green, blue, total = F(0.0), F(0.0), F(0.0), F(0.0)
            for i in range(9):
                if i == 4:
                    continue
                far = reach if i & 1 else slant
                row = min(max(y + (i // 3 - 1) * far, 0), height - 1)
                column = min(max(x + (i % 3 - 1) * far, 0), width - 1)
                calm = F(1.0) / (F(0.0004) + means[row, column, 3])
                weight = calm * calm * calm
                total += weight
                red += means[row, column, 0] * weight
                green += means[row, column, 1] * weight
                blue += means[row, column, 2] * weight
            share = kept if owners[y, x] != 0 else F(0.0)
            unit = (F(1.0) - share) / total
            paint[y, x, 0] = red * unit + paint[y, x, 0] * share
            paint[y, x, 1] = green * unit + paint[y, x, 1] * share
            paint[y, x, 2] = blue * unit + paint[y, x, 2] * share
