"""What a person's hands do on instruments: keys, strings, drums, pipes."""

import math

from .body import Act, Body, Cue, wave
from .gestures import beside, grasp, hands, shoulder, turned
from .pose import Pose
from .rotation import UP, vector


def keys(body: Body, cue: Cue, act: Act) -> Pose:
    """Play the keys at ``hand.L`` and ``hand.R``, hand after hand, wandering along them."""
    side = act.stand.turn[:, 0]
    goals = []
    for name, limb in body.arms.items():
        phase = 0.0 if name == "L" else 0.5
        lift = 0.05 * max(0.0, wave(body, cue, 1.9, phase)) * body.height
        along = 0.06 * body.height * wave(body, cue, 0.23, phase * 0.6)
        default = act.stand.point(
            shoulder(body, limb) + vector(-0.2 * limb.side, -0.5, 0.6) * limb.reach
        )
        at = cue.places.get(f"hand.{name}", default)
        goals.append(grasp(limb, at + UP * (lift + 0.012 * body.height) + side * along))
    pose = Pose(goals=tuple(goals))
    groove = wave(body, cue, 0.95)
    return turned(
        pose,
        chest=(0.1 + 0.03 * groove, 0.06 * wave(body, cue, 0.23), 0.0),
        head=(0.2 + 0.08 * groove, 0.1 * wave(body, cue, 0.31), 0.04 * groove),
    )


def strings(body: Body, cue: Cue, act: Act) -> Pose:
    """Strum at ``strum`` with the right hand, finger at ``neck`` with the left."""
    stroke = wave(body, cue, 2.0)
    down = act.stand.turn @ vector(0.0, 1.0, 0.0)
    goals = []
    if "strum" in cue.places:
        at = cue.places["strum"] + down * (0.045 * body.height * stroke)
        goals.append(grasp(body.arms["R"], at, vector(-1.0, -0.3, -0.6)))
    if "neck" in cue.places:
        step = math.floor(cue.time * 1.0 + body.key) * 2.399
        slide = cue.places.get("along", vector(0, 0, 0)) * (0.35 + 0.3 * math.sin(step))
        goals.append(grasp(body.arms["L"], cue.places["neck"] - slide, vector(0.6, -1.0, -0.1)))
    groove = wave(body, cue, 1.0)
    pose = Pose(goals=tuple(goals)) if goals else hands(
        body, act, (0.5, -0.1, 0.5), (-0.2, -0.55 + 0.08 * stroke, 0.45)
    )  # fmt: skip
    nod = 0.14 + 0.07 * groove
    return turned(
        pose,
        chest=(0.05, 0.04 * groove, 0.03 * groove),
        head=(nod, 0.22 + 0.1 * wave(body, cue, 0.2), 0.05 * groove),
    )


def drums(body: Body, cue: Cue, act: Act) -> Pose:
    """Beat with both hands in turn."""
    strokes = [max(0.0, wave(body, cue, 2.0, phase)) for phase in (0.0, 0.5)]
    left, right = ((0.1, -0.55 + 0.45 * stroke, 0.55) for stroke in strokes)
    pose = beside(body, cue, act, left, right)
    return turned(pose, head=(0.12 * wave(body, cue, 2.0), 0.2 * wave(body, cue, 0.5), 0.0))


def wind(body: Body, cue: Cue, act: Act) -> Pose:
    """Hold a wind instrument to the mouth."""
    sway = 0.05 * wave(body, cue, 0.5)
    pose = beside(body, cue, act, (-0.25, 0.0 + sway, 0.5), (-0.3, -0.25 + sway, 0.55))
    return turned(pose, chest=(0.0, 0.1 * wave(body, cue, 0.25), sway), head=(0.0, 0.0, sway))
