import json

from kinema.engines.scene.graph import Relation, Resolved
from kinema.engines.scene.language import explain, understand, vocabulary
from kinema.engines.scene.library import settings
from kinema.video import CameraMove, VideoRequest

from .facts import gold


def asked(prompt: str) -> dict[str, object]:
    return explain(understand(VideoRequest(model="scene", prompt=prompt, seed=7)))


def test_the_public_form_is_exactly_the_documented_one() -> None:
    told = asked("a cat playing piano on a beach at sunset, cinematic")
    assert told == {
        "duration": 5,
        "aspect_ratio": "16:9",
        "seed": 7,
        "style": "cinematic",
        "setting": {"kind": "beach", "time": "sunset", "weather": ["clear"], "season": None},
        "actors": [
            {"id": "cat1", "noun": "cat", "object": "cat", "resolved": "exact", "count": 1,
             "colour": None, "size": None, "mood": None, "action": "play", "target": "piano1"}
        ],
        "props": [
            {"id": "piano1", "noun": "piano", "object": "piano", "resolved": "exact", "count": 1,
             "colour": None, "size": None}
        ],
        "relations": [{"a": "cat1", "relation": "at", "b": "piano1"}],
        "beats": [{"start": 0, "end": 5, "events": ["cat1.play"]}],
        "camera": {"horizontal": 0, "vertical": 0, "pan": 0, "tilt": 0, "roll": 0, "zoom": 0,
                   "preset": None, "from_prompt": []},
        "negative": [],
        "unresolved": [],
    }  # fmt: skip


def test_every_gold_prompt_keeps_to_the_schema() -> None:
    for told in gold():
        check(asked(told.prompt))


def check(told: dict[str, object]) -> None:
    """Check types, names and that every id that is used exists."""
    values = json.loads(json.dumps(told))
    assert set(values["setting"]) == {"kind", "time", "weather", "season"}
    assert values["setting"]["kind"] in settings.kinds()
    ids = {thing["id"] for thing in values["actors"] + values["props"]}
    assert len(ids) == len(values["actors"] + values["props"])
    for thing in values["actors"] + values["props"]:
        assert thing["resolved"] in set(Resolved)
        assert thing["count"] >= 1
    assert {link["a"] for link in values["relations"]} <= ids
    assert {link["b"] for link in values["relations"]} <= ids
    assert {link["relation"] for link in values["relations"]} <= set(Relation)
    events = [event for beat in values["beats"] for event in beat["events"]]
    assert {event.partition(".")[0] for event in events} <= ids
    ends = [beat["end"] for beat in values["beats"]]
    assert ends == sorted(ends)
    assert not ends or ends[-1] == values["duration"]


def test_the_camera_of_the_request_wins_over_that_of_the_words() -> None:
    request = VideoRequest(model="scene", prompt="zoom in on a cat", camera=CameraMove(pan=3.0))
    move = understand(request).camera.move
    assert (move.pan, move.zoom) == (3.0, 0.0)


def test_the_vocabulary_lists_every_kind_of_place_and_style_that_an_answer_can_have() -> None:
    known = vocabulary()
    graphs = [understand(VideoRequest(model="scene", prompt=told.prompt)) for told in gold()]
    assert {graph.setting.kind for graph in graphs} <= set(listed(known, "settings"))
    assert {graph.style for graph in graphs} <= set(listed(known, "styles"))
    assert json.dumps(known)


def listed(known: dict[str, object], name: str) -> list[str]:
    values = known[name]
    assert isinstance(values, list)
    return values
