"""What a lens does: bloom, light shafts and depth of field, on small copies of the picture."""

import math

import numpy as np

from kinema.engines.scene.shape.model import Floats

from . import slots
from .jit import jit
from .maths import F, clamp

CEILING = F(8.0)
"""Brightest that spills, so that one pixel cannot flood the picture."""


def gaussian(sigma: float) -> Floats:
    """Return the weights of one side of a bell curve, the middle first; both sides sum to 1."""
    reach = max(1, math.ceil(sigma * 2.6))
    weights = np.exp(-0.5 * (np.arange(reach + 1) / sigma) ** 2)
    return np.asarray(weights / (2 * weights.sum() - weights[0]), np.float32)


@jit
def shrink(image: Floats, factor: int, small: Floats) -> None:
    """Average squares of pixels."""
    share = F(1.0) / F(factor * factor)
    for y in range(small.shape[0]):
        for x in range(small.shape[1]):
            red, green, blue = F(0.0), F(0.0), F(0.0)
            for j in range(factor * y, factor * y + factor):
                for i in range(factor * x, factor * x + factor):
                    red += min(image[j, i, 0], CEILING)
                    green += min(image[j, i, 1], CEILING)
                    blue += min(image[j, i, 2], CEILING)
            small[y, x, 0] = red * share
            small[y, x, 1] = green * share
            small[y, x, 2] = blue * share


def blur(image: Floats, weights: Floats) -> None:
    """Blur (h, w, channels) in place by a bell curve, whose sides are `gaussian`."""
    height, width, channels = image.shape
    flat = image.reshape(height, width * channels)
    spare = np.empty_like(flat)
    _along_rows(flat, channels, weights, spare)
    _along_columns(spare, weights, flat)


@jit
def _along_rows(flat: Floats, step: int, weights: Floats, result: Floats) -> None:
    """Blur rows whose neighbours of the same channel are ``step`` apart."""
    size = flat.shape[1]
    for y in range(flat.shape[0]):
        for x in range(size):
            result[y, x] = flat[y, x] * weights[0]
        for i in range(1, weights.shape[0]):
            gap = min(i * step, size)
            share = weights[i]
            for x in range(gap, size):
                result[y, x] += flat[y, x - gap] * share
            for x in range(gap):
                result[y, x] += flat[y, x % step] * share
            for x in range(size - gap):
                result[y, x] += flat[y, x + gap] * share
            for x in range(size - gap, size):
                result[y, x] += flat[y, size - step + x % step] * share


@jit
def _along_columns(flat: Floats, weights: Floats, result: Floats) -> None:
    height = flat.shape[0]
    for y in range(height):
        for x in range(flat.shape[1]):
            result[y, x] = flat[y, x] * weights[0]
        for i in range(1, weights.shape[0]):
            top, low, share = max(0, y - i), min(height - 1, y + i), weights[i]
            for x in range(flat.shape[1]):
                result[y, x] += (flat[top, x] + flat[low, x]) * share


@jit
def keep_bright(image: Floats, edge: F, bright: Floats) -> None:
    """Write what is brighter than an edge, its colour kept."""
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            most = max(image[y, x, 0], max(image[y, x, 1], image[y, x, 2]))
            share = max(F(0.0), most - edge) / max(most, F(1e-4))
            for k in range(3):
                bright[y, x, k] = image[y, x, k] * share


