from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from kinema.database import clock
from kinema.generations import leases, store
from kinema.generations.generation import Order
from kinema.generations.leases import Lease, Term
from kinema.generations.making import Made, Unmade
from kinema.generations.sentinel import Sentinel, Work, lost
from kinema.video import VideoRequest

NOW = datetime(2030, 1, 1, tzinfo=UTC)
DEAD = timedelta(seconds=30)
ME, OTHER = "here::1:a", "there::2:b"
ORDER = Order(
    id="a",
    key_id="key",
    account_id="account",
    pool="scene",
    request=VideoRequest(model="scene", prompt="a red fox"),
)


@dataclass
class Books:
    """A queue on paper."""

    works: list[Work] = field(default_factory=list)
    ended: set[str] = field(default_factory=set)
    requeued: list[str] = field(default_factory=list)
    ends: list[Made | Unmade] = field(default_factory=list)
    abandoned: list[str] = field(default_factory=list)
    forgotten: list[datetime] = field(default_factory=list)

    def running(self) -> list[Work]:
        return self.works

    def requeue(self, work: Work) -> None:
        self.requeued.append(work.id)

    def stranded(self, ids: Collection[str]) -> set[str]:
        return self.ended & set(ids)

    def end(self, end: Made | Unmade) -> None:
        self.ends.append(end)

    def abandon(self, work_id: str) -> None:
        self.abandoned.append(work_id)

    def forget(self, *, before: datetime) -> None:
        self.forgotten.append(before)


def work(name: str, executor: str) -> Work:
    return Work(id=name, name="generate", executor=executor, queue="scene")


def begun(engine: sa.Engine, *, times: int) -> None:
    with engine.begin() as db:
        store.add(db, ORDER, at=NOW)
        for _ in range(times):
            store.begin(db, "a", worker=OTHER, at=NOW)


def sentinel(
    engine: sa.Engine, books: Books, *, executor: str = ME, hands: Collection[str] = ("b",)
) -> Sentinel:
    term = Term(beat=timedelta(hours=1), dead=timedelta(0))
    return Sentinel(engine, books, executor=executor, pool="scene", term=term, hands=hands)


def lease(executor: str, *, age: timedelta) -> Lease:
    return Lease(executor=executor, pool="scene", beat_at=NOW - age)


def test_who_beats_is_alive() -> None:
    held = [lease(OTHER, age=DEAD / 2)]
    assert not lost(OTHER, held, now=NOW, dead=DEAD)


def test_who_was_silent_for_a_lease_is_dead() -> None:
    held = [lease(OTHER, age=2 * DEAD)]
    assert lost(OTHER, held, now=NOW, dead=DEAD)


def test_silence_proves_nothing_after_an_outage() -> None:
    held = [lease(OTHER, age=2 * DEAD)]
    assert not lost(OTHER, held, now=NOW, dead=None)


def test_who_left_in_order_is_dead_whatever_happened() -> None:
    assert lost(OTHER, [], now=NOW, dead=None)


def test_the_work_of_one_that_left_is_taken_over(engine: sa.Engine) -> None:
    books = Books(works=[work("a", OTHER), work("b", ME)])
    begun(engine, times=1)
    sentinel(engine, books).step()
    assert books.requeued == ["a"]


def test_work_begun_three_times_is_failed_not_repeated(engine: sa.Engine) -> None:
    books = Books(works=[work("a", OTHER)])
    begun(engine, times=3)
    sentinel(engine, books).step()
    (end,) = books.ends
    assert isinstance(end, Unmade)
    assert end.attempt == store.Attempt(generation_id="a", number=3)
    assert "begun 3 times" in end.message
    assert books.abandoned == ["a"]
    assert not books.requeued


def test_what_a_living_worker_has_dropped_goes_back_to_the_queue(engine: sa.Engine) -> None:
    books = Books(works=[work("dropped", ME), work("in its hands", ME)])
    watch = sentinel(engine, books, hands={"in its hands"})
    watch.step()
    assert not books.requeued  # it may only just have been taken
    watch.step()
    assert books.requeued == ["dropped"]


def test_a_webhook_is_repeated_however_often_its_film_was_begun(engine: sa.Engine) -> None:
    books = Books(works=[replace(work("deliver-a", OTHER), name="deliver")])
    sentinel(engine, books).step()
    assert books.requeued == ["deliver-a"]


def test_only_one_of_the_living_sweeps(engine: sa.Engine) -> None:
    with engine.begin() as db:
        leases.beat(db, "a first one::1:a", "scene", at=clock(db) + timedelta(minutes=1))
    books = Books(works=[work("a", OTHER)])
    sentinel(engine, books).step()
    assert not books.requeued


def test_a_film_whose_work_has_ended_does_not_run_for_ever(engine: sa.Engine) -> None:
    books = Books(ended={"a"})
    begun(engine, times=1)
    sentinel(engine, books).step()
    (end,) = books.ends
    assert isinstance(end, Unmade)
    assert "ask for it again" in end.message


def test_a_worker_is_known_from_its_start_to_its_end(engine: sa.Engine) -> None:
    watch = sentinel(engine, Books())
    watch.start()
    with engine.begin() as db:
        assert [held.executor for held in leases.leases(db)] == [ME]
    watch.stop()
    with engine.begin() as db:
        assert not leases.leases(db)


def test_old_traces_are_deleted(engine: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinema.generations.sentinel.TIDY_EVERY", timedelta(seconds=-1))
    with engine.begin() as db:
        leases.beat(db, OTHER, "scene", at=clock(db) - timedelta(days=3))
    books = Books()
    sentinel(engine, books).step()
    assert len(books.forgotten) == 1
    with engine.begin() as db:
        assert [held.executor for held in leases.leases(db)] == [ME]
