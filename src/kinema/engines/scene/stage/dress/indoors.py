"""Floors, walls with windows, curtains, tables and what is built into a room."""

import math
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import sheet
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.noise import fractal


class Walls(Protocol):
    """Where a room's walls are, metres."""

    @property
    def left(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def back(self) -> float: ...
    @property
    def front(self) -> float: ...
    @property
    def height(self) -> float: ...


class Gap(Protocol):
    """A window's measures; see `kinema.engines.scene.stage.interior.Opening`."""

    @property
    def along(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def panes(self) -> tuple[int, int]: ...


Tones = tuple[Rgb, Rgb]


def _grid(
    shell: Walls, step_x: float, step_z: float
) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], ...]:
    columns = max(2, math.ceil((shell.right - shell.left) / step_x))
    rows = max(2, math.ceil((shell.front - shell.back) / step_z))
    x, z = np.meshgrid(np.arange(columns), np.arange(rows), indexing="ij")
    return (
        shell.left + (x.ravel() + 0.5) * step_x,
        shell.back + (z.ravel() + 0.5) * step_z,
        x.ravel(),
        z.ravel(),
    )


def boards(shell: Walls, tones: Tones) -> Mesh:
    """Return planks along z with thin dark gaps."""
    wide, length = 0.14, 2.2
    x, z, column, row = _grid(shell, wide, length)
    z = z + (column % 4) * 0.55 - 1.0
    share = fractal(column * 3.7, row * 5.3 + column, 3, 1)[:, None]
    colours = np.asarray(tones[0]) * (1 - share) + np.asarray(tones[1]) * share
    planks = boxes(
        np.stack([x, np.full(len(x), -0.01), z], 1),
        (wide - 0.006, 0.02, length - 0.008),
        colours,
        material=Material.SATIN,
    )
    return _with_base(planks, shell, tones[0], 0.35)


def tiles(shell: Walls, tones: Tones, *, size: float = 0.4) -> Mesh:
    """Return square tiles."""
    x, z, column, row = _grid(shell, size, size)
    share = fractal(column * 2.1, row * 2.3, 5, 1)[:, None]
    colours = np.asarray(tones[0]) * (1 - share) + np.asarray(tones[1]) * share
    squares = boxes(
        np.stack([x, np.full(len(x), -0.01), z], 1),
        (size - 0.012, 0.02, size - 0.012),
        colours,
        material=Material.GLOSSY,
    )
    return _with_base(squares, shell, tones[0], 0.5)


def checker(shell: Walls, tones: Tones) -> Mesh:
    """Return black and white squares, or the like."""
    size = 0.5
    x, z, column, row = _grid(shell, size, size)
    share = ((column + row) % 2)[:, None]
    colours = np.asarray(tones[0]) * (1 - share) + np.asarray(tones[1]) * share
    squares = boxes(
        np.stack([x, np.full(len(x), -0.01), z], 1),
        (size - 0.004, 0.02, size - 0.004),
        colours,
        material=Material.GLOSSY,
    )
    return _with_base(squares, shell, tones[0], 0.6)


def carpet(shell: Walls, tones: Tones) -> Mesh:
    """Return a soft even floor."""
    return _with_base(None, shell, tones[1], 1.0)


def stone(shell: Walls, tones: Tones) -> Mesh:
    """Return large worn slabs."""
    return tiles(shell, tones, size=0.8)


def _with_base(top: Mesh | None, shell: Walls, colour: Rgb, share: float) -> Mesh:
    middle = (0.0, -0.06, (shell.front + shell.back) / 2)
    size = (
        shell.right - shell.left + 0.4,
        0.1 if top is not None else 0.12,
        shell.front - shell.back + 0.4,
    )
    material = Material.MATTE if top is not None else Material.CLOTH
    base = boxes([middle], [size], np.asarray(colour) * share, material=material)
    return base if top is None else join([base, top])


FLOORS: dict[str, Callable[[Walls, Tones], Mesh]] = {
    "boards": boards, "tiles": tiles, "checker": checker, "carpet": carpet, "stone": stone,
}  # fmt: skip


