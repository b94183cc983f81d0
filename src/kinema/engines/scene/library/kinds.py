"""The words that an entry may use for what it is, how it moves and how it takes the light."""

from enum import StrEnum


class Kind(StrEnum):
    """What a thing is; the last step of the fallback ladder goes by it."""

    PERSON = "person"
    ANIMAL = "animal"
    BIRD = "bird"
    FISH = "fish"
    INSECT = "insect"
    PLANT = "plant"
    FOOD = "food"
    VEHICLE = "vehicle"
    VESSEL = "vessel"
    FURNITURE = "furniture"
    DEVICE = "device"
    TOOL = "tool"
    INSTRUMENT = "instrument"
    CLOTHING = "clothing"
    TOY = "toy"
    SPORT = "sport"
    BUILDING = "building"
    LANDMARK = "landmark"
    NATURE = "nature"
    SKY = "sky"
    FANTASY = "fantasy"
    THING = "thing"


MOVES = frozenset(
    {"none", "held", "biped", "quadruped", "bird", "fish", "insect", "snake", "hop", "crawl"}
    | {"wheels", "rails", "boat", "aircraft", "rotor", "balloon", "float", "roll", "swing"}
)
"""How a thing gets about; motion has an implementation of each."""

SURFACES = (
    "matte",
    "ground",
    "fur",
    "emissive",
    "water",
    "leaf",
    "bark",
    "glossy",
    "satin",
    "skin",
    "cloth",
    "snow",
)
"""Names of the renderer's materials, in the order of its numbers."""

SURFACE_OF_KIND = {
    Kind.PLANT: "leaf",
    Kind.CLOTHING: "cloth",
    Kind.VEHICLE: "glossy",
    Kind.BUILDING: "matte",
    Kind.LANDMARK: "matte",
    Kind.NATURE: "matte",
}
"""The surface of a role for which an entry names none; satin where a kind is not listed."""

TRIANGLES_OF_KIND = {
    Kind.FURNITURE: 2_000,
    Kind.FOOD: 4_000,
    Kind.PLANT: 14_000,
    Kind.BUILDING: 20_000,
    Kind.LANDMARK: 20_000,
    Kind.NATURE: 14_000,
    Kind.VEHICLE: 9_000,
    Kind.INSTRUMENT: 8_000,
}
"""How many triangles an entry may have; 6,000 where a kind is not listed."""
