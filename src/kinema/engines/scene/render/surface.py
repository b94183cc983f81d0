"""What a surface is made of: patterns that vary its colour and bend its normal."""

import math

from kinema.engines.scene.shape.model import Floats, Ints, Material

from .jit import jit
from .maths import F, clamp, noise_at, scale_to_unit
from .places import COLOUR, DISTANCE, KIND, NORMAL, REST, VIEW

GROUND, FUR, LEAF = int(Material.GROUND), int(Material.FUR), int(Material.LEAF)
BARK, CLOTH, SNOW = int(Material.BARK), int(Material.CLOTH), int(Material.SNOW)


@jit
def texture(count: int, tags: Ints, places: Floats, noise: Floats) -> None:
    """Give each place the pattern of its material, and turn its normal towards the eye."""
    for i in range(count):
        kind = tags[i, KIND]
        x, y, z = places[i, REST], places[i, REST + 1], places[i, REST + 2]
        near = clamp(F(1.6) - places[i, DISTANCE] * F(0.03))
        if kind == GROUND:
            _ground(places, i, x, z, noise)
        elif kind == BARK:
            _bark(places, i, x, y, z, near, noise)
        elif kind == FUR:
            _fur(places, i, x, y, z, near, noise)
        elif kind == CLOTH:
            _tint(places, i, F(1.0) + F(0.035) * noise_at(noise, 1, x * F(2.2) + z, y * F(2.2)))
        elif kind == SNOW:
            _snow(places, i, x, z, near, noise)
        elif kind == LEAF:
            _tint(places, i, F(1.0) + F(0.09) * noise_at(noise, 2, x * F(0.4), z * F(0.4) + y))
        _face(places, i, kind)


@jit
def _tint(places: Floats, i: int, factor: F) -> None:
    for k in range(3):
        places[i, COLOUR + k] *= max(F(0.35), factor)


@jit
def _bend(places: Floats, i: int, x: F, y: F, z: F) -> None:
    x += places[i, NORMAL]
    y += places[i, NORMAL + 1]
    z += places[i, NORMAL + 2]
    unit = scale_to_unit(x, y, z)
    places[i, NORMAL] = x * unit
    places[i, NORMAL + 1] = y * unit
    places[i, NORMAL + 2] = z * unit


@jit
def _ground(places: Floats, i: int, x: F, z: F, noise: Floats) -> None:
    close = clamp(F(1.3) - places[i, DISTANCE] * F(0.08))  # farther, a pixel holds many grains
    near = clamp(F(1.5) - places[i, DISTANCE] * F(0.025))
    wide = noise_at(noise, 0, x * F(0.011), z * F(0.011))
    fine = noise_at(noise, 1, x * F(0.09), z * F(0.09))
    grit = noise_at(noise, 1, x * F(0.53) + F(0.3), z * F(0.53))
    _tint(places, i, F(1.0) + F(0.10) * wide + F(0.11) * fine * near + F(0.11) * grit * close)
    places[i, COLOUR] *= F(1.0) + F(0.05) * wide
    _bend(places, i, F(0.05) * fine * near, F(0.0), F(0.07) * grit * close)


@jit
def _bark(places: Floats, i: int, x: F, y: F, z: F, near: F, noise: Floats) -> None:
    coarse = noise_at(noise, 1, (x + z) * F(0.33), y * F(0.028))
    fine = noise_at(noise, 1, (x - z) * F(0.83), y * F(0.085))
    _tint(places, i, F(1.0) + F(0.2) * coarse + F(0.14) * fine * near)
    _bend(places, i, F(0.12) * coarse * near, F(0.0), F(0.12) * fine * near)


@jit
def _fur(places: Floats, i: int, x: F, y: F, z: F, near: F, noise: Floats) -> None:
    hair = noise_at(noise, 1, (x + z * F(0.7)) * F(1.5), y * F(0.9) + z * F(0.35))
    tuft = noise_at(noise, 2, x * F(0.6) + z * F(0.3), y * F(0.6) - z * F(0.4))
    _tint(places, i, F(1.0) + F(0.055) * hair * near + F(0.05) * tuft)
    _bend(places, i, F(0.06) * hair * near, F(0.05) * tuft * near, F(0.06) * tuft * near)


@jit
def _snow(places: Floats, i: int, x: F, z: F, near: F, noise: Floats) -> None:
    drift = noise_at(noise, 2, x * F(0.05), z * F(0.07))
    grain = noise_at(noise, 1, x * F(0.6), z * F(0.6))
    _tint(places, i, F(1.0) + F(0.02) * drift + F(0.015) * grain * near)
    _bend(places, i, F(0.05) * drift + F(0.02) * grain * near, F(0.0), F(0.05) * drift)


@jit
def _face(places: Floats, i: int, kind: int) -> None:
    """Turn a back to the front; lean a normal that points away just back into sight."""
    away = F(0.0)
    for k in range(3):
        away += places[i, NORMAL + k] * places[i, VIEW + k]
    if away <= F(0.0):
        return
    if kind in (LEAF, CLOTH) and away > F(0.2):  # less is the silhouette of something round
        for k in range(3):
            places[i, NORMAL + k] = -places[i, NORMAL + k]
        return
    push = away + F(0.02)
    x = places[i, NORMAL] - places[i, VIEW] * push
    y = places[i, NORMAL + 1] - places[i, VIEW + 1] * push
    z = places[i, NORMAL + 2] - places[i, VIEW + 2] * push
    unit = F(1.0) / F(math.sqrt(x * x + y * y + z * z + F(1e-9)))
    places[i, NORMAL] = x * unit
    places[i, NORMAL + 1] = y * unit
    places[i, NORMAL + 2] = z * unit
