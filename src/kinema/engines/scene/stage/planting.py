"""Many places for a few models."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.model import Mesh, Model
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.land import Relief

Values = npt.NDArray[np.float64]


def models(name: str, shapes: Iterable[Mesh]) -> tuple[Model, ...]:
    """Return one rigid model a mesh."""
    return tuple(solid(f"{name} {number}", shape) for number, shape in enumerate(shapes))


def planted(
    kinds: Sequence[Model],
    points: Values,
    relief: Relief,
    random: np.random.Generator,
    *,
    scale: tuple[float, float] = (0.8, 1.25),
    sink: float = 0.05,
    lean: float = 0.03,
    shadow: bool = True,
) -> list[Placed]:
    """Return a model, turned and sized by chance, at each (x, z) row, ``sink`` metres deep."""
    if len(points) == 0:
        return []
    heights = relief(points[:, 0], points[:, 1])
    placed = []
    for (x, z), y in zip(points, heights, strict=True):
        kind = kinds[int(random.integers(len(kinds)))]
        size = float(random.uniform(*scale))
        placed.append(
            put(
                kind,
                (x, y - sink * size, z),
                yaw=float(random.uniform(0, 6.28)),
                tilt=float(random.normal(0, lean)),
                scale=size,
                shadow=shadow,
            )
        )
    return placed
