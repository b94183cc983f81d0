"""An open road."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.shape.primitives import cone, tube
from kinema.engines.scene.stage.backdrop import ALPS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import foliage, street, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import (
    GREEN,
    STRAW,
    broadleaves,
    shrubs,
    small_life,
)
from kinema.engines.scene.stage.sets.mountain import firs
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting


def asphalt(half: float, *, far: float = -220.0, near: float = 40.0, y: float = 0.02) -> Mesh:
    """Return a road along z with its lines, a hand above level ground."""
    z = np.arange(far, near, 6.0)
    strip = boxes(
        np.stack([0 * z, np.full(len(z), y - 0.06), z + 3], 1),
        (half * 2, 0.12, 6.0),
        (0.075, 0.075, 0.08) + 0.012 * np.sin(np.arange(len(z)) * 2.3)[:, None],
    )
    lines = [
        street.stripes(
            s * (half - 0.25),
            far,
            near,
            dash=400,
            gap=0,
            wide=0.12,
            y=y + 0.012,
            colour=(0.62, 0.60, 0.55),
        )
        for s in (-1, 1)
    ]
    middle = street.stripes(
        0, far, near, dash=3, gap=4.5, wide=0.14, y=y + 0.012, colour=(0.66, 0.50, 0.12)
    )
    return join([strip, *lines, middle])


def road(brief: Brief) -> Place:
    """Build an open road that runs to the mountains, with posts and poles beside it."""
    half = max(3.6, brief.clear + 0.9)
    dry = brief.wants("desert")
    soil = (
        ((0.36, 0.20, 0.11), (0.52, 0.34, 0.20))
        if dry
        else (STRAW if brief.season == "autumn" else GREEN)
    )
    spec = Country(
        roll=0.0, soil=soil, sward=replace(undergrowth.DRY if dry else undergrowth.GRASS,
            clumps=0.55), blades=11000,
        reach=600, vista=0.05, bare=half + 0.15, stones=14, flowers=() if dry
        else undergrowth.MEADOW[:2], blooms=260,
        plantings=(shrubs(foliage.OLIVE, count=40),) if dry
        else (*broadleaves(brief), *firs(brief, count=50, near=18),
            shrubs(foliage.BY_SEASON[brief.season][0])),
        ranges=(replace(ALPS, near=360, height=250, snowline=None if dry else 120,
            foot=(0.30, 0.17, 0.11) if dry else (0.07, 0.11, 0.05), rock=(0.24, 0.13, 0.09) if dry
        else (0.13, 0.12, 0.13)),),
    )  # fmt: skip
    wide = replace(brief, clear=max(brief.clear, 0.6))
    place = country(spec, wide)
    built = [here("road", asphalt(half), shadow=False)]
    pole = solid("pole", _pole())
    built += [put(pole, (half + 3.6, 0, -8.0 - n * 26)) for n in range(9)]
    post = solid(
        "post",
        boxes(
            [(0, 0.45, 0), (0, 0.8, 0.0)],
            [(0.12, 0.9, 0.12), (0.13, 0.14, 0.13)],
            [(0.75, 0.74, 0.7), (0.6, 0.05, 0.04)],
        ),
    )
    built += [put(post, (s * (half + 0.5), 0, -4.0 - n * 12)) for n in range(10) for s in (-1, 1)]
    cleared = tuple(one for one in place.scenery if not _on_road(one, half))
    return replace(
        place, scenery=(*cleared, *built),
        path=((1.5, 0.02, -120.0), (0.6, 0.02, -20.0), (0.0, 0.02, 0.0), (-0.6, 0.02, 12.0)),
        weather=drifting(brief.seed, drift.DUST, strength=0.6) if dry else small_life(brief),
        water=Water(level=0.02, wet=True, wave=0.1) if brief.wet and not brief.white else None,
    )  # fmt: skip


def _on_road(one: Placed, half: float) -> bool:
    """Return whether a single plant or stone stands on the carriageway."""
    whole = one.model.size[0] > 30
    return not whole and abs(float(one.bones[0, 0, 3])) < half + 0.6


def _pole() -> Mesh:
    wood: Rgb = (0.13, 0.085, 0.055)
    wires = [
        tube([(x, 6.75, 0), (x, 6.1, -13), (x, 6.75, -26)], 0.015, (0.03, 0.03, 0.03), sides=3)
        for x in (-0.75, 0.0, 0.75)
    ]
    return join(
        [
            cone((0, -0.2, 0), (0, 7.4, 0), 0.14, 0.1, wood, sides=7),
            boxes([(0, 6.7, 0)], [(1.9, 0.12, 0.12)], wood),
            *wires,
        ]
    )
