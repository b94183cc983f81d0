"""Hair and beards: a cap on the skull, cut free of the face, with locks melted onto it."""

import math
from collections.abc import Callable
from dataclasses import replace

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.creatures.biped.shape import SIDES, Body
from kinema.engines.scene.shape.creatures.draft import Draft, Skin
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.shape.part import Part, Point, ball

Style = Callable[[Body, Rgb], list[Part]]


def add_hair(draft: Draft, body: Body, style: str, colour: Rgb, *, covered: bool) -> None:
    """Add hair of a style of `STYLES`; what a hat has no room for is left out."""
    parts = STYLES[style](body, colour)
    if covered:
        parts = _pressed(body, parts)
    if parts:
        draft.skins.append(
            Skin(parts=tuple(parts), cell=0.128 * body.radius, material=Material.FUR)
        )


def _pressed(body: Body, parts: list[Part]) -> list[Part]:
    """Return what is left of hair under a hat: the cap, flatter, and what hangs below its rim."""
    rim = body.head[1] + 0.82 * body.radius
    kept = [
        part
        for part in parts[1:]
        if part.cut or max(part.a[1] + part.ra, part.b[1] + part.rb) < rim
    ]
    return [replace(part, ra=0.93 * part.ra, rb=0.93 * part.rb) for part in parts[:1]] + kept


def add_beard(draft: Draft, body: Body, style: str, colour: Rgb) -> None:
    """Add a beard of a style of `BEARDS`."""
    parts = BEARDS[style](body, colour)
    if parts:
        draft.skins.append(Skin(parts=tuple(parts), cell=0.08 * body.radius, material=Material.FUR))


def _round(body: Body, colour: Rgb, at: Point, radii: Point, *, blend: float = 0.12) -> Part:
    x, y, z = (radius * body.radius for radius in radii)
    where = body.at_head(*at)
    like = Part(a=where, b=where, ra=1, rb=1, bone="head", colour=colour, blend=blend * body.radius)
    return ball(where, (x, y, z), like)


def _lock(
    body: Body, colour: Rgb, start: Point, end: Point, ra: float, rb: float, *, blend: float = 0.1
) -> Part:
    return Part(
        a=body.at_head(*start), b=body.at_head(*end), ra=ra * body.radius, rb=rb * body.radius,
        bone="head", colour=colour, blend=blend * body.radius,
    )  # fmt: skip


def _cut(part: Part) -> Part:
    return replace(part, cut=True)


def _cap(body: Body, colour: Rgb, *, line: float = 0.42, thick: float = 1.0) -> list[Part]:
    """Return hair close to the skull; ``line`` is the height of the hairline on the brow."""
    return [
        _round(body, colour, (0, 0.24, -0.14), (0.86 * thick, 0.87 * thick, 0.95 * thick)),
        _cut(_round(body, colour, (0, line - 0.88, 1.0), (0.82, 0.88, 0.9), blend=0.04)),
        _cut(_round(body, colour, (0, -1.0, 0.25), (1.2, 0.72, 0.75), blend=0.12)),
    ]


def _short(body: Body, colour: Rgb) -> list[Part]:
    """Short at the sides, swept to one side on top."""
    parts = _cap(body, colour, thick=1.01)
    for row, (x, reach) in enumerate(
        ((-0.42, 0.5), (-0.2, 0.62), (0.05, 0.68), (0.3, 0.6), (0.5, 0.42))
    ):
        start = (x - 0.1, 0.86 - 0.1 * abs(x), 0.1)
        end = (x + 0.26, 0.72 - 0.2 * abs(x + 0.15), reach + 0.12)
        parts.append(_lock(body, colour, start, end, 0.24, 0.1 + 0.01 * row))
    for _, way in SIDES:
        parts.append(
            _lock(body, colour, (way * 0.76, 0.25, 0.2), (way * 0.73, -0.12, 0.2), 0.12, 0.05)
        )
    return parts


def _quiff(body: Body, colour: Rgb) -> list[Part]:
    parts = _cap(body, colour, thick=1.0)
    for x in (-0.36, -0.12, 0.14, 0.38):
        parts.append(_lock(body, colour, (x, 0.7, 0.5), (x * 0.85 + 0.06, 1.08, 0.5), 0.22, 0.16))
        parts.append(
            _lock(
                body, colour, (x * 0.85 + 0.06, 1.08, 0.5), (x * 0.8 + 0.1, 1.02, 0.1), 0.18, 0.12
            )
        )
    return parts


