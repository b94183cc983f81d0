"""Under water: a sandy bottom with corals, weed, a shoal and light from above."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.shape.primitives import lathe, sheet, sphere, tube
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import clearing
from kinema.engines.scene.stage.dress import rocks
from kinema.engines.scene.stage.kit import here, put
from kinema.engines.scene.stage.land import (
    Paint,
    Relief,
    Values,
    angles,
    ground_of,
    land,
    mixed,
    rings,
)
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Bounds, Extras, Medium, Place, still
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import Area, Clearing, fan, spread
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.sprites import together

CORALS: tuple[Rgb, ...] = (
    (0.80, 0.18, 0.13), (0.85, 0.42, 0.10), (0.72, 0.16, 0.42), (0.80, 0.66, 0.18),
    (0.42, 0.20, 0.62), (0.85, 0.50, 0.48),
)  # fmt: skip


def _branching(random: np.random.Generator, colour: Rgb) -> Mesh:
    """Return a staghorn coral, about 0.9 m high."""
    parts = []
    for _ in range(5):
        turn = random.uniform(0, 6.28)
        way = np.array([math.cos(turn) * 0.55, 1.0, math.sin(turn) * 0.55])
        start = np.zeros(3)
        reach = 0.45
        for level in range(3):
            end = start + way / np.linalg.norm(way) * reach * random.uniform(0.7, 1.1)
            thick = 0.055 - 0.014 * level
            tip = np.asarray(colour) * (0.75 + 0.22 * level)
            parts.append(
                tube(
                    [start, end],
                    [thick, thick * 0.72],
                    np.stack([tip * 0.8, tip]),
                    sides=6,
                    material=Material.SATIN,
                )
            )
            way = way + random.normal(0, (0.55, 0.22, 0.55))
            start, reach = end, reach * 0.8
    return join(parts)


def _fan(random: np.random.Generator, colour: Rgb) -> Mesh:
    """Return a sea fan: a flat lace, about 1 m high."""
    parts = []
    for number in range(11):
        aim = (number - 5) * 0.2 + random.normal(0, 0.05)
        share = np.linspace(0, 1, 6)
        bend = aim * (0.4 + 0.6 * share)
        line = np.stack(
            [np.sin(bend) * share, np.cos(bend) * share, 0.06 * np.sin(share * 5 + number)], 1
        )
        parts.append(tube(line, 0.022 * (1.15 - share), colour, sides=4, material=Material.LEAF))
    for ring in (0.35, 0.5, 0.65, 0.8, 0.93):
        turn = np.linspace(-0.95, 0.95, 16) * (0.55 + 0.45 * ring)
        line = np.stack([np.sin(turn) * ring, np.cos(turn) * ring, 0 * turn], 1)
        parts.append(tube(line, 0.011, colour, sides=3, material=Material.LEAF))
    return join(parts)


def _brain(random: np.random.Generator, colour: Rgb) -> Mesh:
    """Return a rounded coral with grooves."""
    way, triangles = rocks.ball(2)
    groove = np.sin(way @ random.normal(0, 7, 3) + 2.4 * np.sin(way @ random.normal(0, 6, 3)))
    points = way * (0.42 + 0.018 * groove)[:, None] * [1, 0.72, 1]
    colours = np.asarray(colour) * np.clip(0.65 + 0.4 * groove, 0.25, 1)[:, None]
    return mesh(points, triangles, colours, material=Material.SATIN)


def _sponge(random: np.random.Generator, colour: Rgb) -> Mesh:
    """Return a cluster of tube sponges."""
    profile = [(0.1, -0.1), (0.13, 0.4), (0.16, 0.85), (0.17, 0.92), (0.12, 0.9), (0.09, 0.5)]
    dark = np.asarray(colour) * 0.35
    colours = [colour, colour, colour, colour, tuple(dark), tuple(dark)]
    return join(
        [
            moved(
                lathe(profile, colours, sides=10),
                (random.normal(0, 0.2), 0, random.normal(0, 0.2)),
                turn=rotation(random.normal(0, 0.2), 0, random.normal(0, 0.2)),
                scale=random.uniform(0.5, 1.1),
            )
            for _ in range(6)
        ]
    )  # fmt: skip


def _anemone(random: np.random.Generator, colour: Rgb) -> Mesh:
    """Return a sea anemone."""
    parts = [sphere((0, 0.05, 0), (0.2, 0.14, 0.2), (0.35, 0.16, 0.2), rings=6, sides=10)]
    for _ in range(20):
        turn, out = random.uniform(0, 6.28), random.uniform(0.15, 0.85)
        way = np.array([math.cos(turn) * out, 1, math.sin(turn) * out])
        line = [way * 0.1, way * 0.25, way * 0.36 + random.normal(0, 0.03, 3)]
        tip = np.asarray(colour)
        parts.append(
            tube(
                line,
                [0.022, 0.02, 0.014],
                np.stack([tip * 0.5, tip * 0.8, tip * 1.15]),
                sides=4,
                material=Material.LEAF,
            )
        )
    return join(parts)


MAKERS = (_branching, _fan, _brain, _sponge, _anemone, _branching)


def _weed(random: np.random.Generator, *, height: float = 1.6) -> Mesh:
    """Return a tuft of ribbon weed."""
    points, colours = [], []
    for _ in range(9):
        x, z = random.normal(0, 0.14, 2)
        tall, turn = height * random.uniform(0.5, 1.1), random.uniform(0, 6.28)
        share = np.linspace(0, 1, 9)
        sway = 0.13 * tall * np.sin(share * 4.5 + random.uniform(0, 6)) * share
        middle = np.stack([x + sway, share * tall - 0.05, z + 0.5 * sway], 1)
        wide = (
            0.045
            * np.sin(np.pi * (0.15 + 0.85 * share))[:, None]
            * [math.cos(turn), 0, math.sin(turn)]
        )
        points.append(np.stack([middle - wide, middle + wide], 1))
        tone = np.array([0.03, 0.10, 0.03]) + share[:, None] * np.array([0.19, 0.26, 0.05])
        colours.append(np.repeat(tone[:, None], 2, 1))
    count = 9
    first = np.arange(count - 1)[:, None] * 2
    strip = np.concatenate([first + np.array([0, 1, 3]), first + np.array([0, 3, 2])])
    faces = np.concatenate([strip + blade * count * 2 for blade in range(9)])
    corners = np.stack(points).reshape(-1, 3)
    return mesh(corners, faces, np.stack(colours).reshape(-1, 3), material=Material.LEAF,
                normals=np.tile([0.0, 0.6, 0.8], (len(corners), 1)))  # fmt: skip


def _fish(colour: Rgb) -> Mesh:
    """Return a small fish of 40 triangles, facing +z."""
    z = np.array([-0.5, -0.32, -0.05, 0.22, 0.42, 0.5]) * 0.3
    high = np.array([0.16, 0.08, 0.2, 0.2, 0.1, 0.0]) * 0.3
    wide = np.array([0.01, 0.025, 0.07, 0.075, 0.04, 0.0]) * 0.3
    turn = np.arange(6) * math.pi / 3
    points = np.stack(
        [np.sin(turn) * wide[:, None], np.cos(turn) * high[:, None], np.repeat(z[:, None], 6, 1)],
        -1,
    )
    tone = np.asarray(colour) * np.linspace(0.7, 1.15, 6)[:, None, None]
    return sheet(
        points[:, ::-1], np.broadcast_to(tone, points.shape), material=Material.GLOSSY, around=True
    )


def shoal(brief: Brief, *, height: float, away: float) -> Extras:
    """Return fishes that swim by together, from left to right, at z = ``away``."""
    random = brief.chance("shoal")
    kinds = models("small fish", [_fish((0.70, 0.62, 0.30)), _fish((0.35, 0.50, 0.62))])
    start = random.normal((0, 0, 0), (3.4, 0.7, 1.1), (26, 3))
    phase = random.uniform(0, 6.28, 26)

    def at(time: float) -> tuple[Placed, ...]:
        lead = -9.0 + 1.5 * time
        placed = []
        for number, point in enumerate(start):
            sway = 0.25 * math.sin(time * 1.4 + phase[number])
            wag = 0.18 * math.sin(time * 9 + phase[number])
            spot: Floats = np.array(
                [lead + point[0], height + point[1] + sway, away + point[2]], np.float32
            )
            placed.append(
                put(kinds[number % 2], spot, yaw=math.pi / 2 + wag, scale=1.1, shadow=False)
            )
        return tuple(placed)

    return at


def underwater(brief: Brief) -> Place:
    """Build a reef: the bottom lies under the swimmers, whose place is in mid-water at y = 0."""
    way = clearing(brief)
    depth = max(1.3, brief.clear * 0.95)
    relief = _bottom(brief, depth)
    ground = land(relief, _seabed(depth), bearings=angles(140, 50), reach=rings(0.7, 110, 60))
    swarm = brief.freedom > 0.2 and brief.allows("fish")
    around = shoal(brief, height=brief.clear * 0.9 + 1.6, away=-(brief.clear * 2 + 9.0))
    return Place(
        kind="underwater",
        scenery=(here("seabed", ground, shadow=False), *_growth(brief, way, relief)),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        medium=Medium.UNDERWATER,
        path=((-3.0, 0.4, -18.0), (0.0, 0.0, 0.0), (1.5, 0.0, way.camera)),
        cross=((-14.0, 0.3, 0.0), (14.0, 0.0, 0.0)),
        bounds=Bounds(low=(-40, -depth + 0.25, -40), high=(40, 12, 40)),
        swim=(-depth * 0.6, depth * 1.4),
        weather=together(drifting(brief.seed, drift.BUBBLES), drifting(brief.seed, drift.PLANKTON)),
        extras=around if swarm else still,
        extent=max(24.0, brief.clear * 6),
    )


def _bottom(brief: Brief, depth: float) -> Relief:
    seed = brief.seed % 977

    def relief(x: Values, z: Values) -> Values:
        ripple = 0.025 * np.sin(x * 2.2 + z * 5.5 + 4 * fractal(x / 4, z / 4, 3, 2))
        beside = np.abs(x) + 0.25 * np.maximum(-z, 0)
        reef = 5.5 * smooth(beside, brief.clear + 3, brief.clear + 17)
        reef = reef * ridges(x / 17, z / 17, seed, 4)
        far = 10 * smooth(np.hypot(x, z), 30, 85) * fractal(x / 30, z / 30, seed + 3, 3)
        return np.asarray(-depth + ripple + reef + far, np.float64)

    return relief


def _seabed(depth: float) -> Paint:
    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        sand = mixed((0.44, 0.38, 0.27), (0.66, 0.59, 0.44), fractal(x / 1.6, z / 1.6, 6))
        rocky = np.clip(smooth(y, -depth + 0.5, -depth + 1.8) + smooth(up, 0.85, 0.6), 0, 1)
        rock = mixed((0.10, 0.11, 0.10), (0.34, 0.22, 0.26), fractal(x / 2.2, z / 2.2, 8))
        return np.asarray(sand * (1 - rocky[:, None]) + rock * rocky[:, None], np.float64)

    return paint


def _growth(brief: Brief, way: Clearing, relief: Relief) -> list[Placed]:
    """Return corals, weed and rocks."""
    random = brief.chance("reef")
    half, close = brief.clear, way.camera - 1
    area = Area(left=-9 - half, right=9 + half, far=-12 - half, near=close)
    near = spread(random, area, 64, clearing=way, apart=0.55, size=0.3)
    far = fan(random, 70, near=half + 5, far=40, half_angle=1.1, clearing=way, apart=0.7, size=0.4)
    corals = models("coral", [make(random, CORALS[n % 6]) for n, make in enumerate(MAKERS * 2)])
    spots = np.concatenate([near, far])
    placed = planted(corals, spots, relief, random, scale=(0.45, 1.5), lean=0.12)
    weeds = models("weed", [_weed(random) for _ in range(3)])
    area = Area(left=-12 - half, right=12 + half, far=-22, near=close)
    spots = spread(random, area, 60, clearing=way, apart=0.6, size=0.3)
    placed += planted(weeds, spots, relief, random, scale=(0.5, 1.5), lean=0.08)
    stones = models("reef rock", [_boulder(random) for _ in range(3)])
    area = Area(left=-13 - half, right=13 + half, far=-24, near=2)
    spots = spread(random, area, 26, clearing=way, apart=1.6, size=0.8)
    return [*placed, *planted(stones, spots, relief, random, scale=(0.4, 1.9), sink=0.3)]


def _boulder(random: np.random.Generator) -> Mesh:
    return rocks.rock(
        random, size=0.8, dark=(0.07, 0.08, 0.08), light=(0.3, 0.25, 0.24),
        cover=(0.22, 0.12, 0.2),
    )  # fmt: skip
