"""Pose and Rig: how far each bone is turned, and the matrices that follow from it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from kinema.engines.scene.shape.model import Floats, Model

from .ease import clamp
from .rotation import Matrix, Vector, about, cross, euler, frame, unit

Turn: TypeAlias = tuple[float, float, float]
"""Radians about x (nod down), y (turn to the left) and z (roll), in the parent's axes."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Goal:
    """A limb of two bones whose end has to be at a place.

    Attributes:
        upper: Bone at the hip or shoulder; ``lower`` follows it and ``end`` follows that.
        at: (3,) world, where the pivot of ``end`` goes, as far as the limb reaches.
        bend: (3,) where knee or elbow points, in the model's own axes.
        aim: (3, 3) world turn of ``end``; None keeps it in line with ``lower``.

    A limb of one bone has ``lower == upper``: it points at the place and its end goes there,
    stretched if need be.
    """

    upper: str
    lower: str
    end: str
    at: Vector
    bend: Vector
    aim: Matrix | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pose:
    """What differs from rest.

    Attributes:
        turns: By bone name; names that the model lacks do nothing.
        offsets: By bone name, metres at rest size in the parent's axes.
        goals: Limbs that reach for places; they win over ``turns``.
    """

    turns: Mapping[str, Turn] = field(default_factory=dict)
    offsets: Mapping[str, Turn] = field(default_factory=dict)
    goals: tuple[Goal, ...] = ()

    def plus(self, other: "Pose") -> "Pose":
        """Return both at once: turns and offsets add, later goals win."""
        taken = {goal.upper for goal in other.goals}
        kept = tuple(goal for goal in self.goals if goal.upper not in taken)
        return Pose(
            turns=_sum(self.turns, other.turns),
            offsets=_sum(self.offsets, other.offsets),
            goals=kept + other.goals,
        )

    def times(self, share: float) -> "Pose":
        """Return the turns and offsets at ``share`` of their size; goals stay."""
        return Pose(
            turns={n: (x * share, y * share, z * share) for n, (x, y, z) in self.turns.items()},
            offsets={n: (x * share, y * share, z * share) for n, (x, y, z) in self.offsets.items()},
            goals=self.goals,
        )


def mixed(first: Pose, second: Pose, share: float) -> Pose:
    """Return the pose ``share`` of the way from ``first`` to ``second``."""
    share = clamp(share)
    goals = first.goals if share < 0.5 else second.goals
    joint = first.times(1.0 - share).plus(second.times(share))
    return Pose(turns=joint.turns, offsets=joint.offsets, goals=goals)


def _sum(first: Mapping[str, Turn], second: Mapping[str, Turn]) -> dict[str, Turn]:
    both = dict(first)
    for name, (x, y, z) in second.items():
        a, b, c = both.get(name, (0.0, 0.0, 0.0))
        both[name] = (a + x, b + y, c + z)
    return both


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stand:
    """Where a model's own space is in the world.

    Attributes:
        at: (3,) metres, where the model's origin goes.
        turn: (3, 3) rotation.
        scale: 1 is the model's own size.
    """

    at: Vector
    turn: Matrix = field(default_factory=lambda: np.eye(3))
    scale: float = 1.0

    def point(self, local: Vector) -> Vector:
        """Return where a point of the model at rest is in the world."""
        return self.turn @ (local * self.scale) + self.at

    def matrix(self) -> Floats:
        """Return the (3, 4) matrix."""
        whole = np.concatenate([self.turn * self.scale, self.at[:, None]], axis=1)
        return whole.astype(np.float32)


