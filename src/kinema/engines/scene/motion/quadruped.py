"""Four legs: stand, walk, run, sit, lie, jump, dance, play with the forepaws."""

import math

from .body import Act, Body, Cue, on_ground, wave
from .ease import TAU, bump, clamp, cycle, mix, smooth
from .gait import (
    BOUND,
    GALLOP,
    TROT,
    WALK,
    Gait,
    liveliness,
    lowered,
    standing,
    stepping,
    turns_of,
)
from .life import tail
from .pose import Goal, Pose, Stand, Turn
from .rotation import UP, Vector, euler, vector


def idle(body: Body, cue: Cue) -> Act:
    """Stand, shift the weight, swing the tail."""
    stand = lowered(on_ground(body, cue), 0.02 * body.hip * body.scale)
    sway = 0.03 * wave(body, cue, 0.21)
    pose = Pose(
        turns={
            "hips": (0.0, 0.0, sway),
            "neck": (0.05 * wave(body, cue, 0.3), 0.1 * wave(body, cue, 0.17), 0.0),
            "head": (0.03 * wave(body, cue, 0.3, 0.2), 0.16 * wave(body, cue, 0.17, 0.1), 0.0),
        },
        goals=standing(body, cue),
    )
    return Act(pose=pose.plus(tail(body, cue, rate=0.6, sway=0.12)), stand=stand)


def walk(body: Body, cue: Cue) -> Act:
    """Walk at the four-beat of a calm animal."""
    return _going(body, cue, WALK)


def trot(body: Body, cue: Cue) -> Act:
    """Trot: legs move in diagonal pairs."""
    return _going(body, cue, TROT)


def gallop(body: Body, cue: Cue) -> Act:
    """Gallop, with a flight in each stride."""
    return _going(body, cue, GALLOP)


def run(body: Body, cue: Cue) -> Act:
    """Run as the legs allow: long ones gallop, short ones bound."""
    return _going(body, cue, GALLOP if body.hip > 0.6 * body.model.size[2] else BOUND)


def _going(body: Body, cue: Cue, gait: Gait) -> Act:
    share = liveliness(body, cue)
    leg = body.hip * body.scale
    turn = TAU * turns_of(body, cue, gait)
    beat = gait.beats * turn
    rise = gait.bounce * leg * (0.5 - 0.5 * math.cos(beat + 1.2)) * share
    pitch = gait.pitch * math.sin(turn + 0.4) * share
    base = on_ground(body, cue, rise - gait.crouch * leg)
    middle = vector(0.0, body.hip, 0.0)
    tilt = base.turn @ euler(pitch + _slope(body, cue), 0.0, 0.0)
    stand = Stand(at=base.point(middle) - tilt @ middle * base.scale, turn=tilt, scale=base.scale)
    flex = pitch * 0.9
    pose = Pose(
        turns={
            "chest": (-0.8 * flex * math.cos(0.3), 0.04 * share * math.sin(turn), 0.0),
            "neck": (-0.5 * pitch + 0.1 * share * math.sin(turn + 1.9) * gait.bounce * 5, 0, 0),
            "head": (-0.5 * pitch + 0.05 * share * math.sin(beat + 2.4), 0.0, 0.0),
            "ear.L": (-1.6 * gait.bounce * share * (1.0 + math.sin(beat + 3.0)), 0.0, 0.0),
            "ear.R": (-1.6 * gait.bounce * share * (1.0 + math.sin(beat + 2.7)), 0.0, 0.0),
        },
        goals=stepping(body, cue, gait),
    )
    return Act(pose=pose.plus(_streaming_tail(body, turn, gait, share)), stand=stand)


def _slope(body: Body, cue: Cue) -> float:
    half = 0.35 * body.length
    front = cue.track.at(cue.distance + half).at
    back = cue.track.at(cue.distance - half).at
    rise = cue.ground(float(front[0]), float(front[2])) - cue.ground(float(back[0]), float(back[2]))
    return -math.atan2(rise, 2.0 * half + 1e-6)


def _streaming_tail(body: Body, turn: float, gait: Gait, share: float) -> Pose:
    swing = 0.05 + 0.45 * gait.bounce
    return Pose(
        turns={
            name: (
                swing * share * math.sin(turn - 0.7 * row),
                0.8 * swing * math.sin(0.5 * turn - 0.6 * row),
                0.0,
            )
            for row, name in enumerate(body.tail)
        }
    )


def sit(body: Body, cue: Cue) -> Act:
    """Sit on the haunches, forelegs upright."""
    return _seated(body, cue, 0.62)


