"""Coverage: what of each thing can be seen, counted in the renderer's own id buffer."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.graph import SceneGraph
from kinema.engines.scene.language.understand import understand
from kinema.engines.scene.render.picture import Picture
from kinema.engines.scene.render.renderer import Renderer
from kinema.video import VideoRequest

from .film import Film

FRAMES = 8
SIDE = 320
"""Pixels along the longer side of a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How much of a thing is seen.

    Attributes:
        coverage: Share of the picture, for each frame.
        box: Left, top, right and bottom in the middle frame, 0 to 1; zeros where unseen.
        mean_rgb: Its mean colour in that frame, 0 to 255.
    """

    coverage: tuple[float, ...]
    box: tuple[float, float, float, float]
    mean_rgb: tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What is seen of a film; ``luma`` is its mean brightness from 0 to 1."""

    things: dict[str, Seen]
    luma: float

    def to_json(self, *, wall_s: float) -> dict[str, object]:
        """Return the form of ``kinema scene coverage --json``.

        Args:
            wall_s: Seconds that it took, by the caller's clock.
        """
        actors = {
            name: {
                "coverage": list(seen.coverage),
                "box": list(seen.box),
                "mean_rgb": list(seen.mean_rgb),
            }
            for name, seen in self.things.items()
        }
        return {
            "frames": FRAMES, "actors": actors, "luma": round(self.luma, 4),
            "wall_s": round(wall_s, 2),
        }  # fmt: skip


def coverage(request: VideoRequest) -> dict[str, object]:
    """Return the answer of ``kinema scene coverage --json`` for a request."""
    began = time.perf_counter()
    found = measured(understand(request))
    return found.to_json(wall_s=time.perf_counter() - began)


def measured(graph: SceneGraph) -> Coverage:
    """Draw eight small frames, spread evenly over the film, and count."""
    size = small(graph.aspect_ratio)
    film = Film(graph, size)
    renderer = Renderer(film.world, width=size[0], height=size[1], scale=1.0)
    last = round(graph.duration * film.fps) - 1
    pictures = [
        renderer.draw(film.moment(round(last * (row + 0.5) / FRAMES))) for row in range(FRAMES)
    ]
    ids = [thing.id for thing in (*graph.actors, *graph.props)]
    luma = float(np.mean([picture.planes.y.astype(np.float32) - 16.0 for picture in pictures]))
    return Coverage(
        things={name: _seen(pictures, owner) for owner, name in enumerate(ids, 1)},
        luma=min(1.0, max(0.0, luma / 219.0)),
    )


def small(aspect_ratio: str) -> tuple[int, int]:
    """Return the size of a small picture of that shape, both sides multiples of four."""
    wide, tall = (int(part) for part in aspect_ratio.split(":"))
    scale = SIDE / max(wide, tall)
    return 4 * round(wide * scale / 4), 4 * round(tall * scale / 4)


def _seen(pictures: Sequence[Picture], owner: int) -> Seen:
    middle = pictures[len(pictures) // 2]
    mask = middle.owners == owner
    return Seen(
        coverage=tuple(round(float(np.mean(p.owners == owner)), 5) for p in pictures),
        box=_box(mask),
        mean_rgb=_mean(middle, mask),
    )


def _box(mask: npt.NDArray[np.bool_]) -> tuple[float, float, float, float]:
    rows, columns = np.nonzero(mask)
    if not len(rows):
        return 0.0, 0.0, 0.0, 0.0
    height, width = mask.shape
    return (
        round(float(columns.min()) / width, 4),
        round(float(rows.min()) / height, 4),
        round(float(columns.max() + 1) / width, 4),
        round(float(rows.max() + 1) / height, 4),
    )


def _mean(picture: Picture, mask: npt.NDArray[np.bool_]) -> tuple[int, int, int]:
    colours = picture.rgb()
    if not mask.any() or mask.shape != colours.shape[:2]:
        return 0, 0, 0
    red, green, blue = colours[mask].mean(axis=0)
    return round(float(red)), round(float(green)), round(float(blue))
