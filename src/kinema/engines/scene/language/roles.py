"""Who and what is in the scene, gathered while the statements are read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kinema.engines.scene.graph import Relation, Resolved, Thing
from kinema.engines.scene.library import colours
from kinema.engines.scene.library.substances import SUBSTANCES

from .acting import name_of
from .ladder import ACTING, Found, hypernyms, resolve
from .phrases import MANY, Phrase
from .verbs import Verb

MOST_THINGS = 16
"""More can't be told apart in a picture; the rest is reported as unresolved."""

CROWDS = {
    "couple": 2,
    "duo": 2,
    "trio": 3,
    "quartet": 4,
    "family": 4,
    "team": 6,
    "crew": 5,
    "band of musicians": 4,
    "parade": 8,
}
"""How many a word for a group stands for; 8 for the rest."""

MOOD_OF = {"laugh": "happy", "cry": "sad", "clap": "happy"}
"""The mood that shows in what somebody does."""

MOST = 24
"""Copies of one thing that a number may ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a role does from one moment on."""

    step: int
    verb: Verb
    name: str
    clip: str
    target: str | None = None


@dataclass(slots=True, kw_only=True)
class Role:
    """A thing in the making."""

    id: str
    phrase: Phrase
    found: Found
    acts: list[Act] = field(default_factory=list)
    outfit: list[str] = field(default_factory=list)
    grafts: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    contents: str | None = None

    def begin(self, step: int, verb: Verb, clip: str, target: str | None = None) -> None:
        """Let it do something from a moment on."""
        name = name_of(verb, clip)
        self.acts.append(Act(step=step, verb=verb, name=name, clip=clip, target=target))

    @property
    def actor(self) -> bool:
        """Whether it acts: by its nature, or because the words say so."""
        return self.found.kind in ACTING or bool(self.acts)

    @property
    def swims(self) -> bool:
        """Whether it is in the water: it swims, floats, or nothing is said."""
        return all(act.clip in ("swim", "float", "glide", "eat", "idle") for act in self.acts)

    def thing(self) -> Thing:
        """Return the finished value."""
        marks = self.phrase.marks | self.marks
        act = self.acts[0] if self.acts else None
        found = self.found
        return Thing(
            id=self.id,
            noun=self.phrase.noun,
            object=found.object,
            resolved=found.resolved,
            count=self.count,
            colour=_shown(marks.get("colour")),
            size=None if found.kind == "crowd" else marks.get("size"),
            mood=marks.get("mood") or (MOOD_OF.get(act.clip) if act else None),
            material=_made_of(marks.get("material")),
            age=marks.get("age", found.age),
            outfit=tuple(dict.fromkeys(self.outfit)),
            action=act.clip if act else None,
            target=act.target if act else None,
            verb=act.name if act else None,
            tint=found.tint,
            metres=found.metres,
            contents=self.contents,
            grafts=tuple(dict.fromkeys(self.grafts)),
        )

    @property
    def count(self) -> int:
        """How many copies stand in the scene."""
        if self.found.kind == "crowd":
            told = self.phrase.number if self._told else CROWDS.get(self.phrase.noun, 8)
            return min(told, MOST)
        if self.phrase.bare and self.found.kind in ACTING:
            return MANY
        return min(self.phrase.number, MOST)

    @property
    def _told(self) -> bool:
        return self.phrase.count is not None and self.phrase.count > 1


def _shown(colour: str | None) -> str | None:
    """Return a colour that can be painted; of many colours at once none."""
    return colour if colour is not None and colours.find(colour) is not None else None


def _made_of(material: str | None) -> str | None:
    """Return the substance that comes next to a material: granite is a stone."""
    words = hypernyms(material) if material is not None else ()
    return next((word for word in words if word in SUBSTANCES), None)


class Roles:
    """Every role by its id, in the order of their first mention."""

    def __init__(self) -> None:
        self.by_id: dict[str, Role] = {}
        self.links: list[tuple[str, Relation, str]] = []
        self.unresolved: list[str] = []
        self._at: dict[int, str] = {}

    def role(self, phrase: Phrase, noun: str | None = None) -> Role | None:
        """Return the role that a phrase speaks of, a new one if need be.

        None where there are too many.
        """
        if phrase.at in self._at and noun is None:
            return self.by_id[self._at[phrase.at]]
        same = self._mentioned(phrase) if noun is None else None
        if same is None:
            same = self._new(phrase, noun or phrase.noun)
        if same is not None and noun is None:
            self._at[phrase.at] = same.id
        return same

    def things(self) -> tuple[Thing, ...]:
        """Return the finished values; colours and materials that can't be shown are missed."""
        for role in self.by_id.values():
            marks = role.phrase.marks | role.marks
            for name, able in (("colour", _shown), ("material", _made_of)):
                if able(marks.get(name)) is None and name in marks:
                    self.miss([marks[name]])
        return tuple(role.thing() for role in self.by_id.values())

    def find(self, phrase: Phrase | None) -> Role | None:
        """Return the role of a phrase that has been read before, or None."""
        if phrase is None or phrase.at not in self._at:
            return None
        return self.by_id[self._at[phrase.at]]

    def link(self, a: Role, relation: Relation, b: Role) -> None:
        """Note where one thing is; a thing is nowhere with respect to itself."""
        if a is not b and (a.id, relation, b.id) not in self.links:
            self.links.append((a.id, relation, b.id))

    def miss(self, words: Iterable[str]) -> None:
        """Note words for which nothing is shown."""
        self.unresolved.extend(word for word in words if word not in self.unresolved)

    def _mentioned(self, phrase: Phrase) -> Role | None:
        """Find who was named before: the dog, after a corgi; birds, after birds."""
        if phrase.count is not None:
            return None
        for role in reversed(self.by_id.values()):
            same = role.phrase.noun == phrase.noun
            if same or (phrase.definite and phrase.noun in hypernyms(role.phrase.noun)):
                return role
        return None

    def _new(self, phrase: Phrase, noun: str) -> Role | None:
        if len(self.by_id) >= MOST_THINGS:
            self.miss([phrase.said])
            return None
        found = resolve(noun)
        stem = noun.replace(" ", "_")
        number = 1
        while f"{stem}{number}" in self.by_id:
            number += 1
        role = Role(id=f"{stem}{number}", phrase=phrase, found=found)
        self.by_id[role.id] = role
        if found.resolved is Resolved.GENERIC:
            self.miss([phrase.said.lower()])
        return role
