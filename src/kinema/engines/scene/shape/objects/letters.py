"""Capital letters and digits as strokes, for signs."""

from itertools import pairwise

import numpy as np

from kinema.engines.scene.shape.objects.solid import Solid, box, merged

STROKES: dict[str, str] = {
    "A": "00 03 24 43 40|02 42",
    "B": "00 04 34 43 32 02|32 41 30 00",
    "C": "43 34 14 03 01 10 30 41",
    "D": "00 04 24 43 41 20 00",
    "E": "44 04 00 40|02 32",
    "F": "44 04 00|02 32",
    "G": "43 34 14 03 01 10 30 41 42 22",
    "H": "00 04|40 44|02 42",
    "I": "20 24",
    "J": "44 41 30 10 01",
    "K": "00 04|44 02 40",
    "L": "04 00 40",
    "M": "00 04 22 44 40",
    "N": "00 04 40 44",
    "O": "10 01 03 14 34 43 41 30 10",
    "P": "00 04 34 43 32 02",
    "Q": "10 01 03 14 34 43 41 30 10|21 40",
    "R": "00 04 34 43 32 02|22 40",
    "S": "43 34 14 03 12 32 41 30 10 01",
    "T": "20 24|04 44",
    "U": "04 01 10 30 41 44",
    "V": "04 20 44",
    "W": "04 10 23 30 44",
    "X": "00 44|04 40",
    "Y": "04 22 44|22 20",
    "Z": "04 44 00 40",
    "0": "10 01 03 14 34 43 41 30 10",
    "1": "13 24 20",
    "2": "03 14 34 43 00 40",
    "3": "04 44 22 32 41 30 10 01",
    "4": "30 34 01 41",
    "5": "44 04 02 32 41 30 10 01",
    "6": "44 14 02 01 10 30 41 32 02",
    "7": "04 44 10",
    "8": "12 03 14 34 43 32 12 01 10 30 41 32",
    "9": "42 12 03 14 34 43 42 30 00",
    "-": "02 42",
    "'": "24 23",
    "!": "24 21|20 20",
}
"""Each character as lines through points of a grid four wide and four high, x before y."""

ADVANCE = 1.4
"""Widths of a letter from one to the next."""


def strokes(character: str) -> list[list[tuple[float, float]]]:
    """Return the lines of a character, from 0 to 1 across and up."""
    lines = STROKES[character].split("|")
    return [[(int(p[0]) / 4, int(p[1]) / 4) for p in line.split()] for line in lines]


def word(text: str, height: float, depth: float, thick: float) -> Solid:
    """Return a word in the x, y plane, its middle at the origin.

    Raises:
        KeyError: A character has no strokes.
    """
    wide = height * 0.62
    start = -wide * (ADVANCE * (len(text) - 1) + 1) / 2
    bars = []
    for at, character in enumerate(text.upper()):
        if character == "_":
            continue
        for line in strokes(character):
            points = [(start + wide * (ADVANCE * at + x), height * (y - 0.5)) for x, y in line]
            bars += [bar(a, b, thick, depth) for a, b in pairwise(points)]
    return merged(bars)


def bar(a: tuple[float, float], b: tuple[float, float], thick: float, depth: float) -> Solid:
    """Return a stroke from one point to another."""
    step = np.subtract(b, a)
    length = float(np.hypot(*step))
    along = step / length if length else np.array([0.0, 1.0])
    upright = box((thick, length + thick, depth), thick * 0.2)
    matrix = np.array(
        [
            [along[1], along[0], 0, a[0] - along[0] * thick / 2],
            [-along[0], along[1], 0, a[1] - along[1] * thick / 2],
            [0, 0, 1, 0],
        ]
    )
    return upright.moved(matrix)
