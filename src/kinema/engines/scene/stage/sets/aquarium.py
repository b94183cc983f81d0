"""A hall before a great tank."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.shape.primitives import sheet
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import floors, rocks
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.kit import here, put
from kinema.engines.scene.stage.place import Place, calm
from kinema.engines.scene.stage.planting import models
from kinema.engines.scene.stage.sets.deep import CORALS, MAKERS, shoal
from kinema.engines.scene.stage.sets.hall import indoor

DEPTH = 6.0
"""Of the tank, metres."""


def aquarium(brief: Brief) -> Place:
    """Build a dark hall before a great tank: reef, shoal and blue light behind the glass."""
    wide = max(7.0, brief.clear * 2.2)
    back = -max(3.2, brief.clear * 1.5 + 1.4)
    height = max(4.6, brief.clear * 2.4)
    shell = Shell(
        left=-wide, right=wide, back=back, front=max(10.0, brief.clear * 6), height=height + 0.6
    )
    paving = floors.tiles(shell, ((0.02, 0.022, 0.028), (0.035, 0.037, 0.045)), size=0.9)
    scenery = [
        here("floor", paving), *_tank(wide, back, height), *_reef(brief, wide, back),
    ]  # fmt: skip
    far, near = (0.25, 1.0, 1.5, 4.0), (0.08, 0.40, 0.62, 3.0)
    lights = [(x * wide, height * 0.7, back - 1.0, *far) for x in (-0.6, -0.2, 0.2, 0.6)]
    lights += [(x * wide, 1.2, back + 1.0, *near) for x in (-0.4, 0.4)]
    place = indoor(brief, scenery, shell, lights, calm)
    swarm = shoal(brief, height=height * 0.55, away=back - 2.4)
    extras = swarm if brief.allows("fish") else place.extras
    return replace(place, extras=extras, landmark=(0.0, height / 2, back))


def _tank(wide: float, back: float, height: float) -> list[Placed]:
    """Return the water, its bottom and the dark wall round the glass."""
    blue = np.linspace(0, 1, 12)[:, None, None]
    levels = np.linspace(0, height + 4, 12)
    rows = np.array([[(s * (wide + 3), y, back - DEPTH) for s in (-1.0, 0.0, 1.0)] for y in levels])
    water = np.array([0.008, 0.07, 0.16]) * (1 - blue) + np.array([0.10, 0.55, 0.75]) * blue**1.6
    sand = [(0, 0.3, back - DEPTH / 2)], [(wide * 2 + 6, 0.6, DEPTH)]
    posts = [(x * wide, height / 2, back) for x in (-0.66, 0.66)]
    rim = [
        boxes([(0, 0.3, back)], [(wide * 2, 0.6, 0.3)], (0.03, 0.032, 0.04)),
        boxes([(0, height + 0.5, back + 0.1)], [(wide * 2, 1.4, 0.5)], (0.02, 0.022, 0.028)),
        boxes(posts, (0.16, height, 0.2), (0.05, 0.052, 0.06)),
        boxes(
            [(s * wide, height / 2, 2) for s in (-1, 1)],
            (0.4, height + 2, 14),
            (0.025, 0.027, 0.035),
        ),
        boxes([(0, height + 1.0, 2)], [(wide * 2, 0.3, 14)], (0.018, 0.018, 0.022)),
    ]
    glow = sheet(rows, np.broadcast_to(water, rows.shape), material=Material.EMISSIVE)
    return [
        here("water", glow, shadow=False),
        here("bottom", boxes(*sand, (0.30, 0.34, 0.32)), shadow=False),
        here("rim", join(rim), shadow=False),
    ]


def _reef(brief: Brief, wide: float, back: float) -> list[Placed]:
    """Return corals and rocks behind the glass."""
    random = brief.chance("tank")
    corals = models("coral", [make(random, CORALS[n % 6]) for n, make in enumerate(MAKERS)])
    placed = []
    for n in range(30):
        x, z = float(random.uniform(-wide, wide)), back - float(random.uniform(0.7, DEPTH - 0.8))
        scale = float(random.uniform(0.8, 1.7))
        coral = corals[n % len(corals)]
        placed.append(put(coral, (x, 0.55, z), yaw=float(n), scale=scale, shadow=False))
    dark, light = (0.06, 0.08, 0.10), (0.2, 0.26, 0.3)
    stones = models("rock", [rocks.rock(random, size=0.9, dark=dark, light=light) for _ in (0, 1)])
    for n in range(9):
        at = ((n - 4) * wide / 4.4, 0.7, back - 3.6 - (n % 3) * 0.6)
        placed.append(put(stones[n % 2], at, yaw=n * 1.1, scale=0.8 + 0.3 * (n % 3), shadow=False))
    return placed
