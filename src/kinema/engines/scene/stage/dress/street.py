"""Street furniture: lamps, lanterns, bins, benches, railings."""

from itertools import pairwise

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe, sphere
from kinema.engines.scene.stage.dress.boxes import block, boxes

IRON: Rgb = (0.03, 0.033, 0.038)
GLOW: Rgb = (4.2, 3.0, 1.5)


def lamp(*, lit: bool) -> Mesh:
    """Return a tall lamp whose arm reaches to +x; its light is at (1.6, 5.5, 0)."""
    head = boxes([(1.5, 5.52, 0)], [(0.9, 0.12, 0.28)], IRON)
    glass = boxes([(1.55, 5.44, 0)], [(0.7, 0.06, 0.2)], GLOW if lit else (0.5, 0.5, 0.48),
                  material=Material.EMISSIVE if lit else Material.SATIN)  # fmt: skip
    return join(
        [
            cone((0, 0, 0), (0, 5.6, 0), 0.09, 0.055, IRON),
            cone((0, 5.55, 0), (1.2, 5.6, 0), 0.045, 0.04, IRON, sides=6),
            cone((0, 0, 0), (0, 0.5, 0), 0.15, 0.11, IRON),
            head,
            glass,
        ]
    )


def lantern(*, lit: bool) -> Mesh:
    """Return an old-fashioned lamp post, 3.4 m high, its light at (0, 3.1, 0)."""
    profile = [
        (0.2, 0),
        (0.2, 0.2),
        (0.1, 0.35),
        (0.06, 0.6),
        (0.045, 2.6),
        (0.09, 2.7),
        (0.05, 2.8),
    ]
    cap = [(0.3, 3.35), (0.06, 3.55), (0.0, 3.62)]
    glass = [(0.11, 2.82), (0.24, 3.34)]
    return join(
        [
            lathe(profile, IRON, sides=10),
            lathe(glass, GLOW if lit else (0.55, 0.55, 0.5), sides=8,
                  material=Material.EMISSIVE if lit else Material.GLOSSY),
            lathe(cap, IRON, sides=8),
        ]
    )  # fmt: skip


def bench(*, wood: Rgb = (0.26, 0.13, 0.06)) -> Mesh:
    """Return a park bench facing +z."""
    slats = [(0, 0.45, -0.16 + 0.11 * n) for n in range(4)]
    back = [(0, 0.62 + 0.13 * n, -0.27 - 0.03 * n) for n in range(3)]
    legs = [(x, 0.22, z) for x in (-0.7, 0.7) for z in (-0.2, 0.2)]
    posts = [(x, 0.65, -0.3) for x in (-0.7, 0.7)]
    return join(
        [
            boxes(slats, (1.7, 0.04, 0.09), wood, material=Material.SATIN),
            boxes(back, (1.7, 0.1, 0.035), wood, material=Material.SATIN),
            boxes(legs, (0.06, 0.45, 0.06), IRON),
            boxes(posts, (0.06, 0.6, 0.05), IRON),
        ]
    )


def hydrant() -> Mesh:
    """Return a red fire hydrant."""
    profile = [
        (0.18, 0),
        (0.18, 0.08),
        (0.12, 0.1),
        (0.12, 0.5),
        (0.16, 0.52),
        (0.15, 0.6),
        (0, 0.75),
    ]
    red: Rgb = (0.55, 0.04, 0.03)
    return join(
        [lathe(profile, red, sides=12), cone((-0.2, 0.38, 0), (0.2, 0.38, 0), 0.06, 0.06, red)]
    )


def bin_(*, colour: Rgb = (0.05, 0.10, 0.07)) -> Mesh:
    """Return a litter bin."""
    profile = [
        (0.2, 0),
        (0.25, 0.1),
        (0.27, 0.8),
        (0.29, 0.82),
        (0.29, 0.88),
        (0.1, 0.98),
        (0, 1.0),
    ]
    return lathe(profile, colour, sides=12)


def planter(random: np.random.Generator) -> Mesh:
    """Return a stone trough."""
    del random
    return block((0, 0, 0), (1.4, 0.55, 0.6), (0.35, 0.33, 0.30))


def fence(
    length: float, *, height: float = 1.0, colour: Rgb = (0.62, 0.60, 0.55), gap: float = 1.9
) -> Mesh:
    """Return a wooden fence along x, its middle at the origin."""
    count = max(2, int(length / gap) + 1)
    x = np.linspace(-length / 2, length / 2, count)
    posts = np.stack([x, np.full(count, height / 2), 0 * x], 1)
    rails = [(0, height * share, 0.05) for share in (0.38, 0.82)]
    return join(
        [
            boxes(posts, (0.11, height, 0.11), colour, grounded=True),
            boxes(rails, (length, 0.11, 0.04), colour),
        ]
    )


def string_lights(
    start: tuple[float, float, float],
    end: tuple[float, float, float],
    *,
    count: int = 16,
    sag: float = 0.6,
) -> Mesh:
    """Return a cable with warm bulbs between two points."""
    share = np.linspace(0, 1, count)[:, None]
    points = np.asarray(start) * (1 - share) + np.asarray(end) * share
    points[:, 1] -= sag * 4 * share[:, 0] * (1 - share[:, 0])
    bulbs = [
        sphere(
            (p[0], p[1] - 0.06, p[2]),
            0.05,
            (5.0, 3.2, 1.3),
            material=Material.EMISSIVE,
            rings=4,
            sides=6,
        )
        for p in points
    ]
    wires = [cone(tuple(a), tuple(b), 0.01, 0.01, IRON, sides=3) for a, b in pairwise(points)]
    return join([*bulbs, *wires])


def stripes(
    x: float,
    z_from: float,
    z_to: float,
    *,
    wide: float = 0.14,
    dash: float = 2.4,
    gap: float = 2.4,
    y: float = 0.012,
    colour: Rgb = (0.55, 0.52, 0.45),
) -> Mesh:
    """Return dashes on a road along z."""
    starts = np.arange(z_from, z_to, dash + gap)
    corners, faces = [], []
    for number, z in enumerate(starts):
        corners += [
            (x - wide / 2, y, z),
            (x + wide / 2, y, z),
            (x + wide / 2, y, z + dash),
            (x - wide / 2, y, z + dash),
        ]
        first = number * 4
        faces += [(first, first + 2, first + 1), (first, first + 3, first + 2)]
    return mesh(corners, faces, colour, normals=np.tile([0.0, 1, 0], (len(corners), 1)))
