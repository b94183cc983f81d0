"""Films: who is where at a time, and that the camera sees it."""

import math
from dataclasses import replace

import numpy as np
import pytest

from kinema.engines.scene.direct.film import Film
from kinema.engines.scene.direct.players import Shown, shown
from kinema.engines.scene.direct.subject import extent
from kinema.engines.scene.graph import Relation, SceneGraph, Shot
from kinema.engines.scene.motion.rotation import Vector
from kinema.video import CameraMove, Preset

from .graphs import graph, thing

SIZE = (320, 180)
RUNNER = graph("meadow", thing("dog", "run"))
SITTER = graph("meadow", thing("dog", "sit"))
RIDER = graph(
    "meadow", thing("person", "ride", "horse1"), thing("horse"),
    relations=(("person1", Relation.RIDING, "horse1"),),
)  # fmt: skip
PIANIST = graph("beach", thing("cat", "play_keys", "piano1"), props=(thing("piano"),))
GUITARIST = graph("meadow", thing("person", "play_strings", "guitar1"), props=(thing("guitar"),))


def where(one: Shown, bone: str) -> Vector:
    row = one.body.rig.rows[bone]
    matrix = one.bones[row].astype(np.float64)
    return np.asarray(matrix[:, :3] @ one.body.rig.pivots[row] + matrix[:, 3])


def seen(film: Film, time: float, at: Vector) -> tuple[float, float]:
    view = film.camera(time)
    right, up, forward = view.axes.astype(np.float64) @ (at - view.eye)
    tall = math.tan(view.fov / 2)
    return right / forward / (tall * SIZE[0] / SIZE[1]), up / forward / tall


@pytest.mark.parametrize("time", [0.5, 1.7, 3.1, 4.9])
def test_a_riders_hips_are_on_the_seat(time: float) -> None:
    troupe = shown(Film(RIDER, SIZE).players, time)
    seat = troupe["horse1#0"].anchor("seat", "back", "top")
    assert seat is not None
    offset = where(troupe["person1#0"], "hips") - seat
    assert math.hypot(offset[0], offset[2]) < 0.05
    assert -0.02 < offset[1] < 0.18


def test_a_pianists_paws_come_down_on_the_keys() -> None:
    film = Film(PIANIST, SIZE)
    low = []
    for time in np.arange(1.0, 3.0, 0.05):
        troupe = shown(film.players, time)
        keys = troupe["piano1#0"].anchor("keys")
        assert keys is not None
        low.append(float(where(troupe["cat1#0"], "foot.FL")[1] - keys[1]))
    assert -0.02 < min(low) < 0.12


@pytest.mark.parametrize("time", [0.5, 2.3, 4.1])
def test_a_guitarists_hands_are_on_the_guitar(time: float) -> None:
    troupe = shown(Film(GUITARIST, SIZE).players, time)
    guitar = troupe["guitar1#0"]
    for hand, anchor, most in (("hand.R", "strum", 0.12), ("hand.L", "neck", 0.3)):
        at = guitar.anchor(anchor)
        assert at is not None
        assert np.linalg.norm(where(troupe["person1#0"], hand) - at) < most


@pytest.mark.parametrize(
    "scene", [RUNNER, SITTER, RIDER, PIANIST], ids=["run", "sit", "ride", "play"]
)
@pytest.mark.parametrize("time", [0.0, 2.5, 4.95])
def test_the_hero_is_in_the_picture(scene: SceneGraph, time: float) -> None:
    film = Film(scene, SIZE)
    x, y = seen(film, time, film.subject.middle(time))
    assert abs(x) < 0.6
    assert abs(y) < 0.6


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("scene", [RUNNER, SITTER], ids=["run", "sit"])
def test_a_preset_ends_with_the_hero_in_the_picture(preset: Preset, scene: SceneGraph) -> None:
    film = Film(replace(scene, camera=Shot(move=CameraMove(preset=preset))), SIZE)
    x, y = seen(film, 5.0, film.subject.middle(5.0))
    assert abs(x) < 0.8
    assert abs(y) < 0.8