def _span(name: str, shell: Walls) -> tuple[float, float]:
    """Return where a wall starts and ends, along x (back) or z (sides)."""
    return (shell.left, shell.right) if name == "back" else (shell.back, shell.front)


def middle_of(name: str, shell: Walls, gap: Gap) -> float:
    """Return the middle of an opening along its wall; on side walls 0 is beside the origin."""
    if name == "back":
        return gap.along * shell.right * 0.92
    return gap.along * -shell.back * 0.9


def _turned(
    name: str, shell: Walls, along: float, y: float, out: float
) -> tuple[float, float, float]:
    """Return a point from its place along a wall and its distance into the room."""
    match name:
        case "back":
            return (along, y, shell.back + out)
        case "left":
            return (shell.left + out, y, along)
        case _:
            return (shell.right - out, y, along)


def _slab(
    name: str,
    shell: Walls,
    a: float,
    b: float,
    low: float,
    high: float,
    *,
    thick: float = 0.16,
    out: float = 0.0,
    colour: Rgb,
    material: Material = Material.MATTE,
) -> Mesh:
    """Return a box in a wall from ``a`` to ``b`` along it and from ``low`` to ``high``."""
    centre = _turned(name, shell, (a + b) / 2, (low + high) / 2, out - thick / 2)
    size = (b - a, high - low, thick) if name == "back" else (thick, high - low, b - a)
    return boxes([centre], [size], colour, material=material)


def pierced_wall(
    name: str, shell: Walls, gaps: Sequence[Gap], colour: Rgb, trim: Rgb, panels: float
) -> list[Mesh]:
    """Return a wall with holes where its windows are, a skirting and panelling."""
    start, end = _span(name, shell)
    parts = []
    edge = start
    for gap in sorted(gaps, key=lambda each: each.along):
        middle = middle_of(name, shell, gap)
        a, b = middle - gap.width / 2, middle + gap.width / 2
        parts.append(_slab(name, shell, edge, a, 0, shell.height, colour=colour))
        parts.append(_slab(name, shell, a, b, 0, gap.low, colour=colour))
        parts.append(
            _slab(
                name, shell, a, b, min(gap.high, shell.height - 0.05), shell.height, colour=colour
            )
        )
        edge = b
    parts.append(_slab(name, shell, edge, end, 0, shell.height, colour=colour))
    parts.append(_slab(name, shell, start, end, 0, 0.12, thick=0.03, out=0.03, colour=trim))
    if panels > 0:
        parts += _panels(name, shell, start, end, panels, trim)
    return parts


def _panels(
    name: str, shell: Walls, start: float, end: float, height: float, trim: Rgb
) -> list[Mesh]:
    count = max(3, int((end - start) / 0.62))
    step = (end - start) / count
    parts = [
        _slab(name, shell, start, end, height - 0.06, height, thick=0.06, out=0.06, colour=trim),
        _slab(
            name,
            shell,
            start,
            end,
            0.1,
            height - 0.05,
            thick=0.025,
            out=0.025,
            colour=trim,
            material=Material.SATIN,
        ),
    ]
    for number in range(count):
        a = start + number * step
        parts.append(
            _slab(
                name,
                shell,
                a + 0.08,
                a + step - 0.08,
                0.24,
                height - 0.18,
                thick=0.02,
                out=0.045,
                colour=trim,
                material=Material.SATIN,
            )
        )
    return parts


