"""Places known by one building: castle, palace, temple, tower, windmill, lighthouse, farm."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh, Model
from kinema.engines.scene.shape.primitives import cone, lathe
from kinema.engines.scene.stage.backdrop import FAR_HILLS, FOOTHILLS, Range
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, Planting, country
from kinema.engines.scene.stage.dress import foliage, masonry, rocks, street, trees, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import here, matrix, put, solid
from kinema.engines.scene.stage.land import Values
from kinema.engines.scene.stage.noise import fractal, smooth
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, HILLS, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.heights import firs
from kinema.engines.scene.stage.weather.sprites import together

PAVING: tuple[Rgb, Rgb] = ((0.22, 0.195, 0.16), (0.36, 0.325, 0.27))


def with_landmark(place: Place, placed: list[Placed], at: tuple[float, float, float]) -> Place:
    """Return the place with its building, which a wide picture should show."""
    return replace(place, scenery=(*place.scenery, *placed), landmark=at)


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
        plantings=(*broadleaves(brief), *firs(brief, count=60, near=30), shrubs(foliage.BY_SEASON[brief.season][0])),
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
    roof = masonry.gable(13, 8, 18, 6, masonry.SLATE, eaves=0.2, wall=masonry.STONE)
    parts = [
        keep, boxes(teeth, (1.0, 1.2, 0.9), masonry.STONE),
        boxes(panes, (0.9, 1.9, 0.12), glass, material=Material.EMISSIVE if lit else Material.GLOSSY),
        moved(roof, (0, 0, -6)),
        moved(tall, (0, 4, -12), scale=1.15), moved(middle, (-8.2, 0, -1)), moved(middle, (8.2, 0, -1)),
        moved(tall, (-7.5, 0, -11), scale=0.9), moved(tall, (7.8, 0, -11.5), scale=0.8),
        moved(low, (-20, 0, 9)), moved(low, (20, 0, 9)), moved(low, (-20, 0, -13)), moved(low, (20, 0, -13)),
        moved(masonry.gatehouse(7, 9, lit=lit), (0, 0, 9.5)),
        moved(masonry.curtain_wall(16, 7), (-11.5, 0, 9)), moved(masonry.curtain_wall(16, 7), (11.5, 0, 9)),
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


def palace(brief: Brief) -> Place:
    """Build a long palace behind formal gardens, hedges and a fountain."""
    away = 62.0 + brief.clear * 3
    spec = Country(
        roll=0.0, vista=0.3, soil=PAVING, patch=3, sward=None, stones=0, reach=300,
        plantings=(*broadleaves(brief, height=8)[1:],),
        ranges=(HILLS,),
    )  # fmt: skip
    place = country(spec, brief)
    random = brief.chance("palace")
    hedge = solid(
        "hedge",
        trees.bush(
            random, foliage.DEEP if not brief.white else foliage.SNOWED, size=1.0, count=150
        ),
    )
    side = brief.clear + 2.2
    built: list[Placed] = [put(solid("palace", _palace(lit=brief.lamps)), (0, 0, -away))]
    for n in range(12):
        z = 2.0 - n * 3.0
        built += [put(hedge, (s * (side + 0.4), 0, z), yaw=n * 1.3) for s in (-1, 1)]
    lawn = boxes(
        [(s * (side + 6.2), 0.02, -14) for s in (-1, 1)],
        (10, 0.04, 34),
        (0.09, 0.20, 0.04) if not brief.white else (0.8, 0.84, 0.9),
        material=Material.GROUND,
    )
    built.append(here("lawn", lawn, shadow=False))
    built.append(put(solid("fountain basin", fountain()), (0, 0, -away * 0.42), scale=1.4))
    cone_tree = solid(
        "topiary", trees.conifer(random, foliage.DEEP, height=3.6, snow=0.8 if brief.white else 0.0)
    )
    built += [
        put(cone_tree, (s * (side + 1.8), 0, -3.0 - n * 7.0), yaw=float(n))
        for n in range(5)
        for s in (-1, 1)
    ]
    lamps = solid("lantern", street.lantern(lit=brief.lamps))
    built += [put(lamps, (s * (side - 0.5), 0, -6.0 - n * 9.0)) for n in range(4) for s in (-1, 1)]
    rows = [
        (s * (side - 0.5), 3.1, -6.0 - n * 9.0, 1.6, 1.05, 0.5, 4.0)
        for n in range(3)
        for s in (-1, 1)
    ]
    place = with_landmark(place, built, (0.0, 9.0, -away))
    return replace(place, lights=np.array(rows, np.float32) if brief.lamps else place.lights)


def fountain() -> Mesh:
    """Return a stone basin of two bowls with water, 3.4 m wide."""
    stone = (0.50, 0.47, 0.41)
    water = (0.10, 0.26, 0.30)
    return join(
        [
            lathe([(1.75, 0), (1.75, 0.55), (1.55, 0.6), (1.5, 0.45), (0.0, 0.45)], stone, sides=32, material=Material.MATTE),
            lathe([(1.5, 0.5), (0.0, 0.5)], water, sides=32, material=Material.GLOSSY),
            lathe([(0.3, 0.4), (0.22, 0.9), (0.18, 1.3), (0.8, 1.6), (0.85, 1.68), (0.0, 1.6)], stone, sides=24, material=Material.MATTE),
            lathe([(0.1, 1.6), (0.08, 2.0), (0.3, 2.15), (0.3, 2.2), (0.0, 2.18)], stone, sides=16, material=Material.MATTE),
            lathe([(0.78, 1.66), (0.0, 1.67)], water, sides=24, material=Material.GLOSSY),
            *(cone((0, 2.25, 0), (math.sin(a) * 0.75, 1.75, math.cos(a) * 0.75), 0.03, 0.02, (0.6, 0.72, 0.76), sides=4) for a in np.arange(10) * 0.628),
            *(cone((math.sin(a) * 0.8, 1.68, math.cos(a) * 0.8), (math.sin(a) * 1.15, 0.55, math.cos(a) * 1.15), 0.03, 0.05, (0.6, 0.72, 0.76), sides=4) for a in np.arange(12) * 0.5236),
        ]
    )  # fmt: skip


def _palace(*, lit: bool) -> Mesh:
    """Return a symmetrical front, 64 m wide, with a dome, its face at z = 0."""
    wall, trim, roof = (0.66, 0.57, 0.42), (0.74, 0.70, 0.62), (0.13, 0.17, 0.21)
    glass = masonry.LIT if lit else (0.05, 0.065, 0.09)
    pane = Material.EMISSIVE if lit else Material.GLOSSY
    x = np.concatenate([np.arange(-30, -8.5, 2.6), np.arange(9.2, 31, 2.6)])
    spots = [(u, y, 0.1) for u in x for y in (3.0, 7.6)] + [
        (u, y, 1.6) for u in (-5, -2.5, 0, 2.5, 5) for y in (3.2, 8.6)
    ]
    posts = [(u, 6.2, 2.2) for u in np.linspace(-6.4, 6.4, 6)]
    return join(
        [
            boxes([(0, 5.2, -6)], [(64, 10.4, 12)], wall, grounded=True),
            boxes([(0, 6.2, -5)], [(16, 12.4, 13)], wall, grounded=True),
            *(boxes([(s * 30, 6, -5.5)], [(8, 12, 13.6)], wall) for s in (-1, 1)),
            boxes(spots, (1.25, 2.5, 0.2), glass, material=pane),
            boxes([(u, v + 1.5, w + 0.05) for u, v, w in spots], (1.6, 0.24, 0.3), trim),
            boxes([(u, v - 1.35, w + 0.05) for u, v, w in spots], (1.5, 0.14, 0.3), trim),
            boxes(posts, (0.8, 12.2, 0.8), trim),
            boxes([(0, 10.5, 0.1)], [(64.4, 0.6, 0.8)], trim),
            boxes([(0, 12.8, 1.8)], [(16.8, 0.9, 2.2)], trim),
            moved(masonry.gable(16, 6, 13.2, 2.6, roof, eaves=0.2, wall=wall), (0, 0, 0)),
            boxes([(s * 19, 11.4, -6) for s in (-1, 1)], (21, 1.8, 10), roof),
            lathe([(4.6, 12), (4.6, 16.4), (4.8, 16.6), (4.3, 19.0), (3.2, 21.2), (1.6, 22.6), (0.5, 23.1), (0.4, 25), (0.0, 26.5)],
                  np.array([trim, trim, trim, roof, roof, roof, trim, trim, (0.65, 0.42, 0.08)]), sides=24),
            boxes([(0, 0.25 * n + 0.12, 2.9 + 1.5 - 0.45 * n) for n in range(4)], (18, 0.25, 1.2), trim),
        ]
    )  # fmt: skip


def temple(brief: Brief) -> Place:
    """Build a pagoda up a stone way with lanterns, cherry trees and a red gate; or Greek columns."""
    away = 40.0 + brief.clear * 3
    if brief.wants("columns", "greek"):
        return _columns(brief, away)
    blossom = (
        foliage.BLOSSOM
        if brief.season in ("spring", "summer")
        else foliage.BY_SEASON[brief.season][1]
    )

    def cherry(random: np.random.Generator) -> Mesh:
        return trees.broadleaf(random, blossom, height=5.5, bark=(0.07, 0.045, 0.04))

    spec = Country(
        roll=0.7, vista=0.1, soil=((0.07, 0.11, 0.03), (0.16, 0.20, 0.07)), track=(0.25, 0.235, 0.21),
        sward=undergrowth.LAWN, blades=9000, stones=14, stone=((0.16, 0.17, 0.16), (0.36, 0.36, 0.34)),
        plantings=(
            Planting(make=cherry, count=9, near=5, far=34, apart=5, size=1.8, sides=3),
            *firs(brief, count=60, near=26), shrubs(foliage.DEEP),
        ),
        ranges=(replace(FOOTHILLS, height=90, jagged=0.5), replace(FAR_HILLS, height=190, jagged=0.8)),
    )  # fmt: skip
    place = country(spec, brief)
    side = brief.clear * 0.7 + 1.9
    lamp = solid("stone lantern", _stone_lantern(lit=brief.lamps))
    built = [
        put(solid("pagoda", masonry.pagoda(lit=brief.lamps)), (-3, 0, -away)),
        put(solid("torii", masonry.torii()), (0, 0, -away * 0.36)),
    ]
    built += [put(lamp, (s * side, 0, -2.5 - n * 4.6)) for n in range(4) for s in (-1, 1)]
    rows = [(s * side, 1.1, -2.5 - n * 4.6, 1.3, 0.75, 0.3, 2.6) for n in range(3) for s in (-1, 1)]
    place = with_landmark(place, built, (-3.0, 8.0, -away))
    falling = (
        together(small_life(brief))
        if brief.white
        else small_life(
            replace(brief, setting=replace(brief.setting, season=brief.setting.season or "spring"))
        )
    )
    return replace(
        place, weather=falling, lights=np.array(rows, np.float32) if brief.lamps else place.lights
    )


def _stone_lantern(*, lit: bool) -> Mesh:
    stone = (0.20, 0.20, 0.19)
    glow = masonry.LIT if lit else (0.12, 0.11, 0.1)
    return join(
        [
            lathe([(0.36, 0), (0.36, 0.16), (0.14, 0.2), (0.13, 0.85), (0.32, 0.95), (0.0, 0.96)], stone, sides=8, material=Material.MATTE),
            boxes([(0, 1.12, 0)], [(0.34, 0.3, 0.34)], glow, material=Material.EMISSIVE if lit else Material.MATTE),
            boxes([(sx * 0.19, 1.12, sz * 0.19) for sx in (-1, 1) for sz in (-1, 1)], (0.09, 0.32, 0.09), stone),
            lathe([(0.52, 1.27), (0.46, 1.36), (0.16, 1.55), (0.12, 1.7), (0.0, 1.78)], stone, sides=6, material=Material.MATTE),
        ]
    )  # fmt: skip


def _columns(brief: Brief, away: float) -> Place:
    marble: Rgb = (0.66, 0.62, 0.54)
    profile = [(0.95, 0), (0.95, 0.3), (0.75, 0.35), (0.72, 3), (0.62, 6.6), (0.9, 6.9), (0.9, 7.3)]
    column = masonry.coursed(lathe(profile, marble, sides=16, material=Material.MATTE), 6)
    spots = [(x, z) for x in np.linspace(-12, 12, 8) for z in (0.0, -20.0)] + [
        (s * 12.0, z) for s in (-1, 1) for z in np.linspace(-3.3, -16.7, 5)
    ]
    parts = [moved(column, (x, 1.5, z)) for x, z in spots]
    parts += [
        boxes([(0, 0.25 + 0.5 * n, -10)], [(29 - 1.4 * n, 0.5, 25 - 1.4 * n)], marble)
        for n in range(3)
    ]
    parts += [boxes([(0, 9.4, -10)], [(26, 1.3, 22)], marble), masonry_pediment(marble)]
    spec = Country(
        roll=1.0, soil=((0.20, 0.16, 0.08), (0.38, 0.31, 0.18)), sward=undergrowth.DRY, blades=6000, stones=30,
        stone=((0.3, 0.28, 0.24), (0.6, 0.56, 0.48)), track=(0.48, 0.42, 0.32),
        plantings=(Planting(make=lambda random: trees.broadleaf(random, foliage.OLIVE, height=4.5), count=14, near=6, far=60, apart=5, size=1.5, sides=3),),
        ranges=(replace(FAR_HILLS, foot=(0.2, 0.18, 0.10), jagged=0.6, height=150),),
    )  # fmt: skip
    place = country(spec, brief)
    return with_landmark(
        place, [put(solid("temple", join(parts)), (-2, 0, -away + 8), yaw=0.2)], (-2.0, 6.0, -away)
    )


def masonry_pediment(colour: Rgb) -> Mesh:
    """Return the roof of a Greek temple, its gable to +z."""
    return moved(
        masonry.gable(22, 26, 10.0, 3.4, (0.45, 0.26, 0.16), eaves=0.3, wall=colour),
        (0, 0, -10),
        turn=rotation(0, math.pi / 2, 0),
    )


def tower(brief: Brief) -> Place:
    """Build a great tower over a park: lattice, leaning or with a clock."""
    away = 180.0 + brief.clear * 4
    shape, height, tilt = _clock_tower(lit=brief.lamps), 46.0, 0.0
    if brief.wants("eiffel", "paris", "lattice"):
        shape, height = _lattice(lit=brief.lamps), 62.0
    if brief.wants("pisa"):
        shape, height, tilt = _leaning(), 42.0, 0.075
    spec = Country(
        roll=0.5, vista=0.1, soil=GREEN, track=(0.36, 0.31, 0.23), sward=undergrowth.LAWN,
        flowers=undergrowth.MEADOW[:2], blooms=200, plantings=(*broadleaves(brief), shrubs(foliage.DEEP)),
        ranges=(HILLS,),
    )  # fmt: skip
    place = country(spec, brief)
    return with_landmark(
        place,
        [put(solid("tower", shape), (5, 0, -away), tilt=tilt, yaw=0.3)],
        (5.0, height * 0.5, -away),
    )


def _clock_tower(*, lit: bool) -> Mesh:
    stone: Rgb = (0.52, 0.42, 0.26)
    face = (3.2, 2.8, 1.9) if lit else (0.78, 0.76, 0.68)
    light = Material.EMISSIVE if lit else Material.SATIN
    parts = [
        masonry.coursed(boxes([(0, 4.0 * n + 2, 0) for n in range(8)], (7.6, 4.0, 7.6), stone), 2)
    ]
    parts.append(
        boxes(
            [(x, 16, z) for x in (-3.6, -1.2, 1.2, 3.6) for z in (-3.95, 3.95)],
            (0.5, 32, 0.4),
            np.asarray(stone) * 1.15,
        )
    )
    parts.append(boxes([(0, 35.5, 0)], [(8.8, 7.0, 8.8)], np.asarray(stone) * 1.1))
    parts.append(boxes([(0, 32.1, 0), (0, 39.1, 0)], (9.4, 0.6, 9.4), (0.5, 0.36, 0.12)))
    for turn in range(4):
        dial = lathe([(2.9, 0), (2.9, 0.2), (0, 0.22)], face, sides=28, material=light)
        dial = moved(dial, (0, 35.5, 4.35), turn=rotation(math.pi / 2, 0, 0))
        hands = boxes(
            [(0.0, 36.5, 4.65), (0.7, 35.2, 4.65)],
            [(0.18, 2.3, 0.06), (1.6, 0.22, 0.06)],
            (0.03, 0.03, 0.04),
        )
        parts.append(moved(join([dial, hands]), turn=rotation(0, turn * math.pi / 2, 0)))
    parts.append(
        lathe(
            [(6.2, 39.3), (4.2, 43), (3.0, 43.4), (2.6, 46), (1.4, 50), (0.2, 56), (0, 58)],
            (0.10, 0.14, 0.15),
            sides=4,
        )
    )
    return join(parts)


def _lattice(*, lit: bool) -> Mesh:
    """Return a lattice tower of four curved legs, 64 m high."""
    iron: Rgb = (0.85, 0.5, 0.18) if lit else (0.17, 0.11, 0.075)
    material = Material.EMISSIVE if lit else Material.MATTE
    levels = np.linspace(0, 1, 15)
    half = 11.5 * (1 - levels) ** 2.1 + 0.5
    y = levels * 58
    parts = []
    corners = [(1, 1), (-1, 1), (-1, -1), (1, -1)]
    for n in range(14):
        thick = 0.55 * (1 - levels[n]) + 0.14
        for k, (sx, sz) in enumerate(corners):
            a, b = (
                (sx * half[n], y[n], sz * half[n]),
                (sx * half[n + 1], y[n + 1], sz * half[n + 1]),
            )
            parts.append(cone(a, b, thick, thick * 0.9, iron, sides=4, material=material))
            tx, tz = corners[(k + 1) % 4]
            across = (tx * half[n + 1], y[n + 1], tz * half[n + 1])
            if n > 1:
                parts.append(
                    cone(a, across, thick * 0.35, thick * 0.35, iron, sides=3, material=material)
                )
    decks = [(0, y[4], 0), (0, y[8], 0), (0, y[13], 0)]
    sizes = [
        (half[4] * 2.5, 1.0, half[4] * 2.5),
        (half[8] * 2.8, 0.8, half[8] * 2.8),
        (2.6, 1.2, 2.6),
    ]
    parts.append(boxes(decks, sizes, np.asarray(iron) * 0.8, material=material))
    parts.append(cone((0, 58, 0), (0, 66, 0), 0.3, 0.06, iron, material=material))
    return join(parts)


def _leaning() -> Mesh:
    marble: Rgb = (0.68, 0.65, 0.58)
    parts = []
    for n in range(8):
        y, high = 5.2 * n, 5.2
        radius = 5.6 if n < 7 else 4.3
        parts.append(
            lathe(
                [
                    (radius, y),
                    (radius, y + high - 0.5),
                    (radius * 1.13, y + high - 0.4),
                    (radius * 1.13, y + high),
                ],
                marble,
                sides=24,
                material=Material.MATTE,
            )
        )
        if 0 < n < 7:
            turn = np.arange(20) * math.pi / 10
            posts = np.stack([np.sin(turn) * 6.2, np.full(20, y + 2.2), np.cos(turn) * 6.2], 1)
            parts.append(boxes(posts, (0.34, 4.6, 0.34), np.asarray(marble) * 1.05))
    return join(parts)


def windmill(brief: Brief) -> Place:
    """Build a mill with turning sails beside fields of tulips; or turbines."""
    away = 31.0 + brief.clear * 2.5
    flowers = ((0.82, 0.08, 0.06), (0.88, 0.55, 0.05), (0.86, 0.32, 0.5), (0.5, 0.12, 0.5))
    autumn = brief.season == "autumn"
    spec = Country(
        roll=0.5, soil=GREEN, flowers=() if autumn else flowers, blooms=1500, bloom_size=0.05, bloom_height=0.34,
        track=(0.38, 0.30, 0.2), plantings=(*broadleaves(brief)[1:], shrubs(foliage.BY_SEASON[brief.season][0])),
        ranges=(HILLS,),
    )  # fmt: skip
    place = country(spec, brief)
    turbines = brief.wants("turbines", "wind farm", "wind turbine")
    body = solid("mill", _turbine() if turbines else masonry.mill())
    blades = solid("sails", _blades() if turbines else masonry.sails())
    spots = (
        [(7.0, -away)]
        if not turbines
        else [(-26.0, -away * 2.6), (4.0, -away * 2.0), (30.0, -away * 3.0), (-4.0, -away * 4.2)]
    )
    hub = (30.0, 0.9) if turbines else (9.3, 2.5)
    built = [put(body, (x, place.height(x, z), z)) for x, z in spots]

    def extras(time: float) -> tuple[Placed, ...]:
        return tuple(
            _sail(blades, x, place.height(x, z) + hub[0], z + hub[1], time * 0.9 + n)
            for n, (x, z) in enumerate(spots)
        )

    place = with_landmark(place, built, (spots[0][0], 7.0, spots[0][1]))
    return replace(place, extras=extras, weather=small_life(brief))


def _sail(blades: Model, x: float, y: float, z: float, angle: float) -> Placed:
    return Placed(model=blades, bones=matrix((x, y, z), rotation(0, 0, -angle)))


def _turbine() -> Mesh:
    white: Rgb = (0.76, 0.77, 0.78)
    return join(
        [
            cone((0, -1, 0), (0, 30, 0), 1.0, 0.55, white, sides=14),
            boxes([(0, 30.1, 0)], [(1.1, 1.2, 2.4)], white),
        ]
    )


def _blades() -> Mesh:
    white: Rgb = (0.76, 0.77, 0.78)
    one = lathe([(0.0, 0.3), (0.42, 1.6), (0.34, 6), (0.12, 15.5), (0.0, 16)], white, sides=6)
    flat = moved(one, scale=(1.0, 1.0, 0.3))
    return join([moved(flat, turn=rotation(0, 0, n * 2.0944)) for n in range(3)])


def farm(brief: Brief) -> Place:
    """Build a farmyard: red barn, silo, fences, hay and fields."""
    away = 24.0 + brief.clear * 2.2
    spec = Country(
        roll=0.9, vista=0.12, soil=GREEN, track=(0.34, 0.25, 0.15), sward=undergrowth.GRASS,
        flowers=undergrowth.MEADOW[:2], blooms=200,
        plantings=(*broadleaves(brief), Planting(make=hay, word="hay", count=7, near=6, far=40, apart=6, size=1, scale=(0.8, 1.1)), shrubs(foliage.BY_SEASON[brief.season][0])),
        ranges=(replace(HILLS, foot=(0.26, 0.22, 0.06)), FAR_HILLS),
    )  # fmt: skip
    place = country(spec, brief)
    built = [
        put(solid("barn", barn(lit=brief.lamps)), (9.5, place.height(9.5, -away), -away), yaw=-0.45)
    ]
    silo = lathe(
        [(1.9, 0), (1.9, 9), (1.7, 10), (1.0, 10.9), (0, 11.2)], (0.55, 0.56, 0.58), sides=18
    )
    built.append(put(solid("silo", silo), (17.5, 0, -away - 4)))
    rail = solid("fence", street.fence(7.6))
    z = -(brief.clear + 4.5)
    built += [put(rail, (x, place.height(x, z), z)) for x in (-19.0, -11.4, 11.4, 19.0)]
    home = masonry.cottage(
        brief.chance("house"),
        lit=brief.lamps,
        storeys=2,
        wall=(0.74, 0.72, 0.68),
        roof=(0.2, 0.1, 0.08),
    )
    built.append(put(solid("farmhouse", home), (-15, 0, -away - 9), yaw=0.5))
    place = with_landmark(place, built, (9.5, 4.0, -away))
    return replace(place, weather=small_life(brief))


def hay(random: np.random.Generator) -> Mesh:
    """Return a round bale lying on its side."""
    del random
    shape = lathe(
        [(0.0, -0.6), (0.55, -0.6), (0.72, -0.5), (0.72, 0.5), (0.55, 0.6), (0.0, 0.6)],
        (0.58, 0.40, 0.14),
        sides=18,
        material=Material.GROUND,
    )
    return moved(shape, (0, 0.68, 0), turn=rotation(0, 0, math.pi / 2))


def barn(*, lit: bool) -> Mesh:
    """Return a red barn with white trim, facing +z."""
    red, white, roof = (0.36, 0.045, 0.03), (0.74, 0.72, 0.68), (0.12, 0.115, 0.12)
    x = np.linspace(-5.2, 5.2, 27)
    planks = boxes(
        [(u, 2.6, 4.02) for u in x],
        (0.36, 5.2, 0.06),
        np.outer(0.85 + 0.3 * ((np.arange(27) * 7) % 5) / 4, red),
    )
    glow = masonry.LIT if lit else (0.03, 0.02, 0.015)
    pane = Material.EMISSIVE if lit else Material.MATTE
    gable_wall = masonry.gable(8, 10.8, 5.2, 4.4, roof, eaves=0.5, wall=red)
    return join(
        [
            boxes([(0, 2.6, 0)], [(10.8, 5.2, 8)], red, grounded=True),
            planks,
            moved(gable_wall, turn=rotation(0, math.pi / 2, 0)),
            boxes([(0, 1.7, 4.08)], [(3.6, 3.4, 0.08)], (0.25, 0.03, 0.022)),
            boxes(
                [(-1.85, 1.7, 4.12), (1.85, 1.7, 4.12), (0, 1.7, 4.13)], (0.16, 3.5, 0.08), white
            ),
            boxes([(0, 3.45, 4.12), (0, 0.08, 4.12)], (3.9, 0.16, 0.08), white),
            boxes([(0, 6.6, 4.05)], [(1.5, 1.5, 0.12)], glow, material=pane),
            boxes([(0, 7.42, 4.1), (0, 5.78, 4.1)], (1.8, 0.14, 0.12), white),
            boxes([(s * 5.42, 2.6, 4.04) for s in (-1, 1)], (0.22, 5.2, 0.14), white),
        ]
    )


def lighthouse(brief: Brief) -> Place:
    """Build a lighthouse on a rocky point above the sea."""
    away = 74.0 + brief.clear * 2.2
    level = -4.5

    def cliffs(x: Values, z: Values) -> Values:
        point = np.hypot((x - 7) * 0.85, (z + away) * 0.8)
        land_ = smooth(point, 26, 13) * 1.5
        near = smooth(z + 0.2 * np.abs(x), -brief.clear - 12, -brief.clear - 4)
        whole = np.clip(np.maximum(near, land_), 0, 1.35)
        rough = (
            2.2
            * (fractal(x / 4.5, z / 4.5, 6, 4) - 0.5)
            * smooth(np.hypot(x, z), brief.clear + 1, brief.clear + 6)
        )
        return np.asarray(
            np.where(
                whole > 0.02,
                -9 + 9 * np.minimum(whole, 1) + 3 * np.maximum(whole - 1, 0) + rough * whole,
                -9.0,
            ),
            np.float64,
        )

    spec = Country(
        roll=0.3, vista=0.25, soil=((0.12, 0.13, 0.055), (0.26, 0.25, 0.13)), extra_relief=cliffs, sward=undergrowth.GRASS,
        blades=7000, stones=34, stone=((0.11, 0.10, 0.095), (0.32, 0.29, 0.26)), flowers=(undergrowth.DAISY, undergrowth.LILAC),
        blooms=160, reach=140, front=170,
        plantings=(Planting(make=lambda random: rocks.rock(random, size=1.2, detail=3, dark=(0.10, 0.09, 0.085), light=(0.3, 0.27, 0.25)), word="rock", count=24, near=4, far=50, apart=2.5, size=1, scale=(0.6, 2.2), sides=3, sink=0.3),),
        ranges=(Range(near=420, far=1100, height=80, width=210, jagged=0.5, foot=(0.09, 0.12, 0.06), rock=(0.17, 0.14, 0.12), half=1.5, columns=100, base=-26),),
    )  # fmt: skip
    place = country(spec, brief)
    y = place.height(7, -away)
    shape = masonry.lighthouse(lit=brief.lamps or "fog" in brief.setting.weather)
    home = masonry.cottage(
        brief.chance("keeper"),
        lit=brief.lamps,
        wall=(0.74, 0.72, 0.68),
        roof=(0.32, 0.08, 0.05),
        width=6,
    )
    built = [
        put(solid("lighthouse", shape), (7, y - 0.5, -away)),
        put(
            solid("keeper's house", home),
            (-0.5, place.height(-0.5, -away + 1) - 0.2, -away + 1),
            yaw=0.3,
        ),
    ]
    place = with_landmark(place, built, (7.0, y + 13, -away))
    wave = 0.75 if {"storm", "wind"}.intersection(brief.setting.weather) else 0.4
    lights = (
        np.array([(7, y + 23.3, -away + 2.5, 4, 3.2, 1.8, 14)], np.float32)
        if brief.lamps
        else place.lights
    )
    return replace(
        place,
        water=Water(level=level, wave=wave, deep=(0.008, 0.05, 0.07), shallow=(0.04, 0.2, 0.2)),
        lights=lights,
    )
