"""From the visibility buffer to a list of places that are shaded once each, and back.

The four samples of a pixel share one place where they show the same kind of surface at about
the same distance.
"""

import math

from kinema.engines.scene.shape.model import Bytes, Floats, Ints, Material

from . import slots
from .air import open_water
from .heaven import whole_sky
from .jit import jit
from .maths import F, clamp, fill_in, ray, scale_to_unit
from .places import (
    AT_X,
    AT_Y,
    COLOUR,
    DISTANCE,
    KIND,
    NORMAL,
    OPEN,
    OWNER,
    PLACE,
    REST,
    RESULT,
    VIEW,
    WEIGHT,
)

FAR = F(1.0 / 30.0)
"""1 / metres; what is farther has too many edges to tell them apart."""

LEAF = int(Material.LEAF)  # blades of grass count as one surface, or they would cost too much


@jit
def paint_sky(
    depth: Floats,
    rays: Floats,
    light: Floats,
    dome: Floats,
    noise: Floats,
    image: Floats,
    shares: Floats,
) -> None:
    """Start the picture: sky as far as samples show it, black elsewhere.

    ``shares`` (h, w) gets what the parts of a pixel count in sum, 0 where it has but one part.
    """
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            share = F(0.0)
            for k in range(4):
                if depth[2 * y + (k >> 1), 2 * x + (k & 1)] == F(0.0):
                    share += F(0.25)
            shares[y, x] = F(0.0)
            red, green, blue = F(0.0), F(0.0), F(0.0)
            if share > F(0.0):
                red, green, blue = _beyond(x, y, rays, light, dome, noise)
                if share < F(1.0):
                    share = _tamed(share, max(red, max(green, blue)))
                    shares[y, x] = share
            image[y, x, 0] = red * share
            image[y, x, 1] = green * share
            image[y, x, 2] = blue * share


@jit
def _beyond(
    x: int, y: int, rays: Floats, light: Floats, dome: Floats, noise: Floats
) -> tuple[F, F, F]:
    """Return what is seen where there is no thing: sky, or endless water."""
    a, b, c = ray(rays, F(2 * x + 1), F(2 * y + 1))
    unit = scale_to_unit(a, b, c)
    if light[slots.UNDERWATER] > F(0.0):
        return open_water(a * unit, b * unit, c * unit, light, noise)
    return whole_sky(a * unit, b * unit, c * unit, light, dome, noise)


@jit
def _tamed(share: F, most: F) -> F:
    """Return what a part of a pixel counts: bright ones less, or their edges would be jagged."""
    return share / (F(1.0) + most)


@jit
def balance(shares: Floats, image: Floats) -> None:
    """Bring pixels of several parts back to the light that they have in the mean."""
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            if shares[y, x] > F(0.0):
                whole = F(1.0) / shares[y, x]
                for k in range(3):
                    image[y, x, k] *= whole


@jit
def settle(
    ids: Ints,
    depth: Floats,
    triangles: Ints,
    materials: Bytes,
    owners: Ints,
    whole: Bytes,
    skipped: Bytes,
) -> None:
    """Mark the pixels (h, w) that need no place of their own.

    ``whole`` gets the material and 1 where all samples of a pixel show the same scenery;
    ``skipped`` gets 1 for every second of them, in a chequered pattern, that lies amid others
    of the same surface: `fill` makes it from those. Actors are never skipped.
    """
    height, width = whole.shape
    for y in range(height):
        for x in range(width):
            triangle = ids[2 * y, 2 * x]
            alike = triangle >= 0 and owners[triangle] == 0
            if alike and _alike(ids, depth, triangles, materials, x, y, 0, 1) == 14:
                whole[y, x] = materials[triangle] + 1
            else:
                whole[y, x] = 0
            skipped[y, x] = 0
    for y in range(1, height - 1):
        for x in range(1 + (y & 1), width - 1, 2):
            kind = whole[y, x]
            if kind and _amid(whole, depth, x, y, kind):
                skipped[y, x] = 1


@jit
def _amid(whole: Bytes, depth: Floats, x: int, y: int, kind: int) -> bool:
    """Return whether the four neighbours of a pixel show the same surface."""
    if whole[y - 1, x] != kind or whole[y + 1, x] != kind:
        return False
    if whole[y, x - 1] != kind or whole[y, x + 1] != kind:
        return False
    z = depth[2 * y, 2 * x]
    across = max(abs(depth[2 * y, 2 * x - 2] - z), abs(depth[2 * y, 2 * x + 2] - z))
    down = max(abs(depth[2 * y - 2, 2 * x] - z), abs(depth[2 * y + 2, 2 * x] - z))
    return bool(max(across, down) < F(0.06) * z)


