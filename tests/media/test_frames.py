import numpy as np
import pytest

from kinema.media.frames import planes


def test_colours_survive_the_way_to_planes_and_back() -> None:
    blocks = np.random.default_rng(1).integers(0, 256, (6, 8, 3), np.uint8)
    frame = np.repeat(np.repeat(blocks, 2, 0), 2, 1)

    back = planes(frame).rgb()

    assert np.abs(back.astype(int) - frame).max() <= 4


@pytest.mark.parametrize(
    ("colour", "numbers"),
    [
        pytest.param((0, 0, 0), (16, 128, 128), id="black"),
        pytest.param((255, 255, 255), (235, 128, 128), id="white"),
        pytest.param((255, 0, 0), (63, 102, 240), id="red"),
        pytest.param((0, 0, 255), (32, 240, 118), id="blue"),
    ],
)
def test_colours_have_the_numbers_of_bt709(
    colour: tuple[int, int, int], numbers: tuple[int, int, int]
) -> None:
    picture = planes(np.tile(np.array(colour, np.uint8), (2, 2, 1)))

    assert (picture.y[0, 0], picture.u[0, 0], picture.v[0, 0]) == numbers


def test_packed_planes_lie_one_after_another() -> None:
    picture = planes(np.zeros((4, 6, 3), np.uint8))

    assert picture.packed().shape == (6, 6)
    assert picture.packed()[:4].tolist() == picture.y.tolist()
