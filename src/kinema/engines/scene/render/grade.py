"""From linear light to the numbers of a video picture.

Tone curve: the fit of Krzysztof Narkowicz to ACES. Output: Y'CbCr after ITU-R BT.709, limited
range (Y 16 to 235, chroma 16 to 240).
"""

import math

from kinema.engines.scene.shape.model import Bytes, Floats

from . import slots
from .jit import jit
from .maths import F, clamp


@jit
def develop(image: Floats, spill: Floats, light: Floats, luma: Floats, chroma: Floats) -> None:
    """Write luma (h, w) and chroma (2, h, w), as numbers of the picture before rounding.

    ``spill`` is bloom at a quarter of the size.
    """
    height, width = luma.shape
    for y in range(height):
        v = max(F(0.0), (F(y) + F(0.5)) * F(0.25) - F(0.5))
        top = min(int(v), spill.shape[0] - 2)
        fy = min(F(1.0), v - F(top))
        across_y = F(y) / F(height) - F(0.5)
        for x in range(width):
            u = max(F(0.0), (F(x) + F(0.5)) * F(0.25) - F(0.5))
            left = min(int(u), spill.shape[1] - 2)
            fx = min(F(1.0), u - F(left))
            across_x = F(x) / F(width) - F(0.5)
            dark = F(1.0) - light[slots.VIGNETTE] * (across_x * across_x + across_y * across_y)
            gain = light[slots.EXPOSURE] * dark
            red = tone(
                (image[y, x, 0] + _spill(spill, left, top, fx, fy, 0)) * gain * light[slots.GAIN]
            )
            green = tone(
                (image[y, x, 1] + _spill(spill, left, top, fx, fy, 1))
                * gain
                * light[slots.GAIN + 1]
            )
            blue = tone(
                (image[y, x, 2] + _spill(spill, left, top, fx, fy, 2))
                * gain
                * light[slots.GAIN + 2]
            )
            red, green, blue = _taste(red, green, blue, light)
            grey = F(0.2126) * red + F(0.7152) * green + F(0.0722) * blue
            luma[y, x] = F(16.0) + F(219.0) * grey
            chroma[0, y, x] = F(128.0) + F(224.0 / 1.8556) * (blue - grey)
            chroma[1, y, x] = F(128.0) + F(224.0 / 1.5748) * (red - grey)


@jit
def _spill(spill: Floats, left: int, top: int, fx: F, fy: F, k: int) -> F:
    a = spill[top, left, k] + (spill[top, left + 1, k] - spill[top, left, k]) * fx
    b = spill[top + 1, left, k] + (spill[top + 1, left + 1, k] - spill[top + 1, left, k]) * fx
    return F(a + (b - a) * fy)


@jit
def tone(x: F) -> F:
    """Return display brightness, 0 to 1, of linear light."""
    x = max(x, F(0.0))
    x = (x * (F(2.51) * x + F(0.03))) / (x * (F(2.43) * x + F(0.59)) + F(0.14))
    return F(math.sqrt(min(x, F(1.0))))


@jit
def _taste(red: F, green: F, blue: F, light: Floats) -> tuple[F, F, F]:
    """Return a display colour with the palette's saturation, contrast and lift."""
    grey = F(0.2126) * red + F(0.7152) * green + F(0.0722) * blue
    more = light[slots.SATURATION]
    room = F(1.0) - grey
    steep = light[slots.CONTRAST]
    flat = F(0.45) * (F(1.0) - steep)
    return (
        clamp((grey + (red - grey) * more + light[slots.LIFT] * room) * steep + flat),
        clamp((grey + (green - grey) * more + light[slots.LIFT + 1] * room) * steep + flat),
        clamp((grey + (blue - grey) * more + light[slots.LIFT + 2] * room) * steep + flat),
    )


@jit
def enlarge(
    plane: Floats,
    columns: Floats,
    rows: Floats,
    grain: Floats,
    strength: F,
    offset: int,
    spare: Floats,
    result: Bytes,
) -> None:
    """Resample a plane to the result's size and round it.

    ``columns`` and ``rows`` are what `resampling` returns. The rounding is dithered by noise
    that stays in place, so that a smooth sky shows no bands and still pictures cost no bits.
    """
    for y in range(plane.shape[0]):
        for x in range(result.shape[1]):
            i = int(columns[x, 0])
            spare[y, x] = (
                plane[y, i] * columns[x, 4]
                + plane[y, int(columns[x, 1])] * columns[x, 5]
                + plane[y, int(columns[x, 2])] * columns[x, 6]
                + plane[y, int(columns[x, 3])] * columns[x, 7]
            )
    for y in range(result.shape[0]):
        a, b, c, d = int(rows[y, 0]), int(rows[y, 1]), int(rows[y, 2]), int(rows[y, 3])
        e, f, g, h = rows[y, 4], rows[y, 5], rows[y, 6], rows[y, 7]
        still, alive = (y * 3) & 511, (y + offset) & 511
        for x in range(result.shape[1]):
            value = spare[a, x] * e + spare[b, x] * f + spare[c, x] * g + spare[d, x] * h
            value += (
                grain[still, x & 511] * F(0.3) + grain[alive, (x + offset * 7) & 511] * strength
            )
            result[y, x] = int(min(F(240.0), max(F(16.0), value)) + F(0.5))
