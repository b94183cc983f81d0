"""What every protocol needs of HTTP: bodies within bounds, JSON as it must be, one route a path."""

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import NoReturn, TypeAlias

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

BODY_MOST = 4 * 1024 * 1024
"""Bytes in the body of a request. A request for a film is text; a picture fits."""

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"]
ROUTE = "kinema.route"
"""Key under which a request's scope holds the path pattern that took it."""

HOST = re.compile(r"[A-Za-z0-9.-]{1,255}(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]{2,64}\](:[0-9]{1,5})?")

Handler: TypeAlias = Callable[[Request], Awaitable[Response]]


class BadBody(ValueError):
    """A body cannot be read; the message says why, in words for its sender."""


def route(path: str, handlers: Mapping[str, Handler]) -> Route:
    """Return the one route of a path, so that 405 and OPTIONS name all of its methods."""
    allowed = [*handlers, "OPTIONS"] + (["HEAD"] if "GET" in handlers else [])
    allow = {"allow": ", ".join(sorted(allowed))}

    async def answer(request: Request) -> Response:
        request.scope[ROUTE] = path
        method = "GET" if request.method == "HEAD" else request.method
        if method == "OPTIONS":
            return Response(status_code=HTTPStatus.NO_CONTENT, headers=allow)
        handler = handlers.get(method)
        if handler is None:
            raise HTTPException(HTTPStatus.METHOD_NOT_ALLOWED, headers=allow)
        return await handler(request)

    return Route(path, answer, methods=METHODS, name=path, include_in_schema=False)


async def body(request: Request, most: int = BODY_MOST) -> bytes:
    """Return the body of a request, refusing it as soon as it is longer than ``most`` bytes.

    Raises:
        HTTPException: 413, or 415 for one that is packed.
    """
    if request.headers.get("content-encoding", "identity") != "identity":
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The body must not be packed.")
    length = request.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and len(length) < 20 and int(length) > most:
        _too_large(most)
    pieces = bytearray()
    async for piece in request.stream():
        pieces += piece
        if len(pieces) > most:
            _too_large(most)
    return bytes(pieces)


def json_value(data: bytes) -> object:
    """Return what a JSON text holds; an empty one holds an empty object.

    Raises:
        BadBody: It is not UTF-8, not JSON, or nested too deeply.
    """
    if not data.strip():
        return {}
    try:
        value: object = json.loads(data.decode(), parse_constant=_no_json)
    except UnicodeDecodeError as wrong:
        raise BadBody(f"Body must be UTF-8: byte {wrong.start} is not") from None
    except RecursionError:
        raise BadBody("Body is nested too deeply") from None
    except json.JSONDecodeError as wrong:
        raise BadBody(f"Body must be JSON: {wrong.msg} at character {wrong.pos}") from None
    except ValueError as wrong:  # NaN, or an integer of thousands of digits, told of for Python
        reason = str(wrong).partition("; use sys.")[0]
        raise BadBody(f"Body must be JSON: {reason}") from None
    return value


async def form(request: Request, data: bytes) -> list[tuple[str, str]]:
    """Return the texts of a multipart body that has been read; its files are dropped.

    Raises:
        BadBody: It is not multipart as its header says, or has too many parts.
    """

    async def replay() -> Message:
        return {"type": "http.request", "body": data, "more_body": False}

    try:
        async with Request(request.scope, replay).form(max_files=16, max_fields=256) as fields:
            return [(name, text) for name, text in fields.multi_items() if isinstance(text, str)]
    except HTTPException as wrong:
        raise BadBody(f"Body must be multipart/form-data: {wrong.detail}") from None


def media_type(request: Request) -> str:
    """Return the type of a request's body, without its parameters; empty if it names none."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def base_url(request: Request, public_url: str | None) -> str:
    """Return what absolute addresses of this service start with, for this caller."""
    if public_url:
        return public_url
    host = request.headers.get("host", "")
    return f"{request.scope['scheme']}://{host if HOST.fullmatch(host) else 'localhost'}"


def _no_json(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON number")


def _too_large(most: int) -> NoReturn:
    text = f"The body must be at most {most} bytes."
    raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, text)
