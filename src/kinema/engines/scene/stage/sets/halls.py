"""Big roofed places and stages: stage, studio, aquarium, pool, station, cave."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kinema.engines.scene.library import entries
from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Camera, Placed, Water
from kinema.engines.scene.shape.library import model
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe, sheet, sphere
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import indoors, rocks
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.interior import Shell
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.land import Values, ground_of, land, mixed
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Air, Bounds, Place, Slot, Weather
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import Clearing, fan
from kinema.engines.scene.stage.sets.deep import CORALS, MAKERS, shoal
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.sprites import sprites, together


def level(x: Floats, z: Floats) -> Floats:
    """Return ground at height 0."""
    return np.zeros(np.broadcast(x, z).shape, np.float32)


def indoor(
    brief: Brief,
    scenery: list[Placed],
    shell: Shell,
    lights: Sequence[tuple[float, ...]],
    weather: Weather,
) -> Place:
    """Return a hall of these walls."""
    return Place(
        kind=brief.setting.kind, scenery=tuple(scenery), palette=brief.palette, ground=level, clear=brief.clear,
        slots=(Slot(at=(0.0, 0.0, 0.0), radius=brief.clear), Slot(at=(-brief.clear - 1.2, 0.0, -0.8), yaw=0.3), Slot(at=(brief.clear + 1.2, 0.0, -0.8), yaw=-0.3)),
        path=((0.0, 0.0, shell.back + 1.0), (0.0, 0.0, 0.0), (0.0, 0.0, 4.0)),
        cross=((shell.left + 0.6, 0.0, 0.0), (shell.right - 0.6, 0.0, 0.0)), scale="room",
        bounds=Bounds(low=(shell.left + 0.3, 0.2, shell.back + 0.5), high=(shell.right - 0.3, shell.height - 0.3, shell.front - 0.5)),
        lights=np.array(lights, np.float32).reshape(-1, 7), weather=weather, extent=max(14.0, brief.clear * 5), indoor=True,
    )  # fmt: skip


BEAMS: tuple[Rgb, ...] = (
    (2.6, 0.25, 0.9), (0.25, 0.8, 3.0), (2.8, 1.3, 0.2), (0.9, 0.3, 3.0), (0.3, 2.4, 1.2), (2.8, 0.5, 0.25),
)  # fmt: skip


def stage(brief: Brief) -> Place:
    """Build a concert stage seen from the audience: beams, curtains, speakers, heads in front."""
    wide = max(6.5, brief.clear * 2.2)
    back = -max(5.0, brief.clear * 2 + 2)
    shell = Shell(left=-wide, right=wide, back=back, front=max(12.0, brief.clear * 6), height=8.0)
    floor = indoors.boards(
        replace(shell, front=3.4 + brief.clear), ((0.05, 0.028, 0.016), (0.11, 0.062, 0.034))
    )
    share = np.linspace(-1, 1, 90)
    fold = 0.16 * np.sin(share * 60)
    drape = np.array(
        [
            [
                (s * wide * 1.05, y, back + 0.3 + float(f) * k)
                for s, f in zip(share, fold, strict=True)
            ]
            for y, k in ((0.0, 1.3), (4.0, 1.0), (8.4, 0.8))
        ]
    )
    tone = (0.6 + 0.4 * np.sin(share * 60))[None, :, None] * np.array([0.085, 0.006, 0.012])
    scenery = [
        here("boards", floor),
        here("curtain", sheet(drape, np.broadcast_to(tone, drape.shape), material=Material.CLOTH)),
        here(
            "wings",
            join(
                [
                    boxes([(s * (wide + 0.3), 4, 0)], [(0.8, 8, 9)], (0.02, 0.012, 0.016))
                    for s in (-1, 1)
                ]
            ),
        ),
        here(
            "edge",
            boxes([(0, -0.5, 3.5 + brief.clear)], [(wide * 2, 1.0, 0.2)], (0.03, 0.02, 0.02)),
            shadow=False,
        ),
        here("truss", _truss(wide, back + 1.6), shadow=False),
        here("speakers", _speakers(wide, back)),
    ]
    if brief.allows("people", "crowd", "person", "audience"):
        scenery.append(here("audience", _audience(brief, wide), shadow=False))
    spots = [
        (s * wide * 0.8, 6.6, back + 1.6, *(c * 0.9 for c in BEAMS[n]), 3.8)
        for n, s in enumerate((-1.0, -0.6, -0.2, 0.2, 0.6, 1.0))
    ]
    spots.append((0.0, 5.5, 3.0, 2.6, 2.2, 1.7, 4.2))
    return indoor(
        brief,
        scenery,
        shell,
        spots,
        together(_beams(brief, wide, back), drifting(brief.seed, drift.DUST)),
    )


def _truss(wide: float, z: float) -> Mesh:
    parts = [
        cone((-wide, y, z + d), (wide, y, z + d), 0.045, 0.045, (0.2, 0.2, 0.22), sides=5)
        for y, d in ((6.9, 0.0), (7.4, 0.0), (7.15, 0.4))
    ]
    for n, s in enumerate((-1.0, -0.6, -0.2, 0.2, 0.6, 1.0)):
        x = s * wide * 0.8
        parts.append(
            cone((x, 6.8, z), (x * 0.94, 6.3, z + 0.25), 0.13, 0.19, (0.04, 0.04, 0.045), sides=10)
        )
        parts.append(
            sphere(
                (x * 0.94, 6.3, z + 0.25),
                0.15,
                bright(BEAMS[n], 2.2),
                material=Material.EMISSIVE,
                rings=5,
                sides=10,
            )
        )
    return join(parts)


def bright(colour: Rgb, factor: float) -> Rgb:
    """Return a colour made brighter."""
    return (colour[0] * factor, colour[1] * factor, colour[2] * factor)


def _speakers(wide: float, back: float) -> Mesh:
    parts = []
    for side in (-1, 1):
        for row in range(3):
            at = (side * (wide - 1.1), 0.6 + 1.2 * row, back + 1.5)
            parts.append(boxes([at], [(1.3, 1.15, 0.9)], (0.022, 0.022, 0.025)))
            for y, r in ((-0.2, 0.36), (0.33, 0.17)):
                ring = cone(
                    (at[0], at[1] + y, at[2] + 0.44),
                    (at[0], at[1] + y, at[2] + 0.49),
                    r,
                    r * 0.8,
                    (0.06, 0.06, 0.065),
                    sides=16,
                )
                parts.append(ring)
    return join(parts)


def _audience(brief: Brief, wide: float) -> Mesh:
    """Return the dark heads and raised arms before the stage, low at the picture's foot."""
    random = brief.chance("audience")
    parts = []
    front = max(7.0, brief.clear * 3.6) + 0.8
    for n in range(40):
        side = -1.0 if n % 2 else 1.0
        z = front - float(random.uniform(0.3, 3.4))
        x = side * float(random.uniform(0.75, 1.6)) * (front + 1.5 - z)
        y = -0.55 + float(random.uniform(-0.1, 0.15))
        tone = (0.012, 0.01, 0.014)
        parts.append(
            sphere((x, y, z), (0.12, 0.15, 0.13), tone, material=Material.MATTE, rings=6, sides=8)
        )
        parts.append(
            sphere(
                (x, y - 0.4, z), (0.27, 0.3, 0.17), tone, material=Material.MATTE, rings=5, sides=8
            )
        )
        if random.random() < 0.4:
            arm = x + float(random.choice((-0.24, 0.24)))
            parts.append(
                cone(
                    (arm, y - 0.3, z), (arm * 1.01, y + 0.5, z - 0.05), 0.055, 0.045, tone, sides=5
                )
            )
    del wide
    return join(parts)


