"""High and dry places: mountains, volcano, desert."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.backdrop import ALPS, Range
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import cacti, foliage, rocks, trees, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.land import Values, land, mixed
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.fire import Plume, firelight, plume, smoke_of
from kinema.engines.scene.stage.weather.sprites import together

PEAK = (-95.0, -960.0)
"""(x, z) of the highest summit, metres."""


def firs(brief: Brief, *, count: int = 90, near: float = 16.0) -> tuple[Planting, ...]:
    """Return firs, near and far."""
    snow = 0.8 if brief.white else 0.0

    def fir(random: np.random.Generator) -> Mesh:
        return trees.conifer(random, foliage.DEEP, height=9, detail=0.8, snow=snow)

    def distant(random: np.random.Generator) -> Mesh:
        return trees.conifer(random, foliage.DEEP, height=9, detail=0.5, snow=snow)

    return (
        Planting(make=fir, count=14, near=near, far=60, apart=4, size=1.5, sides=4),
        Planting(make=distant, shapes=2, count=count, near=55, far=240, apart=3.5, size=1.2,
                 half_angle=1.1, scale=(0.8, 1.5)),
    )  # fmt: skip


def mountain(brief: Brief) -> Place:
    """Build an alpine valley under jagged snow peaks, one of them far above the rest."""
    snowline = 20.0 if brief.white else 165.0
    chain = replace(
        ALPS, height=300, width=270, snowline=snowline, peak=390, peak_at=PEAK, columns=300,
        near=280, far=1500, foot=(0.07, 0.10, 0.045), rock=(0.135, 0.125, 0.145),
    )  # fmt: skip
    spec = Country(
        roll=2.6,
        wave=40,
        rise=10,
        reach=420,
        soil=((0.075, 0.085, 0.04), (0.17, 0.19, 0.075)),
        patch=7,
        sward=undergrowth.GRASS,
        blades=9000,
        flowers=(undergrowth.DAISY, undergrowth.LILAC),
        blooms=200,
        plantings=(*firs(brief), _boulders(8)),
        stones=22,
        ranges=(chain,),
    )
    place = country(spec, brief)
    return replace(place, landmark=(PEAK[0], 190.0, PEAK[1]))


def _boulders(
    count: int, dark: Rgb = (0.08, 0.078, 0.08), light: Rgb = (0.25, 0.24, 0.24)
) -> Planting:
    def make(random: np.random.Generator) -> Mesh:
        return rocks.rock(random, size=1.0, dark=dark, light=light)

    return Planting(
        make=make, word="rock", count=count, near=4, far=45, apart=4, size=1.2, scale=(0.6, 2.2),
        sides=4, sink=0.25,
    )  # fmt: skip


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
        far = smooth(np.hypot(x, z), brief.clear + 3, brief.clear + 40)
        bend = 16 * fractal(x / 55, z / 55, seed + 3, 2)
        crest = 1 - np.abs(
            2 * fractal((x + z * 0.5 + bend) / 58 + 4, (z - x * 0.3) / 120, seed, 1) - 1
        )
        second = 1 - np.abs(2 * fractal((x - z * 0.4 + bend) / 27, z / 70, seed + 8, 1) - 1)
        return np.asarray((24 * crest**2.2 + 5 * second**2) * far - 5.0 * far, np.float64)

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
        roll=0.3, wave=18, paint=paint, sward=replace(undergrowth.DRY, clumps=0.97), blades=5000, stones=7,
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
        plantings=(_boulders(12, (0.16, 0.06, 0.035), (0.38, 0.17, 0.095)),),
        reach=500,
        ranges=(Range(near=200, far=900, height=120, width=210, jagged=0.8, foot=(0.32, 0.13, 0.06),
                      rock=(0.22, 0.08, 0.045), columns=130),),
    )  # fmt: skip
    return replace(
        country(spec, brief), weather=drifting(brief.seed, drift.SAND_DRIFT, strength=0.5)
    )


CRATER = (18.0, 128.0, -500.0)


def volcano(brief: Brief) -> Place:
    """Build a smoking cone over fields of black rock with veins of lava."""
    lava_seed = brief.seed % 89
    way = max(1.4, brief.clear)

    def veins(x: Values, z: Values) -> Values:
        crack = 1 - np.abs(2 * fractal(x / 13, z / 13, lava_seed, 3) - 1)
        return smooth(crack, 0.93, 0.985) * smooth(np.hypot(x, z), way * 1.2, way * 1.2 + 2)

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del y, up
        ash = mixed((0.028, 0.024, 0.024), (0.10, 0.085, 0.08), fractal(x / 3, z / 3, 6))
        return np.asarray(ash + veins(x, z)[:, None] * np.array([0.55, 0.10, 0.01]), np.float64)

    spec = Country(
        roll=1.6, wave=18, rise=6, sward=None, stones=40, paint=paint, patch=3,
        stone=((0.03, 0.027, 0.027), (0.12, 0.105, 0.10)), front=130,
        plantings=(_boulders(16, (0.028, 0.025, 0.025), (0.12, 0.10, 0.095)),),
        ranges=(Range(near=230, far=900, height=90, width=190, jagged=0.9, foot=(0.05, 0.042, 0.042),
                      rock=(0.075, 0.06, 0.058), columns=120),),
        extra_relief=lambda x, z: -0.35 * veins(x, z),
    )  # fmt: skip
    place = country(spec, brief)
    smoke = replace(smoke_of(CRATER, 30, shade=0.10, lean=0.25), life=14.0, count=90, alpha=0.4)
    glow = Plume(
        at=CRATER, width=10, height=60, life=2.6, count=120, size=(2.6, 1.0), start=(6.0, 2.2, 0.3),
        end=(2.4, 0.35, 0.03), alpha=0.8, glow=1.0,
    )  # fmt: skip
    events = [
        plume(brief.seed, smoke),
        plume(brief.seed + 1, glow),
        drifting(brief.seed, drift.EMBERS),
    ]
    events.append(
        firelight(brief.seed, (CRATER[0], CRATER[1] + 20, CRATER[2]), power=30, reach=120)
    )
    return replace(
        place,
        scenery=(*place.scenery, here("volcano", _cone(brief), shadow=False)),
        weather=together(*events),
        landmark=CRATER,
    )


def _cone_height(x: Values, z: Values) -> Values:
    away = np.hypot(x - CRATER[0], z - CRATER[2])
    flank = 170 * np.clip(1 - away / 190, 0, 1) ** 1.7
    flank = flank * (0.86 + 0.28 * ridges(x / 60, z / 60, 8, 4))
    return np.asarray(
        np.minimum(flank, CRATER[1] + (14 - away) * 0.4 + 4 * fractal(x / 9, z / 9, 4)) - 3,
        np.float64,
    )


def _cone(brief: Brief) -> Mesh:
    seed = brief.seed % 71

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del up
        ash = mixed((0.04, 0.034, 0.036), (0.14, 0.115, 0.11), fractal(x / 26, z / 26, seed))
        hot = smooth(y, 96, 130) * 0.6 * fractal(x / 12, z / 12, seed + 5)
        return np.asarray(ash + hot[:, None] * np.array([0.9, 0.16, 0.02]), np.float64)

    return land(
        _cone_height, paint, bearings=np.linspace(0, 2 * np.pi, 90), reach=np.linspace(0, 195, 46),
        middle=(CRATER[0], CRATER[2]),
    )  # fmt: skip
