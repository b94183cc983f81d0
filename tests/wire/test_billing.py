from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import httpx
import pytest

from kinema.accounts import ledger
from kinema.house import House
from kinema.protocols.aimlapi.billing_wire import days

POST = "/v2/video/generations"
GOOD = {"model": "kling-video/v1/standard/text-to-video", "prompt": "a red fox"}
OPEN = ("/v2/billing", "/v2/billing/detail", "/v1/billing/balance", "/v2/billing/transactions")


def made(house: House, client: httpx.Client, *, ends: str) -> str:
    generation_id = str(client.post(POST, json=GOOD).json()["id"])
    {"well": house.finish, "badly": house.fail}[ends](generation_id)
    return generation_id


def test_credits_move_from_the_grant_to_the_charge(small_house: House) -> None:
    small_house.grant(2_000_000)
    with small_house.client() as client:
        film = made(small_house, client, ends="well")
        made(small_house, client, ends="badly")
        balance = client.get("/v2/billing").json()
        assert balance == {"current_balance": 0.8425, "currency": "USD"}
        assert client.get("/v1/billing/balance").json()["balance"] == 1_685_000
        detail = client.get("/v2/billing/detail").json()
        assert detail["current_balance"] == 0.8425
        assert not detail["autotopup_settings"]["is_enabled"]
        charge, payment = client.get("/v2/billing/transactions").json()["data"]
    assert charge["type"] == "MODEL_USAGE"
    assert charge["amount"] == {"usd": 0.1575, "credits": 315_000}
    assert charge["reference_id"] == film
    assert (payment["direction"], payment["type"]) == ("TOPUP", "PAYMENT")
    assert "model" not in payment
    assert small_house.service.read(ledger.imbalance) == []


def test_transactions_come_in_pages_and_by_kind(small_house: House) -> None:
    for amount in (1, 2, 3, -1):
        small_house.grant(amount)
    url = "/v2/billing/transactions"
    with small_house.client() as client:
        first = client.get(url, params={"limit": "3"}).json()
        cursor = first["pagination"]["next_cursor"]
        second = client.get(url, params={"limit": "3", "cursor": cursor}).json()
        assert second["pagination"] == {"has_more": False}
        amounts = [one["amount"]["credits"] for one in first["data"] + second["data"]]
        assert amounts == [1, 3, 2, 1]
        charges = client.get(url, params={"direction": "CHARGE"}).json()["data"]
        assert len(charges) == 1
        assert client.get(url, params={"type": "MODEL_USAGE"}).json()["data"] == []
        past = {"to": "2020-01-01T00:00:00Z"}
        assert client.get(url, params=past).json()["data"] == []
        tampered = cursor[:-1] + ("A" if cursor[-1] != "A" else "B")
        assert client.get(url, params={"cursor": tampered}).status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=1000000000",
        "limit=x",
        "limit=1&limit=2",
        "direction=UP",
        "type=GIFT",
        "cursor=x",
        "cursor=%00",
        "from=2020-01-01",
        "from=yesterday",
        "from=2020-01-01T00:00:00",
        "from=2021-01-01T00:00:00Z&to=2020-01-01T00:00:00Z",
        "from=9999-12-31T23:59:59-23:59",
        "nonsense=1",
    ],
)
def test_a_bad_query_for_transactions_is_refused(client: httpx.Client, query: str) -> None:
    answer = client.get(f"/v2/billing/transactions?{query}")
    assert answer.status_code == 400
    assert answer.json()["message"] == "Query validation error!"


