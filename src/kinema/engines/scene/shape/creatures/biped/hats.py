"""Hats, helmets and what is worn on the face."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.biped.cloth import BLACK, GOLD, STEEL, WHITE, Worn
from kinema.engines.scene.shape.creatures.biped.shape import SIDES
from kinema.engines.scene.shape.creatures.draft import Skin
from kinema.engines.scene.shape.mesh import moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.part import Part, ball
from kinema.engines.scene.shape.primitives import box, cone, lathe, ring, sheet, sphere, tube

Profile = list[tuple[float, float]]


def _turned(
    worn: Worn, profile: Profile, colour: Rgb, *, lift: float = 0.55, lean: float = -0.1
) -> Mesh:
    """Return a profile in skull radii, set on the head at a height and leaning back."""
    size = worn.body.radius
    shape = lathe(
        [(r * size, y * size) for r, y in profile], colour, material=worn.material, sides=28
    )
    return moved(
        shape, worn.body.at_head(0, lift, -0.1), turn=rotation(lean), scale=(0.95, 1.0, 1.06)
    )


def _brimmed(worn: Worn, profile: Profile, band: Rgb | None, *, lift: float = 0.5) -> None:
    worn.add(_turned(worn, profile, worn.colour, lift=lift), bone="head")
    if band is not None:
        worn.add(
            _turned(worn, [(0.92, 0.03), (0.95, 0.04), (0.94, 0.2), (0.9, 0.21)], band, lift=lift),
            bone="head",
        )


def hat(worn: Worn) -> None:
    """A round hat with a brim and a band."""
    profile = [
        (0, -0.02),
        (1.35, -0.04),
        (1.4, 0.0),
        (1.33, 0.04),
        (0.93, 0.02),
        (0.88, 0.5),
        (0.72, 0.68),
        (0, 0.7),
    ]
    _brimmed(worn, profile, mixed(worn.colour, BLACK, 0.6))


def straw_hat(worn: Worn) -> None:
    """A wide straw hat with a red band."""
    profile = [
        (0, -0.02),
        (1.6, -0.12),
        (1.68, -0.08),
        (1.6, -0.04),
        (0.93, 0.04),
        (0.85, 0.42),
        (0.6, 0.6),
        (0, 0.62),
    ]
    _brimmed(worn, profile, (0.35, 0.04, 0.03))


def cowboy_hat(worn: Worn) -> None:
    """A brim that rises at the sides."""
    profile = [
        (0, 0),
        (1.5, 0.16),
        (1.55, 0.2),
        (1.46, 0.2),
        (0.93, 0.04),
        (0.88, 0.55),
        (0.7, 0.72),
        (0.3, 0.62),
        (0, 0.6),
    ]
    _brimmed(worn, profile, mixed(worn.colour, BLACK, 0.5))


def top_hat(worn: Worn) -> None:
    """Tall and flat on top."""
    profile = [
        (0, 0),
        (1.25, 0.0),
        (1.3, 0.04),
        (1.22, 0.07),
        (0.9, 0.05),
        (0.84, 0.6),
        (0.93, 1.15),
        (0.88, 1.2),
        (0, 1.2),
    ]
    _brimmed(worn, profile, mixed(worn.colour, WHITE, 0.2))


def witch_hat(worn: Worn) -> None:
    """A bent point over a wide brim."""
    profile = [
        (0, -0.02),
        (1.6, -0.06),
        (1.66, -0.02),
        (1.55, 0.03),
        (0.92, 0.05),
        (0.66, 0.6),
        (0.38, 1.2),
        (0.14, 1.7),
        (0, 1.82),
    ]
    _brimmed(worn, profile, GOLD)


def chef_hat(worn: Worn) -> None:
    """A white band with a puffed top."""
    worn.add(
        _turned(
            worn, [(0, 0), (0.9, 0), (0.92, 0.03), (0.9, 0.5), (0, 0.5)], worn.colour, lift=0.42
        ),
        bone="head",
    )
    size, parts = worn.body.radius, []
    for row in range(7):
        angle = row * 2 * math.pi / 7
        at = worn.body.at_head(math.sin(angle) * 0.5, 1.3, -0.2 + math.cos(angle) * 0.5)
        like = Part(a=at, b=at, ra=1, rb=1, bone="head", colour=worn.colour, blend=0.1 * size)
        parts.append(ball(at, 0.52 * size, like))
    worn.draft.skins.append(Skin(parts=tuple(parts), cell=0.16 * size, material=Material.CLOTH))


def cap(worn: Worn) -> None:
    """A baseball cap with a peak."""
    _dome(worn, worn.colour, lift=0.34)
    _peak(worn, mixed(worn.colour, BLACK, 0.35), lift=0.42)


def _dome(worn: Worn, colour: Rgb, *, lift: float, size: float = 0.94) -> None:
    profile = [
        (size * math.cos(a * math.pi / 16), 0.75 * size * math.sin(a * math.pi / 16))
        for a in range(9)
    ]
    worn.add(
        _turned(worn, [(0, 0), (size, 0), *profile[1:-1], (0, 0.75 * size)], colour, lift=lift),
        bone="head",
    )


def _peak(worn: Worn, colour: Rgb, *, lift: float) -> None:
    size = worn.body.radius
    shape = sphere((0, 0, 0), 1.0, colour, material=worn.material, rings=8, sides=16)
    at = worn.body.at_head(0, lift, 0.78)
    worn.add(
        moved(shape, at, turn=rotation(0.22), scale=(0.68 * size, 0.05 * size, 0.56 * size)),
        bone="head",
    )


def police_cap(worn: Worn) -> None:
    """A flat cap with a peak and a badge."""
    profile = [(0, 0), (0.9, 0), (0.93, 0.26), (1.16, 0.48), (1.14, 0.56), (0.6, 0.66), (0, 0.66)]
    worn.add(_turned(worn, profile, worn.colour, lift=0.42, lean=-0.06), bone="head")
    _peak(worn, BLACK, lift=0.42)
    size = worn.body.radius
    badge = sphere(
        worn.body.at_head(0, 0.72, 0.92),
        (0.13 * size, 0.15 * size, 0.05 * size),
        GOLD,
        material=Material.GLOSSY,
    )
    worn.add(badge, bone="head")


def beanie(worn: Worn) -> None:
    """A woollen hat with a turned-up rim and a bobble."""
    _dome(worn, worn.colour, lift=0.34, size=0.96)
    size = worn.body.radius
    tone = mixed(worn.colour, WHITE, 0.55)
    rim = ring(worn.body.at_head(0, 0.36, -0.1), 0.9 * size, 0.11 * size, tone, turn=(-0.1, 0, 0),
               squash=(0.95, 1.2, 1.06), material=Material.CLOTH)  # fmt: skip
    worn.add(
        rim,
        sphere(worn.body.at_head(0, 1.12, -0.2), 0.2 * size, tone, material=Material.FUR),
        bone="head",
    )


def santa_hat(worn: Worn) -> None:
    """Red with white fur, its tip hanging."""
    size, body = worn.body.radius, worn.body
    line = [
        body.at_head(0, 0.5, -0.1),
        body.at_head(0.02, 0.95, -0.2),
        body.at_head(0.2, 1.3, -0.35),
        body.at_head(0.6, 1.3, -0.5),
        body.at_head(0.9, 0.95, -0.5),
    ]
    worn.add(
        tube(
            line,
            [0.88 * size, 0.72 * size, 0.45 * size, 0.24 * size, 0.1 * size],
            worn.colour,
            sides=18,
            material=Material.CLOTH,
        ),
        bone="head",
    )
    worn.add(
        ring(body.at_head(0, 0.4, -0.1), 0.88 * size, 0.15 * size, WHITE, turn=(-0.1, 0, 0),
             squash=(0.96, 1.0, 1.06), material=Material.FUR),
        sphere(body.at_head(0.92, 0.85, -0.5), 0.2 * size, WHITE, material=Material.FUR),
        bone="head",
    )  # fmt: skip


def crown(worn: Worn) -> None:
    """A golden crown with seven points and jewels."""
    size, body = worn.body.radius, worn.body
    worn.add(
        _turned(
            worn, [(0.7, 0), (0.76, 0.0), (0.8, 0.3), (0.74, 0.3), (0.7, 0)], worn.colour, lift=0.62
        ),
        bone="head",
    )
    for row in range(7):
        angle = row * 2 * math.pi / 7
        x, z = math.sin(angle), math.cos(angle)
        foot, tip = (
            body.at_head(x * 0.73, 0.86 - 0.08 * z, -0.1 + z * 0.8),
            body.at_head(x * 0.82, 1.28 - 0.1 * z, -0.1 + z * 0.9),
        )
        worn.add(
            cone(
                foot, tip, 0.16 * size, 0.02 * size, worn.colour, material=Material.GLOSSY, sides=6
            ),
            sphere(
                tip,
                0.06 * size,
                (0.6, 0.03, 0.05) if row % 2 else (0.04, 0.12, 0.6),
                material=Material.GLOSSY,
            ),
            bone="head",
        )


def fire_helmet(worn: Worn) -> None:
    """A helmet with a brim long at the back, and a shield."""
    size, body = worn.body.radius, worn.body
    _dome(worn, worn.colour, lift=0.4, size=1.0)
    shape = sphere((0, 0, 0), 1.0, worn.colour, material=Material.GLOSSY, rings=8, sides=24)
    worn.add(
        moved(
            shape,
            body.at_head(0, 0.42, -0.25),
            turn=rotation(-0.12),
            scale=(1.18 * size, 0.07 * size, 1.5 * size),
        ),
        bone="head",
    )
    worn.add(
        box(
            body.at_head(0, 0.8, 0.82),
            (0.36 * size, 0.42 * size, 0.08 * size),
            GOLD,
            material=Material.GLOSSY,
            bevel=0.01,
        ),
        bone="head",
    )


def hard_hat(worn: Worn) -> None:
    """A builder's helmet."""
    _dome(worn, worn.colour, lift=0.4, size=1.0)
    _peak(worn, worn.colour, lift=0.42)


