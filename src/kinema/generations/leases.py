"""Who is alive: each worker beats, by the database's clock. The caller owns the transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from kinema.generations.store import sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How often a worker beats, and for how long one that does not is believed alive."""

    beat: timedelta = timedelta(seconds=5)
    dead: timedelta = timedelta(seconds=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """The last sign of life of an executor."""

    executor: str
    pool: str
    beat_at: datetime


def beat(db: sa.Connection, executor: str, pool: str, *, at: datetime) -> None:
    """Say that this executor is alive."""
    _run(db, "beat", executor=executor, pool=pool, now=at.timestamp())


def leases(db: sa.Connection) -> list[Lease]:
    """Return the last sign of life of each executor that did not leave in order."""
    return [
        Lease(
            executor=row["executor"],
            pool=row["pool"],
            beat_at=datetime.fromtimestamp(row["beat_at"], UTC),
        )
        for row in _run(db, "leases")
    ]


def depart(db: sa.Connection, executor: str) -> None:
    """Say that this executor does no more work."""
    _run(db, "depart", executor=executor)


def forget(db: sa.Connection, *, before: datetime) -> None:
    """Delete the leases of those long dead."""
    _run(db, "forget_leases", before=before.timestamp())


def _run(db: sa.Connection, name: str, **values: object) -> Sequence[sa.RowMapping]:
    result = db.execute(sa.text(sql(name)), values)
    return result.mappings().all() if result.returns_rows else []
