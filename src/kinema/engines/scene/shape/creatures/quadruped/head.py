"""Head of a quadruped: skull, muzzle, jaw, eyes in sockets, nose and the line of the mouth."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.draft import Draft, Skin
from kinema.engines.scene.shape.creatures.eyes import Eye, eyeball, lower_lid, upper_lid
from kinema.engines.scene.shape.creatures.paint import stamp
from kinema.engines.scene.shape.creatures.quadruped.shape import Layout
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.part import Doubles, Part, Point, ball, packed
from kinema.engines.scene.shape.primitives import sphere, tube
from kinema.engines.scene.shape.sdf import projected

SIDES = (("L", 1.0), ("R", -1.0))


def skull(plan: Layout, coat: Coat) -> list[Part]:
    """Return skull, brow, cheeks and muzzle, without sockets."""
    shape, size = plan.shape, plan.shape.head
    tilt = (plan.shape.tilt, 0.0, 0.0)
    like = Part(
        a=plan.head, b=plan.head, ra=1, rb=1, bone="head", colour=coat("head"),
        blend=0.35 * size, turn=tilt,
    )  # fmt: skip
    wide = shape.head_width
    parts = [ball(plan.head, (size * wide, size * 0.97, size), like)]
    brow = shape.brow * size
    parts.append(ball(plan.at_head(0, 0.3, 0.3), (brow * wide, brow * 0.75, brow * 0.8), like))
    for _, way in SIDES:
        if shape.cheek:
            at = plan.at_head(way * 0.5 * wide, -0.32, 0.3)
            parts.append(
                ball(at, (shape.cheek * size, shape.cheek * size * 0.9, shape.cheek * size), like)
            )
    return parts + _muzzle(plan, coat, like)


def _muzzle(plan: Layout, coat: Coat, like: Part) -> list[Part]:
    shape, size = plan.shape, plan.shape.head
    colour = mixed(coat("muzzle"), coat("head"), 0.15)
    start = plan.at_head(0, -0.2, 0.42)
    parts = [
        replace(
            like, a=start, b=plan.muzzle, ra=shape.muzzle_base * size, rb=shape.muzzle_tip * size,
            squash=(shape.muzzle_width, 1.0, 1.0), colour=colour, blend=0.28 * size,
        )
    ]  # fmt: skip
    for _, way in SIDES:
        if shape.pads:
            at = plan.at_head(
                way * 0.7 * shape.pads,
                -0.3 - shape.muzzle_drop,
                0.38 + shape.muzzle + 0.3 * shape.muzzle_tip,
            )
            pad = shape.pads * size
            parts.append(
                replace(
                    ball(at, (pad * 1.05, pad * 0.85, pad), like),
                    colour=coat("muzzle"),
                    blend=0.1 * size,
                )
            )
    return parts


def jaw(plan: Layout, coat: Coat) -> Skin:
    """Return the lower jaw, a skin of its own, so that the mouth is a real seam."""
    shape, size = plan.shape, plan.shape.head
    tip = shape.muzzle_tip
    drop = 0.22 + shape.muzzle_drop
    end = plan.at_head(0, -drop - tip * 0.62, 0.32 + shape.muzzle - 0.05 * tip)
    part = Part(
        a=plan.at_head(0, -0.52, 0.15), b=end, ra=0.42 * size, rb=tip * 0.58 * size,
        squash=(shape.muzzle_width * 0.95, 0.85, 1.0), bone="jaw", colour=coat("muzzle"),
        turn=(shape.tilt, 0.0, 0.0),
    )  # fmt: skip
    inside = stamp(
        plan.at_head(0, -drop - tip * 0.1, 0.3 + 0.6 * shape.muzzle),
        (tip * size * 0.75, tip * size * 0.42, (0.4 + shape.muzzle * 0.55) * size),
        coat("mouth"), soft=0.08,
    )  # fmt: skip
    return Skin(parts=(part,), cell=0.11 * size / shape.fine, paints=(inside,))


def add_head(draft: Draft, plan: Layout, coat: Coat) -> list[Part]:
    """Add jaw, eyes, nose and mouth, and return the soft parts with sockets carved."""
    parts = skull(plan, coat)
    field = packed(tuple(parts))
    size = plan.shape.head
    draft.bone("jaw", "head", plan.at_head(0, -0.42, 0.12))
    draft.skins.append(jaw(plan, coat))
    tongue = plan.at_head(
        0,
        -0.24 - plan.shape.muzzle_drop - 0.38 * plan.shape.muzzle_tip,
        0.2 + plan.shape.muzzle * 0.6,
    )
    draft.solid(
        "jaw",
        sphere(tongue, (0.2 * size, 0.05 * size, 0.4 * plan.shape.muzzle * size), coat("tongue")),
    )
    for name, way in SIDES:
        parts.append(_add_eye(draft, plan, coat, field, name, way))
    draft.solid("head", *NOSES[plan.shape.nose](plan, coat))
    if plan.shape.pads:
        draft.solid("head", *_lips(plan, coat, field))
    draft.marks["mouth"] = ("head", plan.muzzle)
    draft.marks["head"] = ("head", plan.head)
    draft.marks["top"] = ("head", plan.at_head(0, 1.0, 0))
    return parts


def eye_place(plan: Layout, way: float) -> tuple[Point, Point]:
    """Return roughly where an eye is, and where it looks."""
    shape = plan.shape
    ahead = math.sqrt(max(1 - shape.eye_side**2 - shape.eye_up**2, 0.1))
    out = shape.eye_out
    gaze = (way * math.sin(out), 0.03, math.cos(out))
    return plan.at_head(way * shape.eye_side * shape.head_width, shape.eye_up, ahead), gaze


def _add_eye(draft: Draft, plan: Layout, coat: Coat, field: Doubles, name: str, way: float) -> Part:
    """Add an eye and its lids, and return its socket."""
    shape, size = plan.shape, plan.shape.head
    guess, gaze = eye_place(plan, way)
    radius = shape.eye * size
    on_skin = projected(field, np.array([guess], float), 0.3 * size)[0]
    at = on_skin - np.asarray(gaze) * radius * 0.52
    place = (float(at[0]), float(at[1]), float(at[2]))
    eye = Eye(
        radius=radius, iris=coat("iris"), lid=lid_colour(plan, coat), wide=shape.eye_wide,
        slit=shape.slit, opening=shape.opening, pupil=0.62, lower=0.72,
    )  # fmt: skip
    draft.bone(f"lid.{name}", "head", place)
    draft.solid("head", eyeball(eye, place, gaze), lower_lid(eye, place, gaze))
    draft.solid(f"lid.{name}", upper_lid(eye, place, gaze))
    return Part(
        a=place, b=place, ra=radius * 0.86,
        rb=radius * 0.86, bone="head", cut=True,
        blend=0.35 * radius,
    )  # fmt: skip


def lid_colour(plan: Layout, coat: Coat) -> Rgb:
    """Return the colour round the eyes: a mask's, where there is one."""
    masked = {"mask", "panda"} & set(plan.shape.markings)
    base = coat("mask") if masked else coat("head")
    return mixed(base, (0.02, 0.015, 0.012), 0.25)


