"""Puts a fish together: body, mouth, eyes and fins."""

import math
from collections.abc import Callable, Mapping
from itertools import pairwise

import numpy as np

from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures import paint
from kinema.engines.scene.shape.creatures.draft import Draft, Paint, Skin, finished
from kinema.engines.scene.shape.creatures.eyes import Eye, eyeball, lower_lid, upper_lid
from kinema.engines.scene.shape.creatures.fish.fins import (
    SIDES,
    add_dorsal,
    add_side_fins,
    add_tail,
)
from kinema.engines.scene.shape.creatures.fish.shape import FRONT, Fish, place, profile
from kinema.engines.scene.shape.creatures.table import Coat, shape_of
from kinema.engines.scene.shape.model import Material, Model
from kinema.engines.scene.shape.part import Doubles, Part, Point, ball, packed
from kinema.engines.scene.shape.primitives import cone, tube
from kinema.engines.scene.shape.sdf import Detail, Surface, projected

JOINTS = (0.42, 0.58, 0.74, 0.92)
"""Where ``spine.1``, ``spine.2``, ``spine.3`` and ``tail`` turn, from nose to tail."""

BONES = ("body", "spine.1", "spine.2", "spine.3", "tail")


def fish(name: str, table: Mapping[str, object], coat: Coat, size: float) -> Model:
    """Return a swimmer ``size`` metres long, its middle at the origin.

    Bones: ``body`` (the front third), ``spine.1`` to ``spine.3``, ``tail``, ``fin.L``, ``fin.R``,
    ``jaw``, ``lid.L/.R``. A fish's spine turns about y, a whale's about x.
    """
    shape = shape_of(Fish, table)
    draft = Draft()
    draft.bone("body", None, place(0.35))
    for bone, parent, at in zip(BONES[1:], BONES, JOINTS, strict=False):
        draft.bone(bone, parent, place(at))
    parts = _trunk(shape, coat)
    field = packed(tuple(parts))
    draft.bone("jaw", "body", place(0.16, -0.25 * shape.height))
    parts += _mouth(draft, shape, coat, field)
    for side, way in SIDES:
        _add_eye(draft, shape, coat, field, side, way)
    paints = (
        paint.mottled(0.06, size=0.08, seed=2),
        *(put for word in shape.markings for put in MARKINGS[word](shape, coat)),
    )
    face = Detail(
        middle=place(0.12), half=(shape.width * 1.2, shape.height * 1.1, 0.16), cell=0.019
    )
    draft.skins.append(
        Skin(parts=tuple(parts), cell=0.03, details=(face,), paints=paints, material=Material.SATIN)
    )
    add_tail(draft, shape, coat)
    add_dorsal(draft, shape, coat)
    add_side_fins(draft, shape, coat)
    _mark(draft, shape)
    unit = size / (1.0 + 0.8 * shape.tail_size)
    return finished(draft, name=name, move="fish", unit=unit, grounded=False)


def _bone_at(share: float) -> tuple[str, str]:
    """Return the bones that carry the body at a share of its length, and a step further on."""
    row = int(np.searchsorted(JOINTS, share + 0.02))
    after = int(np.searchsorted(JOINTS, share + 0.1))
    return BONES[row], BONES[after]


def _trunk(shape: Fish, coat: Coat) -> list[Part]:
    """Return a chain of flattened capsules from nose to tail."""
    shares = (0.06, 0.16, 0.28, shape.thickest, 0.5, 0.62, 0.74, 0.86, 0.99)
    parts = []
    flat = shape.width / shape.height
    for start, end in pairwise(sorted(shares)):
        bone, tip = _bone_at(start)
        squash = (flat if start < 0.6 else flat + (0.8 - flat) * (start - 0.6) * 1.2, 1.0, 1.0)
        parts.append(
            Part(
                a=place(start), b=place(end), ra=profile(shape, start) * shape.height,
                rb=profile(shape, end) * shape.height, bone=bone, tip=tip, squash=squash,
                colour=coat("main"), blend=0.05,
            )
        )  # fmt: skip
    if shape.beak:
        like = parts[0]
        parts.append(
            Part(
                a=place(0.1, -0.15 * shape.height),
                b=place(0.02 - shape.beak, -0.3 * shape.height),
                ra=0.35 * shape.height,
                rb=0.14 * shape.height,
                colour=like.colour,
                blend=0.04,
            )
        )
    return parts


