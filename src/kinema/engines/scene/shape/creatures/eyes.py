"""Eyes: an eyeball with iris, pupil and highlight, and lids that close over it."""

import math
from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, moved
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.shape.part import Doubles, Point
from kinema.engines.scene.shape.primitives import sheet, sphere


@dataclass(frozen=True, slots=True, kw_only=True)
class Eye:
    """What an eye looks like.

    Attributes:
        radius: Of the ball, metres.
        iris: Its linear RGB.
        lid: Linear RGB of the lids.
        wide: Angle that the iris covers from the middle, radians; above 1.1 no white shows.
        white: Linear RGB round the iris.
        pupil: Pupil's share of the iris.
        slit: Width of the pupil by its height; 1 is round.
        opening: How far the upper lid is drawn back, radians above the gaze.
        lower: How far the lower lid stays below the gaze, radians.
        lash: Colour of the upper lid's rim.
        glow: Radiance of the iris; 0 for living eyes.
    """

    radius: float
    iris: Rgb
    lid: Rgb
    wide: float = 0.75
    white: Rgb = (0.88, 0.87, 0.85)
    pupil: float = 0.55
    slit: float = 1.0
    opening: float = 0.65
    lower: float = 0.6
    lash: Rgb = (0.02, 0.015, 0.012)
    glow: float = 0.0
    sides: int = 14


def facing(direction: Point) -> Floats:
    """Return the (3, 3) turn that takes +z to a direction and keeps up as up as can be."""
    forward = np.asarray(direction, float)
    forward = forward / np.linalg.norm(forward)
    side = np.cross((0.0, 1.0, 0.0), forward)
    side /= np.linalg.norm(side)
    return np.stack([side, np.cross(forward, side), forward], axis=1).astype(np.float32)


def eyeball(eye: Eye, centre: Point, gaze: Point) -> Mesh:
    """Return the ball that looks along ``gaze``, with its highlight above and to the left."""
    ball = _rings(eye)
    sparks = [
        sphere(
            (x * eye.radius, y * eye.radius, z * eye.radius),
            size * eye.radius,
            (0.95, 0.95, 0.95),
            material=Material.EMISSIVE,
            rings=4,
            sides=7,
        )
        for x, y, z, size in ((-0.23, 0.28, 0.715, 0.255), (0.2, -0.22, 0.76, 0.2))
    ]
    return moved(join([ball, *sparks]), centre, turn=facing(gaze))


def upper_lid(eye: Eye, centre: Point, gaze: Point) -> Mesh:
    """Return the lid that turns about x by ``opening + 0.3`` radians to close."""
    return _lid(eye, centre, gaze, from_top=True)


def lower_lid(eye: Eye, centre: Point, gaze: Point) -> Mesh:
    """Return the lid that stays."""
    return _lid(eye, centre, gaze, from_top=False)


def _rings(eye: Eye) -> Mesh:
    """Return the ball about +z; each colour has rings of its own, so that edges are sharp."""
    limbus = tuple(channel * 0.25 for channel in eye.iris)
    light = tuple(min(channel * 1.5 + 0.02, 1.0) for channel in eye.iris)
    inner, outer = eye.wide * eye.pupil, eye.wide
    bands = [
        (0.0, inner, (0.004, 0.004, 0.005), (0.004, 0.004, 0.005), 2),
        (inner, outer * 0.86, eye.iris, light, 3),
        (outer * 0.86, outer, limbus, limbus, 2),
        (outer, 1.9, eye.white, eye.white, 4),
    ]
    made = []
    for start, end, first, last, rings in bands:
        material = Material.EMISSIVE if eye.glow and end == outer * 0.86 else Material.MATTE
        gain = eye.glow if material is Material.EMISSIVE else 1.0
        colours = np.linspace(np.asarray(first), np.asarray(last), rings)[::-1, None, :] * gain
        angle = np.linspace(start, end, rings)[::-1]
        made.append(_zone(eye, angle, colours, material))
    return join(made)


def _zone(eye: Eye, angle: Doubles, colours: Doubles, material: Material) -> Mesh:
    turn = np.arange(eye.sides) * (2 * math.pi / eye.sides)
    narrow = 1.0 + (eye.slit - 1.0) * (angle < eye.wide * 0.85)
    across = np.sin(angle)[:, None] * np.cos(turn) * narrow[:, None]
    up = np.sin(angle)[:, None] * np.sin(turn)
    ahead = np.sqrt(np.maximum(1 - across**2 - up**2, 0.0)) * np.sign(np.cos(angle))[:, None]
    points = np.stack([across, up, ahead], axis=-1) * eye.radius
    flat = sheet(points, colours, material=material, around=True)
    return Mesh(
        vertices=flat.vertices,
        normals=(flat.vertices / eye.radius).astype(np.float32),
        colours=flat.colours,
        triangles=flat.triangles,
        materials=flat.materials,
    )


def _lid(eye: Eye, centre: Point, gaze: Point, *, from_top: bool) -> Mesh:
    """Return a shell from the back over the top (or bottom) to its rim, a little thicker there."""
    edge = eye.opening if from_top else eye.lower
    rows, columns = 4, 9
    lift = np.linspace(2.4, edge, rows)
    lift = np.concatenate([lift, [edge - 0.02, edge + 0.06]])
    radius = np.concatenate([np.linspace(1.085, 1.1, rows), [1.02, 0.98]]) * eye.radius
    across = np.linspace(0.0, math.pi, columns)
    sign = 1.0 if from_top else -1.0
    points = np.stack(
        [
            -np.cos(across) * radius[:, None],
            np.sin(lift)[:, None] * np.sin(across) * radius[:, None] * sign,
            np.cos(lift)[:, None] * np.sin(across) * radius[:, None],
        ],
        axis=-1,
    )
    colours = np.broadcast_to(np.asarray(eye.lid), points.shape).copy()
    if from_top:
        colours[rows:] = eye.lash
    shell = sheet(
        points[::-1] if from_top else points,
        colours[::-1] if from_top else colours,
        material=Material.SKIN,
    )
    return moved(shell, centre, turn=facing(gaze))
