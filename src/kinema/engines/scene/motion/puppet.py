"""Things without limbs, brought to life as toys are: hop, sway, spin, tumble, grow.

Anticipation and follow-through come from squash-free rocking, since a rigid thing has one bone.
"""

import math

from .body import Act, Body, Cue, on_ground, wave
from .ease import TAU, bump, cycle, overshoot, smooth
from .pose import Pose, Stand
from .rotation import UP, Matrix, euler, vector


def still(body: Body, cue: Cue) -> Act:
    """Stand."""
    return Act(pose=Pose(), stand=on_ground(body, cue))


def hop(body: Body, cue: Cue) -> Act:
    """Travel or dance in little hops, tipping forward and back."""
    part = cycle(cue.time * 1.6 + body.key)
    rise = 0.22 * body.height * math.sin(math.pi * part)
    tip = 0.14 * math.sin(TAU * part)
    lean = 0.08 * wave(body, cue, 0.8)
    return _moved(body, cue, rise, euler(tip, 0.0, lean))


def dance(body: Body, cue: Cue) -> Act:
    """Sway on the beat with a hop and a twist."""
    beat = wave(body, cue, 1.0)
    rise = 0.1 * body.height * abs(beat)
    return _moved(body, cue, rise, euler(0.0, 0.5 * wave(body, cue, 0.5), 0.2 * beat))


def sway(body: Body, cue: Cue) -> Act:
    """Lean from side to side as if alive."""
    return _moved(
        body, cue, 0.0, euler(0.03 * wave(body, cue, 0.6), 0.0, 0.09 * wave(body, cue, 0.4))
    )


def glide(body: Body, cue: Cue) -> Act:
    """Slide along the track, tilted into the movement."""
    tilt = 0.08 * min(1.0, cue.speed)
    return _moved(body, cue, 0.02 * body.height * (1.0 + wave(body, cue, 0.9)), euler(tilt, 0, 0))


def levitate(body: Body, cue: Cue) -> Act:
    """Hang in the air where the track is, bobbing and turning."""
    turn = euler(
        0.08 * wave(body, cue, 0.23), 0.6 * wave(body, cue, 0.07), 0.08 * wave(body, cue, 0.19)
    )
    at = cue.step.at + UP * (0.08 * body.height * wave(body, cue, 0.35))
    floor = cue.ground(float(at[0]), float(at[2])) + body.sole + 0.25 * body.height
    at = vector(float(at[0]), max(float(at[1]), floor), float(at[2]))
    return Act(
        pose=Pose(), stand=Stand(at=at, turn=on_ground(body, cue).turn @ turn, scale=body.scale)
    )


def spin(body: Body, cue: Cue) -> Act:
    """Turn about the upright axis, once in two seconds."""
    return _moved(body, cue, 0.0, euler(0.0, TAU * 0.5 * cue.time, 0.0))


def roll(body: Body, cue: Cue) -> Act:
    """Roll along the track like a ball."""
    radius = 0.5 * body.height
    base = on_ground(body, cue, radius)
    turn = base.turn @ euler(cue.distance / max(radius, 0.01), 0.0, 0.0)
    middle = vector(0.0, 0.5 * body.model.size[1], 0.0)
    at = base.at - turn @ middle * body.scale
    return Act(pose=Pose(), stand=Stand(at=at, turn=turn, scale=body.scale))


def bounce(body: Body, cue: Cue) -> Act:
    """Bounce like a ball."""
    part = cycle(cue.time * 1.1 + body.key)
    return _moved(
        body, cue, 4.0 * 1.2 * body.height * part * (1.0 - part), euler(0, 0.3 * cue.time, 0)
    )


def shake(body: Body, cue: Cue) -> Act:
    """Tremble."""
    turn = euler(0.02 * wave(body, cue, 11.0), 0.0, 0.03 * wave(body, cue, 9.0))
    return _moved(body, cue, 0.0, turn)


def swing(body: Body, cue: Cue) -> Act:
    """Swing from the top like a pendulum."""
    turn = on_ground(body, cue).turn @ euler(0.0, 0.0, 0.35 * wave(body, cue, 0.5))
    top = vector(0.0, body.model.size[1], 0.0)
    base = on_ground(body, cue)
    at = base.point(top) - turn @ top * body.scale
    return Act(pose=Pose(), stand=Stand(at=at, turn=turn, scale=body.scale))


def fall(body: Body, cue: Cue) -> Act:
    """Drop from above, tumble, and bounce to rest within two seconds."""
    time = cue.beat
    drop = 3.0 * body.height + 2.0
    landing = math.sqrt(2.0 * drop / 9.8)
    after = time - landing
    if after < 0.0:
        rise, tumble = drop - 4.9 * time * time, 1.0 - time / landing
    else:
        part = after / 0.7
        rise, tumble = max(0.0, 0.25 * body.height * 4.0 * part * (1.0 - part)), 0.0
    return _moved(body, cue, rise, euler(0.0, 0.5 * tumble, 1.2 * tumble))


def grow(body: Body, cue: Cue) -> Act:
    """Rise out of the ground from a bud to full size."""
    share = 0.06 + 0.94 * overshoot(smooth(cue.share * 1.15), 0.6)
    base = on_ground(body, cue)
    turn = base.turn @ euler(0.0, 0.8 * (1.0 - share), 0.05 * wave(body, cue, 0.5))
    return Act(pose=Pose(), stand=Stand(at=base.at, turn=turn, scale=body.scale * share))


def appear(body: Body, cue: Cue) -> Act:
    """Pop up from nothing."""
    share = max(0.01, overshoot(smooth(cue.beat / 0.7), 1.6))
    base = on_ground(body, cue)
    return Act(pose=Pose(), stand=Stand(at=base.at, turn=base.turn, scale=body.scale * share))


def explode(body: Body, cue: Cue) -> Act:
    """Shake harder and harder, then burst upwards in a spin."""
    ready = smooth((cue.share - 0.1) / 0.4)
    burst = smooth((cue.share - 0.5) / 0.2)
    tremble = 0.08 * ready * (1.0 - burst)
    turn = euler(
        tremble * wave(body, cue, 11.0), 6.0 * burst, tremble * wave(body, cue, 9.0) + burst
    )
    return _moved(body, cue, 1.6 * body.height * bump(burst * 0.8), turn)


def talk(body: Body, cue: Cue) -> Act:
    """Nod and tilt as if talking."""
    turn = euler(
        0.06 * wave(body, cue, 1.7), 0.15 * wave(body, cue, 0.5), 0.06 * wave(body, cue, 1.1)
    )
    return _moved(body, cue, 0.02 * body.height * abs(wave(body, cue, 1.7)), turn)


def lie(body: Body, cue: Cue) -> Act:
    """Lie on its side."""
    lift = 0.5 * body.model.size[0] * body.scale
    return _moved(body, cue, lift, euler(0.0, 0.0, math.pi / 2.0))


def pour(body: Body, cue: Cue) -> Act:
    """Tip over as if to pour, and come back."""
    tip = 1.1 * smooth((cue.share - 0.15) / 0.3) * (1.0 - smooth((cue.share - 0.75) / 0.2))
    return _moved(body, cue, 0.5 * body.height * min(1.0, tip), euler(0.0, 0.0, -tip))


def _moved(body: Body, cue: Cue, rise: float, turn: Matrix) -> Act:
    base = on_ground(body, cue, rise)
    return Act(pose=Pose(), stand=Stand(at=base.at, turn=base.turn @ turn, scale=body.scale))
