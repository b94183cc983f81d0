"""Everything that a phrase can mean, in one table, made once from the word tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kinema.engines.scene.library import entries, settings
from kinema.engines.scene.library.colours import COLOURS
from kinema.engines.scene.library.substances import SUBSTANCES
from kinema.engines.scene.library.words import forms, table
from kinema.engines.scene.library.words.nouns import Noun, nouns

from .verbs import verbs


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a phrase.

    Attributes:
        kind: Part of speech or class: ``noun``, ``verb``, ``colour``, ``relation``, ``style`` …
        value: What is meant: the noun or verb in its base form, the name of the style …
        form: ``s`` or ``p`` of nouns, singular or plural; ``b``, ``s``, ``g``, ``d`` of verbs:
            base, third person, -ing, past.
    """

    kind: str
    value: str
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All phrases that are known.

    Attributes:
        senses: What each phrase can mean.
        longest: For the first word of a phrase, how many words the longest such phrase has.
        nouns: Every noun, with those of the object library and of the places.
    """

    senses: Mapping[str, tuple[Sense, ...]]
    longest: Mapping[str, int]
    nouns: Mapping[str, Noun]


@cache
def lexicon() -> Lexicon:
    """Return the one lexicon; the first call makes it."""
    known = _nouns()
    senses: dict[str, tuple[Sense, ...]] = {}
    longest: dict[str, int] = {}
    for phrase, sense in _phrases(known):
        key = phrase.replace("-", " ") if "-" in phrase else phrase
        there = senses.get(key, ())
        if sense not in there and not (sense.kind in ("plain", "mood") and _participle(there)):
            senses[key] = (*there, sense)
        first, count = key.split(" ", 1)[0], key.count(" ") + 1
        if count > longest.get(first, 0):
            longest[first] = count
    return Lexicon(senses=senses, longest=longest, nouns=known)


def _participle(senses: tuple[Sense, ...]) -> bool:
    """Whether a phrase is the -ing form of a verb, which says more than an adjective."""
    return any(sense.kind == "verb" and sense.form == "g" for sense in senses)


def _nouns() -> dict[str, Noun]:
    """Join the tables with what the object library and the places know besides."""
    known = dict(nouns())
    for word, kind in settings.kinds_by_word().items():
        if not _adorned(word, kind):
            known.setdefault(
                word, Noun(word=word, kind="place", parent=None if word == kind else kind)
            )
    index = entries.index()
    for word, section in index.items():
        first, _, rest = word.partition(" ")
        if first == "the":
            known.setdefault(rest, Noun(word=rest, kind="library", parent=section.name, same=True))
            continue
        if rest.startswith("of ") and first in known:
            continue  # read as a cup, and what is in it
        if first in _adjectives() and rest in known and word != section.name:
            continue  # read as a table, and what it is made of or its colour
        parent = section.name if word != section.name else _sort(word, known)
        known.setdefault(word, Noun(word=word, kind="library", parent=parent))
    return known


@cache
def _adjectives() -> frozenset[str]:
    """Return the words that describe a thing, of one word each."""
    plain = {word for _, _, word in table.entries("modifiers")}
    return frozenset(plain | COLOURS.keys() | SUBSTANCES.keys())


def _sort(word: str, known: Mapping[str, Noun]) -> str | None:
    """Take a compound for a sort of its last word: a stone bridge is a bridge."""
    last = word.rpartition(" ")[2]
    return last if last != word and last in known else None


def _adorned(word: str, kind: str) -> bool:
    """Whether a name of a place only adds an adjective to another: green hills, by the window."""
    first, _, rest = word.partition(" ")
    return first in (*PREPOSITIONS, "the") or settings.kinds_by_word().get(rest) == kind


PREPOSITIONS = frozenset({"by", "in"})


def _phrases(known: Mapping[str, Noun]) -> Iterator[tuple[str, Sense]]:
    yield from _noun_phrases(known)
    yield from _verb_phrases()
    for colour in COLOURS:
        yield colour, Sense("colour", colour)
    for material in SUBSTANCES:
        yield material, Sense("material", material)
    for name in ("modifiers", "grammar", "scene", "camera"):
        for section, value, phrase in table.entries(name):
            yield phrase, Sense("scene mood" if (name, section) == MOOD else section, value)


MOOD = ("scene", "mood")
"""The section whose name also stands in the table of adjectives."""


def _noun_phrases(known: Mapping[str, Noun]) -> Iterator[tuple[str, Sense]]:
    for word in known:
        yield word, Sense("noun", word, "s")
        for plural in forms.plurals(word):
            yield plural, Sense("noun", word, "p")


def _verb_phrases() -> Iterator[tuple[str, Sense]]:
    for verb in verbs():
        yield verb, Sense("verb", verb, "b")
        yield forms.third(verb), Sense("verb", verb, "s")
        yield forms.participle(verb), Sense("verb", verb, "g")
        for past in forms.pasts(verb):
            yield past, Sense("verb", verb, "d")
