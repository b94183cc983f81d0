"""What things are made of: the words for it, and the roles that every entry may use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """A colour and a surface.

    Attributes:
        colour: ``#rrggbb`` in sRGB.
        surface: One of `kinds.SURFACES`.
        glow: How often its colour it sends out as light; 0 is none.
    """

    colour: str
    surface: str
    glow: float = 0.0


SUBSTANCES: dict[str, Substance] = {
    "bronze": Substance(colour="#a5733c", surface="glossy"),
    "cardboard": Substance(colour="#b98d5d", surface="matte"),
    "chocolate": Substance(colour="#4f2b18", surface="satin"),
    "clay": Substance(colour="#b5653f", surface="matte"),
    "copper": Substance(colour="#bf7044", surface="glossy"),
    "crystal": Substance(colour="#cfe6f4", surface="glossy"),
    "diamond": Substance(colour="#dff1fa", surface="glossy"),
    "fabric": Substance(colour="#a9866a", surface="cloth"),
    "glass": Substance(colour="#a9cdd8", surface="glossy"),
    "gold": Substance(colour="#e3b23c", surface="glossy"),
    "golden": Substance(colour="#e3b23c", surface="glossy"),
    "ice": Substance(colour="#c4e4f2", surface="glossy"),
    "iron": Substance(colour="#5a5d62", surface="satin"),
    "leather": Substance(colour="#6b4128", surface="satin"),
    "marble": Substance(colour="#e8e6e1", surface="satin"),
    "metal": Substance(colour="#a9adb4", surface="glossy"),
    "neon": Substance(colour="#ff4fb0", surface="emissive", glow=3.0),
    "paper": Substance(colour="#f1ede2", surface="matte"),
    "plastic": Substance(colour="#e0574a", surface="satin"),
    "porcelain": Substance(colour="#f5f4f0", surface="satin"),
    "rubber": Substance(colour="#26272a", surface="matte"),
    "silver": Substance(colour="#c9cdd3", surface="glossy"),
    "snow": Substance(colour="#f2f6fa", surface="snow"),
    "steel": Substance(colour="#aeb3ba", surface="glossy"),
    "stone": Substance(colour="#8d8a84", surface="matte"),
    "straw": Substance(colour="#d9bb6c", surface="matte"),
    "wood": Substance(colour="#9a6a3f", surface="bark"),
    "wooden": Substance(colour="#9a6a3f", surface="bark"),
    "wool": Substance(colour="#e9e2d2", surface="fur"),
}
"""Words for a material in a prompt. A colour word beside it wins over its colour."""

COMMON: dict[str, Substance] = {
    "black": Substance(colour="#1b1c1f", surface="satin"),
    "brass": Substance(colour="#c9a03d", surface="glossy"),
    "brown": Substance(colour="#6e4426", surface="satin"),
    "dark": Substance(colour="#34363b", surface="satin"),
    "flame": Substance(colour="#ffb347", surface="emissive", glow=3.0),
    "glass": Substance(colour="#5d8496", surface="glossy"),
    "gold": Substance(colour="#e3b23c", surface="glossy"),
    "green": Substance(colour="#4a8a36", surface="leaf"),
    "grey": Substance(colour="#868a90", surface="satin"),
    "lamp": Substance(colour="#fff3d6", surface="emissive", glow=1.6),
    "red": Substance(colour="#cf2d28", surface="satin"),
    "rubber": Substance(colour="#26272a", surface="matte"),
    "skin": Substance(colour="#e0a882", surface="skin"),
    "steel": Substance(colour="#b4b9c0", surface="glossy"),
    "stone": Substance(colour="#8d8a84", surface="matte"),
    "white": Substance(colour="#f2f0ea", surface="satin"),
    "wood": Substance(colour="#8a5a34", surface="bark"),
    "yellow": Substance(colour="#f2c62f", surface="satin"),
}
"""Roles that a part may name although its entry does not define them."""
