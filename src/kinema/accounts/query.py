"""Runs the statements in ``sql/``, on a connection whose transaction the caller owns."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import sqlalchemy as sa


@cache
def sql(name: str) -> sa.TextClause:
    """Return the statement in ``sql/{name}.sql``."""
    return sa.text(files("kinema.accounts").joinpath("sql", f"{name}.sql").read_text("utf-8"))


def run(db: sa.Connection, name: str, /, **values: object) -> Sequence[sa.RowMapping]:
    """Run a statement and return its rows; none if it has none to give."""
    result = db.execute(sql(name), values)
    return result.mappings().all() if result.returns_rows else []
