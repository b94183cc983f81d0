"""What actions add to the air: dust of hooves, steam, fire, spray, bubbles, sparks."""

from collections.abc import Callable, Mapping

import numpy as np

from kinema.engines.scene.motion.body import Kind
from kinema.engines.scene.motion.rotation import Vector, vector
from kinema.engines.scene.render.view import SPRITE_COLUMNS, no_lights, no_sprites
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.place import Air, Medium, Place

from .beats import current
from .players import Player, Shown

STEAM = (1.5, 1.5, 1.55)
"""Brighter than a white wall in the sun, before which it must be seen."""

Effect = Callable[[Player, Shown, float, Place], Air]

DUSTY = frozenset(
    {"desert", "moon", "savanna", "farm", "road", "beach", "snow", "stadium", "forest"}
)
DUST: Mapping[str, tuple[float, float, float]] = {
    "moon": (0.34, 0.33, 0.32),
    "snow": (0.8, 0.84, 0.9),
    "beach": (0.6, 0.48, 0.33),
    "desert": (0.6, 0.42, 0.26),
}
"""Linear colour of what feet throw up; earth where a place is not listed."""


def effects(
    players: tuple[Player, ...], troupe: Mapping[str, Shown], time: float, place: Place
) -> Air:
    """Return the sprites and lights of all actions at a time."""
    found = [
        effect(player, troupe[player.part.key], time, place)
        for player in players
        for effect in _of(player, time, place)
    ]
    if not found:
        return Air()
    return Air(
        sprites=np.concatenate([no_sprites(), *(air.sprites for air in found)]),
        lights=np.concatenate([no_lights(), *(air.lights for air in found)]),
        flash=max(air.flash for air in found),
    )


def _of(player: Player, time: float, place: Place) -> list[Effect]:
    name = current(player.plan, time).name
    chosen: list[Effect] = []
    if "steam" in player.part.body.model.anchors:
        chosen.append(_steam)
    if name in ("burn", "explode"):
        chosen.append(_fire)
    if (
        player.part.copy < 4
        and place.kind in DUSTY
        and name in ("run", "gallop", "ride", "drive", "ski")
    ):
        chosen.append(_dust)
    if player.part.body.kind is Kind.BOAT and place.medium is Medium.WATER:
        chosen.append(_wake)
    return chosen


def _chance(player: Player, role: int) -> np.random.Generator:
    key = int(1000 * player.part.body.key)
    return np.random.default_rng(np.random.SeedSequence(key, spawn_key=(role,)))


def _rows(
    at: np.ndarray,
    radius: np.ndarray,
    colour: tuple[float, float, float],
    alpha: np.ndarray,
    glow: float = 0.0,
) -> Floats:
    rows = np.zeros((len(at), SPRITE_COLUMNS), np.float32)
    rows[:, :3] = at
    rows[:, 3] = radius
    rows[:, 4:7] = colour
    rows[:, 7] = alpha
    rows[:, 8] = 1.0
    rows[:, 9] = glow
    return rows


def _steam(player: Player, one: Shown, time: float, place: Place) -> Air:
    """Wisps that rise, widen, curl and fade."""
    del place
    at = one.anchor("steam")
    assert at is not None
    rng = _chance(player, 11)
    size = max(player.part.size)
    count, life = 34, 2.6
    age = (rng.uniform(0.0, 1.0, count) + time / life) % 1.0
    turn = rng.uniform(0.0, 6.28, count)
    curl = size * 0.28 * age * np.sin(turn + 3.2 * age + 0.7 * time)
    points = np.stack([curl, 1.5 * size * age, 0.5 * curl], axis=1) + at
    alpha = 0.6 * np.sin(np.pi * np.minimum(1.0, age * 1.05 + 0.02)) ** 0.8
    radius = size * (0.06 + 0.17 * age)
    return Air(sprites=_rows(points, radius, STEAM, alpha))


def _fire(player: Player, one: Shown, time: float, place: Place) -> Air:
    """Tongues of flame all over, and their light."""
    del place
    rng = _chance(player, 12)
    width, height, depth = player.part.size
    count, life = 70, 0.9
    age = (rng.uniform(0.0, 1.0, count) + time / life) % 1.0
    base = np.stack(
        [
            rng.uniform(-0.4, 0.4, count) * width,
            rng.uniform(0.1, 0.8, count) * height,
            rng.uniform(-0.4, 0.4, count) * depth,
        ],
        axis=1,
    )
    rise = np.stack([np.zeros(count), age * 0.8 * height, np.zeros(count)], axis=1)
    points = base + rise + one.stand.at
    radius = 0.2 * max(width, height) * (1.0 - 0.8 * age)
    flames = _rows(points, radius, (2.6, 0.95, 0.18), 0.5 * (1.0 - age), 1.0)
    middle = one.stand.at + vector(0.0, 0.6 * height, 0.0)
    light = np.array([[*middle, 5.0, 2.2, 0.6, 1.5 * max(width, height)]], np.float32)
    return Air(sprites=flames, lights=light)


def _dust(player: Player, one: Shown, time: float, place: Place) -> Air:
    """Puffs left behind on the ground where feet or wheels have been."""
    del one
    rng = _chance(player, 13)
    size = player.part.body.hip * player.part.body.scale
    count, life = 26, 1.3
    born = (rng.uniform(0.0, 1.0, count) + np.arange(count)) * (life / count)
    age = (time + 10.0 - born) % life
    start = time - age
    places = [_behind(player, float(moment)) for moment in start]
    spread = rng.normal(0.0, 0.16, (count, 3)) * size
    points = np.array(places) + spread
    points[:, 1] = [
        max(player.floor(float(p[0]), float(p[2])), float(q[1]))
        for p, q in zip(points, places, strict=True)
    ]
    points[:, 1] += size * (0.05 + 0.4 * age)
    alpha = 0.085 * (1.0 - age / life) * min(1.0, player.route.speed(time))
    radius = size * (0.22 + 0.6 * age / life)
    return Air(sprites=_rows(points, radius, DUST.get(place.kind, (0.3, 0.24, 0.17)), alpha))


def _behind(player: Player, time: float) -> Vector:
    return player.route.track.at(player.route.pace(time) - 0.3 * player.part.size[2]).at


def _wake(player: Player, one: Shown, time: float, place: Place) -> Air:
    """Foam along the hull and in a widening V behind it."""
    del one, place
    rng = _chance(player, 14)
    length, width = player.part.size[2], player.part.size[0]
    speed = max(player.route.speed(time), 0.1)
    count, life = 60, 3.2
    age = ((rng.uniform(0.0, 1.0, count) + np.arange(count)) * (life / count) + time) % life
    step = player.route.step(time)
    side = np.array([step.forward[2], 0.0, -step.forward[0]])
    which = np.where(np.arange(count) % 2, 1.0, -1.0)
    out = which * (0.34 * width + 0.16 * speed * age) + rng.normal(0.0, 0.04 * width, count)
    points = step.at - step.forward * (speed * age - 0.42 * length)[:, None] + side * out[:, None]
    points[:, 1] = player.level + 0.012 * length
    alpha = 0.28 * (1.0 - age / life) * min(1.0, speed)
    return Air(sprites=_rows(points, 0.03 * length * (0.6 + age), (0.85, 0.9, 0.93), alpha))