@jit
def beam(small: Floats, depth: Floats, factor: int, light: Floats, result: Floats) -> None:
    """Smear the sky's light away from the sun; what stands before it leaves dark shafts."""
    height, width = small.shape[0], small.shape[1]
    sun_x, sun_y = light[slots.SUN_X] / F(factor), light[slots.SUN_Y] / F(factor)
    for y in range(height):
        for x in range(width):
            red, green, blue, weight = F(0.0), F(0.0), F(0.0), F(0.0)
            turn = F(((x & 1) * 2 + (y & 1)) * 2 + ((x ^ y) & 1)) * F(0.125)
            for step in range(14):
                share = (F(step) + turn) / F(14.0) * F(0.85)
                u = int(F(x) + (sun_x - F(x)) * share)
                v = int(F(y) + (sun_y - F(y)) * share)
                fade = F(1.0) - share * F(0.75)
                weight += fade
                if _open_sky(depth, u * factor + factor // 2, v * factor + factor // 2):
                    red += min(small[v, u, 0], F(1.5)) * fade
                    green += min(small[v, u, 1], F(1.5)) * fade
                    blue += min(small[v, u, 2], F(1.5)) * fade
            result[y, x, 0] = red / weight
            result[y, x, 1] = green / weight
            result[y, x, 2] = blue / weight


@jit
def _open_sky(depth: Floats, x: int, y: int) -> bool:
    inside = 0 <= x < depth.shape[1] and 0 <= y < depth.shape[0]
    return bool(inside and depth[y, x] == F(0.0))


@jit
def add_grown(small: Floats, share: F, large: Floats) -> None:
    """Add a small picture to one of about a whole number of times its size, smoothly."""
    height, width = large.shape[0], large.shape[1]
    for y in range(height):
        v = max(F(0.0), (F(y) + F(0.5)) * F(small.shape[0]) / F(height) - F(0.5))
        top = min(int(v), small.shape[0] - 2)
        fy = min(F(1.0), v - F(top))
        for x in range(width):
            u = max(F(0.0), (F(x) + F(0.5)) * F(small.shape[1]) / F(width) - F(0.5))
            left = min(int(u), small.shape[1] - 2)
            fx = min(F(1.0), u - F(left))
            for k in range(3):
                a = small[top, left, k] * (F(1.0) - fx) + small[top, left + 1, k] * fx
                b = small[top + 1, left, k] * (F(1.0) - fx) + small[top + 1, left + 1, k] * fx
                large[y, x, k] += (a + (b - a) * fy) * share


@jit
def confusion(z: F, light: Floats) -> F:
    """Return how blurred a pixel of 1 / distance z is, 0 to 1."""
    focus = light[slots.FOCUS]
    off = abs(z - focus) / focus - F(0.22)
    if z < focus:
        off *= F(0.9)
    return F(clamp(off * F(1.15)) * light[slots.BLUR])


@jit
def unfocus(image: Floats, depth: Floats, light: Floats, soft: Floats) -> None:
    """Write a half-size copy of what is out of focus; sharp pixels leave no halo in it."""
    for y in range(soft.shape[0]):
        for x in range(soft.shape[1]):
            red, green, blue, weight = F(0.0), F(0.0), F(0.0), F(1e-4)
            for k in range(4):
                j, i = 2 * y + (k >> 1), 2 * x + (k & 1)
                share = confusion(depth[j, i], light) + F(1e-3)
                weight += share
                red += min(image[j, i, 0], CEILING) * share
                green += min(image[j, i, 1], CEILING) * share
                blue += min(image[j, i, 2], CEILING) * share
            soft[y, x, 0] = red * F(0.25)
            soft[y, x, 1] = green * F(0.25)
            soft[y, x, 2] = blue * F(0.25)
            soft[y, x, 3] = weight * F(0.25)


@jit
def blend_focus(image: Floats, depth: Floats, soft: Floats, light: Floats) -> None:
    """Replace each pixel by its blurred neighbours as far as it is out of focus."""
    for y in range(image.shape[0]):
        v = max(F(0.0), F(y) * F(0.5) - F(0.25))
        top = min(int(v), soft.shape[0] - 2)
        fy = min(F(1.0), v - F(top))
        for x in range(image.shape[1]):
            share = confusion(depth[y, x], light)
            if share <= F(0.0):
                continue
            u = max(F(0.0), F(x) * F(0.5) - F(0.25))
            left = min(int(u), soft.shape[1] - 2)
            fx = min(F(1.0), u - F(left))
            share = min(F(1.0), share * F(1.6))
            unit = F(1.0) / _between(soft, left, top, fx, fy, 3)
            for k in range(3):
                blurred = _between(soft, left, top, fx, fy, k) * unit
                image[y, x, k] += (blurred - image[y, x, k]) * share


@jit
def _between(soft: Floats, left: int, top: int, fx: F, fy: F, k: int) -> F:
    a = soft[top, left, k] * (F(1.0) - fx) + soft[top, left + 1, k] * fx
    b = soft[top + 1, left, k] * (F(1.0) - fx) + soft[top + 1, left + 1, k] * fx
    return F(a + (b - a) * fy)
