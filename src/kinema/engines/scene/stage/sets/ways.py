"""Roads and squares: country road, bridge, rooftop, alley, village, fairground."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.shape.primitives import cone, lathe, sheet, sphere, tube
from kinema.engines.scene.stage.backdrop import ALPS, Range, mountains
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import facade, foliage, masonry, neon, street, undergrowth
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.facade import House, house
from kinema.engines.scene.stage.kit import here, matrix, put, solid
from kinema.engines.scene.stage.place import Bounds, Place
from kinema.engines.scene.stage.sets.fields import (
    GREEN,
    HILLS,
    STRAW,
    broadleaves,
    shrubs,
    small_life,
)
from kinema.engines.scene.stage.sets.gardens import add, lamplight, thing
from kinema.engines.scene.stage.sets.heights import firs
from kinema.engines.scene.stage.sets.landmarks import fountain
from kinema.engines.scene.stage.sets.town import nearest
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
        roll=0.0, soil=soil, sward=replace(undergrowth.DRY if dry else undergrowth.GRASS, clumps=0.55), blades=11000,
        reach=600, vista=0.05, bare=half + 0.15, stones=14, flowers=() if dry else undergrowth.MEADOW[:2], blooms=260,
        plantings=(shrubs(foliage.OLIVE, count=40),) if dry else (*broadleaves(brief), *firs(brief, count=50, near=18), shrubs(foliage.BY_SEASON[brief.season][0])),
        ranges=(replace(ALPS, near=360, height=250, snowline=None if dry else 120, foot=(0.30, 0.17, 0.11) if dry else (0.07, 0.11, 0.05), rock=(0.24, 0.13, 0.09) if dry else (0.13, 0.12, 0.13)),),
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
        place, scenery=(*cleared, *built), path=((1.5, 0.02, -120.0), (0.6, 0.02, -20.0), (0.0, 0.02, 0.0), (-0.6, 0.02, 12.0)),
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


def bridge(brief: Brief) -> Place:
    """Build the deck of a suspension bridge over a strait, towers ahead and hills beyond."""
    half = max(4.6, brief.clear + 1.6)
    red = (0.42, 0.075, 0.035)
    parts = [
        asphalt(half, far=-300),
        boxes([(0, -0.5, -120)], [(half * 2 + 3.2, 0.8, 380)], (0.12, 0.11, 0.11)),
    ]
    walks = boxes(
        [(s * (half + 0.8), 0.08, -120) for s in (-1, 1)], (1.6, 0.2, 380), (0.30, 0.29, 0.28)
    )
    z = np.arange(-150.0, 30.0, 2.0)
    rails = [
        boxes([(s * (half + 1.5), y, -120) for s in (-1, 1)], (0.07, 0.07, 380), red)
        for y in (0.5, 0.85, 1.2)
    ]
    posts = boxes([(s * (half + 1.5), 0.65, u) for u in z for s in (-1, 1)], (0.09, 1.2, 0.09), red)
    towers = [_pylon(half + 1.5, u, red) for u in (-46.0, -176.0)]
    cables = [_cable(s * (half + 1.5), red) for s in (-1, 1)]
    lamps = solid("lamp", street.lamp(lit=brief.lamps))
    scenery = [
        here("deck", join([*parts, walks, *rails, posts])),
        *(here("pylon", shape) for shape in towers),
        here("cables", join(cables)),
    ]
    scenery += [
        put(lamps, (s * (half + 0.4), 0.1, u), yaw=0.0 if s < 0 else math.pi)
        for n, u in enumerate(np.arange(4, -120, -16.0))
        for s in ((-1,) if n % 2 else (1,))
    ]
    shore = Range(
        near=330,
        far=1200,
        height=130,
        width=230,
        jagged=0.4,
        foot=(0.10, 0.12, 0.05),
        rock=(0.17, 0.14, 0.11),
        columns=150,
        base=-44,
    )
    scenery.append(mountains(shore, brief.seed % 977))
    scenery += _skyline(brief, -34.0, 380.0)
    lights = lamplight(
        [
            (s * (half - 0.7), float(u))
            for n, u in enumerate(np.arange(4, -90, -16.0))
            for s in ((-1,) if n % 2 else (1,))
        ],
        y=5.2,
        on=brief.lamps,
    )

    def deck(x: Floats, z_: Floats) -> Floats:
        return np.full(np.broadcast(x, z_).shape, 0.02, np.float32)

    return Place(
        kind="bridge", scenery=tuple(scenery), palette=brief.palette, ground=deck, clear=brief.clear,
        water=Water(level=-36.0, wave=0.3, deep=(0.01, 0.05, 0.07), shallow=(0.03, 0.14, 0.15)),
        path=((1.8, 0.02, -120.0), (0.8, 0.02, -20.0), (0.0, 0.02, 0.0), (-0.6, 0.02, 12.0)),
        cross=((-half, 0.02, 0.0), (half, 0.02, 0.0)), scale="street", lights=lights, landmark=(0.0, 16.0, -46.0),
        bounds=Bounds(low=(-half - 1.2, 0.2, -80), high=(half + 1.2, 60, 40)), extent=max(50.0, brief.clear * 6),
    )  # fmt: skip


def _pylon(half: float, z: float, colour: Rgb) -> Mesh:
    legs = boxes([(s * half, 8, z) for s in (-1, 1)], (1.6, 92, 2.6), colour)
    beams = boxes([(0, y, z) for y in (11.0, 24.0, 37.0, 50.0)], (half * 2, 2.2, 2.0), colour)
    steps = boxes(
        [(s * half, y, z) for s in (-1, 1) for y in (11.0, 24.0, 37.0)],
        (2.1, 3.2, 3.1),
        np.asarray(colour) * 0.85,
    )
    return join([legs, beams, steps])


def _cable(x: float, colour: Rgb) -> Mesh:
    """Return a main cable in swags and its hangers."""
    z = np.arange(30.0, -300.0, -4.0)
    away = (z + 111.0) / 65.0
    y = np.where(z > -46, 53 - (z + 46) * 0.55, 9 + 44 * np.minimum(away**2, 1.0))
    y = np.where(z < -176, 53 + (z + 176) * 0.55, y)
    main = tube(np.stack([np.full(len(z), x), y, z], 1), 0.28, colour, sides=6)
    hang = y > 1.5
    spots = np.stack([np.full(len(z), x), y / 2, z], 1)[hang]
    sizes = np.stack([np.full(len(z), 0.07), y, np.full(len(z), 0.07)], 1)[hang]
    return join([main, boxes(spots, sizes, colour)])


def _skyline(brief: Brief, foot: float, away: float) -> list[Placed]:
    """Return a row of high-rises in the distance."""
    random = brief.chance("skyline")
    tones = (
        facade.BY_NIGHT
        if brief.lamps
        else ((0.26, 0.32, 0.40), (0.40, 0.42, 0.46), (0.50, 0.46, 0.42))
    )
    kinds = [
        solid(
            "tower",
            house(
                random,
                House(
                    width=float(random.uniform(14, 22)),
                    depth=16,
                    height=float(random.uniform(45, 120)),
                    wall=tones[n % len(tones)],
                    lit=0.45 if brief.lamps else 0.0,
                    shop=False,
                    detail=0.0,
                    pitch=2.8,
                    storey=4.0,
                ),
            ),
        )
        for n in range(5)
    ]
    placed = []
    for n in range(26):
        angle = (n - 12.5) * 0.068 + float(random.normal(0, 0.012))
        reach = away * float(random.uniform(0.85, 1.25))
        placed.append(
            put(
                kinds[n % 5],
                (math.sin(angle) * reach, foot, -math.cos(angle) * reach),
                yaw=-math.pi / 2,
                shadow=False,
                scale=float(random.uniform(0.7, 1.1)),
            )
        )
    return placed


def rooftop(brief: Brief) -> Place:
    """Build a roof terrace above the city: parapet, string lights, plants, a water tank, skyline."""
    half = max(6.5, brief.clear * 1.8 + 1)
    back = -max(5.5, brief.clear * 1.6 + 3)
    deck = boxes(
        [
            (x, -0.03, z)
            for x in np.arange(-half + 0.5, half, 1.0)
            for z in np.arange(back + 0.5, 9, 1.0)
        ],
        (0.985, 0.06, 0.985),
        (0.20, 0.19, 0.18),
    )
    wall = boxes(
        [(0, 0.45, back), (-half, 0.45, 1.5), (half, 0.45, 1.5)],
        [(half * 2, 0.9, 0.3), (0.3, 0.9, 15), (0.3, 0.9, 15)],
        (0.28, 0.15, 0.10),
    )
    cap = boxes(
        [(0, 0.93, back), (-half, 0.93, 1.5), (half, 0.93, 1.5)],
        [(half * 2.05, 0.08, 0.42), (0.42, 0.08, 15), (0.42, 0.08, 15)],
        (0.36, 0.34, 0.31),
    )
    scenery = [
        here(
            "deck",
            boxes([(0, -8.1, 2)], [(half * 2, 16, -back + 9)], (0.15, 0.10, 0.08)),
            shadow=False,
        ),
        here("tiles", deck, shadow=False),
        here("parapet", join([wall, cap])),
    ]
    lights_y = 3.0
    strings = [
        street.string_lights(
            (-half, lights_y, back + 0.2), (half * 0.2, lights_y + 0.4, back + 0.2), count=20
        ),
        street.string_lights(
            (half * 0.2, lights_y + 0.4, back + 0.2), (half, lights_y, 1.0), count=20
        ),
        street.string_lights((-half, lights_y, back + 0.2), (-half, lights_y, 5), count=18),
    ]
    masts = [
        cone((x, 0, z), (x, lights_y + 0.45, z), 0.04, 0.035, street.IRON)
        for x, z in ((-half, back + 0.2), (half * 0.2, back + 0.2), (half, 1.0))
    ]
    scenery.append(here("strings", join([*strings, *masts]), shadow=False))
    scenery.append(put(solid("tank", _tank()), (half - 1.8, 0, back + 1.6)))
    scenery.append(
        put(
            solid(
                "vent",
                join(
                    [
                        boxes([(0, 0.55, 0)], [(1.5, 1.1, 1.1)], (0.34, 0.35, 0.36)),
                        boxes(
                            [(0, 0.4 + 0.16 * n, 0.56) for n in range(4)],
                            (1.2, 0.06, 0.03),
                            (0.1, 0.1, 0.1),
                        ),
                    ]
                ),
            ),
            (-half + 1.5, 0, back + 1.3),
        )
    )
    placeholder = Place(
        kind="rooftop", scenery=(), palette=brief.palette, ground=_flat, clear=brief.clear
    )
    for x, z in (
        (-half + 0.7, back + 2.8),
        (-half + 3.0, back + 0.7),
        (half - 3.9, back + 0.7),
        (half - 0.7, -1.0),
    ):
        scenery += thing("potted plant", x, z, placeholder, scale=1.4)
    scenery += _skyline(brief, -46.0, 95.0) + _skyline(
        replace(brief, seed=brief.seed + 1), -40.0, 190.0
    )
    bulbs = [
        (x, lights_y - 0.5, back + 0.4, 1.3, 0.85, 0.4, 2.6)
        for x in (-half * 0.8, -half * 0.3, half * 0.2, half * 0.7)
    ] + [(-half + 0.3, 2.5, 2.0, 1.3, 0.85, 0.4, 2.6)]
    return Place(
        kind="rooftop", scenery=tuple(scenery), palette=brief.palette, ground=_flat, clear=brief.clear,
        path=((-half * 0.6, 0.0, back + 1.2), (0.0, 0.0, 0.0), (0.5, 0.0, 6.0)), cross=((-half + 0.6, 0.0, 0.0), (half - 0.6, 0.0, 0.0)),
        scale="street", lights=np.array(bulbs, np.float32) if brief.lamps else placeholder.lights, bounds=Bounds(low=(-half, 0.2, back + 0.4), high=(half, 30, 14)),
        extent=max(26.0, brief.clear * 6), water=Water(level=0.0, wet=True, wave=0.1) if brief.wet else None,
    )  # fmt: skip


def _flat(x: Floats, z: Floats) -> Floats:
    return np.zeros(np.broadcast(x, z).shape, np.float32)


def _tank() -> Mesh:
    wood: Rgb = (0.17, 0.10, 0.06)
    legs = [
        cone((x, 0, z), (x * 0.9, 1.7, z * 0.9), 0.07, 0.06, street.IRON, sides=5)
        for x in (-0.9, 0.9)
        for z in (-0.9, 0.9)
    ]
    return join(
        [
            *legs,
            lathe([(1.25, 1.7), (1.3, 2.6), (1.25, 3.8)], wood, sides=22, material=Material.BARK),
            lathe([(1.4, 3.8), (0.0, 4.7)], (0.09, 0.07, 0.06), sides=20),
            *(lathe([(1.31, y), (1.31, y + 0.05)], street.IRON, sides=22) for y in (2.0, 2.7, 3.4)),
        ]
    )


def alley(brief: Brief) -> Place:
    """Build a narrow lane between old houses: steps, lanterns, washing lines, signs."""
    half = max(2.3, brief.clear + 0.7)
    random = brief.chance("alley")
    tones: tuple[Rgb, ...] = (
        facade.BY_NIGHT
        if brief.lamps
        else ((0.52, 0.34, 0.20), (0.60, 0.48, 0.30), (0.42, 0.22, 0.15), (0.56, 0.42, 0.34))
    )
    z_cells, x_cells = np.meshgrid(
        np.arange(-60, 14, 0.34), np.arange(-half - 0.2, half + 0.3, 0.34), indexing="ij"
    )
    x = x_cells.ravel() + 0.17 * ((np.arange(z_cells.shape[0]) % 2)[:, None] + 0 * x_cells).ravel()
    tone = random.uniform(0.65, 1.2, (len(x), 1)) * np.array(
        [0.075, 0.07, 0.068] if brief.lamps else [0.22, 0.20, 0.18]
    )
    cobbles = boxes(
        np.stack([x, random.uniform(-0.045, -0.035, len(x)), z_cells.ravel()], 1),
        (0.315, 0.08, 0.315),
        tone,
    )
    scenery = [
        here("cobbles", cobbles, shadow=False),
        here(
            "bed",
            boxes([(0, -0.1, -22)], [(half * 2 + 1, 0.14, 84)], (0.03, 0.028, 0.026)),
            shadow=False,
        ),
    ]
    lights: list[tuple[float, ...]] = []
    for side in (-1, 1):
        z = 13.0
        n = 0
        while z > -58:
            width = float(random.uniform(5, 7.5))
            spec = House(
                width=width,
                depth=6,
                height=float(random.uniform(7, 11)),
                wall=tones[(n + (side > 0)) % len(tones)],
                lit=0.4 if brief.lamps else 0.0,
                storey=2.9,
                pitch=1.9,
                shop=n % 3 == 1,
                detail=1.0 if z > -36 else 0.0,
            )
            parts = [house(random, spec), _shutters(spec, random)]
            glow = neon.COLOURS[int(random.integers(len(neon.COLOURS)))]
            if brief.lamps and brief.allows("neon", "sign", "signs") and n % 2 == 0:
                parts.append(moved(neon.blade(random, glow, height=3.0), (0.1, 2.9, 0.6)))
                lights.append(
                    (side * (half - 0.9), 3.8, z - width / 2, *(c * 0.55 for c in glow), 3.0)
                )
            scenery.append(
                put(
                    solid("house", join(parts)),
                    (side * half, 0, z - width / 2),
                    yaw=0.0 if side < 0 else math.pi,
                )
            )
            z -= width
            n += 1
    lamp = solid("wall lantern", _wall_lantern(lit=brief.lamps))
    for n, z in enumerate(np.arange(2.0, -50, -6.5)):
        side = 1 if n % 2 else -1
        scenery.append(put(lamp, (side * (half - 0.02), 2.7, z), yaw=0.0 if side < 0 else math.pi))
        if brief.lamps:
            lights.append((side * (half - 0.5), 2.7, float(z), 1.7, 1.05, 0.45, 2.6))
    scenery.append(here("washing", _washing(random, half)))
    holder = Place(kind="alley", scenery=(), palette=brief.palette, ground=_flat, clear=brief.clear)
    for name, px, z in (
        ("potted plant", half - 0.45, -3.6),
        ("barrel", -half + 0.5, -5.2),
        ("crate", half - 0.5, -8.2),
        ("trash can", -half + 0.45, -9.8),
        ("potted plant", -half + 0.4, -2.4),
    ):
        scenery += thing(name, px, z, holder, yaw=px)
    scenery.append(
        put(
            solid(
                "end",
                house(
                    random,
                    House(
                        width=16, depth=6, height=14, wall=tones[0], lit=0.4 if brief.lamps else 0.0
                    ),
                ),
            ),
            (0, 0, -62),
            yaw=-math.pi / 2,
        )
    )
    wet = (brief.lamps or brief.wet) and not brief.white
    return Place(
        kind="alley", scenery=tuple(scenery), palette=brief.palette, ground=_flat, clear=brief.clear,
        water=Water(level=0.0, wet=True, wave=0.08) if wet else None, path=((0.3, 0.0, -45.0), (0.0, 0.0, 0.0), (0.0, 0.0, 10.0)),
        cross=((-half + 0.5, 0.0, 0.0), (half - 0.5, 0.0, 0.0)), scale="street", lights=nearest(np.array(lights, np.float32).reshape(-1, 7)),
        bounds=Bounds(low=(-half + 0.35, 0.15, -40), high=(half - 0.35, 12, 14)), extent=max(26.0, brief.clear * 6),
    )  # fmt: skip


def _shutters(spec: House, random: np.random.Generator) -> Mesh:
    """Return painted shutters and a door for an old house's front."""
    tone = ((0.06, 0.20, 0.14), (0.07, 0.14, 0.28), (0.30, 0.06, 0.05))[int(random.integers(3))]
    z = (np.arange(2) - 0.5) * spec.width * 0.5
    spots = [(0.06, y, u + d) for u in z for d in (-0.62, 0.62) for y in (4.6,)]
    box = [(0.22, 3.55, u) for u in z]
    flowers = [(0.22, 3.72, float(u + d)) for u in z for d in (-0.3, 0.0, 0.3)]
    return join(
        [
            boxes(spots, (0.08, 1.5, 0.4), tone),
            boxes(box, (0.32, 0.2, 0.95), (0.26, 0.12, 0.07)),
            boxes(flowers, (0.24, 0.2, 0.22), (0.55, 0.07, 0.10), material=Material.LEAF),
        ]
    )


