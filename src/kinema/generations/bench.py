"""How fast the queue is, measured with films that cost nothing.

It starts real workers on a database of its own. ``python -m`` this is such a
worker.
"""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

import sqlalchemy as sa

from kinema.clock import now
from kinema.database import connect, reading
from kinema.generations import store
from kinema.generations.generation import Generation, Order
from kinema.generations.leases import leases
from kinema.generations.workflow import Queue, Worker, no_charge, run_worker, setup
from kinema.storage.folder import Folder
from kinema.video import VideoRequest

CATALOGUE = "kinema.testing:CATALOGUE"
POOL = "fake"
WAIT_SECONDS = 0.02
CANCELS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured; times in milliseconds.

    Attributes:
        submit: Median time of a submission, one after the other.
        read: Median time to read one generation.
        start: Median time from a submission to the start of its film, workers being idle.
        start_p99: The same, for all but one in a hundred.
        cancel: Median time from a cancellation to the start of the next film.
        films_per_second: Of films that cost nothing, all workers together.
    """

    submit: float
    read: float
    start: float
    start_p99: float
    cancel: float
    films_per_second: float


def measure(folder: Path, *, workers: int = 2, films: int = 40, url: str = "") -> Figures:
    """Return the figures of this machine.

    Args:
        folder: Where database and films are kept; empty, and deleted by the caller.
        workers: Processes.
        films: How many are made for each figure.
        url: An empty database; a SQLite file in the folder if there is none.
    """
    url = url or f"sqlite:///{folder}/bench.sqlite"
    engine = connect(url)
    setup(engine, [POOL])
    queue = Queue(engine, settle=no_charge, clock=now)
    try:
        with _workers(engine, url, folder, workers):
            return _Bench(engine, queue, films).figures()
    finally:
        queue.close()
        engine.dispose()


class _Bench:
    """The measurements, on a service that runs."""

    def __init__(self, engine: sa.Engine, queue: Queue, films: int) -> None:
        self._engine = engine
        self._queue = queue
        self._films = films

    def figures(self) -> Figures:
        self._made([self._order("warm up")])
        starts = [self._start() for _ in range(self._films)]
        submits, names = zip(*(self._timed_order() for _ in range(self._films)), strict=True)
        made = self._made(names)
        return Figures(
            submit=median(submits),
            read=median(self._read(name) for name in names),
            start=median(starts),
            start_p99=quantiles(starts, n=100)[-1],
            cancel=median(self._cancel() for _ in range(CANCELS)),
            films_per_second=len(made) / _span(made).total_seconds(),
        )

    def _start(self) -> float:
        """Let an idle worker make a film."""
        (film,) = self._made([self._order("alone")])
        assert film.begun_at
        return _milliseconds(film.begun_at - film.added_at)

    def _timed_order(self) -> tuple[float, str]:
        begun = time.perf_counter()
        name = self._order("in a crowd")
        return (time.perf_counter() - begun) * 1000, name

    def _read(self, name: str) -> float:
        begun = time.perf_counter()
        self._find(name)
        return (time.perf_counter() - begun) * 1000

    def _cancel(self) -> float:
        """Cancel a film, and see when the next one begins."""
        long = self._order("take 60")
        while self._find(long).phase != "filming":
            time.sleep(WAIT_SECONDS)
        begun = now()
        self._queue.cancel(long)
        (film,) = self._made([self._order("next")])
        assert film.begun_at
        return _milliseconds(film.begun_at - begun)

    def _order(self, prompt: str) -> str:
        request = VideoRequest(model=POOL, prompt=prompt)
        order = Order(
            id=store.new_id(), key_id="bench", account_id="bench", pool=POOL, request=request
        )
        with self._engine.begin() as db:
            self._queue.submit(db, order)
        return order.id

    def _find(self, name: str) -> Generation:
        with reading(self._engine) as db:
            found = store.find(db, name)
        assert found
        return found

    def _made(self, names: Sequence[str]) -> list[Generation]:
        """Wait for the end of all of them, and return them."""
        while not all(self._find(name).state.final for name in names):
            time.sleep(WAIT_SECONDS)
        return [self._find(name) for name in names]


def _span(made: Sequence[Generation]) -> timedelta:
    """Return the time from the first submission to the last end."""
    ends = [film.ended_at for film in made if film.ended_at]
    return max(ends) - min(film.added_at for film in made)


def _milliseconds(time_taken: timedelta) -> float:
    return time_taken / timedelta(milliseconds=1)


@contextmanager
def _workers(engine: sa.Engine, url: str, folder: Path, count: int) -> Iterator[None]:
    """Run workers until the block ends."""
    command = [sys.executable, "-m", "kinema.generations.bench", url, str(folder)]
    running = [
        subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - this very module
        for _ in range(count)
    ]
    try:
        while not _present(engine, count):
            time.sleep(WAIT_SECONDS)
        yield
    finally:
        for worker in running:
            worker.kill()
            worker.wait()


def _present(engine: sa.Engine, count: int) -> bool:
    with reading(engine) as db:
        return len(leases(db)) >= count


def _work(url: str, folder: Path) -> int:
    return run_worker(
        Worker(
            database_url=url,
            pool=POOL,
            catalogue=CATALOGUE,
            storage=Folder(folder / "films"),
            scratch=folder / "scratch",
            settle=no_charge,
            news=lambda _: {},
            secret=b"",
            clock=now,
        )
    )


if __name__ == "__main__":
    sys.exit(_work(sys.argv[1], Path(sys.argv[2])))
