"""The fallback ladder: from a noun to something that can be shown."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kinema.engines.scene.graph import Resolved
from kinema.engines.scene.library import entries
from kinema.engines.scene.library.kinds import Kind
from kinema.engines.scene.library.words.nouns import Noun

from .lexicon import lexicon

GENERIC: Mapping[str, Kind] = {
    "person": Kind.PERSON,
    "crowd": Kind.PERSON,
    "animal": Kind.ANIMAL,
    "bird": Kind.BIRD,
    "fish": Kind.FISH,
    "insect": Kind.INSECT,
    "fantasy": Kind.FANTASY,
    "plant": Kind.PLANT,
    "nature": Kind.NATURE,
    "sky": Kind.SKY,
    "food": Kind.FOOD,
    "drink": Kind.FOOD,
    "furniture": Kind.FURNITURE,
    "device": Kind.DEVICE,
    "vehicle": Kind.VEHICLE,
    "aircraft": Kind.VEHICLE,
    "vessel": Kind.VESSEL,
    "building": Kind.BUILDING,
    "landmark": Kind.LANDMARK,
    "clothing": Kind.CLOTHING,
    "toy": Kind.TOY,
    "sport": Kind.SPORT,
    "tool": Kind.TOOL,
    "instrument": Kind.INSTRUMENT,
}
"""The form that stands for any noun of a section of the tables; a plain thing for the rest."""

ACTING = frozenset(
    {"person", "crowd", "animal", "bird", "fish", "insect", "fantasy"}
    | {"vehicle", "vessel", "aircraft"}
)
"""Kinds that act by themselves."""

LIVING = ACTING - {"vehicle", "vessel", "aircraft"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a noun came to.

    Attributes:
        object: Name of an entry of the object library.
        kind: Section of the tables: ``person``, ``food`` …
        resolved: Which step of the ladder found it.
        tint: As in `kinema.engines.scene.graph.Thing`.
        metres: As there.
        age: As there.
    """

    object: str
    kind: str
    resolved: Resolved
    tint: str | None = None
    metres: float | None = None
    age: str | None = None


@cache
def resolve(noun: str) -> Found:
    """Return what shows a noun. Every noun comes to something."""
    index = entries.index()
    chain = tuple(hypernyms(noun))
    kind = kind_of(noun)
    marks = _marks(chain)
    for step, word in enumerate(chain):
        for name in (word, *_alike().get(word, ())):
            if name in index and _same_nature(name, index[name], kind):
                entry = index[name].name
                resolved = _step(noun, entry, name, chain[: step + 1])
                return _found(entry, kind, resolved, _own(marks, resolved))
    return _found(_generic(kind), kind, Resolved.GENERIC, marks)


def _generic(kind: str) -> str:
    """Return the form of a kind; a plain thing where the library has none of its own."""
    form = entries.generic(GENERIC.get(kind, Kind.THING))
    return form if form in entries.index() else entries.generic(Kind.THING)


def _own(marks: dict[str, Noun], resolved: Resolved) -> dict[str, Noun]:
    """Keep of a mere synonym only its age: a puppy is a young dog."""
    if resolved in OWN_LOOK:
        return marks
    return {name: noun for name, noun in marks.items() if name == "age"}


OWN_LOOK = frozenset({Resolved.HYPERNYM, Resolved.GENERIC})
"""Steps after which a word has its own colour and size; another name has its entry's."""

_CLASS = re.compile(r'^class\s*=\s*"(\w+)"', re.MULTILINE)


def _same_nature(name: str, section: entries.Section, kind: str) -> bool:
    """Whether another word for an entry means the same here: Tom is no drum, a crane no bird."""
    found = _CLASS.search(section.text)
    return name == section.name or found is None or (found[1] in LIVING) == (kind in LIVING)


def _found(entry: str, kind: str, resolved: Resolved, marks: dict[str, Noun]) -> Found:
    tint, metres, age = marks.get("tint"), marks.get("metres"), marks.get("age")
    return Found(
        object=entry,
        kind=kind,
        resolved=resolved,
        tint=tint.tint if tint else None,
        metres=metres.metres if metres else None,
        age=age.age if age else None,
    )


def _marks(chain: tuple[str, ...]) -> dict[str, Noun]:
    """Return the nearest noun of the chain that has each mark of its own."""
    known = lexicon().nouns
    found: dict[str, Noun] = {}
    for word in chain:
        noun = known.get(word)
        for name in ("tint", "metres", "age"):
            if noun is not None and getattr(noun, name) is not None:
                found.setdefault(name, noun)
    return found


def _step(noun: str, entry: str, name: str, way: tuple[str, ...]) -> Resolved:
    if entry == noun:
        return Resolved.EXACT
    known = lexicon().nouns
    same = all(known[word].same for word in way[:-1] if word in known)
    return Resolved.SYNONYM if same or name == noun else Resolved.HYPERNYM


def hypernyms(noun: str) -> Iterator[str]:
    """Yield the noun, what it is a sort of, what that is a sort of, and so on."""
    known = lexicon().nouns
    seen: set[str] = set()
    word: str | None = noun
    while word is not None and word not in seen:
        seen.add(word)
        yield word
        word = known[word].parent if word in known else None


@cache
def _alike() -> Mapping[str, tuple[str, ...]]:
    """Return the other names of each noun."""
    found: dict[str, tuple[str, ...]] = {}
    for noun in lexicon().nouns.values():
        if noun.same and noun.parent is not None:
            found[noun.parent] = (*found.get(noun.parent, ()), noun.word)
    return found


def kind_of(noun: str) -> str:
    """Return the section of a noun, or the kind of its entry where only the library has it."""
    known = lexicon().nouns.get(noun)
    if known is None:
        return "thing"
    if known.kind != "library":
        return known.kind
    entry = entries.find(noun)
    return "thing" if entry is None else str(entry.kind)


def is_a(noun: str, *others: str) -> bool:
    """Whether a noun is one of these, or a sort of one."""
    return any(word in others for word in hypernyms(noun))
