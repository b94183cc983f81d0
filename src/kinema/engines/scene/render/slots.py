"""Where each number of the light lies in the one array that kernels read.

Colours and vectors take three slots from the one named.
"""

import math

import numpy as np

from kinema.engines.scene.look.palette import Palette
from kinema.engines.scene.shape.model import Floats

from .view import Camera, Moment, Water

SUN, SUN_LIGHT, SKY_LIGHT, GROUND_LIGHT = 0, 3, 6, 9
HORIZON, MIDDLE, ZENITH = 12, 15, 18
GLOW_COLOUR, DISC_COLOUR, CLOUD_DARK, CLOUD_LIGHT = 21, 24, 27, 30
EYE, FORWARD, DEEP, SHALLOW, LIFT, GAIN = 33, 36, 39, 42, 45, 48
FOG, FOG_HEIGHT, GLOW, RIM, CLOUDS, BILLOW, DRIFT = 51, 52, 53, 54, 55, 56, 57
STARS, DISC, AURORA, DAPPLE, UNDERWATER, INDOOR = 58, 59, 60, 61, 62, 63
TIME, FLASH, LEVEL, WAVE, WET, HAS_WATER = 64, 65, 66, 67, 68, 69
EXPOSURE, BLOOM, VIGNETTE, GRAIN, SATURATION, CONTRAST = 70, 71, 72, 73, 74, 75
FOCUS, BLUR, GODRAYS, SUN_X, SUN_Y, EYE_FOG = 76, 77, 78, 79, 80, 81
LEAN_X, LEAN_Z, STILL_TEXEL, MOVING_TEXEL = 82, 83, 84, 85
COUNT = 88

_VECTORS = {
    SUN: "sun",
    SUN_LIGHT: "sun_light",
    SKY_LIGHT: "sky_light",
    GROUND_LIGHT: "ground_light",
    HORIZON: "horizon",
    MIDDLE: "middle",
    ZENITH: "zenith",
    GLOW_COLOUR: "glow_colour",
    DISC_COLOUR: "disc_colour",
    CLOUD_DARK: "cloud_dark",
    CLOUD_LIGHT: "cloud_light",
    LIFT: "lift",
    GAIN: "gain",
}
_NUMBERS = {
    FOG: "fog",
    FOG_HEIGHT: "fog_height",
    GLOW: "glow",
    RIM: "rim",
    CLOUDS: "clouds",
    BILLOW: "billow",
    DRIFT: "cloud_drift",
    STARS: "stars",
    AURORA: "aurora",
    DAPPLE: "dapple",
    UNDERWATER: "underwater",
    INDOOR: "indoor",
    EXPOSURE: "exposure",
    BLOOM: "bloom",
    VIGNETTE: "vignette",
    GRAIN: "grain",
    SATURATION: "saturation",
    CONTRAST: "contrast",
    GODRAYS: "godrays",
}


def light_slots(palette: Palette, water: Water | None) -> Floats:
    """Return (`COUNT`,) numbers of a palette and a water."""
    slots = np.zeros(COUNT, np.float32)
    for slot, name in _VECTORS.items():
        slots[slot : slot + 3] = getattr(palette, name)
    for slot, name in _NUMBERS.items():
        slots[slot] = float(getattr(palette, name))
    slots[DISC] = math.cos(palette.disc) if palette.disc > 0 else 2.0  # a cosine nothing reaches
    sun = slots[SUN : SUN + 3]
    sun /= max(float(np.linalg.norm(sun)), 1e-6)
    rise = max(float(sun[1]), 0.15)  # a ray that goes down a metre goes so far to the side
    slots[LEAN_X], slots[LEAN_Z] = sun[0] / rise, sun[2] / rise
    if water is not None:
        slots[HAS_WATER] = 1.0
        slots[LEVEL], slots[WAVE], slots[WET] = water.level, water.wave, float(water.wet)
        slots[DEEP : DEEP + 3] = water.deep
        slots[SHALLOW : SHALLOW + 3] = water.shallow
    return slots


def moment_slots(base: Floats, moment: Moment) -> Floats:
    """Return a copy of `light_slots` with the camera and the time of one moment."""
    slots = base.copy()
    camera: Camera = moment.camera
    slots[EYE : EYE + 3] = camera.eye
    slots[FORWARD : FORWARD + 3] = camera.axes[2]
    slots[TIME], slots[FLASH] = moment.time, moment.flash
    slots[FOCUS], slots[BLUR] = 1.0 / max(camera.focus, 0.05), camera.blur
    slots[SKY_LIGHT : SKY_LIGHT + 3] += moment.flash
    slots[EYE_FOG] = math.exp(-max(0.0, float(camera.eye[1])) * float(slots[FOG_HEIGHT]))
    return slots
