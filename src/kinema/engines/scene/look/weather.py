"""What a weather does to the light of a palette."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from .palette import Palette, Rgb


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
