"""The sky in any direction: gradient, halo, disc and the clouds that were painted on the dome."""

import math

from kinema.engines.scene.shape.model import Floats

from . import slots
from .jit import jit
from .maths import F, below, clamp, mix, noise_at, smooth

CURVE = F(0.06)
"""Keeps the plane of the clouds at a finite distance at the horizon."""

SPREAD = F(3.0)
"""How much of the dome's picture is given to what is high above."""

WIND = F(0.012)
"""How far calm clouds travel, in heights of the cloud plane a second."""


@jit
def heights(y: F) -> tuple[F, F]:
    """Return how far a height, 0 at the horizon to 1 overhead, is from horizon and to zenith."""
    high = clamp((y - F(0.1)) * F(1.5))
    return smooth(y * F(3.4)), high * (F(2.0) - high)


@jit
def gradient(share: tuple[F, F], light: Floats, channel: int) -> F:
    """Return one channel of the clear sky at what `heights` returned."""
    colour = mix(light[slots.HORIZON + channel], light[slots.MIDDLE + channel], share[0])
    return mix(colour, light[slots.ZENITH + channel], share[1])


@jit
def halo(towards_sun: F) -> F:
    """Return the brightness round the sun for the cosine of an angle to it."""
    c = max(towards_sun, F(0.0))
    c4 = c * c * c * c
    if c < F(0.8):  # the rest would be denormal numbers, which cost a hundred times as much
        return c4 * F(0.13)
    c32 = c4 * c4
    c32 = c32 * c32 * c32 * c32
    c256 = c32 * c32
    c256 = c256 * c256 * c256 * c256
    return c4 * F(0.13) + c32 * F(0.32) + c256 * F(0.85)


@jit
def cloud_at(x: F, y: F, z: F, light: Floats, dome: Floats) -> tuple[F, F, F]:
    """Return cover in a direction, its part that is clear of haze, and of that the lit part."""
    side = dome.shape[0]
    away = F(1.0) / (y + CURVE)
    drift = light[slots.TIME] * light[slots.DRIFT] * WIND
    p = x * away + drift
    q = z * away + drift * F(0.4)
    share = F(1.0) / (F(math.sqrt(p * p + q * q)) + SPREAD)
    u = (p * share + F(1.0)) * F(0.5) * F(side - 2)
    v = (q * share + F(1.0)) * F(0.5) * F(side - 2)
    left = min(side - 2, max(0, int(u)))
    top = min(side - 2, max(0, int(v)))
    fx = clamp(u - F(left))
    fy = clamp(v - F(top))
    a = (F(1.0) - fx) * (F(1.0) - fy)
    b = fx * (F(1.0) - fy)
    c = (F(1.0) - fx) * fy
    d = fx * fy
    cover = dome[top, left, 0] * a + dome[top, left + 1, 0] * b
    cover += dome[top + 1, left, 0] * c + dome[top + 1, left + 1, 0] * d
    clear = dome[top, left, 1] * a + dome[top, left + 1, 1] * b
    clear += dome[top + 1, left, 1] * c + dome[top + 1, left + 1, 1] * d
    lit = dome[top, left, 2] * a + dome[top, left + 1, 2] * b
    lit += dome[top + 1, left, 2] * c + dome[top + 1, left + 1, 2] * d
    return cover, clear, lit


@jit
def _cloud(share: tuple[F, F, F], light: Floats, channel: int) -> F:
    """Return the light of the clouds in one channel, already covered."""
    cover, clear, lit = share
    colour = light[slots.HORIZON + channel] * (cover - clear)
    colour += light[slots.CLOUD_DARK + channel] * (clear - lit)
    return F(colour + light[slots.CLOUD_LIGHT + channel] * lit)


@jit
def sky(x: F, y: F, z: F, light: Floats, dome: Floats) -> tuple[F, F, F, F]:
    """Return linear RGB without disc, stars and aurora, and how much of those would be seen."""
    up = max(y, F(0.0))
    share = heights(up)
    towards = x * light[slots.SUN] + y * light[slots.SUN + 1] + z * light[slots.SUN + 2]
    shine = halo(towards) * light[slots.GLOW]
    red = gradient(share, light, 0) + light[slots.GLOW_COLOUR] * shine
    green = gradient(share, light, 1) + light[slots.GLOW_COLOUR + 1] * shine
    blue = gradient(share, light, 2) + light[slots.GLOW_COLOUR + 2] * shine
    clear = F(1.0)
    if light[slots.CLOUDS] > F(0.0):
        cloud = cloud_at(x, up, z, light, dome)
        clear = F(1.0) - cloud[0]
        lit = F(1.0) + shine * F(0.6) * clear
        red = red * clear + _cloud(cloud, light, 0) * lit
        green = green * clear + _cloud(cloud, light, 1) * lit
        blue = blue * clear + _cloud(cloud, light, 2) * lit
    flash = light[slots.FLASH] * F(0.5)
    return red + flash, green + flash, blue + flash, clear


