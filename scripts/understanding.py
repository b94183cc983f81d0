"""Measures understanding on a list of prompts with ground truth, as VBench publishes them.

    python scripts/understanding.py prompts.json

The list is JSON: objects with ``prompt_en``, ``dimension`` (names) and ``auxiliary_info``. Nothing
is rendered: what is counted is what the scene graph says. Prints a table and each miss.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from rich.console import Console

from kinema.engines.scene.graph import Resolved, SceneGraph, Thing
from kinema.engines.scene.language import understand
from kinema.engines.scene.library import settings
from kinema.video import VideoRequest

Info: TypeAlias = Mapping[str, Mapping[str, object]]

NAMED = frozenset({Resolved.EXACT, Resolved.SYNONYM})

STYLES = {
    "by Hokusai, in the style of Ukiyo": "ukiyo-e",
    "black and white": "black and white",
    "pixel art": "pixel art",
    "Van Gogh style": "van gogh",
    "oil painting": "oil painting",
    "in cyberpunk style": "cyberpunk",
    "animated style": "cartoon",
    "watercolor painting": "watercolor",
    "surrealism style": "surrealism",
}

RELATIONS = {
    "on the right of": "right of",
    "on the left of": "left of",
    "on the bottom of": "below",
    "on the top of": "on",
}

CAMERA: Mapping[str, Callable[[SceneGraph], bool]] = {
    "zoom in": lambda graph: graph.camera.move.zoom < 0,
    "zoom out": lambda graph: graph.camera.move.zoom > 0,
    "pan left": lambda graph: graph.camera.move.pan < 0,
    "pan right": lambda graph: graph.camera.move.pan > 0,
    "tilt up": lambda graph: graph.camera.move.tilt > 0,
    "tilt down": lambda graph: graph.camera.move.tilt < 0,
    "with an intense shaking effect": lambda graph: "shake" in graph.camera.effects,
    "featuring a steady and smooth perspective": lambda graph: "steady" in graph.camera.effects,
    "racking focus": lambda graph: "rack focus" in graph.camera.effects,
    "in super slow motion": lambda graph: "slow motion" in graph.setting.features,
}


@dataclass(frozen=True, slots=True)
class Case:
    """A prompt, what is said to be true of it, and what was understood."""

    prompt: str
    info: Info
    graph: SceneGraph


def things(graph: SceneGraph) -> tuple[Thing, ...]:
    """Return actors and props."""
    return (*graph.actors, *graph.props)


def has(graph: SceneGraph, noun: str) -> bool:
    """Whether a noun is shown by a thing that it names."""
    return any(thing.noun == noun and thing.resolved in NAMED for thing in things(graph))


def objects(case: Case) -> bool:
    """Whether every named object is there."""
    said = case.info.get("object_class") or case.info["multiple_objects"]
    return all(has(case.graph, noun) for noun in str(said["object"]).split(" and "))


def colour(case: Case) -> bool:
    """Whether the object has the colour that was said."""
    noun, said = case.prompt.split()[-1], case.info["color"]["color"]
    found = [thing for thing in things(case.graph) if thing.noun == noun]
    return has(case.graph, noun) and any(thing.colour == said for thing in found)


def spatial(case: Case) -> bool:
    """Whether both objects stand to each other as was said."""
    said = case.info["spatial_relationship"]["spatial_relationship"]
    assert isinstance(said, dict)
    a, b = said["object_a"], said["object_b"]
    nouns = {thing.id: thing.noun for thing in things(case.graph)}
    links = {(nouns[link.a], str(link.relation), nouns[link.b]) for link in case.graph.relations}
    return (
        has(case.graph, a)
        and has(case.graph, b)
        and (a, RELATIONS[said["relationship"]], b) in links
    )


def scene(case: Case) -> bool:
    """Whether the place is of the kind that was said."""
    said = case.info["scene"]["scene"]
    assert isinstance(said, dict)
    return settings.kinds_by_word().get(said["scene"]) == case.graph.setting.kind


def style(case: Case) -> bool:
    """Whether the style is the one that was said."""
    return case.graph.style == STYLES[str(case.info["appearance_style"]["appearance_style"])]


def camera(case: Case) -> bool:
    """Whether the camera does what the last words say."""
    return CAMERA[case.prompt.rpartition(", ")[2]](case.graph)


def action(case: Case) -> bool:
    """Whether a person acts, and nothing is missing."""
    people = [actor for actor in case.graph.actors if actor.noun == "person"]
    return not case.graph.unresolved and any(person.action for person in people)


def resolved(case: Case) -> bool:
    """Whether there is no noun that nothing stands for."""
    return not case.graph.unresolved


CHECKS = {
    "object_class": objects,
    "multiple_objects": objects,
    "color": colour,
    "spatial_relationship": spatial,
    "scene": scene,
    "appearance_style": style,
    "temporal_style": camera,
    "human_action": action,
}


def main() -> int:
    """Print a line for each miss and a table of all dimensions."""
    prompts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    console = Console(soft_wrap=True, markup=False, highlight=False)
    right: dict[str, list[bool]] = {}
    slowest = 0.0
    for item in prompts:
        start = time.perf_counter()
        graph = understand(VideoRequest(model="scene", prompt=item["prompt_en"]))
        slowest = max(slowest, time.perf_counter() - start) if right else 0.0
        for name in item["dimension"]:
            case = Case(item["prompt_en"], item.get("auxiliary_info") or {}, graph)
            passed = CHECKS.get(name, resolved)(case)
            right.setdefault(name, []).append(passed)
            if not passed:
                console.print(f"{name}: {item['prompt_en']} — unresolved {list(graph.unresolved)}")
    for name, results in sorted(right.items()):
        console.print(
            f"| {name} | {sum(results)} of {len(results)} | {sum(results) / len(results):.1%} |"
        )
    console.print(f"slowest prompt {slowest * 1e3:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
