"""Trunk, neck and tail of a quadruped."""

import math
from itertools import pairwise

import numpy as np

from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.draft import Draft
from kinema.engines.scene.shape.creatures.quadruped.shape import Layout
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.part import Part, Point, ball


def add_bones(draft: Draft, plan: Layout) -> None:
    """Add the spine's bones, down to the head."""
    draft.bone("hips", None, plan.hips)
    draft.bone("chest", "hips", (0.0, plan.chest[1], plan.chest[2] * 0.1))
    draft.bone("neck", "chest", plan.neck)
    draft.bone("head", "neck", plan.nape)


def trunk(plan: Layout, coat: Coat) -> list[Part]:
    """Return hindquarters, waist, ribcage, paunch, hump and neck."""
    shape = plan.shape
    flank = shape.width / shape.depth
    deep, main = shape.depth / 2, coat("main")
    like = Part(a=plan.hips, b=plan.hips, ra=1, rb=1, bone="hips", colour=main, blend=0.12)
    parts = [
        ball(plan.hips, (deep * shape.rump * flank, deep * shape.rump, deep * 1.05), like),
        Part(
            a=(0.0, plan.hips[1], plan.hips[2] * 0.5),
            b=plan.chest,
            ra=deep * shape.waist,
            rb=deep * 0.95,
            bone="hips",
            tip="chest",
            squash=(flank, 1.0, 1.0),
            colour=main,
            blend=0.12,
        ),
        _on_chest(coat, plan.chest, (deep * flank, deep, deep * 1.1)),
    ]
    if shape.paunch:
        belly = (0.0, 1.0 - shape.depth * 0.78, -0.04 * shape.length)
        size = shape.paunch * deep
        parts.append(_on_chest(coat, belly, (size * flank, size * 0.8, size * 1.5)))
    if shape.hump:
        top = (0.0, 1.0 - 0.3 * deep + shape.hump * 0.4, plan.chest[2] * 0.8)
        parts.append(_on_chest(coat, top, (deep * 0.55, deep * 0.6, deep * 0.75)))
    parts.append(_neck(plan, coat))
    return parts


def _on_chest(coat: Coat, middle: Point, radii: Point) -> Part:
    like = Part(a=middle, b=middle, ra=1, rb=1, bone="chest", colour=coat("main"), blend=0.12)
    return ball(middle, radii, like)


def _neck(plan: Layout, coat: Coat) -> Part:
    shape = plan.shape
    return Part(
        a=plan.neck,
        b=plan.nape,
        ra=shape.neck_base,
        rb=shape.neck_tip,
        bone="neck",
        squash=(0.86, 1.0, 1.0),
        colour=mixed(coat("main"), coat("head"), 0.5),
        blend=0.13,
    )


def tail_points(plan: Layout) -> list[Point]:
    """Return the ends of the tail's bones, from its root."""
    shape = plan.shape
    count = int(shape.tail_bones)
    points = [plan.tail]
    for row in range(count):
        angle = shape.tail_up + shape.tail_curl * row / max(count - 1, 1)
        step = shape.tail / count
        _, y, z = points[-1]
        points.append((0.0, y + math.sin(angle) * step, z - math.cos(angle) * step))
    return points


def add_tail(draft: Draft, plan: Layout, coat: Coat) -> list[Part]:
    """Add the tail's bones and return its parts; a horse's has strands of hair."""
    points = tail_points(plan)
    count = len(points) - 1
    parent = "hips"
    for row, point in enumerate(points[:-1]):
        draft.bone(f"tail.{row}", parent, point)
        parent = f"tail.{row}"
    widths = [_tail_width(plan, row / count) for row in range(count + 1)]
    parts = []
    for row, ((start, end), (wide, narrow)) in enumerate(
        zip(pairwise(points), pairwise(widths), strict=True)
    ):
        share = (row + 0.5) / count
        parts.append(
            Part(
                a=start,
                b=end,
                ra=wide,
                rb=narrow,
                bone=f"tail.{row}",
                colour=_tail_colour(plan, coat, row, share),
                blend=0.35 * plan.shape.tail_width,
            )
        )
    return parts


def _tail_width(plan: Layout, share: float) -> float:
    width = plan.shape.tail_width
    return width * float(np.interp(share, *TAIL_WIDTHS[plan.shape.tail_shape]))


TAIL_WIDTHS: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "bushy": ((0.0, 0.25, 0.6, 0.85, 1.0), (0.45, 0.85, 1.05, 0.85, 0.3)),
    "thin": ((0.0, 0.7, 1.0), (1.0, 0.8, 0.6)),
    "whip": ((0.0, 1.0), (1.0, 0.25)),
    "tuft": ((0.0, 0.6, 0.75, 0.9, 1.0), (0.7, 0.4, 0.75, 1.15, 0.4)),
    "horse": ((0.0, 0.15, 0.5, 0.85, 1.0), (0.45, 0.9, 1.0, 0.8, 0.25)),
    "bob": ((0.0, 0.5, 1.0), (0.9, 1.1, 0.9)),
}
"""Radius along the tail (0 to 1), by ``tail_width``."""


def _tail_colour(plan: Layout, coat: Coat, row: int, share: float) -> tuple[float, float, float]:
    if plan.shape.tail_shape == "horse":
        return coat("mane")
    if plan.shape.tail_shape == "tuft" and share > 0.6:
        return coat("mane")
    if "rings" in plan.shape.markings:
        return coat("tail") if row % 2 == 0 else coat("rings")
    return coat("tail_tip") if share > 0.72 else coat("tail")