def _wall_lantern(*, lit: bool) -> Mesh:
    glow = street.GLOW if lit else (0.5, 0.5, 0.46)
    pane = Material.EMISSIVE if lit else Material.GLOSSY
    glass = lathe([(0.09, -0.12), (0.14, 0.12)], glow, sides=6, material=pane)
    cap = lathe([(0.18, 0.12), (0.0, 0.26)], street.IRON, sides=6)
    arm = boxes([(0.2, 0.25, 0)], [(0.42, 0.05, 0.05)], street.IRON)
    return join([arm, moved(join([glass, cap]), (0.38, 0, 0))])


def _washing(random: np.random.Generator, half: float) -> Mesh:
    """Return lines of washing across the lane."""
    parts = []
    tones = (
        (0.72, 0.70, 0.66),
        (0.55, 0.10, 0.08),
        (0.12, 0.25, 0.5),
        (0.66, 0.5, 0.16),
        (0.2, 0.36, 0.24),
    )
    for y, z in ((5.4, -6.0), (6.2, -12.5), (5.0, -19.0)):
        share = np.linspace(0, 1, 9)
        line = np.stack([-half + 2 * half * share, y - 1.0 * share * (1 - share), np.full(9, z)], 1)
        parts.append(tube(line, 0.012, (0.4, 0.4, 0.38), sides=3))
        spots = [
            (-half + 2 * half * s, y - 1.0 * s * (1 - s) - 0.36, z)
            for s in np.linspace(0.15, 0.85, 5)
        ]
        sizes = [
            (float(random.uniform(0.35, 0.55)), float(random.uniform(0.5, 0.8)), 0.02)
            for _ in spots
        ]
        parts.append(
            boxes(spots, sizes, np.array(tones)[random.integers(0, 5, 5)], material=Material.CLOTH)
        )
    return join(parts)


