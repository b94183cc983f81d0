"""The real command, service, worker and engine, used as a newcomer would."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from kinema.media.probe import probe
from kinema.settings import cache_folder

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
README = ROOT / "README.md"
START_SECONDS = 60.0
NODE = shutil.which("node")
API_MOST_MEGABYTES = 150

pytestmark = pytest.mark.timeout(280)


@dataclass(frozen=True, kw_only=True)
class Served:
    url: str
    key: str
    env: dict[str, str]
    log: Path
    process: subprocess.Popen[str]


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A new installation's folder, but for the compiled kernels, which the machine has."""
    folder = tmp_path_factory.mktemp("data")
    cache_folder().mkdir(parents=True, exist_ok=True)
    (folder / "cache").symlink_to(cache_folder())
    return {**os.environ, "KINEMA_DATA": str(folder)}


@pytest.fixture(scope="module")
def served(env: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    log = tmp_path_factory.mktemp("log") / "serve.log"
    command = [sys.executable, "-m", "kinema", "serve", "--port", str(port)]
    with (
        log.open("w") as errors,
        subprocess.Popen(
            command, env=env, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        assert process.stdout
        playground, first = process.stdout.readline(), process.stdout.readline()
        assert playground.split()[1].startswith(f"{url}/app/")
        _wait_ready(url, process)
        yield Served(url=url, key=first.split()[2], env=env, log=log, process=process)
        process.terminate()
        assert process.wait(60) == 0, log.read_text()


def _wait_ready(url: str, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            if httpx.get(f"{url}/readyz").is_success:
                return
        except httpx.TransportError:
            assert process.poll() is None, "the service ended"
        assert time.monotonic() < until, "the service is not ready"


def test_the_documented_programs_get_their_films(served: Served, tmp_path: Path) -> None:
    programs = {"python": [sys.executable, str(EXAMPLES / "text_to_video.py")]}
    if NODE:
        programs["node"] = [NODE, str(EXAMPLES / "text_to_video.mjs")]
    running = {}
    for name, command in programs.items():
        folder = tmp_path / name
        folder.mkdir()
        running[folder] = subprocess.Popen([*command, served.key, f"{served.url}/v2"], cwd=folder)
    for folder, program in running.items():
        assert program.wait() == 0, served.log.read_text()
        film = probe(folder / "film.mp4")
        assert (film.width, film.height, film.frames, film.seconds) == (1280, 720, 120, 5.0)


def test_the_commands_of_the_readme_run(served: Served, tmp_path: Path) -> None:
    create, poll, commands = re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    made = json.loads(_shell(create, served, tmp_path))
    assert made["status"] == "queued"
    polled = json.loads(_shell(poll, served, tmp_path, ID=made["id"]))
    assert polled["id"] == made["id"]
    where = f"{served.url}/v2/video/generations?generation_id={made['id']}"
    httpx.delete(where, headers={"authorization": f"Bearer {served.key}"}).raise_for_status()
    _shell(commands, served, tmp_path)
    assert probe(tmp_path / "penguins.mp4").seconds == 5.0


def _shell(block: str, served: Served, folder: Path, **variables: str) -> str:
    """Run a block as its reader would, with `kinema` and the key at hand."""
    path = f"{Path(sys.executable).parent}:{served.env['PATH']}"
    env = {**served.env, "PATH": path, "KINEMA_API_KEY": served.key, **variables}
    script = "set -e\n" + block.replace("http://127.0.0.1:8000", served.url)
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_api_process_stays_small_and_loads_no_engine(served: Served) -> None:
    (api,) = [pid for pid in _children(served.process.pid) if "uvicorn" in _command(pid)]
    status = Path(f"/proc/{api}/status").read_text()
    (megabytes,) = [int(line.split()[1]) / 1024 for line in status.splitlines() if "VmHWM" in line]
    assert megabytes < API_MOST_MEGABYTES
    mapped = Path(f"/proc/{api}/maps").read_text()
    assert [name for name in ("numba", "llvmlite", "torch", "numpy") if name in mapped] == []


def test_the_demo_leaves_a_film_and_says_so(env: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, str(EXAMPLES / "demo.py"), "a red fox in the snow"]
    said = subprocess.run(
        command, cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    film = probe(tmp_path / "demo.mp4")
    assert (film.width, film.height, film.seconds) == (1280, 720, 5.0)
    assert "1280x720, 5 s, h264" in said.stdout
    assert str(tmp_path / "demo.mp4") in said.stdout


def _children(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return [int(pid) for pid in listed.split()]


def _command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text()
