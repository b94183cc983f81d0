import numpy as np
import pytest

from kinema.engines.scene.render.resample import resampling


@pytest.mark.parametrize(("source", "target"), [(10, 10), (10, 17), (30, 12)])
def test_the_weights_of_each_place_sum_to_one(source: int, target: int) -> None:
    table = resampling(source, target)

    assert table.shape == (target, 8)
    assert table[:, 4:].sum(1) == pytest.approx(np.ones(target), abs=1e-5)
    assert table[:, :4].min() >= 0
    assert table[:, :4].max() < source


def test_the_same_size_changes_nothing() -> None:
    table = resampling(6, 6)

    assert table[:, 1].tolist() == [0, 1, 2, 3, 4, 5]
    assert table[:, 4:] == pytest.approx(np.tile([0, 1, 0, 0], (6, 1)))
