import logging
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinema.engines.base import Report
from kinema.generations.render import Died, Done, Failed, News, Ready, RenderChild, Warming
from kinema.video import VideoRequest


@pytest.fixture
def child() -> Iterator[RenderChild]:
    made = RenderChild("kinema.testing:CATALOGUE", "fake")
    yield made
    made.close()


def order(prompt: str) -> VideoRequest:
    return VideoRequest(model="fake", prompt=prompt)


def told(child: RenderChild) -> list[News]:
    """All the news up to the end of a film."""
    news: list[News] = []
    while not news or not isinstance(news[-1], Done | Failed | Died):
        latest = child.news(10)
        assert latest is not None
        news.append(latest)
    return news


def test_a_process_is_warm_before_it_films(child: RenderChild, tmp_path: Path) -> None:
    child.start(order("a fox"), tmp_path / "a.mp4")
    news = told(child)
    kinds = [type(item) for item in news]
    assert kinds.index(Warming) < kinds.index(Ready) < kinds.index(Report)
    assert news[-1] == Done()
    assert {path.name for path in tmp_path.iterdir()} == {"a.mp4", "a.webp"}


def test_the_log_tells_of_warming_now_and_then_only(
    caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.INFO)
    child = RenderChild("kinema.testing:CATALOGUE", "other")
    child.start(order("a fox"), tmp_path / "a.mp4")
    told(child)
    child.close()
    assert [line for line in caplog.messages if line.startswith("engine.")] == [
        "engine.warms engine=other phase='reading'",
        "engine.ready",
    ]


def test_one_process_makes_many_films(child: RenderChild, tmp_path: Path) -> None:
    for name in ("a", "b"):
        child.start(order(name), tmp_path / f"{name}.mp4")
        assert told(child)[-1] == Done()
    assert {path.stem for path in tmp_path.iterdir()} == {"a", "b"}


def test_the_first_report_tells_what_was_understood(child: RenderChild, tmp_path: Path) -> None:
    child.start(order("a fox"), tmp_path / "a.mp4")
    reports = [news for news in told(child) if isinstance(news, Report)]
    assert reports[0].about == {"prompt": "a fox"}
    assert [report.done for report in reports] == sorted(report.done for report in reports)


@pytest.mark.parametrize(
    ("prompt", "end"),
    [
        ("refuse", Failed(name="BadRequest", message="no such film")),
        ("fail", Failed(name="EngineFailed", message="the fake engine was told to fail")),
        (
            "raise",
            Failed(
                name="EngineFailed",
                message="the engine failed with ZeroDivisionError, which the worker's log tells",
            ),
        ),
    ],
)
def test_a_failure_is_told_and_the_process_lives_on(
    child: RenderChild, tmp_path: Path, prompt: str, end: Failed
) -> None:
    child.start(order(prompt), tmp_path / "a.mp4")
    assert told(child)[-1] == end
    assert list(tmp_path.iterdir()) == []
    child.start(order("a fox"), tmp_path / "a.mp4")
    assert told(child)[-1] == Done()


@pytest.mark.parametrize(
    ("prompt", "why"), [("die", "memory ran out"), ("exit", "status 3; .* full of eels")]
)
def test_a_death_is_told_with_its_cause_and_a_new_process_takes_its_place(
    child: RenderChild, tmp_path: Path, prompt: str, why: str
) -> None:
    child.start(order(prompt), tmp_path / "a.mp4")
    end = told(child)[-1]
    assert isinstance(end, Died)
    assert re.search(why, end.why)
    child.start(order("a fox"), tmp_path / "a.mp4")
    assert told(child)[-1] == Done()


def test_a_cancelled_film_leaves_nothing_and_its_process_stays_warm(
    child: RenderChild, tmp_path: Path
) -> None:
    child.start(order("take 30"), tmp_path / "a.mp4")
    while not isinstance(child.news(10), Report):
        pass
    child.cancel()
    assert list(tmp_path.iterdir()) == []
    child.start(order("a fox"), tmp_path / "b.mp4")
    news = told(child)
    assert not any(isinstance(item, Warming) for item in news)
    assert news[-1] == Done()


def test_an_engine_that_does_not_let_go_of_a_film_loses_its_process(
    child: RenderChild, tmp_path: Path
) -> None:
    child.start(order("stall"), tmp_path / "a.mp4")
    while not isinstance(child.news(10), Report):
        pass
    begun = time.monotonic()
    child.cancel()
    assert time.monotonic() - begun < 1
    child.start(order("a fox"), tmp_path / "b.mp4")
    assert any(isinstance(item, Warming) for item in told(child))


def test_a_killed_film_ends_at_once(child: RenderChild, tmp_path: Path) -> None:
    child.start(order("stall"), tmp_path / "a.mp4")
    while not isinstance(child.news(10), Report):
        pass
    begun = time.monotonic()
    child.kill()
    assert time.monotonic() - begun < 0.5
    child.start(order("a fox"), tmp_path / "b.mp4")
    assert told(child)[-1] == Done()
