import json
import re
import time
from datetime import timedelta

import httpx
import pytest
import sqlalchemy as sa

from kinema.accounts import keys
from kinema.accounts.keys import Terms
from kinema.clock import now
from kinema.house import FILM, House
from kinema.protocols.aimlapi.wire import PATHS

GOOD: dict[str, object] = {"model": "kling-video/v1/standard/text-to-video", "prompt": "a red fox"}


def asked(client: httpx.Client) -> str:
    answer = client.post(PATHS[0], json=GOOD)
    assert answer.status_code == 200
    return str(answer.json()["id"])


def poll(client: httpx.Client, generation_id: str, path: str = PATHS[0]) -> httpx.Response:
    return client.get(path, params={"generation_id": generation_id})


def test_an_id_is_21_url_safe_characters(client: httpx.Client) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_-]{20}", asked(client))


@pytest.mark.parametrize("path", PATHS)
def test_every_path_polls_what_any_path_created(client: httpx.Client, path: str) -> None:
    generation_id = asked(client)
    answer = poll(client, generation_id, path)
    assert answer.json() == {"id": generation_id, "status": "queued"}
    assert answer.headers["x-inference-id"] == generation_id


def test_a_film_that_is_made_is_generating(house: House, client: httpx.Client) -> None:
    generation_id = asked(client)
    house.begin(generation_id)
    assert poll(client, generation_id).json() == {"id": generation_id, "status": "generating"}


def test_a_film_that_is_done_has_an_address_that_needs_no_key(
    house: House, client: httpx.Client
) -> None:
    generation_id = asked(client)
    house.finish(generation_id)
    body = poll(client, generation_id).json()
    assert list(body) == ["id", "status", "video", "meta"]
    assert body["status"] == "completed"
    assert body["meta"] == {"usage": {"credits_used": 315_000, "usd_spent": 0.1575}}
    assert next(iter(body["video"])) == "url"
    with house.visitor() as visitor:
        film = visitor.get(body["video"]["url"])
    assert film.content == FILM
    assert film.headers["content-type"] == "video/mp4"


def test_a_film_that_cannot_be_made_says_why(house: House, client: httpx.Client) -> None:
    generation_id = asked(client)
    house.fail(generation_id)
    answer = poll(client, generation_id)
    assert answer.status_code == 200
    assert answer.json() == {
        "id": generation_id,
        "status": "error",
        "error": {"name": "EngineFailed", "message": "There was no light."},
    }
    assert answer.headers["x-aimlapi-credits-used"] == "0"


def test_a_cancelled_film_is_an_error_for_good(client: httpx.Client) -> None:
    generation_id = asked(client)
    first = client.delete(PATHS[0], params={"generation_id": generation_id})
    again = client.delete(PATHS[0], params={"generation_id": generation_id})
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json() == poll(client, generation_id).json()
    assert first.json()["error"]["name"] == "GenerationCancelled"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "unknown",
    [
        "a",
        "XXLhM-WwM1UXTVnR5w9EV",
        "50f3e8ae-0000-0000-0000-000000000000:kling-video/v1.6/pro/effects",
        "866889456698785798",
        "cgt-20250707123456-abcde",
        "\0",
        "x" * 5000,
        "雪",
        "",
        "'; DROP TABLE generations; --",
    ],
    ids=["short", "nanoid", "uuid", "number", "cgt", "nul", "long", "chinese", "empty", "sql"],
)
def test_an_unknown_id_is_not_found(client: httpx.Client, path: str, unknown: str) -> None:
    answer = poll(client, unknown, path)
    assert answer.status_code == 404
    assert answer.json()["message"] == answer.json()["error"]["message"] == "Inference not found"


def test_another_keys_film_is_not_found(house: House, client: httpx.Client) -> None:
    generation_id = asked(client)
    with house.client() as stranger:
        for answer in (
            poll(stranger, generation_id),
            stranger.delete(PATHS[0], params={"generation_id": generation_id}),
            stranger.get(PATHS[0] + "/events", params={"generation_id": generation_id}),
        ):
            assert answer.status_code == 404
    assert poll(client, generation_id).json()["status"] == "queued"


