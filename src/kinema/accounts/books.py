"""What the ledger and the table of generations tell about an account: sums, pages, counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from kinema.accounts.ledger import Kind
from kinema.accounts.query import run, sql

LAST = datetime(9999, 1, 1, tzinfo=UTC)
FIRST = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of an account's statement.

    Attributes:
        name: Of the transfer; with the time it gives the line its place.
        amount: Credits, positive where they came in.
    """

    name: str
    at: datetime
    kind: Kind
    amount: int
    model: str | None
    generation_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Whose books, and between which two moments.

    Attributes:
        key_id: Of one key; None is the whole account.
    """

    account_id: str
    start: datetime
    stop: datetime
    key_id: str | None = None

    def values(self) -> dict[str, object]:
        """Return the values that every statement about a window takes."""
        return {
            "account_id": self.account_id,
            "key_id": self.key_id,
            "start": self.start.timestamp(),
            "stop": self.stop.timestamp(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """How many films of a model were asked for, and what became of them."""

    model: str
    total: int
    succeeded: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """One film that has ended."""

    id: str
    added_at: datetime
    succeeded: bool
    origin: str
    model: str
    amount: int
    client_request_id: str | None


def spent(db: sa.Connection, *, account_id: str, key_id: str | None, start: datetime) -> int:
    """Return the credits that were charged since then."""
    window = Window(account_id=account_id, key_id=key_id, start=start, stop=LAST)
    return sum(spending(db, window).values())


def spending(db: sa.Connection, window: Window) -> dict[str, int]:
    """Return the credits that were charged for each model."""
    rows = run(db, "spending", **window.values())
    return {row["model"]: int(row["amount"]) for row in rows}


def requests(db: sa.Connection, window: Window) -> list[Requests]:
    """Return how many films were asked for of each model."""
    return [
        Requests(
            model=row["model"],
            total=int(row["total"]),
            succeeded=int(row["succeeded"]),
            failed=int(row["failed"]),
        )
        for row in run(db, "requests", **window.values())
    ]


def statement(
    db: sa.Connection,
    window: Window,
    *,
    limit: int,
    incoming: bool | None = None,
    kind: Kind | None = None,
    before: tuple[datetime, str] = (LAST, ""),
) -> list[Entry]:
    """Return what came in and was charged, newest first, from behind ``before``.

    ``incoming`` None is both directions, ``kind`` None every kind.
    """
    rows = run(
        db,
        "statement",
        **window.values(),
        incoming=None if incoming is None else int(incoming),
        kind=kind.value if kind else None,
        before_at=before[0].timestamp(),
        before_name=before[1],
        limit=limit,
    )
    return [_entry(row) for row in rows]


def logs(
    db: sa.Connection,
    window: Window,
    *,
    models: Sequence[str] = (),
    succeeded: bool | None = None,
    limit: int,
    offset: int,
) -> tuple[list[Logged], int]:
    """Return films that have ended, newest first, and how many there are in all.

    No ``models`` are all models; ``succeeded`` None is every outcome.
    """
    values = {
        **window.values(),
        "succeeded": None if succeeded is None else int(succeeded),
        "models": list(models) or [""],
        "any_model": int(not models),
    }
    rows = db.execute(_several("logs"), values | {"limit": limit, "offset": offset}).mappings()
    (total,) = db.execute(_several("count_logs"), values).mappings()
    return [_logged(row) for row in rows], int(total["total"])


def _several(name: str) -> sa.TextClause:
    return sql(name).bindparams(sa.bindparam("models", expanding=True))


def _entry(row: sa.RowMapping) -> Entry:
    return Entry(
        name=row["transfer"],
        at=datetime.fromtimestamp(row["at"], UTC),
        kind=Kind(row["kind"]),
        amount=-int(row["credits"]),
        model=row["model"],
        generation_id=row["generation_id"],
    )


def _logged(row: sa.RowMapping) -> Logged:
    done = row["state"] == "succeeded"
    return Logged(
        id=row["id"],
        added_at=datetime.fromtimestamp(row["added_at"], UTC),
        succeeded=done,
        origin=row["origin"],
        model=row["model"],
        amount=int(row["price_credits"]) if done else 0,
        client_request_id=row["client_request_id"],
    )
