"""The queries of billing, usage and logs, and what they answer. Pure.

https://docs.aimlapi.com/api-references/service-endpoints/account-balance
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from types import MappingProxyType
from zoneinfo import ZoneInfo, available_timezones

from kinema.accounts.books import FIRST, LAST, Entry, Logged, Requests
from kinema.accounts.ledger import Kind, usd

from .translate import INVALID_QUERY, Invalid
from .zod.compounds import Array, Object
from .zod.issue import ABSENT, JSON, Issue, Schema, custom, wrong_type
from .zod.scalars import Choice, Moment, Number, Text

CURRENCY = "USD"
TOPUP, CHARGE = "TOPUP", "CHARGE"
KINDS = tuple(kind for kind in Kind if kind not in {Kind.RESERVE, Kind.RELEASE})
PERIODS: Mapping[str, timedelta] = {"24h": timedelta(hours=24), "7d": timedelta(days=7)}
LONGEST = timedelta(days=92)
GROUPINGS = ("day", "model", "day,model")

PAGE_MOST = 100
LIMIT = Number(least=1, most=PAGE_MOST, whole=True, default=50)

STATEMENT = Object(
    fields=MappingProxyType(
        {
            "from": Moment(offset=True),
            "to": Moment(offset=True),
            "direction": Choice(options=(TOPUP, CHARGE)),
            "type": Choice(options=KINDS),
            "limit": LIMIT,
            "cursor": Text(),
        }
    ),
    strict=True,
)
WINDOW: Mapping[str, Schema] = {
    "period": Choice(options=tuple(PERIODS)),
    "start": Moment(),
    "end": Moment(),
    "key_prefix": Text(),
}
USAGE = Object(fields=MappingProxyType({**WINDOW}), strict=True)
DETAIL = Object(
    fields=MappingProxyType(
        {
            **WINDOW,
            "group_by": Choice(options=GROUPINGS),
            "tz": Text(description="An IANA name of a time zone; UTC if none is given."),
        }
    ),
    strict=True,
)
LOGS = Object(
    fields=MappingProxyType(
        {
            **WINDOW,
            "model": Array(items=Text(most=256), most=50),
            "status": Array(items=Choice(options=("succeeded", "failed")), most=2),
            "limit": LIMIT,
            "offset": Number(least=0, most=2**53, whole=True, default=0),
        }
    ),
    strict=True,
)


def statement_window(query: Mapping[str, JSON]) -> tuple[datetime, datetime]:
    """Return the window of a statement.

    Raises:
        Invalid: It ends before it begins.
    """
    start, stop = _moment(query, "from", FIRST), _moment(query, "to", LAST)
    if start >= stop:
        raise Invalid(INVALID_QUERY, [custom("to must be after from", ("to",))])
    return start, stop


def usage_window(query: Mapping[str, JSON], now: datetime) -> tuple[datetime, datetime]:
    """Return the window that usage or logs are asked for.

    Raises:
        Invalid: There is not exactly one of a period and a start with an end, it ends before it
            begins, or is longer than 92 days.
    """
    if issues := _window_issues(query):
        raise Invalid(INVALID_QUERY, issues)
    if "period" in query:
        return now - PERIODS[str(query["period"])], now
    start, stop = _moment(query, "start", now), _moment(query, "end", now)
    if start >= stop:
        raise Invalid(INVALID_QUERY, [custom("end must be after start", ("end",))])
    if stop - start > LONGEST:
        raise Invalid(INVALID_QUERY, [custom("The window must be at most 92 days", ("end",))])
    return start, stop


def zone(query: Mapping[str, JSON]) -> tzinfo:
    """Return the time zone that days are counted in; it reads the system's files.

    Raises:
        Invalid: There is none of that name.
    """
    name = str(query.get("tz", "UTC"))
    if name == "UTC":
        return UTC
    if name not in _zones():
        raise Invalid(INVALID_QUERY, [custom("tz must be the IANA name of a time zone", ("tz",))])
    return ZoneInfo(name)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def days(start: datetime, stop: datetime, where: tzinfo) -> list[tuple[datetime, datetime]]:
    """Return the days of a window, the first and the last cut to it."""
    cuts = [start]
    day = start.astimezone(where).date() + timedelta(days=1)
    while (midnight := datetime(day.year, day.month, day.day, tzinfo=where)) < stop:
        cuts.append(midnight)
        day += timedelta(days=1)
    return list(zip(cuts, [*cuts[1:], stop], strict=True))


def transaction(entry: Entry) -> dict[str, object]:
    """Return one line of a statement; model and reference only where there are any."""
    body: dict[str, object] = {
        "created_at": iso(entry.at),
        "direction": TOPUP if entry.amount > 0 else CHARGE,
        "type": entry.kind.value,
        "amount": {"usd": float(usd(abs(entry.amount))), "credits": abs(entry.amount)},
    }
    if entry.model:
        body["model"] = entry.model
    if entry.generation_id:
        body["reference_id"] = entry.generation_id
    return body


def by_model(spending: Mapping[str, int], asked: Sequence[Requests]) -> list[dict[str, object]]:
    """Return what was spent and asked for, one entry a model."""
    counts = {one.model: one for one in asked}
    return [
        {
            "model": model,
            "spend": _dollars(spending.get(model, 0)),
            "requests": counts[model].total if model in counts else 0,
        }
        for model in sorted({*spending, *counts})
    ]


def groups(
    spending: Mapping[str, int], asked: Sequence[Requests], *, by: str, day: str | None
) -> list[dict[str, object]]:
    """Return the groups of one day, or of the whole window if ``day`` is None."""
    head: dict[str, object] = {"day": day} if day else {}
    if "model" not in by:
        total = sum(spending.values())
        return [_group(head, total, asked)] if asked or total else []
    names = sorted({*spending, *(one.model for one in asked)})
    return [
        _group(
            head | {"model": name},
            spending.get(name, 0),
            [one for one in asked if one.model == name],
        )
        for name in names
    ]


def logged(one: Logged) -> dict[str, object]:
    """Return one line of the log."""
    body: dict[str, object] = {
        "created": iso(one.added_at),
        "status": "succeeded" if one.succeeded else "failed",
        "origin": one.origin,
        "model": one.model,
        "cost": {"usd": _dollars(one.amount), "credits": one.amount},
        "tokens": NO_TOKENS,
        "request_id": one.id,
        "inference_id": one.id,
    }
    if one.client_request_id:
        body["client_request_id"] = one.client_request_id
    return body


NO_TOKENS: Mapping[str, int] = {"input": 0, "output": 0, "total": 0}


def iso(moment: datetime) -> str:
    """Return a moment as the API writes it."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _group(head: Mapping[str, object], amount: int, asked: Iterable[Requests]) -> dict[str, object]:
    counts = list(asked)
    succeeded = sum(one.succeeded for one in counts)
    requests = {
        "total": sum(one.total for one in counts),
        "charged": succeeded,
        "succeeded": succeeded,
        "failed": sum(one.failed for one in counts),
    }
    return {**head, "spend": _dollars(amount), "tokens": NO_TOKENS, "requests": requests}


def _dollars(amount: int) -> float:
    return float(usd(amount))


def _window_issues(query: Mapping[str, JSON]) -> list[Issue]:
    if "period" in query:
        both = [name for name in ("start", "end") if name in query]
        return [custom("period excludes start and end", (name,)) for name in both]
    if "start" not in query and "end" not in query:
        return [wrong_type("string", ABSENT, ("period",))]
    return [wrong_type("string", ABSENT, (name,)) for name in ("start", "end") if name not in query]


def _moment(query: Mapping[str, JSON], name: str, default: datetime) -> datetime:
    return Moment.read(str(query[name])) or default if name in query else default
