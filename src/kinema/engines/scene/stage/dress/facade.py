"""Houses of a town: walls with windows, shops on the ground floor, cornices."""

from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.dress.boxes import Values, block, boxes

WARM: tuple[Rgb, ...] = (
    (2.1, 1.25, 0.50), (1.7, 1.15, 0.62), (1.3, 0.75, 0.30), (0.75, 1.0, 1.35), (1.9, 1.5, 0.95),
)  # fmt: skip
BY_DAY: tuple[Rgb, ...] = (
    (0.40, 0.17, 0.11), (0.60, 0.51, 0.38), (0.46, 0.45, 0.44), (0.33, 0.22, 0.16),
    (0.66, 0.60, 0.50), (0.24, 0.28, 0.33), (0.52, 0.34, 0.24),
)  # fmt: skip
BY_NIGHT: tuple[Rgb, ...] = (
    (0.055, 0.05, 0.075), (0.075, 0.055, 0.06), (0.045, 0.06, 0.08), (0.065, 0.06, 0.058),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """One building whose front faces +x at x = 0; it goes back to -x.

    Attributes:
        width: Along z, metres.
        depth: Along x, metres.
        height: Metres.
        wall: Colour, linear.
        lit: Share of the windows that are lit, 0 by day.
        storey: Height of a floor, metres.
        pitch: Metres from window to window.
        shop: Whether the ground floor is a shop.
        awning: Colour of the shop's awning.
        detail: 1 has frames and sills, 0 has bare windows for the distance.
    """

    width: float
    depth: float
    height: float
    wall: Rgb
    lit: float = 0.0
    storey: float = 3.2
    pitch: float = 2.3
    shop: bool = True
    awning: Rgb = (0.45, 0.08, 0.07)
    detail: float = 1.0


def house(random: np.random.Generator, spec: House) -> Mesh:
    """Return the building, its middle at z = 0 and its foot at y = 0."""
    wall = np.asarray(spec.wall)
    parts = [
        boxes(
            [(-spec.depth / 2, spec.height / 2, 0)],
            [(spec.depth, spec.height, spec.width)],
            wall,
            grounded=True,
        )
    ]
    parts += _windows(random, spec)
    if spec.detail > 0.5:
        parts.append(_bands(spec))
    if spec.shop:
        parts += _shop(random, spec)
    top = boxes(
        [(-spec.depth * 0.4, spec.height + 1.2, spec.width * 0.15)],
        [(spec.depth * 0.4, 2.4, spec.width * 0.35)], wall * 0.8,
    )  # fmt: skip
    return join([*parts, top])


def _windows(random: np.random.Generator, spec: House) -> list[Mesh]:
    first = spec.storey * 1.25 if spec.shop else spec.storey * 0.3
    rows = max(1, int((spec.height - first - 0.8) / spec.storey))
    columns = max(2, int(spec.width / spec.pitch))
    row, column = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    z = ((column.ravel() + 0.5) / columns - 0.5) * spec.width * 0.94
    y = first + 1.1 + row.ravel() * spec.storey
    count = len(z)
    centres = np.stack([np.zeros(count), y, z], 1)
    lit = random.random(count) < spec.lit
    tone = np.asarray(WARM)[random.integers(0, len(WARM), count)]
    tone = tone * random.uniform(0.25, 1.0, (count, 1))
    wide = spec.width / columns * 0.52
    panes = []
    if lit.any():
        panes.append(_glass(centres[lit], wide, tone[lit], Material.EMISSIVE))
    if (~lit).any():
        grey = np.tile((0.05, 0.065, 0.085), (int((~lit).sum()), 1))
        panes.append(_glass(centres[~lit], wide, grey, Material.GLOSSY))
    if spec.detail > 0.5:
        panes.append(_frames(centres, wide, np.asarray(spec.wall)))
    return panes


def _glass(centres: Values, wide: float, colours: Values, material: Material) -> Mesh:
    return boxes(centres, (0.08, 1.6, wide), colours, material=material)


def _frames(centres: Values, wide: float, wall: Values) -> Mesh:
    """Return a sill, a lintel and a middle bar for each window."""
    light = np.minimum(wall * 1.5 + 0.02, 0.8)
    sill = boxes(centres + np.array([0.1, -0.88, 0]), (0.24, 0.12, wide * 1.18), light)
    lintel = boxes(centres + np.array([0.06, 0.9, 0]), (0.16, 0.16, wide * 1.12), light)
    bar = boxes(centres + np.array([0.05, 0.0, 0]), (0.05, 1.6, 0.06), wall * 0.5)
    return join([sill, lintel, bar])


def _bands(spec: House) -> Mesh:
    """Return the cornice and the ledge above the shops."""
    light = np.minimum(np.asarray(spec.wall) * 1.3 + 0.01, 0.8)
    rows = [(0.22, spec.height - 0.25, 0.7, 0.5), (0.1, spec.height - 0.9, 0.4, 0.18)]
    if spec.shop:
        rows.append((0.12, spec.storey * 1.25, 0.35, 0.28))
    return join(
        [
            boxes([(out / 2, y, 0)], [(out * 2, high, spec.width + 0.06)], light)
            for out, y, _, high in rows
        ]
    )


def _shop(random: np.random.Generator, spec: House) -> list[Mesh]:
    """Return shop windows with mullions, a door, a sign board and an awning."""
    height = spec.storey * 0.95
    glow = np.asarray(WARM[int(random.integers(len(WARM)))]) * random.uniform(0.55, 0.9)
    count = max(2, int(spec.width / 1.7))
    z = ((np.arange(count) + 0.5) / count - 0.5) * spec.width * 0.92
    wide = spec.width / count * 0.8
    parts = []
    for low, high, power in (
        (0.35, 0.75, 0.34),
        (0.75, 1.5, 0.62),
        (1.5, 2.3, 0.95),
        (2.3, height, 1.3),
    ):
        at = np.stack([np.zeros(count) + 0.02, np.full(count, (low + high) / 2), z], 1)
        size = (0.1, high - low, wide)
        if spec.lit > 0:
            tone = glow * power * random.uniform(0.5, 1.1, (count, 1))
            parts.append(boxes(at, size, tone, material=Material.EMISSIVE))
        else:
            parts.append(boxes(at, size, (0.05, 0.06, 0.07), material=Material.GLOSSY))
    dark = np.asarray(spec.wall) * 0.35
    posts = np.stack(
        [
            np.full(count + 1, 0.08),
            np.full(count + 1, height / 2),
            (np.arange(count + 1) / count - 0.5) * spec.width * 0.94,
        ],
        1,
    )
    parts.append(boxes(posts, (0.16, height, 0.14), dark))
    parts.append(boxes([(0.08, 0.17, 0)], [(0.16, 0.34, spec.width * 0.94)], dark))
    parts.append(block((0.2, height + 0.05, 0), (0.3, 0.55, spec.width * 0.9), (0.05, 0.05, 0.06)))
    if spec.lit == 0 or random.random() < 0.4:
        parts.append(_awning(spec, height))
    return parts


def _awning(spec: House, height: float) -> Mesh:
    """Return a striped cloth over the shop window."""
    from kinema.engines.scene.shape.mesh import mesh

    count = 14
    edge = np.linspace(-0.44, 0.44, count + 1) * spec.width
    points, colours, faces = [], [], []
    for number in range(count):
        a, b = edge[number], edge[number + 1]
        colour = np.asarray(spec.awning) if number % 2 else np.array([0.78, 0.75, 0.68])
        points += [(0.1, height, a), (0.1, height, b), (1.5, height - 0.75, b),
            (1.5, height - 0.75, a),
                   (1.5, height - 1.0, a), (1.5, height - 1.0, b)]  # fmt: skip
        colours += [colour] * 6
        first = number * 6
        faces += [(first, first + 1, first + 2), (first, first + 2, first + 3),
                  (first + 3, first + 2, first + 5), (first + 3, first + 5, first + 4)]  # fmt: skip
    return mesh(points, faces, np.array(colours), material=Material.CLOTH)
