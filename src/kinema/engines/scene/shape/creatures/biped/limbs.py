"""A person's bones, and the bare parts of the body: arms, hands, legs and feet."""

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.creatures.biped.shape import SIDES, Body
from kinema.engines.scene.shape.creatures.draft import Draft, Skin
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.shape.part import Part, Point, ball


def add_bones(draft: Draft, body: Body) -> None:
    """Add all bones of a biped, parents first."""
    draft.bone("hips", None, (0.0, body.hip + 0.05, 0.0))
    draft.bone("spine", "hips", (0.0, body.waist - 0.02, -0.01))
    draft.bone("chest", "spine", (0.0, body.chest - 0.05, -0.01))
    draft.bone("neck", "chest", (0.0, body.neck, -0.012))
    draft.bone("head", "neck", body.at_head(0, -0.62, -0.2))
    draft.bone("jaw", "head", body.at_head(0, -0.22, 0.05))
    for name, way in SIDES:
        draft.bone(f"upper_arm.{name}", "chest", body.shoulder_at(way))
        draft.bone(f"lower_arm.{name}", f"upper_arm.{name}", body.elbow_at(way))
        draft.bone(f"hand.{name}", f"lower_arm.{name}", body.wrist_at(way))
    for name, way in SIDES:
        draft.bone(f"upper_leg.{name}", "hips", body.hip_at(way))
        draft.bone(f"lower_leg.{name}", f"upper_leg.{name}", body.knee_at(way))
        draft.bone(f"foot.{name}", f"lower_leg.{name}", body.ankle_at(way))


def step(start: Point, end: Point, share: float) -> Point:
    """Return the place ``share`` of the way from start to end."""
    x, y, z = (a + (b - a) * share for a, b in zip(start, end, strict=True))
    return (x, y, z)


def arm(body: Body, way: float, name: str, colour: Rgb, *, thick: float = 1.0) -> list[Part]:
    """Return an arm from shoulder to wrist."""
    size = body.person.bulk * thick * (0.86 if body.woman else 1.0)
    shoulder, elbow, wrist = body.shoulder_at(way), body.elbow_at(way), body.wrist_at(way)
    return [
        Part(a=shoulder, b=elbow, ra=0.05 * size, rb=0.04 * size, bone=f"upper_arm.{name}",
             colour=colour, blend=0.03),
        Part(a=elbow, b=step(elbow, wrist, 0.4), ra=0.04 * size, rb=0.041 * size,
             bone=f"lower_arm.{name}", colour=colour, blend=0.03),
        Part(a=step(elbow, wrist, 0.4), b=wrist, ra=0.041 * size, rb=0.029 * size,
             bone=f"lower_arm.{name}", colour=colour, blend=0.03),
    ]  # fmt: skip


def leg(body: Body, way: float, name: str, colour: Rgb, *, thick: float = 1.0) -> list[Part]:
    """Return a leg from hip to ankle."""
    size = body.person.bulk * thick * (0.94 if body.woman else 1.0)
    hip, knee, ankle = body.hip_at(way), body.knee_at(way), body.ankle_at(way)
    calf = step(knee, ankle, 0.3)
    return [
        Part(a=hip, b=knee, ra=0.078 * size, rb=0.056 * size, bone=f"upper_leg.{name}",
             colour=colour, blend=0.04),
        Part(a=knee, b=(calf[0], calf[1], calf[2] - 0.012), ra=0.054 * size, rb=0.055 * size,
             bone=f"lower_leg.{name}", colour=colour, blend=0.03),
        Part(a=(calf[0], calf[1], calf[2] - 0.012), b=ankle, ra=0.055 * size, rb=0.036 * size,
             bone=f"lower_leg.{name}", colour=colour, blend=0.03),
    ]  # fmt: skip


def hand(body: Body, way: float, name: str, colour: Rgb, *, thick: float = 1.0) -> Skin:
    """Return a hand: palm to the thigh, thumb ahead, fingers a little bent."""
    size = (0.9 if body.woman else 1.0) * (0.6 + 0.4 * body.person.head) * thick**0.5
    x, y, z = body.wrist_at(way)
    bone = f"hand.{name}"
    like = Part(a=(x, y, z), b=(x, y, z), ra=1, rb=1, bone=bone, colour=colour, blend=0.014)
    palm = (x + way * 0.012, y - 0.05 * size, z + 0.012)
    parts = [
        Part(a=(x, y + 0.012, z), b=palm, ra=0.026 * size, rb=0.03 * size, bone=bone,
             colour=colour, blend=0.02, squash=(0.85, 1.0, 1.0)),
        ball(palm, (0.021 * size * thick, 0.044 * size, 0.041 * size), like),
    ]  # fmt: skip
    for row in range(4):
        parts += _finger(palm, way, row, size, thick, like)
    root = (palm[0] - way * 0.004, palm[1] + 0.018 * size, palm[2] + 0.028 * size)
    tip = (root[0] - way * 0.018 * size, root[1] - 0.034 * size, root[2] + 0.03 * size)
    end = (tip[0] - way * 0.004, tip[1] - 0.024 * size, tip[2] + 0.008 * size)
    wide = 0.0145 * size * thick
    parts.append(
        Part(a=root, b=tip, ra=wide * 1.15, rb=wide, bone=bone, colour=colour, blend=0.014)
    )
    parts.append(Part(a=tip, b=end, ra=wide, rb=wide * 0.85, bone=bone, colour=colour, blend=0.01))
    return Skin(parts=tuple(parts), cell=0.014 * size, material=Material.SKIN)


def _finger(palm: Point, way: float, row: int, size: float, thick: float, like: Part) -> list[Part]:
    across = (1.5 - row) * 0.0205 * size
    long = (0.05, 0.056, 0.052, 0.04)[row] * size
    wide = 0.0122 * size * thick
    x, y, z = palm
    root = (x, y - 0.032 * size, z + across)
    middle = (x - way * 0.006 * size, root[1] - 0.6 * long, z + across * 1.1)
    end = (x - way * 0.02 * size, root[1] - 1.05 * long, z + across * 1.08 + 0.003)
    bone, colour = like.bone, like.colour
    return [
        Part(a=root, b=middle, ra=wide, rb=wide, bone=bone, colour=colour, blend=0.006),
        Part(a=middle, b=end, ra=wide, rb=wide * 0.82, bone=bone, colour=colour, blend=0.004),
    ]


def bare_foot(body: Body, way: float, name: str, colour: Rgb) -> list[Part]:
    """Return a foot with a big toe."""
    x, y, z = body.ankle_at(way)
    bone = f"foot.{name}"
    toe = (x + way * 0.004, 0.026, z + 0.145)
    return [
        Part(a=(x, y, z), b=(x, 0.045, z + 0.0), ra=0.036, rb=0.044, bone=bone, colour=colour),
        Part(a=(x, 0.045, z + 0.01), b=toe, ra=0.042, rb=0.028, bone=bone, colour=colour,
             squash=(1.0, 0.85, 1.0)),
    ]  # fmt: skip
