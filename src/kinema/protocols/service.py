"""What every protocol may ask for: submit, find, cancel, list. No vendor's words."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

import anyio
import anyio.to_thread
import sqlalchemy as sa
from starlette.requests import Request

from kinema.accounts import keys, ledger, limits
from kinema.accounts.keys import Key
from kinema.accounts.ledger import Purpose
from kinema.accounts.limits import Limits
from kinema.clock import Clock
from kinema.database import reading
from kinema.engines.registry import Catalogue
from kinema.errors import Busy, Conflict, NotAllowed, NotFound
from kinema.generations import store
from kinema.generations.eta import eta
from kinema.generations.generation import Generation, Order, Origin
from kinema.generations.glance import Glance, glances
from kinema.protocols.batch import Batch
from kinema.protocols.doors import Doors
from kinema.protocols.reader import Reader
from kinema.settings import Settings
from kinema.storage.base import Storage
from kinema.storage.signing import signed_path
from kinema.video import VideoRequest

T = TypeVar("T")

REPEATABLE = timedelta(hours=24)  # how long an idempotency key names the same generation
SOON = timedelta(seconds=1)
WRITERS = {"sqlite": 1, "postgresql": 16}
"""Threads that write at once. SQLite takes one writer; a second would sleep and try again."""


class Queue(Protocol):
    """The way to those who make films."""

    def submit(self, db: sa.Connection, order: Order) -> Generation | None:
        """Queue an order in the caller's transaction; None if it is a repetition."""
        ...

    def cancel(self, generation_id: str) -> Generation | None:
        """Cancel a generation; None if it had ended, or never was."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A film that somebody wants, before it is known whether they may.

    Attributes:
        price: Credits.
        idempotency_key: With the key, names the wish: a second one is the first one again.
        seeded: Whether the caller chose the seed. If not, it is no part of what was wished.
    """

    request: VideoRequest
    price: int
    origin: Origin = Origin.API
    client_request_id: str | None = None
    idempotency_key: str | None = None
    seeded: bool = True

    @property
    def body_hash(self) -> str:
        """What tells another wish under the same idempotency key from the same one."""
        seed = str(self.request.seed) if self.seeded else ""
        text = self.request.to_json().replace(f'"seed": {self.request.seed}', f'"seed": "{seed}"')
        return hashlib.sha256(text.encode()).hexdigest()


