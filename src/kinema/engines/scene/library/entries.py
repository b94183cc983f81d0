"""Entries of the object library: what a noun looks like and how it behaves.

The files are cut into sections without being parsed, so the index costs a few milliseconds; a
section is parsed and checked when its entry is first asked for. A field must be at the beginning
of its line, and a value that spans lines must not have a line that begins with ``[``.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kinema.engines.scene.library.check import Fields
from kinema.engines.scene.library.fault import Fault
from kinema.engines.scene.library.kinds import Kind
from kinema.engines.scene.library.parts import Part

HERE = Path(__file__).parent
FOLDERS = (HERE / "objects", HERE / "species")
HEADER = re.compile(r'^\[(?:"([^"\n]+)"|([\w -]+))\][ \t]*$', re.MULTILINE)
SYNONYMS = re.compile(r"^synonyms\s*=\s*(\[[^\]]*\])", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One noun.

    Attributes:
        name: In the singular, lower case: ``wine glass``.
        kind: Field ``class``.
        synonyms: Other words for it.
        broader: Field ``is``: what it is a kind of, such as ``fruit``.
        size: Metres: the height of a creature, the longest side of anything else. None leaves the
            metres of the parts.
        move: How it gets about, one of `kinds.MOVES`.
        colours: Role to ``#rrggbb`` or a name; the first takes a colour word of the prompt.
        materials: Role to a name of `kinds.SURFACES`.
        glow: Role to how often its colour it sends out as light.
        parts: The shape, in the description language.
        form: Generator of `kinema.engines.scene.shape` (``kind``) and its parameters, for plants,
            buildings and land.
        creature: Generator of creatures (``kind``) and its parameters.
        anchors: Name to x, y, z in metres and, if it is not on the root, the bone.
        pivots: Bone to x, y, z; a bone that is absent turns about the middle of its parts.
        traits: Numbers that motion needs.
        near: Where it is usually met: ``table``, ``street``, ``meadow``, ``sky`` …
        triangles: Its limit, where it differs from that of its kind.
        source: The section as written, which keys caches.
    """

    name: str
    kind: Kind
    synonyms: tuple[str, ...] = ()
    broader: str | None = None
    size: float | None = None
    move: str = "none"
    colours: Mapping[str, str] = field(default_factory=dict)
    materials: Mapping[str, str] = field(default_factory=dict)
    glow: Mapping[str, float] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    form: Mapping[str, object] = field(default_factory=dict)
    creature: Mapping[str, object] = field(default_factory=dict)
    anchors: Mapping[str, tuple[float, float, float, str]] = field(default_factory=dict)
    pivots: Mapping[str, tuple[float, float, float]] = field(default_factory=dict)
    traits: Mapping[str, float] = field(default_factory=dict)
    near: tuple[str, ...] = ()
    triangles: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """An entry as it stands in its file, unread.

    Attributes:
        line: Of its header in the file, from 1.
    """

    file: str
    name: str
    line: int
    text: str

    @property
    def synonyms(self) -> list[str]:
        """The other words, found without parsing the section.

        Raises:
            Fault: The list cannot be read.
        """
        found = SYNONYMS.search(self.text)
        if found is None:
            return []
        try:
            return [str(word) for word in json.loads(found[1])]
        except ValueError:
            line = self.line + self.text[: found.start()].count("\n")
            wrong = 'synonyms must look like ["mug", "teacup"] on one line'
            raise Fault(self.file, self.name, line, wrong) from None


def sections(file: Path) -> Iterator[Section]:
    """Cut a file into its entries."""
    text = file.read_text(encoding="utf-8")
    heads = list(HEADER.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    line, seen = 1, 0
    for head, end in zip(heads, ends, strict=True):
        line, seen = line + text.count("\n", seen, head.start()), head.start()
        yield Section(
            file=f"{file.parent.name}/{file.name}",
            name=head[1] or head[2],
            line=line,
            text=text[head.start() : end],
        )


def read(section: Section) -> Entry:
    """Parse and check a section.

    Raises:
        Fault: It is not in the language.
    """
    try:
        table = tomllib.loads(section.text)[section.name]
    except tomllib.TOMLDecodeError as error:
        wrong = f"not TOML: {error} (lines of the entry)"
        raise Fault(section.file, section.name, section.line, wrong) from error
    fields = Fields(section.file, section.name, section.line, section.text, table)
    entry = Entry(
        name=section.name,
        kind=fields.kind(),
        synonyms=fields.words("synonyms"),
        broader=fields.word("is"),
        size=fields.size(),
        move=fields.move(),
        colours=fields.colours(),
        materials=fields.materials(),
        glow=fields.numbers("glow"),
        parts=fields.parts(),
        form=fields.table("form"),
        creature=fields.table("creature"),
        anchors=fields.anchors(),
        pivots=fields.points("pivots"),
        traits=fields.numbers("traits"),
        near=fields.words("near"),
        triangles=fields.limit(),
        source=section.text,
    )
    fields.finish()
    return entry


@cache
def index() -> Mapping[str, Section]:
    """Return every word that names an entry, with the entry's section.

    Raises:
        Fault: Two entries claim the same word.
    """
    found: dict[str, Section] = {}
    files = sorted(file for folder in FOLDERS for file in folder.glob("*.toml"))
    every = [section for file in files for section in sections(file)]
    for section in every:
        claim(found, section.name, section)
    for section in every:
        for word in section.synonyms:
            claim(found, word, section)
    return found


def plain(name: str) -> str:
    """Return a name in lower case, with single spaces for hyphens and the like."""
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())


def claim(found: dict[str, Section], name: str, section: Section) -> None:
    """Enter a word, which must be free."""
    word = plain(name)
    if word in found:
        other = f"{found[word].name} in {found[word].file}"
        wrong = f"the word {word!r} is already taken by {other}"
        raise Fault(section.file, section.name, section.line, wrong)
    found[word] = section


@cache
def entry(name: str) -> Entry:
    """Return the entry of exactly that name or synonym.

    Raises:
        KeyError: There is none.
        Fault: It is badly written.
    """
    return read(index()[name])


def find(name: str) -> Entry | None:
    """Return the entry that a word names, or None. Case and hyphens don't matter."""
    section = index().get(plain(name))
    return entry(plain(section.name)) if section else None


def names() -> tuple[str, ...]:
    """Return the names of all entries, in alphabetical order."""
    return tuple(sorted({section.name for section in index().values()}))


def synonyms() -> Mapping[str, str]:
    """Return each word other than a name, with the name of its entry."""
    return {word: found.name for word, found in index().items() if word != found.name}


def generic(kind: Kind) -> str:
    """Return the name of the form that stands for anything of a kind."""
    return f"generic {kind}"
