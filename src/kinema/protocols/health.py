"""Whether the service lives, whether it can work, and how it does: for machines."""

from collections.abc import Iterable, Sequence
from http import HTTPStatus

import sqlalchemy as sa
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute
from typing_extensions import override

from kinema.accounts import limits
from kinema.generations.state import State
from kinema.protocols.answer import Answer
from kinema.protocols.http import route
from kinema.protocols.service import Service


def routes(service: Service, registry: CollectorRegistry) -> Sequence[BaseRoute]:
    """Return the routes of liveness, readiness and metrics."""
    registry.register(Queue(service))

    async def alive(_request: Request) -> Response:
        return Answer({"status": "ok"})

    async def ready(_request: Request) -> Response:
        try:
            workers = await service.ask(lambda db: limits.workers(db, at=service.clock()))
        except sa.exc.SQLAlchemyError as error:
            body = {"status": "unavailable", "database": type(error).__name__}
            return Answer(body, HTTPStatus.SERVICE_UNAVAILABLE)
        return Answer({"status": "ok", "workers": workers})

    async def metrics(_request: Request) -> Response:
        text = await service.ask(lambda _db: generate_latest(registry))
        return Response(text, media_type=CONTENT_TYPE_LATEST)

    return [
        route("/healthz", {"GET": alive}),
        route("/readyz", {"GET": ready}),
        route("/metrics", {"GET": metrics}),
    ]


class Queue(Collector):
    """How many generations are in each state, and how many workers make them."""

    def __init__(self, service: Service) -> None:
        self._service = service

    @override
    def collect(self) -> Iterable[Metric]:
        """Count, at the moment somebody looks."""
        counts, workers = self._service.read(self._count)
        films = GaugeMetricFamily(
            "kinema_generations", "Generations under way by state.", labels=["state"]
        )
        for state in (State.QUEUED, State.RUNNING):
            films.add_metric([state.value], counts.get(state.value, 0))
        yield films
        yield GaugeMetricFamily("kinema_workers", "Workers that are alive.", value=workers)

    def describe(self) -> Iterable[Metric]:
        """Name nothing beforehand, so that registering asks the database nothing."""
        return []

    def _count(self, db: sa.Connection) -> tuple[dict[str, int], int]:
        return limits.under_way(db), limits.workers(db, at=self._service.clock())
