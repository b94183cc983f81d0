"""What arms, head and trunk of a person do, over whatever the legs do."""

import math

from .biped import arms_swing
from .body import Act, Body, Cue, Limb, wave
from .ease import TAU, bump, cycle, ease_out, mix, smooth
from .pose import Goal, Pose, Stand, Turn
from .rotation import Vector, vector

Reach = tuple[float, float, float]
"""Out to the limb's own side, up and ahead of the shoulder, in arm's lengths."""


def shoulder(body: Body, limb: Limb) -> Vector:
    """Return where an arm begins, at rest."""
    return body.rig.pivot(limb.upper)


def reach(body: Body, stand: Stand, name: str, to: Reach, bend: Vector | None = None) -> Goal:
    """Return the goal of a hand that is given from its shoulder."""
    limb = body.arms[name]
    out, up, ahead = to
    at = shoulder(body, limb) + vector(out * limb.side, up, ahead) * limb.reach
    return grasp(limb, stand.point(at), bend)


def grasp(limb: Limb, at: Vector, bend: Vector | None = None) -> Goal:
    """Return the goal of a hand that is given in the world."""
    way = limb.bend if bend is None else bend
    return Goal(upper=limb.upper, lower=limb.lower, end=limb.end, at=at, bend=way)


def hands(body: Body, act: Act, left: Reach, right: Reach) -> Pose:
    """Put both hands where they are told from their shoulders."""
    if not body.arms:
        return Pose()
    goals = (reach(body, act.stand, "L", left), reach(body, act.stand, "R", right))
    return Pose(goals=goals)


def turned(pose: Pose, **turns: Turn) -> Pose:
    """Return the pose with some bones turned more."""
    return pose.plus(Pose(turns=turns))


def hang(body: Body, cue: Cue, act: Act) -> Pose:
    """Let the arms hang, breathing."""
    del act
    swing = 0.03 * wave(body, cue, 0.2)
    return Pose(
        turns={
            "upper_arm.L": (swing, 0.0, 0.0),
            "upper_arm.R": (-swing, 0.0, 0.0),
            "lower_arm.L": (-0.15, 0.0, 0.0),
            "lower_arm.R": (-0.15, 0.0, 0.0),
        }
    )


def swinging(body: Body, cue: Cue, act: Act) -> Pose:
    """Swing the arms against the legs."""
    del act
    return arms_swing(body, cue)


def greet(body: Body, cue: Cue, act: Act) -> Pose:
    """Wave with the right hand, high."""
    up = ease_out(cue.beat / 0.5)
    side = 0.22 * wave(body, cue, 1.7) * up
    right = (0.35 + side, mix(-0.7, 0.78, up), 0.2)
    goal = reach(body, act.stand, "R", right, vector(-1.0, -0.6, -0.2))
    pose = hang(body, cue, act).plus(Pose(goals=(goal,)))
    return turned(pose, head=(-0.04, 0.0, 0.1 * up), chest=(0.0, 0.0, -0.05 * up))


def dancing(body: Body, cue: Cue, act: Act) -> Pose:
    """Move the arms to the beat: pump, roll or sway, one way for each dance."""
    beat, slow = wave(body, cue, 1.0), wave(body, cue, 0.5)
    quick = wave(body, cue, 2.0)
    way = int(cycle(body.key * 0.37) * 3.0)
    if way == 0:
        left = (0.3, 0.15 + 0.3 * beat, 0.45)
        return hands(body, act, left, (0.3, 0.15 - 0.3 * beat, 0.45))
    if way == 1:
        up = 0.45 + 0.3 * slow
        return hands(body, act, (0.45, up, 0.2), (0.45, 0.9 - up, 0.2))
    left = (0.45, -0.1 + 0.12 * quick, 0.35 + 0.2 * beat)
    return hands(body, act, left, (0.45, -0.1 - 0.12 * quick, 0.35 - 0.2 * beat))


def beside(body: Body, cue: Cue, act: Act, left: Reach, right: Reach) -> Pose:
    """Put each hand at its place, or where it is told from the shoulder."""
    told = {"L": left, "R": right}
    return Pose(
        goals=tuple(
            grasp(limb, cue.places[f"hand.{name}"])
            if f"hand.{name}" in cue.places
            else reach(body, act.stand, name, told[name])
            for name, limb in body.arms.items()
        )
    )


