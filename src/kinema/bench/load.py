"""Sends prepared requests over kept-alive connections, as fast as they are answered or at a pace.

It does as little as it can for each request, since it shares the machine with what it measures.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from typing_extensions import override


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What came out.

    Attributes:
        rate: Answers a second.
        p50: Milliseconds within which half of the answers came.
        p99: Milliseconds within which all but one in a hundred came.
        failed: Answers other than 200.
    """

    name: str
    rate: float
    p50: float
    p99: float
    failed: int


@dataclass(slots=True)
class Tally:
    """What was seen so far."""

    milliseconds: list[float] = field(default_factory=list)
    failed: int = 0


def measure(
    name: str,
    *,
    port: int,
    request: Callable[[int], bytes],
    seconds: float,
    connections: int = 16,
    pace: float | None = None,
) -> Figure:
    """Return how a server on this machine answers.

    Args:
        name: What is measured.
        port: Where it listens.
        request: Returns the bytes of the n-th request.
        seconds: How long to measure.
        connections: How many requests are under way at once.
        pace: Requests a second; None is as many as are answered.
    """
    tally, begun = Tally(), time.perf_counter()
    asyncio.run(_drive(tally, port, request, seconds, connections, pace))
    taken = time.perf_counter() - begun
    times = sorted(tally.milliseconds)
    return Figure(
        name=name,
        rate=len(times) / taken,
        p50=times[len(times) // 2],
        p99=times[int(len(times) * 0.99)],
        failed=tally.failed,
    )


async def _drive(
    tally: Tally,
    port: int,
    request: Callable[[int], bytes],
    seconds: float,
    connections: int,
    pace: float | None,
) -> None:
    numbers = count()
    every = connections / pace if pace else 0.0
    loop = asyncio.get_running_loop()
    callers = []
    for index in range(connections):
        make = _caller(tally, numbers, request, loop, every, loop.time() + seconds)
        _, caller = await loop.create_connection(make, "127.0.0.1", port)
        callers.append(caller)
        caller.begin(every * index / connections)
    await asyncio.gather(*(caller.done for caller in callers))


def _caller(
    tally: Tally,
    numbers: "count[int]",
    request: Callable[[int], bytes],
    loop: asyncio.AbstractEventLoop,
    every: float,
    end: float,
) -> Callable[[], "Caller"]:
    return lambda: Caller(tally, numbers, request, loop, every, end)


class Caller(asyncio.Protocol):
    """One connection with one request under way at a time."""

    def __init__(
        self,
        tally: Tally,
        numbers: "count[int]",
        request: Callable[[int], bytes],
        loop: asyncio.AbstractEventLoop,
        every: float,
        end: float,
    ) -> None:
        self.done: asyncio.Future[None] = loop.create_future()
        self._tally, self._numbers, self._request = tally, numbers, request
        self._loop, self._every, self._end = loop, every, end
        self._buffer = b""
        self._due = 0.0

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to write."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        """Count a hang-up in the middle as a failure."""
        if not self.done.done():
            self._tally.failed += 1
            self.done.set_result(None)

    @override
    def data_received(self, data: bytes) -> None:
        """Take an answer, and send the next request once it is whole."""
        self._buffer += data
        head, found, body = self._buffer.partition(b"\r\n\r\n")
        if not found or len(body) < _length(head):
            return
        self._buffer = b""
        self._tally.milliseconds.append((self._loop.time() - self._due) * 1000)
        self._tally.failed += head[9:12] != b"200"
        if self._loop.time() >= self._end:
            self.done.set_result(None)
            self._transport.close()
        elif self._every:
            self._loop.call_at(self._due + self._every, self._send)
        else:
            self._send()

    def begin(self, after: float) -> None:
        """Send the first request so many seconds from now."""
        self._loop.call_later(after, self._send)

    def _send(self) -> None:
        self._due = self._loop.time()
        self._transport.write(self._request(next(self._numbers)))


def _length(head: bytes) -> int:
    lower = head.lower()
    start = lower.index(b"content-length: ") + len(b"content-length: ")
    return int(lower[start:].split(b"\r\n", 1)[0])
