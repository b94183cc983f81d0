"""Verbs: what each does in the picture, read from ``library/words/verbs.txt``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kinema.engines.scene.graph import Relation
from kinema.engines.scene.library.words import table
from kinema.engines.scene.library.words.nouns import nouns
from kinema.engines.scene.library.words.table import group


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """What someone does.

    Attributes:
        word: The verb or phrase itself, in its base form.
        name: What is reported: ``play`` for strumming.
        clip: The animation clip that shows it.
        prop: Noun of what it is done with when that is not said.
        relation: How the doer stands to what it is done with; None leaves that to its kind.
        travels: Whether the doer moves on.
    """

    word: str
    name: str
    clip: str
    prop: str | None = None
    relation: Relation | None = None
    travels: bool = False


@cache
def verbs() -> Mapping[str, Verb]:
    """Return every verb by its base form; the first line that has it wins."""
    found: dict[str, Verb] = {}
    for _, line in table.lines("verbs"):
        head, _, words = line.partition(":")
        name, clip, *options = _options(head)
        for item in words.split(","):
            word, _, prop = item.strip().partition(" +")
            found.setdefault(word, _verb(word, name, clip, prop, options))
    return MappingProxyType(found)


def _options(head: str) -> list[str]:
    """Split ``play play_keys +drum kit !`` so that a prop of several words stays whole."""
    parts: list[str] = []
    for word in head.split():
        if parts and parts[-1].startswith("+") and word[0] not in "@!+":
            parts[-1] += " " + word
        else:
            parts.append(word)
    return parts


def _object(word: str) -> str:
    """Return the thing that a phrase names at its end: the dog of *pet a dog*."""
    last = word.rpartition(" ")[2]
    for noun in (last, last.removesuffix("s"), last.removesuffix("es")):
        if " " in word and noun in nouns() and nouns()[noun].kind not in NO_PROPS:
            return noun
    return ""


NO_PROPS = frozenset({"abstract", "matter", "body part", "place", "region", "background", "person"})

LIGHT = group("light")
"""Verbs that say nothing by themselves: what is reported is the whole phrase."""


def _own_name(word: str) -> str:
    first = word.split(" ")[0]
    return word if first in LIGHT else first


def _verb(word: str, name: str, clip: str, prop: str, options: list[str]) -> Verb:
    prop = prop or _object(word)
    marks = {option[0]: option[1:] for option in options}
    return Verb(
        word=word,
        name=_own_name(word) if name == "*" else name,
        clip=clip,
        prop=prop or marks.get("+") or None,
        relation=Relation(marks["@"]) if "@" in marks else None,
        travels="!" in marks,
    )
