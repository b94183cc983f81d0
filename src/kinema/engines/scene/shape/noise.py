"""Value noise in space, for land, planets and stone."""

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]


def _corner(x: Values, y: Values, z: Values, seed: int) -> Values:
    """Return a number from 0 to 1 for every point with whole coordinates."""
    mixed = (
        x.astype(np.uint64) * np.uint64(0x9E3779B1)
        + y.astype(np.uint64) * np.uint64(0x85EBCA77)
        + z.astype(np.uint64) * np.uint64(0xC2B2AE3D)
        + np.uint64(seed * 0x27D4EB2F)
    ) & np.uint64(0xFFFFFFFF)
    mixed ^= mixed >> np.uint64(15)
    mixed = mixed * np.uint64(0x2C1B3C6D) & np.uint64(0xFFFFFFFF)
    mixed ^= mixed >> np.uint64(12)
    mixed = mixed * np.uint64(0x297A2D39) & np.uint64(0xFFFFFFFF)
    mixed ^= mixed >> np.uint64(15)
    return np.asarray(mixed / 0xFFFFFFFF, np.float64)


def noise(points: Values, seed: int) -> Values:
    """Return smooth noise (n,) from 0 to 1 at (n, 3) points, with features one unit wide."""
    shifted = points + 4096.0
    low = np.floor(shifted)
    u, v, w = (t * t * t * (t * (t * 6 - 15) + 10) for t in (shifted - low).T)
    x, y, z = low.T
    total = np.zeros(len(points))
    for i, p in ((0, 1 - u), (1, u)):
        for j, q in ((0, 1 - v), (1, v)):
            for k, r in ((0, 1 - w), (1, w)):
                total += _corner(x + i, y + j, z + k, seed) * p * q * r
    return total


def fractal(points: Values, seed: int, octaves: int = 4) -> Values:
    """Return noise from 0 to 1 with ever finer octaves."""
    total, weight = np.zeros(len(points)), 0.0
    for octave in range(octaves):
        share = 0.5**octave
        total += share * noise(points * 2.03**octave + octave * 17.3, seed + octave)
        weight += share
    return total / weight


def ridges(points: Values, seed: int, octaves: int = 5) -> Values:
    """Return noise from 0 to 1 with sharp crests, finer where it is high."""
    total, weight, carry = np.zeros(len(points)), 0.0, np.ones(len(points))
    for octave in range(octaves):
        share = 0.5**octave
        value = noise(points * 2.03**octave + octave * 17.3, seed + octave)
        crest = (1 - np.abs(2 * value - 1)) ** 2
        total += share * crest * carry
        carry = np.clip(crest * 1.6, 0, 1)
        weight += share
    return total / weight
