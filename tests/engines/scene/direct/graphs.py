"""Small scene graphs for tests of the director."""

from kinema.engines.scene.graph import Link, Relation, Resolved, SceneGraph, Setting, Shot, Thing


def thing(name: str, action: str | None = None, target: str | None = None, count: int = 1) -> Thing:
    """Return an actor or prop that is in the library under its own name."""
    return Thing(
        id=f"{name}1", noun=name, object=name, resolved=Resolved.EXACT, action=action,
        target=target, count=count,
    )  # fmt: skip


def graph(
    kind: str,
    *actors: Thing,
    props: tuple[Thing, ...] = (),
    relations: tuple[tuple[str, Relation, str], ...] = (),
    shot: Shot | None = None,
) -> SceneGraph:
    """Return a film of five seconds in a place."""
    return SceneGraph(
        duration=5.0, aspect_ratio="16:9", seed=3, setting=Setting(kind=kind), actors=actors,
        props=props, relations=tuple(Link(a=a, relation=how, b=b) for a, how, b in relations),
        camera=shot or Shot(),
    )  # fmt: skip
