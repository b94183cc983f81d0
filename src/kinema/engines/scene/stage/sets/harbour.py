"""A quay with moored boats."""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed, Water
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.shape.primitives import cone, sheet, tube
from kinema.engines.scene.stage.backdrop import Range, mountains
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import masonry, roofs, street
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.place import Bounds, Extras, Place
from kinema.engines.scene.stage.sets.outdoors import lamplight, thing
from kinema.engines.scene.stage.sets.sea import roughness

LEVEL = -1.35
"""Height of the water below the quay, metres."""

HULLS: tuple[Rgb, ...] = (
    (0.08, 0.22, 0.42), (0.52, 0.07, 0.05), (0.72, 0.70, 0.64), (0.10, 0.34, 0.22),
    (0.70, 0.45, 0.08),
)  # fmt: skip
BERTHS = (
    (-7.2, -3.4, 0.25), (6.4, -4.6, -0.5), (-14.5, -6.0, 0.9), (14.0, -9.0, 0.2),
    (-3.0, -15.0, 1.3), (22.0, -16.0, -0.8), (-22.0, -18.0, 0.4), (8.0, -24.0, 1.7),
)  # fmt: skip
"""x, distance from the quay, and yaw of each moored boat."""


def harbour(brief: Brief) -> Place:
    """Build a wooden quay with bollards and nets, moored boats, coloured houses over the bay."""
    edge = -(brief.clear + 1.6)
    lamp = solid("lantern", street.lantern(lit=brief.lamps))
    spots = [(-6.0 - brief.clear, edge + 0.9), (6.6 + brief.clear, edge + 0.9)]
    hills = Range(
        near=190, far=720, height=110, width=190, jagged=0.4, foot=(0.08, 0.11, 0.05),
        rock=(0.15, 0.13, 0.11), base=-8,
    )  # fmt: skip
    scenery = [
        *_quay(brief, edge), *_waterfront(brief, LEVEL), *_cargo(brief, edge),
        *(put(lamp, (x, 0, z)) for x, z in spots), mountains(hills, brief.seed % 977),
    ]  # fmt: skip
    water = Water(
        level=LEVEL, wave=roughness(brief, 0.13), deep=(0.01, 0.05, 0.06),
        shallow=(0.03, 0.14, 0.14),
    )  # fmt: skip
    return Place(
        kind="harbour", scenery=tuple(scenery), palette=brief.palette, ground=deck,
        clear=brief.clear, water=water, path=((-18.0, 0.0, -0.3), (0.0, 0.0, 0.0), (4.0, 0.0, 7.0)),
        bounds=Bounds(low=(-24, 0.2, edge + 0.3), high=(24, 40, 30)),
        lights=lamplight(spots, on=brief.lamps), extras=_moored(edge),
        extent=max(40.0, brief.clear * 6),
    )  # fmt: skip


def _quay(brief: Brief, edge: float) -> list[Placed]:
    """Return the planks, their piles and the bollards."""
    z = np.arange(edge + 0.11, 12, 0.225)
    tone = brief.chance("harbour").uniform(0.75, 1.2, (len(z), 1)) * np.array([0.23, 0.155, 0.095])
    rows = np.stack([0 * z, np.full(len(z), -0.04), z], 1)
    planks = boxes(rows, (52.0, 0.08, 0.212), tone, material=Material.BARK)
    rim = boxes([(0, -0.22, edge + 0.06)], [(52.0, 0.3, 0.14)], (0.16, 0.10, 0.06))
    piles = [(x, -0.9, edge + 0.15) for x in np.arange(-24, 25, 3.0)]
    post = cone((0, 0, 0), (0, 0.5, 0), 0.16, 0.12, street.IRON)
    cap = cone((0, 0.46, 0), (0, 0.58, 0), 0.2, 0.18, street.IRON)
    bollard = solid("bollard", join([post, cap]))
    return [
        here("quay", join([planks, rim]), shadow=False),
        here("piles", boxes(piles, (0.3, 2.4, 0.3), (0.13, 0.09, 0.06))),
        *(put(bollard, (x, 0, edge + 0.5)) for x in (-9.5, -4.4, 4.6, 9.8) if abs(x) > brief.clear),
    ]


def _cargo(brief: Brief, edge: float) -> list[Placed]:
    """Return crates and barrels on the quay."""
    place = Place(kind="harbour", scenery=(), palette=brief.palette, ground=deck, clear=brief.clear)
    found: list[Placed] = []
    for name, x, out in (
        ("crate", -brief.clear - 2.2, 1.5), ("barrel", -brief.clear - 3.1, 1.1),
        ("crate", brief.clear + 2.6, 1.3), ("barrel", brief.clear + 4.0, 2.2),
    ):  # fmt: skip
        found += thing(name, x, edge + out, place, yaw=x)
    return found


