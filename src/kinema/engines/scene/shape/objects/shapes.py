"""A builder for every part kind of the description language."""

import math
import zlib
from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np

from kinema.engines.scene.library.parts import Part
from kinema.engines.scene.shape.objects import letters, occlusion, outline, solid, sweep
from kinema.engines.scene.shape.objects.solid import Array, Solid

Built: TypeAlias = tuple[Solid, Array]
"""A solid in the part's own space, and the position of that space in the entry's."""

ORIGIN = np.zeros(3)


SIDES = ((0.25, 22), (0.08, 14), (0.03, 8), (0.0, 6))
"""Least radius as a share of the length, and the segments round that it gets."""


def value(part: Part, key: str, default: float) -> float:
    """Return the first number of a modifier."""
    return part.values.get(key, (default,))[0]


def sides_for(part: Part, radius: float, long: float = 0.0) -> int:
    """Return how many segments a round part gets: more for what is large beside the rest."""
    share = radius / max(long, radius)
    sides = next(count for least, count in SIDES if share >= least)
    return int(value(part, "sides", sides))


def rows(part: Part, start: int, width: int) -> Array:
    """Return the numbers from ``start`` on, in rows."""
    return np.array(part.numbers[start:]).reshape(-1, width)


def box(part: Part) -> Built:
    """Build ``box``."""
    size = part.numbers[3:6]
    bevel = value(part, "round", min(0.14 * min(size), 0.02))
    taper = part.values.get("taper", (1.0,))
    few = math.prod(count for _, count, _, _ in part.steps) <= 3
    make = solid.pebble if few and (bevel > 0.28 * min(size) or bevel > 0.05) else solid.box
    return make(size, bevel, taper), np.array(part.numbers[:3])


def tube(part: Part) -> Built:
    """Build ``tube``."""
    start, end = np.array(part.numbers[:3]), np.array(part.numbers[3:6])
    first = part.numbers[6]
    last = part.numbers[7] if len(part.numbers) > 7 else first
    length = float(np.linalg.norm(end - start))
    thin = max(first, last) < 0.03 * length
    bevel = value(part, "round", 0.0 if thin else 0.12 * min(max(first, last), length))
    sides = sides_for(part, max(first, last), length)
    return solid.tube(end - start, first, last, sides, bevel), start


def cap(part: Part) -> Built:
    """Build ``cap`` where it does not melt."""
    start, end = np.array(part.numbers[:3]), np.array(part.numbers[3:6])
    first = part.numbers[6]
    last = part.numbers[7] if len(part.numbers) > 7 else first
    return solid.capsule(end - start, first, last, int(value(part, "sides", 14))), start


def ball(part: Part) -> Built:
    """Build ``ball`` where it does not melt."""
    return solid.ball(radii(part), int(value(part, "sides", 16))), np.array(part.numbers[:3])


def radii(part: Part) -> tuple[float, float, float]:
    """Return the three radii of a ball."""
    x, *more = part.numbers[3:]
    return (x, more[0], more[1] if len(more) > 1 else x) if more else (x, x, x)


def ring(part: Part) -> Built:
    """Build ``ring``."""
    radius, thickness = part.numbers[3:5]
    return (
        solid.ring(radius, thickness, int(value(part, "sides", 28))),
        np.array(part.numbers[:3]),
    )


def lathe(part: Part) -> Built:
    """Build ``lathe``."""
    profile = outline.curve(rows(part, 3, 2), int(value(part, "smooth", 0)), closed=False)
    profile[:, 0] = np.maximum(profile[:, 0], 0)
    turned = solid.revolve(profile, int(value(part, "sides", 28)))
    jag = value(part, "jag", 0.0)
    return (jagged(turned, jag) if jag else turned), np.array(part.numbers[:3])


def jagged(turned: Solid, jag: float) -> Solid:
    """Return a turned solid with every other segment pulled out and down, like a fir's tier."""
    vertices = turned.vertices.copy()
    count = len(np.unique(np.round(np.arctan2(vertices[:, 2], vertices[:, 0]), 6)))
    angle = np.arctan2(vertices[:, 2], vertices[:, 0]) / (2 * np.pi) * count
    way = np.where(np.round(angle) % 2 == 0, 1.0, -1.0) * jag
    radius = np.hypot(vertices[:, 0], vertices[:, 2])
    vertices[:, 0] *= 1 + way
    vertices[:, 2] *= 1 + way
    vertices[:, 1] -= way * radius * 0.45
    return solid.solid(vertices, turned.triangles, turned.normals)


