"""City streets by day and at night, and alleys."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join, moved
from kinema.engines.scene.shape.model import Floats, Mesh
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import facade, foliage, neon, street, trees
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.facade import House, house
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.land import Values, land, mixed
from kinema.engines.scene.stage.noise import fractal
from kinema.engines.scene.stage.place import Bounds, Ground, Place, Slot
from kinema.engines.scene.stage.weather.fire import plume, steam_of
from kinema.engines.scene.stage.weather.sprites import together

KERB = 0.14
"""Height of the pavement above the road, metres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """The shape of a street along z.

    Attributes:
        road: Half the width of the carriageway, metres.
        walk: Width of each pavement.
        far: Where it ends, metres.
        near: Where it begins, behind the camera.
        floors: Fewest and most.
        signs: Whether there are neon signs.
    """

    road: float
    walk: float = 3.4
    far: float = -135.0
    near: float = 26.0
    floors: tuple[int, int] = (4, 9)
    signs: bool = False

    @property
    def front(self) -> float:
        """Distance of the house fronts from the middle."""
        return self.road + self.walk


def city(brief: Brief) -> Place:
    """Build a street between tall houses: neon and wet asphalt at night, shops by day."""
    shape = Street(road=max(4.6, brief.clear + 1.4), signs=brief.lamps, floors=(4, 10))
    scenery = [_pavement(shape), _roadway(brief, shape)]
    rows = [_row(brief, shape, side) for side in (-1, 1)]
    scenery += [placed for placed_row, _ in rows for placed in placed_row]
    lights = [light for _, row in rows for light in row]
    lamps, lamp_lights = _lamps(brief, shape)
    scenery += lamps
    scenery += _towers(brief, shape)
    if not brief.lamps:
        scenery += _street_trees(brief, shape)
    weather = together(
        plume(brief.seed, replace(steam_of((shape.road + 0.6, 0, -7.0), 1.4), alpha=0.05,
            life=4.0)),
        plume(brief.seed + 1, replace(steam_of((-shape.road * 0.6, 0, -19.0), 1.8), alpha=0.05,
            life=4.5)),
    )  # fmt: skip
    return Place(
        kind=brief.setting.kind,
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=_ground(shape),
        clear=brief.clear,
        water=_wetness(brief),
        slots=(
            Slot(at=(0.0, 0.0, 0.0), radius=brief.clear),
            Slot(at=(shape.road + 1.2, KERB, -1.5), yaw=-0.6, radius=1.0),
            Slot(at=(-shape.road - 1.2, KERB, -2.5), yaw=0.6, radius=1.0),
        ),
        path=((1.6, 0.0, -75.0), (1.0, 0.0, -20.0), (0.3, 0.0, 0.0), (-0.4, 0.0, 12.0)),
        cross=((-shape.front + 0.6, 0.0, 0.0), (shape.front - 0.6, 0.0, 0.0)),
        scale="street",
        bounds=Bounds(low=(-shape.front + 0.5, 0.15, -60),
            high=(shape.front - 0.5, 60, shape.near)),
        lights=nearest(np.array([*lights, *lamp_lights], np.float32).reshape(-1, 7)),
        weather=weather,
        extent=max(44.0, brief.clear * 6),
    )  # fmt: skip


def nearest(lights: Floats, count: int = 11) -> Floats:
    """Return the rows that matter most in the hero's place: near and in front."""
    if len(lights) <= count:
        return lights
    away = np.linalg.norm(lights[:, :3] - np.array([0, 2.5, -6.0], np.float32), axis=1)
    return np.asarray(lights[np.argsort(away, kind="stable")[:count]], np.float32)


def _wetness(brief: Brief) -> Water | None:
    if not (brief.wet or brief.lamps) or brief.white:
        return None
    return Water(level=0.0, wet=True, wave=0.12 if brief.wet else 0.06, deep=(0.01, 0.011, 0.014),
                 shallow=(0.02, 0.02, 0.024))  # fmt: skip


def _ground(shape: Street) -> Ground:
    def ground(x: Floats, z: Floats) -> Floats:
        return np.where(np.abs(x) > shape.road, KERB, 0.0).astype(np.float32) + 0 * z

    return ground