def to_mouth(body: Body, cue: Cue, act: Act) -> Pose:
    """Lift what is in the right hand to the mouth every three seconds: eat, drink."""
    part = cycle(cue.time / 3.0 + 0.35)
    lift = smooth((part - 0.15) / 0.2) * (1.0 - smooth((part - 0.65) / 0.2))
    limb = body.arms.get("R")
    above = 0.0 if limb is None else min(0.5, 0.6 * cue.load / (limb.reach * body.scale))
    right = (mix(0.1, -0.35, lift), mix(-0.5, 0.22 - above, lift), mix(0.5, 0.42, lift))
    pose = hang(body, cue, act).plus(Pose(goals=(reach(body, act.stand, "R", right),)))
    return turned(pose, head=(-0.15 * lift, 0.0, 0.0), jaw=(0.12 * lift, 0.0, 0.0))


def hold(body: Body, cue: Cue, act: Act) -> Pose:
    """Hold something before the chest, or at the places that it has for hands."""
    sway = 0.02 * wave(body, cue, 0.4)
    return beside(body, cue, act, (-0.05, -0.45 + sway, 0.55), (-0.05, -0.45 + sway, 0.55))


def carry_high(body: Body, cue: Cue, act: Act) -> Pose:
    """Hold something up before the right shoulder: an umbrella, a torch, a staff."""
    sway = 0.02 * wave(body, cue, 0.4)
    goal = reach(body, act.stand, "R", (0.02, -0.02 + sway, 0.5))
    return Pose(goals=(goal,)) if body.arms else Pose()


def carry(body: Body, cue: Cue, act: Act) -> Pose:
    """Hold something small before the belly, in the right hand."""
    sway = 0.03 * wave(body, cue, 0.4)
    goal = reach(body, act.stand, "R", (0.05, -0.55 + sway, 0.5))
    return Pose(goals=(goal,)) if body.arms else Pose()


def steer(body: Body, cue: Cue, act: Act) -> Pose:
    """Keep both hands on handles, reins or a wheel."""
    jog = 0.02 * wave(body, cue, 2.0)
    return beside(body, cue, act, (-0.15, -0.45 + jog, 0.6), (-0.15, -0.45 - jog, 0.6))


def read(body: Body, cue: Cue, act: Act) -> Pose:
    """Hold a book before the chest, eyes on it; turn a page now and then."""
    page = bump(cycle(cue.time / 3.5) / 0.2)
    pose = beside(
        body, cue, act, (-0.15, -0.4, 0.55), (-0.15 + 0.2 * page, -0.4 + 0.1 * page, 0.55)
    )
    return turned(pose, head=(0.4, 0.1 * wave(body, cue, 0.4), 0.0), neck=(0.1, 0.0, 0.0))


def busy(body: Body, cue: Cue, act: Act) -> Pose:
    """Work with both hands before the body: write, type, cook, build."""
    left = (-0.1, -0.5 + 0.05 * wave(body, cue, 2.3), 0.55)
    right = (-0.1 + 0.1 * wave(body, cue, 1.3), -0.5 + 0.08 * wave(body, cue, 2.6), 0.55)
    return turned(beside(body, cue, act, left, right), head=(0.32, 0.1 * wave(body, cue, 0.3), 0.0))


def paint(body: Body, cue: Cue, act: Act) -> Pose:
    """Draw strokes in the air before the chest with the right hand."""
    right = (-0.1 + 0.3 * wave(body, cue, 0.6), 0.05 + 0.2 * wave(body, cue, 0.45), 0.65)
    pose = Pose(goals=(
        reach(body, act.stand, "L", (0.05, -0.55, 0.35)), reach(body, act.stand, "R", right),
    ))  # fmt: skip
    return turned(pose, head=(0.05, 0.15 * wave(body, cue, 0.3), 0.0))


def cheer(body: Body, cue: Cue, act: Act) -> Pose:
    """Throw both arms up."""
    up = 0.75 + 0.15 * wave(body, cue, 1.6)
    pose = hands(body, act, (0.4, up, 0.1), (0.4, up, 0.1))
    return turned(pose, head=(-0.15, 0.0, 0.0), jaw=(0.15, 0.0, 0.0))


def clap(body: Body, cue: Cue, act: Act) -> Pose:
    """Clap before the chest."""
    apart = 0.28 * (0.5 + 0.5 * wave(body, cue, 1.9))
    hand = (-0.42 + apart, -0.15, 0.55)
    return turned(hands(body, act, hand, hand), head=(0.06 * wave(body, cue, 1.9), 0.0, 0.0))