def _seated(body: Body, cue: Cue, lean: float) -> Act:
    """Lean back by ``lean`` radians about the hind feet, which stay."""
    base = on_ground(body, cue)
    if "BL" not in body.legs or not body.rig.has("hips"):
        return idle(body, cue)
    tilt = base.turn @ euler(-lean, 0.0, 0.0)
    hips = body.rig.pivot("hips")
    seat = 0.42 * float(hips[1])
    at = base.point(vector(0.0, seat, float(hips[2])) * 1.0) - tilt @ hips * base.scale
    perch = cue.places.get("seat")
    if perch is not None:
        at = perch + UP * (0.55 * seat * base.scale) - tilt @ hips * base.scale
    stand = Stand(at=at, turn=tilt, scale=base.scale)
    goals = tuple(_hind(body, base, at_seat=perch, name=name) for name in ("BL", "BR"))
    if perch is None:
        goals += standing(body, cue)[:2]
    nod = 0.04 * wave(body, cue, 0.3)
    turns = {
        "chest": (-0.08, 0.0, 0.0),
        "neck": (0.55 * lean, 0.0, 0.0),
        "head": (0.5 * lean + nod, 0.15 * wave(body, cue, 0.19), 0.0),
    }
    pose = Pose(turns=turns, goals=goals)
    return Act(pose=pose.plus(tail(body, cue, rate=0.5, sway=0.22, lift=0.1)), stand=stand)


def _hind(body: Body, base: Stand, *, at_seat: Vector | None, name: str) -> Goal:
    limb = body.legs[name]
    rest = limb.rest * vector(1.25, 1.0, 1.0) + vector(0.0, 0.0, 0.35 * body.hip)
    at = base.point(rest)
    if at_seat is not None:
        out = base.turn @ vector(float(rest[0]), float(limb.rest[1]), 0.42 * body.hip)
        at = at_seat + out * base.scale
    return Goal(
        upper=limb.upper, lower=limb.lower, end=limb.end, at=at,
        bend=vector(0.25 * limb.side, 0.0, 1.0), aim=base.turn,
    )  # fmt: skip


def play_keys(body: Body, cue: Cue) -> Act:
    """Sit upright and strike keys with the forepaws."""
    act = _seated(body, cue, 0.95)
    goals = tuple(
        _paw(body, cue, name, cue.places.get(place))
        for name, place in (("FL", "hand.L"), ("FR", "hand.R"))
    )
    groove = wave(body, cue, 1.0)
    sway = Pose(
        turns={
            "chest": (0.05 + 0.03 * groove, 0.0, 0.05 * wave(body, cue, 0.5)),
            "head": (0.12 + 0.1 * groove, 0.2 * wave(body, cue, 0.23), 0.06 * groove),
        },
        goals=tuple(goal for goal in goals if goal is not None),
    )  # fmt: skip
    return act.plus(sway)


def _paw(body: Body, cue: Cue, name: str, at: Vector | None) -> Goal | None:
    limb = body.legs[name]
    if at is None:
        return None
    phase = 0.0 if name == "FL" else 0.5
    raised = max(0.0, math.sin(TAU * (cue.time * 1.9 + phase))) ** 0.7
    along = 0.35 * body.hip * wave(body, cue, 0.27, phase)
    act_turn = cue.step.forward
    side = vector(float(act_turn[2]), 0.0, -float(act_turn[0]))
    lift = UP * (raised * 0.28 * body.hip * body.scale + float(limb.rest[1]) * body.scale * 0.8)
    return Goal(
        upper=limb.upper, lower=limb.lower, end=limb.end,
        at=at + lift + side * (along * body.scale), bend=vector(0.3 * limb.side, -0.9, -0.2),
    )  # fmt: skip


def lie(body: Body, cue: Cue) -> Act:
    """Lie on the belly, forelegs ahead."""
    base = on_ground(body, cue)
    stand = lowered(base, 0.62 * body.hip * body.scale)
    goals = []
    for name, limb in body.legs.items():
        reach = 0.55 * body.hip if name[0] == "F" else 0.25 * body.hip
        at = base.point(limb.rest * vector(1.3, 1.0, 1.0) + vector(0.0, 0.0, reach))
        goals.append(
            Goal(upper=limb.upper, lower=limb.lower, end=limb.end, at=at,
                 bend=vector(0.5 * limb.side, 0.3, -0.4 if name[0] == "F" else 0.8), aim=base.turn)
        )  # fmt: skip
    pose = Pose(turns={"head": (0.05 * wave(body, cue, 0.25), 0.1 * wave(body, cue, 0.13), 0)})
    rest = tail(body, cue, rate=0.3, sway=0.1, lift=-0.05)
    return Act(pose=Pose(goals=tuple(goals)).plus(pose).plus(rest), stand=stand)


