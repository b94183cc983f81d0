"""Reads what many callers ask for at the same moment with one question to the database.

A statement costs about as much as the rest of a poll. While one read is under way the next callers
gather, and all of them share the next read: under load the cost of each falls.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Batch(Generic[T]):
    """Values by id. It belongs to one event loop."""

    def __init__(self, read: Callable[[Collection[str]], Awaitable[Mapping[str, T]]]) -> None:
        """``read`` returns those that are there; it is never called twice at once."""
        self._read = read
        self._waiting: dict[str, asyncio.Future[T | None]] = {}
        self._reader: asyncio.Task[None] | None = None

    async def get(self, key: str) -> T | None:
        """Return one value, as it is at some moment after the call; None if there is none."""
        future = self._waiting.get(key)
        if future is None:
            future = self._waiting[key] = asyncio.get_running_loop().create_future()
        if self._reader is None:
            self._reader = asyncio.create_task(self._drain())
        return await asyncio.shield(future)

    async def _drain(self) -> None:
        while self._waiting:
            asked, self._waiting = self._waiting, {}
            await self._answer(asked)
        self._reader = None

    async def _answer(self, asked: Mapping[str, asyncio.Future[T | None]]) -> None:
        try:
            found = await self._read(asked.keys())
        except BaseException as error:  # noqa: BLE001 - it is raised where it was asked for
            for future in asked.values():
                future.set_exception(error)
        else:
            for key, future in asked.items():
                future.set_result(found.get(key))
