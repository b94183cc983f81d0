import asyncio
from collections.abc import Collection

import pytest

from kinema.protocols.batch import Batch


class Shelf:
    """Answers every key that is a digit, and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.begun = asyncio.Event()
        self.open = asyncio.Event()
        self.open.set()

    async def read(self, keys: Collection[str]) -> dict[str, str]:
        self.asked.append(sorted(keys))
        self.begun.set()
        await self.open.wait()
        if "broken" in keys:
            raise RuntimeError("broken")
        return {key: key * 2 for key in keys if key.isdigit()}


async def test_callers_of_one_moment_share_one_read() -> None:
    shelf = Shelf()
    batch = Batch(shelf.read)
    found = await asyncio.gather(*(batch.get(key) for key in ("1", "2", "1", "a")))
    assert found == ["11", "22", "11", None]
    assert shelf.asked == [["1", "2", "a"]]


async def test_who_comes_during_a_read_gets_the_next_one() -> None:
    shelf = Shelf()
    shelf.open.clear()
    batch = Batch(shelf.read)
    first = asyncio.create_task(batch.get("1"))
    assert await shelf.begun.wait()
    late = [asyncio.create_task(batch.get(key)) for key in ("1", "2")]
    await asyncio.sleep(0)
    shelf.open.set()
    assert await asyncio.gather(first, *late) == ["11", "11", "22"]
    assert shelf.asked == [["1"], ["1", "2"]]


async def test_a_read_that_fails_fails_for_its_callers_and_no_other() -> None:
    batch = Batch(Shelf().read)
    with pytest.raises(RuntimeError, match="broken"):
        await batch.get("broken")
    assert await batch.get("1") == "11"


async def test_a_caller_that_goes_away_takes_nobody_with_it() -> None:
    shelf = Shelf()
    shelf.open.clear()
    batch = Batch(shelf.read)
    gone, there = asyncio.create_task(batch.get("1")), asyncio.create_task(batch.get("1"))
    await asyncio.sleep(0.01)
    gone.cancel()
    shelf.open.set()
    assert await there == "11"
