"""The bulk of a model as a few balls: enough to darken the ground under it."""

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.shape.model import Floats, Model

MOST = 4
"""Balls along one bone at most."""

LEAST = 8
"""Vertices that make a ball."""


def balls(model: Model) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Return (n, 4) middles at rest and radii, and (n,) the bones that carry them."""
    vertices = np.nan_to_num(model.mesh.vertices)
    carriers = model.bone_index[np.arange(len(vertices)), model.bone_weight.argmax(1)]
    found: list[Floats] = []
    bones: list[int] = []
    for bone in np.unique(carriers).tolist():
        row = _row(vertices[carriers == bone])
        found += row
        bones += [bone] * len(row)
    return np.array(found, np.float32).reshape(-1, 4), np.array(bones, np.int64)


def _row(vertices: Floats) -> list[Floats]:
    """Return balls in a row along the longest side of some vertices."""
    if len(vertices) < LEAST:
        return []
    sides = np.ptp(vertices, axis=0)
    longest = int(sides.argmax())
    across = float(np.delete(sides, longest).mean()) + 1e-6
    count = int(np.clip(round(float(sides[longest]) / across), 1, MOST))
    along = (vertices[:, longest] - vertices[:, longest].min()) / (sides[longest] + 1e-6)
    slices = (vertices[(along * count * 0.999).astype(int) == n] for n in range(count))
    return [_ball(part) for part in slices if len(part)]


def _ball(vertices: Floats) -> Floats:
    low, high = vertices.min(0), vertices.max(0)
    radius = np.sort(high - low)[1] / 2  # the middle one of its three sides
    return np.append((low + high) / 2, radius).astype(np.float32)
