"""Dunes, mesas and the red planet."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.stage.backdrop import Range
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import cacti, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.land import Values, mixed
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.mountain import boulders
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting


def desert(brief: Brief) -> Place:
    """Build dunes, or a plain with mesas and cacti; the red planet if asked."""
    if brief.wants("mars", "red planet"):
        return _mars(brief)
    if brief.wants("mesa", "cactus", "cacti", "canyon"):
        return _mesas(brief)
    return _dunes(brief)


def _dunes(brief: Brief) -> Place:
    seed = brief.seed % 97

    def dunes(x: Values, z: Values) -> Values:
        far = smooth(np.hypot(x, z), brief.clear + 9, brief.clear + 75)
        phase = (0.4 * x + z) / 43 + 2.3 * fractal(x / 80, z / 95, seed, 2)
        share = phase - np.floor(phase)
        wave = np.where(share < 0.72, smooth(share, 0, 0.74), smooth(share, 1.0, 0.7))
        high = 5 + 17 * smooth(fractal(x / 70 + 3, z / 70, seed + 5, 2), 0.25, 0.75)
        return np.asarray((high * wave - 5) * far, np.float64)

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        ripple = 0.5 + 0.5 * np.sin((x * 0.9 + z * 2.1) * 3.0 + 9 * fractal(x / 5, z / 5, 2, 3))
        share = np.clip(
            0.25 * ripple * smooth(-z, 60, 0) + 0.9 * fractal(x / 26, z / 26, 6, 3), 0, 1
        )
        colour = mixed((0.43, 0.22, 0.085), (0.66, 0.40, 0.18), share)
        return np.asarray(
            colour * (0.55 + 0.45 * up[:, None] ** 2) * (0.92 + 0.006 * y[:, None]), np.float64
        )

    spec = Country(
        roll=0.3, wave=18, paint=paint, sward=replace(undergrowth.DRY, clumps=0.97), blades=5000,
        stones=7,
        stone=((0.20, 0.12, 0.07), (0.42, 0.28, 0.17)), extra_relief=dunes, reach=520, front=230,
        ranges=(
            Range(near=330, far=1100, height=80, width=240, jagged=0.25, foot=(0.50, 0.29, 0.13),
                  rock=(0.42, 0.24, 0.11), columns=130),
        ),
    )  # fmt: skip
    place = country(spec, brief)
    if brief.wants("pyramid", "pyramids"):
        place = replace(
            place, scenery=(*place.scenery, *_pyramids()), landmark=(-30.0, 20.0, -260.0)
        )
    return replace(place, weather=drifting(brief.seed, drift.SAND_DRIFT))


def _pyramids() -> list[Placed]:
    """Return three stepped pyramids in the distance."""
    steps = np.arange(26)
    side = 60 * (1 - steps / 26)
    sizes = np.stack([side * 2, np.full(26, 3.0), side * 2], 1)
    tone = 0.85 + 0.3 * ((steps * 7) % 5)[:, None] / 5
    shape = boxes(
        np.stack([0 * steps, steps * 3.0, 0 * steps], 1), sizes, np.array([0.50, 0.33, 0.17]) * tone
    )
    stone = solid("pyramid", shape)
    spots = ((-45.0, -300.0, 1.0), (95.0, -390.0, 0.85), (-190.0, -420.0, 0.7))
    return [put(stone, (x, -2, z), yaw=0.5, scale=size, shadow=False) for x, z, size in spots]


def _mesas(brief: Brief) -> Place:
    spec = Country(
        roll=0.7,
        soil=((0.36, 0.17, 0.085), (0.52, 0.29, 0.15)),
        patch=6,
        sward=replace(undergrowth.DRY, clumps=0.95),
        blades=5000,
        stones=26,
        stone=((0.22, 0.10, 0.055), (0.45, 0.25, 0.15)),
        plantings=(
            Planting(make=cacti.saguaro, word="cactus", count=14, near=6, far=70, apart=6, size=0.8,
                     sides=4),
            Planting(make=cacti.mesa, word="rock", count=8, near=300, far=760, apart=60, size=24,
                     scale=(0.7, 1.6), half_angle=0.85, shadow=False),
        ),
        reach=600,
        ranges=(Range(near=420, far=1200, height=80, width=260, jagged=0.6, foot=(0.36, 0.18, 0.10),
                      rock=(0.30, 0.14, 0.09), columns=110),),
    )  # fmt: skip
    return replace(country(spec, brief), weather=drifting(brief.seed, drift.DUST))


def _mars(brief: Brief) -> Place:
    spec = Country(
        roll=1.0,
        soil=((0.30, 0.105, 0.045), (0.46, 0.19, 0.085)),
        patch=7,
        sward=None,
        stones=46,
        stone=((0.16, 0.06, 0.035), (0.38, 0.17, 0.095)),
        plantings=(boulders(12, (0.16, 0.06, 0.035), (0.38, 0.17, 0.095)),),
        reach=500,
        ranges=(Range(near=200, far=900, height=120, width=210, jagged=0.8, foot=(0.32, 0.13, 0.06),
                      rock=(0.22, 0.08, 0.045), columns=130),),
    )  # fmt: skip
    return replace(
        country(spec, brief), weather=drifting(brief.seed, drift.SAND_DRIFT, strength=0.5)
    )
