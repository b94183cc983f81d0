"""The little language in which gold.txt says what must be understood."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kinema.engines.scene.graph import SceneGraph, Thing


@dataclass(frozen=True, slots=True)
class Gold:
    """A prompt and what must be understood of it."""

    prompt: str
    facts: tuple[str, ...]


def gold() -> tuple[Gold, ...]:
    lines = (Path(__file__).parent / "gold.txt").read_text("utf-8").splitlines()
    told = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return tuple(Gold(prompt, tuple(facts.split("; "))) for prompt, facts in told)


def things(graph: SceneGraph) -> tuple[Thing, ...]:
    return (*graph.actors, *graph.props)


def misses(graph: SceneGraph, facts: tuple[str, ...]) -> list[str]:
    """Return the facts that the graph does not say."""
    return [fact for fact in facts if not holds(graph, fact)]


def holds(graph: SceneGraph, fact: str) -> bool:
    first, _, rest = fact.partition(" ")
    if first in CHECKS:
        return CHECKS[first](graph, rest)
    noun, _, field = fact.rpartition(".")
    field, _, value = field.partition(" ")
    return any(_says(thing, field, value) for thing in things(graph) if thing.noun == noun)


def _says(thing: Thing, field: str, value: str) -> bool:
    found = getattr(thing, field)
    return value in found if isinstance(found, tuple) else found == value


def _has(graph: SceneGraph, rest: str) -> bool:
    noun, _, count = rest.rpartition(" ")
    if not count.isdigit():
        return any(thing.noun == rest for thing in things(graph))
    return any(thing.noun == noun and thing.count == int(count) for thing in things(graph))


def _does(graph: SceneGraph, rest: str) -> bool:
    return rest in {f"{thing.noun} {thing.verb}" for thing in graph.actors}


def _link(graph: SceneGraph, rest: str) -> bool:
    nouns = {thing.id: thing.noun for thing in things(graph)}
    return rest in {f"{nouns[link.a]} {link.relation} {nouns[link.b]}" for link in graph.relations}


def _target(graph: SceneGraph, rest: str) -> bool:
    nouns = {thing.id: thing.noun for thing in things(graph)}
    aims = {f"{thing.noun} {nouns[thing.target]}" for thing in graph.actors if thing.target}
    return rest in aims


def _events(graph: SceneGraph, rest: str) -> bool:
    """Whether somebody does these things in this order."""
    noun = next((t.noun for t in graph.actors if rest.startswith(f"{t.noun} ")), "")
    ids = [thing.id for thing in graph.actors if thing.noun == noun]
    done = [e.partition(".") for beat in graph.beats for e in beat.events]
    order = [clip for who, _, clip in done if who in ids]
    return list(dict.fromkeys(order)) == rest.removeprefix(f"{noun} ").split()


def _camera(graph: SceneGraph, rest: str) -> bool:
    axis, sign = rest.split()
    value: float = {"zoom": graph.camera.move.zoom, "pan": graph.camera.move.pan,
                    "tilt": graph.camera.move.tilt}[axis]  # fmt: skip
    return value < 0 if sign == "-" else value > 0


CHECKS: dict[str, Callable[[SceneGraph, str], bool]] = {
    "has": _has,
    "does": _does,
    "absent": lambda graph, noun: noun not in {thing.noun for thing in things(graph)},
    "link": _link,
    "target": _target,
    "events": _events,
    "camera": _camera,
    "setting": lambda graph, kind: graph.setting.kind == kind,
    "time": lambda graph, time: graph.setting.time == time,
    "weather": lambda graph, weather: weather in graph.setting.weather,
    "season": lambda graph, season: graph.setting.season == season,
    "feature": lambda graph, feature: feature in graph.setting.features,
    "style": lambda graph, style: graph.style == style,
    "mood": lambda graph, mood: graph.mood == mood,
    "size": lambda graph, size: graph.camera.size == size,
    "angle": lambda graph, angle: graph.camera.angle == angle,
    "effect": lambda graph, effect: effect in graph.camera.effects,
    "negative": lambda graph, word: word in graph.negative,
    "unresolved": lambda graph, word: word in graph.unresolved,
}
