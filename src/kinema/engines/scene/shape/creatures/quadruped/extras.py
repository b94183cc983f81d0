"""What only some quadrupeds have: manes, wool, horns, tusks, trunk, tufts and teeth."""

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np

from kinema.engines.scene.shape.creatures.draft import Draft, Skin
from kinema.engines.scene.shape.creatures.quadruped.head import SIDES
from kinema.engines.scene.shape.creatures.quadruped.shape import Layout
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.part import Part, Point, ball
from kinema.engines.scene.shape.primitives import cone, tube

Parts = list[Part]


def lock(
    start: Point, end: Point, radius: float, bone: str, coat: Coat, role: str, *, tip: float = 0.15
) -> Part:
    """Return a tapering strand."""
    return Part(
        a=start, b=end, ra=radius, rb=radius * tip, bone=bone, colour=coat(role), blend=0.4 * radius
    )


def tufts(plan: Layout, coat: Coat) -> Parts:
    """Return pointed tufts of fur on the cheeks."""
    length, size = plan.shape.tufts, plan.shape.head
    if not length:
        return []
    role = "white" if "cheeks" in plan.shape.markings else "head"
    wide = plan.shape.head_width
    return [
        lock(
            plan.at_head(way * 0.7 * wide, up, 0.1),
            plan.at_head(way * (0.9 * wide + length * reach), up - drop, -0.05),
            0.3 * size, "head", coat, role,
        )
        for _, way in SIDES
        for up, drop, reach in ((-0.22, 0.12, 0.8), (-0.5, 0.32, 1.0), (-0.68, 0.5, 0.6))
    ]  # fmt: skip


def trunk(draft: Draft, plan: Layout, coat: Coat) -> Parts:
    """Add an elephant's trunk with four bones, and return its parts."""
    if plan.shape.nose != "trunk":
        return []
    reach = 0.45 + plan.shape.muzzle
    places = [(-0.25, reach), (-0.8, reach + 0.28), (-1.3, reach + 0.3), (-1.75, reach + 0.22),
              (-2.0, reach + 0.4)]  # fmt: skip
    points = [plan.at_head(0, up, ahead) for up, ahead in places]
    widths = [
        plan.shape.muzzle_tip * plan.shape.head * part for part in (1.0, 0.8, 0.62, 0.5, 0.42)
    ]
    parts, parent = [], "head"
    for row, ((start, end), (wide, narrow)) in enumerate(
        zip(pairwise(points), pairwise(widths), strict=True)
    ):
        name = f"trunk.{row}"
        draft.bone(name, parent, start)
        parent = name
        parts.append(
            Part(a=start, b=end, ra=wide, rb=narrow, bone=name, colour=coat("head"), blend=0.08)
        )
    draft.marks["trunk"] = (parent, points[-1])
    return parts


def add_mane(draft: Draft, plan: Layout, coat: Coat) -> None:
    """Add the mane that the table names, as a skin of its own."""
    parts = MANES[plan.shape.mane](plan, coat)
    if parts:
        cell = MANE_CELLS[plan.shape.mane]
        draft.skins.append(Skin(parts=tuple(parts), cell=cell))


def _none(plan: Layout, coat: Coat) -> Parts:
    del plan, coat
    return []


def _crest(plan: Layout, share: float) -> tuple[Point, Point]:
    """Return a place on top of the neck, and which way is up from it."""
    shape = plan.shape
    back = np.asarray((0.0, 1.0 - 0.06 * shape.depth, plan.neck[2] - 0.3 * shape.neck_base))
    top = np.asarray(plan.at_head(0, 0.75, -0.35))
    radius = shape.neck_base * (1 - share) + shape.neck_tip * share
    angle = shape.neck_angle
    up = np.array((0.0, math.cos(angle), -math.sin(angle)))
    low = np.asarray(plan.neck) + (np.asarray(plan.nape) - np.asarray(plan.neck)) * share
    at = low + up * radius * 0.85 if 0.15 < share < 0.85 else back * (1 - share) + top * share
    return (0.0, float(at[1]), float(at[2])), (0.0, float(up[1]), float(up[2]))


