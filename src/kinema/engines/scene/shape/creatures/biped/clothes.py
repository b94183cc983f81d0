"""Clothes: tops, bottoms, dresses and shoes, each a part of its own over the body."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.biped.cloth import (
    BLACK,
    GOLD,
    LEATHER,
    WHITE,
    Worn,
    bare_arms,
    bare_legs,
    cuffs,
    draped,
    neck_ring,
    pelvis,
    skirt_shape,
    sleeves,
    torso,
)
from kinema.engines.scene.shape.creatures.biped.limbs import bare_foot, leg, step
from kinema.engines.scene.shape.creatures.biped.shape import SIDES
from kinema.engines.scene.shape.creatures.draft import Skin
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.part import Part, Point, ball
from kinema.engines.scene.shape.primitives import box, cone, ring, sheet, sphere


def shirt(worn: Worn) -> None:
    """Long sleeves, a collar and cuffs, buttons down the front."""
    _sweater(worn, collar=True)
    belt(replace(worn, colour=LEATHER))
    tone = mixed(worn.colour, WHITE, 0.35)
    places = [(0.0, worn.body.chest + 0.12 - 0.065 * row) for row in range(4)]
    for x, y, z in draped(worn.body, places, lift=-0.001, thick=1.03):
        worn.add(sphere((x, y, z), (0.008, 0.008, 0.005), tone, rings=5, sides=7), bone="chest")


def sweater(worn: Worn) -> None:
    """Long sleeves with ribbed cuffs and collar."""
    _sweater(worn, collar=False)


def _sweater(worn: Worn, *, collar: bool) -> None:
    body = worn.body
    trunk = torso(body, worn.colour, thick=1.03, loose=not collar)
    worn.skins(trunk + sleeves(body, worn.colour, long=True))
    tone = mixed(worn.colour, (0.0, 0.0, 0.0), 0.18)
    neck_ring(worn, tone, collar=collar)
    cuffs(worn, tone)
    if not collar:
        _hem(worn, tone)


def tee(worn: Worn) -> None:
    """Short sleeves, bare arms."""
    bare_arms(worn)
    trunk = torso(worn.body, worn.colour, thick=1.03, loose=True)
    worn.skins(trunk + sleeves(worn.body, worn.colour, long=False))
    tone = mixed(worn.colour, (0.0, 0.0, 0.0), 0.15)
    neck_ring(worn, tone)
    _hem(worn, tone)


def _hem(worn: Worn, colour: Rgb) -> None:
    """Add the band round the lower edge of what hangs over the hips."""
    body = worn.body
    size = 1.2 * 1.03 * body.person.bulk
    size *= 0.152 * body.person.hips if body.woman else 0.138
    worn.add(
        ring(
            (0, body.hip + 0.04, 0), size - 0.004, 0.012, colour, squash=(1.06, 1.5, 0.86),
            material=worn.material, section=6,
        ),
        bone="hips",
    )  # fmt: skip


def vest(worn: Worn) -> None:
    """No sleeves."""
    bare_arms(worn)
    worn.skins(torso(worn.body, worn.colour, thick=1.02, loose=True))
    neck_ring(worn, mixed(worn.colour, (0.0, 0.0, 0.0), 0.2))


def jacket(worn: Worn) -> None:
    """A suit's jacket, open over a white shirt."""
    body, tone = worn.body, mixed(worn.colour, (0.0, 0.0, 0.0), 0.3)
    parts = torso(body, worn.colour, thick=1.08, loose=True) + sleeves(
        body, worn.colour, long=True, thick=1.08
    )
    worn.skins(parts)
    _shirt_front(worn)
    for _, way in SIDES:
        edge = [
            (0.02, body.neck - 0.02),
            (0.075, body.neck - 0.03),
            (0.045, body.chest + 0.09),
            (0.1, body.chest + 0.09),
            (0.004, body.chest - 0.03),
            (0.03, body.chest - 0.03),
        ]
        grid = draped(body, [[(way * x, y)] for x, y in edge], lift=0.012, thick=1.08).reshape(
            3, 2, 3
        )
        worn.add(
            sheet(grid[::-1] if way > 0 else grid[::-1, ::-1], tone, material=worn.material),
            bone="chest",
        )
    cuffs(replace(worn, colour=WHITE), WHITE, thick=0.96)


