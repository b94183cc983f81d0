import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from kinema.database import reading
from kinema.generations import store
from kinema.generations.generation import Generation, Order
from kinema.generations.making import Made, Unmade
from kinema.generations.state import State
from kinema.generations.workflow import Queue
from kinema.testing import MovingClock
from kinema.video import VideoRequest

AT = datetime(2030, 1, 1, tzinfo=UTC)
ORDER = Order(
    id="a",
    key_id="key",
    account_id="account",
    pool="fake",
    request=VideoRequest(model="fake", prompt="a red fox"),
)


class Till:
    """Notes what it is asked to settle."""

    def __init__(self) -> None:
        self.settled: list[tuple[str, State]] = []

    def __call__(self, db: sa.Connection, generation: Generation) -> None:
        self.settled.append((generation.id, generation.state))


@pytest.fixture
def till() -> Till:
    return Till()


@pytest.fixture
def queue(engine: sa.Engine, till: Till) -> Iterator[Queue]:
    made = Queue(engine, settle=till, clock=MovingClock(AT))
    yield made
    made.close()


def submitted(engine: sa.Engine, queue: Queue, order: Order = ORDER) -> Generation | None:
    with engine.begin() as db:
        return queue.submit(db, order)


def begun(engine: sa.Engine) -> store.Attempt:
    with engine.begin() as db:
        found = store.begin(db, "a", worker="worker", at=AT)
    assert found
    return store.Attempt(generation_id="a", number=found.attempt)


def waiting(engine: sa.Engine, queue: str) -> list[str]:
    """Work in a queue, by the engine's own books."""
    table = sa.table(
        "workflow_status",
        *(sa.column(name) for name in ("workflow_uuid", "queue_name", "status")),
        schema="dbos" if engine.dialect.name == "postgresql" else None,
    )
    with reading(engine) as db:
        return list(
            db.execute(
                sa.select(table.c.workflow_uuid).where(
                    table.c.queue_name == queue, table.c.status == "ENQUEUED"
                )
            ).scalars()
        )


def test_an_order_and_its_place_in_the_queue_are_kept_together(
    engine: sa.Engine, queue: Queue
) -> None:
    assert submitted(engine, queue)
    assert waiting(engine, "fake") == ["a"]


def test_an_order_that_is_rolled_back_leaves_nothing(engine: sa.Engine, queue: Queue) -> None:
    with engine.connect() as db:
        assert queue.submit(db, ORDER)
        db.rollback()
    assert waiting(engine, "fake") == []
    with reading(engine) as db:
        assert store.find(db, "a") is None


def test_a_repetition_is_not_queued(engine: sa.Engine, queue: Queue) -> None:
    assert submitted(engine, queue)
    assert submitted(engine, queue) is None
    assert waiting(engine, "fake") == ["a"]


def test_what_is_cancelled_in_the_queue_leaves_it(
    engine: sa.Engine, queue: Queue, till: Till
) -> None:
    submitted(engine, queue)
    cancelled = queue.cancel("a")
    assert cancelled
    assert cancelled.state is State.CANCELLED
    assert waiting(engine, "fake") == []
    assert till.settled == [("a", State.CANCELLED)]
    assert queue.cancel("a") is None
    assert len(till.settled) == 1


def test_a_film_is_settled_once_with_its_end(engine: sa.Engine, queue: Queue, till: Till) -> None:
    submitted(engine, queue)
    result = store.Result(film="a.mp4", poster=None, size_bytes=1)
    made = Made(attempt=begun(engine), result=result)
    queue.end(made)
    queue.end(made)
    assert till.settled == [("a", State.SUCCEEDED)]


def test_the_end_of_an_attempt_taken_over_is_refused(
    engine: sa.Engine, queue: Queue, till: Till
) -> None:
    submitted(engine, queue)
    first, _ = begun(engine), begun(engine)
    queue.end(Unmade(attempt=first, name="EngineFailed", message="late"))
    assert till.settled == []


def test_a_till_that_fails_leaves_the_generation_running(engine: sa.Engine, queue: Queue) -> None:
    def refuse(db: sa.Connection, generation: Generation) -> None:
        raise ZeroDivisionError

    submitted(engine, queue)
    end = Unmade(attempt=begun(engine), name="EngineFailed", message="no")
    strict = Queue(engine, settle=refuse, clock=MovingClock(AT))
    with pytest.raises(ZeroDivisionError):
        strict.end(end)
    strict.close()
    with reading(engine) as db:
        found = store.find(db, "a")
    assert found
    assert found.state is State.RUNNING


def test_news_of_the_end_is_queued_for_who_wants_it(engine: sa.Engine, queue: Queue) -> None:
    submitted(engine, queue, replace(ORDER, webhook="https://example.com/hook"))
    queue.end(Unmade(attempt=begun(engine), name="EngineFailed", message="no"))
    assert waiting(engine, "webhooks") == ["deliver-a"]


def test_work_that_has_ended_is_stranded_and_then_forgotten(
    engine: sa.Engine, queue: Queue
) -> None:
    submitted(engine, queue)
    assert queue.stranded([]) == set()
    assert queue.stranded(["a"]) == set()
    queue.abandon("a")
    assert queue.stranded(["a"]) == {"a"}
    queue.forget(before=datetime.now(UTC) - timedelta(days=1))
    assert queue.stranded(["a"]) == {"a"}
    queue.forget(before=datetime.now(UTC) + timedelta(days=1))
    assert queue.stranded(["a"]) == set()


def test_nothing_runs_without_a_worker(engine: sa.Engine, queue: Queue) -> None:
    submitted(engine, queue)
    queue.check()
    assert queue.running() == []


@pytest.mark.timeout(60)
def test_processes_that_start_together_set_up_one_database(url: str) -> None:
    script = (
        "import sys; from kinema.database import connect;"
        "from kinema.generations.workflow import setup; setup(connect(sys.argv[1]), ['fake'])"
    )
    started = [subprocess.Popen([sys.executable, "-c", script, url]) for _ in range(3)]
    assert [process.wait() for process in started] == [0, 0, 0]
