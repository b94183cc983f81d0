"""One door to every creature: a species' table in, a posable Model out."""

from collections.abc import Mapping

from kinema.engines.scene.shape.creatures.biped.build import biped
from kinema.engines.scene.shape.creatures.biped.monster import monster
from kinema.engines.scene.shape.creatures.biped.robot import robot
from kinema.engines.scene.shape.creatures.bird.build import bird
from kinema.engines.scene.shape.creatures.dragon.build import dragon
from kinema.engines.scene.shape.creatures.fish.build import fish
from kinema.engines.scene.shape.creatures.insect.build import insect
from kinema.engines.scene.shape.creatures.quadruped.build import quadruped
from kinema.engines.scene.shape.creatures.table import Coat, Faulty
from kinema.engines.scene.shape.model import Model

DRESSED = {"quadruped": quadruped, "bird": bird, "robot": robot, "monster": monster}
"""Generators whose creatures may wear things, and look different when young."""

PLAIN = {"dragon": dragon, "fish": fish, "insect": insect}

KINDS = ("biped", *DRESSED, *PLAIN)

YOUNG = 0.6
"""Size of a young animal by a grown one's."""


def creature(
    name: str,
    table: Mapping[str, object],
    *,
    size: float,
    colours: Mapping[str, str],
    colour: str | None = None,
    age: str | None = None,
    outfit: tuple[str, ...] = (),
    seed: int = 0,
) -> Model:
    """Return the creature that a species' table describes.

    Args:
        name: Library name, kept on the model.
        table: The ``creature`` table of an entry: ``kind`` names the generator (``quadruped``,
            ``biped``, ``bird``, ``fish``, ``dragon``, ``insect``), the rest are that generator's
            own numbers and words.
        size: Metres: its height; the length of a fish, the height of a standing bird.
        colours: Role to a name or ``#rrggbb``; see `table.ROLES`.
        colour: Takes the place of the main role; markings keep their own.
        age: ``young`` or ``old``; None is grown-up.
        outfit: Things worn: ``red hat``, ``astronaut suit``; an animal wears what goes on its head
            and neck, and what is no garment is refused.
        seed: Varies what a table leaves open (skin and hair of people).

    Raises:
        Faulty: If the table has an unknown kind, key or word.
    """
    kind = table.get("kind")
    if kind == "biped":
        return biped(
            name, table, colours, size=size, colour=colour, age=age, outfit=outfit, seed=seed
        )
    coat = Coat(colours, colour)
    grown = size * (YOUNG if age == "young" else 1.0)
    if kind in DRESSED:
        return DRESSED[str(kind)](name, table, coat, grown, age=age, outfit=outfit)
    if kind in PLAIN:
        return PLAIN[str(kind)](name, table, coat, grown)
    raise Faulty(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
