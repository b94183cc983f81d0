"""What legs and trunk of a person do: stand, walk, run, sit, ride, lie, jump, dance, swim."""

import math

from .body import Act, Body, Cue, on_ground, wave
from .ease import TAU, bump, clamp, cycle, smooth
from .gait import (
    RUN,
    SNEAK,
    STROLL,
    Gait,
    liveliness,
    standing,
    stepping,
    turns_of,
)
from .pose import Goal, Pose, Stand
from .rotation import UP, Matrix, Vector, euler, vector


def stand(body: Body, cue: Cue) -> Act:
    """Stand on both feet and shift the weight from one to the other."""
    shift = wave(body, cue, 0.13)
    leg = body.hip * body.scale
    base = on_ground(body, cue, -0.02 * leg)
    turn = base.turn
    at = base.at + turn @ vector(0.025 * leg * shift, 0.0, 0.0)
    pose = Pose(
        turns={
            "hips": (0.0, 0.03 * shift, -0.03 * shift),
            "spine": (0.02, -0.02 * shift, 0.03 * shift),
            "chest": (0.0, 0.0, 0.01 * shift),
            "head": (0.02 * wave(body, cue, 0.21), 0.12 * wave(body, cue, 0.11), 0.0),
        },
        goals=standing(body, cue),
    )
    return Act(pose=pose, stand=Stand(at=at, turn=turn, scale=base.scale))


def perched(body: Body, cue: Cue) -> Act:
    """Ride, sit on the seat that is given, or else stand."""
    if cue.mount is not None:
        return ride(body, cue)
    return sit(body, cue) if "seat" in cue.places else stand(body, cue)


def walk(body: Body, cue: Cue) -> Act:
    """Walk."""
    return _going(body, cue, STROLL, lean=0.05)


def run(body: Body, cue: Cue) -> Act:
    """Run, leaning into it."""
    return _going(body, cue, RUN, lean=0.2)


def sneak(body: Body, cue: Cue) -> Act:
    """Walk with bent knees and a bowed back."""
    return _going(body, cue, SNEAK, lean=0.35)


def glide(body: Body, cue: Cue) -> Act:
    """Skate or ski: knees bent, weight from one leg to the other, feet on the ground."""
    leg = body.hip * body.scale
    push = wave(body, cue, 0.55)
    base = on_ground(body, cue, -0.16 * leg)
    goals = []
    for limb, goal in zip(body.legs.values(), standing(body, cue, 1.1), strict=True):
        back = 0.3 * leg * max(0.0, push * limb.side) * liveliness(body, cue)
        at = goal.at - base.turn @ vector(-0.4 * limb.side * back, 0.0, back)
        goals.append(
            Goal(
                upper=goal.upper,
                lower=goal.lower,
                end=goal.end,
                at=at,
                bend=goal.bend,
                aim=goal.aim,
            )
        )
    turn = base.turn @ euler(0.3, 0.0, 0.1 * push)
    pose = Pose(turns={"head": (-0.2, 0.0, 0.0), "chest": (0.1, 0.1 * push, 0)}, goals=tuple(goals))
    return Act(pose=pose, stand=_about_hips(body, base, turn))


def _going(body: Body, cue: Cue, gait: Gait, lean: float) -> Act:
    share = liveliness(body, cue)
    leg = body.hip * body.scale
    turn = TAU * turns_of(body, cue, gait)
    rise = gait.bounce * leg * math.cos(2.0 * turn + (0.6 if gait.duty < 0.5 else 2.6)) * share
    base = on_ground(body, cue, rise - (gait.crouch + gait.bounce * share) * leg)
    sway = 0.04 * leg * math.sin(turn - 0.3) * share * gait.narrow
    base = Stand(at=base.at + base.turn @ vector(sway, 0.0, 0.0), turn=base.turn, scale=base.scale)
    twist = (0.12 if gait.duty > 0.5 else 0.2) * math.cos(turn) * share
    roll = 0.05 * math.sin(turn) * share
    tilt = base.turn @ euler(lean * share, 0.0, 0.0)
    nod = 0.03 * math.sin(2.0 * turn + 0.8) * share
    pose = Pose(
        turns={
            "hips": (0.0, -twist, roll),
            "spine": (0.0, twist, -roll),
            "chest": (0.02 * math.sin(2.0 * turn) * share, 0.9 * twist, -0.5 * roll),
            "neck": (-0.3 * lean * share, -0.5 * twist, 0.0),
            "head": (nod - 0.5 * lean * share, -0.4 * twist, 0.0),
        },
        goals=stepping(body, cue, gait),
    )  # fmt: skip
    return Act(pose=pose, stand=_about_hips(body, base, tilt))


