"""From statements to roles: who is there, what each does, and where it stands."""

from dataclasses import dataclass, field, replace

from kinema.engines.scene.graph import Relation, Resolved
from kinema.engines.scene.library import settings
from kinema.engines.scene.library.substances import SUBSTANCES

from .acting import clip_of, handy, name_of, relation_of
from .clauses import Clause, Sentences
from .ladder import LIVING, is_a, kind_of, resolve
from .lexicon import lexicon
from .phrases import Phrase
from .place import implied_by_verb, place_kind
from .roles import Act, Role, Roles
from .verbs import Verb, verbs

PLACES = frozenset({"place", "region", "background"})
"""Kinds of nouns that are places and nothing else."""

BUILT = frozenset(
    ["castle", "palace", "temple", "tower", "lighthouse", "windmill", "house", "farm", "village", "bridge", "waterfall", "volcano", "harbour", "city", "iceberg"]
)
"""Kinds of place that are the subject of a picture themselves, wherever they stand."""

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
}
"""What feelings make of the mood of the scene."""

FRAMING = frozenset({"view word", "style", "time idea", "event", "herd word", "sense"})
"""Heads of lines of nouns that only frame what is said: view, way, moment."""

PURSUES = frozenset(["do", "play", "practice", "practise", "perform", "train", "go", "enjoy", "love", "be", "try"])
"""Verbs that only say that somebody does what their object names."""

WEARS = frozenset({"wear", "don", "sport", "dress", "put on"})
HAS = frozenset({"contain", "include", "have", "feature", "show", "boast", "own", "host"})
LIKENESS = ("statue", "painting", "picture frame", "doll")


@dataclass(slots=True)
class Casting:
    """What the statements came to.

    Attributes:
        roles: Who and what.
        places: Kinds of place with the noun that named each, the surest first.
        hints: Kinds of place that things or deeds suggest.
        features: Words for the place or what happens there.
        negative: Nouns that must not be seen.
        sure: How many of ``places`` were named as where something is.
        mood: Of the scene.
        flies: Whether somebody unnamed moves on: the camera does.
    """

    roles: Roles = field(default_factory=Roles)
    places: list[tuple[str, str]] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    negative: list[str] = field(default_factory=list)
    sure: int = 0
    mood: str | None = None
    flies: bool = False


def casting(told: Sentences) -> Casting:
    """Return the roles of a prompt."""
    found = Casting()
    for clause in told.clauses:
        _Scene(found, clause).play()
    return found


