"""The measures of a room: where its walls are, and the windows in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A window in a wall.

    Attributes:
        wall: ``back`` or ``left``.
        along: Its middle along the wall, from -1 to 1 of the wall's half.
        width: Metres.
        low: Height of its sill.
        high: Height of its top.
        panes: Columns and rows of panes.
    """

    wall: str
    along: float = 0.0
    width: float = 1.8
    low: float = 0.85
    high: float = 2.2
    panes: tuple[int, int] = (2, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """Where a room's walls are, metres."""

    left: float
    right: float
    back: float
    front: float
    height: float

    @property
    def coarse(self) -> float:
        """How much larger than usual tiles and planks are, so that a vast hall has no more."""
        return max(1.0, (self.right - self.left) / 14)
