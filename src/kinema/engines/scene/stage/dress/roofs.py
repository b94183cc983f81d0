"""Pitched roofs and the houses under them."""

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.dress.boxes import Values, boxes
from kinema.engines.scene.stage.dress.masonry import LIT, TERRACOTTA


def gable(
    width: float,
    depth: float,
    foot: float,
    rise: float,
    colour: Rgb,
    *,
    eaves: float = 0.5,
    wall: Rgb | None = None,
) -> Mesh:
    """Return a pitched roof whose ridge runs along x; ``wall`` closes its ends."""
    half, deep = width / 2 + eaves, depth / 2 + eaves
    drop = foot - rise * eaves / (depth / 2)
    corners = [(-half, drop, deep), (half, drop, deep), (half, foot + rise, 0),
        (-half, foot + rise, 0),
               (half, drop, -deep), (-half, drop, -deep)]  # fmt: skip
    faces = [(0, 1, 2), (0, 2, 3), (4, 5, 3), (4, 3, 2)]
    rows = 6
    parts = [_pitched(corners, faces, colour, rows)]
    if wall is not None:
        w, d = width / 2, depth / 2
        ends = [
            (-w, foot, -d),
            (-w, foot, d),
            (-w, foot + rise, 0),
            (w, foot, d),
            (w, foot, -d),
            (w, foot + rise, 0),
        ]
        parts.append(mesh(ends, [(0, 1, 2), (3, 4, 5)], wall))
    return join(parts)


def _pitched(
    corners: list[tuple[float, float, float]],
    faces: list[tuple[int, int, int]],
    colour: Rgb,
    rows: int,
) -> Mesh:
    """Return both slopes in courses of tiles, so that the roof is not one flat face."""
    del faces
    points: list[Values] = []
    triangles: list[tuple[int, int, int]] = []
    tones: list[Values] = []
    c = [np.asarray(corner) for corner in corners]
    for low_a, low_b, top_b, top_a in ((c[0], c[1], c[2], c[3]), (c[4], c[5], c[3], c[2])):
        for row in range(rows):
            a, b = row / rows, (row + 1) / rows
            lift = np.array([0, 0.05, 0])
            quad = [
                low_a + (top_a - low_a) * a + lift,
                low_b + (top_b - low_b) * a + lift,
                low_b + (top_b - low_b) * b,
                low_a + (top_a - low_a) * b,
            ]
            first = len(points)
            points += quad
            triangles += [(first, first + 1, first + 2), (first, first + 2, first + 3)]
            tones += [np.asarray(colour) * (0.8 + 0.35 * ((row * 7) % 3) / 2)] * 4
    return mesh(points, triangles, np.array(tones), material=Material.LEAF)


def cottage(
    random: np.random.Generator,
    *,
    wall: Rgb = (0.66, 0.60, 0.48),
    roof: Rgb = TERRACOTTA,
    lit: bool = False,
    width: float = 7.0,
    storeys: int = 1,
) -> Mesh:
    """Return a house with a pitched roof, door, windows and chimney, facing +z."""
    height, depth = 2.7 * storeys, width * 0.8
    glow = LIT if lit else (0.05, 0.065, 0.085)
    pane = Material.EMISSIVE if lit else Material.GLOSSY
    spots = [
        (x * width, 1.45 + 2.7 * s, depth / 2 + 0.02) for x in (-0.33, 0.33) for s in range(storeys)
    ]
    spots += [(0.0, 1.45 + 2.7 * s, depth / 2 + 0.02) for s in range(1, storeys)]
    sides = [(s * (width / 2 + 0.02), 1.45, 0.0) for s in (-1, 1)]
    trim = (0.70, 0.67, 0.6)
    beam = (0.12, 0.06, 0.03)
    door = (
        float(random.uniform(0.05, 0.4)),
        float(random.uniform(0.05, 0.2)),
        float(random.uniform(0.04, 0.25)),
    )
    return join(
        [
            boxes([(0, height / 2, 0)], [(width, height, depth)], wall, grounded=True),
            gable(width, depth, height, width * 0.42, roof, wall=shaded(wall, 0.95)),
            boxes(spots, (1.1, 1.1, 0.06), glow, material=pane),
            boxes(sides, (0.06, 1.1, 1.1), glow, material=pane),
            boxes([(x, y, z + 0.03) for x, y, z in spots], (0.07, 1.1, 0.06), trim),
            boxes([(x, y, z + 0.03) for x, y, z in spots], (1.1, 0.07, 0.06), trim),
            boxes([(x, y - 0.62, z + 0.08) for x, y, z in spots], (1.35, 0.1, 0.22), trim),
            boxes([(0, 1.05, depth / 2 + 0.03)], [(1.0, 2.1, 0.08)], door, material=Material.SATIN),
            boxes(
                [(s * width / 2, height / 2, depth / 2) for s in (-1, 1)], (0.2, height, 0.2), beam
            ),
            boxes([(0, height - 0.08, depth / 2)], [(width, 0.16, 0.14)], beam),
            boxes(
                [(width * 0.25, height + width * 0.38, -depth * 0.18)],
                [(0.7, width * 0.45, 0.7)],
                (0.3, 0.14, 0.09),
            ),
            boxes([(0, 0.08, depth / 2 + 0.5)], [(1.6, 0.16, 0.9)], (0.36, 0.34, 0.31)),
        ]
    )


def shaded(colour: Rgb, factor: float) -> Rgb:
    """Return a colour made darker or brighter."""
    return (colour[0] * factor, colour[1] * factor, colour[2] * factor)
