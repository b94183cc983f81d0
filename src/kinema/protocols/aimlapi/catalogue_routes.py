"""The catalogue over HTTP. It needs no key."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from kinema.accounts import limits
from kinema.errors import NotFound
from kinema.protocols.answer import Answer
from kinema.protocols.http import base_url, route
from kinema.protocols.service import Service

from . import catalogue
from .catalogue_wire import LISTS, METRICS
from .requests import single
from .wire import PATHS

WINDOW = timedelta(seconds=300)


def routes(service: Service) -> Sequence[BaseRoute]:
    """Return the routes of the catalogue."""

    async def several(request: Request) -> Response:
        query = catalogue.read_filter(request.query_params.multi_items())
        base = base_url(request, service.settings.public_url)
        data = catalogue.listed(query, service.catalogue, base)
        return tagged(request, {"object": "list", "data": data})

    async def one(request: Request) -> Response:
        model = catalogue.found(request.path_params["id"])
        if model is None:
            raise NotFound("Model not found")
        query = catalogue.read_filter(request.query_params.multi_items())
        base = base_url(request, service.settings.public_url)
        data = catalogue.entry(model, query, service.catalogue, base)
        return tagged(request, {"object": "model", "data": data})

    async def metrics(request: Request) -> Response:
        asked = single(request, METRICS).get("aliases")
        at = service.clock()
        times = await service.ask(lambda db: limits.service_times(db, since=at - WINDOW))
        names = [str(name) for name in asked] if isinstance(asked, list) else list(times)
        return Answer(
            {
                "window_seconds": int(WINDOW.total_seconds()),
                "generated_at": at.isoformat(timespec="milliseconds"),
                "models": [
                    {
                        "alias": name,
                        "endpoint": PATHS[0],
                        "metrics": {"duration_ms": catalogue.durations(times[id_])},
                    }
                    for name in names
                    if (id_ := catalogue.canonical(name)) in times
                ],
            }
        )

    return [
        *(route(path, {"GET": several}) for path in LISTS),
        route("/models/metrics", {"GET": metrics}),
        route("/model/{id:path}", {"GET": one}),
    ]


def tagged(request: Request, body: Mapping[str, object]) -> Response:
    """Return an answer that a client which has it already need not fetch again."""
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    tag = f'W/"{digest[:32]}"'
    known = {part.strip() for part in request.headers.get("if-none-match", "").split(",")}
    if known & {tag, tag.removeprefix("W/"), "*"}:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"etag": tag})
    return Answer(body, headers={"etag": tag})
