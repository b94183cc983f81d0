"""Arithmetic of one float32 that kernels share, and reading of tiling noise."""

import math

import numpy as np

from kinema.engines.scene.shape.model import Floats

from .jit import jit

F = np.float32
"""A literal in a kernel is wrapped, else numba widens the whole expression to 64 bits."""


@jit
def clamp(x: F) -> F:
    """Return x, at least 0 and at most 1."""
    return min(F(1.0), max(F(0.0), x))


@jit
def smooth(x: F) -> F:
    """Return an S-curve from 0 to 1."""
    x = min(F(1.0), max(F(0.0), x))
    return x * x * (F(3.0) - F(2.0) * x)


@jit
def mix(a: F, b: F, share: F) -> F:
    """Return a where the share is 0 and b where it is 1."""
    return a + (b - a) * share


@jit
def scale_to_unit(x: F, y: F, z: F) -> F:
    """Return what a vector is multiplied with to have length 1."""
    return F(1.0) / F(math.sqrt(x * x + y * y + z * z + F(1e-12)))


@jit
def below(x: F) -> int:
    """Return the largest whole number that is not above x, without the call that floor makes."""
    whole = int(x)
    return whole - 1 if x < F(whole) else whole


@jit
def above(x: F) -> int:
    """Return the smallest whole number that is not below x."""
    whole = int(x)
    return whole + 1 if x > F(whole) else whole


@jit
def noise_at(noise: Floats, layer: int, u: F, v: F) -> F:
    """Return noise between texels; it repeats at whole numbers of u and v."""
    x = u * F(512.0)
    y = v * F(512.0)
    left = below(x)
    top = below(y)
    fx = x - F(left)
    fy = y - F(top)
    x0 = left & 511
    y0 = top & 511
    x1 = (x0 + 1) & 511
    y1 = (y0 + 1) & 511
    top = noise[layer, y0, x0] + (noise[layer, y0, x1] - noise[layer, y0, x0]) * fx
    low = noise[layer, y1, x0] + (noise[layer, y1, x1] - noise[layer, y1, x0]) * fx
    return F(top + (low - top) * fy)


@jit
def ray(rays: Floats, x: F, y: F) -> tuple[F, F, F]:
    """Return the direction of a pixel; its part along the view is 1."""
    return (
        rays[0, 0] * x + rays[0, 1] * y + rays[0, 2],
        rays[1, 0] * x + rays[1, 1] * y + rays[1, 2],
        rays[2, 0] * x + rays[2, 1] * y + rays[2, 2],
    )


@jit
def fill_in(image: Floats, x: int, y: int) -> None:
    """Make a pixel from its four neighbours, more from the pair that agrees: along an edge."""
    across, down = F(1e-5), F(1e-5)
    for k in range(3):
        across += abs(image[y, x - 1, k] - image[y, x + 1, k])
        down += abs(image[y - 1, x, k] - image[y + 1, x, k])
    share = F(0.5) * down * down / (across * across + down * down)
    for k in range(3):
        level = (image[y, x - 1, k] + image[y, x + 1, k]) * share
        image[y, x, k] = level + (image[y - 1, x, k] + image[y + 1, x, k]) * (F(0.5) - share)
