"""What stands in a desert: saguaros and table mountains."""

import math

import numpy as np

from kinema.engines.scene.shape.mesh import join, mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import tube
from kinema.engines.scene.stage.noise import fractal


def saguaro(random: np.random.Generator) -> Mesh:
    """Return a cactus with arms, about 3 m high."""
    green, light = np.array([0.05, 0.12, 0.045]), np.array([0.16, 0.26, 0.10])
    height = random.uniform(2.2, 3.6)
    share = np.array([-0.05, 0.1, 0.4, 0.7, 0.9, 0.98, 1.0])
    line = np.stack([share * 0, share * height, share * 0], 1)
    colours = green + (light - green) * np.clip(share, 0, 1)[:, None]
    parts = [tube(line, 0.2 * np.array([1, 1, 1, 0.95, 0.75, 0.4, 0.05]), colours, sides=11)]
    for _ in range(int(random.integers(1, 4))):
        turn, low = random.uniform(0, 6.28), height * random.uniform(0.3, 0.6)
        out = np.array([math.cos(turn), 0, math.sin(turn)])
        rise = height * random.uniform(0.22, 0.4)
        arm = [out * 0.1 + [0, low, 0], out * 0.42 + [0, low + 0.04, 0],
               out * 0.58 + [0, low + 0.22, 0], out * 0.6 + [0, low + 0.22 + rise * 0.6, 0],
               out * 0.6 + [0, low + 0.22 + rise, 0]]  # fmt: skip
        parts.append(
            tube(arm, [0.12, 0.13, 0.13, 0.12, 0.03], (0.09, 0.17, 0.065), sides=9,
                 material=Material.CLOTH)
        )  # fmt: skip
    return join(parts)


def mesa(random: np.random.Generator) -> Mesh:
    """Return a table mountain with layered cliffs, about 60 m high."""
    turn = np.linspace(0, 2 * math.pi, 49)[:-1]
    profile = [(1.9, -2.0), (1.45, 10), (1.08, 22), (1.0, 24), (0.97, 40), (0.9, 41), (0.88, 58),
               (0.82, 60), (0.0, 61)]  # fmt: skip
    wide = 34 * (1 + 0.25 * np.sin(turn * 2 + random.uniform(0, 6)) + 0.1 * np.sin(turn * 5))
    rough = fractal(np.cos(turn) * 4 + 9, np.sin(turn) * 4, int(random.integers(99)), 4) - 0.5
    rows = []
    for number, (reach, height) in enumerate(profile):
        ring = wide * reach * (1 + 0.5 * rough * (number > 1))
        rows.append(np.stack([np.sin(turn) * ring, 0 * turn + height, np.cos(turn) * ring], -1))
    points = np.stack(rows)
    bands = np.array([[0.36, 0.17, 0.09], [0.40, 0.19, 0.10], [0.34, 0.15, 0.08],
        [0.46, 0.24, 0.13],
                      [0.30, 0.12, 0.07], [0.44, 0.22, 0.12], [0.33, 0.14, 0.075],
                      [0.42, 0.23, 0.13], [0.45, 0.26, 0.14]])  # fmt: skip
    colours = np.repeat(bands[:, None], len(turn), 1) * (0.8 + 0.5 * rough[None, :, None])
    count = len(turn)
    row, column = np.meshgrid(np.arange(len(profile) - 1), np.arange(count), indexing="ij")
    here, beside = (row * count + column).ravel(), (row * count + (column + 1) % count).ravel()
    triangles = np.concatenate(
        [
            np.stack([here, beside, beside + count], 1),
            np.stack([here, beside + count, here + count], 1),
        ]
    )
    return mesh(points.reshape(-1, 3), triangles, colours.reshape(-1, 3))
