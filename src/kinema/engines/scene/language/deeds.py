"""From statements to deeds: what everybody does, with what, and where everything stands."""

from collections.abc import Callable, Sequence

from kinema.engines.scene.graph import Relation
from kinema.engines.scene.library.words.table import group

from .acting import clip_of, handy, relation_of
from .casting import Cast, Casting
from .clauses import Clause, Sentences
from .ladder import LIVING, is_a, kind_of
from .phrases import Phrase
from .place import implied_by_verb
from .roles import Role
from .verbs import Verb, verbs
from .wardrobe import worn

PURSUES = group("pursues")
"""Verbs that only say that somebody does what their object names."""

WEARS = group("wears")
HAS = group("has")

CARRIES = {"vehicle": "drive", "vessel": "sail", "aircraft": "fly", "bird": "fly", "fish": "swim"}
"""How what is ridden goes; other animals walk."""

LEADS = frozenset({"walk", "lead"})
"""Verbs whose object goes along: she walks her dog."""

CONTAINERS = [
    "bowl",
    "basket",
    "box",
    "vase",
    "cup",
    "glass",
    "jar",
    "bucket",
    "bottle",
    "pot",
    "barrel",
    "bag",
    "chest",
    "suitcase",
]
"""What holds the things that it is with."""

HANDS = frozenset({"work", "cook", "hold", "write", "type", "paint"})
LIFELESS = frozenset({"food", "drink", "household", "furniture", "building", "clothing", "plant"})
"""Kinds that undergo what hands do, rather than do it: a pear cut into pieces."""


def deeds(told: Sentences) -> Casting:
    """Return the roles of a prompt with all that they do."""
    found = Casting()
    for clause in told.clauses:
        _Deed(found, clause).play()
    return found