def _crop(body: Body, colour: Rgb) -> list[Part]:
    return _cap(body, colour, line=0.46, thick=1.0)


def _spiky(body: Body, colour: Rgb) -> list[Part]:
    parts = _cap(body, colour, thick=1.0)
    for row in range(14):
        angle = row * 2.399963
        flat = math.sqrt((row + 0.5) / 14) * 0.62
        x, z = flat * math.cos(angle), flat * math.sin(angle) - 0.05
        up = math.sqrt(max(0.9 - x * x - z * z, 0.1))
        end = (x * 1.55, up + 0.42, z * 1.5 + 0.12)
        parts.append(_lock(body, colour, (x, up - 0.1, z), end, 0.19, 0.03, blend=0.06))
    return parts


def _curly(body: Body, colour: Rgb) -> list[Part]:
    """Balls all over the cap."""
    parts = _cap(body, colour, line=0.5, thick=0.98)
    cuts = parts[1:]
    for row in range(46):
        up = 1 - 1.35 * (row + 0.5) / 46
        flat, angle = math.sqrt(max(1 - up * up, 0)), row * 2.399963
        x, z = flat * math.cos(angle), flat * math.sin(angle)
        if z > 0.35 and up < 0.55:
            continue
        at = (x * 0.86, 0.24 + up * 0.86, -0.14 + z * 0.92)
        parts.append(_round(body, colour, at, (0.22, 0.22, 0.22), blend=0.03))
    return [parts[0], *parts[3:], *cuts[1:]]


def _afro(body: Body, colour: Rgb) -> list[Part]:
    return [
        _round(body, colour, (0, 0.42, -0.18), (1.12, 1.05, 1.1)),
        _cut(_round(body, colour, (0, -0.42, 1.15), (0.85, 0.9, 0.9), blend=0.2)),
        _cut(_round(body, colour, (0, -1.1, 0.3), (1.2, 0.75, 0.8), blend=0.2)),
    ]


def _fringe(body: Body, colour: Rgb) -> list[Part]:
    """Strands over the brow, parted on the right."""
    return [
        _lock(body, colour, (-0.25, 0.92, 0.35), (0.42, 0.5, 0.72), 0.2, 0.12),
        _lock(body, colour, (-0.25, 0.92, 0.3), (0.68, 0.2, 0.5), 0.22, 0.13),
        _lock(body, colour, (-0.25, 0.92, 0.35), (-0.56, 0.45, 0.58), 0.18, 0.11),
        _lock(body, colour, (-0.25, 0.92, 0.25), (-0.74, 0.1, 0.38), 0.2, 0.12),
    ]


def _sheet_of_hair(body: Body, colour: Rgb, low: float, flare: float) -> list[Part]:
    """Return strands from the crown round the sides and the back, down to ``low``."""
    parts = []
    for row in range(11):
        angle = math.pi * (-0.62 + 1.24 * row / 10)
        x, z = math.sin(angle), -math.cos(angle)
        start = (x * 0.62, 0.55, -0.12 + z * 0.68)
        knee = (x * 0.86, -0.15, -0.12 + z * 0.86)
        end = (x * (0.8 + flare), low + 0.06 * math.sin(row * 5.0), -0.16 + z * (0.76 + flare))
        parts.append(_lock(body, colour, start, knee, 0.24, 0.22))
        parts.append(_lock(body, colour, knee, end, 0.22, 0.11))
    return parts


def _bob(body: Body, colour: Rgb) -> list[Part]:
    return [*_cap(body, colour), *_fringe(body, colour), *_sheet_of_hair(body, colour, -0.72, 0.08)]


def _long(body: Body, colour: Rgb) -> list[Part]:
    return [*_cap(body, colour), *_fringe(body, colour), *_sheet_of_hair(body, colour, -1.55, 0.06)]


def _ponytail(body: Body, colour: Rgb) -> list[Part]:
    line = [
        (0, 0.5, -0.95),
        (0, 0.45, -1.32),
        (0, -0.1, -1.5),
        (0.05, -0.75, -1.4),
        (0.08, -1.2, -1.25),
    ]
    widths = (0.17, 0.28, 0.3, 0.22, 0.06)
    tail = [
        _lock(body, colour, start, end, ra, rb)
        for start, end, ra, rb in zip(line, line[1:], widths, widths[1:], strict=False)
    ]
    return [*_cap(body, colour), *_fringe(body, colour)[:3], *tail]


