"""Scene graphs as JSON: written whole, and read back with every field checked.

What `explain` writes is read too; fields that it leaves out take their defaults.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from enum import StrEnum
from typing import TypeVar

from kinema.engines.scene.graph import (
    Beat,
    Link,
    Relation,
    Resolved,
    SceneGraph,
    Setting,
    Shot,
    Thing,
)
from kinema.engines.scene.library import colours, entries, settings
from kinema.engines.scene.library.substances import SUBSTANCES
from kinema.errors import BadRequest
from kinema.video import CameraMove, Preset

from .acting import clip_of, name_of
from .fields import Fields
from .verbs import verbs
from .vocabulary import styles

E = TypeVar("E", bound=StrEnum)


def graph_to_json(graph: SceneGraph) -> str:
    """Return a graph as text that `graph_from_json` reads."""
    return json.dumps(asdict(graph), ensure_ascii=False, indent=1)


def graph_from_json(text: str) -> SceneGraph:
    """Return the graph that a text describes.

    Raises:
        BadRequest: It is not JSON, or a field is not what it must be; the message names the
            field, what was expected and what was found.
    """
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"a scene must be JSON: {error}", field="scene") from None
    graph = _graph(Fields(values, "scene"))
    _check(graph)
    return graph


def _graph(fields: Fields) -> SceneGraph:
    graph = SceneGraph(
        duration=fields.number("duration", least=0.1, most=60.0),
        aspect_ratio=fields.one_of("aspect_ratio", ("16:9", "9:16", "1:1")),
        seed=fields.whole("seed", default=0),
        setting=_setting(fields.inner("setting")),
        style=fields.one_of("style", styles(), default="cinematic"),
        actors=tuple(_thing(item) for item in fields.items("actors")),
        props=tuple(_thing(item) for item in fields.items("props")),
        relations=tuple(_link(item) for item in fields.items("relations")),
        beats=tuple(_beat(item) for item in fields.items("beats")),
        camera=_shot(fields.inner("camera")),
        mood=fields.maybe_text("mood"),
        negative=fields.texts("negative"),
        unresolved=fields.texts("unresolved"),
        cfg_scale=fields.number("cfg_scale", default=0.5, least=0.0, most=1.0),
    )
    fields.finish()
    return _with_clips(graph)


def _setting(fields: Fields) -> Setting:
    setting = Setting(
        kind=fields.one_of("kind", tuple(settings.kinds())),
        time=fields.text("time", default="day"),
        weather=fields.texts("weather", default=("clear",)),
        season=fields.maybe_text("season"),
        said=fields.truth("said", default=True),
        features=fields.texts("features"),
    )
    fields.finish()
    return setting


def _thing(fields: Fields) -> Thing:
    thing = Thing(
        id=fields.text("id"),
        noun=fields.text("noun"),
        object=fields.text("object"),
        resolved=_enum(fields, "resolved", Resolved, Resolved.EXACT),
        count=fields.whole("count", default=1, least=1, most=48),
        colour=fields.maybe_text("colour"),
        size=fields.maybe_text("size"),
        mood=fields.maybe_text("mood"),
        material=fields.maybe_text("material"),
        age=fields.maybe_text("age"),
        outfit=fields.texts("outfit"),
        action=fields.maybe_text("action"),
        target=fields.maybe_text("target"),
        verb=fields.maybe_text("verb"),
        tint=fields.maybe_text("tint"),
        metres=fields.maybe_number("metres", least=0.001, most=1e7),
        contents=fields.maybe_text("contents"),
        grafts=fields.texts("grafts"),
    )
    fields.finish()
    _check_looks(fields, thing)
    return thing


def _check_looks(fields: Fields, thing: Thing) -> None:
    """Raise for a look that nothing can have."""
    if entries.find(thing.object) is None:
        raise fields.wrong("object", "a name of the object library", thing.object)
    if thing.colour is not None and colours.find(thing.colour) is None:
        raise fields.wrong("colour", "a colour such as red or light blue", thing.colour)
    if thing.material is not None and thing.material not in SUBSTANCES:
        raise fields.wrong("material", f"one of {', '.join(SUBSTANCES)}", thing.material)
    if thing.size is not None and thing.size not in SIZES:
        raise fields.wrong("size", f"one of {', '.join(SIZES)}", thing.size)


SIZES = ("tiny", "small", "large", "giant")


def _link(fields: Fields) -> Link:
    link = Link(
        a=fields.text("a"), relation=_enum(fields, "relation", Relation), b=fields.text("b")
    )
    fields.finish()
    return link


def _beat(fields: Fields) -> Beat:
    beat = Beat(
        start=fields.number("start", least=0.0),
        end=fields.number("end", least=0.0),
        events=fields.texts("events"),
    )
    fields.finish()
    if beat.end <= beat.start:
        raise fields.wrong("end", f"a number above start, {beat.start:g}", beat.end)
    return beat


def _shot(fields: Fields) -> Shot:
    """Read the axes from ``move``, or as `explain` writes them, beside the rest."""
    move = fields.inner("move") if fields.has("move") else fields
    axes = _axes(move)
    if move is not fields:
        move.finish()
    shot = Shot(
        move=axes,
        size=fields.maybe_text("size"),
        angle=fields.maybe_text("angle"),
        follow=fields.truth("follow", default=False),
        from_prompt=fields.texts("from_prompt"),
        effects=fields.texts("effects"),
    )
    fields.finish()
    return shot


def _axes(fields: Fields) -> CameraMove:
    axis: Callable[[str], float] = lambda name: fields.number(  # noqa: E731 - six of a kind
        name, default=0.0, least=-10.0, most=10.0
    )
    preset = fields.maybe_text("preset")
    if preset is not None and preset not in tuple(Preset):
        raise fields.wrong("preset", f"one of {', '.join(Preset)}", preset)
    return CameraMove(
        horizontal=axis("horizontal"),
        vertical=axis("vertical"),
        pan=axis("pan"),
        tilt=axis("tilt"),
        roll=axis("roll"),
        zoom=axis("zoom"),
        preset=None if preset is None else Preset(preset),
    )


def _enum(fields: Fields, name: str, kind: type[E], default: E | None = None) -> E:
    value = fields.one_of(name, tuple(kind), default=None if default is None else str(default))
    return kind(value)


def _with_clips(graph: SceneGraph) -> SceneGraph:
    """Find the clips of a graph that only says verbs, as `explain` does."""
    nouns = {thing.id: thing.noun for thing in (*graph.actors, *graph.props)}
    clips: dict[str, str] = {}
    actors = []
    for thing in graph.actors:
        verb = verbs().get(thing.action or "")
        if thing.verb is None and verb is not None:
            clip = clip_of(verb, thing.noun, nouns.get(thing.target or ""))
            clips[f"{thing.id}.{thing.action}"] = f"{thing.id}.{clip}"
            actors.append(replace(thing, action=clip, verb=name_of(verb, clip)))
        else:
            actors.append(thing)
    beats = tuple(
        replace(beat, events=tuple(clips.get(event, event) for event in beat.events))
        for beat in graph.beats
    )
    return replace(graph, actors=tuple(actors), beats=beats)


def _check(graph: SceneGraph) -> None:
    """Raise where an id is used that no thing has, or two things have."""
    ids = [thing.id for thing in (*graph.actors, *graph.props)]
    for at, name in enumerate(ids):
        if name in ids[:at]:
            raise BadRequest(f"two things are called {name!r}; ids must differ", field="id")
    used: Mapping[str, list[str]] = {
        "relations": [each for link in graph.relations for each in (link.a, link.b)],
        "beats": [event.partition(".")[0] for beat in graph.beats for event in beat.events],
        "target": [thing.target for thing in graph.actors if thing.target is not None],
    }
    for field, names in used.items():
        for name in names:
            if name not in ids:
                known = ", ".join(ids) or "none"
                raise BadRequest(
                    f"{field} must name an actor or prop of the scene ({known}), not {name!r}",
                    field=field,
                )
