"""Key management over HTTP: with a key of scope ``manage``, but for the key's own entry."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from kinema.accounts import books, keys
from kinema.accounts.keys import MANAGE, Key, Terms
from kinema.errors import NotAllowed, NotFound
from kinema.protocols.answer import Answer
from kinema.protocols.http import route
from kinema.protocols.service import Service

from .keys_wire import CHANGE, CREATE, shown, terms
from .requests import json_body
from .translate import checked
from .zod.compounds import Object
from .zod.issue import JSON


def routes(service: Service) -> Sequence[BaseRoute]:
    """Return the routes of key management."""
    desk = Desk(service)
    return [
        route("/v1/key", {"GET": desk.own}),
        route("/v1/keys", {"GET": desk.several, "POST": desk.create}),
        route(
            "/v1/keys/{prefix}",
            {"GET": desk.one, "PATCH": desk.change, "PUT": desk.replace, "DELETE": desk.delete},
        ),
    ]


class Desk:
    """Where keys are managed."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def own(self, request: Request) -> Response:
        """Show the caller's own key."""
        key = await self._service.key(request)
        return Answer({"data": await self._shown(key)})

    async def several(self, request: Request) -> Response:
        """List the keys of the account, oldest first."""
        manager = await self._manager(request)
        found = await self._service.ask(lambda db: keys.listed(db, manager.account_id))
        return Answer({"data": [await self._shown(key) for key in found]})

    async def one(self, request: Request) -> Response:
        """Show one key."""
        manager = await self._manager(request)
        return Answer({"data": await self._shown(await self._found(manager, request))})

    async def create(self, request: Request) -> Response:
        """Make a key, and show it this once."""
        manager = await self._manager(request)
        decided = terms(await self._body(request, CREATE), Terms())
        secret, account = self._service.settings.secret, manager.account_id
        key, text = await self._service.change(
            lambda db, at: keys.create(db, decided, secret=secret, at=at, account_id=account)
        )
        return Answer({"data": await self._shown(key) | {"key": text}})

    async def change(self, request: Request) -> Response:
        """Change what the body names."""
        manager = await self._manager(request)
        body = await self._body(request, CHANGE)
        before = await self._found(manager, request)
        return await self._changed(before, terms(body, before.terms))

    async def replace(self, request: Request) -> Response:
        """Decide everything anew."""
        manager = await self._manager(request)
        body = await self._body(request, CHANGE)
        return await self._changed(await self._found(manager, request), terms(body, Terms()))

    async def delete(self, request: Request) -> Response:
        """Take a key away for good."""
        manager = await self._manager(request)
        key = await self._found(manager, request)
        await self._service.change(
            lambda db, at: keys.delete(db, key.prefix, at=at, account_id=key.account_id)
        )
        return Answer({"data": {"prefix": key.prefix, "deleted": True}})

    async def _changed(self, key: Key, decided: Terms) -> Response:
        changed = await self._service.change(
            lambda db, at: keys.change(db, key.prefix, decided, account_id=key.account_id, at=at)
        )
        return Answer({"data": await self._shown(changed)})

    async def _manager(self, request: Request) -> Key:
        key = await self._service.key(request)
        if not key.allows(MANAGE):
            raise NotAllowed("This endpoint needs a management key")
        return key

    async def _body(self, request: Request, schema: Object) -> dict[str, JSON]:
        return checked(await json_body(request), schema)

    async def _found(self, manager: Key, request: Request) -> Key:
        prefix = request.path_params["prefix"]
        if not keys.PREFIX.fullmatch(prefix):
            raise NotFound("API key not found")
        found = await self._service.ask(lambda db: keys.find(db, prefix))
        if found is None or found.account_id != manager.account_id:
            raise NotFound("API key not found")
        return found

    async def _shown(self, key: Key) -> dict[str, object]:
        start = keys.window_start(keys.Retention.MONTH, self._service.clock())
        spent = await self._service.ask(
            lambda db: books.spent(db, account_id=key.account_id, key_id=key.prefix, start=start)
        )
        return shown(key, month_credits=spent)
