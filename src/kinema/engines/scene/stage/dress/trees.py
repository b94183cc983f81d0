"""Trees, made once a set in a few shapes and shared by many places."""

import math

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation, unit
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import sheet, tube
from kinema.engines.scene.stage.dress.foliage import Leafage, cards, crown

Values = npt.NDArray[np.float64]

BROWN: Rgb = (0.085, 0.05, 0.03)
GREY: Rgb = (0.16, 0.14, 0.12)
WHITE: Rgb = (0.72, 0.70, 0.66)
RED: tuple[Rgb, Rgb] = ((0.10, 0.028, 0.012), (0.33, 0.12, 0.055))


def limb(start: Values, end: Values, radius: float, bark: Rgb, random: np.random.Generator) -> Mesh:
    """Return a branch that thins and wavers."""
    steps = np.linspace(0, 1, 4)[:, None]
    line = start + (end - start) * steps
    line[1:-1] += random.normal(0, float(np.linalg.norm(end - start)) * 0.05, (2, 3))
    radii = radius * (1 - 0.65 * steps[:, 0])
    return tube(line, radii, bark, material=Material.BARK, sides=5)


def stem(height: float, radius: float, bark: Rgb, *, lean: float = 0.0, sides: int = 8) -> Mesh:
    """Return a trunk with a flared foot, reaching a little into the ground."""
    rise = np.array([-0.05, 0.02, 0.06, 0.2, 0.55, 1.0])
    flare = np.array([1.9, 1.55, 1.2, 1.0, 0.8, 0.42])
    line = np.stack([lean * height * rise**2, rise * height, rise * 0], 1)
    return tube(line, radius * flare, bark, material=Material.BARK, sides=sides)


def broadleaf(
    random: np.random.Generator, leaves: Leafage, *, height: float = 7.0, detail: float = 1.0,
    bark: Rgb = BROWN, slim: float = 1.0,
) -> Mesh:  # fmt: skip
    """Return a round-crowned tree; ``detail`` 0.25 is for the distance, about 150 triangles."""
    parts = [stem(height * 0.62, height * 0.034, bark, sides=8 if detail > 0.5 else 5)]
    masses = []
    for number in range(7):
        turn = number * 2.4 + random.uniform(-0.4, 0.4)
        out = height * (0.06 if number == 0 else random.uniform(0.15, 0.25)) * slim
        at = np.array(
            [math.cos(turn) * out, height * random.uniform(0.52, 0.8), math.sin(turn) * out]
        )
        if number == 0:
            at[1] = height * 0.83
        size = height * random.uniform(0.15, 0.21)
        masses.append(((at[0], at[1], at[2]), (size * slim, size * 0.82, size * slim)))
        if detail > 0.5:
            start = np.array([0, height * random.uniform(0.3, 0.5), 0])
            parts.append(limb(start, at, height * 0.016, bark, random))
    count, size = int(900 * detail), height * 0.029 / math.sqrt(detail)
    parts.append(crown(masses, count, size, leaves, random))
    return join(parts)


def bare(random: np.random.Generator, *, height: float = 6.0, bark: Rgb = GREY) -> Mesh:
    """Return a leafless tree."""
    parts = [stem(height * 0.6, height * 0.03, bark, lean=random.uniform(-0.15, 0.15), sides=6)]
    for _ in range(9):
        turn, low = random.uniform(0, 6.28), random.uniform(0.3, 0.58)
        start = np.array([0.0, height * low, 0.0])
        reach = height * random.uniform(0.2, 0.36)
        way = np.array([math.cos(turn), random.uniform(0.7, 1.3), math.sin(turn)])
        end = start + way * reach
        parts.append(limb(start, end, height * 0.015, bark, random))
        for _ in range(2):
            twig = end + np.array([*random.normal(0, 0.5, 1), 0.7, *random.normal(0, 0.5, 1)]) * (
                reach * 0.5
            )
            parts.append(limb(start + (end - start) * 0.6, twig, height * 0.006, bark, random))
    return join(parts)


def birch(random: np.random.Generator, leaves: Leafage, *, height: float = 9.0) -> Mesh:
    """Return a slim white-barked tree."""
    trunk = stem(height * 0.8, height * 0.017, WHITE, lean=random.uniform(-0.06, 0.06), sides=7)
    rings = np.sin(trunk.vertices[:, 1] * 9 + np.sin(trunk.vertices[:, 0] * 40)) > 0.75
    trunk.colours[rings, :3] = (0.1, 0.09, 0.085)
    masses = [
        (
            (
                float(random.normal(0, height * 0.07)),
                height * (0.5 + 0.075 * n),
                float(random.normal(0, height * 0.07)),
            ),
            (height * 0.11, height * 0.1, height * 0.11),
        )
        for n in range(6)
    ]
    return join([trunk, crown(masses, 420, height * 0.022, leaves, random)])


