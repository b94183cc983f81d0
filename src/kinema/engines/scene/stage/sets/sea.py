"""The open sea."""

import numpy as np

from kinema.engines.scene.render.view import Water
from kinema.engines.scene.stage.backdrop import Range, mountains
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.land import (
    Values,
    ground_of,
)
from kinema.engines.scene.stage.place import Medium, Place


def roughness(brief: Brief, calm: float) -> float:
    """Return the waves of this weather."""
    if "storm" in brief.setting.weather or brief.wants("storm"):
        return 0.9
    return min(0.8, calm + 0.3) if "wind" in brief.setting.weather else calm


def sea(brief: Brief) -> Place:
    """Build the open sea: swell to the horizon, an island far off."""

    def relief(x: Values, z: Values) -> Values:
        return np.asarray(np.full(np.shape(x + z), -30.0), np.float64)

    isle = Range(
        near=700, far=1250, height=70, width=230, jagged=0.55, foot=(0.07, 0.10, 0.05),
        rock=(0.15, 0.14, 0.13), half=0.5, columns=70, base=-26,
    )  # fmt: skip
    scenery = []
    if brief.freedom > 0.3 or brief.wants("island"):
        scenery.append(mountains(isle, brief.seed % 977))
    return Place(
        kind="sea",
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=ground_of(relief),
        clear=brief.clear,
        medium=Medium.WATER,
        water=Water(level=0.0, deep=(0.006, 0.045, 0.075), shallow=(0.02, 0.16, 0.18),
                    wave=roughness(brief, 0.34)),
        path=((0.0, 0.0, -120.0), (0.0, 0.0, 12.0)),
        cross=((-40.0, 0.0, 0.0), (40.0, 0.0, 0.0)),
        extent=max(50.0, brief.clear * 6),
    )  # fmt: skip
