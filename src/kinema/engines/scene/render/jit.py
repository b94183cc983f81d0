"""The one way to compile a kernel: machine code, no interpreter lock, kept on disk.

Numba notices a changed file, but not a changed function that another file calls. So a kernel
calls only kernels of its own file and of the files in `SHARED`, and the folder of the cache is
named after the contents of those.
"""

import zlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from numba import njit
from numba.core import config

from kinema.settings import cache_folder

Function = TypeVar("Function", bound=Callable[..., object])

SHARED = ("jit.py", "maths.py", "slots.py", "places.py", "heaven.py", "air.py")
"""Files whose functions kernels of other files call."""


def kernel_folder() -> Path:
    """Return where compiled kernels of this very code are kept."""
    here = Path(__file__).parent
    text = b"".join((here / name).read_bytes() for name in SHARED) + version("kinema").encode()
    return cache_folder() / "kernels" / f"{zlib.crc32(text):08x}"


vars(config)["CACHE_DIR"] = str(kernel_folder())  # read when a function is decorated

OPTIONS: dict[str, Any] = {
    "nogil": True,
    "fastmath": True,
    "cache": True,
    "error_model": "numpy",
    "_nrt": False,  # no counting of references: kernels make no arrays, and threads share them
}

_njit: Any = njit(**OPTIONS)  # its stub hides the signature of what it compiles


def jit(function: Function) -> Function:
    """Compile a function at its first call, or load what an earlier process compiled."""
    compiled: Function = _njit(function)
    return compiled
