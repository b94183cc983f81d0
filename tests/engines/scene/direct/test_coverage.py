"""What `kinema scene coverage` counts."""

import pytest

from kinema.engines.scene.direct.coverage import FRAMES, coverage, measured, small
from kinema.video import VideoRequest

from .graphs import graph, thing

pytestmark = pytest.mark.timeout(120)  # the first test may compile the renderer


@pytest.mark.parametrize(
    ("ratio", "size"), [("16:9", (320, 180)), ("9:16", (180, 320)), ("1:1", (320, 320))]
)
def test_pictures_are_small_and_of_the_films_shape(ratio: str, size: tuple[int, int]) -> None:
    assert small(ratio) == size


def test_a_hero_is_seen_in_every_frame() -> None:
    found = measured(graph("meadow", thing("dog", "run")))
    seen = found.things["dog1"]
    assert len(seen.coverage) == FRAMES
    assert min(seen.coverage) > 0.03
    left, top, right, bottom = seen.box
    assert 0.0 <= left < right <= 1.0
    assert 0.0 <= top < bottom <= 1.0


def test_the_answer_has_the_documented_keys() -> None:
    told = coverage(VideoRequest(model="scene", prompt="a dog beside a chair in a meadow"))
    assert set(told) == {"frames", "actors", "luma", "wall_s"}
    actors = told["actors"]
    assert isinstance(actors, dict)
    assert set(actors) == {"dog1", "chair1"}
    assert set(actors["dog1"]) == {"coverage", "box", "mean_rgb"}
