"""Beats: which animation each thing plays at each time."""

from dataclasses import dataclass

from kinema.engines.scene.graph import SceneGraph, Thing
from kinema.engines.scene.motion.clips import NEAREST


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One animation of one thing, from ``start`` to ``end`` (seconds)."""

    name: str
    start: float
    end: float

    def share(self, time: float) -> float:
        """Return how far the stretch is, from 0 to 1."""
        return min(1.0, max(0.0, (time - self.start) / max(self.end - self.start, 1e-6)))


def stretches(graph: SceneGraph, thing: Thing) -> tuple[Stretch, ...]:
    """Return the thing's animations in order; together they fill the film."""
    told = [
        Stretch(name=action, start=beat.start, end=beat.end)
        for beat in graph.beats
        for who, _, action in (event.partition(".") for event in beat.events)
        if who == thing.id and action in NEAREST
    ]
    if not told:
        return (Stretch(name=thing.action or "idle", start=0.0, end=graph.duration),)
    told.sort(key=lambda stretch: stretch.start)
    starts = [0.0, *(stretch.start for stretch in told[1:])]
    ends = [*(stretch.start for stretch in told[1:]), graph.duration]
    return tuple(
        Stretch(name=stretch.name, start=start, end=end)
        for stretch, start, end in zip(told, starts, ends, strict=True)
    )


def current(plan: tuple[Stretch, ...], time: float) -> Stretch:
    """Return what is played at a time."""
    return next((stretch for stretch in reversed(plan) if time >= stretch.start), plan[0])


def playing(plan: tuple[Stretch, ...], *names: str) -> Stretch | None:
    """Return the first stretch that plays one of the names."""
    return next((stretch for stretch in plan if stretch.name in names), None)
