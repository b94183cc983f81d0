"""The palette of a setting, with what its features and mood do to it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from kinema.engines.scene.graph import Setting
from kinema.engines.scene.look.palette import Palette
from kinema.engines.scene.look.palettes import WOODS, palette


def _timelapse(light: Palette) -> Palette:
    return replace(light, cloud_drift=34.0, clouds=min(max(light.clouds, 0.48), 0.62))


def _aurora(light: Palette) -> Palette:
    return replace(light, aurora=1.0, stars=max(light.stars, 0.8), clouds=0.0)


def _mars(light: Palette) -> Palette:
    return replace(
        light, name="mars " + light.name, horizon=(0.74, 0.47, 0.30), middle=(0.55, 0.37, 0.26),
        zenith=(0.33, 0.24, 0.19), sky_light=(0.46, 0.32, 0.24), ground_light=(0.3, 0.16, 0.09),
        clouds=0.0, fog=0.0025,
    )  # fmt: skip


FEATURES: Mapping[str, Callable[[Palette], Palette]] = MappingProxyType(
    {"timelapse": _timelapse, "aurora": _aurora, "mars": _mars}
)
"""What features do to the light."""

MOODS: Mapping[str, Callable[[Palette], Palette]] = MappingProxyType(
    {
        "menacing": lambda p: replace(p, contrast=p.contrast * 1.06, saturation=p.saturation * 0.9,
                                      exposure=p.exposure * 0.88, vignette=p.vignette + 0.15),
        "sad": lambda p: replace(p, saturation=p.saturation * 0.78, exposure=p.exposure * 0.93),
        "happy": lambda p: replace(p, saturation=p.saturation * 1.05, exposure=p.exposure * 1.04),
    }
)  # fmt: skip
"""What moods do to the light."""


LYING = frozenset({"snow", "winter"})
"""When snow lies: mist over it would leave a white picture."""


def light(setting: Setting, *, mood: str | None = None) -> Palette:
    """Return the light of a place at its time and in its weather."""
    found = palette(setting.time, setting.weather, setting.kind)
    for word in setting.features:
        found = FEATURES.get(word, _same)(found)
    if setting.kind in WOODS and not LYING.isdisjoint({*setting.weather, setting.season}):
        found = replace(found, fog=min(found.fog, 0.014), exposure=found.exposure * 0.86)
    return MOODS.get(mood or "", _same)(found)


def _same(light: Palette) -> Palette:
    return light
