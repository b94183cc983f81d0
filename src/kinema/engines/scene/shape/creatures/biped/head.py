"""A person's head: skull, nose, ears, eyes with lids, eyebrows, and a mouth that opens."""

import math
from dataclasses import dataclass, replace

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.biped.shape import SIDES, Body
from kinema.engines.scene.shape.creatures.draft import Draft, Paint, Skin, Solid
from kinema.engines.scene.shape.creatures.eyes import Eye, eyeball, lower_lid, upper_lid
from kinema.engines.scene.shape.creatures.paint import stamp
from kinema.engines.scene.shape.mesh import mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.part import Doubles, Part, Point, ball, packed
from kinema.engines.scene.shape.primitives import lattice, tube
from kinema.engines.scene.shape.sdf import Detail, projected


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Colours of a face, linear."""

    skin: Rgb
    hair: Rgb
    iris: Rgb
    lips: Rgb


MOUTH_DARK = (0.045, 0.008, 0.008)
TEETH = (0.8, 0.78, 0.72)


def add_head(draft: Draft, body: Body, face: Face) -> None:
    """Add head and neck with everything on them but hair."""
    parts = _skull(body, face) + _features(body, face)
    field = packed(tuple(parts))
    for name, way in SIDES:
        parts.append(_add_eye(draft, body, face, field, name, way))
    draft.skins.append(
        Skin(
            parts=tuple(parts + _ears(body, face)),
            cell=0.115 * body.radius,
            details=(_close_up(body),),
            paints=tuple(_blush(body, face)),
            material=Material.SKIN,
        )
    )
    draft.solid("head", *_eyebrows(body, face, field))
    _add_mouth(draft, body, face, field)
    draft.marks["head"] = ("head", body.head)
    draft.marks["mouth"] = ("head", body.at_head(0, -0.5, 0.95))
    draft.marks["top"] = ("head", body.at_head(0, 1.0, 0))


def _close_up(body: Body) -> Detail:
    """Return the box of eyes and nose, which is meshed finely."""
    size = body.radius
    middle, half = body.at_head(0, -0.03, 0.72), (0.62 * size, 0.36 * size, 0.42 * size)
    return Detail(middle=middle, half=half, cell=0.064 * size)


def flushed(skin: Rgb, share: float) -> Rgb:
    """Return skin with more blood in it."""
    red, green, blue = skin
    return mixed(skin, (min(red * 1.12 + 0.02, 1.0), green * 0.5, blue * 0.48), share)


def _skull(body: Body, face: Face) -> list[Part]:
    """Return cranium, face, jaw, chin, cheeks and neck."""
    size, woman = body.radius, body.woman
    like = Part(
        a=body.head, b=body.head, ra=1, rb=1, bone="head", colour=face.skin, blend=0.28 * size
    )
    low = replace(like, bone="jaw")
    jaw = 0.2 if woman else 0.27
    thick = (0.3 if woman else 0.37) * size / body.person.head**0.6
    neck = Part(
        a=(0.0, body.neck - 0.06, -0.016),
        b=body.at_head(0, -0.4, -0.14),
        ra=thick * 1.12,
        rb=thick,
        bone="neck",
        tip="head",
        colour=face.skin,
        blend=0.1 * size,
    )

    def put(base: Part, at: Point, radii: Point) -> Part:
        x, y, z = radii
        return ball(body.at_head(*at), (x * size, y * size, z * size), base)

    parts = [
        neck,
        put(like, (0, 0.2, -0.08), (0.79, 0.8, 0.9)),
        put(like, (0, -0.2, 0.14), (0.6, 0.72, 0.68)),
        put(low, (0, -0.74, 0.46), (0.2, 0.2, 0.22) if woman else (0.26, 0.24, 0.25)),
    ]
    for _, way in SIDES:
        parts.append(put(low, (way * 0.32, -0.5, 0.16), (jaw, jaw, jaw + 0.06)))
        parts.append(put(like, (way * 0.4, -0.22, 0.5), (0.235, 0.22, 0.25)))
    return parts


def _features(body: Body, face: Face) -> list[Part]:
    """Return brow, nose and the swell round the mouth."""
    size, woman = body.radius, body.woman
    child = body.person.age == "child"
    like = Part(
        a=body.head, b=body.head, ra=1, rb=1, bone="head", colour=face.skin, blend=0.14 * size
    )

    def bar(start: Point, end: Point, ra: float, rb: float, blend: float = 0.14) -> Part:
        return replace(
            like, a=body.at_head(*start), b=body.at_head(*end), ra=ra * size, rb=rb * size,
            blend=blend * size,
        )  # fmt: skip

    big = 0.74 if child else 0.86 if woman else 1.0
    long = 0.94 if child else 1.0
    warm = flushed(face.skin, 0.22)
    tip = bar((0, -0.22, 0.9 * long), (0, -0.22, 0.93 * long), 0.125 * big, 0.12 * big)
    parts = [
        bar((-0.3, 0.16, 0.66), (0.3, 0.16, 0.66), 0.15, 0.15, 0.2),
        bar((0, 0.06, 0.74), (0, -0.2, 0.9 * long), 0.075 * big, 0.095 * big),
        replace(tip, colour=warm),
        replace(bar((0, -0.47, 0.66), (0, -0.47, 0.66), 0.2, 0.2, 0.2), squash=(1.25, 0.8, 0.8)),
        replace(
            bar((0, -0.62, 0.6), (0, -0.62, 0.6), 0.17, 0.17, 0.18),
            bone="jaw",
            squash=(1.2, 0.8, 0.9),
        ),
    ]
    for _, way in SIDES:
        wing = bar((way * 0.1 * big, -0.26, 0.86 * long), (way * 0.1 * big, -0.26, 0.86 * long),
                   0.075 * big, 0.075 * big, 0.07)  # fmt: skip
        parts.append(replace(wing, colour=warm))
    return parts


def _ears(body: Body, face: Face) -> list[Part]:
    size = body.radius
    warm = flushed(face.skin, 0.3)
    parts = []
    for _, way in SIDES:
        at = body.at_head(way * 0.79, -0.06, -0.02)
        like = Part(
            a=at, b=at, ra=1, rb=1, bone="head", colour=warm, blend=0.06 * size,
            turn=(-0.15, way * -0.45, way * -0.18),
        )  # fmt: skip
        parts.append(ball(at, (0.1 * size, 0.25 * size, 0.17 * size), like))
        if body.person.face == "elf":
            tip = body.at_head(way * 1.02, 0.42, -0.22)
            parts.append(
                replace(like, a=at, b=tip, ra=0.13 * size, rb=0.02 * size, squash=(0.6, 1, 1))
            )

    return parts


def _blush(body: Body, face: Face) -> list[Paint]:
    size = body.radius
    pink = flushed(face.skin, 0.42 if body.woman or body.person.age == "child" else 0.24)
    return [
        stamp(
            body.at_head(way * 0.46, -0.27, 0.72),
            (0.24 * size, 0.18 * size, 0.3 * size),
            pink,
            soft=0.7,
        )
        for _, way in SIDES
    ]


def _add_eye(draft: Draft, body: Body, face: Face, field: Doubles, name: str, way: float) -> Part:
    size = body.radius
    big = {"child": 0.235, "old": 0.185}.get(body.person.age, 0.218 if body.woman else 0.2)
    radius = big * size
    gaze = (way * 0.03, -0.01, 1.0)
    guess = body.at_head(way * 0.305, 0.0, 0.75)
    on_skin = projected(field, np.array([guess], float), 0.4 * size)[0]
    at = on_skin - np.asarray(gaze) * radius * 0.68
    place = (float(at[0]), float(at[1]), float(at[2]))
    eye = Eye(
        radius=radius, iris=face.iris, lid=mixed(face.skin, (0.3, 0.08, 0.06), 0.22), wide=0.76,
        pupil=0.5, opening=0.52 if body.person.age != "old" else 0.44, lower=0.6,
        lash=(0.012, 0.008, 0.008) if body.woman else mixed(face.skin, (0.05, 0.02, 0.02), 0.75),
    )  # fmt: skip
    draft.bone(f"lid.{name}", "head", place)
    draft.solid("head", eyeball(eye, place, gaze), lower_lid(eye, place, gaze))
    draft.solid(f"lid.{name}", upper_lid(eye, place, gaze))
    if body.woman:
        draft.solid(f"lid.{name}", _lashes(eye, place, way))
    return Part(
        a=place, b=place, ra=radius * 0.72,
        rb=radius * 0.72, bone="head", cut=True,
        blend=0.2 * radius,
    )  # fmt: skip


def _lashes(eye: Eye, place: Point, way: float) -> Mesh:
    """Return the dark line of the upper lashes, winged at the outer corner."""
    angle = np.linspace(0.5, math.pi - 0.35, 11)
    reach, lift = eye.radius * 1.1, eye.opening
    x = -np.cos(angle) * reach * way
    y = math.sin(lift) * np.sin(angle) * reach
    z = math.cos(lift) * np.sin(angle) * reach
    wing = np.array((way * 1.22, 0.34, 0.3)) * eye.radius
    path = np.concatenate([np.stack([x, y, z], axis=1), wing[None]]) + np.asarray(place)
    widths = np.linspace(0.3, 1.0, len(path)) * 0.085 * eye.radius
    widths[-1] *= 0.15
    return tube(path, widths, eye.lash, sides=5, material=Material.MATTE)


def _eyebrows(body: Body, face: Face, field: Doubles) -> list[Mesh]:
    """Return two tapering brows that follow the forehead."""
    size, angry = body.radius, body.person.brow
    thick = 0.042 if body.woman else 0.062
    made = []
    for _, way in SIDES:
        line = [
            (0.13, 0.315 - 0.1 * angry), (0.26, 0.375 - 0.04 * angry), (0.4, 0.385 + 0.03 * angry),
            (0.53, 0.31 + 0.07 * angry),
        ]  # fmt: skip
        guess = np.array([body.at_head(way * x, y, 0.8) for x, y in line])
        path = projected(field, _curve(guess), 0.4 * size)
        path += np.array((0.0, 0.0, 0.02 * size))
        widths = np.interp(np.linspace(0, 1, len(path)), (0, 0.25, 0.6, 1), (0.65, 1, 0.9, 0.2))
        made.append(
            tube(
                path, widths * thick * size, face.hair, sides=7, squash=0.75, material=Material.FUR
            )
        )
    return made


def mouth_line(body: Body, field: Doubles) -> Doubles:
    """Return (n, 3) places along the closed mouth, from right to left."""
    smile = body.person.smile
    wide = 0.235 if not body.woman else 0.205
    line = [
        (-wide, -0.535 + 0.075 * smile),
        (-0.12, -0.55 + 0.01 * smile),
        (0.0, -0.545 - 0.02 * smile),
        (0.12, -0.55 + 0.01 * smile),
        (wide, -0.535 + 0.075 * smile),
    ]
    guess = np.array([body.at_head(x, y, 0.85) for x, y in line])
    return projected(field, _curve(guess), 0.4 * body.radius)


def _add_mouth(draft: Draft, body: Body, face: Face, field: Doubles) -> None:
    """Add lips, and behind them a dark strip with teeth that the jaw draws open."""
    size = body.radius
    line = mouth_line(body, field)
    share = np.linspace(-1, 1, len(line))
    swell = np.sqrt(np.maximum(1 - share**2, 0.02))
    full = 0.05 if body.woman else 0.036
    up, ahead = np.array((0.0, size, 0.0)), np.array((0.0, 0.0, size))
    bow = 1 - 0.25 * np.exp(-((share / 0.12) ** 2))
    upper = line + up * (0.62 * full * swell * bow)[:, None] - ahead * 0.012
    lower = line - up * (0.8 * full * swell)[:, None] - ahead * 0.012
    draft.solid(
        "head", tube(upper, full * 0.85 * size * swell, face.lips, sides=6, material=Material.SKIN)
    )
    lip = tube(lower, full * size * swell, face.lips, sides=6, material=Material.SKIN)
    draft.solids.append(_hung(lip, np.concatenate([swell[:1], swell, swell[-1:]]), 6))
    dark = tube(
        line + ahead * 0.012,
        0.013 * size * swell**0.3,
        MOUTH_DARK,
        sides=5,
        material=Material.MATTE,
    )
    draft.solid("head", dark)
    draft.solids.append(_strip(line + ahead * 0.004, (0.0, 0.5, 1.0), MOUTH_DARK, 0.03 * size))
    draft.solids.append(_strip(line + ahead * 0.012, (0.0, 0.3), TEETH, 0.035 * size))


def _strip(line: Doubles, shares: tuple[float, ...], colour: Rgb, reach: float) -> Solid:
    """Return a strip of no height at rest, whose rows go with the jaw by their shares.

    The row that goes with the jaw lies ``reach`` metres ahead of the first; the corners of the
    mouth stay where they are.
    """
    if colour is TEETH:
        line = line[2:-2]
    swell = np.sqrt(np.maximum(1 - np.linspace(-1, 1, len(line)) ** 2, 0.0))
    jaw = np.array(shares)[:, None] * swell
    rows = line[None] + jaw[..., None] * np.array((0.0, 0.0, reach))
    shape = mesh(
        rows.reshape(-1, 3), lattice(rows[::-1], around=False)[:, ::-1], colour,
        material=Material.MATTE, normals=np.tile((0.0, 0.0, 1.0), (jaw.size, 1)),
    )  # fmt: skip
    return _hung(shape, jaw.ravel(), 1)


def _hung(shape: Mesh, jaw: Doubles, each: int) -> Solid:
    """Return a mesh that goes with the jaw by shares, each for so many vertices."""
    shares = np.repeat(jaw, each).astype(np.float32)
    return Solid(shape=shape, bones=("head", "jaw"), shares=np.stack([1 - shares, shares], axis=1))


def _curve(points: Doubles) -> Doubles:
    """Return a smooth line of 15 places near the points, its ends kept."""
    at, fine = np.arange(len(points)), np.linspace(0, len(points) - 1, 15)
    weight = np.exp(-(((fine[:, None] - at) / 0.6) ** 2))
    smooth = weight @ points / weight.sum(axis=1, keepdims=True)
    ends = np.minimum(fine, fine[::-1])[:, None].clip(0, 1)
    straight = np.stack([np.interp(fine, at, points[:, axis]) for axis in range(3)], axis=1)
    return np.asarray(smooth * ends + straight * (1 - ends))
