from collections.abc import Iterator

import httpx
import pytest

from kinema.accounts.keys import MANAGE, Terms
from kinema.house import House

POST = "/v2/video/generations"
GOOD = {"model": "kling-video/v1/standard/text-to-video", "prompt": "a red fox"}


@pytest.fixture
def manager(house: House) -> Iterator[httpx.Client]:
    with house.client(house.key(Terms(name="m", scopes=frozenset({MANAGE})))) as made:
        yield made


def test_a_key_lives_from_its_creation_to_its_deletion(house: House, manager: httpx.Client) -> None:
    wanted = {
        "name": "films",
        "scopes": ["model:video"],
        "limit": {"retention": "day", "threshold": 0.2},
        "expires_at": "2100-01-01T00:00:00+02:00",
    }
    made = manager.post("/v1/keys", json=wanted).json()["data"]
    assert made["prefix"] == made["key"][:8]
    assert made["limit"] == wanted["limit"]
    assert made["scopes"] == wanted["scopes"]
    assert made["expires_at"] == "2099-12-31T22:00:00.000Z"
    path = f"/v1/keys/{made['prefix']}"
    assert "key" not in manager.get(path).json()["data"]
    with house.client(made["key"]) as client:
        first = client.post(POST, json=GOOD)
        assert first.status_code == 200
        house.finish(first.json()["id"])
        assert client.get("/v1/key").json()["data"]["monthly_usage"] == 0.1575
        assert client.post(POST, json=GOOD).status_code == 403
        more = {"limit": None, "scopes": ["model:kling-video/v1/pro/text-to-video"]}
        assert manager.patch(path, json=more).json()["data"]["name"] == "films"
    assert manager.patch(path, json={"disabled": True}).json()["data"]["disabled"]
    assert manager.put(path, json={"name": "new"}).json()["data"]["scopes"] is None
    assert manager.delete(path).json() == {"data": {"prefix": made["prefix"], "deleted": True}}
    assert manager.get(path).status_code == 404
    assert manager.delete(path).status_code == 404


def test_keys_are_listed_without_themselves(manager: httpx.Client) -> None:
    made = [manager.post("/v1/keys", json={}).json()["data"] for _ in range(2)]
    data = manager.get("/v1/keys").json()["data"]
    prefixes = [key["prefix"] for key in data]
    assert [key["prefix"] for key in made] == prefixes[-2:]
    assert not any("key" in key for key in data)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_ordinary_key_manages_nothing(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/v1/keys").status_code == 403
    for other in ("GET", "PATCH", "PUT", "DELETE"):
        assert client.request(other, "/v1/keys/01234567").status_code == 403


def test_a_management_key_makes_no_films(manager: httpx.Client) -> None:
    assert manager.post(POST, json=GOOD).status_code == 403
    assert manager.get("/v2/billing/transactions").status_code == 403


BAD = {
    "unknown": {"colour": "red"},
    "name": {"name": 5},
    "name long": {"name": "x" * 257},
    "name NUL": {"name": "\0"},
    "scopes": {"scopes": "model:video"},
    "scope": {"scopes": ["model:everything"]},
    "limit": {"limit": 5},
    "no threshold": {"limit": {"retention": "day"}},
    "retention": {"limit": {"retention": "year", "threshold": 1}},
    "negative": {"limit": {"retention": "day", "threshold": -1}},
    "huge": {"limit": {"retention": "day", "threshold": 1e300}},
    "limit unknown": {"limit": {"retention": "day", "threshold": 1, "x": 1}},
    "date": {"expires_at": "tomorrow"},
    "date far": {"expires_at": "0001-01-01T00:00:00+23:59"},
    "a list": [],
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_key_is_refused(house: House, manager: httpx.Client, case: str) -> None:
    before = house.rows("keys")
    answer = manager.post("/v1/keys", json=BAD[case])
    assert answer.status_code == 400
    assert answer.json()["error"]["data"]
    assert house.rows("keys") == before


def test_an_unknown_field_is_named_as_zod_does(manager: httpx.Client) -> None:
    answer = manager.post("/v1/keys", json={"colour": "red"})
    assert answer.json()["error"]["data"] == [
        {
            "code": "unrecognized_keys",
            "keys": ["colour"],
            "path": [],
            "message": "Unrecognized key(s) in object: 'colour'",
        }
    ]


@pytest.mark.parametrize("prefix", ["x", "0123456", "01234567", "%00", "ABCDEF01"])
def test_a_prefix_that_is_not_there_is_not_found(manager: httpx.Client, prefix: str) -> None:
    assert manager.patch(f"/v1/keys/{prefix}", json={}).status_code == 404
