"""Public doubles: an engine that fails on cue and a clock that moves when told."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from kinema.engines.base import Progress, Report
from kinema.engines.registry import Catalogue, Entry
from kinema.errors import BadRequest, EngineFailed
from kinema.media.encode import encoder
from kinema.video import VideoRequest

GREY = np.full((36, 64, 3), 128, np.uint8)
PERIOD = 0.05  # seconds between two reports


class MovingClock:
    """A `Clock` that stands still until it is moved."""

    def __init__(self, at: datetime = datetime(2030, 1, 1, tzinfo=UTC)) -> None:
        self._at = at

    def __call__(self) -> datetime:
        """Return the time to which it was moved."""
        return self._at

    def move(self, by: timedelta) -> None:
        """Let time pass."""
        self._at += by


class FakeEngine:
    """An engine that draws nothing and obeys its prompt.

    ``take 0.5``: works for that many seconds. ``refuse``: raises `BadRequest`.
    ``fail``: raises `EngineFailed` half-way; ``raise``: a foreign error. ``stall``: reports no
    more. ``die``: its process is killed; ``exit``: it ends with status 3. ``kill the worker``:
    the process that started it is killed.
    """

    def render(self, request: VideoRequest, into: Path) -> Progress:
        """Write a film of two grey frames, 64x36."""
        if "refuse" in request.prompt:
            raise BadRequest("no such film", field="prompt")
        took = re.search(r"take ([\d.]+)", request.prompt)
        steps = max(1, round(float(took[1]) / PERIOD)) if took else 1
        yield Report(phase="reading", done=0.0, about={"prompt": request.prompt})
        with encoder(into, width=64, height=36, fps=8) as film:
            film.add(GREY)
            for step in range(steps):
                if step == steps // 2:
                    _obey(request.prompt)
                time.sleep(PERIOD if took else 0)
                yield Report(phase="filming", done=(step + 1) / (steps + 1))
            film.add(GREY)
        yield Report(phase="done", done=1.0)


def _obey(prompt: str) -> None:
    for cue, act in CUES.items():
        if cue in prompt:
            act()


def _fail() -> None:
    raise EngineFailed("the fake engine was told to fail")


def _raise() -> None:
    raise ZeroDivisionError("on cue")


def _exit() -> None:
    print("memory is full of eels", file=sys.stderr, flush=True)  # noqa: T201 - last words
    os._exit(3)


CUES: Mapping[str, Callable[[], None]] = {
    "fail": _fail,
    "raise": _raise,
    "exit": _exit,
    "stall": lambda: time.sleep(3600),
    "die": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "kill the worker": lambda: os.kill(os.getppid(), signal.SIGKILL),
}


def _entry(pool: str, warm: str = "warm up") -> Entry:
    return Entry(name=pool, pool=pool, make=FakeEngine, warm=VideoRequest(model=pool, prompt=warm))


CATALOGUE = Catalogue(
    engines={"fake": _entry("fake"), "other": _entry("other", warm="take 0.15")},
    models={"fake": "fake", "other": "other", "kling-video/": "fake", "openai/": "fake"},
)
"""Two pools of fake engines: ``kinema.testing:CATALOGUE``."""
