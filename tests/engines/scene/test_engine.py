"""The scene engine, beyond what every engine promises."""

from pathlib import Path

import pytest

from kinema.engines.scene.engine import SceneEngine
from kinema.video import VideoRequest

TINY = VideoRequest(
    model="scene", prompt="a dog runs in a meadow", width=64, height=36, seconds=0.5, fps=8
)

pytestmark = pytest.mark.timeout(120)  # the first test may compile the renderer


def test_it_says_what_it_is_doing(tmp_path: Path) -> None:
    phases = [report.phase for report in SceneEngine().render(TINY, tmp_path / "film.mp4")]
    assert phases[0].startswith("starting the renderer: 1 of ")
    assert list(dict.fromkeys(phase.partition(":")[0] for phase in phases)) == [
        "starting the renderer", "understanding", "building", "filming", "finishing",
    ]  # fmt: skip


def test_it_starts_once(tmp_path: Path) -> None:
    engine = SceneEngine()
    list(engine.render(TINY, tmp_path / "first.mp4"))
    phases = [report.phase for report in engine.render(TINY, tmp_path / "second.mp4")]
    assert phases[0] == "understanding"


def test_the_number_of_threads_does_not_change_a_byte(tmp_path: Path) -> None:
    one, three = tmp_path / "one.mp4", tmp_path / "three.mp4"
    list(SceneEngine(threads=1).render(TINY, one))
    list(SceneEngine(threads=3).render(TINY, three))
    assert one.read_bytes() == three.read_bytes()
