"""Stones, boulders, crags and ice: icospheres pushed about by noise."""

import math
from functools import cache

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import flat, mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.land import mixed

Values = npt.NDArray[np.float64]


@cache
def ball(halvings: int) -> tuple[Values, npt.NDArray[np.int64]]:
    """Return vertices (n, 3) and triangles of a sphere made of an icosahedron."""
    golden = (1 + math.sqrt(5)) / 2
    points = np.array(
        [(-1, golden, 0), (1, golden, 0), (-1, -golden, 0), (1, -golden, 0), (0, -1, golden),
         (0, 1, golden), (0, -1, -golden), (0, 1, -golden), (golden, 0, -1), (golden, 0, 1),
         (-golden, 0, -1), (-golden, 0, 1)])  # fmt: skip
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    triangles = np.array(
        [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4),
         (11, 10, 2), (10, 7, 6), (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8),
         (3, 8, 9), (4, 9, 5), (2, 4, 11), (6, 2, 10), (8, 6, 7), (9, 8, 1)])  # fmt: skip
    for _ in range(halvings):
        points, triangles = _halved(points, triangles)
    return points, triangles


def _halved(
    points: Values, triangles: npt.NDArray[np.int64]
) -> tuple[Values, npt.NDArray[np.int64]]:
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    unique, inverse = np.unique(np.sort(edges, 1), axis=0, return_inverse=True)
    middles = points[unique].mean(1)
    middles /= np.linalg.norm(middles, axis=1, keepdims=True)
    number = inverse.reshape(3, -1) + len(points)
    a, b, c = triangles.T
    ab, bc, ca = number
    parts = [(a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca)]
    return np.concatenate([points, middles]), np.concatenate([np.stack(p, 1) for p in parts])


def _lumps(random: np.random.Generator, way: Values, waves: int, pitch: float) -> Values:
    total = np.zeros(len(way))
    for wave in range(waves):
        direction = random.normal(size=3) * pitch * 1.45**wave
        total += np.sin(way @ direction + random.uniform(0, 6.28)) * 0.68**wave
    return total


def rock(
    random: np.random.Generator,
    *,
    size: float = 1.0,
    squash: tuple[float, float, float] = (1.0, 0.65, 0.9),
    dark: Rgb = (0.09, 0.085, 0.08),
    light: Rgb = (0.26, 0.25, 0.23),
    cover: Rgb | None = None,
    material: Material = Material.MATTE,
    detail: int = 2,
    facets: bool = True,
) -> Mesh:
    """Return a boulder ``size`` metres in radius; ``cover`` (moss, snow) lies on its top.

    ``detail`` 1 has 80 triangles, 2 has 320 and 3 has 1,280.
    """
    way, triangles = ball(detail)
    push = 1 + 0.16 * _lumps(random, way, 5, 1.5)
    for _ in range(5):
        plane = random.normal(size=3)
        plane /= np.linalg.norm(plane)
        push = np.minimum(push, random.uniform(0.72, 0.95) / np.maximum(way @ plane, 0.05))
    points = way * push[:, None] * size * np.asarray(squash)
    share = np.clip(0.5 + 0.35 * way[:, 1] + 0.16 * _lumps(random, way, 4, 4.0), 0, 1)
    colours = mixed(dark, light, share)
    if cover is not None:
        colours = mixed_rows(colours, cover, np.clip((way[:, 1] - 0.25) * 3 + 0.4 * share, 0, 1))
    shape = mesh(
        points, triangles, colours, material=material,
        occlusion=np.clip(0.75 + 0.6 * way[:, 1], 0.3, 1),
    )  # fmt: skip
    return flat(shape) if facets else shape


def mixed_rows(rows: Values, other: Rgb, share: Values) -> Values:
    """Return (n, 3) colours moved towards one other by shares (n,)."""
    return np.asarray(rows * (1 - share[:, None]) + np.asarray(other) * share[:, None], np.float64)


