"""Kinds of place: what each is called and what it is like, read from ``settings.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A place that can be built.

    Attributes:
        name: What `kinema.engines.scene.graph.Setting` calls it.
        synonyms: Other words for it, in the singular, lower case; some are several words long.
        ground: What one stands on: ``grass``, ``sand``, ``water``, ``air`` …
        scale: ``landscape``, ``street`` or ``room``.
        indoor: Whether there is a roof.
        table: Whether small things stand on a table here.
        time: Time of day when none is said.
        weather: Weather when none is said.
        near: Words of the object library's ``near`` that choose this place when none is said.
        features: Words for things or events that it can show, beside those of every place.
    """

    name: str
    synonyms: tuple[str, ...] = ()
    ground: str = "grass"
    scale: str = "landscape"
    indoor: bool = False
    table: bool = False
    time: str = "day"
    weather: tuple[str, ...] = ("clear",)
    near: tuple[str, ...] = ()
    features: tuple[str, ...] = ()


EVERYWHERE = (
    "fireworks",
    "timelapse",
    "fireflies",
    "leaves",
    "petals",
    "confetti",
    "bubbles",
    "smoke",
    "fire",
    "dust",
    "lightning",
    "aurora",
    "rainbow",
    "stars",
    "birds",
    "snowfall",
    "embers",
)
"""Features that any place can show."""


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by name, in the order of the file."""
    text = files("kinema.engines.scene.library").joinpath("settings.toml").read_text("utf-8")
    entries = tomllib.loads(text)
    lists = {
        n: {k: tuple(v) for k, v in e.items() if isinstance(v, list)} for n, e in entries.items()
    }
    return MappingProxyType({n: Kind(name=n, **(e | lists[n])) for n, e in entries.items()})


@cache
def kinds_by_word() -> Mapping[str, str]:
    """Return the name of the kind that each word or phrase means, names and synonyms alike."""
    words = {word: kind.name for kind in kinds().values() for word in kind.synonyms}
    return MappingProxyType(words | {name: name for name in kinds()})


@cache
def kinds_near() -> Mapping[str, str]:
    """Return the kind that an object's ``near`` word chooses when no place is said."""
    return MappingProxyType({word: kind.name for kind in kinds().values() for word in kind.near})
