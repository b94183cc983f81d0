"""A roundabout with horses."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe, sphere
from kinema.engines.scene.stage.dress.boxes import boxes


def bulb(colour: Rgb, *, lit: bool) -> tuple[Rgb, Material]:
    """Return a bulb's colour and material, lit or not."""
    return (
        ((colour[0] * 3.5, colour[1] * 3.5, colour[2] * 3.5), Material.EMISSIVE)
        if lit
        else (colour, Material.SATIN)
    )


GOLD: Rgb = (0.66, 0.45, 0.10)
COATS: tuple[Rgb, ...] = ((0.74, 0.70, 0.64), (0.30, 0.15, 0.08), (0.16, 0.16, 0.18))


def carousel(*, lit: bool) -> Mesh:
    """Return roof, posts and little horses of a roundabout, about 4 m in radius."""
    red = (0.60, 0.07, 0.12)
    roof = lathe(
        [(4.3, 3.4), (4.4, 3.7), (2.2, 4.6), (0.4, 5.4), (0.0, 5.9)],
        np.array([GOLD, red, (0.78, 0.72, 0.6), red, GOLD]), sides=24,
    )  # fmt: skip
    parts = [roof, lathe([(1.1, 0), (1.1, 3.5)], (0.70, 0.62, 0.50), sides=16)]
    for n in range(12):
        angle = n * math.pi / 6
        x, z = math.sin(angle) * 3.4, math.cos(angle) * 3.4
        parts.append(cone((x, 0, z), (x, 3.5, z), 0.05, 0.05, GOLD, sides=5))
        turn = rotation(0, angle + math.pi / 2, 0)
        parts.append(
            moved(_horse(COATS[n % 3], 1.0 + 0.25 * math.sin(n * 2.1)), (x, 0, z), turn=turn)
        )
    colour, material = bulb((0.9, 0.7, 0.3), lit=lit)
    for n in range(24):
        at = (math.sin(n * math.pi / 12) * 4.4, 3.5, math.cos(n * math.pi / 12) * 4.4)
        parts.append(sphere(at, 0.1, colour, material=material, rings=4, sides=5))
    return join(parts)


def _horse(colour: Rgb, y: float) -> Mesh:
    """Return a small wooden horse that faces +z, its back at height ``y``."""
    legs = [
        cone((s * 0.12, y - 0.15, z), (s * 0.14, y - 0.65, z * 1.3), 0.06, 0.04, colour, sides=5)
        for s in (-1, 1)
        for z in (-0.3, 0.3)
    ]
    return join(
        [
            sphere((0, y, 0), (0.2, 0.24, 0.48), colour, rings=6, sides=8),
            cone((0, y + 0.1, 0.35), (0, y + 0.55, 0.6), 0.14, 0.1, colour, sides=6),
            sphere((0, y + 0.6, 0.72), (0.1, 0.12, 0.22), colour, rings=5, sides=6),
            *legs,
            boxes([(0, y + 0.24, 0)], [(0.34, 0.08, 0.36)], (0.6, 0.06, 0.08)),
        ]
    )