def _nose_place(plan: Layout, up: float, ahead: float) -> Point:
    tip = plan.shape.muzzle_tip
    return plan.at_head(
        0, -0.22 - plan.shape.muzzle_drop + up * tip, 0.45 + plan.shape.muzzle + ahead * tip
    )


def _button(plan: Layout, coat: Coat) -> list[Mesh]:
    size = plan.shape.head * plan.shape.muzzle_tip * plan.shape.nose_size
    top = sphere(
        _nose_place(plan, 0.52, 0.72), (0.5 * size, 0.32 * size, 0.36 * size), coat("nose"),
        material=Material.GLOSSY,
    )  # fmt: skip
    low = sphere(
        _nose_place(plan, 0.28, 0.86), (0.26 * size, 0.3 * size, 0.24 * size), coat("nose"),
        material=Material.GLOSSY,
    )  # fmt: skip
    return [top, low]


def _broad(plan: Layout, coat: Coat) -> list[Mesh]:
    size = plan.shape.head * plan.shape.muzzle_tip * plan.shape.nose_size
    pad = sphere(
        _nose_place(plan, 0.28, 0.52),
        (0.92 * size * plan.shape.muzzle_width, 0.55 * size, 0.58 * size),
        coat("nose"),
        material=Material.SATIN,
        rings=12,
        sides=18,
    )
    return [pad, *_nostrils(plan, 0.5, 0.3, 1.0, 0.16)]


