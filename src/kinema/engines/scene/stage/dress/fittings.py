"""Everything that can be built into a room, by name."""

from collections.abc import Callable

import numpy as np

from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.stage.dress.furnishing import blackboard, fireplace
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.dress.shelving import backsplash, bottles, counter, goods, shelves
from kinema.engines.scene.stage.dress.walls import bars, columns, pictures, wall_tiles

DRESSING: dict[str, Callable[[Shell, np.random.Generator], Mesh]] = {
    "shelves": shelves, "counter": counter, "backsplash": backsplash, "wall tiles": wall_tiles,
    "blackboard": blackboard, "pictures": pictures, "bottles": bottles, "goods": goods,
    "columns": columns, "bars": bars, "fireplace": fireplace,
}  # fmt: skip
"""What can be built into a room, by name."""
