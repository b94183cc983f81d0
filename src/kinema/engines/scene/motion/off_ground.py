"""What legs and trunk of a person do off the ground: swim, fly, drift, climb, fall."""

import math

from .body import Act, Body, Cue, on_ground, wave
from .ease import TAU, cycle, mix, smooth
from .gait import lowered
from .pose import Pose, Stand
from .rotation import UP, euler, vector


def swim(body: Body, cue: Cue) -> Act:
    """Swim on the belly, legs fluttering, with the hips where the track leads."""
    base = on_ground(body, cue)
    hips = body.rig.pivot("hips")
    turn = base.turn @ euler(math.pi / 2.0 - 0.18, 0.0, 0.12 * wave(body, cue, 0.5))
    at = cue.step.at
    kick = 0.35
    turns = {"head": (-0.9, 0.0, 0.0), "chest": (-0.15, 0.0, 0.0)}
    for name, phase in (("L", 0.0), ("R", 0.5)):
        turns[f"upper_leg.{name}"] = (kick * wave(body, cue, 1.8, phase), 0.0, 0.0)
        turns[f"lower_leg.{name}"] = (0.25 + 0.25 * wave(body, cue, 1.8, phase - 0.2), 0.0, 0.0)
        turns[f"foot.{name}"] = (0.9, 0.0, 0.0)
    return Act(
        pose=Pose(turns=turns),
        stand=Stand(at=at - turn @ hips * base.scale, turn=turn, scale=base.scale),
    )


def fly(body: Body, cue: Cue) -> Act:
    """Fly like a hero of the comics: level, one fist ahead."""
    step = cue.step
    turn = on_ground(body, cue).turn @ euler(1.25, 0.0, 0.12 * wave(body, cue, 0.3))
    hips = body.rig.pivot("hips")
    at = step.at + UP * (0.08 * body.height * wave(body, cue, 0.5)) - turn @ hips * body.scale
    turns = {
        "head": (-0.9, 0.0, 0.0),
        "upper_leg.R": (0.15 + 0.05 * wave(body, cue, 1.1), 0.0, 0.0),
        "upper_leg.L": (-0.15, 0.0, 0.0),
        "lower_leg.L": (0.5 + 0.05 * wave(body, cue, 0.9), 0.0, 0.0),
    }
    return Act(pose=Pose(turns=turns), stand=Stand(at=at, turn=turn, scale=body.scale))


def drift(body: Body, cue: Cue) -> Act:
    """Float without weight, limbs loose, slowly turning."""
    turn = on_ground(body, cue).turn @ euler(
        0.2 * wave(body, cue, 0.07), 0.5 * wave(body, cue, 0.05), 0.25 * wave(body, cue, 0.09)
    )
    hips = body.rig.pivot("hips")
    height = max(
        float(cue.step.at[1]),
        cue.ground(float(cue.step.at[0]), float(cue.step.at[2])) + 0.4 * body.height,
    )
    at = vector(
        float(cue.step.at[0]),
        height + 0.06 * body.height * wave(body, cue, 0.12),
        float(cue.step.at[2]),
    )
    turns = {}
    for name, phase in (("L", 0.0), ("R", 0.4)):
        turns[f"upper_leg.{name}"] = (-0.35 + 0.2 * wave(body, cue, 0.15, phase), 0.0, 0.0)
        turns[f"lower_leg.{name}"] = (0.6 + 0.2 * wave(body, cue, 0.13, phase), 0.0, 0.0)
    at = at + UP * 0.3 * body.height - turn @ hips * body.scale
    return Act(pose=Pose(turns=turns), stand=Stand(at=at, turn=turn, scale=body.scale))


def climb(body: Body, cue: Cue) -> Act:
    """Climb: hands and feet go up in turn while the body rises."""
    base = on_ground(body, cue)
    leg = body.hip * body.scale
    part = cue.time * 0.8 + body.key
    height = 0.28 * leg * (math.floor(part * 2.0) + smooth(cycle(part * 2.0)))
    turns = {"head": (-0.45, 0.0, 0.0), "chest": (-0.08, 0.0, 0.06 * math.sin(TAU * part))}
    for name, phase in (("L", 0.0), ("R", 0.5)):
        up = 0.5 + 0.5 * math.sin(TAU * (part + phase))
        turns[f"upper_leg.{name}"] = (mix(-0.2, -1.5, up), 0.0, 0.0)
        turns[f"lower_leg.{name}"] = (mix(0.3, 1.8, up), 0.0, 0.0)
    here = lowered(base, -height)
    return Act(pose=Pose(turns=turns), stand=here)


def fall(body: Body, cue: Cue) -> Act:
    """Tumble down from a height, limbs flung out."""
    turn = on_ground(body, cue).turn @ euler(0.9 + 0.5 * cue.time, 0.0, 0.3 * wave(body, cue, 0.4))
    hips = body.rig.pivot("hips")
    turns = {
        f"upper_leg.{name}": (0.5 * wave(body, cue, 0.9, phase), 0.0, 0.3 * side)
        for name, phase, side in (("L", 0.0, 1.0), ("R", 0.4, -1.0))
    }
    at = cue.step.at + UP * body.height
    return Act(
        pose=Pose(turns=turns),
        stand=Stand(at=at - turn @ hips * body.scale, turn=turn, scale=body.scale),
    )