def _bun(body: Body, colour: Rgb) -> list[Part]:
    knot = _round(body, colour, (0, 0.95, -0.62), (0.36, 0.34, 0.36), blend=0.06)
    return [*_cap(body, colour, thick=1.0), *_fringe(body, colour)[:2], knot]


def _pigtails(body: Body, colour: Rgb) -> list[Part]:
    parts = [*_cap(body, colour), *_fringe(body, colour)]
    for _, way in SIDES:
        line = [(way * 0.75, 0.2, -0.35), (way * 1.12, 0.1, -0.4), (way * 1.25, -0.45, -0.35),
                (way * 1.12, -0.9, -0.25)]  # fmt: skip
        widths = (0.13, 0.24, 0.23, 0.05)
        parts += [
            _lock(body, colour, start, end, ra, rb)
            for start, end, ra, rb in zip(line, line[1:], widths, widths[1:], strict=False)
        ]
    return parts


def _wreath(body: Body, colour: Rgb) -> list[Part]:
    """Hair round the sides and the back of a bald head."""
    parts = []
    for row in range(9):
        angle = math.pi * (-0.56 + 1.12 * row / 8)
        x, z = math.sin(angle), -math.cos(angle)
        at = (x * 0.76, -0.02 + 0.06 * math.cos(angle), -0.1 + z * 0.84)
        parts.append(_round(body, colour, at, (0.17, 0.25, 0.2)))
    return parts


def _none(body: Body, colour: Rgb) -> list[Part]:
    del body, colour
    return []


STYLES: dict[str, Style] = {
    "short": _short,
    "quiff": _quiff,
    "crop": _crop,
    "spiky": _spiky,
    "curly": _curly,
    "afro": _afro,
    "bob": _bob,
    "long": _long,
    "ponytail": _ponytail,
    "bun": _bun,
    "pigtails": _pigtails,
    "wreath": _wreath,
    "bald": _none,
}

ANY = {
    "man": ("short", "quiff", "crop", "short", "curly", "spiky"),
    "woman": ("long", "bob", "ponytail", "bun", "long", "curly"),
    "boy": ("short", "spiky", "curly", "quiff"),
    "girl": ("pigtails", "ponytail", "bob", "long"),
    "old man": ("wreath", "crop", "wreath"),
    "old woman": ("bun", "bob", "curly"),
}
"""Styles that a seed chooses from."""


def _full(body: Body, colour: Rgb) -> list[Part]:
    """A beard along the jaw, and a moustache."""
    parts = []
    for row in range(11):
        angle = math.pi * (-0.5 + row / 10)
        x, z = math.sin(angle), math.cos(angle)
        at = (x * 0.62, -0.52 - 0.26 * z, 0.08 + 0.5 * z)
        parts.append(_on_jaw(_round(body, colour, at, (0.17, 0.24, 0.2))))
    return [*parts, *_moustache(body, colour)]


def _goatee(body: Body, colour: Rgb) -> list[Part]:
    chin = _round(body, colour, (0, -0.83, 0.62), (0.19, 0.2, 0.16))
    return [_on_jaw(chin), *_moustache(body, colour)]


def _long_beard(body: Body, colour: Rgb) -> list[Part]:
    parts = _full(body, colour)
    for x in (-0.3, -0.1, 0.1, 0.3):
        end = (x * 0.55, -1.75 + abs(x), 0.62)
        parts.append(_on_jaw(_lock(body, colour, (x, -0.78, 0.5), end, 0.24, 0.08)))
    return parts


def _moustache(body: Body, colour: Rgb) -> list[Part]:
    parts = []
    for _, way in SIDES:
        parts.append(
            _lock(body, colour, (way * 0.05, -0.41, 0.86), (way * 0.2, -0.43, 0.8), 0.075, 0.07)
        )
        parts.append(
            _lock(body, colour, (way * 0.2, -0.43, 0.8), (way * 0.34, -0.52, 0.68), 0.07, 0.03)
        )
    return parts


def _on_jaw(part: Part) -> Part:
    return replace(part, bone="jaw")


BEARDS: dict[str, Style] = {
    "none": _none,
    "full": _full,
    "goatee": _goatee,
    "long": _long_beard,
    "moustache": _moustache,
}
