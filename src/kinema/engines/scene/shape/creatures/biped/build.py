"""Puts a person together: body, face, hair and clothes."""

import zlib
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import linear, mixed
from kinema.engines.scene.shape.creatures.biped import hair as hairs
from kinema.engines.scene.shape.creatures.biped.cloth import Worn
from kinema.engines.scene.shape.creatures.biped.head import Face, add_head
from kinema.engines.scene.shape.creatures.biped.limbs import add_bones, hand
from kinema.engines.scene.shape.creatures.biped.marks import add_marks
from kinema.engines.scene.shape.creatures.biped.shape import SIDES, Body, Person, body
from kinema.engines.scene.shape.creatures.biped.wear import chosen, recoloured
from kinema.engines.scene.shape.creatures.draft import Draft, finished
from kinema.engines.scene.shape.creatures.table import shape_of
from kinema.engines.scene.shape.model import Material, Model

SKINS = ("#f0c8a8", "#e8b48e", "#d89a70", "#c68658", "#a86a42", "#84502f", "#5f3822")
HAIRS = ("#1d1512", "#2e1d14", "#4a2c18", "#6e4222", "#9a6430", "#d0a458", "#8a3a1c")
IRISES = ("#4a2a14", "#5c3a1c", "#2f6a8c", "#3f7a4a", "#6a5a2a")
TOPS = ("#c2503a", "#3f7a9c", "#d8a83a", "#4a8a5c", "#8a5a9c", "#d87a4a", "#5a6a8c")

CHILD = {
    "head": 0.95,
    "torso": 0.74,
    "legs": 0.62,
    "arms": 0.72,
    "shoulders": 0.74,
    "hips": 0.82,
    "bulk": 0.84,
}
"""How a child's body differs."""


def biped(
    name: str,
    table: Mapping[str, object],
    colours: Mapping[str, str],
    *,
    size: float,
    colour: str | None = None,
    age: str | None = None,
    outfit: tuple[str, ...] = (),
    seed: int = 0,
) -> Model:
    """Return a person whose crown is ``size`` metres high; hats and hair come on top.

    Bones: ``hips``, ``spine``, ``chest``, ``neck``, ``head``, ``jaw``, ``lid``, ``upper_arm``,
    ``lower_arm``, ``hand``, ``upper_leg``, ``lower_leg`` and ``foot``, each of the last seven with
    ``.L`` and ``.R``. A lid closes and the jaw opens with a positive turn about x. ``colour`` is
    that of the top or the dress. A child is two thirds of the size.
    """
    chance = np.random.default_rng(
        np.random.SeedSequence(seed, spawn_key=(zlib.crc32(b"person"), zlib.crc32(name.encode())))
    )
    person = _aged(shape_of(Person, table), age)
    plan = body(person)
    wear = person.wear + outfit
    if colour is not None:
        wear = recoloured(wear, colour)
    face = _face(person, colours, chance)
    draft = Draft()
    add_bones(draft, plan)
    add_head(draft, plan, face)
    worn = dress(draft, plan, face, wear, str(chance.choice(TOPS)))
    _add_hair(draft, plan, face, chance, covered="head" in worn, tight="helmet" in worn)
    add_marks(draft, plan)
    grown = size if age != "young" or table.get("age") == "child" else 0.66 * size
    return finished(draft, name=name, move="biped", unit=grown / plan.height, grounded=False)


def _aged(person: Person, age: str | None) -> Person:
    if age == "young" or person.age == "child":
        shrunk = {key: share * getattr(person, key) for key, share in CHILD.items()}
        return replace(person, age="child", beard="none", belly=0.0, **shrunk)
    if age == "old":
        return replace(person, age="old")
    return person


def _face(person: Person, colours: Mapping[str, str], chance: np.random.Generator) -> Face:
    """Return the colours of a face; what the table leaves open is chosen."""
    skin_at = int(chance.integers(len(SKINS)))
    hair_at = int(chance.integers(len(HAIRS) if skin_at < 4 else 3))
    iris_at = int(chance.integers(len(IRISES) if skin_at < 3 else 2))
    skin = linear(colours.get("skin", SKINS[skin_at]))
    grey = linear("#c9c6c0" if person.age == "old" else HAIRS[hair_at])
    rose = (0.62, 0.1, 0.1) if person.sex == "woman" else (0.5, 0.14, 0.1)
    return Face(
        skin=skin,
        hair=linear(colours["hair"]) if "hair" in colours else grey,
        iris=linear(colours.get("iris", IRISES[iris_at])),
        lips=linear(colours["lips"]) if "lips" in colours else mixed(skin, rose, 0.5),
    )


def dress(draft: Draft, plan: Body, face: Face, wear: tuple[str, ...], top: str) -> set[str]:
    """Put on the clothes, and the hands that come out of them.

    Returns:
        The places covered, and ``helmet`` if one closes round the head.
    """
    plain: tuple[str, ...] = (f"{top} shirt", "jeans", "shoes")
    worn = chosen(plain + wear)
    for garment, colour in worn.values():
        garment.make(Worn(draft=draft, body=plan, colour=colour, skin=face.skin))
    thick = 1.0 if "hands" not in worn else 1.16
    palm: Rgb = face.skin if "hands" not in worn else worn["hands"][1]
    for name, way in SIDES:
        skin = hand(plan, way, name, palm, thick=thick)
        draft.skins.append(skin if "hands" not in worn else replace(skin, material=Material.CLOTH))
    closed = {"helmet"} if "head" in worn and worn["head"][0].closed else set()
    return set(worn) | closed


def _add_hair(
    draft: Draft, plan: Body, face: Face, chance: np.random.Generator, *, covered: bool, tight: bool
) -> None:
    person = plan.person
    style = person.hair
    if style == "any":
        style = str(chance.choice(hairs.ANY[_group(person)]))
    style = "crop" if tight or (covered and style == "afro") else style
    hairs.add_hair(draft, plan, style, face.hair, covered=covered)
    hairs.add_beard(draft, plan, person.beard, face.hair)


def _group(person: Person) -> str:
    if person.age == "child":
        return "girl" if person.sex == "woman" else "boy"
    return f"old {person.sex}" if person.age == "old" else person.sex
