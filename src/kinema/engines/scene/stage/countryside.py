"""Open country as data: relief, soil, grass, flowers, trees and what closes the view."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.backdrop import Range, mountains
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import rocks, undergrowth
from kinema.engines.scene.stage.dress.undergrowth import Sward
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.land import Paint, Relief, angles, ground_of, land, mixed, rings
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.planting import models, planted
from kinema.engines.scene.stage.scatter import Area, Clearing, fan, spread

Values = npt.NDArray[np.float64]

SNOW: Rgb = (0.80, 0.84, 0.91)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planting:
    """Trees, shrubs or anything else that stands about.

    Attributes:
        make: Makes one shape; called ``shapes`` times.
        word: What forbids it, if it must not be seen.
        count: How many stand.
        near: Nearest, metres beyond the heroes' place.
        far: Farthest, metres.
        half_angle: Radians to each side of -z.
        apart: Metres between two of them.
        size: Radius that must be free, metres.
        scale: Smallest and largest factor.
        sides: Whether some stand beside the camera's view as well.
    """

    make: Callable[[np.random.Generator], Mesh]
    word: str = "tree"
    shapes: int = 3
    count: int = 20
    near: float = 6.0
    far: float = 90.0
    half_angle: float = 1.0
    apart: float = 4.0
    size: float = 1.0
    scale: tuple[float, float] = (0.8, 1.25)
    sides: int = 0
    sink: float = 0.1
    shadow: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A landscape.

    Attributes:
        roll: Height of the ground's waves near by, metres.
        wave: Length of those waves, metres.
        rise: How much the land rises towards the distance, metres.
        reach: Radius of the ground, metres.
        soil: Dark and light colour of the ground, linear.
        patch: Size of its patches, metres.
        sward: Grass, or None.
        blades: How many blades.
        flowers: Colours, none for no flowers.
        blooms: How many.
        bloom_size: Metres.
        bloom_height: Metres.
        plantings: What grows or stands.
        stones: How many lie about.
        ranges: What closes the view.
        track: Colour of a worn way; None for none.
        bend: How far the way swings, metres.
        vista: How fast the way widens into the distance.
        rows: Metres from row to row, where a crop stands in rows along the view.
        bare: Half the width of a road on which nothing grows, metres.
    """

    roll: float = 1.2
    wave: float = 26.0
    rise: float = 0.0
    reach: float = 320.0
    soil: tuple[Rgb, Rgb] = ((0.045, 0.10, 0.02), (0.12, 0.20, 0.04))
    patch: float = 5.0
    sward: Sward | None = undergrowth.GRASS
    blades: int = 13000
    flowers: tuple[Rgb, ...] = ()
    blooms: int = 0
    bloom_size: float = 0.035
    bloom_height: float = 0.26
    plantings: tuple[Planting, ...] = ()
    stones: int = 10
    stone: tuple[Rgb, Rgb] = ((0.09, 0.085, 0.08), (0.26, 0.25, 0.23))
    ranges: tuple[Range, ...] = ()
    track: Rgb | None = None
    bend: float = 0.0
    vista: float = 0.0
    rows: float = 0.0
    bare: float = 0.0
    front: int = 100
    extra_relief: Relief | None = None
    paint: Paint | None = None
    keep: tuple[Placed, ...] = field(default=())


def clearing(brief: Brief, *, bend: float = 0.0, vista: float = 0.0) -> Clearing:
    """Return where nothing may stand, for heroes of this size."""
    size = brief.clear
    return Clearing(
        radius=size, path=max(0.7, min(size * 0.6, 4.0)), cross=max(0.6, min(size * 0.6, 4.0)),
        view=max(1.2, size * 0.85), camera=max(5.0, size * 2.4), bend=bend,
        vista=vista,
    )  # fmt: skip


def relief_of(spec: Country, brief: Brief, way: Clearing) -> Relief:
    """Return the height function: level where heroes stand, rolling further off."""
    seed = brief.seed % 1000

    def relief(x: Values, z: Values) -> Values:
        distance = np.hypot(x, z)
        level = smooth(distance, way.radius * 0.8, way.radius * 0.8 + spec.wave * 0.5)
        waves = fractal(x / spec.wave + 3.1, z / spec.wave, seed, 3) - 0.5
        height = 2 * spec.roll * waves * level + spec.rise * smooth(distance, 18, spec.reach * 0.7)
        if spec.extra_relief is not None:
            height = height + spec.extra_relief(x, z)
        return np.asarray(height, np.float64)

    return relief