def test_usage_counts_what_was_asked_and_charged(small_house: House) -> None:
    small_house.grant(100_000_000)
    key = small_house.key()
    with small_house.client(key) as client:
        made(small_house, client, ends="well")
        made(small_house, client, ends="badly")
        usage = client.get("/v2/usage?period=24h").json()
        assert (usage["spend"], usage["requests"]) == (0.1575, 2)
        assert usage["api_key_prefix"] is None
        query = "period=7d&group_by=day,model&tz=Europe/Berlin"
        detail = client.get(f"/v2/usage/detail?{query}").json()
        assert detail["models"] == [{"model": GOOD["model"], "spend": 0.1575, "requests": 2}]
        (group,) = detail["groups"]
        assert group["model"] == GOOD["model"]
        assert group["requests"] == {"total": 2, "charged": 1, "succeeded": 1, "failed": 1}
        by_model = client.get("/v2/usage/detail?period=7d&group_by=model").json()
        assert "day" not in by_model["groups"][0]
        by_day = client.get("/v2/usage/detail?period=7d&group_by=day").json()
        assert "model" not in by_day["groups"][0]
    with small_house.client() as other:
        assert other.get("/v2/usage?period=24h").json()["requests"] == 2
        mine = other.get("/v2/usage", params={"period": "24h", "key_prefix": key[:8]}).json()
        assert (mine["api_key_prefix"], mine["requests"]) == (key[:8], 2)
        own = other.headers["authorization"].split()[1][:8]
        assert other.get(f"/v2/usage?period=24h&key_prefix={own}").json()["requests"] == 0


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("period=1y", 400),
        ("period=24h&start=2020-01-01T00:00:00", 400),
        ("start=2020-01-01T00:00:00", 400),
        ("start=2020-01-02T00:00:00&end=2020-01-01T00:00:00", 400),
        ("start=2020-01-01&end=2020-04-03", 400),
        ("start=2020-01-01&end=2020-04-02", 200),
        ("period=24h&group_by=day", 400),
        ("period=24h&tz=UTC", 400),
        ("period=24h&key_prefix=00000000", 403),
        ("period=24h&key_prefix=%00", 400),
    ],
)
def test_usage_wants_one_good_window(client: httpx.Client, query: str, status: int) -> None:
    assert client.get(f"/v2/usage?{query}").status_code == status


@pytest.mark.parametrize("query", ["tz=Mars/Base", "tz=../etc", "group_by=hour", "tz=a&tz=b"])
def test_usage_in_detail_wants_good_groups(client: httpx.Client, query: str) -> None:
    assert client.get(f"/v2/usage/detail?period=24h&{query}").status_code == 400


def test_the_log_lists_what_has_ended(small_house: House) -> None:
    small_house.grant(100_000_000)
    with small_house.client() as client:
        headers = {"x-client-request-id": "mine", "x-kinema-origin": "playground"}
        first = client.post(POST, json=GOOD, headers=headers).json()["id"]
        small_house.finish(first)
        second = made(small_house, client, ends="badly")
        client.post(POST, json=GOOD)
        body = client.get("/v2/logs?period=24h").json()
        assert [one["inference_id"] for one in body["data"]] == [second, first]
        assert body["pagination"] == {"limit": 50, "offset": 0, "total": 2, "has_more": False}
        failed, succeeded = body["data"]
        assert (failed["status"], failed["cost"]) == ("failed", {"usd": 0.0, "credits": 0})
        assert succeeded["cost"]["credits"] == 315_000
        assert (succeeded["origin"], succeeded["client_request_id"]) == ("playground", "mine")
        for query, count in (
            ("status=failed", 1),
            ("status=failed&status=succeeded", 2),
            ("model=veo2", 0),
            (f"model=veo2&model={GOOD['model']}", 2),
            ("limit=1&offset=1", 1),
            ("offset=9007199254740992", 0),
        ):
            found = client.get(f"/v2/logs?period=24h&{query}").json()["data"]
            assert len(found) == count


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("status=lost", 400),
        ("limit=0", 400),
        ("limit=101", 400),
        ("offset=-1", 400),
        ("offset=1e99", 400),
        ("group_by=day", 400),
        ("&".join(["model=a"] * 51), 400),
        ("key_prefix=00000000", 404),
    ],
)
def test_a_bad_query_for_the_log_is_refused(client: httpx.Client, query: str, status: int) -> None:
    assert client.get(f"/v2/logs?period=24h&{query}").status_code == status


def test_the_log_can_be_read_200_times_a_minute(client: httpx.Client) -> None:
    answers = [client.get("/v2/logs?period=24h") for _ in range(201)]
    assert {answer.status_code for answer in answers[:200]} == {200}
    assert answers[200].status_code == 429
    assert 1 <= int(answers[200].headers["retry-after"]) <= 60


@pytest.mark.parametrize("path", [*OPEN, "/v2/usage", "/v2/logs", "/v1/key", "/v1/keys"])
def test_without_a_key_nothing_is_told(house: House, path: str) -> None:
    with house.visitor() as visitor:
        assert visitor.get(path).status_code == 401


def test_days_follow_the_clock_of_their_zone() -> None:
    start = datetime(2026, 3, 28, 12, tzinfo=UTC)
    stop = datetime(2026, 3, 30, 12, tzinfo=UTC)
    cut = days(start, stop, ZoneInfo("Europe/Berlin"))
    assert [int((b.timestamp() - a.timestamp()) // 3600) for a, b in cut] == [11, 23, 14]
