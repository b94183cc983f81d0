"""Generators that an entry names in its field ``form`` instead of parts."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from kinema.engines.scene.library.entries import Entry
from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape import globes, terrain
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.shape.objects.paint import Paint

Paints: TypeAlias = Mapping[str, Paint]


def number(entry: Entry, name: str) -> float:
    """Return a parameter of the form.

    Raises:
        ValueError: It is absent or no number.
    """
    value = entry.form.get(name)
    if not isinstance(value, int | float):
        raise ValueError(f"{entry.name}: form needs the number {name}, not {value!r}")
    return float(value)


def colour(paints: Paints, role: str) -> Rgb:
    """Return the colour of a role."""
    return paints[role].colour


def mountain(entry: Entry, paints: Paints) -> Mesh:
    """Make ``mountain``: width, height, snow."""
    return terrain.mountain(
        width=number(entry, "width"),
        height=number(entry, "height"),
        snow=number(entry, "snow"),
        rock=colour(paints, "main"),
    )


def iceberg(entry: Entry, paints: Paints) -> Mesh:
    """Make ``iceberg``: width, height."""
    return terrain.iceberg(
        width=number(entry, "width"),
        height=number(entry, "height"),
        top=colour(paints, "main"),
        low=colour(paints, "low"),
    )


def rock(entry: Entry, paints: Paints) -> Mesh:
    """Make ``rock``: width, height."""
    return terrain.rock(
        width=number(entry, "width"),
        height=number(entry, "height"),
        colour=colour(paints, "main"),
    )


def earth(_entry: Entry, paints: Paints) -> Mesh:
    """Make ``earth``."""
    return globes.earth(
        sea=colour(paints, "main"),
        land=colour(paints, "land"),
        sand=colour(paints, "sand"),
        ice=colour(paints, "ice"),
        cloud=colour(paints, "cloud"),
    )


def moon(_entry: Entry, paints: Paints) -> Mesh:
    """Make ``moon``: any rocky globe."""
    return globes.moon(ground=colour(paints, "main"), crater=colour(paints, "crater"))


def burst(entry: Entry, paints: Paints) -> Mesh:
    """Make ``burst``: radius; its colours are the entry's roles."""
    found = tuple(colour(paints, role) for role in entry.colours)
    return globes.burst(radius=number(entry, "radius"), colours=found)


FORMS: Mapping[str, Callable[[Entry, Paints], Mesh]] = {
    "mountain": mountain,
    "iceberg": iceberg,
    "rock": rock,
    "earth": earth,
    "moon": moon,
    "burst": burst,
}
"""What ``kind`` of a form may be."""


def made(entry: Entry, paints: Paints) -> Mesh:
    """Return the mesh of an entry's form.

    Raises:
        ValueError: There is no such form.
    """
    kind = entry.form["kind"]
    if kind not in FORMS:
        raise ValueError(f"{entry.name}: form must be one of {', '.join(FORMS)}, not {kind!r}")
    return FORMS[str(kind)](entry, paints)