def village(brief: Brief) -> Place:
    """Build a village square: half-timbered houses, market stalls, a fountain, hills behind."""
    spec = Country(
        roll=0.0,
        soil=((0.20, 0.175, 0.14), (0.34, 0.30, 0.245)),
        patch=1.2,
        sward=None,
        stones=0,
        reach=240,
        plantings=(*broadleaves(brief)[1:],),
        ranges=(HILLS,),
        vista=0.5,
    )
    place = country(spec, brief)
    random = brief.chance("village")
    walls: tuple[Rgb, ...] = (
        (0.66, 0.58, 0.42),
        (0.70, 0.66, 0.58),
        (0.52, 0.30, 0.20),
        (0.60, 0.50, 0.30),
    )
    ring = 15.0 + brief.clear * 1.6
    built: list[Placed] = []
    for n in range(11):
        angle = (n - 5) * 0.42
        x, z = math.sin(angle) * ring * 1.15, -math.cos(angle) * ring
        shape = masonry.cottage(
            random,
            wall=walls[n % 4],
            roof=(masonry.TERRACOTTA, (0.16, 0.09, 0.06), (0.10, 0.11, 0.14))[n % 3],
            lit=brief.lamps,
            width=float(random.uniform(6.5, 8.5)),
            storeys=2,
        )
        built.append(put(solid("house", join([shape, _timber(shape)])), (x, 0, z), yaw=-angle))
    side = brief.clear * 1.4 + 3.2
    stall = [
        solid("stall", _stall(random, tone))
        for tone in ((0.50, 0.06, 0.05), (0.07, 0.22, 0.36), (0.10, 0.30, 0.12))
    ]
    spots = (
        (-side, -side * 0.75, 0.5),
        (side * 1.05, -side * 0.6, -0.5),
        (-side * 1.1, -side * 1.7, 0.25),
        (side * 1.2, -side * 1.6, -0.3),
    )
    if brief.allows("stall", "stalls", "market"):
        built += [put(stall[n % 3], (x, 0, z), yaw=yaw) for n, (x, z, yaw) in enumerate(spots)]
    built.append(put(solid("fountain", fountain()), (0.5, 0, -side - 5.0), scale=1.25))
    lamp = solid("lantern", street.lantern(lit=brief.lamps))
    posts = [
        (-side * 0.62, -side * 1.25),
        (side * 0.7, -side * 1.2),
        (-side * 1.5, 1.0),
        (side * 1.5, 0.5),
    ]
    built += [put(lamp, (x, 0, z)) for x, z in posts]
    for name, x, z in (
        ("barrel", -side * 1.4, -1.2),
        ("crate", side * 1.35, -1.5),
        ("barrel", side * 1.5, -2.2),
    ):
        built += thing(name, x, z, place)
    return replace(
        add(place, built),
        scale="street",
        weather=small_life(brief),
        lights=lamplight(
            [*posts, (-side, -side * 0.7), (side, -side * 0.6)], y=2.9, on=brief.lamps
        ),
    )


