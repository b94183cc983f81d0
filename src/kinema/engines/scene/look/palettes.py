"""Palettes by name, and which one a time, a weather and a place call for.

A palette is written for a camera that looks along -z. Light from the side or from behind the
subject models it best, so that is where the sun stands, except at noon.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from .palette import Palette, Rgb

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


def _grey(colour: Rgb, share: float, brightness: float) -> Rgb:
    """Return a colour that has lost a share of its hue, and has been made darker or brighter."""
    red, green, blue = colour
    mean = 0.3 * red + 0.55 * green + 0.15 * blue
    cool = (mean * 0.96, mean, mean * 1.06)
    return (
        (red + (cool[0] - red) * share) * brightness,
        (green + (cool[1] - green) * share) * brightness,
        (blue + (cool[2] - blue) * share) * brightness,
    )


def _scaled(colour: Rgb, factor: float) -> Rgb:
    return (colour[0] * factor, colour[1] * factor, colour[2] * factor)


def _overcast(light: Palette) -> Palette:
    return replace(
        light,
        name="overcast " + light.name,
        sun_light=_grey(light.sun_light, 0.7, 0.3),
        sky_light=_grey(light.sky_light, 0.6, 1.45),
        ground_light=_grey(light.ground_light, 0.3, 1.1),
        horizon=_grey(light.horizon, 0.7, 0.85),
        middle=_grey(light.middle, 0.75, 0.9),
        zenith=_grey(light.middle, 0.85, 0.75),
        cloud_dark=_grey(light.cloud_dark, 0.6, 0.8),
        cloud_light=_grey(light.cloud_light, 0.7, 0.78),
        clouds=0.95,
        billow=0.55,
        glow=light.glow * 0.25,
        glow_colour=_grey(light.glow_colour, 0.6, 0.7),
        disc=0.0,
        stars=light.stars * 0.1,
        godrays=0.0,
        dapple=light.dapple * 0.3,
        fog=light.fog * 1.6 + 0.001,
        saturation=light.saturation * 0.94,
        rim=light.rim * 0.7,
    )


def _rain(light: Palette) -> Palette:
    grey = _overcast(light)
    return replace(
        grey,
        name="rain, " + light.name,
        fog=grey.fog * 1.8 + 0.003,
        fog_height=0.012,
        exposure=light.exposure * 0.94,
        lift=(0.0, 0.006, 0.014),
        saturation=light.saturation * 0.92,
        contrast=light.contrast * 1.03,
    )


def _storm(light: Palette) -> Palette:
    wet = _rain(light)
    return replace(
        wet,
        name="storm, " + light.name,
        sky_light=_grey(wet.sky_light, 0.2, 0.62),
        horizon=_grey(wet.horizon, 0.2, 0.55),
        middle=_grey(wet.middle, 0.2, 0.42),
        zenith=_grey(wet.zenith, 0.2, 0.35),
        cloud_dark=_scaled(wet.cloud_dark, 0.34),
        cloud_light=_scaled(wet.cloud_light, 0.62),
        clouds=0.9,
        cloud_drift=5.0,
        exposure=light.exposure * 0.8,
        billow=0.9,
        contrast=light.contrast * 1.08,
    )


def _snow(light: Palette) -> Palette:
    grey = _overcast(light)
    return replace(
        grey,
        name="snow, " + light.name,
        sky_light=_scaled(grey.sky_light, 1.05),
        sun_light=_grey(light.sun_light, 0.3, 0.5),
        ground_light=(
            0.75 * grey.sky_light[0], 0.77 * grey.sky_light[1], 0.8 * grey.sky_light[2]
        ),
        fog=grey.fog * 1.8 + 0.004,
        fog_height=0.01,
        lift=(0.0, 0.004, 0.012),
        saturation=light.saturation * 0.98,
    )  # fmt: skip


def _fog(light: Palette) -> Palette:
    grey = _overcast(light)
    return replace(
        grey,
        name="fog, " + light.name,
        sun_light=_grey(light.sun_light, 0.4, 0.45),
        horizon=_grey(light.horizon, 0.45, 0.92),
        middle=_grey(light.horizon, 0.45, 0.96),
        zenith=_grey(light.middle, 0.5, 1.05),
        clouds=0.0,
        glow=light.glow * 0.8,
        glow_colour=light.glow_colour,
        fog=0.045,
        fog_height=0.03,
        contrast=light.contrast * 0.98,
    )


def _cloudy(light: Palette) -> Palette:
    return replace(
        light, clouds=0.62, godrays=light.godrays + 0.1, sun_light=_scaled(light.sun_light, 0.9)
    )


def _clear(light: Palette) -> Palette:
    return replace(light, clouds=min(light.clouds, 0.46))


def _windy(light: Palette) -> Palette:
    return replace(light, cloud_drift=light.cloud_drift * 4.0)


WEATHERS: Mapping[str, Callable[[Palette], Palette]] = MappingProxyType(
    {
        "clear": _clear,
        "sunny": _clear,
        "clouds": _cloudy,
        "cloudy": _cloudy,
        "overcast": _overcast,
        "rain": _rain,
        "storm": _storm,
        "snow": _snow,
        "fog": _fog,
        "mist": _fog,
        "wind": _windy,
    }
)
"""What each weather does to the light."""


_ALL = (
    Palette(
        name="dawn",
        sun=(-0.622, 0.130, -0.772),
        sun_light=(2.5, 1.45, 0.95),
        sky_light=(0.34, 0.37, 0.52),
        ground_light=(0.16, 0.13, 0.14),
        horizon=(0.80, 0.47, 0.34),
        middle=(0.46, 0.42, 0.54),
        zenith=(0.13, 0.20, 0.40),
        fog=0.006,
        fog_height=0.05,
        glow=0.65,
        glow_colour=(1.25, 0.72, 0.42),
        rim=0.8,
        clouds=0.42,
        billow=0.25,
        cloud_dark=(0.36, 0.29, 0.41),
        cloud_light=(1.15, 0.66, 0.50),
        disc=0.022,
        disc_colour=(9.0, 5.6, 3.0),
        godrays=0.2,
        exposure=0.8,
        saturation=1.08,
        lift=(0.012, 0.006, 0.022),
        gain=(1.02, 1.0, 0.99),
        contrast=1.1,
    ),
    Palette(
        name="morning",
        sun=(-0.638, 0.396, -0.660),
        sun_light=(2.9, 2.35, 1.75),
        sky_light=(0.33, 0.42, 0.58),
        ground_light=(0.19, 0.17, 0.12),
        horizon=(0.78, 0.76, 0.68),
        middle=(0.45, 0.62, 0.80),
        zenith=(0.12, 0.29, 0.58),
        fog=0.0045,
        fog_height=0.035,
        glow=0.7,
        glow_colour=(1.1, 0.88, 0.58),
        rim=0.7,
        clouds=0.40,
        billow=0.7,
        cloud_dark=(0.52, 0.56, 0.66),
        cloud_light=(1.12, 1.02, 0.92),
        disc=0.02,
        disc_colour=(10.0, 8.4, 6.0),
        godrays=0.12,
        exposure=0.64,
        saturation=1.1,
        lift=(0.006, 0.006, 0.014),
        contrast=1.08,
    ),
    Palette(
        name="day",
        sun=(0.570, 0.680, 0.461),
        sun_light=(2.75, 2.5, 2.1),
        sky_light=(0.44, 0.56, 0.74),
        ground_light=(0.21, 0.19, 0.14),
        horizon=(0.66, 0.78, 0.87),
        middle=(0.27, 0.50, 0.80),
        zenith=(0.06, 0.19, 0.50),
        fog=0.0017,
        fog_height=0.02,
        glow=0.4,
        glow_colour=(1.0, 0.92, 0.75),
        rim=0.5,
        clouds=0.52,
        billow=1.0,
        cloud_dark=(0.50, 0.58, 0.70),
        cloud_light=(1.12, 1.10, 1.06),
        disc=0.018,
        disc_colour=(12.0, 11.0, 9.0),
        exposure=0.58,
        saturation=1.14,
        lift=(0.0, 0.004, 0.012),
        contrast=1.09,
    ),
    Palette(
        name="afternoon",
        sun=(0.821, 0.524, 0.228),
        sun_light=(2.9, 2.45, 1.85),
        sky_light=(0.33, 0.43, 0.60),
        ground_light=(0.22, 0.18, 0.12),
        horizon=(0.78, 0.80, 0.80),
        middle=(0.34, 0.54, 0.80),
        zenith=(0.08, 0.22, 0.52),
        fog=0.0025,
        fog_height=0.02,
        glow=0.5,
        glow_colour=(1.1, 0.92, 0.68),
        rim=0.6,
        clouds=0.5,
        billow=0.95,
        cloud_dark=(0.50, 0.55, 0.66),
        cloud_light=(1.16, 1.08, 0.98),
        disc=0.018,
        disc_colour=(12.0, 10.4, 8.0),
        exposure=0.60,
        saturation=1.14,
        lift=(0.002, 0.004, 0.012),
        contrast=1.09,
    ),
    Palette(
        name="golden hour",
        sun=(0.740, 0.269, -0.617),
        sun_light=(3.5, 2.2, 1.12),
        sky_light=(0.32, 0.37, 0.52),
        ground_light=(0.22, 0.15, 0.09),
        horizon=(0.84, 0.56, 0.30),
        middle=(0.48, 0.47, 0.50),
        zenith=(0.12, 0.22, 0.44),
        fog=0.0035,
        fog_height=0.03,
        glow=0.75,
        glow_colour=(1.3, 0.82, 0.42),
        rim=0.95,
        clouds=0.40,
        billow=0.6,
        cloud_dark=(0.52, 0.45, 0.50),
        cloud_light=(1.35, 1.02, 0.70),
        disc=0.024,
        disc_colour=(11.0, 7.6, 4.0),
        godrays=0.22,
        exposure=0.72,
        saturation=1.12,
        lift=(0.012, 0.006, 0.018),
        gain=(1.03, 1.0, 0.96),
        contrast=1.1,
    ),
    Palette(
        name="sunset",
        sun=(0.300, 0.085, -0.950),
        sun_light=(3.1, 1.45, 0.62),
        sky_light=(0.34, 0.31, 0.47),
        ground_light=(0.17, 0.11, 0.10),
        horizon=(0.86, 0.34, 0.13),
        middle=(0.46, 0.24, 0.31),
        zenith=(0.10, 0.12, 0.31),
        fog=0.0032,
        fog_height=0.02,
        glow=0.85,
        glow_colour=(1.4, 0.66, 0.26),
        rim=1.0,
        clouds=0.5,
        billow=0.22,
        cloud_dark=(0.23, 0.14, 0.26),
        cloud_light=(1.35, 0.50, 0.24),
        disc=0.034,
        disc_colour=(10.0, 5.4, 2.0),
        godrays=0.22,
        exposure=0.80,
        saturation=1.12,
        lift=(0.014, 0.004, 0.026),
        gain=(1.03, 0.99, 0.97),
        contrast=1.12,
    ),
    Palette(
        name="dusk",
        sun=(-0.449, 0.100, -0.888),
        sun_light=(0.95, 0.55, 0.50),
        sky_light=(0.27, 0.30, 0.50),
        ground_light=(0.11, 0.09, 0.13),
        horizon=(0.78, 0.42, 0.38),
        middle=(0.30, 0.27, 0.46),
        zenith=(0.06, 0.09, 0.26),
        fog=0.006,
        fog_height=0.03,
        glow=0.6,
        glow_colour=(1.0, 0.5, 0.36),
        rim=0.8,
        clouds=0.40,
        billow=0.2,
        cloud_dark=(0.17, 0.15, 0.28),
        cloud_light=(0.80, 0.42, 0.44),
        disc=0.0,
        stars=0.35,
        exposure=0.9,
        bloom=0.7,
        saturation=1.08,
        lift=(0.008, 0.006, 0.024),
    ),
    Palette(
        name="blue hour",
        sun=(-0.350, 0.220, -0.910),
        sun_light=(0.34, 0.40, 0.62),
        sky_light=(0.19, 0.27, 0.50),
        ground_light=(0.07, 0.08, 0.12),
        horizon=(0.42, 0.40, 0.52),
        middle=(0.16, 0.23, 0.47),
        zenith=(0.03, 0.07, 0.22),
        fog=0.006,
        fog_height=0.03,
        glow=0.3,
        glow_colour=(0.6, 0.45, 0.5),
        rim=0.7,
        clouds=0.32,
        billow=0.3,
        cloud_dark=(0.09, 0.11, 0.22),
        cloud_light=(0.34, 0.34, 0.50),
        disc=0.0,
        stars=0.7,
        exposure=0.85,
        bloom=0.8,
        saturation=1.08,
        lift=(0.0, 0.006, 0.024),
    ),
    Palette(
        name="night",
        sun=(-0.460, 0.460, -0.760),
        sun_light=(0.30, 0.38, 0.58),
        sky_light=(0.075, 0.105, 0.20),
        ground_light=(0.028, 0.034, 0.055),
        horizon=(0.075, 0.105, 0.19),
        middle=(0.026, 0.042, 0.10),
        zenith=(0.007, 0.012, 0.038),
        fog=0.004,
        fog_height=0.03,
        glow=0.22,
        glow_colour=(0.5, 0.6, 0.8),
        rim=0.9,
        clouds=0.28,
        billow=0.5,
        cloud_dark=(0.018, 0.024, 0.05),
        cloud_light=(0.12, 0.15, 0.23),
        stars=1.7,
        disc=0.026,
        disc_colour=(2.4, 2.4, 2.2),
        exposure=0.80,
        bloom=0.9,
        saturation=1.06,
        lift=(0.0, 0.006, 0.022),
    ),
    Palette(
        name="moonlit",
        sun=(0.422, 0.402, -0.813),
        sun_light=(0.62, 0.74, 1.02),
        sky_light=(0.095, 0.13, 0.24),
        ground_light=(0.035, 0.042, 0.065),
        horizon=(0.13, 0.18, 0.30),
        middle=(0.045, 0.07, 0.155),
        zenith=(0.010, 0.018, 0.055),
        fog=0.006,
        fog_height=0.035,
        glow=0.45,
        glow_colour=(0.55, 0.66, 0.9),
        rim=1.1,
        clouds=0.36,
        billow=0.6,
        cloud_dark=(0.03, 0.04, 0.08),
        cloud_light=(0.27, 0.33, 0.46),
        stars=1.1,
        disc=0.04,
        disc_colour=(3.0, 3.0, 2.7),
        godrays=0.1,
        exposure=0.85,
        bloom=0.9,
        saturation=1.06,
        lift=(0.0, 0.006, 0.02),
    ),
    Palette(
        name="misty forest",
        sun=(-0.379, 0.499, -0.779),
        sun_light=(5.2, 4.0, 2.2),
        sky_light=(0.52, 0.60, 0.50),
        ground_light=(0.26, 0.23, 0.11),
        horizon=(0.70, 0.66, 0.42),
        middle=(0.72, 0.76, 0.62),
        zenith=(0.42, 0.58, 0.58),
        fog=0.018,
        fog_height=0.03,
        glow=0.75,
        glow_colour=(1.15, 0.95, 0.55),
        rim=0.95,
        clouds=0.0,
        disc=0.0,
        dapple=0.6,
        godrays=0.42,
        exposure=0.92,
        bloom=0.55,
        saturation=1.12,
        contrast=1.12,
        lift=(0.010, 0.010, 0.020),
        gain=(1.03, 1.0, 0.94),
    ),
    Palette(
        name="neon night",
        sun=(-0.300, 0.601, -0.741),
        sun_light=(0.10, 0.12, 0.22),
        sky_light=(0.10, 0.09, 0.20),
        ground_light=(0.07, 0.045, 0.09),
        horizon=(0.125, 0.075, 0.19),
        middle=(0.04, 0.035, 0.105),
        zenith=(0.010, 0.012, 0.04),
        fog=0.0075,
        fog_height=0.02,
        glow=0.0,
        glow_colour=(0.6, 0.35, 0.8),
        rim=0.8,
        clouds=0.4,
        billow=0.5,
        cloud_dark=(0.018, 0.018, 0.045),
        cloud_light=(0.10, 0.07, 0.15),
        disc=0.0,
        exposure=1.05,
        bloom=1.0,
        vignette=0.5,
        saturation=1.12,
        contrast=1.06,
        lift=(0.006, 0.002, 0.026),
    ),
    Palette(
        name="underwater",
        sun=(0.249, 0.927, -0.279),
        sun_light=(2.1, 2.2, 1.9),
        sky_light=(0.20, 0.48, 0.60),
        ground_light=(0.08, 0.15, 0.17),
        horizon=(0.025, 0.25, 0.36),
        middle=(0.06, 0.40, 0.50),
        zenith=(0.38, 0.85, 0.85),
        fog=0.045,
        fog_height=0.0,
        glow=0.0,
        glow_colour=(0.42, 0.78, 0.74),
        rim=0.7,
        clouds=0.0,
        disc=0.0,
        underwater=True,
        exposure=0.95,
        bloom=0.7,
        saturation=1.08,
        lift=(0.0, 0.010, 0.020),
    ),
    Palette(
        name="deep",
        sun=(0.249, 0.927, -0.279),
        sun_light=(0.45, 0.75, 1.0),
        sky_light=(0.06, 0.16, 0.27),
        ground_light=(0.02, 0.05, 0.08),
        horizon=(0.006, 0.055, 0.12),
        middle=(0.01, 0.10, 0.18),
        zenith=(0.06, 0.26, 0.38),
        fog=0.06,
        fog_height=0.0,
        glow=0.0,
        glow_colour=(0.14, 0.34, 0.46),
        rim=0.9,
        clouds=0.0,
        disc=0.0,
        underwater=True,
        exposure=1.2,
        bloom=0.9,
        lift=(0.0, 0.008, 0.022),
    ),
    Palette(
        name="indoor morning",
        sun=(-0.785, 0.488, -0.382),
        sun_light=(4.4, 3.5, 2.3),
        sky_light=(0.30, 0.32, 0.36),
        ground_light=(0.21, 0.165, 0.12),
        horizon=(0.95, 0.92, 0.82),
        middle=(0.72, 0.82, 0.90),
        zenith=(0.45, 0.62, 0.80),
        fog=0.006,
        fog_height=0.0,
        glow=0.25,
        glow_colour=(1.1, 0.88, 0.56),
        rim=0.6,
        clouds=0.0,
        disc=0.0,
        indoor=True,
        exposure=0.88,
        bloom=0.6,
        saturation=1.08,
        lift=(0.012, 0.008, 0.012),
        gain=(1.02, 1.0, 0.97),
    ),
    Palette(
        name="indoor day",
        sun=(-0.644, 0.666, 0.376),
        sun_light=(2.6, 2.45, 2.2),
        sky_light=(0.44, 0.46, 0.48),
        ground_light=(0.26, 0.23, 0.19),
        horizon=(0.85, 0.90, 0.94),
        middle=(0.62, 0.76, 0.90),
        zenith=(0.40, 0.60, 0.85),
        fog=0.001,
        fog_height=0.0,
        glow=0.1,
        rim=0.4,
        clouds=0.0,
        disc=0.0,
        indoor=True,
        exposure=0.85,
        saturation=1.06,
        lift=(0.006, 0.006, 0.010),
    ),
    Palette(
        name="indoor sunset",
        sun=(-0.851, 0.277, -0.447),
        sun_light=(4.2, 2.4, 1.1),
        sky_light=(0.28, 0.24, 0.26),
        ground_light=(0.21, 0.14, 0.10),
        horizon=(1.1, 0.72, 0.42),
        middle=(0.80, 0.60, 0.55),
        zenith=(0.42, 0.42, 0.58),
        fog=0.005,
        fog_height=0.0,
        glow=0.3,
        glow_colour=(1.3, 0.78, 0.40),
        rim=0.7,
        clouds=0.0,
        disc=0.0,
        indoor=True,
        exposure=0.90,
        bloom=0.6,
        saturation=1.1,
        lift=(0.014, 0.006, 0.016),
    ),
    Palette(
        name="indoor evening",
        sun=(0.351, 0.803, 0.482),
        sun_light=(1.15, 0.78, 0.46),
        sky_light=(0.22, 0.165, 0.12),
        ground_light=(0.13, 0.09, 0.062),
        horizon=(0.05, 0.07, 0.15),
        middle=(0.03, 0.045, 0.11),
        zenith=(0.012, 0.02, 0.06),
        fog=0.001,
        fog_height=0.0,
        glow=0.0,
        glow_colour=(1.1, 0.72, 0.42),
        rim=0.5,
        clouds=0.0,
        disc=0.0,
        stars=0.6,
        indoor=True,
        exposure=0.85,
        bloom=0.8,
        vignette=0.5,
        saturation=1.08,
        lift=(0.012, 0.006, 0.016),
    ),
    Palette(
        name="stage",
        sun=(0.300, 0.861, 0.410),
        sun_light=(2.3, 1.75, 1.25),
        sky_light=(0.12, 0.10, 0.17),
        ground_light=(0.07, 0.05, 0.08),
        horizon=(0.03, 0.025, 0.055),
        middle=(0.02, 0.016, 0.04),
        zenith=(0.008, 0.008, 0.02),
        fog=0.012,
        fog_height=0.0,
        glow=0.0,
        glow_colour=(0.9, 0.62, 0.9),
        rim=1.1,
        clouds=0.0,
        disc=0.0,
        indoor=True,
        exposure=1.0,
        bloom=0.9,
        vignette=0.7,
        saturation=1.1,
        contrast=1.06,
        lift=(0.008, 0.002, 0.020),
    ),
    Palette(
        name="studio",
        sun=(0.450, 0.680, 0.580),
        sun_light=(1.75, 1.68, 1.58),
        sky_light=(0.52, 0.54, 0.58),
        ground_light=(0.34, 0.32, 0.30),
        horizon=(0.70, 0.72, 0.75),
        middle=(0.66, 0.69, 0.73),
        zenith=(0.56, 0.60, 0.66),
        fog=0.0,
        glow=0.0,
        rim=0.5,
        clouds=0.0,
        disc=0.0,
        exposure=0.85,
        bloom=0.3,
        vignette=0.45,
    ),
    Palette(
        name="space",
        sun=(0.805, 0.483, 0.345),
        sun_light=(3.6, 3.45, 3.2),
        sky_light=(0.045, 0.055, 0.085),
        ground_light=(0.07, 0.068, 0.065),
        horizon=(0.004, 0.005, 0.009),
        middle=(0.003, 0.0035, 0.008),
        zenith=(0.002, 0.003, 0.008),
        fog=0.0,
        fog_height=0.0,
        glow=0.0,
        glow_colour=(0.7, 0.8, 1.0),
        rim=0.9,
        clouds=0.0,
        stars=2.2,
        disc=0.02,
        disc_colour=(14.0, 13.5, 12.5),
        exposure=0.7,
        bloom=0.7,
        saturation=1.02,
        contrast=1.06,
        lift=(0.0, 0.002, 0.008),
    ),
)

PALETTES: Mapping[str, Palette] = MappingProxyType({light.name: light for light in _ALL})
"""Every palette that was painted by hand, by name."""
