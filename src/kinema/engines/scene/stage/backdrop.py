"""What stands in the distance: mountain ranges, wooded hills, the far shore."""

from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.land import Values, land, mixed
from kinema.engines.scene.stage.noise import fractal, ridges, smooth

SNOW: Rgb = (0.82, 0.86, 0.93)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A chain of hills or mountains round the horizon.

    Attributes:
        near: Where its foot is, metres from the origin.
        far: Where it ends.
        height: Of its summits, metres.
        width: Of one mountain, metres.
        jagged: From 0, rounded hills, to 1, crests and cliffs.
        foot: Colour of its lower slopes, linear.
        rock: Colour where it is steep or high.
        snowline: Height above which snow lies, metres; None for none.
        half: Radians to each side of -z that it covers.
        peak: Height of one mountain that stands above the others, metres; 0 for none.
        peak_at: Its (x, z), metres.
        columns: How finely it is made along the horizon.
        base: Height of its foot, metres.
    """

    near: float
    far: float
    height: float
    width: float
    jagged: float = 1.0
    foot: Rgb = (0.06, 0.11, 0.04)
    rock: Rgb = (0.13, 0.12, 0.13)
    snowline: float | None = None
    half: float = 1.6
    peak: float = 0.0
    peak_at: tuple[float, float] = (0.0, 0.0)
    columns: int = 150
    base: float = -2.0


def mountains(spec: Range, seed: int, *, name: str = "range") -> Placed:
    """Return the range as scenery that throws no shadow of its own."""

    def relief(x: Values, z: Values) -> Values:
        distance = np.hypot(x, z)
        rise = smooth(distance, spec.near, spec.near + (spec.far - spec.near) * 0.55)
        crest = ridges(x / spec.width + 3, z / spec.width + 1, seed, 6) ** 1.15
        swell = fractal(x / spec.width + 7, z / spec.width, seed + 9, 4)
        body = spec.jagged * crest + (1 - spec.jagged) * swell
        low = 0.35 + 0.65 * fractal(x / spec.width / 3.1, z / spec.width / 3.1, seed + 4, 2)
        height = spec.height * rise * body * low * 1.5
        away = np.hypot(x - spec.peak_at[0], z - spec.peak_at[1]) / max(spec.peak * 0.95, 1.0)
        flanks = np.clip(1 - away, 0, 1) ** 1.2 * smooth(distance, spec.near, spec.near * 1.4)
        summit = spec.peak * flanks * (0.74 + 0.42 * ridges(x / 90, z / 90, seed + 5, 5))
        inside = smooth(spec.half - np.abs(np.arctan2(x, -z)), 0.0, 0.2)
        return np.asarray(np.maximum(height, summit) * inside + spec.base, np.float64)

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        grain = fractal(x / (spec.width * 0.12), z / (spec.width * 0.12), seed + 7, 4)
        steep = np.clip((0.86 - up) * 4 + (y / max(spec.height, 1.0) - 0.45) * 2.2, 0, 1)
        colour = mixed(spec.foot, spec.rock, np.clip(steep + (grain - 0.5), 0, 1))
        colour = colour * (0.72 + 0.56 * grain[:, None])
        if spec.snowline is None:
            return colour
        lying = (y - spec.snowline) / (0.22 * max(spec.height, spec.peak)) + (grain - 0.5) * 2
        lying = np.clip(lying, 0, 1) * np.clip((up - 0.42) * 4, 0, 1)
        return np.asarray(
            colour * (1 - lying[:, None]) + np.asarray(SNOW) * lying[:, None], np.float64
        )

    shape = land(
        relief,
        paint,
        bearings=np.linspace(-spec.half, spec.half, spec.columns),
        reach=np.geomspace(spec.near, spec.far, max(20, spec.columns // 5)),
    )
    return here(name, shape, shadow=False)


ALPS = Range(near=240, far=1500, height=330, width=330, snowline=120, rock=(0.12, 0.115, 0.13))
FOOTHILLS = Range(
    near=120, far=420, height=62, width=170, jagged=0.25, foot=(0.05, 0.10, 0.03), columns=110
)
FAR_HILLS = Range(
    near=260, far=900, height=95, width=300, jagged=0.2, foot=(0.07, 0.12, 0.04), columns=110
)
"""Ranges that several sets share."""
