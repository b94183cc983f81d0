"""The API's description over HTTP: for machines, and as a page to try it on."""

from collections.abc import Sequence
from importlib.metadata import version
from importlib.resources import files
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute

from kinema.errors import NotFound
from kinema.protocols.http import route

from . import catalogue, openapi
from .catalogue_routes import tagged
from .requests import single
from .zod.compounds import Object
from .zod.scalars import Text

QUERY = Object(
    fields=MappingProxyType({"model": Text(), "endpoint": Text()}), required=frozenset({"model"})
)


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the description."""
    release = version("kinema")
    whole = openapi.document(release)
    page = files(__package__).joinpath("docs.html").read_text("utf-8")

    async def document(request: Request) -> Response:
        return tagged(request, whole)

    async def one_model(request: Request) -> Response:
        model = catalogue.found(str(single(request, QUERY)["model"]))
        if model is None:
            raise NotFound("Model not found")
        return tagged(request, openapi.model_document(model, release))

    async def pages(_request: Request) -> Response:
        return HTMLResponse(page)

    return [
        route("/openapi.json", {"GET": document}),
        route("/docs-json", {"GET": one_model}),
        route("/docs", {"GET": pages}),
    ]
