"""``kinema scene``: what the built-in engine understands, knows and shows.

The engine's parts are imported by the command that needs them: its dictionaries and kernels take
longer to load than another command to run.
"""

import json

import typer

from kinema.cli import options
from kinema.cli.say import data, out

commands = typer.Typer(no_args_is_help=True, help="What the built-in engine understands and knows.")


@commands.command()
def explain(
    prompt: options.Prompt,
    aspect_ratio: options.AspectRatio = None,
    duration: options.Duration = None,
    negative_prompt: options.NegativePrompt = None,
    cfg_scale: options.CfgScale = None,
    camera_control: options.Preset = None,
    camera: options.Axes = None,
    seed: options.Seed = None,
    as_json: options.AsJson = False,
) -> None:
    """Say what the scene engine makes of PROMPT."""
    from kinema.engines.scene.language.explain import explain as explained
    from kinema.engines.scene.language.understand import understand

    asked = options.body(
        prompt,
        aspect_ratio=aspect_ratio,
        duration=duration,
        negative_prompt=negative_prompt,
        cfg_scale=cfg_scale,
        camera_control=camera_control,
        camera=camera,
        seed=seed,
    )
    graph = explained(understand(options.video_request(asked)))
    if as_json:
        data(graph)
    else:
        out.print_json(json.dumps(graph))


@commands.command()
def coverage(
    prompt: options.Prompt,
    aspect_ratio: options.AspectRatio = None,
    duration: options.Duration = None,
    negative_prompt: options.NegativePrompt = None,
    cfg_scale: options.CfgScale = None,
    camera_control: options.Preset = None,
    camera: options.Axes = None,
    seed: options.Seed = None,
    as_json: options.AsJson = False,
) -> None:
    """Render 8 small frames of PROMPT and report what is visible in them."""
    from kinema.engines.scene.direct.coverage import coverage as measured

    asked = options.body(
        prompt,
        aspect_ratio=aspect_ratio,
        duration=duration,
        negative_prompt=negative_prompt,
        cfg_scale=cfg_scale,
        camera_control=camera_control,
        camera=camera,
        seed=seed,
    )
    report = measured(options.video_request(asked))
    if as_json:
        data(report)
    else:
        out.print_json(json.dumps(report))


@commands.command()
def vocabulary(as_json: options.AsJson = False) -> None:
    """List the nouns, verbs, settings, styles and camera words that the scene engine knows."""
    from kinema.engines.scene.language.vocabulary import vocabulary as known

    words = known()
    if as_json:
        data(words)
    else:
        out.print_json(json.dumps(words))
