"""Blocking: who is on stage, bound to whom, doing what, and where everyone stands."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kinema.engines.scene.graph import Relation, SceneGraph
from kinema.engines.scene.library import settings
from kinema.engines.scene.motion.body import Kind as Plan

from . import perch, staging
from .beats import Stretch, stretches
from .cast import Part, cast
from .links import Bond, Hold, bonds
from .perch import Seat
from .scheme import RIDDEN, SMALL
from .staging import Mark

TABLES = ("table", "desk", "counter", "countertop")
WINDOWS = ("window", "window wall", "windowsill")
"""Ends of names of things for which a piece of the set itself can stand."""

PIECES = {TABLES: TABLES, WINDOWS: ("window", "frame", "curtain", "garden tree", "lawn")}
"""Ends of the names of the set's models that stand for each."""

HEAVENS = frozenset({"sun", "moon", "star", "sky"})
"""What every sky has of its own."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Blocking:
    """The stage before it is put into a place.

    Attributes:
        parts: Everyone and everything, the hero first.
        bonds: The bond of each bound part, by its key.
        seats: What users of keyboards sit on, by the user's key.
        marks: Where each free part stands, by its key.
        plans: What each part plays, by its key.
        hero: The first part; None if only the place is seen.
        pieces: Number of the prop for which a piece of the set stands, by the end of its name.
    """

    parts: tuple[Part, ...]
    bonds: Mapping[str, Bond]
    seats: Mapping[str, Seat]
    marks: Mapping[str, Mark]
    plans: Mapping[str, tuple[Stretch, ...]]
    hero: Part | None
    pieces: Mapping[str, int] = field(default_factory=dict)

    @property
    def small(self) -> bool:
        """Whether all of it fits on a table."""
        return bool(self.parts) and all(max(part.size) < SMALL for part in self.parts)

    @property
    def radius(self) -> float:
        """Metres round the hero's spot that it takes up."""
        reaches = [
            math.hypot(abs(mark.x) + 0.5 * part.size[0], abs(mark.z) + 0.5 * part.size[2])
            for part in self.parts
            for mark in [self.marks.get(part.key)]
            if mark is not None
        ]
        least = 0.1 if self.small else 1.3
        return min(60.0, max(least, max(reaches, default=2.0)))

    def part(self, key: str) -> Part:
        """Return the part with that key."""
        return next(part for part in self.parts if part.key == key)

    def action(self, part: Part) -> str:
        """Return the name of what a part does in the main."""
        names = (stretch.name for stretch in self.plans[part.key] if stretch.name != "appear")
        return next(names, "idle")

    def bearer(self, part: Part) -> Part:
        """Return the one that carries a part, or the one that carries that one, to the ground."""
        bond = self.bonds.get(part.key)
        return part if bond is None or bond.how is Hold.AT else self.bearer(self.part(bond.to))

    def company(self, part: Part) -> frozenset[str]:
        """Return the keys of a part's copies, of all that they carry, and of their mounts."""
        keys = {other.key for other in self.parts if other.thing.id == part.thing.id}
        for _ in range(3):
            for bond in self.bonds.values():
                if bond.how is not Hold.AT and bond.to in keys:
                    keys.add(bond.part)
                if bond.how is Hold.RIDES and bond.part in keys:
                    keys.add(bond.to)
        return frozenset(keys)


def blocking(graph: SceneGraph) -> Blocking:
    """Cast a graph and put everyone on a mark."""
    parts, pieces = _without_set_pieces(cast(graph), graph)
    bound = bonds(parts, graph)
    parts = perch.storybook(parts, bound)
    seats = perch.seats(parts, bound)
    marks = staging.marks(parts, bound, graph)
    stools = [
        (perch.stool(part, seats[part.key].height), marks[part.key])
        for part in parts
        if part.key in seats and seats[part.key].height > 0.12
    ]
    everyone = (*parts, *(stool for stool, _ in stools))
    return Blocking(
        parts=everyone,
        bonds=bound,
        seats=seats,
        marks=marks | {stool.key: mark for stool, mark in stools},
        plans=_plans(graph, everyone, bound),
        hero=parts[0] if parts else None,
        pieces=pieces,
    )


