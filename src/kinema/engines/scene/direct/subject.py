"""The subject: where the hero's middle is at each time, and how large a picture it needs."""

from collections.abc import Mapping

import numpy as np

from kinema.engines.scene.motion.body import Kind
from kinema.engines.scene.motion.rotation import Vector, vector, yaw
from kinema.engines.scene.stage.place import Place

from .blocking import Blocking
from .links import Hold
from .players import Player, Shown, shown
from .scheme import Scheme
from .shot import Subject

CROP = {Hold.AT: 0.35, Hold.ON: 0.6, Hold.IN: 0.3}
"""Share of what is used or rested on that may be outside of the picture."""


def subject(
    block: Blocking, players: tuple[Player, ...], place: Place, scheme: Scheme, seconds: float
) -> Subject:
    """Return what the camera is to film."""
    if block.hero is None:
        return _nobody()
    lead = _lead(block, players)
    begun = seconds if scheme is Scheme.APPROACH else 0.0
    troupe = shown(players, begun)
    low, high = extent(troupe, block.company(block.hero))
    if scheme is Scheme.STAY:
        all_low, all_high = _drawn_in(block, troupe, low, high)
    else:
        all_low, all_high = low, high
    across = np.abs(yaw(-place.heading)[:, 0])
    size, whole = high - low, all_high - all_low
    walkers = _walkers(block, players)
    offset = 0.5 * (low + high) - _mean_point(walkers, begun)
    if scheme is Scheme.STAY:
        offset = 0.5 * offset + 0.5 * (0.5 * (all_low + all_high) - _mean_point(walkers, begun))
    else:
        offset = vector(0.0, float(offset[1]), 0.0)
    return Subject(
        middle=lambda time: _mean_point(walkers, time) + offset,
        forward=lambda time: lead.route.step(time).forward,
        size=(float(size @ across), float(size[1]), float(min(size[0], size[2]))),
        head=0.36 * float(size[1]),
        whole=(float(whole @ across), float(whole[1])),
        intimate=_intimate(block),
    )


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
    block: Blocking, troupe: Mapping[str, Shown], low: Vector, high: Vector
) -> tuple[Vector, Vector]:
    """Return the box round all, of which a thing in use may leave the picture a little."""
    used = {bond.to: CROP[bond.how] for bond in block.bonds.values() if bond.how in CROP}
    all_low, all_high = extent(troupe, frozenset(troupe) - set(used))
    for key, crop in used.items():
        start, end = box(troupe[key])
        all_low = np.minimum(all_low, start + crop * (np.clip(low, start, end) - start))
        all_high = np.maximum(all_high, end + crop * (np.clip(high, start, end) - end))
    return all_low, all_high


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


def extent(troupe: Mapping[str, Shown], keys: frozenset[str]) -> tuple[Vector, Vector]:
    """Return the corners of the box round the bodies with those keys."""
    boxes = [box(one) for key, one in troupe.items() if key in keys]
    return np.min([low for low, _ in boxes], axis=0), np.max([high for _, high in boxes], axis=0)


def box(one: Shown) -> tuple[Vector, Vector]:
    """Return the corners of the box round a body at rest where it now stands."""
    vertices = one.body.model.mesh.vertices
    low, high = vertices.min(axis=0), vertices.max(axis=0)
    corners = np.array(
        [[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
    )
    at = corners * one.stand.scale @ one.stand.turn.T + one.stand.at
    return at.min(axis=0), at.max(axis=0)
