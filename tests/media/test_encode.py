from pathlib import Path

import av
import numpy as np
import pytest

from kinema.errors import EngineFailed
from kinema.media.encode import encoder
from kinema.media.frames import Frame, planes
from kinema.media.probe import probe

WIDTH, HEIGHT, FPS = 64, 36, 24


def picture(shift: int) -> Frame:
    ramp = np.linspace(30, 220, WIDTH).astype(np.uint8)
    frame = np.stack([np.roll(ramp, shift), np.full(WIDTH, 90, np.uint8), ramp[::-1]], -1)
    return np.ascontiguousarray(np.broadcast_to(frame, (HEIGHT, WIDTH, 3)))


def film(into: Path, frames: int) -> None:
    with encoder(into, width=WIDTH, height=HEIGHT, fps=FPS) as sink:
        for n in range(frames):
            sink.add(picture(n))


def test_a_film_has_exactly_the_frames_and_seconds_that_were_written(tmp_path: Path) -> None:
    film(tmp_path / "a.mp4", 30)

    facts = probe(tmp_path / "a.mp4")

    assert (facts.width, facts.height, facts.frames, facts.seconds) == (64, 36, 30, 1.25)
    assert (facts.codec, facts.pix_fmt, facts.colour) == ("h264", "yuv420p", 1)
    assert facts.fps == FPS


def test_every_frame_can_be_decoded_and_looks_like_what_went_in(tmp_path: Path) -> None:
    film(tmp_path / "a.mp4", 10)

    with av.open(str(tmp_path / "a.mp4")) as container:
        decoded = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]

    errors = [np.abs(one.astype(int) - picture(n)).mean() for n, one in enumerate(decoded)]
    assert len(decoded) == 10
    assert max(errors) < 8


def test_the_stream_says_which_colours_it_has(tmp_path: Path) -> None:
    film(tmp_path / "a.mp4", 2)

    with av.open(str(tmp_path / "a.mp4")) as container:
        context = container.streams.video[0].codec_context
        tags = (context.color_primaries, context.color_trc, context.colorspace)
        assert tags == (1, 1, 1)
        assert context.color_range == 1


def test_the_index_comes_before_the_pictures(tmp_path: Path) -> None:
    film(tmp_path / "a.mp4", 2)

    content = (tmp_path / "a.mp4").read_bytes()

    assert content.index(b"moov") < content.index(b"mdat")


def test_planes_and_rgb_give_the_same_film(tmp_path: Path) -> None:
    film(tmp_path / "a.mp4", 3)
    with encoder(tmp_path / "b.mp4", width=WIDTH, height=HEIGHT, fps=FPS) as sink:
        for n in range(3):
            sink.add(planes(picture(n)))

    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()


def broken_film(into: Path) -> None:
    with encoder(into, width=WIDTH, height=HEIGHT, fps=FPS) as sink:
        sink.add(picture(0))
        raise ZeroDivisionError


def test_an_error_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        broken_film(tmp_path / "a.mp4")

    assert list(tmp_path.iterdir()) == []


def test_an_error_keeps_the_film_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"before")

    with (
        pytest.raises(EngineFailed, match="must be 64x36, not 10x10"),
        encoder(tmp_path / "a.mp4", width=WIDTH, height=HEIGHT, fps=FPS) as sink,
    ):
        sink.add(np.zeros((10, 10, 3), np.uint8))

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"before"]


def test_a_folder_that_is_not_there_is_said_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match="could not be written: No such file"):
        film(tmp_path / "no" / "a.mp4", 3)


def test_what_is_no_film_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"not a film")

    with pytest.raises(EngineFailed, match="is no film"):
        probe(tmp_path / "a.mp4")
