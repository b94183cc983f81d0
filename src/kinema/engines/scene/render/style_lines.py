"""Lines along the edges of things, and the shadow that a near sheet of paper throws."""

from kinema.engines.scene.shape.model import Floats, Ints

from .jit import jit
from .maths import F, clamp, smooth


@jit
def outline(depth: Floats, owners: Ints, reach: int, edge: F, lines: Floats) -> None:
    """Write how much of a line each pixel is, 0 to 1.

    ``depth`` is 1 / distance, which is straight along a flat surface: where it bends, a thing
    ends or has a crease.
    """
    height, width = depth.shape
    for y in range(height):
        top, low = max(0, y - reach), min(height - 1, y + reach)
        for x in range(width):
            left, right = max(0, x - reach), min(width - 1, x + reach)
            z = depth[y, x]
            most = max(
                z, max(max(depth[y, left], depth[y, right]), max(depth[top, x], depth[low, x]))
            )
            bend = abs(depth[y, left] + depth[y, right] - z - z)
            bend = max(bend, abs(depth[top, x] + depth[low, x] - z - z))
            line = smooth((bend / (most + F(1e-5)) - edge) / (F(2.0) * edge))
            line *= F(0.95) * clamp(most * F(24.0) - F(0.25))  # what is farther than 40 m has none
            mine = owners[y, x]
            if owners[y, right] != mine or owners[low, x] != mine:
                line = F(1.0)
            lines[y, x] = line


@jit
def clear(density: Floats, owners: Ints, lines: Floats) -> None:
    """Leave out lines where they crowd, as in grass, unless somebody's."""
    for y in range(lines.shape[0]):
        for x in range(lines.shape[1]):
            if owners[y, x] == 0 and lines[y, x] < F(0.99):
                lines[y, x] *= F(1.0) - smooth((density[y, x, 0] - F(0.14)) * F(8.0))


@jit
def soften(lines: Floats, thin: Floats) -> None:
    """Average lines a little, so that they have no stairs."""
    height, width = lines.shape
    for y in range(height):
        top, low = max(0, y - 1), min(height - 1, y + 1)
        for x in range(width):
            left, right = max(0, x - 1), min(width - 1, x + 1)
            cross = lines[y, left] + lines[y, right] + lines[top, x] + lines[low, x]
            thin[y, x] = min(F(1.0), lines[y, x] * F(0.5) + cross * F(0.17))


@jit
def ink(paint: Floats, lines: Floats, strength: F, red: F, green: F, blue: F) -> None:
    """Draw lines in a colour mixed with what is under them."""
    for y in range(paint.shape[0]):
        for x in range(paint.shape[1]):
            share = lines[y, x] * strength
            if share > F(0.0):
                paint[y, x, 0] += (red + paint[y, x, 0] * F(0.15) - paint[y, x, 0]) * share
                paint[y, x, 1] += (green + paint[y, x, 1] * F(0.15) - paint[y, x, 1]) * share
                paint[y, x, 2] += (blue + paint[y, x, 2] * F(0.15) - paint[y, x, 2]) * share


@jit
def drop(paint: Floats, depth: Floats, reach: int, strength: F) -> None:
    """Darken what has something nearer than itself up and to its left."""
    for y in range(paint.shape[0]):
        for x in range(paint.shape[1]):
            dark = F(0.0)
            z = depth[y, x] * F(1.12) + F(0.004)
            for step in range(1, reach + 1):
                if depth[max(0, y - step), max(0, x - step)] > z:
                    dark = max(dark, F(1.0) - F(step - 1) / F(reach))
            gain = F(1.0) - dark * strength
            for k in range(3):
                paint[y, x, k] *= gain
