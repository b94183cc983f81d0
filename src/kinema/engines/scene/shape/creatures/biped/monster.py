"""Monsters and ghosts: one soft body with arms and legs, large eyes, a wide mouth and horns."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures import paint
from kinema.engines.scene.shape.creatures.biped.limbs import add_bones, step
from kinema.engines.scene.shape.creatures.biped.marks import add_marks
from kinema.engines.scene.shape.creatures.biped.shape import SIDES, Body, Person, body
from kinema.engines.scene.shape.creatures.draft import Draft, Skin, finished
from kinema.engines.scene.shape.creatures.eyes import Eye, eyeball, lower_lid, upper_lid
from kinema.engines.scene.shape.creatures.hatted import put_on
from kinema.engines.scene.shape.creatures.table import Coat, shape_of
from kinema.engines.scene.shape.model import Material, Model
from kinema.engines.scene.shape.part import Doubles, Part, Point, ball, packed
from kinema.engines.scene.shape.primitives import cone, tube
from kinema.engines.scene.shape.sdf import Detail, projected

MATERIALS = {"fur": Material.FUR, "skin": Material.SKIN, "slime": Material.SATIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Monster:
    """A monster.

    Attributes:
        bulk: Width of the body.
        head: Size of the head by a person's.
        eyes: How many, 1 to 3.
        eye: Radius by the head.
        horns: Length by the head, 0 for none.
        teeth: How many show.
        torso: Length of the trunk by a person's.
        legs: Length of the legs by a person's.
        arms: Length of the arms by a person's.
        wide_iris: Angle that the iris covers, radians; 1.5 is an alien's.
        cover: ``fur``, ``skin`` or ``slime``.
        spots: Size of the spots, 0 for none.
    """

    bulk: float = 1.5
    head: float = 1.45
    eyes: float = 2.0
    eye: float = 0.3
    horns: float = 0.6
    teeth: float = 4.0
    torso: float = 0.8
    legs: float = 0.55
    arms: float = 1.0
    wide_iris: float = 0.7
    cover: str = "fur"
    spots: float = 0.0


def monster(
    name: str,
    table: Mapping[str, object],
    coat: Coat,
    size: float,
    *,
    age: str | None = None,
    outfit: tuple[str, ...] = (),
) -> Model:
    """Return a monster whose crown is ``size`` metres high, with the bones of a biped."""
    del age  # has none
    own = shape_of(Monster, table)
    person = Person(
        head=own.head, torso=own.torso, legs=own.legs, arms=own.arms, bulk=own.bulk,
        shoulders=0.8 + 0.2 * own.bulk, hips=0.7 + 0.3 * own.bulk,
    )  # fmt: skip
    plan = body(person)
    draft = Draft()
    add_bones(draft, plan)
    parts = _trunk(plan, coat, own)
    field = packed(tuple(parts))
    parts += _add_eyes(draft, plan, coat, own, field)
    _add_mouth(draft, plan, coat, own, field)
    _add_horns(draft, plan, coat, own)
    marks = [paint.mottled(0.1, size=0.15, seed=5)]
    belly = (0.0, plan.waist, 0.2 * own.bulk)
    marks.append(paint.stamp(belly, (0.15 * own.bulk, 0.24, 0.2), coat("belly"), soft=0.25))
    if own.spots:
        marks.append(paint.spots(coat("spots"), size=own.spots, amount=0.25, seed=2))
    size_of_head = plan.radius
    face = Detail(
        middle=plan.at_head(0, 0.0, 0.6),
        half=(0.9 * size_of_head, 0.8 * size_of_head, 0.7 * size_of_head),
        cell=0.1 * size_of_head,
    )
    draft.skins.append(
        Skin(
            parts=tuple(parts),
            cell=0.033,
            details=(face,),
            paints=tuple(marks),
            material=MATERIALS[own.cover],
        )
    )
    add_marks(draft, plan)
    put_on(draft, plan.head, plan.radius, outfit, throat=(0.0, plan.neck, 0.0))
    return finished(draft, name=name, move="biped", unit=size / plan.height)


def _trunk(plan: Body, coat: Coat, own: Monster) -> list[Part]:
    size, bulk = plan.radius, own.bulk
    like = Part(
        a=plan.head, b=plan.head, ra=1, rb=1, bone="head", colour=coat("head"), blend=0.3 * size
    )
    thick = 0.5 * size if bulk > 1.0 else 0.3 * size
    parts = [
        Part(
            a=(0, plan.hip + 0.06, 0),
            b=(0, plan.waist, 0),
            ra=0.14 * bulk,
            rb=0.145 * bulk,
            bone="hips",
            tip="spine",
            colour=coat("main"),
            squash=(1.0, 1.0, 0.85),
            blend=0.08,
        ),
        Part(
            a=(0, plan.waist, 0),
            b=(0, plan.chest + 0.06, 0),
            ra=0.145 * bulk,
            rb=0.13 * bulk,
            bone="spine",
            tip="chest",
            colour=coat("main"),
            squash=(1.0, 1.0, 0.85),
            blend=0.08,
        ),
        Part(
            a=(0, plan.chest + 0.05, 0),
            b=plan.at_head(0, -0.4, 0),
            ra=0.11 * bulk,
            rb=thick,
            bone="neck",
            colour=coat("main"),
            blend=0.08,
        ),
        ball(plan.head, (size * 0.98, size * 0.95, size * 0.9), like),
        replace(
            ball(plan.at_head(0, -0.5, 0.1), (size * 0.8, size * 0.5, size * 0.78), like),
            bone="jaw",
        ),
    ]
    for side, way in SIDES:
        parts += _limbs(plan, coat, own, side, way)
    return parts


def _limbs(plan: Body, coat: Coat, own: Monster, side: str, way: float) -> list[Part]:
    bulk = own.bulk**0.7
    shoulder, elbow, wrist = plan.shoulder_at(way), plan.elbow_at(way), plan.wrist_at(way)
    hip, knee, ankle = plan.hip_at(way), plan.knee_at(way), plan.ankle_at(way)
    hand = step(elbow, wrist, 1.18)
    heel = (ankle[0], 0.055, ankle[2])
    toe = (ankle[0] + way * 0.01, 0.048, ankle[2] + 0.13)
    chain = (
        ("upper_arm", shoulder, elbow, 0.055, 0.045, "main"),
        ("lower_arm", elbow, wrist, 0.045, 0.045, "main"),
        ("hand", wrist, hand, 0.046, 0.052, "paws"),
        ("upper_leg", hip, knee, 0.085, 0.065, "main"),
        ("lower_leg", knee, ankle, 0.063, 0.058, "main"),
        ("foot", heel, toe, 0.06, 0.055, "paws"),
    )
    parts = [
        Part(
            a=a,
            b=b,
            ra=ra * bulk,
            rb=rb * bulk,
            bone=f"{bone}.{side}",
            colour=coat(role),
            blend=0.03,
        )
        for bone, a, b, ra, rb, role in chain
    ]
    for row in (-1, 0, 1):
        tip = (hand[0] + way * 0.012, hand[1] - 0.075 * bulk, hand[2] + 0.034 * row * bulk)
        root = (hand[0], hand[1] - 0.02, hand[2] + 0.03 * row * bulk)
        finger = replace(parts[2], a=root, b=tip, ra=0.02 * bulk, rb=0.016 * bulk, blend=0.01)
        parts.append(finger)
    return parts


PLACES: dict[int, tuple[tuple[float, float, float], ...]] = {
    1: ((0.0, 0.22, 1.35),),
    2: ((0.38, 0.16, 1.0), (-0.38, 0.16, 1.0)),
    3: ((0.5, 0.1, 0.85), (-0.5, 0.1, 0.85), (0.0, 0.45, 0.95)),
}
"""For each number of eyes: side, up, and size by the table's."""


