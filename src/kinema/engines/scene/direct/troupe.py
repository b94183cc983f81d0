"""The troupe: every part made a player, with its route, bond and partners."""

from collections.abc import Mapping

from kinema.engines.scene.graph import Relation, SceneGraph

from .blocking import Blocking
from .cast import Part
from .links import Hold
from .players import Player, ordered
from .route import Route, staying
from .routing import Floor

LOOKS = frozenset({"look_around", "talk", "roar", "kiss", "fight", "sing", "laugh"})
"""Actions in which one looks at the target."""


def troupe(
    graph: SceneGraph, block: Blocking, routes: Mapping[str, Route], floor: Floor
) -> tuple[Player, ...]:
    """Return the players, each after those that it depends on."""
    effort = 1.6 if "storm" in graph.setting.weather else 1.0
    return ordered(
        tuple(_player(graph, block, part, routes, floor, effort) for part in block.parts)
    )


def _player(
    graph: SceneGraph,
    block: Blocking,
    part: Part,
    routes: Mapping[str, Route],
    floor: Floor,
    effort: float,
) -> Player:
    bond = block.bonds.get(part.key)
    seat = block.seats.get(part.key)
    return Player(
        part=part,
        plan=block.plans[part.key],
        route=routes.get(part.key) or staying(floor.at, 0.0),
        floor=floor.height,
        bond=None if bond is None or bond.how is Hold.AT else bond,
        uses=_uses(graph, block, part),
        spread=_spread(block, part),
        perch=None if seat is None else seat.height,
        load=_load(block, part),
        effort=effort,
    )


def _load(block: Blocking, part: Part) -> float:
    held = (b.part for b in block.bonds.values() if b.to == part.key and b.how is Hold.GRASPED)
    return max((block.part(key).size[1] for key in held), default=0.0)


def _uses(graph: SceneGraph, block: Blocking, part: Part) -> dict[str, str]:
    uses: dict[str, str] = {}
    bond = block.bonds.get(part.key)
    if bond is not None and bond.how is Hold.AT:
        uses["at"] = bond.to
    for other in block.bonds.values():
        if other.to == part.key and other.how is Hold.SLUNG:
            uses["slung"] = other.part
    looked = _looked_at(graph, part)
    if looked is not None:
        uses["look"] = f"{looked}#0"
    return uses


def _looked_at(graph: SceneGraph, part: Part) -> str | None:
    thing = part.thing
    if thing.target is not None and thing.action in LOOKS:
        return thing.target
    return next(
        (link.b for link in graph.relations
         if link.a == thing.id and link.relation is Relation.TOWARDS),
        None,
    )  # fmt: skip


def _spread(block: Blocking, part: Part) -> float:
    """Return how far to the side one of several on one carrier stands, metres."""
    bond = block.bonds.get(part.key)
    if bond is None:
        return 0.0
    mates = [
        other
        for other in block.parts
        for its in [block.bonds.get(other.key)]
        if its is not None and its.to == bond.to and its.how is bond.how
    ]
    gap = 1.15 * max(mate.size[0] for mate in mates)
    return (mates.index(part) - 0.5 * (len(mates) - 1)) * gap
