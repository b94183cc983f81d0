"""A bird's head: skull, beak with a lower half that opens, eyes and crest."""

import math
from collections.abc import Callable

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.bird.shape import Perch
from kinema.engines.scene.shape.creatures.bird.wings import SIDES
from kinema.engines.scene.shape.creatures.draft import Draft
from kinema.engines.scene.shape.creatures.eyes import Eye, eyeball, lower_lid, upper_lid
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.part import Part, Point, ball
from kinema.engines.scene.shape.primitives import cone, sheet, sphere

Sections = list[tuple[float, float, float, float]]
"""Ahead, up, half width and half height, each in head radii, from the face to the tip."""


def add_head(draft: Draft, plan: Perch, coat: Coat) -> list[Part]:
    """Add beak, eyes and crest; return the skull."""
    size = plan.shape.head
    like = Part(
        a=plan.head, b=plan.head, ra=1, rb=1, bone="head", colour=coat("head"), blend=0.3 * size
    )
    parts = [ball(plan.head, (size * 0.97, size, size * 1.02), like)]
    if plan.shape.face == "disc":
        for _, way in SIDES:
            at = plan.at_head(way * 0.4, 0.0, 0.45)
            disc = ball(at, (0.62 * size, 0.72 * size, 0.5 * size), like)
            parts.append(disc)
    _add_beak(draft, plan, coat)
    for name, way in SIDES:
        _add_eye(draft, plan, coat, name, way)
    CRESTS[plan.shape.crest](draft, plan, coat)
    draft.marks["head"] = ("head", plan.head)
    draft.marks["mouth"] = ("head", plan.at_head(0, -0.1, 1.0 + plan.shape.beak_length))
    draft.marks["top"] = ("head", plan.at_head(0, 1.0, 0))
    return parts


def _add_eye(draft: Draft, plan: Perch, coat: Coat, name: str, way: float) -> None:
    shape, size = plan.shape, plan.shape.head
    side = shape.eye_side
    up = 0.2
    ahead = math.sqrt(max(1 - side * side - up * up, 0.05))
    radius = shape.eye * size
    depth = 0.86 if shape.face != "disc" else 1.06
    place = plan.at_head(way * side * depth * 0.97, up * depth, ahead * depth)
    out = math.asin(min(side, 0.98)) * 0.72
    gaze = (way * math.sin(out), 0.04, math.cos(out))
    lid = mixed(coat("mask") if shape.face == "mask" else coat("head"), (0.02, 0.02, 0.02), 0.3)
    eye = Eye(
        radius=radius, iris=coat("iris"), lid=lid, wide=shape.eye_wide, pupil=0.62,
        opening=0.4 if shape.beak == "hook" and shape.face != "disc" else 0.66, lower=0.75,
    )  # fmt: skip
    draft.bone(f"lid.{name}", "head", place)
    draft.solid("head", eyeball(eye, place, gaze), lower_lid(eye, place, gaze))
    draft.solid(f"lid.{name}", upper_lid(eye, place, gaze))


def _add_beak(draft: Draft, plan: Perch, coat: Coat) -> None:
    upper, lower = BEAKS[plan.shape.beak](plan.shape.beak_length, plan.shape.beak_width)
    draft.bone("jaw", "head", plan.at_head(0, -0.2, 0.7))
    low = mixed(coat("beak"), (0.05, 0.02, 0.01), 0.15)
    draft.solid("head", _lofted(plan, upper, coat("beak")))
    draft.solid("jaw", _lofted(plan, lower, low))
    inside = sphere(
        plan.at_head(0, -0.22, 0.8),
        (0.14 * plan.shape.head, 0.05 * plan.shape.head, 0.2 * plan.shape.head),
        coat("mouth"),
        rings=6,
        sides=8,
    )
    draft.solid("head", inside)


def _lofted(plan: Perch, sections: Sections, colour: Rgb) -> Mesh:
    """Return a closed skin over elliptic sections."""
    turn = np.arange(12) * (-2 * math.pi / 12)
    rows = []
    for ahead, up, wide, high in sections:
        ring = [plan.at_head(wide * math.cos(a), up + high * math.sin(a), ahead) for a in turn]
        rows.append(ring)
    ends = [[plan.at_head(0, sections[k][1], sections[k][0])] * 12 for k in (0, -1)]
    grid = np.array([ends[0], *rows, ends[1]])
    return sheet(grid[:, ::-1], colour, material=Material.SATIN, around=True)


def _cone(long: float, wide: float) -> tuple[Sections, Sections]:
    upper = [
        (0.7, -0.05, wide, wide * 0.75),
        (1.0, -0.06, wide * 0.85, wide * 0.6),
        (1.0 + 0.6 * long, -0.12, wide * 0.45, wide * 0.3),
        (1.0 + long, -0.2, 0.03, 0.02),
    ]
    lower = [(0.7, -0.24, wide * 0.8, wide * 0.35), (1.0, -0.24, wide * 0.65, wide * 0.28),
             (1.0 + 0.85 * long, -0.22, 0.03, 0.02)]  # fmt: skip
    return upper, lower


