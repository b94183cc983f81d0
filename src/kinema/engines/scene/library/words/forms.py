"""The forms that an English word takes."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .table import entries

_VOWELS = frozenset("aeiou")


@cache
def _irregular(section: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for part, word, form in entries("irregular"):
        if part == section:
            found[word] = (*found.get(word, ()), form)
    return MappingProxyType(found)


def plurals(noun: str) -> tuple[str, ...]:
    """Return every plural of a noun; the last word of several takes the ending."""
    *start, last = noun.split(" ")
    ends = _irregular("noun").get(last) or (_with_s(last),)
    return tuple(" ".join([*start, end]) for end in ends)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def third(verb: str) -> str:
    """Return the form of ``he …``: runs, catches, flies."""
    before, first, after = _cut(verb)
    return before + (first + "es" if first.endswith("o") else _with_s(first)) + after


def _cut(verb: str) -> tuple[str, str, str]:
    """Part the word that takes the ending from what stands before it (ice skate) and after."""
    words = verb.split(" ")
    at = 1 if len(words) > 1 and words[0] in _unchanged() else 0
    before, after = "".join(f"{w} " for w in words[:at]), "".join(f" {w}" for w in words[at + 1 :])
    return before, words[at], after


@cache
def _unchanged() -> frozenset[str]:
    return frozenset(_irregular("unchanged").get("before a verb", ()))


def participle(verb: str) -> str:
    """Return the form with -ing: running, riding, lying."""
    before, first, after = _cut(verb)
    if first.endswith("ie"):
        form = first[:-2] + "ying"
    elif first.endswith("e") and not first.endswith(("ee", "oe", "ye")) and first != "be":
        form = first[:-1] + "ing"
    else:
        form = _doubled(first) + "ing"
    return before + form + after


def pasts(verb: str) -> tuple[str, ...]:
    """Return past tense and past participle; both are the same for most verbs."""
    before, first, after = _cut(verb)
    forms = _irregular("verb").get(first) or (_with_ed(first),)
    return tuple(before + form + after for form in forms)


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _doubled(word: str) -> str:
    """Double the last letter where English does: run, stop, not rain, enter or show."""
    short = sum(letter in _VOWELS for letter in word) == 1 or word in _irregular("doubled")
    ends = word[-1:] not in _VOWELS and word[-1:] not in "wxy" and word[-2:-1] in _VOWELS
    return word + word[-1] if short and ends and len(word) > 2 else word
