"""Body: a model seen as limbs, and Cue: what its surroundings ask of it at one time."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

import numpy as np

from kinema.engines.scene.shape.model import Floats, Model

from .pose import Pose, Rig, Stand
from .rotation import Vector, facing, vector
from .track import Step, Track

Ground: TypeAlias = Callable[[float, float], float]
"""Height at (x, z), metres."""


class Kind(StrEnum):
    """A plan of limbs; each has its own table of clips."""

    BIPED = "biped"
    QUADRUPED = "quadruped"
    WINGED = "winged"  # four legs and two wings: a dragon
    BIRD = "bird"
    FISH = "fish"
    INSECT = "insect"
    WHEELS = "wheels"
    BOAT = "boat"
    AIRCRAFT = "aircraft"
    RIGID = "rigid"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Limb:
    """A leg or an arm.

    Attributes:
        side: 1 on the model's left (+x), -1 on its right.
        rest: (3,) pivot of ``end`` at rest, model space.
        bend: (3,) where the joint between points, model space.
        reach: Length when stretched, metres at rest size.
    """

    upper: str
    lower: str
    end: str
    side: float
    rest: Vector
    bend: Vector
    reach: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Body:
    """A performer's model.

    Attributes:
        scale: How many times its own size it is.
        key: A number of its own, so that a crowd doesn't move as one.
        legs: By ``L``/``R`` or ``FL``/``FR``/``BL``/``BR``.
        arms: By ``L``/``R``.
        hip: Height of the hips above the ground at rest, metres at rest size.
        trunk: Low and high corner of the model at rest without its wings, model space.
    """

    rig: Rig
    kind: Kind
    scale: float = 1.0
    key: float = 0.0
    legs: Mapping[str, Limb] = field(default_factory=dict)
    arms: Mapping[str, Limb] = field(default_factory=dict)
    hip: float = 0.5
    tail: tuple[str, ...] = ()
    trunk: tuple[Vector, Vector] = field(default_factory=lambda: (np.zeros(3), np.ones(3)))

    @property
    def model(self) -> Model:
        """The model as it is at rest."""
        return self.rig.model

    @property
    def height(self) -> float:
        """Height in the world, metres."""
        return self.model.size[1] * self.scale

    @property
    def length(self) -> float:
        """Depth in the world, metres."""
        return self.model.size[2] * self.scale

    @property
    def sole(self) -> float:
        """Metres that the origin is above the ground; 0 for those whose feet find it."""
        centred = self.kind in (Kind.RIGID, Kind.AIRCRAFT, Kind.FISH, Kind.INSECT)
        return max(0.0, -float(self.trunk[0][1])) * self.scale if centred else 0.0

    def trait(self, name: str, otherwise: float) -> float:
        """Return a trait in world metres (or metres a second)."""
        return self.model.traits.get(name, otherwise) * self.scale


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cue:
    """One performer's circumstances at one time.

    Attributes:
        time: Seconds from the start of the film.
        distance: Metres along ``track``.
        speed: Metres a second along it.
        share: How far the present beat is, from 0 to 1.
        beat: Seconds since the present beat began.
        places: World places that the action is done with: ``hand.L``, ``hand.R``, ``look``,
            ``seat``, ``mouth`` …
        mount: The world turn of what is ridden or sat on; None on one's own feet.
        effort: From 0.5, calm, to 1.5, wild; scales how far limbs go.
        level: The water's height where it floats.
        load: Height of what is in the hand, metres; 0 is an empty hand.
    """

    time: float
    track: Track
    ground: Ground
    distance: float = 0.0
    speed: float = 0.0
    share: float = 0.0
    beat: float = 0.0
    places: Mapping[str, Vector] = field(default_factory=dict)
    mount: Stand | None = None
    effort: float = 1.0
    level: float = 0.0
    load: float = 0.0

    @property
    def step(self) -> Step:
        """Where the performer is on its track."""
        return self.track.at(self.distance)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Act:
    """What a clip gives: a pose, and where the model stands."""

    pose: Pose
    stand: Stand

    def plus(self, pose: Pose) -> "Act":
        """Return the act with more on top."""
        return Act(pose=self.pose.plus(pose), stand=self.stand)


Clip: TypeAlias = Callable[[Body, Cue], Act]
"""An animation: a pure function of body and cue."""


def level(height: float) -> Ground:
    """Return ground that is as high everywhere."""

    def ground(x: float, z: float) -> float:
        del x, z
        return height

    return ground


def on_ground(body: Body, cue: Cue, lift: float = 0.0) -> Stand:
    """Return the stand on the track, upright, ``lift`` metres above the ground."""
    step = cue.step
    flat = vector(step.forward[0], 0.0, step.forward[2])
    x, z = float(step.at[0]), float(step.at[2])
    at = vector(x, max(cue.ground(x, z), float(step.at[1])) + body.sole + lift, z)
    return Stand(at=at, turn=facing(flat), scale=body.scale)


def bones(body: Body, act: Act) -> Floats:
    """Return the (b, 3, 4) world matrices of an act."""
    return body.rig.bones(act.pose, act.stand)


def anchor(body: Body, matrices: Floats, name: str) -> Vector | None:
    """Return where a named anchor is in the world, or None if the model has none such."""
    found = body.model.anchors.get(name)
    if found is None:
        return None
    matrix = matrices[found.bone].astype(np.float64)
    return np.asarray(matrix[:, :3] @ np.array(found.at) + matrix[:, 3], np.float64)


def rhythm(body: Body, cue: Cue, rate: float) -> float:
    """Return the phase in turns of a rhythm of ``rate`` beats a second, offset for the body."""
    return cue.time * rate + body.key


def wave(body: Body, cue: Cue, rate: float, phase: float = 0.0) -> float:
    """Return a sine in that rhythm; ``phase`` in turns."""
    return math.sin(2.0 * math.pi * (rhythm(body, cue, rate) + phase))
