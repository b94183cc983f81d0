"""Billing, usage and logs over HTTP."""

import time
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo

import anyio.to_thread
import sqlalchemy as sa
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from kinema.accounts import books, keys, ledger
from kinema.accounts.books import Window
from kinema.accounts.keys import MANAGE, Key
from kinema.accounts.ledger import Balance, Kind, usd
from kinema.errors import BadRequest, Busy, NotAllowed, NotFound
from kinema.protocols import cursor
from kinema.protocols.answer import Answer
from kinema.protocols.http import route
from kinema.protocols.service import Service

from . import billing_wire as wire
from .requests import single
from .translate import INVALID_QUERY, Invalid
from .zod.issue import JSON, custom

LOW_CREDITS = 10_000
LOGS_PER_MINUTE = 200
MINUTE = timedelta(seconds=60)


def routes(service: Service) -> Sequence[BaseRoute]:
    """Return the routes of billing, usage and logs."""
    office = Office(service)
    return [
        route("/v2/billing", {"GET": office.balance}),
        route("/v2/billing/detail", {"GET": office.detail}),
        route("/v2/billing/transactions", {"GET": office.transactions}),
        route("/v1/billing/balance", {"GET": office.old_balance}),
        route("/v2/usage", {"GET": office.usage}),
        route("/v2/usage/detail", {"GET": office.usage_detail}),
        route("/v2/logs", {"GET": office.logs}),
    ]


