"""Floors of rooms."""

import math
from collections.abc import Callable

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.dress.boxes import Values, boxes
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.noise import fractal

Tones = tuple[Rgb, Rgb]


def _grid(shell: Shell, step_x: float, step_z: float) -> tuple[Values, Values, Values, Values]:
    """Return x, z, column and row of each cell of a floor."""
    columns = max(2, math.ceil((shell.right - shell.left) / step_x))
    rows = max(2, math.ceil((shell.front - shell.back) / step_z))
    x, z = np.meshgrid(np.arange(columns), np.arange(rows), indexing="ij")
    across, along = x.ravel().astype(np.float64), z.ravel().astype(np.float64)
    left, back = shell.left + (across + 0.5) * step_x, shell.back + (along + 0.5) * step_z
    return left, back, across, along


def boards(shell: Shell, tones: Tones) -> Mesh:
    """Return planks along z with thin dark gaps."""
    wide, length = 0.14 * shell.coarse, 2.2 * shell.coarse
    x, z, column, row = _grid(shell, wide, length)
    z = z + ((column % 4) * 0.55 - 1.65) * shell.coarse
    share = fractal(column * 3.7, row * 5.3 + column, 3, 1)[:, None]
    colours = np.asarray(tones[0]) * (1 - share) + np.asarray(tones[1]) * share
    planks = boxes(
        np.stack([x, np.full(len(x), -0.01), z], 1),
        (wide - 0.006, 0.02, length - 0.008),
        colours,
        material=Material.SATIN,
    )
    return _with_base(planks, shell, tones[0], 0.35)


def tiles(shell: Shell, tones: Tones, *, size: float = 0.4) -> Mesh:
    """Return square tiles."""
    size *= shell.coarse
    x, z, column, row = _grid(shell, size, size)
    share = fractal(column * 2.1, row * 2.3, 5, 1)[:, None]
    colours = np.asarray(tones[0]) * (1 - share) + np.asarray(tones[1]) * share
    squares = boxes(
        np.stack([x, np.full(len(x), -0.01), z], 1),
        (size - 0.012, 0.02, size - 0.012),
        colours,
        material=Material.SATIN,
    )
    return _with_base(squares, shell, tones[0], 0.5)


def checker(shell: Shell, tones: Tones) -> Mesh:
    """Return black and white squares, or the like."""
    size = 0.5 * shell.coarse
    x, z, column, row = _grid(shell, size, size)
    share = ((column + row) % 2)[:, None]
    colours = np.asarray(tones[0]) * (1 - share) + np.asarray(tones[1]) * share
    squares = boxes(
        np.stack([x, np.full(len(x), -0.01), z], 1),
        (size - 0.004, 0.02, size - 0.004),
        colours,
        material=Material.SATIN,
    )
    return _with_base(squares, shell, tones[0], 0.6)


def carpet(shell: Shell, tones: Tones) -> Mesh:
    """Return a soft even floor."""
    return _with_base(None, shell, tones[1], 1.0)


def stone(shell: Shell, tones: Tones) -> Mesh:
    """Return large worn slabs."""
    return tiles(shell, tones, size=0.8)


def _with_base(top: Mesh | None, shell: Shell, colour: Rgb, share: float) -> Mesh:
    middle = (0.0, -0.06, (shell.front + shell.back) / 2)
    size = (
        shell.right - shell.left + 0.4,
        0.1 if top is not None else 0.12,
        shell.front - shell.back + 0.4,
    )
    material = Material.MATTE if top is not None else Material.CLOTH
    base = boxes([middle], [size], np.asarray(colour) * share, material=material)
    return base if top is None else join([base, top])


FLOORS: dict[str, Callable[[Shell, Tones], Mesh]] = {
    "boards": boards, "tiles": tiles, "checker": checker, "carpet": carpet, "stone": stone,
}  # fmt: skip
