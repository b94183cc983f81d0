import pytest

from kinema.engines.scene.language import understand
from kinema.engines.scene.library.words import table
from kinema.engines.scene.shape.creatures.biped.wear import can_wear
from kinema.video import VideoRequest


def test_everything_in_the_wardrobe_can_be_worn() -> None:
    names = {name for _, name, _ in table.entries("garments")}
    assert {name for name in names if not can_wear(name)} == set()


@pytest.mark.parametrize(
    ("prompt", "outfit"),
    [
        ("a cat wearing sunglasses", ("sunglasses",)),
        ("a man in a green turtleneck", ("green sweater",)),
        ("a woman dressed as a queen", ("gown",)),
        ("a bear chef", ("chef uniform",)),
        ("a boy with a red scarf", ("red scarf",)),
        ("a girl who wears a blue dress and white boots", ("blue dress", "white boots")),
    ],
)
def test_clothes_come_to_what_can_be_worn(prompt: str, outfit: tuple[str, ...]) -> None:
    graph = understand(VideoRequest(model="scene", prompt=prompt))
    assert (graph.actors[0].outfit, graph.props) == (outfit, ())


def test_what_nobody_can_wear_is_reported() -> None:
    graph = understand(VideoRequest(model="scene", prompt="a man wearing cufflinks"))
    assert graph.unresolved == ("cufflinks",)
