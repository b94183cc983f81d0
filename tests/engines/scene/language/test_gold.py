import pytest

from kinema.engines.scene.language import understand
from kinema.video import VideoRequest

from .facts import Gold, gold, misses


@pytest.mark.parametrize("told", gold(), ids=lambda told: told.prompt)
def test_a_prompt_is_understood(told: Gold) -> None:
    graph = understand(VideoRequest(model="scene", prompt=told.prompt))
    assert misses(graph, told.facts) == []