def _roadway(brief: Brief, shape: Street) -> Placed:
    dark, light = ((0.016, 0.017, 0.02), (0.038, 0.038, 0.042))
    if not brief.lamps:
        dark, light = ((0.095, 0.096, 0.10), (0.165, 0.165, 0.17))
    if brief.white:
        dark, light = ((0.30, 0.32, 0.36), (0.66, 0.70, 0.76))

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del y, up
        worn = 0.25 * np.cos(x / shape.road * 6.28)
        return mixed(dark, light, np.clip(fractal(x / 1.5, z / 4, 3, 4) + worn, 0, 1))

    surface = land(lambda x, z: 0 * (x + z), paint, bearings=np.linspace(0, 2 * np.pi, 40),
                   reach=np.concatenate([[0.0], np.geomspace(1.5, 160, 22)]))  # fmt: skip
    colour = (0.36, 0.34, 0.28) if brief.lamps else (0.62, 0.60, 0.55)
    marks = [
        street.stripes(0.0, shape.far, shape.near, colour=colour),
        street.stripes(-shape.road + 0.35, shape.far, shape.near, dash=60, gap=0, wide=0.1,
            colour=colour),
        street.stripes(shape.road - 0.35, shape.far, shape.near, dash=60, gap=0, wide=0.1,
            colour=colour),
    ]  # fmt: skip
    zebra = [moved(street.stripes(x, -19.5, -16.8, wide=0.5, dash=2.7, gap=9, colour=colour))
             for x in np.arange(-shape.road + 0.8, shape.road - 0.3, 1.05)]  # fmt: skip
    return here("road", join([surface, *marks, *zebra]), shadow=False)


def _pavement(shape: Street) -> Placed:
    length = shape.near - shape.far
    z = (shape.near + shape.far) / 2
    slabs = [(side * (shape.road + shape.walk / 2), KERB / 2, z) for side in (-1, 1)]
    edges = [(side * (shape.road + 0.08), KERB / 2 + 0.004, z) for side in (-1, 1)]
    return here(
        "pavement",
        join(
            [
                boxes(slabs, (shape.walk, KERB, length), (0.12, 0.118, 0.12)),
                boxes(edges, (0.16, KERB, length), (0.22, 0.22, 0.22)),
            ]
        ),
        shadow=False,
    )


def _row(brief: Brief, shape: Street, side: int) -> tuple[list[Placed], list[tuple[float, ...]]]:
    """Return the houses of one side, with their signs, and the light that these give."""
    random = brief.chance(f"row {side}")
    tones = facade.BY_NIGHT if brief.lamps else facade.BY_DAY
    placed: list[Placed] = []
    lights: list[tuple[float, ...]] = []
    z = shape.near
    number = 0
    while z > shape.far:
        width = float(random.uniform(7.5, 12.5))
        floors = int(random.integers(*shape.floors)) + int(max(0.0, -z - 45) / 22)
        spec = House(
            width=width, depth=11, height=3.4 + floors * 3.2,
            wall=tones[(number + side) % len(tones)],
            lit=0.42 if brief.lamps else 0.0, detail=1.0 if z > -62 else 0.0,
            awning=AWNINGS[int(random.integers(len(AWNINGS)))],
        )  # fmt: skip
        middle = z - width / 2
        parts = [house(random, spec)]
        if shape.signs and brief.allows("neon", "sign", "signs"):
            signs, glows = _signs(random, spec, near=z > -75)
            parts += signs
            lights += [
                (
                    side * (-x) + side * shape.front,
                    y,
                    middle - side * s if side > 0 else middle + s,
                    *glow,
                    4.5,
                )
                for x, y, s, glow in glows
            ]
        yaw = 0.0 if side < 0 else np.pi
        placed.append(put(solid("house", join(parts)), (side * shape.front, KERB, middle), yaw=yaw))
        z -= width + float(random.choice([0.0, 0.0, 0.6]))
        number += 1
    return placed, lights


AWNINGS: tuple[Rgb, ...] = (
    (0.45, 0.07, 0.06), (0.06, 0.22, 0.16), (0.07, 0.13, 0.34), (0.62, 0.36, 0.06),
    (0.34, 0.08, 0.22),
)  # fmt: skip

Glow = tuple[float, float, float, tuple[float, ...]]
"""Distance before the front, height, place along it, and radiance."""


