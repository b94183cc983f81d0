import pytest

from kinema.engines.scene.graph import SceneGraph
from kinema.engines.scene.language import understand
from kinema.video import VideoRequest

from .facts import things


def asked(prompt: str, negative: str) -> SceneGraph:
    return understand(VideoRequest(model="scene", prompt=prompt, negative_prompt=negative))


@pytest.mark.parametrize("negative", ["people", "no people", "person, cars", "humans", "men"])
def test_what_is_forbidden_takes_its_hyponyms_with_it(negative: str) -> None:
    graph = asked("a fireman and a dog in a park", negative)
    assert [thing.noun for thing in things(graph)] == ["dog"]


def test_a_relation_to_what_is_forbidden_goes_too() -> None:
    graph = asked("a boy riding a horse", "boys")
    assert ([thing.noun for thing in graph.actors], graph.relations) == (["horse"], ())


def test_forbidden_weather_and_events_don_t_happen() -> None:
    graph = asked("a street at night in the rain with fireworks", "rain, fireworks")
    assert (graph.setting.weather, "fireworks" in graph.setting.features) == (("clear",), False)


def test_a_forbidden_style_is_not_taken() -> None:
    assert asked("a cat, anime style", "anime").style == "cinematic"


def test_what_is_forbidden_is_listed_as_said_and_by_its_name_in_the_library() -> None:
    assert asked("a street", "people, clouds").negative == ("people", "person", "clouds", "cloud")


def test_qualities_to_be_avoided_forbid_no_thing() -> None:
    graph = asked("a red car", "blurry, low quality, distorted, watermark")
    assert [thing.noun for thing in graph.actors] == ["car"]
