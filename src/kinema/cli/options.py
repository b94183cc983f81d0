"""What a film is asked for with on the command line: the documented request, as options."""

import secrets
from typing import Annotated

import typer

from kinema.cli.say import WrongUsage
from kinema.protocols.aimlapi.translate import SEED_BELOW, Invalid, wanted
from kinema.protocols.aimlapi.wire import AXES, PRESETS
from kinema.protocols.aimlapi.zod.issue import JSON, Issue
from kinema.video import VideoRequest

DEFAULT_MODEL = "kling-video/v1/standard/text-to-video"
DRAWN_BELOW = 2**31  # short enough to be typed again

Prompt = Annotated[str, typer.Argument(help="What the film shows.")]
Model = Annotated[str, typer.Option("--model", help="A name from `kinema models`.")]
AspectRatio = Annotated[str | None, typer.Option("--aspect-ratio", help="16:9, 9:16 or 1:1.")]
Duration = Annotated[int | None, typer.Option("--duration", help="Seconds: 5 or 10.")]
NegativePrompt = Annotated[
    str | None, typer.Option("--negative-prompt", help="What must not be seen.")
]
CfgScale = Annotated[
    float | None, typer.Option("--cfg-scale", help="0, free, to 1, to the letter.")
]
Preset = Annotated[
    str | None, typer.Option("--camera-control", help="A named camera move: forward_up …")
]
Axes = Annotated[
    list[str] | None,
    typer.Option("--camera", metavar="TYPE=VALUE", help="An axis, -10 to 10: pan=3."),
]
Seed = Annotated[
    int | None,
    typer.Option("--seed", min=0, max=SEED_BELOW - 1, help="The same seed gives the same film."),
]
AsJson = Annotated[bool, typer.Option("--json", help="For a machine.")]


def body(
    prompt: str,
    *,
    model: str = DEFAULT_MODEL,
    aspect_ratio: str | None = None,
    duration: int | None = None,
    negative_prompt: str | None = None,
    cfg_scale: float | None = None,
    camera_control: str | None = None,
    camera: list[str] | None = None,
    seed: int | None = None,
) -> dict[str, JSON]:
    """Return the body of the documented create call; options that were not given are absent.

    Raises:
        WrongUsage: There is no such camera move or axis.
    """
    if camera_control not in {None, *PRESETS}:
        raise WrongUsage(
            f"--camera-control must be one of {', '.join(PRESETS)}, not {camera_control!r}"
        )
    axes: dict[str, JSON] = dict(_axis(text) for text in camera or [])
    control: JSON = {"type": camera_control or "simple", "config": axes} if axes else camera_control
    asked: dict[str, JSON] = {
        "model": model,
        "prompt": prompt,
        "aspect_ratio": aspect_ratio,
        "duration": duration,
        "negative_prompt": negative_prompt,
        "cfg_scale": cfg_scale,
        "camera_control": control,
        "seed": seed,
    }
    return {name: value for name, value in asked.items() if value is not None}


def video_request(asked: dict[str, JSON]) -> VideoRequest:
    """Read a body as the service does; without a seed one is drawn.

    Raises:
        WrongUsage: Names every option that cannot hold its value.
    """
    try:
        return wanted(asked).request(seed=secrets.randbelow(DRAWN_BELOW))
    except Invalid as invalid:
        raise WrongUsage("; ".join(_said(issue) for issue in invalid.issues)) from invalid


def _axis(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    if name not in AXES:
        raise WrongUsage(f"--camera must be one of {', '.join(AXES)}, not {name!r}", field="camera")
    try:
        return name, float(value)
    except ValueError:
        raise WrongUsage(f"--camera must look like pan=3, not {text!r}", field="camera") from None


def _said(issue: Issue) -> str:
    path = issue["path"]
    assert isinstance(path, list)
    return f"{'.'.join(str(step) for step in path)}: {issue['message']}"
