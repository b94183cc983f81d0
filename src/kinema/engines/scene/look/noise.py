"""Four seamless pictures of noise that sky, ground, water and clouds are made with."""

from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

SIDE = 512
"""Texels along each side; every picture tiles."""

BROAD, FINE, MIDDLE, BILLOW = range(4)
"""Layers: three of spectral noise (zero mean, unit deviation) and one heaped like cauliflower."""


@cache
def textures() -> Floats:
    """Return the layers, (4, `SIDE`, `SIDE`)."""
    layers = [_spectral(1.9, 1), _spectral(1.0, 2), _spectral(1.5, 3), _billow(4)]
    stack = np.ascontiguousarray(np.stack(layers), np.float32)
    stack.setflags(write=False)
    return stack


@cache
def grain() -> Floats:
    """Return film grain, (`SIDE`, `SIDE`): zero mean, unit deviation, softer than pixels."""
    fine = np.random.default_rng(9).standard_normal((SIDE, SIDE))
    soft = fine + 0.5 * (np.roll(fine, 1, 0) + np.roll(fine, 1, 1))
    return np.ascontiguousarray(soft / soft.std(), np.float32)


def _spectral(falloff: float, seed: int) -> Floats:
    white = np.random.default_rng(seed).standard_normal((SIDE, SIDE))
    frequency = np.fft.fftfreq(SIDE) * SIDE
    distance = np.hypot(frequency[:, None], frequency[None])
    distance[0, 0] = 1.0
    values = np.real(np.fft.ifft2(np.fft.fft2(white) / distance**falloff))
    return _level(values)


def _billow(seed: int) -> Floats:
    octaves = ((8, 1.0), (17, 0.5), (35, 0.27), (71, 0.14))
    heaps = sum(weight * _cells(count, seed + count) for count, weight in octaves)
    return _level(np.asarray(heaps) + 0.10 * _spectral(1.9, seed))


def _cells(count: int, seed: int) -> Floats:
    """Return round heaps, one in each of ``count`` x ``count`` cells, 1 at the top."""
    jitter = np.random.default_rng(seed).random((count, count, 2)).astype(np.float32)
    at = ((np.arange(SIDE) + 0.5) / SIDE * count).astype(np.float32)
    cell = at.astype(int)
    nearest = np.full((SIDE, SIDE), 9.0, np.float32)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            rows, columns = cell + dy, cell + dx
            centre = jitter[rows % count][:, columns % count]
            far_y = centre[..., 0] + (rows - at).astype(np.float32)[:, None]
            far_x = centre[..., 1] + (columns - at).astype(np.float32)
            np.minimum(nearest, far_x * far_x + far_y * far_y, out=nearest)
    return np.asarray(1.0 - np.minimum(nearest, 1.0), np.float32)


def _level(values: npt.NDArray[np.floating]) -> Floats:
    values = values - values.mean()
    return np.asarray(values / values.std(), np.float32)
