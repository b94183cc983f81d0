"""Leaves: cards spread over rounded masses, lit as the mass is, so that a crown looks soft."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import mesh, unit
from kinema.engines.scene.shape.model import Material, Mesh

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leafage:
    """Colours of leaves.

    Attributes:
        shade: In the crown's depth and underside, linear.
        sun: At its outside and top.
        accent: Of a few leaves here and there.
    """

    shade: Rgb
    sun: Rgb
    accent: Rgb


SUMMER = Leafage(shade=(0.035, 0.085, 0.02), sun=(0.22, 0.36, 0.07), accent=(0.34, 0.42, 0.09))
SPRING = Leafage(shade=(0.05, 0.12, 0.025), sun=(0.30, 0.46, 0.09), accent=(0.42, 0.52, 0.14))
AUTUMN = Leafage(shade=(0.20, 0.05, 0.012), sun=(0.70, 0.27, 0.035), accent=(0.78, 0.46, 0.06))
CRIMSON = Leafage(shade=(0.17, 0.02, 0.015), sun=(0.58, 0.10, 0.03), accent=(0.70, 0.24, 0.05))
GOLDEN = Leafage(shade=(0.28, 0.12, 0.015), sun=(0.80, 0.48, 0.05), accent=(0.85, 0.62, 0.12))
SNOWED = Leafage(shade=(0.20, 0.24, 0.28), sun=(0.86, 0.90, 0.96), accent=(0.55, 0.62, 0.66))
BLOSSOM = Leafage(shade=(0.42, 0.16, 0.22), sun=(0.90, 0.58, 0.66), accent=(0.96, 0.80, 0.84))
OLIVE = Leafage(shade=(0.07, 0.09, 0.03), sun=(0.26, 0.29, 0.10), accent=(0.34, 0.34, 0.14))
DEEP = Leafage(shade=(0.015, 0.055, 0.022), sun=(0.07, 0.20, 0.055), accent=(0.12, 0.26, 0.07))

BY_SEASON: dict[str, tuple[Leafage, ...]] = {
    "spring": (SPRING, SUMMER, SPRING),
    "summer": (SUMMER, SUMMER, SPRING),
    "autumn": (AUTUMN, CRIMSON, GOLDEN),
    "winter": (SNOWED, SNOWED, SNOWED),
}


def cards(
    points: Values,
    normals: Values,
    size: npt.ArrayLike,
    colours: npt.ArrayLike,
    random: np.random.Generator,
    *,
    occlusion: npt.ArrayLike = 1.0,
    slender: float = 0.62,
    loose: float = 0.8,
) -> Mesh:
    """Return one rhombus a point, turned anyhow but lit as ``normals`` say.

    ``size`` is half its length, metres (one or a point); ``loose`` is how far it leans out of the
    surface.
    """
    count = len(points)
    along = unit(random.normal(size=(count, 3)) + normals * (loose - 1)).astype(np.float64)
    side = np.cross(along, normals + random.normal(0, 0.5, (count, 3)))
    side = unit(side).astype(np.float64)
    half = np.broadcast_to(np.asarray(size, np.float64), count)[:, None]
    tip, wing = along * half, side * half * slender
    corners = np.stack([points - tip, points + wing, points + tip, points - wing], 1)
    first = np.arange(count)[:, None] * 4
    triangles = np.concatenate([first + np.array(face) for face in ((0, 1, 2), (0, 2, 3))])
    return mesh(
        corners.reshape(-1, 3),
        triangles,
        np.repeat(np.broadcast_to(np.asarray(colours, np.float64), (count, 3)), 4, axis=0),
        material=Material.LEAF,
        normals=np.repeat(normals, 4, axis=0),
        occlusion=np.repeat(np.broadcast_to(np.asarray(occlusion, np.float64), count), 4),
    )


def crown(
    masses: Sequence[tuple[tuple[float, float, float], tuple[float, float, float]]],
    count: int,
    size: float,
    leaves: Leafage,
    random: np.random.Generator,
) -> Mesh:
    """Return ``count`` leaves over ellipsoids given as (centre, radii)."""
    centres = np.array([centre for centre, _ in masses])
    radii = np.array([radius for _, radius in masses])
    weight = radii.prod(1) ** (2 / 3)
    which = random.choice(len(masses), count, p=weight / weight.sum())
    way = unit(random.normal((0, 0.25, 0), 1, (count, 3))).astype(np.float64)
    depth = random.uniform(0.55, 1.05, count) ** 0.5
    points = centres[which] + way * radii[which] * depth[:, None]
    low, high = (centres - radii).min(0)[1], (centres + radii).max(0)[1]
    height = (points[:, 1] - low) / (high - low)
    middle = centres.mean(0) - [0, (high - low) * 0.25, 0]
    normals = unit(0.6 * way + 0.6 * unit(points - middle)).astype(np.float64)
    light = np.clip(0.15 + 0.5 * way[:, 1] + 0.5 * height + random.normal(0, 0.14, count), 0, 1)
    colours = np.asarray(leaves.shade) + light[:, None] * (
        np.asarray(leaves.sun) - np.asarray(leaves.shade)
    )
    odd = random.random(count) < 0.12
    colours[odd] = np.asarray(leaves.accent) * (0.5 + 0.5 * light[odd, None])
    occlusion = np.clip(0.35 + 0.4 * height + 0.35 * depth * (way[:, 1] * 0.5 + 0.5), 0.3, 1)
    sizes = size * random.uniform(0.7, 1.3, count)
    return cards(points, normals, sizes, colours, random, occlusion=occlusion)
