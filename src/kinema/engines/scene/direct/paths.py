"""Routes of heroes through a place, one way for each scheme."""

import math

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.motion.body import Kind
from kinema.engines.scene.motion.ease import between, clamp, ease_in
from kinema.engines.scene.motion.rotation import Vector, cross, vector
from kinema.engines.scene.motion.track import Track, spot
from kinema.engines.scene.stage.place import Medium, Place

from .beats import Stretch
from .cast import Part
from .route import Pace, Route, curve, eased, steady

SPEEDS = {
    "walk": 1.5, "crawl": 0.8, "run": 3.7, "gallop": 5.2, "hop": 2.2, "ski": 3.5, "skate": 2.6,
    "push": 1.0, "pull": 1.0, "pedal": 3.2, "ride": 4.8, "swim": 1.2, "fly": 3.0, "glide": 3.0,
    "sail": 0.45, "row": 0.4, "surf": 1.2, "enter": 1.5, "leave": 1.5,
}  # fmt: skip
"""Metres a second for a hip height (or half length) of one metre; more grows as its root."""


def speed_of(part: Part, action: str) -> float:
    """Return metres a second at which a part does something."""
    told = part.body.model.traits.get("speed")
    leg = max(part.body.hip * part.body.scale, 0.05)
    if part.body.kind is Kind.WHEELS:
        return min(11.0, told or 10.0) if max(part.size) > 1.2 else 1.6 * part.size[2]
    if not part.body.legs or action in ("fly", "glide", "swim", "sail"):
        leg = 0.5 * max(part.size)
    return SPEEDS.get(action, 1.5) * math.sqrt(leg)


def path_track(place: Place) -> Track:
    """Return the way through a place towards the camera."""
    return curve(np.array(place.path, np.float64))


def cross_track(place: Place) -> Track:
    """Return the way through a place from left to right."""
    return curve(np.array(place.cross, np.float64))


def nearest(track: Track, at: Vector) -> float:
    """Return the distance along a track at which it is nearest to a place."""
    row = int(np.argmin(np.linalg.norm(track.points - at, axis=1)))
    return float(track.marks[row])


def travelling(place: Place, part: Part, action: str, seconds: float) -> Route:
    """Go along the place's path, so that the way's middle is past when the film ends."""
    track = path_track(place)
    middle = nearest(track, vector(0.0, 0.0, 0.0))
    speed = speed_of(part, action)
    room = max(middle + 0.6 * (track.length - middle), 2.0)
    speed = min(speed, max(room / seconds, 0.55 * speed))
    end = min(middle + 0.35 * speed * seconds, room)
    return Route(track=track, pace=steady(speed, end - speed * seconds))


def flying(place: Place, part: Part, action: str, seconds: float) -> Route:
    """Fly along the path, high above it, in long bends."""
    speed = clamp(speed_of(part, action), 1.2 * max(part.size), 9.0 * max(part.size))
    length = speed * seconds
    size = max(part.size)
    z = np.linspace(-0.75 * length, 0.35 * length, 14)
    x = 0.5 * size * np.sin(z / max(length, 1.0) * 9.0)
    y = _flight_height(place, part) + 0.35 * size * np.sin(z / max(length, 1.0) * 6.0 + 0.6)
    turn = -place.heading
    points = np.stack(
        [x * math.cos(turn) + z * math.sin(turn), y, z * math.cos(turn) - x * math.sin(turn)], 1
    )
    return Route(track=curve(points), pace=steady(speed))


def _flight_height(place: Place, part: Part) -> float:
    """Return metres above the origin: insects among flowers, birds and dragons over the trees."""
    if place.medium in (Medium.AIR, Medium.SPACE):
        return 0.0
    if place.indoor:
        return 1.6
    low = 1.2 if part.body.kind is Kind.INSECT else 13.0
    return min(max(low, 2.0 * part.size[1]), place.bounds.high[1] - 2.0)


def passing(place: Place, part: Part, action: str, seconds: float, *, street: bool) -> Route:
    """Pass by: down the street past the camera, or across the picture."""
    speed = speed_of(part, action)
    if street:
        track = path_track(place)
        stop = nearest(track, vector(0.0, 0.0, 0.0))
        speed = min(speed, (stop + 10.0) / seconds)
        return Route(track=track, pace=steady(speed, stop - speed * seconds))
    track = cross_track(place)
    middle = nearest(track, vector(0.0, 0.0, 0.0))
    reach = min(speed * seconds, 1.4 * max(part.size))
    return Route(track=track, pace=steady(reach / seconds, middle - 0.6 * reach))


