import json
from collections.abc import Iterator

import httpx
import pytest

from kinema.house import House
from kinema.protocols.aimlapi.models import BY_NAME, MODELS
from kinema.protocols.aimlapi.wire import PATHS

MODEL = "kling-video/v1/standard/text-to-video"
GOOD: dict[str, object] = {"model": MODEL, "prompt": "a red fox"}

BAD = {
    "no model": ({"prompt": "a red fox"}, ["model"]),
    "no prompt": ({"model": MODEL}, ["prompt"]),
    "unknown model": (GOOD | {"model": "veo2"}, ["model"]),
    "model null": (GOOD | {"model": None}, ["model"]),
    "prompt null": (GOOD | {"prompt": None}, ["prompt"]),
    "prompt number": (GOOD | {"prompt": 5}, ["prompt"]),
    "prompt list": (GOOD | {"prompt": ["a"]}, ["prompt"]),
    "prompt object": (GOOD | {"prompt": {"a": 1}}, ["prompt"]),
    "prompt empty": (GOOD | {"prompt": ""}, ["prompt"]),
    "prompt blank": (GOOD | {"prompt": " \n\t"}, ["prompt"]),
    "prompt 2501": (GOOD | {"prompt": "x" * 2501}, ["prompt"]),
    "prompt NUL": (GOOD | {"prompt": "a\0b"}, ["prompt"]),
    "prompt surrogate": (GOOD | {"prompt": "a\ud800b"}, ["prompt"]),
    "negative 2501": (GOOD | {"negative_prompt": "x" * 2501}, ["negative_prompt"]),
    "negative number": (GOOD | {"negative_prompt": 1}, ["negative_prompt"]),
    "negative NUL": (GOOD | {"negative_prompt": "\0"}, ["negative_prompt"]),
    "ratio 4:3": (GOOD | {"aspect_ratio": "4:3"}, ["aspect_ratio"]),
    "ratio null": (GOOD | {"aspect_ratio": None}, ["aspect_ratio"]),
    "ratio number": (GOOD | {"aspect_ratio": 1}, ["aspect_ratio"]),
    "old ratio": (GOOD | {"ratio": "2:1"}, ["ratio"]),
    "duration 7": (GOOD | {"duration": 7}, ["duration"]),
    "duration text": (GOOD | {"duration": "7"}, ["duration"]),
    "duration float": (GOOD | {"duration": 5.5}, ["duration"]),
    "duration true": (GOOD | {"duration": True}, ["duration"]),
    "duration huge": (GOOD | {"duration": 10**400}, ["duration"]),
    "duration surrogate": (GOOD | {"duration": "\udfff"}, ["duration"]),
    "cfg text": (GOOD | {"cfg_scale": "0.5"}, ["cfg_scale"]),
    "cfg high": (GOOD | {"cfg_scale": 1.01}, ["cfg_scale"]),
    "cfg low": (GOOD | {"cfg_scale": -0.01}, ["cfg_scale"]),
    "cfg huge": (GOOD | {"cfg_scale": 10**400}, ["cfg_scale"]),
    "cfg true": (GOOD | {"cfg_scale": True}, ["cfg_scale"]),
    "type": (GOOD | {"type": "image-to-video"}, ["type"]),
    "external id": (GOOD | {"external_task_id": 5}, ["external_task_id"]),
    "camera word": (GOOD | {"camera_control": "spin"}, ["camera_control"]),
    "camera number": (GOOD | {"camera_control": 1}, ["camera_control"]),
    "camera list": (GOOD | {"camera_control": []}, ["camera_control"]),
    "camera type": (GOOD | {"camera_control": {"type": "spin"}}, ["camera_control"]),
    "camera config": (GOOD | {"camera_control": {"config": 5}}, ["camera_control"]),
    "camera far": (
        GOOD | {"camera_control": {"config": {"pan": 11}}},
        ["camera_control", "config", "pan"],
    ),
    "camera text": (GOOD | {"camera_control": {"config": {"pan": "3"}}}, ["camera_control"]),
    "advanced word": (GOOD | {"advanced_camera_control": "pan"}, ["advanced_camera_control"]),
    "advanced empty": (
        GOOD | {"advanced_camera_control": {}},
        ["advanced_camera_control", "movement_type"],
    ),
    "advanced type": (
        GOOD | {"advanced_camera_control": {"movement_type": "fly", "movement_value": 1}},
        ["advanced_camera_control", "movement_type"],
    ),
    "advanced far": (
        GOOD | {"advanced_camera_control": {"movement_type": "pan", "movement_value": -11}},
        ["advanced_camera_control", "movement_value"],
    ),
    "advanced half": (
        GOOD | {"advanced_camera_control": {"movement_type": "pan", "movement_value": 0.5}},
        ["advanced_camera_control", "movement_value"],
    ),
    "a list": ([GOOD], []),
    "a text": ("a red fox", []),
    "a number": (5, []),
    "null": (None, []),
}

