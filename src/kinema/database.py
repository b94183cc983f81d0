"""The one database: a SQLite file, or PostgreSQL for many machines.

Write in ``with engine.begin() as db``; read one statement at a time in
``with reading(engine) as db``. On SQLite a transaction takes the write lock
at its start, so that what it read still holds when it writes.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

AWAY = (sa.exc.OperationalError, sa.exc.InterfaceError)
"""What is raised while the database restarts, cannot be reached or stays locked."""

BUSY_SECONDS = 30.0  # how long a writer waits for another one on SQLite
MIGRATION_LOCK = 0x6B696E656D61  # "kinema"; any number that no other program locks


def connect(url: str) -> sa.Engine:
    """Return the engine for ``sqlite:///path`` or ``postgresql://user@host/name``.

    Nothing is opened before the first use.

    Raises:
        ValueError: The URL names another kind of database, or no file.
    """
    address = sa.make_url(url)
    match address.get_backend_name():
        case "sqlite" if address.database not in (None, "", ":memory:"):
            return _sqlite(address)
        case "postgresql" | "postgres":
            return _postgresql(address)
        case _:
            raise ValueError(
                f"a database is sqlite:///path/to/file or postgresql://host/name, not {url!r}"
            )


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Lend a connection on which each statement stands alone and takes no write lock."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        yield db


def migrate(engine: sa.Engine) -> None:
    """Bring every table of Kinema's to the newest form; several processes may try at once."""
    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", "kinema:migrations")
    with engine.begin() as db:
        if engine.dialect.name == "postgresql":
            db.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
        config.attributes["connection"] = db
        command.upgrade(config, "head")


def clock(db: sa.Connection) -> datetime:
    """Return the database's own time, which machines agree on even where their clocks don't."""
    seconds: float = db.execute(sa.select(_CLOCKS[db.dialect.name])).scalar_one()
    return datetime.fromtimestamp(seconds, UTC)


_CLOCKS: dict[str, sa.ColumnElement[float]] = {
    "sqlite": (sa.func.julianday("now") - 2440587.5) * 86400.0,  # 1970 began at that Julian day
    "postgresql": sa.cast(sa.func.extract("epoch", sa.func.clock_timestamp()), sa.Double),
}


def _sqlite(address: sa.URL) -> sa.Engine:
    engine = sa.create_engine(
        address, connect_args={"timeout": BUSY_SECONDS}, pool_size=10, max_overflow=30
    )
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _postgresql(address: sa.URL) -> sa.Engine:
    return sa.create_engine(
        address.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=30,
    )


def _prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin(db: sa.Connection) -> None:
    if db.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        db.exec_driver_sql("BEGIN IMMEDIATE")