class Office:
    """Where an account sees its books."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._logs_read: dict[str, deque[float]] = {}

    async def balance(self, request: Request) -> Response:
        """Tell the balance in dollars."""
        found = await self._balance(await self._service.key(request))
        return Answer({"current_balance": _dollars(found.available), "currency": wire.CURRENCY})

    async def detail(self, request: Request) -> Response:
        """Tell the balance and whose it is."""
        key = await self._service.key(request)
        found = await self._balance(key)
        topup = {"is_enabled": False, "threshold": 0, "amount": 0, "currency": wire.CURRENCY}
        return Answer(
            {
                "user_id": key.account_id,
                "email": f"{key.account_id}@localhost",
                "current_balance": _dollars(found.available),
                "currency": wire.CURRENCY,
                "autotopup_settings": topup,
            }
        )

    async def old_balance(self, request: Request) -> Response:
        """Tell the balance in credits, as older clients ask for it."""
        found = await self._balance(await self._service.key(request))
        return Answer(
            {
                "balance": found.available,
                "lowBalance": found.available < LOW_CREDITS,
                "lowBalanceThreshold": LOW_CREDITS,
                "lastUpdated": wire.iso(self._service.clock()),
                "autoDebitStatus": "disabled",
                "status": "current",
                "statusExplanation": "Balance is current and up to date",
            }
        )

    async def transactions(self, request: Request) -> Response:
        """Tell what came in and was charged, newest first."""
        key = await self._service.key(request)
        if key.allows(MANAGE):
            raise NotAllowed("A management key cannot see transactions")
        query = single(request, wire.STATEMENT)
        start, stop = wire.statement_window(query)
        window = Window(account_id=key.account_id, start=start, stop=stop)
        limit = _integer(query, "limit", 50)
        before = self._place(key, query)
        found = await self._service.ask(
            lambda db: books.statement(
                db,
                window,
                limit=limit + 1,
                incoming=_incoming(query),
                kind=Kind(str(query["type"])) if "type" in query else None,
                before=before,
            )
        )
        more = len(found) > limit
        page: dict[str, object] = {"has_more": more}
        if more:
            last = found[limit - 1]
            place = f"{last.at.timestamp()!r} {last.name}"
            secret = self._service.settings.secret
            page["next_cursor"] = cursor.sealed(place, owner=key.account_id, secret=secret)
        return Answer(
            {"data": [wire.transaction(one) for one in found[:limit]], "pagination": page}
        )

    async def usage(self, request: Request) -> Response:
        """Tell what was spent and asked for in a window."""
        key = await self._service.key(request)
        query = single(request, wire.USAGE)
        window = await self._window(key, query, NotAllowed("The key is another account's"))
        return Answer(await self._service.ask(lambda db: _summed(db, window)))

    async def usage_detail(self, request: Request) -> Response:
        """Tell the same by model and in groups."""
        key = await self._service.key(request)
        query = single(request, wire.DETAIL)
        where = await anyio.to_thread.run_sync(wire.zone, query)
        by = str(query.get("group_by", "day"))
        window = await self._window(key, query, NotAllowed("The key is another account's"))

        def read(db: sa.Connection) -> dict[str, object]:
            spending, asked = books.spending(db, window), books.requests(db, window)
            if "day" not in by:
                groups = wire.groups(spending, asked, by=by, day=None)
            else:
                groups = [
                    group
                    for start, stop in wire.days(window.start, window.stop, where)
                    for group in _day(db, window, start, stop, by, where)
                ]
            models = wire.by_model(spending, asked)
            return _summed(db, window) | {"models": models, "groups": groups}

        return Answer(await self._service.ask(read))

    async def logs(self, request: Request) -> Response:
        """List films that have ended, newest first."""
        key = await self._service.key(request)
        query = single(request, wire.LOGS)
        self._admit(key)
        window = await self._window(key, query, NotFound("API key not found"))
        limit, offset = _integer(query, "limit", 50), _integer(query, "offset", 0)
        models, outcomes = _texts(query, "model"), set(_texts(query, "status"))
        found, total = await self._service.ask(
            lambda db: books.logs(
                db,
                window,
                models=models,
                succeeded="succeeded" in outcomes if len(outcomes) == 1 else None,
                limit=limit,
                offset=offset,
            )
        )
        page = {
            "limit": limit,
            "offset": offset,
            "total": total,
            "has_more": offset + len(found) < total,
        }
        return Answer({"data": [wire.logged(one) for one in found], "pagination": page})

    async def _balance(self, key: Key) -> Balance:
        return await self._service.ask(lambda db: ledger.balance(db, key.account_id))

    async def _window(self, key: Key, query: Mapping[str, JSON], foreign: Exception) -> Window:
        start, stop = wire.usage_window(query, self._service.clock())
        prefix = str(query["key_prefix"]) if "key_prefix" in query else None
        if prefix is not None:
            found = None
            if keys.PREFIX.fullmatch(prefix):
                found = await self._service.ask(lambda db: keys.find(db, prefix))
            if found is None or found.account_id != key.account_id:
                raise foreign
        return Window(account_id=key.account_id, key_id=prefix, start=start, stop=stop)

    def _place(self, key: Key, query: Mapping[str, JSON]) -> tuple[datetime, str]:
        if "cursor" not in query:
            return books.LAST, ""
        secret = self._service.settings.secret
        try:
            place = cursor.opened(str(query["cursor"]), owner=key.account_id, secret=secret)
        except BadRequest:
            raise Invalid(INVALID_QUERY, [custom("Invalid cursor", ("cursor",))]) from None
        seconds, _, name = place.partition(" ")
        return datetime.fromtimestamp(float(seconds), UTC), name

    def _admit(self, key: Key) -> None:
        """Hold a key to the one numeric rate limit that the reference has."""
        reads = self._logs_read.setdefault(key.prefix, deque())
        at = time.monotonic()
        while reads and reads[0] <= at - MINUTE.total_seconds():
            reads.popleft()
        if len(reads) >= LOGS_PER_MINUTE:
            wait = MINUTE - timedelta(seconds=at - reads[0])
            raise Busy("logs are read too often", retry_after=wait)
        reads.append(at)


def _summed(db: sa.Connection, window: Window) -> dict[str, object]:
    return {
        "api_key_prefix": window.key_id,
        "start": wire.iso(window.start),
        "end": wire.iso(window.stop),
        "spend": _dollars(sum(books.spending(db, window).values())),
        "currency": wire.CURRENCY,
        "requests": sum(one.total for one in books.requests(db, window)),
    }


def _day(
    db: sa.Connection,
    window: Window,
    start: datetime,
    stop: datetime,
    by: str,
    where: tzinfo,
) -> list[dict[str, object]]:
    part = Window(account_id=window.account_id, key_id=window.key_id, start=start, stop=stop)
    name = start.astimezone(where).date().isoformat()
    return wire.groups(books.spending(db, part), books.requests(db, part), by=by, day=name)


def _incoming(query: Mapping[str, JSON]) -> bool | None:
    return query["direction"] == wire.TOPUP if "direction" in query else None


def _integer(query: Mapping[str, JSON], name: str, default: int) -> int:
    value = query.get(name, default)
    assert isinstance(value, int | float)
    return int(value)


def _texts(query: Mapping[str, JSON], name: str) -> list[str]:
    value = query.get(name, [])
    assert isinstance(value, list)
    return [str(item) for item in value]


def _dollars(amount: int) -> float:
    return float(usd(amount))
