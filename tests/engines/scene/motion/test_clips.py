"""Every animation can be played by every kind of body."""

import numpy as np
import pytest

from kinema.engines.scene.motion import limbs
from kinema.engines.scene.motion.body import Body, Cue, Kind, bones, level
from kinema.engines.scene.motion.clips import CLIPS, NAMES, NEAREST, clip_name, perform
from kinema.engines.scene.motion.track import Track
from kinema.engines.scene.shape.library import model

STRAIGHT = Track(np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 100.0]]))
PLAYERS = ("person", "dog", "car", "chair")


def cue(time: float, speed: float = 1.0) -> Cue:
    return Cue(
        time=time, track=STRAIGHT, ground=level(0.0), distance=speed * time, speed=speed,
        share=time / 5.0, beat=time,
    )  # fmt: skip


@pytest.fixture(scope="module", params=PLAYERS)
def player(request: pytest.FixtureRequest) -> Body:
    return limbs.body(model(str(request.param)))


def test_the_table_of_stand_ins_has_every_name_and_no_other() -> None:
    assert set(NEAREST) == set(NAMES)


def test_no_stand_in_is_unknown_to_all_kinds() -> None:
    made = {name for clips in CLIPS.values() for name in clips}
    assert {other for row in NEAREST.values() for other in row} <= made | set(NAMES)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_clip_for_every_name(kind: Kind) -> None:
    assert all(clip_name(kind, name) in CLIPS[kind] for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_clip_gives_bones_that_are_finite_and_near(name: str, player: Body) -> None:
    matrices = bones(player, perform(player, name, cue(1.3)))
    assert np.isfinite(matrices).all()
    assert np.abs(matrices[:, :, 3]).max() < 20.0


@pytest.mark.parametrize("name", ["idle", "walk", "dance", "jump"])
def test_a_clip_is_a_function_of_time_alone(name: str, player: Body) -> None:
    first = bones(player, perform(player, name, cue(2.1)))
    perform(player, name, cue(0.4))
    assert np.array_equal(first, bones(player, perform(player, name, cue(2.1))))


@pytest.mark.parametrize("name", ["idle", "walk", "run", "dance", "sit", "wave"])
def test_nothing_jumps_from_one_frame_to_the_next(name: str, player: Body) -> None:
    times = np.arange(1.0, 3.0, 1.0 / 96.0)
    posed = np.array([bones(player, perform(player, name, cue(t))) for t in times])
    pivots = player.rig.pivots
    places = np.einsum("tbij,bj->tbi", posed[..., :3], pivots) + posed[..., 3]
    steps = np.abs(np.diff(places, axis=0)).max(axis=(1, 2))
    assert steps.max() < 0.12 * max(player.model.size)


def test_wheels_turn_with_the_distance() -> None:
    car = limbs.body(model("car"))
    radius = float(car.rig.pivot("wheel.0")[1])
    row = car.rig.rows["wheel.0"]
    start = bones(car, perform(car, "drive", cue(0.0)))[row, :, :3]
    half = bones(car, perform(car, "drive", cue(np.pi * radius)))[row, :, :3]
    assert np.allclose(half[:, 1], -start[:, 1], atol=0.05)
