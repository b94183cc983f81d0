"""A volcano over fields of lava."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.backdrop import Range
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.land import Values, land, mixed
from kinema.engines.scene.stage.noise import fractal, ridges, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.mountain import boulders
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.fire import Plume, firelight, plume, smoke_of
from kinema.engines.scene.stage.weather.sprites import together

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
        plantings=(boulders(16, (0.028, 0.025, 0.025), (0.12, 0.10, 0.095)),),
        ranges=(Range(near=230, far=900, height=90, width=190, jagged=0.9,
            foot=(0.05, 0.042, 0.042),
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
