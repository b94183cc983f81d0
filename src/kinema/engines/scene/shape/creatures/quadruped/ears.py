"""Ears: pointed, round, leaf-shaped, hanging, long, or an elephant's fans; hollow in front."""

from dataclasses import dataclass, replace

import numpy as np

from kinema.engines.scene.shape.creatures.draft import Draft, Paint, Skin
from kinema.engines.scene.shape.creatures.paint import over
from kinema.engines.scene.shape.creatures.quadruped.head import SIDES
from kinema.engines.scene.shape.creatures.quadruped.shape import Layout
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.part import Doubles, Part, Point
from kinema.engines.scene.shape.sdf import Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """A kind of ear.

    Attributes:
        way: Where its tip lies from its root, for the left: side, up, ahead.
        root: Radius at the root by half its width.
        tip: Radius at the tip.
        thin: Thickness by width.
        turn: Turn of its flat side about y, for the left, radians.
    """

    way: Point
    root: float
    tip: float
    thin: float
    turn: float


EARS = {
    "pointed": Ear(way=(0.42, 1.0, -0.08), root=1.0, tip=0.16, thin=0.42, turn=0.25),
    "round": Ear(way=(0.42, 0.55, -0.06), root=0.95, tip=1.0, thin=0.45, turn=0.3),
    "leaf": Ear(way=(1.0, 0.42, -0.2), root=0.75, tip=0.35, thin=0.5, turn=0.2),
    "upright": Ear(way=(0.32, 1.0, -0.1), root=0.85, tip=0.28, thin=0.5, turn=0.45),
    "hanging": Ear(way=(0.55, -1.0, 0.0), root=0.75, tip=0.9, thin=0.32, turn=1.1),
    "long": Ear(way=(0.2, 1.0, -0.18), root=0.7, tip=0.62, thin=0.45, turn=0.3),
    "fan": Ear(way=(0.85, -0.42, -0.4), root=0.75, tip=1.0, thin=0.2, turn=0.44),
}


def add_ears(draft: Draft, plan: Layout, coat: Coat) -> Skin:
    """Add the ears' bones and return their skin, hollow and painted inside."""
    kind = EARS[plan.shape.ear]
    parts: list[Part] = []
    paints: list[Paint] = []
    for name, way in SIDES:
        root, tip = _ends(plan, kind, way)
        draft.bone(f"ear.{name}", "head", root)
        half = 0.5 * plan.shape.ear_width * plan.shape.ear_length * plan.shape.head
        outer = Part(
            a=root, b=tip, ra=half * kind.root, rb=half * kind.tip, bone=f"ear.{name}",
            squash=(1.0, 1.0, kind.thin), turn=(0.0, way * kind.turn, 0.0), colour=coat("ears"),
            blend=0.12 * plan.shape.head,
        )  # fmt: skip
        parts.append(outer)
        hollow = _hollow(outer, kind, way)
        if kind.thin >= 0.3:
            parts.append(hollow)
        ahead = np.array((way * np.sin(kind.turn), 0.0, np.cos(kind.turn)))
        paints.append(_inside(hollow, coat, ahead))
    least = parts[0].ra * kind.thin / plan.shape.head
    cell = max(0.6 * least, 0.05) * plan.shape.head
    return Skin(parts=tuple(parts), cell=cell, paints=tuple(paints))


def _ends(plan: Layout, kind: Ear, way: float) -> tuple[Point, Point]:
    shape = plan.shape
    angle = shape.ear_side * 1.35
    side, up = float(np.sin(angle)) * shape.head_width, float(np.cos(angle))
    back = -0.12
    root = plan.at_head(way * side * 0.86, up * 0.86, back)
    step = np.asarray(kind.way) / np.linalg.norm(kind.way) * shape.ear_length
    tip = plan.at_head(
        way * (side * 0.86 + float(step[0])), up * 0.86 + float(step[1]), back + float(step[2])
    )
    return root, tip


def _hollow(outer: Part, kind: Ear, way: float) -> Part:
    """Return what is carved out of the front of an ear."""
    a, b = np.asarray(outer.a), np.asarray(outer.b)
    ahead = np.array((way * np.sin(kind.turn), 0.0, np.cos(kind.turn)))
    if abs(kind.turn) > 0.8:
        ahead = -ahead
    lift = ahead * outer.ra * kind.thin * 0.95
    start, end = a + (b - a) * 0.16 + lift, a + (b - a) * 0.86 + lift
    return replace(
        outer, a=_point(start), b=_point(end), ra=outer.ra * 0.64, rb=outer.rb * 0.6, cut=True,
        blend=0.25 * outer.ra,
    )  # fmt: skip


def _inside(hollow: Part, coat: Coat, ahead: Doubles) -> Paint:
    a, b = np.asarray(hollow.a), np.asarray(hollow.b)
    reach = max(hollow.ra, hollow.rb)

    def paint(shape: Surface, colours: Doubles) -> Doubles:
        share = np.clip((shape.points - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)[:, None]
        away = np.linalg.norm(shape.points - a - share * (b - a), axis=1) / reach
        front = np.clip(np.abs(shape.normals @ ahead) * 4 * (shape.normals @ ahead > 0), 0, 1)
        return over(colours, coat("inner_ear"), np.clip((1.02 - away) * 5, 0, 1) * front)

    return paint


def _point(values: Doubles) -> Point:
    return (float(values[0]), float(values[1]), float(values[2]))