def sleep(body: Body, cue: Cue) -> Act:
    """Lie with the head down and the eyes shut, breathing deeply."""
    act = lie(body, cue)
    breath = 0.05 * wave(body, cue, 0.25)
    lids = (1.15, 0.0, 0.0)
    return act.plus(
        Pose(turns={
            "neck": (0.55, 0.1, 0.0), "head": (0.1, 0.0, 0.12), "chest": (breath, 0, 0),
            "lid.L": lids, "lid.R": lids,
        })
    )  # fmt: skip


def jump(body: Body, cue: Cue) -> Act:
    """Crouch, spring, land; once every second and a half."""
    part = cycle(cue.time / 1.5 + body.key)
    return _leaping(body, cue, part, height=0.9)


def _leaping(body: Body, cue: Cue, part: float, height: float) -> Act:
    leg = body.hip * body.scale
    air = smooth((part - 0.3) / 0.1) * (part < 0.85)
    flight = (part - 0.3) / 0.55
    rise = 4.0 * height * leg * flight * (1.0 - flight) if 0.0 < flight < 1.0 else 0.0
    crouch = 0.35 * leg * (bump(part / 0.36) + 0.8 * bump((part - 0.8) / 0.2))
    base = on_ground(body, cue, rise - crouch)
    pitch = -0.35 * (1.0 - 2.0 * flight) if 0.0 < flight < 1.0 else 0.0
    stand = Stand(at=base.at, turn=base.turn @ euler(pitch, 0, 0), scale=base.scale)
    lifted = vector(0.0, rise * 0.92, 0.0)
    goals = tuple(
        Goal(upper=g.upper, lower=g.lower, end=g.end, at=g.at + lifted, bend=g.bend, aim=g.aim)
        for g in standing(body, cue)
    )
    pose = Pose(turns={"head": (-0.2 * air, 0, 0), "ear.L": (0.3 * air, 0, 0)}, goals=goals)
    return Act(pose=pose.plus(tail(body, cue, rate=1.2, sway=0.15)), stand=stand)


def hop(body: Body, cue: Cue) -> Act:
    """Travel in leaps, all feet together, as rabbits and kangaroos do."""
    part = cycle(cue.distance / (2.4 * body.hip * body.scale))
    still = liveliness(body, cue) < 0.1
    return idle(body, cue) if still else _leaping(body, cue, mix(0.25, 1.0, part), height=0.6)


def dance(body: Body, cue: Cue) -> Act:
    """Rock from side to side on the beat, lifting forepaws in turn."""
    beat = wave(body, cue, 1.0)
    hop_ = abs(wave(body, cue, 1.0)) * 0.12 * body.hip * body.scale
    base = on_ground(body, cue, hop_ - 0.1 * body.hip * body.scale)
    turn = base.turn @ euler(0.05 * wave(body, cue, 2.0), 0.25 * wave(body, cue, 0.5), 0.1 * beat)
    goals = []
    for goal, name in zip(standing(body, cue), body.legs, strict=True):
        phase = 0.0 if name in ("FL", "BR") else 0.5
        lift = max(0.0, wave(body, cue, 1.0, phase)) * 0.4 * body.hip * body.scale
        goals.append(
            Goal(upper=goal.upper, lower=goal.lower, end=goal.end, at=goal.at + UP * lift,
                 bend=goal.bend, aim=goal.aim)
        )  # fmt: skip
    pose = Pose(
        turns={"head": (0.15 * wave(body, cue, 2.0), 0.0, 0.25 * beat), "neck": (0, 0, 0.1 * beat)},
        goals=tuple(goals),
    )
    stand = Stand(at=base.at, turn=turn, scale=base.scale)
    return Act(pose=pose.plus(tail(body, cue, rate=2.0, sway=0.25)), stand=stand)


