"""The description language: one line a part, read into values and checked.

A line is ``kind role numbers… key=value…``; metres, y up, front is +z. A ``#`` begins a comment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the numbers of a part kind are.

    Attributes:
        least: Fewest numbers.
        most: Most numbers; None is any.
        step: Numbers beyond ``least`` come in groups of this many.
        numbers: For the author, as in an error message.
    """

    least: int
    most: int | None
    step: int = 1
    numbers: str


FORMS: dict[str, Form] = {
    "ball": Form(least=4, most=6, numbers="x y z rx [ry rz]"),
    "cap": Form(least=7, most=8, numbers="x y z x y z r0 [r1]"),
    "box": Form(least=6, most=6, numbers="x y z width height depth; x y z under its middle"),
    "tube": Form(least=7, most=8, numbers="x y z x y z r0 [r1]"),
    "ring": Form(least=5, most=5, numbers="x y z radius thickness; it faces z"),
    "lathe": Form(least=7, most=None, step=2, numbers="x y z and pairs: radius height"),
    "extrude": Form(least=10, most=None, step=2, numbers="x y z depth and pairs: x y"),
    "puff": Form(least=10, most=None, step=2, numbers="x y z depth and pairs: x y"),
    "pipe": Form(least=7, most=None, step=3, numbers="radius and points: x y z"),
    "loft": Form(least=8, most=None, step=4, numbers="sections: z y halfwidth halfheight"),
    "sheet": Form(least=12, most=13, numbers="four corners x y z, [bulge]"),
    "leaves": Form(least=8, most=8, numbers="x y z rx ry rz count size: cards over a ball"),
    "text": Form(least=5, most=5, numbers="x y z height depth, and say=WORD"),
}
"""Every part kind. `kinema.engines.scene.shape.objects` has a builder for each."""

MODIFIERS: dict[str, str] = {
    "about": "x,y,z: the point that turn turns round",
    "bend": "degrees[,axis]: curls it along y, towards z",
    "blend": "metres: melts with the other blended parts",
    "bone": "name; % stands for the number of the copy",
    "fade": "role: its colour at the top",
    "jag": "share by which every other segment of a lathe stands out",
    "mirror": "any of x y z",
    "ends": "flat or round: how a loft ends",
    "half": "up or down: the half of a loft that is kept",
    "repeat": "n,axis,step and more of them after ;",
    "rot": "x,y,z degrees: first z, then x, then y",
    "round": "metres: radius of edges",
    "say": "a word to write",
    "sides": "n: segments round",
    "smooth": "n: points put between two, on a curve",
    "square": "n: 2 is an ellipse, 6 almost a box",
    "squash": "x,y,z",
    "taper": "x[,z]: size of its top",
    "thick": "metres",
    "tilt": "x,y,z degrees, after rot",
    "turn": "n[,axis[,degrees]]: copies round an axis",
}
"""Every modifier, and what its value must look like."""

WORDS = frozenset({"bone", "fade", "mirror", "say", "ends", "half"})
"""Modifiers whose value is a word, not numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One line of an entry.

    Attributes:
        kind: A key of `FORMS`.
        role: A role of the entry, or of `substances.COMMON`.
        line: Counted from the first line of the description, from 0.
        words: Modifiers that are words.
        values: Modifiers that are numbers.
        steps: The ``(n, axis, step)`` of ``repeat`` and ``(n, axis, degrees)`` of ``turn``.
    """

    kind: str
    role: str
    numbers: tuple[float, ...]
    line: int
    words: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    steps: tuple[tuple[str, int, int, float], ...] = ()


def number(text: str) -> float:
    """Read a number.

    Raises:
        ValueError: It is none.
    """
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"expected a number, not {text!r}") from None


def axis(text: str) -> int:
    """Return 0, 1, 2 for x, y, z.

    Raises:
        ValueError: It is another letter.
    """
    if len(text) != 1 or text not in "xyz":
        raise ValueError(f"expected an axis, x, y or z, not {text!r}")
    return "xyz".index(text)


def steps(key: str, text: str) -> Iterator[tuple[str, int, int, float]]:
    """Read ``repeat`` and ``turn`` into (key, n, axis, step)."""
    for group in text.split(";"):
        words = group.split(",")
        if key == "repeat" and len(words) != 3:
            raise ValueError(f"repeat must look like repeat=3,y,.12, not {text!r}")
        copies = int(number(words[0]))
        way = axis(words[1]) if len(words) > 1 else 1
        yield key, copies, way, number(words[2]) if len(words) > 2 else 360.0 / copies


def modifier_error(key: str) -> ValueError:
    """Say which modifiers there are."""
    return ValueError(f"{key!r} is not a modifier; expected one of {', '.join(sorted(MODIFIERS))}")


def part(text: str, line: int) -> Part:
    """Read one line.

    Raises:
        ValueError: It is not in the language.
    """
    kind, *rest = text.split()
    if kind not in FORMS:
        raise ValueError(f"{kind!r} is not a part kind; expected one of {', '.join(FORMS)}")
    if not rest:
        raise ValueError(f"{kind} needs a role and {FORMS[kind].numbers}")
    pairs = [word.partition("=") for word in rest[1:] if "=" in word]
    numbers = tuple(number(word) for word in rest[1:] if "=" not in word)
    check_count(kind, len(numbers))
    words: dict[str, str] = {}
    values: dict[str, tuple[float, ...]] = {}
    copies: list[tuple[str, int, int, float]] = []
    for key, _, value in pairs:
        if key not in MODIFIERS:
            raise modifier_error(key)
        if key in WORDS:
            words[key] = value
        elif key in ("repeat", "turn"):
            copies += steps(key, value)
        else:
            values[key] = tuple(number(piece) for piece in value.split(","))
    return Part(
        kind=kind,
        role=rest[0],
        numbers=numbers,
        line=line,
        words=words,
        values=values,
        steps=tuple(copies),
    )


def check_count(kind: str, count: int) -> None:
    """Raise ValueError unless a part of that kind may have that many numbers."""
    form = FORMS[kind]
    most = form.most if form.most is not None else count
    if not form.least <= count <= most or (count - form.least) % form.step:
        raise ValueError(f"{kind} has {count} numbers; expected {form.numbers}")


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield number and content of each line that has any."""
    for index, line in enumerate(text.splitlines()):
        content = line.split("#")[0].strip()
        if content:
            yield index, content
