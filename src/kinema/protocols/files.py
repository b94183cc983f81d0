"""Finished films over HTTP: signed addresses that expire, ranges, no key."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePath

import anyio.to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute

from kinema.errors import NotAllowed
from kinema.protocols.http import route
from kinema.protocols.service import Service
from kinema.storage.base import Stored
from kinema.storage.signing import Verdict, verdict

TYPES = {".mp4": "video/mp4", ".webp": "image/webp"}
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
KEPT_SECONDS = 3600  # by browsers; a film never changes


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes from ``start`` up to ``stop``."""

    start: int
    stop: int


def routes(service: Service) -> Sequence[BaseRoute]:
    """Return the route of stored files."""

    async def serve(request: Request) -> Response:
        name = request.path_params["name"]
        _check(request, service, name)
        stored = await anyio.to_thread.run_sync(service.storage.stat, name)
        return _answer(request, service, name, stored)

    return [route("/files/{name}", {"GET": serve})]


def span(header: str, size: int) -> Span | None:
    """Return the part of a file that a ``Range`` header asks for.

    None is the whole file: for several ranges, another unit or a malformed header, which a server
    may ignore.

    Raises:
        HTTPException: 416, if the file has no such part.
    """
    match = RANGE.fullmatch(header.strip())
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if first == "":  # the last bytes of the file
        found = Span(max(0, size - int(last)), size)
    else:
        found = Span(int(first), min(size, int(last) + 1) if last else size)
        if last and int(last) < int(first):
            return None
    if found.start >= found.stop:
        headers = {"content-range": f"bytes */{size}"}
        raise HTTPException(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=headers)
    return found


def _check(request: Request, service: Service, name: str) -> None:
    found = verdict(
        name,
        expires=request.query_params.get("expires", ""),
        signature=request.query_params.get("signature", ""),
        secret=service.settings.secret,
        at=service.clock(),
    )
    match found:
        case Verdict.GOOD:
            return
        case Verdict.EXPIRED:
            raise NotAllowed("This address has expired. Poll the generation for a fresh one.")
        case Verdict.FORGED:
            raise NotAllowed("This address was not made here. Poll the generation for one.")


def _answer(request: Request, service: Service, name: str, stored: Stored) -> Response:
    tag = f'"{stored.tag}"'
    headers = {
        "etag": tag,
        "accept-ranges": "bytes",
        "cache-control": f"private, max-age={KEPT_SECONDS}, immutable",
        "content-type": TYPES.get(PurePath(name).suffix, "application/octet-stream"),
        "content-disposition": f'inline; filename="{name}"',
    }
    if tag in (known.strip() for known in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    fresh = request.headers.get("if-range", tag) == tag
    part = span(request.headers.get("range", ""), stored.size_bytes) if fresh else None
    sent = part or Span(0, stored.size_bytes)
    headers["content-length"] = str(sent.stop - sent.start)
    status = HTTPStatus.OK
    if part:
        status = HTTPStatus.PARTIAL_CONTENT
        headers["content-range"] = f"bytes {part.start}-{part.stop - 1}/{stored.size_bytes}"
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers)
    pieces = service.storage.read(name, sent.start, sent.stop)
    return StreamingResponse(pieces, status_code=status, headers=headers)
