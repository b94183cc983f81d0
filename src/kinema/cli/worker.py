"""``kinema worker``: one process that makes the films of one pool."""

from typing import Annotated

import typer

from kinema.cli.say import WrongUsage
from kinema.engines.registry import CATALOGUE


def worker(
    pool: Annotated[str, typer.Option(help="The queue to serve; `kinema models` names them.")] = (
        "scene"
    ),
) -> None:
    """Make films until SIGTERM; any number of workers on any number of machines."""
    from kinema.app import worker as prepared  # the whole house: a second to load
    from kinema.generations.workflow import run_worker
    from kinema.logs import configure
    from kinema.settings import load

    if pool not in CATALOGUE.pools:
        known = ", ".join(sorted(CATALOGUE.pools))
        raise WrongUsage(f"--pool must be one of {known}, not {pool!r}", field="pool")
    settings = load()
    configure(settings.log)
    raise typer.Exit(run_worker(prepared(settings, pool=pool)))
