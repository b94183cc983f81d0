"""What can be worn: each garment's place, its maker and its colour, and outfits made of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import linear
from kinema.engines.scene.shape.creatures.biped import accessories, clothes, eyewear, hats, suits
from kinema.engines.scene.shape.creatures.biped.cloth import Worn
from kinema.engines.scene.shape.creatures.table import Faulty


@dataclass(frozen=True, slots=True, kw_only=True)
class Garment:
    """A thing to wear.

    Attributes:
        place: ``top``, ``legs``, ``feet``, ``head``, ``hands`` or one of its own; what comes later
            takes the place of what was there. ``whole`` takes those of top and legs.
        colour: Where none is said.
        closed: Whether it closes round the head and leaves little hair.
    """

    place: str
    make: Callable[[Worn], None]
    colour: str
    closed: bool = False


GARMENTS: dict[str, Garment] = {
    "shirt": Garment(place="top", make=clothes.shirt, colour="#6f93b8"),
    "sweater": Garment(place="top", make=clothes.sweater, colour="#a8442f"),
    "t-shirt": Garment(place="top", make=clothes.tee, colour="#d8d4c8"),
    "vest": Garment(place="top", make=clothes.vest, colour="#e8e4da"),
    "jacket": Garment(place="top", make=clothes.jacket, colour="#2c3342"),
    "coat": Garment(place="top", make=clothes.coat, colour="#7a5a38"),
    "trousers": Garment(place="legs", make=clothes.trousers, colour="#3c4250"),
    "jeans": Garment(place="legs", make=clothes.jeans, colour="#3a5a86"),
    "shorts": Garment(place="legs", make=clothes.shorts, colour="#8a7a52"),
    "leggings": Garment(place="legs", make=clothes.leggings, colour="#26262c"),
    "skirt": Garment(place="legs", make=clothes.skirt, colour="#8a3a5c"),
    "dress": Garment(place="whole", make=clothes.dress, colour="#c4384e"),
    "gown": Garment(place="whole", make=clothes.gown, colour="#7a3f9a"),
    "robe": Garment(place="whole", make=clothes.robe, colour="#3a3f7a"),
    "space suit": Garment(place="whole", make=suits.space_suit, colour="#eceae4"),
    "armour": Garment(place="whole", make=suits.armour, colour="#b4b9c2"),
    "hero suit": Garment(place="whole", make=suits.hero_suit, colour="#1f4fb8"),
    "tutu": Garment(place="whole", make=suits.tutu, colour="#f2a9c0"),
    "shoes": Garment(place="feet", make=clothes.shoes, colour="#4a2f20"),
    "sneakers": Garment(place="feet", make=clothes.shoes, colour="#c8402f"),
    "boots": Garment(place="feet", make=clothes.boots, colour="#3a281c"),
    "bare feet": Garment(place="feet", make=clothes.barefoot, colour="#000000"),
    "hat": Garment(place="head", make=hats.hat, colour="#6a4a30"),
    "straw hat": Garment(place="head", make=hats.straw_hat, colour="#dcb863"),
    "cowboy hat": Garment(place="head", make=hats.cowboy_hat, colour="#7a4f2c"),
    "top hat": Garment(place="head", make=hats.top_hat, colour="#1c1c22"),
    "witch hat": Garment(place="head", make=hats.witch_hat, colour="#2a2240"),
    "chef hat": Garment(place="head", make=hats.chef_hat, colour="#f4f2ec"),
    "cap": Garment(place="head", make=hats.cap, colour="#c23a2c"),
    "police cap": Garment(place="head", make=hats.police_cap, colour="#1c2a4c"),
    "beanie": Garment(place="head", make=hats.beanie, colour="#b8442c"),
    "santa hat": Garment(place="head", make=hats.santa_hat, colour="#c41f26"),
    "crown": Garment(place="head", make=hats.crown, colour="#e2b23a"),
    "fire helmet": Garment(place="head", make=hats.fire_helmet, colour="#c8281e"),
    "hard hat": Garment(place="head", make=hats.hard_hat, colour="#f2c21f"),
    "helmet": Garment(place="head", make=hats.knight_helmet, colour="#b4b9c2", closed=True),
    "space helmet": Garment(place="head", make=hats.space_helmet, colour="#f0eee8", closed=True),
    "pirate hat": Garment(place="head", make=hats.pirate_hat, colour="#1f1c20"),
    "glasses": Garment(place="face", make=eyewear.glasses, colour="#2a2420"),
    "sunglasses": Garment(place="face", make=eyewear.sunglasses, colour="#17171a"),
    "eye patch": Garment(place="face", make=eyewear.eye_patch, colour="#17171a"),
    "mask": Garment(place="face", make=eyewear.hero_mask, colour="#1b1b20"),
    "cape": Garment(place="back", make=accessories.cape, colour="#b81f2c"),
    "backpack": Garment(place="back", make=accessories.backpack, colour="#2f6a5a"),
    "fur collar": Garment(place="shoulders", make=accessories.soft_collar, colour="#f2eee4"),
    "apron": Garment(place="front", make=accessories.apron, colour="#f0ece2"),
    "dungarees": Garment(place="front", make=accessories.dungarees, colour="#3a5a86"),
    "stripes": Garment(place="front", make=accessories.reflective, colour="#e8e23a"),
    "badge": Garment(place="front", make=accessories.badge, colour="#e2b23a"),
    "stethoscope": Garment(place="neck", make=accessories.stethoscope, colour="#1c1c20"),
    "scarf": Garment(place="neck", make=accessories.scarf, colour="#c23a2c"),
    "tie": Garment(place="neck", make=accessories.tie, colour="#a02430"),
    "bow tie": Garment(place="neck", make=accessories.bow_tie, colour="#a02430"),
    "sash": Garment(place="waist", make=clothes.sash, colour="#c23a2c"),
    "gloves": Garment(place="hands", make=accessories.gloves, colour="#e8e4dc"),
}

OUTFITS: dict[str, tuple[str, ...]] = {
    "astronaut suit": ("space suit", "space helmet", "white gloves", "white boots"),
    "spacesuit": ("space suit", "space helmet", "white gloves", "white boots"),
    "suit": ("jacket", "trousers", "tie", "black shoes"),
    "tuxedo": ("black jacket", "black trousers", "bow tie", "black shoes"),
    "chef uniform": ("white shirt", "apron", "chef hat"),
    "police uniform": ("#3a4f80 shirt", "navy trousers", "police cap", "badge", "black boots"),
    "lab coat": ("white coat",),
    "raincoat": ("yellow coat", "yellow boots"),
    "superhero costume": ("hero suit", "cape", "mask", "red boots"),
    "knight armour": ("armour", "helmet", "#8d929b boots", "#8d929b gloves"),
    "armor": ("armour", "helmet", "#8d929b boots", "#8d929b gloves"),
    "santa suit": ("red coat", "red trousers", "santa hat", "black boots"),
    "uniform": ("#3a4f80 shirt", "navy trousers", "police cap", "black boots"),
    "pyjamas": ("light blue shirt", "light blue leggings"),
    "swimsuit": ("vest", "shorts", "bare feet"),
}
"""Outfits, as the garments that they consist of."""

OTHER_WORDS = {
    "tshirt": "t-shirt", "tee": "t-shirt", "pants": "trousers", "jumper": "sweater",
    "pullover": "sweater", "hoodie": "sweater", "blouse": "shirt", "blazer": "jacket",
    "cloak": "cape", "kimono": "robe", "trainers": "sneakers", "helm": "helmet",
    "wizard hat": "witch hat", "fedora": "hat", "sombrero": "straw hat", "baseball cap": "cap",
    "woolly hat": "beanie", "wool hat": "beanie", "necktie": "tie", "shades": "sunglasses",
    "spectacles": "glasses", "rucksack": "backpack", "overalls": "dungarees",
    "christmas hat": "santa hat", "tiara": "crown", "jean": "jeans", "boot": "boots",
    "shoe": "shoes", "glove": "gloves", "overcoat": "coat", "trench coat": "coat",
    "parka": "coat", "polo shirt": "t-shirt", "ball gown": "gown", "nightgown": "gown",
}  # fmt: skip


def can_wear(words: str) -> bool:
    """Return whether something of that name, with or without a colour, can be worn."""
    name, _ = _split(words)
    return name in GARMENTS or name in OUTFITS


def chosen(wear: tuple[str, ...]) -> dict[str, tuple[Garment, Rgb]]:
    """Return what is worn at each place, later things in the place of earlier ones.

    Raises:
        Faulty: If a thing is no garment.
    """
    worn: dict[str, tuple[Garment, Rgb]] = {}
    for garment, colour in _garments(wear):
        gone = {"whole": ("top", "legs", "front"), "top": ("whole",), "legs": ("whole",)}
        for place in gone.get(garment.place, ()):
            worn.pop(place, None)
        worn.pop(garment.place, None)
        worn[garment.place] = (garment, colour)
    return worn


def _garments(wear: tuple[str, ...]) -> Iterator[tuple[Garment, Rgb]]:
    for words in wear:
        name, colour = _split(words)
        if name in OUTFITS:
            parts = OUTFITS[name]
            first, *others = parts
            yield from _garments(
                (first if colour is None else f"{colour} {_split(first)[0]}", *others)
            )
        elif name in GARMENTS:
            yield GARMENTS[name], linear(colour or GARMENTS[name].colour)
        else:
            raise Faulty(f"{words!r} cannot be worn; garments are {', '.join(GARMENTS)}")


def _split(words: str) -> tuple[str, str | None]:
    """Return the garment's name and the colour before it."""
    parts = words.casefold().split()
    for start in range(len(parts)):
        name = " ".join(parts[start:])
        name = OTHER_WORDS.get(name, name)
        if name in GARMENTS or name in OUTFITS:
            return name, _colour(" ".join(parts[:start]))
    return words, None


def _colour(words: str) -> str | None:
    try:
        linear(words)
    except ValueError:
        return None
    return words


def recoloured(wear: tuple[str, ...], colour: str) -> tuple[str, ...]:
    """Return what is worn with the top, or the whole, in another colour."""
    changed = tuple(
        f"{colour} {name}" if _leads(name) else words
        for words, (name, _) in ((words, _split(words)) for words in wear)
    )
    return changed if changed != wear else (f"{colour} shirt", *wear)


def _leads(name: str) -> bool:
    return name in GARMENTS and GARMENTS[name].place in ("top", "whole")
