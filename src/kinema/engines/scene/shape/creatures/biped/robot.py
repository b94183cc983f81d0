"""Robots: plates, joints and lamps on a person's skeleton."""

from collections.abc import Mapping
from dataclasses import dataclass

from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.biped.limbs import add_bones, step
from kinema.engines.scene.shape.creatures.biped.marks import add_marks
from kinema.engines.scene.shape.creatures.biped.shape import SIDES, Body, Person, body
from kinema.engines.scene.shape.creatures.draft import Draft, finished
from kinema.engines.scene.shape.creatures.hatted import put_on
from kinema.engines.scene.shape.creatures.table import Coat, shape_of
from kinema.engines.scene.shape.model import Material, Mesh, Model
from kinema.engines.scene.shape.part import Point
from kinema.engines.scene.shape.primitives import box, cone, ring, sphere, tube

DARK = (0.05, 0.055, 0.065)


@dataclass(frozen=True, slots=True, kw_only=True)
class Robot:
    """A robot.

    Attributes:
        head: Size of the head by a person's.
        bulk: Thickness of trunk and limbs.
        legs: Length of the legs.
        antenna: Length, in heads.
    """

    head: float = 1.05
    bulk: float = 1.1
    legs: float = 0.9
    antenna: float = 0.6


def robot(
    name: str,
    table: Mapping[str, object],
    coat: Coat,
    size: float,
    *,
    age: str | None = None,
    outfit: tuple[str, ...] = (),
) -> Model:
    """Return a robot whose head is ``size`` metres high, with the bones of a biped."""
    del age  # has none
    own = shape_of(Robot, table)
    plan = body(Person(head=own.head, bulk=own.bulk, legs=own.legs, arms=0.96))
    draft = Draft()
    add_bones(draft, plan)
    _add_head(draft, plan, coat, own.antenna)
    _add_trunk(draft, plan, coat)
    for side, way in SIDES:
        _add_arm(draft, plan, coat, side, way)
        _add_leg(draft, plan, coat, side, way)
    add_marks(draft, plan)
    put_on(draft, plan.head, plan.radius, outfit, throat=(0.0, plan.neck, 0.0))
    return finished(draft, name=name, move="biped", unit=size / plan.height)


def _add_head(draft: Draft, plan: Body, coat: Coat, antenna: float) -> None:
    size = plan.radius
    shell = box(
        plan.at_head(0, 0.12, 0), (1.75 * size, 1.5 * size, 1.6 * size), coat("main"),
        material=Material.GLOSSY, bevel=0.34 * size,
    )  # fmt: skip
    screen = box(
        plan.at_head(0, 0.14, 0.68), (1.4 * size, 0.86 * size, 0.34 * size), DARK,
        material=Material.GLOSSY, bevel=0.14 * size,
    )  # fmt: skip
    draft.solid("head", shell, screen)
    low = plan.at_head(0, -0.72, 0.18)
    jaw = box(
        low,
        (1.2 * size, 0.36 * size, 1.1 * size),
        coat("belly"),
        material=Material.GLOSSY,
        bevel=0.12 * size,
    )
    draft.solid("jaw", jaw)
    for side, way in SIDES:
        at = plan.at_head(way * 0.36, 0.16, 0.84)
        draft.bone(f"lid.{side}", "head", at)
        lamp = sphere(
            at, (0.22 * size, 0.25 * size, 0.07 * size), _lamp(coat), material=Material.EMISSIVE
        )
        lid = box(
            plan.at_head(way * 0.36, 0.62, 0.8),
            (0.5 * size, 0.1 * size, 0.24 * size),
            coat("main"),
            material=Material.GLOSSY,
        )
        draft.solid("head", lamp)
        draft.solid(f"lid.{side}", lid)
        disc = cone(
            plan.at_head(way * 0.84, 0.1, 0),
            plan.at_head(way * 1.06, 0.1, 0),
            0.34 * size,
            0.26 * size,
            coat("belly"),
            sides=16,
        )
        draft.solid("head", disc)
    top = plan.at_head(0, 0.85 + antenna, 0)
    draft.solid(
        "head", cone(plan.at_head(0, 0.8, 0), top, 0.05 * size, 0.04 * size, coat("belly"), sides=8)
    )
    draft.solid("head", sphere(top, 0.13 * size, (1.8, 0.25, 0.12), material=Material.EMISSIVE))
    neck = [(0.0, plan.neck - 0.06, 0.0), plan.at_head(0, -0.6, 0)]
    draft.solid("neck", tube(neck, 0.055, DARK, sides=12))


def _lamp(coat: Coat) -> tuple[float, float, float]:
    red, green, blue = coat("iris")
    return (red * 2.4, green * 2.4, blue * 2.4)


