"""A cavern with crystals."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Water
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.land import Values, ground_of, land, mixed
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import Clearing, fan
from kinema.engines.scene.stage.sets.hall import indoor
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting


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
