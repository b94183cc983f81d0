"""Film: a scene graph made ready to be drawn, frame by frame."""

import math
from dataclasses import dataclass, replace

import numpy as np

from kinema.engines.scene.graph import Relation, SceneGraph
from kinema.engines.scene.library import settings
from kinema.engines.scene.motion.body import Ground
from kinema.engines.scene.motion.ease import clamp
from kinema.engines.scene.motion.rotation import UP, Vector, unit, vector, yaw
from kinema.engines.scene.render.view import Camera, Moment, Placed, World
from kinema.engines.scene.stage import build
from kinema.engines.scene.stage.place import Medium, Place

from . import effects, paths, shot, staging
from .beats import Stretch, stretches
from .camera import Aim, Base, camera, kept_clear, moved
from .cast import Part, cast
from .links import Bond, Hold, bonds
from .players import Player, Shown, ordered, shown
from .route import Route, staying
from .scheme import RIDDEN, STREETS, Scheme, scheme

TABLES = ("table", "desk", "counter", "countertop")
"""Ends of names of things that a table-top of the set itself stands for."""

MOST_LIGHTS = 12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Floor:
    """What the cast stands on.

    Attributes:
        at: (3,) the stage's origin in the world.
        height: Of the ground at a world (x, z).
    """

    at: Vector
    height: Ground