RAW = {
    "not JSON": b"a red fox",
    "cut off": b'{"model": "kling',
    "not UTF-8": b'{"model": "\xff\xfe"}',
    "UTF-16": json.dumps(GOOD).encode("utf-16"),
    "NaN": b'{"cfg_scale": NaN}',
    "infinity": b'{"cfg_scale": -Infinity}',
    "deep": b"[" * 200_000,
    "deep object": b'{"a":' * 100_000,
    "long number": b'{"duration": ' + b"1" * 5_000 + b"}",
    "NUL": b"\0",
    "trailing": json.dumps(GOOD).encode() + b"}",
}

GOOD_BODIES: dict[str, dict[str, object]] = {
    "smallest": {},
    "text duration": {"duration": "10"},
    "float duration": {"duration": 5.0},
    "preset": {"camera_control": "forward_up"},
    "object": {"camera_control": {"type": "simple", "config": {"pan": -10, "zoom": 10}}},
    "empty camera": {"camera_control": {}},
    "advanced": {"advanced_camera_control": {"movement_type": "roll", "movement_value": 3.0}},
    "old ratio": {"ratio": "9:16"},
    "unknown fields": {"n": 1, "response_format": "url", "resolution": "720p", "nul": "\0"},
    "useless seed": {"seed": "seven"},
    "seed": {"seed": 7},
    "negative seed": {"seed": -1},
    "2500 characters": {"prompt": "x" * 2500},
    "2500 emoji": {"prompt": "\N{FOX FACE}" * 2500},
    "Chinese": {"prompt": "雪地里的红狐狸"},
    "right to left": {"prompt": "ثعلب أحمر"},
    "punctuation": {"prompt": "?!…"},
    "wrapped": {"prompt": "\n  a red fox\n"},
}


ENDS = (PATHS[0], PATHS[-1])
"""The universal address and the oldest; those between share their handler."""


def post(client: httpx.Client, path: str, body: object) -> httpx.Response:
    return client.post(path, content=json.dumps(body), headers={"content-type": "application/json"})


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("case", BAD)
def test_a_bad_field_is_named_and_leaves_nothing(
    house: House, client: httpx.Client, path: str, case: str
) -> None:
    body, at = BAD[case]
    before = house.rows("generations"), house.rows("postings")
    answer = post(client, path, body)
    assert answer.status_code == 400
    assert answer.json()["message"] == "Invalid payload provided"
    assert at in [issue["path"] for issue in answer.json()["error"]["data"]]
    assert (house.rows("generations"), house.rows("postings")) == before


