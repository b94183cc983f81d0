"""Fire, smoke and steam: puffs that are born at a source, rise, widen and fade."""

from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Camera
from kinema.engines.scene.stage.chance import chance
from kinema.engines.scene.stage.place import Air, Weather
from kinema.engines.scene.stage.weather.sprites import sprites

Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plume:
    """A source of puffs.

    Attributes:
        at: Where they are born, metres.
        width: Of the source, metres.
        height: How far they rise, metres.
        life: Seconds from birth to end.
        count: How many are in the air.
        size: Radius at birth and at the end, metres.
        start: Colour at birth, linear.
        end: Colour at the end.
        alpha: At its strongest.
        glow: 0 covers what is behind, 1 adds its light.
        lean: Metres that the wind takes them to the right by the end.
    """

    at: Point
    width: float
    height: float
    life: float
    count: int
    size: tuple[float, float]
    start: Rgb
    end: Rgb
    alpha: float
    glow: float = 0.0
    lean: float = 0.0


def plume(seed: int, shape: Plume) -> Weather:
    """Return a column of puffs."""
    base = chance(seed, f"plume {shape.at}").random((shape.count, 5), np.float32)
    start, end = np.asarray(shape.start), np.asarray(shape.end)

    def at(time: float, camera: Camera) -> Air:
        del camera
        age = (base[:, 0] + time / shape.life) % 1
        turn = base[:, 1] * 6.28 + age * 3 * (base[:, 2] - 0.5)
        out = shape.width * np.sqrt(base[:, 3]) * (0.5 + 0.8 * age)
        rise = shape.height * (0.35 * age + 0.65 * age * (0.6 + 0.4 * base[:, 4]))
        points = np.stack(
            [
                shape.at[0] + np.cos(turn) * out + shape.lean * age**1.4,
                shape.at[1] + rise,
                shape.at[2] + np.sin(turn) * out,
            ],
            axis=1,
        )
        radius = shape.size[0] + (shape.size[1] - shape.size[0]) * age
        colour = start + (end - start) * age[:, None]
        fade = np.minimum(age * 7, 1) * (1 - age) ** 0.8
        return Air(
            sprites=sprites(
                points, radius=radius, colour=colour, alpha=shape.alpha * fade, glow=shape.glow
            )
        )

    return at


def flames(at: Point, size: float) -> tuple[Plume, ...]:
    """Return the plumes of a fire ``size`` metres high: flame, core, sparks and smoke."""
    flame = Plume(
        at=at, width=size * 0.26, height=size, life=0.75, count=46, size=(size * 0.17, size * 0.03),
        start=(2.6, 0.95, 0.16), end=(1.5, 0.18, 0.02), alpha=0.5, glow=1.0,
    )  # fmt: skip
    core = Plume(
        at=at, width=size * 0.12, height=size * 0.5, life=0.5, count=22,
        size=(size * 0.12, size * 0.04), start=(3.2, 2.0, 0.7), end=(2.4, 0.7, 0.1), alpha=0.5,
        glow=1.0,
    )  # fmt: skip
    sparks = Plume(
        at=at, width=size * 0.3, height=size * 3.2, life=1.9, count=26,
        size=(size * 0.014, size * 0.008), start=(5.0, 2.2, 0.4), end=(2.4, 0.4, 0.05), alpha=0.95,
        glow=1.0, lean=size * 0.5,
    )  # fmt: skip
    smoke = Plume(
        at=(at[0], at[1] + size * 0.8, at[2]), width=size * 0.25, height=size * 3.6, life=3.4,
        count=26, size=(size * 0.16, size * 0.62), start=(0.12, 0.09, 0.08), end=(0.16, 0.16, 0.18),
        alpha=0.1, lean=size * 0.9,
    )  # fmt: skip
    return smoke, flame, core, sparks


def smoke_of(at: Point, size: float, *, shade: float = 0.35, lean: float = 0.4) -> Plume:
    """Return smoke from a chimney or crater ``size`` metres wide."""
    return Plume(
        at=at, width=size * 0.3, height=size * 9, life=6.0, count=44, size=(size * 0.3, size * 1.9),
        start=(shade, shade, shade), end=(shade * 1.5,) * 3, alpha=0.26, lean=size * 9 * lean,
    )  # fmt: skip


def steam_of(at: Point, size: float) -> Plume:
    """Return steam over a cup or a pot whose mouth is ``size`` metres wide."""
    return Plume(
        at=at, width=size * 0.3, height=size * 2.6, life=2.6, count=22,
        size=(size * 0.1, size * 0.36), start=(0.85, 0.85, 0.85), end=(0.9, 0.9, 0.9), alpha=0.1,
        lean=size * 0.3,
    )  # fmt: skip


def firelight(seed: int, at: Point, *, power: float, reach: float) -> Weather:
    """Return the flickering light of a fire."""
    phase = chance(seed, f"firelight {at}").uniform(0, 6.28, 4)

    def light(time: float, camera: Camera) -> Air:
        del camera
        flicker = 1 + 0.12 * np.sin(time * np.array([9.1, 13.7, 21.3, 5.2]) + phase).sum()
        row = (*at, 2.6 * power * flicker, 1.15 * power * flicker, 0.32 * power * flicker, reach)
        return Air(lights=np.array([row], np.float32))

    return light
