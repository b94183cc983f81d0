"""Where and when: from the words for it, or from who is there and what they do."""

from collections.abc import Iterable, Mapping
from functools import cache

from kinema.engines.scene.graph import Setting
from kinema.engines.scene.library import entries, settings
from kinema.engines.scene.library.words import table

from .ladder import hypernyms, resolve
from .tags import Tag

ANYWHERE = "meadow"
"""Where a scene is of which nothing at all is known."""


def place_kind(noun: str) -> str | None:
    """Return the kind of place that a noun names, or None."""
    words = settings.kinds_by_word()
    return next((words[word] for word in hypernyms(noun) if word in words), None)


@cache
def _implied(section: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for part, kind, word in table.entries("implied"):
        if part == section:
            found.setdefault(word, kind)
    return found


def implied_by_verb(verb: str) -> str | None:
    """Return where that is usually done."""
    return _implied("verb").get(verb)


def implied_by_noun(noun: str) -> str | None:
    """Return where something is usually met."""
    by_noun = _implied("noun")
    for word in hypernyms(noun):
        if word in by_noun:
            return by_noun[word]
    found = resolve(noun)
    entry = entries.find(found.object)
    near = settings.kinds_near()
    for word in entry.near if entry is not None else ():
        if word in near:
            return near[word]
    return _implied("kind").get(found.kind)


def setting(kind: str, *, said: bool, whole: Iterable[Tag], features: Iterable[str]) -> Setting:
    """Return a setting with the time, weather, season and events that were said."""
    told: dict[str, list[str]] = {}
    for tag in whole:
        told.setdefault(tag.kind, []).append(tag.value)
    about = settings.kinds()[kind]
    times = told.get("time", [about.time])
    weather = tuple(
        dict.fromkeys(word for said in told.get("weather", ()) for word in said.split())
    )
    seasons = told.get("season", [])
    return Setting(
        kind=kind,
        time=times[0],
        weather=weather or about.weather,
        season=seasons[0] if seasons else None,
        said=said,
        features=tuple(dict.fromkeys([*told.get("feature", ()), *features])),
    )
