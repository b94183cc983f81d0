"""Views: where the camera is in each scheme, before anything is asked of it."""

import math
from collections.abc import Callable

import numpy as np

from kinema.engines.scene.graph import Shot
from kinema.engines.scene.motion.ease import drift, mix, smooth
from kinema.engines.scene.motion.rotation import UP, Vector, about, cross, unit, vector
from kinema.engines.scene.stage.place import Medium, Place

from .camera import Aim, Base
from .scheme import SMALL, Scheme
from .shot import FILL, FILL_OF, INTIMATE, Lens, Subject, distance
from .sight import Obstacles

ELEVATION = {"aerial": 52.0, "high": 26.0, "low": -9.0}
"""Degrees that the camera is above the subject, by angle."""

AZIMUTH = {"front": 6.0, "side": 88.0, "back": 158.0}
"""Degrees from the hero's nose round to the camera, by angle."""


HEIGHTS = ((0.35, 4.0), (0.7, 9.0), (5.0, 6.0), (math.inf, 2.0))
"""Degrees that the camera is above subjects up to that many metres, the first that fits."""


def base(
    scheme: Scheme, subject: Subject, shot: Shot, place: Place, glass: Lens, *, seconds: float,
    seed: int,
) -> Base:  # fmt: skip
    """Return the camera of a scheme, with its own slow move if none was asked for."""
    makers = {
        Scheme.STAY: _watching,
        Scheme.TRAVEL: _tracking,
        Scheme.PASS: _panning,
        Scheme.APPROACH: _waiting,
        Scheme.ROAM: _watching,
        Scheme.VIEW: _viewing,
    }
    return makers[scheme](scheme, subject, shot, place, glass, seconds, seed)


def _fill(scheme: Scheme, shot: Shot, subject: Subject) -> float:
    if shot.size is None and subject.intimate and scheme is Scheme.STAY:
        return INTIMATE
    if shot.size is None and scheme is Scheme.STAY and max(subject.size) < SMALL:
        return 0.42
    return FILL.get(shot.size or "", FILL_OF[scheme])


def _elevation(shot: Shot, subject: Subject) -> float:
    if shot.angle in ELEVATION:
        return math.radians(ELEVATION[shot.angle])
    if subject.aloft:
        return math.radians(-7.0)
    height = subject.size[1]
    return math.radians(
        20.0 if height < 0.25 else 11.0 if height < 0.7 else 6.0 if height < 5 else 2.0
    )


def _way(azimuth: float, elevation: float, forward: Vector) -> Vector:
    """Return the direction from the subject to the camera."""
    flat = unit(vector(float(forward[0]), 0.0, float(forward[2])))
    turned = about(UP, azimuth) @ flat
    return turned * math.cos(elevation) + UP * math.sin(elevation)


def _towards_viewer(place: Place) -> Vector:
    return vector(-math.sin(place.heading), 0.0, math.cos(place.heading))


def _watching(
    scheme: Scheme, subject: Subject, shot: Shot, place: Place, glass: Lens, seconds: float,
    seed: int,
) -> Base:  # fmt: skip
    """Stand before the subject; push in slowly and drift a little to one side."""
    fill = _fill(scheme, shot, subject)
    away = distance(subject, glass, fill)
    side = 1.0 if seed % 2 else -1.0
    elevation = _elevation(shot, subject)
    free = shot.move.still
    centre = subject.middle(0.5 * seconds)
    travel = float(np.linalg.norm(subject.middle(0.0) - centre))
    spare = max(0.0, 0.42 * glass.wide * away - 0.5 * subject.whole[0])
    hold = min(0.55, spare / max(travel, 1e-6))

    def aim(time: float) -> Aim:
        share = smooth(time / seconds) if free else 0.0
        middle = subject.middle(time if scheme is Scheme.ROAM else 0.0)
        if scheme is Scheme.ROAM:
            middle = centre * hold + middle * (1.0 - hold)
        azimuth = math.radians(side * mix(-5.0, 5.0, share)) * free
        way = _way(azimuth, elevation, _towards_viewer(place))
        eye = middle + way * away * (mix(1.07, 0.93, share) if free else 1.0)
        target = _composed(subject, middle, eye, time, glass, fill)
        return _shaken(
            Aim(eye=eye, target=target, hero=middle, fov=glass.fov, blur=_blur(fill, subject)),
            time, seed, free=free,
        )  # fmt: skip

    return aim


def _composed(
    subject: Subject, middle: Vector, eye: Vector, time: float, glass: Lens, fill: float
) -> Vector:
    """Return what the middle of the picture looks at: head room above, lead room ahead."""
    away = float(np.linalg.norm(middle - eye))
    view = unit(middle - eye)
    right = unit(cross(view, UP))
    lead = float(subject.forward(time) @ right)
    spare = max(0.0, 0.86 - subject.whole[0] / (glass.wide * away))
    shift = right * (lead * 0.16 * min(spare, 0.7) * glass.wide * away)
    lift = (0.06 if max(subject.size) > SMALL else 0.2) * glass.tall * away
    if fill >= 0.9:
        lift = subject.head * min(1.0, 0.55 + 0.4 * fill) - 0.05 * glass.tall * away
        shift = shift * 0.3
    return middle + shift + UP * lift


