"""Wings that open from the sides: an arm and a hand with rows of feathers, or flippers; and tails.

At rest a wing is folded along the body. It is modelled so, and its two bones open it: turns about z
at the shoulder lift it, and about y spread it.
"""

import math

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.bird.shape import Perch
from kinema.engines.scene.shape.creatures.draft import Draft, Solid
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.part import Part, Point
from kinema.engines.scene.shape.primitives import sheet, sphere, tube

SIDES = (("L", 1.0), ("R", -1.0))


def shoulder(plan: Perch, way: float) -> Point:
    """Return where a wing leaves the body."""
    return plan.on_body(0.5, 0.35 * plan.shape.body, way * 0.72 * plan.shape.body)


def add_wings(draft: Draft, plan: Perch, coat: Coat) -> list[Part]:
    """Add wing bones and feathers spread to the sides; return flippers as soft parts."""
    parts: list[Part] = []
    for name, way in SIDES:
        root = shoulder(plan, way)
        if plan.shape.wing_shape == "flipper":
            parts += _flipper(draft, plan, coat, name, way)
            continue
        elbow = (root[0] + way * 0.42 * plan.shape.wing, root[1] + 0.02, root[2] - 0.02)
        draft.bone(f"wing.{name}.0", "body", root)
        draft.bone(f"wing.{name}.1", f"wing.{name}.0", elbow)
        draft.solids += _feathers(plan, coat, name, way, root)
    return parts


def _flipper(draft: Draft, plan: Perch, coat: Coat, name: str, way: float) -> list[Part]:
    shape = plan.shape
    root = shoulder(plan, way)
    x, y, z = root
    elbow = (x + way * 0.1 * shape.wing, y - 0.45 * shape.wing, z - 0.02)
    tip = (x + way * 0.22 * shape.wing, y - 0.95 * shape.wing, z - 0.05)
    draft.bone(f"wing.{name}.0", "body", root)
    draft.bone(f"wing.{name}.1", f"wing.{name}.0", elbow)
    width = shape.wing_width * 0.5
    flat = (0.3, 1.0, 1.0)
    return [
        Part(a=root, b=elbow, ra=width * 0.8, rb=width, bone=f"wing.{name}.0", colour=coat("wing"),
             squash=flat, blend=0.05),
        Part(a=elbow, b=tip, ra=width, rb=width * 0.45, bone=f"wing.{name}.1", colour=coat("wing"),
             squash=flat, blend=0.03),
    ]  # fmt: skip


def _feathers(plan: Perch, coat: Coat, name: str, way: float, root: Point) -> list[Solid]:
    """Return the arm's coverts and the long feathers, each a thin blade, with weights along."""
    shape = plan.shape
    span, chord = shape.wing, shape.wing_width
    made = []
    count = 15
    for row in range(count):
        share = row / (count - 1)
        along = 0.06 + 0.62 * share
        fan = share**1.6
        start = (along * span, 0.0, -0.02 - 0.06 * chord * fan)
        reach = chord * (0.95 - 0.25 * math.sin(share * math.pi)) + 0.42 * span * fan
        turn = 0.08 + 1.25 * fan
        end = (start[0] + math.sin(turn) * reach * 0.9, -0.01, start[2] - math.cos(turn) * reach)
        tone = mixed(coat("wing"), coat("wing_tip"), min(1.0, share * 1.3))
        wide = 0.075 * span * (1.1 - 0.25 * share)
        made.append(_blade(root, way, start, end, wide, tone, 0.004 * row))
    for row in range(9):
        share = row / 8
        start = ((0.02 + 0.62 * share) * span, 0.012, 0.01)
        reach = chord * (0.55 - 0.22 * share)
        end = (start[0] + 0.12 * share * span, 0.012, start[2] - reach)
        tone = mixed(coat("wing"), coat("main"), 0.45)
        made.append(_blade(root, way, start, end, 0.085 * span, tone, 0.02 + 0.003 * row))
    made.append(_arm(plan, coat, way, root))
    bones = (f"wing.{name}.0", f"wing.{name}.1")
    return [Solid(shape=one, bones=bones, shares=_shares(one, root, way, span)) for one in made]


