"""``kinema bench``: measurements that anyone can repeat."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, TypeAlias

import typer

from kinema.cli import options
from kinema.cli.say import WrongUsage, data, rows

Table: TypeAlias = tuple[Sequence[str], list[tuple[str, ...]], object]
"""Headings, rows for a person, and the same for a machine."""


def bench(
    name: Annotated[str, typer.Argument(help="scene, api or queue")],
    as_json: options.AsJson = False,
) -> None:
    """Measure this machine and print a table."""
    if name not in BENCHES:
        raise WrongUsage(f"NAME must be one of {', '.join(BENCHES)}, not {name!r}", field="NAME")
    headings, lines, figures = BENCHES[name]()
    if as_json:
        data(figures)
    else:
        rows(*headings, of=lines)


def _scene() -> Table:
    from kinema.bench.scene import run

    figures = list(run())
    steps = list(figures[0].steps)
    lines: list[tuple[str, ...]] = [
        (
            figure.name,
            f"{figure.wall:.1f}",
            f"{120 / figure.wall:.1f}",
            f"{figure.floor:.1f}",
            f"{figure.ratio:.1f}",
            f"{figure.peak:.0f}",
            f"{figure.size:.1f}",
            *(f"{figure.steps[step]:.0f}" for step in steps),
        )
        for figure in figures
    ]
    headings = ("film", "s", "fps", "x264 s", "ratio", "peak MB", "mp4 MB", *steps)
    shown = [asdict(figure) | {"ratio": figure.ratio} for figure in figures]
    return headings, lines, shown


def _api() -> Table:
    from kinema.bench.api import run

    figures = run()
    lines: list[tuple[str, ...]] = [
        (one.name, f"{one.rate:.0f}", f"{one.p50:.1f}", f"{one.p99:.1f}", str(one.failed))
        for one in figures
    ]
    return ("request", "a second", "p50 ms", "p99 ms", "failed"), lines, list(map(asdict, figures))


def _queue() -> Table:
    from kinema.generations.bench import measure

    with TemporaryDirectory(prefix="kinema-bench-") as folder:
        figures = asdict(measure(Path(folder)))
    lines: list[tuple[str, ...]] = [
        (name.replace("_", " "), f"{value:.1f}") for name, value in figures.items()
    ]
    return ("figure", "ms, or films a second"), lines, figures


BENCHES: dict[str, Callable[[], Table]] = {"scene": _scene, "api": _api, "queue": _queue}
