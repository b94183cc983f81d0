"""Build the place that a setting asks for."""

from kinema.engines.scene.graph import Setting
from kinema.engines.scene.stage.place import Place


def place(
    setting: Setting,
    *,
    seed: int,
    cfg_scale: float = 0.5,
    things_radius: float = 3.0,
    negative: tuple[str, ...] = (),
    mood: str | None = None,
) -> Place:
    """Build a set: the same arguments give the same place, array for array.

    Args:
        setting: Kind, time, weather, season and features. A kind that is not in
            `kinema.engines.scene.library.settings` is an error of the caller.
        seed: Chooses between variants and places the dressing.
        cfg_scale: At 0 the set is dressed freely, at 1 with what was said and nothing else.
        things_radius: Metres round the origin that actors and props take up; the set is built
            round it, wider for a whale than for a cup. Below 0.6 m a place with a table films
            the table-top.
        negative: Words that must not be seen: ``people``, ``tree``, ``cloud`` …
        mood: Colours the light.

    Raises:
        KeyError: If the kind is unknown.
    """
    raise NotImplementedError
