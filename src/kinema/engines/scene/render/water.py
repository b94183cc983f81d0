"""Water and wet streets: waves, what they mirror of the picture and the sky, and what they hide."""

import math

from kinema.engines.scene.shape.model import Bytes, Floats, Ints

from . import slots
from .air import through_air
from .heaven import sky
from .jit import jit
from .maths import F, clamp, fill_in, mix, noise_at, ray, scale_to_unit, smooth

STEPS = 12
BRIGHTEST = F(4.0)
"""Of what is mirrored, so that a lamp does not break up into sparks."""

SAMPLE = F(2.0)
"""Samples a pixel, each way; the matrices are in samples."""


@jit
def flood(
    image: Floats,
    depth: Floats,
    owners: Ints,
    rays: Floats,
    matrix: Floats,
    light: Floats,
    lamps: Floats,
    dome: Floats,
    noise: Floats,
    wet: Bytes,
) -> None:
    """Cover with water every pixel whose ray meets its level before anything else.

    Every second pixel is shaded, in a chequered pattern; the others are the mean of their
    neighbours, or are shaded too where not all of those are water. ``wet`` (h, w) is scratch.
    """
    if light[slots.EYE + 1] <= light[slots.LEVEL]:
        return
    _mark(depth, rays, light, wet)
    for y in range(depth.shape[0]):
        for x in range(depth.shape[1]):
            if wet[y, x] and ((x + y) & 1 == 0 or not _amid(wet, x, y)):
                _surface(image, depth, owners, rays, x, y, matrix, light, lamps, dome, noise)
    _even_out(image, depth, owners, light, wet)
    if light[slots.WET] > F(0.0):
        _smear(image, wet)


@jit
def _smear(image: Floats, wet: Bytes) -> None:
    """Draw the lights in a wet street out downwards, as its roughness does."""
    for y in range(1, wet.shape[0]):
        for x in range(wet.shape[1]):
            if wet[y, x] and wet[y - 1, x]:
                for k in range(3):
                    image[y, x, k] = F(0.5) * (image[y, x, k] + image[y - 1, x, k])


@jit
def _mark(depth: Floats, rays: Floats, light: Floats, wet: Bytes) -> None:
    for y in range(depth.shape[0]):
        for x in range(depth.shape[1]):
            wet[y, x] = _met(depth, rays, light, x, y)


@jit
def _even_out(image: Floats, depth: Floats, owners: Ints, light: Floats, wet: Bytes) -> None:
    """Make every second pixel from its four neighbours, where those are water."""
    for y in range(depth.shape[0]):
        for x in range(1 - (y & 1), depth.shape[1], 2):
            if not (wet[y, x] and _amid(wet, x, y)):
                continue
            fill_in(image, x, y)
            if light[slots.WET] == F(0.0):
                depth[y, x] = depth[y, x - 1]
                owners[y, x] = owners[y, x - 1]


@jit
def _met(depth: Floats, rays: Floats, light: Floats, x: int, y: int) -> bool:
    """Return whether the ray of a pixel meets water first."""
    b = ray(rays, F(2 * x + 1), F(2 * y + 1))[1]
    if b >= F(-0.0004):
        return False
    w = (light[slots.LEVEL] - light[slots.EYE + 1]) / b
    if w > F(6000.0):
        return False
    if light[slots.WET] > F(0.0):
        return bool(abs(depth[y, x] * w - F(1.0)) * abs(b) * w < F(0.05))
    return bool(depth[y, x] * w < F(1.0))


@jit
def _amid(wet: Bytes, x: int, y: int) -> bool:
    """Return whether a pixel has four neighbours, all of them water."""
    if x == 0 or y == 0 or x == wet.shape[1] - 1 or y == wet.shape[0] - 1:
        return False
    return bool(wet[y - 1, x] + wet[y + 1, x] + wet[y, x - 1] + wet[y, x + 1] == 4)