@jit
def fill(skipped: Bytes, image: Floats, depth: Floats) -> None:
    """Make each skipped pixel from its four neighbours."""
    for y in range(1, skipped.shape[0] - 1):
        for x in range(1 + (y & 1), skipped.shape[1] - 1, 2):
            if skipped[y, x]:
                fill_in(image, x, y)
                depth[y, x] = F(0.5) * (depth[y - 1, x] + depth[y + 1, x])


@jit
def gather(
    ids: Ints,
    depth: Floats,
    triangles: Ints,
    materials: Bytes,
    skipped: Bytes,
    first: int,
    last: int,
    found: Ints,
    tags: Ints,
) -> int:
    """List the places of rows from ``first`` up to ``last``; returns how many.

    ``found`` (n, 2) gets the triangle, and a bit for each of the four samples it stands for.
    """
    count = 0
    for y in range(first, last):
        for x in range(ids.shape[1] // 2):
            done = 15 if skipped[y, x] else 0
            for k in range(4):
                if done & (1 << k):
                    continue
                triangle = ids[2 * y + (k >> 1), 2 * x + (k & 1)]
                done |= 1 << k
                if triangle < 0:
                    continue
                mask = _alike(ids, depth, triangles, materials, x, y, k, done)
                done |= mask
                found[count, 0] = triangle
                found[count, 1] = mask | (1 << k)
                tags[count, AT_X] = x
                tags[count, AT_Y] = y
                count += 1
    return count


@jit
def _alike(
    ids: Ints, depth: Floats, triangles: Ints, materials: Bytes, x: int, y: int, k: int, done: int
) -> int:
    """Return a bit for each later sample that shows the same surface as sample k."""
    mask = 0
    triangle = ids[2 * y + (k >> 1), 2 * x + (k & 1)]
    z = depth[2 * y + (k >> 1), 2 * x + (k & 1)]
    leaf = materials[triangle] == LEAF
    reach = F(0.12) * z if leaf else F(0.03) * z
    for j in range(k + 1, 4):
        other = ids[2 * y + (j >> 1), 2 * x + (j & 1)]
        if other < 0 or done & (1 << j) or materials[other] != materials[triangle]:
            continue
        if abs(depth[2 * y + (j >> 1), 2 * x + (j & 1)] - z) > reach:
            continue
        if leaf or z < FAR or other == triangle or _touching(triangles, triangle, other):
            mask |= 1 << j
    return mask


@jit
def _touching(triangles: Ints, a: int, b: int) -> bool:
    """Return whether two triangles have a corner in common, as those of a smooth surface have."""
    for i in range(3):
        corner = triangles[a, i]
        if triangles[b, 0] == corner or triangles[b, 1] == corner or triangles[b, 2] == corner:
            return True
    return False


@jit
def locate(
    found: Ints,
    count: int,
    screen: Floats,
    vertices: Floats,
    normals: Floats,
    colours: Floats,
    rest: Floats,
    triangles: Ints,
    materials: Bytes,
    owners: Ints,
    light: Floats,
    open_: Floats,
    distance: Floats,
    tags: Ints,
    places: Floats,
) -> None:
    """Fill in what the triangles say about each place that `gather` found."""
    for i in range(count):
        triangle = found[i, 0]
        a, b, c = triangles[triangle, 0], triangles[triangle, 1], triangles[triangle, 2]
        x, y, share = _centre(found[i, 1], tags[i, AT_X], tags[i, AT_Y])
        e0, e1, e2 = _weights(screen, a, b, c, x, y)
        for k in range(3):
            places[i, PLACE + k] = vertices[a, k] * e0 + vertices[b, k] * e1 + vertices[c, k] * e2
            places[i, REST + k] = rest[a, k] * e0 + rest[b, k] * e1 + rest[c, k] * e2
        for k in range(4):
            places[i, COLOUR + k] = colours[a, k] * e0 + colours[b, k] * e1 + colours[c, k] * e2
        nx = normals[a, 0] * e0 + normals[b, 0] * e1 + normals[c, 0] * e2
        ny = normals[a, 1] * e0 + normals[b, 1] * e1 + normals[c, 1] * e2
        nz = normals[a, 2] * e0 + normals[b, 2] * e1 + normals[c, 2] * e2
        unit = scale_to_unit(nx, ny, nz)
        places[i, NORMAL] = nx * unit
        places[i, NORMAL + 1] = ny * unit
        places[i, NORMAL + 2] = nz * unit
        places[i, WEIGHT] = share
        tags[i, KIND] = materials[triangle]
        tags[i, OWNER] = owners[triangle]
        _look(places, i, light)
        w = screen[a, 2] * e0 + screen[b, 2] * e1 + screen[c, 2] * e2
        places[i, OPEN] *= _openness(open_, distance, tags[i, AT_X], tags[i, AT_Y], w)


@jit
def _look(places: Floats, i: int, light: Floats) -> None:
    x = places[i, PLACE] - light[slots.EYE]
    y = places[i, PLACE + 1] - light[slots.EYE + 1]
    z = places[i, PLACE + 2] - light[slots.EYE + 2]
    far = F(math.sqrt(x * x + y * y + z * z + F(1e-9)))
    places[i, VIEW] = x / far
    places[i, VIEW + 1] = y / far
    places[i, VIEW + 2] = z / far
    places[i, DISTANCE] = far


@jit
def _centre(mask: int, x: int, y: int) -> tuple[F, F, F]:
    """Return the middle of the samples of a mask, in samples, and their share of the pixel."""
    count, right, low = 0, 0, 0
    for k in range(4):
        if mask & (1 << k):
            count += 1
            right += k & 1
            low += k >> 1
    n = F(count)
    return F(2 * x) + F(right) / n + F(0.5), F(2 * y) + F(low) / n + F(0.5), n * F(0.25)


@jit
def _weights(screen: Floats, a: int, b: int, c: int, x: F, y: F) -> tuple[F, F, F]:
    """Return what each corner counts at a point of the screen, with perspective."""
    x0, y0, w0 = screen[a, 0], screen[a, 1], screen[a, 2]
    x1, y1, w1 = screen[b, 0], screen[b, 1], screen[b, 2]
    x2, y2, w2 = screen[c, 0], screen[c, 1], screen[c, 2]
    e0 = (y1 * w2 - y2 * w1) * x + (x2 * w1 - x1 * w2) * y + (x1 * y2 - x2 * y1)
    e1 = (y2 * w0 - y0 * w2) * x + (x0 * w2 - x2 * w0) * y + (x2 * y0 - x0 * y2)
    e2 = (y0 * w1 - y1 * w0) * x + (x1 * w0 - x0 * w1) * y + (x0 * y1 - x1 * y0)
    total = e0 + e1 + e2
    if total == F(0.0):
        return F(1.0), F(0.0), F(0.0)
    e0 = clamp(e0 / total)
    e1 = min(F(1.0) - e0, max(F(0.0), e1 / total))
    return e0, e1, F(1.0) - e0 - e1


@jit
def _openness(open_: Floats, distance: Floats, x: int, y: int, w: F) -> F:
    """Return the half-size openness between its neighbours at about the same distance."""
    total, weight = F(1e-4), F(1e-4)  # fully open where no neighbour is near
    for j in range(2):
        for i in range(2):
            ty = min(max(((y + 1) >> 1) - j, 0), open_.shape[0] - 1)
            tx = min(max(((x + 1) >> 1) - i, 0), open_.shape[1] - 1)
            close = F(0.75) if (y & 1) == j else F(0.25)
            close *= F(0.75) if (x & 1) == i else F(0.25)
            close *= max(F(0.0), F(1.0) - abs(distance[ty, tx] - w) / (F(0.06) * w))
            total += open_[ty, tx] * close
            weight += close
    return total / weight


@jit
def resolve(
    count: int,
    tags: Ints,
    places: Floats,
    light: Floats,
    image: Floats,
    shares: Floats,
    depth: Floats,
    owners: Ints,
) -> None:
    """Add the shaded places to the picture; keep 1 / w and owner of the nearest in each pixel."""
    for i in range(count):
        x, y = tags[i, AT_X], tags[i, AT_Y]
        share = places[i, WEIGHT]
        if share < F(1.0):
            most = max(places[i, RESULT], max(places[i, RESULT + 1], places[i, RESULT + 2]))
            share = _tamed(share, most)
            shares[y, x] += share
        for k in range(3):
            image[y, x, k] += places[i, RESULT + k] * share
        along = F(0.0)
        for k in range(3):
            along += places[i, VIEW + k] * light[slots.FORWARD + k]
        z = F(1.0) / max(places[i, DISTANCE] * along, F(0.01))
        if z > depth[y, x]:
            depth[y, x] = z
            owners[y, x] = tags[i, OWNER]
