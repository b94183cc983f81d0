"""Puts a dragon together: a quadruped's body and legs, with a neck, head, wings and spines."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from kinema.engines.scene.shape.creatures import paint
from kinema.engines.scene.shape.creatures.draft import Draft, Skin, finished
from kinema.engines.scene.shape.creatures.dragon.head import add_head
from kinema.engines.scene.shape.creatures.dragon.wings import add_wings
from kinema.engines.scene.shape.creatures.quadruped.build import mark
from kinema.engines.scene.shape.creatures.quadruped.legs import add_legs
from kinema.engines.scene.shape.creatures.quadruped.shape import Layout, Quadruped, layout
from kinema.engines.scene.shape.creatures.quadruped.torso import (
    add_bones,
    add_tail,
    tail_points,
    trunk,
)
from kinema.engines.scene.shape.creatures.table import Coat, shape_of
from kinema.engines.scene.shape.model import Material, Mesh, Model
from kinema.engines.scene.shape.part import Part, Point, ball
from kinema.engines.scene.shape.primitives import cone, sheet
from kinema.engines.scene.shape.sdf import Detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Dragon:
    """A dragon.

    Attributes:
        neck: Length, in heights of the back.
        head: Radius of the skull.
        tail: Length.
        wing: Size of the wings by the usual; 0 for none.
        bulk: Thickness of trunk and legs.
        spines: Height of the row on neck, back and tail.
    """

    neck: float = 0.95
    head: float = 0.2
    tail: float = 2.1
    wing: float = 1.0
    bulk: float = 1.0
    spines: float = 0.2


def dragon(name: str, table: Mapping[str, object], coat: Coat, size: float) -> Model:
    """Return a dragon ``size`` metres high at the head, its wings spread.

    Bones: those of a quadruped, and ``wing.L.0`` to ``wing.L.2`` and ``.R``: shoulder, elbow and
    wrist. The jaw opens with a positive turn about x and shows teeth, tongue and fire.
    """
    own = shape_of(Dragon, table)
    plan = layout(_body(own))
    draft = Draft()
    add_bones(draft, plan)
    parts = [*trunk(plan, coat)[:-1], *_neck(plan, coat)]
    parts += add_legs(draft, plan, coat)
    parts += add_tail(draft, plan, coat)
    parts += _scutes(plan, coat)
    parts += add_head(draft, plan, coat)
    head = plan.shape.head
    details = (
        Detail(
            middle=plan.at_head(0, 0.0, 0.9),
            half=(1.2 * head, 1.2 * head, 1.9 * head),
            cell=0.15 * head,
        ),
    )
    marks = (
        paint.mottled(0.22, size=0.12, seed=3),
        paint.shade(coat("stripes"), top=1.12, bottom=0.75),
    )
    draft.skins.append(Skin(parts=tuple(parts), cell=0.05, details=details, paints=marks))
    if own.wing:
        add_wings(draft, plan, coat, own.wing)
    _add_spines(draft, plan, coat, own.spines)
    mark(draft, plan)
    crown = plan.at_head(0, 1.0, 0)[1]
    return finished(draft, name=name, move="quadruped", unit=size / crown)


def _body(own: Dragon) -> Quadruped:
    return Quadruped(
        length=1.25, depth=0.46 * own.bulk, width=0.4 * own.bulk, waist=0.78, rump=0.9,
        neck=own.neck, neck_angle=0.85, neck_base=0.21 * own.bulk, neck_tip=0.125 * own.bulk,
        head=own.head, tilt=0.12, muzzle=1.7, leg=0.085 * own.bulk, thigh=2.3, shoulder=2.0,
        foot=1.35, spread=0.46, tail=own.tail, tail_width=0.17 * own.bulk, tail_up=-0.25,
        tail_curl=0.55, tail_shape="whip", tail_bones=8.0,
    )  # fmt: skip


def _neck_line(plan: Layout) -> list[Point]:
    """Return the neck's curve, which rises and then reaches ahead."""
    low, nape = np.asarray(plan.neck), np.asarray(plan.nape)
    across = nape - low
    bow = np.array((0.0, across[2], -across[1])) * 0.2
    points = [
        low,
        low + across * 0.35 + bow * 0.2,
        low + across * 0.68 + bow * -0.35 + (0, 0.05, 0),
        nape,
    ]
    return [(float(x), float(y), float(z)) for x, y, z in points]


def _neck(plan: Layout, coat: Coat) -> list[Part]:
    points = _neck_line(plan)
    widths = np.linspace(plan.shape.neck_base, plan.shape.neck_tip, len(points))
    return [
        Part(
            a=start, b=end, ra=float(ra), rb=float(rb), bone="neck", colour=coat("main"), blend=0.12
        )
        for start, end, ra, rb in zip(points, points[1:], widths, widths[1:], strict=False)
    ]