def _without_set_pieces(
    parts: tuple[Part, ...], graph: SceneGraph
) -> tuple[tuple[Part, ...], dict[str, int]]:
    """Leave out what the place has of its own: its windows, and its table under small things.

    Returns:
        The parts that are left, and the number of the thing for which each piece of the set
        stands, by the end of its name.
    """
    known = settings.kinds().get(graph.setting.kind)
    parts = tuple(part for part in parts if part.actor or not _is_place(part, graph))
    if known is None or not known.indoor:
        return parts, {}
    rest = tuple(part for part in parts if not part.thing.object.endswith(WINDOWS))
    tables = [part for part in rest if part.thing.object.endswith(TABLES)]
    others = tuple(part for part in rest if part not in tables)
    if others and known.table and all(max(part.size) < SMALL for part in others):
        rest = others
    gone = [part for part in parts if part not in rest]
    return rest, {end: p.owner for p in gone for end in _ends_like(p.thing.object)}


def _is_place(part: Part, graph: SceneGraph) -> bool:
    """Say whether a prop is the place itself: the mountain of a film in the mountains."""
    if part.thing.object in HEAVENS and graph.setting.kind != "space":
        return True
    if part.thing.noun == "camera" and _faced(part, graph):
        return True
    words = settings.kinds_by_word()
    kind = words.get(part.thing.noun.removeprefix("the ")) or words.get(part.thing.object)
    return kind is not None and kind == graph.setting.kind and max(part.size) > 4.0


def _faced(part: Part, graph: SceneGraph) -> bool:
    """Say whether someone moves towards a part: the camera that is meant is then the viewer's."""
    return any(
        link.b == part.thing.id and link.relation is Relation.TOWARDS for link in graph.relations
    )


def _ends_like(name: str) -> tuple[str, ...]:
    return next(pieces for ends, pieces in PIECES.items() if name.endswith(ends))