def _blur(fill: float, subject: Subject) -> float:
    small = 0.45 if max(subject.size) < SMALL else 0.0
    return min(0.9, 0.15 + 0.55 * max(0.0, fill - 0.3) + small)


def _shaken(aim: Aim, time: float, seed: int, *, free: bool) -> Aim:
    """Return the aim as held by a very calm hand; a moved camera is on a dolly."""
    if not free:
        return aim
    size = 0.0025 * float(np.linalg.norm(aim.target - aim.eye))
    key = float(seed % 97)
    sway = vector(drift(0.7 * time, key), 0.7 * drift(0.8 * time, key + 3.0), 0.0) * size
    return Aim(
        eye=aim.eye, target=aim.target + sway, hero=aim.hero, fov=aim.fov, roll=aim.roll,
        blur=aim.blur,
    )  # fmt: skip


def _tracking(
    scheme: Scheme, subject: Subject, shot: Shot, place: Place, glass: Lens, seconds: float,
    seed: int,
) -> Base:  # fmt: skip
    """Go ahead of the subject at its pace, three quarters to its front."""
    fill = _fill(scheme, shot, subject)
    away = distance(subject, glass, fill)
    elevation = _elevation(shot, subject)
    free = shot.move.still
    azimuth = _azimuth(subject, shot, place, away, seconds, seed)
    swing = math.copysign(math.radians(9.0), azimuth)

    def aim(time: float) -> Aim:
        share = smooth(time / seconds)
        middle = subject.middle(time)
        angle = azimuth + mix(swing, -swing, share) if free else azimuth
        way = _way(angle, elevation, _smoothed(subject.forward, time))
        eye = middle + way * away * (mix(1.06, 0.94, share) if free else 1.0)
        target = _composed(subject, middle, eye, time, glass, fill)
        seen = Aim(eye=eye, target=target, hero=middle, fov=glass.fov, blur=_blur(fill, subject))
        return _shaken(seen, time, seed, free=free)

    return aim


def _azimuth(
    subject: Subject, shot: Shot, place: Place, away: float, seconds: float, seed: int
) -> float:
    """Return the angle from the subject's nose round to the camera from which least hides it."""
    side = _lit_side(place, subject, seconds, 1.0 if seed % 2 else -1.0)
    usual = AZIMUTH.get(shot.angle or "", 36.0 if subject.size[1] < 1.9 else 46.0)
    angles = [
        math.radians(s * a) for a in (usual, 0.6 * usual, 0.25 * usual) for s in (side, -side)
    ]
    if subject.aloft:
        return angles[0]
    things = Obstacles(place)

    def hidden(angle: float) -> float:
        """Count what is in the way at five moments; later choices must be clearly better."""
        count = 0
        for time in np.linspace(0.0, seconds, 5):
            way = _way(angle, 0.0, _smoothed(subject.forward, time))
            middle = subject.middle(time)
            count += things.between(middle + way * away, middle, subject.size[1])
        return count + 2.0 * angles.index(angle)

    return min(angles, key=hidden)


HARD = 0.15
"""Light of the sky over light of the sun under which a shaded side is lost in the dark."""


def _lit_side(place: Place, subject: Subject, seconds: float, otherwise: float) -> float:
    """Return the side from which a subject is seen lit, where the light is hard."""
    light = place.palette
    if sum(light.sky_light) > HARD * sum(light.sun_light):
        return otherwise
    ahead = subject.forward(0.5 * seconds)
    left = vector(float(ahead[2]), 0.0, -float(ahead[0]))
    return 1.0 if float(left @ np.array(light.sun)) > 0.0 else -1.0


def _smoothed(forward: Callable[[float], Vector], time: float) -> Vector:
    return unit(sum((forward(time + step) for step in (-0.8, -0.4, 0.0, 0.4, 0.8)), np.zeros(3)))


def _panning(
    scheme: Scheme, subject: Subject, shot: Shot, place: Place, glass: Lens, seconds: float,
    seed: int,
) -> Base:  # fmt: skip
    """Watch the subject go across, or drive ahead of one that comes down the road."""
    viewer = _towards_viewer(place)
    heading = unit(subject.forward(seconds) * vector(1.0, 0.0, 1.0))
    if float(heading @ viewer) > 0.5:
        return _leading(subject, shot, glass, seconds, seed)
    fill = _fill(scheme, shot, subject)
    away = distance(subject, glass, fill)
    steady = subject.middle(0.55 * seconds)
    eye = steady + _way(0.0, _elevation(shot, subject), viewer) * away
    free = shot.move.still

    def aim(time: float) -> Aim:
        share = smooth(time / seconds) if free else 0.0
        middle = subject.middle(time)
        here = eye + (middle - eye) * (0.06 * share)
        look = steady * 0.35 + middle * 0.65
        target = _composed(subject, look, here, time, glass, fill)
        seen = Aim(eye=here, target=target, hero=middle, fov=glass.fov, blur=0.12)
        return _shaken(seen, time, seed, free=free)

    return aim


