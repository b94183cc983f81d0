"""A lighthouse above the sea."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Water
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.backdrop import Range
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import beacons, rocks, roofs, undergrowth
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.land import Relief, Values
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.landmark import with_landmark

LEVEL = -4.5
"""Height of the sea, metres."""

ROCK = (0.10, 0.09, 0.085), (0.3, 0.27, 0.25)
CAPES = Range(
    near=420, far=1100, height=80, width=210, jagged=0.5, foot=(0.09, 0.12, 0.06),
    rock=(0.17, 0.14, 0.12), half=1.5, columns=100, base=-26,
)  # fmt: skip


def _crag(random: np.random.Generator) -> Mesh:
    return rocks.rock(random, size=1.2, dark=ROCK[0], light=ROCK[1])


def lighthouse(brief: Brief) -> Place:
    """Build a lighthouse on a rocky point above the sea."""
    away = 74.0 + brief.clear * 2.2
    crags = Planting(
        make=_crag, word="rock", count=24, near=4, far=50, apart=2.5, size=1, scale=(0.6, 2.2),
        sides=3, sink=0.3,
    )  # fmt: skip
    spec = Country(
        roll=0.3, vista=0.25, soil=((0.12, 0.13, 0.055), (0.26, 0.25, 0.13)),
        extra_relief=_cliffs(brief, away), blades=7000, stones=34, stone=ROCK,
        flowers=(undergrowth.DAISY, undergrowth.LILAC), blooms=160, reach=140, front=170,
        plantings=(crags,), ranges=(CAPES,),
    )  # fmt: skip
    place = country(spec, brief)
    y = place.height(7, -away)
    shape = beacons.lighthouse(lit=brief.lamps or "fog" in brief.setting.weather)
    home = roofs.cottage(
        brief.chance("keeper"), lit=brief.lamps, wall=(0.74, 0.72, 0.68), roof=(0.32, 0.08, 0.05),
        width=6,
    )  # fmt: skip
    beside = (-0.5, place.height(-0.5, -away + 1) - 0.2, -away + 1)
    built = [
        put(solid("lighthouse", shape), (7, y - 0.5, -away)),
        put(solid("keeper's house", home), beside, yaw=0.3),
    ]
    place = with_landmark(place, built, (7.0, y + 13, -away))
    wave = 0.75 if {"storm", "wind"}.intersection(brief.setting.weather) else 0.4
    water = Water(level=LEVEL, wave=wave, deep=(0.008, 0.05, 0.07), shallow=(0.04, 0.2, 0.2))
    beam = np.array([(7, y + 23.3, -away + 2.5, 4, 3.2, 1.8, 14)], np.float32)
    return replace(place, water=water, lights=beam if brief.lamps else place.lights)


def _cliffs(brief: Brief, away: float) -> Relief:
    def cliffs(x: Values, z: Values) -> Values:
        point = 1.5 * smooth(np.hypot((x - 7) * 0.85, (z + away) * 0.8), 26, 13)
        near = smooth(z + 0.2 * np.abs(x), -brief.clear - 12, -brief.clear - 4)
        whole = np.clip(np.maximum(near, point), 0, 1.35)
        level = smooth(np.hypot(x, z), brief.clear + 1, brief.clear + 6)
        rough = 2.2 * (fractal(x / 4.5, z / 4.5, 6, 4) - 0.5) * level
        height = -9 + 9 * np.minimum(whole, 1) + 3 * np.maximum(whole - 1, 0) + rough * whole
        return np.asarray(np.where(whole > 0.02, height, -9.0), np.float64)

    return cliffs
