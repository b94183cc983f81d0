"""Things that a room is furnished with beside those of the object library."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import sheet
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.noise import fractal


def rug(colour: Rgb, radius: float) -> Mesh:
    """Return an oval rug with a border, round the origin."""
    turn = np.linspace(0, 2 * math.pi, 49)[:-1]
    rows, colours = [], []
    for share, tone in (
        (0.0, 1.0),
        (0.62, 1.0),
        (0.63, 1.7),
        (0.7, 1.7),
        (0.71, 0.8),
        (0.93, 0.8),
        (0.94, 1.7),
        (1.0, 1.7),
    ):
        rows.append(
            np.stack(
                [
                    np.sin(turn) * share * radius * 1.35,
                    0 * turn + 0.012,
                    np.cos(turn) * share * radius,
                ],
                -1,
            )
        )
        colours.append(np.tile(np.minimum(np.asarray(colour) * tone, 0.85), (48, 1)))
    points = np.stack(rows)
    return sheet(points, np.stack(colours), material=Material.CLOTH, around=True)


def table(size: tuple[float, float], wood: Rgb, height: float) -> Mesh:
    """Return a table of planks on four legs, its top's middle over the origin."""
    wide, deep = size
    count = 6
    z = (np.arange(count) + 0.5) / count * deep - deep / 2
    tone = 0.75 + 0.5 * fractal(np.arange(count) * 3.3, np.arange(count) * 1.7, 8, 1)[:, None]
    tops = boxes(
        np.stack([0 * z, np.full(count, height - 0.022), z], 1),
        (wide, 0.044, deep / count - 0.004),
        np.asarray(wood) * tone,
        material=Material.SATIN,
    )
    ends = boxes(
        [(sx * (wide / 2 - 0.05), height - 0.022, 0) for sx in (-1, 1)],
        (0.1, 0.046, deep + 0.01),
        np.asarray(wood) * 0.85,
        material=Material.SATIN,
    )
    legs = [
        (sx * (wide / 2 - 0.12), (height - 0.05) / 2, sz * (deep / 2 - 0.12))
        for sx in (-1, 1)
        for sz in (-1, 1)
    ]
    frame_ = [(0, height - 0.1, sz * (deep / 2 - 0.12)) for sz in (-1, 1)]
    return join(
        [tops, ends, boxes(legs, (0.085, height - 0.05, 0.085), np.asarray(wood) * 0.7),
         boxes(frame_, (wide - 0.3, 0.1, 0.03), np.asarray(wood) * 0.7)]
    )  # fmt: skip


WOOD: Rgb = (0.15, 0.072, 0.034)


def blackboard(shell: Shell, random: np.random.Generator) -> Mesh:
    """Return a blackboard with chalk lines on the back wall."""
    z = shell.back
    wide = min(3.4, shell.right * 1.2)
    lines = [
        (
            (-0.35 + 0.5 * (n % 2)) * wide + float(random.normal(0, 0.1)),
            1.35 + 0.17 * (n // 2),
            z + 0.062,
        )
        for n in range(8)
    ]
    lengths = random.uniform(0.3, 0.9, 8)
    return join(
        [
            boxes([(0, 1.6, z + 0.02)], [(wide + 0.16, 1.36, 0.05)], (0.24, 0.13, 0.06)),
            boxes([(0, 1.6, z + 0.04)], [(wide, 1.2, 0.035)], (0.015, 0.045, 0.032)),
            boxes(
                lines,
                np.stack([lengths, np.full(8, 0.018), np.full(8, 0.005)], 1),
                (0.62, 0.63, 0.6),
            ),
            boxes([(0, 0.98, z + 0.1)], [(wide, 0.03, 0.1)], (0.24, 0.13, 0.06)),
        ]
    )


def fireplace(shell: Shell, random: np.random.Generator) -> Mesh:
    """Return a brick fireplace in the left wall's far part, logs glowing."""
    x, z = shell.left + 0.25, shell.back + 1.2
    rows, count = 9, 6
    v, u = np.meshgrid(np.arange(rows), np.arange(count), indexing="ij")
    at = np.stack(
        [
            np.full(v.size, x + 0.02),
            0.1 + v.ravel() * 0.13,
            z - 0.7 + (u.ravel() + 0.5 * (v.ravel() % 2)) * 0.24,
        ],
        1,
    )
    outer = np.abs(at[:, 2] - z) > 0.42
    keep = outer | (at[:, 1] > 0.85)
    tone = random.uniform(0.7, 1.2, (v.size, 1)) * np.array([0.30, 0.12, 0.075])
    return join(
        [
            boxes(at[keep], (0.42, 0.115, 0.225), tone[keep]),
            boxes([(x, 1.3, z)], [(0.56, 0.08, 1.75)], WOOD, material=Material.SATIN),
            boxes([(x - 0.15, 0.5, z)], [(0.1, 0.9, 0.9)], (0.02, 0.018, 0.016)),
            boxes(
                [(x + 0.05, 0.12, z - 0.15), (x + 0.02, 0.12, z + 0.15), (x + 0.05, 0.24, z)],
                (0.14, 0.13, 0.5),
                (1.8, 0.42, 0.05),
                material=Material.EMISSIVE,
            ),
        ]
    )
