"""Whatever comes in, what goes out is one of the documented answers."""

import json

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinema.protocols.aimlapi.models import MODELS
from kinema.protocols.aimlapi.openapi import OPERATIONS
from kinema.protocols.aimlapi.wire import PATHS

QUIET = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
ANY = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
NAMES = [*MODELS[0].body.fields, "seed"]
GOOD = {"model": MODELS[0].id, "prompt": "a red fox"}
READS = [
    path
    for path, methods in OPERATIONS.items()
    if "get" in methods and not path.endswith("/events")
]


def held(answer: httpx.Response, allowed: set[int]) -> None:
    assert answer.status_code in allowed, answer.text
    if answer.status_code >= 400:
        body = answer.json()
        assert body["status"] == body["statusCode"] == answer.status_code
        assert isinstance(body["message"], str)
        assert body["error"]["message"] == body["message"]


@QUIET
@given(body=st.dictionaries(st.sampled_from(NAMES), ANY))
def test_no_field_breaks_a_create(client: httpx.Client, body: dict[str, object]) -> None:
    content = json.dumps(GOOD | body).encode()
    headers = {"content-type": "application/json"}
    held(client.post(PATHS[0], content=content, headers=headers), {200, 400})


@QUIET
@given(content=st.binary(max_size=200), kind=st.sampled_from(["application/json", "", "a/b"]))
def test_no_bytes_break_a_create(client: httpx.Client, content: bytes, kind: str) -> None:
    held(
        client.post(PATHS[1], content=content, headers={"content-type": kind}),
        {200, 400, 415},
    )


@QUIET
@given(content=st.binary(max_size=200))
def test_no_bytes_break_a_multipart_create(client: httpx.Client, content: bytes) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\n' + content + b"\r\n--b--"
    headers = {"content-type": "multipart/form-data; boundary=b"}
    held(client.post(PATHS[2], content=body, headers=headers), {400})


@QUIET
@given(path=st.sampled_from(READS), query=st.dictionaries(st.text(max_size=9), st.text()))
def test_no_query_breaks_a_read(client: httpx.Client, path: str, query: dict[str, str]) -> None:
    held(client.get(path, params=query), {200, 400, 403, 404})


@QUIET
@given(
    path=st.sampled_from([path for path in READS if OPERATIONS[path]["get"].query]),
    data=st.data(),
)
def test_no_value_of_a_known_parameter_breaks_a_read(
    client: httpx.Client, path: str, data: st.DataObject
) -> None:
    schema = OPERATIONS[path]["get"].query
    assert schema
    names = st.sampled_from(sorted(schema.fields))
    query = data.draw(st.dictionaries(names, st.text() | st.integers().map(str)))
    held(client.get(path, params=query), {200, 400, 403, 404, 429})


@pytest.mark.parametrize("path", OPERATIONS)
def test_every_method_of_every_path_is_either_served_or_named(
    client: httpx.Client, path: str
) -> None:
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"):
        known = {"HEAD"} | {name.upper() for name in OPERATIONS[path]}
        answer = client.request(method, path)
        assert (answer.status_code == 405) == (method not in known)
