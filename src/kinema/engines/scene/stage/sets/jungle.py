"""A rainforest."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import tube
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, trees, undergrowth
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting


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
        roll=1.0, wave=12, soil=((0.03, 0.035, 0.014), (0.085, 0.10, 0.03)), patch=2.5,
        sward=undergrowth.FOREST, blades=7000,
        track=(0.12, 0.075, 0.04), bend=1.2, reach=120, stones=10,
        plantings=(
            Planting(make=stand, shapes=4, count=24, near=3.2, far=26, apart=3.2, size=1.2,
                half_angle=1.2, sides=7, sink=0.2),
            Planting(make=stand, shapes=2, count=42, near=20, far=90, apart=3.2, size=1.2,
                sink=0.2),
            Planting(make=broad, word="plant", shapes=4, count=54, near=1.6, far=22, apart=1.0,
                size=0.6, scale=(0.6, 1.5), sides=26),
            Planting(make=lambda random: trees.palm(random, height=5), shapes=2, count=9, near=5,
                far=34, apart=4, size=1, sides=3),
            Planting(make=lambda random: trees.bush(random, foliage.DEEP, size=2.2), word="bush",
                count=40, near=7, far=50, apart=1.6, size=1),
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
    for _ in range(5):
        x, z = random.normal(0, 0.45, 2)
        lean = random.normal(0, 0.5, 2)
        share = np.linspace(0, 1, 13)
        line = np.stack([x + lean[0] * share**2, share * 9.5 - 0.2, z + lean[1] * share**2], 1)
        tone = np.where(np.arange(13) % 2, 1.0, 0.75)[:, None] * np.array([0.16, 0.25, 0.05])
        parts.append(tube(line, 0.06 * (1.1 - 0.6 * share), tone, sides=6))
        spots = line[random.integers(6, 13, 26)] + random.normal(0, 0.35, (26, 3))
        parts.append(
            foliage.cards(
                spots,
                np.tile([0.0, 0.8, 0.4], (26, 1)),
                0.3,
                np.array([0.13, 0.27, 0.05]) * random.uniform(0.6, 1.3, (26, 1)),
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
