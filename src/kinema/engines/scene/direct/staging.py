"""Staging: where each thing stands, so that relations can be seen and nothing overlaps.

Stage axes: x to the viewer's right, y up, z towards the viewer, the hero's spot at the origin.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from kinema.engines.scene.graph import Relation, SceneGraph
from kinema.engines.scene.library.kinds import Kind
from kinema.engines.scene.motion.rotation import Vector, vector

from .cast import Part
from .links import Bond, Hold
from .perch import seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a free part stands.

    Attributes:
        x: Metres to the viewer's right.
        z: Metres towards the viewer.
        up: Metres above what it stands on.
        heading: Which way it faces, radians; 0 is towards the viewer, pi/2 to the right.
    """

    x: float
    z: float
    up: float = 0.0
    heading: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What a part takes up on the floor, with what is bound to it."""

    x: float
    z: float
    wide: float
    deep: float
    tall: float = 0.0

    def overlap(self, other: "Box") -> float:
        """Return how far along x one must move to clear the other; 0 if they are clear."""
        deep = 0.5 * (self.deep + other.deep) - abs(self.z - other.z)
        wide = 0.5 * (self.wide + other.wide) - abs(self.x - other.x)
        return wide if deep > 1e-6 and wide > 1e-6 else 0.0


FACING_EACH_OTHER = frozenset({"fight", "hug", "kiss", "talk", "clap", "dance", "throw", "catch"})
PROFILE = frozenset({"play_keys", "row", "push", "pull"})
AWAY = frozenset({"climb"})


def marks(parts: tuple[Part, ...], bound: dict[str, Bond], graph: SceneGraph) -> dict[str, Mark]:
    """Return a mark for every part that no other carries, by key."""
    free = [part for part in parts if part.key not in bound or bound[part.key].how is Hold.AT]
    if not free:
        return {}
    placed: dict[str, Mark] = {}
    boxes: dict[str, Box] = {}
    for group in _groups(free):
        for part, mark in _asked(group, parts, bound, graph, placed, boxes):
            _set(part, mark, placed, boxes, bound)
    return placed


def _groups(free: list[Part]) -> list[list[Part]]:
    names = list(dict.fromkeys(part.thing.id for part in free))
    return [[part for part in free if part.thing.id == name] for name in names]


def _set(
    part: Part, mark: Mark, placed: dict[str, Mark], boxes: dict[str, Box], bound: dict[str, Bond]
) -> None:
    """Put a part down, pushed sideways as far as it takes to stand clear."""
    mates = {bond.part for bond in bound.values() if bond.to == part.key}
    mates |= {bound[part.key].to} if part.key in bound else set()
    way = 1.0 if mark.x >= 0.0 else -1.0
    box = footprint(part, mark)
    for _ in range(64):
        push = max((box.overlap(b) for k, b in boxes.items() if k not in mates), default=0.0)
        if mark.up > 0.05 or push <= 0.0:
            break
        mark = Mark(x=mark.x + way * (push + 0.02), z=mark.z, up=mark.up, heading=mark.heading)
        box = footprint(part, mark)
    placed[part.key] = mark
    boxes[part.key] = box


def footprint(part: Part, mark: Mark) -> Box:
    """Return what a part takes up of the floor."""
    width, height, depth = part.size
    sine, cosine = abs(math.sin(mark.heading)), abs(math.cos(mark.heading))
    return Box(
        x=mark.x,
        z=mark.z,
        wide=max(width * cosine + depth * sine, 0.02),
        deep=max(depth * cosine + width * sine, 0.02),
        tall=mark.up + height,
    )


def _asked(
    group: list[Part],
    parts: tuple[Part, ...],
    bound: dict[str, Bond],
    graph: SceneGraph,
    placed: dict[str, Mark],
    boxes: dict[str, Box],
) -> list[tuple[Part, Mark]]:
    """Return where a thing's copies want to stand."""
    first = group[0]
    bond = bound.get(first.key)
    if bond is not None and bond.to in placed:
        return [(part, _before(part, bond, parts, placed)) for part in group]
    users = [b for b in bound.values() if b.to == first.key and b.part in placed]
    if users:
        return [(first, _served(first, users[0], parts, placed)), *_row(group[1:], 1.5)]
    link = _relation(first, graph, placed)
    if link is not None:
        relation, other = link
        return _related(group, relation, boxes[other])
    if not placed:
        return _row(group, 0.0)
    if any(first.thing.id == target for target in _addressed(graph)):
        return [
            (part, replace(mark, heading=-0.95))
            for part, mark in _beside(group, boxes, facing=True)
        ]
    return _beside(group, boxes)


