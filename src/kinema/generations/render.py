"""The hold on the process that renders: kept warm, killed if need be, replaced when gone.

The process itself is `kinema.generations.child`.
"""

import json
import logging
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeAlias

from kinema.engines.base import Report
from kinema.video import VideoRequest

LET_GO_SECONDS = 0.5  # for an engine to end a film by itself
TOLD_EVERY_SECONDS = 5.0  # an engine that warms up reports much more often
TAIL = 20  # lines of its errors that are kept

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Warming:
    """An engine is getting ready: at its very first start it may compile for a minute."""

    engine: str
    phase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Every engine of the pool is warm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The film is whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """The engine let go of the film when it was told to; nothing is left of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The engine gave up; nothing is left of the film.

    Attributes:
        name: Class of the error.
        message: For the caller to read.
    """

    name: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Died:
    """The process is gone, and with it the film.

    Attributes:
        why: For the caller to read.
    """

    why: str


News: TypeAlias = Warming | Ready | Report | Done | Cancelled | Failed | Died


class RenderChild:
    """One rendering process at a time, for one film at a time; not for two threads at once."""

    def __init__(self, catalogue: str, pool: str) -> None:
        self._command = [sys.executable, "-m", "kinema.generations.child", catalogue, pool]
        self._life = _Life(self._command)

    def start(self, request: VideoRequest, into: Path) -> None:
        """Order a film. It waits until the process is warm; its news tell of both."""
        if self._life.over:
            self.kill()
        self._life.tell({"request": request.to_json(), "film": str(into)})

    def news(self, timeout: float) -> News | None:
        """Return the next news, or None if there is none for ``timeout`` seconds.

        After `Died` a new process is there, and warms up.
        """
        news = self._life.news(timeout)
        if isinstance(news, Died):
            self.kill()
        return news

    def cancel(self) -> None:
        """End the film, and keep the process warm if its engine lets go of it soon enough."""
        self._life.tell({"cancel": "now"})
        end = time.monotonic() + LET_GO_SECONDS
        while (left := end - time.monotonic()) > 0:
            if isinstance(self._life.news(left), Cancelled | Done | Failed):
                return
        self.kill()

    def kill(self) -> None:
        """End the film now, and the process with it; a new one begins to warm up."""
        self._life.end()
        self._life = _Life(self._command)

    def close(self) -> None:
        """End the process for good."""
        self._life.end()


class _Life:
    """From the start of one process to its end."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module, by our own Python
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # so that all that it starts can be killed with it
        )
        self._news: queue.Queue[News] = queue.Queue()
        self._tail: deque[str] = deque(maxlen=TAIL)
        self._errors = threading.Thread(target=self._keep_errors, daemon=True)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._errors.start()
        self._reader.start()

    @property
    def over(self) -> bool:
        return self._process.poll() is not None

    def tell(self, order: dict[str, str]) -> None:
        wire = _pipe(self._process.stdin)
        try:
            wire.write(json.dumps(order).encode() + b"\n")
            wire.flush()
        except BrokenPipeError:
            log.warning("engine.gone")  # the news will say why

    def news(self, timeout: float) -> News | None:
        try:
            return self._news.get(timeout=timeout)
        except queue.Empty:
            return None

    def end(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._reader.join()
        _pipe(self._process.stdin).close()

    def _read(self) -> None:
        diary = _Diary()
        with _pipe(self._process.stdout) as messages:
            for line in messages:
                news = _news(json.loads(line))
                diary.note(news)
                self._news.put(news)
        self._errors.join()
        self._news.put(Died(why=_why(self._process.wait(), self._tail)))

    def _keep_errors(self) -> None:
        with _pipe(self._process.stderr) as errors:
            for line in errors:
                text = line.decode(errors="replace").rstrip()
                self._tail.append(text)
                log.info("engine.says %s", text)


def _pipe(of: IO[bytes] | None) -> IO[bytes]:
    assert of is not None  # every pipe was asked for
    return of


class _Diary:
    """Tells the log now and then how an engine gets ready; films are told of where they end."""

    def __init__(self) -> None:
        self._due = 0.0

    def note(self, news: News) -> None:
        now = time.monotonic()
        if isinstance(news, Warming) and now >= self._due:
            self._due = now + TOLD_EVERY_SECONDS
            log.info("engine.warms engine=%s phase=%r", news.engine, news.phase)
        elif isinstance(news, Ready):
            log.info("engine.ready")


def _news(message: dict[str, Any]) -> News:
    kind = message.pop("kind")
    return KINDS[kind](**message)


KINDS: dict[str, type[News]] = {
    "warming": Warming,
    "ready": Ready,
    "report": Report,
    "done": Done,
    "cancelled": Cancelled,
    "failed": Failed,
}


def _why(status: int, tail: Iterable[str]) -> str:
    """Say why a process ended, and its last words, which most often name the cause."""
    if status == -signal.SIGKILL:
        return (
            "the engine's process was killed, most often because memory ran out: "
            "ask for a smaller or shorter film, or give the worker more memory"
        )
    ended = signal.Signals(-status).name if status < 0 else f"status {status}"
    words = next((line for line in reversed(list(tail)) if line.strip()), "nothing")
    return f"the engine's process ended with {ended}; its last words were: {words[:200]}"
