"""A swamp."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join, mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, tube
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, trees, undergrowth
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.land import Values, mixed
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import broadleaves
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting


def marsh(brief: Brief) -> Place:
    """Build a swamp: islands of reeds, dead trees with moss, still dark water, mist."""
    size = brief.clear + 2.2

    def isles(x: Values, z: Values) -> Values:
        ground = fractal(x / 9, z / 9, brief.seed % 91, 3) - 0.56
        home = smooth(np.hypot(x, z * 0.8), size + 3, size)
        return np.asarray(np.maximum(ground * 3.2, -1.2) * (1 - home), np.float64)

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del up
        n = fractal(x / 2, z / 2, 4)
        mud = mixed((0.035, 0.032, 0.02), (0.085, 0.075, 0.045), n)
        grass = mixed((0.05, 0.08, 0.02), (0.17, 0.19, 0.06), n)
        dry = smooth(y, -0.3, 0.05)[:, None]
        return np.asarray(mud * (1 - dry) + grass * dry, np.float64)

    spec = Country(
        roll=0.12, extra_relief=isles, paint=paint, stones=0, reach=180, front=150, blades=8000,
        sward=undergrowth.TALL,
        plantings=(
            Planting(make=lambda random: undergrowth.reeds(random, height=1.6, count=30),
                word="reed", count=90, near=1.0, far=34, apart=1.0, size=0.4, scale=(0.6, 1.25),
            sides=22),
            Planting(make=_mangrove, count=16, near=5, far=60, apart=6, size=1.5, sides=3,
                sink=0.4),
            *broadleaves(brief)[1:],
        ),
    )  # fmt: skip
    place = country(spec, brief)
    pads = _lilies(brief, place)
    life = drifting(brief.seed, drift.FIREFLIES if brief.lamps else drift.MOTES)
    return replace(
        place,
        scenery=(*place.scenery, pads),
        water=Water(level=-0.32, wave=0.03, deep=(0.012, 0.018, 0.01), shallow=(0.04, 0.045, 0.02)),
        weather=life,
    )


def _mangrove(random: np.random.Generator) -> Mesh:
    """Return a dead tree on stilts of roots, with hanging moss."""
    tree = trees.bare(random, height=7, bark=(0.075, 0.065, 0.055))
    roots = []
    for _ in range(8):
        turn = float(random.uniform(0, 6.28))
        way = np.array([math.cos(turn), 0, math.sin(turn)])
        roots.append(
            tube(
                np.stack(
                    [(0, 1, 0) + way * 0, way * 0.55 + (0, 0.62, 0), way * 1.15 + (0, -0.4, 0)]
                ),
                [0.12, 0.09, 0.06],
                (0.075, 0.06, 0.05),
                sides=5,
                material=Material.BARK,
            )
        )
    tips = tree.vertices[tree.vertices[:, 1] > 3.5]
    picks = tips[random.integers(0, len(tips), 60)].astype(np.float64)
    moss = foliage.cards(
        picks - np.array([0, 0.3, 0]),
        np.tile([0.0, 0.4, 0.9], (60, 1)),
        0.3,
        (0.16, 0.18, 0.09),
        random,
        slender=0.25,
        loose=0.3,
    )
    moss.vertices[:, 1] -= np.tile([0, 0.1, 0.5, 0.1], 60).astype(np.float32)
    return join([tree, *roots, moss])


def _lilies(brief: Brief, place: Place) -> Placed:
    """Return lily pads with some flowers."""
    random = brief.chance("lilies")
    x, z = random.uniform(-14, 14, 240), random.uniform(-26, 6, 240)
    deep = place.ground(x.astype(np.float32), z.astype(np.float32)) < -0.45
    x, z = x[deep][:80], z[deep][:80]
    parts = []
    turn = np.linspace(0.25, 6.03, 11)
    for u, v in zip(x, z, strict=True):
        size, spin = float(random.uniform(0.14, 0.32)), float(random.uniform(0, 6))
        rim = np.stack(
            [u + size * np.cos(turn + spin), np.full(11, -0.3), v + size * np.sin(turn + spin)], 1
        )
        points = np.concatenate([[[u, -0.3, v]], rim])
        faces = [(0, k + 2, k + 1) for k in range(10)]
        tone = np.array([0.07, 0.20, 0.04]) * float(random.uniform(0.7, 1.3))
        parts.append(
            mesh(points, faces, tone, material=Material.LEAF, normals=np.tile([0.0, 1, 0], (12, 1)))
        )
    if not parts:
        return here("lilies", cone((0, -9, 0), (0, -8, 0), 0.01, 0.01, (0, 0, 0)), shadow=False)
    return here("lilies", join(parts), shadow=False)