def _leading(subject: Subject, shot: Shot, glass: Lens, seconds: float, seed: int) -> Base:
    """Drive ahead in the next lane, looking back, while the subject catches up."""
    fill = _fill(Scheme.PASS, shot, subject)
    near = max(distance(subject, glass, fill), 1.15 * max(subject.size))
    elevation = _elevation(shot, subject)
    side = 1.0 if seed % 2 else -1.0
    free = shot.move.still

    def aim(time: float) -> Aim:
        share = smooth(time / seconds) if free else 0.7
        middle = subject.middle(time)
        way = _way(math.radians(side * mix(13.0, 33.0, share)), elevation, subject.forward(time))
        eye = middle + way * near * mix(2.1, 0.95, share)
        target = _composed(subject, middle, eye, time, glass, fill)
        seen = Aim(eye=eye, target=target, hero=middle, fov=glass.fov, blur=0.12)
        return _shaken(seen, time, seed, free=free)

    return aim


def _waiting(
    scheme: Scheme, subject: Subject, shot: Shot, place: Place, glass: Lens, seconds: float,
    seed: int,
) -> Base:  # fmt: skip
    """Stand and watch the subject come; shake when it is upon the camera."""
    eye = approach_eye(place, subject.size)
    first = subject.middle(0.0)

    def aim(time: float) -> Aim:
        middle = subject.middle(time)
        away = float(np.linalg.norm(middle - eye))
        far = smooth(away / (0.55 * float(np.linalg.norm(first - eye)) + 1e-6))
        ground = vector(0.0, 0.16 * glass.tall * away * far, 0.0)
        near = 1.0 - smooth((away - 2.0 * max(subject.size)) / (6.0 * max(subject.size)))
        tremor = UP * (0.012 * near * away * math.sin(31.0 * time)) * shot.move.still
        head = UP * (0.78 * subject.head * (1.0 - far))
        target = middle - ground + tremor + head
        return Aim(eye=eye, target=target, hero=middle, fov=glass.fov, blur=0.1)

    del scheme, seconds, seed
    return aim


STANDING = 1.65
"""Metres from the floor up to the eyes of one who looks round a room."""


def approach_eye(place: Place, size: tuple[float, float, float]) -> Vector:
    """Return where the camera awaits one who comes."""
    viewer = _towards_viewer(place)
    at = viewer * min(0.6 * place.clear, 4.0)
    floor = max(place.height(float(at[0]), float(at[2])), 0.0)
    if place.medium in (Medium.AIR, Medium.SPACE):
        floor = 0.0
    return at + UP * (floor + min(1.7, 0.5 + 0.5 * size[1]))


def _viewing(
    scheme: Scheme, subject: Subject, shot: Shot, place: Place, glass: Lens, seconds: float,
    seed: int,
) -> Base:  # fmt: skip
    """Look at the place, its landmark or its sky; glide slowly sideways and forward."""
    viewer = _towards_viewer(place)
    side = 1.0 if seed % 2 else -1.0
    free = shot.move.still
    right = cross(-viewer, UP)
    height = {"aerial": 30.0, "high": 12.0}.get(shot.angle or "", STANDING if place.indoor else 5.0)
    start = viewer * min(0.7 * place.clear + 2.0, 9.0)
    floor = max(place.height(float(start[0]), float(start[2])), 0.0)
    mark = place.landmark
    far = _outlook(place, viewer) if mark is None else np.array(mark, np.float64)
    fov = glass.fov if mark is None else _fov_of_landmark(far, start, glass)

    def aim(time: float) -> Aim:
        share = time / seconds if free else 0.0
        eye = (
            start
            + UP * (floor + height)
            - viewer * (2.2 * share)
            + right * (side * 1.2 * (share - 0.5))
        )
        above = 0.16 * 2.0 * math.tan(0.5 * fov) * float(np.linalg.norm(far - eye))
        lift = UP * (above if mark is not None else 0.0)
        return Aim(eye=eye, target=far + lift, hero=far, fov=fov)

    del scheme, subject
    return aim


def _outlook(place: Place, viewer: Vector) -> Vector:
    """Return what is looked at where nothing stands out: the far wall, or the sky's lower edge."""
    if place.indoor:
        return -viewer * 60.0 + UP * (place.height(0.0, 0.0) + STANDING)
    return -viewer * 60.0 + UP * (0.19 * 60.0)


def _fov_of_landmark(middle: Vector, eye: Vector, glass: Lens) -> float:
    """Return the field of view in which a landmark takes half of the picture, sky the rest."""
    away = float(np.linalg.norm(middle - eye))
    high = 2.2 * max(float(middle[1]), 2.0)
    return min(glass.fov, max(math.radians(16.0), 2.0 * math.atan(0.5 * high / 0.5 / away)))
