"""Painting over a finished picture in the brush of a style.

Only the kernels of the brush that is asked for are compiled.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from kinema.engines.scene.look import noise
from kinema.engines.scene.look.styles import Brush
from kinema.engines.scene.shape.model import Floats

from . import lens, style_colour, style_lines, style_paper, style_smooth, style_strokes
from .buffers import Buffers
from .maths import F

ROWS = 216
"""Height of a picture whose dots, lines and strokes are as large as their kernels say."""

PIGMENTS = np.array(
    [
        [0.09, 0.12, 0.2], [0.13, 0.25, 0.42], [0.3, 0.47, 0.6], [0.62, 0.73, 0.74],
        [0.93, 0.87, 0.72], [0.85, 0.7, 0.45], [0.8, 0.3, 0.16], [0.28, 0.22, 0.19],
        [0.3, 0.4, 0.24], [0.6, 0.64, 0.42], [0.88, 0.66, 0.6], [0.46, 0.37, 0.27],
        [0.98, 0.95, 0.87],
    ],
    np.float32,
)  # fmt: skip
"""Colours of a print, display RGB: indigo, blues, buff, ochre, vermilion, brown, greens, pink."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Canvas:
    """A picture that is painted over.

    Attributes:
        paint: (h, w, 3) display colours, 0 to 1.
        seen: Where distances and owners are.
        unit: Pixels of the rendered picture in one of a picture of `ROWS` rows.
    """

    paint: Floats
    seen: Buffers
    unit: float

    def smooth(self, reach: float, kept: float = 0.65) -> None:
        """Smooth all but edges over some units; see `style_smooth.smoothed`."""
        pixels = max(1, round(reach * self.unit))
        style_smooth.smoothed(self.paint, self.seen.owners, pixels, kept)

    def band(self, count: float, edge: float, rest: float) -> None:
        """Put brightness into bands; see `style_colour.band`."""
        style_colour.band(self.paint, self.seen.owners, F(count), F(edge), F(rest))

    def lines(self, width: float, edge: float) -> Floats:
        """Return the lines of the picture, (h, w) from 0 to 1."""
        rough = np.empty_like(self.seen.depth)
        reach = max(1, round(width * self.unit))
        style_lines.outline(self.seen.depth, self.seen.owners, reach, F(edge), rough)
        density = rough[..., None].copy()
        lens.blur(density, lens.gaussian(2.5 * self.unit))
        style_lines.clear(density, self.seen.owners, rough)
        lines = np.empty_like(rough)
        style_lines.soften(rough, lines)
        return lines

    def ink(self, lines: Floats, strength: float, colour: tuple[float, float, float]) -> None:
        """Draw lines."""
        red, green, blue = colour
        style_lines.ink(self.paint, lines, F(strength), F(red), F(green), F(blue))

    def paper(self, tooth: float, blots: float, colour: tuple[float, float, float]) -> None:
        """Lay the picture on paper."""
        tint, patterns = np.array(colour, np.float32), noise.textures()
        style_paper.paper(self.paint, patterns, F(self.unit), F(tooth), F(blots), tint)

    def strokes(self, gap: float, *shape: float) -> None:
        """Paint with strokes ``gap`` units apart; ``shape`` is that of `style_strokes.stroke`."""
        height, width = self.paint.shape[:2]
        spots = style_strokes.places(width, height, max(2, round(gap * self.unit)))
        size = np.array(shape, np.float32)
        size[:2] *= self.unit
        source = self.paint.copy()
        tensor = style_strokes.flow(source, self.unit)
        patterns, owners = noise.textures(), self.seen.owners
        style_strokes.stroke(source, tensor, owners, spots, patterns, size, self.paint)


def canvas(buffers: Buffers) -> Canvas:
    """Return what was developed, ready to be painted over."""
    paint = np.empty((buffers.height, buffers.width, 3), np.float32)
    style_colour.unpack(buffers.luma, buffers.chroma, paint)
    return Canvas(paint=paint, seen=buffers, unit=min(buffers.height, buffers.width) / ROWS)


