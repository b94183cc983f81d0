"""The cast: every copy of every actor and prop, with the body that plays it."""

from dataclasses import dataclass

from kinema.engines.scene.graph import SceneGraph, Thing
from kinema.engines.scene.library import entries
from kinema.engines.scene.library.kinds import Kind
from kinema.engines.scene.motion import limbs
from kinema.engines.scene.motion.body import Body
from kinema.engines.scene.shape.library import model

MOST = 48
"""Copies of one thing; more can't be told apart in a picture."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """One copy of an actor or prop.

    Attributes:
        owner: Number of the thing in the renderer's id buffer, from 1.
        copy: From 0 to the thing's count.
        actor: Whether it acts; a prop is there to be used or seen.
    """

    thing: Thing
    owner: int
    copy: int
    kind: Kind
    body: Body
    actor: bool

    @property
    def key(self) -> str:
        """Name that no other part has."""
        return f"{self.thing.id}#{self.copy}"

    @property
    def size(self) -> tuple[float, float, float]:
        """Width (with wings folded), height and depth, metres."""
        low, high = self.body.trunk
        width, height, depth = (float(side) * self.body.scale for side in high - low)
        return width, height, depth

    @property
    def alive(self) -> bool:
        """Whether it breathes."""
        return self.kind in LIVING


LIVING = frozenset({Kind.PERSON, Kind.ANIMAL, Kind.BIRD, Kind.FISH, Kind.INSECT, Kind.FANTASY})


def cast(graph: SceneGraph) -> tuple[Part, ...]:
    """Return every part, actors first, in the order of the graph."""
    things = [(thing, True) for thing in graph.actors] + [(thing, False) for thing in graph.props]
    return tuple(
        _part(graph, thing, owner, copy, actor=actor)
        for owner, (thing, actor) in enumerate(things, 1)
        for copy in range(min(thing.count, MOST))
    )


def _part(graph: SceneGraph, thing: Thing, owner: int, copy: int, *, actor: bool) -> Part:
    entry = entries.find(thing.object)
    shape = model(
        thing.object,
        colour=thing.colour or (None if thing.material else thing.tint),
        material=thing.material,
        size=thing.size,
        age=thing.age,
        outfit=thing.outfit,
        seed=graph.seed + copy if thing.count > 1 else graph.seed,
    )
    return Part(
        thing=thing,
        owner=owner,
        copy=copy,
        kind=Kind.THING if entry is None else entry.kind,
        body=limbs.body(shape, key=0.317 * owner + 0.437 * copy),
        actor=actor,
    )