def _shirt_front(worn: Worn) -> None:
    """Add the white triangle of a shirt that a jacket leaves open."""
    body = worn.body
    rows = []
    for share in np.linspace(0, 1, 6):
        y = body.neck - 0.01 - share * (body.neck - body.chest + 0.02)
        wide = 0.055 * (1 - share) + 0.005
        rows.append([(-wide, y), (0.0, y), (wide, y)])
    grid = draped(body, rows, lift=0.007, thick=1.08)
    worn.add(sheet(grid[::-1], WHITE, material=Material.CLOTH), bone="chest")
    neck_ring(worn, WHITE, collar=True)


def coat(worn: Worn) -> None:
    """A long coat with buttons, collar and skirts to the knee."""
    body = worn.body
    worn.skins(
        torso(body, worn.colour, thick=1.1) + sleeves(body, worn.colour, long=True, thick=1.12)
    )
    worn.draft.solids.append(
        skirt_shape(
            body,
            worn.colour,
            top=body.hip + 0.1,
            bottom=body.knee - 0.02,
            flare=1.25,
            folds=0.01,
            room=0.185,
        )
    )
    tone = mixed(worn.colour, BLACK, 0.35)
    neck_ring(worn, tone, collar=True)
    cuffs(worn, tone, thick=1.1)
    places = [(0.03, body.chest + 0.07 - 0.08 * row) for row in range(4)]
    for x, y, z in draped(body, places, lift=0.0, thick=1.1):
        worn.add(sphere((x, y, z), (0.012, 0.012, 0.007), tone, rings=5, sides=8), bone="chest")


def trousers(worn: Worn) -> None:
    """Long legs."""
    _trousers(worn, share=0.94, thick=1.12)


def jeans(worn: Worn) -> None:
    """Long legs with turned-up cuffs."""
    trousers(worn)
    tone = mixed(worn.colour, WHITE, 0.25)
    for name, way in SIDES:
        knee, ankle = worn.body.knee_at(way), worn.body.ankle_at(way)
        shape = cone(step(knee, ankle, 0.9), step(knee, ankle, 1.02), 0.056, 0.058, tone,
                     material=Material.CLOTH, sides=14)  # fmt: skip
        worn.add(shape, bone=f"lower_leg.{name}")


def shorts(worn: Worn) -> None:
    """Legs to the knee."""
    bare_legs(worn)
    _trousers(worn, share=0.0, thick=1.16)


def leggings(worn: Worn) -> None:
    """Close to the skin."""
    _trousers(worn, share=1.0, thick=1.03)


def _trousers(worn: Worn, *, share: float, thick: float) -> None:
    body = worn.body
    parts = pelvis(body, worn.colour, thick=1.03)
    for name, way in SIDES:
        upper, calf, shin = leg(body, way, name, worn.colour, thick=thick)
        if share == 0.0:
            parts.append(replace(upper, b=step(upper.a, upper.b, 0.82), rb=upper.rb * 1.22))
            continue
        end = step(shin.a, shin.b, share)
        parts += [upper, calf, replace(shin, b=end, rb=max(shin.rb * 1.2, 0.045))]
    worn.skins(parts)


def belt(worn: Worn) -> None:
    """A belt with a buckle."""
    body = worn.body
    size = 0.146 * body.person.bulk * (0.96 if body.woman else 1.0) + 0.012 * body.person.belly
    y = body.hip + 0.105
    squash = (1.06, 1.6, 0.82)
    worn.add(
        ring(
            (0, y, 0), size, 0.013, worn.colour, squash=squash, material=Material.SATIN, section=6
        ),
        box(
            (0, y, size * 0.82 + 0.014),
            (0.04, 0.032, 0.012),
            GOLD,
            material=Material.GLOSSY,
            bevel=0.004,
        ),
        bone="hips",
    )


def skirt(worn: Worn) -> None:
    """To the knee, bare legs below."""
    bare_legs(worn)
    body = worn.body
    worn.skins(pelvis(body, worn.colour, thick=0.97))
    worn.draft.solids.append(
        skirt_shape(
            body, worn.colour, top=body.hip + 0.12, bottom=body.knee + 0.06, flare=1.35, folds=0.012
        )
    )


def dress(worn: Worn) -> None:
    """Short sleeves and a wide skirt to the knee."""
    bare_arms(worn)
    bare_legs(worn)
    _bodice(worn, long=False)
    body = worn.body
    worn.draft.solids.append(
        skirt_shape(
            body,
            worn.colour,
            top=body.waist + 0.03,
            bottom=body.knee + 0.02,
            flare=1.7,
            folds=0.014,
        )
    )
    sash(replace(worn, colour=mixed(worn.colour, WHITE, 0.45)))