def conifer(
    random: np.random.Generator, leaves: Leafage, *, height: float = 10.0, detail: float = 1.0,
    snow: float = 0.0,
) -> Mesh:  # fmt: skip
    """Return a fir: whorls of drooping boughs, ``snow`` (0 to 1) lying on them."""
    tiers = max(6, int(13 * detail))
    boughs = max(6, int(11 * detail))
    parts = [stem(height * 0.95, height * 0.018, BROWN, sides=5)]
    for tier in range(tiers):
        share = tier / (tiers - 1)
        y = height * (0.13 + 0.83 * share)
        reach = height * (0.225 * (1 - share) ** 0.85 + 0.018)
        turns = np.arange(boughs) * (2 * math.pi / boughs) + random.uniform(0, 6.28)
        turns = turns + random.normal(0, 0.12, boughs)
        parts.append(_whorl(turns, y, reach, height / tiers, leaves, snow, random))
    return join(parts)


def _whorl(
    turns: Values, y: float, reach: float, thick: float, leaves: Leafage, snow: float,
    random: np.random.Generator,
) -> Mesh:  # fmt: skip
    """Return boughs round the trunk, each a folded leaf of four triangles."""
    count = len(turns)
    length = reach * random.uniform(0.78, 1.15, count)
    way = np.stack([np.cos(turns), np.zeros(count), np.sin(turns)], 1)
    side = np.stack([-way[:, 2], way[:, 1], way[:, 0]], 1)
    root = np.tile([0, y + thick * 0.75, 0], (count, 1))
    wide = (length * math.pi / count * 1.25)[:, None]
    middle = root + way * length[:, None] * 0.58 - [0, thick * 0.55, 0]
    tip = (
        root + way * length[:, None] - np.array([0, 1, 0]) * (thick * 0.8 + length * 0.22)[:, None]
    )
    left = middle + side * wide - [0, thick * 0.5, 0]
    right = middle - side * wide - [0, thick * 0.5, 0]
    points = np.stack([root, left, middle, right, tip], 1).reshape(-1, 3)
    first = np.arange(count)[:, None] * 5
    faces = [(0, 2, 1), (0, 3, 2), (1, 2, 4), (2, 3, 4)]
    triangles = np.concatenate([first + face for face in faces])
    normals = np.repeat(unit(way * 0.75 + [0, 0.65, 0]), 5, axis=0)
    shade, sun = np.asarray(leaves.shade), np.asarray(leaves.sun)
    tone = np.array([0.05, 0.55, 0.4, 0.55, 1.0])[None, :, None]
    tone = np.clip(tone * random.uniform(0.7, 1.2, (count, 1, 1)), 0, 1)
    colours = shade + (sun - shade) * tone
    lying = snow * np.array([0.95, 0.5, 1.0, 0.5, 0.75])[None, :, None]
    colours = colours * (1 - lying) + np.array([0.86, 0.90, 0.96]) * lying
    occlusion = np.tile([0.35, 0.8, 0.7, 0.8, 1.0], count)
    return mesh(
        points, triangles, colours.reshape(-1, 3), material=Material.LEAF, normals=normals,
        occlusion=occlusion,
    )  # fmt: skip


def giant(random: np.random.Generator, *, radius: float = 1.5, height: float = 42.0) -> Mesh:
    """Return the trunk of a sequoia: red, fluted, its foot spread into roots."""
    turn = np.arange(30) * (2 * math.pi / 30)
    rise = np.concatenate([[-0.4], height * np.linspace(0, 1, 15) ** 1.9])[:, None]
    flare = 1 + 0.75 * np.exp(-np.maximum(rise, 0) / 1.4)
    phase = random.uniform(0, 6.28, 4)
    flutes = 0.05 * np.sin(turn * 5 + phase[0]) + 0.035 * np.sin(turn * 11 + phase[1] + rise * 0.12)
    roots = 0.2 * np.exp(-np.maximum(rise, 0) / 1.0) * np.sin(turn * 6 + phase[2])
    wide = radius * flare * (1 - 0.5 * rise / height) * (1 + flutes + roots)
    points = np.stack([np.sin(turn) * wide, rise + 0 * wide, np.cos(turn) * wide], -1)
    groove = 0.5 + 0.5 * np.sin(turn * 15 + phase[3] + 0.7 * np.sin(rise * 0.6))
    dark, light = np.asarray(RED[0]), np.asarray(RED[1])
    colours = dark + (light - dark) * (groove * (0.75 + 0.25 * np.sin(turn * 3)))[..., None]
    moss = np.clip(1 - rise / 1.6, 0, 1)[..., None] * np.clip(np.sin(turn * 2), 0, 1)[:, None] * 0.7
    colours = colours * (1 - moss) + np.array([0.06, 0.10, 0.025]) * moss
    shape = sheet(points, colours, material=Material.BARK, around=True)
    shape.colours[:, 3] = np.clip(0.35 + np.repeat(rise, 30) / 2.6, 0.35, 1)
    return shape


