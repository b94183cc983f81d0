"""Puts a quadruped together from its table."""

from collections.abc import Mapping
from dataclasses import replace

from kinema.engines.scene.shape.creatures import paint
from kinema.engines.scene.shape.creatures.draft import Draft, Skin, finished
from kinema.engines.scene.shape.creatures.hatted import put_on
from kinema.engines.scene.shape.creatures.quadruped.ears import add_ears
from kinema.engines.scene.shape.creatures.quadruped.extras import add_hard, add_mane, trunk, tufts
from kinema.engines.scene.shape.creatures.quadruped.head import add_head
from kinema.engines.scene.shape.creatures.quadruped.legs import add_legs, legs
from kinema.engines.scene.shape.creatures.quadruped.markings import MARKINGS
from kinema.engines.scene.shape.creatures.quadruped.shape import Layout, Quadruped, layout
from kinema.engines.scene.shape.creatures.quadruped.torso import add_bones, add_tail
from kinema.engines.scene.shape.creatures.quadruped.torso import trunk as torso
from kinema.engines.scene.shape.creatures.table import Coat, shape_of
from kinema.engines.scene.shape.model import Model
from kinema.engines.scene.shape.sdf import Detail

THIN = 0.075
"""A tail narrower than this is a skin of its own, with smaller triangles."""


def quadruped(
    name: str,
    table: Mapping[str, object],
    coat: Coat,
    size: float,
    *,
    age: str | None = None,
    outfit: tuple[str, ...] = (),
) -> Model:
    """Return a quadruped ``size`` metres high.

    Bones: ``hips``, ``chest``, ``neck``, ``head``, ``jaw``, ``lid.L/.R``, ``ear.L/.R``,
    ``upper/lower/foot`` ``.FL .FR .BL .BR``, ``tail.0`` …, and ``trunk.0`` … of an elephant. A
    jaw opens and a lid closes with a positive turn about x.
    """
    shape = _aged(shape_of(Quadruped, table), age)
    plan = layout(shape)
    draft = Draft()
    add_bones(draft, plan)
    parts = torso(plan, coat)
    parts += add_legs(draft, plan, coat)
    tail = add_tail(draft, plan, coat)
    parts += tufts(plan, coat)
    parts += add_head(draft, plan, coat)
    parts += trunk(draft, plan, coat)
    marks = [put for name in shape.markings for put in MARKINGS[name](plan, coat)]
    if shape.tail_width < THIN:
        cell = max(0.75 * min(part.rb for part in tail), 0.016)
        draft.skins.append(Skin(parts=tuple(tail), cell=cell, paints=tuple(marks)))
    else:
        parts += tail
    draft.skins.append(add_ears(draft, plan, coat))
    draft.skins.append(
        Skin(
            parts=tuple(parts),
            cell=0.057 / shape.fine,
            details=_details(plan),
            paints=(paint.mottled(0.06, size=0.3, seed=1), *marks),
        )
    )
    add_mane(draft, plan, coat)
    add_hard(draft, plan, coat)
    mark(draft, plan)
    put_on(draft, plan.head, shape.head, outfit, throat=plan.neck)
    return finished(draft, name=name, move=shape.gait, height=size, grounded=True)


def _aged(shape: Quadruped, age: str | None) -> Quadruped:
    if age != "young":
        return shape
    return replace(
        shape,
        head=min(shape.head * 1.28, max(shape.head, 0.44)),
        neck=shape.neck * 0.75,
        length=shape.length * 0.84,
        muzzle=shape.muzzle * 0.75,
        eye=shape.eye * 1.12,
        leg=shape.leg * 1.12,
        tusks=0.0,
        horns="unicorn" if shape.horns == "unicorn" else "none",
        mane="none" if shape.mane == "lion" else shape.mane,
    )


def _details(plan: Layout) -> tuple[Detail, ...]:
    """Return the boxes of the head with its ears, and of the feet."""
    shape, size = plan.shape, plan.shape.head
    low, high = plan.at_head(0, -1.3, -1.0), plan.at_head(0, 1.15, 0)
    front = plan.at_head(0, -0.6, 0.7 + shape.muzzle + shape.muzzle_tip)
    top, bottom = max(high[1], low[1]), min(low[1], front[1])
    half = (
        (1.25 * shape.head_width + 1.2 * shape.tufts) * size,
        (top - bottom) / 2,
        (front[2] - low[2]) / 2 + 0.1 * size,
    )
    middle = (0.0, (top + bottom) / 2, (front[2] + low[2]) / 2)
    head = Detail(middle=middle, half=half, cell=0.133 * size / shape.fine)
    foot = shape.leg * shape.foot
    feet = [
        Detail(
            middle=(leg.ankle[0], 0.06, leg.ankle[2] + 0.6 * foot),
            half=(1.6 * foot, 0.06 + foot, 2.6 * foot),
            cell=0.34 * foot / shape.fine,
        )
        for leg in legs(plan)
        if shape.feet == "paws"
    ]
    return (head, *feet)


def mark(draft: Draft, plan: Layout) -> None:
    """Name the places that others use, and the numbers that motion needs."""
    shape = plan.shape
    draft.marks["seat"] = ("chest", (0.0, 0.99, plan.chest[2] * 0.15))
    draft.marks["back"] = ("hips", (0.0, 1.0, plan.hips[2]))
    draft.marks["neck"] = ("neck", plan.neck)
    for leg in legs(plan):
        if leg.front:
            draft.marks[f"hand.{leg.name[1]}"] = (
                f"foot.{leg.name}",
                (leg.ankle[0], 0.05, leg.ankle[2]),
            )
    hip = 1.0 - shape.depth * 0.5
    draft.traits.update(
        leg=hip, stride=1.25 * hip, length=shape.length + shape.depth, seat=1.0, speed=2.2 * hip
    )
