"""What each role of an entry looks like, in linear light."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from kinema.engines.scene.library import colours
from kinema.engines.scene.library.entries import Entry
from kinema.engines.scene.library.kinds import SURFACE_OF_KIND, SURFACES
from kinema.engines.scene.library.substances import COMMON, SUBSTANCES
from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.model import Material

NEON = 3.0
"""How often its colour an emissive role sends out, where the entry does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """The look of a role.

    Attributes:
        colour: Linear RGB; radiance where the material is emissive.
    """

    colour: Rgb
    material: Material


def linear(text: str, glow: float = 1.0) -> Rgb:
    """Return a colour name or ``#rrggbb`` as linear RGB, times ``glow``.

    Raises:
        ValueError: It is neither.
    """
    display = np.array(colours.colour(text))
    light = np.where(display <= 0.04045, display / 12.92, ((display + 0.055) / 1.055) ** 2.4)
    red, green, blue = (float(channel) * glow for channel in light)
    return red, green, blue


def common() -> dict[str, Paint]:
    """Return the roles that every entry has."""
    return {
        role: Paint(colour=linear(one.colour, one.glow or 1.0), material=surface(one.surface))
        for role, one in COMMON.items()
    }


def surface(name: str) -> Material:
    """Return the renderer's number of a surface's name."""
    return Material(SURFACES.index(name))


def own(entry: Entry) -> dict[str, Paint]:
    """Return the roles that an entry defines, with every role's material as it says."""
    default = SURFACE_OF_KIND.get(entry.kind, "satin")
    found = common()
    for role, text in entry.colours.items():
        shared = SURFACES[found[role].material] if role in found else default
        found[role] = Paint(colour=linear(text), material=surface(shared))
    for role, name in entry.materials.items():
        found[role] = replace(found[role], material=surface(name))
    for role, paint in found.items():
        if role in entry.colours and (role in entry.glow or paint.material == Material.EMISSIVE):
            glow = entry.glow.get(role, NEON)
            bright = linear(entry.colours[role], glow)
            found[role] = Paint(colour=bright, material=Material.EMISSIVE)
    return found


def paints(entry: Entry, colour: str | None, material: str | None) -> Mapping[str, Paint]:
    """Return the look of every role, the first of the entry's own changed as asked.

    Raises:
        ValueError: The colour or material is unknown.
    """
    found = own(entry)
    if entry.colours:
        main = next(iter(entry.colours))
        found[main] = changed(found[main], colour, material)
    return found


def changed(paint: Paint, colour: str | None, material: str | None) -> Paint:
    """Return a paint in another colour, material or both; the colour word wins."""
    if material is not None:
        paint = made_of(material)
    if colour is None:
        return paint
    glow = max(paint.colour) if paint.material == Material.EMISSIVE else 1.0
    return replace(paint, colour=linear(colour, glow))


def made_of(word: str) -> Paint:
    """Return the look of a material.

    Raises:
        ValueError: No material has that name.
    """
    if word not in SUBSTANCES:
        raise ValueError(f"a material must be one of {', '.join(SUBSTANCES)}, not {word!r}")
    one = SUBSTANCES[word]
    return Paint(colour=linear(one.colour, one.glow or 1.0), material=surface(one.surface))
