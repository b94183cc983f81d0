"""Routing: from marks on the stage to routes in a place."""

from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.graph import SceneGraph
from kinema.engines.scene.motion.body import Ground, level
from kinema.engines.scene.motion.ease import clamp
from kinema.engines.scene.motion.rotation import UP, Vector, unit, vector, yaw
from kinema.engines.scene.stage.place import Medium, Place

from . import paths
from .blocking import FLIERS, Blocking
from .cast import Part
from .route import Route, staying
from .scheme import STREETS, Scheme
from .staging import Mark
from .views import approach_eye


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Floor:
    """What the cast stands on.

    Attributes:
        at: (3,) the stage's origin in the world.
        height: Of the ground at a world (x, z).
        uneven: Whether that differs from place to place.
    """

    at: Vector
    height: Ground
    uneven: bool = False


def floor(block: Blocking, place: Place) -> Floor:
    """Return the table-top for small things, nothing but a level in the air, else the ground."""
    if place.table is not None and block.small:
        top = float(place.table.at[1])
        return Floor(at=np.array(place.table.at, np.float64), height=level(top))
    at = np.array(place.slots[0].at, np.float64)
    if place.medium in (Medium.AIR, Medium.SPACE):
        low = -0.5 * (block.hero.size[1] if block.hero is not None else 0.0)
        return Floor(at=vector(float(at[0]), low, float(at[2])), height=level(low))
    return Floor(at=at, height=place.height, uneven=True)


class Routing:
    """Finds the route of every free part of one film."""

    def __init__(self, graph: SceneGraph, block: Blocking, place: Place, plan: Scheme) -> None:
        self.graph = graph
        self.block = block
        self.place = place
        self.scheme = plan
        self.floor = floor(block, place)

    def routes(self) -> dict[str, Route]:
        """Return a route for each part that no other carries, by its key."""
        found = {key: self._stay(mark) for key, mark in self.block.marks.items()}
        hero = self.block.hero
        if hero is None:
            return found
        lead = self.block.bearer(hero)
        found |= self._comings_and_goings()
        if self.scheme in (Scheme.STAY, Scheme.VIEW) or lead.key not in found:
            return found
        same = [p for p in self.block.parts if p.thing.id == lead.thing.id and p.key in found]
        found |= {part.key: self._going(part, lane, len(same)) for lane, part in enumerate(same)}
        return found if self.scheme is Scheme.ROAM else found | self._company(found, lead)

    def at(self, mark: Mark) -> tuple[Vector, float]:
        """Return where a mark is in the world, on the floor, and which way it faces."""
        at = self.floor.at + yaw(-self.place.heading) @ vector(mark.x, 0.0, mark.z)
        height = self.floor.height(float(at[0]), float(at[2]))
        if self.place.medium is Medium.WATER:
            height = max(height, 0.0)
        heading = mark.heading - self.place.heading
        return vector(float(at[0]), height + mark.up, float(at[2])), heading

    def _stay(self, mark: Mark) -> Route:
        return staying(*self.at(mark))

    def _comings_and_goings(self) -> dict[str, Route]:
        found: dict[str, Route] = {}
        for part in self.block.parts:
            plan = self.block.plans[part.key]
            if part.key in self.block.marks and any(s.name in ("enter", "leave") for s in plan):
                at, heading = self.at(self.block.marks[part.key])
                found[part.key] = paths.entering(at, heading + 1.0, part, plan)
        return found

    def _going(self, part: Part, lane: int, count: int) -> Route:
        seconds, action = self.graph.duration, self.block.action(part)
        mark = self.block.marks[part.key]
        match self.scheme:
            case Scheme.ROAM if action == "orbit":
                size = max(part.size)
                return paths.orbiting(self.floor.at + UP * size, 1.6 * size, seconds, 2.1 * lane)
            case Scheme.ROAM:
                return paths.roaming(self.place, part, action, seconds, lane, count)
            case Scheme.APPROACH:
                return self._approach(part).beside(-mark.x, -mark.z)
            case Scheme.PASS:
                street = self.graph.setting.kind in STREETS
                way = paths.passing(self.place, part, action, seconds, street=street)
                return way.beside(0.0, 1.3 * lane * part.size[2])
            case _ if action in ("fly", "glide"):
                way = paths.flying(self.place, part, action, seconds)
                return way.beside(-mark.x, -mark.z)
            case _:
                way = paths.travelling(self.place, part, action, seconds)
                return way.beside(-mark.x, -mark.z)

    def _approach(self, part: Part) -> Route:
        plan, seconds = self.block.plans[part.key], self.graph.duration
        eye = approach_eye(self.place, part.size)
        viewer = yaw(-self.place.heading) @ vector(0.0, 0.0, 1.0)
        size = max(part.size)
        if part.body.kind in FLIERS:
            goal = eye - viewer * _nose(part) - UP * _eyes(part)
            return paths.approaching(part, self._afar(eye, viewer, size), goal, plan, seconds)
        start = eye - viewer * clamp(8.5 * size, 4.0, 45.0)
        goal = eye - viewer * (1.7 * size)
        flat = vector(1.0, 0.0, 1.0)
        return paths.approaching(part, start * flat, goal * flat, plan, seconds)

    def _afar(self, eye: Vector, viewer: Vector, size: float) -> Vector:
        """Return a place in the sky: over the landmark if there is one, not too far to be seen."""
        if self.place.medium is Medium.UNDERWATER:
            return eye - viewer * (5.0 * size) + UP * (0.2 * size)
        if self.place.landmark is None:
            return eye - viewer * (10.0 * size) + UP * (3.0 * size)
        peak = np.array(self.place.landmark, np.float64)
        way = peak + UP * (0.1 * float(np.linalg.norm(peak - eye))) - eye
        return eye + unit(way) * min(float(np.linalg.norm(way)), 6.5 * size)

    def _company(self, routes: dict[str, Route], lead: Part) -> dict[str, Route]:
        """Return routes of those who go along with a hero that moves."""
        hero, home = routes[lead.key], self.block.marks[lead.key]
        found: dict[str, Route] = {}
        for part in self.block.parts:
            if part.key not in routes or part.thing.id == lead.thing.id or not part.alive:
                continue
            mark = self.block.marks[part.key]
            if part.thing.action is None or self.block.action(part) in paths.SPEEDS:
                found[part.key] = hero.beside(home.x - mark.x, home.z - mark.z)
        return found


def _eyes(part: Part) -> float:
    """Return metres from a model's origin up to its head."""
    if not part.body.rig.has("head"):
        return 0.1 * part.size[1]
    return 0.74 * float(part.body.rig.pivot("head")[1]) * part.body.scale


def _nose(part: Part) -> float:
    """Return metres from the camera at which one that rushes at it stops."""
    if not part.body.rig.has("head"):
        return 0.72 * part.size[2]
    head = float(part.body.rig.pivot("head")[2]) * part.body.scale
    return head + max(0.3 * part.size[2], 0.9 * part.size[1])
