"""Value noise on the plane, for relief, colour and scattering."""

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]


def _corner(x: npt.NDArray[np.int64], z: npt.NDArray[np.int64], seed: int) -> Values:
    n = (x * 374761393 + z * 668265263 + seed * 974711) & 0x7FFFFFFF
    n = ((n ^ (n >> 13)) * 1274126177) & 0x7FFFFFFF
    return ((n ^ (n >> 16)) & 0xFFFF) / 65535.0


def value_noise(x: npt.ArrayLike, z: npt.ArrayLike, seed: int) -> Values:
    """Return smooth noise from 0 to 1 with features one unit wide."""
    x, z = np.asarray(x, np.float64), np.asarray(z, np.float64)
    left, near = np.floor(x).astype(np.int64), np.floor(z).astype(np.int64)
    u, v = x - left, z - near
    u, v = u * u * u * (u * (u * 6 - 15) + 10), v * v * v * (v * (v * 6 - 15) + 10)
    a, b = _corner(left, near, seed), _corner(left + 1, near, seed)
    c, d = _corner(left, near + 1, seed), _corner(left + 1, near + 1, seed)
    return np.asarray((a + (b - a) * u) * (1 - v) + (c + (d - c) * u) * v, np.float64)


def fractal(x: npt.ArrayLike, z: npt.ArrayLike, seed: int, octaves: int = 4) -> Values:
    """Return noise from 0 to 1, about 0.5, with ever finer octaves."""
    x, z = np.asarray(x, np.float64), np.asarray(z, np.float64)
    total, share, scale = np.zeros(np.broadcast(x, z).shape), 1.0, 0.0
    for octave in range(octaves):
        total += share * value_noise(x, z, seed + octave)
        scale, share = scale + share, share * 0.5
        x, z = x * 2.03 + 17.1, z * 2.03 - 9.7
    return total / scale


def ridges(x: npt.ArrayLike, z: npt.ArrayLike, seed: int, octaves: int = 5) -> Values:
    """Return noise from 0 to 1 with sharp crests, finer where it is high: a mountain range."""
    x, z = np.asarray(x, np.float64), np.asarray(z, np.float64)
    shape = np.broadcast(x, z).shape
    total, weight, share, scale = np.zeros(shape), np.ones(shape), 1.0, 0.0
    for octave in range(octaves):
        crest = (1 - np.abs(2 * value_noise(x, z, seed + octave) - 1)) ** 2
        total += crest * share * weight
        weight = np.clip(crest * 1.6, 0, 1)
        scale, share = scale + share, share * 0.5
        x, z = x * 2.03 + 17.1, z * 2.03 - 9.7
    return total / scale


def smooth(value: npt.ArrayLike, low: float, high: float) -> Values:
    """Return 0 below ``low``, 1 above ``high`` and an S between; ``low`` may be the larger."""
    k = np.clip((np.asarray(value, np.float64) - low) / (high - low), 0, 1)
    return np.asarray(k * k * (3 - 2 * k), np.float64)
