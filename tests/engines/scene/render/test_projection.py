import math

import numpy as np
import pytest

from kinema.engines.scene.render.projection import camera_matrix, ray_matrix, sun_matrix
from kinema.engines.scene.render.view import Camera

CAMERA = Camera(
    eye=np.array([1, 2, 3], np.float32),
    axes=np.array([[1, 0, 0], [0, 1, 0], [0, 0, -1]], np.float32),
    fov=math.radians(50),
)


def seen(point: tuple[float, float, float]) -> tuple[float, float, float]:
    x, y, w = camera_matrix(CAMERA, 640, 360) @ np.array([*point, 1.0])
    return x / w, y / w, w


def test_what_the_camera_looks_at_is_in_the_middle() -> None:
    assert seen((1, 2, -7)) == pytest.approx((320, 180, 10))


def test_a_metre_to_the_side_is_as_many_pixels_as_the_lens_says() -> None:
    reach = 180 / math.tan(math.radians(25))

    assert seen((2, 3, -7)) == pytest.approx((320 + reach / 10, 180 - reach / 10, 10))


def test_the_edge_of_the_view_is_the_edge_of_the_picture() -> None:
    assert seen((1, 2 + 10 * math.tan(math.radians(25)), -7))[1] == pytest.approx(0, abs=1e-3)


def test_the_ray_of_a_pixel_leads_back_to_the_point() -> None:
    x, y, w = seen((4, -1, -9))

    ray = ray_matrix(CAMERA, 640, 360) @ np.array([x, y, 1.0])

    assert CAMERA.eye + ray * w == pytest.approx([4, -1, -9], abs=1e-3)


def test_the_middle_of_the_world_is_the_middle_of_the_shadow_map() -> None:
    sun = np.array([0.6, 0.8, 0.0], np.float32)
    matrix = sun_matrix(sun, np.array([5, 0, 2], np.float32), 20.0, 512)

    assert (matrix @ np.array([5, 0, 2, 1.0]))[:2] == pytest.approx([256, 256])
    nearer = (matrix @ np.array([5.6, 0.8, 2, 1.0]))[2]
    assert nearer == pytest.approx(-1, abs=1e-4)


def test_a_sun_overhead_has_a_shadow_map_too() -> None:
    matrix = sun_matrix(np.array([0, 1, 0], np.float32), np.zeros(3, np.float32), 10.0, 64)

    assert np.isfinite(matrix).all()
