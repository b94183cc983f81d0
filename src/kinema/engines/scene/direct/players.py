"""Players: parts with their routes and bonds, and where all their bones are at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from kinema.engines.scene.motion.body import Act, Body, Cue, Ground, anchor, bones, level
from kinema.engines.scene.motion.body import Kind as Plan
from kinema.engines.scene.motion.clips import perform
from kinema.engines.scene.motion.ease import smooth
from kinema.engines.scene.motion.pose import Pose, Stand, mixed
from kinema.engines.scene.motion.rotation import Matrix, Vector, euler, facing, vector, yaw
from kinema.engines.scene.motion.track import Track
from kinema.engines.scene.shape.model import Floats

from .beats import Stretch, current
from .cast import Part
from .links import Bond, Hold
from .route import Route

BLEND = 0.35
"""Seconds in which one animation passes into the next."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Player:
    """A part on stage.

    Attributes:
        floor: Height of what it stands on at (x, z).
        bond: How it is bound to another; None stands free.
        uses: Keys of parts that it holds, sits at or looks at, by what they are to it: ``slung``,
            ``held``, ``at``, ``look``.
        spread: Where it stands on its carrier, metres to the side; for several on one.
        load: Height of what is in its hand, metres.
        perch: Height of a seat at its own mark, metres above the floor; None stands.
    """

    part: Part
    plan: tuple[Stretch, ...]
    route: Route
    floor: Ground
    level: float = 0.0
    bond: Bond | None = None
    uses: Mapping[str, str] = field(default_factory=dict)
    spread: float = 0.0
    perch: float | None = None
    load: float = 0.0
    effort: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shown:
    """A player at one moment: the body, its (b, 3, 4) bones, and where it stands."""

    body: Body
    bones: Floats
    stand: Stand

    def anchor(self, *names: str) -> Vector | None:
        """Return where the first of the named anchors that there is lies in the world."""
        found = (anchor(self.body, self.bones, name) for name in names)
        return next((at for at in found if at is not None), None)

    def turn_of(self, name: str) -> Matrix:
        """Return how the bone that carries an anchor is turned."""
        row = self.body.model.anchors[name].bone if name in self.body.model.anchors else 0
        turn = self.bones[row, :, :3].astype(np.float64)
        return turn / np.linalg.norm(turn[:, 0])


def ordered(players: tuple[Player, ...]) -> tuple[Player, ...]:
    """Return the players so that each comes after those that it depends on."""
    by_key = {player.part.key: player for player in players}
    done: dict[str, Player] = {}

    def add(player: Player) -> None:
        if player.part.key in done:
            return
        needs = [player.bond.to] if player.bond is not None else []
        needs += [player.uses["at"]] if "at" in player.uses else []
        for key in needs:
            add(by_key[key])
        done[player.part.key] = player

    for player in players:
        add(player)
    return tuple(done.values())


def shown(players: tuple[Player, ...], time: float) -> dict[str, Shown]:
    """Return every player at a time, by key; takes them in `ordered` order."""
    found: dict[str, Shown] = {}
    by_key = {player.part.key: player for player in players}
    for player in players:
        found[player.part.key] = _one(player, time, found, by_key)
    return found


def _one(
    player: Player, time: float, found: dict[str, Shown], by_key: Mapping[str, Player]
) -> Shown:
    bond = player.bond
    if bond is not None and bond.how in (Hold.GRASPED, Hold.SLUNG, Hold.WORN):
        return _carried(player, bond, found[bond.to])
    cue = _cue(player, time, found)
    act = _blended(player, cue, time)
    slung = player.uses.get("slung")
    if slung is not None:
        act = _with_slung(player, cue, time, act, by_key[slung])
    return _show(player.part.body, act)


def _show(body: Body, act: Act) -> Shown:
    return Shown(body=body, bones=bones(body, act), stand=act.stand)


def _blended(player: Player, cue: Cue, time: float) -> Act:
    """Play the present animation, faded in from the one before."""
    now = current(player.plan, time)
    act = _played(player, cue, now, time)
    earlier = [stretch for stretch in player.plan if stretch.end <= now.start]
    share = smooth((time - now.start) / BLEND)
    if not earlier or share >= 1.0:
        return act
    before = _played(player, cue, earlier[-1], time)
    return between(before, act, share)