def approaching(
    part: Part, start: Vector, goal: Vector, plan: tuple[Stretch, ...], seconds: float
) -> Route:
    """Linger far away until the approach begins, then come, faster and faster."""
    come = next(stretch for stretch in plan if stretch.name == "approach")
    away = float(np.linalg.norm(goal - start))
    lead = 0.06 * away * (come.start / seconds)
    side = cross(goal - start, vector(0.0, 1.0, 0.0))
    side /= np.linalg.norm(side) + 1e-9
    before = start + side * (0.1 * away) - vector(0.0, 0.02 * away, 0.0)
    middle = start + (goal - start) * 0.55 - vector(0.0, 0.06 * away, 0.0) - side * (0.04 * away)
    track = curve(np.stack([before, start, middle, goal]), 24)
    first = nearest(track, start)
    flier = part.body.kind in (Kind.WINGED, Kind.BIRD, Kind.INSECT, Kind.AIRCRAFT)

    def pace(time: float) -> float:
        share = between(time, come.start, come.start + 0.93 * (seconds - come.start))
        rush = ease_in(share, 1.4 if flier else 1.15)
        idle = first - lead * (1.0 - min(1.0, time / max(come.start, 1e-6)))
        return idle + (track.length - first) * rush

    return Route(track=track, pace=pace)


def roaming(place: Place, part: Part, action: str, seconds: float, lane: int, count: int) -> Route:
    """Swim or fly in a loose file across the picture, each in a lane of its own."""
    size = max(part.size)
    speed = speed_of(part, action) * (0.8 + 0.05 * (lane % 5))
    reach = min(speed * seconds, 3.2 * size * max(1.0, math.sqrt(count)))
    low, high = _levels(place, part)
    x0, y0, z0 = _berth(lane, count, size)
    y0 = clamp(0.5 * (low + high) + y0, low, high)
    x0 -= 0.5 * reach
    phase = 2.4 * lane
    along = np.linspace(0.0, reach * 1.4, 12)
    x = x0 + along
    y = np.clip(y0 + 0.16 * size * np.sin(along / max(size, 0.05) * 0.9 + phase), low, high)
    z = z0 + 0.3 * size * np.sin(along / max(size, 0.05) * 0.7 + phase) + 0.22 * along
    if _has_basin(place) and action == "swim":
        z -= float(z.max()) + place.clear + BASIN
    turn = -place.heading
    points = np.stack(
        [x * math.cos(turn) + z * math.sin(turn), y, z * math.cos(turn) - x * math.sin(turn)], 1
    )
    return Route(track=curve(points), pace=steady(reach / seconds))


def _berth(lane: int, count: int, size: float) -> tuple[float, float, float]:
    """Return a swimmer's place in its shoal: rows one behind another, none beside its equal."""
    rank, seat = divmod(lane, 3)
    y = (0.0, 0.5, -0.45)[seat] + 0.2 * (rank % 2)
    z = (0.0, -0.6, 0.5)[seat] - 0.35 * (rank % 3)
    x = -0.9 * rank - (0.0, 0.6, 0.35)[seat] + 0.55 * ((count - 1) // 3)
    return x * size, y * size, z * size


BASIN = 3.0
"""Metres from what stands on the edge of a pool to the nearest swimmer."""


def _has_basin(place: Place) -> bool:
    """Say whether there is water indoors, beyond the edge on which heroes stand."""
    return place.indoor and place.medium is Medium.LAND and place.water is not None


def _levels(place: Place, part: Part) -> tuple[float, float]:
    half = 0.5 * part.size[1]
    if place.water is not None and _has_basin(place):
        return place.water.level, place.water.level
    if place.medium is Medium.UNDERWATER:
        low, high = place.swim
        return low + half, max(high - half, low + half + 0.1)
    if place.medium is Medium.WATER:
        return -0.15 * part.size[1], 0.0
    if place.medium in (Medium.AIR, Medium.SPACE):
        return -half, half
    return 1.0 + half, 1.6 + 2.0 * half


def orbiting(middle: Vector, radius: float, seconds: float, phase: float) -> Route:
    """Circle round a place, once in nine seconds."""
    angles = phase + np.linspace(0.0, 2.0 * math.pi * max(1.0, seconds / 9.0) + 1.0, 64)
    rows: npt.NDArray[np.float64] = np.stack(
        [np.sin(angles) * radius, 0.12 * radius * np.sin(2.0 * angles), np.cos(angles) * radius], 1
    )
    return Route(track=Track(rows + middle), pace=steady(2.0 * math.pi * radius / 9.0))


def entering(at: Vector, heading: float, part: Part, plan: tuple[Stretch, ...]) -> Route:
    """Come in from the side and stop at a mark."""
    stretch = next(stretch for stretch in plan if stretch.name in ("enter", "leave"))
    ahead = vector(math.sin(heading), 0.0, math.cos(heading))
    speed = speed_of(part, "walk")
    length = speed * (stretch.end - stretch.start)
    if stretch.name == "leave":
        return Route(track=spot(at, heading), pace=lambda t: speed * max(0.0, t - stretch.start))
    track = Track(np.stack([at - ahead * length, at]))
    return Route(track=track, pace=_stopping(speed, stretch))


def _stopping(speed: float, stretch: Stretch) -> Pace:
    moving = eased(speed, 0.0, stretch.end - stretch.start)
    return lambda time: moving(max(0.0, time - stretch.start))
