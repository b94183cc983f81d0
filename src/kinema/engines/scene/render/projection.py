"""Matrices of the camera and of the sun."""

import math

import numpy as np

from kinema.engines.scene.shape.model import Floats

from .view import Camera


def camera_matrix(camera: Camera, width: int, height: int) -> Floats:
    """Return (3, 4): world to (x * w, y * w, w), pixels of a picture and distance w along the view.

    Row 0 is at the top; the middle of the picture is (width / 2, height / 2).
    """
    turned = _lens(camera, width, height) @ np.asarray(camera.axes, float)
    shift = -turned @ np.asarray(camera.eye, float)
    return np.concatenate([turned, shift[:, None]], 1).astype(np.float32)


def ray_matrix(camera: Camera, width: int, height: int) -> Floats:
    """Return (3, 3): (x, y, 1) of a pixel to a direction in the world; w along it is 1."""
    axes = np.asarray(camera.axes, float)
    return np.asarray(axes.T @ np.linalg.inv(_lens(camera, width, height)), np.float32)


def sun_matrix(sun: Floats, middle: Floats, extent: float, side: int) -> Floats:
    """Return (3, 4): world to a shadow map's texel x, y and depth in metres away from the sun."""
    towards = np.asarray(sun, float)
    up = np.array([0.0, 1.0, 0.0] if abs(towards[1]) < 0.95 else [1.0, 0.0, 0.0])
    right = np.cross(up, towards)
    right /= np.linalg.norm(right)
    above = np.cross(towards, right)
    matrix = np.zeros((3, 4))
    matrix[0, :3] = right * side / extent
    matrix[1, :3] = above * side / extent
    matrix[2, :3] = -towards
    matrix[:, 3] = -matrix[:, :3] @ np.asarray(middle, float)
    matrix[:2, 3] += side / 2
    return matrix.astype(np.float32)


def texel(matrix: Floats) -> float:
    """Return the side of a texel of what `sun_matrix` returned, metres, and a little more.

    A place that far off its surface does not lie in the surface's own shade.
    """
    return 1.3 / float(np.linalg.norm(matrix[0, :3]))


def _lens(
    camera: Camera, width: int, height: int
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    reach = height / 2 / math.tan(camera.fov / 2)
    return np.array([[reach, 0.0, width / 2], [0.0, -reach, height / 2], [0.0, 0.0, 1.0]])
