"""When a film will be ready, from how long the latest ones took."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from kinema import database
from kinema.generations import store
from kinema.generations.generation import Generation
from kinema.generations.leases import Term, leases

UNMEASURED = timedelta(seconds=30)  # until a first film of the model has been made
TRUSTED = 0.1  # below this progress, the time so far says little about the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a queued generation waits for.

    Attributes:
        queued: Films that go before it.
        running: Films on the way; half a film counts half.
        workers: How many are made at once.
    """

    queued: int
    running: float
    workers: int


def eta(db: sa.Connection, generation: Generation, *, at: datetime) -> timedelta:
    """Return the time until a generation will have ended; zero once it has."""
    if generation.state.final:
        return timedelta()
    service = store.service_time(db, generation.model) or UNMEASURED
    if generation.begun_at is not None:
        return to_film(generation.progress, elapsed=at - generation.begun_at, service=service)
    return to_wait(_line(db, generation), service=service) + service


def to_film(progress: float, *, elapsed: timedelta, service: timedelta) -> timedelta:
    """Return the rest of a film, by its own pace as soon as it has one."""
    whole = elapsed / progress if progress > TRUSTED else max(service, elapsed)
    return max(whole - elapsed, timedelta())


def to_wait(line: Line, *, service: timedelta) -> timedelta:
    """Return how long a queued generation waits for its turn."""
    rounds = (line.queued + line.running) / max(line.workers, 1)
    return service * rounds


def _line(db: sa.Connection, generation: Generation) -> Line:
    queued, running = store.ahead(db, generation)
    now = database.clock(db)
    alive = [
        lease
        for lease in leases(db)
        if lease.pool == generation.pool and now - lease.beat_at < Term().dead
    ]
    return Line(queued=queued, running=running, workers=len(alive))
