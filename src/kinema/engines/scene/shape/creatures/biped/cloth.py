"""What clothes are cut from: trunk, sleeves, legs and skirts over a body, and what lies on them."""

from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.creatures.biped.limbs import arm, leg, step
from kinema.engines.scene.shape.creatures.biped.shape import SIDES, Body
from kinema.engines.scene.shape.creatures.draft import Draft, Skin, Solid
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.shape.part import Doubles, Kind, Part, ball, packed
from kinema.engines.scene.shape.primitives import cone, ring, sheet
from kinema.engines.scene.shape.sdf import value

WHITE = (0.85, 0.84, 0.81)


BLACK = (0.015, 0.015, 0.018)


GOLD = (0.7, 0.42, 0.08)


STEEL = (0.42, 0.44, 0.48)


LEATHER = (0.12, 0.055, 0.025)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worn:
    """One thing that is put on.

    Attributes:
        colour: Its main colour, linear.
        skin: Colour of the wearer's skin, for what it leaves bare.
    """

    draft: Draft
    body: Body
    colour: Rgb
    skin: Rgb
    material: Material = Material.CLOTH
    bare: set[str] = field(default_factory=set)

    def add(self, *shapes: Mesh, bone: str) -> None:
        """Add hard parts."""
        self.draft.solid(bone, *shapes)

    def skins(self, parts: list[Part], *, cell: float = 0.035) -> None:
        """Add soft parts as one surface."""
        self.draft.skins.append(Skin(parts=tuple(parts), cell=cell, material=self.material))


def torso(body: Body, colour: Rgb, *, thick: float = 1.0, loose: bool = False) -> list[Part]:
    """Return the trunk up to the shoulders, its hem tucked in or ``loose`` over the hips."""
    person = body.person
    size = person.bulk * thick
    wide = 0.9 if body.woman else 1.0
    waist = (0.118 if body.woman else 0.135) * size
    hips = (0.152 * person.hips if body.woman else 0.138) * size
    shoulder = body.shoulder_at(1.0)[0]
    like = Part(a=body.head, b=body.head, ra=1, rb=1, bone="chest", colour=colour, blend=0.06)
    parts = [
        Part(a=(0, body.hip + (0.03 if loose else 0.08), 0.0), b=(0, body.waist, 0.0), rb=waist,
             ra=hips * (1.2 if loose else 0.95), bone="hips", tip="spine", colour=colour,
             kind=Kind.BARREL, edge=0.015, squash=(1.06, 1.0, 0.86), blend=0.05),
        Part(a=(0, body.waist, 0.0), b=(0, body.chest, -0.005), ra=waist, rb=0.142 * size * wide,
             bone="spine", tip="chest", colour=colour, squash=(1.1, 1.0, 0.76), blend=0.05),
        ball((0, body.chest + 0.07, -0.005), (0.172 * size * wide, 0.13, 0.112 * size), like),
        Part(a=(-shoulder * 0.86, body.shoulder - 0.022, -0.012), ra=0.058 * size, rb=0.058 * size,
             b=(shoulder * 0.86, body.shoulder - 0.022, -0.012), bone="chest", colour=colour,
             blend=0.05, squash=(1.0, 0.85, 1.0)),
        Part(a=(0, body.shoulder - 0.01, -0.014), b=(0, body.neck + 0.012, -0.014),
             ra=0.088 * size, rb=0.05 * thick, bone="chest", colour=colour, blend=0.05),
    ]  # fmt: skip
    for _, way in SIDES:
        if body.woman:
            bust = (way * 0.07 * size, body.chest + 0.055, 0.075 * size)
            parts.append(ball(bust, (0.066 * size, 0.064 * size, 0.06 * size), like))
        elif person.age != "child":
            chest = (way * 0.07 * size, body.chest + 0.075, 0.05 * size)
            parts.append(ball(chest, (0.08 * size, 0.06 * size, 0.06 * size), like))
    if person.belly:
        at = (0, body.waist + 0.02, 0.06)
        round_ = 0.14 * (1 + 0.35 * person.belly)
        parts.append(replace(ball(at, (round_ * 1.1, round_, round_), like), bone="spine"))
    return parts


