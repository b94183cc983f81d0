"""Light on each place: sun and its shadow, sky, lamps, highlights, and the air before it."""

import math

import numpy as np

from kinema.engines.scene.shape.model import Floats, Ints, Material

from . import slots
from .air import through_air
from .heaven import sky
from .jit import jit
from .maths import F, clamp, mix, noise_at, smooth
from .places import COLOUR, DISTANCE, KIND, NORMAL, OPEN, PLACE, RESULT, VIEW

WRAP, RIM, SHINE, SHARP, MIRROR, THROUGH, SHEEN = range(7)

_TABLE: dict[Material, tuple[float, ...]] = {
    # how far light wraps round, rim, highlight, its sharpness, mirror, light let through, sheen
    Material.MATTE: (0.0, 0.10, 0.0, 8.0, 0.0, 0.0, 0.0),
    Material.GROUND: (0.0, 0.0, 0.0, 8.0, 0.0, 0.0, 0.0),
    Material.FUR: (0.30, 1.6, 0.04, 10.0, 0.0, 0.0, 0.10),
    Material.EMISSIVE: (0.0, 0.0, 0.0, 8.0, 0.0, 0.0, 0.0),
    Material.WATER: (0.0, 0.0, 1.5, 180.0, 0.9, 0.2, 0.0),
    Material.LEAF: (0.30, 0.30, 0.05, 18.0, 0.0, 0.55, 0.0),
    Material.BARK: (0.0, 0.08, 0.0, 8.0, 0.0, 0.0, 0.0),
    Material.GLOSSY: (0.0, 0.25, 1.6, 90.0, 0.62, 0.0, 0.0),
    Material.SATIN: (0.08, 0.45, 0.28, 22.0, 0.22, 0.0, 0.0),
    Material.SKIN: (0.24, 0.65, 0.10, 14.0, 0.0, 0.0, 0.05),
    Material.CLOTH: (0.16, 0.35, 0.0, 8.0, 0.0, 0.10, 0.12),
    Material.SNOW: (0.22, 0.12, 0.05, 12.0, 0.0, 0.10, 0.0),
}
TABLE = np.array([_TABLE[material] for material in Material], np.float32)

EMISSIVE, SKIN = int(Material.EMISSIVE), int(Material.SKIN)
GROUND, SNOW = int(Material.GROUND), int(Material.SNOW)


@jit
def illuminate(
    count: int,
    tags: Ints,
    places: Floats,
    light: Floats,
    lamps: Floats,
    still_map: Floats,
    still_matrix: Floats,
    moving_map: Floats,
    moving_matrix: Floats,
    dome: Floats,
    noise: Floats,
) -> None:
    """Write the light that comes from each place to the eye."""
    for i in range(count):
        kind = tags[i, KIND]
        if kind == EMISSIVE:
            red, green, blue = places[i, COLOUR], places[i, COLOUR + 1], places[i, COLOUR + 2]
        else:
            facing = _facing(places, i, light)
            lit = F(0.0)
            if facing > -TABLE[kind, WRAP] or TABLE[kind, THROUGH] > F(0.0):
                lit = _sunlight(
                    places,
                    i,
                    facing,
                    light,
                    still_map,
                    still_matrix,
                    moving_map,
                    moving_matrix,
                    noise,
                )
            red, green, blue = _diffuse(places, i, kind, facing, lit, light)
            red, green, blue = _lamps(places, i, kind, lamps, red, green, blue)
            red, green, blue = _gleam(places, i, kind, lit, light, dome, noise, red, green, blue)
        red, green, blue = through_air(
            red,
            green,
            blue,
            places[i, VIEW],
            places[i, VIEW + 1],
            places[i, VIEW + 2],
            places[i, DISTANCE],
            light,
            noise,
        )
        places[i, RESULT] = red
        places[i, RESULT + 1] = green
        places[i, RESULT + 2] = blue


@jit
def _facing(places: Floats, i: int, light: Floats) -> F:
    return F(
        places[i, NORMAL] * light[slots.SUN]
        + places[i, NORMAL + 1] * light[slots.SUN + 1]
        + places[i, NORMAL + 2] * light[slots.SUN + 2]
    )


