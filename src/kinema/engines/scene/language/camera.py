"""What the words ask of the camera."""

from collections.abc import Iterable
from dataclasses import replace

from kinema.engines.scene.graph import Shot
from kinema.video import CameraMove, Preset

from .tags import Tag

AXES = frozenset({"horizontal", "vertical", "pan", "tilt", "roll", "zoom"})

ARC = 6.0
"""How far the camera travels and turns when it circles."""

MOST = 10.0


def shot(whole: Iterable[Tag], asked: CameraMove, *, flies: bool) -> Shot:
    """Return the shot; the moves of the request win over those of the words.

    ``flies`` says that somebody unnamed moves on, as in *flying through clouds*: the viewer.
    """
    found = Shot()
    move = CameraMove()
    for tag in whole:
        if tag.kind != "camera" or tag.value == "plain":
            continue
        name, _, value = tag.value.partition(" ")
        found = replace(found, from_prompt=(*found.from_prompt, tag.chunk.said.lower()))
        if name in AXES:
            move = _moved(move, name, float(value))
        elif name == "preset" and value != "forward":
            move = replace(move, preset=Preset(value))
        else:
            found, move = _framed(found, move, name, value)
    if flies:
        found = _effect(found, "forward")
    return replace(found, move=move if asked.still else asked)


def _moved(move: CameraMove, axis: str, amount: float) -> CameraMove:
    there: float = {a: getattr(move, a) for a in AXES}[axis]
    values = {a: getattr(move, a) for a in AXES}
    values[axis] = max(-MOST, min(MOST, there + amount))
    return CameraMove(**values, preset=move.preset)


def _framed(shot: Shot, move: CameraMove, name: str, value: str) -> tuple[Shot, CameraMove]:
    match name:
        case "size":
            return replace(shot, size=value), move
        case "angle":
            return replace(shot, angle=None if value == "eye" else value), move
        case "follow":
            return replace(shot, follow=True), move
        case "orbit":
            return _effect(shot, "orbit"), replace(move, horizontal=ARC, pan=-ARC)
        case "preset":
            return _effect(shot, "forward"), move
        case "rack":
            return _effect(shot, "rack focus"), move
        case _:
            return _effect(shot, name), move


def _effect(shot: Shot, name: str) -> Shot:
    return replace(shot, effects=tuple(dict.fromkeys([*shot.effects, name])))
