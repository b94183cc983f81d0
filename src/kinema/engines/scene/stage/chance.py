"""Random numbers by role, so that a change to one part of a set leaves the others as they were."""

import zlib

import numpy as np


def chance(seed: int, role: str) -> np.random.Generator:
    """Return the generator of one role; the same on every machine and in every process."""
    key = zlib.crc32(role.encode())
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(key,)))
