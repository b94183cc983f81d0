"""What a poll shows of a generation: read by the thousand, so without what it does not show."""

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

import sqlalchemy as sa

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
    request: str
    added_at: float
    begun_at: float | None


def glances(db: sa.Connection, ids: Collection[str]) -> dict[str, Glance]:
    """Return those generations that are there, by id, whoever asked for them."""
    rows = db.execute(_statement(), {"ids": list(ids)}).all()
    return {row[0]: Glance(row[0], row[1], State(row[2]), *row[3:]) for row in rows}


@cache
def _statement() -> sa.TextClause:
    return sa.text(sql("glance")).bindparams(sa.bindparam("ids", expanding=True))
