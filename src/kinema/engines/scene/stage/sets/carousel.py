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


def carousel(*, lit: bool) -> Mesh:
    """Return roof, posts and little horses of a roundabout, about 4 m in radius."""
    turn = np.arange(12) * math.pi / 6
    gold: Rgb = (0.66, 0.45, 0.10)
    roof = lathe(
        [(4.3, 3.4), (4.4, 3.7), (2.2, 4.6), (0.4, 5.4), (0.0, 5.9)],
        np.array([gold, (0.60, 0.07, 0.12), (0.78, 0.72, 0.6), (0.60, 0.07, 0.12), gold]),
        sides=24,
    )
    poles = [
        cone(
            (math.sin(a) * 3.4, 0, math.cos(a) * 3.4),
            (math.sin(a) * 3.4, 3.5, math.cos(a) * 3.4),
            0.05,
            0.05,
            gold,
            sides=5,
        )
        for a in turn
    ]
    parts = [roof, lathe([(1.1, 0), (1.1, 3.5)], (0.70, 0.62, 0.50), sides=16), *poles]
    for n, a in enumerate(turn):
        colour = ((0.74, 0.70, 0.64), (0.30, 0.15, 0.08), (0.16, 0.16, 0.18))[n % 3]
        y = 1.0 + 0.25 * math.sin(n * 2.1)
        horse = join(
            [
                sphere((0, y, 0), (0.2, 0.24, 0.48), colour, rings=6, sides=8),
                cone((0, y + 0.1, 0.35), (0, y + 0.55, 0.6), 0.14, 0.1, colour, sides=6),
                sphere((0, y + 0.6, 0.72), (0.1, 0.12, 0.22), colour, rings=5, sides=6),
                *(
                    cone(
                        (s * 0.12, y - 0.15, z),
                        (s * 0.14, y - 0.65, z * 1.3),
                        0.06,
                        0.04,
                        colour,
                        sides=5,
                    )
                    for s in (-1, 1)
                    for z in (-0.3, 0.3)
                ),
                boxes([(0, y + 0.24, 0)], [(0.34, 0.08, 0.36)], (0.6, 0.06, 0.08)),
            ]
        )
        parts.append(
            moved(
                horse,
                (math.sin(a) * 3.4, 0, math.cos(a) * 3.4),
                turn=rotation(0, a + math.pi / 2, 0),
            )
        )
    for n in range(24):
        a = n * math.pi / 12
        colour, material = bulb((0.9, 0.7, 0.3), lit=lit)
        parts.append(
            sphere(
                (math.sin(a) * 4.4, 3.5, math.cos(a) * 4.4),
                0.1,
                colour,
                material=material,
                rings=4,
                sides=5,
            )
        )
    return join(parts)
