import httpx
import pytest

from kinema.house import House
from kinema.protocols.aimlapi.catalogue_wire import LISTS
from kinema.protocols.aimlapi.models import BY_NAME, MODELS


def ids(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200
    return [entry["id"] for entry in answer.json()["data"]]


@pytest.mark.parametrize("path", LISTS)
def test_the_catalogue_lists_every_model_without_a_key(house: House, path: str) -> None:
    with house.visitor() as visitor:
        assert ids(visitor.get(path)) == [model.id for model in MODELS]


def test_an_entry_satisfies_clients_of_today_and_of_yesterday(client: httpx.Client) -> None:
    for entry in client.get("/v1/models").json()["data"]:
        assert entry["type"] == "internal/video-generations/submit"
        assert {"text_to_video", "video_generation"} <= set(entry["capabilities"])
        assert "/v2/video/generations" in entry["endpoints"]
        assert entry["object"] == "model"
        assert entry["kinema"]["engine"] == "scene"
        assert "pricing" not in entry


@pytest.mark.parametrize(
    "query", ["include=all", "include=pricing,modalities", "details=true", "details=1"]
)
def test_more_is_shown_on_request(client: httpx.Client, query: str) -> None:
    entry = client.get(f"/v1/models?{query}").json()["data"][0]
    assert entry["pricing"]["units"][0] == {
        "name": "video",
        "measure": "second",
        "price": 0.0315,
        "per": 1,
    }
    assert entry["modalities"] == {"input": ["text"], "output": ["video"]}


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("id=KLING-video/v1/standard/text-to-video", 1),
        ("id=kling-video/v2/master/text-to-video", 1),
        ("id=kling-video/v1/pro/text-to-video,kling-video/v1/standard/text-to-video", 2),
        ("id=kling-video/v1/pro/text-to-video&id=veo2", 1),
        ("tags=tier:standard", 5),
        ("tags=tier:standard&id=kling-video/v1/pro/text-to-video", 0),
        ("type=internal/video-generations/submit", len(MODELS)),
        ("type=chat", 0),
        ("capabilities=text_to_video", len(MODELS)),
        ("modalities=image", 0),
        ("input_modalities=text&output_modalities=VIDEO", len(MODELS)),
        ("nonsense=1&include=nothing", len(MODELS)),
    ],
)
def test_filters_narrow_the_list(client: httpx.Client, query: str, count: int) -> None:
    assert len(ids(client.get(f"/v1/models?{query}"))) == count


def test_what_has_not_changed_is_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/v1/models")
    assert first.headers["etag"].startswith('W/"')
    again = client.get("/v1/models", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/v1/models", headers={"if-none-match": 'W/"x"'}).status_code == 200


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_name_finds_its_model(client: httpx.Client, name: str) -> None:
    answer = client.get(f"/model/{name.upper()}")
    assert answer.json()["data"]["id"] == BY_NAME[name].id


def test_an_unknown_model_is_not_found(client: httpx.Client) -> None:
    assert client.get("/model/veo2").status_code == 404


def test_how_long_films_took_is_told_by_model(house: House, client: httpx.Client) -> None:
    name = "kling-video/v1.6/pro/text-to-video"
    made = client.post("/v2/video/generations", json={"model": name, "prompt": "a fox"})
    house.finish(made.json()["id"])
    body = client.get("/models/metrics", params={"aliases": [name, "veo2"]}).json()
    assert body["window_seconds"] == 300
    assert [entry["alias"] for entry in body["models"]] == [name]
    assert set(body["models"][0]["metrics"]["duration_ms"]) == {"p50", "p75", "p90", "p99"}


def test_metrics_know_no_other_parameter_and_at_most_100_names(client: httpx.Client) -> None:
    assert client.get("/models/metrics?window=1").status_code == 400
    many = "&".join(f"aliases=a{number}" for number in range(101))
    assert client.get(f"/models/metrics?{many}").status_code == 400
