"""Reads a species' table into a generator's own dataclass, and says what is wrong with it."""

from collections.abc import Mapping
from dataclasses import Field, fields
from typing import ClassVar, Protocol, TypeVar

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import linear

T = TypeVar("T", bound="Table")


class Faulty(ValueError):
    """A species' table has a key, number or word that its generator does not know."""


class Table(Protocol):
    """A dataclass whose fields are all numbers, words or tuples of words, with defaults."""

    __dataclass_fields__: ClassVar[dict[str, Field[object]]]


def shape_of(made: type[T], table: Mapping[str, object]) -> T:
    """Return the dataclass with the table's values; ``kind`` is left out.

    Raises:
        Faulty: If a key is not a field, or a value is not of its default's type.
    """
    known = {row.name: row.default for row in fields(made)}
    values: dict[str, object] = {}
    for key, value in table.items():
        if key == "kind":
            continue
        if key not in known:
            raise Faulty(f"{made.__name__} has no {key!r}; it has {', '.join(sorted(known))}")
        values[key] = _fitted(key, value, known[key])
    return made(**values)


def _fitted(key: str, value: object, default: object) -> object:
    if isinstance(default, float) and isinstance(value, (int, float)):
        return float(value)
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(str(word) for word in value)
    if isinstance(default, str) and isinstance(value, str):
        return value
    raise Faulty(f"{key} must look like {default!r}, not {value!r}")


class Coat:
    """Colours by role, linear; a role that the table leaves out takes that of another.

    A colour word replaces ``main``, and roles that follow it keep their shade of it; markings,
    such as a mask or rings, keep their own colour.
    """

    def __init__(self, colours: Mapping[str, str], word: str | None = None) -> None:
        self._own = {role: linear(text) for role, text in colours.items()}
        if word is not None:
            self._own.update(_recoloured(self._own, linear(word)))

    def __call__(self, role: str) -> Rgb:
        """Return the colour of a role of `ROLES`."""
        at = role
        while at not in self._own:
            other = ROLES[at]
            if other.startswith("#"):
                return linear(other)
            at = other
        return self._own[at]

    def has(self, role: str) -> bool:
        """Return whether the table gives that role a colour of its own."""
        return role in self._own


ROLES = {
    "main": "#a08a78",
    "belly": "main",
    "head": "main",
    "muzzle": "head",
    "legs": "main",
    "paws": "legs",
    "ears": "head",
    "inner_ear": "#c98f86",
    "tail": "main",
    "tail_tip": "tail",
    "mane": "#2a1c14",
    "nose": "#191313",
    "iris": "#4a2c12",
    "white": "#f1eee6",
    "hoof": "#2c2522",
    "horn": "#d8ccb0",
    "tongue": "#cf5f66",
    "mouth": "#4a1418",
    "mask": "#2b2828",
    "rings": "#3d3836",
    "stripes": "#1d1a1a",
    "spots": "#2a211b",
    "blaze": "#f3efe6",
    "claw": "#3a322c",
    "beak": "#e39a2b",
    "wing": "main",
    "wing_tip": "wing",
    "crest": "main",
    "fin": "main",
    "membrane": "#7c2f2a",
    "scute": "belly",
}
"""Every role, with the role or the colour that stands in for it."""

FOLLOWERS = ("belly", "head", "muzzle", "legs", "paws", "ears", "tail", "tail_tip", "wing", "fin")
"""Roles that take their shade from ``main`` when a colour word changes it."""


def _recoloured(own: Mapping[str, Rgb], main: Rgb) -> dict[str, Rgb]:
    old = _light(own.get("main", linear(ROLES["main"])))
    changed = {"main": main}
    for role in FOLLOWERS:
        if role in own:
            ratio = (_light(own[role]) / old) ** 0.55
            red, green, blue = (min(channel * ratio + 0.02 * (ratio > 1), 0.93) for channel in main)
            changed[role] = (red, green, blue)
    return changed


def _light(colour: Rgb) -> float:
    return max(0.3 * colour[0] + 0.6 * colour[1] + 0.1 * colour[2], 0.01)
