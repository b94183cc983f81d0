from pathlib import Path

import pytest

from kinema.generations.bench import measure


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_the_queue_is_as_fast_as_promised(tmp_path: Path) -> None:
    figures = measure(tmp_path, workers=1, films=4)
    assert figures.submit < 30
    assert figures.read < 30
    assert figures.start < 1000
    assert figures.cancel < 2000