def palm(random: np.random.Generator, *, height: float = 6.5) -> Mesh:
    """Return a leaning coconut palm."""
    share = np.linspace(0, 1, 12)
    lean = random.uniform(0.12, 0.3)
    line = np.stack([lean * height * share**2, height * share - 0.2, share * 0], 1)
    radii = 0.17 - 0.07 * share + 0.06 * np.exp(-share * 14)
    bands = np.where(np.arange(12) % 2, 1.0, 0.68)[:, None] * np.array([0.30, 0.22, 0.14])
    trunk = tube(line, radii, bands, material=Material.BARK, sides=8)
    fronds = [
        moved(_frond(random, height * 0.42), line[-1], turn=rotation(0, n * 0.5 + 0.3 * (n % 2), 0))
        for n in range(13)
    ]
    return join([trunk, *fronds])


def _frond(random: np.random.Generator, length: float) -> Mesh:
    """Return one arching palm leaf with separate leaflets, growing along +x."""
    length *= random.uniform(0.85, 1.12)
    lift, droop = random.uniform(0.15, 0.75), random.uniform(0.75, 1.15)
    share = np.linspace(0.06, 1, 15)
    rib = np.stack(
        [length * share * 0.92, length * (lift * share - droop * share**2.1), share * 0], 1
    )
    reach = 0.27 * length * np.sin(np.pi * np.minimum(1, share * 0.86 + 0.12)) + 0.02
    points = []
    step = np.array([length / 30, 0, 0])
    for sign in (-1.0, 1.0):
        tip = rib + np.stack([reach * 0.55, -reach * 0.55, sign * reach], 1)
        points.append(np.stack([rib - step, rib + step, tip], 1))
    base, end = np.array([0.05, 0.13, 0.025]), np.array([0.27, 0.36, 0.07])
    colours = [base + (end - base) * (k * 0.7 + 0.3 * share[:, None]) for k in (0.0, 0.15, 1.0)]
    triangle = np.concatenate(points).reshape(-1, 3)
    colour = np.tile(np.stack(colours, 1), (2, 1, 1)).reshape(-1, 3)
    normal = np.tile([0.15, 1.0, 0.0], (len(triangle), 1))
    return mesh(
        triangle, np.arange(len(triangle)).reshape(-1, 3), colour, material=Material.LEAF,
        normals=normal,
    )  # fmt: skip


def acacia(random: np.random.Generator, leaves: Leafage, *, height: float = 6.0) -> Mesh:
    """Return a flat-topped tree of the savanna."""
    parts = [stem(height * 0.55, height * 0.03, BROWN, lean=random.uniform(-0.2, 0.2), sides=6)]
    masses = []
    for number in range(6):
        turn = number * 1.05 + random.uniform(-0.3, 0.3)
        out = height * random.uniform(0.2, 0.5)
        at = np.array(
            [math.cos(turn) * out, height * random.uniform(0.8, 0.9), math.sin(turn) * out]
        )
        masses.append(((at[0], at[1], at[2]), (height * 0.28, height * 0.06, height * 0.28)))
        parts.append(limb(np.array([0.0, height * 0.45, 0.0]), at, height * 0.016, BROWN, random))
    parts.append(crown(masses, 420, height * 0.036, leaves, random))
    return join(parts)


def bush(
    random: np.random.Generator, leaves: Leafage, *, size: float = 1.0, flowers: Rgb | None = None,
    count: int = 190,
) -> Mesh:  # fmt: skip
    """Return a shrub ``size`` metres high, with flowers if a colour is given."""
    masses = [
        (
            (float(random.normal(0, 0.24)) * size, size * random.uniform(0.3, 0.55),
             float(random.normal(0, 0.24)) * size),
            (size * 0.42, size * 0.36, size * 0.42),
        )
        for _ in range(4)
    ]  # fmt: skip
    parts = [crown(masses, count, size * 0.085, leaves, random)]
    if flowers is not None:
        way = unit(random.normal((0, 0.6, 0), 1, (46, 3))).astype(np.float64)
        at = way * size * 0.52 + [0, size * 0.44, 0]
        tone = random.uniform(0.75, 1.15, (46, 1)) * np.asarray(flowers)
        parts.append(cards(at, way, size * 0.05, tone, random, slender=0.95, loose=0.2))
    return join(parts)