def _timber(shape: Mesh) -> Mesh:
    """Return dark beams over the front of a house of two storeys."""
    wide = float(shape.vertices[:, 0].max()) - 0.5
    front = float(shape.vertices[shape.vertices[:, 1] > 4.0][:, 2].max()) - 0.55
    beam = (0.10, 0.05, 0.028)
    x = np.linspace(-wide, wide, 6)
    return join(
        [
            boxes(np.stack([x, np.full(6, 4.0), np.full(6, front)], 1), (0.14, 2.7, 0.1), beam),
            boxes([(0, 2.7, front), (0, 4.05, front)], (wide * 2, 0.15, 0.1), beam),
        ]
    )


def _stall(random: np.random.Generator, tone: Rgb) -> Mesh:
    """Return a market stall with a striped roof and heaps of fruit, facing +z."""
    white = (0.76, 0.74, 0.68)
    roof = boxes(
        [(-1.2 + 0.3 * n, 2.35, 0.25) for n in range(9)],
        (0.295, 0.05, 1.9),
        [tone if n % 2 else white for n in range(9)],
        material=Material.CLOTH,
    )
    roof = moved(roof, (0, 0.15, 0), turn=rotation(0.12, 0, 0))
    posts = boxes(
        [(s * 1.3, 1.15, z) for s in (-1, 1) for z in (-0.6, 0.9)],
        (0.08, 2.3, 0.08),
        (0.22, 0.12, 0.06),
    )
    bench = boxes(
        [(0, 0.8, 0.3), (0, 0.4, 0.3)], [(2.7, 0.08, 1.1), (2.5, 0.75, 0.9)], (0.30, 0.17, 0.085)
    )
    fruit = []
    for n in range(5):
        colour = (
            (0.62, 0.06, 0.03),
            (0.75, 0.33, 0.03),
            (0.22, 0.42, 0.06),
            (0.72, 0.58, 0.08),
            (0.32, 0.06, 0.22),
        )[n]
        fruit.append(
            boxes([(-1.05 + 0.52 * n, 0.9, 0.35)], [(0.46, 0.14, 0.8)], (0.36, 0.22, 0.11))
        )
        for _ in range(12):
            at = (
                -1.05 + 0.52 * n + float(random.uniform(-0.15, 0.15)),
                0.98 + float(random.uniform(0, 0.08)),
                0.35 + float(random.uniform(-0.3, 0.3)),
            )
            fruit.append(sphere(at, 0.07, colour, rings=4, sides=6))
    return join([roof, posts, bench, *fruit])


