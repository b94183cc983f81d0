"""Film: a scene graph made ready to be drawn, frame by frame."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from kinema.engines.scene.graph import SceneGraph, Setting
from kinema.engines.scene.look.styles import LOOKS
from kinema.engines.scene.motion.body import Kind
from kinema.engines.scene.render.view import Camera, Moment, Placed, World
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage import build
from kinema.engines.scene.stage.place import Place

from . import shot, views
from .blocking import Blocking, blocking
from .camera import Aim, camera, kept_clear, moved
from .effects import effects
from .links import Hold
from .players import Player, Shown, shown
from .relief import Relief
from .routing import Routing
from .scheme import scheme
from .subject import subject
from .troupe import troupe

MOST_LIGHTS = 12

CARRIED = frozenset({Hold.GRASPED, Hold.SLUNG, Hold.WORN})


class Film:
    """A film that can be asked for any frame, from any thread, in any order.

    Attributes:
        graph: What is to be seen.
        block: Who stands where.
        place: The set.
        players: Everyone, ready to play.
        world: What stays for the whole film.
    """

    def __init__(self, graph: SceneGraph, size: tuple[int, int], *, fps: int = 24) -> None:
        """Cast, build the place, stage, and choose the shot.

        Args:
            graph: What is to be seen.
            size: Width and height in pixels; their ratio frames the shot.
            fps: Frames a second.
        """
        self.graph = graph
        self.fps = fps
        self.block = blocking(graph)
        self.place = _place(graph, self.block)
        hero = self.block.hero
        plan = self.block.plans[self.block.bearer(hero).key] if hero is not None else ()
        self.scheme = scheme(graph, self.place, hero, plan)
        routing = Routing(graph, self.block, self.place, self.scheme)
        seconds, routes, floor = graph.duration, routing.routes(), routing.floor
        if routes and floor.uneven:
            floor = replace(floor, height=Relief(self.place, routes.values(), seconds))
        self.players = troupe(graph, self.block, routes, floor)
        self.subject = subject(self.block, self.players, self.place, self.scheme, seconds)
        glass = shot.lens(size[0] / size[1], self.scheme, small=self.block.small)
        self.base = views.base(
            self.scheme, self.subject, graph.camera, self.place, glass, seconds=seconds,
            seed=graph.seed,
        )  # fmt: skip
        self._still = _unmoving(self.players)
        self.world = self._world()

    def moment(self, frame: int) -> Moment:
        """Return what is seen in a frame, from 0."""
        time = (frame - frame % LOOKS[self.graph.style].hold) / self.fps
        everyone = shown(self.players, time)
        seen = self.camera(time)
        air = self.place.weather(time, seen)
        extra = effects(self.players, everyone, time, self.place)
        moving = (p for p in self.players if p.part.key not in self._still)
        lights = np.concatenate([extra.lights, air.lights, self.place.lights])
        return Moment(
            time=time,
            camera=seen,
            moving=(*(_placed(p, everyone) for p in moving), *self.place.extras(time)),
            sprites=np.concatenate([air.sprites, extra.sprites]),
            lights=_strongest(lights, seen),
            flash=max(air.flash, extra.flash),
        )

    def aim(self, time: float) -> Aim:
        """Return the camera's aim at a time (seconds), with what was asked of it."""
        move = self.graph.camera.move
        base = kept_clear(self.base(time), self.place, turning=True)
        asked = moved(base, move, time / self.graph.duration)
        return kept_clear(asked, self.place, turning=move.preset is not None)

    def camera(self, time: float) -> Camera:
        """Return the camera at a time (seconds)."""
        return camera(self.aim(time))

    def _world(self) -> World:
        everyone = shown(self.players, 0.0)
        still = tuple(_placed(p, everyone) for p in self.players if p.part.key in self._still)
        scenery = _owned(self.place.scenery, self.block.pieces)
        first, middle, last = (self.subject.middle(self.graph.duration * s) for s in (0, 0.5, 1))
        travel = float(np.linalg.norm(last - first))
        centre = middle if travel < 60.0 else last
        return World(
            scenery=(*scenery, *still),
            palette=self.place.palette,
            style=self.graph.style,
            water=self.place.water,
            middle=centre.astype(np.float32),
            extent=max(self.place.extent, min(1.3 * travel, 90.0)),
        )


def _place(graph: SceneGraph, block: Blocking) -> Place:
    return build.place(
        _setting(graph, block),
        seed=graph.seed,
        cfg_scale=graph.cfg_scale,
        things_radius=block.radius,
        negative=graph.negative,
        mood=graph.mood,
    )


LITERAL = 0.8
"""From this `SceneGraph.cfg_scale` on, nothing is added to what was said."""

WATERS = frozenset({"sea", "lake", "river", "beach"})


DARK = frozenset({"menacing", "angry", "scary", "sad"})
"""Moods that are not told under a blue sky unless the words are to be taken to the letter."""


def _setting(graph: SceneGraph, block: Blocking) -> Setting:
    """Return the place as it must be built: fish are filmed under water, rooms get a window."""
    setting, hero = graph.setting, block.hero
    if graph.mood in DARK and setting.time == "day" and graph.cfg_scale < LITERAL:
        weather = ("clouds",) if setting.weather == ("clear",) else setting.weather
        setting = replace(setting, time="sunset", weather=weather)
    if hero is not None and hero.body.kind is Kind.FISH and setting.kind in WATERS:
        return setting if block.action(hero) == "jump" else replace(setting, kind="underwater")
    if "frame" in block.pieces:
        return replace(setting, features=(*setting.features, "window"))
    return setting


def _unmoving(players: tuple[Player, ...]) -> frozenset[str]:
    """Return the keys of players that are the same in every frame; they join the scenery."""
    found: set[str] = set()
    for player in players:
        body, bond = player.part.body, player.bond
        rests = {stretch.name for stretch in player.plan} <= {"idle", "steam"}
        solid = body.kind in (Kind.RIGID, Kind.WHEELS) and not player.part.alive
        carried = bond is not None and (bond.how in CARRIED or bond.to not in found)
        if rests and solid and not carried and player.route.pace(1.0) == player.route.pace(0.0):
            found.add(player.part.key)
    return frozenset(found)


def _placed(player: Player, everyone: dict[str, Shown]) -> Placed:
    bones = everyone[player.part.key].bones
    return Placed(model=player.part.body.model, bones=bones, owner=player.part.owner)


def _owned(scenery: tuple[Placed, ...], pieces: Mapping[str, int]) -> tuple[Placed, ...]:
    """Return the scenery with its tables and windows given to the props they stand for."""
    return tuple(
        replace(placed, owner=owner) if owner else placed
        for placed in scenery
        for owner in [next((n for end, n in pieces.items() if placed.model.name.endswith(end)), 0)]
    )


def _strongest(lights: Floats, seen: Camera) -> Floats:
    """Return the dozen lights that matter most from here."""
    if len(lights) <= MOST_LIGHTS:
        return lights
    away = np.linalg.norm(lights[:, :3] - seen.eye, axis=1)
    strength = lights[:, 3:6].sum(axis=1) * lights[:, 6] / (1.0 + away)
    return lights[np.sort(np.argsort(-strength, kind="stable")[:MOST_LIGHTS])]
