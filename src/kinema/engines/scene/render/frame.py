"""The steps of one frame; each reads what the steps before it left in the buffers."""

from collections.abc import Iterator

import numpy as np

from kinema.engines.scene.look import noise
from kinema.engines.scene.shape.model import Floats

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
from .batch import Tables, bulk
from .buffers import ROWS, Buffers
from .lighting import Lighting, cast
from .projection import camera_matrix, ray_matrix, sun_matrix, texel
from .sight import in_sight
from .view import Moment

STEPS = (
    "geometry",
    "raster",
    "shadow",
    "occlusion",
    "sky",
    "shading",
    "water",
    "sprites",
    "lens",
    "grade",
)
"""What `draw` yields, in this order."""


def draw(moment: Moment, lit: Lighting, buffers: Buffers) -> Iterator[str]:
    """Draw a moment into ``luma`` and ``chroma`` of the buffers; yields each step that is done."""
    width, height = buffers.width, buffers.height
    light = slots.moment_slots(lit.slots, moment)
    matrix = camera_matrix(moment.camera, 2 * width, 2 * height)
    rays = ray_matrix(moment.camera, 2 * width, 2 * height)
    reach = np.float32(height / 2 / np.tan(moment.camera.fov / 2))
    lamps = np.ascontiguousarray(moment.lights, np.float32)
    patterns = noise.textures()

    seen = _geometry(moment, matrix, buffers)
    yield "geometry"
    _raster(seen, buffers)
    yield "raster"
    sun = _shadow(light, buffers)
    light[slots.STILL_TEXEL], light[slots.MOVING_TEXEL] = texel(lit.sun), texel(sun)
    yield "shadow"
    _occlusion(moment, reach, buffers)
    yield "occlusion"
    gather.paint_sky(
        buffers.samples, rays, light, lit.dome, patterns, buffers.image, buffers.shares
    )
    yield "sky"
    _shading(light, lamps, sun, lit, buffers)
    yield "shading"
    if lit.world.water is not None:
        water.flood(
            buffers.image,
            buffers.depth,
            buffers.owners,
            rays,
            matrix,
            light,
            lamps,
            lit.dome,
            patterns,
            buffers.wet,
        )
    yield "water"
    discs = np.ascontiguousarray(moment.sprites, np.float32)
    sprites.sprinkle(buffers.image, buffers.depth, discs, matrix, reach)
    yield "sprites"
    spill = _lens(light, matrix, buffers)
    yield "lens"
    grade.develop(buffers.image, spill, light, buffers.luma, buffers.chroma)
    yield "grade"


def _geometry(moment: Moment, matrix: Floats, buffers: Buffers) -> Tables:
    """Put what moves in its place, project what is in sight, and return its pieces."""
    buffers.place(moment.moving)
    batch = buffers.batch
    seen = in_sight(batch.pieces, batch.spheres, moment.camera, buffers.width / buffers.height)
    for first, last in sorted({(row[2], row[3]) for row in seen.tolist()}):
        geometry.project(batch.vertices, matrix, first, last, buffers.screen)
    return seen


def _raster(seen: Tables, buffers: Buffers) -> None:
    batch = buffers.batch
    buffers.samples.fill(0)
    buffers.ids.fill(-1)
    edges = np.empty((3, 3), np.float32)
    for first, last, _, _ in seen.tolist():
        raster.rasterise(
            buffers.screen,
            batch.triangles,
            batch.sides,
            first,
            last,
            buffers.samples,
            buffers.ids,
            edges,
        )


def _shadow(light: Floats, buffers: Buffers) -> Floats:
    """Cast what moves into a map that just holds it; return the map's matrix."""
    spheres = buffers.moving.spheres
    middle, extent = np.zeros(3, np.float32), 1.0
    if len(spheres):
        low = (spheres[:, :3] - spheres[:, 3:]).min(0)
        high = (spheres[:, :3] + spheres[:, 3:]).max(0)
        middle = (low + high) / 2
        extent = float(np.linalg.norm(high - low)) * 1.05 + 0.1
    depths = buffers.moving_map
    matrix = sun_matrix(light[slots.SUN : slots.SUN + 3], middle, extent, len(depths))
    depths.fill(shadow.FAR)
    cast(buffers.moving, matrix, depths)
    return matrix