@jit
def _sunlight(
    places: Floats,
    i: int,
    facing: F,
    light: Floats,
    still_map: Floats,
    still_matrix: Floats,
    moving_map: Floats,
    moving_matrix: Floats,
    noise: Floats,
) -> F:
    """Return how much of the sun reaches a place."""
    x, y, z = places[i, PLACE], places[i, PLACE + 1], places[i, PLACE + 2]
    nx, ny, nz = places[i, NORMAL], places[i, NORMAL + 1], places[i, NORMAL + 2]
    slant = F(1.0) + F(2.0) * (F(1.0) - clamp(facing))
    push = light[slots.STILL_TEXEL] * slant
    lit = sunlit(still_map, still_matrix, x + nx * push, y + ny * push, z + nz * push)
    time = light[slots.TIME]
    u, v = x - light[slots.LEAN_X] * y, z - light[slots.LEAN_Z] * y
    if light[slots.DAPPLE] > F(0.0):
        patch = noise_at(noise, 3, u * F(0.031) + F(0.002) * time, v * F(0.031))
        patch += F(0.6) * noise_at(noise, 2, u * F(0.06), v * F(0.06) + F(0.003) * time)
        patch = smooth(patch * F(0.7) + F(0.3))  # it shines through gaps in the scenery's shade
        lit = mix(lit, patch * (F(0.85) + F(0.15) * lit), light[slots.DAPPLE])
    if lit > F(0.0):
        push = light[slots.MOVING_TEXEL] * slant
        lit *= sunlit(moving_map, moving_matrix, x + nx * push, y + ny * push, z + nz * push)
    if light[slots.UNDERWATER] > F(0.0):
        lit *= _caustics(u, v, places[i, DISTANCE], time, noise)
    return lit


@jit
def _caustics(u: F, v: F, far: F, time: F, noise: Floats) -> F:
    a = noise_at(noise, 2, u * F(0.11) + time * F(0.021), v * F(0.11) + time * F(0.012))
    b = noise_at(noise, 2, u * F(0.13) - time * F(0.017), v * F(0.13) + time * F(0.019) + F(0.4))
    line = F(1.0) - min(F(1.0), abs(a - b) * F(1.3))
    near = F(1.0) / (F(1.0) + far * far * F(0.004))  # far lines are finer than a pixel
    return F(0.75) + near * (F(2.2) * line * line * line - F(0.3))


@jit
def sunlit(depths: Floats, matrix: Floats, x: F, y: F, z: F) -> F:
    """Return the share of sunlight at a place, from 0 to 1, softened over two texels.

    Outside the map everything is lit.
    """
    u = matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2] * z + matrix[0, 3]
    v = matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2] * z + matrix[1, 3]
    side = depths.shape[0]
    if u < F(2.0) or v < F(2.0) or u > F(side - 3) or v > F(side - 3):
        return F(1.0)
    d = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2] * z + matrix[2, 3]
    left, top = int(u), int(v)
    fx, fy = u - F(left), v - F(top)
    lit = _row(depths, left, top - 1, d, fx) * (F(1.0) - fy)
    lit += _row(depths, left, top, d, fx) + _row(depths, left, top + 1, d, fx) * fy
    return F(lit * F(0.25))


@jit
def _row(depths: Floats, x: int, y: int, depth: F, share: F) -> F:
    a = F(1.0) - share if depths[y, x - 1] > depth else F(0.0)
    b = F(1.0) if depths[y, x] > depth else F(0.0)
    c = share if depths[y, x + 1] > depth else F(0.0)
    return a + b + c


