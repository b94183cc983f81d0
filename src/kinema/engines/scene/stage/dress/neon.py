"""Signs of light: made-up writing, rings and arrows on dark boards."""

import math
from itertools import pairwise

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import ring, tube
from kinema.engines.scene.stage.dress.boxes import boxes

COLOURS: tuple[Rgb, ...] = (
    (3.6, 0.10, 0.75), (0.10, 2.0, 3.6), (3.6, 1.5, 0.12), (1.15, 0.25, 3.6), (0.20, 3.2, 1.0),
    (3.6, 0.35, 0.10), (3.2, 0.15, 0.20), (0.35, 0.75, 3.8),
)  # fmt: skip
BOARD: Rgb = (0.012, 0.012, 0.018)

STROKES: tuple[tuple[tuple[float, float], ...], ...] = (
    ((0, 0), (0, 1)), ((1, 0), (1, 1)), ((0, 1), (1, 1)), ((0, 0.5), (1, 0.5)), ((0, 0), (1, 0)),
    ((0, 1), (1, 0)), ((0.5, 0), (0.5, 1)), ((0, 0.75), (1, 0.75)), ((0.5, 0.5), (1, 0)),
    ((0.5, 0.5), (0, 0)), ((0, 0.25), (1, 0.25)),
)  # fmt: skip
"""Strokes of made-up characters, in a square from 0 to 1."""


def _character(random: np.random.Generator, size: float) -> list[tuple[tuple[float, float], ...]]:
    chosen = random.choice(len(STROKES), int(random.integers(3, 6)), replace=False)
    return [tuple((u * size, v * size) for u, v in STROKES[n]) for n in chosen]


def _line(
    start: tuple[float, float], end: tuple[float, float], x: float, z: float, y: float, colour: Rgb
) -> Mesh:
    return tube(
        [(x, y + start[1], z + start[0]), (x, y + end[1], z + end[0])], 0.035, colour, sides=4,
        material=Material.EMISSIVE,
    )  # fmt: skip


def writing(
    random: np.random.Generator, colour: Rgb, *, count: int, size: float, upright: bool
) -> Mesh:
    """Return made-up characters on a board that faces +x: in a column, or in a row along z.

    The board's lower corner is at the origin.
    """
    step = size * 1.3
    parts: list[Mesh] = []
    for number in range(count):
        y = (count - 1 - number) * step if upright else 0.0
        z = 0.0 if upright else number * step
        parts += [
            _line(stroke[0], stroke[1], 0.1, z + 0.15 * size, y + 0.15 * size, colour)
            for stroke in _character(random, size)
        ]
    high, wide = (count * step, step) if upright else (step, count * step)
    board = boxes([(0, high / 2, wide / 2)], [(0.12, high + 0.2, wide + 0.2)], BOARD)
    rim = [(0.1, -0.05, -0.05), (0.1, high + 0.05, -0.05), (0.1, high + 0.05, wide + 0.05),
           (0.1, -0.05, wide + 0.05), (0.1, -0.05, -0.05)]  # fmt: skip
    edge = [tube([a, b], 0.028, COLOURS[int(random.integers(len(COLOURS)))] if upright else colour,
                 sides=4, material=Material.EMISSIVE) for a, b in pairwise(rim)]  # fmt: skip
    return join([board, *parts, *edge])


def blade(random: np.random.Generator, colour: Rgb, *, height: float) -> Mesh:
    """Return a board that stands out of a wall at x = 0, readable from both sides along z."""
    size = 0.85
    count = max(3, int(height / (size * 1.3)))
    side = writing(random, colour, count=count, size=size, upright=True)
    turned = _turned(side)
    back = _turned(side, mirror=True)
    return join([turned, back])


def _turned(shape: Mesh, *, mirror: bool = False) -> Mesh:
    """Return the sign turned to face +z (or -z), reaching out to +x."""
    sign = -1.0 if mirror else 1.0
    points = np.stack(
        [shape.vertices[:, 2] + 0.35, shape.vertices[:, 1], shape.vertices[:, 0] * sign], 1
    )
    normals = np.stack([shape.normals[:, 2], shape.normals[:, 1], shape.normals[:, 0] * sign], 1)
    faces = shape.triangles if mirror else shape.triangles[:, ::-1]
    return Mesh(
        vertices=points.astype(np.float32), normals=normals.astype(np.float32),
        colours=shape.colours,
        triangles=np.ascontiguousarray(faces), materials=shape.materials,
    )  # fmt: skip


def emblem(random: np.random.Generator, colour: Rgb) -> Mesh:
    """Return a ring with a picture in it, a cup, a star or a fish, facing +x at the origin."""
    parts = [
        ring(
            (0.1, 0, 0),
            0.95,
            0.045,
            colour,
            turn=(0, 0, math.pi / 2),
            material=Material.EMISSIVE,
            section=4,
        )
    ]
    other = COLOURS[int(random.integers(len(COLOURS)))]
    kind = int(random.integers(3))
    if kind == 0:
        turn = np.arange(11) * 2 * math.pi * 2 / 5 + math.pi / 2
        outline = np.stack([np.full(6, 0.1), 0.7 * np.sin(turn[:6]), 0.7 * np.cos(turn[:6])], 1)
    elif kind == 1:
        outline = np.array(
            [
                (0.1, 0.35, -0.4),
                (0.1, -0.4, -0.28),
                (0.1, -0.4, 0.28),
                (0.1, 0.35, 0.4),
                (0.1, 0.35, -0.4),
            ]
        )
    else:
        t = np.linspace(0, 2 * math.pi, 17)
        outline = np.stack(
            [np.full(17, 0.1), 0.34 * np.sin(t), 0.6 * np.cos(t) + 0.12 * np.cos(2 * t)], 1
        )
    parts += [
        tube([a, b], 0.035, other, sides=4, material=Material.EMISSIVE)
        for a, b in pairwise(outline)
    ]
    board = tube([(-0.05, 0, 0), (0.05, 0, 0)], 1.05, BOARD, sides=20)
    return join([*parts, board])


def screen(random: np.random.Generator, *, width: float, height: float) -> Mesh:
    """Return a video wall that faces +x: bands and blots of colour."""
    rows, columns = 9, 14
    row, column = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    y = (row.ravel() + 0.5) / rows * height
    z = ((column.ravel() + 0.5) / columns - 0.5) * width
    first, second, third = (
        np.asarray(COLOURS[n]) for n in random.choice(len(COLOURS), 3, replace=False)
    )
    u, v = column.ravel() / columns - random.uniform(0.3, 0.7), row.ravel() / rows - 0.5
    blot = np.exp(-(u**2 * 9 + v**2 * 7))[:, None]
    band = (0.5 + 0.5 * np.sin(column.ravel() * 0.7 + row.ravel() * 0.5))[:, None]
    colours = (first * band + second * (1 - band)) * 0.28 * (1 - blot) + third * blot * 0.75
    cells = boxes(
        np.stack([np.full(len(y), 0.1), y, z], 1),
        (0.06, height / rows, width / columns),
        colours,
        material=Material.EMISSIVE,
    )
    frame = boxes([(0, height / 2, 0)], [(0.16, height + 0.4, width + 0.4)], BOARD)
    return join([frame, cells])
