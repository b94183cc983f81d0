"""Between the AI/ML API's words and Kinema's. Pure: no I/O, no clock, no store."""

from collections.abc import Mapping
from dataclasses import dataclass

from kinema.errors import BadRequest
from kinema.video import CameraMove, Preset, VideoRequest

from .models import BY_NAME, DEFAULT, Model
from .wire import AXES, SIMPLE
from .zod.compounds import Object
from .zod.issue import ABSENT, JSON, Issue, Value, wrong_type

SIDES = {"16:9": (16, 9), "9:16": (9, 16), "1:1": (1, 1)}
SEED_BELOW = 2**63  # what a column of the database holds


class Invalid(BadRequest):
    """A body, or a query, that breaks its schema.

    Attributes:
        issues: Everything wrong with it, as zod 3 writes it.
    """

    def __init__(self, message: str, issues: list[Issue]) -> None:
        super().__init__(message)
        self.issues = issues


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A body that was found valid for its model."""

    model: Model
    body: Mapping[str, JSON]

    @property
    def prompt(self) -> str:
        """What the video shows; the prompts of several shots are one text, a line each."""
        prompt = self.body.get("prompt", "")
        shots = self.body.get("multi_prompt", [])
        lines = [prompt, *(_shot(shot) for shot in shots)] if isinstance(shots, list) else [prompt]
        return "\n".join(str(line) for line in lines if line)

    @property
    def seed(self) -> int | None:
        """The caller's seed; like an unknown field it is ignored unless it can be used."""
        seed = self.body.get("seed")
        if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < SEED_BELOW:
            return None
        return seed

    @property
    def seconds(self) -> int:
        """Length of the film."""
        return round(_number(self.body.get("duration", 5)))

    @property
    def price(self) -> int:
        """Credits that the film costs."""
        return self.model.price * self.seconds

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the film in pixels."""
        ratio = self.body.get("aspect_ratio", self.body.get("ratio", "16:9"))
        wide, high = SIDES[str(ratio)]
        scale = self.model.lines / min(wide, high)
        return round(wide * scale), round(high * scale)

    @property
    def camera(self) -> CameraMove:
        """The move that all forms of camera control ask for together."""
        control = self.body.get("camera_control", {})
        asked = {"type": control} if isinstance(control, str) else _mapping(control)
        config = _advanced(self.body) | _mapping(asked.get("config", {}))
        preset = asked.get("type", SIMPLE)
        return CameraMove(
            **{axis: float(_number(config[axis])) for axis in AXES if axis in config},
            preset=None if preset == SIMPLE else Preset(str(preset)),
        )

    def request(self, *, seed: int) -> VideoRequest:
        """Return the video to make; ``seed`` is taken where the caller gave none."""
        width, height = self.size
        return VideoRequest(
            model=self.model.id,
            prompt=self.prompt,
            negative_prompt=str(self.body.get("negative_prompt", "")),
            width=width,
            height=height,
            seconds=float(self.seconds),
            seed=seed if self.seed is None else self.seed,
            cfg_scale=float(_number(self.body.get("cfg_scale", 0.5))),
            camera=self.camera,
        )


def wanted(body: Value) -> Wanted:
    """Read the body of a request.

    Raises:
        Invalid: With an issue for everything wrong with it.
    """
    if not isinstance(body, Mapping):
        raise Invalid(INVALID_BODY, [wrong_type("object", body, ())])
    name = body.get("model")
    model = BY_NAME.get(name) if isinstance(name, str) else None
    issues = (model or DEFAULT).body.issues(body, ())
    if issues or model is None:
        raise Invalid(INVALID_BODY, issues)
    found = Wanted(model=model, body=body)
    if not found.prompt:  # where a model lets its shots stand for the prompt
        raise Invalid(INVALID_BODY, [wrong_type("string", ABSENT, ("prompt",))])
    return found


def checked(body: Value, schema: Object) -> dict[str, JSON]:
    """Return a body that fits its schema.

    Raises:
        Invalid: With an issue for everything wrong with it.
    """
    issues = schema.issues(body, ())
    if issues or not isinstance(body, Mapping):
        raise Invalid(INVALID_BODY, issues)
    return dict(body)


INVALID_BODY = "Invalid payload provided"
INVALID_QUERY = "Query validation error!"


def _shot(shot: JSON) -> JSON:
    return shot.get("prompt", "") if isinstance(shot, Mapping) else shot


def _advanced(body: Mapping[str, JSON]) -> dict[str, JSON]:
    move = _mapping(body.get("advanced_camera_control", {}))
    return {str(move["movement_type"]): move["movement_value"]} if move else {}


def _mapping(value: JSON) -> dict[str, JSON]:
    return dict(value) if isinstance(value, Mapping) else {}


def _number(value: JSON) -> float:
    assert isinstance(value, str | int | float)
    return float(value)
