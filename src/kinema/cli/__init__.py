"""The ``kinema`` command: a shell over the package, one file a command."""

import sys

import typer

from kinema.cli import bench, doctor, generate, models, serve, worker
from kinema.cli.credits import commands as credit_commands
from kinema.cli.keys import commands as key_commands
from kinema.cli.say import WrongUsage, complain
from kinema.cli.scene import commands as scene_commands
from kinema.database import AWAY
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
    """Run the command; an error is one line, with status 2 for wrong usage and 1 for others."""
    try:
        sys.exit(cli(standalone_mode=False))
    except typer.TyperException as error:
        if error.format_message():  # else it has printed the help
            complain(error.format_message())
        sys.exit(error.exit_code)
    except KinemaError as error:
        complain(str(error))
        sys.exit(2 if isinstance(error, WrongUsage) else 1)
    except AWAY as error:
        complain(f"the database cannot be reached: {error.orig}")
        sys.exit(1)
    except OSError as error:  # most often a folder that may not be written
        complain(str(error))
        sys.exit(1)
    except typer.Abort:
        sys.exit(130)