def _add_eyes(draft: Draft, plan: Body, coat: Coat, own: Monster, field: Doubles) -> list[Part]:
    sockets = []
    for row, (side, up, big) in enumerate(PLACES[int(own.eyes)]):
        radius = own.eye * big * plan.radius
        guess = np.array([plan.at_head(side, up, 0.85)], float)
        on_skin = projected(field, guess, 0.4 * plan.radius)[0]
        gaze = (0.25 * side, 0.0, 1.0)
        at = on_skin - np.asarray(gaze) * radius * 0.45
        place: Point = (float(at[0]), float(at[1]), float(at[2]))
        eye = Eye(
            radius=radius, iris=coat("iris"), lid=mixed(coat("head"), (0.02, 0.02, 0.02), 0.25),
            wide=own.wide_iris, pupil=0.55 if own.wide_iris < 1.2 else 0.9, opening=0.7, lower=0.85,
        )  # fmt: skip
        name = ("L", "R")[row % 2]
        if row < 2:
            draft.bone(f"lid.{name}", "head", place)
        draft.solid("head", eyeball(eye, place, gaze), lower_lid(eye, place, gaze))
        draft.solid(f"lid.{name}" if row < 2 else "head", upper_lid(eye, place, gaze))
        sockets.append(
            Part(
                a=place,
                b=place,
                ra=radius * 0.86,
                rb=radius * 0.86,
                bone="head",
                cut=True,
                blend=0.2 * radius,
            )
        )
    if own.eyes == 1:
        draft.bone("lid.R", "head", draft.bones["lid.L"][1])
    return sockets


def _add_mouth(draft: Draft, plan: Body, coat: Coat, own: Monster, field: Doubles) -> None:
    share = np.linspace(-1, 1, 15)
    wide = 0.5 if own.teeth else 0.22
    guess = np.array([plan.at_head(x * wide, -0.42 + 0.16 * x * x, 0.9) for x in share])
    line = projected(field, guess, 0.5 * plan.radius)
    draft.solid(
        "head", tube(line, 0.035 * plan.radius, coat("mouth"), sides=6, material=Material.MATTE)
    )
    count = int(own.teeth)
    for row in range(count):
        at = line[1 + round((row + 0.5) * 12 / count)]
        root = (float(at[0]), float(at[1]) + 0.01, float(at[2]) + 0.004)
        up = 1.0 if row in (0, count - 1) else -1.0
        tip = (root[0], root[1] + up * 0.17 * plan.radius, root[2] + 0.02)
        draft.solid(
            "jaw" if up > 0 else "head",
            cone(root, tip, 0.075 * plan.radius, 0.008 * plan.radius, coat("white"), sides=7),
        )


def _add_horns(draft: Draft, plan: Body, coat: Coat, own: Monster) -> None:
    if not own.horns:
        return
    for _, way in SIDES:
        path = [
            plan.at_head(
                way * (0.55 + 0.5 * own.horns * math.sin(a)),
                0.7 + own.horns * (1.25 - math.cos(a)),
                -0.05,
            )
            for a in (0.0, 0.6, 1.2, 1.7)
        ]
        widths = [0.2 * plan.radius, 0.16 * plan.radius, 0.1 * plan.radius, 0.015 * plan.radius]
        draft.solid("head", tube(path, widths, coat("horn"), sides=9))
