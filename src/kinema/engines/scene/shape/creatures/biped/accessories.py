"""What is worn over other things: cape, apron, scarf, tie, stethoscope, backpack."""

import math

import numpy as np

from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.biped.cloth import (
    BLACK,
    GOLD,
    STEEL,
    Worn,
    cuffs,
    draped,
)
from kinema.engines.scene.shape.creatures.biped.limbs import step
from kinema.engines.scene.shape.creatures.biped.shape import SIDES
from kinema.engines.scene.shape.creatures.draft import Skin, Solid
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.shape.part import Part, ball
from kinema.engines.scene.shape.primitives import box, cone, ring, sheet, sphere, tube


def cape(worn: Worn) -> None:
    """From the shoulders to the calves, carried by chest, spine and hips."""
    body = worn.body
    rows, columns = 12, 13
    share = np.linspace(0, 1, rows)[:, None]
    across = np.linspace(-1, 1, columns)
    wide = np.interp(share, (0, 0.15, 1), (0.13, 0.2, 0.33))
    fold = 0.022 * share * np.cos(across * 9)
    x = across * wide
    y = body.shoulder + 0.03 - share * (body.shoulder - 0.25) + 0 * across
    z = -0.1 - 0.05 * np.minimum(share * 8, 1) - 0.2 * share + 0.05 * across**2 + fold
    outer = np.stack([x, y, z], axis=-1)
    grid = np.concatenate([outer, outer[::-1] + np.array((0.0, 0.0, 0.012)), outer[:1]])
    inner = mixed(worn.colour, BLACK, 0.35)
    colours = np.concatenate(
        [np.tile(worn.colour, (rows, 1)), np.tile(inner, (rows, 1)), [worn.colour]]
    )
    shape = sheet(grid, colours[:, None, :] + np.zeros(grid.shape), material=Material.CLOTH)
    down = np.clip((body.shoulder - shape.vertices[:, 1]) / (body.shoulder - body.hip), 0, 1)
    shares = np.stack([1 - down, down * (1 - down * 0.8), down * down * 0.8], axis=1)
    worn.draft.solids.append(
        Solid(shape=shape, bones=("chest", "spine", "hips"), shares=shares.astype(np.float32))
    )
    for _, way in SIDES:
        clasp = sphere(
            (way * 0.1, body.shoulder + 0.03, 0.045), 0.02, GOLD, material=Material.GLOSSY
        )
        worn.add(clasp, bone="chest")


def apron(worn: Worn) -> None:
    """Over chest and lap."""
    body = worn.body
    rows, bulk = [], body.person.bulk
    for share in np.linspace(0, 1, 9):
        y = body.chest + 0.09 - share * (body.chest + 0.09 - body.knee - 0.08)
        wide = float(np.interp(share, (0, 0.3, 0.42, 1), (0.08, 0.1, 0.15, 0.16)))
        rows.append([(x * wide, y) for x in np.linspace(-1, 1, 7)])
    grid = draped(body, rows, lift=0.014, thick=1.06)
    lap = grid[..., 1] < body.hip + 0.05
    grid[..., 2] = np.where(
        lap, np.maximum(grid[..., 2], 0.135 * bulk - 0.9 * grid[..., 0] ** 2), grid[..., 2]
    )
    shape = sheet(grid[::-1], worn.colour, material=Material.CLOTH)
    down = np.clip((body.hip - shape.vertices[:, 1]) / 0.3, 0, 1)
    up = np.clip((shape.vertices[:, 1] - body.hip) / 0.2, 0, 1)
    left = np.clip(0.5 + shape.vertices[:, 0] / 0.2, 0, 1)
    legs = 0.6 * down
    shares = np.stack(
        [up * (1 - legs), (1 - up) * (1 - legs), legs * left, legs * (1 - left)], axis=1
    )
    worn.draft.solids.append(
        Solid(
            shape=shape,
            bones=("spine", "hips", "upper_leg.L", "upper_leg.R"),
            shares=shares.astype(np.float32),
        )
    )
    for _, way in SIDES:
        strap = [
            (way * 0.075, body.chest + 0.09, 0.12 * bulk),
            (way * 0.07, body.neck - 0.01, 0.045),
            (way * 0.05, body.neck + 0.0, -0.06),
        ]
        worn.add(tube(strap, 0.008, worn.colour, sides=6, material=Material.CLOTH), bone="chest")


