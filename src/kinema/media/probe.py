"""What a finished film is, read back from its file."""

from dataclasses import dataclass
from pathlib import Path

import av

from kinema.errors import EngineFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Properties of a film.

    Attributes:
        width: Pixels.
        height: Pixels.
        seconds: Length.
        frames: How many there are.
        codec: FFmpeg's name, such as ``h264``.
        pix_fmt: FFmpeg's name, such as ``yuv420p``.
        colour: Matrix of the colours as ITU-T H.273 numbers it; 1 is BT.709.
    """

    width: int
    height: int
    seconds: float
    frames: int
    codec: str
    pix_fmt: str
    colour: int

    @property
    def fps(self) -> float:
        """Frames a second."""
        return self.frames / self.seconds if self.seconds else 0.0


def probe(film: Path) -> Facts:
    """Read a film's properties from its file.

    Raises:
        EngineFailed: The file is missing or holds no video.
    """
    try:
        with av.open(str(film)) as container:
            if not container.streams.video:
                raise EngineFailed(f"{film.name} holds no video")
            stream = container.streams.video[0]
            context = stream.codec_context
            return Facts(
                width=context.width,
                height=context.height,
                seconds=float((stream.duration or 0) * (stream.time_base or 0)),
                frames=stream.frames,
                codec=context.name,
                pix_fmt=context.pix_fmt or "",
                colour=int(context.colorspace or 0),
            )
    except av.error.FFmpegError as wrong:
        raise EngineFailed(f"{film.name} is no film: {wrong.strerror}") from wrong