class Service:
    """Everything behind the protocols. Make one in a process, on its event loop."""

    def __init__(
        self,
        *,
        engine: sa.Engine,
        queue: Queue,
        storage: Storage,
        catalogue: Catalogue,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self.engine = engine
        self.storage = storage
        self.catalogue = catalogue
        self.settings = settings
        self.clock = clock
        self._reader = Reader(engine)
        self.doors = Doors(self._reader, secret=settings.secret, clock=clock)
        self.queue = queue
        self._writers = anyio.CapacityLimiter(WRITERS[engine.dialect.name])
        self._limits = Limits(total=settings.limit, per_key=settings.limit_per_key)
        self._glances = Batch(self._glance)

    def warm(self) -> None:
        """Do what the first poll would do on the event loop: read statements from their files."""
        self.read(lambda db: (glances(db, ["none"]), keys.find(db, "none")))

    def close(self) -> None:
        """Give back what it keeps open; the queue and the database are their owner's to close."""
        self._reader.close()

    async def key(self, request: Request) -> Key:
        """Return the key that a request shows.

        Raises:
            NoKey: It shows none that is valid now.
        """
        return await self.doors.key(request.headers.get("authorization", ""))

    async def submit(self, key: Key, draft: Draft) -> Generation:
        """Queue a film, reserve its credits, or return the one that this repeats.

        Raises:
            NotAllowed: The key may not use the model, or nothing covers the price.
            Busy: There is no room in the queue.
            Conflict: Another film was asked for under this idempotency key.
        """
        if not key.allows_model(draft.request.model):
            raise NotAllowed(f"this key may not use the model {draft.request.model!r}")
        return await self._write(lambda: self._submit(key, draft))

    async def find(self, key: Key, generation_id: str) -> Glance:
        """Return a generation of the key's own.

        Raises:
            NotFound: There is none of that id, or it is another key's.
        """
        found = await self._glances.get(generation_id)
        if found is None or found.key_id != key.prefix:
            raise NotFound("Inference not found")
        return found

    async def eta(self, generation_id: str) -> timedelta:
        """Return the time until a generation will have ended; zero once it has, or is gone."""

        def read(db: sa.Connection) -> timedelta:
            found = store.find(db, generation_id)
            return eta(db, found, at=self.clock()) if found else timedelta()

        return await self.ask(read)

    async def cancel(self, key: Key, generation_id: str) -> Glance:
        """Cancel a generation that has not ended, and return it in its final state.

        Raises:
            NotFound: There is none of that id, or it is another key's.
        """
        await self.find(key, generation_id)
        await self._write(lambda: self.queue.cancel(generation_id))
        return await self.find(key, generation_id)

    async def discard(self, key: Key, generation_id: str) -> None:
        """Delete a generation that has ended, and its files.

        Raises:
            NotFound: There is none of that id, or it is another key's.
            Conflict: It has not ended.
        """
        await self.find(key, generation_id)
        gone = await self.change(
            lambda db, _at: store.discard(db, generation_id, key_id=key.prefix)
        )
        if gone is None:
            raise Conflict("the generation has not ended; cancel it first")
        for name in filter(None, (gone.film, gone.poster)):
            await anyio.to_thread.run_sync(self.storage.delete, name)

    async def page(self, key: Key, *, limit: int, after: str | None) -> list[Generation]:
        """Return generations of the key's own, newest first, from behind ``after``.

        Raises:
            NotFound: The key has no generation ``after``.
        """

        def read(db: sa.Connection) -> list[Generation]:
            return store.page(db, key.prefix, limit=limit, cursor=after)

        return await self.ask(read)

    def address(self, name: str, base: str) -> str:
        """Return a fresh address of a stored file, which needs no key."""
        until = self.clock() + self.settings.url_lifetime
        return base + signed_path(name, secret=self.settings.secret, until=until)

    async def ask(self, question: Callable[[sa.Connection], T]) -> T:
        """Read from the database in a thread."""
        return await anyio.to_thread.run_sync(self.read, question)

    async def change(self, change: Callable[[sa.Connection, datetime], T]) -> T:
        """Change the database in one transaction, in a thread."""

        def run() -> T:
            with self.engine.begin() as db:
                return change(db, self.clock())

        return await self._write(run)

    def read(self, question: Callable[[sa.Connection], T]) -> T:
        """Read from the database, blocking."""
        with reading(self.engine) as db:
            return question(db)

    async def _glance(self, ids: Collection[str]) -> dict[str, Glance]:
        asked = list(ids)
        return await self._reader.ask(lambda db: glances(db, asked))

    async def _write(self, work: Callable[[], T]) -> T:
        return await anyio.to_thread.run_sync(work, limiter=self._writers)

    def _submit(self, key: Key, draft: Draft) -> Generation:
        order = self._order(key, draft)
        purpose = Purpose(
            generation_id=order.id,
            key_id=order.key_id,
            account_id=order.account_id,
            model=order.request.model,
            amount=order.price_credits,
        )
        at, strict = self.clock(), self.settings.require_credits
        with self.engine.begin() as db:
            if repeated := _repeated(db, order, at):
                return repeated
            ledger.reserve(db, purpose, key=key, at=at, strict=strict)
            limits.admit(db, key_id=key.prefix, limits=self._limits, at=at)
            keys.touch(db, key.prefix, at=at)
            added = self.queue.submit(db, order)
            if added is None:
                raise Busy("the same request is being taken at this moment", retry_after=SOON)
            return added

    def _order(self, key: Key, draft: Draft) -> Order:
        return Order(
            id=store.new_id(),
            key_id=key.prefix,
            account_id=key.account_id,
            pool=self.catalogue.entry(draft.request.model).pool,
            request=draft.request,
            price_credits=draft.price,
            origin=draft.origin,
            client_request_id=draft.client_request_id,
            idempotency_key=draft.idempotency_key,
            body_hash=draft.body_hash,
        )


def _repeated(db: sa.Connection, order: Order, at: datetime) -> Generation | None:
    """Return what was asked for under the same idempotency key not long ago."""
    if order.idempotency_key is None:
        return None
    found = store.find_repeated(db, key_id=order.key_id, idempotency_key=order.idempotency_key)
    if found and found.added_at < at - REPEATABLE:
        store.forget_repeatable(db, found.id)
        return None
    if found and found.body_hash != order.body_hash:
        raise Conflict("another request was sent before under this Idempotency-Key")
    return found
