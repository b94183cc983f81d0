"""Shelves and counters, filled."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.furnishing import WOOD
from kinema.engines.scene.stage.dress.shell import Shell


def shelves(shell: Shell, random: np.random.Generator) -> Mesh:
    """Return bookshelves along the back wall, filled with books."""
    return _shelf_wall(random, shell.left, shell.right, shell.back, min(shell.height - 0.1, 2.9))


BOOKS: tuple[Rgb, ...] = (
    (0.30, 0.04, 0.03), (0.05, 0.10, 0.22), (0.06, 0.16, 0.08), (0.42, 0.30, 0.13),
    (0.50, 0.44, 0.33),
    (0.20, 0.07, 0.16), (0.12, 0.12, 0.13), (0.38, 0.14, 0.05),
)  # fmt: skip


def _shelf_wall(
    random: np.random.Generator, left: float, right: float, back: float, height: float
) -> Mesh:
    rows = int(height / 0.38)
    gap = height / rows
    parts = [
        boxes(
            [((left + right) / 2, n * gap + 0.02, back + 0.16) for n in range(rows + 1)],
            (right - left, 0.035, 0.32),
            WOOD,
            material=Material.SATIN,
        )
    ]
    posts = np.arange(left, right + 0.01, 0.95)
    parts.append(
        boxes(
            np.stack([posts, np.full(len(posts), height / 2), np.full(len(posts), back + 0.16)], 1),
            (0.045, height, 0.33),
            WOOD,
            material=Material.SATIN,
        )
    )
    parts.append(
        boxes(
            [((left + right) / 2, height / 2, back + 0.015)],
            [(right - left, height, 0.03)],
            np.asarray(WOOD) * 0.5,
        )
    )
    for row in range(rows):
        count = int((right - left) / 0.045)
        wide = random.uniform(0.022, 0.055, count)
        x = left + np.cumsum(wide + 0.002)
        keep = (x < right - 0.05) & (random.random(count) > 0.07)
        tall = gap * random.uniform(0.55, 0.88, count)
        at = np.stack(
            [
                x,
                row * gap + 0.04 + tall / 2,
                np.full(count, back + 0.17) + random.uniform(-0.02, 0.02, count),
            ],
            1,
        )
        sizes = np.stack([wide, tall, random.uniform(0.15, 0.22, count)], 1)
        colour = np.asarray(BOOKS)[random.integers(0, len(BOOKS), count)] * random.uniform(
            0.6, 1.3, (count, 1)
        )
        parts.append(boxes(at[keep], sizes[keep], colour[keep], material=Material.CLOTH))
    return join(parts)


def counter(shell: Shell, random: np.random.Generator) -> Mesh:
    """Return a kitchen's worktop with cupboards below, and shelves above, along the right half."""
    del random
    x = np.arange(shell.left + 0.3, shell.right, 0.6)
    z = shell.back + 0.3
    doors = np.stack([x, np.full(len(x), 0.45), np.full(len(x), z + 0.01)], 1)
    wide = shell.right - shell.left
    handles = doors + np.array([0.2, 0.25, 0.31])
    return join(
        [
            boxes(doors, (0.58, 0.74, 0.6), (0.50, 0.57, 0.55), material=Material.SATIN),
            boxes(handles, (0.02, 0.12, 0.02), (0.55, 0.45, 0.28), material=Material.GLOSSY),
            boxes([(0, 0.05, z - 0.03)], [(wide, 0.1, 0.54)], (0.1, 0.1, 0.1)),
            boxes(
                [(0, 0.87, z + 0.01)],
                [(wide, 0.045, 0.66)],
                (0.42, 0.24, 0.12),
                material=Material.SATIN,
            ),
        ]
    )


def backsplash(shell: Shell, random: np.random.Generator) -> Mesh:
    """Return rows of white tiles behind a worktop."""
    columns = int((shell.right - shell.left) / 0.16)
    x, y = np.meshgrid(np.arange(columns), np.arange(4), indexing="ij")
    at = np.stack(
        [
            shell.left + (x.ravel() + 0.5) * 0.16,
            0.94 + y.ravel() * 0.105,
            np.full(x.size, shell.back + 0.012),
        ],
        1,
    )
    tone = random.uniform(0.85, 1.0, (x.size, 1)) * np.array([0.72, 0.74, 0.70])
    return boxes(at, (0.152, 0.098, 0.024), tone, material=Material.GLOSSY)


GLASSES = np.array(
    [(0.35, 0.14, 0.03), (0.05, 0.20, 0.07), (0.45, 0.32, 0.08), (0.06, 0.10, 0.22),
     (0.4, 0.05, 0.04), (0.5, 0.5, 0.48)])  # fmt: skip
