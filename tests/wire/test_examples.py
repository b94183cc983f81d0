"""Documented requests and answers, replayed: status, headers, and the body with its key order.

``<id>`` and the like stand for values that differ each time; `SHAPES` says what they look like.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from kinema.accounts.keys import MANAGE, Limit, Retention, Terms
from kinema.house import House, opened

FOLDER = Path(__file__).parent / "examples"
SHAPES = {
    "<id>": r"[A-Za-z0-9_][A-Za-z0-9_-]{20}",
    "<time>": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z",
    "<url>": r"http://127\.0\.0\.1:\d+/.+",
    "<file>": r"[A-Za-z0-9_-]{21}\.mp4",
    "<number>": r"-?\d+(\.\d+)?",
    "<prefix>": r"[0-9a-f]{8}",
    "<key>": r"[0-9a-f]{32}",
    "<tag>": r'W/"[0-9a-f]{32}"',
}
GOOD = {"model": "kling-video/v1/standard/text-to-video", "prompt": "a red fox"}
TERMS = {
    "ordinary": Terms(),
    "crowded": Terms(),
    "manager": Terms(scopes=frozenset({MANAGE})),
    "penniless": Terms(limit=Limit(credits=0, retention=Retention.NO_RESET)),
}


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house with room for one film."""
    with opened(tmp_path_factory.mktemp("crowded"), limit="1") as made:
        yield made


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.json")))
def test_a_documented_request_is_answered_as_documented(
    house: House, crowded: House, name: str
) -> None:
    example = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    used = crowded if example["key"] == "crowded" else house
    with caller(used, example["key"]) as client:
        if example["key"] == "crowded":
            client.post("/v2/video/generations", json=GOOD)
        given = prepared(used, client, example["given"]) if "given" in example else ""
        answer = sent(client, example["request"], given)
    expected = example["answer"]
    assert answer.status_code == expected["status"], answer.text
    for header, value in expected["headers"].items():
        assert fits(answer.headers.get(header, ""), value), header
    shown = json.dumps(answer.json(), indent=1, ensure_ascii=False)
    wanted = json.dumps(expected["body"], indent=1, ensure_ascii=False)
    assert len(shown.splitlines()) == len(wanted.splitlines()), shown
    for ours, theirs in zip(shown.splitlines(), wanted.splitlines(), strict=True):
        assert line_fits(ours, theirs), f"{ours} is not {theirs}"


@contextmanager
def caller(house: House, kind: str) -> Iterator[httpx.Client]:
    with house.visitor() if kind == "none" else house.client(house.key(TERMS[kind])) as client:
        yield client


def prepared(house: House, client: httpx.Client, state: str) -> str:
    generation_id = str(client.post("/v2/video/generations", json=GOOD).json()["id"])
    match state:
        case "generating":
            house.begin(generation_id)
        case "completed":
            house.finish(generation_id)
        case "error":
            house.fail(generation_id)
        case _:
            assert state == "queued"
    return generation_id


def sent(client: httpx.Client, request: dict[str, Any], given: str) -> httpx.Response:
    query = {
        name: value.replace("<given>", given) for name, value in request.get("query", {}).items()
    }
    return client.request(
        request["method"],
        request["path"],
        params=query,
        headers=request.get("headers"),
        json=request.get("json"),
        content=request.get("text"),
    )


def fits(text: str, pattern: str) -> bool:
    return bool(re.fullmatch(SHAPES[pattern], text)) if pattern in SHAPES else text == pattern


def line_fits(ours: str, theirs: str) -> bool:
    """Compare a line of indented JSON with one that may hold a placeholder."""
    pattern = re.escape(theirs)
    for placeholder, shape in SHAPES.items():
        quoted = re.escape(f'"{placeholder}"')
        value = shape if placeholder == "<number>" else f'"{shape}"'.replace('W/"', r"W/\\\"")
        pattern = pattern.replace(quoted, value)
    return bool(re.fullmatch(pattern, ours))