def _beams(brief: Brief, wide: float, back: float) -> Weather:
    """Return shafts of coloured light that sweep."""
    phase = brief.chance("beams").uniform(0, 6.28, 6)

    def at(time: float, camera: Camera) -> Air:
        del camera
        rows = []
        for n, s in enumerate((-1.0, -0.6, -0.2, 0.2, 0.6, 1.0)):
            top = np.array([s * wide * 0.75, 6.2, back + 1.9])
            swing = 0.5 * math.sin(time * 0.9 + phase[n])
            foot = np.array(
                [top[0] * 0.45 + swing * 3.2, 0.0, back + 4.5 + math.cos(time * 0.7 + phase[n])]
            )
            share = np.linspace(0.03, 0.97, 46)[:, None]
            points = top + (foot - top) * share
            rows.append(
                sprites(
                    points,
                    radius=0.16 + 0.5 * share[:, 0],
                    colour=BEAMS[n],
                    alpha=0.028 * (1 - 0.6 * share[:, 0]),
                    glow=1.0,
                )
            )
        return Air(sprites=np.concatenate(rows))

    return at


def studio(brief: Brief) -> Place:
    """Build a photographer's sweep in a soft colour, with a disc, an arch and plants."""
    size = max(brief.clear, 0.5)
    random = brief.chance("studio")
    tone = np.asarray(TONES[int(random.integers(len(TONES)))])
    for word, colour in BACKDROPS.items():
        if brief.wants(word):
            tone = np.asarray(colour)
    scenery = [here("sweep", _sweep(size, tone))]
    if brief.freedom > 0.1 and not any(brief.wants(word) for word in BACKDROPS):
        scenery.append(here("podium", _podium(size, tone)))
        scenery += _pots(brief, size)
    shell = Shell(left=-6 * size, right=6 * size, back=-4 * size, front=14 * size, height=9 * size)
    place = indoor(brief, scenery, shell, [], drifting(brief.seed, drift.DUST, strength=0.5))
    low, high = (-8 * size, 0.08, -3.5 * size), (8 * size, 8 * size, 14 * size)
    return replace(place, indoor=False, bounds=Bounds(low=low, high=high), extent=size * 11)


