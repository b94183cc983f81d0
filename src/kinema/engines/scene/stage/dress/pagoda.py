"""Temples of the East."""

import math

import numpy as np

from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.masonry import LIT


def pagoda(*, storeys: int = 4, width: float = 9.0, lit: bool = False) -> Mesh:
    """Return a tiered temple with upturned roofs, red posts and lanterns."""
    red, gold = (0.42, 0.05, 0.03), (0.62, 0.42, 0.10)
    parts = [boxes([(0, 0.5, 0)], [(width * 1.5, 1.0, width * 1.5)], (0.46, 0.44, 0.40)),
             boxes([(0, 0.3 * n + 0.1, width * 0.75 + 1.3 - 0.35 * n) for n in range(3)],
                 (width * 0.4, 0.3, 0.7), (0.5, 0.48, 0.44))]  # fmt: skip
    y = 1.0
    for level in range(storeys):
        size = width * (1 - 0.17 * level)
        high = 2.6 if level == 0 else 1.7
        glow = LIT if lit else (0.30, 0.20, 0.12)
        parts.append(
            boxes(
                [(0, y + high / 2, 0)],
                [(size * 0.72, high, size * 0.72)],
                glow if lit else (0.56, 0.50, 0.40),
                material=Material.EMISSIVE if lit else Material.MATTE,
            )
        )
        spots = np.linspace(-0.38, 0.38, 5) * size
        posts = [(x, y + high / 2, s * 0.38 * size) for x in spots for s in (-1, 1)] + [
            (s * 0.38 * size, y + high / 2, x) for x in spots for s in (-1, 1)
        ]
        parts.append(boxes(posts, (0.22, high, 0.22), red, material=Material.SATIN))
        parts.append(
            boxes([(0, y + 0.45, s * 0.385 * size) for s in (-1, 1)], (size * 0.76, 0.12, 0.1), red)
        )
        y += high
        parts.append(_upturned(size * 0.78, y, size * 0.3))
        parts.append(boxes([(0, y - 0.1, 0)], [(size * 0.84, 0.2, size * 0.84)], gold))
        y += size * 0.16
    parts.append(cone((0, y, 0), (0, y + width * 0.32, 0), 0.22, 0.03, gold))
    return join(parts)


def _upturned(half: float, foot: float, rise: float) -> Mesh:
    """Return a square roof whose eaves curve up at the corners."""
    count = 33
    turn = np.linspace(0, 2 * math.pi, count)[:-1]
    square = np.maximum(np.abs(np.sin(turn)), np.abs(np.cos(turn)))
    corner = (1 / square - 1) / (math.sqrt(2) - 1)
    rows, tones = [], []
    for share in np.linspace(0, 1, 6):
        reach = half * (1 - 0.72 * share)
        up = rise * share**1.5 + 0.2 * half * corner**2.2 * (1 - share) ** 2
        rows.append(
            np.stack([np.sin(turn) * reach / square, foot + up, np.cos(turn) * reach / square], -1)
        )
        tones.append(np.tile(np.array([0.045, 0.075, 0.085]) * (0.8 + 0.6 * share), (count - 1, 1)))
    return _band(np.stack(rows), np.stack(tones))


def _band(
    points: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    colours: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> Mesh:
    """Return a closed band through rows of points, seen from both sides."""
    from kinema.engines.scene.shape.primitives import sheet

    return sheet(points, colours, material=Material.LEAF, around=True)


def torii(*, height: float = 5.0) -> Mesh:
    """Return a red gate, its opening along z."""
    red = (0.50, 0.055, 0.03)
    half = height * 0.46
    return join(
        [
            *(
                cone((s * half, 0, 0), (s * half * 0.93, height, 0), 0.2, 0.17, red)
                for s in (-1, 1)
            ),
            boxes([(0, height * 0.98, 0)], [(height * 1.25, 0.3, 0.4)], red),
            boxes([(0, height * 1.06, 0)], [(height * 1.36, 0.16, 0.55)], (0.05, 0.045, 0.045)),
            boxes([(0, height * 0.78, 0)], [(height * 1.02, 0.24, 0.26)], red),
        ]
    )
