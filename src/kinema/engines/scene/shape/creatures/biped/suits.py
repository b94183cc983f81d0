"""Whole outfits and things worn over others: space suit, armour, hero's suit, apron, cape."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.biped.cloth import (
    BLACK,
    GOLD,
    LEATHER,
    STEEL,
    WHITE,
    Worn,
    bare_arms,
    draped,
    neck_ring,
    pelvis,
    skirt_shape,
    sleeves,
    torso,
)
from kinema.engines.scene.shape.creatures.biped.clothes import belt
from kinema.engines.scene.shape.creatures.biped.limbs import leg, step
from kinema.engines.scene.shape.creatures.biped.shape import SIDES
from kinema.engines.scene.shape.creatures.draft import Skin
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.shape.part import Part, Point
from kinema.engines.scene.shape.primitives import box, cone, ring, sheet, sphere, tube


def overall_parts(worn: Worn, thick: float) -> list[Part]:
    """Return trunk, sleeves and legs in one."""
    body = worn.body
    parts = torso(body, worn.colour, thick=1 + 0.5 * (thick - 1)) + pelvis(
        body, worn.colour, thick=1 + 0.5 * (thick - 1)
    )
    parts += sleeves(body, worn.colour, long=True, thick=thick)
    for name, way in SIDES:
        parts += leg(body, way, name, worn.colour, thick=1.1 * thick)
    return parts


ORANGE = (0.75, 0.2, 0.03)


def space_suit(worn: Worn) -> None:
    """White and thick, with rings at the joints, a chest panel and a pack for the air."""
    body, size = worn.body, worn.body.person.bulk
    worn.skins(overall_parts(worn, 1.32), cell=0.033)
    grey = mixed(worn.colour, BLACK, 0.45)
    for name, way in SIDES:
        arm = (body.shoulder_at(way), body.elbow_at(way), body.wrist_at(way))
        shin = (body.knee_at(way), body.ankle_at(way))
        _band(worn, f"lower_arm.{name}", arm[1:], (0.8, 1.02), 0.051, STEEL)
        _band(worn, f"upper_arm.{name}", arm[:2], (0.45, 0.6), 0.068, ORANGE)
        _band(worn, f"lower_leg.{name}", shin, (0.66, 0.8), 0.077, ORANGE)
        hose = [
            (way * 0.1, body.chest + 0.02, 0.12),
            (way * 0.19, body.chest - 0.06, 0.08),
            (way * 0.17, body.chest - 0.04, -0.12),
        ]
        worn.add(tube(hose, 0.014, grey, sides=8), bone="chest")
    _life_support(worn, grey)
    belt_ring = ring((0, body.hip + 0.12, 0), 0.165 * size, 0.02, grey, squash=(1.06, 1.3, 0.86))
    worn.add(belt_ring, bone="hips")


def _life_support(worn: Worn, grey: Rgb) -> None:
    """Add the panel with its lamps, and the pack."""
    body, size = worn.body, worn.body.person.bulk
    pale = mixed(worn.colour, STEEL, 0.25)
    worn.add(
        box((0, body.chest + 0.05, 0.148 * size), (0.15, 0.11, 0.05), grey, bevel=0.012),
        box((0, body.chest + 0.03, -0.19), (0.3, 0.42, 0.15), pale, bevel=0.035),
        box((0, body.chest + 0.15, -0.275), (0.18, 0.08, 0.03), grey, bevel=0.01),
        bone="chest",
    )
    for row, colour in enumerate(((0.8, 0.05, 0.03), (0.05, 0.5, 0.1), (0.05, 0.2, 0.8))):
        at = (-0.045 + 0.045 * row, body.chest + 0.068, 0.175 * size)
        worn.add(sphere(at, 0.013, colour, material=Material.GLOSSY), bone="chest")


def _band(
    worn: Worn,
    bone: str,
    limb: tuple[Point, ...],
    along: tuple[float, float],
    radius: float,
    colour: Rgb,
) -> None:
    """Add a cuff round a limb, from one share of its length to another."""
    start, end = (step(limb[0], limb[1], share) for share in along)
    worn.add(
        cone(start, end, radius, 0.96 * radius, colour, material=Material.GLOSSY, sides=16),
        bone=bone,
    )


def armour(worn: Worn) -> None:
    """Plates of steel over dark mail."""
    body, mail = worn.body, replace(worn, colour=(0.06, 0.06, 0.07), material=Material.SATIN)
    mail.skins(overall_parts(mail, 1.05), cell=0.034)
    plate = torso(body, worn.colour, thick=1.12)
    replace(worn, material=Material.GLOSSY).skins(plate[1:4], cell=0.028)
    for name, way in SIDES:
        _arm_plates(worn, name, way)
        _leg_plates(worn, name, way)
    kilt = skirt_shape(
        body, (0.3, 0.03, 0.03), top=body.hip + 0.1, bottom=body.hip - 0.14, flare=1.2, folds=0.01
    )
    worn.draft.solids.append(kilt)
    belt(replace(worn, colour=LEATHER))
    neck_ring(worn, worn.colour)


def _arm_plates(worn: Worn, name: str, way: float) -> None:
    body, size = worn.body, worn.body.person.bulk
    x, y, _ = body.shoulder_at(way)
    cup = (0.085 * size, 0.07 * size, 0.085 * size)
    shape = sphere((x + way * 0.012, y + 0.01, 0), cup, worn.colour, material=Material.GLOSSY)
    worn.add(shape, bone=f"upper_arm.{name}")
    forearm = (body.elbow_at(way), body.wrist_at(way))
    _band(worn, f"lower_arm.{name}", forearm, (0.12, 0.95), 0.06, worn.colour)


def _leg_plates(worn: Worn, name: str, way: float) -> None:
    body = worn.body
    hip, knee, ankle = body.hip_at(way), body.knee_at(way), body.ankle_at(way)
    cap = (knee[0], knee[1], knee[2] + 0.03)
    worn.add(
        sphere(cap, (0.062, 0.07, 0.055), worn.colour, material=Material.GLOSSY),
        cone(step(knee, ankle, 0.14), step(knee, ankle, 0.92), 0.076, 0.058, worn.colour,
             material=Material.GLOSSY, sides=16),
        bone=f"lower_leg.{name}",
    )  # fmt: skip
    _band(worn, f"upper_leg.{name}", (hip, knee), (0.35, 0.88), 0.094, worn.colour)


def hero_suit(worn: Worn) -> None:
    """Close to a strong body, with trunks, belt, boots' trim and an emblem."""
    body = worn.body
    tight = replace(worn, material=Material.SATIN)
    tight.skins(overall_parts(tight, 0.98), cell=0.03)
    second = (0.62, 0.03, 0.03) if worn.colour[2] > worn.colour[0] else (0.03, 0.08, 0.45)
    trunks = replace(worn, colour=second, material=Material.SATIN)
    trunks.skins(pelvis(body, second, thick=1.13), cell=0.022)
    belt(replace(worn, colour=GOLD))
    points = [(0.0, -0.08), (0.08, 0.02), (0.058, 0.06), (-0.058, 0.06), (-0.08, 0.02)]
    places = [[(x * k, body.chest + 0.075 + y * k) for x, y in points] for k in (1.0, 0.6, 0.02)]
    worn.add(sheet(draped(body, places, lift=0.006, thick=1.0), GOLD, around=True), bone="chest")
    neck_ring(worn, second)