def fairground(brief: Brief) -> Place:
    """Build a fair: a big wheel that turns, a carousel, a striped tent, strings of bulbs."""
    spec = Country(
        roll=0.0,
        soil=((0.22, 0.18, 0.13), (0.34, 0.29, 0.22)),
        patch=2,
        sward=None,
        stones=0,
        reach=240,
        plantings=(*broadleaves(brief)[1:],),
        ranges=(HILLS,),
        vista=0.8,
    )
    place = country(spec, brief)
    away = 30.0 + brief.clear * 2.5
    lit = brief.lamps
    wheel_at = (-11.0, 11.5, -away - 4)
    wheel = solid("big wheel", _wheel(lit=lit))
    cabin = solid("cabin", _cabin(lit=lit))
    side = brief.clear * 1.3 + 3.0
    random = brief.chance("fair")
    built = [
        put(solid("stand", _wheel_stand()), (wheel_at[0], 0, wheel_at[2])), put(solid("tent", _big_top()), (16, 0, -away)),
        put(solid("stall", _stall(random, (0.50, 0.06, 0.30))), (-side, 0, -side), yaw=0.5), put(solid("stall", _stall(random, (0.08, 0.26, 0.45))), (side * 1.1, 0, -side * 0.9), yaw=-0.5),
    ]  # fmt: skip
    strings = [
        street.string_lights(
            (-side * 1.6, 3.6, 1.0 - 5 * n), (side * 1.6, 3.6, 0.0 - 5 * n), count=26, sag=0.8
        )
        for n in range(1, 5)
    ]
    built.append(here("strings", join(strings), shadow=False))
    carousel, base = (
        solid("carousel", _carousel(lit=lit)),
        solid(
            "carousel base", cone((0, 0, 0), (0, 0.35, 0), 4.2, 4.2, (0.45, 0.10, 0.10), sides=32)
        ),
    )
    spot = (4.5, 0.35, -away * 0.62)
    built.append(put(base, (spot[0], 0, spot[2])))

    def turning(time: float) -> tuple[Placed, ...]:
        spin = time * 0.22
        cabins = [
            put(
                cabin,
                (
                    wheel_at[0] + 9.6 * math.sin(spin + n * math.pi / 6),
                    wheel_at[1] + 9.6 * math.cos(spin + n * math.pi / 6),
                    wheel_at[2],
                ),
            )
            for n in range(12)
        ]
        rim = Placed(model=wheel, bones=matrix(wheel_at, rotation(0, 0, -spin)))
        return (rim, put(carousel, spot, yaw=time * 0.7), *cabins)

    rows = [(x, 3.2, z, 1.5, 0.95, 0.45, 3.6) for x in (-side, 0.0, side) for z in (-4.0, -9.0)] + [
        (spot[0], 3.0, spot[2] + 3, 2.4, 1.4, 0.6, 5.0)
    ]
    placed = add(place, built)
    return replace(
        placed,
        extras=turning,
        landmark=(wheel_at[0] * 0.5, 9.0, wheel_at[2]),
        scale="street",
        lights=np.array(rows, np.float32) if lit else placed.lights,
    )


