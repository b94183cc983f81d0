"""Wings: dragons, birds and insects in the air; birds on their feet."""

import math

from .body import Act, Body, Cue, Kind, on_ground, wave
from .ease import TAU, bump, clamp, cycle, mix, smooth
from .gait import WADDLE, liveliness, standing, stepping, turns_of
from .life import tail
from .pose import Goal, Pose, Stand, Turn
from .rotation import UP, Matrix, cross, euler, facing, vector

RATE = {Kind.WINGED: 1.15, Kind.BIRD: 2.6, Kind.INSECT: 9.0}
"""Wing beats a second of a middling member of each kind."""


def rate_of(body: Body) -> float:
    """Return wing beats a second: the wider the wings, the slower."""
    span = max(body.trait("span", body.model.size[0]), 0.05)
    slow = 0.75 if body.kind is Kind.WINGED else 1.2 if body.kind is Kind.BIRD else 0.1
    return RATE[body.kind] * clamp(float((slow / span) ** 0.35), 0.45, 1.6)


def fly(body: Body, cue: Cue) -> Act:
    """Beat the wings along the track, in bursts with short glides between."""
    rest = smooth((wave(body, cue, 0.13) - 0.55) / 0.3) * (body.kind is not Kind.INSECT)
    return _airborne(body, cue, 1.0 - 0.85 * rest)


def glide(body: Body, cue: Cue) -> Act:
    """Sail on spread wings."""
    return _airborne(body, cue, 0.12)


def rush(body: Body, cue: Cue) -> Act:
    """Dart at the viewer: neck stretched, jaws opening, claws ahead at the last."""
    reach = smooth(cue.share / 0.5)
    strike = smooth((cue.share - 0.6) / 0.35)
    shake = 0.03 * wave(body, cue, 8.0) * strike
    turns: dict[str, Turn] = {
        "jaw": (mix(0.12, 0.85, smooth((cue.share - 0.2) / 0.5)), 0.0, 0.0),
        "neck": (0.1 * reach, 0.0, shake),
        "head": (-0.36 * strike, shake, 0.0),
    }
    for name in body.legs:
        if name[0] == "F":
            turns[body.legs[name].upper] = (-1.2 * strike, 0.0, 0.0)
    return _airborne(body, cue, 1.0).plus(Pose(turns=turns))


def hover(body: Body, cue: Cue) -> Act:
    """Stay in one place on beating wings."""
    return _airborne(body, cue, 1.2)


def _airborne(body: Body, cue: Cue, force: float) -> Act:
    phase = TAU * (cue.time * rate_of(body) + body.key)
    beat = math.sin(phase)
    bob = -0.06 * body.height * math.sin(phase - 0.9) * force
    step = cue.step
    turn = _banked(body, cue)
    if body.kind is Kind.WINGED:
        turn = turn @ euler(0.04 * math.sin(phase - 0.5) * force, 0.0, 0.0)
    stand = Stand(at=step.at + UP * bob, turn=turn, scale=body.scale)
    pose = Pose(turns={**_wings(body, phase, force), **_trunk(body, cue, beat * force)})
    sway = 0.09 if body.kind is Kind.WINGED else 0.04
    return Act(pose=pose.plus(tail(body, cue, rate=0.7, sway=sway)), stand=stand)


def _banked(body: Body, cue: Cue) -> Matrix:
    """Lean into the bends of the track; keep the nose along it, but never quite upright."""
    here = cue.step.forward
    reach = max(1.5 * body.length, 0.4 * cue.speed, 0.3)
    later = cue.track.at(cue.distance + reach).forward
    bend = float(cross(here, later)[1])
    nose = vector(float(here[0]), 0.8 * float(here[1]), float(here[2]))
    return facing(nose) @ euler(0.0, 0.0, max(-0.7, min(0.7, -1.3 * bend)))


def _wings(body: Body, phase: float, force: float) -> dict[str, Turn]:
    """Lead at the shoulder, follow at the tips; the upstroke folds them a little."""
    turns: dict[str, Turn] = {}
    for name, side in (("L", 1.0), ("R", -1.0)):
        if body.kind is Kind.INSECT:
            turns[f"wing.{name}"] = (0.0, 0.0, side * 0.9 * math.sin(phase) * force)
            continue
        up = 0.12 + 0.62 * math.sin(phase) * force
        late = math.sin(phase - 1.0) * force
        last = math.sin(phase - 1.8) * force
        sweep = -0.18 * max(0.0, math.cos(phase)) * force
        turns[f"wing.{name}.0"] = (0.0, side * sweep, side * up)
        turns[f"wing.{name}.1"] = (0.0, side * sweep, side * (0.5 * late - 0.05))
        turns[f"wing.{name}.2"] = (0.0, 0.0, side * (0.4 * last - 0.05))
    return turns


