"""Surface nets: triangles where a grid of values changes its sign."""

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]

CORNERS = np.array([(i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1)])
EDGES = [
    (a, b) for a in range(8) for b in range(a + 1, 8) if np.abs(CORNERS[a] - CORNERS[b]).sum() == 1
]


def surface_nets(grid: Doubles) -> tuple[Doubles, npt.NDArray[np.int32]]:
    """Return (n, 3) points in cells, and (m, 3) triangles in no particular turn.

    Inside is negative. The surface ends open where it meets the edge of the grid.
    """
    inside = grid < 0
    cells = np.argwhere(_crossed(inside))
    number = np.full(np.array(grid.shape) - 1, -1, np.int32)
    number[tuple(cells.T)] = np.arange(len(cells))
    quads = np.concatenate([_quads(inside, number, axis) for axis in range(3)])
    return _centres(grid, cells), np.concatenate([quads[:, :3], quads[:, [0, 2, 3]]])


def _crossed(inside: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    shape = np.array(inside.shape) - 1
    count = np.zeros(shape, np.uint8)
    for i, j, k in CORNERS:
        count += inside[i : shape[0] + i, j : shape[1] + j, k : shape[2] + k]
    return (count > 0) & (count < 8)


def _centres(grid: Doubles, cells: npt.NDArray[np.int64]) -> Doubles:
    """Return the mean of the crossings on each cell's edges."""
    corner = np.stack([grid[tuple((cells + offset).T)] for offset in CORNERS], axis=1)
    total, count = np.zeros((len(cells), 3)), np.zeros(len(cells))
    for a, b in EDGES:
        crossed = (corner[:, a] < 0) != (corner[:, b] < 0)
        gap = np.where(crossed, corner[:, a] - corner[:, b], 1.0)
        share = np.where(crossed, corner[:, a] / gap, 0.0)[:, None]
        total += (CORNERS[a] + share * (CORNERS[b] - CORNERS[a])) * crossed[:, None]
        count += crossed
    return cells + total / np.maximum(count, 1)[:, None]


def _quads(
    inside: npt.NDArray[np.bool_], number: npt.NDArray[np.int32], axis: int
) -> npt.NDArray[np.int32]:
    """Return the four cells round each crossed edge along an axis."""
    across, along = (other for other in range(3) if other != axis)
    before = np.take(inside, range(inside.shape[axis] - 1), axis)
    after = np.take(inside, range(1, inside.shape[axis]), axis)
    edge = np.argwhere(before != after)
    kept = (edge[:, across] > 0) & (edge[:, along] > 0)
    kept &= (edge[:, across] < inside.shape[across] - 1) & (
        edge[:, along] < inside.shape[along] - 1
    )
    edge = edge[kept]
    around = []
    for u, v in ((0, 0), (1, 0), (1, 1), (0, 1)):
        cell = edge.copy()
        cell[:, across] -= u
        cell[:, along] -= v
        around.append(number[tuple(cell.T)])
    return np.stack(around, axis=1)
