"""Which key a request shows.

Polls come by the thousand, so a key that was looked up is believed for half a second. A key that
is revoked stops within that time.
"""

import time
from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from kinema.accounts import keys
from kinema.accounts.keys import Key
from kinema.clock import Clock
from kinema.errors import NoKey
from kinema.protocols.batch import Batch
from kinema.protocols.reader import Reader

BELIEVED_SECONDS = 0.5
REMEMBERED = 10_000  # keys; beyond, everything is forgotten


@dataclass(frozen=True, slots=True)
class Looked:
    """What a text opened, and until when that is believed."""

    key: Key | None
    until: float


class Doors:
    """Opens for those who show a key. It belongs to one event loop."""

    def __init__(self, reader: Reader, *, secret: str, clock: Clock) -> None:
        self._reader = reader
        self._secret = secret
        self._clock = clock
        self._looked: dict[str, Looked] = {}
        self._batch = Batch(self._look)

    async def key(self, authorization: str) -> Key:
        """Return the key that an ``Authorization`` header shows.

        Raises:
            NoKey: It shows none that is valid now.
        """
        scheme, _, text = authorization.partition(" ")
        text = text.strip()
        if scheme.lower() != "bearer" or not keys.SHAPE.fullmatch(text):
            raise NoKey("no API key was shown")
        digest = keys.digest_of(text, secret=self._secret)
        looked = self._looked.get(digest)
        if looked is None or looked.until < time.monotonic():
            looked = await self._fresh(text, digest)
        if looked.key is None:
            raise NoKey("the API key is not valid")
        return looked.key

    async def _fresh(self, text: str, digest: str) -> Looked:
        asked = time.monotonic()
        key = await self._batch.get(text)
        if len(self._looked) >= REMEMBERED:
            self._looked.clear()
        looked = self._looked[digest] = Looked(key, asked + BELIEVED_SECONDS)
        return looked

    async def _look(self, texts: Collection[str]) -> dict[str, Key]:
        shown, at = list(texts), self._clock()

        def read(db: sa.Connection) -> dict[str, Key]:
            found = {text: keys.opened(db, text, secret=self._secret, at=at) for text in shown}
            return {text: key for text, key in found.items() if key is not None}

        return await self._reader.ask(read)
