"""The deck of a suspension bridge."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Floats, Mesh
from kinema.engines.scene.shape.primitives import tube
from kinema.engines.scene.stage.backdrop import Range, mountains
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import street
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.place import Bounds, Place
from kinema.engines.scene.stage.sets.outdoors import lamplight
from kinema.engines.scene.stage.sets.road import asphalt
from kinema.engines.scene.stage.sets.skyline import skyline

RED: Rgb = (0.42, 0.075, 0.035)
SHORE = Range(
    near=330, far=1200, height=130, width=230, jagged=0.4, foot=(0.10, 0.12, 0.05),
    rock=(0.17, 0.14, 0.11), columns=150, base=-44,
)  # fmt: skip


def bridge(brief: Brief) -> Place:
    """Build the deck of a suspension bridge over a strait, towers ahead and hills beyond."""
    half = max(4.6, brief.clear + 1.6)
    spots = [(-1 if n % 2 else 1, float(z)) for n, z in enumerate(np.arange(4, -120, -16.0))]
    lamp = solid("lamp", street.lamp(lit=brief.lamps))
    scenery = [
        *_structure(half), mountains(SHORE, brief.seed % 977), *skyline(brief, -34.0, 380.0),
        *(put(lamp, (s * (half + 0.4), 0.1, z), yaw=0.0 if s < 0 else math.pi) for s, z in spots),
    ]  # fmt: skip
    glows = [(s * (half - 0.7), z) for s, z in spots]
    return Place(
        kind="bridge", scenery=tuple(scenery), palette=brief.palette, ground=_deck,
        clear=brief.clear, scale="street", lights=lamplight(glows, y=5.2, on=brief.lamps),
        water=Water(level=-36.0, wave=0.3, deep=(0.01, 0.05, 0.07), shallow=(0.03, 0.14, 0.15)),
        path=((1.8, 0.02, -120.0), (0.8, 0.02, -20.0), (0.0, 0.02, 0.0), (-0.6, 0.02, 12.0)),
        cross=((-half, 0.02, 0.0), (half, 0.02, 0.0)), landmark=(0.0, 16.0, -46.0),
        bounds=Bounds(low=(-half - 1.2, 0.2, -80), high=(half + 1.2, 60, 40)),
        extent=max(50.0, brief.clear * 6),
    )  # fmt: skip


def _deck(x: Floats, z: Floats) -> Floats:
    return np.full(np.broadcast(x, z).shape, 0.02, np.float32)


def _structure(half: float) -> list[Placed]:
    """Return roadway, footways, railings, towers and cables."""
    edge, sides = half + 1.5, (-1, 1)
    posts = [(s * edge, 0.65, z) for z in np.arange(-150.0, 30.0, 2.0) for s in sides]
    rails = [(s * edge, y, -120) for s in sides for y in (0.5, 0.85, 1.2)]
    walks = [(s * (half + 0.8), 0.08, -120) for s in sides]
    deck = [
        asphalt(half, far=-300),
        boxes([(0, -0.5, -120)], [(half * 2 + 3.2, 0.8, 380)], (0.12, 0.11, 0.11)),
        boxes(walks, (1.6, 0.2, 380), (0.30, 0.29, 0.28)),
        boxes(rails, (0.07, 0.07, 380), RED),
        boxes(posts, (0.09, 1.2, 0.09), RED),
    ]
    return [
        here("deck", join(deck)),
        *(here("pylon", _pylon(edge, z, RED)) for z in (-46.0, -176.0)),
        here("cables", join([_cable(s * edge, RED) for s in sides])),
    ]


def _pylon(half: float, z: float, colour: Rgb) -> Mesh:
    legs = boxes([(s * half, 8, z) for s in (-1, 1)], (1.6, 92, 2.6), colour)
    beams = boxes([(0, y, z) for y in (11.0, 24.0, 37.0, 50.0)], (half * 2, 2.2, 2.0), colour)
    steps = boxes(
        [(s * half, y, z) for s in (-1, 1) for y in (11.0, 24.0, 37.0)],
        (2.1, 3.2, 3.1),
        np.asarray(colour) * 0.85,
    )
    return join([legs, beams, steps])


def _cable(x: float, colour: Rgb) -> Mesh:
    """Return a main cable in swags and its hangers."""
    z = np.arange(30.0, -300.0, -4.0)
    away = (z + 111.0) / 65.0
    y = np.where(z > -46, 53 - (z + 46) * 0.55, 9 + 44 * np.minimum(away**2, 1.0))
    y = np.where(z < -176, 53 + (z + 176) * 0.55, y)
    main = tube(np.stack([np.full(len(z), x), y, z], 1), 0.28, colour, sides=6)
    hang = y > 1.5
    spots = np.stack([np.full(len(z), x), y / 2, z], 1)[hang]
    sizes = np.stack([np.full(len(z), 0.07), y, np.full(len(z), 0.07)], 1)[hang]
    return join([main, boxes(spots, sizes, colour)])