def between(first: Act, second: Act, share: float) -> Act:
    """Return the act ``share`` of the way from one to another."""
    turn = first.stand.turn * (1.0 - share) + second.stand.turn * share
    stand = Stand(
        at=first.stand.at * (1.0 - share) + second.stand.at * share,
        turn=facing(turn[:, 2], turn[:, 1]),
        scale=first.stand.scale * (1.0 - share) + second.stand.scale * share,
    )
    return Act(pose=mixed(first.pose, second.pose, share), stand=stand)


def _played(player: Player, cue: Cue, stretch: Stretch, time: float) -> Act:
    told = Cue(
        time=cue.time, track=cue.track, ground=cue.ground, distance=cue.distance, speed=cue.speed,
        share=stretch.share(time), beat=max(0.0, time - stretch.start), places=cue.places,
        mount=cue.mount, effort=cue.effort, level=cue.level, load=player.load,
    )  # fmt: skip
    return perform(player.part.body, stretch.name, told)


def _cue(player: Player, time: float, found: Mapping[str, Shown]) -> Cue:
    places: dict[str, Vector] = {}
    mount: Stand | None = None
    route, floor = player.route, player.floor
    if player.bond is not None:
        carrier = found[player.bond.to]
        seat = seat_of(carrier)
        turn = carrier.turn_of("seat")
        seat = seat + turn[:, 0] * player.spread
        if player.bond.how is Hold.RIDES:
            places |= _riding(carrier, seat)
            mount = Stand(at=seat, turn=turn)
        elif "seat" in carrier.body.model.anchors:
            places["seat"] = seat
        turn = turn @ yaw(0.9) if _lies(player, time) else turn
        route = Route(track=_fixed(seat, turn), pace=_nowhere)
        floor = level(float(seat[1]))
    if player.perch is not None:
        here = route.step(time).at
        low = floor(float(here[0]), float(here[2]))
        places["seat"] = vector(float(here[0]), low + player.perch, float(here[2]))
    if "at" in player.uses:
        places |= _using(player, found[player.uses["at"]])
    if player.uses.get("look") in found:
        places["look"] = _middle(found[player.uses["look"]])
    return Cue(
        time=time, track=route.track, ground=floor, distance=route.pace(time),
        speed=abs(route.speed(time)), places=places, mount=mount, effort=player.effort,
        level=player.level,
    )  # fmt: skip


def _lies(player: Player, time: float) -> bool:
    return current(player.plan, time).name in ("lie", "sleep")


def _nowhere(time: float) -> float:
    del time
    return 0.0


def _fixed(at: Vector, turn: Matrix) -> Track:
    return Track(np.stack([at, at + vector(float(turn[0, 2]), 0.0, float(turn[2, 2]))]))


def seat_of(carrier: Shown) -> Vector:
    """Return the place on which one sits, stands or lies."""
    found = carrier.anchor("seat", "top", "back")
    if found is not None:
        return found
    return carrier.stand.point(vector(0.0, carrier.body.model.size[1], 0.0))


def _riding(carrier: Shown, seat: Vector) -> dict[str, Vector]:
    width = 0.36 * carrier.body.model.size[0] * carrier.body.scale
    places = {"seat": seat, "girth": vector(width, 0.0, 0.0)}
    for name in ("L", "R"):
        for anchor_name, place in (("handle", "hand"), ("pedal", "foot")):
            at = carrier.anchor(f"{anchor_name}.{name}")
            if at is not None:
                places[f"{place}.{name}"] = at
    return places


def _using(player: Player, used: Shown) -> dict[str, Vector]:
    """Return the places that hands go to at a piano, drums, a stove or a desk."""
    places: dict[str, Vector] = {}
    hands = used.anchor("keys", "strum", "hand")
    if hands is not None:
        apart = 0.13 * player.part.size[1]
        side = used.stand.turn[:, 0]
        places["hand.L"], places["hand.R"] = hands - side * apart, hands + side * apart
    return places


def _middle(other: Shown) -> Vector:
    head = other.anchor("head", "top")
    if head is not None:
        return head
    return other.stand.point(vector(0.0, 0.7 * other.body.model.size[1], 0.0))