class _Scene:
    """One statement at work."""

    def __init__(self, casting: Casting, clause: Clause) -> None:
        self.casting = casting
        self.roles = casting.roles
        self.clause = clause

    def play(self) -> None:
        """Cast everybody in the statement, then let the verb act."""
        clause = self.clause
        doers = [p for r, p, _ in clause.places if r == "by" and clause.passive]
        subjects, objects = clause.subjects, list(clause.objects)
        if doers:
            subjects, objects = doers, [*clause.subjects, *objects]
        cast = [role for phrase in subjects if (role := self.cast(phrase))]
        self._adjust(cast)
        worn = clause.verb in WEARS
        done_to = [
            role
            for phrase in objects
            if not self._worn(worn, cast, phrase) and (role := self.cast(phrase, "object"))
        ]
        self._stand(cast)
        verb = verbs().get(clause.verb or "")
        if verb is not None and not clause.negative and (doers or not clause.passive):
            self._act(verb, cast, done_to)

    def _adjust(self, cast: list[Role]) -> None:
        for role in cast:
            for name, value in self.clause.marks.items():
                role.marks.setdefault(name, value)

    def cast(self, phrase: Phrase, slot: str = "subject") -> Role | None:
        """Return the role of a phrase; None where it is no thing, and what it says is noted."""
        if phrase.negative:
            self.casting.negative.extend((phrase.said.lower(), phrase.noun))
            return None
        kind = kind_of(phrase.noun) if phrase.known else "unknown"
        if kind in IDEAS:
            return self._idea(phrase, kind, slot)
        if kind in PLACES or _only_a_place(phrase.noun):
            return self._place(phrase, slot)
        if is_a(phrase.noun, *LIKENESS) and phrase.parts is not None:
            return self._likeness(phrase, phrase.parts)
        return self._thing(phrase, kind)

    def _thing(self, phrase: Phrase, kind: str) -> Role | None:
        if kind == "unknown":
            return self._unknown(phrase)
        if phrase.noun == "camera" and phrase.definite:
            return None
        role = self.roles.role(phrase)
        if role is None:
            return None
        self._modify(role, phrase)
        if (place := place_kind(phrase.noun)) is not None:
            self.casting.hints.append(place)
        if phrase.owner is not None:
            self.cast(phrase.owner)
        return role

    def _modify(self, role: Role, phrase: Phrase) -> None:
        for word in phrase.modifiers:
            if place := place_kind(word):
                self.casting.hints.insert(0, place)
            self.casting.features.append(word)
        for word in phrase.verbs:
            verb = verbs().get(word)
            if verb is not None and verb.clip not in ("idle", "hold", "work"):
                self._begin(role, verb, verb.clip)
        if phrase.parts is not None:
            self._contents(role, phrase.parts)

    def _contents(self, role: Role, parts: Phrase) -> None:
        kind = kind_of(parts.noun) if parts.known else "unknown"
        whole = resolve(f"{role.phrase.noun} of {parts.noun}")
        if whole.resolved is not Resolved.GENERIC:
            role.found = replace(role.found, object=whole.object)
        if kind in ("drink", "matter") or whole.resolved is not Resolved.GENERIC:
            role.contents = parts.noun
        elif kind not in IDEAS:
            inner = self.cast(parts)
            if inner is not None:
                self.roles.link(inner, Relation.IN, role)

    def _likeness(self, phrase: Phrase, of: Phrase) -> Role | None:
        role = self.cast(of)
        if role is not None and is_a(phrase.noun, "statue"):
            role.marks.setdefault("material", "stone")
        return role

    def _unknown(self, phrase: Phrase) -> Role | None:
        """Take a name for a person where it acts, else for a thing."""
        if phrase.named and self.clause.verb is not None:
            role = self.roles.role(phrase, "person")
            if role is not None:
                self.roles.miss([phrase.said])
            return role
        return self.roles.role(phrase)

    def _idea(self, phrase: Phrase, kind: str, slot: str) -> Role | None:
        inner = phrase.parts or phrase.owner
        if inner is not None:
            return self.cast(inner)
        for word in phrase.modifiers:
            if kind == "body part" and kind_of(word) in LIVING:
                return self._of_modifier(phrase, word)
        if kind == "body part":
            return self._body(phrase, slot)
        if is_a(phrase.noun, "pastime"):
            self._pursue(phrase)
        else:
            self._tell(phrase, kind)
        return None

    def _pursue(self, phrase: Phrase) -> None:
        """Let somebody play soccer, do archery or go swimming."""
        verb = pastime(phrase.noun)
        doers = [role for subject in self.clause.subjects if (role := self.roles.find(subject))]
        if self.clause.verb is None and not doers:
            doers = [r for r in self.roles.by_id.values() if r.found.kind in LIVING][-1:]
        if verb is not None and (self.clause.verb is None or self.clause.verb in PURSUES):
            self.clause.verb = None
            self._act(verb, doers, [])

    def _of_modifier(self, phrase: Phrase, word: str) -> Role | None:
        return self.roles.role(phrase, word)

    def _body(self, phrase: Phrase, slot: str) -> Role | None:
        """A hand without an owner is somebody's."""
        alone = not phrase.definite and slot == "subject" and not self.roles.by_id
        return self.roles.role(phrase, "person") if alone else None

    def _tell(self, phrase: Phrase, kind: str) -> None:
        head = next((word for word in (phrase.noun,)), phrase.noun)
        found = self.casting
        if kind == "matter":
            for stuff, place in HINTED.items():
                if is_a(head, stuff):
                    found.hints.append(place)
            found.features.append(phrase.noun)
            return
        for feeling, mood in MOODS.items():
            if is_a(head, feeling):
                found.mood = found.mood or mood
                return
        if not is_a(head, *FRAMING):
            self.roles.miss([phrase.said.lower()])

    def _place(self, phrase: Phrase, slot: str) -> None:
        """Note a place; where something is stands before what is only named."""
        kind = place_kind(phrase.noun)
        assert kind is not None
        found = self.casting
        first = kind in BUILT and not found.places and not self.clause.verb
        sure = (slot == "place" or first) and kind_of(phrase.noun) != "region"
        found.places.insert(found.sure if sure else len(found.places), (kind, phrase.noun))
        found.sure += sure
        self.casting.features.extend(phrase.modifiers)
        if phrase.parts is not None and phrase.parts.noun != phrase.noun:
            self._place_parts(phrase.parts)

    def _place_parts(self, parts: Phrase) -> None:
        if kind_of(parts.noun) in PLACES or not parts.known:
            self.cast(parts)
        else:
            self.casting.features.append(parts.noun)

    def _worn(self, worn: bool, cast: list[Role], phrase: Phrase) -> bool:
        """Put clothes on the doers."""
        if not worn or kind_of(phrase.noun) != "clothing":
            return False
        for role in cast:
            role.outfit.append(_garment(phrase))
        return True

    def _stand(self, cast: list[Role]) -> None:
        """Work out where everything is."""
        for relation, phrase, of in self.clause.places:
            near = [role] if (role := self.roles.find(of)) else cast
            if phrase.negative or relation == "by":
                self.cast(phrase) if phrase.negative else None
            elif relation in LOOSE:
                LOOSE[relation](self, near, phrase)
            else:
                self._relate(near, Relation(relation), phrase)

    def _relate(self, near: list[Role], relation: Relation, phrase: Phrase) -> None:
        if relation is Relation.IN and kind_of(phrase.noun) == "clothing":
            self._dress(near, phrase)
            return
        if relation is Relation.TOWARDS and phrase.noun == "camera":
            self._toward_camera(near)
            return
        other = self.cast(phrase, "place")
        if other is not None:
            for role in near:
                self.roles.link(role, relation, other)

    def _toward_camera(self, near: list[Role]) -> None:
        approach = verbs()["approach"]
        for role in near:
            self._begin(role, approach, approach.clip)

    def _dress(self, near: list[Role], phrase: Phrase) -> None:
        for role in near or list(self.roles.by_id.values())[-1:]:
            role.outfit.append(_garment(phrase))

    def _with(self, near: list[Role], phrase: Phrase) -> None:
        kind = kind_of(phrase.noun) if phrase.known else "unknown"
        if kind == "clothing" and near and near[0].found.kind in LIVING:
            self._dress(near, phrase)
        elif kind == "body part":
            self._graft(near, phrase)
        elif (other := self.cast(phrase, "place")) is not None:
            for role in near:
                self._beside(role, other)

    def _graft(self, near: list[Role], phrase: Phrase) -> None:
        """Note parts of somebody else: the wings of an eagle, eagle wings."""
        source = phrase.parts or phrase.owner
        words = [source.noun] if source is not None else list(phrase.modifiers)
        for role in near:
            role.grafts.extend(f"{phrase.noun} of {word}" for word in words[:1])

    def _beside(self, role: Role, other: Role) -> None:
        if role.found.kind in LIVING and handy(other.phrase.noun):
            self.roles.link(role, Relation.HOLDING, other)
        elif role.found.kind == "furniture" and other.found.kind not in ("furniture", "person"):
            self.roles.link(other, Relation.ON, role)
        else:
            self.roles.link(role, Relation.NEXT_TO, other)

    def _material(self, near: list[Role], phrase: Phrase) -> None:
        word = phrase.noun if phrase.known else phrase.said.lower()
        for role in near:
            role.marks["material"] = phrase.marks.get("material", word)
        if word not in SUBSTANCES and not phrase.known:
            self.roles.miss([word])

    def _act(self, verb: Verb, cast: list[Role], done_to: list[Role]) -> None:
        if place := implied_by_verb(verb.word):
            self.casting.hints.append(place)
        if not cast:
            self.casting.flies |= verb.travels and not self.roles.by_id
            return
        if verb.word in WEARS or verb.word in HAS:
            self._own(cast, done_to)
            return
        target = done_to[0] if done_to else self._prop(verb, cast[0])
        for role in cast:
            self._do(role, verb, target)

    def _own(self, cast: list[Role], done_to: list[Role]) -> None:
        for role in cast:
            for other in done_to:
                self._beside(role, other)

    def _prop(self, verb: Verb, doer: Role) -> Role | None:
        """Bring along what the verb is done with, unless it is there already."""
        if verb.prop is None or doer.found.kind not in LIVING | {"toy"}:
            return None
        for role in self.roles.by_id.values():
            if is_a(role.phrase.noun, verb.prop) and role is not doer:
                return role
        if kind_of(verb.prop) == "clothing" or verb.prop in SHOD:
            doer.outfit.append(verb.prop)
            return None
        phrase = Phrase(noun=verb.prop, said=verb.prop, at=-1 - len(self.roles.by_id))
        return self.roles.role(phrase)

    def _do(self, role: Role, verb: Verb, target: Role | None) -> None:
        noun = target.phrase.noun if target is not None else None
        clip = clip_of(verb, role.phrase.noun, noun)
        if verb.clip == "idle":
            return
        goal = target.id if target is not None and target is not role else None
        self._begin(role, verb, clip, goal)
        if target is None or target is role or noun is None:
            return
        relation = relation_of(verb, clip, noun)
        if relation is not None:
            self.roles.link(role, relation, target)
        if relation in (Relation.RIDING, Relation.IN) and not target.acts:
            self._carry(target, verb)

    def _begin(self, role: Role, verb: Verb, clip: str, target: str | None = None) -> None:
        act = Act(
            step=self.clause.step, verb=verb, name=name_of(verb, clip), clip=clip, target=target
        )
        role.acts.append(act)

    def _carry(self, mount: Role, verb: Verb) -> None:
        """What is ridden goes too."""
        way = CARRIES.get(mount.found.kind, "walk" if mount.found.kind in LIVING else None)
        if way is not None and verbs()[way] is not verb:
            self._begin(mount, verbs()[way], verbs()[way].clip)


CARRIES = {"vehicle": "drive", "vessel": "sail", "aircraft": "fly", "bird": "fly", "fish": "swim"}
"""How what is ridden goes."""

SHOD = frozenset({"ice skates", "roller skates"})

LOOSE = {
    "with": _Scene._with,
    "wearing": _Scene._dress,
    "of material": _Scene._material,
    "of": _Scene._with,
}
"""Prepositions that are no relation in space."""


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


def _garment(phrase: Phrase) -> str:
    """Return what is worn, with its colour."""
    return " ".join(filter(None, [phrase.marks.get("colour"), phrase.noun]))
