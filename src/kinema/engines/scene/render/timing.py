"""What each step of a frame costs, to find the next one to make faster."""

from collections.abc import Iterable
from time import thread_time

from .frame import STEPS
from .renderer import STANDARD, Renderer
from .view import Moment, World


def timings(
    world: World,
    moments: Iterable[Moment],
    *,
    size: tuple[int, int],
    scale: float = STANDARD,
) -> dict[str, float]:
    """Return milliseconds of processor time a frame for each step, and to ``finish``.

    The first moment is drawn twice and counted once, since its first drawing makes the buffers.
    """
    renderer = Renderer(world, width=size[0], height=size[1], scale=scale)
    spent = dict.fromkeys((*STEPS, "finish"), 0.0)
    frames = 0
    for moment in moments:
        if frames == 0:
            renderer.draw(moment)
        for step, seconds in _steps(renderer, moment):
            spent[step] += seconds * 1000
        frames += 1
    return {step: total / max(frames, 1) for step, total in spent.items()}


def _steps(renderer: Renderer, moment: Moment) -> Iterable[tuple[str, float]]:
    buffers = renderer.buffers()
    before = thread_time()
    for step in renderer.steps(moment, buffers):
        now = thread_time()
        yield step, now - before
        before = thread_time()
    renderer.finish(moment, buffers)
    yield "finish", thread_time() - before
    renderer.give_back(buffers)
