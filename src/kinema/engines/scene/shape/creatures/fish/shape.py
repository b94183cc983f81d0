"""Fish: the table of a species. The body is one unit long, its middle at the origin."""

from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.shape.part import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Fish:
    """A species that swims.

    Attributes:
        height: Half height at its thickest.
        width: Half width at its thickest.
        nose: How blunt its front is: 0.2, pointed, to 1, round.
        thickest: Where it is thickest, from 0, the nose, to 1, the tail.
        stalk: Half height before the tail.
        beak: Length of a dolphin's beak, 0 for none.
        mouth: ``small``, ``wide`` or ``jaws`` (with teeth).
        eye: Radius.
        eye_at: How far back, from the nose.
        eye_up: How high, by the half height.
        tail: ``fork``, ``fan``, ``flow``, ``shark`` or ``fluke`` (level, as a whale's).
        tail_size: Length.
        dorsal: ``none``, ``long``, ``sail``, ``shark`` or ``small``.
        dorsal_size: Height.
        fin: Length of the side fins.
        fin_low: How low they sit, from 0 to 1.
        gills: How many slits.
        markings: Any of `build.MARKINGS`.
    """

    height: float = 0.19
    width: float = 0.11
    nose: float = 0.7
    thickest: float = 0.38
    stalk: float = 0.05
    beak: float = 0.0
    mouth: str = "small"
    eye: float = 0.045
    eye_at: float = 0.16
    eye_up: float = 0.25
    tail: str = "fan"
    tail_size: float = 0.28
    dorsal: str = "long"
    dorsal_size: float = 0.14
    fin: float = 0.2
    fin_low: float = 0.35
    gills: float = 0.0
    markings: tuple[str, ...] = ()


FRONT = 0.5
"""z of the nose; the tail's stalk ends at ``-FRONT``."""


def profile(shape: Fish, share: float) -> float:
    """Return the body's thickness from 0 to 1 at a share of its length, from nose to tail."""
    keys = (0.0, 0.08, shape.thickest, 0.72, 1.0)
    blunt = 0.25 + 0.45 * shape.nose
    end = shape.stalk / shape.height
    values = (0.12 + 0.3 * shape.nose, blunt, 1.0, 0.35 + 0.65 * end, end)
    return float(np.interp(share, keys, values))


def place(share: float, up: float = 0.0, side: float = 0.0) -> Point:
    """Return a place at a share of the length."""
    return (side, up, FRONT - share)
