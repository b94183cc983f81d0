"""A camp between firs."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.shape.mesh import join, moved
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, sphere
from kinema.engines.scene.stage.backdrop import FOOTHILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import undergrowth
from kinema.engines.scene.stage.dress.rocks import rock
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import HILLS, small_life
from kinema.engines.scene.stage.sets.mountain import firs
from kinema.engines.scene.stage.sets.outdoors import add, thing
from kinema.engines.scene.stage.weather.fire import firelight, flames, plume
from kinema.engines.scene.stage.weather.sprites import together


def campsite(brief: Brief) -> Place:
    """Build a camp between firs: tents, a fire with logs round it, hills beyond."""
    spec = Country(
        roll=0.9, soil=((0.06, 0.07, 0.03), (0.16, 0.15, 0.065)), patch=3.5,
        sward=undergrowth.FOREST, blades=10000,
        stones=22, plantings=firs(brief, count=110, near=8),
        ranges=(replace(FOOTHILLS, jagged=0.5, height=95),
            replace(HILLS, near=300, far=900, height=200, jagged=0.9, snowline=150,
            foot=(0.06, 0.09, 0.05))),
    )  # fmt: skip
    place = country(spec, brief)
    away = brief.clear * 1.25 + 1.1
    fire = (-away * 0.85, 0.0, -away * 0.75)
    fire = (fire[0], place.height(fire[0], fire[2]), fire[2])
    built = [put(solid("hearth", _hearth(brief)), fire)]
    tents = (
        ("#c65a1e", away * 1.35 + 1.6, -away - 3.2, -0.5),
        ("#2f6f8f", -away * 1.2 - 3.6, -away - 5.0, 0.6),
        ("#7a8a2e", away * 0.4, -away - 9.5, 0.1),
    )
    for colour, x, z, yaw in tents:
        built += thing("tent", x, z, place, yaw=yaw, colour=colour)
    log = solid("log", _log())
    for angle in (0.9, 2.6, 4.4):
        x, z = fire[0] + 1.3 * math.cos(angle), fire[2] + 1.3 * math.sin(angle)
        if math.hypot(x, z) > brief.clear:
            built.append(put(log, (x, place.height(x, z), z), yaw=-angle + math.pi / 2))
    plumes = [
        plume(brief.seed + n, each)
        for n, each in enumerate(flames((fire[0], fire[1] + 0.15, fire[2]), 0.85))
    ]
    glow = firelight(
        brief.seed, (fire[0], fire[1] + 0.7, fire[2]), power=1.6 if brief.lamps else 0.6, reach=3.4
    )
    return replace(add(place, built), weather=together(*plumes, glow, small_life(brief)))


def _log() -> Mesh:
    shape = cone(
        (-0.8, 0.2, 0),
        (0.8, 0.2, 0),
        0.2,
        0.19,
        (0.11, 0.065, 0.036),
        material=Material.BARK,
        sides=10,
    )
    ends = [
        sphere((s * 0.8, 0.2, 0), (0.02, 0.17, 0.17), (0.45, 0.31, 0.17), rings=4, sides=10)
        for s in (-1, 1)
    ]
    return join([shape, *ends])


def _hearth(brief: Brief) -> Mesh:
    random = brief.chance("hearth")
    stones = [
        moved(rock(random, size=0.15), (0.52 * math.cos(a), 0.05, 0.52 * math.sin(a)))
        for a in np.arange(9) * 0.698
    ]
    logs = [
        cone(
            (0.36 * math.cos(a), 0.04, 0.36 * math.sin(a)),
            (0.02 * math.cos(a), 0.46, 0.02 * math.sin(a)),
            0.055,
            0.045,
            (0.06, 0.03, 0.02),
            material=Material.BARK,
            sides=6,
        )
        for a in np.arange(6) * 1.047
    ]
    coals = sphere(
        (0, 0.04, 0),
        (0.3, 0.07, 0.3),
        (2.6, 0.5, 0.06),
        material=Material.EMISSIVE,
        rings=5,
        sides=10,
    )
    return join([*stones, *logs, coals])
