"""What every living body does beside what it is doing: breathe, blink, twitch, look."""

import math

from .body import Act, Body, Cue, Kind, wave
from .ease import bump, clamp, cycle, drift
from .pose import Pose, Turn
from .rotation import Vector, unit, vector

BLINK = 1.15
"""Radians that a lid turns to close."""

ALIVE = frozenset({Kind.BIPED, Kind.QUADRUPED, Kind.WINGED, Kind.BIRD, Kind.FISH, Kind.INSECT})


def lively(body: Body, cue: Cue, act: Act, *, blinks: bool = True) -> Act:
    """Return the act with the small movements of a living thing on top."""
    if body.kind not in ALIVE:
        return act
    act = act.plus(_ears(body, cue)).plus(_breath(body, cue))
    return act.plus(_lids(body, cue)) if blinks else act


def looking(body: Body, cue: Cue, act: Act, *, most: float = 0.9, share: float = 1.0) -> Act:
    """Return the act with the head turned towards ``cue.places["look"]``, if there is one."""
    target = cue.places.get("look")
    if target is None or not body.rig.has("head"):
        return act
    turn, nod = _angles(body, act, target)
    turn, nod = clamp(turn, -most, most) * share, clamp(nod, -0.6, 0.6) * share
    part = 0.4 if body.rig.has("neck") else 0.0
    turns: dict[str, Turn] = {"head": (nod * (1 - part), turn * (1 - part), 0.0)}
    if part:
        turns["neck"] = (nod * part, turn * part, 0.0)
    return act.plus(Pose(turns=turns))


def _angles(body: Body, act: Act, target: Vector) -> tuple[float, float]:
    """Return how far to the left and down the target is from straight ahead."""
    head = act.stand.point(body.rig.pivot("head"))
    way = unit(act.stand.turn.T @ (target - head))
    flat = math.hypot(float(way[0]), float(way[2]))
    return math.atan2(float(way[0]), float(way[2])), -math.atan2(float(way[1]), flat)


def _lids(body: Body, cue: Cue) -> Pose:
    """Blink every three seconds or so, now and then twice."""
    period = 2.7 + 0.9 * cycle(body.key * 3.7)
    part = cycle(cue.time / period + body.key * 1.37) * period
    shut = max(bump(part / 0.2), bump((part - 0.28) / 0.18) * (cycle(body.key * 9.1) > 0.6))
    turn = (BLINK * shut, 0.0, 0.0)
    return Pose(turns={"lid.L": turn, "lid.R": turn} if shut else {})


def _ears(body: Body, cue: Cue) -> Pose:
    if not body.rig.has("ear.L"):
        return Pose()
    twitch = 0.25 * bump(cycle(cue.time * 0.37 + body.key) / 0.09)
    return Pose(
        turns={
            "ear.L": (0.04 * drift(cue.time, body.key), 0.0, -twitch),
            "ear.R": (0.04 * drift(cue.time, body.key + 2.0), 0.0, 0.4 * twitch),
        }
    )


def _breath(body: Body, cue: Cue) -> Pose:
    depth = 0.016 * wave(body, cue, 0.45)
    return Pose(turns={"chest": (-depth, 0.0, 0.0), "head": (depth, 0.0, 0.0)})


def tail(body: Body, cue: Cue, *, rate: float, sway: float, lift: float = 0.0) -> Pose:
    """Return a tail that swings from its root outwards.

    Args:
        body: Whose tail.
        cue: When.
        rate: Swings a second.
        sway: Radians that each bone swings sideways.
        lift: Radians that each bone is raised.
    """
    turns: dict[str, Turn] = {}
    for row, name in enumerate(body.tail):
        late = wave(body, cue, rate, -0.12 * row)
        turns[name] = (0.4 * sway * wave(body, cue, rate * 2.0, -0.1 * row) + lift, sway * late, 0)
    return Pose(turns=turns)


def ahead(body: Body, cue: Cue, metres: float) -> Vector:
    """Return the place on the track that many metres ahead, at the height of the eyes."""
    step = cue.track.at(cue.distance + metres)
    return step.at + vector(0.0, 0.8 * body.height, 0.0)