@pytest.mark.parametrize("path", PATHS)
def test_a_poll_without_an_id_says_so(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    body = answer.json()
    assert answer.status_code == 400
    assert body["message"] == "Query validation error!"
    assert json.dumps(body["error"]["data"], separators=(",", ":")) == (
        '[{"code":"invalid_type","expected":"string","received":"undefined",'
        '"path":["generation_id"],"message":"Required"}]'
    )
    assert list(body) == [
        "title",
        "status",
        "statusCode",
        "message",
        "path",
        "instance",
        "requestId",
        "timestamp",
        "error",
    ]


def test_an_id_given_twice_is_a_list_and_so_of_a_wrong_type(client: httpx.Client) -> None:
    answer = client.get(PATHS[0] + "?generation_id=a&generation_id=b")
    assert answer.json()["error"]["data"][0]["received"] == "array"


def test_the_body_of_a_poll_is_never_read(client: httpx.Client) -> None:
    generation_id = asked(client)
    headers = {"content-type": "application/json"}
    for content in (b"", b"{}", b"{broken"):
        answer = client.request(
            "GET", f"{PATHS[0]}?generation_id={generation_id}", content=content, headers=headers
        )
        assert answer.json()["status"] == "queued"


KEYS: dict[str, dict[str, str]] = {
    "none": {},
    "empty": {"authorization": ""},
    "no scheme": {"authorization": "0" * 32},
    "basic": {"authorization": "Basic " + "0" * 32},
    "wrong": {"authorization": "Bearer " + "0" * 32},
    "short": {"authorization": "Bearer 0"},
    "bytes": {"authorization": "Bearer \xff\xfe"},
    "long": {"authorization": "Bearer " + "0" * 9000},
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("case", KEYS)
def test_without_a_valid_key_there_is_401_before_anything_else(
    house: House, path: str, case: str
) -> None:
    with house.visitor() as visitor:
        visitor.headers.update({k.encode(): v.encode("latin-1") for k, v in KEYS[case].items()})
        for answer in (visitor.post(path, content=b"{broken"), visitor.get(path)):
            assert answer.status_code == 401
            assert answer.json()["message"].startswith("This request requires a valid API key.")
            assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", "Bearer "])
def test_the_scheme_of_a_key_is_read_loosely(house: House, scheme: str) -> None:
    with house.visitor() as visitor:
        visitor.headers["authorization"] = f"{scheme} {house.key()}"
        assert visitor.get(PATHS[0]).status_code == 400


def test_a_revoked_key_stops_within_a_second(house: House) -> None:
    key = house.key()
    with house.client(key) as client:
        generation_id = asked(client)
        with house.service.engine.begin() as db:
            keys.delete(db, key[:8], at=now())
        end = time.monotonic() + 1
        while poll(client, generation_id).status_code == 200:
            assert time.monotonic() < end
        assert poll(client, generation_id).status_code == 401


def test_a_key_may_be_for_one_model_only(house: House) -> None:
    scope = frozenset({"model:kling-video/v1/pro/text-to-video"})
    with house.client(house.key(Terms(scopes=scope))) as client:
        assert client.post(PATHS[0], json=GOOD).status_code == 403
        pro = GOOD | {"model": "kling-video/v1/pro/text-to-video"}
        assert client.post(PATHS[0], json=pro).status_code == 200


def test_the_list_pages_through_the_callers_own_films(house: House, client: httpx.Client) -> None:
    made = [asked(client) for _ in range(5)]
    seen, cursor = [], None
    while True:
        params = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        body = client.get(PATHS[0] + "/list", params=params).json()
        seen += [entry["id"] for entry in body["data"]]
        if not body["has_more"]:
            break
        cursor = body["next_cursor"]
    assert seen == made[::-1]
    assert "next_cursor" not in body
    with house.client() as stranger:
        answer = stranger.get(PATHS[0] + "/list", params={"cursor": cursor})
        assert answer.status_code == 400


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=-1", "limit=1000000000", "limit=x", "limit=1.5", "cursor=x"]
)
def test_a_bad_page_is_refused(client: httpx.Client, query: str) -> None:
    answer = client.get(f"{PATHS[0]}/list?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]["data"][0]["path"] == [query.partition("=")[0]]


def test_events_tell_until_the_end(house: House, client: httpx.Client) -> None:
    generation_id = asked(client)
    events = []
    url = f"{PATHS[0]}/events"
    with client.stream("GET", url, params={"generation_id": generation_id}) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        for line in answer.iter_lines():
            if line.startswith("data: "):
                events.append(json.loads(line.removeprefix("data: ")))
                if len(events) == 1:
                    house.begin(generation_id)
                if len(events) == 2:
                    house.finish(generation_id)
    assert [event["status"] for event in events] == ["queued", "generating", "completed"]
    assert events[1]["phase"] == "filming"
    assert events[1]["progress"] == 0.5
    assert events[1]["eta_seconds"] >= 0
    assert "video" in events[2]


def test_the_same_idempotency_key_asks_once(house: House, client: httpx.Client) -> None:
    headers = {"idempotency-key": "one"}
    answers = [client.post(PATHS[0], json=GOOD, headers=headers) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    other = client.post(PATHS[0], json=GOOD | {"prompt": "a bear"}, headers=headers)
    assert other.status_code == 409
    with house.client() as stranger:
        theirs = stranger.post(PATHS[0], json=GOOD, headers=headers).json()
    assert theirs["id"] != answers[0].json()["id"]
    bad = client.post(PATHS[0], json=GOOD, headers={"idempotency-key": "x" * 256})
    assert bad.status_code == 400


def test_who_has_no_credits_is_refused_as_documented(small_house: House) -> None:
    key = small_house.key()
    with small_house.client(key) as client:
        assert client.post(PATHS[0], json={}).status_code == 400
        answer = client.post(PATHS[0], json=GOOD)
    assert answer.status_code == 403
    assert answer.json()["error"]["data"] == {"kind": "err_insufficent_credits"}
    assert answer.json()["message"].startswith("You've run out of credits.")
    assert small_house.rows("generations") == small_house.rows("postings") == 0


def test_who_has_enough_under_way_is_told_when_to_come_back(small_house: House) -> None:
    small_house.grant(1_000_000_000)
    with small_house.client() as client:
        made = [asked(client) for _ in range(2)]
        busy = client.post(PATHS[0], json=GOOD)
        assert busy.status_code == 429
        assert int(busy.headers["retry-after"]) >= 1
        assert busy.json()["message"] == "Too Many Requests"
        assert poll(client, made[0]).status_code == 200
        small_house.finish(made[0])
        asked(client)
    with small_house.client() as other:
        asked(other)
        assert other.post(PATHS[0], json=GOOD).status_code == 429


def test_a_request_id_comes_back_if_it_is_well_formed(client: httpx.Client) -> None:
    answer = client.get(PATHS[0], headers={"x-client-request-id": "a.b:c-1"})
    assert answer.headers["x-client-request-id"] == "a.b:c-1"
    for bad in ("a b", "x" * 129, "a\tb", "é"):
        answer = client.get(PATHS[0], headers={b"x-client-request-id": bad.encode()})
        assert "x-client-request-id" not in answer.headers


def test_a_browser_may_ask_and_read_every_header(client: httpx.Client) -> None:
    preflight = client.options(
        PATHS[0],
        headers={
            "origin": "https://example.org",
            "access-control-request-method": "POST",
            "access-control-request-headers": "authorization,x-aimlapi-integration-name",
        },
    )
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-headers"].startswith("authorization,x-aimlapi")
    exposed = client.get(PATHS[0]).headers["access-control-expose-headers"]
    for name in ("x-inference-id", "x-client-request-id", "x-aimlapi-credits-used"):
        assert name in exposed


@pytest.mark.parametrize("path", [*PATHS, "/healthz", "/files/a.mp4"])
def test_a_method_that_is_not_there_names_those_that_are(client: httpx.Client, path: str) -> None:
    answer = client.request("PATCH", path)
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert answer.json()["error"]["name"] == "MethodNotAllowedException"
    assert client.options(path).headers["allow"] == answer.headers["allow"]


def test_head_answers_as_get_without_a_body(client: httpx.Client) -> None:
    head, get = client.head(PATHS[0]), client.get(PATHS[0])
    assert head.status_code == get.status_code
    assert head.content == b""
    assert client.head("/healthz").status_code == 200


def test_an_unknown_path_has_the_same_form_of_error(client: httpx.Client) -> None:
    answer = client.get("/v3/nothing%00\u2028")
    assert answer.status_code == 404
    assert answer.json()["error"]["name"] == "NotFoundException"


def test_it_says_that_it_lives_and_how_it_does(house: House, client: httpx.Client) -> None:
    asked(client)
    with house.visitor() as visitor:
        assert visitor.get("/healthz").json() == {"status": "ok"}
        assert visitor.get("/readyz").json() == {"status": "ok", "workers": 0}
        metrics = visitor.get("/metrics").text
    assert 'kinema_generations{state="queued"}' in metrics
    assert 'route="/v2/video/generations"' in metrics


def test_an_idempotency_key_is_free_again_after_a_day(house: House, client: httpx.Client) -> None:
    headers = {"idempotency-key": "daily"}
    first = client.post(PATHS[0], json=GOOD, headers=headers).json()["id"]
    yesterday = (now() - timedelta(hours=25)).timestamp()
    with house.service.engine.begin() as db:
        statement = sa.text("UPDATE generations SET added_at = :at WHERE id = :id")
        db.execute(statement, {"at": yesterday, "id": first})
    other = client.post(PATHS[0], json=GOOD | {"prompt": "a bear"}, headers=headers)
    assert other.status_code == 200
    assert other.json()["id"] != first


def test_the_seed_counts_for_an_idempotency_key_only_if_the_caller_chose_it(
    client: httpx.Client,
) -> None:
    headers = {"idempotency-key": "seeded"}
    seeds: list[dict[str, object]] = [{}, {}, {"seed": 1}]
    answers = [client.post(PATHS[0], json=GOOD | seed, headers=headers) for seed in seeds]
    assert [answer.status_code for answer in answers] == [200, 200, 409]


def test_an_address_begins_with_the_host_that_was_asked(house: House, client: httpx.Client) -> None:
    generation_id = asked(client)
    house.finish(generation_id)
    params = {"generation_id": generation_id}
    for host, start in (("films.test:81", "http://films.test:81/"), ("a b", "http://localhost/")):
        answer = client.get(PATHS[0], params=params, headers={"host": host})
        assert answer.json()["video"]["url"].startswith(start)
