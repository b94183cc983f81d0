"""What big roofed places share."""

from collections.abc import Sequence

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.place import Bounds, Place, Slot, Weather


def level(x: Floats, z: Floats) -> Floats:
    """Return ground at height 0."""
    return np.zeros(np.broadcast(x, z).shape, np.float32)


def indoor(
    brief: Brief,
    scenery: list[Placed],
    shell: Shell,
    lights: Sequence[tuple[float, ...]],
    weather: Weather,
) -> Place:
    """Return a hall of these walls."""
    return Place(
        kind=brief.setting.kind, scenery=tuple(scenery), palette=brief.palette, ground=level,
        clear=brief.clear,
        slots=(Slot(at=(0.0, 0.0, 0.0), radius=brief.clear),
            Slot(at=(-brief.clear - 1.2, 0.0, -0.8), yaw=0.3),
        Slot(at=(brief.clear + 1.2, 0.0, -0.8), yaw=-0.3)),
        path=((0.0, 0.0, shell.back + 1.0), (0.0, 0.0, 0.0), (0.0, 0.0, 4.0)),
        cross=((shell.left + 0.6, 0.0, 0.0), (shell.right - 0.6, 0.0, 0.0)), scale="room",
        bounds=Bounds(low=(shell.left + 0.3, 0.2, shell.back + 0.5),
            high=(shell.right - 0.3, shell.height - 0.3, shell.front - 0.5)),
        lights=np.array(lights, np.float32).reshape(-1, 7), weather=weather,
        extent=max(14.0, brief.clear * 5), indoor=True,
    )  # fmt: skip


def bright(colour: Rgb, factor: float) -> Rgb:
    """Return a colour made brighter."""
    return (colour[0] * factor, colour[1] * factor, colour[2] * factor)
