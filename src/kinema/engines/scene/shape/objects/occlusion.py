"""How open each vertex is to the sky, from a coarse grid of what is filled."""

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.shape.objects.solid import Array, Rows

CELLS = 40
"""Along the longest side."""

MARGIN = 3
"""Free cells round the thing; a ray that gets there is free."""

RAYS = 26
STEPS = 12
"""Of one cell each, along a ray."""


def directions(count: int) -> Array:
    """Return unit vectors spread evenly over the sphere (a Fibonacci spiral)."""
    at = np.arange(count) + 0.5
    y = 1 - 2 * at / count
    around = at * np.pi * (1 + 5**0.5)
    flat = np.sqrt(1 - y * y)
    return np.stack([flat * np.cos(around), y, flat * np.sin(around)], 1)


def samples(vertices: Array, triangles: Rows, pitch: float) -> Array:
    """Return points on the triangles, about ``pitch`` metres apart."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    longest = np.max([np.linalg.norm(p - q, axis=1) for p, q in ((a, b), (b, c), (c, a))], axis=0)
    counts = np.clip(np.ceil(longest / pitch), 1, CELLS * 2).astype(int)
    found = []
    for count in np.unique(counts):
        u, v = np.meshgrid(*[(np.arange(count + 1)) / count] * 2, indexing="ij")
        keep = (u + v) <= 1 + 1e-9
        u, v = u[keep][None, :, None], v[keep][None, :, None]
        of = counts == count
        first, second, third = a[of][:, None], b[of][:, None], c[of][:, None]
        found.append((first + (second - first) * u + (third - first) * v).reshape(-1, 3))
    return np.concatenate(found)


def openness(vertices: Array, normals: Array, triangles: Rows, *, stands: bool) -> Array:
    """Return (n,) from 0.25, hidden, to 1, open.

    Rays leave each vertex over its hemisphere and lose light where they meet a filled cell. What
    stands is darkened by the ground too.
    """
    low, high = vertices.min(0), vertices.max(0)
    pitch = float((high - low).max()) / CELLS
    filled = cells_filled(vertices, triangles, low - MARGIN * pitch, high, pitch, stands=stands)
    strides = np.array([filled.shape[1] * filled.shape[2], filled.shape[2], 1], np.int32)
    flat, last = filled.ravel(), np.array(filled.shape, np.float32) - 1
    start = ((vertices - low) / pitch + MARGIN + normals * 1.6).astype(np.float32)
    seen, weight = np.zeros(len(vertices), np.float32), np.zeros(len(vertices), np.float32)
    for ray in directions(RAYS).astype(np.float32):
        facing = np.maximum(normals.astype(np.float32) @ ray, 0)
        free = np.ones(len(vertices), np.float32)
        for step in range(STEPS - 1, -1, -1):
            place = np.clip(start + ray * np.float32(0.3 + step * 1.05), 0, last)
            free[flat[place.astype(np.int32) @ strides]] = 0.2 + 0.8 * (step / STEPS) ** 1.5
        seen += facing * free
        weight += facing
    return np.clip(0.2 + 0.8 * seen / np.maximum(weight, 1e-6), 0.25, 1.0).astype(np.float64)


def cells_filled(
    vertices: Array, triangles: Rows, origin: Array, high: Array, pitch: float, *, stands: bool
) -> npt.NDArray[np.bool_]:
    """Return which cells the surface passes through, with a margin of free ones all round."""
    counts = np.ceil((high - origin) / pitch).astype(int) + MARGIN + 1
    filled = np.zeros(tuple(counts), bool)
    rows = ((samples(vertices, triangles, pitch * 0.8) - origin) / pitch).astype(int)
    filled[tuple(rows.T)] = True
    if stands:
        filled[:, : MARGIN - 1] = True
    return filled
