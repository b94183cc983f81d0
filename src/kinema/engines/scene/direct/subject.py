"""The subject: where the hero's middle is at each time, and how large a picture it needs."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.motion.body import Kind
from kinema.engines.scene.motion.rotation import Matrix, Vector, vector, yaw
from kinema.engines.scene.motion.rotation import facing as facing_to
from kinema.engines.scene.stage.place import Place

from .blocking import Blocking
from .links import Hold
from .players import Player, Shown, shown
from .scheme import Scheme
from .shot import Subject

CROP = {Hold.AT: 0.6, Hold.ON: 0.6, Hold.IN: 0.3}
"""Share of what is used or rested on that may be outside of the picture."""


def subject(
    block: Blocking, players: tuple[Player, ...], place: Place, scheme: Scheme, seconds: float
) -> Subject:
    """Return what the camera is to film."""
    if block.hero is None:
        return _nobody()
    begun = seconds if scheme is Scheme.APPROACH else 0.0
    troupe = shown(players, begun)
    lead = _lead(block, players)
    walkers = _walkers(block, players)
    facing = _axes(scheme, lead, place, begun)
    company = block.company(block.hero)
    low, high = extent(troupe, company, facing)
    all_low, all_high = (
        _drawn_in(block, troupe, company, facing) if scheme is Scheme.STAY else (low, high)
    )
    if block.hero.body.kind is Kind.FISH and block.action(block.hero) == "jump":
        high = high + vector(0.0, 0.5 * block.hero.size[2], 0.0)
        all_high = np.maximum(all_high, high)
    feet = facing.T @ _mean_point(walkers, begun)
    middle = 0.5 * (low + high)
    if scheme is Scheme.STAY:
        offset = facing @ (0.5 * middle + 0.25 * (all_low + all_high) - feet)
    else:
        offset = vector(0.0, float((middle - feet)[1]), 0.0)
    size, whole = high - low, all_high - all_low
    return Subject(
        middle=lambda time: _mean_point(walkers, time) + offset,
        forward=lambda time: lead.route.step(time).forward,
        size=_seen_size(scheme, size, float(whole[2])),
        head=(-0.05 if block.hero.body.kind is Kind.FISH else 0.36) * float(size[1]),
        whole=(float(_seen_size(scheme, whole, 0.0)[0]), float(whole[1])),
        intimate=_intimate(block),
        aloft=float(feet[1]) - place.height(0.0, 0.0) > 6.0 and scheme is Scheme.TRAVEL,
    )


def _axes(scheme: Scheme, lead: Player, place: Place, time: float) -> Matrix:
    """Return the axes in which the subject is measured: its own if it goes, else the picture's."""
    if scheme in (Scheme.STAY, Scheme.ROAM):
        return yaw(-place.heading)
    ahead = lead.route.step(time).forward
    return facing_to(vector(float(ahead[0]), 0.0, float(ahead[2])))


def _seen_size(scheme: Scheme, size: Vector, deep: float) -> tuple[float, float, float]:
    """Return width, height and depth (``deep`` if all stays) as a scheme's camera sees them."""
    width, height, depth = (float(side) for side in size)
    if scheme in (Scheme.TRAVEL, Scheme.PASS):
        return 0.8 * width + 0.6 * depth, height, min(width, depth)
    if scheme is Scheme.STAY:
        return width, height, deep
    if scheme is Scheme.APPROACH:
        return width, height, depth
    return width, height, min(width, depth)


HANDS = frozenset(
    {
        "play_strings", "play_wind", "eat", "drink", "read", "write", "type", "work", "cook",
        "paint", "talk", "sing", "laugh", "cry", "clap", "wave", "hold", "look_around",
    }
)  # fmt: skip
"""What is worth seeing from near."""


def _intimate(block: Blocking) -> bool:
    hero = block.hero
    assert hero is not None
    if hero.body.kind is not Kind.BIPED or block.action(hero) not in HANDS:
        return False
    others = [part for part in block.parts if part.key != hero.key]
    return all(max(part.size) < 0.75 * hero.size[1] for part in others)


def _nobody() -> Subject:
    return Subject(
        middle=lambda _: np.zeros(3),
        forward=lambda _: vector(0.0, 0.0, 1.0),
        size=(4.0, 3.0, 4.0),
        head=1.0,
        whole=(4.0, 3.0),
    )


def _lead(block: Blocking, players: tuple[Player, ...]) -> Player:
    assert block.hero is not None
    key = block.bearer(block.hero).key
    return next(player for player in players if player.part.key == key)


def _drawn_in(
    block: Blocking, troupe: Mapping[str, Shown], company: frozenset[str], facing: Matrix
) -> tuple[Vector, Vector]:
    """Return the box round all, of which a thing in use may leave the picture a little."""
    used = {bond.to: CROP[bond.how] for bond in block.bonds.values() if bond.how in CROP}
    low, high = extent(troupe, company, facing)
    all_low, all_high = extent(troupe, frozenset(troupe) - set(used), facing)
    for key, most in used.items():
        crop = most * _clearly(high - low, key, troupe)
        start, end = extent(troupe, frozenset({key}), facing)
        all_low = np.minimum(all_low, start + crop * (np.clip(low, start, end) - start))
        all_high = np.maximum(all_high, end + crop * (np.clip(high, start, end) - end))
    return all_low, all_high


def _clearly(size: Vector, key: str, troupe: Mapping[str, Shown]) -> float:
    """Return from 0, for a bee on a flower, to 1, for a cat on a sofa."""
    other = max(troupe[key].body.model.size) * troupe[key].body.scale
    return min(1.0, max(0.0, (float(size.max()) / other - 0.15) / 0.25))


def _walkers(block: Blocking, players: tuple[Player, ...]) -> tuple[Player, ...]:
    """Return the hero and its copies, or those that bear them."""
    assert block.hero is not None
    lead = block.bearer(block.hero)
    return tuple(
        player
        for player in players
        if player.part.thing.id == lead.thing.id and player.part.key in block.marks
    )


def _mean_point(walkers: tuple[Player, ...], time: float) -> Vector:
    return np.asarray(np.mean([ground_point(one, time) for one in walkers], axis=0), np.float64)


def ground_point(player: Player, time: float) -> Vector:
    """Return where a player's feet are at a time, without the bounce of its gait."""
    at = player.route.step(time).at
    height = player.floor(float(at[0]), float(at[2]))
    return vector(float(at[0]), max(height, float(at[1])), float(at[2]))


def extent(
    troupe: Mapping[str, Shown], keys: frozenset[str], axes: Matrix
) -> tuple[Vector, Vector]:
    """Return the corners, along the axes, of the box round the bodies with those keys."""
    places = np.concatenate([outline(one) for key, one in troupe.items() if key in keys]) @ axes
    return places.min(axis=0), places.max(axis=0)


def outline(one: Shown) -> npt.NDArray[np.float64]:
    """Return (n, 3) places on a posed body, without its wings unless they are most of it."""
    model = one.body.model
    step = 1 + len(model.mesh.vertices) // 2000
    rest = model.mesh.vertices[::step]
    share = model.bone_weight[::step].argmax(axis=1)
    rows = model.bone_index[::step][np.arange(len(rest)), share]
    matrices = one.bones[rows]
    at = np.einsum("vij,vj->vi", matrices[:, :, :3], rest) + matrices[:, :, 3]
    if one.body.kind is not Kind.INSECT:
        wings = np.array([name.startswith("wing") for name in one.body.rig.names])
        at = at[~wings[rows]]
    return np.asarray(at, np.float64)
