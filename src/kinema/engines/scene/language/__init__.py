"""From words to a scene graph: no arrays, no network, and the same graph for the same words."""

from .explain import explain
from .given import graph_from_json, graph_to_json
from .understand import understand
from .vocabulary import vocabulary

__all__ = ["explain", "graph_from_json", "graph_to_json", "understand", "vocabulary"]
