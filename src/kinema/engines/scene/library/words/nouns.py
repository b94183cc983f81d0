"""Nouns: what each names, of which kind it is, and what it is a sort of.

Tables are named in `TABLES`; a line is ``head < parent = other names : sorts of it``, of which
only the head must be there. A word of several parts is joined by ``_``. After a word may follow
``#rrggbb``, its colour where that differs from its parent's; ``*metres``, its size; ``~young`` or
``~old``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from .table import lines

TABLES = (
    "people",
    "animals",
    "nature",
    "food",
    "household",
    "devices",
    "transport",
    "world",
    "ideas",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """One word for something.

    Attributes:
        word: In the singular, lower case; several words are parted by blanks.
        kind: The section it stands in: ``person``, ``bird``, ``body part`` …
        parent: The word that it is a sort of, or another name for; None at the top.
        same: Whether it is only another name for its parent.
        tint: ``#rrggbb`` where it has a colour of its own.
        metres: Its greatest length where it has a size of its own.
        age: ``young`` or ``old`` where the word says so.
    """

    word: str
    kind: str
    parent: str | None = None
    same: bool = False
    tint: str | None = None
    metres: float | None = None
    age: str | None = None


_WORD = re.compile(r"[^#*~]+((#[0-9a-f]{6})|(\*[\d.]+)|(~(young|old)))*")
_MARKED = re.compile("[#*~]")
_MARK = re.compile(r"[#*~][^#*~]+")


@cache
def nouns() -> Mapping[str, Noun]:
    """Return every noun by its word; the first line that names a word wins."""
    table: dict[str, Noun] = {}
    for name in TABLES:
        for kind, line in lines(name):
            for noun in _of_line(kind, line):
                table.setdefault(noun.word, noun)
    return MappingProxyType(table)


def _of_line(kind: str, line: str) -> Iterator[Noun]:
    left, _, sorts = line.partition(" : ")
    left, _, names = left.partition(" = ")
    head, _, parent = left.partition(" < ")
    parent, marks = _cut(parent.strip())
    top = _noun(head.strip() + marks, kind, parent or None, same=False)
    yield top
    for name in names.split():
        yield _noun(name, kind, top.word, same=True)
    for sort in sorts.split():
        yield _noun(sort, kind, top.word, same=False)


def _cut(text: str) -> tuple[str, str]:
    """Part a word from its marks."""
    word = _MARKED.split(text)[0]
    return word.replace("_", " "), text[len(word) :]


def _noun(text: str, kind: str, parent: str | None, *, same: bool) -> Noun:
    if not _MARKED.search(text):
        return Noun(word=text.replace("_", " "), kind=kind, parent=parent, same=same)
    if not _WORD.fullmatch(text):
        raise ValueError(f"a noun must look like corgi#c98a4b*0.3~young, not {text!r}")
    marks = {mark[0]: mark for mark in _MARK.findall(text)}
    metres, age = marks.get("*"), marks.get("~")
    return Noun(
        word=_cut(text)[0],
        kind=kind,
        parent=parent,
        same=same,
        tint=marks.get("#"),
        metres=float(metres[1:]) if metres else None,
        age=age[1:] if age else None,
    )
