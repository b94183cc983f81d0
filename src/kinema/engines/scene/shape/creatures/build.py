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

KINDS = {
    "quadruped": quadruped,
    "bird": bird,
    "dragon": dragon,
    "fish": fish,
    "insect": insect,
    "robot": robot,
    "monster": monster,
}


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
        outfit: Things worn by a biped: ``red hat``, ``astronaut suit``.
        seed: Varies what a table leaves open (skin and hair of people).

    Raises:
        Faulty: If the table has an unknown kind, key or word.
    """
    kind = table.get("kind")
    if kind == "biped":
        return biped(
            name, table, colours, size=size, colour=colour, age=age, outfit=outfit, seed=seed
        )
    if kind not in KINDS:
        raise Faulty(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
    return KINDS[str(kind)](name, table, Coat(colours, colour), size)