def _trunk(body: Body, cue: Cue, beat: float) -> dict[str, Turn]:
    if body.kind is Kind.INSECT:
        return {"head": (0.0, 0.1 * wave(body, cue, 0.6), 0.0)}
    turns: dict[str, Turn] = {
        "neck": (0.05 * beat, 0.06 * wave(body, cue, 0.3), 0.0),
        "head": (-0.06 * beat, 0.05 * wave(body, cue, 0.3, 0.2), 0.0),
    }
    for name in body.legs:
        lag = 0.08 * wave(body, cue, 0.9, 0.1 * len(name))
        back = {"F": 0.75, "B": 1.0}.get(name[0], 1.25)
        limb = body.legs[name]
        turns[limb.upper] = (back + lag, 0.0, 0.0)
        if limb.lower != limb.upper:
            turns[limb.lower] = (-1.1 if name[0] == "F" else 0.5, 0.0, 0.0)
    return turns


def folded(body: Body, cue: Cue, spread: float = 0.0) -> Pose:
    """Return wings at the sides, shivering now and then; ``spread`` opens them."""
    turns: dict[str, Turn] = {}
    ruffle = 0.05 * bump(cycle(cue.time * 0.31 + body.key) / 0.1) * math.sin(TAU * 9.0 * cue.time)
    for name, side in (("L", 1.0), ("R", -1.0)):
        if body.kind is Kind.WINGED:
            turns[f"wing.{name}.0"] = (0.0, side * mix(0.95, 0.0, spread), side * 0.75)
            turns[f"wing.{name}.1"] = (0.0, side * mix(0.4, 0.0, spread), -side * (1.4 - spread))
            turns[f"wing.{name}.2"] = (0.0, side * 0.3 * (1 - spread), -side * 0.5 * (1 - spread))
        elif body.kind is Kind.BIRD and _wings_at_rest_are_spread(body):
            down = -side * (mix(1.3, 0.1, spread) + ruffle)
            turns[f"wing.{name}.0"] = (mix(0.6, 0.0, spread), 0.0, down)
            turns[f"wing.{name}.1"] = (0.0, side * mix(0.9, 0.0, spread), 0.0)
        else:
            lift = side * (1.05 * spread + ruffle)
            turns[f"wing.{name}.0" if body.kind is Kind.BIRD else f"wing.{name}"] = (0.0, 0.0, lift)
    return Pose(turns=turns)


def _wings_at_rest_are_spread(body: Body) -> bool:
    """Say whether the wings stick out at rest, as a gull's, or hang, as a penguin's."""
    rig = body.rig
    if not rig.has("wing.L.0", "wing.L.1"):
        return True
    arm = rig.pivot("wing.L.1") - rig.pivot("wing.L.0")
    return abs(float(arm[0])) > abs(float(arm[1]))


def perch(body: Body, cue: Cue) -> Act:
    """Stand on two feet, look here and there in jerks."""
    stand = on_ground(body, cue)
    look = math.tanh(4.0 * wave(body, cue, 0.27))
    tip = bump(cycle(cue.time * 0.23 + body.key) / 0.3)
    pose = Pose(
        turns={
            "body": (0.05 * wave(body, cue, 0.3) + 0.1 * tip, 0.0, 0.03 * wave(body, cue, 0.2)),
            "neck": (-0.05 * tip, 0.25 * look, 0.0),
            "head": (-0.06 * tip, 0.35 * look, 0.12 * wave(body, cue, 0.33)),
        },
        goals=standing(body, cue),
    )
    return Act(pose=pose.plus(folded(body, cue)), stand=stand)


def waddle(body: Body, cue: Cue) -> Act:
    """Walk on two short legs, rolling from one to the other."""
    share = liveliness(body, cue)
    turn = TAU * turns_of(body, cue, WADDLE)
    roll = 0.13 * math.sin(turn + 0.3) * share
    leg = body.hip * body.scale
    rise = 0.1 * leg * abs(math.sin(turn)) * share
    base = on_ground(body, cue, rise)
    side = base.turn @ vector(-0.16 * leg * math.sin(turn + 0.3) * share, 0.0, 0.0)
    tilt = base.turn @ euler(0.05 * share, 0.12 * math.cos(turn) * share, roll)
    nod = 0.08 * math.sin(2.0 * turn) * share
    pose = Pose(
        turns={"head": (nod, -0.1 * math.cos(turn) * share, -0.8 * roll), "neck": (-nod, 0.0, 0.0)},
        goals=stepping(body, cue, WADDLE),
    )
    stand = Stand(at=base.at + side, turn=tilt, scale=base.scale)
    return Act(pose=pose.plus(folded(body, cue, 0.18 * share)), stand=stand)