"""Colours of bottles."""


def bottles(shell: Shell, random: np.random.Generator) -> Mesh:
    """Return a bar: a long counter and lit shelves of bottles behind it."""
    z, half = shell.back, shell.right * 0.82
    front = boxes(
        [(0, 0.55, z + 1.0)], [(half * 2, 1.1, 0.5)], (0.11, 0.05, 0.025), material=Material.SATIN
    )
    top = boxes(
        [(0, 1.12, z + 1.02)],
        [(half * 2 + 0.1, 0.05, 0.62)],
        (0.20, 0.09, 0.04),
        material=Material.GLOSSY,
    )
    glow = boxes(
        [(0, 1.72, z + 0.02)],
        [(half * 2, 1.3, 0.03)],
        (0.55, 0.26, 0.07),
        material=Material.EMISSIVE,
    )
    shelves_ = [(0, 1.15 + shelf * 0.44, z + 0.15) for shelf in range(3)]
    planks = boxes(shelves_, (half * 2, 0.03, 0.28), (0.09, 0.045, 0.022))
    rows = [_bottles(random, half, y, z + 0.16) for _, y, _ in shelves_]
    return join([front, top, glow, planks, *rows])


def _bottles(random: np.random.Generator, half: float, y: float, z: float) -> Mesh:
    """Return a row of bottles on a shelf at height ``y``."""
    x = np.arange(-half + 0.08, half, 0.105)
    x = x + random.normal(0, 0.01, len(x))
    tall = random.uniform(0.17, 0.27, len(x))
    colour = GLASSES[random.integers(0, 6, len(x))]
    body = np.stack([x, y + 0.015 + tall / 2, 0 * x + z], 1)
    neck = body + np.stack([0 * x, tall / 2 + 0.05, 0 * x], 1)
    sizes = np.stack([0 * x + 0.07, tall, 0 * x + 0.07], 1)
    bodies = boxes(body, sizes, colour, material=Material.GLOSSY)
    return join([bodies, boxes(neck, (0.025, 0.1, 0.025), colour * 0.8, material=Material.GLOSSY)])


def goods(shell: Shell, random: np.random.Generator) -> Mesh:
    """Return shelves with bright packets at both sides and at the back, and lamps above."""
    aisle = np.arange(shell.back + 1.2, 3.0, 1.25)
    parts = [
        moved(
            _shelf(random), (side * (shell.right - 0.35), 0, z), turn=rotation(0, -side * turn, 0)
        )
        for side, turn in ((-1, math.pi / 2), (1, math.pi / 2))
        for z in aisle
    ]
    across = np.arange(shell.left + 1.4, shell.right - 1.2, 1.25)
    parts += [moved(_shelf(random), (x, 0, shell.back + 0.4)) for x in across]
    lamps = [(x, shell.height - 0.08, z) for x in (-1.2, 1.2) for z in aisle]
    signs = [(x, 2.75, shell.back + 0.1) for x in across]
    tones = [(0.05, 0.28, 0.14) if n % 2 else (0.55, 0.09, 0.05) for n in range(len(signs))]
    parts.append(boxes(lamps, (0.22, 0.05, 1.0), (2.2, 2.25, 2.2), material=Material.EMISSIVE))
    parts.append(boxes(signs, (1.1, 0.34, 0.06), tones, material=Material.SATIN))
    return join(parts)


def _shelf(random: np.random.Generator) -> Mesh:
    """Return one bay of shelves, 1.25 m wide, that faces +z."""
    levels = 0.12 + 0.42 * np.arange(5)
    planks = boxes([(0, y, 0) for y in levels], (1.24, 0.04, 0.6), (0.30, 0.31, 0.33))
    back = boxes([(0, 1.1, -0.28)], [(1.24, 2.2, 0.04)], (0.26, 0.27, 0.29))
    packets = []
    for y in levels:
        colours = random.uniform(0.03, 0.55, (2, 3))
        x = np.arange(-0.54, 0.56, 0.15)
        tall = random.uniform(0.14, 0.3, 2)[(x > 0).astype(int)]
        at = np.stack([x, y + 0.02 + tall / 2, 0 * x + 0.12], 1)
        sizes = np.stack([0 * x + 0.125, tall, 0 * x + 0.26], 1)
        tone = colours[(x > 0).astype(int)] * random.uniform(0.8, 1.1, (len(x), 1))
        packets.append(boxes(at, sizes, tone, material=Material.SATIN))
    return join([planks, back, *packets])
