"""Beyond the air: the moon, open space, the sky above the clouds."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Camera, Placed
from kinema.engines.scene.shape.mesh import mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import sheet
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import clearing
from kinema.engines.scene.stage.dress import rocks
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.land import Values, angles, ground_of, land, mixed, rings
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Air, Bounds, Medium, Place, Weather
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import fan
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.sprites import sprites, together


def moon(brief: Brief) -> Place:
    """Build grey dust with craters, hills at the edge and the earth in a black sky."""
    random = brief.chance("craters")
    way = clearing(brief)
    small = fan(
        random, 46, near=brief.clear + 2, far=90, half_angle=1.5, clearing=way, apart=1, size=1
    )
    sizes = random.uniform(0.6, 2.6, len(small)) * (1 + np.hypot(*small.T) / 26)
    sizes = np.maximum(sizes, np.hypot(*small.T) * 0.075)
    keep = np.hypot(*small.T) - sizes * 1.7 > brief.clear
    craters = np.concatenate([small[keep], sizes[keep, None]], 1)
    seed = brief.seed % 977

    def relief(x: Values, z: Values) -> Values:
        distance = np.hypot(x, z)
        height = (
            0.5
            * (fractal(x / 7, z / 7, seed, 4) - 0.5)
            * smooth(distance, brief.clear, brief.clear + 6)
        )
        for cx, cz, size in craters:
            d = np.hypot(x - cx, z - cz) / size
            bowl = np.where(d < 1, d * d * 1.5 - 1.0, 0) + 0.55 * np.exp(-(((d - 1.02) / 0.2) ** 2))
            height = height + np.where(d < 1.8, size * 0.2 * bowl, 0)
        far = 46 * ridges(x / 95, z / 95, seed + 5, 5) * smooth(distance, 105, 330)
        return np.asarray(height + far, np.float64)

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del y
        grain = fractal(x / 4, z / 4, seed + 2, 5)
        colour = mixed((0.17, 0.168, 0.165), (0.37, 0.36, 0.35), np.clip(grain * 1.5 - 0.25, 0, 1))
        return np.asarray(colour * (0.75 + 0.25 * up[:, None]), np.float64)

    ground = land(relief, paint, bearings=angles(190, 50), reach=rings(0.8, 520, 92))
    stones = models(
        "moon rock",
        [rocks.rock(random, size=0.4, dark=(0.13, 0.13, 0.13), light=(0.33, 0.325, 0.32)) for _ in range(4)],
    )  # fmt: skip
    spots = fan(random, 110, near=2.2, far=70, half_angle=1.4, clearing=way, apart=0.4, size=0.3)
    scenery = [here("ground", ground, shadow=False)]
    scenery += planted(stones, spots, relief, random, scale=(0.2, 1.8), sink=0.12)
    if brief.allows("earth", "planet"):
        globe = solid("earth", rocks.earth(random, 1.0))
        scenery.append(put(globe, (-118, 128, -420), yaw=0.6, tilt=0.4, scale=56, shadow=False))
    return Place(
        kind="moon",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        extent=max(30.0, brief.clear * 6),
    )


NEBULAE: tuple[tuple[Rgb, Rgb], ...] = (
    ((0.34, 0.05, 0.30), (0.04, 0.16, 0.36)),
    ((0.40, 0.13, 0.05), (0.12, 0.05, 0.30)),
    ((0.03, 0.26, 0.26), (0.22, 0.05, 0.32)),
)
BANDS: tuple[tuple[Rgb, Rgb, Rgb], ...] = (
    ((0.55, 0.36, 0.20), (0.75, 0.62, 0.45), (0.40, 0.18, 0.10)),
    ((0.16, 0.30, 0.50), (0.38, 0.56, 0.70), (0.75, 0.80, 0.85)),
    ((0.46, 0.22, 0.34), (0.70, 0.45, 0.45), (0.85, 0.70, 0.50)),
)


def _nebula(brief: Brief) -> Weather:
    """Return clouds of glowing gas in the far distance, in which the stars still show."""
    random = brief.chance("nebula")
    first, second = NEBULAE[int(random.integers(len(NEBULAE)))]
    count = 64
    along = random.uniform(-1.15, 1.15, count)
    tilt = float(random.uniform(-0.4, 0.4))
    across = tilt * along + random.normal(0.06, 0.14, count)
    reach = 900.0
    at = np.stack([np.sin(along) * reach, across * reach, -np.cos(along) * reach], 1).astype(
        np.float32
    )
    share = np.clip(
        0.5 + 0.45 * np.sin(along * 3.1 + tilt * 9) + random.normal(0, 0.12, count), 0, 1
    )
    colours = np.asarray(first) * (1 - share[:, None]) + np.asarray(second) * share[:, None]
    core = random.random(count) < 0.16
    colours[core] = colours[core] * 0.8 + 0.22
    sizes = np.where(core, random.uniform(26, 60, count), random.uniform(80, 190, count))
    rows = sprites(at, radius=sizes, colour=colours, alpha=np.where(core, 0.5, 0.3), glow=1.0)

    def glowing(time: float, camera: Camera) -> Air:
        del time, camera
        return Air(sprites=rows)

    return glowing


def _rings(inner: float, outer: float) -> Mesh:
    """Return the flat ring of a planet, both sides."""
    turn = np.linspace(0, 2 * math.pi, 97)[:-1]
    reach = np.linspace(inner, outer, 9)
    r, t = np.meshgrid(reach, turn, indexing="ij")
    points = np.stack([np.sin(t) * r, 0 * r, np.cos(t) * r], -1)
    tone = np.array([0.2, 0.5, 0.62, 0.3, 0.06, 0.55, 0.48, 0.3, 0.1])[:, None, None]
    colours = np.asarray((0.9, 0.78, 0.62)) * np.broadcast_to(tone, (9, 96, 1))
    return sheet(points, colours, material=Material.LEAF, around=True)


def space(brief: Brief) -> Place:
    """Build open space: a ringed planet, a moon, asteroids and a nebula behind."""
    random = brief.chance("planets")
    scenery: list[Placed] = []
    bands = BANDS[int(random.integers(len(BANDS)))]
    side = float(random.choice((-1.0, 1.0)))
    if brief.allows("planet", "planets"):
        planet = solid("planet", rocks.globe(random, 1.0, bands))
        at = (side * 190.0, 66.0, -520.0)
        scenery.append(put(planet, at, tilt=0.35, scale=120, shadow=False))
        scenery.append(
            put(solid("rings", _rings(1.35, 2.15)), at, yaw=0.5, tilt=0.42, scale=120, shadow=False)
        )
        small = solid("moon", rocks.rock(random, size=1, squash=(1, 1, 1), detail=3, facets=False))
        scenery.append(put(small, (-side * 130, -42, -380), scale=22, shadow=False))
    kinds = models(
        "asteroid", [rocks.rock(random, size=1.0, squash=(1, 0.8, 0.9), detail=3) for _ in range(4)]
    )
    for _ in range(30):
        angle, reach = (
            float(random.uniform(-1.1, 1.1)),
            float(random.uniform(brief.clear * 2 + 9, 150)),
        )
        y = float(random.normal(-0.04, 0.16)) * reach
        at = (math.sin(angle) * reach, y, -math.cos(angle) * reach)
        size = float(random.uniform(0.2, 1.0)) ** 2 * reach * 0.035
        scenery.append(
            put(
                kinds[int(random.integers(4))],
                at,
                yaw=float(random.uniform(0, 6)),
                tilt=float(random.uniform(0, 6)),
                scale=size,
            )
        )
    return Place(
        kind="space",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(lambda x, z: np.full(np.shape(x + z), -1000.0)),
        clear=brief.clear,
        medium=Medium.SPACE,
        path=((side * -30.0, 8.0, -80.0), (0.0, 0.0, 0.0), (2.0, -0.5, 10.0)),
        bounds=Bounds(low=(-200, -200, -200), high=(200, 200, 200)),
        weather=together(_nebula(brief), drifting(brief.seed, drift.STARDUST)),
        extent=max(30.0, brief.clear * 6),
    )


def _bank(random: np.random.Generator, puffs: int = 26) -> Mesh:
    """Return one cumulus, 20 m wide, of soft balls: flat below, heaped above."""
    way, triangles = rocks.ball(2)
    points, colours, faces = [], [], []
    for number in range(puffs):
        size = float(random.uniform(2.2, 4.6)) * (1.2 if number < 5 else 1)
        at = np.array(
            [
                float(random.normal(0, 5.2)),
                abs(float(random.normal(0, 2.6))),
                float(random.normal(0, 2.8)),
            ]
        )
        at[1] *= max(0.15, 1 - abs(at[0]) / 11)
        shape = way * size * (1 + 0.1 * np.sin(way @ random.normal(0, 3, 3) + number)[:, None])
        shape[:, 1] = np.maximum(shape[:, 1] + at[1], -1.2) - at[1]
        faces.append(triangles + len(way) * number)
        points.append(shape + at)
        share = np.clip((shape[:, 1] + at[1] + 2) / 8, 0, 1)
        colours.append(mixed((0.62, 0.66, 0.76), (0.97, 0.97, 0.98), share))
    return mesh(
        np.concatenate(points),
        np.concatenate(faces),
        np.concatenate(colours),
        material=Material.SNOW,
    )


def sky(brief: Brief) -> Place:
    """Build the air above a sea of clouds, towers of cumulus about."""
    random = brief.chance("clouds")
    seed = brief.seed % 977
    scenery: list[Placed] = []
    if brief.allows("cloud", "clouds"):

        def relief(x: Values, z: Values) -> Values:
            swell = fractal(x / 46, z / 46, seed, 4)
            lumps = 1 - np.abs(2 * fractal(x / 15, z / 15, seed + 4, 3) - 1)
            return np.asarray(-26 + 17 * swell**1.5 + 5 * lumps * swell, np.float64)

        def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
            del x, z, up
            return mixed((0.58, 0.63, 0.75), (0.96, 0.96, 0.98), np.clip((y + 25) / 11, 0, 1))

        floor = land(
            relief,
            paint,
            bearings=angles(190, 40),
            reach=rings(6, 1500, 90),
            material=Material.SNOW,
        )
        scenery.append(here("clouds", floor, shadow=False))
        banks = models("cloud", [_bank(random) for _ in range(3)])
        for _ in range(13):
            angle, reach = (
                float(random.uniform(-0.95, 0.95)),
                float(random.uniform(55, 300)) + brief.clear * 4,
            )
            at = (
                math.sin(angle) * reach,
                float(random.uniform(-13, -2)) + reach * 0.01,
                -math.cos(angle) * reach,
            )
            scenery.append(
                put(
                    banks[int(random.integers(3))],
                    at,
                    yaw=float(random.normal(0, 0.3)),
                    scale=float(random.uniform(0.6, 1.1)) * reach / 70,
                    shadow=False,
                )
            )
    place = Place(
        kind="sky",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(lambda x, z: np.full(np.shape(x + z), -1000.0)),
        clear=brief.clear,
        medium=Medium.AIR,
        path=((-30.0, 14.0, -120.0), (0.0, 0.0, 0.0), (2.0, -0.5, 10.0)),
        bounds=Bounds(low=(-300, -12, -300), high=(300, 200, 300)),
        extent=max(60.0, brief.clear * 6),
    )
    return replace(place, weather=place.weather)
