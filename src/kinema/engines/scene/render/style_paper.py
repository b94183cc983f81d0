"""What a picture is made on and with: paper, dots of print, pencil hatching.

All of it stays where it is on the screen.
"""

import math

from kinema.engines.scene.shape.model import Floats

from .jit import jit
from .maths import F, clamp, noise_at, smooth


@jit
def paper(paint: Floats, patterns: Floats, unit: F, tooth: F, blots: F, colour: Floats) -> None:
    """Lay the picture on paper of a colour: its tooth is fine, blots are broad and uneven."""
    for y in range(paint.shape[0]):
        v = F(y) / unit
        for x in range(paint.shape[1]):
            u = F(x) / unit
            fine = noise_at(patterns, 1, u * F(1.0 / 200.0), v * F(1.0 / 200.0))
            broad = noise_at(patterns, 2, u * F(1.0 / 500.0), v * F(1.0 / 500.0))
            gain = F(1.0) + fine * tooth + broad * blots
            for k in range(3):
                paint[y, x, k] = clamp(paint[y, x, k] * gain) * colour[k]


@jit
def wash(source: Floats, patterns: Floats, unit: F, paint: Floats) -> None:
    """Let colour run a little over wobbly edges, pool along them, and end before the margin."""
    height, width = paint.shape[0], paint.shape[1]
    for y in range(height):
        v = F(y) / unit
        for x in range(width):
            u = F(x) / unit
            across = noise_at(patterns, 2, u * F(1.0 / 260.0), v * F(1.0 / 260.0)) * unit * F(1.1)
            down = noise_at(patterns, 2, v * F(1.0 / 260.0), u * F(1.0 / 260.0)) * unit * F(1.1)
            i = min(max(x + int(across + F(64.5)) - 64, 1), width - 2)
            j = min(max(y + int(down + F(64.5)) - 64, 1), height - 2)
            rim = F(0.0)
            for k in range(3):
                rim += abs(source[j, i + 1, k] - source[j, i - 1, k])
                rim += abs(source[j + 1, i, k] - source[j - 1, i, k])
            pool = F(1.0) - min(F(0.3), rim * F(0.35))
            edge = min(min(F(x), F(width - 1 - x)), min(F(y), F(height - 1 - y))) / unit
            bare = smooth((edge + (across + down) / unit * F(1.6) - F(2.5)) * F(0.3))
            for k in range(3):
                colour = F(1.0) - (F(1.0) - source[j, i, k] * pool) * F(0.86)
                paint[y, x, k] = F(1.0) + (colour - F(1.0)) * bare


@jit
def dots(paint: Floats, unit: F, strength: F) -> None:
    """Print shade as dots along slanted rows, larger where it is darker."""
    pitch = F(1.2) / unit
    for y in range(paint.shape[0]):
        for x in range(paint.shape[1]):
            grey = F(0.3) * paint[y, x, 0] + F(0.59) * paint[y, x, 1] + F(0.11) * paint[y, x, 2]
            a = F(math.sin((F(x) + F(y)) * pitch * F(0.7)))
            b = F(math.sin((F(x) - F(y)) * pitch * F(0.7)))
            shade = smooth((a * b * F(0.5) + F(0.42) - grey * F(1.4)) * F(2.2))
            gain = F(1.0) - shade * strength
            for k in range(3):
                paint[y, x, k] *= gain


@jit
def hatch(paint: Floats, lines: Floats, patterns: Floats, unit: F) -> None:
    """Turn the picture into pencil on paper: each darker tone is hatched another way too."""
    for y in range(paint.shape[0]):
        for x in range(paint.shape[1]):
            grey = F(0.3) * paint[y, x, 0] + F(0.59) * paint[y, x, 1] + F(0.11) * paint[y, x, 2]
            u, v = F(x) / unit, F(y) / unit
            bend = noise_at(patterns, 2, u * F(1.0 / 500.0), v * F(1.0 / 500.0)) * F(1.6)
            tooth = noise_at(patterns, 1, u * F(1.0 / 220.0), v * F(1.0 / 220.0))
            level = F(0.97) - _stroke(u + v + bend, grey, F(0.62)) * F(0.26)
            level -= _stroke(u - v * F(0.8) + bend, grey, F(0.42)) * F(0.26)
            level -= _stroke(u * F(0.25) + v * F(1.3) - bend, grey, F(0.24)) * F(0.3)
            level -= smooth((F(0.75) - grey) * F(1.3)) * F(0.2)
            level += tooth * F(0.045) * (F(1.2) - level)
            level -= lines[y, x] * (F(0.62) + tooth * F(0.1))
            paint[y, x, 0] = clamp(level)
            paint[y, x, 1] = clamp(level * F(0.985))
            paint[y, x, 2] = clamp(level * F(0.95))


@jit
def _stroke(along: F, grey: F, edge: F) -> F:
    """Return how much of a pencil stroke is here, of those that shade what is below a grey."""
    wave = F(0.5) + F(0.5) * F(math.sin(along * F(1.3)))
    return F(smooth((edge - grey) * F(5.0)) * smooth(wave * F(1.5) - F(0.3)))


@jit
def knead(paint: Floats, patterns: Floats, unit: F) -> None:
    """Dent the surface by thumbs: broad soft light and shade, seen from above left."""
    for y in range(paint.shape[0]):
        v = F(y) / unit
        for x in range(paint.shape[1]):
            u = F(x) / unit
            here = noise_at(patterns, 3, u * F(1.0 / 420.0), v * F(1.0 / 420.0))
            there = noise_at(
                patterns, 3, (u - F(1.5)) * F(1.0 / 420.0), (v - F(1.5)) * F(1.0 / 420.0)
            )
            gain = F(1.0) + min(F(0.09), max(F(-0.09), (here - there) * F(0.16)))
            for k in range(3):
                paint[y, x, k] = clamp(paint[y, x, k] * gain)