def _horse(plan: Layout, coat: Coat) -> Parts:
    """Locks along the neck that hang to both sides, more to the left, and a forelock."""
    parts = []
    fall = 0.9 * (plan.shape.neck_base + plan.shape.neck_tip)
    for row, share in enumerate(np.linspace(0.08, 1.0, 9)):
        (x, y, z), _ = _crest(plan, float(share))
        bone = "neck" if share < 0.85 else "head"
        neck = plan.shape.neck_base * (1 - share) + plan.shape.neck_tip * share
        for way in (1.0, -1.0):
            long = fall * (0.95 if way > 0 else 0.7)
            out = way * (0.84 * float(neck) + 0.02)
            middle = (out, y - 0.36 * long, z - 0.02)
            end = (1.06 * out, y - long * (0.85 + 0.2 * math.sin(row * 2.2)), z - 0.05)
            parts.append(lock((x, y + 0.01, z), middle, 0.06, bone, coat, "mane", tip=0.95))
            parts.append(lock(middle, end, 0.057, bone, coat, "mane"))
    front = plan.at_head(0.05, 1.0, 0.1), plan.at_head(0.12, 0.35, 0.95)
    return [*parts, lock(*front, 0.3 * plan.shape.head, "head", coat, "mane")]


def _zebra(plan: Layout, coat: Coat) -> Parts:
    parts = []
    for share in np.linspace(0.05, 1.0, 12):
        (x, y, z), (_, up, ahead) = _crest(plan, float(share))
        end = (x, y + 0.11 * up, z + 0.11 * ahead)
        role = "mane" if int(share * 11) % 2 == 0 else "white"
        part = lock(
            (x, y - 0.02, z), end, 0.034, "neck" if share < 0.9 else "head", coat, role, tip=0.7
        )
        parts.append(part)
    return parts


def _lion(plan: Layout, coat: Coat) -> Parts:
    """Two rings of tapering locks round the face, and a bib down to the chest."""
    size, parts = plan.shape.head, []
    for ring, (back, reach, thick) in enumerate(((0.0, 1.62, 0.42), (-0.55, 1.85, 0.5))):
        for row in range(15):
            angle = (row + 0.5 * ring) * 2 * math.pi / 15
            side, up = math.sin(angle), math.cos(angle)
            far = reach * (1.0 + 0.08 * math.sin(row * 7.0)) * (1.12 if up < -0.3 else 1.0)
            start = plan.at_head(side * 0.72, up * 0.75 - 0.05, back)
            end = plan.at_head(side * far, up * far - 0.12, back - 0.42)
            parts.append(lock(start, end, thick * size, "head", coat, "mane", tip=0.22))
    like = Part(a=plan.neck, b=plan.neck, ra=1, rb=1, bone="neck", colour=coat("mane"), blend=0.1)
    bib = (0.0, plan.neck[1] - 0.12, plan.neck[2] + 0.1)
    reach_of_bib = plan.shape.neck_base * 1.15
    return [ball(bib, (reach_of_bib, reach_of_bib * 1.3, reach_of_bib), like), *parts]


def _wool(plan: Layout, coat: Coat) -> Parts:
    """Balls all over the trunk, the neck and the crown."""
    shape, parts = plan.shape, []
    like = Part(
        a=plan.chest,
        b=plan.chest,
        ra=1,
        rb=1,
        bone="chest",
        tip=None,
        colour=coat("main"),
        blend=0.05,
    )
    count = 90
    for row in range(count):
        height = 1 - 2 * (row + 0.5) / count
        angle = row * 2.399963
        flat = math.sqrt(1 - height * height)
        side, along = flat * math.cos(angle), flat * math.sin(angle)
        z = along * (shape.length * 0.5 + shape.depth * 0.42)
        y = 1.0 - shape.depth * 0.5 + height * shape.depth * 0.52
        at = (side * shape.width * 0.56, y, z)
        part = ball(at, 0.115 + 0.02 * math.sin(row * 5.1), like)
        parts.append(part if z > 0 else _on_bone(part, "hips"))
    size = shape.head
    crown = [
        (0.0, 1.0, -0.1),
        (0.4, 0.85, -0.2),
        (-0.4, 0.85, -0.2),
        (0.0, 0.85, 0.35),
        (0.0, 0.8, -0.6),
    ]
    like_head = Part(
        a=plan.head, b=plan.head, ra=1, rb=1, bone="head", colour=coat("main"), blend=0.05
    )
    return parts + [ball(plan.at_head(*at), 0.42 * size, like_head) for at in crown]


def _on_bone(part: Part, bone: str) -> Part:
    return Part(
        a=part.a, b=part.b, ra=part.ra, rb=part.rb, bone=bone, colour=part.colour, blend=part.blend
    )


