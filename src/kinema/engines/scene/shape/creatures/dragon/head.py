"""A dragon's head: brows drawn down over burning eyes, horns, and jaws full of teeth."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.draft import Draft, Skin
from kinema.engines.scene.shape.creatures.eyes import Eye, eyeball, lower_lid, upper_lid
from kinema.engines.scene.shape.creatures.paint import stamp
from kinema.engines.scene.shape.creatures.quadruped.extras import smooth_line
from kinema.engines.scene.shape.creatures.quadruped.head import SIDES
from kinema.engines.scene.shape.creatures.quadruped.shape import Layout
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.shape.part import Part, Point, ball
from kinema.engines.scene.shape.primitives import cone, sphere, tube

BONE = (0.62, 0.55, 0.4)
"""Colour of teeth."""


def add_head(draft: Draft, plan: Layout, coat: Coat) -> list[Part]:
    """Add jaw, eyes, teeth and horns; return the skull's parts."""
    size = plan.shape.head
    like = Part(
        a=plan.head, b=plan.head, ra=1, rb=1, bone="head", colour=coat("head"), blend=0.22 * size,
        turn=(plan.shape.tilt, 0.0, 0.0),
    )  # fmt: skip
    parts = _skull(plan, like, coat)
    draft.bone("jaw", "head", plan.at_head(0, -0.42, 0.1))
    draft.skins.append(_jaw(plan, coat))
    for name, way in SIDES:
        parts.append(_add_eye(draft, plan, coat, name, way))
    _add_teeth(draft, plan)
    _add_horns(draft, plan, coat)
    tongue = [plan.at_head(0, -0.5, ahead) for ahead in (0.3, 1.0, 1.7, 2.05)]
    widths = [0.2 * size, 0.2 * size, 0.13 * size, 0.03 * size]
    draft.solid("jaw", tube(tongue, widths, coat("tongue"), sides=8, squash=0.35))
    glow = sphere(
        plan.at_head(0, -0.32, 0.35),
        (0.34 * size, 0.2 * size, 0.3 * size),
        (2.2, 0.55, 0.08),
        material=Material.EMISSIVE,
        rings=8,
        sides=10,
    )
    draft.solid("head", glow)
    draft.marks["mouth"] = ("head", plan.at_head(0, -0.35, 2.4))
    draft.marks["head"] = ("head", plan.head)
    draft.marks["top"] = ("head", plan.at_head(0, 1.0, 0))
    return parts


def _skull(plan: Layout, like: Part, coat: Coat) -> list[Part]:
    size = plan.shape.head
    dark = mixed(coat("head"), (0.0, 0.0, 0.0), 0.45)

    def lump(at: Point, radii: Point, **changes: float) -> Part:
        x, y, z = radii
        part = ball(plan.at_head(*at), (x * size, y * size, z * size), like)
        return replace(part, blend=changes.get("blend", 0.22) * size)

    def bar(start: Point, end: Point, ra: float, rb: float, *, blend: float = 0.12) -> Part:
        return replace(
            like, a=plan.at_head(*start), b=plan.at_head(*end), ra=ra * size, rb=rb * size,
            blend=blend * size, turn=(0.0, 0.0, 0.0),
        )  # fmt: skip

    parts = [
        lump((0, 0.02, -0.05), (0.92, 0.78, 1.05)),
        replace(
            bar((0, -0.05, 0.5), (0, -0.2, 2.15), 0.66, 0.36, blend=0.25), squash=(1.0, 0.72, 1.0)
        ),
        bar((0, 0.35, 0.45), (0, 0.1, 2.0), 0.2, 0.1, blend=0.2),
        lump((0, -0.02, 2.2), (0.34, 0.24, 0.26)),
    ]
    for _, way in SIDES:
        parts += [
            lump((way * 0.62, -0.28, 0.12), (0.42, 0.42, 0.55)),
            replace(
                bar((way * 0.24, 0.34, 1.12), (way * 0.86, 0.74, -0.02), 0.17, 0.24), colour=dark
            ),
            bar((way * 0.3, -0.05, 1.0), (way * 0.3, -0.02, 2.1), 0.14, 0.12),
            lump((way * 0.22, 0.14, 2.22), (0.15, 0.14, 0.2), blend=0.08),
            replace(lump((way * 0.25, 0.17, 2.38), (0.07, 0.06, 0.1), blend=0.04), cut=True),
        ]
    return parts