def paint(brush: Brush, buffers: Buffers) -> None:
    """Paint over ``luma`` and ``chroma`` of the buffers."""
    if brush not in PAINTERS:
        return
    one = canvas(buffers)
    PAINTERS[brush](one)
    style_colour.pack(one.paint, buffers.luma, buffers.chroma)


def _cel(one: Canvas) -> None:
    one.smooth(1.5)
    one.band(4.5, 0.3, 0.55)
    one.ink(one.lines(0.6, 0.06), 0.75, (0.07, 0.05, 0.12))


def _toon(one: Canvas) -> None:
    one.smooth(2)
    one.band(3.5, 0.25, 0.5)
    one.ink(one.lines(1.2, 0.09), 0.95, (0.03, 0.02, 0.04))


def _wash(one: Canvas) -> None:
    one.smooth(2.5)
    source = one.paint.copy()
    style_paper.wash(source, noise.textures(), F(one.unit), one.paint)
    one.ink(one.lines(0.6, 0.12), 0.22, (0.16, 0.14, 0.2))
    one.paper(0.03, 0.035, (1.0, 0.99, 0.96))


def _oil(one: Canvas) -> None:
    one.smooth(2)
    source = one.paint.copy()
    one.strokes(5, 9.0, 3.0, 0.12, 0.6, 0.07, 0.0)
    one.strokes(2.5, 3.4, 1.2, 0.06, 0.2, 0.05, 1.0)
    style_strokes.show_through(source, one.seen.owners, F(0.4), one.paint)


def _swirl(one: Canvas) -> None:
    one.smooth(2)
    source = one.paint.copy()
    one.strokes(5, 10.0, 2.2, 0.34, 3.0, 0.14, 0.0)
    one.strokes(2.5, 3.4, 1.2, 0.15, 0.3, 0.08, 1.0)
    style_strokes.show_through(source, one.seen.owners, F(0.35), one.paint)
    one.ink(one.lines(0.8, 0.15), 0.5, (0.06, 0.08, 0.2))


def _print(one: Canvas) -> None:
    one.smooth(2.5)
    one.band(5, 0.35, 0.6)
    style_colour.pigment(one.paint, PIGMENTS, F(0.75))
    one.ink(one.lines(0.7, 0.08), 0.85, (0.1, 0.1, 0.17))
    one.paper(0.02, 0.025, (0.99, 0.96, 0.88))


def _clay(one: Canvas) -> None:
    one.smooth(1, 0.5)
    style_paper.knead(one.paint, noise.textures(), F(one.unit))


def _comic(one: Canvas) -> None:
    one.smooth(2)
    one.band(3.5, 0.2, 0.2)
    style_paper.dots(one.paint, F(one.unit), F(0.3))
    one.ink(one.lines(1.3, 0.07), 1.0, (0.01, 0.01, 0.02))
    one.paper(0.01, 0.012, (1.0, 0.98, 0.93))


def _pencil(one: Canvas) -> None:
    one.smooth(1.5)
    lines = one.lines(0.7, 0.05)
    style_paper.hatch(one.paint, lines, noise.textures(), F(one.unit))


def _cut(one: Canvas) -> None:
    one.smooth(3)
    one.band(4, 0.15, 0.0)
    style_lines.drop(one.paint, one.seen.depth, max(2, round(4 * one.unit)), F(0.45))
    one.paper(0.035, 0.01, (1.0, 0.985, 0.96))


def _flat(one: Canvas) -> None:
    one.smooth(3)
    one.band(5, 0.25, 0.3)


PAINTERS: Mapping[Brush, Callable[[Canvas], None]] = MappingProxyType(
    {
        Brush.CEL: _cel,
        Brush.TOON: _toon,
        Brush.WASH: _wash,
        Brush.OIL: _oil,
        Brush.SWIRL: _swirl,
        Brush.PRINT: _print,
        Brush.CLAY: _clay,
        Brush.COMIC: _comic,
        Brush.PENCIL: _pencil,
        Brush.CUT: _cut,
        Brush.FLAT: _flat,
    }
)
"""Who paints with each brush. `Brush.BLOCKS` is done at the size of the finished picture."""
