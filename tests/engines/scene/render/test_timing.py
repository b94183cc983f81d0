from kinema.engines.scene.render.frame import STEPS
from kinema.engines.scene.render.timing import timings
from kinema.engines.scene.render.view import Moment

from .conftest import Build


def test_every_step_of_a_frame_is_timed(build: Build) -> None:
    moments = [Moment(time=0.0, camera=build.camera()), Moment(time=0.1, camera=build.camera())]
    spent = timings(build.world(build.at(build.floor())), moments, size=(128, 72))

    assert list(spent) == [*STEPS, "finish"]
    assert sum(spent.values()) > 0


def test_no_moments_take_no_time(build: Build) -> None:
    assert set(timings(build.world(), (), size=(128, 72)).values()) == {0.0}
