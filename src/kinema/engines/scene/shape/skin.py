"""Which bones carry which points, and what colour the parts give them."""

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.shape.model import Bytes, Floats
from kinema.engines.scene.shape.part import Doubles, Part

BONES_A_VERTEX = 4


def bone_shares(
    parts: tuple[Part, ...], bones: tuple[str, ...], distance: Doubles, along: Doubles
) -> Doubles:
    """Return (n, bones) shares that sum to 1, from how near each point is to each part.

    ``distance`` and ``along`` are (n, parts), of `sdf.shares`. Nearness fades over a third of a
    part's radius, so that a thin leg does not pull at the belly.
    """
    solid = [at for at, part in enumerate(parts) if not part.cut]
    away = distance[:, solid] - distance[:, solid].min(axis=1, keepdims=True)
    soft = np.array([0.3 * min(parts[at].ra, parts[at].rb) * min(parts[at].squash) for at in solid])
    near = np.exp(-away / np.maximum(soft, 1e-4))
    total = np.zeros((len(distance), len(bones)))
    for column, at in enumerate(solid):
        share = _eased(along[:, at]) if parts[at].tip else np.zeros(len(distance))
        total[:, bones.index(parts[at].bone)] += near[:, column] * (1 - share)
        total[:, bones.index(parts[at].tip or parts[at].bone)] += near[:, column] * share
    return np.asarray(total / total.sum(axis=1, keepdims=True))


def part_colours(parts: tuple[Part, ...], distance: Doubles) -> Doubles:
    """Return (n, 3) linear colours, melted over half of each part's blend."""
    away = distance - np.where([part.cut for part in parts], np.inf, distance).min(1, keepdims=True)
    soft = np.array([0.1 * part.blend + 0.002 for part in parts])
    near = np.exp(-np.abs(away) / soft)
    near[:, [part.cut for part in parts]] = 0.0
    colours = np.array([part.colour for part in parts])
    return np.asarray(near @ colours / near.sum(axis=1, keepdims=True))


def strongest(shares: npt.NDArray[np.float64]) -> tuple[Bytes, Floats]:
    """Return the (n, 4) bones that carry most and their shares, which sum to 1."""
    missing = max(BONES_A_VERTEX - shares.shape[1], 0)
    padded = np.pad(shares, ((0, 0), (0, missing)))
    index = np.argsort(-padded, axis=1, kind="stable")[:, :BONES_A_VERTEX]
    kept = np.take_along_axis(padded, index, axis=1)
    kept /= kept.sum(axis=1, keepdims=True)
    index[kept == 0] = 0
    return index.astype(np.uint8), kept.astype(np.float32)


def _eased(share: Doubles) -> Doubles:
    return np.asarray(share * share * (3 - 2 * share))
