"""A camera's base and the six axes and four presets on top of it."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from kinema.engines.scene.motion.ease import smooth
from kinema.engines.scene.motion.rotation import UP, Matrix, Vector, about, cross, unit
from kinema.engines.scene.render.view import Camera
from kinema.engines.scene.stage.place import Place
from kinema.video import CameraMove, Preset

STEP_TRAVEL = 0.06
"""Share of the hero's distance that one unit of ``horizontal`` or ``vertical`` travels."""

STEP_TURN = math.radians(3.0)
"""Radians that one unit of ``pan`` or ``tilt`` turns."""

STEP_ROLL = math.radians(4.5)
"""Radians that one unit of ``roll`` turns the picture."""

STEP_ZOOM = 1.07
"""Factor of the field of view for one unit of ``zoom``; positive is wider."""

ARC = math.radians(25.0)
"""How far the turning presets go round the hero."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aim:
    """Where a camera is and what it looks at, before anything was asked of it.

    Attributes:
        eye: (3,) metres.
        target: (3,) the middle of the picture.
        hero: (3,) the middle of what must stay in the picture.
        fov: Vertical field of view, radians.
        roll: Radians that the picture turns clockwise.
    """

    eye: Vector
    target: Vector
    hero: Vector
    fov: float
    roll: float = 0.0
    blur: float = 0.0


Base: TypeAlias = Callable[[float], Aim]
"""The camera at a time (seconds) if nothing is asked of it; pure."""


def moved(aim: Aim, move: CameraMove, share: float) -> Aim:
    """Return the aim after ``share`` of a move, from 0 to 1 (eased here).

    The axes combine; a preset comes before them.
    """
    done = smooth(share)
    aim = _preset(aim, move.preset, done) if move.preset is not None else aim
    forward, right, _ = axes(aim)
    away = float(np.linalg.norm(aim.hero - aim.eye))
    travel = right * (move.horizontal * STEP_TRAVEL * away * done)
    travel = travel + UP * (move.vertical * STEP_TRAVEL * away * done)
    turned = about(UP, -move.pan * STEP_TURN * done) @ forward
    side = unit(cross(turned, UP))
    turned = about(side, move.tilt * STEP_TURN * done) @ turned
    eye = aim.eye + travel
    return Aim(
        eye=eye,
        target=eye + turned * float(np.linalg.norm(aim.target - aim.eye)),
        hero=aim.hero,
        fov=min(aim.fov * STEP_ZOOM ** (move.zoom * done), math.radians(140.0)),
        roll=aim.roll + move.roll * STEP_ROLL * done,
        blur=aim.blur,
    )


def axes(aim: Aim) -> tuple[Vector, Vector, Vector]:
    """Return forward, right and up of the level camera."""
    forward = unit(aim.target - aim.eye)
    right = unit(cross(forward, UP))
    return forward, right, cross(right, forward)


def _preset(aim: Aim, preset: Preset, done: float) -> Aim:
    match preset:
        case Preset.DOWN_BACK:
            return _down_back(aim, done)
        case Preset.FORWARD_UP:
            return _forward_up(aim, done)
        case Preset.RIGHT_TURN_FORWARD:
            return _turn_forward(aim, done, ARC)
        case Preset.LEFT_TURN_FORWARD:
            return _turn_forward(aim, done, -ARC)


def _down_back(aim: Aim, done: float) -> Aim:
    """Descend and dolly back, tilting so that the hero stays where it is."""
    back = aim.eye - aim.hero
    high = UP * float(np.linalg.norm(back)) * 0.45 * (1.0 - done)
    return _from(aim, aim.hero + back * (0.85 + 0.5 * done) + high)


def _forward_up(aim: Aim, done: float) -> Aim:
    """Dolly in and tilt up; the hero sinks to the lower third."""
    nearer = _from(aim, aim.hero + (aim.eye - aim.hero) * (1.1 - 0.45 * done))
    away = float(np.linalg.norm(nearer.target - nearer.eye))
    lift = UP * (math.tan(0.2 * aim.fov) * away * done)
    return Aim(
        eye=nearer.eye, target=nearer.target + lift, hero=aim.hero, fov=aim.fov, roll=aim.roll,
        blur=aim.blur,
    )  # fmt: skip


def _turn_forward(aim: Aim, done: float, arc: float) -> Aim:
    """Dolly in on an arc round the hero: the view turns by ``arc`` to the right."""
    back = about(UP, -arc * (done - 0.5)) @ (aim.eye - aim.hero)
    return _from(aim, aim.hero + back * (1.1 - 0.42 * done))


def _from(aim: Aim, eye: Vector) -> Aim:
    """Return the aim from another place, with what was in the middle turned along."""
    shift = aim.target - aim.hero
    scale = float(np.linalg.norm(eye - aim.hero) / (np.linalg.norm(aim.eye - aim.hero) + 1e-9))
    turn = _about_up(aim.eye - aim.hero, eye - aim.hero)
    return Aim(
        eye=eye, target=aim.hero + turn @ shift * scale, hero=aim.hero, fov=aim.fov, roll=aim.roll,
        blur=aim.blur,
    )  # fmt: skip


def _about_up(first: Vector, second: Vector) -> Matrix:
    angle = math.atan2(float(second[0]), float(second[2])) - math.atan2(
        float(first[0]), float(first[2])
    )
    return about(UP, angle)


def kept_clear(aim: Aim, place: Place, *, turning: bool) -> Aim:
    """Return the aim with the eye inside the place's bounds and above the ground.

    Args:
        aim: Where the camera wants to be.
        place: Whose bounds and ground hold.
        turning: Whether an eye that had to stop still looks at its target; else it still looks
            the same way.
    """
    low, high = np.array(place.bounds.low), np.array(place.bounds.high)
    eye = np.clip(aim.eye, low, high)
    floor = place.height(float(eye[0]), float(eye[2])) + 0.15
    eye[1] = max(float(eye[1]), floor)
    shift = np.zeros(3) if turning else eye - aim.eye
    return replace(aim, eye=eye, target=aim.target + shift)


def camera(aim: Aim) -> Camera:
    """Return the renderer's camera; a positive roll turns the picture clockwise."""
    forward, right, up = axes(aim)
    cosine, sine = math.cos(aim.roll), math.sin(aim.roll)
    rows = np.stack([right * cosine + up * sine, up * cosine - right * sine, forward])
    return Camera(
        eye=aim.eye.astype(np.float32),
        axes=rows.astype(np.float32),
        fov=aim.fov,
        focus=float(np.linalg.norm(aim.hero - aim.eye)),
        blur=aim.blur,
    )
