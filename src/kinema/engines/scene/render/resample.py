"""Weights that make a picture larger or smaller, smoothly and a little crisper."""

from functools import cache

import numpy as np

from kinema.engines.scene.shape.model import Floats

CRISP = -0.7
"""The cubic's free number: -0.5 is neutral, lower overshoots at edges and so looks sharper."""


@cache
def resampling(source: int, target: int) -> Floats:
    """Return (target, 8): four places of the source, and their weights, for each of the target."""
    places = (np.arange(target) + 0.5) * source / target - 0.5
    whole = np.floor(places)
    share = places - whole
    table = np.zeros((target, 8), np.float32)
    for k in range(4):
        table[:, k] = np.clip(whole + k - 1, 0, source - 1)
        table[:, 4 + k] = _cubic(np.abs(share - (k - 1)))
    return table


def _cubic(x: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Floats:
    near = (CRISP + 2) * x**3 - (CRISP + 3) * x**2 + 1
    far = CRISP * x**3 - 5 * CRISP * x**2 + 8 * CRISP * x - 4 * CRISP
    return np.where(x <= 1, near, far).astype(np.float32)
