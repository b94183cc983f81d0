"""Reads the word tables.

A table has sections in brackets, ``#`` comments at the start of a line, and lines of the form
``value: word, other words, either|or word, word [maybe]``. Either-or and maybe are written out
when the table is read, so that looking a phrase up is one step.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product

_CHOOSES = re.compile(r"[|_\[]")


def lines(name: str) -> Iterator[tuple[str, str]]:
    """Yield the section and the text of every line that says something."""
    section = ""
    text = files("kinema.engines.scene.library.words").joinpath(f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        line = line.strip()
        if not line or line[0] == "#":
            continue
        if line[0] == "[" and line[-1] == "]":
            section = line[1:-1]
        else:
            yield section, line


def entries(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield section, value and phrase for every phrase of a table, written out."""
    for section, line in lines(name):
        value, _, patterns = line.partition(":")
        for pattern in patterns.split(","):
            for phrase in spelled_out(pattern.strip()):
                yield section, value.strip(), phrase


@cache
def group(name: str) -> frozenset[str]:
    """Return the words that a rule of the grammar treats alike."""
    return frozenset(word for _, value, word in entries("groups") if value == name)


def spelled_out(pattern: str) -> Iterator[str]:
    """Yield every phrase that a pattern such as ``a|the cat [slowly] runs`` stands for."""
    if not _CHOOSES.search(pattern):
        yield pattern
        return
    slots = [_choices(word) for word in _words(pattern)]
    for choice in product(*slots):
        phrase = " ".join(word for word in choice if word)
        if phrase:
            yield phrase


def _words(pattern: str) -> list[str]:
    """Split at blanks outside of brackets."""
    words, depth, word = [], 0, ""
    for letter in pattern:
        depth += (letter == "[") - (letter == "]")
        if letter == " " and not depth:
            words.append(word)
            word = ""
        else:
            word += letter
    return [*words, word]


def _choices(word: str) -> tuple[str, ...]:
    maybe = word.startswith("[")
    words = tuple(each.replace("_", " ") for each in word.strip("[]").split("|"))
    return (*words, "") if maybe else words
