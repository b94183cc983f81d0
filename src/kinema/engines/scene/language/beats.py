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
            events=tuple(_event(role, step) for role in acting),
        )
        for number, step in enumerate(steps)
    )


def _event(role: Role, step: int) -> str:
    """Return what a role does at a step: the first that was said of the last that it began."""
    begun = [act for act in role.acts if act.step <= step] or role.acts
    latest = max(act.step for act in begun) if begun is not role.acts else begun[0].step
    return f"{role.id}.{next(act.clip for act in begun if act.step == latest)}"
