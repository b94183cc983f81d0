"""Renderer: a world and a moment in, a picture out."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look import noise, styles
from kinema.engines.scene.shape.model import Bytes, Floats
from kinema.media.frames import Planes

from . import frame, grade, slots, style, style_blocks
from .buffers import Buffers
from .facets import Facets
from .lighting import Lighting, lighting
from .picture import Picture
from .resample import resampling
from .view import Moment, World

STANDARD = 0.6
"""Share of the width and height that is rendered; the rest is enlargement."""

BEAT = 24 * 37
"""Rows that the film grain moves a second: another place of its pattern in each frame."""


class Renderer:
    """Draws moments of one world.

    Any number of threads may draw at once; each takes a set of buffers and gives it back. The
    same moment gives the same picture, whatever was drawn before.
    """

    def __init__(self, world: World, *, width: int, height: int, scale: float = STANDARD) -> None:
        """Transform the scenery, cast its shadow and paint the clouds.

        Args:
            world: What stays for the clip.
            width: Pixels of the finished picture, even.
            height: Pixels of the finished picture, even.
            scale: Share of the width and height that is rendered, from 0.25 to 1.
        """
        self._size = (width, height)
        self._inner = (_fourths(width * scale), _fourths(height * scale))
        self._look = styles.LOOKS[world.style]
        self._facets = Facets() if self._look.facets else None
        self._lit = lighting(self._styled(world))
        self._free: list[Buffers] = []
        self._lock = threading.Lock()

    def draw(self, moment: Moment) -> Picture:
        """Return one frame."""
        buffers = self.buffers()
        try:
            for _ in self.steps(moment, buffers):
                pass
            return self.finish(moment, buffers)
        finally:
            self.give_back(buffers)

    def give_back(self, buffers: Buffers) -> None:
        """Let others have what `buffers` returned."""
        with self._lock:
            self._free.append(buffers)

    def buffers(self) -> Buffers:
        """Return arrays to draw into that no other thread has; `give_back` ends that."""
        with self._lock:
            if self._free:
                return self._free.pop()
        width, height = self._inner
        lit = self._lit
        return Buffers(width=width, height=height, still=lit.still, water=lit.world.water)

    def steps(self, moment: Moment, buffers: Buffers) -> Iterator[str]:
        """Draw step by step; yields the names of `frame.STEPS` as they are done."""
        if self._facets is not None:
            moment = replace(moment, moving=self._facets.of(moment.moving))
        return frame.draw(moment, self._light(moment), buffers)

    def finish(self, moment: Moment, buffers: Buffers) -> Picture:
        """Return what was drawn at the size of the finished picture."""
        if self._look.brush is styles.Brush.BLOCKS:
            return self._blocks(buffers)
        style.paint(self._look.brush, buffers)
        width, height = self._size
        strength = float(self._light(moment).slots[slots.GRAIN]) * 219 * 0.6
        offset = round(moment.time * BEAT) & (noise.SIDE - 1)
        small = (width // 2, height // 2)
        return Picture(
            planes=Planes(
                y=_enlarged(buffers.luma, (width, height), strength, offset),
                u=_enlarged(buffers.chroma[0], small, 0.0, 0),
                v=_enlarged(buffers.chroma[1], small, 0.0, 0),
            ),
            owners=buffers.owners.astype(np.int16),
        )

    def _light(self, moment: Moment) -> Lighting:
        if moment.palette is None:
            return self._lit
        return self._lit.under(styles.lit(moment.palette, self._look))

    def _styled(self, world: World) -> World:
        """Return a world with the light and the shapes of its style."""
        scenery = world.scenery if self._facets is None else self._facets.of(world.scenery)
        return replace(world, palette=styles.lit(world.palette, self._look), scenery=scenery)

    def _blocks(self, buffers: Buffers) -> Picture:
        canvas = style.canvas(buffers)
        return Picture(
            planes=style_blocks.blocks(canvas.paint, buffers.owners, self._size),
            owners=buffers.owners.astype(np.int16),
        )


def _fourths(size: float) -> int:
    """Return a multiple of four, which bloom needs."""
    return max(16, 4 * round(size / 4))


def _enlarged(plane: Floats, size: tuple[int, int], strength: float, offset: int) -> Bytes:
    """Return a plane of numbers at another size, rounded, with grain."""
    width, height = size
    result = np.empty((height, width), np.uint8)
    spare = np.empty((len(plane), width), np.float32)
    grade.enlarge(
        plane,
        resampling(plane.shape[1], width),
        resampling(len(plane), height),
        noise.grain(),
        np.float32(strength),
        offset,
        spare,
        result,
    )
    return result