class Rig:
    """A model's bones, made ready to be posed many times. It never changes."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.names = model.skeleton.names
        self.rows = {name: row for row, name in enumerate(self.names)}
        self.parents = model.skeleton.parents
        self.pivots = model.skeleton.pivots.astype(np.float64)

    def has(self, *names: str) -> bool:
        """Say whether the model has all of these bones."""
        return all(name in self.rows for name in names)

    def pivot(self, name: str) -> Vector:
        """Return where a bone turns, at rest, in the model's own space."""
        return np.asarray(self.pivots[self.rows[name]], np.float64)

    def bones(self, pose: Pose, stand: Stand) -> Floats:
        """Return the (b, 3, 4) matrices from the model's rest to the world."""
        count = len(self.names)
        axes = np.empty((count, 3, 3))
        moves = np.empty((count, 3))
        reached: dict[int, tuple[Matrix, Vector]] = {}
        root = stand.turn * stand.scale
        for row, name in enumerate(self.names):
            if row in reached:
                axes[row], moves[row] = reached[row]
                continue
            parent = self.parents[row]
            above, shift = (axes[parent], moves[parent]) if parent >= 0 else (root, stand.at)
            axes[row], moves[row] = self._turned(name, row, above, shift, pose)
            goal = _goal_at(pose.goals, name)
            if goal is None:
                continue
            if goal.lower == goal.upper:
                reached |= self._point(goal, axes, moves, row)
            else:
                reached |= self._reach(goal, axes, moves, stand)
        return np.concatenate([axes, moves[:, :, None]], axis=2).astype(np.float32)

    def _turned(
        self, name: str, row: int, above: Matrix, shift: Vector, pose: Pose
    ) -> tuple[Matrix, Vector]:
        turn = pose.turns.get(name)
        offset = pose.offsets.get(name)
        if turn is None and offset is None:
            return above, shift
        pivot = self.pivots[row]
        local = euler(*turn) if turn is not None else np.eye(3)
        moved = pivot - local @ pivot
        if offset is not None:
            moved = moved + np.array(offset)
        return above @ local, above @ moved + shift

    def _reach(
        self, goal: Goal, axes: Matrix, moves: Matrix, stand: Stand
    ) -> dict[int, tuple[Matrix, Vector]]:
        upper, lower, end = (self.rows[name] for name in (goal.upper, goal.lower, goal.end))
        hip, knee, tip = (self.pivots[row] for row in (upper, lower, end))
        start = axes[upper] @ hip + moves[upper]
        joint, stop, hinge = two_bone(
            start, goal.at, _lengths(hip, knee, tip) * stand.scale, stand.turn @ goal.bend
        )
        rest = cross(tip - hip, goal.bend)
        thigh = frame(joint - start, hinge) @ frame(knee - hip, rest).T * stand.scale
        shin = frame(stop - joint, hinge) @ frame(tip - knee, rest).T * stand.scale
        last = shin if goal.aim is None else goal.aim * stand.scale
        axes[upper], moves[upper] = thigh, start - thigh @ hip
        return {lower: (shin, joint - shin @ knee), end: (last, stop - last @ tip)}

    def _point(
        self, goal: Goal, axes: Matrix, moves: Matrix, row: int
    ) -> dict[int, tuple[Matrix, Vector]]:
        hip, end = self.pivots[row], self.rows[goal.end]
        tip = self.pivots[end]
        start = axes[row] @ hip + moves[row]
        turn = _between(axes[row] @ (tip - hip), goal.at - start) @ axes[row]
        axes[row], moves[row] = turn, start - turn @ hip
        last = turn if goal.aim is None else goal.aim * float(np.linalg.norm(turn[:, 0]))
        return {end: (last, goal.at - last @ tip)}


def _between(first: Vector, second: Vector) -> Matrix:
    a, b = unit(first), unit(second)
    axis = cross(a, b)
    size = float(np.linalg.norm(axis))
    return about(axis / size, math.atan2(size, float(a @ b))) if size > 1e-9 else np.eye(3)


def _goal_at(goals: tuple[Goal, ...], name: str) -> Goal | None:
    return next((goal for goal in goals if goal.upper == name), None)


def _lengths(hip: Vector, knee: Vector, tip: Vector) -> Vector:
    return np.array([np.linalg.norm(knee - hip), np.linalg.norm(tip - knee)])


def two_bone(
    start: Vector, goal: Vector, lengths: Vector, bend: Vector
) -> tuple[Vector, Vector, Vector]:
    """Return where the joint and the end of a two-part limb are, and its hinge axis.

    Args:
        start: (3,) shoulder or hip.
        goal: (3,) wanted end; one out of reach is approached as far as the limb goes.
        lengths: (2,) of the two parts.
        bend: (3,) side to which the joint points.
    """
    first, second = float(lengths[0]), float(lengths[1])
    way = goal - start
    distance = clamp(
        float(np.linalg.norm(way)), abs(first - second) * 1.02 + 1e-6, (first + second) * 0.998
    )
    along = unit(way)
    side = unit(bend - along * float(along @ bend))
    run = (first * first - second * second + distance * distance) / (2.0 * distance)
    rise = max(first * first - run * run, 0.0) ** 0.5
    joint = start + along * run + side * rise
    return joint, start + along * distance, cross(along, side)