def _occlusion(moment: Moment, reach: np.float32, buffers: Buffers) -> None:
    half = reach / np.float32(2)
    distance, facing = buffers.distance, buffers.facing
    occlusion.thin_out(buffers.samples, distance)
    occlusion.occlude(distance, half, buffers.rough, facing)
    balls = bulk(buffers.moving, moment.moving)
    eye, axes = np.asarray(moment.camera.eye), np.asarray(moment.camera.axes)
    balls[:, :3] = (balls[:, :3] - eye) @ axes.T * np.array([1, -1, 1])
    occlusion.stand(distance, facing, balls, half, buffers.rough)
    occlusion.soften(buffers.rough, distance, buffers.open)


def _shading(light: Floats, lamps: Floats, sun: Floats, lit: Lighting, buffers: Buffers) -> None:
    batch = buffers.batch
    buffers.depth.fill(0)
    buffers.owners.fill(0)
    gather.settle(
        buffers.ids,
        buffers.samples,
        batch.triangles,
        batch.materials,
        batch.owners,
        buffers.whole,
        buffers.skipped,
    )
    for first in range(0, buffers.height, ROWS):
        count = _places(first, min(buffers.height, first + ROWS), light, buffers)
        _light(count, light, lamps, sun, lit, buffers)
    gather.balance(buffers.shares, buffers.image)
    gather.fill(buffers.skipped, buffers.image, buffers.depth)


def _places(first: int, last: int, light: Floats, buffers: Buffers) -> int:
    """List what is to be shaded in some rows, and what is known of it; return how many."""
    batch = buffers.batch
    count = gather.gather(
        buffers.ids,
        buffers.samples,
        batch.triangles,
        batch.materials,
        buffers.skipped,
        first,
        last,
        buffers.found,
        buffers.tags,
    )
    gather.locate(
        buffers.found,
        count,
        buffers.screen,
        batch.vertices,
        batch.normals,
        batch.colours,
        batch.rest,
        batch.triangles,
        batch.materials,
        batch.owners,
        light,
        buffers.open,
        buffers.distance,
        buffers.tags,
        buffers.places,
    )
    return count


def _light(
    count: int, light: Floats, lamps: Floats, sun: Floats, lit: Lighting, buffers: Buffers
) -> None:
    """Shade the places and add them to the picture."""
    tags, places, patterns = buffers.tags, buffers.places, noise.textures()
    surface.texture(count, tags, places, patterns)
    illuminate.illuminate(
        count,
        tags,
        places,
        light,
        lamps,
        lit.shade,
        lit.sun,
        buffers.moving_map,
        sun,
        lit.dome,
        patterns,
    )
    gather.resolve(
        count,
        tags,
        places,
        light,
        buffers.image,
        buffers.shares,
        buffers.depth,
        buffers.owners,
    )


def _lens(light: Floats, matrix: Floats, buffers: Buffers) -> Floats:
    """Blur what is out of focus and return what spills over, at a quarter of the size."""
    height, width = buffers.height, buffers.width
    if light[slots.BLUR] > 0:
        soft = np.empty((height // 2, width // 2, 4), np.float32)
        lens.unfocus(buffers.image, buffers.depth, light, soft)
        lens.blur(soft, lens.gaussian(max(0.8, height / 200)))
        lens.blend_focus(buffers.image, buffers.depth, soft, light)
    small = np.empty((height // 4, width // 4, 3), np.float32)
    lens.shrink(buffers.image, 4, small)
    bright = np.empty_like(small)
    lens.keep_bright(small, np.float32(0.8), bright)
    tiny = np.empty((height // 16, width // 16, 3), np.float32)
    lens.shrink(bright, 4, tiny)
    lens.blur(bright, lens.gaussian(max(0.6, height / 240)))
    lens.blur(tiny, lens.gaussian(max(0.6, height / 200)))
    spill: Floats = bright * (light[slots.BLOOM] * np.float32(0.6))
    lens.add_grown(tiny, np.float32(light[slots.BLOOM] * 0.7), spill)
    _add_beams(light, matrix, small, spill, buffers)
    return spill


def _add_beams(
    light: Floats, matrix: Floats, small: Floats, spill: Floats, buffers: Buffers
) -> None:
    x, y, w = (float(value) for value in matrix[:, :3] @ light[slots.SUN : slots.SUN + 3])
    if light[slots.GODRAYS] <= 0 or w <= 0.05:
        return
    light[slots.SUN_X], light[slots.SUN_Y] = x / w / 2, y / w / 2
    beams = np.empty_like(small)
    lens.beam(small, buffers.depth, 4, light, beams)
    lens.blur(beams, lens.gaussian(1.2))
    spill += beams * (light[slots.GODRAYS] * np.float32(min(1.0, w * 2)))
