"""Puts an insect together: head, trunk, wings, legs and feelers, its middle at the origin."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.draft import Draft, Skin, finished
from kinema.engines.scene.shape.creatures.eyes import Eye, eyeball
from kinema.engines.scene.shape.creatures.table import Coat, shape_of
from kinema.engines.scene.shape.mesh import mirrored
from kinema.engines.scene.shape.model import Material, Mesh, Model
from kinema.engines.scene.shape.part import Doubles, Part, Point, ball
from kinema.engines.scene.shape.primitives import sheet, sphere, tube

SIDES = (("L", 1.0), ("R", -1.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Insect:
    """A species of insect; lengths by the body's.

    Attributes:
        thick: Radius of the abdomen.
        head: Radius of the head.
        wing: ``butterfly``, ``clear``, ``long``, ``shell`` or ``none``.
        span: Length of a wing.
        stripes: How many dark bands the abdomen has.
        legs: Length, 0 for none.
        pairs: How many pairs of legs.
        feelers: Length of the antennae.
        fur: ``fur`` or ``satin``.
    """

    thick: float = 0.13
    head: float = 0.12
    wing: str = "clear"
    span: float = 0.8
    stripes: float = 0.0
    legs: float = 0.35
    pairs: float = 3.0
    feelers: float = 0.35
    fur: str = "satin"


def insect(name: str, table: Mapping[str, object], coat: Coat, size: float) -> Model:
    """Return an insect ``size`` metres long, its wings spread.

    Bones: ``body``, ``head``, ``wing.L``, ``wing.R`` (they beat about z) and ``leg.0`` …
    """
    shape = shape_of(Insect, table)
    draft = Draft()
    draft.bone("body", None, (0.0, 0.0, 0.05))
    draft.bone("head", "body", (0.0, 0.02, 0.27))
    material = Material.FUR if shape.fur == "fur" else Material.SATIN
    draft.skins.append(Skin(parts=tuple(_trunk(shape, coat)), cell=0.026, material=material))
    _add_face(draft, shape, coat)
    _add_legs(draft, shape, coat)
    _add_wings(draft, shape, coat)
    draft.marks["head"] = ("head", (0.0, 0.02, 0.36))
    draft.marks["top"] = ("body", (0.0, shape.thick, 0.0))
    draft.marks["back"] = ("body", (0.0, shape.thick, 0.0))
    draft.marks["mouth"] = ("head", (0.0, 0.0, 0.36 + shape.head))
    draft.traits.update(length=1.0, span=2 * shape.span, leg=shape.legs, stride=0.5, speed=2.0)
    return finished(draft, name=name, move="insect", unit=size, grounded=False)


def _trunk(shape: Insect, coat: Coat) -> list[Part]:
    like = Part(a=(0, 0, 0), b=(0, 0, 0), ra=1, rb=1, bone="body", colour=coat("main"), blend=0.04)
    thick = shape.thick
    parts = [ball((0, 0.01, 0.12), (thick * 0.95, thick * 0.95, thick * 1.15), like)]
    count = max(int(shape.stripes) * 2, 4)
    places = [(0.0, -0.03 * (k / count) ** 2, 0.02 - 0.5 * k / count) for k in range(count + 1)]
    for row, (start, end) in enumerate(pairwise(places)):
        dark = shape.stripes and row % 2 == 1
        wide = [thick * math.sin(math.pi * (0.16 + 0.8 * (row + k) / count)) ** 0.6 for k in (0, 1)]
        parts.append(
            Part(a=start, b=end, ra=wide[0], rb=wide[1], bone="body", blend=0.012,
                 colour=coat("stripes") if dark else coat("belly"))
        )  # fmt: skip
    head = Part(a=(0, 0, 0), b=(0, 0, 0), ra=1, rb=1, bone="head", colour=coat("head"), blend=0.02)
    parts.append(ball((0, 0.02, 0.36), (shape.head * 1.05, shape.head, shape.head * 0.95), head))
    return parts


def _add_face(draft: Draft, shape: Insect, coat: Coat) -> None:
    size = shape.head
    for _, way in SIDES:
        place = (way * 0.62 * size, 0.02 + 0.2 * size, 0.36 + 0.55 * size)
        eye = Eye(radius=0.46 * size, iris=coat("iris"), lid=coat("head"), wide=1.25, pupil=0.7)
        draft.solid("head", eyeball(eye, place, (way * 0.55, 0.1, 1.0)))
        root = (way * 0.3 * size, 0.02 + 0.8 * size, 0.36 + 0.3 * size)
        path = [
            root,
            (
                root[0] + way * 0.1 * shape.feelers,
                root[1] + 0.6 * shape.feelers,
                root[2] + 0.3 * shape.feelers,
            ),
            (
                root[0] + way * 0.4 * shape.feelers,
                root[1] + 0.8 * shape.feelers,
                root[2] + 0.7 * shape.feelers,
            ),
        ]
        draft.solid(
            "head",
            tube(path, 0.012, coat("legs"), sides=6),
            sphere(path[-1], 0.025, coat("legs"), rings=6, sides=8),
        )
    smile = [
        (
            x * 0.4 * size,
            0.02 - 0.35 * size + 0.15 * x * x * size,
            0.36 + 0.9 * size * math.sqrt(1 - 0.2 * x * x),
        )
        for x in (-1, -0.5, 0, 0.5, 1)
    ]
    draft.solid("head", tube(smile, 0.009, coat("mouth"), sides=5))


def _add_legs(draft: Draft, shape: Insect, coat: Coat) -> None:
    if not shape.legs:
        return
    for row in range(int(shape.pairs)):
        along = (row / max(shape.pairs - 1, 1) - 0.5) * 2
        for at, (_, way) in enumerate(SIDES):
            root: Point = (way * 0.5 * shape.thick, -0.5 * shape.thick, 0.12 - 0.1 * along)
            knee = (
                root[0] + way * 0.5 * shape.legs,
                root[1] + 0.12 * shape.legs,
                root[2] - 0.25 * along * shape.legs,
            )
            foot = (
                root[0] + way * 0.72 * shape.legs,
                root[1] - 0.6 * shape.legs,
                root[2] - 0.5 * along * shape.legs,
            )
            bone = f"leg.{2 * row + at}"
            draft.bone(bone, "body", root)
            draft.solid(bone, tube([root, knee, foot], [0.02, 0.018, 0.01], coat("legs"), sides=6))


def _add_wings(draft: Draft, shape: Insect, coat: Coat) -> None:
    root = (0.03, 0.75 * shape.thick, 0.12)
    for name, way in SIDES:
        draft.bone(f"wing.{name}", "body", (way * root[0], root[1], root[2]))
        for outline, role in WINGS[shape.wing]:
            blade = _wing(root, outline, shape.span, coat(role), coat("wing_tip"), shape.wing)
            draft.solid(f"wing.{name}", blade if way > 0 else mirrored(blade))


def _wing(
    root: Point, outline: list[tuple[float, float]], span: float, colour: Rgb, rim: Rgb, kind: str
) -> Mesh:
    """Return a wing inside a closed outline of (out, ahead) points, with a dark rim."""
    edge = _closed(np.array(outline))
    middle = edge.mean(axis=0) * 0.55
    share = np.array([0.0, 0.35, 0.62, 0.8, 0.86, 1.0])
    flat = middle + (edge[None] - middle) * share[:, None, None]
    lift = (0.05 if kind != "shell" else 0.0) * flat[..., 0]
    if kind == "shell":
        lift = 0.32 * np.sqrt(np.maximum(0.0, 1 - share**2))[:, None] + 0 * flat[..., 0]
    points = np.stack([flat[..., 0], lift, flat[..., 1]], axis=-1) * span + np.asarray(root)
    dark = share[:, None, None] > 0.82
    inner = (
        np.asarray(mixed(colour, (1.0, 0.95, 0.8), 0.25)) * (1 - share[:, None, None])
        + np.asarray(colour) * share[:, None, None]
    )
    tint = np.where(dark, np.asarray(rim), inner) + np.zeros(points.shape)
    below = points - (0.0, 0.008, 0.0)
    whole, shade = np.concatenate([below[::-1], points]), np.concatenate([tint[::-1], tint])
    material = Material.SATIN if kind == "shell" else Material.LEAF
    return sheet(whole[:, ::-1], shade[:, ::-1], material=material, around=True)


def _closed(points: Doubles) -> Doubles:
    """Return a smooth closed line of 32 places round the outline."""
    at = np.arange(len(points) + 1)
    fine = np.linspace(0, len(points), 32, endpoint=False)
    ring = np.concatenate([points, points[:1]])
    straight = np.stack([np.interp(fine, at, ring[:, axis]) for axis in (0, 1)], axis=1)
    return np.asarray((straight + np.roll(straight, 1, 0) + np.roll(straight, -1, 0)) / 3)


Outline = list[tuple[float, float]]

WINGS: dict[str, list[tuple[Outline, str]]] = {
    "none": [],
    "butterfly": [
        ([(0.0, 0.05), (0.45, 0.6), (0.95, 0.8), (1.05, 0.45), (0.75, 0.1), (0.25, -0.05)], "wing"),
        (
            [(0.0, -0.02), (0.5, -0.02), (0.78, -0.25), (0.7, -0.62), (0.4, -0.75), (0.12, -0.4)],
            "wing",
        ),
    ],
    "clear": [
        ([(0.0, 0.02), (0.5, 0.2), (0.95, 0.12), (1.0, -0.05), (0.6, -0.15), (0.2, -0.08)], "wing"),
        ([(0.0, -0.02), (0.35, -0.1), (0.6, -0.25), (0.55, -0.4), (0.25, -0.3)], "wing"),
    ],
    "long": [
        ([(0.0, 0.02), (0.5, 0.12), (1.0, 0.16), (1.05, 0.04), (0.6, -0.02), (0.2, -0.03)], "wing"),
        (
            [(0.0, -0.08), (0.5, -0.1), (0.98, -0.14), (1.0, -0.28), (0.6, -0.25), (0.2, -0.16)],
            "wing",
        ),
    ],
    "shell": [
        ([(0.0, 0.3), (0.35, 0.25), (0.55, -0.1), (0.45, -0.55), (0.15, -0.8), (0.0, -0.8)], "wing")
    ],
}
"""Outlines as (out, ahead) by the span, and their role."""