def draped(body: Body, places: npt.ArrayLike, *, lift: float, thick: float = 1.05) -> Doubles:
    """Return (..., 3) points in front of the trunk for (..., 2) places of x and y.

    They lie ``lift`` metres over a top of that thickness, so that what is worn on it follows it.
    """
    flat = np.asarray(places, float)
    field = packed(tuple(torso(body, BLACK, thick=thick) + pelvis(body, BLACK, thick=thick)))
    points = np.concatenate([flat.reshape(-1, 2), np.full((flat.size // 2, 1), 0.4)], axis=1)
    for _ in range(16):
        points[:, 2] = np.maximum(points[:, 2] - 0.9 * value(field, points), 0.0)
    points[:, 2] += lift
    return points.reshape(*flat.shape[:-1], 3)


def sleeves(body: Body, colour: Rgb, *, long: bool, thick: float = 1.0) -> list[Part]:
    """Return both sleeves, to the wrist or to half of the upper arm."""
    parts = []
    for name, way in SIDES:
        upper, lower, cuff = arm(body, way, name, colour, thick=1.14 * thick)
        if long:
            parts += [upper, lower, replace(cuff, rb=cuff.rb * 1.12, b=step(cuff.a, cuff.b, 0.94))]
        else:
            end = step(upper.a, upper.b, 0.52)
            parts.append(replace(upper, b=end, ra=upper.ra * 1.06, rb=upper.rb * 1.22))
    return parts


def bare_arms(worn: Worn) -> None:
    """Add the skin of the arms."""
    parts = [part for name, way in SIDES for part in arm(worn.body, way, name, worn.skin)]
    worn.draft.skins.append(Skin(parts=tuple(parts), cell=0.029, material=Material.SKIN))


def bare_legs(worn: Worn) -> None:
    """Add the skin of the legs."""
    parts = []
    for name, way in SIDES:
        thigh, *rest = leg(worn.body, way, name, worn.skin)
        parts += [replace(thigh, a=step(thigh.a, thigh.b, 0.4), ra=0.8 * thigh.ra), *rest]
    worn.draft.skins.append(Skin(parts=tuple(parts), cell=0.032, material=Material.SKIN))


def neck_ring(worn: Worn, colour: Rgb, *, collar: bool = False) -> None:
    """Add the band round the neck; a collar has two points in front."""
    y, z = worn.body.neck + 0.004, -0.012
    size = 0.066 * (0.85 if worn.body.woman else 1.0)
    worn.add(
        ring(
            (0, y, z),
            size,
            0.013,
            colour,
            turn=(0.28, 0, 0),
            squash=(1.0, 1.5, 1.0),
            material=worn.material,
        ),
        bone="chest",
    )
    if collar:
        for _, way in SIDES:
            worn.add(
                cone(
                    (way * 0.012, y - 0.0, z + size * 1.1),
                    (way * 0.062, y - 0.045, z + size * 1.28),
                    0.02,
                    0.006,
                    colour,
                    material=worn.material,
                    sides=6,
                ),
                bone="chest",
            )


def cuffs(worn: Worn, colour: Rgb, *, thick: float = 1.0) -> None:
    """Add bands round the wrists."""
    for name, way in SIDES:
        elbow, wrist = worn.body.elbow_at(way), worn.body.wrist_at(way)
        size = 0.034 * worn.body.person.bulk * thick * (0.88 if worn.body.woman else 1.0)
        shape = cone(step(elbow, wrist, 0.87), step(elbow, wrist, 0.99), size * 1.05, size * 1.08,
                     colour, material=worn.material, sides=12)  # fmt: skip
        worn.add(shape, bone=f"lower_arm.{name}")


def pelvis(body: Body, colour: Rgb, *, thick: float = 1.0) -> list[Part]:
    """Return the seat and the hips."""
    size = body.person.bulk * thick
    wide = 0.156 * body.person.hips if body.woman else 0.142
    like = Part(a=body.head, b=body.head, ra=1, rb=1, bone="hips", colour=colour, blend=0.05)
    seat = (0.0, body.hip + 0.03, -0.012)
    parts = [ball(seat, (wide * size, 0.1, 0.112 * size), like)]
    for _, way in SIDES:
        back = (way * 0.066, body.hip, -0.045)
        parts.append(ball(back, (0.08 * size, 0.085 * size, 0.075 * size), like))
    return parts


def skirt_shape(
    body: Body,
    colour: Rgb,
    *,
    top: float,
    bottom: float,
    flare: float,
    folds: float,
    room: float = 0.165,
) -> Solid:
    """Return a skirt from ``top`` to ``bottom`` (heights), carried by the hips and both legs."""
    rows, sides = 9, 36
    share = np.linspace(0, 1, rows)[:, None]
    angle = np.arange(sides) * (2 * np.pi / sides)
    base = 0.14 * body.person.bulk * (0.95 if body.woman else 1.06)
    hip = room * body.person.bulk * body.person.hips
    radius = np.interp(share, (0, 0.25, 1), (base, hip, hip * flare))
    radius = radius * (1 + folds * share * 6 * np.cos(angle * 9))
    deep = np.interp(share, (0, 0.4, 1), (0.8, 0.86, 0.95))
    height = top + (bottom - top) * share + 0 * angle
    outer = np.stack([np.sin(angle) * radius, height, np.cos(angle) * radius * deep], axis=-1)
    inner = outer[::-1] * (0.93, 1.0, 0.93)
    grid = np.concatenate([inner, outer[:1], outer])[::-1]
    shade = np.concatenate([np.full(rows, 0.45), [1.0], np.ones(rows)])[::-1]
    colours = np.asarray(colour) * shade[:, None, None]
    shape = sheet(grid, colours + np.zeros(grid.shape), material=Material.CLOTH, around=True)
    return Solid(
        shape=shape,
        bones=("hips", "upper_leg.L", "upper_leg.R"),
        shares=_skirt_shares(shape.vertices, top, bottom),
    )


def _skirt_shares(points: Floats, top: float, bottom: float) -> Floats:
    """Return how far hips, left and right leg carry a skirt: legs more towards the hem."""
    down = np.clip((top - points[:, 1]) / max(top - bottom, 1e-3), 0, 1)
    legs = 0.95 * down**0.45
    left = np.clip(0.5 + points[:, 0] / 0.16, 0, 1)
    return np.stack([1 - legs, legs * left, legs * (1 - left)], axis=1).astype(np.float32)
