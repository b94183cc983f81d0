"""What a poll shows of a generation: read by the thousand, so without what it does not show."""

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

import sqlalchemy as sa

from kinema.generations.generation import Generation
from kinema.generations.state import State
from kinema.generations.store import sql


class Glance(NamedTuple):
    """Some columns of a generation, as they are stored; a tuple, since it is made in bulk."""

    id: str
    key_id: str
    state: State
    phase: str
    progress: float
    film: str | None
    poster: str | None
    size_bytes: int | None
    error_name: str | None
    error_message: str | None
    price_credits: int
    added_at: float
    begun_at: float | None


def glances(db: sa.Connection, ids: Collection[str]) -> dict[str, Glance]:
    """Return those generations that are there, by id, whoever asked for them."""
    rows = db.execute(_statement(), {"ids": list(ids)}).all()
    return {row[0]: Glance(row[0], row[1], State(row[2]), *row[3:]) for row in rows}


@cache
def _statement() -> sa.TextClause:
    return sa.text(sql("glance")).bindparams(sa.bindparam("ids", expanding=True))


def glance_of(generation: Generation) -> Glance:
    """Return what a poll would show of a generation that was read whole."""
    return Glance(
        id=generation.id,
        key_id=generation.key_id,
        state=generation.state,
        phase=generation.phase,
        progress=generation.progress,
        film=generation.film,
        poster=generation.poster,
        size_bytes=generation.size_bytes,
        error_name=generation.error_name,
        error_message=generation.error_message,
        price_credits=generation.price_credits,
        added_at=generation.added_at.timestamp(),
        begun_at=generation.begun_at.timestamp() if generation.begun_at else None,
    )
