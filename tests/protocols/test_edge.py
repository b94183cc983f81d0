import httpx
import pytest
from prometheus_client import CollectorRegistry, generate_latest
from sqlalchemy.exc import OperationalError
from starlette.types import ASGIApp, Receive, Scope, Send

from kinema.protocols.aimlapi.problem import broken
from kinema.protocols.edge import Edge


async def faulty(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise RuntimeError("a secret of the house")


async def away(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise OperationalError("SELECT", {}, RuntimeError("no route to a secret host"))


async def cut_off(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    raise RuntimeError("in the middle")


def client(app: ASGIApp, registry: CollectorRegistry) -> httpx.AsyncClient:
    edge = Edge(app, registry=registry, last_resort=broken)
    return httpx.AsyncClient(transport=httpx.ASGITransport(edge), base_url="http://films.test")


async def test_a_fault_of_the_service_tells_nothing_of_itself() -> None:
    registry = CollectorRegistry()
    async with client(faulty, registry) as caller:
        answer = await caller.request("BREW", "/v2/x", headers={"x-client-request-id": "mine"})
    assert answer.status_code == 500
    assert answer.json()["error"]["name"] == "InternalServerErrorException"
    assert "secret" not in answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-client-request-id"] == "mine"
    assert b'method="other",route="other",status="500"' in generate_latest(registry)


async def test_a_database_that_is_away_is_a_reason_to_come_back() -> None:
    async with client(away, CollectorRegistry()) as caller:
        answer = await caller.get("/v2/x")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "secret" not in answer.text


async def test_half_an_answer_is_not_followed_by_another() -> None:
    async with client(cut_off, CollectorRegistry()) as caller:
        with pytest.raises(RuntimeError, match="middle"):
            await caller.get("/")


async def test_other_talk_than_http_passes() -> None:
    heard: list[str] = []

    async def listen(scope: Scope, _receive: Receive, _send: Send) -> None:
        heard.append(scope["type"])

    edge = Edge(listen, registry=CollectorRegistry(), last_resort=broken)

    async def receive() -> dict[str, str]:
        return {}

    async def send(_message: object) -> None: ...

    await edge({"type": "lifespan"}, receive, send)
    assert heard == ["lifespan"]


@pytest.mark.parametrize(
    ("asked", "allowed"),
    [("authorization, x-a", "authorization, x-a"), ("a\x01b", "authorization, content-type")],
    ids=["named", "odd"],
)
async def test_a_preflight_allows_what_is_asked_for_by_name(asked: str, allowed: str) -> None:
    headers = {"access-control-request-method": "PUT", "access-control-request-headers": asked}
    async with client(faulty, CollectorRegistry()) as caller:
        answer = await caller.options("/", headers=headers)
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-headers"].startswith(allowed)