@pytest.mark.parametrize("path", ENDS)
@pytest.mark.parametrize("case", RAW)
def test_a_body_that_is_no_json_is_refused(
    house: House, client: httpx.Client, path: str, case: str
) -> None:
    before = house.rows("generations")
    headers = {"content-type": "application/json"}
    answer = client.post(path, content=RAW[case], headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"]["data"][0]["path"] == []
    assert "sys." not in answer.text  # advice for whoever writes the service
    assert house.rows("generations") == before


@pytest.mark.parametrize("path", ENDS)
@pytest.mark.parametrize("case", GOOD_BODIES)
def test_a_good_body_is_queued(client: httpx.Client, path: str, case: str) -> None:
    answer = post(client, path, GOOD | GOOD_BODIES[case])
    assert answer.status_code == 200
    assert answer.json()["status"] == "queued"
    polled = client.get(path, params={"generation_id": answer.json()["id"]})
    assert polled.json() == {"id": answer.json()["id"], "status": "queued"}


def test_every_bad_field_is_named_at_once(client: httpx.Client) -> None:
    body = {"prompt": 1, "aspect_ratio": "4:3", "duration": 1, "cfg_scale": 2}
    answer = post(client, PATHS[0], body)
    found = [issue["path"][0] for issue in answer.json()["error"]["data"]]
    assert found == ["model", "prompt", "aspect_ratio", "duration", "cfg_scale"]


def test_a_body_over_the_limit_is_refused_while_it_comes(
    house: House, client: httpx.Client
) -> None:
    headers = {"content-type": "application/json"}
    for content in (b"x" * 10_000_000, flowing()):
        answer = client.post(PATHS[0], content=content, headers=headers)
        assert answer.status_code == 413
        assert answer.json()["error"]["name"] == "PayloadTooLargeException"


def flowing() -> Iterator[bytes]:
    for _ in range(100):
        yield b"x" * 100_000


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "image/png"])
def test_another_type_of_body_is_refused(client: httpx.Client, kind: str) -> None:
    answer = client.post(PATHS[0], content=b"{}", headers={"content-type": kind})
    assert answer.status_code == 415
    assert kind in answer.json()["message"]


def test_a_packed_body_is_refused(client: httpx.Client) -> None:
    headers = {"content-type": "application/json", "content-encoding": "gzip"}
    assert (client.post(PATHS[0], content=b"{}", headers=headers)).status_code == 415


def test_a_multipart_body_is_read_with_its_numbers(house: House, client: httpx.Client) -> None:
    fields = GOOD | {
        "duration": "10",
        "cfg_scale": "0.25",
        "seed": "7",
        "camera_control[type]": "simple",
        "camera_control[config][pan]": "-3",
        "advanced_camera_control": '{"movement_type":"zoom","movement_value":2}',
    }
    answer = client.post(PATHS[3], data=fields, files={"image_file": b"\x89PNG"})
    assert answer.status_code == 200
    request = house.generation(answer.json()["id"]).request
    assert (request.seconds, request.cfg_scale, request.seed) == (10, 0.25, 7)
    assert (request.camera.pan, request.camera.zoom) == (-3, 2)


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"cfg_scale": "much"}, ["cfg_scale"]),
        ({"cfg_scale": "nan"}, ["cfg_scale"]),
        ({"camera_control": '{"config":{"pan":NaN}}'}, ["camera_control"]),
        ({"duration": "7"}, ["duration"]),
        ({"prompt": ["one", "two"]}, ["prompt"]),
        ({"camera_control[a][b][c][d][e]": "1", "aspect_ratio": "x"}, ["aspect_ratio"]),
    ],
    ids=["word", "nan", "nan inside", "duration", "twice", "deep"],
)
def test_a_bad_field_of_a_multipart_body_is_named(
    client: httpx.Client, fields: dict[str, str], at: list[str]
) -> None:
    answer = client.post(PATHS[0], data=GOOD | fields, files={"image_file": b"x"})
    assert answer.status_code == 400
    assert at in [issue["path"] for issue in answer.json()["error"]["data"]]


def test_a_broken_multipart_body_is_refused(client: httpx.Client) -> None:
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x"):
        answer = client.post(PATHS[0], content=b"--y\r\n", headers={"content-type": kind})
        assert answer.status_code == 400


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_documented_id_and_alias_is_served(client: httpx.Client, name: str) -> None:
    answer = post(client, PATHS[0], {"model": name, "prompt": "a red fox"})
    assert answer.status_code == 200
    assert answer.json()["meta"]["usage"]["credits_used"] == 5 * BY_NAME[name].price


def test_no_two_models_share_a_name() -> None:
    assert len(BY_NAME) == sum(1 + len(model.aliases) for model in MODELS)


def test_a_seed_is_kept_and_drawn_when_there_is_none(house: House, client: httpx.Client) -> None:
    bodies = [GOOD | {"seed": 7}, GOOD, GOOD]
    answers = [post(client, PATHS[0], body) for body in bodies]
    seeds = [house.generation(answer.json()["id"]).request.seed for answer in answers]
    assert seeds[0] == 7
    assert seeds[1] != seeds[2]
