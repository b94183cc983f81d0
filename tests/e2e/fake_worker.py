"""A real worker process with fake engines: ``python fake_worker.py DATABASE_URL FOLDER POOL``."""

import logging
import sys
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from kinema.clock import now
from kinema.generations.generation import Generation
from kinema.generations.leases import Term
from kinema.generations.state import State
from kinema.generations.workflow import Worker, run_worker
from kinema.storage.folder import Folder

BEAT = timedelta(seconds=0.5)
DEAD = timedelta(seconds=3)


def charge(db: sa.Connection, generation: Generation) -> None:
    """Write down who pays; a second charge for one film would be a second row."""
    if generation.state is State.SUCCEEDED:
        db.execute(
            sa.text("INSERT INTO charge (generation_id) VALUES (:id)"), {"id": generation.id}
        )


def news(generation: Generation) -> dict[str, object]:
    return {"id": generation.id, "state": generation.state, "attempt": generation.attempt}


def main(database_url: str, folder: Path, pool: str) -> int:
    return run_worker(
        Worker(
            database_url=database_url,
            pool=pool,
            catalogue="kinema.testing:CATALOGUE",
            storage=Folder(folder / "films"),
            scratch=folder / "scratch",
            settle=charge,
            news=news,
            secret=b"a secret of sixteen bytes",
            clock=now,
            term=Term(beat=BEAT, dead=DEAD),
            patience=timedelta(seconds=30),
        )
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
