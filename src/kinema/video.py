"""What a caller asks for and what comes back, free of any wire format."""

import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum


class Preset(StrEnum):
    """A camera move with a name, as the AI/ML API and Kling define them."""

    DOWN_BACK = "down_back"
    FORWARD_UP = "forward_up"
    RIGHT_TURN_FORWARD = "right_turn_forward"
    LEFT_TURN_FORWARD = "left_turn_forward"


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraMove:
    """How the camera moves from the first frame to the last; each axis from -10 to 10.

    Attributes:
        horizontal: Travels left (-) or right (+).
        vertical: Travels down (-) or up (+).
        pan: Turns about the vertical axis, to the left (-) or right (+).
        tilt: Turns about the sideways axis, down (-) or up (+).
        roll: The picture turns counter-clockwise (-) or clockwise (+) for the viewer.
        zoom: The view narrows (-) or widens (+): Kling's sign.
        preset: A named move, beside the axes.
    """

    horizontal: float = 0.0
    vertical: float = 0.0
    pan: float = 0.0
    tilt: float = 0.0
    roll: float = 0.0
    zoom: float = 0.0
    preset: Preset | None = None

    @property
    def still(self) -> bool:
        """Whether nothing was asked, so that an engine may choose a move of its own."""
        return self == CameraMove()


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoRequest:
    """One video to make.

    Attributes:
        width: Pixels; even, since H.264 in 4:2:0 cannot hold odd sizes.
        height: Pixels; even.
        seconds: Length of the finished video.
        fps: Frames a second.
        seed: The same request with the same seed gives the same frames.
        cfg_scale: From 0, free art direction, to 1, to the letter.
    """

    model: str
    prompt: str
    negative_prompt: str = ""
    width: int = 1280
    height: int = 720
    seconds: float = 5.0
    fps: int = 24
    seed: int = 0
    cfg_scale: float = 0.5
    camera: CameraMove = field(default_factory=CameraMove)

    @property
    def frames(self) -> int:
        """Frames in the finished video."""
        return round(self.seconds * self.fps)

    def to_json(self) -> str:
        """Return the form that is stored."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "VideoRequest":
        """Read what `to_json` wrote."""
        values = json.loads(text)
        camera = values.pop("camera")
        preset = camera.pop("preset")
        move = CameraMove(**camera, preset=Preset(preset) if preset else None)
        return cls(**values, camera=move)
