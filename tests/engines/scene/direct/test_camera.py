"""The six axes and four presets do what the documents say."""

import math

import numpy as np
import pytest

from kinema.engines.scene.direct.camera import Aim, axes, camera, moved
from kinema.engines.scene.motion.rotation import Vector, vector
from kinema.video import CameraMove, Preset

BASE = Aim(
    eye=vector(0.0, 1.5, 5.0), target=vector(0.0, 1.5, 0.0), hero=vector(0.0, 1.0, 0.0),
    fov=math.radians(40.0),
)  # fmt: skip
AWAY = float(np.linalg.norm(BASE.hero - BASE.eye))


def seen(aim: Aim, at: Vector) -> tuple[float, float]:
    """Return where a place is in the picture: -1 to 1 from left to right and bottom to top."""
    view = camera(aim)
    right, up, forward = view.axes.astype(np.float64) @ (at - aim.eye)
    tall = math.tan(aim.fov / 2)
    return right / forward / (tall * 16 / 9), up / forward / tall


def end(move: CameraMove) -> Aim:
    return moved(BASE, move, 1.0)


@pytest.mark.parametrize("value", [-10.0, -3.0, 4.0, 10.0])
def test_horizontal_travels_six_percent_of_the_distance_a_unit_to_the_right(value: float) -> None:
    assert np.allclose(
        end(CameraMove(horizontal=value)).eye - BASE.eye, [value * 0.06 * AWAY, 0, 0]
    )


@pytest.mark.parametrize("value", [-10.0, 4.0])
def test_vertical_travels_six_percent_of_the_distance_a_unit_upwards(value: float) -> None:
    assert np.allclose(end(CameraMove(vertical=value)).eye - BASE.eye, [0, value * 0.06 * AWAY, 0])


@pytest.mark.parametrize("value", [-10.0, 4.0])
def test_pan_turns_three_degrees_a_unit_to_the_right(value: float) -> None:
    forward = axes(end(CameraMove(pan=value)))[0]
    assert math.degrees(math.atan2(forward[0], -forward[2])) == pytest.approx(3.0 * value)
    assert np.allclose(end(CameraMove(pan=value)).eye, BASE.eye)


@pytest.mark.parametrize("value", [-10.0, 4.0])
def test_tilt_turns_three_degrees_a_unit_up(value: float) -> None:
    assert math.degrees(math.asin(axes(end(CameraMove(tilt=value)))[0][1])) == pytest.approx(
        3.0 * value
    )


@pytest.mark.parametrize("value", [-10.0, 4.0])
def test_roll_turns_the_picture_four_and_a_half_degrees_a_unit_clockwise(value: float) -> None:
    x, y = seen(end(CameraMove(roll=value)), BASE.target + vector(0.0, 0.5, 0.0))
    assert math.degrees(math.atan2(x * 16 / 9, y)) == pytest.approx(4.5 * value, abs=0.01)


@pytest.mark.parametrize("value", [-10.0, 4.0])
def test_zoom_widens_by_seven_percent_a_unit(value: float) -> None:
    assert end(CameraMove(zoom=value)).fov == pytest.approx(BASE.fov * 1.07**value)


def test_axes_combine() -> None:
    both = end(CameraMove(pan=2.0, zoom=-3.0, horizontal=1.0))
    assert np.allclose(both.eye, end(CameraMove(horizontal=1.0)).eye)
    assert both.fov == end(CameraMove(zoom=-3.0)).fov


def test_a_move_begins_and_ends_gently() -> None:
    steps = [
        moved(BASE, CameraMove(horizontal=10.0), s).eye[0] for s in (0.0, 0.02, 0.5, 0.98, 1.0)
    ]
    assert steps[0] == 0.0
    assert steps[1] < 0.1 * steps[4] * 0.02 / 0.02
    assert steps[2] == pytest.approx(0.5 * steps[4])


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_every_preset_keeps_the_hero_in_the_picture(preset: Preset, share: float) -> None:
    x, y = seen(moved(BASE, CameraMove(preset=preset), share), BASE.hero)
    assert abs(x) < 0.5
    assert abs(y) < 0.75


def test_down_back_descends_and_goes_back() -> None:
    start, stop = (moved(BASE, CameraMove(preset=Preset.DOWN_BACK), s).eye for s in (0.0, 1.0))
    assert stop[1] < start[1]
    assert stop[2] > start[2]


def test_forward_up_goes_forward_and_looks_up() -> None:
    start, stop = (moved(BASE, CameraMove(preset=Preset.FORWARD_UP), s) for s in (0.0, 1.0))
    assert stop.eye[2] < start.eye[2]
    assert axes(stop)[0][1] > axes(start)[0][1]


@pytest.mark.parametrize(
    ("preset", "degrees"), [(Preset.RIGHT_TURN_FORWARD, 25.0), (Preset.LEFT_TURN_FORWARD, -25.0)]
)
def test_turns_go_forward_and_turn_the_view_by_25_degrees(preset: Preset, degrees: float) -> None:
    start, stop = (moved(BASE, CameraMove(preset=preset), s) for s in (0.0, 1.0))
    turn = [math.degrees(math.atan2(f[0], -f[2])) for f in (axes(start)[0], axes(stop)[0])]
    assert turn[1] - turn[0] == pytest.approx(degrees, abs=0.1)
    assert np.linalg.norm(stop.eye - BASE.hero) < np.linalg.norm(start.eye - BASE.hero)