def _spines(plan: Layout, coat: Coat) -> Parts:
    """Short spikes that point back, all over the trunk."""
    shape, parts = plan.shape, []
    count = 110
    for row in range(count):
        height = 1 - 1.25 * (row + 0.5) / count
        angle = row * 2.399963
        flat = math.sqrt(1 - height * height)
        side, along = flat * math.cos(angle), flat * math.sin(angle)
        x, y = side * shape.width * 0.5, 1.0 - shape.depth * 0.5 + height * shape.depth * 0.5
        z = along * (shape.length * 0.4 + shape.depth * 0.4)
        end = (x * 1.3, y + 0.12 * height + 0.02, z * 1.12 - 0.12)
        part = lock((x, y, z), end, 0.06, "chest" if z > 0 else "hips", coat, "mane", tip=0.08)
        parts.append(part)
    return parts


def _shell(plan: Layout, coat: Coat) -> Parts:
    """A turtle's: a dome with a rim, and raised plates in rings."""
    shape = plan.shape
    long, wide = shape.length * 0.5 + shape.depth * 0.42, shape.width * 0.68
    middle = (0.0, 1.0 - 0.42 * shape.depth, 0.0)
    like = Part(a=middle, b=middle, ra=1, rb=1, bone="chest", colour=coat("mane"), blend=0.02)
    parts = [ball(middle, (wide, 0.62 * shape.depth, long), like)]
    parts.append(ball((0.0, middle[1] - 0.06, 0.0), (wide * 1.14, 0.13, long * 1.1), like))
    plates = [(0.0, 0.0, 1)] + [(0.52, k * math.pi / 3, 0) for k in range(6)]
    plates += [(0.86, (k + 0.5) * math.pi / 5, 0) for k in range(10)]
    for out, angle, _ in plates:
        x, z = out * math.sin(angle), out * math.cos(angle)
        up = math.sqrt(max(1 - x * x - z * z, 0.05))
        at = (x * wide, middle[1] + up * 0.6 * shape.depth, z * long)
        size = 0.21 if out < 0.8 else 0.15
        plate = ball(
            at, (size * wide * 1.25, 0.09 * shape.depth + 0.04 * (1 - up), size * long * 1.1), like
        )
        parts.append(_coloured(plate, coat))
    return parts


def _coloured(plate: Part, coat: Coat) -> Part:
    return replace(plate, colour=coat("horn"))


MANE_CELLS = {
    "horse": 0.034,
    "zebra": 0.03,
    "lion": 0.042,
    "wool": 0.066,
    "spines": 0.04,
    "shell": 0.06,
}
"""Size of a mane's triangles."""

MANES: dict[str, Callable[[Layout, Coat], Parts]] = {
    "none": _none,
    "horse": _horse,
    "zebra": _zebra,
    "lion": _lion,
    "wool": _wool,
    "spines": _spines,
    "shell": _shell,
}


def add_hard(draft: Draft, plan: Layout, coat: Coat) -> None:
    """Add horns, tusks and teeth."""
    for line, radius, role in HORNS[plan.shape.horns]:
        draft.solid("head", *_both(plan, coat, line, radius, role))
    if plan.shape.tusks:
        reach = 0.4 + plan.shape.muzzle
        long = plan.shape.tusks
        line = [(0.45, -0.5, reach * 0.75), (0.55, -0.9, reach + 0.3 * long),
                (0.5, -0.95, reach + 0.75 * long), (0.4, -0.7, reach + long)]  # fmt: skip
        draft.solid("head", *_both(plan, coat, line, 0.14, "white"))
    if plan.shape.teeth == "buck":
        draft.solid("head", *_buck(plan, coat))
    if plan.shape.teeth == "fangs":
        draft.solid("head", *_fangs(plan, coat))


def _both(plan: Layout, coat: Coat, line: list[Point], radius: float, role: str) -> list[Mesh]:
    """Return a tapering tube on both sides, or one where the line is in the middle."""
    sides = (1.0,) if all(x == 0 for x, _, _ in line) else (1.0, -1.0)
    size = plan.shape.head
    made = []
    for way in sides:
        path = smooth_line([plan.at_head(way * x, y, z) for x, y, z in line])
        widths = np.linspace(1.0, 0.12, len(path)) * radius * size
        made.append(tube(path, widths, coat(role), sides=9, material=Material.SATIN))
    return made