def _slits(plan: Layout, coat: Coat) -> list[Mesh]:
    del coat
    return _nostrils(plan, 0.62, 0.3, 0.66, 0.2)


def _nostrils(plan: Layout, side: float, up: float, ahead: float, radius: float) -> list[Mesh]:
    tip = plan.shape.muzzle_tip
    size = plan.shape.head * tip * radius
    return [
        sphere(
            plan.at_head(
                way * side * tip * plan.shape.muzzle_width,
                -0.22 - plan.shape.muzzle_drop + up * tip,
                0.45 + plan.shape.muzzle + ahead * tip,
            ),
            (size * 0.8, size * 1.15, size), (0.015, 0.01, 0.01), rings=6, sides=8,
        )
        for _, way in SIDES
    ]  # fmt: skip


def _disc(plan: Layout, coat: Coat) -> list[Mesh]:
    size = plan.shape.head * plan.shape.muzzle_tip * plan.shape.nose_size
    plate = sphere(
        _nose_place(plan, 0.1, 0.82), (1.08 * size, 0.95 * size, 0.3 * size), coat("nose"),
        material=Material.SKIN, rings=12, sides=20,
    )  # fmt: skip
    return [plate, *_nostrils(plan, 0.4, 0.12, 1.08, 0.2)]


def _no_nose(plan: Layout, coat: Coat) -> list[Mesh]:
    del plan, coat
    return []


NOSES = {
    "button": _button,
    "broad": _broad,
    "slits": _slits,
    "disc": _disc,
    "trunk": _no_nose,
    "none": _no_nose,
}


def _lips(plan: Layout, coat: Coat, field: Doubles) -> list[Mesh]:
    """Return the line from the nose down and out to both corners of the mouth."""
    shape, size = plan.shape, plan.shape.head
    tip, low = shape.muzzle_tip, -0.22 - shape.muzzle_drop
    front = 0.45 + shape.muzzle + tip
    middle = [plan.at_head(0, low + up * tip, front) for up in (0.2, 0.0, -0.25, -0.45)]
    lines = [middle]
    for _, way in SIDES:
        curve = [(0.0, -0.45, 0.0), (0.25, -0.62, -0.08), (0.6, -0.55, -0.35), (0.95, -0.28, -0.9)]
        lines.append(
            [plan.at_head(way * x * tip, low + y * tip, front + z * tip) for x, y, z in curve]
        )
    made = []
    for line in lines:
        path = projected(field, _curve(np.array(line)), 0.4 * size)
        thick = np.linspace(1.0, 0.5, len(path)) * 0.032 * size
        made.append(tube(path, thick, coat("nose"), sides=5, material=Material.MATTE))
    return made


def _curve(points: Doubles) -> Doubles:
    """Return a smooth line through points, four for each."""
    at, fine = np.arange(len(points)), np.linspace(0, len(points) - 1, 4 * len(points))
    weight = np.exp(-(((fine[:, None] - at) / 0.55) ** 2))
    return np.asarray(weight @ points / weight.sum(axis=1, keepdims=True))
