"""What the engine understood, in the form of ``kinema scene explain --json``."""

from kinema.engines.scene.graph import SceneGraph, Shot, Thing

_CLIPS = {
    "play_keys": "play",
    "play_strings": "play",
    "play_drums": "play",
    "play_wind": "play",
    "pedal": "ride",
}
"""Clips that no verb is called by."""


def explain(graph: SceneGraph) -> dict[str, object]:
    """Return the public view of a scene graph, as JSON values."""
    verbs = {thing.id: thing for thing in (*graph.actors, *graph.props)}
    return {
        "duration": _whole(graph.duration),
        "aspect_ratio": graph.aspect_ratio,
        "seed": graph.seed,
        "style": graph.style,
        "setting": {
            "kind": graph.setting.kind,
            "time": graph.setting.time,
            "weather": list(graph.setting.weather),
            "season": graph.setting.season,
        },
        "actors": [
            _looks(thing) | {"mood": thing.mood, "action": _action(thing), "target": thing.target}
            for thing in graph.actors
        ],
        "props": [_looks(thing) for thing in graph.props],
        "relations": [
            {"a": link.a, "relation": str(link.relation), "b": link.b} for link in graph.relations
        ],
        "beats": [
            {
                "start": _whole(beat.start),
                "end": _whole(beat.end),
                "events": [_event(event, verbs) for event in beat.events],
            }
            for beat in graph.beats
        ],
        "camera": _camera(graph.camera),
        "negative": list(graph.negative),
        "unresolved": list(graph.unresolved),
    }


def _looks(thing: Thing) -> dict[str, object]:
    return {
        "id": thing.id,
        "noun": thing.noun,
        "object": thing.object,
        "resolved": str(thing.resolved),
        "count": thing.count,
        "colour": thing.colour,
        "size": thing.size,
    }


def _action(thing: Thing) -> str | None:
    return thing.verb or _CLIPS.get(thing.action or "", thing.action)


def _event(event: str, things: dict[str, Thing]) -> str:
    """Say an event by its verb."""
    who, _, clip = event.partition(".")
    thing = things.get(who)
    said = thing is not None and thing.action == clip
    return f"{who}.{_action(thing) if thing is not None and said else _CLIPS.get(clip, clip)}"


def _camera(shot: Shot) -> dict[str, object]:
    move = shot.move
    return {
        "horizontal": _whole(move.horizontal),
        "vertical": _whole(move.vertical),
        "pan": _whole(move.pan),
        "tilt": _whole(move.tilt),
        "roll": _whole(move.roll),
        "zoom": _whole(move.zoom),
        "preset": None if move.preset is None else str(move.preset),
        "from_prompt": list(shot.from_prompt),
    }


def _whole(number: float) -> float | int:
    """Write 5.0 as 5."""
    return int(number) if float(number).is_integer() else number
