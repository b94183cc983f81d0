"""A concert stage."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Camera
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, sheet, sphere
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import floors
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.place import Air, Place, Weather
from kinema.engines.scene.stage.sets.hall import bright, indoor
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.sprites import sprites, together

BEAMS: tuple[Rgb, ...] = (
    (2.6, 0.25, 0.9), (0.25, 0.8, 3.0), (2.8, 1.3, 0.2), (0.9, 0.3, 3.0), (0.3, 2.4, 1.2),
    (2.8, 0.5, 0.25),
)  # fmt: skip


PLACES = (-1.0, -0.6, -0.2, 0.2, 0.6, 1.0)
"""Where the lamps hang along the truss, as shares of its half."""


def stage(brief: Brief) -> Place:
    """Build a concert stage seen from the audience: beams, curtains, speakers, heads in front."""
    wide = max(6.5, brief.clear * 2.2)
    back = -max(5.0, brief.clear * 2 + 2)
    shell = Shell(left=-wide, right=wide, back=back, front=max(12.0, brief.clear * 6), height=8.0)
    edge = 3.4 + brief.clear
    boards = floors.boards(replace(shell, front=edge), ((0.05, 0.028, 0.016), (0.11, 0.062, 0.034)))
    sides = [(s * (wide + 0.3), 4, 0) for s in (-1, 1)]
    rim = boxes([(0, -0.5, edge + 0.1)], [(wide * 2, 1.0, 0.2)], (0.03, 0.02, 0.02))
    scenery = [
        here("boards", boards),
        here("curtain", _curtain(wide, back)),
        here("wings", boxes(sides, (0.8, 8, 9), (0.02, 0.012, 0.016))),
        here("edge", rim, shadow=False),
        here("truss", _truss(wide, back + 1.6), shadow=False),
        here("speakers", _speakers(wide, back)),
    ]
    if brief.allows("people", "crowd", "person", "audience"):
        scenery.append(here("audience", _audience(brief, wide), shadow=False))
    spots = [
        (s * wide * 0.8, 6.6, back + 1.6, *bright(BEAMS[n], 0.9), 3.8) for n, s in enumerate(PLACES)
    ]
    spots.append((0.0, 5.5, 3.0, 2.6, 2.2, 1.7, 4.2))
    air = together(_beams(brief, wide, back), drifting(brief.seed, drift.DUST))
    return indoor(brief, scenery, shell, spots, air)


def _curtain(wide: float, back: float) -> Mesh:
    """Return a red curtain in folds across the back."""
    share = np.linspace(-1, 1, 90)
    fold = np.sin(share * 60)
    rows = [
        np.stack([share * wide * 1.05, 0 * share + y, back + 0.3 + 0.16 * fold * depth], 1)
        for y, depth in ((0.0, 1.3), (4.0, 1.0), (8.4, 0.8))
    ]
    points = np.stack(rows)
    tone = (0.6 + 0.4 * fold)[None, :, None] * np.array([0.085, 0.006, 0.012])
    return sheet(points, np.broadcast_to(tone, points.shape), material=Material.CLOTH)


def _truss(wide: float, z: float) -> Mesh:
    parts = [
        cone((-wide, y, z + d), (wide, y, z + d), 0.045, 0.045, (0.2, 0.2, 0.22), sides=5)
        for y, d in ((6.9, 0.0), (7.4, 0.0), (7.15, 0.4))
    ]
    for n, s in enumerate((-1.0, -0.6, -0.2, 0.2, 0.6, 1.0)):
        x = s * wide * 0.8
        parts.append(
            cone((x, 6.8, z), (x * 0.94, 6.3, z + 0.25), 0.13, 0.19, (0.04, 0.04, 0.045), sides=10)
        )
        parts.append(
            sphere(
                (x * 0.94, 6.3, z + 0.25),
                0.15,
                bright(BEAMS[n], 2.2),
                material=Material.EMISSIVE,
                rings=5,
                sides=10,
            )
        )
    return join(parts)


def _speakers(wide: float, back: float) -> Mesh:
    parts = []
    for side in (-1, 1):
        for row in range(3):
            at = (side * (wide - 1.1), 0.6 + 1.2 * row, back + 1.5)
            parts.append(boxes([at], [(1.3, 1.15, 0.9)], (0.022, 0.022, 0.025)))
            for y, r in ((-0.2, 0.36), (0.33, 0.17)):
                ring = cone(
                    (at[0], at[1] + y, at[2] + 0.44),
                    (at[0], at[1] + y, at[2] + 0.49),
                    r,
                    r * 0.8,
                    (0.06, 0.06, 0.065),
                    sides=16,
                )
                parts.append(ring)
    return join(parts)


def _audience(brief: Brief, wide: float) -> Mesh:
    """Return the dark heads and raised arms before the stage, low at the picture's foot."""
    random = brief.chance("audience")
    parts = []
    front = max(7.0, brief.clear * 3.6) + 0.8
    for n in range(40):
        side = -1.0 if n % 2 else 1.0
        z = front - float(random.uniform(0.3, 3.4))
        x = side * float(random.uniform(0.75, 1.6)) * (front + 1.5 - z)
        y = -0.55 + float(random.uniform(-0.1, 0.15))
        tone = (0.012, 0.01, 0.014)
        parts.append(
            sphere((x, y, z), (0.12, 0.15, 0.13), tone, material=Material.MATTE, rings=6, sides=8)
        )
        parts.append(
            sphere(
                (x, y - 0.4, z), (0.27, 0.3, 0.17), tone, material=Material.MATTE, rings=5, sides=8
            )
        )
        if random.random() < 0.4:
            arm = x + float(random.choice((-0.24, 0.24)))
            parts.append(
                cone(
                    (arm, y - 0.3, z), (arm * 1.01, y + 0.5, z - 0.05), 0.055, 0.045, tone, sides=5
                )
            )
    del wide
    return join(parts)


def _beams(brief: Brief, wide: float, back: float) -> Weather:
    """Return shafts of coloured light that sweep."""
    phase = brief.chance("beams").uniform(0, 6.28, 6)

    def at(time: float, camera: Camera) -> Air:
        del camera
        rows = []
        for n, s in enumerate((-1.0, -0.6, -0.2, 0.2, 0.6, 1.0)):
            top = np.array([s * wide * 0.75, 6.2, back + 1.9])
            swing = 0.5 * math.sin(time * 0.9 + phase[n])
            foot = np.array(
                [top[0] * 0.45 + swing * 3.2, 0.0, back + 4.5 + math.cos(time * 0.7 + phase[n])]
            )
            share = np.linspace(0.03, 0.97, 46)[:, None]
            points = top + (foot - top) * share
            rows.append(
                sprites(
                    points,
                    radius=0.16 + 0.5 * share[:, 0],
                    colour=BEAMS[n],
                    alpha=0.028 * (1 - 0.6 * share[:, 0]),
                    glow=1.0,
                )
            )
        return Air(sprites=np.concatenate(rows))

    return at
