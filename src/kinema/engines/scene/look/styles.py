"""Styles: what each one does to the light, and with which brush its picture is made."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from .palette import Palette, Rgb

WHITE: Rgb = (1.0, 1.0, 1.0)
BLACK: Rgb = (0.0, 0.0, 0.0)


class Brush(StrEnum):
    """How a finished picture is painted over; `kinema.engines.scene.render.style` does it."""

    NONE = "none"
    CEL = "cel"
    TOON = "toon"
    WASH = "wash"
    OIL = "oil"
    SWIRL = "swirl"
    PRINT = "print"
    BLOCKS = "blocks"
    CLAY = "clay"
    COMIC = "comic"
    PENCIL = "pencil"
    CUT = "cut"
    FLAT = "flat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A style.

    Attributes:
        brush: What paints over the picture.
        sun: Multiplies the light of the sun or moon.
        ambient: Multiplies the light from above and below.
        sky: Multiplies the sky at the horizon and half-way up.
        zenith: Multiplies the sky overhead.
        exposure: Multiplies the palette's, as do ``saturation``, ``contrast`` and ``bloom``.
        vignette: Added to the palette's, as are ``grain`` and ``lift``.
        gain: Multiplies the palette's.
        facets: Whether things have flat sides and few of them.
        hold: Pictures that each pose of a film is held for; 2 is "on twos".
    """

    brush: Brush = Brush.NONE
    sun: Rgb = WHITE
    ambient: Rgb = WHITE
    sky: Rgb = WHITE
    zenith: Rgb = WHITE
    exposure: float = 1.0
    saturation: float = 1.0
    contrast: float = 1.0
    bloom: float = 1.0
    vignette: float = 0.0
    grain: float = 0.0
    lift: Rgb = BLACK
    gain: Rgb = WHITE
    facets: bool = False
    hold: int = 1


LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "cinematic": Look(),
        "realistic": Look(saturation=0.92, bloom=0.6, vignette=-0.2),
        "anime": Look(
            brush=Brush.CEL, sky=(0.9, 1.0, 1.12), zenith=(0.85, 1.05, 1.3),
            ambient=(1.1, 1.1, 1.25), saturation=1.2, vignette=-0.25, bloom=1.2, exposure=1.12,
        ),
        "cartoon": Look(brush=Brush.TOON, ambient=(1.2, 1.2, 1.2), saturation=1.25, vignette=-0.35),
        "3d animation": Look(
            ambient=(1.2, 1.17, 1.17), saturation=1.22, bloom=1.25, vignette=-0.15, exposure=1.06,
            lift=(0.012, 0.006, 0.02),
        ),
        "watercolor": Look(
            brush=Brush.WASH, ambient=(1.35, 1.35, 1.35), saturation=1.4, contrast=0.95,
            vignette=-0.35, exposure=1.35,
        ),
        "oil painting": Look(
            brush=Brush.OIL, saturation=1.12, contrast=1.08, gain=(1.05, 1.0, 0.92),
        ),
        "van gogh": Look(
            brush=Brush.SWIRL, saturation=1.4, contrast=1.08, vignette=-0.3,
            zenith=(0.8, 0.95, 1.25), gain=(1.05, 1.02, 0.95),
        ),
        "ukiyo-e": Look(
            brush=Brush.PRINT, ambient=(1.4, 1.4, 1.4), exposure=1.2, vignette=-0.35, bloom=0.3,
        ),
        "black and white": Look(saturation=0.0, contrast=1.15, vignette=0.15, grain=0.008),
        "noir": Look(
            sun=(1.25, 1.25, 1.25), ambient=(0.7, 0.7, 0.7), sky=(0.42, 0.42, 0.42),
            zenith=(0.4, 0.4, 0.4), exposure=1.15, saturation=0.0, contrast=1.3, bloom=1.0,
            vignette=0.7, grain=0.012,
        ),
        "pixel art": Look(brush=Brush.BLOCKS, saturation=1.25, contrast=1.08, vignette=-0.3),
        "cyberpunk": Look(
            sun=(0.95, 0.5, 1.05), ambient=(0.5, 0.8, 1.35), sky=(0.75, 0.4, 0.95),
            zenith=(0.35, 0.25, 0.85), exposure=0.9, saturation=1.15, contrast=1.15, bloom=2.2,
            vignette=0.35, lift=(0.02, 0.01, 0.07), gain=(1.0, 0.97, 1.18),
        ),
        "surrealism": Look(
            sun=(1.3, 1.0, 0.72), ambient=(0.85, 0.8, 1.1), sky=(1.3, 0.85, 0.62),
            zenith=(0.3, 1.25, 1.05), saturation=1.3, contrast=1.15, bloom=1.3,
            lift=(0.02, 0.0, 0.035),
        ),
        "claymation": Look(
            brush=Brush.CLAY, ambient=(1.05, 1.02, 1.0), saturation=1.15, bloom=0.6, exposure=1.04,
            gain=(1.04, 1.0, 0.95), hold=2,
        ),
        "low poly": Look(saturation=1.15, bloom=0.8, vignette=-0.2, facets=True),
        "comic": Look(brush=Brush.COMIC, ambient=(1.1, 1.1, 1.1), saturation=1.35, vignette=-0.35),
        "sketch": Look(brush=Brush.PENCIL, saturation=0.0, vignette=-0.35, exposure=1.1, bloom=0.4),
        "paper cut": Look(brush=Brush.CUT, saturation=1.1, vignette=-0.2, bloom=0.4),
        "vintage": Look(
            saturation=0.5, contrast=0.92, vignette=0.6, grain=0.013, bloom=1.3,
            lift=(0.06, 0.042, 0.02), gain=(1.14, 1.0, 0.78),
        ),
        "fantasy": Look(
            sun=(1.15, 1.0, 0.85), ambient=(1.0, 0.9, 1.2), sky=(1.15, 0.92, 1.12),
            zenith=(0.85, 0.8, 1.25), saturation=1.2, bloom=1.9, lift=(0.02, 0.008, 0.035),
        ),
        "minimalist": Look(
            brush=Brush.FLAT, ambient=(1.35, 1.35, 1.35), saturation=0.75, contrast=0.9,
            vignette=-0.35, lift=(0.05, 0.05, 0.05), bloom=0.4,
        ),
    }
)  # fmt: skip
"""The look of each style of the vocabulary."""


def lit(palette: Palette, look: Look) -> Palette:
    """Return a palette as a style wants its light."""
    return replace(
        palette,
        sun_light=_times(palette.sun_light, look.sun),
        sky_light=_times(palette.sky_light, look.ambient),
        ground_light=_times(palette.ground_light, look.ambient),
        horizon=_times(palette.horizon, look.sky),
        middle=_times(palette.middle, look.sky),
        zenith=_times(palette.zenith, look.zenith),
        cloud_dark=_times(palette.cloud_dark, look.sky),
        exposure=palette.exposure * look.exposure,
        saturation=palette.saturation * look.saturation,
        contrast=palette.contrast * look.contrast,
        bloom=palette.bloom * look.bloom,
        vignette=max(0.0, palette.vignette + look.vignette),
        grain=palette.grain + look.grain,
        lift=_plus(palette.lift, look.lift, look.saturation),
        gain=_times(palette.gain, look.gain),
    )


def _times(a: Rgb, b: Rgb) -> Rgb:
    return (a[0] * b[0], a[1] * b[1], a[2] * b[2])


def _plus(lift: Rgb, more: Rgb, saturation: float) -> Rgb:
    """Return the lift of the shadows, its own colour as strong as other colours are."""
    grey, share = sum(lift) / 3, min(1.0, saturation)
    red, green, blue = (grey + (value - grey) * share for value in lift)
    return (red + more[0], green + more[1], blue + more[2])