def _mouth(draft: Draft, shape: Fish, coat: Coat, field: Doubles) -> list[Part]:
    """Add the line of the mouth; return lips, or jaws carved open, as soft parts."""
    low = -0.3 * shape.height
    if shape.mouth == "jaws":
        return _jaws(draft, shape, coat)
    wide = 0.13 if shape.mouth == "wide" else 0.05
    if shape.beak:
        wide = 0.16 + shape.beak
    front = 0.02 - shape.beak
    line = []
    for share in np.linspace(-1, 1, 15):
        back = front + wide * abs(share) ** 1.3
        up = low * (1.2 if shape.beak else 1.0) + 0.03 * abs(share) ** 2
        line.append((share * shape.width * 1.1, up, FRONT - back + 0.02))
    path = projected(field, np.array(line), 0.1)
    dark = mixed(coat("main"), (0.02, 0.01, 0.01), 0.8)
    draft.solid("body", tube(path, 0.0065, dark, sides=5, material=Material.MATTE))
    if shape.mouth != "small":
        return []
    like = Part(a=place(0), b=place(0), ra=1, rb=1, bone="jaw", colour=coat("main"), blend=0.02)
    lip = mixed(coat("main"), (0.8, 0.3, 0.2), 0.25)
    size = 0.16 * shape.height
    upper = ball(place(0.0, low + 0.6 * size), (size * 0.9, size * 0.5, size * 0.6), like)
    lower = ball(place(0.005, low - 0.6 * size), (size * 0.8, size * 0.5, size * 0.6), like)
    return [
        Part(a=part.a, b=part.b, ra=part.ra, rb=part.rb, squash=part.squash, bone=bone, colour=lip,
             blend=0.015)
        for part, bone in ((upper, "body"), (lower, "jaw"))
    ]  # fmt: skip


def _jaws(draft: Draft, shape: Fish, coat: Coat) -> list[Part]:
    """Carve a shark's mouth, hang the jaw under it, and set it with teeth."""
    high, wide = shape.height, shape.width
    jaw = Part(
        a=place(0.24, -0.62 * high), b=place(0.07, -0.6 * high), ra=0.3 * high, rb=0.16 * high,
        squash=(1.1 * wide / high + 0.25, 0.6, 1.0), bone="jaw", colour=coat("belly"),
    )  # fmt: skip
    draft.skins.append(Skin(parts=(jaw,), cell=0.02, material=Material.SATIN))
    for row in range(11):
        angle = (row - 5) * 0.24
        x, z = math.sin(angle) * 0.52 * wide, 0.215 - math.cos(angle) * 0.12
        top = place(z, -0.42 * high, x)
        draft.solid(
            "body",
            cone(
                top, place(z - 0.004, -0.42 * high - 0.035, x), 0.011, 0.001, coat("white"), sides=5
            ),
        )
        low = place(z + 0.012, -0.62 * high, x * 0.9)
        draft.solid(
            "jaw",
            cone(
                low,
                place(z + 0.012, -0.62 * high + 0.03, x * 0.9),
                0.01,
                0.001,
                coat("white"),
                sides=5,
            ),
        )
    hollow = Part(
        a=place(0.2, -0.62 * high, -0.35 * wide),
        b=place(0.2, -0.62 * high, 0.35 * wide),
        ra=0.27 * high,
        rb=0.27 * high,
        squash=(1.0, 0.7, 1.5),
        cut=True,
        blend=0.03,
    )
    return [hollow]


def _add_eye(draft: Draft, shape: Fish, coat: Coat, field: Doubles, name: str, way: float) -> None:
    guess = place(shape.eye_at, shape.eye_up * shape.height, way * shape.width)
    on_skin = projected(field, np.array([guess], float), 0.1)[0]
    gaze = (way * 0.92, 0.06, 0.42)
    at = on_skin - np.asarray(gaze) * shape.eye * 0.45
    spot: Point = (float(at[0]), float(at[1]), float(at[2]))
    lid = mixed(coat("main"), (0.02, 0.02, 0.02), 0.25)
    wide = 0.8 if shape.eye > 0.03 else 1.2
    eye = Eye(
        radius=shape.eye, iris=coat("iris"), lid=lid, wide=wide, pupil=0.68, opening=0.95, lower=1.0
    )
    draft.bone(f"lid.{name}", "body", spot)
    draft.solid("body", eyeball(eye, spot, gaze), lower_lid(eye, spot, gaze))
    draft.solid(f"lid.{name}", upper_lid(eye, spot, gaze))


