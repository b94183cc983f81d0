"""Names of colours, as people and style sheets say them, in sRGB."""

from typing import TypeAlias

Srgb: TypeAlias = tuple[float, float, float]
"""Display values from 0 to 1."""

COLOURS: dict[str, str] = {
    "aqua": "#19c8d8",
    "amber": "#f5a623",
    "aquamarine": "#6fe0bd",
    "azure": "#3f8fe8",
    "beige": "#e6d8b8",
    "black": "#1b1c1f",
    "blonde": "#e2c37a",
    "blue": "#2a62d6",
    "bronze": "#9c6b35",
    "brown": "#6e4426",
    "burgundy": "#6e1630",
    "charcoal": "#34373c",
    "chestnut": "#7d3f22",
    "chocolate": "#55301c",
    "copper": "#b86b3c",
    "coral": "#f4735a",
    "cream": "#f4ead0",
    "crimson": "#c0162f",
    "cyan": "#22c4e0",
    "emerald": "#12945a",
    "fuchsia": "#d8279c",
    "ginger": "#d17a30",
    "gold": "#e0b23a",
    "golden": "#e0b23a",
    "gray": "#868a90",
    "green": "#3a9a3c",
    "grey": "#868a90",
    "indigo": "#43369e",
    "ivory": "#f3edd9",
    "jade": "#2fa37a",
    "khaki": "#b5a76c",
    "lavender": "#b39ddb",
    "lemon": "#f7e34a",
    "lilac": "#c3a0d8",
    "lime": "#8fd12e",
    "magenta": "#d322a8",
    "maroon": "#701c26",
    "mint": "#9fe0bd",
    "mustard": "#d3a52a",
    "navy": "#1b2a5c",
    "ochre": "#c4842e",
    "olive": "#6f7a2e",
    "orange": "#f07f1d",
    "peach": "#f8b994",
    "pink": "#f28cb4",
    "plum": "#7a3a72",
    "purple": "#7d3cb0",
    "red": "#d12a26",
    "rose": "#e0587e",
    "ruby": "#b3123f",
    "rust": "#a8492a",
    "salmon": "#f39079",
    "sand": "#dcc394",
    "sapphire": "#1f4fb0",
    "scarlet": "#e0301e",
    "silver": "#c2c6cc",
    "sky blue": "#84c4f0",
    "tan": "#c79e6e",
    "teal": "#1c8f8c",
    "turquoise": "#34c9b8",
    "vermilion": "#e3482c",
    "violet": "#7f4fd0",
    "white": "#f4f3ef",
    "yellow": "#f5cf2a",
}
"""Tuned to read well in light and shade: no channel at its very end."""

SHADES: dict[str, tuple[str, float]] = {
    "light": ("#ffffff", 0.4),
    "pale": ("#ffffff", 0.5),
    "pastel": ("#ffffff", 0.45),
    "bright": ("#ffffff", 0.1),
    "dark": ("#000000", 0.45),
    "deep": ("#000000", 0.3),
}
"""Words before a colour: what it is mixed with, and how much of that."""


def of_hex(text: str) -> Srgb:
    """Return ``#rrggbb`` as display values.

    Raises:
        ValueError: It is not of that form.
    """
    if len(text) != 7 or text[0] != "#":
        raise ValueError(f"a colour must look like #c8232c or be a name such as red, not {text!r}")
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def find(name: str) -> Srgb | None:
    """Return the colour of that name, such as ``red`` or ``light blue``; None if there is none."""
    words = name.casefold().replace("-", " ").replace("_", " ").split()
    if " ".join(words) in COLOURS:
        return of_hex(COLOURS[" ".join(words)])
    if len(words) < 2 or words[0] not in SHADES:
        return None
    base = find(" ".join(words[1:]))
    if base is None:
        return None
    other, share = SHADES[words[0]]
    red, green, blue = (a + (b - a) * share for a, b in zip(base, of_hex(other), strict=True))
    return red, green, blue


def colour(text: str) -> Srgb:
    """Return a colour given by name or as ``#rrggbb``.

    Raises:
        ValueError: It is neither.
    """
    return find(text) or of_hex(text)
