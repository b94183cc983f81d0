"""Towers, walls, gates and roofs: what castles, temples and lighthouses are made of."""

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
    radius: float, height: float, *, stone: Rgb = STONE, roof: Rgb | None = SLATE, lit: bool = False,
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
    parts += _slits(radius, height, windows, lit)
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


def _slits(radius: float, height: float, count: int, lit: bool) -> list[Mesh]:
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
    corners = [(-half, drop, deep), (half, drop, deep), (half, foot + rise, 0), (-half, foot + rise, 0),
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
    points, triangles, tones = [], [], []
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
            gable(width, depth, height, width * 0.42, roof, wall=np_rgb(wall, 0.95)),
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


def np_rgb(colour: Rgb, factor: float) -> Rgb:
    """Return a colour made darker or brighter."""
    return (colour[0] * factor, colour[1] * factor, colour[2] * factor)


def pagoda(*, storeys: int = 4, width: float = 9.0, lit: bool = False) -> Mesh:
    """Return a tiered temple with upturned roofs, red posts and lanterns."""
    red, gold = (0.42, 0.05, 0.03), (0.62, 0.42, 0.10)
    parts = [boxes([(0, 0.5, 0)], [(width * 1.5, 1.0, width * 1.5)], (0.46, 0.44, 0.40)),
             boxes([(0, 0.3 * n + 0.1, width * 0.75 + 1.3 - 0.35 * n) for n in range(3)], (width * 0.4, 0.3, 0.7), (0.5, 0.48, 0.44))]  # fmt: skip
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
    shape = mesh_rows(np.stack(rows), np.stack(tones))
    return shape


def mesh_rows(
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


def lighthouse(*, height: float = 22.0, lit: bool = True) -> Mesh:
    """Return a red and white tower; its lamp is at ``height`` + 1.3."""
    rows, tones = [], []
    for n in range(13):
        share = n / 12
        rows.append((2.9 - 1.1 * share, share * height))
        tones.append((0.55, 0.05, 0.04) if (n // 2) % 2 else (0.78, 0.76, 0.72))
    glow = (7.0, 5.6, 3.2) if lit else (0.55, 0.55, 0.5)
    return join(
        [
            lathe(rows, np.array(tones), sides=22, material=Material.MATTE),
            lathe(
                [
                    (0.0, height - 0.1),
                    (2.7, height - 0.05),
                    (2.7, height + 0.2),
                    (0.0, height + 0.25),
                ],
                (0.1, 0.1, 0.11),
                sides=22,
            ),
            lathe(
                [(1.2, height + 0.25), (1.2, height + 2.3)],
                glow,
                sides=10,
                material=Material.EMISSIVE if lit else Material.GLOSSY,
            ),
            lathe(
                [(1.75, height + 2.3), (0.9, height + 3.4), (0.0, height + 4.0)],
                (0.42, 0.04, 0.03),
                sides=16,
            ),
            boxes(
                [
                    (1.24 * math.sin(a), height + 1.3, 1.24 * math.cos(a))
                    for a in np.arange(8) * math.pi / 4
                ],
                (0.08, 2.1, 0.08),
                (0.08, 0.08, 0.08),
            ),
            boxes(
                [
                    (2.6 * math.sin(a), height + 0.7, 2.6 * math.cos(a))
                    for a in np.arange(16) * math.pi / 8
                ],
                (0.05, 1.0, 0.05),
                (0.1, 0.1, 0.11),
            ),
            boxes([(0, 1.2, 2.85)], [(1.2, 2.4, 0.3)], (0.12, 0.2, 0.16)),
        ]
    )


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
