"""Buildings that stand alone: lighthouse and windmill."""

import math

import numpy as np

from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import lathe
from kinema.engines.scene.stage.dress.boxes import boxes


def lighthouse(*, height: float = 22.0, lit: bool = True) -> Mesh:
    """Return a red and white tower; its lamp is at ``height`` + 1.3."""
    share = np.arange(13) / 12
    rows = [(2.9 - 1.1 * s, s * height) for s in share]
    bands = np.where((np.arange(13) // 2 % 2)[:, None] > 0, (0.55, 0.05, 0.04), (0.78, 0.76, 0.72))
    glow = (7.0, 5.6, 3.2) if lit else (0.55, 0.55, 0.5)
    pane = Material.EMISSIVE if lit else Material.GLOSSY
    gallery = [(0.0, height - 0.1), (2.7, height - 0.05), (2.7, height + 0.2), (0.0, height + 0.25)]
    cap = [(1.75, height + 2.3), (0.9, height + 3.4), (0.0, height + 4.0)]
    return join(
        [
            lathe(rows, bands, sides=22, material=Material.MATTE),
            lathe(gallery, (0.1, 0.1, 0.11), sides=22),
            lathe([(1.2, height + 0.25), (1.2, height + 2.3)], glow, sides=10, material=pane),
            lathe(cap, (0.42, 0.04, 0.03), sides=16),
            boxes(_circle(8, 1.24, height + 1.3), (0.08, 2.1, 0.08), (0.08, 0.08, 0.08)),
            boxes(_circle(16, 2.6, height + 0.7), (0.05, 1.0, 0.05), (0.1, 0.1, 0.11)),
            boxes([(0, 1.2, 2.85)], [(1.2, 2.4, 0.3)], (0.12, 0.2, 0.16)),
        ]
    )


def _circle(count: int, radius: float, y: float) -> list[tuple[float, float, float]]:
    """Return points round the y axis."""
    turn = [n * 2 * math.pi / count for n in range(count)]
    return [(radius * math.sin(angle), y, radius * math.cos(angle)) for angle in turn]


def mill(*, height: float = 10.0) -> Mesh:
    """Return the body of a windmill; its sails turn about (0, ``height`` * 0.93, 2.3)."""
    rows = [(3.4, 0.0), (2.95, height * 0.35), (2.4, height * 0.75), (2.2, height * 0.86)]
    tones = np.array([(0.34, 0.15, 0.09), (0.40, 0.20, 0.12), (0.72, 0.68, 0.6), (0.72, 0.68, 0.6)])
    windows = [(0, height * 0.3, 2.95), (0, height * 0.55, 2.62), (1.2, height * 0.42, 2.5)]
    return join(
        [
            lathe(rows, tones, sides=12, material=Material.MATTE),
            lathe(
                [
                    (2.35, height * 0.86),
                    (2.2, height * 0.98),
                    (1.2, height * 1.08),
                    (0, height * 1.12),
                ],
                (0.13, 0.07, 0.045),
                sides=14,
            ),
            boxes([(0, 1.2, 3.3)], [(1.2, 2.3, 0.3)], (0.08, 0.16, 0.10)),
            boxes(windows, (0.6, 0.9, 0.25), (0.05, 0.06, 0.07), material=Material.GLOSSY),
            lathe(
                [
                    (3.5, height * 0.36),
                    (3.7, height * 0.37),
                    (3.7, height * 0.39),
                    (2.9, height * 0.4),
                ],
                (0.25, 0.15, 0.08),
                sides=16,
            ),
        ]
    )


def sails(*, length: float = 6.2) -> Mesh:
    """Return four lattice sails round the origin, facing +z."""
    wood, cloth = (0.20, 0.12, 0.065), (0.74, 0.70, 0.6)
    one = [boxes([(0, length / 2, 0)], [(0.18, length, 0.14)], wood)]
    steps = np.linspace(length * 0.2, length * 0.98, 10)
    one.append(boxes(np.stack([np.full(10, 0.45), steps, 0 * steps], 1), (1.1, 0.06, 0.05), wood))
    one.append(boxes([(0.98, length * 0.59, 0)], [(0.06, length * 0.79, 0.05)], wood))
    one.append(
        boxes(
            [(0.55, length * 0.59, -0.03)],
            [(0.85, length * 0.78, 0.015)],
            cloth,
            material=Material.CLOTH,
        )
    )
    return join(
        [moved(join(one), turn=rotation(0, 0, n * math.pi / 2)) for n in range(4)]
        + [boxes([(0, 0, -0.5)], [(0.5, 0.5, 1.2)], wood)]
    )
