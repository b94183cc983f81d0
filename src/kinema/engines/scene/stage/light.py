"""The palette of a setting."""

from kinema.engines.scene.graph import Setting
from kinema.engines.scene.look.palette import Palette


def light(setting: Setting, *, mood: str | None = None) -> Palette:
    """Return the light of a place at its time and in its weather."""
    del setting, mood
    return Palette(
        name="day", sun=(-0.46, 0.62, -0.63), sun_light=(3.4, 3.0, 2.4), sky_light=(0.42, 0.52, 0.68),
        ground_light=(0.2, 0.18, 0.13), horizon=(0.72, 0.80, 0.86), middle=(0.36, 0.56, 0.80),
        zenith=(0.10, 0.26, 0.58), fog=0.0022,
    )  # fmt: skip
