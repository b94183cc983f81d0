"""A dragon's wings: an arm, four fingers and the membrane between them, spread at rest."""

from itertools import pairwise

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.draft import Draft, Solid
from kinema.engines.scene.shape.creatures.quadruped.extras import smooth_line
from kinema.engines.scene.shape.creatures.quadruped.head import SIDES
from kinema.engines.scene.shape.creatures.quadruped.shape import Layout
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.mesh import mirrored
from kinema.engines.scene.shape.model import Floats, Material, Mesh
from kinema.engines.scene.shape.part import Doubles
from kinema.engines.scene.shape.primitives import cone, sheet, tube

ELBOW, WRIST = (0.95, 0.34, -0.2), (1.85, 0.5, 0.22)
TIPS = ((3.45, 0.42, -0.35), (3.1, 0.1, -1.25), (2.35, 0.0, -1.75), (1.45, -0.02, -1.75))
"""From the shoulder of the left wing, in units of the back's height."""


def add_wings(draft: Draft, plan: Layout, coat: Coat, span: float) -> None:
    """Add both wings, ``span`` times the usual; the trait ``span`` is from tip to tip."""
    root = np.array((0.16 * plan.shape.width / 0.42, 1.0, plan.chest[2] * 0.75))
    elbow, wrist = root + np.array(ELBOW) * span, root + np.array(WRIST) * span
    tips = [root + np.array(tip) * span for tip in TIPS]
    hip = np.array((0.12, 0.93, plan.hips[2] * 0.8))
    shapes = _arm(coat, root, elbow, wrist, tips) + _membrane(coat, root, elbow, wrist, tips, hip)
    cuts = (float(root[0]) + 0.1, float(elbow[0]), float(wrist[0]))
    for name, way in SIDES:
        flip = np.array((way, 1.0, 1.0))
        joints = [root * flip, elbow * flip, wrist * flip]
        parents = ("chest", f"wing.{name}.0", f"wing.{name}.1")
        bones = tuple(f"wing.{name}.{row}" for row in range(3))
        for bone, parent, joint in zip(bones, parents, joints, strict=True):
            draft.bone(bone, parent, (float(joint[0]), float(joint[1]), float(joint[2])))
        for shape in shapes:
            own = shape if way > 0 else mirrored(shape)
            shares = _shares(shape.vertices[:, 0], cuts, span)
            draft.solids.append(Solid(shape=own, bones=("chest", *bones), shares=shares))
    draft.traits["span"] = 2 * float(tips[0][0])


def _shares(outward: Floats, cuts: tuple[float, float, float], span: float) -> Floats:
    """Return how far chest and wing bones carry what lies so far out."""
    past = [np.clip((outward - cut) / (0.3 * span) + 0.5, 0, 1) for cut in cuts]
    steps = [1 - past[0], past[0] - past[1], past[1] - past[2], past[2]]
    shares = np.maximum(np.stack(steps, axis=1), 0.0)
    return np.asarray(shares / shares.sum(axis=1, keepdims=True), np.float32)


def _arm(
    coat: Coat, root: Doubles, elbow: Doubles, wrist: Doubles, tips: list[Doubles]
) -> list[Mesh]:
    """Return the arm with its muscles, the fingers, and a claw at the wrist."""
    colour = coat("wing")
    line = smooth_line([_p(root - (0.12, 0, 0)), _p(root), _p(elbow), _p(wrist)])
    share = np.linspace(0, 1, len(line))
    widths = np.interp(share, (0, 0.2, 0.5, 0.62, 1), (0.13, 0.12, 0.07, 0.085, 0.05))
    made = [tube(line, widths, colour, sides=10, material=Material.FUR)]
    for tip in tips:
        bow = (wrist + tip) / 2 + (0, 0.07, 0.1)
        path = smooth_line([_p(wrist), _p(bow), _p(tip)])
        made.append(
            tube(path, np.linspace(0.045, 0.008, len(path)), colour, sides=6, material=Material.FUR)
        )
    claw = wrist + np.array((0.1, 0.1, 0.22))
    made.append(cone(_p(wrist), _p(claw), 0.045, 0.004, coat("claw"), sides=7))
    return made


def _membrane(
    coat: Coat, root: Doubles, elbow: Doubles, wrist: Doubles, tips: list[Doubles], hip: Doubles
) -> list[Mesh]:
    """Return the skins between the fingers, and from the last finger to the body."""
    made = [_web(coat, wrist, first, second) for first, second in pairwise(tips)]
    low = (tips[-1] + hip) / 2 + (0, 0.05, 0.35)
    edge = np.array([tips[-1], low, hip])
    bases = np.array([wrist, elbow, root])
    rows = []
    for across in np.linspace(0, 1, 13):
        top = _between(bases, across)
        end = _quadratic(edge, across)
        sag = np.sin(np.pi * np.linspace(0, 1, 8))[:, None] * (0, -0.07, 0)
        rows.append(top + (end - top) * np.linspace(0, 1, 8)[:, None] + sag)
    made.append(_skin(coat, np.array(rows)))
    return made


def _web(coat: Coat, wrist: Doubles, first: Doubles, second: Doubles) -> Mesh:
    rows = []
    for across in np.linspace(0, 1, 9):
        edge = first * (1 - across) + second * across
        inward = 1 - 0.2 * np.sin(np.pi * across)
        end = wrist + (edge - wrist) * inward
        reach = np.linspace(0, 1, 8)[:, None]
        sag = reach * (0, -0.08 * np.sin(np.pi * across), 0)
        rows.append(
            wrist
            + (end - wrist) * reach
            + sag
            + np.sin(np.pi * reach) * (0, 0.06, 0.08) * (1 - across) * across * 2
        )
    return _skin(coat, np.array(rows))


def _skin(coat: Coat, grid: Doubles) -> Mesh:
    """Return a two-sided skin, dark where it hangs on bones."""
    rows, columns = grid.shape[:2]
    across = np.sin(np.pi * np.linspace(0, 1, rows))[:, None, None] ** 0.7
    along = np.linspace(0, 1, columns)[None, :, None]
    dark = np.asarray(mixed(coat("membrane"), (0.0, 0.0, 0.0), 0.55))
    light: Rgb = mixed(coat("membrane"), (0.9, 0.35, 0.12), 0.22)
    colours = dark + (np.asarray(light) - dark) * across * (0.35 + 0.65 * along)
    return sheet(grid, colours, material=Material.LEAF)


def _between(points: Doubles, share: float) -> Doubles:
    at = np.linspace(0, 1, len(points))
    return np.array([np.interp(share, at, points[:, axis]) for axis in range(3)])


def _quadratic(points: Doubles, share: float) -> Doubles:
    a, b, c = points
    return np.asarray((1 - share) ** 2 * a + 2 * share * (1 - share) * b + share**2 * c)


def _p(point: Doubles) -> tuple[float, float, float]:
    return (float(point[0]), float(point[1]), float(point[2]))
