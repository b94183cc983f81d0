"""``kinema serve``: the API, the playground and local workers, under one supervisor."""

import os
import socket
import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from kinema.accounts import keys
from kinema.accounts.keys import Terms
from kinema.cli.open import opened
from kinema.cli.options import DEFAULT_MODEL
from kinema.cli.say import out
from kinema.clock import now
from kinema.engines.registry import CATALOGUE
from kinema.errors import BadSetting
from kinema.generations.supervisor import Part, supervise
from kinema.logs import configure
from kinema.settings import Settings, environment, load

GRACE_SECONDS = 5  # an open stream of events would keep the service from ending
FIRST_KEY = Terms(name="first")


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    workers: Annotated[int | None, typer.Option(help="Local workers for each pool.")] = None,
) -> None:
    """Run the service until Ctrl-C; workers finish their film first."""
    flags = {"host": host, "port": port, "workers": workers}
    settings = load({name: str(value) for name, value in flags.items() if value is not None})
    configure(settings.log)
    _listenable(settings)
    _welcome(settings)
    env = {**_inherited(), **environment(settings)}
    raise typer.Exit(supervise(_parts(settings), env=env))


def _listenable(settings: Settings) -> None:
    """Say so before anything is started if the address is not to be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        socket.create_server((settings.host, settings.port), family=family).close()
    except OSError as error:
        where = f"{settings.host}:{settings.port}"
        message = f"{where} cannot be listened on: {error.strerror}; see --host and --port"
        raise BadSetting(message) from error


def _parts(settings: Settings) -> list[Part]:
    python = [sys.executable, "-m"]
    where = ["--host", settings.host, "--port", str(settings.port)]
    quiet = ["--log-level", "warning", "--no-access-log", "--no-server-header"]
    quick = ["--timeout-graceful-shutdown", str(GRACE_SECONDS)]
    api = [*python, "uvicorn", "--factory", "kinema.app:service", *where, *quiet, *quick]
    workers = [
        Part(name=f"worker {pool} {number}", command=[*python, "kinema", "worker", "--pool", pool])
        for pool in sorted(CATALOGUE.pools)
        for number in range(1, settings.workers + 1)
    ]
    return [Part(name="api", command=api, essential=True), *workers]


def _welcome(settings: Settings) -> None:
    """Print where the playground is and, if there is no key yet, make one and print it."""
    with opened() as (db, _):
        made = None
        if not keys.listed(db):
            _, made = keys.create(db, FIRST_KEY, secret=settings.secret, at=now())
    base = settings.public_url or f"http://{settings.host}:{settings.port}"
    out.print(f"playground  {base}/app/{DEFAULT_MODEL}")
    if made:
        out.print(f"API key     {made}   (shown this once)")


def _inherited() -> Mapping[str, str]:
    return os.environ  # noqa: TID251 - handed on as it is: PATH, HOME, the virtual environment