def frame(name: str, shell: Walls, gap: Gap, trim: Rgb) -> Mesh:
    """Return a window's frame, its bars and its sill."""
    middle = middle_of(name, shell, gap)
    a, b, low, high = (
        middle - gap.width / 2,
        middle + gap.width / 2,
        gap.low,
        min(gap.high, shell.height - 0.05),
    )
    parts = [
        _slab(
            name,
            shell,
            a - 0.07,
            a + 0.03,
            low - 0.05,
            high + 0.07,
            thick=0.2,
            out=0.04,
            colour=trim,
            material=Material.SATIN,
        ),
        _slab(
            name,
            shell,
            b - 0.03,
            b + 0.07,
            low - 0.05,
            high + 0.07,
            thick=0.2,
            out=0.04,
            colour=trim,
            material=Material.SATIN,
        ),
        _slab(
            name,
            shell,
            a - 0.07,
            b + 0.07,
            high - 0.03,
            high + 0.07,
            thick=0.2,
            out=0.04,
            colour=trim,
            material=Material.SATIN,
        ),
        _slab(
            name,
            shell,
            a - 0.14,
            b + 0.14,
            low - 0.06,
            low,
            thick=0.34,
            out=0.2,
            colour=trim,
            material=Material.SATIN,
        ),
    ]
    columns, rows = gap.panes
    for number in range(1, columns):
        at = a + (b - a) * number / columns
        parts.append(
            _slab(
                name, shell, at - 0.022, at + 0.022, low, high, thick=0.05, out=-0.05, colour=trim
            )
        )
    for number in range(1, rows):
        at = low + (high - low) * number / rows
        parts.append(
            _slab(name, shell, a, b, at - 0.018, at + 0.018, thick=0.05, out=-0.05, colour=trim)
        )
    return join(parts)


def curtains(name: str, shell: Walls, gap: Gap, colour: Rgb) -> Mesh:
    """Return a curtain in folds on each side of a window, and their rod."""
    middle = middle_of(name, shell, gap)
    top, foot = min(gap.high + 0.16, shell.height - 0.03), 0.05
    parts = [
        _slab(
            name,
            shell,
            middle - gap.width / 2 - 0.4,
            middle + gap.width / 2 + 0.4,
            top,
            top + 0.035,
            thick=0.035,
            out=0.14,
            colour=(0.12, 0.08, 0.05),
        )
    ]
    for side in (-1.0, 1.0):
        share = np.linspace(0, 1, 34)
        along = middle + side * (gap.width / 2 - 0.1 + 0.42 * share)
        fold = 0.09 + 0.035 * np.sin(share * 30)
        points = np.array(
            [
                [
                    _turned(name, shell, float(s), y, float(f * k))
                    for s, f in zip(along, fold, strict=True)
                ]
                for y, k in ((foot, 1.25), (1.1, 1.0), (top, 0.9))
            ]
        )
        shade = (0.72 + 0.28 * np.sin(share * 30))[None, :, None] * np.asarray(colour)
        parts.append(sheet(points, np.broadcast_to(shade, points.shape), material=Material.CLOTH))
    return join(parts)


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


def shelves(shell: Walls, random: np.random.Generator) -> Mesh:
    """Return bookshelves along the back wall, filled with books."""
    return _shelf_wall(random, shell.left, shell.right, shell.back, min(shell.height - 0.1, 2.9))


BOOKS: tuple[Rgb, ...] = (
    (0.30, 0.04, 0.03), (0.05, 0.10, 0.22), (0.06, 0.16, 0.08), (0.42, 0.30, 0.13), (0.50, 0.44, 0.33),
    (0.20, 0.07, 0.16), (0.12, 0.12, 0.13), (0.38, 0.14, 0.05),
)  # fmt: skip
WOOD: Rgb = (0.15, 0.072, 0.034)


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


def counter(shell: Walls, random: np.random.Generator) -> Mesh:
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


def backsplash(shell: Walls, random: np.random.Generator) -> Mesh:
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


def wall_tiles(shell: Walls, random: np.random.Generator) -> Mesh:
    """Return tiled walls up to 1.6 m."""
    parts = []
    for name in ("back", "left", "right"):
        start, end = _span(name, shell)
        end = min(end, 3.0)
        columns, rows = int((end - start) / 0.2), 8
        x, y = np.meshgrid(np.arange(columns), np.arange(rows), indexing="ij")
        at = np.array(
            [
                _turned(name, shell, start + (u + 0.5) * 0.2, 0.1 + v * 0.2, 0.01)
                for u, v in zip(x.ravel(), y.ravel(), strict=True)
            ]
        )
        size = (0.19, 0.19, 0.02) if name == "back" else (0.02, 0.19, 0.19)
        tone = random.uniform(0.88, 1.0, (len(at), 1)) * np.array([0.55, 0.68, 0.70])
        parts.append(boxes(at, size, tone, material=Material.GLOSSY))
    return join(parts)


