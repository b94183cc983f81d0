"""A lighthouse above the sea."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Water
from kinema.engines.scene.stage.backdrop import Range
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import beacons, rocks, roofs, undergrowth
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.land import Values
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.landmark import with_landmark


def lighthouse(brief: Brief) -> Place:
    """Build a lighthouse on a rocky point above the sea."""
    away = 74.0 + brief.clear * 2.2
    level = -4.5

    def cliffs(x: Values, z: Values) -> Values:
        point = np.hypot((x - 7) * 0.85, (z + away) * 0.8)
        land_ = smooth(point, 26, 13) * 1.5
        near = smooth(z + 0.2 * np.abs(x), -brief.clear - 12, -brief.clear - 4)
        whole = np.clip(np.maximum(near, land_), 0, 1.35)
        rough = (
            2.2
            * (fractal(x / 4.5, z / 4.5, 6, 4) - 0.5)
            * smooth(np.hypot(x, z), brief.clear + 1, brief.clear + 6)
        )
        return np.asarray(
            np.where(
                whole > 0.02,
                -9 + 9 * np.minimum(whole, 1) + 3 * np.maximum(whole - 1, 0) + rough * whole,
                -9.0,
            ),
            np.float64,
        )

    spec = Country(
        roll=0.3, vista=0.25, soil=((0.12, 0.13, 0.055), (0.26, 0.25, 0.13)), extra_relief=cliffs,
        sward=undergrowth.GRASS,
        blades=7000, stones=34, stone=((0.11, 0.10, 0.095), (0.32, 0.29, 0.26)),
        flowers=(undergrowth.DAISY, undergrowth.LILAC),
        blooms=160, reach=140, front=170,
        plantings=(Planting(make=lambda random: rocks.rock(random, size=1.2, detail=3,
            dark=(0.10, 0.09, 0.085), light=(0.3, 0.27, 0.25)), word="rock", count=24, near=4,
        far=50, apart=2.5, size=1, scale=(0.6, 2.2), sides=3, sink=0.3),),
        ranges=(Range(near=420, far=1100, height=80, width=210, jagged=0.5, foot=(0.09, 0.12, 0.06),
            rock=(0.17, 0.14, 0.12), half=1.5, columns=100, base=-26),),
    )  # fmt: skip
    place = country(spec, brief)
    y = place.height(7, -away)
    shape = beacons.lighthouse(lit=brief.lamps or "fog" in brief.setting.weather)
    home = roofs.cottage(
        brief.chance("keeper"),
        lit=brief.lamps,
        wall=(0.74, 0.72, 0.68),
        roof=(0.32, 0.08, 0.05),
        width=6,
    )
    built = [
        put(solid("lighthouse", shape), (7, y - 0.5, -away)),
        put(
            solid("keeper's house", home),
            (-0.5, place.height(-0.5, -away + 1) - 0.2, -away + 1),
            yaw=0.3,
        ),
    ]
    place = with_landmark(place, built, (7.0, y + 13, -away))
    wave = 0.75 if {"storm", "wind"}.intersection(brief.setting.weather) else 0.4
    lights = (
        np.array([(7, y + 23.3, -away + 2.5, 4, 3.2, 1.8, 14)], np.float32)
        if brief.lamps
        else place.lights
    )
    return replace(
        place,
        water=Water(level=level, wave=wave, deep=(0.008, 0.05, 0.07), shallow=(0.04, 0.2, 0.2)),
        lights=lights,
    )