@jit
def _diffuse(places: Floats, i: int, kind: int, facing: F, lit: F, light: Floats) -> tuple[F, F, F]:
    """Return light spread by the surface: the sun's, the sky's and the ground's."""
    wrap = TABLE[kind, WRAP]
    sun = max(F(0.0), (facing + wrap) / (F(1.0) + wrap)) * lit
    back = max(F(0.0), -facing) * TABLE[kind, THROUGH] * (F(0.3) + F(0.7) * lit)
    up = F(0.5) + F(0.5) * places[i, NORMAL + 1]
    open_ = places[i, OPEN]
    warm = F(0.0)
    if kind == SKIN:
        warm = max(F(0.0), F(0.25) - abs(facing - F(0.05))) * F(0.6) * lit
    red = light[slots.SUN_LIGHT] * (sun + back * F(0.9) + warm)
    green = light[slots.SUN_LIGHT + 1] * (sun + back + warm * F(0.35))
    blue = light[slots.SUN_LIGHT + 2] * (sun + back * F(0.45) + warm * F(0.2))
    red += mix(light[slots.GROUND_LIGHT], light[slots.SKY_LIGHT], up) * open_
    green += mix(light[slots.GROUND_LIGHT + 1], light[slots.SKY_LIGHT + 1], up) * open_
    blue += mix(light[slots.GROUND_LIGHT + 2], light[slots.SKY_LIGHT + 2], up) * open_
    dim = F(0.55) + F(0.45) * open_  # creases stay darker in the sun too
    return (
        places[i, COLOUR] * red * dim,
        places[i, COLOUR + 1] * green * dim,
        places[i, COLOUR + 2] * blue * dim,
    )


@jit
def _lamps(
    places: Floats, i: int, kind: int, lamps: Floats, red: F, green: F, blue: F
) -> tuple[F, F, F]:
    for k in range(lamps.shape[0]):
        x = lamps[k, 0] - places[i, PLACE]
        y = lamps[k, 1] - places[i, PLACE + 1]
        z = lamps[k, 2] - places[i, PLACE + 2]
        reach = lamps[k, 6]
        square = (x * x + y * y + z * z) / (reach * reach + F(1e-6))
        if square > F(60.0):
            continue
        far = F(math.sqrt(x * x + y * y + z * z + F(1e-6)))
        facing = x * places[i, NORMAL] + y * places[i, NORMAL + 1] + z * places[i, NORMAL + 2]
        share = max(F(0.0), facing / far * F(0.8) + F(0.2)) / (F(1.0) + square)
        share *= (F(1.0) - square / F(60.0)) * (F(0.4) + F(0.6) * places[i, OPEN])
        red += places[i, COLOUR] * lamps[k, 3] * share
        green += places[i, COLOUR + 1] * lamps[k, 4] * share
        blue += places[i, COLOUR + 2] * lamps[k, 5] * share
        if TABLE[kind, SHINE] > F(0.0):
            gleam = _highlight(places, i, x / far, y / far, z / far, TABLE[kind, SHARP])
            gleam *= TABLE[kind, SHINE] * share * F(0.6)
            red += lamps[k, 3] * gleam
            green += lamps[k, 4] * gleam
            blue += lamps[k, 5] * gleam
    return red, green, blue


@jit
def _highlight(places: Floats, i: int, x: F, y: F, z: F, sharp: F) -> F:
    """Return Blinn's highlight for a light in direction (x, y, z)."""
    hx, hy, hz = x - places[i, VIEW], y - places[i, VIEW + 1], z - places[i, VIEW + 2]
    along = hx * places[i, NORMAL] + hy * places[i, NORMAL + 1] + hz * places[i, NORMAL + 2]
    along = max(along, F(0.0)) / F(math.sqrt(hx * hx + hy * hy + hz * hz + F(1e-6)))
    return F(math.exp(max(F(-60.0), (along - F(1.0)) * sharp * F(2.0))))