def _glow(colour: Rgb, *, lit: bool) -> tuple[Rgb, Material]:
    """Return a bulb's colour and material, lit or not."""
    return (
        ((colour[0] * 3.5, colour[1] * 3.5, colour[2] * 3.5), Material.EMISSIVE)
        if lit
        else (colour, Material.SATIN)
    )


def _wheel(*, lit: bool) -> Mesh:
    """Return the rim and spokes of a big wheel round the origin, its axle along z."""
    parts = []
    turn = np.linspace(0, 2 * math.pi, 37)
    for z in (-0.7, 0.7):
        for radius in (9.6, 8.4):
            parts.append(
                tube(
                    np.stack([np.sin(turn) * radius, np.cos(turn) * radius, np.full(37, z)], 1),
                    0.09,
                    (0.72, 0.73, 0.75),
                    sides=5,
                )
            )
        for n in range(12):
            a = n * math.pi / 6
            parts.append(
                cone(
                    (0, 0, z),
                    (math.sin(a) * 9.6, math.cos(a) * 9.6, z),
                    0.06,
                    0.05,
                    (0.66, 0.68, 0.72),
                    sides=4,
                )
            )
    for n in range(48):
        a = n * math.pi / 24
        colour, material = _glow(
            ((0.85, 0.2, 0.3), (0.9, 0.65, 0.15), (0.2, 0.55, 0.9))[n % 3], lit=lit
        )
        parts.append(
            sphere(
                (math.sin(a) * 9.75, math.cos(a) * 9.75, 0.75),
                0.15,
                colour,
                material=material,
                rings=4,
                sides=6,
            )
        )
    parts.append(cone((0, 0, -1.1), (0, 0, 1.1), 0.7, 0.7, (0.5, 0.06, 0.06), sides=16))
    return join(parts)


