"""Picture: one finished frame as the encoder wants it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.shape.model import Bytes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """A frame in Y'CbCr 4:2:0, BT.709, limited range.

    Attributes:
        y: (height, width).
        u: (height / 2, width / 2).
        v: (height / 2, width / 2).
        owners: Which actor or prop is seen where, at the size that was rendered; 0 is scenery.
    """

    y: Bytes
    u: Bytes
    v: Bytes
    owners: npt.NDArray[np.int16]

    def rgb(self) -> Bytes:
        """Return (height, width, 3) sRGB."""
        y = (self.y.astype(np.float32) - 16) / 219
        u, v = (
            np.repeat(np.repeat((plane.astype(np.float32) - 128) / 224, 2, 0), 2, 1)
            for plane in (self.u, self.v)
        )
        red, blue = y + 1.5748 * v, y + 1.8556 * u
        green = (y - 0.2126 * red - 0.0722 * blue) / 0.7152
        stack = np.stack([red, green, blue], -1)
        return np.asarray(np.clip(stack * 255 + 0.5, 0, 255), np.uint8)
