"""Brief: what a set is asked to be, and the questions that its builder asks."""

from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.graph import Setting
from kinema.engines.scene.look.palette import Palette
from kinema.engines.scene.look.palettes import DARK, TIMES
from kinema.engines.scene.stage.chance import chance

NIGHTS = DARK - {"dusk"}
"""Palettes of full dark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What to build.

    Attributes:
        clear: Metres round the origin to leave free.
        freedom: From 0, only what was said, to 1, dress as you like.
        forbidden: Words that must not be seen.
    """

    setting: Setting
    palette: Palette
    seed: int
    clear: float
    freedom: float = 0.5
    forbidden: frozenset[str] = frozenset()

    def chance(self, role: str) -> np.random.Generator:
        """Return the random numbers of one role of this set."""
        return chance(self.seed, f"{self.setting.kind} {role}")

    def wants(self, *words: str) -> bool:
        """Return whether any of these features was asked for."""
        return any(word in self.setting.features for word in words)

    def allows(self, *words: str) -> bool:
        """Return whether none of these was forbidden."""
        return not self.forbidden.intersection(words)

    @property
    def _hour(self) -> str:
        return TIMES.get(self.setting.time, "day")

    @property
    def dark(self) -> bool:
        """Whether it is night."""
        return self._hour in NIGHTS

    @property
    def lamps(self) -> bool:
        """Whether lamps and windows are lit."""
        return self._hour in DARK

    @property
    def white(self) -> bool:
        """Whether snow lies."""
        return "snow" in self.setting.weather or self.setting.season == "winter"

    @property
    def wet(self) -> bool:
        """Whether it rains or the ground is wet from rain."""
        return bool({"rain", "storm"}.intersection(self.setting.weather)) or self.wants("wet")

    @property
    def season(self) -> str:
        """``spring``, ``summer``, ``autumn`` or ``winter``."""
        return "winter" if self.white else self.setting.season or "summer"
