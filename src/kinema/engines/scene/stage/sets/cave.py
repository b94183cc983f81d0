"""A cavern with crystals."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.land import Relief, Values, ground_of, land, mixed
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import Clearing, fan
from kinema.engines.scene.stage.sets.hall import indoor
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting

Reliefs = tuple[Relief, Relief]
"""Height of a cave's floor and of its roof."""


def cave(brief: Brief) -> Place:
    """Build a cavern: stalactites, a still pool, glowing crystals and a shaft of light."""
    size = brief.clear + 2.5
    reliefs = _reliefs(brief, size)
    crystals, glows = _all_crystals(brief, reliefs[0])
    scenery = [*_rock(reliefs, size), *_spikes(brief, reliefs, size), *crystals]
    shell = Shell(
        left=-size - 4, right=size + 4, back=-size * 1.5 - 5, front=size + 8,
        height=5.0 + brief.clear,
    )  # fmt: skip
    lights = [*glows, (0.5, 4.2, 2.0, 1.0, 0.85, 0.65, 5.0)]
    motes = drifting(brief.seed, drift.MOTES, strength=0.6)
    pool = Water(level=-0.42, wave=0.03, deep=(0.004, 0.03, 0.045), shallow=(0.01, 0.08, 0.1))
    place = indoor(brief, scenery, shell, lights, motes)
    return replace(place, ground=ground_of(reliefs[0]), water=pool)


def _reliefs(brief: Brief, size: float) -> Reliefs:
    seed = brief.seed % 91

    def away(x: Values, z: Values) -> Values:
        return np.hypot(x * 0.9, (z + 5) * 0.62)

    def floor(x: Values, z: Values) -> Values:
        crags = 0.7 + 0.7 * ridges(x / 5, z / 5, seed, 4)
        walls = 11 * smooth(away(x, z), size + 5, size + 13) * crags
        level = smooth(np.hypot(x, z), brief.clear, brief.clear + 2)
        rough = 0.7 * (fractal(x / 2.2, z / 2.2, seed + 3, 4) - 0.5) * level
        bank = np.hypot(x - 2.2, (z + size + 4.2) * 0.9)
        pool = -0.9 * smooth(bank, size * 0.75 + 1.6, size * 0.75)
        return np.asarray(walls + rough + pool, np.float64)

    def roof(x: Values, z: Values) -> Values:
        high = 5.2 + 1.3 * brief.clear - 7.5 * smooth(away(x, z), size + 3, size + 13)
        lumps = 1.6 * (fractal(x / 3.1, z / 3.1, seed + 7, 4) - 0.5)
        drops = 2.2 * smooth(ridges(x / 1.9, z / 1.9, seed + 9, 2), 0.8, 1.0)
        return np.asarray(high + lumps - drops, np.float64)

    return floor, roof


def _paint(x: Values, y: Values, z: Values, up: Values) -> Values:
    share = fractal(x / 1.7 + y, z / 1.7 + y, 6)
    colour = mixed((0.022, 0.021, 0.025), (0.12, 0.10, 0.095), share)
    return np.asarray(colour * (0.65 + 0.35 * up[:, None]), np.float64)


def _rock(reliefs: Reliefs, size: float) -> list[Placed]:
    """Return floor and vault."""
    bearings = np.linspace(0, 2 * np.pi, 130)
    reach = np.concatenate([[0.0], np.geomspace(0.8, size + 17, 44)])
    ground, above = (
        land(relief, _paint, bearings=bearings, reach=reach, middle=(0, -3)) for relief in reliefs
    )
    vault = mesh(
        above.vertices, above.triangles[:, ::-1], above.colours[:, :3] * 2.2,
        material=Material.GROUND, normals=-above.normals,
    )  # fmt: skip
    return [here("floor", ground, shadow=False), here("vault", vault, shadow=False)]


def _spikes(brief: Brief, reliefs: Reliefs, size: float) -> list[Placed]:
    """Return stalagmites, and stalactites above."""
    random = brief.chance("cave")
    way = Clearing(
        radius=brief.clear, path=brief.clear * 0.6 + 0.4, cross=brief.clear * 0.6,
        view=brief.clear + 0.5, camera=brief.clear * 3 + 2,
    )  # fmt: skip
    kinds = models("stalagmite", [_spike(random) for _ in range(3)])
    spots = fan(
        random, 34, near=brief.clear + 1.2, far=size + 10, half_angle=1.5, clearing=way,
        apart=0.9, size=0.3,
    )  # fmt: skip
    placed = planted(kinds, spots, reliefs[0], random, scale=(0.5, 1.7))
    low, high = (-size - 5, -size * 1.6 - 7), (size + 5, 2)
    hanging = random.uniform(low, high, (26, 2))
    for one in planted(
        kinds, hanging, reliefs[1], random, scale=(0.6, 1.6), sink=-0.3, lean=0, shadow=False
    ):
        bones = one.bones.copy()
        bones[:, :, :2] *= -1
        placed.append(replace(one, bones=bones))
    return placed


GLOWS: tuple[Rgb, ...] = ((0.25, 0.85, 1.9), (1.0, 0.3, 1.7), (0.25, 1.5, 0.8))


def _all_crystals(brief: Brief, floor: Relief) -> tuple[list[Placed], list[tuple[float, ...]]]:
    """Return clusters to the left and right in turn, and the light that they give."""
    if not brief.allows("crystal", "crystals"):
        return [], []
    random = brief.chance("crystals")
    placed, lights = [], []
    for n in range(7):
        side = -1 if n % 2 else 1
        x, z = side * (brief.clear + 1.8 + 0.6 * n), -1.0 - 1.7 * n - brief.clear * 0.5
        y = float(floor(np.array([x]), np.array([z]))[0])
        red, green, blue = GLOWS[n % 3]
        cluster = solid("crystals", _crystals(random, (red, green, blue)))
        placed.append(put(cluster, (x, y - 0.1, z), scale=0.8 + 0.2 * (n % 3)))
        lights.append((x * 0.95, y + 0.7, z + 0.3, red * 1.1, green * 1.1, blue * 1.1, 2.6))
    return placed, list(lights)


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
