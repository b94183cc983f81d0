"""All that the engine knows by name, for people and programs to look up."""

from kinema.engines.scene.graph import Relation
from kinema.engines.scene.library import entries, settings
from kinema.engines.scene.library.colours import COLOURS
from kinema.engines.scene.library.substances import SUBSTANCES
from kinema.engines.scene.library.words import table

from .ladder import resolve
from .lexicon import lexicon
from .verbs import verbs


def vocabulary() -> dict[str, object]:
    """Return what ``kinema scene vocabulary --json`` prints, as JSON values.

    ``settings`` and ``styles`` are lists of names, with their other words beside them;
    ``nouns`` maps each noun to the object that shows it, ``verbs`` each verb to its action.
    """
    return {
        "settings": list(settings.kinds()),
        "setting_words": {kind.name: list(kind.synonyms) for kind in settings.kinds().values()},
        "styles": list(styles()),
        "style_words": _groups("scene", "style"),
        "times": list(_groups("scene", "time")),
        "weathers": list(dict.fromkeys(w for v in _groups("scene", "weather") for w in v.split())),
        "seasons": list(_groups("scene", "season")),
        "features": list(_groups("scene", "feature")),
        "colours": list(COLOURS),
        "materials": list(SUBSTANCES),
        "sizes": list(_groups("modifiers", "size")),
        "moods": list(_groups("modifiers", "mood")),
        "relations": [str(relation) for relation in Relation],
        "camera": _groups("camera", "camera"),
        "objects": list(entries.names()),
        "nouns": {noun: resolve(noun).object for noun in sorted(lexicon().nouns)},
        "verbs": {verb.word: verb.name for verb in verbs().values()},
    }


def styles() -> tuple[str, ...]:
    """Return the names of all styles."""
    return tuple(_groups("scene", "style"))


def _groups(name: str, section: str) -> dict[str, list[str]]:
    """Return the phrases of one section of a table by their value."""
    found: dict[str, list[str]] = {}
    for part, value, phrase in table.entries(name):
        if part == section and value != "plain":
            found.setdefault(value, []).append(phrase)
    return found