def _about_hips(body: Body, base: Stand, turn: Matrix) -> Stand:
    """Return ``base`` turned to ``turn`` with the hips where they were."""
    hips = body.rig.pivot("hips")
    return Stand(at=base.point(hips) - turn @ hips * base.scale, turn=turn, scale=base.scale)


def arms_swing(body: Body, cue: Cue) -> Pose:
    """Return arms that swing against the legs; elbows bend the more the faster."""
    gait = RUN if cue.speed > 1.9 * body.hip * body.scale else STROLL
    share = liveliness(body, cue)
    turn = TAU * turns_of(body, cue, gait)
    fast = gait is RUN
    wide, bent = (0.75, 1.45) if fast else (0.45, 0.25)
    turns = {}
    for name, side in (("L", 1.0), ("R", -1.0)):
        swing = -math.cos(turn - 0.3) * side * share
        turns[f"upper_arm.{name}"] = (wide * swing + 0.1 * share, 0.0, -0.06 * side * share)
        turns[f"lower_arm.{name}"] = (-share * (bent + 0.25 * wide * (1.0 - swing)), 0.0, 0.0)
    return Pose(turns=turns)


def ride(body: Body, cue: Cue) -> Act:
    """Sit astride what is ridden: hips on its seat, legs down its flanks."""
    mount, seat = cue.mount, cue.places.get("seat")
    if mount is None or seat is None:
        return sit(body, cue)
    hips = body.rig.pivot("hips")
    lift = UP * (0.2 * _thigh(body) * body.scale)
    at = seat + lift - mount.turn @ hips * body.scale
    here = Stand(at=at, turn=mount.turn, scale=body.scale)
    goals = tuple(_astride(body, cue, here, name) for name in body.legs)
    post = 0.06 * math.sin(TAU * cue.time * 2.0)
    turns = {"spine": (0.06 + post, 0, 0), "chest": (0.04 - post, 0, 0), "head": (-0.1, 0, 0)}
    return Act(pose=Pose(turns=turns, goals=goals), stand=here)


def _thigh(body: Body) -> float:
    limb = next(iter(body.legs.values()))
    return 0.45 * limb.reach


def _astride(body: Body, cue: Cue, here: Stand, name: str) -> Goal:
    limb = body.legs[name]
    at = cue.places.get(f"foot.{name}")
    hips = body.rig.pivot("hips")
    if at is None:
        flank = float(cue.places["girth"][0]) if "girth" in cue.places else 0.3 * limb.reach
        wide = limb.side * flank / body.scale
        down = float(hips[1]) - 0.68 * limb.reach
        at = here.point(vector(wide, down, float(hips[2]) + 0.16 * limb.reach))
    return Goal(
        upper=limb.upper, lower=limb.lower, end=limb.end, at=at,
        bend=vector(0.55 * limb.side, 0.1, 1.0), aim=here.turn @ euler(0.05, 0.25 * limb.side, 0.0),
    )  # fmt: skip


def sit(body: Body, cue: Cue) -> Act:
    """Sit on ``cue.places["seat"]``, or on the ground with the knees up."""
    seat = cue.places.get("seat")
    base = on_ground(body, cue)
    hips = body.rig.pivot("hips")
    on_floor = seat is None
    height = 0.22 * body.hip * body.scale
    middle = base.at if seat is None else seat
    place = middle + UP * (height if on_floor else 0.16 * body.hip * body.scale)
    turn = base.turn @ euler(-0.12 if on_floor else 0.0, 0.0, 0.0)
    here = Stand(at=place - turn @ hips * body.scale, turn=turn, scale=body.scale)
    goals = tuple(_resting(body, cue, here, base, name, on_floor=on_floor) for name in body.legs)
    sway = 0.03 * wave(body, cue, 0.3)
    turns = {
        "spine": (0.1 if on_floor else 0.02, sway, 0.0),
        "chest": (0.03, 0.0, -sway),
        "head": (0.04 * wave(body, cue, 0.2), 0.12 * wave(body, cue, 0.13), 0.0),
    }
    return Act(pose=Pose(turns=turns, goals=goals), stand=here)


