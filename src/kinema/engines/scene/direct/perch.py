"""Sizes and seats that let a cat play a grand piano: storybook proportions, and stools."""

from dataclasses import dataclass, replace

import numpy as np

from kinema.engines.scene.graph import Resolved, Thing
from kinema.engines.scene.library.kinds import Kind
from kinema.engines.scene.motion import limbs
from kinema.engines.scene.motion.body import Body, Cue, bones, level
from kinema.engines.scene.motion.body import Kind as Plan
from kinema.engines.scene.motion.clips import perform
from kinema.engines.scene.motion.rotation import vector
from kinema.engines.scene.motion.track import spot
from kinema.engines.scene.shape.library import model

from .cast import Part
from .links import Bond, Hold

CHILD = 1.5
"""Metres of height that lets an animal use what is made for people."""

LEAST = {Hold.RIDES: 0.36, Hold.ON: 0.16}
"""Height of an animal that can be seen on its carrier, as a share of the carrier's."""

MOST_GROWTH = 4.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where one sits to use a thing: metres above the floor, and from its keys."""

    height: float
    away: float


def storybook(parts: tuple[Part, ...], bound: dict[str, Bond]) -> tuple[Part, ...]:
    """Return the parts with small animals grown, and held things shrunk, to fit each other."""
    grown = {part.key: _grown(part, bound, parts) for part in parts}
    return tuple(_fitted(grown[part.key], bound, grown) for part in parts)


def _grown(part: Part, bound: dict[str, Bond], parts: tuple[Part, ...]) -> Part:
    if part.kind is Kind.PERSON or not part.alive or part.thing.size is not None:
        return part
    factor = _to_be_seen(part, bound.get(part.key), parts)
    if factor > 1.0:
        return _scaled(part, min(MOST_GROWTH, factor))
    tools = [p for p in parts if _used_by(part, p, bound) and max(p.size) > 0.7 * part.size[1]]
    if not tools or part.size[1] >= CHILD:
        return part
    return _scaled(part, min(MOST_GROWTH, CHILD / part.size[1]))


def _to_be_seen(part: Part, bond: Bond | None, parts: tuple[Part, ...]) -> float:
    """Return how often its size a rider must be, to be seen on what it rides or sits on."""
    if bond is None or bond.how not in LEAST:
        return 1.0
    carrier = next(other for other in parts if other.key == bond.to)
    return LEAST[bond.how] * carrier.size[1] / part.size[1]


def _used_by(part: Part, tool: Part, bound: dict[str, Bond]) -> bool:
    mine, its = bound.get(part.key), bound.get(tool.key)
    if tool.alive:
        return False
    if mine is not None and mine.to == tool.key and mine.how in (Hold.AT, Hold.RIDES):
        return True
    return its is not None and its.to == part.key


def _fitted(part: Part, bound: dict[str, Bond], grown: dict[str, Part]) -> Part:
    bond = bound.get(part.key)
    if bond is None or bond.how not in (Hold.SLUNG, Hold.GRASPED, Hold.WORN):
        return part
    limit = {Hold.SLUNG: 0.62, Hold.GRASPED: 0.75, Hold.WORN: 0.3}[bond.how]
    limit = 0.28 if grown[bond.to].thing.action in ("eat", "drink") else limit
    most = limit * grown[bond.to].size[1]
    return _scaled(part, most / max(part.size)) if max(part.size) > most else part


def _scaled(part: Part, factor: float) -> Part:
    return replace(part, body=replace(part.body, scale=part.body.scale * factor))


def seat(user: Body, keys_height: float) -> Seat:
    """Return the seat from which a body's hands lie well on keys of that height."""
    action = "play_keys" if user.kind is not Plan.BIPED else "sit"
    here = vector(0.0, 0.0, 0.0)
    cue = Cue(time=0.0, track=spot(here, 0.0), ground=level(-9.0), places={"seat": here})
    matrices = bones(user, perform(user, action, cue)).astype(np.float64)
    limb = user.arms.get("L") or user.legs.get("FL")
    if limb is None:
        return Seat(height=max(0.0, keys_height - 0.6 * user.height), away=0.5 * user.length)
    row = user.rig.rows[limb.upper]
    shoulder = matrices[row, :, :3] @ user.rig.pivots[row] + matrices[row, :, 3]
    reach = limb.reach * user.scale
    drop = (0.62 if user.arms else 0.3) * reach
    along = 0.72 * float(np.sqrt(reach * reach - drop * drop))
    return Seat(height=keys_height + drop - float(shoulder[1]), away=float(shoulder[2]) + along)


def seats(parts: tuple[Part, ...], bound: dict[str, Bond]) -> dict[str, Seat]:
    """Return the seat of everyone who uses something that has keys, by the user's key."""
    by_key = {part.key: part for part in parts}
    found: dict[str, Seat] = {}
    for bond in bound.values():
        keys = by_key[bond.to].body.model.anchors.get("keys")
        if bond.how is Hold.AT and keys is not None:
            height = float(keys.at[1]) * by_key[bond.to].body.scale
            found[bond.part] = seat(by_key[bond.part].body, height)
    return found


def stool(user: Part, height: float) -> Part:
    """Return a stool whose top is that high, which belongs to the scenery."""
    shape = model("piano stool")
    thing = Thing(
        id=f"{user.thing.id}.seat", noun="stool", object="piano stool", resolved=Resolved.EXACT
    )
    return Part(
        thing=thing, owner=0, copy=user.copy, kind=Kind.FURNITURE,
        body=limbs.body(shape, scale=height / shape.size[1]), actor=False,
    )  # fmt: skip
