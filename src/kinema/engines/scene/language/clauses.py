"""Clauses: who does what, with what, where, and in which order.

The reader goes once from left to right. A noun phrase is the subject of what follows unless a verb
or a preposition waits for it; a verb belongs to the subject before it.
"""

from dataclasses import dataclass, field

from kinema.engines.scene.library.words.table import group

from .ladder import ACTING, LIVING, kind_of
from .phrases import Phrase, read, starts
from .tags import ADJECTIVES, SCENE, Tag


@dataclass(slots=True, kw_only=True)
class Clause:
    """One statement. The reader fills it; nobody changes it afterwards.

    Attributes:
        subjects: Who; empty where nobody is named.
        verb: The verb in its base form; None where only things are named.
        objects: What it is done to.
        places: Preposition and what it is of, in the order said, each with the phrase that it
            tells of; None is the whole clause.
        marks: Adjectives said after ``is``.
        manner: Adverbs.
        step: Which moment: statements of the same step happen at once.
        passive: Whether the subjects undergo it.
        negative: Whether it is said not to happen.
    """

    subjects: list[Phrase] = field(default_factory=list)
    verb: str | None = None
    objects: list[Phrase] = field(default_factory=list)
    places: list[tuple[str, Phrase, Phrase | None]] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    manner: list[str] = field(default_factory=list)
    step: int = 0
    passive: bool = False
    negative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """A prompt, taken apart.

    Attributes:
        clauses: In the order said.
        whole: What is said of the whole picture.
        likes: Phrases that something is only likened to.
    """

    clauses: tuple[Clause, ...]
    whole: tuple[Tag, ...]
    likes: tuple[Phrase, ...] = ()


def sentences(tags: tuple[Tag, ...]) -> Sentences:
    """Take a tagged prompt apart."""
    rest, whole = _parted(tags)
    reader = _Reader(rest)
    while reader.at < len(rest):
        reader.read_one()
    return Sentences(clauses=tuple(reader.clauses), whole=whole, likes=tuple(reader.likes))


def _parted(tags: tuple[Tag, ...]) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    """Take what is said of the whole picture out, with the small words that lead to it."""
    rest: list[Tag] = []
    whole: list[Tag] = []
    for at, tag in enumerate(tags):
        if tag.kind in SCENE:
            whole.append(tag)
            if not _named_after(tags, at):
                _unlead(rest)
        elif not (tag.kind == "of" and at and tags[at - 1].kind in SCENE):
            rest.append(tag)
    return tuple(rest), tuple(whole)


def _named_after(tags: tuple[Tag, ...], at: int) -> bool:
    """Whether the words lead on to a noun: a *neon* street."""
    kinds = (tag.kind for tag in tags[at + 1 :] if tag.kind not in (*SCENE, *ADJECTIVES))
    return next(kinds, "") in ("noun", "unknown")


def _unlead(rest: list[Tag]) -> None:
    while rest and rest[-1].kind in ("det", "count", "plain", "adv"):
        rest.pop()
    if rest and rest[-1].kind in ("relation", "have", "of"):
        rest.pop()


