"""Film: pictures of a world, drawn by several threads and handed out in order."""

from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor

from .picture import Picture
from .renderer import STANDARD, Renderer
from .view import Moment, World


def film(
    world: World,
    moments: Callable[[int], Moment],
    *,
    frames: int,
    size: tuple[int, int],
    threads: int,
    scale: float = STANDARD,
) -> Generator[Picture, None, None]:
    """Yield ``frames`` pictures in order; at most one a thread waits to be read.

    Close it to stop: frames not yet begun are not drawn. The pictures do not depend on
    ``threads``.

    Args:
        world: What stays for the clip.
        moments: From the number of a frame to what is seen in it; called from any thread.
        frames: How many.
        size: Width and height in pixels, both even.
        threads: Frames drawn at once.
        scale: Share of the width and height that is rendered.
    """
    renderer = Renderer(world, width=size[0], height=size[1], scale=scale)
    pool = ThreadPoolExecutor(threads, "film")
    waiting: deque[Future[Picture]] = deque()
    try:
        for frame in range(frames):
            waiting.append(pool.submit(_draw, renderer, moments, frame))
            if len(waiting) > 2 * threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _draw(renderer: Renderer, moments: Callable[[int], Moment], frame: int) -> Picture:
    return renderer.draw(moments(frame))
