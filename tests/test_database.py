from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from kinema.database import connect, migrate, reading


def test_a_database_is_a_file_or_a_server() -> None:
    for url in ("mysql://host/name", "sqlite://", "sqlite:///:memory:"):
        with pytest.raises(ValueError, match="a database is sqlite"):
            connect(url)


def test_a_sqlite_file_is_in_wal_mode_so_that_readers_do_not_wait(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path}/kinema.sqlite")
    with reading(engine) as db:
        assert db.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert db.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


def test_one_may_read_while_another_writes(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path}/kinema.sqlite")
    migrate(engine)
    with engine.begin(), reading(engine) as db:
        assert db.exec_driver_sql("SELECT COUNT(*) FROM generations").scalar() == 0
    engine.dispose()


def test_transactions_that_read_before_they_write_take_turns(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path}/kinema.sqlite")
    with engine.begin() as db:
        db.exec_driver_sql("CREATE TABLE counter (value INTEGER)")
        db.exec_driver_sql("INSERT INTO counter VALUES (0)")

    def count(_: int) -> None:
        with engine.begin() as db:
            value = db.exec_driver_sql("SELECT value FROM counter").scalar_one()
            db.exec_driver_sql(f"UPDATE counter SET value = {value + 1}")

    _at_once(count, 20)
    with reading(engine) as db:
        assert db.exec_driver_sql("SELECT value FROM counter").scalar() == 20
    engine.dispose()


def test_processes_may_migrate_at_once(tmp_path: Path) -> None:
    def start(_: int) -> None:
        engine = connect(f"sqlite:///{tmp_path}/kinema.sqlite")
        migrate(engine)
        engine.dispose()

    _at_once(start, 4)
    engine = connect(f"sqlite:///{tmp_path}/kinema.sqlite")
    assert "generations" in sa.inspect(engine).get_table_names()
    engine.dispose()


def _at_once(work: Callable[[int], None], times: int) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(times)))
