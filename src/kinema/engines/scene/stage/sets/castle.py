"""A castle on a hill."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.backdrop import FAR_HILLS, FOOTHILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import foliage, masonry, roofs, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.land import Values
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.landmark import with_landmark
from kinema.engines.scene.stage.sets.mountain import firs


def castle(brief: Brief) -> Place:
    """Build a castle with spires on a hill across a meadow; a moat and banners."""
    away = 125.0 + brief.clear * 4
    top = 6.0
    at = (6.0, top, -away)

    def hill(x: Values, z: Values) -> Values:
        d = np.hypot(x - at[0], (z - at[2]) * 0.9)
        return np.asarray(
            top * smooth(d, 70, 30) + 0.8 * (fractal(x / 8, z / 8, 5) - 0.5) * smooth(d, 80, 40),
            np.float64,
        )

    spec = Country(
        roll=1.4, wave=30, reach=380, soil=GREEN, extra_relief=hill, flowers=undergrowth.MEADOW[:3],
        blooms=260, track=(0.36, 0.28, 0.18), bend=1.4, vista=0.22, front=130,
        plantings=(*broadleaves(brief), *firs(brief, count=60, near=30),
            shrubs(foliage.BY_SEASON[brief.season][0])),
        ranges=(FOOTHILLS, replace(FAR_HILLS, height=170, jagged=0.75, width=240, snowline=None)),
    )  # fmt: skip
    place = country(spec, brief)
    shape = solid("castle", _castle(lit=brief.lamps))
    built = [put(shape, (at[0], top - 0.6, at[2]), yaw=0.22)]
    place = with_landmark(place, built, (at[0], top + 16, at[2]))
    return replace(
        place, weather=small_life(brief), lights=_glow(at, top) if brief.lamps else place.lights
    )


def _glow(
    at: tuple[float, float, float], top: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    rows = [(at[0] + dx, top + 7, at[2] + 15, 2.2, 1.3, 0.5, 9.0) for dx in (-14, 0, 14)]
    return np.array(rows, np.float32)


def _castle(*, lit: bool) -> Mesh:
    """Return keep, six towers, walls and gate, about 44 m wide and 40 m high."""
    tall = masonry.round_tower(3.1, 24, lit=lit, windows=4)
    middle = masonry.round_tower(2.5, 17, lit=lit, windows=3)
    low = masonry.round_tower(2.3, 11, lit=lit, windows=2)
    keep = boxes([(0, 9, -6)], [(14, 18, 11)], masonry.STONE)
    keep = masonry.coursed(keep, 4)
    teeth = [(x, 18.5, z) for x in np.linspace(-6.5, 6.5, 8) for z in (-11.2, -0.8)]
    panes = [(x, y, -0.45) for x in (-4.5, 0.0, 4.5) for y in (6.0, 10.5, 14.5)]
    glass = masonry.LIT if lit else (0.03, 0.035, 0.045)
    roof = roofs.gable(13, 8, 18, 6, masonry.SLATE, eaves=0.2, wall=masonry.STONE)
    parts = [
        keep, boxes(teeth, (1.0, 1.2, 0.9), masonry.STONE),
        boxes(panes, (0.9, 1.9, 0.12), glass, material=Material.EMISSIVE if lit
            else Material.GLOSSY),
        moved(roof, (0, 0, -6)),
        moved(tall, (0, 4, -12), scale=1.15), moved(middle, (-8.2, 0, -1)),
        moved(middle, (8.2, 0, -1)),
        moved(tall, (-7.5, 0, -11), scale=0.9), moved(tall, (7.8, 0, -11.5), scale=0.8),
        moved(low, (-20, 0, 9)), moved(low, (20, 0, 9)), moved(low, (-20, 0, -13)),
        moved(low, (20, 0, -13)),
        moved(masonry.gatehouse(7, 9, lit=lit), (0, 0, 9.5)),
        moved(masonry.curtain_wall(16, 7), (-11.5, 0, 9)),
        moved(masonry.curtain_wall(16, 7), (11.5, 0, 9)),
        moved(masonry.curtain_wall(22, 7), (-20, 0, -2), turn=rotation(0, math.pi / 2, 0)),
        moved(masonry.curtain_wall(22, 7), (20, 0, -2), turn=rotation(0, math.pi / 2, 0)),
    ]  # fmt: skip
    flags = [
        (0.0, 44.5, -12.0),
        (-8.2, 26.5, -1.0),
        (8.2, 26.5, -1.0),
        (-20.0, 19.5, 9.0),
        (20.0, 19.5, 9.0),
    ]
    parts += [
        moved(masonry.flag(3.2, (0.55, 0.05, 0.05) if n % 2 else (0.65, 0.42, 0.05)), spot)
        for n, spot in enumerate(flags)
    ]
    return join(parts)
