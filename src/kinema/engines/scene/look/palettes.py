"""Palettes by name, and which one a time, a weather and a place call for.

The palettes themselves are in ``palettes.toml``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from .palette import Palette
from .weather import WEATHERS

TIMES: Mapping[str, str] = MappingProxyType(
    {
        "dawn": "dawn",
        "sunrise": "dawn",
        "early morning": "dawn",
        "morning": "morning",
        "day": "day",
        "noon": "day",
        "midday": "day",
        "daytime": "day",
        "afternoon": "afternoon",
        "late afternoon": "golden hour",
        "golden hour": "golden hour",
        "sunset": "sunset",
        "evening": "dusk",
        "dusk": "dusk",
        "twilight": "dusk",
        "blue hour": "blue hour",
        "night": "night",
        "midnight": "night",
        "nighttime": "night",
        "moonlit": "moonlit",
        "moonlight": "moonlit",
    }
)
"""The palette that each word for a time asks for; an unknown word is day."""

DARK = frozenset({"night", "moonlit", "blue hour", "dusk"})
"""Palettes in which lamps are lit."""

WOODS = frozenset({"forest", "jungle"})
STREETS = frozenset({"city", "alley", "street"})
SPACE = frozenset({"moon", "space"})
WHITE = frozenset({"snow", "ski slope", "iceberg"})
WATERS = frozenset({"underwater"})
ROOMS = frozenset(
    {
        "room", "kitchen", "cafe", "restaurant", "bar", "bedroom", "bathroom", "office",
        "classroom", "library", "laboratory", "museum", "ballroom", "supermarket", "gym",
        "prison", "pool", "subway", "aquarium", "cave",
    }
)  # fmt: skip
STAGES = frozenset({"stage", "ballroom", "bar", "subway", "cave"})


def palette(time: str, weather: tuple[str, ...], kind: str) -> Palette:
    """Return the light of a place at a time in a weather.

    Args:
        time: A key of `TIMES`; any other word is taken as day.
        weather: Words such as ``rain`` or ``snow``, the leading one first; unknown ones are
            passed over.
        kind: A kind of place, such as ``forest`` or ``room``.
    """
    name = TIMES.get(time, "day")
    if kind == "studio":
        return PALETTES["studio"]
    if kind in SPACE:
        return PALETTES["space"]
    if kind in WATERS:
        return PALETTES["deep" if name in DARK else "underwater"]
    if kind in ROOMS or kind in STAGES:
        return _indoors(name, kind)
    return _outdoors(name, weather, kind)


def _indoors(name: str, kind: str) -> Palette:
    if kind in STAGES:
        return PALETTES["stage"]
    if name in DARK:
        return PALETTES["indoor evening"]
    if name in {"golden hour", "sunset"}:
        return PALETTES["indoor sunset"]
    return PALETTES["indoor morning" if name in {"dawn", "morning"} else "indoor day"]


def _outdoors(name: str, weather: tuple[str, ...], kind: str) -> Palette:
    light = PALETTES[name]
    if kind in STREETS and name in DARK:
        light = PALETTES["neon night"]
    if kind in WOODS:
        light = _under_trees(light, name)
    if kind in WHITE:
        light = _on_snow(light)
    if kind == "desert" and name == "day":
        light = _dusty(light)
    for word in weather[:2]:
        light = WEATHERS.get(word, _unchanged)(light)
    return light


def _unchanged(light: Palette) -> Palette:
    return light


def _under_trees(light: Palette, name: str) -> Palette:
    if name in {"dawn", "morning", "day", "afternoon"}:
        return PALETTES["misty forest"]
    return replace(light, dapple=0.6, fog=max(light.fog, 0.008), godrays=light.godrays + 0.15)


def _on_snow(light: Palette) -> Palette:
    """Return the light over a white ground: it throws light back, and the eye closes a little."""
    red, green, blue = light.sky_light
    return replace(
        light,
        ground_light=(0.75 * red, 0.78 * green, 0.82 * blue),
        exposure=light.exposure * 0.68,
        contrast=light.contrast * 1.03,
    )


def _dusty(light: Palette) -> Palette:
    return replace(
        light,
        name="desert " + light.name,
        horizon=(0.86, 0.74, 0.58),
        ground_light=(0.34, 0.24, 0.14),
        clouds=0.12,
        fog=0.004,
    )


def _read() -> Mapping[str, Palette]:
    text = files("kinema.engines.scene.look").joinpath("palettes.toml").read_text("utf-8")
    return MappingProxyType(
        {name: _palette(name, entry) for name, entry in tomllib.loads(text).items()}
    )


def _palette(name: str, entry: dict[str, Any]) -> Palette:
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
    return Palette(name=name, **values)


PALETTES = _read()
"""Every palette that was painted by hand, by name."""
