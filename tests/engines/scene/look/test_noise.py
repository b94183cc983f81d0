import numpy as np
import pytest

from kinema.engines.scene.look import noise


@pytest.mark.parametrize("layer", [noise.BROAD, noise.FINE, noise.MIDDLE, noise.BILLOW])
def test_a_layer_is_centred_and_even(layer: int) -> None:
    picture = noise.textures()[layer]

    assert picture.mean() == pytest.approx(0, abs=1e-3)
    assert picture.std() == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("layer", [noise.BROAD, noise.FINE, noise.MIDDLE, noise.BILLOW])
def test_a_layer_has_no_seam(layer: int) -> None:
    picture = noise.textures()[layer]
    inside = np.abs(np.diff(picture, axis=0)).mean()

    assert np.abs(picture[0] - picture[-1]).mean() < 1.5 * inside


def test_nobody_can_change_what_all_share() -> None:
    with pytest.raises(ValueError, match="read-only"):
        noise.textures()[0, 0, 0] = 1


def test_grain_is_centred() -> None:
    assert noise.grain().shape == (noise.SIDE, noise.SIDE)
    assert noise.grain().mean() == pytest.approx(0, abs=0.01)
