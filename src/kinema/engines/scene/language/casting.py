"""From noun phrases to roles: what of the words is a thing, a place, a feeling or stuff."""

from dataclasses import dataclass, field, replace

from kinema.engines.scene.graph import Relation, Resolved
from kinema.engines.scene.library import settings
from kinema.engines.scene.library.words.table import group

from .clauses import Clause
from .ladder import LIVING, is_a, kind_of, resolve
from .lexicon import lexicon
from .phrases import Phrase
from .place import place_kind
from .roles import CROWDS, Role, Roles
from .verbs import Verb, verbs
from .wardrobe import worn

PLACES = frozenset({"place", "region", "background"})
"""Kinds of nouns that are places and nothing else."""

IDEAS = frozenset({"abstract", "matter", "body part"})
"""Kinds of nouns that never stand in a scene by themselves."""

HINTED = {"water": "lake", "sand": "beach", "ground": "meadow", "air matter": "sky"}
"""What stuff says about the place, by the head of its line in the tables."""

MOODS = {
    "love": "romantic",
    "joy": "happy",
    "sadness": "sad",
    "anger": "angry",
    "fear": "menacing",
    "peace": "calm",
    "hope": "happy",
    "wonder": "dreamy",
    "chaos": "menacing",
    "dream": "dreamy",
    "beauty": "dreamy",
    "power": "epic",
    "freedom": "epic",
}
"""What feelings make of the mood of the scene."""

FRAMING = group("framing")
"""Heads of lines of nouns that only frame what is said: view, way, moment."""

LIKENESS = ("statue", "painting", "picture frame", "doll")
"""Nouns that show what they are of."""


@dataclass(slots=True)
class Casting:
    """What the statements came to.

    Attributes:
        roles: Who and what.
        places: Kinds of place with the noun that named each, the surest first.
        sure: How many of ``places`` were named as where something is.
        hints: Kinds of place that things or deeds suggest.
        features: Words for the place or what happens there.
        negative: Nouns that must not be seen.
        mood: Of the scene.
        flies: Whether somebody unnamed moves on: the camera does.
    """

    roles: Roles = field(default_factory=Roles)
    places: list[tuple[str, str]] = field(default_factory=list)
    sure: int = 0
    hints: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    negative: list[str] = field(default_factory=list)
    mood: str | None = None
    flies: bool = False


