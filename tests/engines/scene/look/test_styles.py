"""Styles: every one of the vocabulary has a look."""

import pytest

from kinema.engines.scene.language.vocabulary import styles
from kinema.engines.scene.look.palettes import PALETTES
from kinema.engines.scene.look.styles import LOOKS, Look, lit


def test_every_style_of_the_vocabulary_has_a_look() -> None:
    assert set(LOOKS) == set(styles())


def test_cinematic_is_what_was_painted_by_hand() -> None:
    assert LOOKS["cinematic"] == Look()
    assert lit(PALETTES["day"], LOOKS["cinematic"]) == PALETTES["day"]


def test_no_two_styles_look_the_same() -> None:
    assert len({repr(look) for look in LOOKS.values()}) == len(LOOKS)


@pytest.mark.parametrize("style", ["black and white", "noir", "sketch"])
def test_styles_without_colour_have_none_in_the_shadows_either(style: str) -> None:
    light = lit(PALETTES["sunset"], LOOKS[style])

    assert light.saturation == 0.0
    assert max(light.lift) - min(light.lift) == pytest.approx(0.0)
