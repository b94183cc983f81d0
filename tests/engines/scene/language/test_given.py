import json

import pytest

from kinema.engines.scene.language import explain, graph_from_json, graph_to_json, understand
from kinema.errors import BadRequest
from kinema.video import VideoRequest

from .facts import Gold, gold


@pytest.mark.parametrize("told", gold(), ids=lambda told: told.prompt)
def test_a_graph_comes_back_from_json_as_it_was(told: Gold) -> None:
    graph = understand(VideoRequest(model="scene", prompt=told.prompt))
    assert graph_from_json(graph_to_json(graph)) == graph


@pytest.mark.parametrize("told", gold()[:40], ids=lambda told: told.prompt)
def test_what_explain_says_can_be_given_back(told: Gold) -> None:
    public = explain(understand(VideoRequest(model="scene", prompt=told.prompt)))
    assert explain(graph_from_json(json.dumps(public))) == public


def test_a_verb_given_back_finds_its_clip_again() -> None:
    public = explain(understand(VideoRequest(model="scene", prompt="a dog plays the drums")))
    assert graph_from_json(json.dumps(public)).actors[0].action == "play_drums"


CAT = {"id": "cat1", "noun": "cat", "object": "cat"}
SCENE = {"duration": 5, "aspect_ratio": "16:9", "setting": {"kind": "beach"}}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"duration": "5"}, "scene.duration must be a number, not '5'"),
        ({"duration": 0}, "scene.duration must be from 0.1 to 60, not 0"),
        ({"aspect_ratio": "4:3"}, "scene.aspect_ratio must be one of 16:9, 9:16, 1:1, not '4:3'"),
        ({"setting": []}, r"scene.setting must be an object, not \[\]"),
        ({"setting": {"kind": "nowhere"}}, "scene.setting.kind must be one of forest, "),
        ({"actors": {}}, r"scene.actors must be a list, not \{\}"),
        ({"actors": [{"id": "cat1"}]}, r"scene.actors\[0\].noun must be a text, not nothing"),
        ({"actors": [CAT | {"count": 0}]}, r"scene.actors\[0\].count must be from 1 to 48, not 0"),
        ({"actors": [CAT | {"object": "zorblax"}]}, r"object must be a name of the object library"),
        ({"actors": [CAT | {"legs": 4}]}, r"scene.actors\[0\].legs is not known; fields are "),
        ({"actors": [CAT, CAT]}, "two things are called 'cat1'; ids must differ"),
        (
            {"actors": [CAT], "relations": [{"a": "cat1", "relation": "on", "b": "mat1"}]},
            r"relations must name an actor or prop of the scene \(cat1\), not 'mat1'",
        ),
        ({"beats": [{"start": 3, "end": 1}]}, "end must be a number above start, 3, not 1"),
        ({"camera": {"pan": 11}}, "scene.camera.pan must be from -10 to 10, not 11"),
        ({"camera": {"preset": "up"}}, "scene.camera.preset must be one of down_back, "),
        ({"actors": [CAT | {"colour": "loud"}]}, "colour must be a colour such as red"),
        ({"actors": [CAT | {"size": "vast"}]}, "size must be one of tiny, small, large, giant"),
        ({"actors": [CAT | {"material": "air"}]}, "material must be one of bronze, "),
        ({"negative": [1]}, "scene.negative must be a list of texts, not 1"),
        ({"props": [CAT | {"resolved": "well"}]}, "resolved must be one of exact, synonym"),
    ],
    ids=str,
)
def test_a_wrong_field_is_named_with_what_was_expected(
    changes: dict[str, object], message: str
) -> None:
    with pytest.raises(BadRequest, match=message):
        graph_from_json(json.dumps(SCENE | changes))


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "nul"])
def test_a_text_that_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(BadRequest, match="a scene must be JSON"):
        graph_from_json(text)
