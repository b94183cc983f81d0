"""What the video endpoints answer. Pure. A key without a value is left out, never null."""

from collections.abc import Callable, Mapping

from kinema.accounts.ledger import usd
from kinema.generations.generation import Generation
from kinema.generations.glance import Glance, glance_of
from kinema.generations.state import State
from kinema.video import VideoRequest

from .wire import AXES, SIMPLE

STATUS: Mapping[State, str] = {
    State.QUEUED: "queued",
    State.RUNNING: "generating",
    State.SUCCEEDED: "completed",
    State.FAILED: "error",
    State.CANCELLED: "error",  # the AI/ML API has no word for it
}

CANCELLED = {"name": "GenerationCancelled", "message": "The generation was cancelled on request."}

Address = Callable[[str], str]
"""Returns a fresh address of a stored file."""


def created(generation: Generation) -> dict[str, object]:
    """Return the body that answers a request for a film."""
    return {
        "id": generation.id,
        "generation_id": generation.id,
        "status": STATUS[generation.state],
        "meta": _usage(generation.price_credits),
    }


def polled(seen: Glance, address: Address) -> dict[str, object]:
    """Return the body that answers a poll."""
    body: dict[str, object] = {"id": seen.id, "status": STATUS[seen.state]}
    match seen.state:
        case State.SUCCEEDED:
            body["video"] = _video(seen, address)
            body["meta"] = _usage(seen.price_credits)
        case State.FAILED:
            body["error"] = {"name": seen.error_name, "message": seen.error_message}
        case State.CANCELLED:
            body["error"] = CANCELLED
        case State.QUEUED | State.RUNNING:
            pass
    return body


def listed(generation: Generation, address: Address) -> dict[str, object]:
    """Return one entry of the list: what a poll shows, what was asked for, what was made of it."""
    body = polled(glance_of(generation), address) | {
        "model": generation.model,
        "prompt": generation.request.prompt,
        "request": asked(generation.request),
        "created_at": generation.added_at.isoformat(timespec="milliseconds"),
    }
    if not generation.state.final:
        body |= {"phase": generation.phase or body["status"], "progress": generation.progress}
    if generation.about is not None:
        body["about"] = generation.about
    return body


def asked(request: VideoRequest) -> dict[str, object]:
    """Return the fields that a create call needs, beside the model, to ask for the same film."""
    axes = {axis: value for axis in AXES if (value := getattr(request.camera, axis))}
    preset = request.camera.preset.value if request.camera.preset else None
    control = {"type": preset or SIMPLE, "config": axes} if axes else preset
    fields = {
        "prompt": request.prompt,
        "negative_prompt": request.negative_prompt or None,
        "aspect_ratio": RATIOS[(request.width > request.height) - (request.width < request.height)],
        "duration": round(request.seconds),
        "cfg_scale": request.cfg_scale,
        "camera_control": control,
        "seed": request.seed,
    }
    return {name: value for name, value in fields.items() if value is not None}


RATIOS = {1: "16:9", -1: "9:16", 0: "1:1"}


def progressed(seen: Glance) -> dict[str, object]:
    """Return what an event says of a generation on its way."""
    return {
        "id": seen.id,
        "status": STATUS[seen.state],
        "phase": seen.phase or STATUS[seen.state],
        "progress": round(seen.progress, 4),
    }


def cost_headers(price: int) -> dict[str, str]:
    """Return the headers that say what a request cost."""
    return {
        "x-aimlapi-credits-used": str(price),
        "x-aimlapi-usd-spent": f"{usd(price):.9f}",
    }


def charged(seen: Glance) -> int:
    """Return the credits that a generation has cost so far."""
    return seen.price_credits if seen.state is State.SUCCEEDED else 0


def _usage(price: int) -> dict[str, object]:
    return {"usage": {"credits_used": price, "usd_spent": float(usd(price))}}


def _video(seen: Glance, address: Address) -> dict[str, object]:
    assert seen.film, "a film that succeeded was stored first"
    video: dict[str, object] = {
        "url": address(seen.film),
        "content_type": "video/mp4",
        "file_name": seen.film,
        "file_size": seen.size_bytes,
    }
    if seen.poster:
        video["poster_url"] = address(seen.poster)
    return video