def _hook(long: float, wide: float) -> tuple[Sections, Sections]:
    upper = [
        (0.7, 0.0, wide, wide * 0.9),
        (1.0, 0.02, wide * 0.9, wide * 0.85),
        (1.0 + 0.55 * long, -0.06, wide * 0.6, wide * 0.62),
        (1.0 + 0.92 * long, -0.3, wide * 0.28, wide * 0.4),
        (1.0 + 0.9 * long, -0.58, 0.03, 0.05),
    ]
    lower = [
        (0.7, -0.28, wide * 0.8, wide * 0.35),
        (1.0 + 0.5 * long, -0.34, wide * 0.4, wide * 0.22),
        (1.0 + 0.65 * long, -0.36, 0.05, 0.03),
    ]
    return upper, lower


def _flat(long: float, wide: float) -> tuple[Sections, Sections]:
    upper = [
        (0.7, -0.05, wide, wide * 0.75),
        (1.0, -0.1, wide * 0.95, wide * 0.5),
        (1.0 + 0.6 * long, -0.2, wide * 1.05, wide * 0.22),
        (1.0 + 0.95 * long, -0.2, wide * 0.85, wide * 0.16),
        (1.0 + long * 1.02, -0.2, wide * 0.3, 0.05),
    ]
    lower = [
        (0.7, -0.26, wide * 0.85, wide * 0.25),
        (1.0 + 0.6 * long, -0.3, wide * 0.95, wide * 0.14),
        (1.0 + 0.94 * long, -0.28, wide * 0.5, 0.06),
    ]
    return upper, lower


def _long(long: float, wide: float) -> tuple[Sections, Sections]:
    upper = [
        (0.7, -0.05, wide, wide * 0.7),
        (1.0 + 0.1 * long, -0.1, wide * 0.6, wide * 0.42),
        (1.0 + 0.7 * long, -0.15, wide * 0.3, wide * 0.22),
        (1.0 + long, -0.18, 0.03, 0.03),
    ]
    lower = [
        (0.7, -0.22, wide * 0.8, wide * 0.3),
        (1.0 + 0.6 * long, -0.22, wide * 0.3, wide * 0.14),
        (1.0 + 0.96 * long, -0.2, 0.02, 0.02),
    ]
    return upper, lower


def _bent(long: float, wide: float) -> tuple[Sections, Sections]:
    upper = [
        (0.7, 0.0, wide, wide * 0.8),
        (1.0 + 0.25 * long, 0.0, wide * 0.9, wide * 0.7),
        (1.0 + 0.7 * long, -0.25, wide * 0.8, wide * 0.6),
        (1.0 + 0.85 * long, -0.8, wide * 0.4, wide * 0.5),
        (1.0 + 0.75 * long, -1.1, 0.06, 0.06),
    ]
    lower = [(0.7, -0.3, wide * 0.8, wide * 0.3), (1.0 + 0.5 * long, -0.5, wide * 0.6, wide * 0.3),
             (1.0 + 0.62 * long, -0.85, 0.1, 0.08)]  # fmt: skip
    return upper, lower


BEAKS: dict[str, Callable[[float, float], tuple[Sections, Sections]]] = {
    "cone": _cone,
    "short": _cone,
    "hook": _hook,
    "flat": _flat,
    "long": _long,
    "bent": _bent,
}


def _bare(draft: Draft, plan: Perch, coat: Coat) -> None:
    del draft, plan, coat


def _comb(draft: Draft, plan: Perch, coat: Coat) -> None:
    """A cock's comb and wattles."""
    size = plan.shape.head
    for ahead, up, big in (
        (0.55, 0.95, 0.24),
        (0.2, 1.15, 0.3),
        (-0.2, 1.15, 0.3),
        (-0.55, 0.95, 0.26),
    ):
        at = plan.at_head(0, up, ahead)
        draft.solid(
            "head",
            sphere(at, (0.1 * size, big * size, 0.22 * size), coat("crest"), rings=8, sides=10),
        )
    for _, way in SIDES:
        at = plan.at_head(way * 0.16, -0.72, 0.78)
        draft.solid(
            "jaw",
            sphere(at, (0.1 * size, 0.28 * size, 0.16 * size), coat("crest"), rings=8, sides=10),
        )


def _tuft(draft: Draft, plan: Perch, coat: Coat) -> None:
    """Feathers that stand up and back."""
    for row, (reach, up) in enumerate(((0.4, 1.75), (-0.25, 1.85), (-0.8, 1.65))):
        start = plan.at_head(0, 0.8, 0.2 - 0.3 * row)
        tip = plan.at_head(0, up, reach - 0.7)
        draft.solid("head", _feather(start, tip, 0.18 * plan.shape.head, coat("crest")))


def _horns(draft: Draft, plan: Perch, coat: Coat) -> None:
    """An owl's ear tufts."""
    for _, way in SIDES:
        start, tip = plan.at_head(way * 0.5, 0.65, 0.1), plan.at_head(way * 0.78, 1.45, 0.0)
        draft.solid("head", _feather(start, tip, 0.24 * plan.shape.head, coat("head")))


def _feather(start: Point, tip: Point, radius: float, colour: Rgb) -> Mesh:
    return cone(start, tip, radius, 0.1 * radius, colour, material=Material.FUR, sides=8)


CRESTS: dict[str, Callable[[Draft, Perch, Coat], None]] = {
    "none": _bare,
    "comb": _comb,
    "tuft": _tuft,
    "horns": _horns,
}
