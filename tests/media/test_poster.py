from pathlib import Path

import av
import numpy as np
import pytest

from kinema.errors import EngineFailed
from kinema.media.encode import encoder
from kinema.media.poster import poster


def test_the_poster_is_the_frame_with_most_to_see(tmp_path: Path) -> None:
    rows = np.indices((36, 64))[1] // 8 % 2 * 200
    striped = np.repeat(rows[..., None], 3, 2).astype(np.uint8)
    with encoder(tmp_path / "a.mp4", width=64, height=36, fps=24) as sink:
        for n in range(20):
            sink.add(striped if 8 <= n <= 9 else np.full((36, 64, 3), 128, np.uint8))

    poster(tmp_path / "a.mp4", tmp_path / "a.webp")

    with av.open(str(tmp_path / "a.webp")) as container:
        still = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert still.shape == (36, 64, 3)
    assert still.std() > 60


def test_a_film_that_cannot_be_read_leaves_no_poster(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"nothing")

    with pytest.raises(EngineFailed, match="no poster"):
        poster(tmp_path / "a.mp4", tmp_path / "a.webp")

    assert not (tmp_path / "a.webp").exists()