TONES: tuple[Rgb, ...] = (
    (0.42, 0.24, 0.15), (0.16, 0.25, 0.29), (0.38, 0.22, 0.22), (0.22, 0.27, 0.17), (0.40, 0.30, 0.16),
)  # fmt: skip
BACKDROPS: dict[str, Rgb] = {
    "white background": (0.80, 0.80, 0.79),
    "white": (0.80, 0.80, 0.79),
    "black background": (0.012, 0.012, 0.014),
    "black": (0.012, 0.012, 0.014),
}
"""Colours that were asked for."""


def _sweep(size: float, tone: Values) -> Mesh:
    """Return floor and wall in one curve, brighter where the light falls."""
    bend = np.linspace(0, 1.57, 12)
    z = (
        np.concatenate([np.linspace(14, -1.6, 14), -1.6 - 2.4 * np.sin(bend), np.full(6, -4.0)])
        * size
    )
    y = np.concatenate([np.zeros(14), 2.4 * (1 - np.cos(bend)), np.linspace(3.0, 12, 6)]) * size
    x = np.linspace(-16, 16, 33) * size
    points = np.stack(
        [np.tile(x, (len(z), 1)), np.repeat(y[:, None], 33, 1), np.repeat(z[:, None], 33, 1)], -1
    )
    wide = (points[..., 0] / (4.2 * size)) ** 2
    high = ((points[..., 1] - 1.2 * size) / (3.2 * size)) ** 2
    return sheet(
        points, tone * (0.34 + 0.86 * np.exp(-wide - high))[..., None], material=Material.MATTE
    )


def _podium(size: float, tone: Values) -> Mesh:
    """Return a great disc, an arch and steps behind the heroes, in shades of the backdrop."""
    disc = cone((0.5, 1.75, -2.3), (0.5, 1.75, -2.2), 1.55, 1.55, tone * 1.45, sides=48)
    arch = np.linspace(0, math.pi, 17)
    outline = np.stack([-2.4 + 0.8 * np.cos(arch), 1.5 + 0.8 * np.sin(arch), np.full(17, -1.95)], 1)
    outline = np.concatenate([[(-1.6, 0, -1.95)], outline, [(-3.2, 0, -1.95)]])
    middle = np.array([(-2.4, 0.8, -1.95)])
    faces = [(0, k + 1, k + 2) for k in range(len(outline) - 1)] + [(0, len(outline), 1)]
    door = mesh(
        np.concatenate([middle, outline]),
        faces,
        tone * 0.55,
        normals=np.tile([0.0, 0.0, 1.0], (len(outline) + 1, 1)),
    )
    steps = boxes(
        [(2.5, 0.3, -1.5), (3.0, 0.55, -1.9)], [(1.1, 0.6, 1.0), (1.1, 1.1, 1.0)], tone * 0.85
    )
    whole = join([disc, door, steps])
    return moved(whole, scale=size)