class Film:
    """A film that can be asked for any frame, from any thread, in any order."""

    def __init__(self, graph: SceneGraph, size: tuple[int, int], *, fps: int = 24) -> None:
        """Cast, build the place, stage and choose the shot.

        Args:
            graph: What is to be seen.
            size: Width and height in pixels; their ratio frames the shot.
            fps: Frames a second.
        """
        self.graph = graph
        self.fps = fps
        self.parts, self.table_owner = _without_table(cast(graph), graph)
        self.bonds = bonds(self.parts, graph)
        self.marks = staging.marks(self.parts, self.bonds, graph)
        self.place = _place(graph, self.parts, self.marks)
        self.plans = _plans(graph, self.parts, self.bonds)
        self.hero = _hero(self.parts, self.bonds)
        plan = self.plans[self.hero.key] if self.hero is not None else ()
        self.scheme = scheme(graph, self.place, self.hero, plan)
        self.lens = shot.lens(size[0] / size[1], self.scheme)
        self.players = ordered(self._players())
        self._still = self._unmoving()
        self.base = self._base()
        self.world = self._world()

    def moment(self, frame: int) -> Moment:
        """Return what is seen in a frame."""
        time = frame / self.fps
        troupe = shown(self.players, time)
        seen = self.camera(time)
        air = self.place.weather(time, seen)
        extra = effects.effects(self.players, troupe, time, self.place)
        return Moment(
            time=time,
            camera=seen,
            moving=(*self._moving(troupe), *self.place.extras(time)),
            sprites=np.concatenate([air.sprites, extra.sprites]),
            lights=_brightest(np.concatenate([extra.lights, air.lights, self.place.lights]), seen),
            flash=max(air.flash, extra.flash),
        )

    def aim(self, time: float) -> Aim:
        """Return the camera's aim at a time (seconds), moves included."""
        share = time / self.graph.duration
        return kept_clear(moved(self.base(time), self.graph.camera.move, share), self.place)

    def camera(self, time: float) -> Camera:
        """Return the camera at a time (seconds)."""
        return camera(self.aim(time))

    def _moving(self, troupe: dict[str, Shown]) -> tuple[Placed, ...]:
        return tuple(
            _placed(player, troupe[player.part.key])
            for player in self.players
            if player.part.key not in self._still
        )

    def _unmoving(self) -> frozenset[str]:
        """Return the keys of parts that are the same in every frame."""
        idle: set[str] = set()
        for player in self.players:
            carried = player.bond is not None and player.bond.to not in idle
            held = player.bond is not None and player.bond.how in (
                Hold.GRASPED,
                Hold.SLUNG,
                Hold.WORN,
            )
            at_rest = {stretch.name for stretch in player.plan} <= {"idle", "steam"}
            if at_rest and not player.part.alive and not carried and not held and _grounded(player):
                idle.add(player.part.key)
        return frozenset(idle)

    def _world(self) -> World:
        first = shown(self.players, 0.0)
        still = tuple(
            _placed(player, first[player.part.key])
            for player in self.players
            if player.part.key in self._still
        )
        scenery = _owned(self.place.scenery, self.table_owner)
        hero = self.aim(0.0).hero if self.hero is not None else np.zeros(3)
        track = [self.base(self.graph.duration * share).hero for share in (0.0, 0.5, 1.0)]
        travel = float(np.linalg.norm(track[2] - track[0]))
        middle = track[1] if travel < 60.0 else hero
        return World(
            scenery=(*scenery, *still),
            palette=self.place.palette,
            water=self.place.water,
            middle=middle.astype(np.float32),
            extent=max(self.place.extent, min(travel * 1.3, 90.0)),
        )

    # staging into the world

    def _players(self) -> tuple[Player, ...]:
        routes = self._routes()
        return tuple(self._player(part, routes) for part in self.parts)

    def _player(self, part: Part, routes: dict[str, Route]) -> Player:
        bond = self.bonds.get(part.key)
        free = bond is None or bond.how is Hold.AT
        floor = self._floor()
        route = routes[part.key] if part.key in routes else staying(floor.at, 0.0)
        return Player(
            part=part,
            plan=self.plans[part.key],
            route=route,
            floor=floor.height,
            level=0.0,
            bond=None if free else bond,
            uses=self._uses(part),
            spread=self._spread(part),
            effort=1.6 if "storm" in self.graph.setting.weather else 1.0,
        )

    def _uses(self, part: Part) -> dict[str, str]:
        uses: dict[str, str] = {}
        bond = self.bonds.get(part.key)
        if bond is not None and bond.how is Hold.AT:
            uses["at"] = bond.to
        for other in self.bonds.values():
            if other.to == part.key and other.how is Hold.SLUNG:
                uses["slung"] = other.part
        for link in self.graph.relations:
            if link.a == part.thing.id and link.relation in (Relation.TOWARDS, Relation.NEXT_TO):
                uses["look"] = f"{link.b}#0"
        target = part.thing.target
        if target is not None and part.thing.action in (
            "look_around",
            "talk",
            "roar",
            "kiss",
            "fight",
        ):
            uses["look"] = f"{target}#0"
        return uses

    def _spread(self, part: Part) -> float:
        bond = self.bonds.get(part.key)
        if bond is None:
            return 0.0
        mates = [p for p in self.parts if p.key in self.bonds and self.bonds[p.key].to == bond.to
                 and self.bonds[p.key].how is bond.how]  # fmt: skip
        seat = mates.index(part)
        gap = 1.15 * max(p.size[0] for p in mates)
        return (seat - 0.5 * (len(mates) - 1)) * gap

    def _floor(self) -> Floor:
        place = self.place
        if place.table is not None and self._small():
            height = place.table.at[1]
            return Floor(at=np.array(place.table.at, np.float64), height=lambda x, z: height)
        at = np.array(place.slots[0].at, np.float64)
        if place.medium in (Medium.AIR, Medium.SPACE):
            low = -0.5 * (self.hero.size[1] if self.hero is not None else 0.0)
            return Floor(at=vector(float(at[0]), low, float(at[2])), height=lambda x, z: low)
        return Floor(at=at, height=place.height)

    def _small(self) -> bool:
        return all(max(part.size) < 0.6 for part in self.parts) and bool(self.parts)

    def world_at(self, mark: staging.Mark) -> tuple[Vector, float]:
        """Return where a mark is in the world, on the floor, and which way it faces."""
        floor = self._floor()
        turn = yaw(-self.place.heading)
        at = floor.at + turn @ vector(mark.x, 0.0, mark.z)
        height = floor.height(float(at[0]), float(at[2]))
        if self.place.medium is Medium.WATER:
            height = max(height, 0.0)
        return vector(
            float(at[0]), height + mark.up, float(at[2])
        ), mark.heading - self.place.heading

    def _routes(self) -> dict[str, Route]:
        routes = {key: self._stay(key, mark) for key, mark in self.marks.items()}
        if self.hero is None or self.scheme in (Scheme.VIEW,):
            return routes
        lead = self.hero
        same = [p for p in self.parts if p.thing.id == lead.thing.id and p.key in routes]
        if self.scheme is Scheme.STAY:
            return routes | self._walk_ons(routes)
        for lane, part in enumerate(same):
            routes[part.key] = self._hero_route(part, lane, len(same))
        if self.scheme is not Scheme.ROAM:
            routes |= self._company(routes, lead)
        return routes

    def _stay(self, key: str, mark: staging.Mark) -> Route:
        at, heading = self.world_at(mark)
        return staying(at, heading)

    def _walk_ons(self, routes: dict[str, Route]) -> dict[str, Route]:
        found: dict[str, Route] = {}
        for part in self.parts:
            plan = self.plans[part.key]
            if part.key in routes and any(s.name in ("enter", "leave") for s in plan):
                at, heading = self.world_at(self.marks[part.key])
                found[part.key] = paths.entering(at, heading + 1.0, part, plan)
        return found

    def _hero_route(self, part: Part, lane: int, count: int) -> Route:
        seconds = self.graph.duration
        action = _action(self.plans[part.key])
        mark = self.marks[part.key]
        if self.scheme is Scheme.ROAM:
            if action == "orbit":
                return paths.orbiting(
                    self._floor().at + UP * max(part.size), 1.6 * max(part.size), seconds, 0.0
                )
            return paths.roaming(self.place, part, action, seconds, lane, count)
        if self.scheme is Scheme.APPROACH:
            return self._approach(part, mark)
        if action in ("fly", "glide"):
            return paths.flying(self.place, part, action, seconds).beside(-mark.x, -mark.z)
        if self.scheme is Scheme.PASS:
            street = self.graph.setting.kind in STREETS
            offset = 1.2 if street else 0.0
            return paths.passing(self.place, part, action, seconds, street=street).beside(
                mark.x * 0.0 + offset * 0.0, 1.3 * lane * part.size[2]
            )
        return paths.travelling(self.place, part, action, seconds).beside(-mark.x, -mark.z)

    def _approach(self, part: Part, mark: staging.Mark) -> Route:
        eye = shot.approach_eye(self.place, part.size)
        viewer = yaw(-self.place.heading) @ vector(0.0, 0.0, 1.0)
        size = max(part.size)
        flies = part.body.kind.value in ("winged", "bird", "insect", "aircraft", "fish")
        stop = eye - viewer * (1.15 * size if flies else 1.9 * size)
        away = clamp(26.0 * size, 18.0, 220.0)
        start = eye - viewer * away
        if flies:
            mark_at = self.place.landmark
            if mark_at is not None:
                start = _above(np.array(mark_at, np.float64), eye, away, size)
            else:
                start = start + UP * (0.3 * away)
            goal = stop - UP * (0.12 * size)
        else:
            start = vector(float(start[0]), 0.0, float(start[2]))
            goal = vector(float(stop[0]), 0.0, float(stop[2]))
        del mark
        return paths.approaching(part, start, goal, self.plans[part.key], self.graph.duration)

    def _company(self, routes: dict[str, Route], lead: Part) -> dict[str, Route]:
        """Return routes of those who go along with a hero that moves."""
        found: dict[str, Route] = {}
        hero = routes[lead.key]
        home = self.marks[lead.key]
        for part in self.parts:
            if part.key not in routes or part.thing.id == lead.thing.id or not part.alive:
                continue
            mark = self.marks[part.key]
            action = _action(self.plans[part.key])
            if action in paths.SPEEDS or part.thing.action is None:
                found[part.key] = hero.beside(home.x - mark.x, home.z - mark.z)
        return found

    # the shot

    def _base(self) -> Base:
        subject = self._subject()
        return shot.base(
            self.scheme, subject, self.graph.camera, self.place, self.lens,
            seconds=self.graph.duration, seed=self.graph.seed,
        )  # fmt: skip

    def _subject(self) -> shot.Subject:
        if self.hero is None:
            nowhere = lambda time: np.zeros(3)  # noqa: E731
            ahead = lambda time: vector(0.0, 0.0, 1.0)  # noqa: E731
            return shot.Subject(
                middle=nowhere, forward=ahead, size=(4.0, 3.0, 4.0), head=1.0, whole=(4.0, 3.0)
            )
        low, high = self._extent(self._family())
        all_low, all_high = self._extent(None) if self.scheme is Scheme.STAY else (low, high)
        right = yaw(-self.place.heading)[:, 0]
        start = self._track_point(0.0)
        offset = 0.5 * (low + high) - start
        size = high - low
        whole = all_high - all_low
        across = float(abs(size @ np.abs(right))), float(abs(whole @ np.abs(right)))
        if self.scheme is Scheme.STAY:
            offset = offset * 0.5 + (0.5 * (all_low + all_high) - start) * 0.5
        return shot.Subject(
            middle=lambda time: self._track_point(time) + offset,
            forward=self._track_forward,
            size=(across[0], float(size[1]), float(min(size[0], size[2]))),
            head=0.36 * float(size[1]),
            whole=(across[1], float(whole[1])),
        )

    def _family(self) -> set[str]:
        """Return the keys of the hero, its copies and all that is bound to them."""
        assert self.hero is not None
        keys = {part.key for part in self.parts if part.thing.id == self.hero.thing.id}
        for _ in range(3):
            for bond in self.bonds.values():
                if bond.to in keys or bond.part in keys:
                    keys |= {bond.part, bond.to}
        return keys

    def _extent(self, keys: set[str] | None) -> tuple[Vector, Vector]:
        troupe = shown(
            self.players, 0.0 if self.scheme is not Scheme.APPROACH else self.graph.duration
        )
        boxes = [_box(one) for key, one in troupe.items() if keys is None or key in keys]
        return np.min([b[0] for b in boxes], axis=0), np.max([b[1] for b in boxes], axis=0)

    def _lead(self) -> Player:
        assert self.hero is not None
        key = self.hero.key
        while key in self.bonds and self.bonds[key].how is not Hold.AT:
            key = self.bonds[key].to
        return next(player for player in self.players if player.part.key == key)

    def _track_point(self, time: float) -> Vector:
        lead = self._lead()
        time = self.graph.duration if self.scheme is Scheme.APPROACH and time < 0.0 else time
        at = lead.route.step(time).at
        height = lead.floor(float(at[0]), float(at[2]))
        return vector(float(at[0]), max(height, float(at[1])), float(at[2]))

    def _track_forward(self, time: float) -> Vector:
        return self._lead().route.step(time).forward


