"""A fall over a cliff into a pool."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Camera, Water
from kinema.engines.scene.shape.mesh import mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import undergrowth
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.land import Relief, Values, mixed
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Air, Place, Weather
from kinema.engines.scene.stage.sets.fields import broadleaves, small_life
from kinema.engines.scene.stage.sets.mountain import firs
from kinema.engines.scene.stage.sets.river import stone
from kinema.engines.scene.stage.weather.fire import Plume, plume
from kinema.engines.scene.stage.weather.sprites import sprites, together

HEIGHT = 8.5
"""Of the fall, metres."""


def waterfall(brief: Brief) -> Place:
    """Build a fall over a cliff into a pool, mist over it, ferns and mossy rocks about."""
    away = brief.clear * 2 + 14.0
    spec = Country(
        roll=0.4, extra_relief=_cliff(brief, away), paint=_paint, reach=120, front=220, stones=26,
        plantings=(
            Planting(make=lambda random: undergrowth.fern(random, size=1.0), word="fern", shapes=4,
                     count=50, near=2.2, far=16, apart=0.9, size=0.4, sides=16, scale=(0.6, 1.2)),
            Planting(make=stone, word="rock", count=22, near=2.5, far=14, apart=1.5, size=0.7,
                     scale=(0.5, 1.8), sides=5, sink=0.25),
            *firs(brief, count=60, near=16), *broadleaves(brief)[:1],
        ),
    )  # fmt: skip
    place = country(spec, brief)
    top, foot = (0.4, HEIGHT - 0.4, -away - 2.6), (0.4, -0.4, -away + 0.9)
    fall = here("fall", _fall(top, foot, 3.4), shadow=False)
    water = Water(level=-0.42, wave=0.3, deep=(0.012, 0.07, 0.07), shallow=(0.06, 0.2, 0.18))
    moving = [*_spray(brief, foot[2]), *_streaks(brief, top, foot), small_life(brief)]
    return replace(
        place,
        scenery=(*place.scenery, fall),
        water=water,
        weather=together(*moving),
        landmark=(0.4, HEIGHT * 0.5, -away),
    )


def _cliff(brief: Brief, away: float) -> Relief:
    def cliff(x: Values, z: Values) -> Values:
        edge = -away - 0.012 * x * x + 2.5 * (fractal(x / 5, z / 9, 3, 3) - 0.5)
        crags = 5 * (ridges(x / 9, z / 9, 8, 4) - 0.35) * smooth(np.abs(x), 2.6, 6)
        wall = smooth(z - edge, 0, -2.4) * (HEIGHT + crags)
        rough = 0.7 + 0.6 * fractal(x / 6, z / 6, 5)
        sides = 9 * smooth(np.abs(x), 13, 24) * smooth(z, 6, -10) * rough
        pool = -1.5 * smooth(np.hypot(x * 0.8, z + away - 6.5), 8.5, 6.2)
        bed = smooth(np.abs(x - 6.5 - 0.22 * (z + away)), 3.4, 1.8)
        bed = bed * smooth(z, -away + 2, -away + 6)
        out = -1.1 * bed * smooth(np.hypot(x, z), brief.clear, brief.clear + 2)
        low = np.where(wall < 0.3, pool + out, 0)
        return np.asarray(np.maximum(wall, sides) + low, np.float64)

    return cliff


def _paint(x: Values, y: Values, z: Values, up: Values) -> Values:
    share = fractal(x / 2.6, z / 2.6 + y / 2.6, 6)
    grass = mixed((0.045, 0.10, 0.025), (0.14, 0.22, 0.05), share)
    rock = mixed((0.07, 0.07, 0.065), (0.22, 0.205, 0.18), fractal(x / 2 + y, y / 1.4, 4))
    steep = smooth(up, 0.86, 0.6)[:, None]
    return np.asarray(grass * (1 - steep) + rock * steep, np.float64)


def _spray(brief: Brief, z: float) -> list[Weather]:
    """Return the mist at the foot of the fall, and drops in it."""
    mist = Plume(
        at=(0.4, -0.3, z + 0.5), width=2.4, height=3.4, life=2.6, count=44, size=(0.5, 1.7),
        start=(0.85, 0.9, 0.95), end=(0.8, 0.86, 0.92), alpha=0.16,
    )  # fmt: skip
    drops = Plume(
        at=(0.4, -0.3, z + 0.4), width=2.0, height=1.6, life=0.7, count=60, size=(0.06, 0.03),
        start=(0.9, 0.95, 1.0), end=(0.8, 0.86, 0.92), alpha=0.5,
    )  # fmt: skip
    return [plume(brief.seed, mist), plume(brief.seed + 1, drops)]


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
