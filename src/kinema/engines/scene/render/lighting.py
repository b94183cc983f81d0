"""What lights a scene: the numbers of a palette, the shadow of the scenery and the clouds."""

from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.look import noise
from kinema.engines.scene.look.palette import Palette
from kinema.engines.scene.shape.model import Floats

from . import clouds, shadow, slots
from .batch import Batch, still_batch
from .projection import sun_matrix
from .view import World

SHADOW_SIDE = 2048
"""Texels along the shadow map of the scenery."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lighting:
    """Light that stays while the palette does.

    Attributes:
        world: What is lit.
        still: Its scenery.
        slots: Numbers of the palette and the water.
        sun: (3, 4) matrix of the shadow map.
        shade: (`SHADOW_SIDE`, `SHADOW_SIDE`) shadow map of the scenery.
        dome: Clouds.
    """

    world: World
    still: Batch
    slots: Floats
    sun: Floats
    shade: Floats
    dome: Floats

    def under(self, palette: Palette) -> "Lighting":
        """Return the same world in another light; its clouds keep their shapes."""
        numbers = slots.light_slots(palette, self.world.water)
        sun = _sun(numbers, self.world)
        same = np.array_equal(sun, self.sun)
        return Lighting(
            world=self.world,
            still=self.still,
            slots=numbers,
            sun=sun,
            shade=self.shade if same else _shade(self.still, sun),
            dome=self.dome,
        )


def lighting(world: World) -> Lighting:
    """Return the light of a world: transforms its scenery, casts its shadow, paints its clouds."""
    still = still_batch(world.scenery, world.water)
    numbers = slots.light_slots(world.palette, world.water)
    sun = _sun(numbers, world)
    return Lighting(
        world=world,
        still=still,
        slots=numbers,
        sun=sun,
        shade=_shade(still, sun),
        dome=clouds.new_dome(numbers, noise.textures(), clouds.SIDE),
    )


def cast(batch: Batch, matrix: Floats, depths: Floats) -> None:
    """Draw all that throws a shadow into a shadow map."""
    end = len(batch.triangles)
    shadow.cast(
        batch.vertices,
        batch.triangles,
        batch.casts,
        0,
        end,
        matrix,
        depths,
        np.empty((3, 3), np.float32),
    )


def _sun(numbers: Floats, world: World) -> Floats:
    towards = numbers[slots.SUN : slots.SUN + 3]
    return sun_matrix(towards, world.middle, world.extent, SHADOW_SIDE)


def _shade(still: Batch, sun: Floats) -> Floats:
    depths = np.full((SHADOW_SIDE, SHADOW_SIDE), shadow.FAR, np.float32)
    cast(still, sun, depths)
    return depths
