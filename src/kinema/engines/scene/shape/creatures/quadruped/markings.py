"""Markings by name: what a species' table may list, and how each is painted."""

from collections.abc import Callable

import numpy as np

from kinema.engines.scene.shape.creatures import paint
from kinema.engines.scene.shape.creatures.draft import Paint
from kinema.engines.scene.shape.creatures.quadruped.head import SIDES, eye_place
from kinema.engines.scene.shape.creatures.quadruped.shape import Layout
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.part import Doubles
from kinema.engines.scene.shape.sdf import Surface

Marking = Callable[[Layout, Coat], list[Paint]]


def _mask(plan: Layout, coat: Coat) -> list[Paint]:
    """Dark round the eyes, sweeping down to the cheeks, with pale brows above."""
    size, wide = plan.shape.head, plan.shape.head_width
    made = []
    for _, way in SIDES:
        eye, _ = eye_place(plan, way)
        side, up = plan.shape.eye_side, plan.shape.eye_up
        made.append(
            paint.stamp(
                plan.at_head(way * (side + 0.28) * wide, up + 0.52, 0.6),
                (0.5 * size, 0.22 * size, 0.5 * size), coat("white"), soft=0.3,
            )
        )  # fmt: skip
        made.append(
            paint.stamp(eye, (0.46 * size, 0.36 * size, 0.5 * size), coat("mask"), soft=0.16)
        )
        cheek = plan.at_head(way * (side + 0.36) * wide, up - 0.26, 0.55)
        made.append(
            paint.stamp(cheek, (0.4 * size, 0.3 * size, 0.5 * size), coat("mask"), soft=0.18)
        )
    return made


def _panda(plan: Layout, coat: Coat) -> list[Paint]:
    size = plan.shape.head
    made = []
    for _, way in SIDES:
        eye, _ = eye_place(plan, way)
        low = (eye[0] + way * 0.08 * size, eye[1] - 0.1 * size, eye[2])
        made.append(
            paint.stamp(low, (0.34 * size, 0.4 * size, 0.4 * size), coat("mask"), soft=0.12)
        )
    band = (0.0, plan.chest[1], plan.chest[2] + 0.05)
    reach = (1.0, 1.0, 0.19)
    return [paint.stamp(band, reach, coat("mask"), soft=0.08), *made]


def _muzzle(plan: Layout, coat: Coat) -> list[Paint]:
    shape, size = plan.shape, plan.shape.head
    at = plan.at_head(0, -0.42 - shape.muzzle_drop, 0.5 + 0.75 * shape.muzzle)
    reach = (0.75 * size, 0.52 * size, (0.45 + 0.55 * shape.muzzle) * size)
    return [paint.stamp(at, reach, coat("muzzle"), soft=0.2)]


def _cheeks(plan: Layout, coat: Coat) -> list[Paint]:
    size = plan.shape.head
    return [
        paint.stamp(
            plan.at_head(way * 0.75 * plan.shape.head_width, -0.45, 0.35),
            (0.62 * size, 0.42 * size, 0.7 * size), coat("white"), soft=0.25,
        )
        for _, way in SIDES
    ]  # fmt: skip


def _blaze(plan: Layout, coat: Coat) -> list[Paint]:
    shape, size = plan.shape, plan.shape.head
    top = plan.at_head(0, 0.45, 0.85)
    low = plan.at_head(0, 0.1 - 0.5 * shape.muzzle_drop, 0.5 + 0.6 * shape.muzzle)
    reach = (0.2 * size, 0.5 * size, (0.5 + 0.6 * shape.muzzle) * size)
    return [
        paint.stamp(top, (0.22 * size, 0.45 * size, 0.4 * size), coat("blaze"), soft=0.15),
        paint.stamp(low, reach, coat("blaze"), soft=0.15),
    ]


def _brows(plan: Layout, coat: Coat) -> list[Paint]:
    size = plan.shape.head
    made = []
    for _, way in SIDES:
        (x, y, z), _ = eye_place(plan, way)
        spot = (x - way * 0.06 * size, y + 0.34 * size, z)
        made.append(
            paint.stamp(spot, (0.17 * size, 0.13 * size, 0.3 * size), coat("white"), soft=0.3)
        )
    return made


def _belly(plan: Layout, coat: Coat) -> list[Paint]:
    return [paint.belly(coat("belly"), below=1.0 - plan.shape.depth * 0.55, fade=0.25)]


def _chest(plan: Layout, coat: Coat) -> list[Paint]:
    shape = plan.shape
    at = (0.0, 1.0 - shape.depth * 0.55, plan.chest[2] + 0.5 * shape.depth)
    reach = (0.55 * shape.width, 0.5 * shape.depth, 0.35 * shape.depth)
    return [paint.stamp(at, reach, coat("belly"), soft=0.3)]


