"""Clothes: what a noun for something to wear comes to."""

from collections.abc import Mapping
from functools import cache

from kinema.engines.scene.library import colours
from kinema.engines.scene.library.words import table

from .ladder import hypernyms, kind_of
from .phrases import Phrase


def worn(phrase: Phrase) -> str | None:
    """Return the garment or the outfit, with its colour; None where there is nothing like it."""
    said = phrase.said.lower()
    noun = said if said in _wardrobe("garment") else phrase.noun  # glasses are no two glass
    section = "trade" if kind_of(noun) in ("person", "fantasy") else "garment"
    names = _wardrobe(section)
    name = next((names[word] for word in hypernyms(noun) if word in names), None)
    colour = phrase.marks.get("colour")
    if name is None or colour is None or colours.find(colour) is None:
        return name
    return f"{colour} {name}"


@cache
def _wardrobe(section: str) -> Mapping[str, str]:
    return {word: name for part, name, word in table.entries("garments") if part == section}
