"""A model's limbs, read from the names and pivots of its bones."""

import numpy as np

from kinema.engines.scene.shape.model import Model

from .body import Body, Kind, Limb
from .pose import Rig
from .rotation import Vector, unit, vector

MARKS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.WINGED, ("upper.FL", "wing.L.0")),
    (Kind.QUADRUPED, ("upper.FL",)),
    (Kind.BIPED, ("upper_arm.L", "upper_leg.L")),
    (Kind.FISH, ("spine.1",)),
    (Kind.BIRD, ("wing.L.0",)),
    (Kind.INSECT, ("wing.L",)),
    (Kind.WHEELS, ("wheel.0",)),
    (Kind.AIRCRAFT, ("rotor.0",)),
)
"""The bones that tell a kind; the first row that fits holds."""

BY_MOVE = {
    "biped": Kind.RIGID,  # a biped without limbs is a doll
    "boat": Kind.BOAT,
    "wheels": Kind.WHEELS,
    "rails": Kind.WHEELS,
    "aircraft": Kind.AIRCRAFT,
    "rotor": Kind.AIRCRAFT,
    "balloon": Kind.AIRCRAFT,
    "fish": Kind.FISH,
}

FORELEGS = vector(0.0, 0.0, 1.0)
ELBOWS = vector(0.35, -0.45, -0.8)


def body(model: Model, *, scale: float = 1.0, key: float = 0.0) -> Body:
    """Return the model as a body of the kind that its bones tell."""
    rig = Rig(model)
    legs = _legs(rig)
    hips = [limb.reach for limb in legs.values()]
    return Body(
        rig=rig,
        kind=kind_of(rig, model.move),
        scale=scale,
        key=key,
        legs=legs,
        arms=_arms(rig),
        hip=model.traits.get("leg", max(hips) if hips else 0.5 * model.size[1]),
        tail=tuple(name for name in rig.names if name.startswith("tail")),
        trunk=_trunk(rig),
    )


def _trunk(rig: Rig) -> tuple[Vector, Vector]:
    """Return the corners of the box round all vertices that no wing carries."""
    model = rig.model
    wings = np.array([name.startswith("wing") for name in rig.names])
    bones = model.bone_index[np.arange(len(model.bone_index)), model.bone_weight.argmax(axis=1)]
    rest = model.mesh.vertices[~wings[bones]].astype(np.float64)
    return rest.min(axis=0), rest.max(axis=0)


def kind_of(rig: Rig, move: str) -> Kind:
    """Return which plan of limbs a model has."""
    for kind, marks in MARKS:
        if rig.has(*marks):
            return kind
    return BY_MOVE.get(move, Kind.RIGID)


def _legs(rig: Rig) -> dict[str, Limb]:
    found: dict[str, Limb] = {}
    for name in ("FL", "FR", "BL", "BR"):
        if rig.has(f"upper.{name}", f"lower.{name}", f"foot.{name}"):
            found[name] = _limb(rig, f"upper.{name}", f"lower.{name}", f"foot.{name}", FORELEGS)
    for name in ("L", "R"):
        if rig.has(f"upper_leg.{name}", f"lower_leg.{name}", f"foot.{name}"):
            found[name] = _limb(
                rig, f"upper_leg.{name}", f"lower_leg.{name}", f"foot.{name}", FORELEGS
            )
        elif rig.has(f"leg.{name}", f"foot.{name}"):
            found[name] = _limb(rig, f"leg.{name}", f"leg.{name}", f"foot.{name}", FORELEGS)
    return found


def _arms(rig: Rig) -> dict[str, Limb]:
    found: dict[str, Limb] = {}
    for name, side in (("L", 1.0), ("R", -1.0)):
        bones = (f"upper_arm.{name}", f"lower_arm.{name}", f"hand.{name}")
        if rig.has(*bones):
            bend = ELBOWS * vector(side, 1.0, 1.0)
            found[name] = _limb(rig, *bones, bend, natural=False)
    return found


def _limb(
    rig: Rig, upper: str, lower: str, end: str, bend: Vector, *, natural: bool = True
) -> Limb:
    hip, knee, tip = rig.pivot(upper), rig.pivot(lower), rig.pivot(end)
    reach = float(np.linalg.norm(knee - hip) + np.linalg.norm(tip - knee))
    return Limb(
        upper=upper,
        lower=lower,
        end=end,
        side=1.0 if tip[0] >= 0.0 else -1.0,
        rest=tip,
        bend=_bend(hip, knee, tip, bend) if natural else bend,
        reach=reach,
    )


def _bend(hip: Vector, knee: Vector, tip: Vector, otherwise: Vector) -> Vector:
    """Return where the joint points at rest, or ``otherwise`` where the limb is straight."""
    along = unit(tip - hip)
    side = (knee - hip) - along * float((knee - hip) @ along)
    straight = float(np.linalg.norm(side)) < 0.03 * float(np.linalg.norm(tip - hip))
    way = otherwise if straight else vector(0.0, 0.0, float(np.sign(side[2]) or 1.0))
    return unit(way)