def blackboard(shell: Walls, random: np.random.Generator) -> Mesh:
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


def pictures(shell: Walls, random: np.random.Generator) -> Mesh:
    """Return framed paintings in a row on the back and side walls."""
    parts = []
    for name, spots in (
        ("back", (-0.62, 0.0, 0.62)),
        ("left", (-0.2, 0.7)),
        ("right", (-0.2, 0.7)),
    ):
        for spot in spots:
            reach = shell.right if name == "back" else -shell.back
            wide, high = float(random.uniform(0.9, 1.4)), float(random.uniform(0.8, 1.2))
            middle = spot * reach * 0.9
            parts.append(
                _slab(
                    name,
                    shell,
                    middle - wide / 2,
                    middle + wide / 2,
                    1.65 - high / 2,
                    1.65 + high / 2,
                    thick=0.05,
                    out=0.05,
                    colour=(0.45, 0.30, 0.08),
                    material=Material.SATIN,
                )
            )
            parts.append(_painting(name, shell, middle, wide * 0.86, high * 0.84, random))
    return join(parts)


def _painting(
    name: str, shell: Walls, middle: float, wide: float, high: float, random: np.random.Generator
) -> Mesh:
    """Return a small landscape in strokes: sky, hills, ground."""
    columns, rows = 12, 9
    u, v = np.meshgrid(np.arange(columns), np.arange(rows), indexing="ij")
    hill = 0.35 + 0.2 * np.sin(u / columns * random.uniform(3, 9) + random.uniform(0, 6))
    sky, land_ = random.uniform(0.15, 0.8, (2, 3))
    sign = (v / rows > hill)[..., None]
    colour = np.where(sign, sky * (0.6 + 0.5 * v[..., None] / rows), land_ * 0.5) * random.uniform(
        0.8, 1.2, (columns, rows, 1)
    )
    along = middle + ((u.ravel() + 0.5) / columns - 0.5) * wide
    y = 1.65 + ((v.ravel() + 0.5) / rows - 0.5) * high
    at = np.array([_turned(name, shell, a, b, 0.06) for a, b in zip(along, y, strict=True)])
    size = (
        (wide / columns, high / rows, 0.01)
        if name == "back"
        else (0.01, high / rows, wide / columns)
    )
    return boxes(at, size, colour.reshape(-1, 3))


def bottles(shell: Walls, random: np.random.Generator) -> Mesh:
    """Return a bar: a long counter and lit shelves of bottles behind it."""
    z = shell.back
    half = shell.right * 0.82
    parts = [
        boxes(
            [(0, 0.55, z + 1.0)],
            [(half * 2, 1.1, 0.5)],
            (0.11, 0.05, 0.025),
            material=Material.SATIN,
        ),
        boxes(
            [(0, 1.12, z + 1.02)],
            [(half * 2 + 0.1, 0.05, 0.62)],
            (0.20, 0.09, 0.04),
            material=Material.GLOSSY,
        ),
        boxes(
            [(0, 1.72, z + 0.02)],
            [(half * 2, 1.3, 0.03)],
            (0.55, 0.26, 0.07),
            material=Material.EMISSIVE,
        ),
    ]
    tones = np.array(
        [
            (0.35, 0.14, 0.03),
            (0.05, 0.20, 0.07),
            (0.45, 0.32, 0.08),
            (0.06, 0.10, 0.22),
            (0.4, 0.05, 0.04),
            (0.5, 0.5, 0.48),
        ]
    )
    for shelf in range(3):
        y = 1.15 + shelf * 0.44
        parts.append(boxes([(0, y, z + 0.15)], [(half * 2, 0.03, 0.28)], (0.09, 0.045, 0.022)))
        x = np.arange(-half + 0.08, half, 0.105) + random.normal(
            0, 0.01, len(np.arange(-half + 0.08, half, 0.105))
        )
        tall = random.uniform(0.17, 0.27, len(x))
        colour = tones[random.integers(0, 6, len(x))]
        body = np.stack([x, y + 0.015 + tall / 2, np.full(len(x), z + 0.16)], 1)
        neck = body + np.stack([0 * x, tall / 2 + 0.05, 0 * x], 1)
        parts.append(
            boxes(
                body,
                np.stack([np.full(len(x), 0.07), tall, np.full(len(x), 0.07)], 1),
                colour,
                material=Material.GLOSSY,
            )
        )
        parts.append(boxes(neck, (0.025, 0.1, 0.025), colour * 0.8, material=Material.GLOSSY))
    return join(parts)


