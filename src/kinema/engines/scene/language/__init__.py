"""From words to a scene graph: no arrays, no network, and the same graph for the same words."""

from .explain import explain
from .understand import understand

__all__ = ["explain", "understand"]
