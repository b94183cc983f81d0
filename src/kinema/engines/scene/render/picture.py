"""Picture: one finished frame as the encoder wants it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kinema.media.frames import Frame, Planes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """A frame.

    Attributes:
        planes: What the encoder takes.
        owners: Which actor or prop is seen where, at the size that was rendered; 0 is scenery.
    """

    planes: Planes
    owners: npt.NDArray[np.int16]

    def rgb(self) -> Frame:
        """Return (height, width, 3) sRGB."""
        return self.planes.rgb()
