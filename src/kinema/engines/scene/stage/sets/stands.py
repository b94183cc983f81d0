"""Banks of seats with people."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, mesh, moved, rotation
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.land import Values

CROWD: tuple[Rgb, ...] = (
    (0.55, 0.06, 0.05), (0.70, 0.68, 0.64), (0.08, 0.14, 0.40), (0.62, 0.46, 0.08),
    (0.10, 0.10, 0.11), (0.30, 0.36, 0.42),
)  # fmt: skip


def stands(brief: Brief, reach: float) -> list[Mesh]:
    """Return three banks of seats with people, roofed, behind the goal and at both sides."""
    random = brief.chance("crowd")
    people = brief.allows("people", "crowd", "person", "audience")
    return [
        moved(_bank(random, 70.0, people=people), (0, 0, -reach - 9)),
        moved(
            _bank(random, 76.0, people=people),
            (-31, 0, -reach * 0.42),
            turn=rotation(0, math.pi / 2, 0),
        ),
        moved(
            _bank(random, 76.0, people=people),
            (31, 0, -reach * 0.42),
            turn=rotation(0, -math.pi / 2, 0),
        ),
    ]


def _bank(random: np.random.Generator, length: float, *, people: bool) -> Mesh:
    """Return a stand along x that rises towards -z, its front at z = 0."""
    steps = 15
    row = np.arange(steps)
    tread = boxes(
        np.stack([0 * row, 0.6 + row * 0.62, -row * 1.15], 1),
        np.stack([np.full(steps, length), 1.2 + 0 * row, np.full(steps, 1.15)], 1),
        (0.20, 0.20, 0.21),
    )
    parts = [tread, boxes([(0, 0.6, 0.75)], [(length, 1.2, 0.25)], (0.06, 0.16, 0.36))]
    boards = boxes(
        [(x, 0.6, 0.9) for x in np.arange(-length / 2 + 3, length / 2, 6)],
        (5.8, 0.85, 0.06),
        [CROWD[n % 6] for n in range(len(np.arange(-length / 2 + 3, length / 2, 6)))],
    )
    parts.append(boards)
    seats = np.arange(-length / 2 + 0.5, length / 2, 0.85)
    x, level = np.meshgrid(seats, row, indexing="ij")
    x, level = x.ravel() + random.normal(0, 0.08, x.size), level.ravel()
    taken = random.random(len(x)) < (0.86 if people else 0.0)
    body = np.stack([x, 1.55 + level * 0.62, -level * 1.15 + 0.1], 1)
    colour = np.asarray(CROWD)[random.integers(0, 6, len(x))] * random.uniform(
        0.7, 1.2, (len(x), 1)
    )
    parts.append(
        _facing(body, 0.5, 0.7, np.where(taken[:, None], colour, np.array([0.08, 0.20, 0.45])))
    )
    if people:
        parts.append(
            _facing(
                (body + np.array([0, 0.48, 0.03]))[taken],
                0.24,
                0.26,
                np.array([0.52, 0.33, 0.24]) * random.uniform(0.4, 1.15, (int(taken.sum()), 1)),
            )
        )
    roof = boxes([(0, 13.2, -9)], [(length, 0.4, 15)], (0.34, 0.35, 0.37))
    back = boxes([(0, 6.5, -17)], [(length, 13, 0.5)], (0.16, 0.17, 0.19))
    return join([*parts, roof, back])


def _facing(at: Values, wide: float, high: float, colours: Values) -> Mesh:
    """Return an upright card towards +z at each point."""
    half = np.array(
        [
            [-wide / 2, -high / 2, 0],
            [wide / 2, -high / 2, 0],
            [wide * 0.36, high / 2, 0],
            [-wide * 0.36, high / 2, 0],
        ]
    )
    points = (at[:, None] + half[None]).reshape(-1, 3)
    first = np.arange(len(at))[:, None] * 4
    faces = np.concatenate([first + np.array([0, 1, 2]), first + np.array([0, 2, 3])])
    return mesh(
        points,
        faces,
        np.repeat(np.broadcast_to(colours, (len(at), 3)), 4, axis=0),
        normals=np.tile([0.0, 0.6, 0.8], (len(points), 1)),
    )