@jit
def whole_sky(x: F, y: F, z: F, light: Floats, dome: Floats, noise: Floats) -> tuple[F, F, F]:
    """Return linear RGB of the sky as the eye sees it."""
    red, green, blue, clear = sky(x, y, z, light, dome)
    towards = x * light[slots.SUN] + y * light[slots.SUN + 1] + z * light[slots.SUN + 2]
    edge = light[slots.DISC]
    if towards > edge - F(0.0005) and edge < F(1.5):
        face = smooth((towards - edge) / (F(1.0) - edge) * F(7.0)) * clear
        if light[slots.STARS] > F(0.0):
            face *= F(0.8) + F(0.13) * noise_at(noise, 2, x * F(3.0), y * F(3.0))
        red = mix(red, light[slots.DISC_COLOUR], face)
        green = mix(green, light[slots.DISC_COLOUR + 1], face)
        blue = mix(blue, light[slots.DISC_COLOUR + 2], face)
    if light[slots.STARS] > F(0.0):
        spark = stars(x, y, z, light) * clear
        red += spark
        green += spark
        blue += spark * F(1.12)
    if light[slots.AURORA] > F(0.0) and y > F(0.02):
        r, g, b = aurora(x, y, z, light, noise)
        red += r * clear
        green += g * clear
        blue += b * clear
    return red, green, blue


@jit
def _hash(a: F, b: F) -> F:
    """Return a number from 0 to 1 that looks random."""
    x = F(math.sin(a * F(127.1) + b * F(311.7))) * F(437.585)
    return x - F(below(x))


@jit
def stars(x: F, y: F, z: F, light: Floats) -> F:
    """Return the brightness of the star in a direction, mostly 0."""
    away = F(70.0) / (abs(y) + F(0.7))
    u = x * away
    v = z * away
    cell_u = F(below(u))
    cell_v = F(below(v))
    chance = _hash(cell_u, cell_v)
    if chance < F(0.91):
        return F(0.0)
    other = _hash(cell_v + F(17.0), cell_u)
    du = u - cell_u - F(0.25) - other * F(0.5)
    dv = v - cell_v - F(0.25) - (chance - F(0.91)) * F(5.5)
    twinkle = F(0.8) + F(0.2) * F(math.sin(light[slots.TIME] * F(4.0) + chance * F(600.0)))
    size = F(0.12) + other * other * other * F(1.1)
    shape = F(math.exp(-min(F(60.0), (du * du + dv * dv) * F(150.0))))
    return F(light[slots.STARS] * size * twinkle * shape * smooth(y * F(4.0) + F(0.15)))


@jit
def aurora(x: F, y: F, z: F, light: Floats, noise: Floats) -> tuple[F, F, F]:
    """Return curtains of green light that turn violet at the top."""
    time = light[slots.TIME]
    away = F(1.0) / (y + F(0.35))
    u = x * away
    v = z * away
    red, green, blue = F(0.0), F(0.0), F(0.0)
    for layer in range(3):
        shift = F(layer) * F(0.37)
        wave = noise_at(noise, 0, u * F(0.16) + shift + time * F(0.004), v * F(0.05) + shift)
        line = v * F(1.1) + wave * F(0.55) + F(0.5) - shift * F(1.6)
        curtain = F(math.exp(-min(F(60.0), line * line * F(16.0))))
        rays = F(0.65) + F(0.35) * noise_at(
            noise, 2, u * F(0.9) + wave * F(0.2) + time * F(0.012), shift
        )
        shine = curtain * max(rays, F(0.0)) * smooth(y * F(5.0))
        high = clamp((y - F(0.2)) * F(2.0))
        red += shine * mix(F(0.05), F(0.42), high)
        green += shine * mix(F(0.85), F(0.22), high)
        blue += shine * mix(F(0.42), F(0.7), high)
    strength = light[slots.AURORA] * F(0.8)
    return red * strength, green * strength, blue * strength
