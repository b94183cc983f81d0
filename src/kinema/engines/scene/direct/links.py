"""Who carries, holds or uses whom: read from relations, actions and sizes."""

from dataclasses import dataclass
from enum import StrEnum

from kinema.engines.scene.graph import Relation, SceneGraph
from kinema.engines.scene.library.kinds import Kind
from kinema.engines.scene.motion.body import Kind as Plan

from .cast import Part


class Hold(StrEnum):
    """How one part is bound to another."""

    RIDES = "rides"  # its hips are on the other's seat
    ON = "on"  # it stands, sits or lies on the other
    IN = "in"  # it is inside the other
    GRASPED = "grasped"  # it is in the other's hand
    SLUNG = "slung"  # it hangs before the other's chest: a guitar
    WORN = "worn"  # it is on the other's head
    AT = "at"  # it is before the other and uses it: a piano, a stove


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """``part`` (a key) is bound to ``to`` (a key)."""

    part: str
    how: Hold
    to: str


BY_RELATION = {
    Relation.RIDING: Hold.RIDES,
    Relation.ON: Hold.ON,
    Relation.IN: Hold.IN,
    Relation.AT: Hold.AT,
}
"""Relations in which the first is bound to the second."""

REVERSED = {Relation.HOLDING: Hold.GRASPED, Relation.WEARING: Hold.WORN}
"""Relations in which the second is bound to the first."""

SLINGS = frozenset({"play_strings"})
GRASPS = frozenset(
    {
        "hold", "eat", "drink", "read", "throw", "catch", "play_wind", "write", "paint", "hit",
        "cook", "pour", "lift", "shake", "swing", "play", "fight", "wave",
    }
)  # fmt: skip
RIDES = frozenset({"ride", "pedal", "drive", "row", "surf", "ski", "skate", "sail", "fly"})
RESTS = frozenset({"sit", "lie", "sleep"})
USES = frozenset(
    {"play_keys", "play_drums", "type", "work", "cook", "write", "paint", "read", "eat"}
)


def bonds(parts: tuple[Part, ...], graph: SceneGraph) -> dict[str, Bond]:
    """Return the one bond that places each bound part, by its key; others stand free."""
    found: dict[str, Bond] = {}
    for a, how, b in [*_by_action(parts, graph), *_by_relation(graph)]:
        for one, other in _pairs(parts, a, b):
            fitting = _fitting(one, other, how)
            if how is Hold.RIDES and fitting is Hold.ON and not _said(graph, a, b):
                continue
            if fitting is not None and one.key not in found and not _circular(found, one, other):
                found[one.key] = Bond(part=one.key, how=fitting, to=other.key)
    return found


def _said(graph: SceneGraph, a: str, b: str) -> bool:
    return any(link.a == a and link.b == b for link in graph.relations)


def _circular(found: dict[str, Bond], one: Part, other: Part) -> bool:
    key: str | None = other.key
    while key is not None and key != one.key:
        key = found[key].to if key in found else None
    return key == one.key


def _by_relation(graph: SceneGraph) -> list[tuple[str, Hold, str]]:
    rows = [(link.a, BY_RELATION[link.relation], link.b) for link in graph.relations
            if link.relation in BY_RELATION]  # fmt: skip
    return rows + [
        (link.b, REVERSED[link.relation], link.a)
        for link in graph.relations
        if link.relation in REVERSED
    ]


def _by_action(parts: tuple[Part, ...], graph: SceneGraph) -> list[tuple[str, Hold, str]]:
    known = {part.thing.id for part in parts}
    rows: list[tuple[str, Hold, str]] = []
    for thing in graph.actors:
        if thing.target not in known or thing.target == thing.id or thing.action is None:
            continue
        for names, hold, backwards in (
            (SLINGS, Hold.SLUNG, True),
            (GRASPS, Hold.GRASPED, True),
            (RIDES, Hold.RIDES, False),
            (RESTS, Hold.ON, False),
            (USES, Hold.AT, False),
        ):
            if thing.action in names:
                pair = (thing.target, thing.id) if backwards else (thing.id, thing.target)
                rows.append((pair[0], hold, pair[1]))
    return rows


def _pairs(parts: tuple[Part, ...], a: str, b: str) -> list[tuple[Part, Part]]:
    ones = [part for part in parts if part.thing.id == a]
    others = [part for part in parts if part.thing.id == b]
    return [(one, others[row % len(others)]) for row, one in enumerate(ones) if others]


def _fitting(one: Part, other: Part, how: Hold) -> Hold | None:
    """Return the bond as these two can have it, or None where they can't."""
    match how:
        case Hold.GRASPED | Hold.SLUNG if not _portable(one, other):
            return None
        case Hold.GRASPED if one.alive and one.size[1] > 0.5 * other.size[1]:
            return None
        case Hold.RIDES if not _mountable(one, other):
            return Hold.ON if _larger(other, one) else None
        case Hold.AT if one.kind not in (Kind.PERSON, Kind.ANIMAL, Kind.FANTASY, Kind.BIRD):
            return None
        case Hold.AT if _portable(other, one) and max(other.size) < 0.4 * one.size[1]:
            return None
        case Hold.IN if not _roomy(one, other):
            return None
    return how


def _portable(one: Part, carrier: Part) -> bool:
    armed = carrier.body.kind in (Plan.BIPED, Plan.QUADRUPED, Plan.WINGED, Plan.BIRD)
    return armed and max(one.size) < 1.15 * carrier.size[1]


def _mountable(one: Part, other: Part) -> bool:
    return "seat" in other.body.model.anchors or (
        other.body.kind in (Plan.QUADRUPED, Plan.WINGED, Plan.BOAT, Plan.WHEELS)
        and _larger(other, one)
    )


def _larger(one: Part, other: Part) -> bool:
    return max(one.size) > 0.6 * max(other.size)


def _roomy(one: Part, other: Part) -> bool:
    return max(other.size) > 0.5 * max(one.size)
