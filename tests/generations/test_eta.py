from dataclasses import replace
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from kinema.database import clock
from kinema.generations import leases, store
from kinema.generations.eta import Line, eta, to_film, to_wait
from kinema.generations.generation import Generation, Order
from kinema.video import VideoRequest

AT = datetime(2030, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ORDER = Order(
    id="a",
    key_id="key",
    account_id="account",
    pool="scene",
    request=VideoRequest(model="scene", prompt="a red fox"),
)


def begun(db: sa.Connection, name: str) -> tuple[Generation, store.Attempt]:
    store.add(db, replace(ORDER, id=name), at=AT)
    found = store.begin(db, name, worker="worker", at=AT)
    assert found
    return found, store.Attempt(generation_id=name, number=1)


def test_a_film_goes_on_at_its_own_pace() -> None:
    assert to_film(0.25, elapsed=10 * SECOND, service=100 * SECOND) == 30 * SECOND


def test_a_film_that_has_just_begun_takes_as_long_as_others() -> None:
    assert to_film(0.0, elapsed=10 * SECOND, service=100 * SECOND) == 90 * SECOND


def test_a_late_film_is_expected_at_any_moment() -> None:
    assert to_film(0.0, elapsed=110 * SECOND, service=100 * SECOND) == timedelta()


def test_workers_share_the_line() -> None:
    line = Line(queued=3, running=1.0, workers=2)
    assert to_wait(line, service=10 * SECOND) == 20 * SECOND


def test_the_wait_for_a_queued_film_is_measured(db: sa.Connection) -> None:
    _, attempt = begun(db, "made")
    result = store.Result(film="made.mp4", poster=None, size_bytes=1)
    made = store.finish(db, attempt, result, at=AT + 10 * SECOND)
    assert made
    assert eta(db, made, at=AT) == timedelta()
    running, half = begun(db, "running")
    store.report(db, half, phase="filming", done=0.5)
    leases.beat(db, "worker", "scene", at=clock(db))
    store.add(db, replace(ORDER, id="before"), at=AT)
    queued = store.add(db, replace(ORDER, id="queued"), at=AT + SECOND)
    assert queued
    assert eta(db, queued, at=AT) == (0.5 + 1 + 1) * 10 * SECOND
    assert eta(db, running, at=AT + 3 * SECOND) == 7 * SECOND
