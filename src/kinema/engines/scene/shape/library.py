"""Models by name: the object library and the creatures, recoloured, resized and kept.

Models are kept in memory, and on disk once `keep_in` has named a folder.
"""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from kinema.engines.scene.library import entries
from kinema.engines.scene.library.entries import Entry
from kinema.engines.scene.library.kinds import Kind
from kinema.engines.scene.shape import keep
from kinema.engines.scene.shape.creatures.build import creature
from kinema.engines.scene.shape.model import Anchor, Model, Skeleton
from kinema.engines.scene.shape.objects.build import build
from kinema.engines.scene.shape.objects.paint import made_of, paints

SIZES = {"tiny": 0.35, "small": 0.65, "large": 1.6, "giant": 4.0}
"""Words for a size, and how often the real size that is."""


def model(
    object_name: str,
    *,
    colour: str | None = None,
    material: str | None = None,
    size: str | None = None,
    age: str | None = None,
    outfit: tuple[str, ...] = (),
    seed: int = 0,
) -> Model:
    """Return the model of a thing; a name that the library lacks gives the form of any thing.

    Args:
        object_name: Name or synonym of an entry.
        colour: CSS-like name or ``#rrggbb`` for the entry's first role.
        material: A word of `library.substances.SUBSTANCES` for that role.
        size: ``tiny``, ``small``, ``large`` or ``giant``.
        age: ``young`` or ``old``; things without an age ignore it.
        outfit: Things worn by a creature; things ignore it.
        seed: Varies what the entry leaves open.

    Raises:
        ValueError: The colour, material or size is unknown.
    """
    entry = entries.find(object_name) or entries.entry(entries.generic(Kind.THING))
    if size is not None and size not in SIZES:
        raise ValueError(f"a size must be one of {', '.join(SIZES)}, not {size!r}")
    found = made(entry.name, colour, material, age, outfit, seed)
    return found if size is None else scaled(found, SIZES[size])


@lru_cache(maxsize=256)
def made(
    name: str,
    colour: str | None,
    material: str | None,
    age: str | None,
    outfit: tuple[str, ...],
    seed: int,
) -> Model:
    """Return a model in its real size, from memory, disk or by building it."""
    entry = entries.entry(name)
    key = keep.key(entry.source, colour, material, age, outfit, seed)
    kept = keep.load(key)
    if kept is None:
        kept = fresh(entry, colour, material, age, outfit, seed)
        keep.save(key, kept)
    return kept


def keep_in(folder: Path | None) -> None:
    """Keep built models in a folder from now on; None keeps them in memory only."""
    keep.use(folder)


def fresh(
    entry: Entry,
    colour: str | None,
    material: str | None,
    age: str | None,
    outfit: tuple[str, ...],
    seed: int,
) -> Model:
    """Return a model built anew."""
    if entry.creature:
        return alive(entry, colour, material, age, outfit, seed)
    return build(entry, paints(entry, colour, material))


def alive(
    entry: Entry,
    colour: str | None,
    material: str | None,
    age: str | None,
    outfit: tuple[str, ...],
    seed: int,
) -> Model:
    """Return a creature; a material covers all of it."""
    found = creature(
        entry.name,
        entry.creature,
        size=entry.size or 1.0,
        colours=entry.colours,
        colour=colour,
        age=age,
        outfit=outfit,
        seed=seed,
    )
    if material is None:
        return found
    look = made_of(material)
    mesh = found.mesh
    colours = mesh.colours.copy()
    if colour is None:
        colours[:, :3] = look.colour
    materials = np.full_like(mesh.materials, look.material)
    return replace(found, mesh=replace(mesh, colours=colours, materials=materials))


def scaled(found: Model, factor: float) -> Model:
    """Return a model that many times as large."""
    width, height, depth = found.size
    skeleton = found.skeleton
    anchors = {
        name: Anchor(bone=one.bone, at=(one.at[0] * factor, one.at[1] * factor, one.at[2] * factor))
        for name, one in found.anchors.items()
    }
    return replace(
        found,
        mesh=replace(found.mesh, vertices=found.mesh.vertices * np.float32(factor)),
        skeleton=Skeleton(
            names=skeleton.names,
            parents=skeleton.parents,
            pivots=skeleton.pivots * np.float32(factor),
        ),
        size=(width * factor, height * factor, depth * factor),
        anchors=anchors,
        traits={name: number * factor for name, number in found.traits.items()},
    )
