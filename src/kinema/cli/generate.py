"""``kinema generate``: one film, made here or by a server."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from kinema.cli import options
from kinema.cli.remote import Server
from kinema.cli.say import WrongUsage, bar, out
from kinema.engines.registry import CATALOGUE
from kinema.video import VideoRequest


def generate(
    prompt: options.Prompt,
    output: Annotated[Path, typer.Option("--output", "-o", help="The mp4 to write.")] = Path(
        "film.mp4"
    ),
    model: options.Model = options.DEFAULT_MODEL,
    aspect_ratio: options.AspectRatio = None,
    duration: options.Duration = None,
    negative_prompt: options.NegativePrompt = None,
    cfg_scale: options.CfgScale = None,
    camera_control: options.Preset = None,
    camera: options.Axes = None,
    seed: options.Seed = None,
    url: Annotated[str | None, typer.Option(help="A running service; else made here.")] = None,
    api_key: Annotated[str | None, typer.Option(help="The key for --url.")] = None,
) -> None:
    """Make one film of PROMPT."""
    asked = options.body(
        prompt,
        model=model,
        aspect_ratio=aspect_ratio,
        duration=duration,
        negative_prompt=negative_prompt,
        cfg_scale=cfg_scale,
        camera_control=camera_control,
        camera=camera,
        seed=seed,
    )
    if not output.parent.is_dir():
        raise WrongUsage(f"--output must be in a folder that exists, not {output.parent}")
    if output.is_dir():
        raise WrongUsage(f"--output must be a file, not the folder {output}")
    if url is None:
        _here(options.video_request(asked), output)
    elif api_key:
        _there(Server(url=url, api_key=api_key), asked, output)
    else:
        raise WrongUsage("--url needs --api-key: `kinema keys create` makes one on the server")
    from kinema.media.probe import probe  # loads PyAV, which the other commands do without

    film = probe(output)
    size = output.stat().st_size / 1e6
    out.print(f"{output}: {film.width}x{film.height}, {film.seconds:g} s, {size:.1f} MB")


def _here(request: VideoRequest, output: Path) -> None:
    with (
        bar() as show,
        closing(CATALOGUE.entry(request.model).make().render(request, output)) as progress,
    ):
        for report in progress:
            show(report.phase, report.done)


def _there(server: Server, asked: Mapping[str, object], output: Path) -> None:
    with bar() as show:
        server.make(asked, output, show)
