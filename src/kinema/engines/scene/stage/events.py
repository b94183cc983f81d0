"""Weather and events that any place can have, laid over what the set brings itself."""

from collections.abc import Callable

import numpy as np

from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.place import Medium, Place, Weather
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import Drift, drifting
from kinema.engines.scene.stage.weather.fire import firelight, flames, plume, smoke_of
from kinema.engines.scene.stage.weather.fireworks import fireworks
from kinema.engines.scene.stage.weather.rain import rain
from kinema.engines.scene.stage.weather.snow import snowfall
from kinema.engines.scene.stage.weather.sprites import together
from kinema.engines.scene.stage.weather.storm import lightning

DRIFTS: dict[str, Drift] = {
    "leaves": drift.AUTUMN_LEAVES,
    "petals": drift.PETALS,
    "confetti": drift.CONFETTI,
    "bubbles": drift.BUBBLES,
    "fireflies": drift.FIREFLIES,
    "dust": drift.MOTES,
    "embers": drift.EMBERS,
}
"""What drifts in the air when these features are asked for."""


def _tone(brief: Brief) -> tuple[float, float, float]:
    """Return the colour that white things have in this light."""
    light = brief.palette
    red, green, blue = (
        0.55 * sun + 0.75 * sky for sun, sky in zip(light.sun_light, light.sky_light, strict=True)
    )
    return (min(red, 1.0), min(green, 1.0), min(blue, 1.0))


def _rain(brief: Brief, place: Place) -> Weather:
    level = place.water.level if place.water else -1e3
    strength = 1.0 if "storm" in brief.setting.weather else 0.8
    return rain(brief.seed, place.ground, strength=strength, level=level)


def _snow(brief: Brief, place: Place) -> Weather:
    del place
    wind = 1.6 if {"wind", "storm"}.intersection(brief.setting.weather) else 0.35
    return snowfall(brief.seed, wind=wind, colour=_tone(brief))


def _storm(brief: Brief, place: Place) -> Weather:
    return together(_rain(brief, place), lightning(brief.seed))


def _wind(brief: Brief, place: Place) -> Weather:
    del place
    kind = drift.AUTUMN_LEAVES if brief.season == "autumn" else drift.GREEN_LEAVES
    return drifting(brief.seed, kind, tint=_tone(brief))


WEATHERS: dict[str, Callable[[Brief, Place], Weather]] = {
    "rain": _rain,
    "storm": _storm,
    "snow": _snow,
    "wind": _wind,
}
"""Weather that is seen in the air; the rest is in the palette."""


def _fireworks(brief: Brief, place: Place) -> Weather:
    at = place.landmark or (0.0, 20.0, -60.0)
    high = np.array([at[0], 4.0 + 0.3 * abs(at[2]), at[2] * 1.05], np.float32)
    return fireworks(brief.seed, high, spread=abs(at[2]) * 0.25)


def _lightning(brief: Brief, place: Place) -> Weather:
    del place
    return lightning(brief.seed)


def _fire(brief: Brief, place: Place) -> Weather:
    at = (-place.clear * 1.5 - 0.6, 0.0, -place.clear - 0.8)
    plumes = [plume(brief.seed + n, each) for n, each in enumerate(flames(at, 1.0))]
    return together(*plumes, firelight(brief.seed, (at[0], 0.6, at[2]), power=1.3, reach=3.0))


def _smoke(brief: Brief, place: Place) -> Weather:
    return plume(brief.seed, smoke_of((0.0, 0.0, -place.clear * 1.6 - 2), 1.0, lean=0.2))


EVENTS: dict[str, Callable[[Brief, Place], Weather]] = {
    "fireworks": _fireworks,
    "lightning": _lightning,
    "fire": _fire,
    "smoke": _smoke,
}
"""Events by the feature that asks for them."""


def _open(place: Place) -> bool:
    return not place.indoor and place.medium not in (Medium.UNDERWATER, Medium.SPACE)


def over(brief: Brief, place: Place) -> Weather:
    """Return the place's own weather with that of the setting."""
    found = [place.weather]
    if _open(place):
        asked = [word for word in brief.setting.weather if word in WEATHERS]
        found += [WEATHERS[word](brief, place) for word in asked if brief.allows(word)]
    for word in brief.setting.features:
        if not brief.allows(word):
            continue
        if word in EVENTS:
            found.append(EVENTS[word](brief, place))
        elif word in DRIFTS:
            found.append(drifting(brief.seed, DRIFTS[word]))
    return together(*found) if len(found) > 1 else place.weather