def _pots(brief: Brief, size: float) -> list[Placed]:
    """Return plants at the picture's edges, as a hint of a place."""
    if entries.find("potted plant") is None or not brief.allows("plant", "plants", "potted plant"):
        return []
    plant = model("potted plant")
    scale = size * 1.15
    spots = ((-3.5, -1.3, 0.9), (3.0, -0.9, 0.7))
    return [put(plant, (x * size, 0, z * size), yaw=x, scale=scale * k) for x, z, k in spots]


def aquarium(brief: Brief) -> Place:
    """Build a dark hall before a great tank: reef, shoal and blue light behind the glass."""
    wide = max(7.0, brief.clear * 2.2)
    back = -max(3.2, brief.clear * 1.5 + 1.4)
    height = max(4.6, brief.clear * 2.4)
    shell = Shell(
        left=-wide, right=wide, back=back, front=max(10.0, brief.clear * 6), height=height + 0.6
    )
    random = brief.chance("tank")
    depth = 6.0
    blue = np.linspace(0, 1, 12)[:, None, None]
    rows = np.array(
        [
            [(s * (wide + 3), y, back - depth) for s in (-1.0, 0.0, 1.0)]
            for y in np.linspace(0, height + 1, 12)
        ]
    )
    water = np.array([0.008, 0.07, 0.16]) * (1 - blue) + np.array([0.10, 0.55, 0.75]) * blue**1.6
    scenery = [
        here("floor", indoors.tiles(shell, ((0.02, 0.022, 0.028), (0.035, 0.037, 0.045)), size=0.9)),
        here("water", sheet(rows, np.broadcast_to(water, rows.shape), material=Material.EMISSIVE), shadow=False),
        here("bottom", boxes([(0, 0.3, back - depth / 2)], [(wide * 2 + 6, 0.6, depth)], (0.30, 0.34, 0.32)), shadow=False),
        here("rim", join([
            boxes([(0, 0.3, back)], [(wide * 2, 0.6, 0.3)], (0.03, 0.032, 0.04)),
            boxes([(0, height + 0.5, back + 0.1)], [(wide * 2, 1.4, 0.5)], (0.02, 0.022, 0.028)),
            boxes([(x, height / 2, back) for x in (-wide * 0.66, wide * 0.66)], (0.16, height, 0.2), (0.05, 0.052, 0.06)),
            boxes([(s * wide, height / 2, 2) for s in (-1, 1)], (0.4, height + 2, 14), (0.025, 0.027, 0.035)),
            boxes([(0, height + 1.0, 2)], [(wide * 2, 0.3, 14)], (0.018, 0.018, 0.022)),
        ]), shadow=False),
    ]  # fmt: skip
    kinds = models("coral", [make(random, CORALS[n % 6]) for n, make in enumerate(MAKERS)])
    for n in range(30):
        x, z = float(random.uniform(-wide, wide)), back - float(random.uniform(0.7, depth - 0.8))
        scenery.append(
            put(
                kinds[n % len(kinds)],
                (x, 0.55, z),
                yaw=float(n),
                scale=float(random.uniform(0.8, 1.7)),
                shadow=False,
            )
        )
    stones = models(
        "rock",
        [
            rocks.rock(random, size=0.9, dark=(0.06, 0.08, 0.10), light=(0.2, 0.26, 0.3))
            for _ in range(2)
        ],
    )
    for n in range(9):
        scenery.append(
            put(
                stones[n % 2],
                ((n - 4) * wide / 4.4, 0.7, back - 3.6 - (n % 3) * 0.6),
                yaw=n * 1.1,
                scale=0.8 + 0.3 * (n % 3),
                shadow=False,
            )
        )
    lights = [
        (x, height * 0.7, back - 1.0, 0.25, 1.0, 1.5, 4.0)
        for x in (-wide * 0.6, -wide * 0.2, wide * 0.2, wide * 0.6)
    ]
    lights += [(x, 1.2, back + 1.0, 0.08, 0.40, 0.62, 3.0) for x in (-wide * 0.4, wide * 0.4)]
    place = indoor(brief, scenery, shell, lights, drifting(brief.seed, drift.BUBBLES, strength=0.0))
    swarm = shoal(brief, height=height * 0.55, away=back - 2.4)
    return replace(
        place,
        extras=swarm if brief.allows("fish") else place.extras,
        landmark=(0.0, height / 2, back),
    )


