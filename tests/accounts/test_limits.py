from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from kinema.accounts import limits
from kinema.accounts.limits import Limits
from kinema.errors import Busy
from kinema.generations import leases, store
from kinema.generations.generation import Order
from kinema.video import VideoRequest

AT = datetime(2030, 1, 1, tzinfo=UTC)


def added(db: sa.Connection, key_id: str) -> str:
    request = VideoRequest(model="m", prompt="a red fox")
    order = Order(id=store.new_id(), key_id=key_id, account_id="default", pool="p", request=request)
    assert store.add(db, order, at=AT)
    return order.id


def made(db: sa.Connection, key_id: str, seconds: float) -> None:
    generation_id = added(db, key_id)
    begun = store.begin(db, generation_id, worker="w", at=AT)
    assert begun
    attempt = store.Attempt(generation_id=generation_id, number=begun.attempt)
    result = store.Result(film="a.mp4", poster=None, size_bytes=1)
    store.finish(db, attempt, result, at=AT + timedelta(seconds=seconds))


def refused(db: sa.Connection, key_id: str, bounds: Limits) -> Busy:
    with pytest.raises(Busy) as caught:
        limits.admit(db, key_id=key_id, limits=bounds, at=AT)
    return caught.value


def test_there_is_room_up_to_the_limit_of_a_key_and_of_all(db: sa.Connection) -> None:
    bounds = Limits(total=3, per_key=2)
    for key_id in ("a", "a", "b"):
        limits.admit(db, key_id=key_id, limits=bounds, at=AT)
        added(db, key_id)
    assert "this key" in str(refused(db, "a", Limits(total=9, per_key=2)))
    assert "the service" in str(refused(db, "c", bounds))


def test_what_has_ended_takes_no_room(db: sa.Connection) -> None:
    made(db, "a", 10)
    limits.admit(db, key_id="a", limits=Limits(total=1, per_key=1), at=AT)


def test_who_is_refused_comes_back_when_the_next_film_will_be_done(db: sa.Connection) -> None:
    bounds = Limits(total=1, per_key=1)
    added(db, "a")
    assert refused(db, "a", bounds).retry_after == limits.GUESS
    for seconds in (10, 30):
        made(db, "b", seconds)
    assert refused(db, "a", bounds).retry_after == timedelta(seconds=20)
    for worker in ("one", "two"):
        leases.beat(db, worker, "p", at=AT)
    assert refused(db, "a", bounds).retry_after == timedelta(seconds=10)
    assert limits.workers(db, at=AT) == 2
    assert limits.workers(db, at=AT + timedelta(minutes=5)) == 0


def test_only_the_latest_films_tell_how_long_one_takes(db: sa.Connection) -> None:
    made(db, "a", 1)
    for _ in range(limits.RECENT):
        made(db, "a", 60)
    assert limits.retry_after(db, at=AT) == timedelta(seconds=60)


def test_nobody_is_sent_away_for_longer_than_an_hour(db: sa.Connection) -> None:
    made(db, "a", 100_000)
    assert limits.retry_after(db, at=AT) == limits.LONGEST


def test_times_and_states_are_told(db: sa.Connection) -> None:
    made(db, "a", 10)
    added(db, "a")
    assert limits.service_times(db, since=AT) == {"m": [10.0]}
    assert limits.service_times(db, since=AT + timedelta(seconds=11)) == {}
    assert limits.under_way(db) == {"queued": 1}
