"""The places on a standing figure that others use, and the numbers that motion needs."""

from kinema.engines.scene.shape.creatures.biped.shape import SIDES, Body
from kinema.engines.scene.shape.creatures.draft import Draft


def add_marks(draft: Draft, plan: Body) -> None:
    """Name hands, seat, back, neck and foot, and what of the head has no name yet."""
    for name, way in SIDES:
        x, y, z = plan.wrist_at(way)
        draft.marks[f"hand.{name}"] = (f"hand.{name}", (x, y - 0.07, z + 0.02))
    draft.marks["seat"] = ("hips", (0.0, plan.hip - 0.03, -0.03))
    draft.marks["back"] = ("chest", (0.0, plan.chest, -0.12))
    draft.marks["neck"] = ("neck", (0.0, plan.neck, 0.0))
    draft.marks["foot"] = ("foot.R", (plan.ankle_at(-1.0)[0], 0.0, 0.06))
    draft.marks.setdefault("head", ("head", plan.head))
    draft.marks.setdefault("mouth", ("head", plan.at_head(0, -0.5, 0.95)))
    draft.marks.setdefault("top", ("head", plan.at_head(0, 1.0, 0)))
    leg = plan.hip
    draft.traits.update(leg=leg, stride=0.85 * leg, speed=1.6 * leg, seat=plan.hip, length=0.3)