def gown(worn: Worn) -> None:
    """Long sleeves and a wide skirt to the ground."""
    _bodice(worn, long=True)
    body = worn.body
    worn.draft.solids.append(
        skirt_shape(body, worn.colour, top=body.waist + 0.03, bottom=0.02, flare=2.3, folds=0.016)
    )
    sash(replace(worn, colour=GOLD))
    cuffs(worn, GOLD)


def robe(worn: Worn) -> None:
    """A wizard's or a monk's robe: wide sleeves, to the ground."""
    body = worn.body
    worn.skins(
        torso(body, worn.colour, thick=1.1) + sleeves(body, worn.colour, long=True, thick=1.3)
    )
    worn.draft.solids.append(
        skirt_shape(
            body, worn.colour, top=body.waist, bottom=0.02, flare=1.6, folds=0.012, room=0.18
        )
    )
    sash(replace(worn, colour=mixed(worn.colour, GOLD, 0.6)))
    neck_ring(worn, mixed(worn.colour, BLACK, 0.4))


def _bodice(worn: Worn, *, long: bool) -> None:
    worn.skins(
        torso(worn.body, worn.colour, thick=1.0) + sleeves(worn.body, worn.colour, long=long)
    )
    neck_ring(worn, mixed(worn.colour, WHITE, 0.3))


def sash(worn: Worn) -> None:
    """A band round the waist."""
    body = worn.body
    size = (0.122 if body.woman else 0.15) * body.person.bulk
    worn.add(
        ring((0, body.waist + 0.01, 0), size, 0.018, worn.colour, squash=(1.1, 1.5, 0.84),
             material=Material.CLOTH, section=6),
        bone="spine",
    )  # fmt: skip


def shoes(worn: Worn) -> None:
    """Low shoes with soles."""
    _shoes(worn, high=0.0)


def boots(worn: Worn) -> None:
    """Boots to half of the shin."""
    _shoes(worn, high=0.2)


def _shoes(worn: Worn, *, high: float) -> None:
    sole = mixed(worn.colour, WHITE if high == 0 else BLACK, 0.7)
    for name, way in SIDES:
        x, y, z = worn.body.ankle_at(way)
        bone = f"foot.{name}"
        small = min(0.4 + 0.6 * worn.body.person.legs, 1.0)
        toe: Point = (x + way * 0.012, 0.05 * small, z + 0.148 * small)
        base = Part(
            a=(x, 0.06 * small, z - 0.008),
            b=toe,
            ra=0.05 * small,
            rb=0.046 * small,
            bone=bone,
            colour=worn.colour,
            squash=(0.98, 0.92, 1.0),
            blend=0.03,
        )
        neck = Part(a=(x, 0.06 * small, z), b=(x, y + 0.012, z), ra=0.044, rb=0.045, bone=bone,
                    colour=worn.colour, blend=0.03)  # fmt: skip
        floor = ball((x, -0.06, z + 0.06), (0.3, 0.068, 0.3), replace(base, cut=True, blend=0.004))
        parts = [base, neck]
        if high:
            knee = worn.body.knee_at(way)
            top = step((x, y, z), knee, high / (knee[1] - y))
            parts.append(
                replace(neck, a=(x, y, z), b=top, ra=0.05, rb=0.064, bone=f"lower_leg.{name}")
            )
        worn.draft.skins.append(Skin(parts=(*parts, floor), cell=0.024, material=Material.SATIN))
        worn.add(_sole(x, z, way, sole, small), bone=bone)


def _sole(x: float, z: float, way: float, colour: Rgb, small: float) -> Mesh:
    """Return a flat sole, 14 mm high, that follows the shoe's outline."""
    angle = np.arange(20) * (2 * np.pi / 20)
    along = np.cos(angle)
    wide = small * (0.045 - 0.002 * along)
    px = x + np.sin(angle) * wide + way * 0.006 * (along + 1)
    pz = z + small * (0.069 + along * 0.122)
    rows = [(0.0, 0.0), (1.0, 0.0), (1.0, 0.016), (0.0, 0.016)]
    middle = np.array((x, z + 0.07 * small))
    grid = np.stack(
        [
            np.stack(
                [
                    middle[0] + (px - middle[0]) * k,
                    np.full(20, y),
                    middle[1] + (pz - middle[1]) * k,
                ],
                1,
            )
            for k, y in rows
        ]
    )
    return sheet(grid, colour, material=Material.SATIN, around=True)


def barefoot(worn: Worn) -> None:
    """Bare feet."""
    for name, way in SIDES:
        parts = tuple(bare_foot(worn.body, way, name, worn.skin))
        worn.draft.skins.append(Skin(parts=parts, cell=0.024, material=Material.SKIN))
