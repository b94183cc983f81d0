"""A flower garden."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, trees, undergrowth
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.outdoors import GRAVEL, add, thing
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.sprites import together


def garden(brief: Brief) -> Place:
    """Build a flower garden: beds along a gravel path, roses on an arch, hedges."""
    roses = (
        (0.72, 0.05, 0.08),
        (0.85, 0.35, 0.45),
        (0.88, 0.80, 0.70),
        (0.85, 0.55, 0.10),
        (0.45, 0.16, 0.55),
    )

    def rose(random: np.random.Generator) -> Mesh:
        colour = roses[int(random.integers(len(roses)))]
        leaf = foliage.SNOWED if brief.white else foliage.SUMMER
        return trees.bush(
            random, leaf, size=1.0, flowers=None if brief.white else colour, count=120
        )

    spec = Country(
        roll=0.25, soil=GREEN, track=GRAVEL, sward=undergrowth.LAWN, stones=6,
        flowers=(*roses, undergrowth.DAISY, undergrowth.CORNFLOWER), blooms=1500, bloom_size=0.036,
        bloom_height=0.4,
        plantings=(
            Planting(make=rose, word="flower", shapes=6, count=46, near=1.6, far=26, apart=1.3,
                size=0.6, scale=(0.5, 1.25), sides=16),
            *broadleaves(brief, height=5.5), shrubs(foliage.BY_SEASON[brief.season][0], count=34),
        ),
    )  # fmt: skip
    place = country(spec, brief)
    side = max(1.6, brief.clear * 0.8 + 0.9)
    arch = solid("rose arch", _arch(brief))
    built = [put(arch, (0, 0, -(brief.clear * 1.5 + 6.5)), scale=max(1.0, brief.clear / 1.6))]
    built += [put(solid("hedge", _hedge(brief)), (s * (side + 11), 0, -9)) for s in (-1, 1)]
    built += thing("bench", side + 1.4, -4.6 - brief.clear, place, yaw=-0.5)
    built += thing("fountain", -side - 3.0, -7.5 - brief.clear, place)
    life = (
        together(small_life(brief), drifting(brief.seed, drift.PETALS, strength=0.3))
        if not brief.white
        else small_life(brief)
    )
    return replace(add(place, built), weather=life)


def _arch(brief: Brief) -> Mesh:
    """Return an arch overgrown with roses, its way along z, 2.6 m high."""
    random = brief.chance("arch")
    turn = np.linspace(0, math.pi, 15)
    line = np.stack([1.3 * np.cos(turn), 1.2 + 1.5 * np.sin(turn), 0 * turn], 1)
    line = np.concatenate([[(1.3, 0, 0)], line, [(-1.3, 0, 0)]])
    masses = [((p[0], p[1], p[2]), (0.3, 0.3, 0.32)) for p in line[1:-1:1]] + [
        ((s * 1.3, y, 0.0), (0.26, 0.35, 0.3)) for s in (-1, 1) for y in (0.3, 0.8)
    ]
    leaves = foliage.SNOWED if brief.white else foliage.SUMMER
    parts = [foliage.crown(masses, 620, 0.075, leaves, random)]
    if not brief.white:
        picks = line[random.integers(1, len(line) - 1, 70)]
        way = random.normal(size=(70, 3))
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        parts.append(
            foliage.cards(
                picks + way * 0.31,
                way,
                0.075,
                np.array([0.78, 0.14, 0.22]) * random.uniform(0.7, 1.2, (70, 1)),
                random,
                slender=0.95,
                loose=0.2,
            )
        )
    return join(parts)


def _hedge(brief: Brief) -> Mesh:
    """Return a clipped hedge along z, 16 m long and 1.5 m high."""
    random = brief.chance("hedge")
    leaves = foliage.SNOWED if brief.white else foliage.DEEP
    masses = [((0.0, 0.75, float(z)), (0.5, 0.8, 0.9)) for z in np.arange(-8, 8.1, 1.0)]
    return foliage.crown(masses, 1100, 0.1, leaves, random)