def tutu(worn: Worn) -> None:
    """A ballerina's: a bodice with straps and a flat, frilled skirt over tights."""
    body = worn.body
    bare_arms(worn)
    worn.draft.skins.append(
        Skin(
            parts=tuple(
                part
                for name, way in SIDES
                for part in leg(body, way, name, mixed(worn.skin, WHITE, 0.4))
            ),
            cell=0.023,
            material=Material.CLOTH,
        )
    )
    bare = replace(worn, colour=worn.skin, material=Material.SKIN)
    bare.skins(torso(body, worn.skin, thick=0.97)[2:5], cell=0.022)
    bodice = torso(body, worn.colour, thick=1.0)
    worn.skins(
        [bodice[0], bodice[1], *bodice[5:], *pelvis(body, worn.colour, thick=0.98)], cell=0.022
    )
    for layer in range(3):
        rows = []
        turn = np.arange(48) * (2 * math.pi / 48)
        for share in np.linspace(0, 1, 5):
            radius = 0.12 + share * (0.27 - 0.03 * layer)
            wave = 0.016 * share * np.cos(turn * 12 + layer)
            y = body.hip + 0.115 - 0.02 * layer - 0.05 * share**2 + wave
            rows.append(np.stack([np.sin(turn) * radius, y, np.cos(turn) * radius], 1))
        tone = mixed(worn.colour, WHITE, 0.3 + 0.15 * layer)
        grid = np.array(rows)
        both = np.concatenate([grid[::-1] - (0, 0.004, 0), grid])
        worn.add(sheet(both[::-1], tone, material=Material.LEAF, around=True), bone="hips")
