"""``kinema doctor``: is everything there that a film needs?"""

import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

import sqlalchemy as sa
import typer

from kinema.cli import options
from kinema.cli.say import data, out
from kinema.clock import now
from kinema.database import clock, connect, reading
from kinema.errors import KinemaError
from kinema.settings import Settings, load, variable

LEAST_PYTHON = (3, 11)
LEAST_FREE_BYTES = 2 * 10**9  # some hundred films, and the compiled renderer
MOST_SKEW_SECONDS = 5.0  # leases of workers are compared on the database's clock
SECRETS = frozenset({"secret"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found; ``well`` is None where it only informs."""

    well: bool | None
    text: str


def doctor(as_json: options.AsJson = False) -> None:
    """Check the installation: one line each, status 1 if something is broken."""
    settings = load()
    found = {name: _look(check, settings) for name, check in CHECKS.items()}
    if as_json:
        shown = {
            name: {"ok": finding.well, "text": finding.text} for name, finding in found.items()
        }
        data({"checks": shown, "settings": dict(_effective(settings))})
    else:
        for name, finding in found.items():
            out.print(f"{_MARKS[finding.well]} {name:<9} {finding.text}")
        out.print()
        for name, value in _effective(settings):
            out.print(f"  {name:<24} {value}", markup=False)
    if any(finding.well is False for finding in found.values()):
        raise typer.Exit(1)


_MARKS = {True: "[green]ok[/]  ", False: "[red]bad[/] ", None: "[dim]--[/]  "}


def _look(check: Callable[[Settings], Finding], settings: Settings) -> Finding:
    try:
        return check(settings)
    except (KinemaError, OSError, sa.exc.SQLAlchemyError) as error:
        return Finding(well=False, text=" ".join(str(error).split()))


def _effective(settings: Settings) -> list[tuple[str, str]]:
    return [
        (variable(field.name), "(set)" if field.name in SECRETS else str(value))
        for field in fields(settings)
        if (value := getattr(settings, field.name)) is not None
    ]


def _python(settings: Settings) -> Finding:
    del settings
    return Finding(
        well=sys.version_info >= LEAST_PYTHON,
        text=f"{platform.python_version()} at {sys.executable}",
    )


def _encoder(settings: Settings) -> Finding:
    import av

    del settings
    there = "libx264" in av.codecs_available
    return Finding(
        well=there, text=f"PyAV {av.__version__}, {'libx264' if there else 'no libx264'}"
    )


def _database(settings: Settings) -> Finding:
    engine = connect(settings.database_url)
    try:
        with reading(engine) as db:
            db.execute(sa.select(1))
    finally:
        engine.dispose()
    shown = sa.make_url(settings.database_url).render_as_string(hide_password=True)
    return Finding(well=True, text=f"{shown} answers")


def _clock(settings: Settings) -> Finding:
    engine = connect(settings.database_url)
    try:
        with reading(engine) as db:
            skew = abs((clock(db) - now()).total_seconds())
    finally:
        engine.dispose()
    return Finding(well=skew <= MOST_SKEW_SECONDS, text=f"{skew:.1f} s from the database's")


def _storage(settings: Settings) -> Finding:
    if not settings.storage_url.startswith("file://"):
        return Finding(well=None, text=f"{settings.storage_url} (not tried)")
    folder = Path(settings.storage_url.removeprefix("file://"))
    folder.mkdir(parents=True, exist_ok=True)
    trial = folder / ".doctor"
    trial.write_bytes(b"")
    trial.unlink()
    return Finding(well=True, text=f"{folder} can be written")


def _disk(settings: Settings) -> Finding:
    settings.data.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.data).free
    return Finding(well=free >= LEAST_FREE_BYTES, text=f"{free / 1e9:.0f} GB free for films")


def _gpu(settings: Settings) -> Finding:
    del settings
    there = shutil.which("nvidia-smi")
    return Finding(well=None, text=there or "none; the scene engine needs none")


CHECKS: dict[str, Callable[[Settings], Finding]] = {
    "python": _python,
    "encoder": _encoder,
    "database": _database,
    "clock": _clock,
    "storage": _storage,
    "disk": _disk,
    "gpu": _gpu,
}