@jit
def _surface(
    image: Floats,
    depth: Floats,
    owners: Ints,
    rays: Floats,
    px: int,
    py: int,
    matrix: Floats,
    light: Floats,
    lamps: Floats,
    dome: Floats,
    noise: Floats,
) -> None:
    """Shade one pixel of water."""
    a, b, c = ray(rays, F(2 * px + 1), F(2 * py + 1))  # 1 long along the view
    w = (light[slots.LEVEL] - light[slots.EYE + 1]) / b
    unit = scale_to_unit(a, b, c)
    x, z = light[slots.EYE] + a * w, light[slots.EYE + 2] + c * w
    a, b, c = a * unit, b * unit, c * unit
    far = w / unit
    nx, ny, nz, blur = _waves(x, z, far, light, noise)
    along = a * nx + b * ny + c * nz
    rx, ry, rz = a - F(2.0) * along * nx, b - F(2.0) * along * ny, c - F(2.0) * along * nz
    ry = max(ry, F(0.012))
    unit = scale_to_unit(rx, ry, rz)
    rx, ry, rz = rx * unit, ry * unit, rz * unit
    red, green, blue = _mirror(x, z, rx, ry, rz, far, image, depth, matrix, light, dome)
    edge = F(1.0) - max(F(0.0), -along)
    share = edge * edge
    share = F(0.025) + F(0.975) * share * share * edge
    under = F(1e6)
    if depth[py, px] > F(0.0):
        under = max(F(0.0), (F(1.0) / depth[py, px] - w) / w * far)
    if light[slots.WET] > F(0.0):
        r, g, bl, share = _street(image, px, py, x, z, share, noise)
    else:
        r, g, bl = _body(image, px, py, x, z, under, -b, light, lamps, noise)
        share *= smooth(under * F(3.0))
    glint = _glint(rx, ry, rz, blur, light) * smooth(under)
    red = mix(r, red, share) + glint * light[slots.SUN_LIGHT]
    green = mix(g, green, share) + glint * light[slots.SUN_LIGHT + 1]
    blue = mix(bl, blue, share) + glint * light[slots.SUN_LIGHT + 2]
    red, green, blue = through_air(red, green, blue, a, b, c, far, light, noise)
    image[py, px, 0] = red
    image[py, px, 1] = green
    image[py, px, 2] = blue
    if light[slots.WET] == F(0.0):
        depth[py, px] = F(1.0) / w
        if under > F(1.5):
            owners[py, px] = 0


@jit
def _glint(x: F, y: F, z: F, blur: F, light: Floats) -> F:
    """Return how much of the sun a mirrored ray meets; rough water spreads it."""
    towards = x * light[slots.SUN] + y * light[slots.SUN + 1] + z * light[slots.SUN + 2]
    sharp = F(420.0) / (F(1.0) + blur * light[slots.WAVE] * F(30.0))
    glint = F(math.exp(max(F(-60.0), (max(F(0.0), towards) - F(1.0)) * sharp))) * (
        F(1.0) - light[slots.INDOOR]
    )
    return F(min(F(1.28), glint * mix(F(1.12), F(0.48), blur)))


@jit
def _waves(x: F, z: F, far: F, light: Floats, noise: Floats) -> tuple[F, F, F, F]:
    """Return the normal of the surface, and how many waves a far pixel holds, 0 to 1.

    Waves that are smaller than a pixel lie down, else far water would be noise.
    """
    time = light[slots.TIME]
    wave = light[slots.WAVE]
    if light[slots.WET] > F(0.0):
        wave *= F(0.3)
    above = max(F(0.3), light[slots.EYE + 1] - light[slots.LEVEL])
    print_ = far * (far / above + F(1.0)) * F(0.0016)
    large = F(1.0) / (F(1.0) + print_ * print_ * F(0.02))
    middle = F(1.0) / (F(1.0) + print_ * print_ * F(0.5))
    small = F(1.0) / (F(1.0) + print_ * print_ * F(9.0))
    swell = noise_at(noise, 2, x * F(0.006) + time * F(0.004), z * F(0.011) + time * F(0.008))
    cross = noise_at(noise, 2, x * F(0.009) - time * F(0.005), z * F(0.013) + time * F(0.006))
    chop = noise_at(noise, 2, x * F(0.041) + time * F(0.014), z * F(0.066) + time * F(0.022))
    side = noise_at(noise, 2, x * F(0.053) - time * F(0.017), z * F(0.077) + F(0.37))
    ripple = noise_at(noise, 1, x * F(0.11) - time * F(0.03), z * F(0.15) + time * F(0.04))
    nx = wave * (F(0.18) * swell * large + F(0.22) * chop * middle + F(0.12) * ripple * small)
    nz = wave * (F(0.18) * cross * large + F(0.22) * side * middle + F(0.12) * ripple * small)
    unit = scale_to_unit(nx, F(1.0), nz)
    return nx * unit, unit, nz * unit, F(1.0) - middle