def dance(body: Body, cue: Cue) -> Act:
    """Rock from foot to foot on the beat, wings out, now and then a full turn."""
    beat = wave(body, cue, 1.0)
    leg, tall = body.hip * body.scale, body.height
    spin = TAU * smooth((cycle(cue.time / 4.0 + body.key) - 0.62) / 0.26)
    hop = 0.035 * tall * abs(wave(body, cue, 1.0))
    base = on_ground(body, cue, hop)
    out = base.turn @ vector(-0.06 * tall * beat, 0.0, 0.0)
    tilt = base.turn @ euler(
        0.04 * wave(body, cue, 2.0), 0.25 * wave(body, cue, 0.5) + spin, 0.22 * beat
    )
    stand = Stand(at=base.at + out, turn=tilt, scale=base.scale)
    flap = {
        f"wing.{name}.0": (0.0, 0.0, side * (0.55 + 0.45 * wave(body, cue, 2.0, 0.1 * side)))
        for name, side in (("L", 1.0), ("R", -1.0))
    }
    pose = Pose(
        turns={
            **(flap if not _wings_at_rest_are_spread(body) else {}),
            "head": (0.12 * wave(body, cue, 2.0), 0.0, -0.25 * beat),
            "neck": (0.0, 0.0, -0.1 * beat),
            "tail": (0.0, 0.3 * wave(body, cue, 2.0), 0.0),
        },
        goals=tuple(_treading(body, cue, stand, name, leg) for name in body.legs),
    )
    return Act(pose=pose, stand=stand)


def _treading(body: Body, cue: Cue, stand: Stand, name: str, leg: float) -> Goal:
    limb = body.legs[name]
    up = max(0.0, limb.side * wave(body, cue, 1.0)) * 0.5 * leg
    at = stand.point(limb.rest)
    floor = cue.ground(float(at[0]), float(at[2])) + float(limb.rest[1]) * body.scale
    flat = facing(vector(float(stand.turn[0, 2]), 0.0, float(stand.turn[2, 2])))
    return Goal(
        upper=limb.upper, lower=limb.lower, end=limb.end,
        at=vector(float(at[0]), floor + up, float(at[2])), bend=limb.bend, aim=flat,
    )  # fmt: skip


def hop(body: Body, cue: Cue) -> Act:
    """Hop on both feet."""
    part = cycle(cue.time * 1.8 + body.key)
    rise = 0.6 * body.hip * body.scale * max(0.0, math.sin(TAU * part))
    act = perch(body, cue)
    up = UP * rise
    goals = tuple(
        Goal(upper=g.upper, lower=g.lower, end=g.end, at=g.at + up, bend=g.bend, aim=g.aim)
        for g in act.pose.goals
    )
    stand = Stand(at=act.stand.at + up, turn=act.stand.turn, scale=act.stand.scale)
    return Act(pose=act.pose.plus(Pose(goals=goals)), stand=stand)


def peck(body: Body, cue: Cue) -> Act:
    """Bow to the ground and peck."""
    down = 0.5 + 0.5 * math.tanh(3.0 * wave(body, cue, 0.4))
    tap = 0.12 * abs(wave(body, cue, 2.5)) * down
    turns = {
        "body": (0.45 * down, 0, 0),
        "neck": (0.6 * down, 0, 0),
        "head": (0.3 * down + tap, 0, 0),
    }
    return perch(body, cue).plus(Pose(turns=turns))


def flap_on_foot(body: Body, cue: Cue) -> Act:
    """Stand and beat the wings: wave, cheer."""
    up = 0.6 + 0.4 * wave(body, cue, 1.8)
    return perch(body, cue).plus(folded(body, cue, up))


def call(body: Body, cue: Cue) -> Act:
    """Open the beak and sing or cry out."""
    cry = max(0.0, wave(body, cue, 0.9)) ** 0.5
    turns = {"jaw": (0.45 * cry, 0, 0), "head": (-0.3 * cry, 0, 0), "neck": (-0.1 * cry, 0, 0)}
    return perch(body, cue).plus(Pose(turns=turns))


def doze(body: Body, cue: Cue) -> Act:
    """Sink the head and close the eyes."""
    lids = (1.15, 0.0, 0.0)
    turns = {"lid.L": lids, "lid.R": lids, "head": (0.25, 0.5, 0.0), "neck": (0.15, 0.2, 0.0)}
    return perch(body, cue).plus(Pose(turns=turns))


def float_on(body: Body, cue: Cue) -> Act:
    """Swim at the surface: a duck."""
    base = on_ground(body, cue)
    bob = 0.03 * body.height * wave(body, cue, 0.7)
    deep = body.hip * body.scale
    at = vector(float(base.at[0]), cue.level - deep + bob, float(base.at[2]))
    turn = base.turn @ euler(0.03 * wave(body, cue, 0.7, 0.2), 0.0, 0.03 * wave(body, cue, 0.5))
    pose = Pose(turns={"head": (0.05 * wave(body, cue, 1.4), 0.2 * wave(body, cue, 0.2), 0.0)})
    return Act(pose=pose.plus(folded(body, cue)), stand=Stand(at=at, turn=turn, scale=body.scale))
