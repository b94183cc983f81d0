"""One door to every creature: a species' table in, a posable Model out."""

from collections.abc import Mapping

from kinema.engines.scene.shape.model import Model


def creature(
    name: str,
    table: Mapping[str, object],
    *,
    colour: str | None = None,
    age: str | None = None,
    outfit: tuple[str, ...] = (),
    seed: int = 0,
) -> Model:
    """Return the creature that a species' table describes.

    ``table`` is the ``creature`` sub-table of an entry of ``library/species/*.toml`` as
    `tomllib` reads it: ``kind`` names the generator (``quadruped``, ``biped``, ``bird``,
    ``fish``, ``dragon``, ``insect``), ``size`` is the height (fish, snakes: length; flyers:
    see the generator) in metres, ``colours`` maps roles to ``#rrggbb``, the rest are that
    generator's own numbers and words.

    Args:
        name: Library name, kept on the model.
        table: The species' table.
        colour: Name or ``#rrggbb`` for the main role; markings keep their own colours.
        age: ``young`` or ``old``; None is grown-up.
        outfit: Things worn by a biped: ``red hat``, ``astronaut suit``.
        seed: Varies what a table leaves open (skin and hair of people).

    Raises:
        EngineFailed: If the table has an unknown kind, key or word.
    """
    raise NotImplementedError
