"""A narrow lane between old houses."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join, moved
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import lathe, tube
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import facade, neon, street
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.facade import House, house
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.place import Bounds, Place
from kinema.engines.scene.stage.sets.outdoors import thing
from kinema.engines.scene.stage.sets.rooftop import level
from kinema.engines.scene.stage.sets.town import nearest

OLD_WALLS: tuple[Rgb, ...] = (
    (0.52, 0.34, 0.20), (0.60, 0.48, 0.30), (0.42, 0.22, 0.15), (0.56, 0.42, 0.34),
)  # fmt: skip
Lights = list[tuple[float, ...]]


def alley(brief: Brief) -> Place:
    """Build a narrow lane between old houses: cobbles, lanterns, washing lines, signs."""
    half = max(2.3, brief.clear + 0.7)
    random = brief.chance("alley")
    rows = [_row(brief, random, half, side) for side in (-1, 1)]
    lanterns, glows = _lanterns(brief, half)
    scenery = [
        *_cobbles(brief, random, half), *rows[0][0], *rows[1][0], *lanterns,
        here("washing", _washing(random, half)), *_clutter(brief, half), _end(brief, random),
    ]  # fmt: skip
    lights = np.array([*rows[0][1], *rows[1][1], *glows], np.float32).reshape(-1, 7)
    wet = (brief.lamps or brief.wet) and not brief.white
    return Place(
        kind="alley", scenery=tuple(scenery), palette=brief.palette, ground=level,
        clear=brief.clear, water=Water(level=0.0, wet=True, wave=0.08) if wet else None,
        path=((0.3, 0.0, -45.0), (0.0, 0.0, 0.0), (0.0, 0.0, 10.0)),
        cross=((-half + 0.5, 0.0, 0.0), (half - 0.5, 0.0, 0.0)), scale="street",
        lights=nearest(lights), extent=max(26.0, brief.clear * 6),
        bounds=Bounds(low=(-half + 0.35, 0.15, -40), high=(half - 0.35, 12, 14)),
    )  # fmt: skip


def _walls(brief: Brief) -> tuple[Rgb, ...]:
    return facade.BY_NIGHT if brief.lamps else OLD_WALLS


def _cobbles(brief: Brief, random: np.random.Generator, half: float) -> list[Placed]:
    step = 0.34 * max(1.0, half / 4)
    across = np.arange(-half - 0.2, half + 0.3, step)
    row, x = np.meshgrid(np.arange(-60, 14, step), across, indexing="ij")
    x = x + step / 2 * (np.arange(len(row)) % 2)[:, None]
    count = x.size
    stone = np.array([0.075, 0.07, 0.068] if brief.lamps else [0.22, 0.20, 0.18])
    tone = random.uniform(0.65, 1.2, (count, 1)) * stone
    at = np.stack([x.ravel(), random.uniform(-0.045, -0.035, count), row.ravel()], 1)
    bed = boxes([(0, -0.1, -22)], [(half * 2 + 1, 0.14, 84)], (0.03, 0.028, 0.026))
    stones = boxes(at, (step * 0.93, 0.08, step * 0.93), tone)
    return [here("cobbles", stones, shadow=False), here("bed", bed, shadow=False)]


def _row(
    brief: Brief, random: np.random.Generator, half: float, side: int
) -> tuple[list[Placed], Lights]:
    """Return the houses of one side, and the light of their signs."""
    walls = _walls(brief)
    signs = brief.lamps and brief.allows("neon", "sign", "signs")
    placed: list[Placed] = []
    lights: Lights = []
    z, n = 13.0, 0
    while z > -58:
        width = float(random.uniform(5, 7.5))
        spec = House(
            width=width, depth=6, height=float(random.uniform(7, 11)),
            wall=walls[(n + (side > 0)) % len(walls)], lit=0.4 if brief.lamps else 0.0,
            storey=2.9, pitch=1.9, shop=n % 3 == 1, detail=1.0 if z > -36 else 0.0,
        )  # fmt: skip
        parts = [house(random, spec), _shutters(spec, random)]
        red, green, blue = neon.COLOURS[int(random.integers(len(neon.COLOURS)))]
        middle = z - width / 2
        if signs and n % 2 == 0:
            sign = neon.blade(random, (red, green, blue), height=3.0)
            parts.append(moved(sign, (0.1, 2.9, 0.6)))
            glow = (red * 0.55, green * 0.55, blue * 0.55)
            lights.append((side * (half - 0.9), 3.8, middle, *glow, 3.0))
        yaw = 0.0 if side < 0 else math.pi
        placed.append(put(solid("house", join(parts)), (side * half, 0, middle), yaw=yaw))
        z, n = z - width, n + 1
    return placed, lights


def _lanterns(brief: Brief, half: float) -> tuple[list[Placed], Lights]:
    """Return lanterns on the walls, left and right in turn, and their light."""
    lamp = solid("wall lantern", _wall_lantern(lit=brief.lamps))
    spots = [((1 if n % 2 else -1), float(z)) for n, z in enumerate(np.arange(2.0, -50, -6.5))]
    placed = [
        put(lamp, (side * (half - 0.02), 2.7, z), yaw=0.0 if side < 0 else math.pi)
        for side, z in spots
    ]
    lights = [(side * (half - 0.5), 2.7, z, 1.7, 1.05, 0.45, 2.6) for side, z in spots]
    return placed, [*lights] if brief.lamps else []


def _clutter(brief: Brief, half: float) -> list[Placed]:
    """Return pots, barrels and bins along the walls."""
    place = Place(kind="alley", scenery=(), palette=brief.palette, ground=level, clear=brief.clear)
    found: list[Placed] = []
    for name, x, z in (
        ("potted plant", half - 0.45, -3.6), ("barrel", -half + 0.5, -5.2),
        ("crate", half - 0.5, -8.2), ("trash can", -half + 0.45, -9.8),
        ("potted plant", -half + 0.4, -2.4),
    ):  # fmt: skip
        found += thing(name, x, z, place, yaw=x)
    return found


def _end(brief: Brief, random: np.random.Generator) -> Placed:
    """Return the house that closes the lane."""
    lit = 0.4 if brief.lamps else 0.0
    spec = House(width=16, depth=6, height=14, wall=_walls(brief)[0], lit=lit)
    return put(solid("end", house(random, spec)), (0, 0, -62), yaw=-math.pi / 2)


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
