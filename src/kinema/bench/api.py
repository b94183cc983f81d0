"""``kinema bench api``: polls and creates a second, beside a bare FastAPI server's answers."""

import json
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import sqlalchemy as sa

from kinema.accounts import keys
from kinema.accounts.keys import Terms
from kinema.bench.load import Figure, measure
from kinema.clock import now
from kinema.database import connect
from kinema.engines.registry import CATALOGUE
from kinema.generations import store
from kinema.generations.generation import Order
from kinema.generations.workflow import setup
from kinema.settings import environment, load
from kinema.video import VideoRequest

MODEL = "kling-video/v1/standard/text-to-video"
STOCK = 100_000  # generations that are in the database already
PATH = "/v2/video/generations"
ROUNDS = 4
PATIENCE_SECONDS = 30.0  # for a server to start


def run(*, seconds: float = 5.0, stock: int = STOCK) -> list[Figure]:
    """Measure on a database of its own, which is thrown away."""
    with TemporaryDirectory(prefix="kinema-bench-") as folder:
        settings = load({"data": folder, "limit": "1000000000", "limit_per_key": "1000000000"}, {})
        settings.data.mkdir(exist_ok=True)
        engine = connect(settings.database_url)
        setup(engine, CATALOGUE.pools)
        with engine.begin() as db:
            _, key = keys.create(db, Terms(), secret=settings.secret, at=now())
        ids = stocked(engine, key[:8], stock)
        engine.dispose()
        bare = served("kinema.bench.bare:service", {}, Path(folder))
        ours = served("kinema.app:service", environment(settings), Path(folder))
        with bare as bare_port, ours as port:
            poll, create = _poll(key, ids), _create(key)
            trials = [
                Trial("bare FastAPI", bare_port, _get("/")),
                Trial("poll", port, poll),
                Trial("poll at 750/s", port, poll, pace=750),
                Trial("create", port, create),
                Trial("create at 100/s", port, create, pace=100),
            ]
            return best_of(trials, seconds=seconds)


@dataclass(frozen=True, slots=True)
class Trial:
    """Something to measure."""

    name: str
    port: int
    request: Callable[[int], bytes]
    pace: float | None = None


def best_of(trials: Sequence[Trial], *, seconds: float) -> list[Figure]:
    """Measure in rounds, so that a busy moment of the machine does not fall on one trial alone."""
    rounds = [
        [
            measure(
                trial.name,
                port=trial.port,
                request=trial.request,
                seconds=seconds / ROUNDS,
                pace=trial.pace,
            )
            for trial in trials
        ]
        for _ in range(ROUNDS)
    ]
    return [min(figures, key=_worth) for figures in zip(*rounds, strict=True)]


def _worth(figure: Figure) -> tuple[int, float]:
    """Return what is smaller for a better round: fewer failures, then a shorter tail."""
    return figure.failed, figure.p99


def stocked(engine: sa.Engine, key_id: str, number: int) -> list[str]:
    """Put finished generations into a database, and return their ids."""
    request = VideoRequest(model=MODEL, prompt="a red fox")
    order = Order(
        id=store.new_id(), key_id=key_id, account_id="default", pool="scene", request=request
    )
    ids = [store.new_id() for _ in range(number)]
    with engine.begin() as db:
        store.add(db, order, at=now())
        columns = [column["name"] for column in sa.inspect(db).get_columns("generations")]
        table = sa.table("generations", *(sa.column(name) for name in columns))
        row = dict(db.execute(sa.select(table)).mappings().one())
        row |= {"state": "succeeded", "film": "a.mp4", "size_bytes": 1, "ended_at": 1.0}
        row |= {"begun_at": 0.0, "progress": 1.0}
        for start in range(0, number, 1000):
            db.execute(table.insert(), [row | {"id": id_} for id_ in ids[start : start + 1000]])
    return ids


@contextmanager
def served(app: str, env: Mapping[str, str], folder: Path) -> Iterator[int]:
    """Run an app in a process of its own, and lend its port."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = int(door.getsockname()[1])
    command = [sys.executable, "-m", "uvicorn", "--factory", app, "--port", str(port)]
    quiet = ["--log-level", "warning", "--no-access-log", "--no-server-header"]
    process = subprocess.Popen([*command, *quiet], env=dict(env), cwd=folder)  # noqa: S603
    try:
        _await(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _await(port: int) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            httpx.get(f"http://127.0.0.1:{port}/")
        except httpx.TransportError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


def _get(path: str) -> Callable[[int], bytes]:
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    return lambda _number: request


def _poll(key: str, ids: list[str]) -> Callable[[int], bytes]:
    shuffled = random.Random(0).sample(ids, len(ids))  # noqa: S311 - the same polls every time
    head = f"GET {PATH}?generation_id="
    tail = f" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n\r\n"
    requests = [f"{head}{id_}{tail}".encode() for id_ in shuffled]
    return lambda number: requests[number % len(requests)]


def _create(key: str) -> Callable[[int], bytes]:
    body = json.dumps({"model": MODEL, "prompt": "a red fox", "duration": "5"})
    request = (
        f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    ).encode()
    return lambda _number: request
