"""Mesh and Model: a shape with its bones, as arrays that the renderer reads.

Metres, y up, front is +z, a thing stands on y = 0 with its middle at x = z = 0 (a flyer or
swimmer has its middle at the origin). Triangles are counter-clockwise seen from outside.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int32]
Bytes: TypeAlias = npt.NDArray[np.uint8]


class Material(IntEnum):
    """How a triangle takes the light."""

    MATTE = 0
    GROUND = 1  # albedo varied by noise in world space
    FUR = 2  # wrapped diffuse and a rim
    EMISSIVE = 3  # colour is radiance; unlit
    WATER = 4  # planar, reflects the screen and the sky
    LEAF = 5  # two-sided, lets light through
    BARK = 6  # streaked by noise
    GLOSSY = 7  # sharp highlight, mirrors the sky: glass, paint, metal
    SATIN = 8  # soft highlight: ceramic, plastic, lacquer
    SKIN = 9  # wrapped diffuse, warm in the shade
    CLOTH = 10  # wrapped diffuse, no highlight, faint weave
    SNOW = 11  # bright, blue in the shade, sparkles


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mesh:
    """Triangles.

    Attributes:
        vertices: (n, 3) metres.
        normals: (n, 3) unit length.
        colours: (n, 4) linear RGB from 0 to 1 (above 1 only where emissive), and baked ambient
            occlusion from 0, hidden, to 1, open.
        triangles: (m, 3) rows of ``vertices``.
        materials: (m,) `Material` values.
    """

    vertices: Floats
    normals: Floats
    colours: Floats
    triangles: Ints
    materials: Bytes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Skeleton:
    """Bones in an order in which a parent comes before its children.

    Attributes:
        names: Such as ``hips``, ``head``, ``thigh.L``; documented by each generator.
        parents: Row of each bone's parent, -1 for a root.
        pivots: (b, 3) where each bone turns, in the model's own space, at rest.
    """

    names: tuple[str, ...]
    parents: tuple[int, ...]
    pivots: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A place on a model that others use: ``seat``, ``hand.L``, ``mouth``, ``top``.

    Attributes:
        bone: Row of the bone that carries it.
        at: Position at rest, in the model's own space.
    """

    bone: int
    at: tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """A mesh that can be posed. A rigid thing has one bone.

    Attributes:
        name: Library name.
        move: How it moves: ``none``, ``biped``, ``quadruped``, ``bird``, ``fish``, ``wheels`` …
        bone_index: (n, 4) bones that carry each vertex.
        bone_weight: (n, 4) their shares; each row sums to 1.
        size: Width, height and depth at rest, metres.
        traits: Numbers that motion needs: leg length, stride, wheel radius, wing span.
    """

    name: str
    move: str
    mesh: Mesh
    skeleton: Skeleton
    bone_index: Bytes
    bone_weight: Floats
    size: tuple[float, float, float]
    anchors: Mapping[str, Anchor]
    traits: Mapping[str, float]
