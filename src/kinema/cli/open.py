"""The database that a command works on, brought up to date first."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from kinema.database import connect, migrate
from kinema.settings import Settings, load


@contextmanager
def opened() -> Iterator[tuple[sa.Connection, Settings]]:
    """Lend a transaction and the settings; it is kept if the block ends well."""
    settings = load()
    settings.data.mkdir(parents=True, exist_ok=True)
    engine = connect(settings.database_url)
    try:
        migrate(engine)
        with engine.begin() as db:
            yield db, settings
    finally:
        engine.dispose()
