"""Every Kling text-to-video model id of the AI/ML API, as data.

The fields and their limits are those of the reference's table for each id. Camera control and the
older fields are accepted for all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from .wire import (
    ASPECT_RATIO,
    CFG_SCALE,
    FIVE_OR_TEN,
    GENERATE_AUDIO,
    MULTI_PROMPT,
    MULTI_PROMPT_OBJECTS,
    NEGATIVE_PROMPT,
    OLD_FIELDS,
    PROVIDER,
    THREE_TO_FIFTEEN,
    duration,
    prompt,
    shot_type,
)
from .zod.compounds import Object
from .zod.issue import Schema
from .zod.scalars import Choice

STANDARD = 63_000
"""Credits a second; the reference's overview of 2025 gives this and `PRO`."""

PRO = 262_500


@dataclass(frozen=True, kw_only=True)
class Model:
    """A model as the API shows it.

    Attributes:
        id: What this service calls it.
        aliases: Other ids under which clients know it.
        fields: Its own fields, beside ``model`` and the older ones.
        price: Credits for one second of film; $1 is 2,000,000.
        lines: Height of a 16:9 film in pixels.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    fields: Mapping[str, Schema]
    required: frozenset[str] = frozenset({"prompt"})
    price: int
    lines: int = 720

    @cached_property
    def body(self) -> Object:
        """The whole body of a request for this model."""
        return Object(
            fields=MappingProxyType({"model": MODEL, **self.fields, **OLD_FIELDS}),
            required=self.required | {"model"},
        )

    @property
    def tier(self) -> str:
        """``standard`` or ``pro``, which decides the engine's preset."""
        return "standard" if self.price == STANDARD else "pro"


V1: dict[str, Schema] = {
    "prompt": prompt(),
    "aspect_ratio": ASPECT_RATIO,
    "duration": duration(FIVE_OR_TEN),
    "negative_prompt": NEGATIVE_PROMPT,
    "cfg_scale": CFG_SCALE,
}
V1_6: dict[str, Schema] = {**V1, "provider": PROVIDER}
V2_6: dict[str, Schema] = {**V1_6, "generate_audio": GENERATE_AUDIO}
V3: dict[str, Schema] = {
    **V2_6,
    "multi_prompt": MULTI_PROMPT,
    "duration": duration(THREE_TO_FIFTEEN),
    "shot_type": shot_type("customize", "intelligent"),
}
V3_OMNI: dict[str, Schema] = {
    **V3,
    "shot_type": shot_type("customize", "intelligent", "intelligence"),
}
V3_TURBO: dict[str, Schema] = {
    "prompt": prompt(3072),
    "multi_prompt": MULTI_PROMPT_OBJECTS,
    "duration": duration(THREE_TO_FIFTEEN),
    "aspect_ratio": ASPECT_RATIO,
}
NOTHING_REQUIRED: frozenset[str] = frozenset()  # the prompts of the shots can stand for it

MODELS = (
    Model(
        id="kling-video/v1/standard/text-to-video",
        name="Kling AI v1 Standard Text-to-Video",
        aliases=("klingai/v1-standard-text-to-video",),
        fields=V1,
        price=STANDARD,
    ),
    Model(
        id="kling-video/v1/pro/text-to-video",
        name="Kling AI v1 Pro Text-to-Video",
        aliases=("klingai/v1-pro-text-to-video",),
        fields=V1,
        price=PRO,
    ),
    Model(
        id="kling-video/v1.5/standard/text-to-video",
        name="Kling AI v1.5 Standard Text-to-Video",
        aliases=("kling-video/v1.5/standart/text-to-video",),
        fields=V1,
        price=STANDARD,
    ),
    Model(
        id="kling-video/v1.5/pro/text-to-video",
        name="Kling AI v1.5 Pro Text-to-Video",
        fields=V1,
        price=PRO,
    ),
    Model(
        id="kling-video/v1.6/standard/text-to-video",
        name="Kling AI v1.6 Standard Text-to-Video",
        aliases=("kling-video/v1.6/standart/text-to-video",),
        fields=V1_6,
        price=STANDARD,
    ),
    Model(
        id="kling-video/v1.6/pro/text-to-video",
        name="Kling AI v1.6 Pro Text-to-Video",
        fields=V1_6,
        price=PRO,
    ),
    Model(
        id="klingai/v2-master-text-to-video",
        name="Kling AI v2 Master Text-to-Video",
        aliases=("kling-video/v2/master/text-to-video",),
        fields=V1_6,
        price=PRO,
    ),
    Model(
        id="klingai/v2.1-master-text-to-video",
        name="Kling AI v2.1 Master Text-to-Video",
        aliases=("kling-video/v2.1/master/text-to-video",),
        fields=V1_6,
        price=PRO,
    ),
    Model(
        id="klingai/v2.5-turbo/pro/text-to-video",
        name="Kling AI v2.5 Turbo Pro Text-to-Video",
        aliases=("kling-video/v2.5-turbo/pro/text-to-video",),
        fields=V1_6,
        price=PRO,
    ),
    Model(
        id="klingai/video-v2-6-pro-text-to-video",
        name="Kling AI v2.6 Pro Text-to-Video",
        fields=V2_6,
        price=PRO,
    ),
    Model(
        id="klingai/video-v3-standard-text-to-video",
        name="Kling AI v3 Standard Text-to-Video",
        fields=V3,
        required=NOTHING_REQUIRED,
        price=STANDARD,
    ),
    Model(
        id="klingai/video-v3-pro-text-to-video",
        name="Kling AI v3 Pro Text-to-Video",
        fields=V3,
        required=NOTHING_REQUIRED,
        price=PRO,
    ),
    Model(
        id="klingai/video-v3-omni-720p-text-to-video",
        name="Kling AI v3 Omni 720p Text-to-Video",
        fields=V3_OMNI,
        required=NOTHING_REQUIRED,
        price=PRO,
    ),
    Model(
        id="klingai/video-v3-omni-1080p-text-to-video",
        name="Kling AI v3 Omni 1080p Text-to-Video",
        fields=V3_OMNI,
        required=NOTHING_REQUIRED,
        price=PRO,
        lines=1080,
    ),
    Model(
        id="klingai/video-v3-standard-turbo-text-to-video",
        name="Kling AI v3 Standard Turbo Text-to-Video",
        fields=V3_TURBO,
        required=NOTHING_REQUIRED,
        price=STANDARD,
    ),
    Model(
        id="klingai/video-v3-turbo-pro-text-to-video",
        name="Kling AI v3 Turbo Pro Text-to-Video",
        fields=V3_TURBO,
        required=NOTHING_REQUIRED,
        price=PRO,
    ),
)

MODEL = Choice(
    options=tuple(model.id for model in MODELS),
    aliases=frozenset(alias for model in MODELS for alias in model.aliases),
    description="Which model makes it.",
)

BY_NAME: Mapping[str, Model] = MappingProxyType(
    {name: model for model in MODELS for name in (model.id, *model.aliases)}
)
"""Every id and alias that a request may give."""

DEFAULT = MODELS[0]
"""Whose fields are checked in a request that names no known model."""
