"""Relief: the ground where the film happens, sampled once, since feet ask for it all the time."""

from collections.abc import Iterable

import numpy as np

from kinema.engines.scene.stage.place import Place

from .route import Route

CELLS = 360
"""Along the longer side of the sampled area."""

FINEST = 0.06
"""Metres of a cell at least."""

MARGIN = 6.0
"""Metres round all routes."""


class Relief:
    """Heights on a grid; between its corners they are interpolated."""

    def __init__(self, place: Place, routes: Iterable[Route], seconds: float) -> None:
        """Sample the ground round everything that the routes pass."""
        times = np.linspace(-0.5, seconds + 0.5, 25)
        passed = np.array([route.step(float(t)).at for route in routes for t in times])
        low = passed[:, [0, 2]].min(axis=0) - MARGIN
        high = passed[:, [0, 2]].max(axis=0) + MARGIN
        self._place = place
        self._cell = max(FINEST, float((high - low).max()) / CELLS)
        self._low = (float(low[0]), float(low[1]))
        columns, rows = (int(n) + 2 for n in np.ceil((high - low) / self._cell))
        x = (low[0] + self._cell * np.arange(columns)).astype(np.float32)
        z = (low[1] + self._cell * np.arange(rows)).astype(np.float32)
        across, along = np.meshgrid(x, z, indexing="ij")
        self._size = (columns, rows)
        heights = place.ground(across.ravel(), along.ravel()).reshape(columns, rows)
        self._heights = heights.astype(np.float64)

    def __call__(self, x: float, z: float) -> float:
        """Return the height of the ground at one point, metres."""
        u, v = (x - self._low[0]) / self._cell, (z - self._low[1]) / self._cell
        i, j = int(u), int(v)
        if not (u >= 0.0 and i < self._size[0] - 1 and v >= 0.0 and j < self._size[1] - 1):
            return self._place.height(x, z)
        a, b, c, d = self._heights[i : i + 2, j : j + 2].ravel().tolist()
        u, v = u - i, v - j
        return float((a * (1 - u) + c * u) * (1 - v) + (b * (1 - u) + d * u) * v)
