"""Hulls and things that float: bob, pitch, heel; balloons and aircraft bank and hover."""

import math

from .body import Act, Body, Cue, on_ground, wave
from .ease import TAU
from .pose import Pose, Stand, Turn
from .rotation import UP, cross, euler, facing, vector


def sail(body: Body, cue: Cue) -> Act:
    """Ride the water along the track, heeled a little by the wind."""
    slow = 1.0 / math.sqrt(max(body.length, 1.0) / 3.0)
    heave = 0.012 * body.length * wave(body, cue, 0.32 * slow)
    base = on_ground(body, cue)
    at = vector(float(base.at[0]), cue.level + heave * cue.effort, float(base.at[2]))
    pitch = 0.03 * wave(body, cue, 0.27 * slow, 0.2) * cue.effort
    heel = (0.03 * wave(body, cue, 0.21 * slow) + 0.05 * min(1.0, cue.speed)) * cue.effort
    turn = facing(vector(float(cue.step.forward[0]), 0.0, float(cue.step.forward[2])))
    pose = Pose(turns={**oars(body, cue), "sail": (0.0, 0.05 * wave(body, cue, 0.4), 0.0)})
    stand = Stand(at=at, turn=turn @ euler(-pitch, 0.0, heel), scale=body.scale)
    return Act(pose=pose, stand=stand)


def oars(body: Body, cue: Cue) -> dict[str, Turn]:
    """Return the oars, which dip, pull and come back."""
    stroke = TAU * (cue.time * 0.5 + body.key)
    return {
        f"oar.{name}": (0.0, -side * 0.55 * math.sin(stroke), side * 0.22 * math.cos(stroke))
        for name, side in (("L", 1.0), ("R", -1.0))
        if body.rig.has(f"oar.{name}")
    }


def adrift(body: Body, cue: Cue) -> Act:
    """Float on the water or, where the track is above it, in the air."""
    step = cue.step
    up = max(float(step.at[1]), cue.level)
    bob = 0.03 * max(body.model.size) * body.scale * wave(body, cue, 0.3)
    turn = facing(vector(float(step.forward[0]), 0.0, float(step.forward[2])))
    tilt = euler(
        0.04 * wave(body, cue, 0.23), 0.3 * wave(body, cue, 0.05), 0.04 * wave(body, cue, 0.19)
    )
    at = vector(float(step.at[0]), up + bob, float(step.at[2]))
    return Act(pose=Pose(), stand=Stand(at=at, turn=turn @ tilt, scale=body.scale))


def aircraft(body: Body, cue: Cue) -> Act:
    """Fly along the track, banked into its bends, rotors and wheels turning."""
    here = cue.step.forward
    later = cue.track.at(cue.distance + max(body.length, 0.5 * cue.speed)).forward
    bend = float(cross(here, later)[1])
    nose = vector(float(here[0]), 0.7 * float(here[1]), float(here[2]))
    shake = 0.01 * wave(body, cue, 0.9)
    turn = facing(nose) @ euler(shake, 0.0, max(-0.6, min(0.6, -1.5 * bend)) + shake)
    at = cue.step.at + UP * (0.02 * body.height * wave(body, cue, 0.4))
    return Act(pose=Pose(turns=rotors(body, cue)), stand=Stand(at=at, turn=turn, scale=body.scale))


def rotors(body: Body, cue: Cue) -> dict[str, Turn]:
    """Return rotors and propellers in spin; a flat one turns about y, an upright one about z."""
    spin = TAU * cue.time * 4.3
    turns: dict[str, Turn] = {}
    for name in body.rig.names:
        if name.startswith("rotor."):
            ahead = float(body.rig.pivot(name)[2]) > 0.3 * body.model.size[2]
            turns[name] = (0.0, 0.0, spin) if ahead else (0.0, spin, 0.0)
    return turns
