"""Noun phrases: how many of what, of which colour, and whose."""

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from kinema.engines.scene.library.words.table import group

from .tags import ADJECTIVES, Tag

Marks: TypeAlias = dict[str, str]
"""Adjectives by their kind; the first of a kind counts."""

MANY = 4
"""How many are shown where a plural gives no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun with what is said of it.

    Attributes:
        noun: In the singular; of an unknown word the word itself.
        said: As it was written.
        at: Where in the prompt; tells apart two phrases of the same words.
        known: Whether the lexicon has the noun.
        named: Whether it was written like a name.
        plural: Whether it was said in the plural.
        bare: Whether singular and plural are the same word, and nothing tells them apart: fish.
        count: How many, where that was said.
        definite: Whether it was ``the`` or ``its``: it may have been named before.
        negative: Whether it must not be there.
        marks: Its adjectives.
        verbs: What it does, said before it: ``a sleeping cat``.
        modifiers: Nouns before the noun that the lexicon does not join: ``robot`` chef.
        owner: Whose it is, or of what: ``the king`` of the king's castle.
        parts: What it is of: coffee of a cup of coffee.
    """

    noun: str
    said: str
    at: int
    known: bool = True
    named: bool = False
    plural: bool = False
    bare: bool = False
    count: int | None = None
    definite: bool = False
    negative: bool = False
    marks: Marks = field(default_factory=dict)
    verbs: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    owner: "Phrase | None" = None
    parts: "Phrase | None" = None

    @property
    def number(self) -> int:
        """How many are meant."""
        if self.count is not None:
            return max(1, self.count)
        return MANY if self.plural else 1


STARTS = frozenset({"det", "count", "noun", "unknown", *ADJECTIVES})


def starts(tags: tuple[Tag, ...], at: int) -> bool:
    """Whether a noun phrase begins at this place."""
    return at < len(tags) and (tags[at].kind in STARTS or _attributive(tags, at))


def read(tags: tuple[Tag, ...], at: int, *, negative: bool = False) -> tuple[Phrase | None, int]:
    """Read the noun phrase that begins here, and return it with the place after it.

    None where there are only adjectives, as in ``is red``.
    """
    head = _Head()
    start = at
    while at < len(tags) and head.takes(tags, at):
        at += 1
    if head.noun is None:
        return None, max(at, start + 1)
    phrase = head.phrase(start, negative=negative)
    return _with_owner(tags, at, phrase)


def _attributive(tags: tuple[Tag, ...], at: int) -> bool:
    """Whether a participle stands before the noun that it tells of."""
    tag = tags[at]
    if tag.kind != "verb" or tag.form not in ("g", "d"):
        return False
    before = tags[at - 1].kind if at else "stop"
    after = at + 1
    while after < len(tags) and tags[after].kind in ADJECTIVES:
        after += 1
    noun = after < len(tags) and tags[after].kind in ("noun", "unknown")
    return noun and (
        before in ("det", "count", "neg", *ADJECTIVES) or (tag.form == "d" and at == 0)
    )


OPEN = frozenset({"stop", "relation", "of", "and", "verb", "while"})
"""After these a participle may belong to the noun after it."""

ALONE = group("alone")
"""Clips of verbs that are done to nothing: in *running horses* it is the horses that run."""


class _Head:
    """Gathers the words of one phrase."""

    def __init__(self) -> None:
        self.noun: Tag | None = None
        self.count: int | None = None
        self.definite = False
        self.marks: Marks = {}
        self.verbs: list[str] = []
        self.modifiers: list[str] = []
        self.shade = ""

    def takes(self, tags: tuple[Tag, ...], at: int) -> bool:
        """Take a tag in; False where the phrase has ended."""
        tag = tags[at]
        if tag.kind in ("noun", "unknown"):
            return self._name(tag)
        if self.noun is not None:
            return False
        if tag.kind in ("det", "count"):
            return self._count(tag)
        if tag.kind in ADJECTIVES:
            return self._describe(tag)
        if _attributive(tags, at):
            self.verbs.append(tag.value)
            return True
        return tag.kind in ("adv", "skip") and self.begun

    @property
    def begun(self) -> bool:
        """Whether anything of the phrase was read."""
        return self.definite or self.count is not None or bool(self.marks) or bool(self.verbs)

    def _name(self, tag: Tag) -> bool:
        if self.noun is not None:
            if tag.value.partition(" ")[0] in PLACING:
                return False
            if self.noun.form == "p" and tag.kind == "noun" and self.noun.kind == "noun":
                return False
            self.modifiers.append(self.noun.value)
        self.noun = tag
        return True

    def _count(self, tag: Tag) -> bool:
        if tag.kind == "det" and self.begun:
            return False
        if tag.kind == "count":
            self.count = int(tag.value[:4])
            self.marks.pop("size", None)  # a large crowd is not one of large people
        elif tag.value == "a":
            self.count = 1
        else:
            self.definite = True
        return True

    def _describe(self, tag: Tag) -> bool:
        for sense in tag.adjectives:
            self.marks.setdefault(sense.kind, sense.value)
        if tag.chunk.text in SHADES:
            self.shade = tag.chunk.text
        elif self.shade and "colour" in self.marks and tag.kind == "colour":
            self.marks["colour"] = f"{self.shade} {tag.value}"
        return True

    def phrase(self, at: int, *, negative: bool) -> Phrase:
        """Return what was gathered."""
        tag = self.noun
        assert tag is not None
        both = {"s", "p"} <= {sense.form for sense in tag.chunk.senses if sense.kind == "noun"}
        return Phrase(
            noun=tag.value,
            said=tag.chunk.said,
            at=at,
            known=tag.kind == "noun",
            named=tag.chunk.named,
            plural=tag.form == "p",
            bare=both and self.count is None and not self.definite,
            count=self.count,
            definite=self.definite,
            negative=negative,
            marks=self.marks,
            verbs=tuple(self.verbs),
            modifiers=tuple(self.modifiers),
        )


PLACING = frozenset({"under", "in", "above", "over", "through", "among", "beneath", "inside"})
"""First words of places that never belong to the noun before: an elephant *under the sea*."""

SHADES = frozenset({"light", "dark", "pale", "bright", "deep", "pastel"})
"""Words that make another colour of the colour after them."""


def _with_owner(tags: tuple[Tag, ...], at: int, phrase: Phrase) -> tuple[Phrase, int]:
    """Go on with ``'s`` or ``of``."""
    if at < len(tags) and tags[at].kind == "poss":
        owned, end = read(tags, at + 1)
        if owned is not None:
            return replace(owned, owner=phrase), end
        return phrase, at + 1
    if at + 1 < len(tags) and tags[at].kind == "of" and starts(tags, at + 1):
        whole, end = read(tags, at + 1)
        if whole is not None:
            return replace(phrase, parts=whole), end
    return phrase, at
