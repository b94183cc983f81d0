"""Vehicles: wheels turn by the distance travelled; the body leans and dips on its springs."""

from .body import Act, Body, Cue, on_ground, wave
from .pose import Pose, Stand, Turn
from .rotation import euler


def drive(body: Body, cue: Cue) -> Act:
    """Drive along the track."""
    base = on_ground(body, cue)
    later = cue.track.at(cue.distance + max(body.length, 1.0)).forward
    here = cue.step.forward
    bend = float(here[2] * later[0] - here[0] * later[2])
    hum = 0.004 * wave(body, cue, 6.0) * min(1.0, 0.3 * cue.speed)
    turn = base.turn @ euler(hum, 0.0, 0.0)
    lean = 0.1 * bend if _two_wheels(body) else -0.05 * bend
    pose = Pose(turns={**spun(body, cue.distance), "body": (hum, 0.0, lean)})
    return Act(pose=pose, stand=Stand(at=base.at, turn=turn, scale=base.scale))


def _two_wheels(body: Body) -> bool:
    return not body.rig.has("wheel.2")


def spun(body: Body, distance: float) -> dict[str, Turn]:
    """Return the turn of each wheel after ``distance`` metres."""
    turns: dict[str, Turn] = {}
    for name in body.rig.names:
        if name.startswith("wheel."):
            radius = float(body.rig.pivot(name)[1])  # it stands on the ground
            turns[name] = (distance / max(radius * body.scale, 0.01), 0.0, 0.0)
    return turns


def shake(body: Body, cue: Cue) -> Act:
    """Stand with the engine running."""
    turns = {"body": (0.006 * wave(body, cue, 7.0), 0.0, 0.008 * wave(body, cue, 5.0))}
    return Act(pose=Pose(turns=turns), stand=on_ground(body, cue))
