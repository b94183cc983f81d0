"""Markings: masks, stripes, spots, patches and rings, as functions of a surface and its colours.

All are in the creature's own space at rest, so they stay where they are when it moves.
"""

import zlib

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.creatures.draft import Paint
from kinema.engines.scene.shape.part import Doubles, Point
from kinema.engines.scene.shape.sdf import Surface


def over(colours: Doubles, colour: Rgb, share: Doubles) -> Doubles:
    """Return the colours covered by another, by (n,) shares from 0 to 1."""
    part = np.clip(share, 0.0, 1.0)[:, None]
    return np.asarray(colours * (1 - part) + np.asarray(colour) * part)


def stamp(middle: Point, radii: Point, colour: Rgb, *, soft: float = 0.2) -> Paint:
    """Cover an ellipsoid; its rim fades over ``soft`` of its radius."""

    def paint(shape: Surface, colours: Doubles) -> Doubles:
        away = np.linalg.norm((shape.points - np.asarray(middle)) / np.asarray(radii), axis=1)
        return over(colours, colour, (1 + soft - away) / (2 * soft))

    return paint


def belly(colour: Rgb, *, below: float, fade: float) -> Paint:
    """Cover what faces down and lies below a height (metres)."""

    def paint(shape: Surface, colours: Doubles) -> Doubles:
        facing = np.clip(-shape.normals[:, 1] * 1.6 + 0.1, 0, 1)
        low = np.clip((below - shape.points[:, 1]) / fade + 0.5, 0, 1)
        return over(colours, colour, facing * low)

    return paint


def stripes(colour: Rgb, *, width: float, keep_below: float, wobble: float, seed: int) -> Paint:
    """Cover bands across the length, ``width`` metres apart, bent by noise; none on the belly."""

    def paint(shape: Surface, colours: Doubles) -> Doubles:
        y, z = shape.points.T[1:]
        bend = waves(shape.points / (4 * width), seed) * wobble
        phase = (z + 0.35 * y * np.sign(z) + bend * width) * (2 * np.pi / width)
        band = np.clip(np.sin(phase) * 3 + 0.4, 0, 1)
        low = np.clip((y - keep_below) / (1.5 * width), 0, 1)
        return over(colours, colour, band * low)

    return paint


def spots(colour: Rgb, *, size: float, amount: float, seed: int, above: float = -1e9) -> Paint:
    """Cover round spots of about ``size`` metres; ``amount`` from 0 to 1 is how much is covered."""

    def paint(shape: Surface, colours: Doubles) -> Doubles:
        nearest, _ = cells(shape.points / size, seed)
        edge = 0.3 + 0.45 * amount
        share = np.clip((edge - nearest) * 6, 0, 1) * np.clip(
            (shape.points[:, 1] - above) / size, 0, 1
        )
        return over(colours, colour, share)

    return paint


def net(colour: Rgb, *, size: float, line: float, seed: int) -> Paint:
    """Cover the lines between cells, as on a giraffe; ``line`` is their share of a cell."""

    def paint(shape: Surface, colours: Doubles) -> Doubles:
        nearest, second = cells(shape.points / size, seed)
        return over(colours, colour, (line - (second - nearest)) * 8 + 0.5)

    return paint


def patches(colour: Rgb, *, size: float, amount: float, seed: int) -> Paint:
    """Cover large patches with wavy edges, as on a cow."""

    def paint(shape: Surface, colours: Doubles) -> Doubles:
        return over(colours, colour, (waves(shape.points / size, seed) + 2 * amount - 1) * 9 + 0.5)

    return paint


def shade(colour: Rgb, *, top: float, bottom: float) -> Paint:
    """Cover from nothing at height ``bottom`` to everything at ``top`` (metres), or upside down."""

    def paint(shape: Surface, colours: Doubles) -> Doubles:
        return over(colours, colour, (shape.points[:, 1] - bottom) / (top - bottom))

    return paint


def mottled(strength: float, *, size: float, seed: int) -> Paint:
    """Vary the brightness softly, so that no coat is one flat colour."""

    def paint(shape: Surface, colours: Doubles) -> Doubles:
        return np.asarray(colours * (1 + strength * waves(shape.points / size, seed))[:, None])

    return paint


def waves(points: Doubles, seed: int) -> Doubles:
    """Return (n,) smooth noise from -1 to 1 whose bumps are about 1 wide."""
    random = _random("waves", seed)
    total = np.zeros(len(points))
    for _ in range(9):
        direction = random.normal(size=3)
        direction *= random.uniform(2.2, 4.4) / np.linalg.norm(direction)
        total += np.sin(points @ direction + random.uniform(0, 2 * np.pi))
    return np.clip(total / 4.2, -1, 1)


def cells(points: Doubles, seed: int) -> tuple[Doubles, Doubles]:
    """Return (n,) distances to the nearest and second nearest of random points, one a unit cube."""
    corner = np.floor(points)
    found = []
    for offset in np.ndindex(3, 3, 3):
        cube = corner + np.asarray(offset) - 1
        found.append(np.linalg.norm(points - cube - _scatter(cube, seed), axis=1))
    nearest = np.partition(np.stack(found), 1, axis=0)
    return nearest[0], nearest[1]


def _scatter(cube: Doubles, seed: int) -> Doubles:
    """Return (n, 3) numbers from 0.1 to 0.9 that depend on the cube alone."""
    wave = cube @ np.array([[127.1, 269.5, 419.2], [311.7, 183.3, 371.9], [74.7, 246.1, 101.3]])
    return np.asarray(0.1 + 0.8 * np.modf(np.abs(np.sin(wave + seed % 1009) * 43758.5453))[0])


def _random(role: str, seed: int) -> np.random.Generator:
    key = (zlib.crc32(role.encode()),)
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=key))