def goods(shell: Walls, random: np.random.Generator) -> Mesh:
    """Return aisles of shelves with bright packets, at both sides and at the back."""
    parts = []
    rows = [
        (side * (shell.right - 0.35), z)
        for side in (-1, 1)
        for z in np.arange(shell.back + 1.0, 3.0, 1.25)
    ]
    for x, z in rows:
        for level in range(5):
            parts.append(
                boxes([(x, 0.12 + level * 0.4, z)], [(0.6, 0.04, 1.22)], (0.55, 0.56, 0.58))
            )
            spots = np.arange(-0.52, 0.55, 0.15)
            tall = random.uniform(0.16, 0.32)
            colour = random.uniform(0.05, 0.8, 3)
            at = np.stack(
                [
                    np.full(len(spots), x - np.sign(x) * 0.12),
                    np.full(len(spots), 0.14 + level * 0.4 + tall / 2),
                    z + spots,
                ],
                1,
            )
            parts.append(
                boxes(
                    at,
                    (0.28, tall, 0.13),
                    colour * random.uniform(0.8, 1.1, (len(spots), 1)),
                    material=Material.SATIN,
                )
            )
    return join(parts)


def columns(shell: Walls, random: np.random.Generator) -> Mesh:
    """Return pilasters and a cornice round the room."""
    del random
    spots = np.linspace(shell.left + 0.2, shell.right - 0.2, 6)
    at = np.stack([spots, np.full(6, shell.height / 2), np.full(6, shell.back + 0.1)], 1)
    return join(
        [
            boxes(at, (0.34, shell.height, 0.2), (0.68, 0.62, 0.50), material=Material.SATIN),
            boxes(
                at + np.array([0, -shell.height / 2 + 0.15, 0.04]),
                (0.46, 0.3, 0.3),
                (0.62, 0.56, 0.44),
            ),
            boxes(
                at + np.array([0, shell.height / 2 - 0.2, 0.04]),
                (0.46, 0.25, 0.3),
                (0.75, 0.58, 0.25),
                material=Material.GLOSSY,
            ),
            boxes(
                [(0, shell.height - 0.06, shell.back + 0.14)],
                [(shell.right - shell.left, 0.16, 0.3)],
                (0.75, 0.58, 0.25),
                material=Material.GLOSSY,
            ),
        ]
    )


def bars(shell: Walls, random: np.random.Generator) -> Mesh:
    """Return a grating across the back of the room and a barred window above."""
    del random
    x = np.arange(shell.left + 0.1, shell.right, 0.16)
    at = np.stack([x, np.full(len(x), shell.height / 2), np.full(len(x), shell.back + 0.35)], 1)
    rails = [(0, y, shell.back + 0.35) for y in (0.12, 1.1, shell.height - 0.15)]
    return join(
        [
            boxes(at, (0.035, shell.height, 0.035), (0.07, 0.07, 0.075), material=Material.SATIN),
            boxes(rails, (shell.right - shell.left, 0.06, 0.05), (0.06, 0.06, 0.065)),
        ]
    )


def fireplace(shell: Walls, random: np.random.Generator) -> Mesh:
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


DRESSING: dict[str, Callable[[Walls, np.random.Generator], Mesh]] = {
    "shelves": shelves, "counter": counter, "backsplash": backsplash, "wall tiles": wall_tiles,
    "blackboard": blackboard, "pictures": pictures, "bottles": bottles, "goods": goods,
    "columns": columns, "bars": bars, "fireplace": fireplace,
}  # fmt: skip
"""What can be built into a room, by name."""
