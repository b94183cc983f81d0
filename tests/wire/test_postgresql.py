"""One walk through the whole API on PostgreSQL: the same statements, another database."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

from kinema.accounts import ledger
from kinema.accounts.keys import MANAGE, Terms
from kinema.house import House, opened

POST = "/v2/video/generations"
GOOD = {"model": "kling-video/v1/standard/text-to-video", "prompt": "a red fox"}


@pytest.fixture
def house(postgresql: str, tmp_path: Path) -> Iterator[House]:
    server, name = sa.make_url(postgresql), f"kinema_{uuid4().hex}"
    address = server.set(drivername="postgresql+psycopg")
    admin = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    with admin.connect() as db:
        db.execute(sa.text(f"CREATE DATABASE {name}"))
    admin.dispose()
    url = server.set(database=name).render_as_string(hide_password=False)
    with opened(tmp_path, database_url=url, require_credits="1", limit_per_key="3") as made:
        yield made


def test_the_whole_api_works_on_postgresql(house: House) -> None:
    house.grant(10_000_000)
    with house.client() as client:
        headers = {"idempotency-key": "one"}
        made = [client.post(POST, json=GOOD, headers=headers).json()["id"] for _ in range(2)]
        assert made[0] == made[1]
        other = client.post(POST, json=GOOD).json()["id"]
        third = client.post(POST, json=GOOD).json()["id"]
        assert client.post(POST, json=GOOD).status_code == 429
        house.finish(made[0])
        house.fail(other)
        assert client.delete(POST, params={"generation_id": third}).json()["status"] == "error"
        seen = client.get(POST, params={"generation_id": made[0]}).json()
        assert seen["status"] == "completed"
        assert client.get(POST, params={"generation_id": "\0"}).status_code == 404
        assert len(client.get(POST + "/list").json()["data"]) == 3
        assert client.get("/v2/billing").json()["current_balance"] == 4.8425
        page = client.get("/v2/billing/transactions", params={"limit": "1"}).json()["pagination"]
        cursor = {"limit": "1", "cursor": page["next_cursor"]}
        payment = client.get("/v2/billing/transactions", params=cursor).json()["data"][0]
        assert payment["type"] == "PAYMENT"
        query = {"direction": "CHARGE", "type": "MODEL_USAGE", "from": "2020-01-01T00:00:00Z"}
        assert len(client.get("/v2/billing/transactions", params=query).json()["data"]) == 1
        assert client.get("/v2/usage?period=24h").json()["requests"] == 3
        assert client.get("/v2/usage/detail?period=7d&group_by=day,model").status_code == 200
        log = client.get(f"/v2/logs?period=24h&model={GOOD['model']}&status=failed").json()
        assert log["pagination"]["total"] == 2
        assert client.get("/models/metrics").json()["models"]
    with house.visitor() as visitor:
        assert visitor.get("/readyz").json()["status"] == "ok"
        assert "kinema_generations" in visitor.get("/metrics").text
        assert visitor.get(seen["video"]["url"]).status_code == 200
    assert house.service.read(ledger.imbalance) == []


def test_keys_are_managed_on_postgresql(house: House) -> None:
    with house.client(house.key(Terms(scopes=frozenset({MANAGE})))) as manager:
        limit = {"retention": "week", "threshold": 0.1}
        made = manager.post("/v1/keys", json={"limit": limit}).json()["data"]
        path = f"/v1/keys/{made['prefix']}"
        house.grant(10_000_000)
        with house.client(made["key"]) as client:
            assert client.post(POST, json=GOOD).status_code == 403
            assert manager.patch(path, json={"limit": None}).status_code == 200
            assert client.post(POST, json=GOOD).status_code == 200
        assert len(manager.get("/v1/keys").json()["data"]) >= 2
        assert manager.delete(path).status_code == 200