class _Reader:
    def __init__(self, tags: tuple[Tag, ...]) -> None:
        self.tags = tags
        self.at = 0
        self.clauses: list[Clause] = []
        self.likes: list[Phrase] = []
        self.waiting: str | None = None
        self.negative = False
        self.joined = False
        self.passive = False
        self.step = 0
        self.base = 0
        self.fresh = True
        self.last: Phrase | None = None
        self.slot = "subject"
        self.relative = False
        self.broken = False
        self.who = False

    @property
    def clause(self) -> Clause | None:
        """The statement that is being read."""
        return self.clauses[-1] if self.clauses else None

    def read_one(self) -> None:
        """Read what stands here, and go on."""
        tag = self.tags[self.at]
        if starts(self.tags, self.at):
            self._phrase()
            return
        self.at += 1
        HANDLERS.get(tag.kind, _Reader._other)(self, tag)

    def _phrase(self) -> None:
        start = self.at
        phrase, self.at = read(self.tags, self.at, negative=self.negative)
        if phrase is None:
            self._loose(start)
            return
        self.negative = False
        if phrase.negative:
            self._exclude(phrase)
        elif self.waiting == "like":
            self.likes.append(phrase)
        else:
            self._place(phrase)
        self.waiting, self.joined, self.broken, self.relative = None, False, False, False

    def _exclude(self, phrase: Phrase) -> None:
        """Note what must not be there; the sentence goes on as if it had not been said."""
        if self.clause is None:
            self.clauses.append(Clause(step=self.step))
        self.clauses[-1].places.append(("with", phrase, None))

    def _loose(self, start: int) -> None:
        """Adjectives without a noun belong to the subject: ``is red``, ``, happy``."""
        clause = self.clause
        for tag in self.tags[start : self.at]:
            if tag.chunk.text == "both" and clause is not None:
                self._begin([*clause.subjects, *(phrase for _, phrase, _ in clause.places)])
                return
            for sense in tag.adjectives:
                if clause is not None:
                    clause.marks.setdefault(sense.kind, sense.value)

    def _place(self, phrase: Phrase) -> None:
        clause = self.clause
        if self.waiting is not None:
            self._attach(self.waiting, phrase)
        elif clause is None or self.fresh:
            self._open(phrase)
        elif (self.joined and not self._acts_next()) or self._lists_on():
            self._join(clause, phrase)
        elif clause.verb is not None and not clause.objects and not self.broken:
            clause.objects.append(phrase)
            self.slot = "object"
        else:
            self._open(phrase)
        self.last = phrase

    def _open(self, phrase: Phrase) -> None:
        """Begin a statement about this."""
        self.clauses.append(Clause(subjects=[phrase], step=self.step))
        self.fresh, self.slot = False, "subject"

    def _attach(self, relation: str, phrase: Phrase) -> None:
        if self.clause is None:
            self.clauses.append(Clause(step=self.step))
        assert self.clause is not None
        of = self._told_of(self.clause)
        if self.slot == "place" and relation not in ("with", "of material", "wearing"):
            of = None
        self.clause.places.append((relation, phrase, of))
        self.slot, self.fresh = "place", self.fresh and self.clause.verb is None
        self.relation = relation

    def _told_of(self, clause: Clause) -> Phrase | None:
        """What a preposition tells of: the phrase before it, or None for the whole statement."""
        if self.fresh or self.slot == "verb":
            return None
        if self.slot == "subject" and len(clause.subjects) > 1:
            return None
        if self.slot == "object" and self.last is not None:
            return self.last if kind_of(self.last.noun) in ACTING else None
        return self.last

    def _join(self, clause: Clause, phrase: Phrase) -> None:
        """Give a phrase after ``and`` the part of the phrase before."""
        if self.slot == "subject" and clause.verb is None:
            clause.subjects.append(phrase)
        elif self.slot == "object":
            clause.objects.append(phrase)
        elif self.slot == "place":
            relation, _, of = clause.places[-1]
            clause.places.append((relation, phrase, of))
        else:
            self._open(phrase)

    def _acts_next(self) -> bool:
        """Whether a verb of its own follows the phrase just read."""
        for tag in self.tags[self.at :]:
            if tag.kind not in ("adv", "skip"):
                acts = tag.kind in ("verb", "aux") and self.slot != "subject"
                return self._stands_next(tag) or (acts and self._has_verb)
        return False

    @property
    def _has_verb(self) -> bool:
        return self.clause is not None and self.clause.verb is not None

    def _stands_next(self, tag: Tag) -> bool:
        """Whether a preposition follows: a cat behind the sofa and *a bird above* the lamp."""
        places = self.clause.places if self.clause is not None else []
        placed = self.slot == "place" and bool(places) and places[-1][0] != "with"
        return tag.kind == "relation" and placed and not self._has_verb

    def _lists_on(self) -> bool:
        """Whether the phrase after a comma goes on with a list that ends in ``and``."""
        clause = self.clause
        acts = self._has_verb and self.slot == "subject"
        if not self.broken or acts or clause is None:
            return False
        for tag in self.tags[self.at : self.at + LIST]:
            if tag.kind == "and":
                return True
            if tag.kind not in LISTED or tag.value == ".":
                return False
        return False

    def _verb(self, tag: Tag) -> None:
        if self._state(tag):
            return
        clause = self.clause
        if self.waiting is not None:
            self.waiting = None
        if clause is None or self.fresh:
            clause = self._begin([])
        elif clause.verb is None and self._belongs_to_last(clause, tag):
            clause = self._begin([self.last] if self.last is not None else [])
        elif clause.verb is not None or self.relative:
            clause = self._begin(self._doers(clause, tag))
        clause.verb = tag.value
        clause.negative, self.negative = self.negative, False
        clause.passive = self.passive and tag.form == "d"
        self.passive, self.joined, self.broken, self.slot = False, False, False, "verb"

    def _belongs_to_last(self, clause: Clause, tag: Tag) -> bool:
        """Whether *growing* tells of the forest in a dish with a forest growing."""
        if self.slot != "place" or tag.form not in ("g", "d") or self.broken or self.joined:
            return False
        relation, phrase, _ = clause.places[-1]
        return relation == "with" and kind_of(phrase.noun) in LIVING | {"place", "plant"}

    def _state(self, tag: Tag) -> bool:
        """A participle such as *seen* or *set* before a preposition tells nothing by itself."""
        after = self.tags[self.at].kind if self.at < len(self.tags) else "stop"
        clause = self.clause
        stays = tag.form == "d" and after == "relation" and tag.value in STATES
        if stays and clause is not None and not self.fresh:
            self.passive = False
            return True
        return False

    def _begin(self, subjects: list[Phrase]) -> Clause:
        self.clauses.append(Clause(subjects=subjects, step=self.step))
        self.fresh, self.slot = False, "subject"
        return self.clauses[-1]

    def _doers(self, clause: Clause, tag: Tag) -> list[Phrase]:
        """Who does the second verb of a statement, and when."""
        apart = self.broken or self.joined
        watched = tag.form in ("g", "d") and not apart and self._watched()
        if self.relative or (watched and self.slot in ("object", "place")):
            return self._antecedent(clause)
        if tag.form != "b" and not self._still(clause):
            self.step += 1
        return clause.subjects

    def _watched(self) -> bool:
        """Whether the phrase before can do something by itself: she sees *a dog* running."""
        if self.last is None:
            return False
        return self.slot == "object" or kind_of(self.last.noun) in ACTING

    def _antecedent(self, clause: Clause) -> list[Phrase]:
        """Who ``who`` is: the last that was named, if that can be somebody."""
        somebody = self.who and self.last is not None and kind_of(self.last.noun) not in LIVING
        return clause.subjects if self.last is None or somebody else [self.last]

    def _still(self, clause: Clause) -> bool:
        return clause.verb in WAYS

    def _aux(self, tag: Tag) -> None:
        self.passive = tag.value == "be"
        clause = self.clause
        if self.relative and clause is not None and self.last is not None:
            self._begin(self._antecedent(clause))
            self.relative = False
        self.broken = False

    def _have(self, _tag: Tag) -> None:
        self.waiting = "with"

    def _relation(self, tag: Tag) -> None:
        self.waiting = tag.value
        if self.passive_by(tag):
            self.waiting = "by"

    def passive_by(self, tag: Tag) -> bool:
        """Whether ``by`` names the doer."""
        clause = self.clause
        return tag.chunk.text == "by" and clause is not None and clause.passive

    def _stop(self, tag: Tag) -> None:
        self.waiting, self.negative, self.joined = None, False, False
        self.broken = True
        if tag.value == ".":
            self.fresh, self.relative, self.passive = True, False, False
            self.step = self.base if not self._goes_on() else self.step + 1

    def _goes_on(self) -> bool:
        """Whether the next sentence tells what happens next to somebody named before."""
        for tag in self.tags[self.at : self.at + 6]:
            if tag.kind in ("pron", "then") or tag.value == "the":
                return True
        return False

    def _and(self, _tag: Tag) -> None:
        self.joined, self.broken = True, False
        self.waiting = None

    def _then(self, _tag: Tag) -> None:
        self.step += 1
        self.joined, self.waiting, self.broken = True, None, True

    def _while(self, _tag: Tag) -> None:
        self.fresh = True
        self.waiting = None

    def _pron(self, tag: Tag) -> None:
        """``it`` and ``they`` stand for the subject before; as an object for nobody new."""
        if self.waiting is not None or not (self.fresh or self.broken or self.joined):
            self.waiting = None
            return
        doers = next((c.subjects for c in reversed(self.clauses) if c.subjects), [])
        if not doers and tag.value in SOMEBODY:
            noun, many = SOMEBODY[tag.value]
            doers = [Phrase(noun=noun, said=tag.chunk.said, at=self.at, count=many)]
        self._begin(list(doers))
        self.slot = "subject"

    def _rel(self, tag: Tag) -> None:
        self.relative, self.who = True, tag.chunk.text == "who"

    def _neg(self, _tag: Tag) -> None:
        self.negative = True
        self.waiting = None

    def _like(self, _tag: Tag) -> None:
        self.waiting = "like"

    def _of(self, _tag: Tag) -> None:
        self.waiting = "of"

    def _adv(self, tag: Tag) -> None:
        if self.clause is not None:
            self.clause.manner.append(tag.chunk.text)

    def _other(self, _tag: Tag) -> None:
        """A word that changes nothing."""


