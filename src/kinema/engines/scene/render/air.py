"""What lies between the eye and a thing: fog that thins with height, and water."""

import math

from kinema.engines.scene.shape.model import Floats

from . import slots
from .heaven import gradient, halo, heights
from .jit import jit
from .maths import F, clamp, mix, noise_at


@jit
def thickness(to_y: F, distance: F, light: Floats) -> F:
    """Return the optical depth of the fog from the eye straight to a height."""
    thins = light[slots.FOG_HEIGHT]
    near = light[slots.EYE_FOG]
    rise = abs(max(F(0.0), to_y) - max(F(0.0), light[slots.EYE + 1])) * thins
    if rise < F(0.02):
        return F(light[slots.FOG] * distance * near)
    far = F(math.exp(-min(F(20.0), max(F(0.0), to_y) * thins)))
    return F(light[slots.FOG] * distance * abs(near - far) / rise)


@jit
def through_air(
    red: F, green: F, blue: F, x: F, y: F, z: F, distance: F, light: Floats, noise: Floats
) -> tuple[F, F, F]:
    """Return a colour seen in direction (x, y, z) over a distance."""
    if light[slots.UNDERWATER] > F(0.0):
        return _through_water(red, green, blue, x, y, z, distance, light, noise)
    depth = thickness(light[slots.EYE + 1] + y * distance, distance, light)
    towards = x * light[slots.SUN] + y * light[slots.SUN + 1] + z * light[slots.SUN + 2]
    shine = halo(towards) * light[slots.GLOW] * F(0.6)
    up = heights(clamp(y) * F(0.6))
    left_green = F(math.exp(-min(F(60.0), depth)))
    left_red = left_green * (F(1.0) + depth * F(0.1))  # air takes a little more of the blue
    left_blue = left_green / (F(1.0) + depth * F(0.12))
    return (
        mix(gradient(up, light, 0) + light[slots.GLOW_COLOUR] * shine, red, left_red),
        mix(gradient(up, light, 1) + light[slots.GLOW_COLOUR + 1] * shine, green, left_green),
        mix(gradient(up, light, 2) + light[slots.GLOW_COLOUR + 2] * shine, blue, left_blue),
    )


@jit
def deep_colour(y: F, light: Floats, channel: int) -> F:
    """Return what far water looks like: dark below, bright towards the surface."""
    up = clamp(y * F(0.5) + F(0.5))
    colour = mix(light[slots.HORIZON + channel] * F(0.35), light[slots.HORIZON + channel], up)
    high = clamp((y - F(0.05)) * F(1.2))
    return mix(colour, light[slots.ZENITH + channel], high * high)


@jit
def shafts(x: F, y: F, z: F, light: Floats, noise: Floats) -> F:
    """Return how much of the light that comes down in beams lies in a direction, 0 to 1."""
    time = light[slots.TIME]
    across = x / (abs(y - F(1.6)) + F(0.3))
    along = z / (abs(y - F(1.6)) + F(0.3))
    beam = noise_at(noise, 2, across * F(0.32) + time * F(0.006), along * F(0.05))
    other = noise_at(noise, 2, across * F(0.21) - time * F(0.008), along * F(0.04) + F(0.5))
    return clamp((beam + other) * F(0.35) + F(0.1)) * clamp(y * F(0.6) + F(0.55))


@jit
def open_water(x: F, y: F, z: F, light: Floats, noise: Floats) -> tuple[F, F, F]:
    """Return linear RGB of water that nothing ends."""
    beam = shafts(x, y, z, light, noise) * F(0.7)
    return (
        deep_colour(y, light, 0) + light[slots.GLOW_COLOUR] * beam,
        deep_colour(y, light, 1) + light[slots.GLOW_COLOUR + 1] * beam,
        deep_colour(y, light, 2) + light[slots.GLOW_COLOUR + 2] * beam,
    )


@jit
def _through_water(
    red: F, green: F, blue: F, x: F, y: F, z: F, distance: F, light: Floats, noise: Floats
) -> tuple[F, F, F]:
    depth = min(F(40.0), light[slots.FOG] * distance)
    r, g, b = open_water(x, y, z, light, noise)
    return (
        mix(r, red, F(math.exp(-depth * F(1.5)))),
        mix(g, green, F(math.exp(-depth))),
        mix(b, blue, F(math.exp(-depth * F(0.8)))),
    )