def _signs(
    random: np.random.Generator, spec: House, *, near: bool
) -> tuple[list[Mesh], list[Glow]]:
    """Return a house's signs and the light of the biggest."""
    order = random.permutation(len(neon.COLOURS))
    colours = [neon.COLOURS[n] for n in order]
    parts, glows = [], []
    height = float(random.uniform(3.2, 6.0))
    z = float(random.uniform(-0.4, 0.4)) * spec.width
    parts.append(moved(neon.blade(random, colours[0], height=height), (0.1, 4.4, z)))
    glows.append((1.4, 5.5, z, tuple(c * 0.75 for c in colours[0])))
    count = int(random.integers(4, 7))
    size = 0.62
    row = neon.writing(random, colours[1], count=count, size=size, upright=False)
    parts.append(moved(row, (0.3, 3.15, -count * size * 0.65)))
    glows.append(
        (
            1.0,
            2.9,
            0.0,
            tuple(c * 0.55 + w * 0.35 for c, w in zip(colours[1], (1.4, 0.9, 0.5), strict=True)),
        )
    )
    if near and random.random() < 0.55:
        parts.append(
            moved(neon.emblem(random, colours[2]), (0.2, float(random.uniform(6, 9)), -z * 0.9))
        )
    if spec.height > 20 and random.random() < 0.5:
        parts.append(moved(neon.screen(random, width=spec.width * 0.6, height=5), (0.1, 10.5, 0)))
    return parts, glows


def _lamps(brief: Brief, shape: Street) -> tuple[list[Placed], Sequence[tuple[float, ...]]]:
    post = solid("lamp", street.lamp(lit=brief.lamps))
    placed, lights = [], []
    for number, z in enumerate(np.arange(6.0, shape.far, -15.0)):
        side = 1 if number % 2 else -1
        x = side * (shape.road + 0.5)
        placed.append(put(post, (x, KERB, z), yaw=0.0 if side < 0 else np.pi))
        if brief.lamps:
            lights.append((x - side * 1.5, 5.2, float(z), 1.7, 1.25, 0.7, 5.5))
    things = solid("hydrant", street.hydrant()), solid("bin", street.bin_())
    for z, x, which in ((-3.5, 0.6, 0), (-11.0, -0.6, 1), (-26.0, 0.7, 1), (-31.0, -0.6, 0)):
        placed.append(put(things[which], (x * (shape.road + 0.6) / abs(x) / 1.0, KERB, z)))
    return placed, lights


def _towers(brief: Brief, shape: Street) -> list[Placed]:
    """Return the high-rises that close the view."""
    random = brief.chance("towers")
    placed = []
    tones = (
        facade.BY_NIGHT
        if brief.lamps
        else ((0.26, 0.32, 0.40), (0.36, 0.40, 0.46), (0.44, 0.42, 0.40))
    )
    kinds = [
        solid("tower", house(random, House(width=18, depth=18, height=float(random.uniform(52,
            110)), wall=tones[n % len(tones)], lit=0.4 if brief.lamps else 0.0, shop=False,
        detail=0.0, pitch=3.0, storey=4.2)))
        for n in range(3)
    ]  # fmt: skip
    for number in range(9):
        x = (number - 4) * 23 + float(random.uniform(-6, 6))
        placed.append(
            put(
                kinds[number % 3],
                (x, 0, shape.far - 26 - 14 * (number % 3)),
                yaw=-np.pi / 2,
                shadow=False,
            )
        )
    return placed


def _street_trees(brief: Brief, shape: Street) -> list[Placed]:
    if not brief.allows("tree", "trees"):
        return []
    random = brief.chance("street trees")
    leaves = foliage.BY_SEASON[brief.season]
    make = (
        [trees.bare(random, height=5.5)]
        if brief.white
        else [
            trees.broadleaf(random, leaf, height=5.8, slim=0.8, detail=0.8) for leaf in leaves[:2]
        ]
    )
    kinds = [solid("street tree", shape_) for shape_ in make]
    return [
        put(
            kinds[n % len(kinds)],
            (side * (shape.road + 0.7), KERB, z + 4 * side),
            yaw=n * 1.3,
            scale=0.9 + 0.1 * (n % 3),
        )
        for n, z in enumerate(np.arange(-8.0, shape.far, -13.0))
        for side in (-1, 1)
    ]
