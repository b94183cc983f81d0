"""Fins and tails: thin fans with rays, seen from both sides."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.colour import mixed
from kinema.engines.scene.shape.creatures.draft import Draft
from kinema.engines.scene.shape.creatures.fish.shape import FRONT, Fish, place, profile
from kinema.engines.scene.shape.creatures.table import Coat
from kinema.engines.scene.shape.mesh import moved, rotation
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.part import Point
from kinema.engines.scene.shape.primitives import sheet

SIDES = (("L", 1.0), ("R", -1.0))


def fan(
    root: npt.ArrayLike,
    edge: npt.ArrayLike,
    colour: Rgb,
    *,
    thick: float = 0.006,
    wave: float = 0.0,
) -> Mesh:
    """Return a fin between a line on the body and its outer edge, (n, 3) each, with rays.

    It is ``thick`` metres at the root and sharp at the edge; ``wave`` ripples the edge sideways.
    """
    first, last = np.asarray(root, float), np.asarray(edge, float)
    fine = np.linspace(0, len(first) - 1, 4 * len(first))
    at = np.arange(len(first))
    low = np.stack([np.interp(fine, at, first[:, axis]) for axis in range(3)], 1)
    weight = np.exp(-(((fine[:, None] - at) / 0.55) ** 2))
    high = weight @ last / weight.sum(axis=1, keepdims=True)
    share = np.linspace(0, 1, 6)[:, None, None]
    grid = low + (high - low) * share
    ripple = np.sin(np.linspace(0, 9, len(fine)))[None, :, None] * wave * share**1.5
    across = np.cross(high[-1] - low[0], high[0] - low[-1])
    across /= max(float(np.linalg.norm(across)), 1e-9)
    half = across * thick * (1 - share)
    rays = 0.82 + 0.3 * (np.arange(len(fine)) % 2)[None, :, None]
    shade = np.clip(np.asarray(colour) * rays * (0.75 + 0.4 * share), 0.0, 0.95)
    front, back = grid + ripple * across + half, grid + ripple * across - half
    return sheet(
        np.concatenate([front, back[::-1]]),
        np.concatenate([shade, shade[::-1]]) + 0 * np.concatenate([grid, grid]),
        material=Material.LEAF,
    )


def add_tail(draft: Draft, shape: Fish, coat: Coat) -> None:
    """Add the tail fin."""
    root = np.array([(0, y * shape.stalk, -FRONT + 0.02) for y in (-0.9, -0.3, 0.3, 0.9)])
    for edge, wave in TAILS[shape.tail](shape.tail_size):
        fin = fan(root, edge - (0, 0, FRONT), coat("fin"), wave=wave, thick=0.4 * shape.stalk)
        if shape.tail == "fluke":
            fin = moved(moved(fin, (0, 0, FRONT)), (0, 0, -FRONT), turn=rotation(0, 0, np.pi / 2))
        draft.solid("tail", fin)


Edges = list[tuple[npt.NDArray[np.float64], float]]


def _fork(size: float) -> Edges:
    return [
        (
            np.array([(0, -0.75, -0.85), (0, -0.2, -0.5), (0, 0.2, -0.5), (0, 0.75, -0.85)]) * size,
            0.0,
        )
    ]


def _fan(size: float) -> Edges:
    return [
        (
            np.array([(0, -0.6, -0.75), (0, -0.25, -0.95), (0, 0.25, -0.95), (0, 0.6, -0.75)])
            * size,
            0.01,
        )
    ]


def _flow(size: float) -> Edges:
    """A veil tail: two long lobes."""
    return [
        (
            np.array(
                [(0.12, -0.85, -1.15), (0.1, -0.55, -1.35), (0.06, -0.2, -1.05), (0.03, 0.1, -0.7)]
            )
            * size,
            0.05,
        ),
        (
            np.array(
                [
                    (-0.03, -0.05, -0.7),
                    (-0.06, 0.3, -1.05),
                    (-0.1, 0.65, -1.35),
                    (-0.12, 0.95, -1.1),
                ]
            )
            * size,
            0.05,
        ),
    ]


def _shark(size: float) -> Edges:
    return [
        (
            np.array([(0, -0.55, -0.55), (0, -0.12, -0.36), (0, 0.3, -0.55), (0, 1.0, -0.95)])
            * size,
            0.0,
        )
    ]


def _fluke(size: float) -> Edges:
    return [
        (
            np.array([(0, -0.95, -0.6), (0, -0.25, -0.5), (0, 0.25, -0.5), (0, 0.95, -0.6)]) * size,
            0.0,
        )
    ]


TAILS: dict[str, Callable[[float], Edges]] = {
    "fork": _fork,
    "fan": _fan,
    "flow": _flow,
    "shark": _shark,
    "fluke": _fluke,
}

DORSALS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "none": (),
    "long": ((0.28, 0.75, 0.12), (0.38, 1.0, 0.12), (0.52, 0.85, 0.14), (0.66, 0.55, 0.14)),
    "sail": ((0.26, 1.1, 0.1), (0.36, 1.4, 0.18), (0.5, 1.2, 0.24), (0.62, 0.7, 0.26)),
    "shark": ((0.36, 0.75, 0.1), (0.4, 1.05, 0.14), (0.45, 0.7, 0.08), (0.48, 0.1, 0.06)),
    "small": ((0.56, 0.5, 0.06), (0.59, 0.6, 0.08), (0.62, 0.45, 0.07), (0.65, 0.1, 0.05)),
}
"""For points along the back: share of the length, height by ``dorsal_size``, and lean."""


def add_dorsal(draft: Draft, shape: Fish, coat: Coat) -> None:
    """Add the fin on the back, and a small one under the belly."""
    points = DORSALS[shape.dorsal]
    if not points:
        return
    root = [place(at, profile(shape, at) * shape.height * 0.93) for at, _, _ in points]
    edge = [
        place(at + lean, profile(shape, at) * shape.height + high * shape.dorsal_size)
        for at, high, lean in points
    ]
    draft.solid(
        "spine.1", fan(root, edge, coat("fin"), wave=0.006 if shape.dorsal != "shark" else 0.0)
    )
    low = (0.62, 0.68, 0.74)
    under = [place(at, -profile(shape, at) * shape.height * 0.9) for at in low]
    below = [
        place(at + 0.1, -profile(shape, at) * shape.height - 0.45 * shape.dorsal_size) for at in low
    ]
    draft.solid("spine.2", fan(under, below, coat("fin")))


def add_side_fins(draft: Draft, shape: Fish, coat: Coat) -> None:
    """Add the fins at the sides, spread out and back, each with its bone."""
    at = 0.34
    for name, way in SIDES:
        y = -shape.fin_low * profile(shape, at) * shape.height
        x = way * profile(shape, at) * shape.width * 0.85 * (1 - 0.3 * shape.fin_low)
        draft.bone(f"fin.{name}", "body", place(at, y, x))
        root: list[Point] = [
            place(at + step, y - 0.05 * step, x) for step in (-0.02, 0.02, 0.06, 0.1)
        ]
        reach = [(0.55, -0.25, 0.45), (0.85, -0.42, 0.75), (0.62, -0.4, 0.95), (0.25, -0.25, 0.85)]
        edge = [
            place(at + back * shape.fin, y + drop * shape.fin, x + way * out * shape.fin)
            for out, drop, back in reach
        ]
        draft.solid(
            f"fin.{name}", fan(root, edge, mixed(coat("fin"), coat("main"), 0.15), thick=0.012)
        )
