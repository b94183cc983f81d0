"""The air above the clouds."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import rocks
from kinema.engines.scene.stage.kit import here, put
from kinema.engines.scene.stage.land import Values, angles, ground_of, land, mixed, rings
from kinema.engines.scene.stage.noise import fractal
from kinema.engines.scene.stage.place import Bounds, Medium, Place
from kinema.engines.scene.stage.planting import models


def _bank(random: np.random.Generator, puffs: int = 26) -> Mesh:
    """Return one cumulus, 20 m wide, of soft balls: flat below, heaped above."""
    way, triangles = rocks.ball(2)
    points, colours, faces = [], [], []
    for number in range(puffs):
        size = float(random.uniform(2.2, 4.6)) * (1.2 if number < 5 else 1)
        at = np.array(
            [
                float(random.normal(0, 5.2)),
                abs(float(random.normal(0, 2.6))),
                float(random.normal(0, 2.8)),
            ]
        )
        at[1] *= max(0.15, 1 - abs(at[0]) / 11)
        shape = way * size * (1 + 0.1 * np.sin(way @ random.normal(0, 3, 3) + number)[:, None])
        shape[:, 1] = np.maximum(shape[:, 1] + at[1], -1.2) - at[1]
        faces.append(triangles + len(way) * number)
        points.append(shape + at)
        share = np.clip((shape[:, 1] + at[1] + 2) / 8, 0, 1)
        colours.append(mixed((0.62, 0.66, 0.76), (0.97, 0.97, 0.98), share))
    return mesh(
        np.concatenate(points),
        np.concatenate(faces),
        np.concatenate(colours),
        material=Material.SNOW,
    )


def sky(brief: Brief) -> Place:
    """Build the air above a sea of clouds, towers of cumulus about."""
    random = brief.chance("clouds")
    seed = brief.seed % 977
    scenery: list[Placed] = []
    if brief.allows("cloud", "clouds"):

        def relief(x: Values, z: Values) -> Values:
            swell = fractal(x / 46, z / 46, seed, 4)
            lumps = 1 - np.abs(2 * fractal(x / 15, z / 15, seed + 4, 3) - 1)
            return np.asarray(-26 + 17 * swell**1.5 + 5 * lumps * swell, np.float64)

        def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
            del x, z, up
            return mixed((0.58, 0.63, 0.75), (0.96, 0.96, 0.98), np.clip((y + 25) / 11, 0, 1))

        floor = land(
            relief,
            paint,
            bearings=angles(190, 40),
            reach=rings(6, 1500, 90),
            material=Material.SNOW,
        )
        scenery.append(here("clouds", floor, shadow=False))
        banks = models("cloud", [_bank(random) for _ in range(3)])
        for _ in range(13):
            angle, reach = (
                float(random.uniform(-0.95, 0.95)),
                float(random.uniform(55, 300)) + brief.clear * 4,
            )
            at = (
                math.sin(angle) * reach,
                float(random.uniform(-13, -2)) + reach * 0.01,
                -math.cos(angle) * reach,
            )
            scenery.append(
                put(
                    banks[int(random.integers(3))],
                    at,
                    yaw=float(random.normal(0, 0.3)),
                    scale=float(random.uniform(0.6, 1.1)) * reach / 70,
                    shadow=False,
                )
            )
    place = Place(
        kind="sky",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(lambda x, z: np.full(np.shape(x + z), -1000.0)),
        clear=brief.clear,
        medium=Medium.AIR,
        path=((-30.0, 14.0, -120.0), (0.0, 0.0, 0.0), (2.0, -0.5, 10.0)),
        bounds=Bounds(low=(-300, -12, -300), high=(300, 200, 300)),
        extent=max(60.0, brief.clear * 6),
    )
    return replace(place, weather=place.weather)
