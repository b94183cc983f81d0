"""Whole outfits and things worn over others: space suit, armour, hero's suit, apron, cape."""

import math
from dataclasses import replace

import numpy as np

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
from kinema.engines.scene.shape.part import Part
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


def space_suit(worn: Worn) -> None:
    """White and thick, with rings at the joints, a chest panel and a pack for the air."""
    body = worn.body
    worn.skins(overall_parts(worn, 1.32), cell=0.025)
    grey, orange = mixed(worn.colour, BLACK, 0.45), (0.75, 0.2, 0.03)
    for name, way in SIDES:
        elbow, wrist, shoulder = body.elbow_at(way), body.wrist_at(way), body.shoulder_at(way)
        knee, ankle = body.knee_at(way), body.ankle_at(way)
        worn.add(
            cone(
                step(elbow, wrist, 0.8),
                step(elbow, wrist, 1.02),
                0.052,
                0.05,
                STEEL,
                material=Material.GLOSSY,
                sides=14,
            ),
            bone=f"lower_arm.{name}",
        )
        worn.add(
            cone(
                step(shoulder, elbow, 0.45),
                step(shoulder, elbow, 0.6),
                0.068,
                0.067,
                orange,
                material=Material.CLOTH,
                sides=16,
            ),
            bone=f"upper_arm.{name}",
        )
        worn.add(
            cone(
                step(knee, ankle, 0.66),
                step(knee, ankle, 0.8),
                0.078,
                0.076,
                orange,
                material=Material.CLOTH,
                sides=16,
            ),
            bone=f"lower_leg.{name}",
        )
    size = body.person.bulk
    worn.add(
        box((0, body.chest + 0.05, 0.148 * size), (0.15, 0.11, 0.05), grey, bevel=0.012),
        bone="chest",
    )
    for row, colour in enumerate(((0.8, 0.05, 0.03), (0.05, 0.5, 0.1), (0.05, 0.2, 0.8))):
        worn.add(
            sphere(
                (-0.045 + 0.045 * row, body.chest + 0.068, 0.175 * size),
                0.013,
                colour,
                material=Material.GLOSSY,
            ),
            bone="chest",
        )
    worn.add(
        box(
            (0, body.chest + 0.03, -0.19),
            (0.3, 0.42, 0.15),
            mixed(worn.colour, STEEL, 0.25),
            bevel=0.035,
        ),
        box((0, body.chest + 0.15, -0.275), (0.18, 0.08, 0.03), grey, bevel=0.01),
        bone="chest",
    )
    for _, way in SIDES:
        hose = [
            (way * 0.1, body.chest + 0.02, 0.12),
            (way * 0.19, body.chest - 0.06, 0.08),
            (way * 0.17, body.chest - 0.04, -0.12),
        ]
        worn.add(tube(hose, 0.014, grey, sides=8), bone="chest")
    thick_belt = replace(worn, colour=grey)
    worn.add(
        ring(
            (0, body.hip + 0.12, 0), 0.165 * size, 0.02, thick_belt.colour, squash=(1.06, 1.3, 0.86)
        ),
        bone="hips",
    )


def armour(worn: Worn) -> None:
    """Plates of steel over dark mail."""
    body, mail = worn.body, replace(worn, colour=(0.06, 0.06, 0.07), material=Material.SATIN)
    mail.skins(overall_parts(mail, 1.05), cell=0.026)
    steel = replace(worn, material=Material.GLOSSY)
    plate = torso(body, worn.colour, thick=1.12)
    steel.skins(plate[1:4], cell=0.024)
    size = body.person.bulk
    for name, way in SIDES:
        shoulder, elbow, wrist = body.shoulder_at(way), body.elbow_at(way), body.wrist_at(way)
        hip, knee, ankle = body.hip_at(way), body.knee_at(way), body.ankle_at(way)
        cup = sphere(
            (shoulder[0] + way * 0.012, shoulder[1] + 0.01, 0),
            (0.085 * size, 0.07 * size, 0.085 * size),
            worn.colour,
            material=Material.GLOSSY,
        )
        worn.add(cup, bone=f"upper_arm.{name}")
        worn.add(
            cone(
                step(elbow, wrist, 0.12),
                step(elbow, wrist, 0.95),
                0.06,
                0.05,
                worn.colour,
                material=Material.GLOSSY,
                sides=14,
            ),
            bone=f"lower_arm.{name}",
        )
        worn.add(
            cone(
                step(hip, knee, 0.35),
                step(hip, knee, 0.88),
                0.098,
                0.08,
                worn.colour,
                material=Material.GLOSSY,
                sides=16,
            ),
            bone=f"upper_leg.{name}",
        )
        worn.add(
            sphere(
                (knee[0], knee[1], knee[2] + 0.03),
                (0.062, 0.07, 0.055),
                worn.colour,
                material=Material.GLOSSY,
            ),
            cone(
                step(knee, ankle, 0.14),
                step(knee, ankle, 0.92),
                0.076,
                0.058,
                worn.colour,
                material=Material.GLOSSY,
                sides=16,
            ),
            bone=f"lower_leg.{name}",
        )
    worn.draft.solids.append(
        skirt_shape(
            body,
            (0.3, 0.03, 0.03),
            top=body.hip + 0.1,
            bottom=body.hip - 0.14,
            flare=1.2,
            folds=0.01,
        )
    )
    belt(replace(worn, colour=LEATHER))
    neck_ring(worn, worn.colour)


def hero_suit(worn: Worn) -> None:
    """Close to a strong body, with trunks, belt, boots' trim and an emblem."""
    body = worn.body
    tight = replace(worn, material=Material.SATIN)
    tight.skins(overall_parts(tight, 0.98), cell=0.023)
    second = (0.62, 0.03, 0.03) if worn.colour[2] > worn.colour[0] else (0.03, 0.08, 0.45)
    trunks = replace(worn, colour=second, material=Material.SATIN)
    trunks.skins(pelvis(body, second, thick=1.06), cell=0.022)
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