@jit
def _mirror(
    x: F,
    z: F,
    rx: F,
    ry: F,
    rz: F,
    far: F,
    image: Floats,
    depth: Floats,
    matrix: Floats,
    light: Floats,
    dome: Floats,
) -> tuple[F, F, F]:
    """Follow a mirrored ray through the picture; what it misses is sky."""
    step = F(0.2) + far * F(0.02)
    y = light[slots.LEVEL]
    for _ in range(STEPS):
        x, y, z = x + rx * step, y + ry * step, z + rz * step
        w = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2] * z + matrix[2, 3]
        if w < F(0.1):
            break
        u = matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2] * z + matrix[0, 3]
        v = matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2] * z + matrix[1, 3]
        u, v = u / (w * SAMPLE), v / (w * SAMPLE)
        if u < F(0.0) or v < F(0.0) or u >= F(depth.shape[1]) or v >= F(depth.shape[0]):
            break
        column, row = int(u), int(v)
        there = depth[row, column]
        if there > F(0.0):
            gap = w - F(1.0) / there
            if gap > F(0.0) and gap < step * F(2.4) + F(0.5):
                return (
                    min(image[row, column, 0], BRIGHTEST),
                    min(image[row, column, 1], BRIGHTEST),
                    min(image[row, column, 2], BRIGHTEST),
                )
        step *= F(1.5)
    red, green, blue, _ = sky(rx, ry, rz, light, dome)
    return red, green, blue


@jit
def _body(
    image: Floats,
    px: int,
    py: int,
    x: F,
    z: F,
    under: F,
    steep: F,
    light: Floats,
    lamps: Floats,
    noise: Floats,
) -> tuple[F, F, F]:
    """Return what is seen in the water: its colour, the bottom where it is shallow, foam."""
    clear = F(math.exp(-min(F(60.0), under * F(0.55))))
    near = F(math.exp(-min(F(60.0), under * F(0.12))))
    sun = clamp(light[slots.SUN + 1] + F(0.1)) * F(0.45)
    red = mix(light[slots.DEEP], light[slots.SHALLOW], near)
    green = mix(light[slots.DEEP + 1], light[slots.SHALLOW + 1], near)
    blue = mix(light[slots.DEEP + 2], light[slots.SHALLOW + 2], near)
    red *= light[slots.SKY_LIGHT] + light[slots.SUN_LIGHT] * sun
    green *= light[slots.SKY_LIGHT + 1] + light[slots.SUN_LIGHT + 1] * sun
    blue *= light[slots.SKY_LIGHT + 2] + light[slots.SUN_LIGHT + 2] * sun
    for k in range(lamps.shape[0]):
        dx, dy, dz = lamps[k, 0] - x, lamps[k, 1] - light[slots.LEVEL], lamps[k, 2] - z
        share = F(1.0) / (F(1.0) + (dx * dx + dy * dy + dz * dz) / (lamps[k, 6] * lamps[k, 6]))
        red += light[slots.SHALLOW] * lamps[k, 3] * share
        green += light[slots.SHALLOW + 1] * lamps[k, 4] * share
        blue += light[slots.SHALLOW + 2] * lamps[k, 5] * share
    if clear > F(0.01):
        red = mix(red, image[py, px, 0] * F(0.85), clear)
        green = mix(green, image[py, px, 1] * F(0.95), clear)
        blue = mix(blue, image[py, px, 2], clear)
        foam = _foam(x, z, under * steep, light, noise) * F(0.75)
        red = mix(red, light[slots.SKY_LIGHT] + light[slots.SUN_LIGHT] * sun, foam)
        green = mix(green, light[slots.SKY_LIGHT + 1] + light[slots.SUN_LIGHT + 1] * sun, foam)
        blue = mix(blue, light[slots.SKY_LIGHT + 2] + light[slots.SUN_LIGHT + 2] * sun, foam)
    return red, green, blue


@jit
def _foam(x: F, z: F, deep: F, light: Floats, noise: Floats) -> F:
    """Return foam where waves run out on a shore."""
    time = light[slots.TIME]
    lace = noise_at(noise, 1, x * F(0.09) + time * F(0.01), z * F(0.09))
    beat = F(0.10) + F(0.07) * F(math.sin(time * F(1.3) + x * F(0.11) + lace * F(0.5)))
    line = F(1.0) - clamp(abs(deep - beat) / (F(0.05) + F(0.25) * light[slots.WAVE]))
    return clamp(line * (F(0.75) + F(0.5) * lace)) * clamp(light[slots.WAVE] * F(6.0))


@jit
def _street(
    image: Floats, px: int, py: int, x: F, z: F, share: F, noise: Floats
) -> tuple[F, F, F, F]:
    """Return the wet ground and how much of it mirrors: puddles more than damp asphalt."""
    puddle = noise_at(noise, 0, x * F(0.035), z * F(0.035) + F(0.2))
    puddle += F(0.35) * noise_at(noise, 2, x * F(0.11), z * F(0.11))
    pool = smooth(puddle * F(0.9) + F(0.55))
    share = min(F(0.95), share * F(0.8) + mix(F(0.10), F(0.42), pool))
    dark = mix(F(0.8), F(0.5), pool)
    return image[py, px, 0] * dark, image[py, px, 1] * dark, image[py, px, 2] * dark, share
