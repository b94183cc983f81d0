"""Towers, walls and gates of stone."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.noise import fractal

STONE: Rgb = (0.34, 0.31, 0.28)


LIGHT_STONE: Rgb = (0.62, 0.57, 0.48)


SLATE: Rgb = (0.075, 0.09, 0.16)


TERRACOTTA: Rgb = (0.36, 0.12, 0.06)


LIT: Rgb = (3.4, 1.9, 0.65)


def coursed(shape: Mesh, seed: int) -> Mesh:
    """Return the mesh with its colour varied in courses and blocks of stone."""
    x, y, z = shape.vertices.astype(np.float64).T
    tone = 0.82 + 0.36 * fractal(x * 0.7 + z * 0.9, y * 1.1, seed, 3)
    shape.colours[:, :3] *= tone[:, None].astype(np.float32)
    return shape


def round_tower(
    radius: float, height: float, *, stone: Rgb = STONE, roof: Rgb | None = SLATE,
    lit: bool = False,
    windows: int = 3, sides: int = 20,
) -> Mesh:  # fmt: skip
    """Return a tower with battlements, and a pointed roof if it has a colour."""
    rows = np.linspace(0, height, 9)
    profile = [(radius * (1.12 - 0.12 * min(1, y / (height * 0.3) + 0.01)), float(y)) for y in rows]
    profile += [(radius * 1.02, height), (radius * 1.18, height + radius * 0.25),
                (radius * 1.18, height + radius * 0.6), (0.0, height + radius * 0.6)]  # fmt: skip
    parts = [coursed(lathe(profile, stone, sides=sides, material=Material.MATTE), 5)]
    turn = np.arange(10) * 2 * math.pi / 10
    teeth = np.stack(
        [
            np.sin(turn) * radius * 1.1,
            np.full(10, height + radius * 0.78),
            np.cos(turn) * radius * 1.1,
        ],
        1,
    )
    parts.append(boxes(teeth, (radius * 0.3, radius * 0.36, radius * 0.3), np.asarray(stone) * 0.9))
    if roof is not None:
        parts.append(_spire(radius * 1.05, height + radius * 0.6, radius * 3.0, roof))
    parts += _slits(radius, height, windows, lit=lit)
    return join(parts)


def _spire(radius: float, foot: float, height: float, colour: Rgb) -> Mesh:
    shade = np.asarray(colour)
    profile = [
        (radius * 1.12, foot),
        (radius * 0.62, foot + height * 0.34),
        (radius * 0.24, foot + height * 0.74),
        (0.0, foot + height),
    ]
    tones = [shade * 0.75, shade, shade * 1.3, shade * 1.5]
    return lathe(profile, np.array(tones), sides=18, material=Material.SATIN)


def _slits(radius: float, height: float, count: int, *, lit: bool) -> list[Mesh]:
    """Return narrow windows round the tower, lit or dark."""
    colour = LIT if lit else (0.025, 0.028, 0.035)
    material = Material.EMISSIVE if lit else Material.MATTE
    parts = []
    for row in range(count):
        y = height * (0.35 + 0.55 * row / max(1, count))
        for n in range(5):
            angle = n * 1.257 + row * 0.6
            shape = boxes(
                [(0, y, radius * 1.0)],
                [(radius * 0.17, radius * 0.5, 0.16)],
                colour,
                material=material,
            )
            parts.append(moved(shape, turn=rotation(0, angle, 0)))
    return parts


def curtain_wall(length: float, height: float, *, stone: Rgb = STONE, thick: float = 1.4) -> Mesh:
    """Return a wall along x with battlements, its middle at the origin."""
    columns = max(2, int(length / 2.2))
    x = (np.arange(columns) + 0.5) / columns * length - length / 2
    rows = max(2, int(height / 1.4))
    u, v = np.meshgrid(x, (np.arange(rows) + 0.5) / rows * height, indexing="ij")
    blocks = np.stack([u.ravel(), v.ravel(), np.zeros(u.size)], 1)
    tone = 0.82 + 0.36 * fractal(u.ravel() * 0.9, v.ravel() * 1.3, 9, 2)[:, None]
    body = boxes(blocks, (length / columns, height / rows, thick), np.asarray(stone) * tone)
    teeth = np.stack([x, np.full(columns, height + 0.45), np.full(columns, thick * 0.3)], 1)
    return join([body, boxes(teeth, (length / columns * 0.55, 0.9, thick * 0.35), stone)])


def gatehouse(width: float, height: float, *, stone: Rgb = STONE, lit: bool = False) -> Mesh:
    """Return a gate between two turrets, facing +z."""
    arch = boxes(
        [(0, height * 0.27, 1.3)], [(width * 0.36, height * 0.54, 0.5)], (0.03, 0.02, 0.014)
    )
    bars = boxes(
        [(x, height * 0.27, 1.57) for x in np.linspace(-0.16, 0.16, 5) * width],
        (0.09, height * 0.54, 0.06),
        (0.05, 0.045, 0.04),
    )
    glow = boxes(
        [(0, height * 0.72, 1.3)],
        [(width * 0.12, height * 0.14, 0.5)],
        LIT if lit else (0.03, 0.03, 0.035),
        material=Material.EMISSIVE if lit else Material.MATTE,
    )
    block = coursed(boxes([(0, height / 2, 0)], [(width, height, 2.6)], stone), 3)
    teeth = boxes(
        [(x, height + 0.4, 1.0) for x in np.linspace(-0.45, 0.45, 6) * width],
        (width * 0.09, 0.8, 0.5),
        stone,
    )
    sides = [
        moved(
            round_tower(width * 0.2, height * 1.2, stone=stone, lit=lit, windows=2),
            (s * width * 0.55, 0, 0.4),
        )
        for s in (-1, 1)
    ]
    return join([block, arch, bars, glow, teeth, *sides])


def flag(height: float, colour: Rgb) -> Mesh:
    """Return a pole with a pennant that flies to +x."""
    share = np.linspace(0, 1, 7)
    wave = 0.12 * np.sin(share * 6) * height * 0.25
    top = np.stack([share * height * 0.55, np.full(7, height) - share * height * 0.05, wave], 1)
    low = np.stack(
        [share * height * 0.55, np.full(7, height * 0.74) + share * height * 0.11, wave], 1
    )
    points = np.stack([low, top], 1).reshape(-1, 3)
    first = np.arange(6) * 2
    faces = np.concatenate(
        [np.stack([first, first + 2, first + 3], 1), np.stack([first, first + 3, first + 1], 1)]
    )
    return join(
        [
            cone((0, 0, 0), (0, height, 0), 0.06, 0.03, (0.3, 0.24, 0.14), sides=5),
            mesh(points, faces, colour, material=Material.CLOTH),
        ]
    )
