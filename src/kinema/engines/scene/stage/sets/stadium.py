"""A football ground."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.land import Values
from kinema.engines.scene.stage.noise import fractal
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.stands import stands

CHALK: Rgb = (0.72, 0.73, 0.70)


def stadium(brief: Brief) -> Place:
    """Build a football ground: striped turf, goal, full stands and floodlights."""
    reach = 40.0 + brief.clear * 2
    spec = Country(
        roll=0.0, paint=_turf, sward=undergrowth.LAWN, blades=12000, stones=0, reach=120, front=110
    )
    place = country(spec, brief)
    built = [
        put(solid("goal", _goal()), (0, 0, -reach + 1)),
        here("lines", _lines(reach), shadow=False),
        *(here("stand", shape, shadow=False) for shape in stands(brief, reach)),
    ]
    pole = solid("floodlight", _floodlight(lit=brief.lamps))
    masts = [(-33.0, -reach - 8), (33.0, -reach - 8), (-36.0, 8.0), (36.0, 8.0)]
    built += [put(pole, (x, 0, z), yaw=math.atan2(-x, -z - 10)) for x, z in masts]
    glow = (1.5, 1.6, 1.7, 16.0)
    spots = ((0.0, 14.0, 4.0), (-12.0, 14.0, -14.0), (12.0, 14.0, -14.0), (0.0, 12.0, -30.0))
    lights = np.array([(*spot, *glow) for spot in spots], np.float32)
    return replace(
        place,
        scenery=(*place.scenery, *built),
        lights=lights if brief.lamps else place.lights,
        extent=max(46.0, brief.clear * 6),
        landmark=(0.0, 4.0, -reach),
    )


def _turf(x: Values, y: Values, z: Values, up: Values) -> Values:
    del y, up
    stripe = (np.floor(z / 5.0) % 2)[:, None]
    green = np.array([0.055, 0.17, 0.03]) + np.array([0.03, 0.065, 0.015]) * stripe
    return np.asarray(green * (0.85 + 0.3 * fractal(x / 2, z / 2, 4))[:, None], np.float64)


def _lines(reach: float) -> Mesh:
    """Return touchlines, goal line, penalty area and halfway line."""
    long = [(s * 24.0, 0.02, 10 - reach / 2) for s in (-1, 1)]
    area = [(s * 10, 0.02, -reach * 0.81) for s in (-1, 1)]
    across = [(0, 0.02, -reach + 1), (0, 0.02, -reach * 0.62), (0, 0.02, 9.5)]
    widths = [(48, 0.02, 0.12), (20, 0.02, 0.12), (48, 0.02, 0.12)]
    return join(
        [
            boxes(long, (0.12, 0.02, reach + 20), CHALK),
            boxes(area, (0.12, 0.02, reach * 0.38), CHALK),
            boxes(across, widths, CHALK),
        ]
    )


def _goal() -> Mesh:
    white: Rgb = (0.80, 0.80, 0.78)
    frame = [cone((s * 3.66, 0, 0), (s * 3.66, 2.44, 0), 0.06, 0.06, white) for s in (-1, 1)]
    frame.append(cone((-3.66, 2.44, 0), (3.66, 2.44, 0), 0.06, 0.06, white))
    net = [
        cone((x, 2.44, 0), (x, 0, -1.8), 0.012, 0.012, (0.6, 0.6, 0.6), sides=3)
        for x in np.linspace(-3.66, 3.66, 22)
    ]
    net += [
        cone(
            (-3.66, y, -1.8 * (1 - y / 2.44)),
            (3.66, y, -1.8 * (1 - y / 2.44)),
            0.012,
            0.012,
            (0.6, 0.6, 0.6),
            sides=3,
        )
        for y in np.linspace(0, 2.4, 9)
    ]
    return join([*frame, *net])


def _floodlight(*, lit: bool) -> Mesh:
    glow = (9.0, 9.2, 9.6) if lit else (0.6, 0.6, 0.58)
    lamps = [(x, y, 0.35) for x in np.linspace(-2.2, 2.2, 6) for y in (23.0, 24.2, 25.4)]
    return join(
        [cone((0, 0, 0), (0, 24, 0), 0.5, 0.3, (0.32, 0.33, 0.35)),
            boxes([(0, 24.2, 0.1)], [(5.4, 4.0, 0.3)], (0.12, 0.12, 0.13)),
         boxes(lamps, (0.66, 0.9, 0.2), glow, material=Material.EMISSIVE if lit
             else Material.SATIN)]
    )  # fmt: skip
