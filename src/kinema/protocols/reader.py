"""Quick reads for those who poll.

On SQLite a read by primary key takes less time than handing it to a thread and waiting for its
turn, the more so where workers keep every core busy. It runs on the event loop itself, on a
connection kept for it. On PostgreSQL it waits for the network, so a thread does.
"""

from collections.abc import Callable
from typing import TypeVar

import anyio.to_thread
import sqlalchemy as sa

from kinema.database import reading

T = TypeVar("T")


class Reader:
    """Answers short questions to the database. It belongs to one event loop."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._here = engine.dialect.name == "sqlite"
        self._kept: sa.Connection | None = None

    async def ask(self, question: Callable[[sa.Connection], T]) -> T:
        """Return the answer to a question of one statement or a few."""
        if self._here:
            return question(self._own())
        return await anyio.to_thread.run_sync(self._elsewhere, question)

    def close(self) -> None:
        """Give the connection back."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    def _own(self) -> sa.Connection:
        if self._kept is None:
            self._kept = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        return self._kept

    def _elsewhere(self, question: Callable[[sa.Connection], T]) -> T:
        with reading(self._engine) as db:
            return question(db)