def scarf(worn: Worn) -> None:
    """Round the neck, one end hanging in front."""
    body = worn.body
    end = [
        (0.05, body.neck + 0.005, 0.08),
        (0.065, body.chest + 0.13, 0.13),
        (0.07, body.chest + 0.0, 0.14),
    ]
    worn.add(
        ring(
            (0, body.neck + 0.012, -0.005),
            0.072,
            0.03,
            worn.colour,
            turn=(0.2, 0, 0.05),
            squash=(1.05, 1.15, 1.05),
            material=Material.CLOTH,
        ),
        tube(end, [0.03, 0.034, 0.036], worn.colour, sides=8, squash=0.4, material=Material.CLOTH),
        bone="chest",
    )


def tie(worn: Worn) -> None:
    """A tie down the shirt's front."""
    body = worn.body
    places = [
        (0.0, body.neck - 0.03),
        (0.0, body.chest + 0.1),
        (0.0, body.chest + 0.03),
        (0.0, body.chest - 0.04),
    ]
    line = draped(body, places, lift=0.012, thick=1.08)
    knot = (0.0, float(line[0, 1]), float(line[0, 2]))
    worn.add(
        sphere(knot, (0.018, 0.018, 0.016), worn.colour, material=Material.CLOTH),
        tube(
            line,
            [0.01, 0.02, 0.026, 0.03],
            worn.colour,
            sides=8,
            squash=0.35,
            material=Material.SATIN,
        ),
        bone="chest",
    )


def bow_tie(worn: Worn) -> None:
    """Two loops at the throat."""
    y = worn.body.neck - 0.012
    for _, way in SIDES:
        worn.add(
            cone(
                (way * 0.004, y, 0.07),
                (way * 0.05, y, 0.066),
                0.008,
                0.026,
                worn.colour,
                material=Material.SATIN,
                sides=8,
            ),
            bone="chest",
        )


def badge(worn: Worn) -> None:
    """A policeman's star and shoulder straps."""
    body = worn.body
    x, y, z = draped(body, [(0.075, body.chest + 0.09)], lift=0.0, thick=1.03)[0]
    star = sphere((x, y, z), (0.022, 0.026, 0.009), GOLD, material=Material.GLOSSY)
    worn.add(star, bone="chest")


def stethoscope(worn: Worn) -> None:
    """Round the neck, hanging on the chest."""
    body = worn.body
    ends = [(-0.065, body.chest + 0.03), (-0.07, body.chest + 0.1), (-0.06, body.neck - 0.05)]
    left = np.stack(
        [np.interp(np.linspace(0, 2, 8), range(3), [end[k] for end in ends]) for k in (0, 1)], 1
    )
    places = np.concatenate([left, left[::-1] * (-0.9, 1.0)])
    front = draped(body, places, lift=0.01, thick=1.1)
    nape = [(-0.065, body.neck, 0.0), (0.0, body.neck + 0.01, -0.085), (0.065, body.neck, 0.0)]
    worn.add(
        tube(np.concatenate([front[:8], nape, front[8:]]), 0.0085, BLACK, sides=6),
        sphere(
            (front[-1, 0], front[-1, 1], front[-1, 2]),
            (0.02, 0.02, 0.01),
            STEEL,
            material=Material.GLOSSY,
        ),
        bone="chest",
    )


