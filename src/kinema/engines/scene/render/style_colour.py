"""Colour of a finished picture: to red, green and blue and back, and into bands."""

from kinema.engines.scene.shape.model import Floats, Ints

from .jit import jit
from .maths import F, clamp, smooth


@jit
def unpack(luma: Floats, chroma: Floats, paint: Floats) -> None:
    """Write (h, w, 3) display colours, 0 to 1, of what `grade.develop` wrote."""
    for y in range(paint.shape[0]):
        for x in range(paint.shape[1]):
            grey = (luma[y, x] - F(16.0)) * F(1.0 / 219.0)
            blue = grey + (chroma[0, y, x] - F(128.0)) * F(1.8556 / 224.0)
            red = grey + (chroma[1, y, x] - F(128.0)) * F(1.5748 / 224.0)
            green = (grey - F(0.2126) * red - F(0.0722) * blue) * F(1.0 / 0.7152)
            paint[y, x, 0], paint[y, x, 1], paint[y, x, 2] = clamp(red), clamp(green), clamp(blue)


@jit
def pack(paint: Floats, luma: Floats, chroma: Floats) -> None:
    """Write display colours as `unpack` reads them."""
    for y in range(paint.shape[0]):
        for x in range(paint.shape[1]):
            red, green, blue = clamp(paint[y, x, 0]), clamp(paint[y, x, 1]), clamp(paint[y, x, 2])
            grey = F(0.2126) * red + F(0.7152) * green + F(0.0722) * blue
            luma[y, x] = F(16.0) + F(219.0) * grey
            chroma[0, y, x] = F(128.0) + F(224.0 / 1.8556) * (blue - grey)
            chroma[1, y, x] = F(128.0) + F(224.0 / 1.5748) * (red - grey)


@jit
def band(paint: Floats, owners: Ints, count: F, edge: F, rest: F) -> None:
    """Put brightness into ``count`` bands; between two it climbs over ``edge`` of a band.

    What belongs to nobody keeps ``rest`` of its own gradation.
    """
    for y in range(paint.shape[0]):
        for x in range(paint.shape[1]):
            red, green, blue = paint[y, x, 0], paint[y, x, 1], paint[y, x, 2]
            grey = F(0.2126) * red + F(0.7152) * green + F(0.0722) * blue + F(1e-3)
            place = grey * count
            whole = F(int(place))
            level = (whole + smooth((place - whole - F(0.5)) / edge + F(0.5)) + F(0.2)) / count
            if owners[y, x] == 0:
                level += (grey - level) * rest
            gain = level / grey
            for k in range(3):
                paint[y, x, k] = clamp(paint[y, x, k] * gain)


@jit
def pigment(paint: Floats, pigments: Floats, share: F) -> None:
    """Draw each colour towards the nearest pigments, (n, 3); ties are shared, so none flickers."""
    for y in range(paint.shape[0]):
        for x in range(paint.shape[1]):
            red, green, blue, total = F(0.0), F(0.0), F(0.0), F(0.0)
            for i in range(pigments.shape[0]):
                a = paint[y, x, 0] - pigments[i, 0]
                b = paint[y, x, 1] - pigments[i, 1]
                c = paint[y, x, 2] - pigments[i, 2]
                far = F(2.0) * a * a + F(4.0) * b * b + F(3.0) * c * c + F(0.004)
                weight = F(1.0) / (far * far * far)
                total += weight
                red += pigments[i, 0] * weight
                green += pigments[i, 1] * weight
                blue += pigments[i, 2] * weight
            unit = F(1.0) / total
            paint[y, x, 0] += (red * unit - paint[y, x, 0]) * share
            paint[y, x, 1] += (green * unit - paint[y, x, 1]) * share
            paint[y, x, 2] += (blue * unit - paint[y, x, 2]) * share