def _above(peak: Vector, eye: Vector, away: float, size: float) -> Vector:
    """Return a place over a landmark as seen from the eye, near enough to be made out."""
    way = peak + UP * (0.1 * float(np.linalg.norm(peak - eye))) - eye
    far = float(np.linalg.norm(way))
    return eye + unit(way) * min(far, 30.0 * size + 0.0 * away)


def _grounded(player: Player) -> bool:
    return player.part.body.kind.value in ("rigid", "wheels", "aircraft")


def _box(one: Shown) -> tuple[Vector, Vector]:
    """Return the corners of the box round a posed body."""
    width, height, depth = one.body.model.size
    vertices = one.body.model.mesh.vertices
    low, high = vertices.min(axis=0), vertices.max(axis=0)
    del width, height, depth
    corners = np.array(
        [[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
    )
    at = corners * one.stand.scale @ one.stand.turn.T + one.stand.at
    return at.min(axis=0), at.max(axis=0)


def _placed(player: Player, one: Shown) -> Placed:
    return Placed(model=player.part.body.model, bones=one.bones, owner=player.part.owner)


def _owned(scenery: tuple[Placed, ...], owner: int) -> tuple[Placed, ...]:
    """Return the scenery with its table given to the prop that it stands for."""
    if not owner:
        return scenery
    return tuple(
        replace(placed, owner=owner) if placed.model.name.endswith(TABLES) else placed
        for placed in scenery
    )


def _without_table(parts: tuple[Part, ...], graph: SceneGraph) -> tuple[tuple[Part, ...], int]:
    """Leave out a table on which only small things stand, where the place has its own."""
    known = settings.kinds()
    tables = [part for part in parts if part.thing.object.endswith(TABLES)]
    rest = tuple(part for part in parts if part not in tables)
    small = bool(rest) and all(max(part.size) < 0.6 for part in rest)
    if not (tables and small and graph.setting.kind in known and known[graph.setting.kind].table):
        return parts, 0
    return rest, tables[0].owner


def _hero(parts: tuple[Part, ...], bound: dict[str, Bond]) -> Part | None:
    """Return the first actor, else the first prop; a rider stands for its mount."""
    if not parts:
        return None
    part = parts[0]
    del bound
    return part


def _plans(
    graph: SceneGraph, parts: tuple[Part, ...], bound: dict[str, Bond]
) -> dict[str, tuple[Stretch, ...]]:
    plans = {part.key: stretches(graph, part.thing) for part in parts}
    by_key = {part.key: part for part in parts}
    for bond in bound.values():
        mount = by_key[bond.to]
        if bond.how is Hold.RIDES and mount.thing.action in (None, "idle"):
            name = RIDDEN[mount.body.kind]
            plans[mount.key] = (Stretch(name=name, start=0.0, end=graph.duration),)
        if bond.how is Hold.RIDES:
            plans[bond.part] = (Stretch(name="ride", start=0.0, end=graph.duration),)
    return plans


def _action(plan: tuple[Stretch, ...]) -> str:
    return next((stretch.name for stretch in plan if stretch.name != "appear"), "idle")


def _place(graph: SceneGraph, parts: tuple[Part, ...], marks: dict[str, staging.Mark]) -> Place:
    reaches = [
        math.hypot(abs(marks[p.key].x) + 0.5 * p.size[0], abs(marks[p.key].z) + 0.5 * p.size[2])
        for p in parts
        if p.key in marks
    ]
    return build.place(
        graph.setting,
        seed=graph.seed,
        cfg_scale=graph.cfg_scale,
        things_radius=clamp(max(reaches, default=2.0), 0.1, 60.0),
        negative=graph.negative,
        mood=graph.mood,
    )


def _brightest(lights: np.ndarray, seen: Camera) -> np.ndarray:  # type: ignore[type-arg]
    if len(lights) <= MOST_LIGHTS:
        return lights
    away = np.linalg.norm(lights[:, :3] - seen.eye, axis=1)
    strength = lights[:, 3:6].sum(axis=1) * lights[:, 6] / (1.0 + away)
    return lights[np.sort(np.argsort(-strength)[:MOST_LIGHTS])]
