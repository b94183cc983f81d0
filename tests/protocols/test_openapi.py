import json
from pathlib import Path

import pytest
from starlette.routing import Route

from kinema.app import create_app
from kinema.protocols.aimlapi.models import BY_NAME, MODELS
from kinema.protocols.aimlapi.openapi import OPERATIONS, document, film_schema, model_document
from kinema.protocols.aimlapi.wire import PATHS
from kinema.protocols.aimlapi.zod.issue import JSON
from kinema.settings import load

ASIDE = ("/files/", "/healthz", "/readyz", "/metrics", "/openapi.json", "/docs", "/app", "/static")


def at(value: JSON, *path: str) -> JSON:
    for key in path:
        assert isinstance(value, dict)
        value = value[key]
    return value


def test_every_route_of_the_api_is_described(tmp_path: Path) -> None:
    app = create_app(load({"data": str(tmp_path)}, {}))
    paths = {
        route.path.replace("{id:path}", "{id}")
        for route in app.router.routes
        if isinstance(route, Route) and not route.path.startswith(ASIDE) and route.path != "/"
    }
    app.state.service.queue.close()
    app.state.service.engine.dispose()
    assert paths == set(OPERATIONS)


@pytest.mark.parametrize("path", PATHS)
def test_each_video_path_is_described_as_the_reference_does(path: str) -> None:
    methods = at(document("1"), "paths", path)
    assert isinstance(methods, dict)
    assert {"get", "post"} <= set(methods)
    poll = at(methods, "get", "parameters")
    assert isinstance(poll, list)
    assert at(poll[0], "name") == "generation_id"
    assert at(poll[0], "required") is True


def test_no_operation_has_the_name_of_another() -> None:
    paths = json.loads(json.dumps(document("1")))["paths"]
    names = [one["operationId"] for methods in paths.values() for one in methods.values()]
    assert len(set(names)) == len(names)


def test_every_model_and_alias_is_in_the_rule_of_a_film() -> None:
    film = json.loads(json.dumps(document("1")))["components"]["schemas"]["Film"]
    names = [name for one in film["anyOf"] for name in one["properties"]["model"]["enum"]]
    assert sorted(names) == sorted(BY_NAME)


def test_a_models_own_document_is_openapi_3_0_with_its_three_paths() -> None:
    found = model_document(MODELS[0], "1")
    assert found["openapi"] == "3.0.0"
    paths = found["paths"]
    assert isinstance(paths, dict)
    assert list(paths) == list(PATHS[:3])


DOCUMENTED: dict[str, dict[str, JSON]] = {
    "prompt": {"type": "string"},
    "aspect_ratio": {"type": "string", "enum": ["16:9", "9:16", "1:1"], "default": "16:9"},
    "negative_prompt": {"type": "string"},
    "cfg_scale": {"type": "number", "minimum": 0, "maximum": 1},
    "advanced_camera_control": {"type": "object"},
}


@pytest.mark.parametrize("field", DOCUMENTED)
def test_the_fields_of_the_target_model_are_those_of_the_reference(field: str) -> None:
    ours = at(film_schema(MODELS[0], (MODELS[0].id,)), "properties", field)
    assert isinstance(ours, dict)
    assert DOCUMENTED[field].items() <= ours.items()


def test_a_duration_is_a_number_or_its_text() -> None:
    ours = at(film_schema(MODELS[0], (MODELS[0].id,)), "properties", "duration", "enum")
    assert ours == [5, 10, "5", "10"]


def test_the_target_model_requires_what_the_reference_requires() -> None:
    assert at(film_schema(MODELS[0], (MODELS[0].id,)), "required") == ["model", "prompt"]