class Cast:
    """Casts the phrases of one statement.

    Attributes:
        pursuit: What a pastime among them means to do: play soccer, do archery.
    """

    def __init__(self, found: Casting, clause: Clause) -> None:
        self.pursuit: Verb | None = None
        self._found = found
        self._roles = found.roles
        self._clause = clause

    def role(self, phrase: Phrase, slot: str = "subject") -> Role | None:
        """Return the role of a phrase; None where it is no thing, and what it says is noted.

        ``slot`` is ``subject``, ``object`` or ``place``.
        """
        if phrase.negative:
            self._found.negative.extend((phrase.said.lower(), phrase.noun))
            return None
        kind = kind_of(phrase.noun) if phrase.known else "unknown"
        if kind in IDEAS:
            return self._idea(phrase, kind, slot)
        if kind in PLACES or _only_a_place(phrase.noun):
            self._place(phrase, slot)
            return None
        if is_a(phrase.noun, *LIKENESS) and phrase.parts is not None:
            return self._likeness(phrase, phrase.parts)
        return self._unknown(phrase, slot) if kind == "unknown" else self._thing(phrase)

    def _thing(self, phrase: Phrase) -> Role | None:
        if phrase.noun == "camera" and phrase.definite:
            return None
        dressed = self._dressed_up(phrase)
        role = self._roles.role(phrase if dressed is None else dressed)
        if role is None:
            return None
        if dressed is not None and (outfit := worn(phrase)) is not None:
            role.outfit.append(outfit)
        self._modify(role, phrase if dressed is None else dressed)
        if (place := place_kind(phrase.noun)) is not None:
            self._found.hints.append(place)
        if phrase.owner is not None:
            self.role(phrase.owner)
        return role

    def _dressed_up(self, phrase: Phrase) -> Phrase | None:
        """Read a panda chef as a panda in the clothes of a chef, a penguin family as penguins."""
        last = phrase.modifiers[-1:]
        animal = last and kind_of(last[0]) in LIVING - {"person", "crowd"}
        if not animal or kind_of(phrase.noun) not in ("person", "crowd"):
            return None
        count = phrase.count
        if kind_of(phrase.noun) == "crowd":
            count = CROWDS.get(phrase.noun, 6)
        return replace(phrase, noun=last[0], modifiers=phrase.modifiers[:-1], count=count)

    def _modify(self, role: Role, phrase: Phrase) -> None:
        for word in phrase.modifiers:
            if kind_of(word) in PLACES and (place := place_kind(word)):
                self._found.hints.insert(0, place)
            self._found.features.append(word)
        for word in phrase.verbs:
            verb = verbs().get(word)
            if verb is not None and verb.clip not in ("idle", "hold", "work"):
                role.begin(self._clause.step, verb, verb.clip)
        if phrase.parts is not None:
            self._contents(role, phrase.parts)

    def _contents(self, role: Role, parts: Phrase) -> None:
        """Fill a cup with coffee, a basket with apples."""
        kind = kind_of(parts.noun) if parts.known else "unknown"
        whole = resolve(f"{role.phrase.noun} of {parts.noun}")
        if whole.resolved is not Resolved.GENERIC:
            role.found = replace(role.found, object=whole.object)
        if kind in ("drink", "matter") or whole.resolved is not Resolved.GENERIC:
            role.contents = parts.noun
        elif kind not in IDEAS and (inner := self.role(parts)) is not None:
            self._roles.link(inner, Relation.IN, role)

    def _likeness(self, phrase: Phrase, of: Phrase) -> Role | None:
        role = self.role(of)
        if role is not None and is_a(phrase.noun, "statue"):
            role.marks.setdefault("material", "stone")
        return role

    def _unknown(self, phrase: Phrase, slot: str) -> Role | None:
        """Take a name for a person where it acts and for a place after ``in``, else for a thing."""
        if phrase.named and slot == "place":
            self._found.features.append(phrase.said.lower())
            self._roles.miss([phrase.said])
            return None
        if phrase.named and self._clause.verb is not None:
            role = self._roles.role(phrase, "person")
            if role is not None:
                self._roles.miss([phrase.said])
            return role
        return self._roles.role(phrase)

    def _idea(self, phrase: Phrase, kind: str, slot: str) -> Role | None:
        inner = phrase.parts or phrase.owner
        if inner is not None:
            return self.role(inner)
        if kind == "body part":
            return self._body(phrase, slot)
        if is_a(phrase.noun, "pastime"):
            self.pursuit = pastime(phrase.noun)
        elif kind == "matter":
            self._stuff(phrase.noun)
        else:
            self._feeling(phrase)
        return None

    def _body(self, phrase: Phrase, slot: str) -> Role | None:
        """A dragon head is a dragon's; a hand without an owner is somebody's."""
        for word in phrase.modifiers:
            if kind_of(word) in LIVING:
                return self._roles.role(phrase, word)
        alone = not phrase.definite and slot == "subject" and not self._roles.by_id
        return self._roles.role(phrase, "person") if alone else None

    def _stuff(self, noun: str) -> None:
        self._found.hints.extend(place for stuff, place in HINTED.items() if is_a(noun, stuff))
        self._found.features.append(noun)

    def _feeling(self, phrase: Phrase) -> None:
        moods = [mood for feeling, mood in MOODS.items() if is_a(phrase.noun, feeling)]
        if moods:
            self._found.mood = self._found.mood or moods[0]
        elif not is_a(phrase.noun, *FRAMING):
            self._roles.miss([phrase.said.lower()])

    def _place(self, phrase: Phrase, slot: str) -> None:
        """Note a place; where something is stands before what is only named."""
        kind = place_kind(phrase.noun)
        assert kind is not None
        found = self._found
        first = slot == "subject" and not found.places
        sure = (slot == "place" or first) and kind_of(phrase.noun) != "region"
        found.places.insert(found.sure if sure else len(found.places), (kind, phrase.noun))
        found.sure += sure
        found.features.extend(phrase.modifiers)
        if phrase.parts is not None and phrase.parts.noun != phrase.noun:
            self._place_parts(phrase.parts)

    def _place_parts(self, parts: Phrase) -> None:
        if kind_of(parts.noun) in PLACES or not parts.known:
            self.role(parts)
        else:
            self._found.features.append(parts.noun)


def pastime(noun: str) -> Verb | None:
    """Return the verb of a pastime: play soccer, do archery, swim."""
    for way in ("play", "do", "practice", "go"):
        if (verb := verbs().get(f"{way} {noun}")) is not None:
            return verb
    gerunds = (s.value for s in lexicon().senses.get(noun, ()) if s.kind == "verb")
    return verbs().get(next(gerunds, ""))


def _only_a_place(noun: str) -> bool:
    """Whether a noun names a place that can be built, and no thing that the library has."""
    return noun in settings.kinds_by_word() and resolve(noun).resolved is Resolved.GENERIC
