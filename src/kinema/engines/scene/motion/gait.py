"""Gaits: feet that stay where they are put while the body moves on.

A foot's phase follows the distance travelled, so a planted foot never slides however the speed
changes. A plant lies where the body will be in the middle of the plant.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from .body import Body, Cue, Limb
from .ease import clamp, mix, smooth, smoother
from .pose import Goal, Stand
from .rotation import Matrix, Vector, euler, facing, vector


@dataclass(frozen=True, slots=True, kw_only=True)
class Gait:
    """How legs take turns.

    Attributes:
        stride: Metres from a plant to the next of the same foot, for a leg of one metre.
        duty: Share of the stride that a foot is planted.
        phases: When each leg is planted, in strides.
        lift: How high a foot swings, for a leg of one metre.
        roll: How far the foot turns from heel to toe while planted, radians.
        bounce: How far the body rises and sinks, for a leg of one metre.
        beats: Bounces a stride.
        pitch: How far the body rocks fore and aft, radians.
        crouch: How much lower the hips are than at rest, for a leg of one metre.
        narrow: How near to the middle line feet are put: 1 as at rest, 0 on the line.
    """

    stride: float
    duty: float
    phases: Mapping[str, float] = field(default_factory=dict)
    lift: float = 0.2
    roll: float = 0.0
    bounce: float = 0.03
    beats: int = 2
    pitch: float = 0.0
    crouch: float = 0.04
    narrow: float = 1.0


WALK = Gait(
    stride=1.25, duty=0.62, phases={"FL": 0.0, "BR": 0.25, "FR": 0.5, "BL": 0.75}, lift=0.2,
    bounce=0.02, pitch=0.02, crouch=0.025,
)  # fmt: skip
TROT = Gait(
    stride=1.9, duty=0.45, phases={"FL": 0.0, "BR": 0.02, "FR": 0.5, "BL": 0.52}, lift=0.28,
    bounce=0.07, pitch=0.02, crouch=0.07,
)  # fmt: skip
GALLOP = Gait(
    stride=2.7, duty=0.26, phases={"BL": 0.0, "BR": 0.1, "FL": 0.42, "FR": 0.53}, lift=0.34,
    bounce=0.18, beats=1, pitch=0.1, crouch=0.11,
)  # fmt: skip
BOUND = Gait(
    stride=3.2, duty=0.22, phases={"BL": 0.0, "BR": 0.04, "FL": 0.45, "FR": 0.53}, lift=0.42,
    bounce=0.26, beats=1, pitch=0.16, crouch=0.06,
)  # fmt: skip
STROLL = Gait(
    stride=1.55, duty=0.6, phases={"L": 0.0, "R": 0.5}, lift=0.14, roll=0.7, bounce=0.03,
    crouch=0.035, narrow=0.7,
)  # fmt: skip
RUN = Gait(
    stride=2.7, duty=0.34, phases={"L": 0.0, "R": 0.5}, lift=0.42, roll=0.8, bounce=0.05,
    crouch=0.07, narrow=0.45,
)  # fmt: skip
SNEAK = Gait(
    stride=1.2, duty=0.66, phases={"L": 0.0, "R": 0.5}, lift=0.2, roll=0.4, bounce=0.02,
    crouch=0.2, narrow=0.9,
)  # fmt: skip
WADDLE = Gait(
    stride=1.3, duty=0.56, phases={"L": 0.0, "R": 0.5}, lift=0.25, roll=0.3, bounce=0.05,
    crouch=0.0,
)  # fmt: skip


def stride_of(body: Body, gait: Gait) -> float:
    """Return metres a stride in the world."""
    return gait.stride * body.hip * body.scale


def turns_of(body: Body, cue: Cue, gait: Gait) -> float:
    """Return strides made so far."""
    return cue.distance / stride_of(body, gait)


def liveliness(body: Body, cue: Cue) -> float:
    """Return how much of the gait shows: 0 at a stand, 1 once under way."""
    return smooth(cue.speed / (0.55 * max(body.hip * body.scale, 0.05)))


def stepping(body: Body, cue: Cue, gait: Gait) -> tuple[Goal, ...]:
    """Return a goal for each leg."""
    share = liveliness(body, cue)
    return tuple(_step(body, cue, gait, name, share) for name in body.legs)


def standing(body: Body, cue: Cue, spread: float = 1.0) -> tuple[Goal, ...]:
    """Return goals that keep each foot where it is at rest, whatever the hips do."""
    return tuple(
        _goal(body, limb, *_plant(body, cue, limb, cue.distance, spread), 0.0)
        for limb in body.legs.values()
    )


def _step(body: Body, cue: Cue, gait: Gait, name: str, share: float) -> Goal:
    limb = body.legs[name]
    stride = stride_of(body, gait)
    phase = gait.phases.get(name, 0.0)
    turns = cue.distance / stride - phase
    whole = math.floor(turns)
    part = turns - whole

    def plant(count: int) -> tuple[Vector, Matrix]:
        middle = (count + phase + gait.duty / 2.0) * stride
        return _plant(body, cue, limb, middle, gait.narrow)

    at, turn = plant(whole)
    if part < gait.duty:
        pitch = _heel_to_toe(part / gait.duty) * gait.roll
    else:
        swing = (part - gait.duty) / (1.0 - gait.duty)
        ahead, later = plant(whole + 1)
        lift = gait.lift * body.hip * body.scale * math.sin(math.pi * swing**0.85) ** 1.3
        at = at + (ahead - at) * smoother(swing * 0.9 + 0.05) + vector(0.0, lift, 0.0)
        turn = later if swing > 0.5 else turn
        pitch = mix(0.75, -0.35, smooth(swing)) * gait.roll + _flick(swing, gait)
    if share < 1.0:
        rest, square = _plant(body, cue, limb, cue.distance, 1.0)
        at, turn = rest + (at - rest) * share, turn if share > 0.5 else square
    return _goal(body, limb, at, turn, pitch * share)


def _flick(swing: float, gait: Gait) -> float:
    return 0.0 if gait.roll else 1.6 * gait.lift * math.sin(math.pi * clamp(swing * 1.25))


def _heel_to_toe(part: float) -> float:
    return mix(-0.35, 0.0, smooth(part / 0.2)) + 0.75 * smooth((part - 0.55) / 0.45)


def _plant(
    body: Body, cue: Cue, limb: Limb, distance: float, narrow: float
) -> tuple[Vector, Matrix]:
    step = cue.track.at(distance)
    turn = facing(vector(step.forward[0], 0.0, step.forward[2]))
    out = turn @ (limb.rest * vector(narrow, 0.0, 1.0)) * body.scale
    x, z = float(step.at[0] + out[0]), float(step.at[2] + out[2])
    floor = max(cue.ground(x, z), float(step.at[1]))
    return vector(x, floor + float(limb.rest[1]) * body.scale, z), turn


def _goal(body: Body, limb: Limb, at: Vector, turn: Matrix, pitch: float) -> Goal:
    """Aim a foot; a pitched foot turns about its toe, so its ankle rises."""
    toe = 0.13 * body.hip * body.scale
    raised = vector(0.0, abs(math.sin(pitch)) * toe, 0.0) if pitch > 0.0 else np.zeros(3)
    aim = turn @ euler(pitch, 0.0, 0.0)
    return Goal(
        upper=limb.upper, lower=limb.lower, end=limb.end, at=at + raised, bend=limb.bend, aim=aim
    )


def lowered(stand: Stand, metres: float) -> Stand:
    """Return the stand ``metres`` lower."""
    return Stand(at=stand.at - vector(0.0, metres, 0.0), turn=stand.turn, scale=stand.scale)
