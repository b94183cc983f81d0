"""Processes kept running together: the API and its workers, for ``kinema serve``.

Rule 1: what dies is started again, later each time it dies young.

Rule 2: what cannot even start is not: the supervisor ends with it, and with
its exit status.

Rule 3: SIGTERM and SIGINT are passed on once, so that workers finish their
film; a second one ends everything at once.

Rule 4: if the supervisor is killed, its processes are told to end all the
same (on Linux): workers finish their film and go.
"""

import ctypes
import logging
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import FrameType

YOUNG_SECONDS = 10.0  # dead before that age, a process is not healthy
FIRST_DELAY_SECONDS = 0.5
LONGEST_DELAY_SECONDS = 30.0
TICK_SECONDS = 0.1
PR_SET_PDEATHSIG = 1  # linux/prctl.h

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One process to keep running.

    Attributes:
        name: For the log.
        command: Program and arguments.
        essential: Whether there is no point in the others if it never starts.
    """

    name: str
    command: Sequence[str]
    essential: bool = False


def supervise(parts: Sequence[Part], *, env: Mapping[str, str]) -> int:
    """Run the parts until a signal ends them; call it on the main thread.

    Returns the exit status: 0 if all ended in order, else that of the first
    that did not.
    """
    return Supervisor(parts, env).run()


class Supervisor:
    """The loop over all parts."""

    def __init__(self, parts: Sequence[Part], env: Mapping[str, str]) -> None:
        self._keepers = [_Keeper(part, env) for part in parts]
        self._signals = 0
        self._wake = threading.Event()

    def run(self) -> int:
        """Run until a signal, or until an essential part cannot start."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._heard)
        for keeper in self._keepers:
            keeper.start()
        while not self._signals and not any(keeper.hopeless for keeper in self._keepers):
            self._wake.wait(TICK_SECONDS)
            for keeper in self._keepers:
                keeper.look()
        return self._end()

    def _end(self) -> int:
        """End the workers first: until they are done, callers may see how far films are."""
        hopeless = [keeper.status or 1 for keeper in self._keepers if keeper.hopeless]
        workers = [keeper for keeper in self._keepers if not keeper.essential]
        essential = [keeper for keeper in self._keepers if keeper.essential]
        statuses = [*hopeless, *self._ended(workers), *self._ended(essential)]
        return next((status for status in statuses if status), 0)

    def _ended(self, keepers: Sequence["_Keeper"]) -> list[int]:
        living = [keeper for keeper in keepers if keeper.alive]
        for keeper in living:
            keeper.pass_on(signal.SIGTERM)
        while any(keeper.alive for keeper in living):
            time.sleep(TICK_SECONDS)
            if self._signals > 1:
                for keeper in living:
                    keeper.pass_on(signal.SIGKILL)
        return [keeper.status for keeper in living]

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        self._signals += 1
        self._wake.set()


class _Keeper:
    """One part and its present process."""

    def __init__(self, part: Part, env: Mapping[str, str]) -> None:
        self._part = part
        self._env = dict(env)
        self._process: subprocess.Popen[bytes] | None = None
        self._delay = FIRST_DELAY_SECONDS
        self._born = self._due = 0.0
        self._grown = False
        self.essential = part.essential
        self.hopeless = False

    def start(self) -> None:
        self._born = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603 - what the caller composed
            self._part.command,
            env=self._env,
            start_new_session=True,  # a Ctrl-C comes to the supervisor alone
            preexec_fn=_die_with_parent,
        )

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def status(self) -> int:
        """Exit status of the last process; as in a shell, 128 and the number of a signal."""
        status = (self._process.poll() if self._process else None) or 0
        if status == -signal.SIGTERM:
            return 0  # asked to, it ended
        return status if status >= 0 else 128 - status

    def look(self) -> None:
        """Start it again if it is dead and its time has come."""
        now = time.monotonic()
        if self.alive:
            if now - self._born > YOUNG_SECONDS:
                self._grown, self._delay = True, FIRST_DELAY_SECONDS
        elif self._due:
            if now >= self._due:
                self._due = 0.0
                self.start()
        else:
            self._mourn(now)

    def _mourn(self, now: float) -> None:
        log.warning("part.died name=%s status=%s", self._part.name, self.status)
        self.hopeless = self.essential and not self._grown
        self._due = now + self._delay
        self._delay = min(self._delay * 2, LONGEST_DELAY_SECONDS)

    def pass_on(self, number: signal.Signals) -> None:
        if self._process is not None and self.alive:
            self._process.send_signal(number)


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
