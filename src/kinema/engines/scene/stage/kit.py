"""Rigid models from meshes, and putting them into the world."""

import math
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import rotation
from kinema.engines.scene.shape.model import Anchor, Floats, Mesh, Model, Skeleton

_NOTHING: Mapping[str, float] = MappingProxyType({})
_NOWHERE: Mapping[str, Anchor] = MappingProxyType({})
_BODY = Skeleton(names=("body",), parents=(-1,), pivots=np.zeros((1, 3), np.float32))


def solid(name: str, shape: Mesh) -> Model:
    """Return a model with the one bone ``body``."""
    count = len(shape.vertices)
    weight = np.zeros((count, 4), np.float32)
    weight[:, 0] = 1.0
    low, high = shape.vertices.min(0), shape.vertices.max(0)
    width, height, depth = (float(v) for v in high - low)
    return Model(
        name=name,
        move="none",
        mesh=shape,
        skeleton=_BODY,
        bone_index=np.zeros((count, 4), np.uint8),
        bone_weight=weight,
        size=(width, height, depth),
        anchors=_NOWHERE,
        traits=_NOTHING,
    )


def matrix(at: npt.ArrayLike, turn: Floats, scale: float = 1.0) -> Floats:
    """Return the (1, 3, 4) bones of a rigid model."""
    bones = np.empty((1, 3, 4), np.float32)
    bones[0, :, :3] = turn * scale
    bones[0, :, 3] = np.asarray(at, np.float32)
    return bones


def put(
    model: Model,
    at: npt.ArrayLike = (0.0, 0.0, 0.0),
    *,
    yaw: float = 0.0,
    tilt: float = 0.0,
    scale: float = 1.0,
    shadow: bool = True,
) -> Placed:
    """Return the model, at rest, turned about y and leaning ``tilt`` radians sideways."""
    bones = matrix(at, rotation(0, yaw, tilt), scale)
    return Placed(
        model=model, bones=np.repeat(bones, len(model.skeleton.names), axis=0), shadow=shadow
    )


def here(name: str, shape: Mesh, *, shadow: bool = True) -> Placed:
    """Return a mesh that is already where it belongs, as scenery."""
    return put(solid(name, shape), shadow=shadow)


def yaw_towards(x: float, z: float, *, to: tuple[float, float] = (0.0, 0.0)) -> float:
    """Return the yaw that turns a thing at (x, z) to face another point."""
    return math.atan2(to[0] - x, to[1] - z)
