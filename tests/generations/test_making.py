import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from typing_extensions import override

from kinema.database import reading
from kinema.generations import making, store
from kinema.generations.generation import Generation, Order
from kinema.generations.making import Bench, Made, Unmade, make, outlasting
from kinema.generations.render import RenderChild
from kinema.generations.state import State
from kinema.storage.folder import Folder
from kinema.testing import MovingClock
from kinema.video import VideoRequest

AT = datetime(2030, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class FullDisk(Folder):
    """A storage that keeps nothing."""

    @override
    def put(self, name: str, source: Path) -> None:
        raise OSError(28, "No space left on device")


@pytest.fixture
def bench(engine: sa.Engine, tmp_path: Path) -> Iterator[Bench]:
    child = RenderChild("kinema.testing:CATALOGUE", "fake")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    yield Bench(
        database=engine,
        child=child,
        storage=Folder(tmp_path / "films"),
        clock=MovingClock(AT),
        worker="worker",
        scratch=scratch,
        patience=timedelta(seconds=10),
    )
    child.close()
    assert not list(scratch.iterdir())


def order(bench: Bench, prompt: str) -> str:
    request = VideoRequest(model="fake", prompt=prompt)
    with bench.database.begin() as db:
        store.add(
            db,
            Order(id="a", key_id="key", account_id="account", pool="fake", request=request),
            at=AT,
        )
    return "a"


def found(bench: Bench) -> Generation:
    with reading(bench.database) as db:
        generation = store.find(db, "a")
    assert generation
    return generation


def beside(work: Callable[[], None], bench: Bench) -> Thread:
    """Do something as soon as the film is being made."""

    def run() -> None:
        while found(bench).phase != "filming":
            time.sleep(0.02)
        work()

    thread = Thread(target=run)
    thread.start()
    return thread


def test_a_film_and_its_poster_are_kept_under_the_generations_id(bench: Bench) -> None:
    made = make(bench, order(bench, "take 0.6"))
    assert isinstance(made, Made)
    assert (made.result.film, made.result.poster) == ("a.mp4", "a.webp")
    assert made.result.size_bytes == bench.storage.stat("a.mp4").size_bytes
    assert bench.storage.stat("a.webp").size_bytes
    generation = found(bench)
    assert (generation.state, generation.progress) == (State.RUNNING, 1.0)
    assert generation.about == {"prompt": "take 0.6"}


def test_what_the_engine_refuses_is_not_made(bench: Bench) -> None:
    assert make(bench, order(bench, "refuse")) == Unmade(
        attempt=store.Attempt(generation_id="a", number=1),
        name="BadRequest",
        message="no such film",
    )


def test_an_engine_that_dies_is_given_three_starts(bench: Bench) -> None:
    end = make(bench, order(bench, "die"))
    assert isinstance(end, Unmade)
    assert end.attempt.number == 3
    assert "it was begun 3 times" in end.message


def test_an_engine_that_gives_no_sign_is_stopped(bench: Bench) -> None:
    hasty = replace(bench, patience=timedelta(seconds=1.2))
    end = make(hasty, order(bench, "stall"))
    assert isinstance(end, Unmade)
    assert end.name == "EngineStalled"
    assert "gave no sign for 0.02 minutes" in end.message


def test_a_cancelled_film_is_given_up(bench: Bench, engine: sa.Engine) -> None:
    def cancel() -> None:
        with engine.begin() as db:
            store.cancel(db, "a", at=AT)

    name = order(bench, "take 30")
    canceller = beside(cancel, bench)
    assert make(bench, name) is None
    canceller.join()


def test_a_film_taken_over_is_given_up(bench: Bench, engine: sa.Engine) -> None:
    def take_over() -> None:
        with engine.begin() as db:
            store.begin(db, "a", worker="another", at=AT)

    name = order(bench, "take 30")
    other = beside(take_over, bench)
    assert make(bench, name) is None
    other.join()


def test_a_generation_that_has_ended_is_not_begun(bench: Bench, engine: sa.Engine) -> None:
    order(bench, "a fox")
    with engine.begin() as db:
        store.cancel(db, "a", at=AT)
    assert make(bench, "a") is None


def test_a_film_that_cannot_be_kept_says_why(bench: Bench, tmp_path: Path) -> None:
    full = replace(bench, storage=FullDisk(tmp_path))
    end = make(full, order(bench, "a fox"))
    assert isinstance(end, Unmade)
    assert end.name == "StorageFailed"
    assert "No space left on device" in end.message


def test_work_outlasts_a_database_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "OUTAGE_SECONDS", 0.0)
    tries = iter([OperationalError("", None, Exception()), None])

    def work() -> str:
        if error := next(tries):
            raise error
        return "done"

    assert outlasting(work) == "done"