def _resting(body: Body, cue: Cue, here: Stand, base: Stand, name: str, *, on_floor: bool) -> Goal:
    limb = body.legs[name]
    asked = cue.places.get(f"foot.{name}")
    hips = here.point(body.rig.pivot("hips"))
    ahead = (0.66 if on_floor else 0.5) * limb.reach * body.scale
    out = vector(float(limb.rest[0]) * (1.3 if on_floor else 1.1) * body.scale, 0.0, ahead)
    at = hips + base.turn @ out if asked is None else asked
    if asked is None:
        floor = cue.ground(float(at[0]), float(at[2])) + float(limb.rest[1]) * body.scale
        hang = float(hips[1]) - 0.8 * limb.reach * body.scale
        at = vector(float(at[0]), max(floor, hang), float(at[2]))
    return Goal(
        upper=limb.upper, lower=limb.lower, end=limb.end, at=at,
        bend=vector(0.12 * limb.side, 0.8, 0.6), aim=base.turn,
    )  # fmt: skip


def lie(body: Body, cue: Cue) -> Act:
    """Lie on the back, or on the seat that is given."""
    base = on_ground(body, cue)
    middle = cue.places.get("seat", base.at)
    turn = base.turn @ euler(-math.pi / 2.0 + 0.04, 0.0, 0.0)
    hips = body.rig.pivot("hips")
    at = middle + UP * (0.13 * body.hip * body.scale) - turn @ hips * body.scale
    breath = 0.03 * wave(body, cue, 0.22)
    turns = {
        "upper_leg.L": (-0.1, 0.0, 0.06),
        "upper_leg.R": (-0.35, 0.0, -0.06),
        "lower_leg.R": (0.6, 0.0, 0.0),
        "chest": (breath, 0.0, 0.0),
        "head": (0.1, 0.25, 0.0),
    }
    return Act(pose=Pose(turns=turns), stand=Stand(at=at, turn=turn, scale=body.scale))


def jump(body: Body, cue: Cue) -> Act:
    """Crouch, spring with the knees drawn up, land softly; every second and a half."""
    part = cycle(cue.time / 1.5 + body.key)
    leg = body.hip * body.scale
    flight = (part - 0.3) / 0.45
    up = 0.0 < flight < 1.0
    rise = 4.0 * 0.65 * leg * flight * (1.0 - flight) if up else 0.0
    crouch = 0.32 * leg * (bump(part / 0.37) + 0.8 * bump((part - 0.7) / 0.26))
    base = on_ground(body, cue, rise - crouch)
    tuck = vector(0.0, rise + (0.18 * leg * bump(flight)), 0.0)
    goals = tuple(_shifted(goal, tuck) for goal in standing(body, cue))
    bow = 0.5 * crouch / leg
    turns = {"spine": (bow, 0, 0), "chest": (bow, 0, 0), "head": (-bow, 0, 0)}
    return Act(pose=Pose(turns=turns, goals=goals), stand=base)


def _shifted(goal: Goal, by: Vector) -> Goal:
    return Goal(
        upper=goal.upper,
        lower=goal.lower,
        end=goal.end,
        at=goal.at + by,
        bend=goal.bend,
        aim=goal.aim,
    )