def _addressed(graph: SceneGraph) -> list[str | None]:
    """Return the ids of those that someone faces."""
    return [thing.target for thing in graph.actors if thing.action in FACING_EACH_OTHER]


def _row(group: list[Part], start: float) -> list[tuple[Part, Mark]]:
    """Stand copies in rows that can be counted: each behind a gap of the row before."""
    if not group:
        return []
    box = footprint(group[0], Mark(x=0.0, z=0.0, heading=heading_of(group[0])))
    gap_x, gap_z = 1.22 * box.wide + 0.04, 1.15 * box.deep + 0.05
    across = len(group) if len(group) <= 5 else math.ceil(math.sqrt(len(group) * 2.0))
    rows = []
    for row, part in enumerate(group):
        line, seat = divmod(row, across)
        count = min(across, len(group) - line * across)
        x = start + (seat - 0.5 * (count - 1)) * gap_x + (0.5 * gap_x if line % 2 else 0.0)
        z = -line * gap_z - 0.25 * gap_z * (seat % 2) * (count > 2)
        rows.append((part, Mark(x=x, z=z, heading=_turned_in(part, x, len(group)))))
    return rows


def heading_of(part: Part) -> float:
    """Return which way a thing faces when it is alone: three quarters to the viewer."""
    action = part.thing.action
    if action in PROFILE:
        return math.pi / 2.0 - 0.4
    if action == "jump" and part.kind is Kind.FISH:
        return 1.2
    if action in AWAY:
        return math.pi
    if part.thing.target is not None and action in FACING_EACH_OTHER:
        return 0.95
    if part.alive or part.actor:
        return 0.42 if part.owner % 2 else -0.42
    return 0.3


def _turned_in(part: Part, x: float, count: int) -> float:
    if count > 1 and part.thing.action in FACING_EACH_OTHER and abs(x) > 1e-6:
        return -math.copysign(0.55 if count == 2 else 0.3, x)
    return heading_of(part) if count == 1 else heading_of(part) * 0.5


def _relation(
    part: Part, graph: SceneGraph, placed: dict[str, Mark]
) -> tuple[Relation, str] | None:
    """Return how a part is to be placed against one that already stands, and that one's key."""
    for link in graph.relations:
        if link.a == part.thing.id and f"{link.b}#0" in placed:
            return link.relation, f"{link.b}#0"
        if link.b == part.thing.id and f"{link.a}#0" in placed:
            turned = OPPOSITE.get(link.relation)
            if turned is not None:
                return turned, f"{link.a}#0"
    return None


OPPOSITE = {
    Relation.LEFT_OF: Relation.RIGHT_OF,
    Relation.RIGHT_OF: Relation.LEFT_OF,
    Relation.ABOVE: Relation.BELOW,
    Relation.BELOW: Relation.ABOVE,
    Relation.BEHIND: Relation.IN_FRONT_OF,
    Relation.IN_FRONT_OF: Relation.BEHIND,
    Relation.NEXT_TO: Relation.NEXT_TO,
    Relation.UNDER: Relation.ABOVE,
    Relation.TOWARDS: Relation.IN_FRONT_OF,
    Relation.AT: Relation.NEXT_TO,
    Relation.ON: Relation.UNDER,
    Relation.IN: Relation.BEHIND,
}
"""Where ``b`` is to ``a`` when ``a`` is so to ``b``."""

WAYS: dict[Relation, tuple[float, float]] = {
    Relation.LEFT_OF: (-1.0, 0.0),
    Relation.RIGHT_OF: (1.0, 0.0),
    Relation.NEXT_TO: (1.0, 0.0),
    Relation.AT: (-1.0, 0.15),
    Relation.BEHIND: (0.35, -1.0),
    Relation.IN_FRONT_OF: (0.3, 1.0),
    Relation.TOWARDS: (-1.6, 0.3),
}
"""Directions on the stage, x and z."""


