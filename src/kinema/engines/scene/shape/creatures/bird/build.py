"""Puts a bird together: body, neck, head, wings, tail and legs."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from kinema.engines.scene.shape.creatures import paint
from kinema.engines.scene.shape.creatures.bird.head import add_head
from kinema.engines.scene.shape.creatures.bird.shape import Bird, Perch, perch
from kinema.engines.scene.shape.creatures.bird.wings import SIDES, add_tail, add_wings
from kinema.engines.scene.shape.creatures.draft import Draft, Paint, Skin, finished
from kinema.engines.scene.shape.creatures.hatted import put_on
from kinema.engines.scene.shape.creatures.table import Coat, shape_of
from kinema.engines.scene.shape.model import Material, Mesh, Model
from kinema.engines.scene.shape.part import Part, Point, ball
from kinema.engines.scene.shape.primitives import cone, sphere, tube
from kinema.engines.scene.shape.sdf import Detail


def bird(
    name: str,
    table: Mapping[str, object],
    coat: Coat,
    size: float,
    *,
    age: str | None = None,
    outfit: tuple[str, ...] = (),
) -> Model:
    """Return a standing bird, its crown ``size`` metres high.

    Bones: ``body``, ``neck``, ``head``, ``jaw``, ``lid.L/.R``, ``wing.L.0``, ``wing.L.1`` and
    ``.R``, ``tail``, ``leg.L``, ``foot.L`` and ``.R``. Wings are modelled spread to the sides (a
    penguin's hang); motion folds them. The trait ``span`` is from tip to tip.
    """
    shape = shape_of(Bird, table)
    if age == "young":
        shape = replace(shape, head=1.3 * shape.head, neck=0.6 * shape.neck, wing=0.7 * shape.wing)
    plan = perch(shape)
    draft = Draft()
    draft.bone("body", None, plan.middle)
    draft.bone("neck", "body", plan.breast)
    draft.bone("head", "neck", plan.nape)
    parts = _trunk(plan, coat) + add_head(draft, plan, coat)
    parts += add_wings(draft, plan, coat)
    add_tail(draft, plan, coat)
    parts += _add_legs(draft, plan, coat)
    face = Detail(
        middle=plan.head, half=(1.2 * shape.head, 1.15 * shape.head, 1.2 * shape.head),
        cell=0.15 * shape.head,
    )  # fmt: skip
    paints = (
        paint.mottled(0.07, size=0.2, seed=4),
        *(put for word in shape.markings for put in MARKINGS[word](plan, coat)),
    )
    draft.skins.append(Skin(parts=tuple(parts), cell=0.037, details=(face,), paints=paints))
    put_on(draft, plan.head, shape.head, outfit, throat=plan.nape)
    unit = size / (plan.head[1] + shape.head)
    draft.marks["back"] = ("body", plan.on_body(0.0, shape.body))
    draft.marks["seat"] = ("body", plan.on_body(0.0, shape.body))
    draft.traits.update(
        leg=shape.leg + 0.15, stride=0.5 * (shape.leg + 0.15), span=2 * shape.wing + shape.body,
        length=1.0 + shape.tail, speed=2.0,
    )  # fmt: skip
    return finished(draft, name=name, move="bird", unit=unit, grounded=True)


def _trunk(plan: Perch, coat: Coat) -> list[Part]:
    shape = plan.shape
    like = Part(
        a=plan.middle, b=plan.middle, ra=1, rb=1, bone="body", colour=coat("main"), blend=0.1,
        turn=(-shape.upright, 0.0, 0.0),
    )  # fmt: skip
    width = shape.body
    breast = plan.on_body(0.3, -0.08 * width)
    parts = [
        ball(plan.middle, (width * 0.92, width, 0.38 + 0.3 * width), like),
        ball(
            breast,
            (width * 0.86 * shape.chest, width * shape.chest, width * 1.05 * shape.chest),
            like,
        ),
        Part(
            a=plan.on_body(-0.5, 0.02),
            b=plan.rear,
            ra=width * 0.62,
            rb=width * 0.3,
            bone="body",
            colour=coat("main"),
            blend=0.1,
        ),
    ]
    points = _neck_points(plan)
    for row, (start, end) in enumerate(pairwise(points)):
        thick = shape.neck_width * (1.25 if row == 0 else 1.0)
        parts.append(
            Part(
                a=start, b=end, ra=thick, rb=shape.neck_width * (1.0 if row == 0 else 0.95),
                bone="body" if row == 0 and len(points) > 3 else "neck",
                colour=coat("head") if row > 0 else coat("main"), blend=0.08,
            )
        )  # fmt: skip
    return parts


def _neck_points(plan: Perch) -> list[Point]:
    """Return the neck's curve: an S where it is long."""
    start = plan.on_body(0.55, 0.3 * plan.shape.body)
    if plan.shape.neck < 0.25:
        return [start, plan.nape]
    bow = 0.3 * plan.shape.neck
    low = (0.0, start[1] + 0.25 * plan.shape.neck, start[2] + 0.8 * bow)
    high = (0.0, start[1] + 0.68 * plan.shape.neck, start[2] + 0.35 * bow)
    return [start, low, high, plan.nape]


def _add_legs(draft: Draft, plan: Perch, coat: Coat) -> list[Part]:
    shape = plan.shape
    parts = []
    for name, way in SIDES:
        x, z = way * 0.45 * shape.body, plan.middle[2] + 0.02
        hip = (x, shape.leg + 0.16 * (1 + shape.upright * 0.3), z)
        ankle = (x * 1.05, 0.03, z + 0.01)
        draft.bone(f"leg.{name}", "body", hip)
        draft.bone(f"foot.{name}", f"leg.{name}", ankle)
        top = (x, shape.leg * 0.92 + 0.02, z)
        parts.append(
            Part(a=hip, b=top, ra=0.3 * shape.body, rb=0.16 * shape.body, bone=f"leg.{name}",
                 colour=coat("belly" if "belly" in shape.markings else "main"), blend=0.06)
        )  # fmt: skip
        bend = (x * 1.02, shape.leg * 0.55, z - 0.03)
        draft.solid(
            f"leg.{name}",
            tube(
                [top, bend, ankle], shape.leg_width, coat("legs"), sides=7, material=Material.SATIN
            ),
        )
        draft.solid(f"foot.{name}", *FEET[shape.feet](plan, coat, ankle))
    return parts


def _toes(plan: Perch, coat: Coat, ankle: Point) -> list[Mesh]:
    x, y, z = ankle
    size, thick = 0.13 + 0.25 * plan.shape.leg_width, plan.shape.leg_width
    ends = [
        (x + math.sin(a) * size, 0.012, z + math.cos(a) * size) for a in (-0.5, 0.0, 0.5, math.pi)
    ]
    return [cone((x, y, z), end, thick, thick * 0.4, coat("legs"), sides=6) for end in ends]


def _talons(plan: Perch, coat: Coat, ankle: Point) -> list[Mesh]:
    made = _toes(plan, coat, ankle)
    x, _, z = ankle
    size = 0.13 + 0.25 * plan.shape.leg_width
    for angle in (-0.5, 0.0, 0.5, math.pi):
        start = (x + math.sin(angle) * size, 0.02, z + math.cos(angle) * size)
        end = (x + math.sin(angle) * size * 1.3, 0.0, z + math.cos(angle) * size * 1.3)
        made.append(cone(start, end, 0.014, 0.002, coat("claw"), sides=6))
    return made


def _webbed(plan: Perch, coat: Coat, ankle: Point) -> list[Mesh]:
    x, y, z = ankle
    size = 0.17 + 0.3 * plan.shape.leg_width
    web = sphere(
        (x, 0.016, z + 0.5 * size), (0.5 * size, 0.016, 0.52 * size), coat("legs"),
        material=Material.SATIN, rings=8, sides=16,
    )  # fmt: skip
    ends = [(x + math.sin(a) * size, 0.014, z + math.cos(a) * size) for a in (-0.5, 0.0, 0.5)]
    toes = [cone((x, y, z), end, 0.026, 0.014, coat("legs"), sides=7) for end in ends]
    return [web, *toes]


FEET = {"toes": _toes, "talons": _talons, "webbed": _webbed}

Marking = Callable[[Perch, Coat], list[Paint]]


def _belly(plan: Perch, coat: Coat) -> list[Paint]:
    """The front of the body, from throat to legs."""
    width = plan.shape.body
    up = plan.shape.upright
    at = plan.on_body(0.05, -0.95 * width)
    reach = (0.92 * width, 0.34 + 0.45 * up * 0.34 + 0.3 * width, 0.5 * width + 0.34 * math.cos(up))
    return [paint.stamp(at, reach, coat("belly"), soft=0.12)]


def _bib(plan: Perch, coat: Coat) -> list[Paint]:
    at = plan.on_body(0.55, -0.5 * plan.shape.body)
    size = plan.shape.body
    return [paint.stamp(at, (0.75 * size, 0.7 * size, 0.8 * size), coat("spots"), soft=0.2)]


def _collar(plan: Perch, coat: Coat) -> list[Paint]:
    x, y, z = plan.nape
    size = plan.shape.neck_width
    return [paint.stamp((x, y - 0.2, z), (2 * size, 0.05, 2 * size), coat("white"), soft=0.3)]


def _back(plan: Perch, coat: Coat) -> list[Paint]:
    size = plan.shape.body
    at = plan.on_body(-0.15, 0.9 * size)
    return [paint.stamp(at, (0.8 * size, 0.6 * size, 0.5), coat("stripes"), soft=0.3)]


def _spots(plan: Perch, coat: Coat) -> list[Paint]:
    del plan
    return [paint.spots(coat("spots"), size=0.085, amount=0.22, seed=9)]


def _cheek(plan: Perch, coat: Coat) -> list[Paint]:
    size = plan.shape.head
    return [
        paint.stamp(
            plan.at_head(way * 0.75, -0.2, 0.35),
            (0.45 * size, 0.4 * size, 0.5 * size),
            coat("mask"),
            soft=0.25,
        )
        for _, way in SIDES
    ]


def _disc(plan: Perch, coat: Coat) -> list[Paint]:
    """An owl's face: a pale disc round each eye."""
    size = plan.shape.head
    return [
        paint.stamp(
            plan.at_head(way * 0.42, 0.06, 0.8),
            (0.55 * size, 0.62 * size, 0.6 * size),
            coat("mask"),
            soft=0.1,
        )
        for _, way in SIDES
    ]


MARKINGS: dict[str, Marking] = {
    "belly": _belly,
    "bib": _bib,
    "collar": _collar,
    "back": _back,
    "spots": _spots,
    "cheek": _cheek,
    "disc": _disc,
}