def embrace(body: Body, cue: Cue, act: Act) -> Pose:
    """Reach round someone in front."""
    sway = 0.05 * wave(body, cue, 0.4)
    pose = beside(body, cue, act, (-0.1, -0.1 + sway, 0.7), (-0.1, -0.25 - sway, 0.7))
    return turned(pose, head=(0.1, 0.2, 0.1), chest=(0.08, 0.0, sway))


def fight(body: Body, cue: Cue, act: Act) -> Pose:
    """Box: guard up, one fist after the other."""
    blows = [bump(cycle(cue.time * 1.1 + phase + body.key) / 0.35) for phase in (0.0, 0.5)]
    left, right = ((-0.25, 0.0, mix(0.35, 0.95, blow)) for blow in blows)
    twist = 0.4 * (blows[0] - blows[1])
    return turned(hands(body, act, left, right), chest=(0.08, -twist, 0.0), head=(0.1, twist, 0.0))


def throw(body: Body, cue: Cue, act: Act) -> Pose:
    """Draw the right arm back and hurl; every two seconds."""
    part = cycle(cue.time / 2.0 + 0.2)
    back, fling = (
        bump(part / 0.6),
        smooth((part - 0.35) / 0.15) * (1.0 - smooth((part - 0.6) / 0.3)),
    )
    right = (0.3, mix(-0.5, 0.45, max(back, fling)), 0.7 * fling - 0.5 * back * (1.0 - fling))
    pose = hang(body, cue, act).plus(Pose(goals=(reach(body, act.stand, "R", right),)))
    return turned(pose, chest=(0.2 * fling, -0.4 * back + 0.6 * fling, 0.0))


def strike(body: Body, cue: Cue, act: Act) -> Pose:
    """Swing both arms round to one side: hit, swing a bat or a racket."""
    part = cycle(cue.time / 1.8 + 0.3)
    angle = mix(-1.0, 1.0, smooth((part - 0.3) / 0.2)) - 2.0 * smooth((part - 0.7) / 0.3)
    side = 0.6 * angle
    pose = hands(body, act, (side - 0.15, -0.15, 0.55), (-side - 0.15, -0.15, 0.55))
    return turned(pose, chest=(0.0, 0.5 * angle, 0.0), head=(0.0, -0.3 * angle, 0.0))


def strokes(body: Body, cue: Cue, act: Act) -> Pose:
    """Pull with both arms as in rowing, leaning back and forth."""
    pull = wave(body, cue, 0.5)
    hand = (-0.05, -0.4 + 0.1 * wave(body, cue, 0.5, 0.25), 0.5 + 0.3 * pull)
    return turned(
        beside(body, cue, act, hand, hand),
        spine=(0.25 * pull, 0.0, 0.0),
        head=(-0.2 * pull, 0.0, 0.0),
    )


def crawl_stroke(body: Body, cue: Cue, act: Act) -> Pose:
    """Turn the arms in the crawl stroke."""
    turns: dict[str, Turn] = {}
    for name, phase in (("L", 0.0), ("R", 0.5)):
        angle = -TAU * (cue.time * 0.8 + phase + body.key)
        turns[f"upper_arm.{name}"] = (angle, 0.0, 0.0)
        turns[f"lower_arm.{name}"] = (-0.35 - 0.3 * math.sin(angle), 0.0, 0.0)
    del act
    return Pose(turns=turns)


def fist_ahead(body: Body, cue: Cue, act: Act) -> Pose:
    """Stretch the right fist past the head, the left along the side."""
    del body, cue, act
    return Pose(turns={"upper_arm.R": (-2.9, 0.0, -0.1), "upper_arm.L": (0.3, 0.0, 0.15)})


def adrift(body: Body, cue: Cue, act: Act) -> Pose:
    """Hold the arms out, loose, as without weight or while falling."""
    bob = 0.12 * wave(body, cue, 0.3)
    return hands(body, act, (0.65, 0.1 + bob, 0.3), (0.65, 0.15 - bob, 0.3))


def climbing(body: Body, cue: Cue, act: Act) -> Pose:
    """Grip above the head, hand over hand."""
    part = cue.time * 0.8 + body.key
    ups = [0.35 + 0.35 * math.sin(TAU * (part + phase)) for phase in (0.5, 0.0)]
    return hands(body, act, (0.0, ups[0], 0.6), (0.0, ups[1], 0.6))


