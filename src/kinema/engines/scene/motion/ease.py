"""Curves of time: plain numbers in, plain numbers out."""

import math

TAU = 2.0 * math.pi


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """Return ``value``, or the bound that it passes."""
    return min(max(value, low), high)


def mix(a: float, b: float, share: float) -> float:
    """Return the value ``share`` of the way from ``a`` to ``b``."""
    return a + (b - a) * share


def smooth(x: float) -> float:
    """Rise from 0 to 1 with level ends; constant outside."""
    x = clamp(x)
    return x * x * (3.0 - 2.0 * x)


def smoother(x: float) -> float:
    """Rise from 0 to 1 with ends that have no speed and no push."""
    x = clamp(x)
    return x * x * x * (x * (x * 6.0 - 15.0) + 10.0)


def ease_in(x: float, power: float = 2.0) -> float:
    """Rise from 0 to 1, slow at first."""
    return float(clamp(x) ** power)


def ease_out(x: float, power: float = 2.0) -> float:
    """Rise from 0 to 1, slow at last."""
    return 1.0 - float((1.0 - clamp(x)) ** power)


def between(time: float, start: float, end: float) -> float:
    """Return how far ``time`` is from ``start`` to ``end``, from 0 to 1."""
    return clamp((time - start) / (end - start)) if end > start else float(time >= end)


def bump(x: float) -> float:
    """Rise from 0 to 1 and fall back while ``x`` goes from 0 to 1; 0 outside."""
    return math.sin(math.pi * x) ** 2 if 0.0 < x < 1.0 else 0.0


def overshoot(x: float, amount: float = 1.4) -> float:
    """Rise from 0 to 1, past it, and settle."""
    x = clamp(x) - 1.0
    return 1.0 + x * x * ((amount + 1.0) * x + amount)


def swing(time: float, rate: float, phase: float = 0.0) -> float:
    """Return a sine of ``rate`` turns a second; ``phase`` in turns."""
    return math.sin(TAU * (time * rate + phase))


def drift(time: float, key: float) -> float:
    """Wander between about -1 and 1, never quite repeating; ``key`` picks the walk."""
    return (
        0.5 * math.sin(time * 0.83 + key * 1.7)
        + 0.3 * math.sin(time * 1.71 + key * 2.9)
        + 0.2 * math.sin(time * 2.93 + key * 4.3)
    )


def cycle(x: float) -> float:
    """Return the part of ``x`` after the point, from 0 to 1, for negative ``x`` too."""
    return x - math.floor(x)