def _with_slung(player: Player, cue: Cue, time: float, act: Act, item: Player) -> Act:
    """Play again with hands on an instrument that hangs where the first playing left the chest."""
    body = player.part.body
    held = slung_stand(body, _show(body, act), item.part.body)
    thing = Shown(
        body=item.part.body, bones=bones(item.part.body, Act(pose=Pose(), stand=held)), stand=held
    )
    strum, neck = thing.anchor("strum", "body", "hand"), thing.anchor("neck", "top")
    places = dict(cue.places)
    if strum is not None and neck is not None:
        along = (neck - strum) * 0.3
        places |= {"strum": strum, "neck": neck, "along": along, "hand.R": strum, "hand.L": neck}
    again = Cue(
        time=cue.time, track=cue.track, ground=cue.ground, distance=cue.distance, speed=cue.speed,
        places=places, mount=cue.mount, effort=cue.effort, level=cue.level,
    )  # fmt: skip
    return _blended(player, again, time)


def slung_stand(body: Body, carrier: Shown, item: Body) -> Stand:
    """Return where an instrument hangs: across the belly, its neck to the player's left."""
    strum = item.model.anchors.get("strum")
    grip = np.array(strum.at if strum is not None else (0.0, 0.3 * item.model.size[1], 0.0))
    tilt = euler(0.0, 0.0, -1.1)
    if body.kind is not Plan.BIPED:
        base = carrier.stand
        flat = facing(vector(float(base.turn[0, 2]), 0.0, float(base.turn[2, 2])))
        middle = base.at + flat @ vector(0.0, 0.42 * body.height, 0.38 * body.length)
        return Stand(
            at=middle - flat @ tilt @ grip * item.scale, turn=flat @ tilt, scale=item.scale
        )
    rig = body.rig
    hips, shoulder = rig.pivot("hips"), rig.pivot("upper_arm.L")
    front = 0.95 * abs(float(shoulder[0])) + 0.02
    rest = vector(-0.03, float(hips[1]) + 0.42 * float(shoulder[1] - hips[1]), front)
    chest = carrier.bones[rig.rows["spine" if rig.has("spine") else "chest"]].astype(np.float64)
    turn = chest[:, :3] / np.linalg.norm(chest[:, 0])
    middle = chest[:, :3] @ rest + chest[:, 3]
    return Stand(at=middle - turn @ tilt @ grip * item.scale, turn=turn @ tilt, scale=item.scale)


def _carried(player: Player, bond: Bond, carrier: Shown) -> Shown:
    item = player.part.body
    match bond.how:
        case Hold.SLUNG:
            stand = slung_stand(carrier.body, carrier, item)
        case Hold.WORN:
            stand = _worn(carrier, item)
        case _:
            stand = _in_hand(carrier, item)
    return _show(item, Act(pose=Pose(), stand=stand))


def _worn(carrier: Shown, item: Body) -> Stand:
    top = carrier.anchor("head", "top")
    row = carrier.body.rig.rows.get("head", 0)
    turn = carrier.bones[row, :, :3].astype(np.float64)
    turn = turn / np.linalg.norm(turn[:, 0])
    at = carrier.stand.point(vector(0.0, carrier.body.model.size[1], 0.0)) if top is None else top
    return Stand(at=at, turn=turn, scale=item.scale)


def _in_hand(carrier: Shown, item: Body) -> Stand:
    """Return a thing held upright by its handle, facing as its holder does."""
    rows = carrier.body.rig.rows
    grip = item.model.anchors.get("handle.R") or item.model.anchors.get("hand")
    hold = np.array(grip.at if grip is not None else (0.0, 0.35 * item.model.size[1], 0.0))
    ahead = carrier.stand.turn[:, 2]
    flat = facing(vector(float(ahead[0]), 0.0, float(ahead[2])))
    place = carrier.anchor("hand.R")
    if place is None:
        row = next((rows[n] for n in ("hand.R", "foot.FR", "wing.R.1", "head") if n in rows), 0)
        pivot = carrier.body.rig.pivots[row]
        matrix = carrier.bones[row].astype(np.float64)
        place = matrix[:, :3] @ pivot + matrix[:, 3]
    return Stand(at=place - flat @ hold * item.scale, turn=flat, scale=item.scale)