def smooth_line(points: list[Point]) -> np.typing.NDArray[np.float64]:
    """Return a curve through the points, near enough, with its ends kept."""
    line = np.asarray(points, float)
    for _ in range(2):
        inner = np.stack(
            [0.75 * line[:-1] + 0.25 * line[1:], 0.25 * line[:-1] + 0.75 * line[1:]], 1
        )
        line = np.concatenate([line[:1], inner.reshape(-1, 3), line[-1:]])
    return line


def _buck(plan: Layout, coat: Coat) -> list[Mesh]:
    shape, size = plan.shape, plan.shape.head
    low, front = (
        -0.22 - shape.muzzle_drop - 0.75 * shape.muzzle_tip,
        0.5 + shape.muzzle + 0.55 * shape.muzzle_tip,
    )
    return [
        cone(
            plan.at_head(x, low + 0.12, front - 0.05), plan.at_head(x, low - 0.14, front),
            0.07 * size, 0.065 * size, coat("white"),
        )
        for x in (-0.065, 0.065)
    ]  # fmt: skip


def _fangs(plan: Layout, coat: Coat) -> list[Mesh]:
    shape, size = plan.shape, plan.shape.head
    low, front = -0.22 - shape.muzzle_drop - 0.3 * shape.muzzle_tip, 0.42 + shape.muzzle
    side = 0.55 * shape.muzzle_tip * shape.muzzle_width
    return [
        cone(
            plan.at_head(way * side, low, front), plan.at_head(way * side, low - 0.26, front),
            0.06 * size, 0.008 * size, coat("white"),
        )
        for _, way in SIDES
    ]  # fmt: skip


Horn = tuple[list[Point], float, str]
"""Points on the left in skull radii, radius by the skull, role."""

HORNS: dict[str, list[Horn]] = {
    "none": [],
    "three": [
        ([(0.5, 0.65, 0.35), (0.65, 1.0, 0.9), (0.62, 1.2, 1.7)], 0.16, "horn"),
        ([(0, 0.15, 1.25), (0, 0.45, 1.5), (0, 0.7, 1.55)], 0.17, "horn"),
        ([(0.75, 0.5, -0.5), (1.25, 1.0, -0.9), (1.35, 1.15, -0.95)], 0.5, "head"),
        ([(0.2, 0.75, -0.5), (0.4, 1.45, -0.9), (0.42, 1.6, -0.95)], 0.5, "head"),
    ],
    "cow": [
        (
            [(0.55, 0.75, -0.1), (1.1, 0.95, -0.05), (1.35, 1.35, 0.1), (1.2, 1.75, 0.15)],
            0.17,
            "horn",
        )
    ],
    "ram": [
        (
            [
                (0.45, 0.85, 0.0),
                (0.85, 1.15, -0.5),
                (1.25, 0.6, -0.95),
                (1.4, -0.15, -0.6),
                (1.5, -0.35, 0.05),
                (1.65, 0.0, 0.35),
                (1.85, 0.25, 0.2),
            ],
            0.3,
            "horn",
        )
    ],
    "goat": [
        ([(0.3, 0.85, 0.1), (0.42, 1.4, -0.1), (0.6, 1.75, -0.6), (0.75, 1.75, -1.1)], 0.17, "horn")
    ],
    "rhino": [
        ([(0, 0.2, 1.35), (0, 0.75, 1.5), (0, 1.25, 1.5)], 0.3, "horn"),
        ([(0, 0.45, 0.8), (0, 0.85, 0.85)], 0.2, "horn"),
    ],
    "ossicones": [([(0.3, 0.8, 0.0), (0.36, 1.3, -0.1)], 0.15, "horn")],
    "unicorn": [([(0, 0.7, 0.6), (0, 2.3, 1.5)], 0.16, "horn")],
    "antlers": [
        ([(0.35, 0.85, 0.0), (0.7, 1.5, -0.3), (1.25, 2.1, -0.3), (1.35, 2.9, 0.05)], 0.12, "horn"),
        ([(0.42, 1.05, -0.08), (0.5, 1.5, 0.4), (0.55, 1.8, 0.55)], 0.08, "horn"),
        ([(0.85, 1.75, -0.3), (0.85, 2.3, 0.1), (0.85, 2.6, 0.2)], 0.08, "horn"),
        ([(1.25, 2.1, -0.3), (1.75, 2.5, -0.25), (1.85, 2.8, -0.15)], 0.07, "horn"),
    ],
}