def _socks(plan: Layout, coat: Coat) -> list[Paint]:
    del plan
    return [paint.shade(coat("paws"), top=0.12, bottom=0.3)]


def _stripes(plan: Layout, coat: Coat) -> list[Paint]:
    return [_striped(plan, coat, keep_below=1.0 - plan.shape.depth * 0.85, wobble=0.9)]


def _zebra(plan: Layout, coat: Coat) -> list[Paint]:
    return [_striped(plan, coat, keep_below=0.05, wobble=0.45)]


def _striped(plan: Layout, coat: Coat, *, keep_below: float, wobble: float) -> Paint:
    return paint.stripes(
        coat("stripes"), width=plan.shape.grain, keep_below=keep_below, wobble=wobble, seed=3
    )


def _tabby(plan: Layout, coat: Coat) -> list[Paint]:
    """Stripes over the back and three lines on the brow."""
    size = plan.shape.head
    lines = [
        paint.stamp(
            plan.at_head(x, 0.82, 0.45),
            (0.07 * size, 0.35 * size, 0.32 * size),
            coat("stripes"),
            soft=0.35,
        )
        for x in (-0.24, 0.0, 0.24)
    ]
    body = paint.stripes(
        coat("stripes"),
        width=plan.shape.grain,
        keep_below=1.0 - 0.75 * plan.shape.depth,
        wobble=0.8,
        seed=5,
    )
    return [_behind(plan.nape[2] - 0.3 * size, body), *lines]


def _behind(front: float, marking: Paint) -> Paint:
    """Return a marking that stays behind a place on the length."""

    def put(shape: Surface, colours: Doubles) -> Doubles:
        share = np.clip((front - shape.points[:, 2]) * 12 + 0.5, 0, 1)[:, None]
        return np.asarray(colours * (1 - share) + marking(shape, colours) * share)

    return put


def _spots(plan: Layout, coat: Coat) -> list[Paint]:
    return [paint.spots(coat("spots"), size=plan.shape.grain, amount=0.4, seed=7, above=0.25)]


def _fawn(plan: Layout, coat: Coat) -> list[Paint]:
    low = 1.0 - 0.6 * plan.shape.depth
    dots = paint.spots(coat("spots"), size=plan.shape.grain, amount=0.12, seed=7, above=low)
    return [_behind(plan.neck[2], dots)]


def _patches(plan: Layout, coat: Coat) -> list[Paint]:
    return [paint.patches(coat("spots"), size=plan.shape.grain, amount=0.5, seed=11)]


def _net(plan: Layout, coat: Coat) -> list[Paint]:
    return [paint.net(coat("white"), size=plan.shape.grain, line=0.16, seed=2)]


def _points(plan: Layout, coat: Coat) -> list[Paint]:
    """Dark face, as a sheep's or a Siamese cat's."""
    shape, size = plan.shape, plan.shape.head
    at = plan.at_head(0, -0.2, 0.5 + 0.6 * shape.muzzle)
    return [
        paint.stamp(
            at,
            (0.8 * size, 0.75 * size, (0.6 + 0.5 * shape.muzzle) * size),
            coat("mask"),
            soft=0.25,
        )
    ]


def _back(plan: Layout, coat: Coat) -> list[Paint]:
    """A darker back."""
    top = paint.shade(coat("stripes"), top=1.15, bottom=1.0 - 0.35 * plan.shape.depth)
    return [_behind(plan.neck[2] + 0.2, top)]


def _face(plan: Layout, coat: Coat) -> list[Paint]:
    """A pale mask in the shape of a heart, as a monkey's."""
    size = plan.shape.head
    return [
        paint.stamp(
            plan.at_head(way * 0.34, 0.1, 0.85),
            (0.46 * size, 0.46 * size, 0.5 * size),
            coat("white"),
            soft=0.12,
        )
        for _, way in SIDES
    ]


def _rings(plan: Layout, coat: Coat) -> list[Paint]:
    del plan, coat
    return []  # the tail's parts take turns in colour


MARKINGS: dict[str, Marking] = {
    "mask": _mask,
    "panda": _panda,
    "muzzle": _muzzle,
    "cheeks": _cheeks,
    "blaze": _blaze,
    "brows": _brows,
    "belly": _belly,
    "chest": _chest,
    "socks": _socks,
    "stripes": _stripes,
    "zebra": _zebra,
    "tabby": _tabby,
    "spots": _spots,
    "fawn": _fawn,
    "patches": _patches,
    "net": _net,
    "points": _points,
    "back": _back,
    "rings": _rings,
    "face": _face,
}
