"""What one thread draws into: made once, used for every frame."""

from dataclasses import dataclass, field

import numpy as np

from kinema.engines.scene.shape.model import Bytes, Floats, Ints, Model

from . import places
from .batch import Batch, blank_batch, join, pose
from .view import Placed, Water

ROWS = 16
"""Rows shaded at a time: their places fit a core's own cache."""

MOVING_SIDE = 1024
"""Texels along the shadow map of what moves."""


@dataclass(slots=True, kw_only=True, eq=False)
class Buffers:
    """Arrays of one thread; ``width`` and ``height`` are the size that is rendered.

    Attributes:
        batch: The scenery, and after it what moves.
        moving: Its part that moves.
    """

    width: int
    height: int
    still: Batch
    water: Water | None
    samples: Floats = field(init=False)
    ids: Ints = field(init=False)
    image: Floats = field(init=False)
    depth: Floats = field(init=False)
    shares: Floats = field(init=False)
    owners: Ints = field(init=False)
    found: Ints = field(init=False)
    tags: Ints = field(init=False)
    places: Floats = field(init=False)
    distance: Floats = field(init=False)
    rough: Floats = field(init=False)
    open: Floats = field(init=False)
    facing: Floats = field(init=False)
    moving_map: Floats = field(init=False)
    luma: Floats = field(init=False)
    chroma: Floats = field(init=False)
    wet: Bytes = field(init=False)
    whole: Bytes = field(init=False)
    skipped: Bytes = field(init=False)
    batch: Batch = field(init=False)
    moving: Batch = field(init=False)
    screen: Floats = field(init=False)
    cast: tuple[tuple[Model, int, bool], ...] = field(init=False)

    def __post_init__(self) -> None:
        width, height = self.width, self.height
        self.samples = np.zeros((2 * height, 2 * width), np.float32)
        self.ids = np.zeros((2 * height, 2 * width), np.int32)
        self.image = np.zeros((height, width, 3), np.float32)
        self.depth = np.zeros((height, width), np.float32)
        self.shares = np.zeros((height, width), np.float32)
        self.owners = np.zeros((height, width), np.int32)
        self.found = np.zeros((4 * ROWS * width, 2), np.int32)
        self.tags = np.zeros((4 * ROWS * width, places.TAGS), np.int32)
        self.places = np.zeros((4 * ROWS * width, places.CHANNELS), np.float32)
        self.distance = np.zeros(((height + 1) // 2, (width + 1) // 2), np.float32)
        self.rough = np.zeros_like(self.distance)
        self.open = np.zeros_like(self.distance)
        self.facing = np.zeros((*self.distance.shape, 3), np.float32)
        self.moving_map = np.zeros((MOVING_SIDE, MOVING_SIDE), np.float32)
        self.luma = np.zeros((height, width), np.float32)
        self.chroma = np.zeros((2, height, width), np.float32)
        self.wet = np.zeros((height, width), np.uint8)
        self.whole = np.zeros_like(self.wet)
        self.skipped = np.zeros_like(self.wet)
        self.cast = ()
        self._add(())

    def place(self, moving: tuple[Placed, ...]) -> None:
        """Put what moves where it is now; the same cast as before needs no new arrays."""
        cast = tuple((one.model, one.owner, one.shadow) for one in moving)
        if not _same(cast, self.cast):
            self._add(moving)
            self.cast = cast
        pose(self.moving, moving)
        at = len(self.still.vertices)
        self.batch.vertices[at:] = self.moving.vertices
        self.batch.normals[at:] = self.moving.normals
        self.batch.spheres[len(self.still.spheres) :] = self.moving.spheres

    def _add(self, moving: tuple[Placed, ...]) -> None:
        self.moving = blank_batch(moving, self.water)
        self.batch = join(self.still, self.moving)
        self.screen = np.zeros((max(3, len(self.batch.vertices)), 3), np.float32)


def _same(a: tuple[tuple[Model, int, bool], ...], b: tuple[tuple[Model, int, bool], ...]) -> bool:
    return len(a) == len(b) and all(
        x[0] is y[0] and x[1:] == y[1:] for x, y in zip(a, b, strict=True)
    )
