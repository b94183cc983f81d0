"""The AI/ML API's video endpoints over HTTP.

These are plain Starlette routes with hand-made JSON: FastAPI's own parsing would answer bad input
with a body that no client of this API knows, and costs a poll more than its database read.
"""

import asyncio
import json
import re
import secrets
from collections.abc import AsyncIterator, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute

from kinema.accounts.keys import Key
from kinema.errors import BadRequest, NotFound
from kinema.generations.generation import Origin
from kinema.generations.glance import Glance
from kinema.protocols import cursor
from kinema.protocols.answer import Answer
from kinema.protocols.http import base_url, route
from kinema.protocols.service import Draft, Service

from . import replies
from .requests import film_body, single
from .translate import INVALID_BODY, INVALID_QUERY, Invalid, wanted
from .wire import BY_ID, PAGE, PATHS
from .zod.issue import custom

ID = re.compile(r"[A-Za-z0-9_:/.@+-]{1,256}")
"""What an id can look like, those of older times included; anything else is unknown unlooked."""

REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")
IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,255}")
PLAYGROUND = "playground"  # value of X-Kinema-Origin that the playground sends

WATCH_SECONDS = 0.5  # between two looks for an event
KEEP_ALIVE_LOOKS = 30  # without news, after which a comment keeps proxies from hanging up


def routes(service: Service) -> Sequence[BaseRoute]:
    """Return the routes of the video endpoints, the most used first."""
    films = Films(service)
    handlers = {"GET": films.poll, "POST": films.create}
    universal, *aliases = PATHS
    return [
        route(universal, handlers | {"DELETE": films.cancel}),
        *(route(path, handlers) for path in aliases),
        route(f"{universal}/list", {"GET": films.page, "DELETE": films.discard}),
        route(f"{universal}/events", {"GET": films.events}),
    ]


def client_request_id(request: Request) -> str | None:
    """Return the caller's own id for a request; one of another shape is dropped."""
    given = request.headers.get("x-client-request-id", "")
    return given if REQUEST_ID.fullmatch(given) else None


class Films:
    """The video endpoints of one service."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def create(self, request: Request) -> Response:
        """Ask for a film."""
        key = await self._service.key(request)
        film = wanted(await film_body(request))
        draft = Draft(
            request=film.request(seed=secrets.randbelow(2**32)),
            price=film.price,
            seeded=film.seed is not None,
            origin=_origin(request),
            client_request_id=client_request_id(request),
            idempotency_key=_idempotency_key(request),
        )
        made = await self._service.submit(key, draft)
        headers = {"x-inference-id": made.id} | replies.cost_headers(made.price_credits)
        return Answer(replies.created(made), headers=headers)

    async def poll(self, request: Request) -> Response:
        """Tell how a film is coming on."""
        key = await self._service.key(request)
        seen = await self._seen(key, _generation_id(request))
        return self._told(request, seen)

    async def cancel(self, request: Request) -> Response:
        """Give a film up."""
        key = await self._service.key(request)
        generation_id = _generation_id(request)
        await self._seen(key, generation_id)
        return self._told(request, await self._service.cancel(key, generation_id))

    async def page(self, request: Request) -> Response:
        """List the caller's own films, newest first."""
        key = await self._service.key(request)
        query = single(request, PAGE)
        limit, after = query.get("limit", 20), query.get("cursor")
        assert isinstance(limit, int | float)
        try:
            place = None if after is None else self._opened(key, str(after))
            found = await self._service.page(key, limit=int(limit) + 1, after=place)
        except (BadRequest, NotFound):
            raise Invalid(INVALID_QUERY, [custom("Invalid cursor", ("cursor",))]) from None
        shown, more = found[: int(limit)], len(found) > limit
        base = base_url(request, self._service.settings.public_url)
        body: dict[str, object] = {
            "object": "list",
            "data": [
                replies.listed(one, lambda name: self._service.address(name, base)) for one in shown
            ],
            "has_more": more,
        }
        if more:
            secret = self._service.settings.secret
            body["next_cursor"] = cursor.sealed(shown[-1].id, owner=key.prefix, secret=secret)
        return Answer(body)

    async def discard(self, request: Request) -> Response:
        """Take a film that has ended off the list, with its files, for good."""
        key = await self._service.key(request)
        seen = await self._seen(key, _generation_id(request))
        await self._service.discard(key, seen.id)
        return Answer({"id": seen.id, "deleted": True})

    async def events(self, request: Request) -> Response:
        """Tell how a film is coming on, as it does, until it ends."""
        key = await self._service.key(request)
        seen = await self._seen(key, _generation_id(request))
        headers = {
            "cache-control": "no-store",
            "x-accel-buffering": "no",  # nginx would hold events back
            "x-inference-id": seen.id,
        }
        news = self._news(request, key, seen)
        return StreamingResponse(news, media_type="text/event-stream", headers=headers)

    async def _news(self, request: Request, key: Key, seen: Glance) -> AsyncIterator[str]:
        told: Mapping[str, object] = {}
        silent = 0
        while not seen.state.final:
            body = replies.progressed(seen)
            silent = 0 if body != told else silent + 1
            if body != told:
                told = body
                eta = await self._service.eta(seen.id)
                yield _event("progress", body | {"eta_seconds": round(eta.total_seconds(), 1)})
            elif silent % KEEP_ALIVE_LOOKS == 0:
                yield ": still there\n\n"
            await asyncio.sleep(WATCH_SECONDS)
            seen = await self._service.find(key, seen.id)
        yield _event("end", replies.progressed(seen) | self._polled(request, seen))

    async def _seen(self, key: Key, generation_id: str) -> Glance:
        if not ID.fullmatch(generation_id):
            raise NotFound("Inference not found")
        return await self._service.find(key, generation_id)

    def _told(self, request: Request, seen: Glance) -> Answer:
        headers = {"x-inference-id": seen.id} | replies.cost_headers(replies.charged(seen))
        return Answer(self._polled(request, seen), headers=headers)

    def _polled(self, request: Request, seen: Glance) -> dict[str, object]:
        return replies.polled(seen, self._address(request))

    def _address(self, request: Request) -> replies.Address:
        base = base_url(request, self._service.settings.public_url)
        return lambda name: self._service.address(name, base)

    def _opened(self, key: Key, text: str) -> str:
        return cursor.opened(text, owner=key.prefix, secret=self._service.settings.secret)


def _generation_id(request: Request) -> str:
    found = request.query_params.getlist("generation_id")
    return found[0] if len(found) == 1 else str(single(request, BY_ID)["generation_id"])


def _origin(request: Request) -> Origin:
    shown = request.headers.get("x-kinema-origin")
    return Origin.PLAYGROUND if shown == PLAYGROUND else Origin.API


def _idempotency_key(request: Request) -> str | None:
    given = request.headers.get("idempotency-key")
    if given is not None and not IDEMPOTENCY_KEY.fullmatch(given):
        issue = custom(
            "Idempotency-Key must be 1 to 255 visible ASCII characters", ("Idempotency-Key",)
        )
        raise Invalid(INVALID_BODY, [issue])
    return given


def _event(name: str, body: dict[str, object]) -> str:
    return f"event: {name}\ndata: {json.dumps(body, separators=(',', ':'))}\n\n"
