"""What sets under the open sky share."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.library import entries
from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.library import model
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.kit import put
from kinema.engines.scene.stage.place import Place

GRAVEL: Rgb = (0.33, 0.28, 0.21)


def add(place: Place, built: list[Placed]) -> Place:
    """Return the place with more scenery."""
    return replace(place, scenery=(*place.scenery, *built))


def thing(
    name: str,
    x: float,
    z: float,
    place: Place,
    *,
    yaw: float = 0.0,
    scale: float = 1.0,
    colour: str | None = None,
) -> list[Placed]:
    """Return a thing of the object library standing on the ground, or nothing if it is lacking."""
    if entries.find(name) is None:
        return []
    return [put(model(name, colour=colour), (x, place.height(x, z), z), yaw=yaw, scale=scale)]


def lamplight(spots: list[tuple[float, float]], *, y: float = 3.1, on: bool) -> Floats:
    """Return a warm light at each (x, z), none if the lamps are off."""
    rows = [(x, y, z, 1.7, 1.1, 0.5, 4.2) for x, z in spots] if on else []
    return np.array(rows, np.float32).reshape(-1, 7)[:10]