@jit
def _gleam(
    places: Floats,
    i: int,
    kind: int,
    lit: F,
    light: Floats,
    dome: Floats,
    noise: Floats,
    red: F,
    green: F,
    blue: F,
) -> tuple[F, F, F]:
    """Add rim, sheen, highlight, mirror and sparkle."""
    if kind == GROUND:
        return red, green, blue
    red, green, blue = _rim(places, i, kind, lit, light, red, green, blue)
    gleam = F(0.0)
    if lit > F(0.0) and TABLE[kind, SHINE] > F(0.0):
        sun_x, sun_y, sun_z = light[slots.SUN], light[slots.SUN + 1], light[slots.SUN + 2]
        gleam = TABLE[kind, SHINE] * lit
        gleam *= _highlight(places, i, sun_x, sun_y, sun_z, TABLE[kind, SHARP])
    if kind == SNOW:
        gleam += _sparkle(places, i, lit, noise)
    if TABLE[kind, MIRROR] > F(0.0):
        edge = F(1.0) - _towards(places, i)
        shine = F(0.05) + TABLE[kind, MIRROR] * edge * edge * edge * edge
        r, g, b = _mirror(places, i, light, dome)
        red, green, blue = mix(red, r, shine), mix(green, g, shine), mix(blue, b, shine)
    return (
        red + gleam * light[slots.SUN_LIGHT],
        green + gleam * light[slots.SUN_LIGHT + 1],
        blue + gleam * light[slots.SUN_LIGHT + 2],
    )


@jit
def _towards(places: Floats, i: int) -> F:
    """Return how squarely a place faces the eye, 0 to 1."""
    away = F(0.0)
    for k in range(3):
        away += places[i, NORMAL + k] * places[i, VIEW + k]
    return max(F(0.0), -away)


@jit
def _rim(
    places: Floats, i: int, kind: int, lit: F, light: Floats, red: F, green: F, blue: F
) -> tuple[F, F, F]:
    """Add the light that edges catch: more where the sun is behind them."""
    edge = F(1.0) - _towards(places, i)
    open_ = places[i, OPEN]
    against = F(0.0)
    for k in range(3):
        against += places[i, VIEW + k] * light[slots.SUN + k]
    rim = edge * edge * edge * TABLE[kind, RIM] * light[slots.RIM] * (F(0.35) + F(0.65) * lit)
    rim *= (F(0.35) + F(0.65) * open_) * (F(0.6) + F(0.5) * max(F(0.0), against))
    above = (rim * F(0.55) + TABLE[kind, SHEEN] * edge * edge * open_) * (
        F(0.6) + F(0.4) * places[i, NORMAL + 1]
    )
    rim *= F(0.5)
    return (
        red + rim * light[slots.GLOW_COLOUR] + above * light[slots.SKY_LIGHT],
        green + rim * light[slots.GLOW_COLOUR + 1] + above * light[slots.SKY_LIGHT + 1],
        blue + rim * light[slots.GLOW_COLOUR + 2] + above * light[slots.SKY_LIGHT + 2],
    )


@jit
def _mirror(places: Floats, i: int, light: Floats, dome: Floats) -> tuple[F, F, F]:
    """Return what a place mirrors: the sky, and below the horizon the ground's light."""
    twice = F(2.0) * _towards(places, i)
    x = places[i, VIEW] + twice * places[i, NORMAL]
    y = places[i, VIEW + 1] + twice * places[i, NORMAL + 1]
    z = places[i, VIEW + 2] + twice * places[i, NORMAL + 2]
    open_ = places[i, OPEN]
    if light[slots.INDOOR] > F(0.0):
        red, green, blue = (
            light[slots.SKY_LIGHT],
            light[slots.SKY_LIGHT + 1],
            light[slots.SKY_LIGHT + 2],
        )
        below = F(0.5) - F(0.5) * y
    else:
        red, green, blue, _ = sky(x, max(y, F(0.0)), z, light, dome)
        below = smooth(-y * F(3.0) + F(0.2))
    return (
        mix(red, light[slots.GROUND_LIGHT], below) * open_,
        mix(green, light[slots.GROUND_LIGHT + 1], below) * open_,
        mix(blue, light[slots.GROUND_LIGHT + 2], below) * open_,
    )


@jit
def _sparkle(places: Floats, i: int, lit: F, noise: Floats) -> F:
    """Return the glint of single snow crystals, near the eye only."""
    far = places[i, DISTANCE]
    if far > F(14.0) or lit <= F(0.0):
        return F(0.0)
    x, z = places[i, PLACE], places[i, PLACE + 2]
    turn = places[i, VIEW] * F(0.35)
    glint = noise_at(noise, 1, x * F(1.9) + turn, z * F(1.9) + turn)
    return F(max(F(0.0), glint - F(2.4)) * F(0.5) * lit * (F(1.0) - far / F(14.0)))
