"""The ``kinema`` command: a shell over the package, one file a command."""

import sys

import typer

from kinema.cli import bench, doctor, generate, models, serve, worker
from kinema.cli.credits import commands as credit_commands
from kinema.cli.keys import commands as key_commands
from kinema.cli.say import complain
from kinema.cli.scene import commands as scene_commands
from kinema.errors import KinemaError

cli = typer.Typer(
    name="kinema",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Text in, film out.",
)
cli.command()(serve.serve)
cli.command()(worker.worker)
cli.command()(generate.generate)
cli.add_typer(scene_commands, name="scene")
cli.add_typer(key_commands, name="keys")
cli.add_typer(credit_commands, name="credits")
cli.command()(models.models)
cli.command()(doctor.doctor)
cli.command()(bench.bench)


def main() -> None:
    """Run the command; an error that a caller is meant to read is one line and status 1."""
    try:
        cli()
    except KinemaError as error:
        complain(error)
        sys.exit(1)
