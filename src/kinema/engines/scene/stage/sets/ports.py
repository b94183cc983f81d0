"""Harbour and stadium: wide places with much built round them."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.shape.primitives import cone, sheet, tube
from kinema.engines.scene.stage.backdrop import Range, mountains
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import masonry, street, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.land import Values
from kinema.engines.scene.stage.noise import fractal
from kinema.engines.scene.stage.place import Bounds, Place
from kinema.engines.scene.stage.sets.gardens import lamplight, thing
from kinema.engines.scene.stage.sets.waters import roughness


def harbour(brief: Brief) -> Place:
    """Build a wooden quay with bollards and nets, moored boats, coloured houses over the bay."""
    level = -1.35
    edge = -(brief.clear + 1.6)
    half = 26.0
    z = np.arange(edge + 0.11, 12, 0.225)
    random = brief.chance("harbour")
    tone = random.uniform(0.75, 1.2, (len(z), 1)) * np.array([0.23, 0.155, 0.095])
    planks = boxes(
        np.stack([0 * z, np.full(len(z), -0.04), z], 1),
        (half * 2, 0.08, 0.212),
        tone,
        material=Material.BARK,
    )
    posts = [(x, -0.9, edge + 0.15) for x in np.arange(-24, 25, 3.0)]
    scenery = [
        here(
            "quay",
            join(
                [
                    planks,
                    boxes([(0, -0.22, edge + 0.06)], [(half * 2, 0.3, 0.14)], (0.16, 0.10, 0.06)),
                ]
            ),
            shadow=False,
        ),
        here("piles", boxes(posts, (0.3, 2.4, 0.3), (0.13, 0.09, 0.06))),
    ]
    bollard = solid(
        "bollard",
        join(
            [
                cone((0, 0, 0), (0, 0.5, 0), 0.16, 0.12, street.IRON),
                cone((0, 0.46, 0), (0, 0.58, 0), 0.2, 0.18, street.IRON),
            ]
        ),
    )
    scenery += [
        put(bollard, (x, 0, edge + 0.5)) for x in (-9.5, -4.4, 4.6, 9.8) if abs(x) > brief.clear
    ]
    colours: tuple[Rgb, ...] = (
        (0.08, 0.22, 0.42),
        (0.52, 0.07, 0.05),
        (0.72, 0.70, 0.64),
        (0.10, 0.34, 0.22),
        (0.70, 0.45, 0.08),
    )
    hulls = [
        solid("moored boat", _boat(colour, mast=n % 2 == 0)) for n, colour in enumerate(colours)
    ]
    berths = (
        (-7.2, edge - 3.4, 0.25),
        (6.4, edge - 4.6, -0.5),
        (-14.5, edge - 6.0, 0.9),
        (14.0, edge - 9.0, 0.2),
        (-3.0, edge - 15.0, 1.3),
        (22.0, edge - 16.0, -0.8),
        (-22.0, edge - 18.0, 0.4),
        (8.0, edge - 24.0, 1.7),
    )

    def bobbing(time: float) -> tuple[Placed, ...]:
        return tuple(
            put(
                hulls[n % 5],
                (x, level + 0.05 * math.sin(time * 1.5 + n * 1.9), u),
                yaw=yaw,
                tilt=0.035 * math.sin(time * 1.2 + n * 2.3),
            )
            for n, (x, u, yaw) in enumerate(berths)
        )

    scenery += _waterfront(brief, level)
    holder = Place(
        kind="harbour", scenery=(), palette=brief.palette, ground=_deck, clear=brief.clear
    )
    for name, x, u in (
        ("crate", -brief.clear - 2.2, edge + 1.5),
        ("barrel", -brief.clear - 3.1, edge + 1.1),
        ("crate", brief.clear + 2.6, edge + 1.3),
        ("barrel", brief.clear + 4.0, edge + 2.2),
    ):
        scenery += thing(name, x, u, holder, yaw=x)
    lamp = solid("lantern", street.lantern(lit=brief.lamps))
    spots = [(-6.0 - brief.clear, edge + 0.9), (6.6 + brief.clear, edge + 0.9)]
    scenery += [put(lamp, (x, 0, u)) for x, u in spots]
    hills = Range(
        near=190,
        far=720,
        height=110,
        width=190,
        jagged=0.4,
        foot=(0.08, 0.11, 0.05),
        rock=(0.15, 0.13, 0.11),
        base=-8,
    )
    scenery.append(mountains(hills, brief.seed % 977))
    return Place(
        kind="harbour", scenery=tuple(scenery), palette=brief.palette, ground=_deck, clear=brief.clear,
        water=Water(level=level, wave=roughness(brief, 0.13), deep=(0.01, 0.05, 0.06), shallow=(0.03, 0.14, 0.14)),
        path=((-18.0, 0.0, -0.3), (0.0, 0.0, 0.0), (4.0, 0.0, 7.0)), bounds=Bounds(low=(-24, 0.2, edge + 0.3), high=(24, 40, 30)),
        lights=lamplight(spots, on=brief.lamps), extras=bobbing, extent=max(40.0, brief.clear * 6),
    )  # fmt: skip


def _deck(x: Floats, z: Floats) -> Floats:
    return np.zeros(np.broadcast(x, z).shape, np.float32)


def _boat(colour: Rgb, *, mast: bool) -> Mesh:
    """Return a small fishing boat along z, 5.6 m long, its waterline at y = 0."""
    share = np.linspace(-1, 1, 15)
    girth = 0.95 * (1 - np.abs(share) ** 2.4) ** 0.8 + 0.04
    rise = 0.62 + 0.42 * np.maximum(share, 0) ** 2 + 0.12 * share**2
    rows = []
    for level, wide in ((-0.4, 0.25), (-0.1, 0.7), (0.3, 0.95), (1.0, 1.0)):
        y = -0.4 + (rise + 0.4) * level if level > 0 else np.full(15, level)
        rows.append(
            np.concatenate(
                [
                    np.stack([girth * wide, y, share * 2.8], 1),
                    np.stack([-girth * wide, y, share * 2.8], 1)[::-1],
                ]
            )
        )
    points = np.stack(rows)
    tones = np.stack(
        [
            np.tile(np.asarray(c), (30, 1))
            for c in ((0.30, 0.05, 0.04), colour, colour, (0.76, 0.74, 0.68))
        ]
    )
    hull = sheet(points[:, ::-1], tones, material=Material.LEAF, around=True)
    deck = boxes(
        [(0, 0.34, z) for z in (-1.6, -0.6, 0.4, 1.4)], (1.5, 0.06, 0.9), (0.34, 0.22, 0.12)
    )
    cabin = boxes([(0, 0.95, -0.9)], [(1.1, 1.2, 1.3)], (0.74, 0.72, 0.68))
    panes = boxes(
        [(0, 1.2, -0.23), (0.56, 1.2, -0.9), (-0.56, 1.2, -0.9)],
        [(0.8, 0.4, 0.04), (0.04, 0.4, 0.9), (0.04, 0.4, 0.9)],
        (0.04, 0.05, 0.07),
        material=Material.GLOSSY,
    )
    roof = boxes([(0, 1.6, -0.9)], [(1.3, 0.08, 1.6)], colour)
    parts = [hull, deck, cabin, panes, roof]
    if mast:
        parts.append(cone((0, 0.3, 0.5), (0, 4.6, 0.5), 0.06, 0.035, (0.35, 0.23, 0.12)))
        parts += [
            tube([(0, 4.5, 0.5), (0, 0.7, z)], 0.012, (0.1, 0.1, 0.1), sides=3) for z in (2.6, -2.5)
        ]
    return join(parts)


def _waterfront(brief: Brief, level: float) -> list[Placed]:
    """Return gabled houses in many colours along the far side of the bay."""
    random = brief.chance("waterfront")
    walls: tuple[Rgb, ...] = (
        (0.62, 0.20, 0.12),
        (0.70, 0.52, 0.14),
        (0.22, 0.36, 0.46),
        (0.70, 0.66, 0.58),
        (0.30, 0.42, 0.24),
        (0.58, 0.34, 0.34),
    )
    kinds = [
        solid(
            "house",
            masonry.cottage(
                random,
                wall=wall,
                roof=(masonry.TERRACOTTA, (0.11, 0.11, 0.13))[n % 2],
                lit=brief.lamps,
                width=7.5,
                storeys=2 + n % 2,
            ),
        )
        for n, wall in enumerate(walls)
    ]
    placed = [
        here(
            "far quay",
            boxes([(0, level + 0.4, -88)], [(260, 1.8, 12)], (0.26, 0.24, 0.22)),
            shadow=False,
        )
    ]
    for n in range(20):
        x = (n - 9.5) * 8.1
        placed.append(put(kinds[(n * 5) % 6], (x, level + 1.2, -89.0 - 3 * (n % 2)), shadow=False))
    for n in range(14):
        placed.append(
            put(
                kinds[(n * 7 + 2) % 6],
                ((n - 6.5) * 12.5, level + 6.0, -112.0 - 4 * (n % 3)),
                shadow=False,
            )
        )
    hill = boxes([(0, level + 3, -120)], [(300, 6, 46)], (0.10, 0.13, 0.06))
    placed.append(here("slope", hill, shadow=False))
    return placed


def stadium(brief: Brief) -> Place:
    """Build a football ground: striped turf, goal, full stands and floodlights."""
    reach = 40.0 + brief.clear * 2

    def turf(x: Values, y: Values, z: Values, up: Values) -> Values:
        del y, up
        stripe = (np.floor(z / 5.0) % 2)[:, None]
        green = (
            np.array([0.055, 0.17, 0.03]) * (1 - stripe) + np.array([0.085, 0.235, 0.045]) * stripe
        )
        return np.asarray(green * (0.85 + 0.3 * fractal(x / 2, z / 2, 4))[:, None], np.float64)

    spec = Country(
        roll=0.0, paint=turf, sward=undergrowth.LAWN, blades=12000, stones=0, reach=120, front=110
    )
    place = country(spec, brief)
    keep = tuple(one for one in place.scenery if one.model.name != "stone 0")
    goal = solid("goal", _goal())
    lines = [
        street.stripes(
            x, -reach, 20, dash=300, gap=0, wide=0.12, y=0.025, colour=(0.72, 0.73, 0.70)
        )
        for x in (-24.0, 24.0)
    ]
    lines.append(
        boxes(
            [(0, 0.02, -reach + 1), (0, 0.02, -reach * 0.62), (0, 0.02, 9.5)],
            [(48, 0.02, 0.12), (20, 0.02, 0.12), (48, 0.02, 0.12)],
            (0.72, 0.73, 0.70),
        )
    )
    lines.append(
        boxes(
            [(s * 10, 0.02, -reach * 0.81) for s in (-1, 1)],
            (0.12, 0.02, reach * 0.38),
            (0.72, 0.73, 0.70),
        )
    )
    built = [put(goal, (0, 0, -reach + 1)), here("lines", join(lines), shadow=False)]
    built += [here("stand", shape, shadow=False) for shape in _stands(brief, reach)]
    masts = [(-33.0, -reach - 8), (33.0, -reach - 8), (-36.0, 8.0), (36.0, 8.0)]
    pole = solid("floodlight", _floodlight(lit=brief.lamps))
    built += [put(pole, (x, 0, z), yaw=math.atan2(-x, -z - 10)) for x, z in masts]
    rows = [
        (0.0, 14.0, 4.0, 1.6, 1.7, 1.8, 16.0),
        (-12.0, 14.0, -14.0, 1.4, 1.5, 1.6, 16.0),
        (12.0, 14.0, -14.0, 1.4, 1.5, 1.6, 16.0),
        (0.0, 12.0, -30.0, 1.4, 1.5, 1.6, 16.0),
    ]
    return replace(
        place,
        scenery=(*keep, *built),
        lights=np.array(rows, np.float32) if brief.lamps else place.lights,
        extent=max(46.0, brief.clear * 6),
        landmark=(0.0, 4.0, -reach),
    )


def _goal() -> Mesh:
    white: Rgb = (0.80, 0.80, 0.78)
    frame = [cone((s * 3.66, 0, 0), (s * 3.66, 2.44, 0), 0.06, 0.06, white) for s in (-1, 1)]
    frame.append(cone((-3.66, 2.44, 0), (3.66, 2.44, 0), 0.06, 0.06, white))
    net = [
        cone((x, 2.44, 0), (x, 0, -1.8), 0.012, 0.012, (0.6, 0.6, 0.6), sides=3)
        for x in np.linspace(-3.66, 3.66, 22)
    ]
    net += [
        cone(
            (-3.66, y, -1.8 * (1 - y / 2.44)),
            (3.66, y, -1.8 * (1 - y / 2.44)),
            0.012,
            0.012,
            (0.6, 0.6, 0.6),
            sides=3,
        )
        for y in np.linspace(0, 2.4, 9)
    ]
    return join([*frame, *net])


CROWD: tuple[Rgb, ...] = (
    (0.55, 0.06, 0.05), (0.70, 0.68, 0.64), (0.08, 0.14, 0.40), (0.62, 0.46, 0.08), (0.10, 0.10, 0.11), (0.30, 0.36, 0.42),
)  # fmt: skip


def _stands(brief: Brief, reach: float) -> list[Mesh]:
    """Return three banks of seats with people, roofed, behind the goal and at both sides."""
    random = brief.chance("crowd")
    people = brief.allows("people", "crowd", "person", "audience")
    return [
        moved(_bank(random, 70.0, people=people), (0, 0, -reach - 9)),
        moved(
            _bank(random, 76.0, people=people),
            (-31, 0, -reach * 0.42),
            turn=rotation(0, math.pi / 2, 0),
        ),
        moved(
            _bank(random, 76.0, people=people),
            (31, 0, -reach * 0.42),
            turn=rotation(0, -math.pi / 2, 0),
        ),
    ]


def _bank(random: np.random.Generator, length: float, *, people: bool) -> Mesh:
    """Return a stand along x that rises towards -z, its front at z = 0."""
    steps = 15
    row = np.arange(steps)
    tread = boxes(
        np.stack([0 * row, 0.6 + row * 0.62, -row * 1.15], 1),
        np.stack([np.full(steps, length), 1.2 + 0 * row, np.full(steps, 1.15)], 1),
        (0.20, 0.20, 0.21),
    )
    parts = [tread, boxes([(0, 0.6, 0.75)], [(length, 1.2, 0.25)], (0.06, 0.16, 0.36))]
    boards = boxes(
        [(x, 0.6, 0.9) for x in np.arange(-length / 2 + 3, length / 2, 6)],
        (5.8, 0.85, 0.06),
        [CROWD[n % 6] for n in range(len(np.arange(-length / 2 + 3, length / 2, 6)))],
    )
    parts.append(boards)
    seats = np.arange(-length / 2 + 0.5, length / 2, 0.85)
    x, level = np.meshgrid(seats, row, indexing="ij")
    x, level = x.ravel() + random.normal(0, 0.08, x.size), level.ravel()
    taken = random.random(len(x)) < (0.86 if people else 0.0)
    body = np.stack([x, 1.55 + level * 0.62, -level * 1.15 + 0.1], 1)
    colour = np.asarray(CROWD)[random.integers(0, 6, len(x))] * random.uniform(
        0.7, 1.2, (len(x), 1)
    )
    parts.append(
        _facing(body, 0.5, 0.7, np.where(taken[:, None], colour, np.array([0.08, 0.20, 0.45])))
    )
    if people:
        parts.append(
            _facing(
                (body + np.array([0, 0.48, 0.03]))[taken],
                0.24,
                0.26,
                np.array([0.52, 0.33, 0.24]) * random.uniform(0.4, 1.15, (int(taken.sum()), 1)),
            )
        )
    roof = boxes([(0, 13.2, -9)], [(length, 0.4, 15)], (0.34, 0.35, 0.37))
    back = boxes([(0, 6.5, -17)], [(length, 13, 0.5)], (0.16, 0.17, 0.19))
    return join([*parts, roof, back])


def _facing(at: Values, wide: float, high: float, colours: Values) -> Mesh:
    """Return an upright card towards +z at each point."""
    half = np.array(
        [
            [-wide / 2, -high / 2, 0],
            [wide / 2, -high / 2, 0],
            [wide * 0.36, high / 2, 0],
            [-wide * 0.36, high / 2, 0],
        ]
    )
    points = (at[:, None] + half[None]).reshape(-1, 3)
    first = np.arange(len(at))[:, None] * 4
    faces = np.concatenate([first + np.array([0, 1, 2]), first + np.array([0, 2, 3])])
    return mesh(
        points,
        faces,
        np.repeat(np.broadcast_to(colours, (len(at), 3)), 4, axis=0),
        normals=np.tile([0.0, 0.6, 0.8], (len(points), 1)),
    )


def _floodlight(*, lit: bool) -> Mesh:
    glow = (9.0, 9.2, 9.6) if lit else (0.6, 0.6, 0.58)
    lamps = [(x, y, 0.35) for x in np.linspace(-2.2, 2.2, 6) for y in (23.0, 24.2, 25.4)]
    return join(
        [cone((0, 0, 0), (0, 24, 0), 0.5, 0.3, (0.32, 0.33, 0.35)), boxes([(0, 24.2, 0.1)], [(5.4, 4.0, 0.3)], (0.12, 0.12, 0.13)),
         boxes(lamps, (0.66, 0.9, 0.2), glow, material=Material.EMISSIVE if lit else Material.SATIN)]
    )  # fmt: skip
