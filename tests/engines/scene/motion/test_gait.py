"""Feet stay where they are put."""

import numpy as np
import pytest

from kinema.engines.scene.motion import limbs
from kinema.engines.scene.motion.biped import run
from kinema.engines.scene.motion.biped import walk as stroll
from kinema.engines.scene.motion.body import Body, Clip, Cue, bones, level
from kinema.engines.scene.motion.gait import BOUND, GALLOP, RUN, STROLL, WALK, Gait
from kinema.engines.scene.motion.quadruped import gallop, walk
from kinema.engines.scene.motion.quadruped import run as animal_run
from kinema.engines.scene.motion.track import Track
from kinema.engines.scene.shape.library import model

STRAIGHT = Track(np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 100.0]]))


def planted(body: Body, clip: Clip, gait: Gait, name: str, speed: float) -> np.ndarray:
    """Return (n, 3) places of a foot through its first whole plant."""
    stride = gait.stride * body.hip * body.scale
    first = (4.0 + gait.phases[name]) * stride
    distances = np.linspace(first + 0.1 * gait.duty * stride, first + 0.55 * gait.duty * stride, 9)
    row = body.rig.rows[body.legs[name].end]
    pivot = body.rig.pivots[row]
    places = []
    for distance in distances:
        cue = Cue(
            time=distance / speed, track=STRAIGHT, ground=level(0.0), distance=distance, speed=speed
        )
        matrix = bones(body, clip(body, cue))[row].astype(np.float64)
        places.append(matrix[:, :3] @ pivot + matrix[:, 3])
    return np.array(places)


@pytest.mark.parametrize("name", ["FL", "FR", "BL", "BR"])
def test_a_walking_animal_does_not_slide(name: str) -> None:
    body = limbs.body(model("dog"))
    places = planted(body, walk, WALK, name, 1.0)
    assert np.ptp(places[:, [0, 2]], axis=0).max() < 0.02


@pytest.mark.parametrize("name", ["L", "R"])
def test_a_walking_person_does_not_slide(name: str) -> None:
    body = limbs.body(model("person"))
    places = planted(body, stroll, STROLL, name, 1.4)
    assert np.ptp(places[:, [0, 2]], axis=0).max() < 0.02


@pytest.mark.parametrize("name", ["L", "R"])
def test_a_running_person_does_not_slide(name: str) -> None:
    body = limbs.body(model("person"))
    places = planted(body, run, RUN, name, 3.5)
    assert np.ptp(places[:, [0, 2]], axis=0).max() < 0.02


def test_a_galloping_horse_does_not_slide() -> None:
    body = limbs.body(model("horse"))
    places = planted(body, gallop, GALLOP, "FL", 7.0)
    assert np.ptp(places[:, [0, 2]], axis=0).max() < 0.03


def test_a_bounding_raccoon_does_not_slide() -> None:
    body = limbs.body(model("raccoon"))
    places = planted(body, animal_run, BOUND, "FL", 1.3)
    assert np.ptp(places[:, [0, 2]], axis=0).max() < 0.02


def test_planted_feet_are_on_the_ground() -> None:
    body = limbs.body(model("dog"))
    rest = float(body.legs["FL"].rest[1])
    places = planted(body, walk, WALK, "FL", 1.0)
    assert np.abs(places[:, 1] - rest).max() < 0.02


@pytest.mark.parametrize("gait", [WALK, GALLOP, BOUND, STROLL, RUN])
def test_no_gait_lifts_every_foot_of_a_walk_and_every_run_has_a_flight(gait: Gait) -> None:
    turns = np.linspace(0.0, 1.0, 200, endpoint=False)
    down = np.array([[(t - p) % 1.0 < gait.duty for p in gait.phases.values()] for t in turns])
    assert bool(down.any(axis=1).all()) == (gait.duty > 0.5)