def _mark(draft: Draft, shape: Fish) -> None:
    draft.marks["mouth"] = ("body", place(0.0, -0.3 * shape.height))
    draft.marks["head"] = ("body", place(0.14))
    draft.marks["back"] = ("body", place(0.4, shape.height))
    draft.marks["seat"] = ("body", place(0.42, shape.height * 0.96))
    draft.marks["top"] = ("body", place(0.35, shape.height))
    draft.traits.update(length=1.0 + shape.tail_size, speed=1.2, stride=1.0, span=2 * shape.fin)


Marking = Callable[[Fish, Coat], list[Paint]]


def _belly(shape: Fish, coat: Coat) -> list[Paint]:
    return [paint.shade(coat("belly"), top=-0.62 * shape.height, bottom=0.12 * shape.height)]


def _edge(shape: Fish, coat: Coat) -> list[Paint]:
    """A belly with a sharp edge, as a shark's."""
    return [paint.shade(coat("belly"), top=-0.3 * shape.height, bottom=-0.08 * shape.height)]


def _back(shape: Fish, coat: Coat) -> list[Paint]:
    return [paint.shade(coat("stripes"), top=1.1 * shape.height, bottom=0.2 * shape.height)]


def _bands(shape: Fish, coat: Coat) -> list[Paint]:
    """Three pale bands with dark edges, as a clown fish's."""

    def put(surface: Surface, colours: Doubles) -> Doubles:
        _, y, z = surface.points.T
        bend = 0.25 * y * y / shape.height
        for at, half in ((0.22, 0.045), (0.5, 0.06), (0.86, 0.04)):
            away = np.abs(FRONT - z - at - bend) - half
            colours = paint.over(colours, coat("stripes"), (0.016 - away) * 90)
            colours = paint.over(colours, coat("white"), (0.0 - away) * 90)
        return colours

    return [put]


def _stripes(shape: Fish, coat: Coat) -> list[Paint]:
    width = 0.12
    return [
        paint.stripes(coat("stripes"), width=width, keep_below=-shape.height, wobble=0.3, seed=6)
    ]


def _patches(shape: Fish, coat: Coat) -> list[Paint]:
    del shape
    return [paint.patches(coat("spots"), size=0.17, amount=0.45, seed=8)]


def _spots(shape: Fish, coat: Coat) -> list[Paint]:
    del shape
    return [paint.spots(coat("spots"), size=0.09, amount=0.2, seed=8)]


def _orca(shape: Fish, coat: Coat) -> list[Paint]:
    """A white chin, a white patch behind the eye."""
    high, wide = shape.height, shape.width
    patches = [
        paint.stamp(
            place(shape.eye_at + 0.07, 0.4 * high, way * wide * 0.9),
            (0.06, 0.03, 0.07),
            coat("belly"),
            soft=0.15,
        )
        for _, way in SIDES
    ]
    return [paint.shade(coat("belly"), top=-0.62 * high, bottom=-0.42 * high), *patches]


def _grooves(shape: Fish, coat: Coat) -> list[Paint]:
    """The furrows of a whale's throat."""

    def put(surface: Surface, colours: Doubles) -> Doubles:
        x, y, z = surface.points.T
        low = np.clip((-0.25 * shape.height - y) * 40, 0, 1) * np.clip((z - 0.05) * 20, 0, 1)
        line = np.clip(np.sin(x * 2 * np.pi / 0.035) * 3, 0, 1)
        return paint.over(colours, mixed(coat("belly"), (0.05, 0.06, 0.08), 0.5), 0.7 * low * line)

    return [put]


MARKINGS: dict[str, Marking] = {
    "belly": _belly,
    "edge": _edge,
    "back": _back,
    "bands": _bands,
    "stripes": _stripes,
    "patches": _patches,
    "spots": _spots,
    "orca": _orca,
    "grooves": _grooves,
}
