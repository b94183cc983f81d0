"""What every answer carries: permission for browsers, the caller's own request id, a measure."""

import re
import time
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from prometheus_client import CollectorRegistry, Histogram
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kinema.protocols.http import METHODS as KNOWN
from kinema.protocols.http import ROUTE

EXPOSED = (
    "x-inference-id, x-client-request-id, x-aimlapi-credits-used, x-aimlapi-usd-spent, "
    "retry-after, etag, content-range, accept-ranges, content-length, allow"
)
ALLOWED_HEADERS = (
    "authorization, content-type, x-client-request-id, idempotency-key, http-referer, x-title, "
    "x-aimlapi-partner-id, x-aimlapi-source, range, if-none-match, if-range, x-kinema-origin"
)
HEADER_LIST = re.compile(rb"[A-Za-z0-9\-, ]{1,2000}")
REQUEST_ID = re.compile(rb"[A-Za-z0-9._:-]{1,128}")
OPEN = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", EXPOSED.encode()),
    (b"x-content-type-options", b"nosniff"),
]
LastResort: TypeAlias = Callable[[Request, Exception], Awaitable[Response]]
ALLOWED_METHODS = b"GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"
BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Edge:
    """The outermost layer. Plain ASGI: it is on the way of every poll."""

    def __init__(self, app: ASGIApp, registry: CollectorRegistry, last_resort: LastResort) -> None:
        """``last_resort`` answers a fault of this service that nothing else has answered."""
        self._app = app
        self._last_resort = last_resort
        self._seconds = Histogram(
            "kinema_http_request_seconds",
            "Time to the end of an answer.",
            ("method", "route", "status"),
            buckets=BUCKETS,
            registry=registry,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a preflight, or let the request through and dress its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = dict(scope["headers"])
        if scope["method"] == "OPTIONS" and b"access-control-request-method" in asked:
            await _preflight(asked.get(b"access-control-request-headers", b""), send)
            return
        await self._dressed(scope, receive, send, _echo(asked))

    async def _dressed(
        self, scope: Scope, receive: Receive, send: Send, echo: list[tuple[bytes, bytes]]
    ) -> None:
        begun = time.perf_counter()
        status = 0

        async def dress(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], *OPEN, *echo]
            await send(message)

        try:
            await self._app(scope, receive, dress)
        except Exception as fault:
            if status:
                raise  # half an answer is out: all that is left is to hang up
            answer = await self._last_resort(Request(scope), fault)
            await answer(scope, receive, dress)
        path = scope.get(ROUTE, "other")
        method = scope["method"] if scope["method"] in KNOWN else "other"
        self._seconds.labels(method, path, str(status)).observe(time.perf_counter() - begun)


def _echo(asked: dict[bytes, bytes]) -> list[tuple[bytes, bytes]]:
    given = asked.get(b"x-client-request-id", b"")
    return [(b"x-client-request-id", given)] if REQUEST_ID.fullmatch(given) else []


async def _preflight(wanted: bytes, send: Send) -> None:
    allowed = wanted if HEADER_LIST.fullmatch(wanted) else ALLOWED_HEADERS.encode()
    headers = [
        *OPEN,
        (b"access-control-allow-methods", ALLOWED_METHODS),
        (b"access-control-allow-headers", allowed),
        (b"access-control-max-age", b"86400"),
        (b"vary", b"access-control-request-headers"),
    ]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
