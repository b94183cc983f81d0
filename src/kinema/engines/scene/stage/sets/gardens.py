"""Places where people spend a free day: garden, park, playground, camp, yard, graveyard."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.library import entries
from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.library import model
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe, sphere
from kinema.engines.scene.stage.backdrop import FOOTHILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, masonry, street, trees, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.rocks import rock
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.land import Paint, Values, mixed
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, HILLS, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.heights import firs
from kinema.engines.scene.stage.sets.landmarks import fountain
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.fire import firelight, flames, plume
from kinema.engines.scene.stage.weather.sprites import together

GRAVEL: Rgb = (0.33, 0.28, 0.21)


def add(place: Place, built: list[Placed]) -> Place:
    """Return the place with more scenery."""
    return replace(place, scenery=(*place.scenery, *built))


def thing(
    name: str,
    x: float,
    z: float,
    place: Place,
    *,
    yaw: float = 0.0,
    scale: float = 1.0,
    colour: str | None = None,
) -> list[Placed]:
    """Return a thing of the object library standing on the ground, or nothing if it is lacking."""
    if entries.find(name) is None:
        return []
    return [put(model(name, colour=colour), (x, place.height(x, z), z), yaw=yaw, scale=scale)]


def lamplight(spots: list[tuple[float, float]], *, y: float = 3.1, on: bool) -> Floats:
    """Return a warm light at each (x, z), none if the lamps are off."""
    rows = [(x, y, z, 1.7, 1.1, 0.5, 4.2) for x, z in spots] if on else []
    return np.array(rows, np.float32).reshape(-1, 7)[:10]


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
        flowers=(*roses, undergrowth.DAISY, undergrowth.CORNFLOWER), blooms=1500, bloom_size=0.036, bloom_height=0.4,
        plantings=(
            Planting(make=rose, word="flower", shapes=6, count=46, near=1.6, far=26, apart=1.3, size=0.6, scale=(0.5, 1.25), sides=16),
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


def park(brief: Brief) -> Place:
    """Build a city park: lawn and path, benches, lanterns, old trees, houses beyond."""
    spec = Country(
        roll=0.7, soil=GREEN, track=GRAVEL, bend=1.0, sward=undergrowth.LAWN, blades=15000,
        flowers=(undergrowth.DAISY, undergrowth.BUTTERCUP), blooms=260,
        plantings=(*broadleaves(brief, height=8.5), shrubs(foliage.BY_SEASON[brief.season][0], count=24)),
        ranges=(replace(FOOTHILLS, height=34, foot=(0.045, 0.085, 0.025), rock=(0.06, 0.10, 0.03)),),
    )  # fmt: skip
    place = country(spec, brief)
    side = max(1.7, brief.clear * 0.75 + 1.1)
    bench, lamp = solid("bench", street.bench()), solid("lantern", street.lantern(lit=brief.lamps))
    built = []
    spots = [(s * side, -3.0 - n * 7.0 - brief.clear) for n in range(4) for s in (-1, 1)]
    for n, (x, z) in enumerate(spots):
        y = place.height(x, z)
        built.append(
            put(
                lamp if n % 2 else bench, (x, y, z), yaw=-math.copysign(1.2, x) if n % 2 == 0 else 0
            )
        )
    lamps = [spot for n, spot in enumerate(spots) if n % 2]
    if brief.wants("fountain") or brief.freedom > 0.6:
        built.append(
            put(solid("fountain", fountain()), (-5.5 - brief.clear, 0.0, -15.0), scale=1.3)
        )
    return replace(
        add(place, built), weather=small_life(brief), lights=lamplight(lamps, on=brief.lamps)
    )


def playground(brief: Brief) -> Place:
    """Build a playground: swings, slide, climbing frame on sand, trees round it."""
    way = brief.clear + 2.0
    spec = Country(
        roll=0.4, soil=GREEN, sward=undergrowth.LAWN, blades=9000,
        plantings=(*broadleaves(brief), shrubs(foliage.BY_SEASON[brief.season][0], count=30)),
        paint=_sandpit(brief, way + 6), ranges=(HILLS,), stones=0,
    )  # fmt: skip
    place = country(spec, brief)
    built = [
        put(solid("swings", _swings()), (-way - 2.6, 0, -way - 2.0), yaw=0.35),
        put(solid("slide", _slide()), (way + 1.6, 0, -way - 1.6), yaw=-0.5),
        put(solid("climbing frame", _frame()), (0.8, 0, -way - 7.5)),
        put(solid("seesaw", _seesaw()), (way + 3.4, 0, -way + 1.6), yaw=0.8),
    ]
    built += thing("bench", -way - 5.5, -way - 7, place, yaw=0.6)
    return replace(add(place, built), weather=small_life(brief))


def _sandpit(brief: Brief, radius: float) -> Paint:
    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del y, up
        n = fractal(x / 3, z / 3, 4)
        sand = mixed((0.48, 0.37, 0.22), (0.62, 0.50, 0.32), n)
        grass = (
            mixed(*GREEN, n) if not brief.white else mixed((0.6, 0.66, 0.76), (0.8, 0.84, 0.91), n)
        )
        share = smooth(np.hypot(x * 0.8, z + 3) + n * 2, radius - 0.5, radius + 0.5)[:, None]
        return np.asarray(sand * (1 - share) + grass * share, np.float64)

    return paint


RED: Rgb = (0.55, 0.05, 0.04)
BLUE: Rgb = (0.05, 0.20, 0.50)
YELLOW: Rgb = (0.72, 0.46, 0.04)


def _swings() -> Mesh:
    legs = [
        cone((x, 0, s * 1.0), (x, 2.6, 0), 0.06, 0.06, BLUE) for x in (-1.9, 1.9) for s in (-1, 1)
    ]
    ropes = [
        cone((x + d, 2.6, 0), (x + d, 0.5, 0.12), 0.012, 0.012, (0.3, 0.3, 0.3), sides=4)
        for x in (-0.9, 0.9)
        for d in (-0.22, 0.22)
    ]
    seats = boxes([(x, 0.5, 0.12) for x in (-0.9, 0.9)], (0.5, 0.05, 0.22), RED)
    return join([*legs, cone((-1.9, 2.6, 0), (1.9, 2.6, 0), 0.06, 0.06, BLUE), *ropes, seats])


def _slide() -> Mesh:
    chute = boxes(
        [(0, 1.95 - 0.19 * n, 0.6 + 0.3 * n) for n in range(10)],
        (0.62, 0.22, 0.34),
        YELLOW,
        material=Material.GLOSSY,
    )
    sides = boxes(
        [(s * 0.34, 2.08 - 0.19 * n, 0.6 + 0.3 * n) for n in range(10) for s in (-1, 1)],
        (0.06, 0.3, 0.34),
        RED,
        material=Material.GLOSSY,
    )
    rungs = boxes(
        [(0, 0.3 + 0.32 * n, -0.75 + 0.1 * n) for n in range(6)], (0.55, 0.05, 0.06), BLUE
    )
    rails = [cone((s * 0.3, 0, -0.85), (s * 0.3, 2.7, 0.05), 0.035, 0.035, BLUE) for s in (-1, 1)]
    deck = boxes([(0, 2.0, 0.12)], [(0.7, 0.08, 0.7)], BLUE)
    posts = boxes([(s * 0.3, 1.0, 0.4) for s in (-1, 1)], (0.07, 2.0, 0.07), BLUE)
    return join([chute, sides, rungs, *rails, deck, posts])


def _frame() -> Mesh:
    parts = []
    spots = [-1.4, -0.45, 0.45, 1.4]
    for n, a in enumerate(spots):
        for b in spots:
            colour = (RED, BLUE, YELLOW)[n % 3]
            parts.append(cone((a, 0, b), (a, 2.2, b), 0.03, 0.03, colour, sides=5))
        for y in (0.8, 1.5, 2.2):
            parts.append(cone((a, y, -1.4), (a, y, 1.4), 0.03, 0.03, YELLOW, sides=5))
            parts.append(cone((-1.4, y, a), (1.4, y, a), 0.03, 0.03, RED, sides=5))
    return join(parts)


def _seesaw() -> Mesh:
    plank = moved(
        boxes([(0, 0, 0)], [(3.4, 0.07, 0.32)], YELLOW), (0, 0.62, 0), turn=rotation(0, 0, 0.16)
    )
    return join([plank, cone((0, 0, 0), (0, 0.6, 0), 0.25, 0.08, BLUE, sides=6)])


def campsite(brief: Brief) -> Place:
    """Build a camp between firs: tents, a fire with logs round it, hills beyond."""
    spec = Country(
        roll=0.9, soil=((0.06, 0.07, 0.03), (0.16, 0.15, 0.065)), patch=3.5, sward=undergrowth.FOREST, blades=10000,
        stones=22, plantings=firs(brief, count=110, near=8),
        ranges=(replace(FOOTHILLS, jagged=0.5, height=95), replace(HILLS, near=300, far=900, height=200, jagged=0.9, snowline=150, foot=(0.06, 0.09, 0.05))),
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


def house(brief: Brief) -> Place:
    """Build a family house with a lawn, a drive, a picket fence and neighbours."""
    away = 13.5 + brief.clear * 2.0
    spec = Country(
        roll=0.2, soil=GREEN, sward=undergrowth.LAWN, blades=15000, stones=0, track=(0.30, 0.29, 0.275),
        flowers=(undergrowth.DAISY,), blooms=120,
        plantings=(*broadleaves(brief, height=6.5), shrubs(foliage.BY_SEASON[brief.season][0], count=20, flowers=(0.75, 0.3, 0.42))),
        ranges=(HILLS,),
    )  # fmt: skip
    place = country(spec, brief)
    random = brief.chance("houses")
    walls: tuple[Rgb, ...] = (
        (0.70, 0.64, 0.50),
        (0.42, 0.52, 0.56),
        (0.66, 0.42, 0.30),
        (0.72, 0.70, 0.66),
    )
    roofs: tuple[Rgb, ...] = (masonry.TERRACOTTA, (0.12, 0.13, 0.16), (0.2, 0.11, 0.07))
    built = []
    for n, (x, z, yaw) in enumerate(
        (
            (3.5, -away, -0.12),
            (-15.5, -away - 4, 0.2),
            (21.5, -away - 5, -0.3),
            (-34, -away - 8, 0.3),
        )
    ):
        shape = masonry.cottage(
            random,
            wall=walls[n],
            roof=roofs[n % 3],
            lit=brief.lamps,
            width=9.5 if n == 0 else 8.0,
            storeys=2,
        )
        built.append(put(solid("house", shape), (x, place.height(x, z), z), yaw=yaw))
    rail = solid("picket fence", _pickets())
    z = -away * 0.52
    built += [
        put(rail, (x, place.height(x, z), z))
        for x in (-10.4, -6.4, 6.4, 10.4)
        if abs(x) > brief.clear * 0.9 + 2
    ]
    built += thing("mailbox", brief.clear + 1.6, -away * 0.5, place)
    lamps = [(-brief.clear - 2.2, -away * 0.5)]
    built += [put(solid("lantern", street.lantern(lit=brief.lamps)), (x, 0, z)) for x, z in lamps]
    return replace(
        add(place, built),
        weather=small_life(brief),
        landmark=(3.5, 4.0, -away),
        lights=lamplight([*lamps, (3.5, -away + 5)], on=brief.lamps),
    )


def _pickets() -> Mesh:
    x = np.arange(-1.95, 2.0, 0.17)
    white: Rgb = (0.74, 0.73, 0.70)
    pales = boxes(np.stack([x, np.full(len(x), 0.46), 0 * x], 1), (0.085, 0.92, 0.025), white)
    return join([pales, boxes([(0, 0.3, -0.03), (0, 0.72, -0.03)], (4.0, 0.08, 0.03), white)])


def graveyard(brief: Brief) -> Place:
    """Build a graveyard: leaning stones, bare trees, an iron fence and a chapel."""

    def grave(random: np.random.Generator) -> Mesh:
        return _headstone(int(random.integers(3)))

    def dead(random: np.random.Generator) -> Mesh:
        return trees.bare(random, height=7, bark=(0.06, 0.055, 0.055))

    spec = Country(
        roll=0.9, wave=14, soil=((0.035, 0.05, 0.02), (0.10, 0.12, 0.05)), sward=undergrowth.FOREST, track=(0.17, 0.15, 0.12),
        stones=8,
        plantings=(
            Planting(make=grave, word="grave", shapes=4, count=46, near=1.6, far=40, apart=2.0, size=0.5, scale=(0.8, 1.25), sides=8),
            Planting(make=dead, count=12, near=4, far=50, apart=6, size=1, sides=2),
            *firs(brief, count=50, near=30),
        ),
        ranges=(replace(FOOTHILLS, jagged=0.5),),
    )  # fmt: skip
    place = country(spec, brief)
    away = 34 + brief.clear * 2
    chapel = solid("chapel", _chapel(lit=brief.lamps))
    built = [put(chapel, (5, place.height(5, -away), -away), yaw=-0.25)]
    built += thing("pumpkin", brief.clear + 0.8, -1.6, place)
    return replace(add(place, built), landmark=(5.0, 6.0, -away), weather=small_life(brief))


def _headstone(kind: int) -> Mesh:
    stone: Rgb = (0.20, 0.20, 0.195)
    foot = boxes([(0, 0.08, 0)], [(0.75, 0.16, 0.35)], stone)
    if kind == 0:
        return join(
            [
                foot,
                boxes([(0, 0.65, 0)], [(0.16, 1.2, 0.14)], stone),
                boxes([(0, 0.85, 0)], [(0.62, 0.16, 0.14)], stone),
            ]
        )
    slab = boxes([(0, 0.5, 0)], [(0.58, 0.8, 0.12)], stone)
    top = moved(
        lathe([(0.29, -0.06), (0.29, 0.06), (0, 0.06)], stone, sides=16, material=Material.MATTE),
        (0, 0.9, 0),
        turn=rotation(math.pi / 2, 0, 0),
    )
    return join([foot, slab, top]) if kind == 1 else join([foot, slab])


def _chapel(*, lit: bool) -> Mesh:
    stone: Rgb = (0.26, 0.25, 0.25)
    glow = masonry.LIT if lit else (0.03, 0.035, 0.05)
    pane = Material.EMISSIVE if lit else Material.GLOSSY
    nave = masonry.coursed(boxes([(0, 2.6, -5)], [(7, 5.2, 12)], stone), 4)
    roof = moved(
        masonry.gable(12, 7, 5.2, 4.2, (0.07, 0.065, 0.075), eaves=0.3, wall=stone),
        (0, 0, -5),
        turn=rotation(0, math.pi / 2, 0),
    )
    bell = masonry.coursed(boxes([(0, 5, 2.2)], [(3.2, 10, 3.2)], stone), 6)
    spire = lathe([(2.5, 9.8), (0.0, 17.5)], (0.07, 0.065, 0.075), sides=4)
    spire = moved(spire, (0, 0, 2.2), turn=rotation(0, math.pi / 4, 0))
    return join(
        [nave, roof, bell, spire, boxes([(0, 1.3, 3.85)], [(1.3, 2.6, 0.15)], (0.06, 0.035, 0.02)),
         boxes([(0, 5.4, 3.85), (0, 8.4, 3.85)], (0.7, 1.5, 0.12), glow, material=pane),
         boxes([(s * 3.55, 2.8, z) for s in (-1, 1) for z in (-1.5, -4.5, -7.5)], (0.12, 2.0, 0.8), glow, material=pane),
         boxes([(0, 18.2, 2.2)], [(0.12, 1.4, 0.12)], (0.5, 0.36, 0.1)), boxes([(0, 18.4, 2.2)], [(0.7, 0.12, 0.12)], (0.5, 0.36, 0.1))]
    )  # fmt: skip