def _related(group: list[Part], relation: Relation, other: Box) -> list[tuple[Part, Mark]]:
    first = group[0]
    box = footprint(first, Mark(x=0.0, z=0.0, heading=heading_of(first)))
    if relation in (Relation.UNDER, Relation.BELOW):
        return _shift(_row(group, 0.0), other.x, other.z + 0.05 * other.deep)
    if relation is Relation.ABOVE:
        return _shift(_row(group, 0.0), other.x, other.z, 1.1 * other.tall + 0.3 * box.tall)
    across, along = WAYS.get(relation, (1.0, 0.0))
    gap = 0.12 * (box.wide + other.wide) + 0.05
    reach = 0.5 * (other.wide + box.wide) + gap if abs(across) >= 1.0 else 0.3 * other.wide
    x = other.x + across * reach
    z = other.z + along * (0.5 * (other.deep + box.deep) + gap)
    return _shift(_row(group, 0.0), x, z)


def _shift(
    rows: list[tuple[Part, Mark]], x: float, z: float, up: float = 0.0
) -> list[tuple[Part, Mark]]:
    return [
        (part, Mark(x=mark.x + x, z=mark.z + z, up=up, heading=mark.heading)) for part, mark in rows
    ]


def _beside(
    group: list[Part], boxes: dict[str, Box], *, facing: bool | None = None
) -> list[tuple[Part, Mark]]:
    """Stand a thing that no relation places beside those that are there, on the emptier side.

    Args:
        group: The copies.
        boxes: What is taken.
        facing: True puts it to the right, since it is what the hero there turns to.
    """
    left = min(box.x - 0.5 * box.wide for box in boxes.values())
    right = max(box.x + 0.5 * box.wide for box in boxes.values())
    box = footprint(group[0], Mark(x=0.0, z=0.0, heading=heading_of(group[0])))
    gap = 0.2 * box.wide + 0.05
    span = 0.5 * box.wide + 0.61 * box.wide * (min(len(group), 5) - 1)
    to_right = right <= -left + 1e-6
    if facing is not None:
        to_right = facing
    x = right + gap + span if to_right else left - gap - span
    behind = -0.3 * box.deep if not group[0].actor else 0.0
    return _shift(_row(group, 0.0), x, behind)


def _before(part: Part, bond: Bond, parts: tuple[Part, ...], placed: dict[str, Mark]) -> Mark:
    """Return where a user stands before what it uses and that already stands."""
    other = next(one for one in parts if one.key == bond.to)
    mark = placed[bond.to]
    at = _use_offset(part, other, mark.heading)
    return Mark(x=mark.x + at[0], z=mark.z + at[2], heading=mark.heading + math.pi)


def _served(part: Part, bond: Bond, parts: tuple[Part, ...], placed: dict[str, Mark]) -> Mark:
    """Return where a thing stands so that the user who already stands can use it."""
    user = next(one for one in parts if one.key == bond.part)
    mark = placed[bond.part]
    heading = mark.heading + math.pi
    at = _use_offset(user, part, heading)
    return Mark(x=mark.x - at[0], z=mark.z - at[2], heading=heading)


def _use_offset(user: Part, used: Part, heading: float) -> Vector:
    """Return where a user stands, from the middle of what it uses, which faces ``heading``."""
    keys = used.body.model.anchors.get("keys")
    if keys is not None:
        scale = used.body.scale
        away = float(keys.at[2]) * scale + seat(user.body, float(keys.at[1]) * scale).away
    else:
        away = 0.5 * used.size[2] + _arm(user)
    return np.asarray(vector(math.sin(heading) * away, 0.0, math.cos(heading) * away), np.float64)


def _arm(user: Part) -> float:
    """Return how far from the keys a user's middle is, metres."""
    body = user.body
    if body.arms:
        return 0.62 * next(iter(body.arms.values())).reach * body.scale
    if "FL" in body.legs:
        return 0.35 * body.length + 0.3 * body.hip * body.scale
    return 0.7 * user.size[2]
