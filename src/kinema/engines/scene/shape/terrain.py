"""Land as single things: mountains with ridges and snow, icebergs."""

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import flat, mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.noise import fractal, ridges
from kinema.engines.scene.shape.objects.solid import ball, grid

Values = npt.NDArray[np.float64]

SNOW: Rgb = (0.86, 0.9, 0.95)


def disc(columns: int, rows: int) -> tuple[Values, Values, npt.NDArray[np.int64]]:
    """Return bearing and share of the radius (n,) of a disc's points, and its triangles."""
    bearing, share = np.meshgrid(
        np.arange(columns) * (2 * np.pi / columns), np.linspace(0, 1, rows) ** 0.9, indexing="ij"
    )
    return bearing.ravel(), share.ravel(), grid(columns, rows, around=True)


def mountain(*, width: float, height: float, snow: float, rock: Rgb, seed: int = 7) -> Mesh:
    """Return a peak that stands on y = 0.

    Args:
        width: Across its foot, metres.
        height: Metres.
        snow: Share of the height above which snow lies; 1 is none.
        rock: Linear colour of what is bare.
        seed: Another seed is another mountain.
    """
    bearing, share, triangles = disc(110, 64)
    x, z = np.sin(bearing) * share, np.cos(bearing) * share
    place = np.stack([x * 1.9, np.zeros_like(x), z * 1.9], 1)
    crest = ridges(place, seed)
    spread = fractal(np.stack([np.sin(bearing), 0 * bearing, np.cos(bearing)], 1) * 1.3, seed + 2)
    base = np.clip(1 - share * (0.72 + 0.56 * spread), 0, 1) * np.clip((1 - share) * 5, 0, 1)
    rough = crest * np.clip(share * 3.5, 0.25, 1)
    rise = base**1.25 * (0.7 + 0.45 * rough) + 0.14 * (rough - 0.4) * base**0.5
    rise = np.clip(rise, 0, None) / rise.max()
    points = np.stack([x * width / 2, rise * height, z * width / 2], 1)
    shape = mesh(points, triangles, rock, material=Material.MATTE)
    return snowed(shape, rise, snow, rock, fractal(place * 4, seed + 5))


def snowed(shape: Mesh, rise: Values, snow: float, rock: Rgb, grain: Values) -> Mesh:
    """Return a mountain in its colours: rock by height and grain, snow where it can lie."""
    steep = 1 - shape.normals[:, 1]
    line = rise + (grain - 0.5) * 0.25 - steep * 0.45
    white = np.clip((line - snow + 0.22) / 0.06, 0, 1)[:, None]
    bare = np.array(rock) * (0.6 + 0.8 * grain)[:, None]
    colours = np.concatenate([bare * (1 - white) + np.array(SNOW) * white, np.ones_like(white)], 1)
    covered = white[shape.triangles].mean(axis=(1, 2)) > 0.5
    return Mesh(
        vertices=shape.vertices,
        normals=shape.normals,
        colours=colours.astype(np.float32),
        triangles=shape.triangles,
        materials=np.where(covered, Material.SNOW, Material.MATTE).astype(np.uint8),
    )


def iceberg(*, width: float, height: float, top: Rgb, low: Rgb, seed: int = 3) -> Mesh:
    """Return a floe whose water line is y = 0: a flat shelf in front, a peak at the back."""
    bearing, share, triangles = disc(34, 15)
    reach = 1 + 0.22 * (
        fractal(np.stack([np.sin(bearing), 0 * bearing, np.cos(bearing)], 1) * 1.4, seed) - 0.5
    )
    x, z = np.sin(bearing) * share * reach, np.cos(bearing) * share * reach
    lumps = ridges(np.stack([x * 2.1, 0 * x, z * 2.1], 1), seed + 1)
    away = np.hypot(x + 0.12, z + 0.42)
    peak = np.clip(1 - away / 0.62, 0, 1) ** 0.8 * (0.55 + 0.7 * lumps)
    shelf = 0.16 + 0.05 * lumps
    y = np.where(share > 0.97, -0.25, np.maximum(shelf, peak))
    y = np.where((share > 0.9) & (share <= 0.97), shelf * 0.75, y)
    points = np.stack([x * width / 2, y * height, z * width / 2], 1)
    tint = np.clip(y / 0.2, 0, 1)[:, None]
    colours = np.array(low) * (1 - tint) + np.array(top) * tint
    return flat(mesh(points, triangles, colours, material=Material.SNOW))


def rock(*, width: float, height: float, colour: Rgb, seed: int = 5) -> Mesh:
    """Return a boulder that stands on y = 0, its faces flat."""
    stone = ball((1.0, 1.0, 1.0), 22)
    lumps = 0.72 + 0.75 * fractal(stone.vertices * 1.25, seed, 3)
    cut = np.round(lumps * 7) / 7 * 0.5 + lumps * 0.5
    points = stone.vertices * cut[:, None] * np.array([width / 2, height / 1.6, width / 2.3])
    points[:, 1] = np.maximum(points[:, 1] + height * 0.3, 0)
    grain = 0.75 + 0.5 * fractal(stone.vertices * 3, seed + 1, 3)
    return flat(mesh(points, stone.triangles, np.array(colour) * grain[:, None]))