def _moored(edge: float) -> Extras:
    """Return boats that bob at their moorings."""
    hulls = [solid("moored boat", _boat(colour, mast=n % 2 == 0)) for n, colour in enumerate(HULLS)]

    def bobbing(time: float) -> tuple[Placed, ...]:
        return tuple(
            put(
                hulls[n % 5], (x, LEVEL + 0.05 * math.sin(time * 1.5 + n * 1.9), edge + out),
                yaw=yaw, tilt=0.035 * math.sin(time * 1.2 + n * 2.3),
            )
            for n, (x, out, yaw) in enumerate(BERTHS)
        )  # fmt: skip

    return bobbing


def deck(x: Floats, z: Floats) -> Floats:
    """Return ground at height 0."""
    return np.zeros(np.broadcast(x, z).shape, np.float32)


def _boat(colour: Rgb, *, mast: bool) -> Mesh:
    """Return a small fishing boat along z, 5.6 m long, its waterline at y = 0."""
    share = np.linspace(-1, 1, 15)
    girth = 0.95 * (1 - np.abs(share) ** 2.4) ** 0.8 + 0.04
    rise = 0.62 + 0.42 * np.maximum(share, 0) ** 2 + 0.12 * share**2
    rows = []
    for level, wide in ((-0.4, 0.25), (-0.1, 0.7), (0.3, 0.95), (1.0, 1.0)):
        y = -0.4 + (rise + 0.4) * level if level > 0 else np.full(15, level)
        rows.append(
            np.concatenate(
                [
                    np.stack([girth * wide, y, share * 2.8], 1),
                    np.stack([-girth * wide, y, share * 2.8], 1)[::-1],
                ]
            )
        )
    points = np.stack(rows)
    tones = np.stack(
        [
            np.tile(np.asarray(c), (30, 1))
            for c in ((0.30, 0.05, 0.04), colour, colour, (0.76, 0.74, 0.68))
        ]
    )
    hull = sheet(points[:, ::-1], tones, material=Material.LEAF, around=True)
    deck = boxes(
        [(0, 0.34, z) for z in (-1.6, -0.6, 0.4, 1.4)], (1.5, 0.06, 0.9), (0.34, 0.22, 0.12)
    )
    cabin = boxes([(0, 0.95, -0.9)], [(1.1, 1.2, 1.3)], (0.74, 0.72, 0.68))
    panes = boxes(
        [(0, 1.2, -0.23), (0.56, 1.2, -0.9), (-0.56, 1.2, -0.9)],
        [(0.8, 0.4, 0.04), (0.04, 0.4, 0.9), (0.04, 0.4, 0.9)],
        (0.04, 0.05, 0.07),
        material=Material.GLOSSY,
    )
    roof = boxes([(0, 1.6, -0.9)], [(1.3, 0.08, 1.6)], colour)
    parts = [hull, deck, cabin, panes, roof]
    if mast:
        parts.append(cone((0, 0.3, 0.5), (0, 4.6, 0.5), 0.06, 0.035, (0.35, 0.23, 0.12)))
        parts += [
            tube([(0, 4.5, 0.5), (0, 0.7, z)], 0.012, (0.1, 0.1, 0.1), sides=3) for z in (2.6, -2.5)
        ]
    return join(parts)


def _waterfront(brief: Brief, level: float) -> list[Placed]:
    """Return gabled houses in many colours along the far side of the bay."""
    random = brief.chance("waterfront")
    walls: tuple[Rgb, ...] = (
        (0.62, 0.20, 0.12),
        (0.70, 0.52, 0.14),
        (0.22, 0.36, 0.46),
        (0.70, 0.66, 0.58),
        (0.30, 0.42, 0.24),
        (0.58, 0.34, 0.34),
    )
    kinds = [
        solid(
            "house",
            roofs.cottage(
                random,
                wall=wall,
                roof=(masonry.TERRACOTTA, (0.11, 0.11, 0.13))[n % 2],
                lit=brief.lamps,
                width=7.5,
                storeys=2 + n % 2,
            ),
        )
        for n, wall in enumerate(walls)
    ]
    placed = [
        here(
            "far quay",
            boxes([(0, level + 0.4, -88)], [(260, 1.8, 12)], (0.26, 0.24, 0.22)),
            shadow=False,
        )
    ]
    for n in range(20):
        x = (n - 9.5) * 8.1
        placed.append(put(kinds[(n * 5) % 6], (x, level + 1.2, -89.0 - 3 * (n % 2)), shadow=False))
    placed += [
        put(
            kinds[(n * 7 + 2) % 6],
            ((n - 6.5) * 12.5, level + 6.0, -112.0 - 4 * (n % 3)),
            shadow=False,
        )
        for n in range(14)
    ]
    hill = boxes([(0, level + 3, -120)], [(300, 6, 46)], (0.10, 0.13, 0.06))
    placed.append(here("slope", hill, shadow=False))
    return placed
