"""What the command prints: results on stdout, everything else on stderr."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from kinema.errors import BadRequest

WIDE = 200  # columns of a table that no terminal bounds

out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else WIDE)
err = Console(stderr=True, highlight=False, soft_wrap=True)


class Bar(Protocol):
    """Takes how far long work is."""

    def __call__(self, phase: str, done: float) -> None:
        """Show that ``done``, 0 to 1, of the work is done and what it is at."""
        ...


@contextmanager
def bar() -> Iterator[Bar]:
    """Lend a progress bar on a terminal, and plain lines elsewhere."""
    if not err.is_terminal:
        yield _Lines()
        return
    columns = (TextColumn("{task.description:<30}"), BarColumn(40), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bars:
        task = bars.add_task("starting", total=1.0)
        yield lambda phase, done: bars.update(task, description=phase, completed=done)


class _Lines:
    """A line a phase: what a log can hold."""

    def __init__(self) -> None:
        self._phase = ""

    def __call__(self, phase: str, done: float) -> None:
        del done
        kind = phase.partition(":")[0]  # what follows counts, as in "starting …: 3 of 11"
        if kind != self._phase:
            err.print(kind)
        self._phase = kind


def data(value: object) -> None:
    """Print JSON for a machine."""
    out.print(json.dumps(value, ensure_ascii=False), markup=False)


def rows(*columns: str, of: list[tuple[str, ...]]) -> None:
    """Print a table for a person."""
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in of:
        table.add_row(*row)
    out.print(table)


class WrongUsage(BadRequest):
    """An option or an argument cannot be what it is."""


def complain(message: str) -> None:
    """Print an error as one line."""
    err.print(f"[red]kinema:[/] {escape(' '.join(message.split()))}")
