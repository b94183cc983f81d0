"""Renderer: a world and a moment in, a picture out."""

import threading
from collections.abc import Iterator

import numpy as np

from kinema.engines.scene.look import noise
from kinema.engines.scene.shape.model import Floats
from kinema.media.frames import Planes

from . import (
    gather,
    geometry,
    grade,
    illuminate,
    lens,
    occlusion,
    raster,
    shadow,
    slots,
    sprites,
    surface,
    water,
)
from .batch import Batch, Tables, still_batch
from .buffers import ROWS, Buffers, bytes_of
from .clouds import new_dome
from .picture import Picture
from .projection import camera_matrix, ray_matrix, sun_matrix
from .resample import resampling
from .sight import in_sight
from .view import Moment, World

STILL_SIDE = 2048
"""Texels along the shadow map of the scenery."""

DOME_SIDE = 1280
"""Texels along the picture of the clouds."""

STANDARD = 2 / 3
"""Share of the width and height that is rendered; the rest is enlargement."""


class Renderer:
    """Draws moments of one world.

    Any number of threads may draw at once; each takes a set of buffers and gives it back. The
    same moment gives the same picture, whatever was drawn before.
    """

    def __init__(
        self, world: World, *, width: int, height: int, scale: float = STANDARD
    ) -> None:
        """Transform the scenery, cast its shadow and paint the clouds.

        Args:
            world: What stays for the clip.
            width: Pixels of the finished picture, even.
            height: Pixels of the finished picture, even.
            scale: Share of the width and height that is rendered, from 0.25 to 1.
        """
        self.world = world
        self.width, self.height = width, height
        self.inner = (_even(width * scale), _even(height * scale))
        self._noise = noise.textures()
        self._grain = noise.grain()
        self._light = slots.light_slots(world.palette, world.water)
        self._still = still_batch(world.scenery, world.water)
        self._dome = new_dome(self._light, self._noise, DOME_SIDE)
        self._sun = sun_matrix(
            self._light[slots.SUN : slots.SUN + 3], world.middle, world.extent, STILL_SIDE
        )
        self._shade = np.full((STILL_SIDE, STILL_SIDE), shadow.FAR, np.float32)
        _cast(self._still, self._sun, self._shade)
        self._free: list[Buffers] = []
        self._lock = threading.Lock()
        inner_width, inner_height = self.inner
        self._columns = resampling(inner_width, width)
        self._rows = resampling(inner_height, height)
        self._half_columns = resampling(inner_width, width // 2)
        self._half_rows = resampling(inner_height, height // 2)

    def draw(self, moment: Moment) -> Picture:
        """Return one frame."""
        buffers = self.buffers()
        try:
            for _ in self.stages(moment, buffers):
                pass
            return self._finish(moment, buffers)
        finally:
            with self._lock:
                self._free.append(buffers)

    def stages(self, moment: Moment, buffers: Buffers) -> Iterator[str]:
        """Draw in steps; yields the name of each step that was done."""
        light = slots.moment_slots(self._light, moment)
        width, height = self.inner
        matrix = camera_matrix(moment.camera, 2 * width, 2 * height)
        rays = ray_matrix(moment.camera, 2 * width, 2 * height)
        buffers.place(moment.moving)
        seen = in_sight(
            buffers.batch.pieces, buffers.batch.spheres, moment.camera, width / height
        )
        _project(buffers, seen, matrix)
        yield "geometry"
        _rasterise(buffers, seen)
        yield "raster"
        moving_matrix = _shadow_of_moving(buffers, light)
        yield "shadow"
        _occlude(buffers, matrix)
        yield "occlusion"
        gather.paint_sky(buffers.samples, rays, light, self._dome, self._noise, buffers.image)
        buffers.depth.fill(0)
        buffers.owners.fill(0)
        yield "sky"
        lamps = np.ascontiguousarray(moment.lights, np.float32)
        self._shade_rows(buffers, rays, light, lamps, moving_matrix)
        yield "shading"
        if self.world.water is not None:
            water.flood(
                buffers.image, buffers.depth, buffers.owners, rays, matrix, light, lamps,
                self._dome, self._noise,
            )
        yield "water"
        reach = np.float32(height / 2 / np.tan(moment.camera.fov / 2))
        sprites.sprinkle(
            buffers.image,
            buffers.depth,
            np.ascontiguousarray(moment.sprites, np.float32),
            matrix,
            reach,
        )
        yield "sprites"
        spill = _lens(buffers, light, matrix)
        yield "lens"
        grade.develop(buffers.image, spill, light, buffers.luma, buffers.chroma)
        yield "grade"

    def buffers(self) -> Buffers:
        """Return arrays to draw into that no other thread has."""
        with self._lock:
            if self._free:
                return self._free.pop()
        width, height = self.inner
        return Buffers(width=width, height=height, still=self._still, water=self.world.water)

    def _shade_rows(
        self,
        buffers: Buffers,
        rays: Floats,
        light: Floats,
        lamps: Floats,
        moving_matrix: Floats,
    ) -> None:
        batch, found, tags, places = buffers.batch, buffers.found, buffers.tags, buffers.places
        for first in range(0, buffers.height, ROWS):
            last = min(buffers.height, first + ROWS)
            count = gather.gather(
                buffers.ids, buffers.samples, batch.materials, first, last, found, tags
            )
            gather.locate(
                found, count, buffers.screen, batch.vertices, batch.normals, batch.colours,
                batch.rest, batch.triangles, batch.materials, batch.owners, rays, light,
                buffers.open, buffers.distance, tags, places,
            )
            surface.texture(count, tags, places, self._noise)
            illuminate.illuminate(
                count, tags, places, light, lamps, self._shade, self._sun, buffers.moving_map,
                moving_matrix, self._dome, self._noise,
            )
            gather.resolve(
                count, tags, places, light, buffers.image, buffers.depth, buffers.owners
            )

    def _finish(self, moment: Moment, buffers: Buffers) -> Picture:
        y = bytes_of(self.height, self.width)
        u = bytes_of(self.height // 2, self.width // 2)
        v = bytes_of(self.height // 2, self.width // 2)
        spare = np.empty((buffers.height, self.width), np.float32)
        strength = np.float32(self._light[slots.GRAIN] * 219 * 0.6)
        offset = round(moment.time * 24 * 37) & 511
        grade.enlarge(
            buffers.luma, self._columns, self._rows, self._grain, strength, offset, spare, y
        )
        for plane, result in ((buffers.chroma[0], u), (buffers.chroma[1], v)):
            grade.enlarge(
                plane, self._half_columns, self._half_rows, self._grain, np.float32(0), 0, spare,
                result,
            )
        return Picture(planes=Planes(y=y, u=u, v=v), owners=buffers.owners.astype(np.int16))


def _even(size: float) -> int:
    return max(16, 4 * round(size / 4))


def _project(buffers: Buffers, seen: Tables, matrix: Floats) -> None:
    for first, last in sorted({(row[2], row[3]) for row in seen.tolist()}):
        geometry.project(buffers.batch.vertices, matrix, first, last, buffers.screen)


def _rasterise(buffers: Buffers, seen: Tables) -> None:
    buffers.samples.fill(0)
    buffers.ids.fill(-1)
    for first, last, _, _ in seen.tolist():
        raster.rasterise(
            buffers.screen, buffers.batch.triangles, buffers.batch.sides, first, last,
            buffers.samples, buffers.ids,
        )


def _cast(batch: Batch, matrix: Floats, depths: Floats) -> None:
    if len(batch.triangles):
        shadow.cast(
            batch.vertices, batch.triangles, batch.casts, 0, len(batch.triangles), matrix, depths
        )


def _shadow_of_moving(buffers: Buffers, light: Floats) -> Floats:
    """Cast what moves into a map that just holds it; return the map's matrix."""
    spheres = buffers.moving.spheres
    middle, extent = np.zeros(3, np.float32), 1.0
    if len(spheres):
        low = (spheres[:, :3] - spheres[:, 3:]).min(0)
        high = (spheres[:, :3] + spheres[:, 3:]).max(0)
        middle = (low + high) / 2
        extent = float(np.linalg.norm(high - low)) * 1.05 + 0.1
    side = len(buffers.moving_map)
    matrix = sun_matrix(light[slots.SUN : slots.SUN + 3], middle, extent, side)
    buffers.moving_map.fill(shadow.FAR)
    _cast(buffers.moving, matrix, buffers.moving_map)
    return matrix


def _occlude(buffers: Buffers, matrix: Floats) -> None:
    # the matrix is in samples; the picture of distances has a quarter of them each way
    reach = np.float32(np.linalg.norm(matrix[0, :3] - matrix[2, :3] * buffers.width) / 4)
    occlusion.thin_out(buffers.samples, buffers.distance)
    occlusion.occlude(buffers.distance, reach, buffers.rough)
    occlusion.soften(buffers.rough, buffers.distance, buffers.open)


def _lens(buffers: Buffers, light: Floats, matrix: Floats) -> Floats:
    """Blur what is out of focus and return what spills over, at a quarter of the size."""
    height, width = buffers.height, buffers.width
    if light[slots.BLUR] > 0:
        soft = np.empty((height // 2, width // 2, 4), np.float32)
        lens.unfocus(buffers.image, buffers.depth, light, soft)
        lens.spread(soft, lens.gaussian(max(0.8, height / 200)), np.empty_like(soft))
        lens.blend_focus(buffers.image, buffers.depth, soft, light)
    small = np.empty((height // 4, width // 4, 3), np.float32)
    lens.shrink(buffers.image, 4, small)
    bright, spare = np.empty_like(small), np.empty_like(small)
    lens.keep_bright(small, np.float32(0.8), bright)
    tiny = np.empty((height // 16, width // 16, 3), np.float32)
    lens.shrink(bright, 4, tiny)
    lens.blur(bright, lens.gaussian(max(0.6, height / 240)), spare)
    lens.blur(tiny, lens.gaussian(max(0.6, height / 200)), np.empty_like(tiny))
    spill = bright * (light[slots.BLOOM] * np.float32(0.6))
    lens.add_grown(tiny, np.float32(light[slots.BLOOM] * 0.7), spill)
    _add_beams(buffers, light, matrix, small, spill)
    return spill


def _add_beams(
    buffers: Buffers, light: Floats, matrix: Floats, small: Floats, spill: Floats
) -> None:
    sun = light[slots.SUN : slots.SUN + 3]
    x, y, w = matrix[:, :3] @ sun
    if light[slots.GODRAYS] <= 0 or w <= 0.05:
        return
    light[slots.SUN_X], light[slots.SUN_Y] = x / w / 2, y / w / 2
    beams = np.empty_like(small)
    lens.beam(small, buffers.depth, 4, light, beams)
    lens.blur(beams, lens.gaussian(1.2), np.empty_like(beams))
    spill += beams * (light[slots.GODRAYS] * min(1.0, float(w) * 2))
