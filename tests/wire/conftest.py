"""The real service on a real SQLite file and a free port, and without workers."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kinema.house import House, opened


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with opened(tmp_path_factory.mktemp("house")) as made:
        yield made


@pytest.fixture
def small_house(tmp_path: Path) -> Iterator[House]:
    """A house that refuses who has no credits, and has room for two films of one key."""
    with opened(tmp_path, require_credits="1", limit_per_key="2", limit="3") as made:
        yield made


@pytest.fixture
def client(house: House) -> Iterator[httpx.Client]:
    """A client with a key of its own."""
    with house.client() as made:
        yield made
