"""A narrow lane between old houses."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Water
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
    holder = Place(kind="alley", scenery=(), palette=brief.palette, ground=level, clear=brief.clear)
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
        kind="alley", scenery=tuple(scenery), palette=brief.palette, ground=level,
        clear=brief.clear,
        water=Water(level=0.0, wet=True, wave=0.08) if wet else None,
        path=((0.3, 0.0, -45.0), (0.0, 0.0, 0.0), (0.0, 0.0, 10.0)),
        cross=((-half + 0.5, 0.0, 0.0), (half - 0.5, 0.0, 0.0)), scale="street",
        lights=nearest(np.array(lights, np.float32).reshape(-1, 7)),
        bounds=Bounds(low=(-half + 0.35, 0.15, -40), high=(half - 0.35, 12, 14)),
        extent=max(26.0, brief.clear * 6),
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
