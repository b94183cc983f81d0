"""Colour words and hex codes as linear light."""

from kinema.engines.scene.library.colours import colour
from kinema.engines.scene.look.palette import Rgb


def linear(text: str) -> Rgb:
    """Return a colour's name or ``#rrggbb`` as linear RGB.

    Raises:
        ValueError: If the word is no colour.
    """
    red, green, blue = colour(text)
    return (_channel(red), _channel(green), _channel(blue))


def mixed(first: Rgb, second: Rgb, share: float) -> Rgb:
    """Return the colour that is ``share`` of the way from the first to the second."""
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return (red, green, blue)


def _channel(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
