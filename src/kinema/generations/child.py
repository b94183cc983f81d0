"""The process that makes the films of one pool, one after the other: ``python -m`` this.

It speaks JSON, a line a message. In: ``{"request", "film"}``, or ``{"cancel"}``,
which ends the film that is being made. Out: any number of
``{"kind": "warming", "engine", "phase"}`` and one ``{"kind": "ready"}``; then, for
each film, any number of ``{"kind": "report", "phase", "done", "about"}`` and one
``{"kind": "done"}``, ``{"kind": "cancelled"}`` or
``{"kind": "failed", "name", "message"}``. Beside a film it leaves a poster, of the
same name but for ``.webp``.

Rule 1: it dies with its parent. The end of its input is the end of it, and of
all that it started.

Rule 2: nothing but messages goes out on standard output, whatever a library
prints.

Rule 3: when memory runs out, it goes before the service does. Limit it, like
the worker, by a cgroup (systemd's ``MemoryMax``, Docker's ``--memory``).
"""

import json
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import asdict
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO, TypeAlias

from kinema.engines.base import Engine
from kinema.engines.registry import Catalogue, Entry, catalogue
from kinema.errors import KinemaError
from kinema.video import VideoRequest

Message: TypeAlias = Mapping[str, object]
Tell: TypeAlias = Callable[[Message], None]

NICENESS = 5  # an API on the same machine answers first
OOM_SCORE = "500"  # of 1000; the kernel kills the highest first


def main(path: str, pool: str) -> None:
    """Serve a pool of the catalogue at ``path`` until the input ends."""
    tell = _voice()
    _stand_back()
    child = Child(catalogue(path), tell)
    threading.Thread(target=_listen, args=(sys.stdin, child), daemon=True).start()
    child.serve(pool)


class Child:
    """Carries out orders with the engines of a catalogue, each made once."""

    def __init__(self, engines: Catalogue, tell: Tell) -> None:
        self._engines = engines
        self._tell = tell
        self._made: dict[str, Engine] = {}
        self._orders: queue.Queue[dict[str, str]] = queue.Queue()
        self._cancelled = threading.Event()

    def hear(self, message: dict[str, str]) -> None:
        """Take an order, or the end of one, from another thread."""
        if "cancel" in message:
            self._cancelled.set()
        else:
            self._orders.put(message)

    def serve(self, pool: str) -> None:
        """Warm the pool's engines, then carry out one order after the other, for ever."""
        for entry in self._engines.engines.values():
            if entry.pool == pool:
                self._attempt(partial(self._warm, entry))
        self._tell({"kind": "ready"})
        while True:
            self._tell(self._attempt(partial(self._film, self._orders.get())))

    def _warm(self, entry: Entry) -> Message:
        with TemporaryDirectory() as folder:
            film = Path(folder, "warm.mp4")
            for report in self._engine(entry).render(entry.warm, film):
                self._tell({"kind": "warming", "engine": entry.name, "phase": report.phase})
        return {"kind": "done"}

    def _film(self, order: dict[str, str]) -> Message:
        self._cancelled.clear()
        request = VideoRequest.from_json(order["request"])
        engine = self._engine(self._engines.entry(request.model))
        film = Path(order["film"])
        with closing(engine.render(request, film)) as progress:
            for report in progress:
                if self._cancelled.is_set():
                    return {"kind": "cancelled"}
                self._tell({"kind": "report", **asdict(report)})
        _poster(film)
        return {"kind": "done"}

    def _attempt(self, work: Callable[[], Message]) -> Message:
        try:
            return work()
        except KinemaError as error:
            return {"kind": "failed", "name": type(error).__name__, "message": str(error)}
        except Exception as error:  # noqa: BLE001 - the boundary to code of other people
            traceback.print_exc()
            message = f"the engine failed with {type(error).__name__}, which the worker's log tells"
            return {"kind": "failed", "name": "EngineFailed", "message": message}

    def _engine(self, entry: Entry) -> Engine:
        if entry.name not in self._made:
            self._made[entry.name] = entry.make()
        return self._made[entry.name]


def _poster(film: Path) -> None:
    from kinema.media.poster import poster  # with the engine: a child is there at once

    poster(film, film.with_suffix(".webp"))


def _voice() -> Tell:
    """Take standard output for the messages; whatever else is printed joins the errors."""
    wire = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def tell(message: Message) -> None:
        wire.write(json.dumps(message) + "\n")
        wire.flush()

    return tell


def _listen(source: TextIO, child: Child) -> None:
    for line in source:
        child.hear(json.loads(line))
    os.killpg(0, signal.SIGKILL)  # the parent is gone; the group is this process's own


def _stand_back() -> None:
    os.nice(NICENESS)
    score = Path("/proc/self/oom_score_adj")
    if score.exists():
        score.write_text(OOM_SCORE)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