class _Deed:
    """One statement at work."""

    def __init__(self, found: Casting, clause: Clause) -> None:
        self._found = found
        self._roles = found.roles
        self._clause = clause
        self._cast = Cast(found, clause)

    def play(self) -> None:
        """Cast everybody in the statement, then let the verb act."""
        clause = self._clause
        agents = [p for r, p, _ in clause.places if r == "by" and clause.passive]
        subjects, objects = clause.subjects, clause.objects
        if agents:
            subjects, objects = agents, [*clause.subjects, *objects]
        doers = [role for phrase in subjects if (role := self._cast.role(phrase))]
        self._adjust(doers)
        done_to = self._done_to(doers, objects) or self._worked_on(doers)
        self._stand(doers)
        if not clause.negative and (agents or not clause.passive):
            self._act(doers, done_to)

    def _adjust(self, doers: Sequence[Role]) -> None:
        for role in doers:
            for name, value in self._clause.marks.items():
                role.marks.setdefault(name, value)

    def _done_to(self, doers: Sequence[Role], objects: Sequence[Phrase]) -> list[Role]:
        """Cast the objects; clothes are put on."""
        found = []
        for phrase in objects:
            if self._clause.verb in WEARS and kind_of(phrase.noun) == "clothing":
                self._dress(doers, phrase)
            elif role := self._cast.role(phrase, "object"):
                found.append(role)
        return found

    def _worked_on(self, doers: Sequence[Role]) -> list[Role]:
        """Take what hands work on for the object: she types *on a laptop*."""
        verb = verbs().get(self._clause.verb or "")
        if verb is None or verb.clip not in HANDS | {"play"}:
            return []
        if not any(role.found.kind in LIVING for role in doers):
            return []
        wide = (
            ("instrument", "device")
            if verb.clip == "play"
            else ("instrument", "device", "household")
        )
        for place in self._clause.places:
            relation, phrase, _ = place
            if relation == "on" and kind_of(phrase.noun) in wide:
                self._clause.places.remove(place)
                role = self._cast.role(phrase, "object")
                return [] if role is None else [role]
        return []

    def _stand(self, doers: Sequence[Role]) -> None:
        """Work out where everything is."""
        for relation, phrase, of in self._clause.places:
            near = [role] if (role := self._roles.find(of)) else doers
            if phrase.negative:
                self._cast.role(phrase)
            elif relation in LOOSE:
                LOOSE[relation](self, near, phrase)
            elif relation != "by":
                self._relate(near, Relation(relation), phrase)

    def _relate(self, near: Sequence[Role], relation: Relation, phrase: Phrase) -> None:
        clothes = relation is Relation.IN and kind_of(phrase.noun) == "clothing"
        if clothes and all(role.found.kind in LIVING for role in near):
            self._dress(near, phrase)
            return
        if relation is Relation.TOWARDS and phrase.noun == "camera":
            self._approach(near)
            return
        other = self._cast.role(phrase, "place")
        if other is not None:
            for role in near:
                self._roles.link(role, relation, other)

    def _approach(self, near: Sequence[Role]) -> None:
        verb = verbs()["approach"]
        for role in near:
            role.begin(self._clause.step, verb, verb.clip)

    def _dress(self, near: Sequence[Role], phrase: Phrase) -> None:
        garment = worn(phrase)
        if garment is None:
            self._roles.miss([phrase.said.lower()])
            return
        for role in near or list(self._roles.by_id.values())[-1:]:
            role.outfit.append(garment)

    def _with(self, near: Sequence[Role], phrase: Phrase) -> None:
        kind = kind_of(phrase.noun) if phrase.known else "unknown"
        if kind == "clothing" and near and near[0].found.kind in LIVING:
            self._dress(near, phrase)
        elif kind == "body part":
            self._graft(near, phrase)
        elif (other := self._cast.role(phrase, "place")) is not None:
            for role in near:
                self._beside(role, other)

    def _graft(self, near: Sequence[Role], phrase: Phrase) -> None:
        """Note parts of somebody else: the wings of an eagle, eagle wings."""
        source = phrase.parts or phrase.owner
        words = [source.noun] if source is not None else list(phrase.modifiers)
        for role in near:
            role.grafts.extend(
                f"{phrase.noun} of {word}" for word in words[:1] if kind_of(word) in LIVING
            )

    def _beside(self, role: Role, other: Role) -> None:
        if role.found.kind in LIVING and handy(other.phrase.noun):
            self._roles.link(role, Relation.HOLDING, other)
        elif is_a(role.phrase.noun, *CONTAINERS):
            self._roles.link(other, Relation.IN, role)
        elif role.found.kind == "furniture" and other.found.kind not in ("furniture", "person"):
            self._roles.link(other, Relation.ON, role)
        else:
            self._roles.link(role, Relation.NEXT_TO, other)

    def _material(self, near: Sequence[Role], phrase: Phrase) -> None:
        word = phrase.noun if phrase.known else phrase.said.lower()
        for role in near:
            role.marks["material"] = phrase.marks.get("material", word)

    def _act(self, doers: list[Role], done_to: Sequence[Role]) -> None:
        verb = verbs().get(self._clause.verb or "")
        pursuit = self._cast.pursuit
        if pursuit is not None and (verb is None or verb.word in PURSUES):
            verb, done_to = pursuit, []
            doers = doers or [r for r in self._roles.by_id.values() if r.found.kind in LIVING][-1:]
        if verb is None:
            return
        if place := implied_by_verb(verb.word):
            self._found.hints.append(place)
        if not doers:
            self._found.flies |= verb.travels and not self._roles.by_id
        elif verb.word in WEARS or verb.word in HAS:
            self._own(doers, done_to)
        else:
            target = done_to[0] if done_to else self._prop(verb, doers[0])
            for role in doers:
                self._do(role, verb, target)
                self._do_besides(role, verb, done_to[1:])

    def _do_besides(self, role: Role, verb: Verb, others: Sequence[Role]) -> None:
        """Place the second and third that something is done to."""
        for other in others:
            noun = other.phrase.noun
            relation = relation_of(verb, clip_of(verb, role.phrase.noun, noun), noun)
            if relation is not None:
                self._roles.link(role, relation, other)

    def _own(self, doers: Sequence[Role], done_to: Sequence[Role]) -> None:
        for role in doers:
            for other in done_to:
                self._beside(role, other)

    def _prop(self, verb: Verb, doer: Role) -> Role | None:
        """Bring along what the verb is done with, unless it is there already."""
        if verb.prop is None or doer.found.kind not in LIVING | {"toy"}:
            return None
        for role in self._roles.by_id.values():
            if is_a(role.phrase.noun, verb.prop) and role is not doer:
                return role
        phrase = Phrase(noun=verb.prop, said=verb.prop, at=-1 - len(self._roles.by_id))
        if kind_of(verb.prop) == "clothing":
            self._dress([doer], phrase)
            return None
        return self._roles.role(phrase)

    def _do(self, role: Role, verb: Verb, target: Role | None) -> None:
        if verb.clip == "idle" or (verb.clip in HANDS and role.found.kind in LIFELESS):
            return
        if target is None or target is role:
            role.begin(self._clause.step, verb, clip_of(verb, role.phrase.noun, None))
            return
        noun = target.phrase.noun
        clip = clip_of(verb, role.phrase.noun, noun)
        role.begin(self._clause.step, verb, clip, target.id)
        relation = relation_of(verb, clip, noun)
        if relation is not None:
            self._roles.link(role, relation, target)
        led = verb.word in LEADS and target.found.kind in LIVING
        if (led or relation in (Relation.RIDING, Relation.IN)) and not target.acts:
            self._carry(target, verb)

    def _carry(self, mount: Role, verb: Verb) -> None:
        """What is ridden goes too."""
        way = CARRIES.get(mount.found.kind, "walk" if mount.found.kind in LIVING else None)
        if way is not None and (verbs()[way] is not verb or verb.word in LEADS):
            mount.begin(self._clause.step, verbs()[way], verbs()[way].clip)


LOOSE: dict[str, Callable[[_Deed, Sequence[Role], Phrase], None]] = {
    "with": _Deed._with,
    "wearing": _Deed._dress,
    "of material": _Deed._material,
    "of": _Deed._with,
}
"""Prepositions that are no relation in space."""
