"""How open each vertex is to the sky, from a coarse grid of what is filled."""

import numpy as np

from kinema.engines.scene.shape.objects.solid import Array, Rows

CELLS = 40
STEPS = 12


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
    counts = np.ceil((high - low) / pitch).astype(int) + 3
    origin = low - 1.5 * pitch
    filled = np.zeros(tuple(counts), bool)
    cells = ((samples(vertices, triangles, pitch * 0.8) - origin) / pitch).astype(int)
    filled[tuple(cells.T)] = True
    seen = np.zeros(len(vertices))
    weight = np.zeros(len(vertices))
    start = vertices + normals * pitch * 1.6
    for ray in directions(26):
        facing = np.maximum(normals @ ray, 0)
        free = np.ones(len(vertices))
        for step in range(STEPS):
            place = start + ray * (pitch * (0.3 + step * 1.05))
            cell = ((place - origin) / pitch).astype(int)
            inside = ((cell >= 0) & (cell < counts)).all(1)
            cell = np.where(inside[:, None], cell, 0)
            hit = inside & filled[tuple(cell.T)]
            if stands:
                hit |= place[:, 1] < low[1] - 0.2 * pitch
            free = np.where(hit, np.minimum(free, 0.2 + 0.8 * (step / STEPS) ** 1.5), free)
        seen += facing * free
        weight += facing
    return np.clip(0.2 + 0.8 * seen / np.maximum(weight, 1e-6), 0.25, 1.0)
