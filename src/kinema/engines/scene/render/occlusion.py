"""Ambient occlusion from depth at half size, so that things stand on the ground.

After McGuire et al., "The Alchemy Screen-Space Ambient Obscurance Algorithm" (2011).
"""

import math

import numpy as np

from kinema.engines.scene.shape.model import Floats

from .jit import jit
from .maths import F, clamp

TAPS = 8
REACH = F(0.55)
"""Metres within which things darken each other, where they fill enough of the picture."""


def _spirals() -> Floats:
    """Return (16, `TAPS`, 2) points of the unit disc: one spiral, turned sixteen ways."""
    tap = np.arange(TAPS)
    angle = np.arange(16)[:, None] * (math.pi / 8) + tap * 2.39996  # the golden angle
    spiral = np.stack([np.cos(angle), np.sin(angle)], -1) * ((tap + 0.6) / TAPS)[:, None]
    return np.asarray(spiral, np.float32)


SPIRALS = _spirals()


@jit
def thin_out(depth: Floats, distance: Floats) -> None:
    """Write distance w of every fourth sample each way; 0 is sky."""
    for y in range(distance.shape[0]):
        for x in range(distance.shape[1]):
            z = depth[min(4 * y + 2, depth.shape[0] - 1), min(4 * x + 2, depth.shape[1] - 1)]
            distance[y, x] = F(1.0) / z if z > F(0.0) else F(0.0)


@jit
def occlude(distance: Floats, reach: F, open_: Floats, facing: Floats) -> None:
    """Write how open each place is, 0 to 1, and its normal as the camera has it, (h, w, 3).

    ``reach`` is pixels a metre at 1 m.
    """
    height, width = distance.shape
    for y in range(height):
        for x in range(width):
            w = distance[y, x]
            if w <= F(0.0) or w > F(90.0):
                open_[y, x] = F(1.0)
            else:
                open_[y, x] = _open_at(distance, x, y, w, reach, facing)


@jit
def _slope(near: F, here: F, far: F) -> F:
    """Return the difference to the neighbour that more likely is on the same surface."""
    if near > F(0.0) and (far <= F(0.0) or abs(here - near) < abs(far - here)):
        return here - near
    if far > F(0.0):
        return far - here
    return F(0.0)


@jit
def _open_at(distance: Floats, x: int, y: int, w: F, reach: F, facing: Floats) -> F:
    height, width = distance.shape
    unit = w / reach
    px, py = F(x - width // 2) * unit, F(y - height // 2) * unit
    dx = _slope(distance[y, max(0, x - 1)], w, distance[y, min(width - 1, x + 1)])
    dy = _slope(distance[max(0, y - 1), x], w, distance[min(height - 1, y + 1), x])
    # the normal, towards the eye, is the cross product of the two steps along the surface
    ax, ay, az = unit + F(x - width // 2) * dx / reach, F(y - height // 2) * dx / reach, dx
    bx, by, bz = F(x - width // 2) * dy / reach, unit + F(y - height // 2) * dy / reach, dy
    nx, ny, nz = ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx
    size = F(1.0) / F(math.sqrt(nx * nx + ny * ny + nz * nz + F(1e-20)))
    if nx * px + ny * py + nz * w > F(0.0):
        size = -size
    nx, ny, nz = nx * size, ny * size, nz * size
    facing[y, x, 0], facing[y, x, 1], facing[y, x, 2] = nx, ny, nz
    metres = min(max(REACH, w * F(0.03)), F(2.5))
    radius = min(F(36.0), max(F(2.5), metres / unit))
    turn = (x & 3) * 4 + (y & 3)
    total = F(0.0)
    for k in range(TAPS):
        tx = min(width - 1, max(0, x + int(SPIRALS[turn, k, 0] * radius + F(0.5))))
        ty = min(height - 1, max(0, y + int(SPIRALS[turn, k, 1] * radius + F(0.5))))
        tw = distance[ty, tx]
        if tw <= F(0.0):
            continue
        vx = F(tx - width // 2) * tw / reach - px
        vy = F(ty - height // 2) * tw / reach - py
        vz = tw - w
        square = vx * vx + vy * vy + vz * vz
        if square < metres * metres:
            rise = vx * nx + vy * ny + vz * nz - F(0.012) * w * F(0.35) - F(0.004)
            fall = F(1.0) - square / (metres * metres)
            total += max(F(0.0), rise) / (square + metres * metres * F(0.02)) * fall * metres
    return clamp(F(1.0) - total * F(1.1) / F(TAPS))


@jit
def stand(distance: Floats, facing: Floats, balls: Floats, reach: F, open_: Floats) -> None:
    """Darken what lies close to balls, rows of x right, y down, distance and radius (metres)."""
    height, width = distance.shape
    for i in range(balls.shape[0]):
        bx, by, bw, radius = balls[i, 0], balls[i, 1], balls[i, 2], balls[i, 3]
        if bw < F(0.3) or radius < F(0.005):
            continue
        wide = F(3.5) * radius * reach / max(bw - radius, F(0.3))
        u, v = F(width // 2) + bx * reach / bw, F(height // 2) + by * reach / bw
        for y in range(max(0, int(v - wide)), min(height, int(v + wide) + 1)):
            for x in range(max(0, int(u - wide)), min(width, int(u + wide) + 1)):
                w = distance[y, x]
                if w > F(0.0) and abs(w - bw) < F(4.0) * radius:
                    dx = bx - F(x - width // 2) * w / reach
                    dy = by - F(y - height // 2) * w / reach
                    open_[y, x] *= F(1.0) - F(0.6) * _covered(facing, x, y, dx, dy, bw - w, radius)


@jit
def _covered(facing: Floats, x: int, y: int, dx: F, dy: F, dz: F, radius: F) -> F:
    """Return how much of the light a ball takes that is (dx, dy, dz) away."""
    square = dx * dx + dy * dy + dz * dz + F(1e-6)
    along = dx * facing[y, x, 0] + dy * facing[y, x, 1] + dz * facing[y, x, 2]
    share = along / F(math.sqrt(square)) * min(F(1.0), radius * radius / square)
    fade = clamp(F(1.5) - square / (radius * radius * F(8.0)))
    return clamp(share * fade)


@jit
def soften(open_: Floats, distance: Floats, result: Floats) -> None:
    """Average 4 x 4 places that are about as far away: the size of the pattern of the taps."""
    height, width = open_.shape
    for y in range(height):
        for x in range(width):
            w = distance[y, x]
            total, count = F(0.0), F(1e-6)
            for ty in range(max(0, y - 1), min(height, y + 3)):
                for tx in range(max(0, x - 1), min(width, x + 3)):
                    if abs(distance[ty, tx] - w) < F(0.06) * w + F(0.02):
                        total += open_[ty, tx]
                        count += F(1.0)
            result[y, x] = total / count