def _paint(spec: Country, brief: Brief, way: Clearing) -> Paint:
    if spec.paint is not None:
        return spec.paint
    dark, light = ((0.60, 0.66, 0.76), SNOW) if brief.white else spec.soil
    seed = brief.seed % 1000 + 40

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del y, up
        patches = fractal(x / spec.patch, z / spec.patch, seed, 4)
        wide = fractal(x / spec.patch / 9, z / spec.patch / 9, seed + 3, 2)
        colour = mixed(dark, light, np.clip((0.6 * patches + 0.4 * wide - 0.3) * 2.4, 0, 1))
        if spec.track is None or brief.white:
            return colour
        worn = np.exp(-(((x - way.middle(z)) / way.path) ** 2))[:, None] * 0.9
        return np.asarray(colour * (1 - worn) + np.asarray(spec.track) * worn, np.float64)

    return paint


def _cover(spec: Country, brief: Brief, way: Clearing, relief: Relief) -> list[Placed]:
    random = brief.chance("cover")
    viewer = way.camera + 0.5
    area = Area(left=-30, right=30, far=-45, near=viewer)
    placed = []
    small = min(1.0, 0.25 + brief.clear * 0.4)
    if spec.sward is not None:
        sward = undergrowth.FROSTED if brief.white else spec.sward
        count = spec.blades // 3 if brief.white else spec.blades
        x, z = undergrowth.near_more(random, count, area, viewer=viewer)
        if spec.rows > 0:
            x = np.round(x / spec.rows) * spec.rows + random.normal(0, spec.rows * 0.13, len(x))
        height = np.where(np.hypot(x, z) < way.radius, 0.45, 1.0) * small
        height = height * (np.abs(x) > spec.bare)
        if spec.track is not None:
            height = height * smooth(np.abs(x - way.middle(z)), way.path * 0.5, way.path * 1.2)
        shape = undergrowth.grass(random, relief, x, z, sward, height=height)
        placed.append(here("grass", shape, shadow=False))
    if spec.flowers and not brief.white and brief.allows("flower", "flowers"):
        x, z = undergrowth.near_more(random, spec.blooms, area, viewer=viewer - 1.2)
        off = (np.hypot(x, z) > way.radius * 0.7) & (np.abs(x) > spec.bare)
        shape = undergrowth.flowers(
            random, relief, x[off], z[off], spec.flowers,
            height=spec.bloom_height * small, size=spec.bloom_size * small,
        )  # fmt: skip
        placed.append(here("flowers", shape, shadow=False))
    return placed


def _stones(spec: Country, brief: Brief, way: Clearing, relief: Relief) -> list[Placed]:
    random = brief.chance("stones")
    cover = SNOW if brief.white else None
    dark, light = spec.stone
    kinds = models(
        "stone",
        [rocks.rock(random, size=0.4, dark=dark, light=light, cover=cover) for _ in range(3)],
    )
    area = Area(left=-16, right=16, far=-26, near=way.camera)
    points = spread(random, area, spec.stones, clearing=way, apart=1.2, size=0.3)
    return planted(kinds, points, relief, random, scale=(0.25, 1.3))


def stand(
    planting: Planting, role: str, brief: Brief, way: Clearing, relief: Relief
) -> list[Placed]:
    """Return one planting in its places, or nothing if it is forbidden."""
    if not brief.allows(planting.word, planting.word + "s"):
        return []
    random = brief.chance(role)
    kinds = models(role, [planting.make(random) for _ in range(planting.shapes)])
    points = fan(
        random, planting.count, near=brief.clear + planting.near, far=planting.far, clearing=way,
        half_angle=planting.half_angle, apart=planting.apart, size=planting.size,
    )  # fmt: skip
    if planting.sides:
        area = Area(left=-24, right=24, far=-3, near=way.camera + 8)
        beside = spread(
            random, area, planting.sides, clearing=way, apart=planting.apart,
            size=planting.size + 1.5,
        )  # fmt: skip
        points = np.concatenate([points, beside])
    return planted(
        kinds, points, relief, random, scale=planting.scale, sink=planting.sink,
        shadow=planting.shadow,
    )  # fmt: skip


def country(spec: Country, brief: Brief) -> Place:
    """Build open country; a set adds its landmark to what comes back."""
    way = clearing(brief, bend=spec.bend, vista=spec.vista)
    relief = relief_of(spec, brief, way)
    ground = land(
        relief, _paint(spec, brief, way), bearings=angles(spec.front, 40),
        reach=rings(0.8, spec.reach, 46),
    )  # fmt: skip
    scenery = [here("ground", ground, shadow=False)]
    scenery += _cover(spec, brief, way, relief)
    scenery += _stones(spec, brief, way, relief)
    for number, planting in enumerate(spec.plantings):
        scenery += stand(planting, f"planting {number}", brief, way, relief)
    for number, chain in enumerate(spec.ranges):
        scenery.append(mountains(chain, brief.seed % 977 + number, name=f"range {number}"))
    z = np.linspace(-60, way.camera + 2, 30)
    x = way.middle(z)
    path = np.stack([x, relief(x, z), z], 1)
    return Place(
        kind=brief.setting.kind,
        scenery=(*scenery, *spec.keep),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        path=tuple((float(a), float(b), float(c)) for a, b, c in path),
        extent=max(34.0, brief.clear * 6),
    )
