"""What is worn on the face: glasses, an eye patch, a mask."""

import math

from kinema.engines.scene.shape.creatures.biped.cloth import BLACK, Worn
from kinema.engines.scene.shape.creatures.biped.shape import SIDES
from kinema.engines.scene.shape.creatures.draft import Skin
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.shape.part import Part, ball
from kinema.engines.scene.shape.primitives import cone, ring, sphere


def glasses(worn: Worn) -> None:
    """Round frames."""
    _glasses(worn, dark=False)


def sunglasses(worn: Worn) -> None:
    """Dark lenses."""
    _glasses(worn, dark=True)


def _glasses(worn: Worn, *, dark: bool) -> None:
    size, body = worn.body.radius, worn.body
    for _, way in SIDES:
        at = body.at_head(way * 0.32, -0.01, 0.9)
        worn.add(
            ring(
                at,
                0.245 * size,
                0.028 * size,
                worn.colour,
                turn=(math.pi / 2, 0, 0),
                squash=(1, 1, 1),
                material=Material.SATIN,
            ),
            cone(
                body.at_head(way * 0.56, 0.03, 0.85),
                body.at_head(way * 0.8, 0.02, 0.0),
                0.025 * size,
                0.025 * size,
                worn.colour,
                sides=6,
            ),
            bone="head",
        )
        if dark:
            worn.add(
                sphere(
                    at, (0.24 * size, 0.24 * size, 0.04 * size), BLACK, material=Material.GLOSSY
                ),
                bone="head",
            )
    worn.add(
        cone(
            body.at_head(-0.09, 0.03, 0.95),
            body.at_head(0.09, 0.03, 0.95),
            0.026 * size,
            0.026 * size,
            worn.colour,
            sides=6,
        ),
        bone="head",
    )


def eye_patch(worn: Worn) -> None:
    """Over the left eye."""
    size, body = worn.body.radius, worn.body
    worn.add(
        sphere(body.at_head(0.33, 0.0, 0.84), (0.24 * size, 0.22 * size, 0.09 * size), BLACK),
        ring(
            body.at_head(0, 0.16, -0.05),
            0.83 * size,
            0.025 * size,
            BLACK,
            turn=(0.12, 0, 0.14),
            squash=(0.97, 1, 1.05),
        ),
        bone="head",
    )


def hero_mask(worn: Worn) -> None:
    """A band with holes for the eyes."""
    size, body = worn.body.radius, worn.body
    like = Part(
        a=body.head, b=body.head, ra=1, rb=1, bone="head", colour=worn.colour, blend=0.05 * size
    )
    band = [
        ball(body.at_head(way * 0.36, 0.03, 0.56), (0.44 * size, 0.27 * size, 0.36 * size), like)
        for _, way in SIDES
    ]
    holes = [
        ball(body.at_head(way * 0.33, 0.0, 0.85), (0.24 * size, 0.19 * size, 0.5 * size), Part(
            a=body.head, b=body.head, ra=1, rb=1, bone="head", cut=True, blend=0.03 * size))
        for _, way in SIDES
    ]  # fmt: skip
    worn.draft.skins.append(Skin(parts=(*band, *holes), cell=0.085 * size, material=Material.SATIN))