def globe(
    random: np.random.Generator, radius: float, bands: tuple[Rgb, Rgb, Rgb], *, detail: int = 4
) -> Mesh:
    """Return a gas planet, striped between three colours."""
    way, triangles = ball(detail)
    wobble = 0.05 * _lumps(random, way, 5, 3.0)
    stripe = 0.5 + 0.5 * np.sin((way[:, 1] + wobble) * 11) * np.cos(way[:, 1] * 5)
    colours = mixed(bands[0], bands[1], stripe)
    colours = mixed_rows(
        colours, bands[2], np.clip(np.sin(way[:, 1] * 23 + wobble * 9), 0, 1) * 0.5
    )
    return mesh(way * radius, triangles, colours, normals=way)


def earth(random: np.random.Generator, radius: float) -> Mesh:
    """Return our planet from afar: seas, land, ice at the poles and swirls of cloud."""
    way, triangles = ball(5)
    height = _lumps(random, way, 7, 1.7)
    height = (height - height.mean()) / height.std()
    sky = _lumps(random, way * np.array([1, 2.4, 1]), 7, 2.6)
    sky = (sky - sky.mean()) / sky.std()
    pole = np.abs(way[:, 1] + 0.03 * height)
    colours = mixed((0.012, 0.07, 0.26), (0.03, 0.16, 0.38), np.clip(height + 0.8, 0, 1))
    coast = np.clip((height - 0.25) * 6, 0, 1)
    soil = mixed((0.05, 0.16, 0.035), (0.36, 0.27, 0.13), np.clip((height - 0.7) * 1.3, 0, 1))
    colours = colours * (1 - coast[:, None]) + soil * coast[:, None]
    colours = mixed_rows(colours, (0.85, 0.9, 0.95), np.clip((pole - 0.84) * 14, 0, 1))
    colours = mixed_rows(colours, (0.95, 0.96, 0.98), np.clip((sky - 0.45) * 1.5, 0, 0.95))
    return mesh(way * radius, triangles, colours, normals=way)


def berg(random: np.random.Generator, *, radius: float, height: float, spires: int = 4) -> Mesh:
    """Return an iceberg: a plateau with crags, blue towards the water; its foot is below y = 0."""
    turn = np.linspace(0, 2 * math.pi, 41)[:-1]
    ring = np.linspace(0, 1, 14)
    out, angle = np.meshgrid(ring, turn, indexing="ij")
    edge = radius * (1 + 0.14 * np.sin(angle * 3 + random.uniform(0, 6)) + 0.07 * np.sin(angle * 7))
    x, z = np.sin(angle) * out * edge, np.cos(angle) * out * edge
    y = height * 0.18 * (1 - out**6)
    for _ in range(spires):
        a, r = random.uniform(0, 6.28), radius * random.uniform(0.2, 0.7)
        wide = radius * random.uniform(0.16, 0.34)
        lean, u, v = random.uniform(0, 6.28), x - math.sin(a) * r, z - math.cos(a) * r
        p, q = u * math.cos(lean) + v * math.sin(lean), v * math.cos(lean) - u * math.sin(lean)
        slope = np.maximum(np.abs(p) * random.uniform(0.8, 1.3), np.abs(q + 0.35 * p)) / wide
        y = np.maximum(y, height * random.uniform(0.5, 1.0) * (1 - slope))
    y = np.where(out > 0.97, -1.6, y)
    points = np.stack([x, y, z], -1)
    share = np.clip(y / (height * 0.35), 0, 1)[..., None]
    colours = np.array([0.18, 0.46, 0.60]) * (1 - share) + np.array([0.82, 0.9, 0.96]) * share
    rows, columns = out.shape
    row, column = np.meshgrid(np.arange(rows - 1), np.arange(columns), indexing="ij")
    here, beside = (
        (row * columns + column).ravel(),
        (row * columns + (column + 1) % columns).ravel(),
    )
    above, across = here + columns, beside + columns
    triangles = np.concatenate(
        [np.stack([here, above, across], 1), np.stack([here, across, beside], 1)]
    )
    return flat(
        mesh(points.reshape(-1, 3), triangles, colours.reshape(-1, 3), material=Material.SNOW)
    )