def reflective(worn: Worn) -> None:
    """A firefighter's bright bands round chest, arms and legs."""
    body = worn.body
    size = body.person.bulk
    bands = [
        ring(
            (0, body.chest + 0.0, 0.0),
            0.158 * size,
            0.014,
            worn.colour,
            squash=(1.06, 1.9, 0.8),
            material=Material.SATIN,
        )
    ]
    worn.add(*bands, bone="chest")
    for name, way in SIDES:
        elbow, wrist = body.elbow_at(way), body.wrist_at(way)
        knee, ankle = body.knee_at(way), body.ankle_at(way)
        worn.add(
            cone(
                step(elbow, wrist, 0.4),
                step(elbow, wrist, 0.56),
                0.058,
                0.056,
                worn.colour,
                sides=14,
            ),
            bone=f"lower_arm.{name}",
        )
        worn.add(
            cone(
                step(knee, ankle, 0.45),
                step(knee, ankle, 0.58),
                0.074,
                0.072,
                worn.colour,
                sides=14,
            ),
            bone=f"lower_leg.{name}",
        )


def gloves(worn: Worn) -> None:
    """The hands take the colour; see `wear.hands`."""
    cuffs(worn, worn.colour, thick=1.15)


def backpack(worn: Worn) -> None:
    """With straps."""
    body = worn.body
    worn.add(
        box(
            (0, body.chest + 0.0, -0.19),
            (0.28, 0.36, 0.15),
            worn.colour,
            material=Material.CLOTH,
            bevel=0.04,
        ),
        bone="chest",
    )
    worn.add(
        box(
            (0, body.chest - 0.07, -0.275),
            (0.2, 0.15, 0.05),
            mixed(worn.colour, BLACK, 0.3),
            material=Material.CLOTH,
            bevel=0.02,
        ),
        bone="chest",
    )
    for _, way in SIDES:
        places = [
            (way * 0.095, body.shoulder + 0.01),
            (way * 0.1, body.chest + 0.08),
            (way * 0.12, body.chest - 0.02),
        ]
        front = draped(body, places, lift=0.008, thick=1.05)
        strap = [
            (way * 0.09, body.shoulder, -0.13),
            (way * 0.092, body.shoulder + 0.05, -0.03),
            *front,
            (way * 0.165, body.chest - 0.06, 0.02),
            (way * 0.12, body.chest - 0.1, -0.13),
        ]
        worn.add(
            tube(
                strap,
                0.017,
                mixed(worn.colour, BLACK, 0.4),
                sides=6,
                squash=0.6,
                material=Material.CLOTH,
            ),
            bone="chest",
        )


def dungarees(worn: Worn) -> None:
    """A bib and braces over trousers."""
    body = worn.body
    bulk = body.person.bulk
    rows = []
    for share in np.linspace(0, 1, 6):
        y = body.chest + 0.1 - share * (body.chest + 0.1 - body.hip - 0.08)
        wide = 0.085 + 0.04 * share
        rows.append([(x * wide, y) for x in np.linspace(-1, 1, 7)])
    grid = draped(body, rows, lift=0.008, thick=1.05)
    worn.add(sheet(grid[::-1], worn.colour, material=Material.CLOTH), bone="spine")
    for _, way in SIDES:
        strap = [
            (way * 0.075, body.chest + 0.09, 0.12 * bulk),
            (way * 0.085, body.shoulder + 0.045, 0.01),
            (way * 0.07, body.chest + 0.08, -0.12 * bulk),
        ]
        worn.add(
            tube(strap, 0.016, worn.colour, sides=6, squash=0.5, material=Material.CLOTH),
            bone="chest",
        )


def soft_collar(worn: Worn) -> None:
    """White fur at the neck of a king's cape."""
    body = worn.body
    like = Part(a=body.head, b=body.head, ra=1, rb=1, bone="chest", colour=worn.colour, blend=0.02)
    parts = []
    for row in range(12):
        angle = row * 2 * math.pi / 12
        x, z = 0.125 * math.sin(angle), 0.085 * math.cos(angle)
        parts.append(
            ball((x, body.shoulder + 0.035 - 0.03 * max(math.cos(angle), 0), z), 0.034, like)
        )
    worn.draft.skins.append(Skin(parts=tuple(parts), cell=0.018, material=Material.FUR))
