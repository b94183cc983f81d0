"""A still that stands for a film."""

import secrets
from pathlib import Path

import av
import numpy as np

from kinema.errors import EngineFailed

PLACES = (0.3, 0.45, 0.6, 0.75)
"""Where in a film to look for a good frame: when things have begun and not yet ended."""

QUALITY = {"quality": "82"}


def poster(film: Path, into: Path) -> None:
    """Write the best of a few frames of a film as a WebP picture.

    Raises:
        EngineFailed: The film cannot be read, or the picture not written.
    """
    part = into.with_name(f".{into.name}.{secrets.token_hex(4)}.part")
    try:
        _write(_best(film), part)
        part.replace(into)
    except av.error.FFmpegError as wrong:
        raise EngineFailed(f"no poster could be made: {wrong.strerror}") from wrong
    finally:
        part.unlink(missing_ok=True)


def _best(film: Path) -> av.VideoFrame:
    with av.open(str(film)) as container:
        if not container.streams.video:
            raise EngineFailed(f"{film.name} holds no video")
        stream = container.streams.video[0]
        wanted = {round(place * (stream.frames - 1)) for place in PLACES}
        frames = [frame for n, frame in enumerate(container.decode(stream)) if n in wanted]
    if not frames:
        raise EngineFailed(f"{film.name} holds no frames")
    return max(frames, key=_richness)


def _richness(frame: av.VideoFrame) -> float:
    """Return how much there is to see: spread of brightness, and of its detail."""
    height = frame.height
    grey = frame.to_ndarray(format="yuv420p")[:height].astype(np.float32)
    detail = np.abs(np.diff(grey[::2, ::2], axis=1)).mean()
    return float(grey.std() + 4 * detail)


def _write(frame: av.VideoFrame, into: Path) -> None:
    with av.open(str(into), "w", format="webp") as container:
        stream = container.add_stream("libwebp", rate=1, options=QUALITY)
        stream.width, stream.height = frame.width, frame.height
        stream.pix_fmt = "yuv420p"
        still = frame.reformat(format="yuv420p")
        still.pts = 0
        container.mux(stream.encode(still))
        container.mux(stream.encode())