def eat(body: Body, cue: Cue) -> Act:
    """Graze; or, with something in the paw, sit and bring it to the mouth."""
    chew = 0.12 * (1.0 + wave(body, cue, 2.2))
    if cue.load > 0.0 and "FR" in body.legs:
        return _nibble(body, cue).plus(Pose(turns={"jaw": (chew, 0.0, 0.0)}))
    down = 0.8 + 0.2 * smooth(0.5 + 0.5 * wave(body, cue, 0.15))
    bow = clamp(1.4 * _neck_length(body) / max(body.hip, 0.05), 0.35, 1.0) * down
    turns: dict[str, Turn] = {
        "neck": (0.95 * bow, 0.0, 0.0),
        "head": (0.35 * bow, 0.08 * wave(body, cue, 0.4), 0.0),
        "jaw": (chew, 0.0, 0.0),
    }
    return idle(body, cue).plus(Pose(turns=turns))


def _neck_length(body: Body) -> float:
    if not body.rig.has("neck", "head"):
        return body.hip
    way = body.rig.pivot("head") - body.rig.pivot("neck")
    return math.sqrt(float(way @ way))


def _nibble(body: Body, cue: Cue) -> Act:
    act = _seated(body, cue, 0.75)
    limb = body.legs["FR"]
    head = body.rig.pivot("head")
    part = smooth(0.5 + 0.6 * wave(body, cue, 0.3))
    ahead = float(body.trunk[1][2] - head[2])
    mouth = head + vector(-0.25 * ahead, -0.35 * ahead - 0.5 * ahead * (1.0 - part), 0.9 * ahead)
    goal = Goal(
        upper=limb.upper, lower=limb.lower, end=limb.end, at=act.stand.point(mouth),
        bend=vector(-0.5, -0.9, 0.0),
    )  # fmt: skip
    return act.plus(Pose(goals=(goal,)))


def look_around(body: Body, cue: Cue) -> Act:
    """Turn the head far to one side, then to the other, ears up."""
    turn = 0.75 * wave(body, cue, 0.22)
    return idle(body, cue).plus(
        Pose(turns={"neck": (-0.15, 0.45 * turn, 0), "head": (-0.05, 0.6 * turn, 0.08 * turn)})
    )


def roar(body: Body, cue: Cue) -> Act:
    """Throw the head up and open the jaw wide."""
    cry = smooth(cue.beat / 0.5)
    shake = 0.05 * wave(body, cue, 7.0) * cry
    return idle(body, cue).plus(
        Pose(turns={
            "neck": (-0.35 * cry, 0, shake), "head": (-0.25 * cry, shake, 0),
            "jaw": (0.7 * cry, 0, 0), "chest": (-0.12 * cry, 0, 0),
        })
    )  # fmt: skip


def talk(body: Body, cue: Cue) -> Act:
    """Open and shut the mouth as in speech."""
    mouth = 0.2 * abs(wave(body, cue, 2.7)) * (0.6 + 0.4 * wave(body, cue, 0.7))
    return idle(body, cue).plus(
        Pose(turns={"jaw": (mouth, 0, 0), "head": (0.06 * wave(body, cue, 1.1), 0, 0)})
    )


def wave_paw(body: Body, cue: Cue) -> Act:
    """Sit and wave a forepaw."""
    act = sit(body, cue)
    limb = body.legs.get("FR")
    if limb is None:
        return act
    x, y, z = limb.rest
    swing = 0.25 * body.hip * wave(body, cue, 1.6)
    raised = vector(float(x) * 1.5 + swing, float(y) + 1.25 * body.hip, float(z) + 0.5 * body.hip)
    base = on_ground(body, cue)
    goal = Goal(
        upper=limb.upper, lower=limb.lower, end=limb.end, at=base.point(raised),
        bend=vector(-1.0, -0.5, 0.0),
    )  # fmt: skip
    return act.plus(Pose(goals=(goal,)))


def swim(body: Body, cue: Cue) -> Act:
    """Paddle at the surface, the head above it."""
    base = on_ground(body, cue)
    depth = 0.62 * body.height
    at = vector(
        float(base.at[0]), cue.level - depth + 0.05 * wave(body, cue, 0.6), float(base.at[2])
    )
    turns = {}
    for name in body.legs:
        phase = 0.0 if name in ("FL", "BR") else 0.5
        turns[f"upper.{name}"] = (-0.3 + 0.6 * wave(body, cue, 1.4, phase), 0.0, 0.0)
        turns[f"lower.{name}"] = (0.5 + 0.5 * wave(body, cue, 1.4, phase + 0.25), 0.0, 0.0)
    pose = Pose(turns={**turns, "neck": (-0.2, 0, 0)})
    stand = Stand(at=at, turn=base.turn, scale=base.scale)
    return Act(pose=pose.plus(tail(body, cue, rate=0.9, sway=0.2)), stand=stand)