HANDLERS = {
    "verb": _Reader._verb,
    "aux": _Reader._aux,
    "have": _Reader._have,
    "relation": _Reader._relation,
    "stop": _Reader._stop,
    "and": _Reader._and,
    "then": _Reader._then,
    "after": _Reader._then,
    "while": _Reader._while,
    "pron": _Reader._pron,
    "rel": _Reader._rel,
    "neg": _Reader._neg,
    "like": _Reader._like,
    "of": _Reader._of,
    "adv": _Reader._adv,
}
"""What the reader does with each kind of word that opens no noun phrase."""

SOMEBODY = {"he": ("man", 1), "she": ("woman", 1), "they": ("person", 3), "we": ("person", 1)}
"""Who a pronoun is that stands for nobody named before, and how many."""

LIST = 12
"""How far a list is looked ahead for its ``and``."""

LISTED = frozenset({"stop", "det", "count", "noun", "unknown", "adv", "skip", *ADJECTIVES})
"""Kinds of words in a list of things."""

STATES = group("states")
"""Verbs whose past participle before a preposition tells where, not what happens."""

WAYS = group("ways")
"""Verbs that only lead up to another: ``goes swimming`` is one event."""

__all__ = ["ADJECTIVES", "Clause", "Sentences", "sentences"]
