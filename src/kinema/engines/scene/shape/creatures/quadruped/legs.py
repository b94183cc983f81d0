"""Legs and feet of a quadruped: paws with toes, hooves, cloven hooves and an elephant's pads."""

from dataclasses import dataclass

from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.draft import Draft
from kinema.engines.scene.shape.creatures.quadruped.shape import Layout
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.mesh import moved
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.part import Part, Point, ball
from kinema.engines.scene.shape.primitives import cone, lathe, sphere

FOOT_HEIGHT = {"paws": 0.13, "hooves": 0.2, "cloven": 0.18, "pads": 0.16}
"""Height of the joint above the foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One leg: its name, such as ``FL``, and its joints from the top down."""

    name: str
    top: Point
    knee: Point
    ankle: Point

    @property
    def front(self) -> bool:
        """Whether it is a foreleg."""
        return self.name[0] == "F"


def legs(plan: Layout) -> list[Leg]:
    """Return the four legs."""
    shape = plan.shape
    x = shape.width * shape.spread + 0.1 * shape.leg
    low = FOOT_HEIGHT[shape.feet]
    bent = 0.45 if shape.feet == "pads" else 1.0
    front, back = plan.chest[2] + 0.06 * shape.length, plan.hips[2] + 0.02
    found = []
    for side, way in (("L", 1.0), ("R", -1.0)):
        top = 1.0 - shape.depth * 0.6
        found.append(
            Leg(
                name=f"F{side}",
                top=(way * x * 0.92, top, front),
                knee=(way * x * 1.03, low + (top - low) * 0.46, front - 0.035 * bent),
                ankle=(way * x * 1.03, low, front),
            )
        )
        hip = 1.0 - shape.depth * 0.5
        hock = max(low * 1.1, 0.27 if bent == 1.0 else low)
        found.append(
            Leg(
                name=f"B{side}",
                top=(way * x * 0.9, hip, back),
                knee=(way * x * 1.08, hock + (hip - hock) * 0.42, back + 0.1 * bent),
                ankle=(way * x * 1.05, hock, back - 0.1 * bent),
            )
        )
    return sorted(found, key=lambda leg: ("FB".index(leg.name[0]), "LR".index(leg.name[1])))


def add_legs(draft: Draft, plan: Layout, coat: Coat) -> list[Part]:
    """Add the legs' bones and hooves, and return their soft parts."""
    parts: list[Part] = []
    for leg in legs(plan):
        draft.bone(f"upper.{leg.name}", "chest" if leg.front else "hips", leg.top)
        draft.bone(f"lower.{leg.name}", f"upper.{leg.name}", leg.knee)
        draft.bone(f"foot.{leg.name}", f"lower.{leg.name}", leg.ankle)
        parts += _limb(plan, coat, leg)
        foot = f"foot.{leg.name}"
        parts += FEET[plan.shape.feet](plan, coat, leg)
        draft.solid(foot, *HARD[plan.shape.feet](plan, coat, leg))
    return parts


def _limb(plan: Layout, coat: Coat, leg: Leg) -> list[Part]:
    shape = plan.shape
    thick = shape.leg * (shape.shoulder if leg.front else shape.thigh)
    knee = shape.leg * (1.12 if leg.front else 1.2)
    upper = Part(
        a=leg.top,
        b=leg.knee,
        ra=thick,
        rb=knee,
        bone=f"upper.{leg.name}",
        squash=(0.8, 1.0, 1.0),
        colour=mixed(coat("main"), coat("legs"), 0.35),
        blend=0.09,
    )
    lower = Part(
        a=leg.knee,
        b=leg.ankle,
        ra=knee * 0.98,
        rb=shape.leg * 0.9,
        bone=f"lower.{leg.name}",
        colour=coat("legs"),
        blend=0.05,
    )
    return [upper, lower]


def _toe(plan: Layout, leg: Leg) -> Point:
    """Return the middle of the foot on the ground, at height 0."""
    x, _, z = leg.ankle
    ahead = 0.35 * plan.shape.leg if leg.front else 0.1 * (plan.shape.feet != "pads")
    return (x, 0.0, z + ahead)


def _paw(plan: Layout, coat: Coat, leg: Leg) -> list[Part]:
    size = plan.shape.leg * plan.shape.foot
    x, _, z = _toe(plan, leg)
    like = Part(
        a=(x, 0, z), b=(x, 0, z), ra=1, rb=1, bone=f"foot.{leg.name}", colour=coat("paws"),
        blend=0.4 * size,
    )  # fmt: skip
    shank = Part(
        a=leg.ankle, b=(x, 0.62 * size, z), ra=plan.shape.leg * 0.9, rb=plan.shape.leg * 0.85,
        bone=f"foot.{leg.name}", colour=coat("legs"), blend=0.04,
    )  # fmt: skip
    parts = [shank, ball((x, 0.5 * size, z + 0.25 * size), (size, 0.52 * size, 1.15 * size), like)]
    for row in range(3):
        across = (row - 1) * 0.56 * size
        ahead = z + (1.15 - 0.16 * abs(row - 1)) * size
        toe = ball((x + across, 0.4 * size, ahead), (0.36 * size, 0.4 * size, 0.44 * size), like)
        parts.append(_melted(toe, 0.1 * size))
    return parts


