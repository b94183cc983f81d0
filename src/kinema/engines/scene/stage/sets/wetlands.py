"""Green and wet: river, waterfall, marsh, jungle."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Camera, Placed, Water
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, tube
from kinema.engines.scene.stage.backdrop import ALPS, FOOTHILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, rocks, trees, undergrowth
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.land import Values, mixed
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Air, Place, Weather
from kinema.engines.scene.stage.sets.fields import GREEN, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.heights import firs
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.fire import Plume, plume
from kinema.engines.scene.stage.weather.sprites import sprites, together

RIVER = Water(level=-0.55, wave=0.16, deep=(0.012, 0.06, 0.055), shallow=(0.05, 0.16, 0.13))


def stone(random: np.random.Generator) -> Mesh:
    """Return a mossy boulder."""
    return rocks.rock(random, size=0.8, cover=(0.06, 0.11, 0.025))


def river(brief: Brief) -> Place:
    """Build a river that winds past behind the heroes, between trees, with stones in it."""
    off = brief.clear + 4.5

    def bed(x: Values, z: Values) -> Values:
        middle = -off - 1.6 * np.sin(x * 0.14 + 0.5) - 14 * smooth(x, 4, 40) + 3 * smooth(-x, 6, 40)
        across = np.abs(z - middle) * (1 - 0.45 * smooth(x, 4, 40))
        return np.asarray(-2.1 * smooth(across, 5.2, 2.6), np.float64)

    spec = Country(
        roll=0.5, soil=GREEN, extra_relief=bed, flowers=undergrowth.MEADOW[:3], blooms=260, stones=20, front=170,
        plantings=(
            *broadleaves(brief), Planting(make=stone, word="rock", count=26, near=2.0, far=24, apart=1.6, size=0.6, scale=(0.3, 1.2), sides=4, sink=0.25),
            shrubs(foliage.BY_SEASON[brief.season][0], count=22), *firs(brief, count=70, near=24),
        ),
        ranges=(FOOTHILLS, replace(ALPS, near=420, height=220, snowline=80)),
    )  # fmt: skip
    place = country(spec, brief)
    return replace(
        place,
        water=replace(RIVER, wave=0.22),
        weather=small_life(brief),
        path=((-14.0, 0.0, -1.5), (0.0, 0.0, 0.0), (3.0, 0.0, 7.0)),
    )


def waterfall(brief: Brief) -> Place:
    """Build a fall over a cliff into a pool, mist over it, ferns and mossy rocks about."""
    away = brief.clear * 2 + 14.0
    height = 8.5

    def cliff(x: Values, z: Values) -> Values:
        edge = -away - 0.10 * x * x * 0.12 + 2.5 * (fractal(x / 5, z / 9, 3, 3) - 0.5)
        wall = smooth(z - edge, 0, -2.4) * (
            height + 5 * (ridges(x / 9, z / 9, 8, 4) - 0.35) * smooth(np.abs(x), 2.6, 6)
        )
        sides = (
            smooth(np.abs(x), 13, 24)
            * 9
            * smooth(z, 6, -10)
            * (0.7 + 0.6 * fractal(x / 6, z / 6, 5))
        )
        pool = -1.5 * smooth(np.hypot(x * 0.8, z + away - 6.5), 8.5, 6.2)
        out = (
            -1.1
            * smooth(np.abs(x - 6.5 - 0.22 * (z + away)), 3.4, 1.8)
            * smooth(z, -away + 2, -away + 6)
            * smooth(np.hypot(x, z), brief.clear, brief.clear + 2)
        )
        return np.asarray(np.maximum(wall, sides) + np.where(wall < 0.3, pool + out, 0), np.float64)

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        n = fractal(x / 2.6, z / 2.6 + y / 2.6, 6)
        grass = mixed((0.045, 0.10, 0.025), (0.14, 0.22, 0.05), n)
        rock = mixed((0.07, 0.07, 0.065), (0.22, 0.205, 0.18), fractal(x / 2 + y, y / 1.4, 4))
        steep = smooth(up, 0.86, 0.6)[:, None]
        return np.asarray(grass * (1 - steep) + rock * steep, np.float64)

    spec = Country(
        roll=0.4, extra_relief=cliff, paint=paint, reach=120, front=220, stones=26,
        plantings=(
            Planting(make=lambda random: undergrowth.fern(random, size=1.0), word="fern", shapes=4, count=50, near=2.2, far=16, apart=0.9, size=0.4, sides=16, scale=(0.6, 1.2)),
            Planting(make=stone, word="rock", count=22, near=2.5, far=14, apart=1.5, size=0.7, scale=(0.5, 1.8), sides=5, sink=0.25),
            *firs(brief, count=60, near=16), *broadleaves(brief)[:1],
        ),
    )  # fmt: skip
    place = country(spec, brief)
    top, foot = (0.4, height - 0.4, -away - 2.6), (0.4, -0.4, -away + 0.9)
    fall = here("fall", _fall(top, foot, 3.4), shadow=False)
    spray = Plume(
        at=(0.4, -0.3, foot[2] + 0.5),
        width=2.4,
        height=3.4,
        life=2.6,
        count=44,
        size=(0.5, 1.7),
        start=(0.85, 0.9, 0.95),
        end=(0.8, 0.86, 0.92),
        alpha=0.16,
    )
    drops = Plume(
        at=(0.4, -0.3, foot[2] + 0.4),
        width=2.0,
        height=1.6,
        life=0.7,
        count=60,
        size=(0.06, 0.03),
        start=(0.9, 0.95, 1.0),
        end=(0.8, 0.86, 0.92),
        alpha=0.5,
    )
    streaks = _streaks(brief, top, foot)
    return replace(
        place, scenery=(*place.scenery, fall), water=Water(level=-0.42, wave=0.3, deep=(0.012, 0.07, 0.07), shallow=(0.06, 0.2, 0.18)),
        weather=together(plume(brief.seed, spray), plume(brief.seed + 1, drops), *streaks, small_life(brief)), landmark=(0.4, height * 0.5, -away),
    )  # fmt: skip


def _fall(top: tuple[float, float, float], foot: tuple[float, float, float], wide: float) -> Mesh:
    """Return the curtain of water, streaked white and blue."""
    share, across = np.meshgrid(np.linspace(0, 1, 26), np.linspace(-1, 1, 30), indexing="ij")
    bulge = 0.5 * np.sin(across * 9 + 2) * 0.3 + 0.25 * np.sin(across * 21)
    x = top[0] + across * wide * (0.85 + 0.25 * share) + 0.1 * np.sin(share * 13 + across * 9)
    z = top[2] + (foot[2] - top[2]) * (1 - (1 - share) ** 2.2) + bulge * 0.25
    y = top[1] + (foot[1] - top[1]) * share**1.25
    points = np.stack([x, y, z], -1)[::-1]
    streak = np.clip(
        0.55 + 0.55 * np.sin(across * 26 + 3 * np.sin(across * 7)) * 0.6 + 0.3 * share, 0, 1
    )[::-1, :, None]
    colours = np.array([0.10, 0.20, 0.24]) * (1 - streak) + np.array([0.40, 0.44, 0.47]) * streak
    rows, columns = share.shape
    row, column = np.meshgrid(np.arange(rows - 1), np.arange(columns - 1), indexing="ij")
    first = (row * columns + column).ravel()
    faces = np.concatenate(
        [
            np.stack([first, first + 1, first + columns + 1], 1),
            np.stack([first, first + columns + 1, first + columns], 1),
        ]
    )
    return mesh(
        points.reshape(-1, 3),
        faces,
        colours.reshape(-1, 3),
        material=Material.LEAF,
        normals=np.tile([0.0, 0.5, 0.85], (rows * columns, 1)),
    )


def _streaks(
    brief: Brief, top: tuple[float, float, float], foot: tuple[float, float, float]
) -> list[Weather]:
    """Return drops that fall with the water, so that it is seen to move."""
    base = brief.chance("streaks").random((260, 3), np.float32)

    def at(time: float, camera: Camera) -> Air:
        del camera
        age = (base[:, 0] + time * (0.55 + 0.2 * base[:, 2])) % 1
        share = age**1.6
        x = top[0] + (base[:, 1] * 2 - 1) * 3.2 * (0.85 + 0.25 * share)
        z = top[2] + (foot[2] - top[2]) * (1 - (1 - share) ** 2.2) + 0.35
        y = top[1] + (foot[1] - top[1]) * share
        fade = np.minimum(1, np.minimum(age * 8, (1 - age) * 6))
        return Air(
            sprites=sprites(
                np.stack([x, y, z], 1),
                radius=0.07 + 0.06 * base[:, 2],
                colour=(0.95, 0.98, 1.0),
                alpha=0.4 * fade,
                stretch=5,
            )
        )

    return [at]


def marsh(brief: Brief) -> Place:
    """Build a swamp: islands of reeds, dead trees with moss, still dark water, mist."""
    size = brief.clear + 2.2

    def isles(x: Values, z: Values) -> Values:
        ground = fractal(x / 9, z / 9, brief.seed % 91, 3) - 0.56
        home = smooth(np.hypot(x, z * 0.8), size + 3, size)
        return np.asarray(np.maximum(ground * 3.2, -1.2) * (1 - home), np.float64)

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del up
        n = fractal(x / 2, z / 2, 4)
        mud = mixed((0.035, 0.032, 0.02), (0.085, 0.075, 0.045), n)
        grass = mixed((0.05, 0.08, 0.02), (0.17, 0.19, 0.06), n)
        dry = smooth(y, -0.3, 0.05)[:, None]
        return np.asarray(mud * (1 - dry) + grass * dry, np.float64)

    spec = Country(
        roll=0.12, extra_relief=isles, paint=paint, stones=0, reach=180, front=150, blades=8000, sward=undergrowth.TALL,
        plantings=(
            Planting(make=lambda random: undergrowth.reeds(random, height=1.6, count=30), word="reed", count=90, near=1.0, far=34, apart=1.0, size=0.4, scale=(0.6, 1.25), sides=22),
            Planting(make=_mangrove, count=16, near=5, far=60, apart=6, size=1.5, sides=3, sink=0.4),
            *broadleaves(brief)[1:],
        ),
    )  # fmt: skip
    place = country(spec, brief)
    pads = _lilies(brief, place)
    life = drifting(brief.seed, drift.FIREFLIES if brief.lamps else drift.MOTES)
    return replace(
        place,
        scenery=(*place.scenery, pads),
        water=Water(level=-0.32, wave=0.03, deep=(0.012, 0.018, 0.01), shallow=(0.04, 0.045, 0.02)),
        weather=life,
    )


def _mangrove(random: np.random.Generator) -> Mesh:
    """Return a dead tree on stilts of roots, with hanging moss."""
    tree = trees.bare(random, height=7, bark=(0.075, 0.065, 0.055))
    roots = []
    for _ in range(8):
        turn = float(random.uniform(0, 6.28))
        way = np.array([math.cos(turn), 0, math.sin(turn)])
        roots.append(
            tube(
                np.stack(
                    [(0, 1, 0) + way * 0, way * 0.55 + (0, 0.62, 0), way * 1.15 + (0, -0.4, 0)]
                ),
                [0.12, 0.09, 0.06],
                (0.075, 0.06, 0.05),
                sides=5,
                material=Material.BARK,
            )
        )
    tips = tree.vertices[tree.vertices[:, 1] > 3.5]
    picks = tips[random.integers(0, len(tips), 60)].astype(np.float64)
    moss = foliage.cards(
        picks - np.array([0, 0.3, 0]),
        np.tile([0.0, 0.4, 0.9], (60, 1)),
        0.3,
        (0.16, 0.18, 0.09),
        random,
        slender=0.25,
        loose=0.3,
    )
    moss.vertices[:, 1] -= np.tile([0, 0.1, 0.5, 0.1], 60).astype(np.float32)
    return join([tree, *roots, moss])


def _lilies(brief: Brief, place: Place) -> Placed:
    """Return lily pads with some flowers."""
    random = brief.chance("lilies")
    x, z = random.uniform(-14, 14, 240), random.uniform(-26, 6, 240)
    deep = place.ground(x.astype(np.float32), z.astype(np.float32)) < -0.45
    x, z = x[deep][:80], z[deep][:80]
    parts = []
    turn = np.linspace(0.25, 6.03, 11)
    for u, v in zip(x, z, strict=True):
        size, spin = float(random.uniform(0.14, 0.32)), float(random.uniform(0, 6))
        rim = np.stack(
            [u + size * np.cos(turn + spin), np.full(11, -0.3), v + size * np.sin(turn + spin)], 1
        )
        points = np.concatenate([[[u, -0.3, v]], rim])
        faces = [(0, k + 2, k + 1) for k in range(10)]
        tone = np.array([0.07, 0.20, 0.04]) * float(random.uniform(0.7, 1.3))
        parts.append(
            mesh(points, faces, tone, material=Material.LEAF, normals=np.tile([0.0, 1, 0], (12, 1)))
        )
    if not parts:
        return here("lilies", cone((0, -9, 0), (0, -8, 0), 0.01, 0.01, (0, 0, 0)), shadow=False)
    return here("lilies", join(parts), shadow=False)


def jungle(brief: Brief) -> Place:
    """Build a rainforest: big leaves, buttressed trees, lianas, light through the canopy."""

    def giant(random: np.random.Generator) -> Mesh:
        return _kapok(random)

    def broad(random: np.random.Generator) -> Mesh:
        return _big_leaves(random)

    def bamboo(random: np.random.Generator) -> Mesh:
        return _bamboo(random)

    stand = bamboo if brief.wants("bamboo") else giant
    spec = Country(
        roll=1.0, wave=12, soil=((0.03, 0.035, 0.014), (0.085, 0.10, 0.03)), patch=2.5, sward=undergrowth.FOREST, blades=7000,
        track=(0.12, 0.075, 0.04), bend=1.2, reach=120, stones=10,
        plantings=(
            Planting(make=stand, shapes=4, count=24, near=3.2, far=26, apart=3.2, size=1.2, half_angle=1.2, sides=10, sink=0.2),
            Planting(make=stand, shapes=2, count=42, near=20, far=90, apart=3.2, size=1.2, sink=0.2),
            Planting(make=broad, word="plant", shapes=4, count=54, near=1.6, far=22, apart=1.0, size=0.6, scale=(0.6, 1.5), sides=26),
            Planting(make=lambda random: trees.palm(random, height=5), shapes=2, count=9, near=5, far=34, apart=4, size=1, sides=3),
            Planting(make=lambda random: trees.bush(random, foliage.DEEP, size=2.2), word="bush", count=40, near=7, far=50, apart=1.6, size=1),
        ),
    )  # fmt: skip
    place = country(spec, brief)
    return replace(
        place,
        weather=drifting(brief.seed, drift.FIREFLIES if brief.dark else drift.MOTES),
        scenery=(*place.scenery, *_lianas(brief)),
    )


def _kapok(random: np.random.Generator) -> Mesh:
    """Return a tall trunk with buttresses and a crown far up."""
    height = float(random.uniform(13, 18))
    bark = (0.12, 0.10, 0.07)
    parts = [trees.stem(height, 0.42, bark, lean=float(random.uniform(-0.04, 0.04)), sides=10)]
    for n in range(5):
        turn = n * 1.257 + float(random.uniform(-0.2, 0.2))
        way = np.array([math.cos(turn), 0, math.sin(turn)])
        side = np.array([-way[2], 0, way[0]]) * 0.07
        points = np.stack(
            [
                way * 0.3 + [0, 2.6, 0],
                way * 1.5 + [0, -0.2, 0] + side,
                way * 1.5 + [0, -0.2, 0] - side,
                way * 0.2 + [0, -0.2, 0],
            ]
        )
        parts.append(mesh(points, [(0, 1, 3), (0, 3, 2), (0, 2, 1)], bark, material=Material.BARK))
    masses = [
        (
            (
                float(random.normal(0, 1.6)),
                height * float(random.uniform(0.8, 1.0)),
                float(random.normal(0, 1.6)),
            ),
            (2.4, 1.4, 2.4),
        )
        for _ in range(6)
    ]
    parts.append(foliage.crown(masses, 420, 0.42, foliage.DEEP, random))
    return join(parts)


def _big_leaves(random: np.random.Generator) -> Mesh:
    """Return a plant of large paddle leaves, about 1.6 m high."""
    parts = []
    for n in range(9):
        length = float(random.uniform(0.9, 1.7))
        share = np.linspace(0, 1, 8)
        droop = float(random.uniform(0.4, 1.1))
        out = share * length * 0.75
        up = length * (1.1 * share - droop * 0.75 * share**2.2)
        wide = 0.2 * length * np.sin(np.pi * np.clip(share * 1.05 - 0.2, 0, 1)) + 0.008
        points = np.stack(
            [
                np.stack([out, up - 0.05 * (wide > 0.02), wide], 1),
                np.stack([out, up, 0 * out], 1),
                np.stack([out, up - 0.05 * (wide > 0.02), -wide], 1),
            ],
            1,
        )
        first = np.arange(7)[:, None] * 3
        faces = np.concatenate(
            [first + np.array(f) for f in ((0, 1, 4), (0, 4, 3), (1, 2, 5), (1, 5, 4))]
        )
        tone = (
            np.array([0.02, 0.075, 0.02])
            + share[:, None, None]
            * np.array([0.07, 0.17, 0.035])
            * np.array([1.0, 0.7, 1.0])[None, :, None]
        )
        leaf = mesh(
            points.reshape(-1, 3),
            faces,
            np.broadcast_to(tone, points.shape).reshape(-1, 3),
            material=Material.LEAF,
            normals=np.tile([0.25, 1, 0], (24, 1)),
            occlusion=np.repeat(np.clip(0.4 + share, 0, 1), 3),
        )
        parts.append(moved(leaf, turn=rotation(0, n * 0.698 + float(random.normal(0, 0.15)), 0)))
    return join(parts)


def _bamboo(random: np.random.Generator) -> Mesh:
    """Return a clump of bamboo, 9 m high."""
    parts = []
    for _ in range(6):
        x, z = random.normal(0, 0.45, 2)
        lean = random.normal(0, 0.5, 2)
        share = np.linspace(0, 1, 13)
        line = np.stack([x + lean[0] * share**2, share * 9.5 - 0.2, z + lean[1] * share**2], 1)
        tone = np.where(np.arange(13) % 2, 1.0, 0.75)[:, None] * np.array([0.16, 0.25, 0.05])
        parts.append(tube(line, 0.06 * (1.1 - 0.6 * share), tone, sides=6))
        spots = line[random.integers(6, 13, 34)] + random.normal(0, 0.35, (34, 3))
        parts.append(
            foliage.cards(
                spots,
                np.tile([0.0, 0.8, 0.4], (34, 1)),
                0.3,
                np.array([0.13, 0.27, 0.05]) * random.uniform(0.6, 1.3, (34, 1)),
                random,
                slender=0.18,
            )
        )
    return join(parts)


def _lianas(brief: Brief) -> list[Placed]:
    """Return creepers that hang across the picture's upper edge."""
    random = brief.chance("lianas")
    parts = []
    for _ in range(9):
        a = np.array([random.uniform(-9, 9), random.uniform(6, 9), random.uniform(-16, -3)])
        b = a + np.array([random.uniform(-5, 5), random.uniform(-0.5, 0.5), random.uniform(-3, 1)])
        share = np.linspace(0, 1, 12)[:, None]
        line = a * (1 - share) + b * share
        line[:, 1] -= 4 * random.uniform(0.8, 2.2) * (share * (1 - share))[:, 0]
        parts.append(tube(line, 0.04, (0.10, 0.09, 0.04), sides=5, material=Material.BARK))
        spots = line[random.integers(0, 12, 16)] + random.normal(0, 0.12, (16, 3))
        parts.append(
            foliage.cards(
                spots,
                np.tile([0.0, 0.7, 0.5], (16, 1)),
                0.14,
                np.array([0.09, 0.22, 0.045]) * random.uniform(0.6, 1.3, (16, 1)),
                random,
            )
        )
    return [here("lianas", join(parts))]