def _jaw(plan: Layout, coat: Coat) -> Skin:
    size = plan.shape.head
    like = Part(
        a=plan.at_head(0, -0.55, 0.0), b=plan.at_head(0, -0.62, 2.0), ra=0.5 * size, rb=0.27 * size,
        bone="jaw", colour=mixed(coat("head"), coat("belly"), 0.45), squash=(1.12, 0.55, 1.0),
        blend=0.15 * size,
    )  # fmt: skip
    chin = ball(plan.at_head(0, -0.72, 2.0), (0.24 * size, 0.2 * size, 0.24 * size), like)
    inside = stamp(
        plan.at_head(0, -0.36, 1.05),
        (0.42 * size, 0.22 * size, 1.15 * size),
        coat("mouth"),
        soft=0.1,
    )
    spike = replace(
        like, a=plan.at_head(0, -0.85, 1.95), b=plan.at_head(0, -1.35, 1.6), ra=0.12 * size,
        rb=0.01 * size, squash=(1.0, 1.0, 1.0), colour=coat("horn"),
    )  # fmt: skip
    return Skin(parts=(like, chin, spike), cell=0.11 * size, paints=(inside,))


def _add_eye(draft: Draft, plan: Layout, coat: Coat, name: str, way: float) -> Part:
    """Add an eye half hidden under the brow, and return its socket."""
    size = plan.shape.head
    place = plan.at_head(way * 0.57, 0.32, 0.66)
    radius = 0.25 * size
    gaze = (way * 0.55, -0.02, 0.9)
    eye = Eye(
        radius=radius, iris=coat("iris"), lid=mixed(coat("head"), (0, 0, 0), 0.5), wide=1.0,
        pupil=0.62, slit=0.3, opening=0.3, lower=0.42, glow=1.7, white=(0.3, 0.1, 0.02),
    )  # fmt: skip
    draft.bone(f"lid.{name}", "head", place)
    draft.solid("head", eyeball(eye, place, gaze), lower_lid(eye, place, gaze))
    draft.solid(f"lid.{name}", upper_lid(eye, place, gaze))
    return Part(
        a=place, b=plan.at_head(way * 1.2, 0.3, 1.3), ra=radius * 1.0, rb=radius * 0.9, bone="head",
        cut=True, blend=0.3 * radius,
    )  # fmt: skip


def _add_teeth(draft: Draft, plan: Layout) -> None:
    """Add rows of teeth; the longest are in front and half way."""
    size = plan.shape.head
    for _, way in SIDES:
        for row in range(9):
            share = row / 8
            ahead = 2.28 - 1.5 * share
            side = float(np.interp(share, (0, 0.15, 1), (0.13, 0.3, 0.5)))
            long = 0.3 + 0.24 * math.sin(row * 1.9 + 0.9) ** 2 + 0.12 * (row < 2)
            root = plan.at_head(way * side, -0.28, ahead)
            tip = plan.at_head(way * side * 1.02, -0.28 - long, ahead - 0.04)
            draft.solid("head", cone(root, tip, 0.085 * size, 0.008 * size, BONE, sides=6))
            if row < 8:
                root = plan.at_head(way * side * 0.86, -0.55, ahead - 0.12)
                tip = plan.at_head(way * side * 0.86, -0.55 + long * 0.85, ahead - 0.1)
                draft.solid("jaw", cone(root, tip, 0.075 * size, 0.008 * size, BONE, sides=6))


HORNS: tuple[tuple[list[Point], float], ...] = (
    ([(0.5, 0.6, -0.25), (0.85, 1.15, -0.9), (1.05, 1.45, -1.9), (0.85, 1.75, -2.9)], 0.3),
    ([(0.75, 0.15, -0.5), (1.25, 0.35, -1.1), (1.55, 0.35, -1.85)], 0.2),
    ([(0.72, -0.35, -0.3), (1.2, -0.45, -0.8), (1.5, -0.5, -1.35)], 0.17),
    ([(0.6, -0.62, 0.0), (0.95, -0.95, -0.4), (1.1, -1.15, -0.85)], 0.13),
    ([(0.16, 0.2, 2.2), (0.18, 0.52, 2.15), (0.16, 0.66, 2.0)], 0.1),
)
"""Points on the left in skull radii, and the radius at the root."""


def _add_horns(draft: Draft, plan: Layout, coat: Coat) -> None:
    size = plan.shape.head
    for line, radius in HORNS:
        for _, way in SIDES:
            path = smooth_line([plan.at_head(way * x, y, z) for x, y, z in line])
            share = np.linspace(0, 1, len(path))
            widths = (
                radius * size * (1 - share) ** 0.8 * (1 + 0.06 * np.sin(share * 40)) + 0.004 * size
            )
            shade = np.clip(
                np.linspace(0.45, 1.15, len(path))[:, None] * np.asarray(coat("horn")), 0, 0.95
            )
            draft.solid("head", tube(path, widths, shade, sides=9))
