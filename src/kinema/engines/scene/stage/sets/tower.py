"""A great tower over a park."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import foliage, masonry, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, HILLS, broadleaves, shrubs
from kinema.engines.scene.stage.sets.landmark import with_landmark


def tower(brief: Brief) -> Place:
    """Build a great tower over a park: lattice, leaning or with a clock."""
    away = 180.0 + brief.clear * 4
    shape, height, tilt = _clock_tower(lit=brief.lamps), 46.0, 0.0
    if brief.wants("eiffel", "paris", "lattice"):
        shape, height = _lattice(lit=brief.lamps), 62.0
    if brief.wants("pisa"):
        shape, height, tilt = _leaning(), 42.0, 0.075
    spec = Country(
        roll=0.5, vista=0.1, soil=GREEN, track=(0.36, 0.31, 0.23), sward=undergrowth.LAWN,
        flowers=undergrowth.MEADOW[:2], blooms=200,
        plantings=(*broadleaves(brief), shrubs(foliage.DEEP)),
        ranges=(HILLS,),
    )  # fmt: skip
    place = country(spec, brief)
    return with_landmark(
        place,
        [put(solid("tower", shape), (5, 0, -away), tilt=tilt, yaw=0.3)],
        (5.0, height * 0.5, -away),
    )


def _clock_tower(*, lit: bool) -> Mesh:
    stone: Rgb = (0.52, 0.42, 0.26)
    face = (3.2, 2.8, 1.9) if lit else (0.78, 0.76, 0.68)
    light = Material.EMISSIVE if lit else Material.SATIN
    parts = [
        masonry.coursed(boxes([(0, 4.0 * n + 2, 0) for n in range(8)], (7.6, 4.0, 7.6), stone), 2)
    ]
    parts.append(
        boxes(
            [(x, 16, z) for x in (-3.6, -1.2, 1.2, 3.6) for z in (-3.95, 3.95)],
            (0.5, 32, 0.4),
            np.asarray(stone) * 1.15,
        )
    )
    parts.append(boxes([(0, 35.5, 0)], [(8.8, 7.0, 8.8)], np.asarray(stone) * 1.1))
    parts.append(boxes([(0, 32.1, 0), (0, 39.1, 0)], (9.4, 0.6, 9.4), (0.5, 0.36, 0.12)))
    for turn in range(4):
        dial = lathe([(2.9, 0), (2.9, 0.2), (0, 0.22)], face, sides=28, material=light)
        dial = moved(dial, (0, 35.5, 4.35), turn=rotation(math.pi / 2, 0, 0))
        hands = boxes(
            [(0.0, 36.5, 4.65), (0.7, 35.2, 4.65)],
            [(0.18, 2.3, 0.06), (1.6, 0.22, 0.06)],
            (0.03, 0.03, 0.04),
        )
        parts.append(moved(join([dial, hands]), turn=rotation(0, turn * math.pi / 2, 0)))
    parts.append(
        lathe(
            [(6.2, 39.3), (4.2, 43), (3.0, 43.4), (2.6, 46), (1.4, 50), (0.2, 56), (0, 58)],
            (0.10, 0.14, 0.15),
            sides=4,
        )
    )
    return join(parts)


def _lattice(*, lit: bool) -> Mesh:
    """Return a lattice tower of four curved legs, 64 m high."""
    iron: Rgb = (0.85, 0.5, 0.18) if lit else (0.17, 0.11, 0.075)
    material = Material.EMISSIVE if lit else Material.MATTE
    levels = np.linspace(0, 1, 15)
    half = 11.5 * (1 - levels) ** 2.1 + 0.5
    y = levels * 58
    parts = []
    corners = [(1, 1), (-1, 1), (-1, -1), (1, -1)]
    for n in range(14):
        thick = 0.55 * (1 - levels[n]) + 0.14
        for k, (sx, sz) in enumerate(corners):
            a, b = (
                (sx * half[n], y[n], sz * half[n]),
                (sx * half[n + 1], y[n + 1], sz * half[n + 1]),
            )
            parts.append(cone(a, b, thick, thick * 0.9, iron, sides=4, material=material))
            tx, tz = corners[(k + 1) % 4]
            across = (tx * half[n + 1], y[n + 1], tz * half[n + 1])
            if n > 1:
                parts.append(
                    cone(a, across, thick * 0.35, thick * 0.35, iron, sides=3, material=material)
                )
    decks = [(0, y[4], 0), (0, y[8], 0), (0, y[13], 0)]
    sizes = [
        (half[4] * 2.5, 1.0, half[4] * 2.5),
        (half[8] * 2.8, 0.8, half[8] * 2.8),
        (2.6, 1.2, 2.6),
    ]
    parts.append(boxes(decks, sizes, np.asarray(iron) * 0.8, material=material))
    parts.append(cone((0, 58, 0), (0, 66, 0), 0.3, 0.06, iron, material=material))
    return join(parts)


def _leaning() -> Mesh:
    marble: Rgb = (0.68, 0.65, 0.58)
    parts = []
    for n in range(8):
        y, high = 5.2 * n, 5.2
        radius = 5.6 if n < 7 else 4.3
        parts.append(
            lathe(
                [
                    (radius, y),
                    (radius, y + high - 0.5),
                    (radius * 1.13, y + high - 0.4),
                    (radius * 1.13, y + high),
                ],
                marble,
                sides=24,
                material=Material.MATTE,
            )
        )
        if 0 < n < 7:
            turn = np.arange(20) * math.pi / 10
            posts = np.stack([np.sin(turn) * 6.2, np.full(20, y + 2.2), np.cos(turn) * 6.2], 1)
            parts.append(boxes(posts, (0.34, 4.6, 0.34), np.asarray(marble) * 1.05))
    return join(parts)
