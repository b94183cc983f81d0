"""The order of events: statements that follow each other share out the film."""

from collections.abc import Sequence

from kinema.engines.scene.graph import Beat

from .roles import Role

MOST_BEATS = 5
"""More can't be followed in a film of five seconds."""


def beats(roles: Sequence[Role], duration: float) -> tuple[Beat, ...]:
    """Return the beats; together they fill the film."""
    acting = [role for role in roles if role.acts]
    steps = sorted({act.step for role in acting for act in role.acts})[:MOST_BEATS]
    if not steps:
        return ()
    length = duration / len(steps)
    return tuple(
        Beat(
            start=round(number * length, 4),
            end=round((number + 1) * length, 4),
            events=tuple(event for role in acting if (event := _event(role, step))),
        )
        for number, step in enumerate(steps)
    )


COMES = frozenset({"appear", "enter"})
"""Clips before which nobody is there."""


def _event(role: Role, step: int) -> str | None:
    """Return what a role does at a step: the first that was said of the last that it began."""
    begun = [act for act in role.acts if act.step <= step]
    if not begun:
        return None if role.acts[0].clip in COMES else f"{role.id}.idle"
    latest = max(act.step for act in begun)
    return f"{role.id}.{next(act.clip for act in begun if act.step == latest)}"
