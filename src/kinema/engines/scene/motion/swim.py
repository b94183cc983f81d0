"""Fish, dolphins and whales: a wave runs down the body; all other things under water drift."""

import math

from .body import Act, Body, Cue, wave
from .ease import TAU, bump, cycle
from .pose import Pose, Stand, Turn
from .rotation import UP, cross, euler, facing, vector

SPINE = ("body", "spine.1", "spine.2", "spine.3", "tail")


def swim(body: Body, cue: Cue) -> Act:
    """Swim along the track."""
    return _undulating(body, cue, 1.0)


def hover(body: Body, cue: Cue) -> Act:
    """Stay in place, fins and tail moving lazily."""
    return _undulating(body, cue, 0.45)


def leap(body: Body, cue: Cue) -> Act:
    """Jump out of the water in an arc and dive back, as dolphins do."""
    part = cycle(cue.time / 2.6 + body.key)
    act = _undulating(body, cue, 1.0)
    angle = math.pi * part
    high = 0.9 * body.length * math.sin(angle) - 0.22 * body.length
    nose = -0.9 * math.cos(angle)
    at = vector(float(act.stand.at[0]), cue.level + high, float(act.stand.at[2]))
    return Act(
        pose=act.pose, stand=Stand(at=at, turn=act.stand.turn @ euler(nose, 0, 0), scale=body.scale)
    )


def snap(body: Body, cue: Cue) -> Act:
    """Swim with the jaws opening and shutting."""
    bite = 0.5 * bump(cycle(cue.time * 0.7 + body.key) / 0.6)
    return swim(body, cue).plus(Pose(turns={"jaw": (bite, 0, 0), "body": (-0.3 * bite, 0, 0)}))


def _undulating(body: Body, cue: Cue, force: float) -> Act:
    rate = min(2.6, max(0.5, 0.9 * (0.5 / max(body.length, 0.05)) ** 0.35 * 1.6))
    phase = TAU * (cue.time * rate * (0.6 + 0.4 * force) + body.key)
    upright = body.model.traits.get("flukes", 0.0) > 0.0
    pose = Pose(turns={**_wave(phase, force, upright=upright), **_fins(body, cue, force)})
    step = cue.step
    bob = 0.05 * body.height * wave(body, cue, 0.31)
    sway = 0.25 * force * math.sin(phase + 0.6)
    later = cue.track.at(cue.distance + max(body.length, 0.3)).forward
    bend = float(cross(step.forward, later)[1])
    turn = facing(step.forward) @ euler(0.0, 0.0 if upright else 0.2 * sway, -0.8 * bend)
    at = step.at + UP * bob
    bottom = cue.ground(float(at[0]), float(at[2])) + body.sole
    at = vector(float(at[0]), max(float(at[1]), bottom), float(at[2]))
    return Act(pose=pose, stand=Stand(at=at, turn=turn, scale=body.scale))


def _wave(phase: float, force: float, *, upright: bool) -> dict[str, Turn]:
    """Bend each bone later and farther than the one before; flukes go up and down."""
    sizes = (0.05, 0.1, 0.17, 0.25, 0.38)
    turns: dict[str, Turn] = {}
    for row, (name, size) in enumerate(zip(SPINE, sizes, strict=True)):
        angle = (0.45 + 0.55 * force) * size * math.sin(phase - 0.85 * row)
        turns[name] = (angle, 0.0, 0.0) if upright else (0.0, angle, 0.0)
    return turns


def _fins(body: Body, cue: Cue, force: float) -> dict[str, Turn]:
    stroke = 0.3 * wave(body, cue, 0.9 + 0.5 * force)
    return {
        "fin.L": (0.1 * stroke, 0.25 * stroke, 0.5 * stroke),
        "fin.R": (0.1 * stroke, -0.25 * stroke, -0.5 * stroke),
        "jaw": (0.07 * (1.0 + wave(body, cue, 0.8)), 0.0, 0.0),
    }