def knight_helmet(worn: Worn) -> None:
    """Steel, open at the face, with a plume."""
    size, body = worn.body.radius, worn.body
    like = Part(
        a=body.head, b=body.head, ra=1, rb=1, bone="head", colour=worn.colour, blend=0.06 * size
    )
    shell = ball(body.at_head(0, 0.12, -0.05), (0.98 * size, 1.05 * size, 1.06 * size), like)
    low = ball(body.at_head(0, -0.4, 0.0), (0.92 * size, 0.6 * size, 0.95 * size), like)
    face = Part(
        a=body.at_head(0, 0.12, 1.0),
        b=body.at_head(0, -0.75, 0.95),
        ra=0.52 * size,
        rb=0.4 * size,
        bone="head",
        cut=True,
        blend=0.05 * size,
    )
    worn.draft.skins.append(
        Skin(parts=(shell, low, face), cell=0.115 * size, material=Material.GLOSSY)
    )
    line = [body.at_head(0, 0.95, 0.35), body.at_head(0, 1.45, 0.0), body.at_head(0, 1.35, -0.7),
            body.at_head(0, 0.75, -1.25), body.at_head(0, 0.1, -1.35)]  # fmt: skip
    worn.add(
        tube(
            line,
            [0.1 * size, 0.24 * size, 0.28 * size, 0.22 * size, 0.05 * size],
            (0.45, 0.03, 0.03),
            sides=10,
            material=Material.FUR,
        ),
        bone="head",
    )