def _melted(part: Part, blend: float) -> Part:
    return Part(
        a=part.a, b=part.b, ra=part.ra, rb=part.rb, bone=part.bone, colour=part.colour,
        squash=part.squash, blend=blend,
    )  # fmt: skip


def _pastern(plan: Layout, coat: Coat, leg: Leg) -> list[Part]:
    """Return the slim shank over a hoof, with a knob at the fetlock."""
    thick = plan.shape.leg
    x, _, z = _toe(plan, leg)
    foot = f"foot.{leg.name}"
    low = 0.1
    shank = Part(
        a=leg.ankle, b=(x, low, z - 0.01), ra=thick * 0.88, rb=thick * 0.72, bone=foot,
        colour=coat("legs"), blend=0.04,
    )  # fmt: skip
    knob = Part(
        a=(x, low + 0.03, z - 0.02), b=(x, low - 0.02, z + 0.02), ra=thick * 0.9, rb=thick * 0.92,
        bone=foot, colour=coat("paws"), blend=0.03,
    )  # fmt: skip
    return [shank, knob]


def _column(plan: Layout, coat: Coat, leg: Leg) -> list[Part]:
    x, _, z = _toe(plan, leg)
    thick = plan.shape.leg * plan.shape.foot
    foot = f"foot.{leg.name}"
    return [
        Part(
            a=leg.ankle, b=(x, 0.1, z), ra=plan.shape.leg, rb=thick, bone=foot,
            colour=coat("legs"), blend=0.05,
        ),
        Part(
            a=(x, 0.07, z + 0.01), b=(x, 0.05, z + 0.02), ra=thick, rb=thick * 1.05, bone=foot,
            colour=coat("paws"), blend=0.05, squash=(1.0, 0.6, 1.0),
        ),
    ]  # fmt: skip


def _claws(plan: Layout, coat: Coat, leg: Leg) -> list[Mesh]:
    size = plan.shape.leg * plan.shape.foot
    x, _, z = _toe(plan, leg)
    if not coat.has("claw"):
        return []
    return [
        cone(
            (x + row * 0.56 * size, 0.42 * size, z + 1.45 * size),
            (x + row * 0.58 * size, 0.08 * size, z + 1.9 * size),
            0.13 * size, 0.02 * size, coat("claw"), material=Material.GLOSSY, sides=6,
        )
        for row in (-1, 0, 1)
    ]  # fmt: skip


def _hoof(plan: Layout, coat: Coat, leg: Leg) -> list[Mesh]:
    size = plan.shape.leg * plan.shape.foot
    x, _, z = _toe(plan, leg)
    profile = [(0, 0), (1.12, 0), (1.1, 0.12), (0.86, 1.1), (0.7, 1.2), (0, 1.2)]
    shape = lathe([(r * size, h * size) for r, h in profile], coat("hoof"), sides=14)
    return [moved(shape, (x, 0, z + 0.02), scale=(1.0, 1.0, 1.15))]


def _cloven(plan: Layout, coat: Coat, leg: Leg) -> list[Mesh]:
    size = plan.shape.leg * plan.shape.foot
    x, _, z = _toe(plan, leg)
    profile = [(0, 0), (0.66, 0), (0.64, 0.12), (0.46, 1.0), (0.3, 1.15), (0, 1.15)]
    half = lathe([(r * size, h * size) for r, h in profile], coat("hoof"), sides=10)
    return [
        moved(half, (x + side * 0.46 * size, 0, z + 0.03), scale=(0.85, 1.0, 1.6))
        for side in (-1, 1)
    ]


def _nails(plan: Layout, coat: Coat, leg: Leg) -> list[Mesh]:
    x, _, z = _toe(plan, leg)
    thick = plan.shape.leg * plan.shape.foot * 1.03
    return [
        sphere(
            (x + side * 0.6 * thick, 0.045, z + 0.02 + thick * (0.97 - 0.28 * abs(side))),
            (0.024, 0.03, 0.016), coat("claw"), rings=6, sides=8,
        )
        for side in (-1, 0, 1)
    ]  # fmt: skip


FEET = {"paws": _paw, "hooves": _pastern, "cloven": _pastern, "pads": _column}
HARD = {"paws": _claws, "hooves": _hoof, "cloven": _cloven, "pads": _nails}