def drawn(part: Part) -> Array:
    """Return the outline of an ``extrude`` or ``puff``."""
    return outline.curve(rows(part, 4, 2), int(value(part, "smooth", 0)), closed=True)


def extrude(part: Part) -> Built:
    """Build ``extrude``."""
    depth = part.numbers[3]
    bevel = value(part, "round", min(0.1 * depth, 0.01))
    return outline.extrude(drawn(part), depth, bevel), np.array(part.numbers[:3])


def puff(part: Part) -> Built:
    """Build ``puff``."""
    found = outline.puff(
        drawn(part), part.numbers[3], value(part, "round", 0.0), int(value(part, "sides", 16))
    )
    return found, np.array(part.numbers[:3])


def pipe(part: Part) -> Built:
    """Build ``pipe``."""
    points = rows(part, 1, 3)
    line = sweep.smooth_line(points, int(value(part, "smooth", 4)))
    radius = part.numbers[0]
    last = radius * value(part, "taper", 1.0)
    sides = int(value(part, "sides", 10))
    return sweep.pipe(line - points[0], radius, last, sides), points[0]


def loft(part: Part) -> Built:
    """Build ``loft``."""
    sections = outline.curve(rows(part, 0, 4), int(value(part, "smooth", 2)), closed=False)
    sections[:, 2:] = np.maximum(sections[:, 2:], 1e-4)
    found = sweep.loft(
        sections,
        value(part, "square", 2.5),
        int(value(part, "sides", 24)),
        part.words.get("half", ""),
        part.words.get("ends", "flat"),
    )
    return found, ORIGIN


def sheet(part: Part) -> Built:
    """Build ``sheet``."""
    bulge = part.numbers[12] if len(part.numbers) > 12 else 0.0
    corners = np.array(part.numbers[:12]).reshape(4, 3)
    cells = int(value(part, "sides", 8))
    return sweep.sheet(corners, bulge, value(part, "thick", 0.01), cells), ORIGIN


def leaves(part: Part) -> Built:
    """Build ``leaves``: cards spread over an ellipsoid, lit as if they were its surface."""
    random = np.random.default_rng(zlib.crc32(repr(part.numbers).encode()))
    count, size = int(part.numbers[6]), part.numbers[7]
    out = occlusion.directions(count)
    depth = random.uniform(0.72, 1.04, (count, 1))
    middle = out * np.array(part.numbers[3:6]) * depth
    tilted = solid.unit(out + random.normal(0, 0.55, (count, 3)))
    side = solid.unit(np.cross(tilted, random.normal(0, 1, (count, 3))))
    along = np.cross(tilted, side)
    reach = size * random.uniform(0.75, 1.25, (count, 1))
    corners = [along * reach, side * reach * 0.55, -along * reach, -side * reach * 0.55]
    vertices = np.stack([middle + corner for corner in corners], 1).reshape(-1, 3)
    rows = np.arange(count)[:, None] * 4
    halves = np.array([[0, 1, 2], [0, 2, 3]])
    triangles = np.concatenate([rows + halves[0], rows + halves[1]])
    cards = solid.Solid(vertices=vertices, normals=np.repeat(out, 4, axis=0), triangles=triangles)
    return cards, np.array(part.numbers[:3])


def text(part: Part) -> Built:
    """Build ``text``."""
    height, depth = part.numbers[3:5]
    thick = value(part, "thick", height * 0.16)
    found = letters.word(part.words["say"], height, depth, thick)
    return found, np.array(part.numbers[:3])


BUILDERS: Mapping[str, Callable[[Part], Built]] = {
    "ball": ball,
    "cap": cap,
    "box": box,
    "tube": tube,
    "ring": ring,
    "lathe": lathe,
    "extrude": extrude,
    "puff": puff,
    "pipe": pipe,
    "loft": loft,
    "sheet": sheet,
    "leaves": leaves,
    "text": text,
}
"""One for every kind in `kinema.engines.scene.library.parts.FORMS`."""
