"""A real service for tests, on a free port of this machine, and what its workers would do."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import sqlalchemy as sa
import uvicorn
from fastapi import FastAPI

from kinema.accounts import keys, ledger
from kinema.accounts.keys import Terms
from kinema.app import create_app, settle
from kinema.clock import now
from kinema.generations import store
from kinema.generations.generation import Generation
from kinema.protocols.service import Service
from kinema.settings import Settings, load

SECRET = "a secret for tests only"  # noqa: S105 - which is what it says
FILM = bytes(range(256)) * 4


@dataclass(frozen=True, slots=True)
class House:
    """A service on a database of its own; nobody makes its films but the test."""

    app: FastAPI
    settings: Settings
    url: str

    @property
    def service(self) -> Service:
        """What the protocols work on."""
        found = self.app.state.service
        assert isinstance(found, Service)
        return found

    def key(self, terms: Terms | None = None) -> str:
        """Make an API key."""
        with self.service.engine.begin() as db:
            return keys.create(db, terms or Terms(), secret=SECRET, at=now())[1]

    def grant(self, amount: int) -> None:
        """Give the one account credits."""
        self.key()  # which opens it
        with self.service.engine.begin() as db:
            ledger.grant(db, amount, at=now())

    def client(self, key: str | None = None) -> httpx.Client:
        """Return a client that shows a key, by default a new one."""
        headers = {"authorization": f"Bearer {key or self.key()}"}
        return httpx.Client(base_url=self.url, headers=headers, timeout=20.0)

    def visitor(self) -> httpx.Client:
        """Return a client without a key."""
        return httpx.Client(base_url=self.url, timeout=20.0)

    def begin(self, generation_id: str, *, done: float = 0.5) -> store.Attempt:
        """Do what a worker does that is half-way."""
        with self.service.engine.begin() as db:
            begun = store.begin(db, generation_id, worker="w", at=now())
            assert begun
            attempt = store.Attempt(generation_id=generation_id, number=begun.attempt)
            assert store.report(db, attempt, phase="filming", done=done)
            return attempt

    def finish(self, generation_id: str, film: bytes = FILM) -> None:
        """Do what a worker does that has made the film."""
        draft, name = self.settings.data / "draft", f"{generation_id}.mp4"
        draft.write_bytes(film)
        self.service.storage.put(name, draft)
        attempt = self.begin(generation_id)
        result = store.Result(film=name, poster=None, size_bytes=len(film))
        with self.service.engine.begin() as db:
            ended = store.finish(db, attempt, result, at=now())
            assert ended
            settle(db, ended)

    def fail(self, generation_id: str) -> None:
        """Do what a worker does whose engine gave up."""
        attempt = self.begin(generation_id)
        with self.service.engine.begin() as db:
            error = {"name": "EngineFailed", "message": "There was no light."}
            ended = store.fail(db, attempt, **error, at=now())
            assert ended
            settle(db, ended)

    def generation(self, generation_id: str) -> Generation:
        """Return what the database holds of a generation."""
        found = self.service.read(lambda db: store.find(db, generation_id))
        assert found
        return found

    def rows(self, table: str) -> int:
        """Count the rows of a table."""
        count = sa.select(sa.func.count()).select_from(sa.table(table))
        return int(self.service.read(lambda db: db.execute(count).scalar_one()))


@contextmanager
def opened(folder: Path, **flags: str) -> Iterator[House]:
    """Lend a house whose settings are these and else the defaults."""
    settings = load({"data": str(folder), "secret": SECRET} | flags, {})
    app = create_app(settings)
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, args=([door],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield House(app, settings, f"http://127.0.0.1:{door.getsockname()[1]}")
        finally:
            server.should_exit = True
            thread.join()
