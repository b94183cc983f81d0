"""What covers the ground: grass, flowers, ferns, reeds, mushrooms."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import lathe, tube
from kinema.engines.scene.stage.dress.foliage import cards
from kinema.engines.scene.stage.land import Relief
from kinema.engines.scene.stage.noise import value_noise
from kinema.engines.scene.stage.scatter import Area

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sward:
    """A kind of grass.

    Attributes:
        height: Shortest and longest blade, metres.
        root: Colour at the ground, linear; near that of the ground hides where it ends.
        tip: Colour at the tip.
        width: Half a blade's width, metres.
        clumps: From 0, even, to 1, in tufts.
        lean: How far blades bend, a share of their height.
    """

    height: tuple[float, float]
    root: Rgb
    tip: Rgb
    width: float = 0.007
    clumps: float = 0.5
    lean: float = 0.35


LAWN = Sward(height=(0.03, 0.08), root=(0.045, 0.12, 0.02), tip=(0.16, 0.31, 0.06), clumps=0.2)
GRASS = Sward(height=(0.08, 0.24), root=(0.04, 0.10, 0.018), tip=(0.22, 0.36, 0.07))
TALL = Sward(height=(0.2, 0.5), root=(0.045, 0.10, 0.02), tip=(0.27, 0.38, 0.09), width=0.016)
FOREST = Sward(height=(0.06, 0.22), root=(0.03, 0.07, 0.015), tip=(0.20, 0.33, 0.06), clumps=0.75)
DRY = Sward(height=(0.15, 0.45), root=(0.22, 0.14, 0.05), tip=(0.60, 0.44, 0.17), clumps=0.55)
WHEAT = Sward(height=(0.55, 0.85), root=(0.30, 0.18, 0.05), tip=(0.80, 0.56, 0.16), width=0.017)
LAVENDER = Sward(
    height=(0.32, 0.56), root=(0.07, 0.13, 0.05), tip=(0.42, 0.24, 0.78), width=0.016, clumps=0.0
)
FROSTED = Sward(height=(0.05, 0.18), root=(0.5, 0.55, 0.6), tip=(0.75, 0.8, 0.85), clumps=0.9)


def near_more(
    random: np.random.Generator, count: int, area: Area, *, viewer: float
) -> tuple[Values, Values]:
    """Return x and z of points that are denser towards the camera, which is at z = ``viewer``."""
    far = max(viewer - area.far, 1.0)
    away = 0.8 * (far / 0.8) ** (random.uniform(0, 1, count) ** 0.62)
    half = np.minimum(0.6 + away * 0.75, (area.right - area.left) / 2)
    x = (area.left + area.right) / 2 + random.uniform(-1, 1, count) * half
    return x, viewer - away


def grass(
    random: np.random.Generator, relief: Relief, x: Values, z: Values, sward: Sward, *,
    height: npt.ArrayLike = 1.0,
) -> Mesh:  # fmt: skip
    """Return blades at the points where tufts grow; ``height`` multiplies theirs (one or n)."""
    tuft = value_noise(x * 0.55, z * 0.55, 77) > sward.clumps * random.uniform(0.5, 1.15, len(x))
    scale = np.broadcast_to(np.asarray(height, np.float64), len(x))
    keep = tuft & (scale > 0.02)
    x, z, scale = x[keep], z[keep], scale[keep]
    count = len(x)
    tall = random.uniform(*sward.height, count) * scale
    turn = random.uniform(0, 2 * math.pi, count)
    wide = sward.width * (0.6 + 1.2 * tall / sward.height[1])
    away = np.hypot(x, z - 6)
    wide = wide * (1 + away * 0.09)
    foot = np.stack([x, relief(x, z) - 0.01, z], 1)
    across = np.stack([np.cos(turn) * wide, 0 * wide, np.sin(turn) * wide], 1)
    bend = random.normal(0, sward.lean, (count, 2)) * tall[:, None]
    top = foot + np.stack([bend[:, 0], tall, bend[:, 1]], 1)
    corners = np.stack([foot - across, foot + across, top], 1).reshape(-1, 3)
    tone = random.uniform(0.72, 1.22, (count, 1, 1))
    both = np.stack([sward.root, sward.root, sward.tip])[None] * tone
    return mesh(
        corners, np.arange(3 * count).reshape(-1, 3), both.reshape(-1, 3), material=Material.LEAF,
        normals=np.tile([0.0, 1.0, 0.15], (3 * count, 1)), occlusion=np.tile([0.5, 0.5, 1], count),
    )  # fmt: skip


POPPY: Rgb = (0.75, 0.05, 0.025)
DAISY: Rgb = (0.88, 0.86, 0.80)
BUTTERCUP: Rgb = (0.88, 0.62, 0.03)
CORNFLOWER: Rgb = (0.12, 0.18, 0.75)
LILAC: Rgb = (0.42, 0.22, 0.68)
ROSE: Rgb = (0.80, 0.16, 0.30)
TULIP: Rgb = (0.82, 0.12, 0.10)
MEADOW: tuple[Rgb, ...] = (DAISY, BUTTERCUP, POPPY, CORNFLOWER, LILAC)


def flowers(
    random: np.random.Generator, relief: Relief, x: Values, z: Values, colours: tuple[Rgb, ...], *,
    height: float = 0.25, size: float = 0.035,
) -> Mesh:  # fmt: skip
    """Return a flower a point: a stalk, a cup of five petals and a heart. 12 triangles each."""
    count = len(x)
    patch = (value_noise(x * 0.3, z * 0.3, 31) * len(colours) * 1.6).astype(int) % len(colours)
    choice = np.where(random.random(count) < 0.6, patch, random.integers(0, len(colours), count))
    colour = np.asarray(colours)[choice] * random.uniform(0.8, 1.15, (count, 1))
    tall = height * random.uniform(0.55, 1.15, count)
    foot = np.stack([x, relief(x, z), z], 1)
    lean = random.normal(0, 0.12, (count, 2)) * tall[:, None]
    head = foot + np.stack([lean[:, 0], tall, lean[:, 1]], 1)
    return join([_stalks(foot, head, size), _petals(random, head, colour, size)])


def _stalks(foot: Values, head: Values, size: float) -> Mesh:
    across = np.array([size * 0.1, 0.0, size * 0.06])
    corners = np.stack([foot - across, foot + across, head], 1).reshape(-1, 3)
    return mesh(
        corners, np.arange(len(corners)).reshape(-1, 3), (0.09, 0.2, 0.03), material=Material.LEAF,
        normals=np.tile([0.0, 1.0, 0.3], (len(corners), 1)),
    )  # fmt: skip


def _petals(random: np.random.Generator, head: Values, colour: Values, size: float) -> Mesh:
    count = len(head)
    sizes = size * random.uniform(0.75, 1.25, count)
    nod = random.normal((0, 0.5), 0.45, (count, 2))
    axis = np.stack([nod[:, 0], np.ones(count), nod[:, 1]], 1)
    axis /= np.linalg.norm(axis, axis=1, keepdims=True)
    side = np.cross(axis, [0.31, 0.1, 0.9])
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    up = np.cross(axis, side)
    points, shade = [head], [colour * 0.45]
    for petal in range(5):
        for turn, reach in ((-0.5, 0.85), (0.0, 1.05), (0.5, 0.85)):
            angle = petal * 2 * math.pi / 5 + turn
            out = side * math.cos(angle) + up * math.sin(angle)
            points.append(head + (out * reach + axis * 0.45) * sizes[:, None])
            shade.append(colour)
    corners = np.stack(points, 1)
    first = np.arange(count)[:, None] * 16
    fans = [(0, 1 + p * 3 + k, 2 + p * 3 + k) for p in range(5) for k in range(2)]
    return mesh(
        corners.reshape(-1, 3), np.concatenate([first + fan for fan in fans]),
        np.stack(shade, 1).reshape(-1, 3), material=Material.LEAF,
        normals=np.repeat(axis * 0.5 + [0, 0.5, 0.2], 16, axis=0),
    )  # fmt: skip


def fern(random: np.random.Generator, *, size: float = 0.8) -> Mesh:
    """Return a fern: arching fronds with pinnae, about 220 triangles."""
    parts = []
    for number in range(9):
        length = size * random.uniform(0.75, 1.1)
        share = np.linspace(0.08, 1, 12)
        rib = np.stack([length * share, length * (0.95 * share - 0.85 * share**2), np.zeros(12)], 1)
        reach = length * 0.2 * np.sin(np.pi * (share * 0.8 + 0.16)) * (1.05 - share)
        step = np.array([length / 26, 0, 0])
        sides = [
            np.stack(
                [rib - step, rib + step,
                 rib + np.stack([reach * 0.4, -reach * 0.25, sign * (reach + 0.01)], 1)], 1)
            for sign in (-1.0, 1.0)
        ]  # fmt: skip
        corners = np.concatenate(sides).reshape(-1, 3)
        tone = np.tile(np.repeat(share, 3), 2)[:, None]
        dark, light = np.array([0.025, 0.075, 0.015]), np.array([0.19, 0.33, 0.06])
        leaf = mesh(
            corners, np.arange(len(corners)).reshape(-1, 3), dark + (light - dark) * tone,
            material=Material.LEAF, normals=np.tile([0.2, 1, 0], (len(corners), 1)),
            occlusion=np.clip(0.4 + tone[:, 0], 0, 1),
        )  # fmt: skip
        turn = number * 2 * math.pi / 9 + random.uniform(-0.25, 0.25)
        parts.append(moved(leaf, turn=rotation(0, turn, random.uniform(-0.1, 0.25))))
    return join(parts)


def reeds(random: np.random.Generator, *, height: float = 1.5, count: int = 26) -> Mesh:
    """Return a stand of reeds with a few bulrush heads."""
    x, z = np.clip(random.normal(0, 0.26, (2, count)), -0.45, 0.45)
    tall = height * random.uniform(0.55, 1.1, count)
    foot = np.stack([x, np.full(count, -0.3), z], 1)
    bend = random.normal(0, 0.13, (count, 2)) * tall[:, None]
    top = np.stack([x + bend[:, 0], tall, z + bend[:, 1]], 1)
    turn = random.uniform(0, 3.14, count)
    wide = np.stack([np.cos(turn), 0 * turn, np.sin(turn)], 1) * 0.014
    middle = foot * 0.4 + top * 0.6 - np.stack([bend[:, 0], 0 * tall, bend[:, 1]], 1) * 0.2
    corners = np.stack([foot - wide, foot + wide, middle - wide, middle + wide, top], 1)
    first = np.arange(count)[:, None] * 5
    faces = [(0, 1, 3), (0, 3, 2), (2, 3, 4)]
    tone = np.array([[0.06, 0.09, 0.03], [0.06, 0.09, 0.03], [0.2, 0.26, 0.08], [0.2, 0.26, 0.08],
                     [0.42, 0.40, 0.16]])  # fmt: skip
    blades = mesh(
        corners.reshape(-1, 3), np.concatenate([first + face for face in faces]),
        np.tile(tone, (count, 1)), material=Material.LEAF,
        normals=np.tile([0.1, 0.8, 0.5], (count * 5, 1)),
    )  # fmt: skip
    heads = [
        tube([top[n] - [0, 0.2, 0], top[n]], 0.022, (0.12, 0.055, 0.02), sides=5,
             material=Material.CLOTH)
        for n in range(0, count, 6)
    ]  # fmt: skip
    return join([blades, *heads])


def mushroom(*, size: float = 0.14, cap: Rgb = (0.62, 0.05, 0.03)) -> Mesh:
    """Return a toadstool."""
    profile = [
        (0.16, -0.1),
        (0.13, 0.5),
        (0.12, 0.62),
        (0.55, 0.6),
        (0.5, 0.78),
        (0.3, 0.95),
        (0, 1),
    ]
    stalk: Rgb = (0.75, 0.70, 0.6)
    colours = [stalk, stalk, stalk, stalk, cap, cap, cap]
    return lathe([(r * size, h * size) for r, h in profile], colours, sides=12)


def litter(
    random: np.random.Generator, relief: Relief, x: Values, z: Values, colours: tuple[Rgb, ...], *,
    size: float = 0.04,
) -> Mesh:  # fmt: skip
    """Return fallen leaves or petals lying at the points."""
    at = np.stack([x, relief(x, z) + 0.012, z], 1)
    colour = np.asarray(colours)[random.integers(0, len(colours), len(x))]
    colour = colour * random.uniform(0.6, 1.1, (len(x), 1))
    up = np.tile([0.0, 1.0, 0.0], (len(x), 1))
    shape = cards(at, up, size * random.uniform(0.7, 1.3, len(x)), colour, random, loose=1.0)
    flat = shape.vertices.reshape(-1, 4, 3)
    flat[:, :, 1] = at[:, None, 1] + (flat[:, :, 1] - at[:, None, 1]) * 0.15
    return shape
