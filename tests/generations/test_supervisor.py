import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SUPERVISOR = """
import os, sys
from kinema.generations.supervisor import Part, supervise

parts = [
    Part(name=f"part {number}", command=[sys.executable, "-c", code], essential=not number)
    for number, code in enumerate(sys.argv[1:])
]
sys.exit(supervise(parts, env=os.environ))
"""
STAY = """
import os, pathlib, time
pathlib.Path({folder!r}, f"{name}.{{os.getpid()}}").touch()
time.sleep(60)
"""


@pytest.fixture
def supervise() -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """Starts a supervisor of programs, the first of them essential."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*programs: str) -> "subprocess.Popen[bytes]":
        started.append(subprocess.Popen([sys.executable, "-c", SUPERVISOR, *programs]))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def stay(folder: Path, name: str) -> str:
    return STAY.format(folder=str(folder), name=name)


def pids(folder: Path, name: str, count: int) -> list[int]:
    """Wait until that many have been started, and return them, the latest last."""
    for _ in range(500):
        paths = sorted(folder.glob(f"{name}.*"), key=lambda path: path.stat().st_mtime_ns)
        if len(paths) == count:
            return [int(path.suffix[1:]) for path in paths]
        time.sleep(0.02)
    pytest.fail(f"{name} was not started {count} times")


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_dead_worker_is_started_again(
    tmp_path: Path, supervise: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    supervise(stay(tmp_path, "api"), stay(tmp_path, "worker"))
    (first,) = pids(tmp_path, "worker", 1)
    pids(tmp_path, "api", 1)
    os.kill(first, signal.SIGKILL)
    assert pids(tmp_path, "worker", 2)[1] != first
    assert len(pids(tmp_path, "api", 1)) == 1


def test_all_end_with_the_supervisor(
    tmp_path: Path, supervise: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    supervisor = supervise(stay(tmp_path, "api"), stay(tmp_path, "worker"))
    parts = [*pids(tmp_path, "api", 1), *pids(tmp_path, "worker", 1)]
    supervisor.terminate()
    assert supervisor.wait(10) == 0
    assert not any(alive(pid) for pid in parts)


def test_all_end_even_if_the_supervisor_is_killed(
    tmp_path: Path, supervise: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    supervisor = supervise(stay(tmp_path, "api"), stay(tmp_path, "worker"))
    parts = [*pids(tmp_path, "api", 1), *pids(tmp_path, "worker", 1)]
    supervisor.kill()
    supervisor.wait()
    for _ in range(100):
        if not any(alive(pid) for pid in parts):
            return
        time.sleep(0.05)
    pytest.fail("a part lives on")


def test_a_service_that_cannot_start_ends_everything_with_its_status(
    tmp_path: Path, supervise: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    supervisor = supervise("import sys; sys.exit(7)", stay(tmp_path, "worker"))
    assert supervisor.wait(10) == 7


def test_a_worker_that_cannot_start_leaves_the_service_alone(
    tmp_path: Path, supervise: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    supervisor = supervise(stay(tmp_path, "api"), "import sys; sys.exit(7)")
    pids(tmp_path, "api", 1)
    time.sleep(1)
    assert supervisor.poll() is None


def test_a_second_signal_waits_for_nobody(
    tmp_path: Path, supervise: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    supervisor = supervise(deaf + stay(tmp_path, "api"))
    (api,) = pids(tmp_path, "api", 1)
    supervisor.send_signal(signal.SIGINT)
    time.sleep(0.3)
    assert supervisor.poll() is None
    supervisor.send_signal(signal.SIGINT)
    assert supervisor.wait(10) == 137
    assert not alive(api)