def _scutes(plan: Layout, coat: Coat) -> list[Part]:
    """Return the plates under neck and belly."""
    like = Part(
        a=plan.chest, b=plan.chest, ra=1, rb=1, bone="chest", colour=coat("scute"), blend=0.02
    )
    parts = []
    line, thick = _neck_line(plan), (plan.shape.neck_base, plan.shape.neck_tip)
    for share in np.linspace(0.06, 0.94, 9):
        x, y, z = (
            float(np.interp(share, np.linspace(0, 1, len(line)), [p[k] for p in line]))
            for k in range(3)
        )
        radius = float(np.interp(share, (0, 1), thick))
        at = (x, y - radius * 0.5, z + radius * 0.62)
        part = ball(at, (radius * 0.72, radius * 0.4, radius * 0.5), like)
        parts.append(replace(part, bone="neck", turn=(0.7, 0.0, 0.0)))
    for share in np.linspace(0, 1, 9):
        z = plan.chest[2] + 0.22 - share * (plan.chest[2] - plan.hips[2] + 0.25)
        low = 1.0 - plan.shape.depth * float(
            np.interp(share, (0, 0.25, 0.7, 1), (0.8, 0.98, 0.86, 0.82))
        )
        part = ball((0.0, low + 0.05, z), (plan.shape.width * 0.3, 0.075, 0.1), like)
        parts.append(part if z > 0 else replace(part, bone="hips"))
    return parts


def _add_spines(draft: Draft, plan: Layout, coat: Coat, height: float) -> None:
    """Add the row of plates from the head to a blade at the tail's end."""
    line = _neck_line(plan)
    for share in np.linspace(0.98, 0.1, 7):
        y, z = (
            float(np.interp(share, np.linspace(0, 1, len(line)), [p[k] for p in line]))
            for k in (1, 2)
        )
        radius = plan.shape.neck_base * (1 - share) + plan.shape.neck_tip * share
        at = (0.0, y + 0.72 * radius, z - 0.62 * radius)
        draft.solid("neck", _plate(at, (-0.55, -0.85), height * (0.75 + 0.3 * (1 - share)), coat))
    for row in range(7):
        share = row / 6
        z = plan.chest[2] + 0.12 - share * (plan.chest[2] - plan.hips[2] + 0.2)
        big = height * (1.15 - 0.3 * abs(share - 0.35))
        draft.solid("chest" if z > 0 else "hips", _plate((0.0, 0.985, z), (0.9, -0.6), big, coat))
    points = tail_points(plan)
    for row, (x, y, z) in enumerate(points[:-1]):
        small = height * (0.85 - 0.08 * row)
        thick = plan.shape.tail_width * (1 - row / len(points) * 0.75)
        draft.solid(f"tail.{row}", _plate((x, y + 0.85 * thick, z), (0.8, -0.7), small, coat))
    _add_blade(draft, points, coat, height)


def _plate(at: Point, lean: tuple[float, float], height: float, coat: Coat) -> Mesh:
    """Return a thin, curved spike that leans back."""
    x, y, z = at
    up, back = lean
    length = math.hypot(up, back)
    rows = []
    for share in np.linspace(0, 1, 5):
        rise = share * height
        mid = np.array(
            (x, y - 0.03 + rise * up / length, z + rise * back / length - 0.12 * height * share**2)
        )
        long, thin = 0.42 * height * (1 - share) ** 0.8, 0.12 * height * (1 - share)
        ring = [(0, 0, long), (-thin, 0, 0), (0, 0, -long), (thin, 0, 0)]
        rows.append([mid + np.array(offset) for offset in ring])
    shade = np.clip(np.linspace(0.5, 1.25, 5)[:, None, None] * np.asarray(coat("mane")), 0, 0.95)
    return sheet(np.array(rows)[:, ::-1], shade, material=Material.SATIN, around=True)


def _add_blade(draft: Draft, points: list[Point], coat: Coat, height: float) -> None:
    """Add two barbs at the tail's end."""
    x, y, z = points[-1]
    bone = f"tail.{len(points) - 2}"
    for way in (-1.0, 1.0):
        tip = (x + way * 1.1 * height, y + 0.02, z - 0.9 * height)
        draft.solid(bone, cone((x, y, z + 0.1), tip, 0.3 * height, 0.01, coat("mane"), sides=6))
    draft.solid(
        bone,
        cone((x, y, z + 0.1), (x, y, z - 2.2 * height), 0.3 * height, 0.01, coat("mane"), sides=6),
    )