def _aloft(part: Part, plan: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Let what comes flying fly from the start, whatever else was said."""
    if part.body.kind not in FLIERS or not any(stretch.name == "approach" for stretch in plan):
        return plan
    return tuple(
        stretch if stretch.name == "approach" else replace(stretch, name=FLIERS[part.body.kind])
        for stretch in plan
    )


WATER = frozenset({"underwater", "aquarium", "sea", "lake", "river", "beach"})
OUTSIDE = frozenset(name for name, kind in settings.kinds().items() if not kind.indoor)

AT_EASE: tuple[tuple[str, frozenset[str], str], ...] = (
    ("fish", WATER, "swim"),
    ("float", frozenset({"underwater", "aquarium", "space"}), "float"),
    ("balloon", OUTSIDE, "float"),
    ("aircraft", frozenset({"sky"}), "fly"),
    ("aircraft", frozenset({"space"}), "float"),
    ("rotor", frozenset({"sky"}), "fly"),
    ("bird", frozenset({"sky"}), "fly"),
    ("bird", frozenset({"sea", "lake", "river", "pool"}), "swim"),
    ("insect", frozenset({"sky"}), "fly"),
)
"""How a thing moves, where that is its element, and what it does there when nothing is said."""


def _at_ease(
    graph: SceneGraph, parts: tuple[Part, ...], bound: Mapping[str, Bond]
) -> dict[str, tuple[Stretch, ...]]:
    """Let what has its place by no other thing swim in the water and fly in the sky."""
    placed = {name for link in graph.relations for name in (link.a, link.b)}
    taken = {bond.to for bond in bound.values()} | set(bound)
    found: dict[str, tuple[Stretch, ...]] = {}
    for part in parts:
        told = part.thing.action is not None or part.thing.id in placed or part.key in taken
        for move, element, name in AT_EASE:
            if not told and move == part.body.model.move and graph.setting.kind in element:
                found[part.key] = (Stretch(name=name, start=0.0, end=graph.duration),)
    return found


FLIERS = {
    Plan.WINGED: "fly",
    Plan.BIRD: "fly",
    Plan.INSECT: "fly",
    Plan.AIRCRAFT: "fly",
    Plan.FISH: "swim",
}
"""What does not approach on foot, and what it does meanwhile."""


ON_THE_WAY = frozenset({"walk", "run", "enter", "idle", "appear", "approach"})


def _seated(
    parts: tuple[Part, ...], bound: Mapping[str, Bond], plans: Mapping[str, tuple[Stretch, ...]]
) -> dict[str, tuple[Stretch, ...]]:
    """Let people on chairs sit from the start, since nobody walks on a sofa."""
    by_key = {part.key: part for part in parts}
    found: dict[str, tuple[Stretch, ...]] = {}
    for bond in bound.values():
        chair = "seat" in by_key[bond.to].body.model.anchors
        person = by_key[bond.part].body.kind is Plan.BIPED
        if bond.how in (Hold.ON, Hold.IN) and chair and person:
            found[bond.part] = tuple(
                replace(stretch, name="sit") if stretch.name in ON_THE_WAY else stretch
                for stretch in plans[bond.part]
            )
    return found


WATERS = frozenset({"sea", "lake", "river", "pool", "beach"})


def _on_foot(
    graph: SceneGraph,
    parts: tuple[Part, ...],
    bound: Mapping[str, Bond],
    plans: Mapping[str, tuple[Stretch, ...]],
) -> dict[str, tuple[Stretch, ...]]:
    """Let those who ride nothing that is there surf or walk."""
    name = "surf" if graph.setting.kind in WATERS else "walk"
    return {
        part.key: tuple(
            replace(stretch, name=name) if stretch.name == "ride" else stretch
            for stretch in plans[part.key]
        )
        for part in parts
        if part.key not in bound and any(stretch.name == "ride" for stretch in plans[part.key])
    }


ANSWERS = {
    "fight": "fight", "dance": "dance", "talk": "talk", "hug": "hug", "kiss": "kiss",
    "throw": "catch", "catch": "throw", "play": "play",
}  # fmt: skip
"""What one does who has nothing to do but is the target of another's action."""


def _answers(graph: SceneGraph, parts: tuple[Part, ...]) -> dict[str, tuple[Stretch, ...]]:
    told = {thing.target: ANSWERS.get(thing.action or "") for thing in graph.actors}
    found: dict[str, tuple[Stretch, ...]] = {}
    for part in parts:
        name = told.get(part.thing.id)
        if name is not None and part.alive and part.thing.action in (None, "idle"):
            name = "roar" if name == "fight" and part.body.kind is not Plan.BIPED else name
            found[part.key] = (Stretch(name=name, start=0.0, end=graph.duration),)
    return found


def _plans(
    graph: SceneGraph, parts: tuple[Part, ...], bound: Mapping[str, Bond]
) -> dict[str, tuple[Stretch, ...]]:
    plans = {part.key: _aloft(part, stretches(graph, part.thing)) for part in parts}
    plans |= _at_ease(graph, parts, bound)
    plans |= _answers(graph, parts)
    plans |= _on_foot(graph, parts, bound, plans)
    plans |= _seated(parts, bound, plans)
    mounts = {part.key: part for part in parts}
    for bond in bound.values():
        if bond.how is not Hold.RIDES:
            continue
        mount = mounts[bond.to]
        plans[bond.part] = (Stretch(name="ride", start=0.0, end=graph.duration),)
        if mount.thing.action in (None, "idle", "walk"):
            name = RIDDEN[mount.body.kind]
            plans[mount.key] = (Stretch(name=name, start=0.0, end=graph.duration),)
    return plans
