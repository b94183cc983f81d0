import pytest

from kinema.engines.scene.library.colours import COLOURS, colour, find, of_hex


@pytest.mark.parametrize("name", COLOURS)
def test_every_name_is_a_colour(name: str) -> None:
    assert find(name) == of_hex(COLOURS[name])


def test_light_mixes_with_white_and_dark_with_black() -> None:
    light, plain, dark = (sum(colour(name)) for name in ("light blue", "blue", "dark blue"))
    assert dark < plain < light


def test_case_and_hyphens_make_no_difference() -> None:
    assert find("Sky-Blue") == find("sky blue")


@pytest.mark.parametrize("name", ["", "reddish", "dark", "light wrong"])
def test_what_is_no_colour_is_none(name: str) -> None:
    assert find(name) is None


def test_a_code_must_have_six_digits() -> None:
    with pytest.raises(ValueError, match="a colour must look like #c8232c"):
        colour("#fff")
