import pytest

from kinema.engines.scene.language import understand
from kinema.video import VideoRequest


@pytest.mark.parametrize(
    ("prompt", "kind", "weather"),
    [("a dog on a rainy street", "city", "rain"), ("a ship on a stormy sea", "sea", "storm")],
    ids=["street", "sea"],
)
def test_a_place_keeps_the_weather_that_is_said_of_it(prompt: str, kind: str, weather: str) -> None:
    setting = understand(VideoRequest(model="scene", prompt=prompt)).setting
    assert (setting.kind, setting.weather[0]) == (kind, weather)