def pool(brief: Brief) -> Place:
    """Build an indoor swimming pool: lanes, tiles, tall windows; heroes are on its near edge."""
    wide = max(9.0, brief.clear * 2.5)
    back = -max(22.0, brief.clear * 6)
    shell = Shell(left=-wide, right=wide, back=back, front=12.0, height=7.0)
    edge = -(brief.clear + 0.9)
    deck = indoors.tiles(replace(shell, back=edge), ((0.26, 0.29, 0.30), (0.36, 0.39, 0.40)))
    x = np.linspace(-wide + 2.2, wide - 2.2, 7)
    tile = (0.20, 0.50, 0.58)
    lines = [(u, -1.78, (edge + back) / 2) for u in (x[:-1] + x[1:]) / 2]
    floats = []
    for u in x[1:-1]:
        z = np.arange(back + 2.4, edge - 0.3, 0.34)
        tones = np.where(
            (np.arange(len(z)) // 3 % 2)[:, None] > 0,
            np.array([0.62, 0.06, 0.05]),
            np.array([0.75, 0.75, 0.73]),
        )
        floats.append(
            boxes(
                np.stack([np.full(len(z), u), np.full(len(z), -0.13), z], 1),
                (0.12, 0.1, 0.3),
                tones,
            )
        )
    windows = [
        (s * (wide - 0.02), 4.0, z) for s in (-1, 1) for z in np.arange(back + 2, 6, 3.2)
    ] + [(u, 4.0, back + 0.03) for u in np.linspace(-wide + 2, wide - 2, 5)]
    sizes = [(0.06, 3.4, 2.3)] * (len(windows) - 5) + [(2.6, 3.4, 0.06)] * 5
    glow = (0.06, 0.08, 0.13) if brief.lamps else (0.75, 0.9, 1.05)
    scenery = [
        here("deck", deck),
        here("basin", join([
            boxes([(0, -1.9, (edge + back) / 2)], [(wide * 2 - 4, 0.2, edge - back - 4)], tile),
            boxes(lines, (0.28, 0.05, edge - back - 8), (0.03, 0.10, 0.22)),
            boxes([(s * (wide - 1), -0.95, (edge + back) / 2) for s in (-1, 1)], (2.0, 1.9, edge - back), (0.34, 0.38, 0.39)),
            boxes([(0, -0.95, back + 1)], [(wide * 2, 1.9, 2)], (0.34, 0.38, 0.39)),
            boxes([(0, -0.95, edge + 0.1)], [(wide * 2, 1.86, 0.2)], (0.30, 0.55, 0.60)),
        ]), shadow=False),
        here("lanes", join(floats), shadow=False),
        here("walls", join([
            boxes([(0, 3.5, back - 0.1)], [(wide * 2, 7, 0.2)], (0.26, 0.33, 0.37)),
            boxes([(s * (wide + 0.1), 3.5, 0) for s in (-1, 1)], (0.2, 7, 60), (0.26, 0.33, 0.37)),
            boxes([(0, 7.1, -5)], [(wide * 2, 0.2, 60)], (0.30, 0.32, 0.33)),
            boxes([(0, 6.7, z) for z in np.arange(back, 8, 3.2)], (wide * 2, 0.5, 0.3), (0.45, 0.48, 0.5)),
            boxes(windows, sizes, glow, material=Material.EMISSIVE),
        ]), shadow=False),
        here("blocks", join([boxes([(u, 0.28, edge + 0.45)], [(0.5, 0.56, 0.5)], (0.05, 0.16, 0.36)) for u in (x[:-1] + x[1:]) / 2 if abs(u) > brief.clear * 0.9])),
    ]  # fmt: skip
    lights = [(s * wide * 0.5, 5.8, z, 0.5, 0.55, 0.6, 6.0) for s in (-1, 1) for z in (-3.0, -12.0)]
    place = indoor(brief, scenery, shell, lights, drifting(brief.seed, drift.DUST, strength=0.4))
    return replace(
        place,
        water=Water(level=-0.16, wave=0.12, deep=(0.02, 0.20, 0.26), shallow=(0.06, 0.36, 0.42)),
        extent=30.0,
    )


def subway(brief: Brief) -> Place:
    """Build an underground platform: tiled vault, columns, benches, a train at its edge."""
    edge = -(brief.clear * 0.9 + 2.0)
    shell = Shell(left=-22, right=22, back=edge - 5.2, front=max(7.0, brief.clear * 4), height=4.6)
    tile = ((0.44, 0.45, 0.43), (0.56, 0.57, 0.55))
    random = brief.chance("subway")
    wall_x, wall_y = np.meshgrid(np.arange(-22, 22, 0.6), np.arange(0.2, 4.4, 0.3), indexing="ij")
    bricks = np.stack([wall_x.ravel(), wall_y.ravel(), np.full(wall_x.size, shell.back + 0.05)], 1)
    tone = random.uniform(0.82, 1.0, (wall_x.size, 1)) * np.array([0.62, 0.62, 0.58])
    band = np.abs(bricks[:, 1] - 2.9) < 0.2
    tone[band] = np.array([0.05, 0.20, 0.36])
    posts = np.array(
        [(x, 2.3, edge + 1.0) for x in np.arange(-18, 19, 6.0) if abs(x) > brief.clear + 0.6]
    )
    lamps = [(x, 4.35, edge + 0.6) for x in np.arange(-20, 21, 4.0)]
    scenery = [
        here("platform", indoors.tiles(replace(shell, back=edge), tile, size=0.5), shadow=False),
        here("structure", join([
            boxes(bricks, (0.585, 0.285, 0.06), tone, material=Material.GLOSSY),
            boxes([(0, -0.55, edge - 0.1)], [(44, 1.1, 0.2)], (0.2, 0.2, 0.2)),
            boxes([(0, 0.012, edge + 0.35)], [(44, 0.02, 0.45)], (0.66, 0.48, 0.05)),
            boxes([(0, -1.15, edge - 2.6)], [(44, 0.1, 5)], (0.05, 0.048, 0.045)),
            boxes([(0, -1.02, edge - 1.7), (0, -1.02, edge - 3.2)], (44, 0.14, 0.09), (0.30, 0.30, 0.31)),
            boxes([(0, 4.75, 0)], [(44, 0.3, 22)], (0.30, 0.31, 0.32)),
            boxes(posts, (0.42, 4.6, 0.42), (0.10, 0.24, 0.36), material=Material.GLOSSY),
            boxes(lamps, (1.9, 0.08, 0.22), (2.6, 2.7, 2.6), material=Material.EMISSIVE),
            boxes([(s * 3.4 * max(1, brief.clear / 1.5) + s * 1.5, 0.45, edge + 2.3) for s in (-1, 1)], (1.9, 0.08, 0.45), (0.28, 0.15, 0.07)),
            boxes([(-1.0, 3.45, edge + 0.9)], [(4.2, 0.55, 0.12)], (0.02, 0.02, 0.025)),
            boxes([(-1.0 + 0.42 * n, 3.45, edge + 0.97) for n in range(-3, 4)], (0.3, 0.2, 0.02), (2.4, 1.4, 0.2), material=Material.EMISSIVE),
        ])),
        here("tracks", boxes([(x, -1.1, edge - 2.5) for x in np.arange(-21, 22, 0.8)], (0.22, 0.1, 2.4), (0.07, 0.05, 0.04)), shadow=False),
    ]  # fmt: skip
    lights = [(x, 3.8, edge + 0.8, 1.2, 1.25, 1.2, 3.2) for x in (-8.0, -4.0, 0.0, 4.0, 8.0)]
    lights.append((0.0, 3.8, 3.0, 1.0, 1.0, 0.95, 3.2))
    place = indoor(brief, scenery, shell, lights, drifting(brief.seed, drift.DUST, strength=0.4))
    if not brief.allows("train"):
        return place
    train = solid("train", _train())

    def arriving(time: float) -> tuple[Placed, ...]:
        gone = max(0.0, 4.2 - time)
        return (put(train, (-1.5 - 1.6 * gone**2, -0.98, edge - 2.45)),)

    return replace(place, extras=arriving, cross=((-14.0, 0.0, 0.0), (14.0, 0.0, 0.0)))


def _train() -> Mesh:
    """Return two cars of an underground train along x, their floor at platform height."""
    parts = []
    for start in (-13.2, 0.2):
        middle = start + 6.4
        parts.append(
            boxes(
                [(middle, 1.95, 0)],
                [(12.8, 2.9, 2.6)],
                (0.50, 0.52, 0.54),
                material=Material.GLOSSY,
            )
        )
        parts.append(
            boxes(
                [(middle, 0.85, 0)],
                [(12.82, 0.5, 2.63)],
                (0.48, 0.04, 0.04),
                material=Material.GLOSSY,
            )
        )
        parts.append(boxes([(middle, 3.45, 0)], [(12.4, 0.25, 2.1)], (0.30, 0.31, 0.33)))
        panes = [(start + 1.1 + 1.52 * n, 2.3, s * 1.31) for n in range(8) for s in (-1, 1)]
        parts.append(boxes(panes, (1.1, 0.95, 0.05), (1.5, 1.35, 1.0), material=Material.EMISSIVE))
        doors = [(start + 1.9 + 3.05 * n, 1.95, s * 1.32) for n in range(4) for s in (-1, 1)]
        parts.append(boxes(doors, (0.07, 2.5, 0.05), (0.10, 0.10, 0.11)))
        parts.append(
            boxes([(start + d, 0.35, 0) for d in (2.2, 10.6)], (2.2, 0.6, 2.0), (0.04, 0.04, 0.045))
        )
    parts.append(
        boxes([(13.03, 2.3, 0)], [(0.06, 1.0, 1.9)], (0.05, 0.06, 0.08), material=Material.GLOSSY)
    )
    parts.append(
        boxes(
            [(13.05, 1.0, s * 0.8) for s in (-1, 1)],
            (0.08, 0.22, 0.36),
            (6.0, 5.4, 4.2),
            material=Material.EMISSIVE,
        )
    )
    return join(parts)


def cave(brief: Brief) -> Place:
    """Build a cavern: stalactites, a still pool, glowing crystals and a shaft of light."""
    size = brief.clear + 2.5
    seed = brief.seed % 91

    def floor(x: Values, z: Values) -> Values:
        distance = np.hypot(x, z)
        walls = (
            11
            * smooth(np.hypot(x * 0.9, (z + 5) * 0.62), size + 5, size + 13)
            * (0.7 + 0.7 * ridges(x / 5, z / 5, seed, 4))
        )
        rough = (
            0.7
            * (fractal(x / 2.2, z / 2.2, seed + 3, 4) - 0.5)
            * smooth(distance, brief.clear, brief.clear + 2)
        )
        pool_ = -0.9 * smooth(
            np.hypot(x - 2.2, (z + size + 4.2) * 0.9), size * 0.75 + 1.6, size * 0.75
        )
        return np.asarray(walls + rough + pool_, np.float64)

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        n = fractal(x / 1.7 + y, z / 1.7 + y, 6)
        colour = mixed((0.022, 0.021, 0.025), (0.12, 0.10, 0.095), n)
        return np.asarray(colour * (0.65 + 0.35 * up[:, None]), np.float64)

    def roof(x: Values, z: Values) -> Values:
        high = (
            5.2
            + 1.3 * brief.clear
            - 7.5 * smooth(np.hypot(x * 0.9, (z + 5) * 0.62), size + 3, size + 13)
        )
        lumps = 1.6 * (fractal(x / 3.1, z / 3.1, seed + 7, 4) - 0.5)
        drops = 2.2 * smooth(ridges(x / 1.9, z / 1.9, seed + 9, 2), 0.8, 1.0)
        return np.asarray(high + lumps - drops, np.float64)

    bearings = np.linspace(0, 2 * np.pi, 130)
    reach = np.concatenate([[0.0], np.geomspace(0.8, size + 17, 44)])
    ground = land(
        floor, paint, bearings=bearings, reach=reach, material=Material.GROUND, middle=(0, -3)
    )
    vault = land(
        roof, paint, bearings=bearings, reach=reach, material=Material.GROUND, middle=(0, -3)
    )
    over = mesh(
        vault.vertices,
        vault.triangles[:, ::-1],
        vault.colours[:, :3] * 2.2,
        material=Material.GROUND,
        normals=-vault.normals,
    )
    random = brief.chance("cave")
    way = Clearing(
        radius=brief.clear,
        path=brief.clear * 0.6 + 0.4,
        cross=brief.clear * 0.6,
        view=brief.clear + 0.5,
        camera=brief.clear * 3 + 2,
    )
    spikes = models("stalagmite", [_spike(random) for _ in range(3)])
    spots = fan(
        random,
        34,
        near=brief.clear + 1.2,
        far=size + 10,
        half_angle=1.5,
        clearing=way,
        apart=0.9,
        size=0.3,
    )
    scenery = [
        here("floor", ground, shadow=False),
        here("vault", over, shadow=False),
        *planted(spikes, spots, floor, random, scale=(0.5, 1.7)),
    ]
    for n in range(26):
        x, z = float(random.uniform(-size - 5, size + 5)), float(random.uniform(-size * 1.6 - 7, 2))
        y = float(roof(np.array([x]), np.array([z]))[0])
        hang = put(
            spikes[n % 3], (x, y + 0.3, z), scale=float(random.uniform(0.6, 1.6)), shadow=False
        )
        flip = hang.bones.copy()
        flip[:, :, 1] *= -1
        flip[:, :, 0] *= -1
        scenery.append(replace(hang, bones=flip))
    lights: list[tuple[float, ...]] = []
    glows: tuple[Rgb, ...] = ((0.25, 0.85, 1.9), (1.0, 0.3, 1.7), (0.25, 1.5, 0.8))
    if brief.allows("crystal", "crystals"):
        for n in range(7):
            side = -1 if n % 2 else 1
            x, z = side * (brief.clear + 1.8 + 0.6 * n), -1.0 - 1.7 * n - brief.clear * 0.5
            y = float(floor(np.array([x]), np.array([z]))[0])
            glow = glows[n % 3]
            scenery.append(
                put(
                    solid("crystals", _crystals(random, glow)),
                    (x, y - 0.1, z),
                    scale=0.8 + 0.2 * (n % 3),
                )
            )
            lights.append((x * 0.95, y + 0.7, z + 0.3, *(c * 1.1 for c in glow), 2.6))
    lights.append((0.5, 4.2, 2.0, 1.0, 0.85, 0.65, 5.0))
    shell = Shell(
        left=-size - 4,
        right=size + 4,
        back=-size * 1.5 - 5,
        front=size + 8,
        height=5.0 + brief.clear,
    )
    place = indoor(brief, scenery, shell, lights, drifting(brief.seed, drift.MOTES, strength=0.6))
    return replace(
        place,
        ground=ground_of(floor),
        water=Water(level=-0.42, wave=0.03, deep=(0.004, 0.03, 0.045), shallow=(0.01, 0.08, 0.1)),
    )


def _spike(random: np.random.Generator) -> Mesh:
    """Return a stalagmite."""
    height = float(random.uniform(0.9, 1.8))
    share = np.linspace(0, 1, 9)
    radius = 0.34 * (1 - share) ** 1.5 * (1 + 0.15 * np.sin(share * 19)) + 0.01
    profile = [
        *list(zip(radius.tolist(), (share * height - 0.1).tolist(), strict=True)),
        (0.0, height),
    ]
    return lathe(profile, (0.20, 0.175, 0.155), sides=9, material=Material.SATIN)


def _crystals(random: np.random.Generator, glow: Rgb) -> Mesh:
    """Return a cluster of six-sided crystals that glow."""
    parts = []
    for _ in range(7):
        length, wide = float(random.uniform(0.4, 1.2)), float(random.uniform(0.06, 0.14))
        lean = random.normal(0, 0.4, 2)
        stalk = cone(
            (0, 0, 0),
            (0, length, 0),
            wide,
            wide * 0.85,
            np.asarray(glow) * 0.22,
            sides=6,
            material=Material.EMISSIVE,
        )
        tip = cone(
            (0, length, 0),
            (0, length + wide * 2, 0),
            wide * 0.85,
            0.0,
            np.asarray(glow) * 0.55,
            sides=6,
            material=Material.EMISSIVE,
        )
        parts.append(
            moved(
                join([stalk, tip]),
                (float(lean[0]) * 0.3, 0, float(lean[1]) * 0.3),
                turn=rotation(float(lean[0]), 0, float(lean[1])),
            )
        )
    return join(parts)