def _add_trunk(draft: Draft, plan: Body, coat: Coat) -> None:
    bulk = plan.person.bulk
    middle = (plan.chest + plan.shoulder) / 2 - 0.02
    chest = box(
        (0, middle, 0),
        (0.34 * bulk, 0.28, 0.22 * bulk),
        coat("main"),
        material=Material.GLOSSY,
        bevel=0.05,
    )
    panel = box(
        (0, middle + 0.02, 0.105 * bulk),
        (0.17, 0.12, 0.03),
        DARK,
        material=Material.GLOSSY,
        bevel=0.01,
    )
    draft.solid("chest", chest, panel)
    for row, colour in enumerate(((1.6, 0.2, 0.1), (0.2, 1.3, 0.3), (0.2, 0.5, 1.8))):
        at = (-0.05 + 0.05 * row, middle + 0.03, 0.105 * bulk + 0.018)
        draft.solid(
            "chest", sphere(at, 0.014, colour, material=Material.EMISSIVE, rings=5, sides=8)
        )
    for row in range(3):
        y = plan.waist + 0.045 * row - 0.03
        draft.solid("spine", ring((0, y, 0), 0.085 * bulk, 0.026, DARK, squash=(1.1, 1.0, 0.9)))
    hips = box(
        (0, plan.hip + 0.05, 0),
        (0.27 * bulk, 0.14, 0.18 * bulk),
        coat("belly"),
        material=Material.GLOSSY,
        bevel=0.045,
    )
    draft.solid("hips", hips)


def _limb(start: Point, end: Point, radius: float, coat: Coat) -> list[Mesh]:
    """Return a ball joint, a thin shaft and a plate round it."""
    return [
        sphere(start, radius * 0.95, DARK, material=Material.SATIN),
        cone(start, end, radius * 0.5, radius * 0.5, DARK, sides=10),
        cone(step(start, end, 0.2), step(start, end, 0.86), radius, radius * 0.85, coat("main"),
             material=Material.GLOSSY, sides=16),
    ]  # fmt: skip


def _add_arm(draft: Draft, plan: Body, coat: Coat, side: str, way: float) -> None:
    bulk = plan.person.bulk
    shoulder, elbow, wrist = plan.shoulder_at(way), plan.elbow_at(way), plan.wrist_at(way)
    draft.solid(f"upper_arm.{side}", *_limb(shoulder, elbow, 0.052 * bulk, coat))
    cap = sphere(
        (shoulder[0] + way * 0.015, shoulder[1] + 0.01, shoulder[2]),
        0.085 * bulk,
        coat("belly"),
        material=Material.GLOSSY,
    )
    draft.solid(f"upper_arm.{side}", cap)
    draft.solid(f"lower_arm.{side}", *_limb(elbow, wrist, 0.055 * bulk, coat))
    x, y, z = wrist
    palm = box(
        (x, y - 0.035, z + 0.01),
        (0.05, 0.07, 0.085),
        coat("belly"),
        material=Material.GLOSSY,
        bevel=0.014,
    )
    draft.solid(f"hand.{side}", palm, sphere(wrist, 0.034, DARK))
    for row in range(3):
        at = z + 0.042 - 0.032 * row
        finger = [
            (x, y - 0.065, at),
            (x + way * 0.008, y - 0.105, at),
            (x - way * 0.008, y - 0.14, at),
        ]
        draft.solid(f"hand.{side}", tube(finger, [0.014, 0.013, 0.009], DARK, sides=8))
    thumb = [
        (x - way * 0.015, y - 0.03, z + 0.05),
        (x - way * 0.03, y - 0.07, z + 0.075),
        (x - way * 0.03, y - 0.1, z + 0.075),
    ]
    draft.solid(f"hand.{side}", tube(thumb, [0.015, 0.013, 0.009], DARK, sides=8))


def _add_leg(draft: Draft, plan: Body, coat: Coat, side: str, way: float) -> None:
    bulk = plan.person.bulk
    hip, knee, ankle = plan.hip_at(way), plan.knee_at(way), plan.ankle_at(way)
    draft.solid(f"upper_leg.{side}", *_limb(hip, knee, 0.068 * bulk, coat))
    draft.solid(f"lower_leg.{side}", *_limb(knee, ankle, 0.072 * bulk, coat))
    x, _, z = ankle
    foot = box(
        (x, 0.045, z + 0.045),
        (0.125 * bulk, 0.09, 0.25),
        mixed(coat("belly"), coat("main"), 0.2),
        material=Material.GLOSSY,
        bevel=0.03,
    )
    draft.solid(f"foot.{side}", foot)