def push(body: Body, cue: Cue, act: Act) -> Pose:
    """Press both hands ahead."""
    del cue
    return turned(hands(body, act, (-0.1, -0.1, 0.8), (-0.1, -0.1, 0.8)), chest=(0.2, 0.0, 0.0))


def lift(body: Body, cue: Cue, act: Act) -> Pose:
    """Raise both hands from the waist over the head and back."""
    up = smooth(0.5 + 0.5 * wave(body, cue, 0.3))
    hand = (-0.05, mix(-0.6, 0.8, up), mix(0.45, 0.15, up))
    return beside(body, cue, act, hand, hand)


def look(body: Body, cue: Cue, act: Act) -> Pose:
    """Look about, a hand over the eyes now and then."""
    turn = 0.6 * wave(body, cue, 0.2)
    shade = bump(cycle(cue.time * 0.2 + 0.4) / 0.5)
    pose = hang(body, cue, act)
    if shade > 0.0 and body.arms:
        right = (mix(0.1, -0.3, shade), mix(-0.9, 0.35, shade), mix(0.1, 0.4, shade))
        pose = pose.plus(Pose(goals=(reach(body, act.stand, "R", right),)))
    return turned(
        pose,
        head=(-0.03, 0.6 * turn, 0.0),
        neck=(0.0, 0.3 * turn, 0.0),
        chest=(0.0, 0.3 * turn, 0.0),
    )


def speak(body: Body, cue: Cue, act: Act) -> Pose:
    """Talk with the hands."""
    one, two = wave(body, cue, 0.7), wave(body, cue, 0.9, 0.3)
    pose = hands(body, act, (0.1, -0.5 + 0.12 * one, 0.5), (0.15, -0.4 + 0.14 * two, 0.5))
    mouth = 0.14 * abs(wave(body, cue, 2.6)) * (0.6 + 0.4 * wave(body, cue, 0.6))
    return turned(pose, jaw=(mouth, 0.0, 0.0), head=(0.06 * two, 0.12 * one, 0.05 * two))


def sing(body: Body, cue: Cue, act: Act) -> Pose:
    """Sing out, one arm to the audience."""
    swell = 0.5 + 0.5 * wave(body, cue, 0.3)
    pose = hands(body, act, (0.3, -0.35 + 0.3 * swell, 0.6), (-0.25, 0.05, 0.4))
    return turned(
        pose,
        jaw=(0.12 + 0.2 * swell, 0.0, 0.0),
        head=(-0.12 * swell, 0.1 * wave(body, cue, 0.2), 0.06),
    )


def roar(body: Body, cue: Cue, act: Act) -> Pose:
    """Shout with clenched fists."""
    cry = smooth(cue.beat / 0.4)
    shake = 0.03 * wave(body, cue, 8.0)
    pose = hands(body, act, (0.4, -0.25 + shake, 0.35), (0.4, -0.25 - shake, 0.35))
    return turned(
        pose,
        jaw=(0.45 * cry, 0.0, 0.0),
        head=(-0.2 * cry, shake, 0.0),
        chest=(-0.1 * cry, 0.0, 0.0),
    )


def laugh(body: Body, cue: Cue, act: Act) -> Pose:
    """Shake with laughter."""
    shake = 0.06 * wave(body, cue, 4.0)
    pose = hands(body, act, (-0.35, -0.55, 0.3), (0.1, -0.5, 0.35))
    return turned(
        pose, jaw=(0.22, 0.0, 0.0), head=(-0.15 + shake, 0.0, 0.08), chest=(0.1 + shake, 0.0, 0.0)
    )


def weep(body: Body, cue: Cue, act: Act) -> Pose:
    """Hide the face in the hands."""
    sob = 0.03 * wave(body, cue, 2.2)
    pose = hands(body, act, (-0.42, 0.2, 0.36), (-0.42, 0.2, 0.36))
    return turned(pose, head=(0.45 + sob, 0.0, 0.0), chest=(0.18 - sob, 0.0, 0.0))


def doze(body: Body, cue: Cue, act: Act) -> Pose:
    """Close the eyes and let everything sink."""
    breath = 0.03 * wave(body, cue, 0.2)
    lids = (1.15, 0.0, 0.0)
    return turned(
        hang(body, cue, act), head=(0.15 + breath, 0.2, 0.1), **{"lid.L": lids, "lid.R": lids}
    )
