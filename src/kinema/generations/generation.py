"""One request for a film and what became of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa

from kinema.generations.state import State
from kinema.video import VideoRequest


class Origin(StrEnum):
    """Which door a request came through. The values are stored."""

    API = "api"
    PLAYGROUND = "playground"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A generation about to be queued: all that its submitter decides.

    Attributes:
        id: 21 characters, as `new_id` makes them.
        pool: Name of the queue; its workers have the model loaded.
        tier: From 0 to 20; a lower one always goes first.
        idempotency_key: With the key, names the order; a second one is not queued.
        body_hash: Tells a repeated order from another one under the same idempotency key.
        price_credits: What it will cost if it succeeds.
        webhook: Where the final news is sent.
    """

    id: str
    key_id: str
    account_id: str
    pool: str
    request: VideoRequest
    price_credits: int = 0
    origin: Origin = Origin.API
    tier: int = 1
    client_request_id: str | None = None
    idempotency_key: str | None = None
    body_hash: str | None = None
    webhook: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One row of the table that is the truth about a film.

    Attributes:
        progress: From 0 to 1; back to 0 when it is begun again.
        attempt: How often it was begun; the fencing token.
        worker: Executor that began the last attempt.
        about: What the engine made of the prompt, as JSON values.
        film: Name in Storage, once succeeded.
        poster: Name in Storage; None where the engine's film gave none.
        error_name: Once failed, what kind of error; `error_message` is for its reader to act on.
        begun_at: Start of the last attempt.
    """

    id: str
    key_id: str
    account_id: str
    model: str
    pool: str
    request: VideoRequest
    origin: Origin
    client_request_id: str | None
    idempotency_key: str | None
    body_hash: str | None
    webhook: str | None
    price_credits: int
    start_tag: int
    priority: int
    state: State
    phase: str
    progress: float
    attempt: int
    worker: str | None
    about: Mapping[str, object] | None
    film: str | None
    poster: str | None
    size_bytes: int | None
    error_name: str | None
    error_message: str | None
    added_at: datetime
    begun_at: datetime | None
    ended_at: datetime | None

    @property
    def service_time(self) -> timedelta | None:
        """How long the last attempt took; None while it has not ended, or never began."""
        return self.ended_at - self.begun_at if self.ended_at and self.begun_at else None


def from_row(row: sa.RowMapping) -> Generation:
    """Read a row that holds every column."""
    values = {
        **row,
        "request": VideoRequest.from_json(row["request"]),
        "origin": Origin(row["origin"]),
        "state": State(row["state"]),
        "about": json.loads(row["about"]) if row["about"] is not None else None,
        "added_at": datetime.fromtimestamp(row["added_at"], UTC),
        "begun_at": _moment(row["begun_at"]),
        "ended_at": _moment(row["ended_at"]),
    }
    return Generation(**values)


def _moment(seconds: float | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds is not None else None
