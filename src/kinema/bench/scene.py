"""``kinema bench scene``: films of the reference prompts, timed beside the encoder alone."""

import resource
import time
import tomllib
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np

from kinema.engines.registry import CATALOGUE
from kinema.engines.scene.direct.film import Film
from kinema.engines.scene.language.understand import understand
from kinema.engines.scene.render.timing import timings
from kinema.media.encode import encoder
from kinema.media.frames import planes
from kinema.video import VideoRequest

SEED = 7
SAMPLED = (0.1, 0.5, 0.9)  # moments of a film whose steps are timed


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One prompt, five seconds at 1280x720.

    Attributes:
        wall: Seconds from the request to the finished mp4, the engine being warm.
        floor: Seconds that x264 alone takes for the same pictures.
        peak: Megabytes that the engine's process needed at most.
        size: Megabytes of the mp4.
        steps: Milliseconds of processor time a frame, by step.
    """

    name: str
    wall: float
    floor: float
    peak: float
    size: float
    steps: Mapping[str, float]

    @property
    def ratio(self) -> float:
        """How many times the encoder's own time the whole film took."""
        return self.wall / self.floor


def prompts() -> dict[str, dict[str, object]]:
    """Return the reference prompts by name, as bodies of a create call."""
    return tomllib.loads(files("kinema.bench").joinpath("prompts.toml").read_text("utf-8"))


def run() -> Iterator[Figure]:
    """Film each prompt in a process of its own, which has made a small film before."""
    for name, body in prompts().items():
        request = VideoRequest(model="scene", prompt=str(body["prompt"]), seed=SEED)
        with (
            TemporaryDirectory(prefix="kinema-bench-") as folder,
            ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process,
        ):
            film = Path(folder) / "film.mp4"
            wall, peak = process.submit(_filmed, request, film).result()
            steps = process.submit(_steps, request).result()
            size = film.stat().st_size / 1e6
            floor = _encoded(film, Path(folder) / "again.mp4")
        yield Figure(name=name, wall=wall, floor=floor, peak=peak, size=size, steps=steps)


def _filmed(request: VideoRequest, into: Path) -> tuple[float, float]:
    entry = CATALOGUE.entry(request.model)
    engine = entry.make()
    for _ in engine.render(entry.warm, into):
        pass
    begun = time.perf_counter()
    for _ in engine.render(request, into):
        pass
    taken = time.perf_counter() - begun
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _steps(request: VideoRequest) -> dict[str, float]:
    size = (request.width, request.height)
    film = Film(understand(request), size, fps=request.fps)
    sampled = [film.moment(round(share * (request.frames - 1))) for share in SAMPLED]
    return timings(film.world, sampled, size=size)


def _encoded(film: Path, again: Path) -> float:
    """Encode the pictures of a film once more and return the seconds that took."""
    with av.open(str(film)) as container:
        pictures = (frame.to_ndarray(format="rgb24") for frame in container.decode(video=0))
        frames = [planes(np.asarray(picture, np.uint8)) for picture in pictures]
    height, width = frames[0].y.shape
    begun = time.perf_counter()
    with encoder(again, width=width, height=height, fps=24) as sink:
        for frame in frames:
            sink.add(frame)
    return time.perf_counter() - begun
