"""A palette: sky, sun or moon, ambient light, air and grade of one moment, all in one value."""

from dataclasses import dataclass
from typing import TypeAlias

Rgb: TypeAlias = tuple[float, float, float]
"""Linear light, usually 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The light of a scene.

    Attributes:
        sun: Direction towards the sun or moon, unit length; x right, y up, z towards the viewer
            when the camera looks along -z.
        sun_light: Radiance of the sun or moon.
        sky_light: Ambient from above.
        ground_light: Ambient from below.
        horizon: Sky colour at the horizon; distance fades to it.
        middle: Sky colour at 20 degrees.
        zenith: Sky colour overhead.
        fog: Density a metre, at the ground.
        fog_height: How fast fog thins with height, 1/metre.
        glow: Halo round the sun, 0 to 2.
        glow_colour: Its colour, also of the light that fog scatters.
        rim: Strength of the rim light on fur, leaves and skin.
        clouds: Cover from 0, none, to 1, overcast.
        cloud_dark: Cloud colour in the shade.
        cloud_light: Cloud colour in the light.
        billow: Shape of the clouds from 0, feathery, to 1, heaped.
        dapple: How much leaves overhead break the sunlight into patches, 0 to 1.
        cloud_drift: Speed of the clouds; 1 is calm, 30 is a timelapse.
        stars: Brightness, 0 for none.
        disc: Size of the sun's or moon's disc, radians; 0 hides it.
        disc_colour: Radiance of the disc.
        aurora: Strength, 0 for none.
        godrays: Strength of the light shafts round the sun.
        exposure: Multiplies everything before the tone curve.
        bloom: How much bright parts spill.
        vignette: How much corners darken.
        grain: Film grain, keep below 0.02: it costs bits.
        saturation: 1 is natural.
        contrast: 1 is natural.
        lift: Added to the shadows, display space.
        gain: Multiplies each channel before the tone curve.
        underwater: Whether the camera is in water: caustics, blue distance.
        indoor: Whether there is a roof: no sky light from above but through windows.
    """

    name: str
    sun: Rgb
    sun_light: Rgb
    sky_light: Rgb
    ground_light: Rgb
    horizon: Rgb
    middle: Rgb
    zenith: Rgb
    fog: float = 0.004
    fog_height: float = 0.02
    glow: float = 0.6
    glow_colour: Rgb = (1.0, 0.9, 0.7)
    rim: float = 0.5
    clouds: float = 0.35
    cloud_dark: Rgb = (0.45, 0.5, 0.58)
    cloud_light: Rgb = (1.0, 0.98, 0.95)
    billow: float = 0.75
    dapple: float = 0.0
    cloud_drift: float = 1.0
    stars: float = 0.0
    disc: float = 0.02
    disc_colour: Rgb = (6.0, 5.5, 4.5)
    aurora: float = 0.0
    godrays: float = 0.0
    exposure: float = 1.0
    bloom: float = 0.5
    vignette: float = 0.35
    grain: float = 0.006
    saturation: float = 1.05
    contrast: float = 1.04
    lift: Rgb = (0.0, 0.0, 0.0)
    gain: Rgb = (1.0, 1.0, 1.0)
    underwater: bool = False
    indoor: bool = False
