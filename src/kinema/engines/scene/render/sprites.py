"""Soft discs in the air: rain, snow, smoke, sparks."""

from kinema.engines.scene.shape.model import Floats

from .jit import jit
from .maths import F

LEAST = F(0.7)
"""Pixels; a smaller disc is drawn this large and fainter."""


@jit
def sprinkle(image: Floats, depth: Floats, sprites: Floats, matrix: Floats, reach: F) -> None:
    """Draw the rows of `view.SPRITE_COLUMNS`; ``reach`` is pixels a metre at 1 m."""
    for i in range(sprites.shape[0]):
        x, y, z = sprites[i, 0], sprites[i, 1], sprites[i, 2]
        w = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2] * z + matrix[2, 3]
        if w < F(0.25):
            continue
        u = (matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2] * z + matrix[0, 3]) / w * F(0.5)
        v = (matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2] * z + matrix[1, 3]) / w * F(0.5)
        wide = sprites[i, 3] * reach / w
        alpha = sprites[i, 7]
        if wide < LEAST:
            alpha *= wide * wide / (LEAST * LEAST)
            wide = LEAST
        alpha *= min(F(1.0), (w - F(0.25)) * F(1.2))
        if wide < F(image.shape[0]) and alpha > F(0.002):
            _disc(image, depth, sprites, i, u, v, wide, alpha, F(1.0) / w)


@jit
def _disc(
    image: Floats, depth: Floats, sprites: Floats, i: int, u: F, v: F, wide: F, alpha: F, z: F
) -> None:
    high = wide * max(sprites[i, 8], F(0.05))
    glow = sprites[i, 9]
    red, green, blue = sprites[i, 4], sprites[i, 5], sprites[i, 6]
    height, width = depth.shape
    if u + wide < F(0) or v + high < F(0) or u - wide > F(width) or v - high > F(height):
        return
    for y in range(max(0, int(v - high)), min(height, int(v + high) + 2)):
        dy = (F(y) + F(0.5) - v) / high
        for x in range(max(0, int(u - wide)), min(width, int(u + wide) + 2)):
            dx = (F(x) + F(0.5) - u) / wide
            square = dx * dx + dy * dy
            if square >= F(1.0):
                continue
            soft = _apart(depth[y, x], z, sprites[i, 3])
            share = (F(1.0) - square) * (F(1.0) - square) * alpha * soft
            keep = F(1.0) - min(F(1.0), share) * (F(1.0) - glow)
            image[y, x, 0] = image[y, x, 0] * keep + red * share
            image[y, x, 1] = image[y, x, 1] * keep + green * share
            image[y, x, 2] = image[y, x, 2] * keep + blue * share


@jit
def _apart(there: F, here: F, radius: F) -> F:
    """Return 0 behind a thing, rising to 1 a radius before it, so that smoke meets no edge."""
    if there <= F(0.0):
        return F(1.0)
    gap = F(1.0) / there - F(1.0) / here
    return min(F(1.0), max(F(0.0), gap / (radius + F(0.01)) + F(0.5)))
