"""The queue over HTTP, for operators: this service's own addition, with a key of scope ``manage``.

What is being made and who makes it is counted for the whole service; films are shown to none but
the account they belong to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from kinema import database
from kinema.accounts import limits
from kinema.accounts.keys import MANAGE
from kinema.errors import NotAllowed
from kinema.generations import store
from kinema.generations.generation import Generation
from kinema.generations.leases import Term, leases
from kinema.generations.state import State
from kinema.protocols.answer import Answer
from kinema.protocols.http import route
from kinema.protocols.service import Service

from . import billing_wire, replies

SHOWN = 100  # films under way, and as many that failed


def routes(service: Service) -> Sequence[BaseRoute]:
    """Return the route of the queue."""
    return [route("/v2/queue", {"GET": Watch(service).queue})]


@dataclass(frozen=True, slots=True)
class Watch:
    """Where an operator sees what goes on."""

    service: Service

    async def queue(self, request: Request) -> Response:
        """Tell what waits, what is being made, by whom, and what failed lately."""
        key = await self.service.key(request)
        if not key.allows(MANAGE):
            raise NotAllowed("This endpoint needs a management key")
        return Answer(await self.service.ask(lambda db: _seen(db, key.account_id)))


def _seen(db: sa.Connection, account_id: str) -> dict[str, object]:
    counts = limits.under_way(db)
    return {
        "queued": counts.get(State.QUEUED, 0),
        "running": counts.get(State.RUNNING, 0),
        "workers": _workers(db),
        "data": [_film(one) for one in store.unfinished(db, account_id, limit=SHOWN)],
        "failed": [_film(one) for one in store.failures(db, account_id, limit=SHOWN)],
    }


def _workers(db: sa.Connection) -> list[dict[str, object]]:
    now = database.clock(db)
    return [
        {
            "name": lease.executor,
            "pool": lease.pool,
            "alive": now - lease.beat_at < Term().dead,
            "seen_at": billing_wire.iso(lease.beat_at),
        }
        for lease in sorted(leases(db), key=lambda lease: (lease.pool, lease.executor))
    ]


def _film(one: Generation) -> Mapping[str, object]:
    body: dict[str, object] = {
        "id": one.id,
        "status": replies.STATUS[one.state],
        "model": one.model,
        "prompt": one.request.prompt,
        "created_at": billing_wire.iso(one.added_at),
        "key_prefix": one.key_id,
    }
    if one.state is State.FAILED:
        return body | {"error": {"name": one.error_name, "message": one.error_message}}
    return body | {"phase": one.phase or body["status"], "progress": one.progress}
