"""The main job, for real: start the service, ask it for a film, keep the film, stop the service.

    python examples/demo.py [PROMPT]      # what `make demo` runs

Everything goes over HTTP, the documented way; the service runs with its embedded defaults.
"""

import json
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from kinema.media.probe import probe

MODEL = "kling-video/v1/standard/text-to-video"
PROMPT = "A cheerful white raccoon running through a sequoia forest"
FILM = Path("demo.mp4")
START_SECONDS = 60
KINEMA = [sys.executable, "-m", "kinema"]
console = Console(highlight=False, soft_wrap=True)


def main(prompt: str) -> None:
    """Return once the film is on disk and can be read."""
    began = time.monotonic()
    with service() as url, key() as api_key:
        console.print(f"service   {url}")
        console.print(f"prompt    {prompt}")
        answer = wait(url, api_key, create(url, api_key, prompt))
        if answer["status"] != "completed":
            raise SystemExit(f"{answer['error']['name']}: {answer['error']['message']}")
        download(answer["video"]["url"], FILM)
    film = probe(FILM)
    console.print(
        f"film      {FILM.resolve()}\n"
        f"          {film.width}x{film.height}, {film.seconds:g} s, {film.codec}, "
        f"{FILM.stat().st_size / 1e6:.1f} MB; made in {time.monotonic() - began:.0f} s"
    )


@contextmanager
def service() -> Iterator[str]:
    """Run `kinema serve` on a free port, quietly, and give its URL once it is ready."""
    with socket.socket() as probe_socket:
        probe_socket.bind(("127.0.0.1", 0))
        port = probe_socket.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    command = [*KINEMA, "serve", "--port", str(port)]
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log) as process,
    ):
        try:
            wait_ready(process, url)
            yield url
        except BaseException:
            log.seek(0)
            sys.stderr.write(log.read().decode(errors="replace"))
            raise
        finally:
            process.terminate()


def wait_ready(process: subprocess.Popen[bytes], url: str) -> None:
    """Return once the service answers; exit if it ends first or takes too long."""
    for _ in range(START_SECONDS * 10):
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            if process.poll() is not None:
                sys.exit(f"the service ended with status {process.returncode}")
            time.sleep(0.1)
    sys.exit(f"the service did not answer within {START_SECONDS} s")


@contextmanager
def key() -> Iterator[str]:
    """Make an API key for this run, and revoke it afterwards."""
    create_key = [*KINEMA, "keys", "create", "--name", "demo", "--json"]
    made = json.loads(subprocess.check_output(create_key))
    try:
        yield made["key"]
    finally:
        subprocess.check_call(
            [*KINEMA, "keys", "revoke", made["prefix"]], stdout=subprocess.DEVNULL
        )


def call(url: str, api_key: str, body: dict[str, object] | None = None) -> dict:
    """Send one request and return the JSON of the answer."""
    request = urllib.request.Request(url, method="POST" if body else "GET")
    request.add_header("Authorization", f"Bearer {api_key}")
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, json.dumps(body).encode() if body else None) as answer:
        return json.load(answer)


def create(url: str, api_key: str, prompt: str) -> str:
    """Ask for the film and return its id."""
    body = {"model": MODEL, "prompt": prompt, "aspect_ratio": "16:9", "duration": "5"}
    return call(f"{url}/v2/video/generations", api_key, body)["id"]


def wait(url: str, api_key: str, generation_id: str) -> dict:
    """Poll until the film is final, with a bar that follows the server's events."""
    query = urllib.parse.urlencode({"generation_id": generation_id})
    columns = (TextColumn("{task.description:<28}"), BarColumn(40), TimeElapsedColumn())
    with Progress(*columns, console=console) as bars:
        bar = bars.add_task("queued", total=1.0)
        events = f"{url}/v2/video/generations/events?{query}"
        threading.Thread(target=follow, args=(events, api_key, bars, bar), daemon=True).start()
        said = ""
        while True:
            answer = call(f"{url}/v2/video/generations?{query}", api_key)
            if answer["status"] != said and not console.is_terminal:
                console.print(f"status    {answer['status']}")
            said = answer["status"]
            if said not in ("queued", "generating"):
                return answer
            time.sleep(1)


def follow(url: str, api_key: str, bars: Progress, bar: TaskID) -> None:
    """Move the bar with each server-sent event, until the stream ends."""
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {api_key}"})
    phase = ""
    with urllib.request.urlopen(request) as stream:
        for line in stream:
            if not line.startswith(b"data:"):
                continue
            event = json.loads(line[5:])
            now = event.get("phase") or event["status"]
            if now.partition(":")[0] != phase and not console.is_terminal:
                console.print(f"          {now}")
            phase = now.partition(":")[0]
            bars.update(bar, description=now, completed=event.get("progress", 0))


def download(url: str, into: Path) -> None:
    """Fetch the film without a key: its URL is signed."""
    part = into.with_suffix(".part")
    urllib.request.urlretrieve(url, part)
    part.replace(into)


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]) or PROMPT)
