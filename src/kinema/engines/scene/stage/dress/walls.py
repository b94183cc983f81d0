"""Walls with windows, and what is fixed to them."""

from collections.abc import Sequence

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import sheet
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.shell import Opening, Shell


def span(name: str, shell: Shell) -> tuple[float, float]:
    """Return where a wall starts and ends, along x (back) or z (sides)."""
    return (shell.left, shell.right) if name == "back" else (shell.back, shell.front)


def middle_of(name: str, shell: Shell, gap: Opening) -> float:
    """Return the middle of an opening along its wall; on side walls 0 is beside the origin."""
    if name == "back":
        return gap.along * shell.right * 0.92
    return gap.along * -shell.back * 0.9


def turned(
    name: str, shell: Shell, along: float, y: float, out: float
) -> tuple[float, float, float]:
    """Return a point from its place along a wall and its distance into the room."""
    match name:
        case "back":
            return (along, y, shell.back + out)
        case "left":
            return (shell.left + out, y, along)
        case _:
            return (shell.right - out, y, along)


def slab(
    name: str,
    shell: Shell,
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
    centre = turned(name, shell, (a + b) / 2, (low + high) / 2, out - thick / 2)
    size = (b - a, high - low, thick) if name == "back" else (thick, high - low, b - a)
    return boxes([centre], [size], colour, material=material)


def pierced_wall(
    name: str, shell: Shell, gaps: Sequence[Opening], colour: Rgb, trim: Rgb, panels: float
) -> list[Mesh]:
    """Return a wall with holes where its windows are, a skirting and panelling."""
    start, end = span(name, shell)
    parts = []
    edge = start
    for gap in sorted(gaps, key=lambda each: each.along):
        middle = middle_of(name, shell, gap)
        a, b = middle - gap.width / 2, middle + gap.width / 2
        parts.append(slab(name, shell, edge, a, 0, shell.height, colour=colour))
        parts.append(slab(name, shell, a, b, 0, gap.low, colour=colour))
        parts.append(
            slab(name, shell, a, b, min(gap.high, shell.height - 0.05), shell.height, colour=colour)
        )
        edge = b
    parts.append(slab(name, shell, edge, end, 0, shell.height, colour=colour))
    parts.append(slab(name, shell, start, end, 0, 0.12, thick=0.03, out=0.03, colour=trim))
    if panels > 0:
        parts += _panels(name, shell, start, end, panels, trim)
    return parts


def _panels(
    name: str, shell: Shell, start: float, end: float, height: float, trim: Rgb
) -> list[Mesh]:
    count = max(3, int((end - start) / 0.62))
    step = (end - start) / count
    parts = [
        slab(name, shell, start, end, height - 0.06, height, thick=0.06, out=0.06, colour=trim),
        slab(
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
            slab(
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


def frame(name: str, shell: Shell, gap: Opening, trim: Rgb) -> Mesh:
    """Return a window's frame, its bars and its sill."""
    middle = middle_of(name, shell, gap)
    a, b = middle - gap.width / 2, middle + gap.width / 2
    low, high = gap.low, min(gap.high, shell.height - 0.05)
    edges = (
        (a - 0.07, a + 0.03, low - 0.05, high + 0.07, 0.2, 0.04),
        (b - 0.03, b + 0.07, low - 0.05, high + 0.07, 0.2, 0.04),
        (a - 0.07, b + 0.07, high - 0.03, high + 0.07, 0.2, 0.04),
        (a - 0.14, b + 0.14, low - 0.06, low, 0.34, 0.2),
    )
    columns, rows = gap.panes
    upright = [a + (b - a) * n / columns for n in range(1, columns)]
    level = [low + (high - low) * n / rows for n in range(1, rows)]
    bars = [(at - 0.022, at + 0.022, low, high, 0.05, -0.05) for at in upright]
    bars += [(a, b, at - 0.018, at + 0.018, 0.05, -0.05) for at in level]
    return join(
        [
            slab(name, shell, left, right, foot, top, thick=thick, out=out, colour=trim,
                 material=Material.SATIN)
            for left, right, foot, top, thick, out in (*edges, *bars)
        ]
    )  # fmt: skip


def curtains(name: str, shell: Shell, gap: Opening, colour: Rgb) -> Mesh:
    """Return a curtain in folds on each side of a window, and their rod."""
    middle = middle_of(name, shell, gap)
    top, foot = min(gap.high + 0.16, shell.height - 0.03), 0.05
    parts = [
        slab(
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
                    turned(name, shell, float(s), y, float(f * k))
                    for s, f in zip(along, fold, strict=True)
                ]
                for y, k in ((foot, 1.25), (1.1, 1.0), (top, 0.9))
            ]
        )
        shade = (0.72 + 0.28 * np.sin(share * 30))[None, :, None] * np.asarray(colour)
        parts.append(sheet(points, np.broadcast_to(shade, points.shape), material=Material.CLOTH))
    return join(parts)


def wall_tiles(shell: Shell, random: np.random.Generator) -> Mesh:
    """Return tiled walls up to 1.6 m."""
    parts = []
    step = 0.2 * shell.coarse
    for name in ("back", "left", "right"):
        start, end = span(name, shell)
        along = np.arange(start + step / 2, min(end, max(3.0, -start / 2)), step)
        spots = [turned(name, shell, u, 0.1 + v * 0.2, 0.01) for u in along for v in range(8)]
        wide = step * 0.95
        size = (wide, 0.19, 0.02) if name == "back" else (0.02, 0.19, wide)
        tone = random.uniform(0.88, 1.0, (len(spots), 1)) * np.array([0.55, 0.68, 0.70])
        parts.append(boxes(spots, size, tone, material=Material.GLOSSY))
    return join(parts)


def pictures(shell: Shell, random: np.random.Generator) -> Mesh:
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
                slab(
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
    name: str, shell: Shell, middle: float, wide: float, high: float, random: np.random.Generator
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
    at = np.array([turned(name, shell, a, b, 0.06) for a, b in zip(along, y, strict=True)])
    size = (
        (wide / columns, high / rows, 0.01)
        if name == "back"
        else (0.01, high / rows, wide / columns)
    )
    return boxes(at, size, colour.reshape(-1, 3))


def columns(shell: Shell, random: np.random.Generator) -> Mesh:
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


def bars(shell: Shell, random: np.random.Generator) -> Mesh:
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
