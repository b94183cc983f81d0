"""The long step: a queued generation becomes a film in Storage.

Rule 1: the attempt is counted here, at the start of the long step. A counter
in an earlier step would not be raised when a dead worker's work is taken over.

Rule 2: the table is asked again and again whether this attempt still holds
the generation. It is what cancels a film, and what stops a worker that was
thought dead.

Rule 3: a database that is away for a while stops no film.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import sqlalchemy as sa

from kinema.clock import Clock
from kinema.database import AWAY, reading
from kinema.engines.base import Report
from kinema.generations import store
from kinema.generations.generation import Generation
from kinema.generations.render import Died, Done, Failed, News, RenderChild, Warming
from kinema.generations.state import State
from kinema.storage.base import Storage

T = TypeVar("T")

STARTS = 3  # of one generation, before it is believed to be what kills its engine
TICK_SECONDS = 0.25  # between two looks at the table
OUTAGE_SECONDS = 1.0  # between two tries while the database is away

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The film is in Storage."""

    attempt: store.Attempt
    result: store.Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmade:
    """There will be no film.

    Attributes:
        name: What kind of error.
        message: For the caller to read and act on.
    """

    attempt: store.Attempt
    name: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a worker makes films with.

    Attributes:
        worker: Its executor id.
        scratch: Folder for films that are not whole yet.
        patience: How long an engine may give no sign.
    """

    database: sa.Engine
    child: RenderChild
    storage: Storage
    clock: Clock
    worker: str
    scratch: Path
    patience: timedelta


def make(bench: Bench, generation_id: str) -> Made | Unmade | None:
    """Make a film; begin again if its process dies. None if it was cancelled or taken over."""
    while True:
        begun = outlasting(lambda: _begin(bench, generation_id))
        if begun is None:
            return None
        attempt = store.Attempt(generation_id=begun.id, number=begun.attempt)
        log.info("generation.begun id=%s attempt=%d", begun.id, begun.attempt)
        end = _film(bench, begun, attempt)
        if not isinstance(end, Died):
            return end
        log.warning("engine.died id=%s why=%r", begun.id, end.why)
        if begun.attempt >= STARTS:
            message = f"{end.why} (it was begun {begun.attempt} times)"
            return Unmade(attempt=attempt, name="EngineFailed", message=message)


def outlasting(work: Callable[[], T]) -> T:
    """Return what the work returns, trying again for as long as the database is away."""
    while True:
        try:
            return work()
        except AWAY as error:
            log.warning("database.away %s", type(error).__name__)
            time.sleep(OUTAGE_SECONDS)


def _begin(bench: Bench, generation_id: str) -> Generation | None:
    with bench.database.begin() as db:
        return store.begin(db, generation_id, worker=bench.worker, at=bench.clock())


def _film(
    bench: Bench, generation: Generation, attempt: store.Attempt
) -> Made | Unmade | Died | None:
    with TemporaryDirectory(dir=bench.scratch) as folder:
        film = Path(folder, "film.mp4")
        bench.child.start(generation.request, film)
        end = _Watch(bench, attempt).to_the_end()
        match end:
            case Done():
                return _keep(bench, attempt, film)
            case Failed():
                return Unmade(attempt=attempt, name=end.name, message=end.message)
            case Died() | None:
                return end


def _keep(bench: Bench, attempt: store.Attempt, film: Path) -> Made | Unmade:
    name = f"{attempt.generation_id}.mp4"  # from the id: a second attempt leaves no second film
    size = film.stat().st_size
    still = film.with_suffix(".webp")
    poster = f"{attempt.generation_id}.webp" if still.exists() else None
    try:
        if poster:
            bench.storage.put(poster, still)
        bench.storage.put(name, film)
    except OSError as error:
        message = f"the film was made but could not be kept: {error.strerror}"
        return Unmade(attempt=attempt, name="StorageFailed", message=message)
    result = store.Result(film=name, poster=poster, size_bytes=size)
    return Made(attempt=attempt, result=result)


class _Watch:
    """Follows one attempt from its order to its end, and tells the table."""

    def __init__(self, bench: Bench, attempt: store.Attempt) -> None:
        self._bench = bench
        self._attempt = attempt
        self._untold: Report | None = None
        self._heard = self._looked = time.monotonic()

    def to_the_end(self) -> Done | Failed | Died | None:
        """Return how it ended; None if the attempt no longer holds the generation."""
        while True:
            news = self._bench.child.news(TICK_SECONDS)
            self._hear(news)
            if isinstance(news, Done | Failed | Died):
                return news if outlasting(self._held) else None
            if self._stalled:
                self._bench.child.kill()
                return Failed(name="EngineStalled", message=self._stall)
            if self._due and not self._believed_held():
                self._bench.child.cancel()
                return None

    def _hear(self, news: News | None) -> None:
        if news is not None:
            self._heard = time.monotonic()
        if isinstance(news, Report):
            about = news.about or (self._untold.about if self._untold else None)
            self._untold = replace(news, about=about)
        elif isinstance(news, Warming):
            self._untold = Report(phase=news.phase, done=0.0)

    @property
    def _stalled(self) -> bool:
        return time.monotonic() - self._heard > self._bench.patience.total_seconds()

    @property
    def _stall(self) -> str:
        minutes = self._bench.patience.total_seconds() / 60
        return f"the engine gave no sign for {minutes:g} minutes and was stopped; try again"

    @property
    def _due(self) -> bool:
        return time.monotonic() - self._looked >= TICK_SECONDS

    def _believed_held(self) -> bool:
        self._looked = time.monotonic()
        try:
            return self._held()
        except AWAY as error:
            log.warning("database.away %s", type(error).__name__)
            return True

    def _held(self) -> bool:
        return self._told() if self._untold else self._found()

    def _told(self) -> bool:
        assert self._untold
        news = self._untold
        with self._bench.database.begin() as db:
            held = store.report(
                db, self._attempt, phase=news.phase, done=news.done, about=news.about
            )
        self._untold = None
        return held

    def _found(self) -> bool:
        with reading(self._bench.database) as db:
            found = store.find(db, self._attempt.generation_id)
        return (
            found is not None
            and found.state is State.RUNNING
            and found.attempt == self._attempt.number
        )
