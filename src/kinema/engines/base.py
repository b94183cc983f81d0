"""What an engine is."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from kinema.video import VideoRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How far a film is.

    Attributes:
        phase: What is being done, in a word or two for a person: ``building``, ``filming``.
        done: From 0, rising to 1.
        about: What the engine made of the prompt, as JSON values, in the one report that first
            knows it.
    """

    phase: str
    done: float
    about: Mapping[str, object] | None = None


Progress: TypeAlias = Generator[Report, None, None]
"""Read it to work, close it to cancel. The last report has ``done == 1``."""


class Engine(Protocol):
    """Makes one video.

    The caller owns the loop, so an engine needs no callback, no cancel flag
    and no clock.
    """

    def render(self, request: VideoRequest, into: Path) -> Progress:
        """Write the video, an mp4, to ``into``.

        The file is whole once the progress ends. Closing it early leaves no
        file.

        Raises:
            BadRequest: Before the first report, if this engine cannot serve
                the request.
            EngineFailed: At any report.
        """
        ...
