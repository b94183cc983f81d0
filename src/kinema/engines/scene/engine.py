"""The scene engine: words become a scene graph, the graph a film, the film an mp4."""

import os
from contextlib import closing
from pathlib import Path

from typing_extensions import override

from kinema.engines.base import Engine, Progress, Report
from kinema.engines.scene.direct.film import Film
from kinema.engines.scene.language.explain import explain
from kinema.engines.scene.language.understand import understand
from kinema.engines.scene.render import warm
from kinema.engines.scene.render.pipeline import film
from kinema.engines.scene.shape import library
from kinema.media.encode import encoder
from kinema.video import VideoRequest

STARTED, UNDERSTOOD, BUILT, FILMED = 0.03, 0.04, 0.1, 0.99
"""How much is done once each phase has ended, as the time they take goes."""


class SceneEngine(Engine):
    """Draws films on the processor, with no weights and no network."""

    def __init__(self, *, models: Path | None = None, threads: int | None = None) -> None:
        """Compile nothing yet.

        Args:
            models: Folder that keeps built shapes between processes; None keeps none.
            threads: Frames drawn at once; None takes one for each processor.
        """
        self._threads = threads or os.cpu_count() or 1
        self._ready = False
        if models is not None:
            library.keep_in(models)

    @override
    def render(self, request: VideoRequest, into: Path) -> Progress:
        """Write the film; see `Engine.render`."""
        yield from self._start()
        graph = understand(request)
        yield Report(phase="understanding", done=UNDERSTOOD, about=explain(graph))
        yield Report(phase="building", done=UNDERSTOOD)
        plan = Film(graph, (request.width, request.height), fps=request.fps)
        yield Report(phase="filming", done=BUILT)
        yield from self._shoot(request, plan, into)
        yield Report(phase="finishing", done=1.0)

    def _start(self) -> Progress:
        if self._ready:
            return
        for number, _ in warm.warm():
            yield Report(
                phase=f"starting the renderer: {number} of {warm.STAGES}",
                done=STARTED * number / (warm.STAGES + 1),
            )
        self._ready = True

    def _shoot(self, request: VideoRequest, plan: Film, into: Path) -> Progress:
        size = (request.width, request.height)
        pictures = film(
            plan.world, plan.moment, frames=request.frames, size=size, threads=self._threads
        )
        made = encoder(into, width=request.width, height=request.height, fps=request.fps)
        with closing(pictures), made as sink:
            for number, picture in enumerate(pictures, 1):
                sink.add(picture.planes)
                share = number / request.frames
                yield Report(phase="filming", done=BUILT + (FILMED - BUILT) * share)