def test_a_camera_that_is_told_to_move_does_nothing_else() -> None:
    film = Film(replace(SITTER, camera=Shot(move=CameraMove(pan=5.0))), SIZE)
    assert np.allclose(film.camera(0.0).eye, film.camera(5.0).eye)


def test_a_camera_that_is_told_nothing_moves_a_little() -> None:
    film = Film(SITTER, SIZE)
    moved = np.linalg.norm(film.camera(0.0).eye - film.camera(5.0).eye)
    assert 0.01 < moved < 2.0


def test_the_camera_stays_above_the_ground() -> None:
    film = Film(replace(SITTER, camera=Shot(move=CameraMove(vertical=-10.0))), SIZE)
    eye = film.camera(5.0).eye
    assert eye[1] > film.place.height(float(eye[0]), float(eye[2]))


def test_the_same_graph_gives_the_same_moment() -> None:
    first, second = (Film(RUNNER, SIZE).moment(30) for _ in range(2))
    assert np.array_equal(first.moving[0].bones, second.moving[0].bones)
    assert np.array_equal(first.sprites, second.sprites)
    assert np.array_equal(first.camera.eye, second.camera.eye)


def test_frames_can_be_asked_for_in_any_order() -> None:
    film = Film(RUNNER, SIZE)
    late = film.moment(90).moving[0].bones
    film.moment(3)
    assert np.array_equal(late, film.moment(90).moving[0].bones)


def test_a_longer_film_goes_farther() -> None:
    short, long = Film(SITTER, SIZE), Film(replace(SITTER, duration=10.0), SIZE)
    assert np.allclose(short.camera(5.0).eye, long.camera(10.0).eye, atol=0.1)
    assert not np.allclose(short.camera(5.0).eye, long.camera(5.0).eye, atol=1e-3)


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (240, 240)], ids=["16:9", "9:16", "1:1"])
def test_the_hero_fits_pictures_of_every_shape(size: tuple[int, int]) -> None:
    film = Film(SITTER, size)
    view = film.camera(0.0)
    width = film.subject.size[0]
    wide = 2.0 * math.tan(view.fov / 2) * size[0] / size[1] * view.focus
    assert width < 0.95 * wide


@pytest.mark.parametrize("kind", ["library", "ballroom", "bedroom"])
def test_an_empty_room_is_seen_from_the_height_of_eyes(kind: str) -> None:
    view = Film(graph(kind), SIZE).camera(0.0)
    assert abs(float(view.axes[2][1])) < 0.05
    assert 1.0 < float(view.eye[1]) < 2.2


@pytest.mark.parametrize(
    ("kind", "name"), [("rooftop", "helicopter"), ("meadow", "octopus"), ("meadow", "spider")]
)
def test_what_has_its_middle_at_its_origin_stands_on_the_ground(kind: str, name: str) -> None:
    film = Film(graph(kind, thing(name)), SIZE)
    low, _ = extent(shown(film.players, 0.0), frozenset({f"{name}1#0"}), np.eye(3))
    assert abs(float(low[1]) - film.place.height(0.0, 0.0)) < 0.02 * max(
        1.0, film.players[0].part.size[1]
    )


@pytest.mark.parametrize(
    ("kind", "name"),
    [("underwater", "goldfish"), ("underwater", "octopus"), ("sky", "bird"), ("lake", "duck")],
)
def test_what_is_in_its_element_does_not_stand_still(kind: str, name: str) -> None:
    film = Film(graph(kind, thing(name)), SIZE)
    first, last = (film.players[0].route.step(time).at for time in (0.0, 4.0))
    assert float(np.linalg.norm(last - first)) > 0.1


def test_a_swimmer_is_in_the_pool_not_over_its_edge() -> None:
    film = Film(graph("pool", thing("person", "swim")), SIZE)
    for time in (0.0, 2.0, 4.0):
        at = film.players[0].route.step(time).at
        assert abs(float(at[1])) < 0.3
        assert float(at[2]) < -film.place.clear - 0.9