def _cabin(*, lit: bool) -> Mesh:
    glow = (1.6, 1.2, 0.6) if lit else (0.06, 0.08, 0.1)
    return join(
        [
            boxes([(0, -1.0, 0)], [(1.5, 0.8, 1.2)], (0.52, 0.07, 0.07)),
            boxes(
                [(0, -0.35, 0)],
                [(1.4, 0.6, 1.1)],
                glow,
                material=Material.EMISSIVE if lit else Material.GLOSSY,
            ),
            boxes([(0, 0.02, 0)], [(1.6, 0.12, 1.3)], (0.75, 0.72, 0.66)),
        ]
    )


def _wheel_stand() -> Mesh:
    blue: Rgb = (0.07, 0.16, 0.34)
    legs = [
        cone((x, 0, z), (0, 11.5, z * 0.55), 0.32, 0.2, blue)
        for x in (-5.5, 5.5)
        for z in (-2.2, 2.2)
    ]
    return join([*legs, boxes([(0, 0.3, 0)], [(13, 0.6, 5.5)], (0.3, 0.29, 0.28))])


def _big_top() -> Mesh:
    """Return a striped circus tent."""
    turn = np.linspace(0, 2 * math.pi, 33)[:-1]
    rows, tones = [], []
    for radius, y in ((7.5, 0.0), (7.5, 3.2), (7.9, 3.1), (4.0, 5.4), (1.2, 8.6), (0.05, 10.2)):
        rows.append(np.stack([np.sin(turn) * radius, 0 * turn + y, np.cos(turn) * radius], -1))
        tones.append(
            np.where(
                (np.arange(32) // 2 % 2)[:, None] > 0,
                np.array([0.58, 0.05, 0.05]),
                np.array([0.78, 0.74, 0.64]),
            )
        )
    return join(
        [
            sheet(np.stack(rows), np.stack(tones), material=Material.CLOTH, around=True),
            moved(masonry.flag(2.4, (0.75, 0.5, 0.06)), (0, 10.0, 0)),
            boxes([(0, 1.4, 7.5)], [(2.2, 2.8, 0.2)], (0.04, 0.02, 0.02)),
        ]
    )


def _carousel(*, lit: bool) -> Mesh:
    """Return roof, posts and little horses of a roundabout, about 4 m in radius."""
    turn = np.arange(12) * math.pi / 6
    gold: Rgb = (0.66, 0.45, 0.10)
    roof = lathe(
        [(4.3, 3.4), (4.4, 3.7), (2.2, 4.6), (0.4, 5.4), (0.0, 5.9)],
        np.array([gold, (0.60, 0.07, 0.12), (0.78, 0.72, 0.6), (0.60, 0.07, 0.12), gold]),
        sides=24,
    )
    poles = [
        cone(
            (math.sin(a) * 3.4, 0, math.cos(a) * 3.4),
            (math.sin(a) * 3.4, 3.5, math.cos(a) * 3.4),
            0.05,
            0.05,
            gold,
            sides=5,
        )
        for a in turn
    ]
    parts = [roof, lathe([(1.1, 0), (1.1, 3.5)], (0.70, 0.62, 0.50), sides=16), *poles]
    for n, a in enumerate(turn):
        colour = ((0.74, 0.70, 0.64), (0.30, 0.15, 0.08), (0.16, 0.16, 0.18))[n % 3]
        y = 1.0 + 0.25 * math.sin(n * 2.1)
        horse = join(
            [
                sphere((0, y, 0), (0.2, 0.24, 0.48), colour, rings=6, sides=8),
                cone((0, y + 0.1, 0.35), (0, y + 0.55, 0.6), 0.14, 0.1, colour, sides=6),
                sphere((0, y + 0.6, 0.72), (0.1, 0.12, 0.22), colour, rings=5, sides=6),
                *(
                    cone(
                        (s * 0.12, y - 0.15, z),
                        (s * 0.14, y - 0.65, z * 1.3),
                        0.06,
                        0.04,
                        colour,
                        sides=5,
                    )
                    for s in (-1, 1)
                    for z in (-0.3, 0.3)
                ),
                boxes([(0, y + 0.24, 0)], [(0.34, 0.08, 0.36)], (0.6, 0.06, 0.08)),
            ]
        )
        parts.append(
            moved(
                horse,
                (math.sin(a) * 3.4, 0, math.cos(a) * 3.4),
                turn=rotation(0, a + math.pi / 2, 0),
            )
        )
    for n in range(24):
        a = n * math.pi / 12
        colour, material = _glow((0.9, 0.7, 0.3), lit=lit)
        parts.append(
            sphere(
                (math.sin(a) * 4.4, 3.5, math.cos(a) * 4.4),
                0.1,
                colour,
                material=material,
                rings=4,
                sides=5,
            )
        )
    return join(parts)