def _shares(shape: Mesh, root: Point, way: float, span: float) -> np.typing.NDArray[np.float32]:
    outward = (shape.vertices[:, 0] - root[0]) * way / span
    outer = np.clip((outward - 0.36) / 0.12, 0, 1)
    return np.stack([1 - outer, outer], axis=1).astype(np.float32)


def _blade(
    root: Point, way: float, start: Point, end: Point, width: float, colour: Rgb, lift: float
) -> Mesh:
    """Return a feather: a rounded blade, seen from both sides."""
    first, last = np.asarray(start), np.asarray(end)
    share = np.array([0.0, 0.3, 0.65, 0.88, 1.0])[:, None]
    wide = np.array([0.45, 0.85, 1.0, 0.75, 0.12])[:, None] * width * 0.5
    along = last - first
    across = np.cross((0.0, 1.0, 0.0), along)
    across /= np.linalg.norm(across)
    middle = first + along * share + np.array((0.0, lift, 0.0)) - (0.0, 0.04, 0.0) * share**2
    rows = np.stack(
        [middle - across * wide, middle + np.array((0.0, 0.006, 0.0)), middle + across * wide],
        axis=1,
    )
    rows = rows * (way, 1.0, 1.0) + np.asarray(root)
    back = rows - (0.0, 0.005, 0.0)
    tint = np.clip(
        np.linspace(0.8, 1.1, 5)[:, None, None] * np.asarray(colour), 0, 0.95
    ) + np.zeros(rows.shape)
    top, low = (rows, back[::-1]) if way > 0 else (rows[::-1], back)
    whole = np.concatenate([top, low])
    return sheet(whole[:, ::-1], np.concatenate([tint, tint[::-1]]), material=Material.LEAF)


def _arm(plan: Perch, coat: Coat, way: float, root: Point) -> Mesh:
    span, x, y, z = plan.shape.wing, *root
    line = [
        (x - way * 0.05, y, z),
        (x + way * 0.3 * span, y + 0.015, z + 0.01),
        (x + way * 0.55 * span, y + 0.01, z),
        (x + way * 0.72 * span, y, z - 0.04 * span),
    ]
    widths = [0.05, 0.042, 0.034, 0.012]
    return tube(line, widths, coat("wing"), sides=8, material=Material.FUR)


def add_tail(draft: Draft, plan: Perch, coat: Coat) -> None:
    """Add the tail's bone and its feathers."""
    shape = plan.shape
    root = plan.rear
    draft.bone("tail", "body", root)
    if shape.tail_shape == "stub":
        return
    count = {"fan": 7, "long": 5, "plume": 5, "train": 15}[shape.tail_shape]
    slope = {"fan": -0.1, "long": -0.25, "plume": 0.7, "train": 0.75}[shape.tail_shape]
    spread = {"fan": 0.5, "long": 0.16, "plume": 0.45, "train": 1.35}[shape.tail_shape]
    for row in range(count):
        side = (row / (count - 1) - 0.5) * 2
        angle = side * spread
        long = shape.tail * (1 - 0.12 * side * side)
        end = (
            math.sin(angle) * long * math.cos(slope * 0.4),
            math.sin(slope - shape.upright * 0.6) * long * math.cos(angle) + 0.01 * (1 - abs(side)),
            -math.cos(angle) * math.cos(slope) * long,
        )
        tone = coat("tail") if row % 2 == 0 else mixed(coat("tail"), coat("tail_tip"), 0.6)
        blade = _tail_blade(root, end, 1.5 * shape.tail_width / max(count / 3, 2), tone)
        draft.solid("tail", blade)
        if shape.tail_shape == "train":
            draft.solid("tail", *_eyespot(root, end, coat))


def _tail_blade(root: Point, end: Point, width: float, colour: Rgb) -> Mesh:
    start = (0.0, 0.0, 0.06)
    return _blade(root, 1.0, start, end, width * 1.6, colour, 0.0)


def _eyespot(root: Point, end: Point, coat: Coat) -> list[Mesh]:
    x, y, z = (a + 0.93 * b for a, b in zip(root, end, strict=True))
    return [
        sphere((x, y, z + 0.012), (0.035, 0.045, 0.012), coat("spots"), rings=6, sides=10),
        sphere((x, y, z + 0.022), (0.018, 0.022, 0.01), (0.02, 0.05, 0.4), rings=6, sides=8),
    ]