OPENING = 0.92
"""Angle from straight ahead to the rim of a space helmet, radians."""


def _bubble(worn: Worn) -> Mesh:
    """Return a sphere round the head, open in front, with an inside."""
    size = worn.body.radius
    polar = np.linspace(math.pi, OPENING, 14)
    around = np.arange(32) * (2 * math.pi / 32)
    out, ahead = np.sin(polar)[:, None], np.cos(polar)[:, None] + 0 * around
    shell = np.stack([out * np.cos(around), out * np.sin(around), ahead], axis=-1) * size
    grid = np.concatenate([shell * 1.3, shell[::-1] * 1.2])
    colours = np.concatenate([np.full(14, 1.0), np.full(14, 0.75)])[:, None, None]
    tint = colours * np.asarray(worn.colour) + np.zeros(grid.shape)
    place = grid + np.asarray(worn.body.head)
    return sheet(place, tint, material=Material.SATIN, around=True)


def space_helmet(worn: Worn) -> None:
    """A white shell with a golden frame round an open visor, so that the face is seen."""
    size, body = worn.body.radius, worn.body
    worn.add(_bubble(worn), bone="head")
    angles = [row * 2 * math.pi / 32 for row in range(33)]
    out, ahead = 1.3 * math.sin(OPENING), 1.3 * math.cos(OPENING)
    rim = [body.at_head(out * math.cos(a), out * math.sin(a), ahead) for a in angles]
    worn.add(tube(rim, 0.1 * size, GOLD, sides=8, material=Material.GLOSSY), bone="head")
    for _, way in SIDES:
        worn.add(
            cone(
                body.at_head(way * 1.2, 0.0, 0.0),
                body.at_head(way * 1.42, 0.0, 0.0),
                0.32 * size,
                0.26 * size,
                STEEL,
                material=Material.SATIN,
                sides=16,
            ),
            bone="head",
        )
    worn.add(
        ring((0, body.neck + 0.01, -0.01), 0.118, 0.024, STEEL, material=Material.GLOSSY),
        bone="chest",
    )


def pirate_hat(worn: Worn) -> None:
    """A hat turned up in front and behind, with a pale edge."""
    size, body = worn.body.radius, worn.body
    _dome(worn, worn.colour, lift=0.45, size=0.98)
    for ahead, tilt in ((0.62, -0.2), (-0.72, 0.2)):
        shape = sphere((0, 0, 0), 1.0, worn.colour, material=Material.CLOTH, rings=8, sides=24)
        at = body.at_head(0, 0.78, ahead)
        worn.add(
            moved(shape, at, turn=rotation(tilt), scale=(1.5 * size, 0.5 * size, 0.12 * size)),
            bone="head",
        )
        trim = sphere((0, 0, 0), 1.0, WHITE, material=Material.CLOTH, rings=8, sides=24)
        worn.add(
            moved(
                trim,
                (at[0], at[1] + 0.04 * size, at[2]),
                turn=rotation(tilt),
                scale=(1.52 * size, 0.5 * size, 0.07 * size),
            ),
            bone="head",
        )
    skull = sphere(body.at_head(0, 0.86, 0.78), (0.17 * size, 0.17 * size, 0.06 * size), WHITE)
    worn.add(skull, bone="head")