def kick(body: Body, cue: Cue) -> Act:
    """Draw the right foot back and kick; every two seconds."""
    part = cycle(cue.time / 2.0 + body.key)
    back = bump(part / 0.5)
    fore = smooth((part - 0.34) / 0.1) * (1.0 - smooth((part - 0.55) / 0.25))
    leg = body.hip * body.scale
    base = on_ground(body, cue, -0.05 * leg)
    swing = vector(0.0, 0.22 * back + 0.3 * fore, 0.6 * fore - 0.45 * back * (1.0 - fore)) * leg
    goals = [
        _shifted(goal, base.turn @ swing) if limb.side < 0.0 else goal
        for limb, goal in zip(body.legs.values(), standing(body, cue), strict=True)
    ]
    lean = 0.12 * back - 0.22 * fore
    turns = {
        "spine": (lean, -0.15 * fore, 0.0),
        "head": (0.2, 0.0, 0.0),
        "upper_arm.L": (-0.7 * fore, 0.0, 0.3),
        "upper_arm.R": (0.6 * fore, 0.0, -0.3),
    }
    return Act(pose=Pose(turns=turns, goals=tuple(goals)), stand=base)


def dance(body: Body, cue: Cue) -> Act:
    """Dance one of three ways, chosen by the body's own number."""
    steps = (_groove, _step_touch, _twist)
    return steps[int(cycle(body.key * 0.37) * 3.0)](body, cue)


def _groove(body: Body, cue: Cue) -> Act:
    """Bounce on both feet, hips from side to side."""
    leg = body.hip * body.scale
    side = wave(body, cue, 1.0)
    dip = 0.09 * leg * (0.5 + 0.5 * wave(body, cue, 2.0, 0.25))
    base = on_ground(body, cue, -0.04 * leg - dip)
    at = base.at + base.turn @ vector(0.1 * leg * side, 0.0, 0.0)
    turns = {
        "hips": (0.05, 0.15 * side, -0.16 * side),
        "spine": (0.0, 0.0, 0.14 * side),
        "chest": (0.05, -0.25 * side, 0.1 * side),
        "head": (0.12 * wave(body, cue, 2.0), 0.1 * side, -0.12 * side),
    }
    here = Stand(at=at, turn=base.turn, scale=base.scale)
    return Act(pose=Pose(turns=turns, goals=standing(body, cue, 1.35)), stand=here)


def _step_touch(body: Body, cue: Cue) -> Act:
    """Step to one side and the other, lifting the free foot."""
    leg = body.hip * body.scale
    side = math.tanh(2.2 * wave(body, cue, 0.5)) / 0.976
    base = on_ground(body, cue, -0.05 * leg - 0.05 * leg * abs(wave(body, cue, 1.0)))
    at = base.at + base.turn @ vector(0.22 * leg * side, 0.0, 0.0)
    goals = []
    for limb, goal in zip(body.legs.values(), standing(body, cue, 1.2), strict=True):
        free = clamp(0.5 - 0.5 * side * limb.side)
        kick = bump(cycle(cue.time * 0.5 + body.key + (0.25 if limb.side > 0 else 0.75)) / 0.5)
        shift = base.turn @ vector(
            0.22 * leg * side * free, 0.3 * leg * kick * free, 0.25 * leg * kick * free
        )
        goals.append(_shifted(goal, shift))
    turns = {
        "hips": (0.0, 0.2 * side, -0.08 * side),
        "chest": (0.04, -0.3 * side, 0.12 * side),
        "head": (0.08 * wave(body, cue, 1.0), 0.2 * side, 0.0),
    }
    here = Stand(at=at, turn=base.turn, scale=base.scale)
    return Act(pose=Pose(turns=turns, goals=tuple(goals)), stand=here)


def _twist(body: Body, cue: Cue) -> Act:
    """Twist on the balls of the feet, low."""
    leg = body.hip * body.scale
    side = wave(body, cue, 1.0)
    base = on_ground(body, cue, -0.13 * leg + 0.05 * leg * wave(body, cue, 0.5))
    turn = base.turn @ euler(0.0, 0.45 * side, 0.0)
    turns = {
        "hips": (0.0, 0.25 * side, 0.0),
        "spine": (0.08, -0.5 * side, 0.0),
        "chest": (0.05, -0.5 * side, 0.05 * side),
        "head": (0.06 * wave(body, cue, 2.0), -0.2 * side, 0.0),
    }
    here = Stand(at=base.at, turn=turn, scale=base.scale)
    return Act(pose=Pose(turns=turns, goals=standing(body, cue, 1.3)), stand=here)
