"""Draft: a creature while it is being put together, and the Model that it becomes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from kinema.engines.scene.shape import sdf, skin
from kinema.engines.scene.shape.mesh import join, mesh
from kinema.engines.scene.shape.model import Anchor, Floats, Material, Mesh, Model, Skeleton
from kinema.engines.scene.shape.part import Doubles, Part, Point, packed
from kinema.engines.scene.shape.sdf import Detail, Surface

SKIN_OPEN = 0.4
"""Least openness of bare skin, which light enters."""

Paint = Callable[[Surface, Doubles], Doubles]
"""Markings: a surface and its (n, 3) linear colours to new colours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """Parts that melt into one surface.

    Attributes:
        cell: Size of a triangle, metres.
        details: Boxes with smaller triangles.
        paints: Markings, put on in order.
        material: How it takes the light.
    """

    parts: tuple[Part, ...]
    cell: float
    details: tuple[Detail, ...] = ()
    paints: tuple[Paint, ...] = ()
    material: Material = Material.FUR


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Solid:
    """A hard mesh.

    Attributes:
        bones: The one that carries it, or several.
        shares: (n, bones) for several; None is all on the first.
    """

    shape: Mesh
    bones: tuple[str, ...]
    shares: Floats | None = None


@dataclass(slots=True, kw_only=True)
class Draft:
    """What a generator collects; `finished` makes the Model.

    Attributes:
        bones: Parent (None for the root) and pivot of each bone, parents first.
        marks: Anchors: bone and place.
    """

    bones: dict[str, tuple[str | None, Point]] = field(default_factory=dict)
    skins: list[Skin] = field(default_factory=list)
    solids: list[Solid] = field(default_factory=list)
    marks: dict[str, tuple[str, Point]] = field(default_factory=dict)
    traits: dict[str, float] = field(default_factory=dict)

    def bone(self, name: str, parent: str | None, pivot: Point) -> None:
        """Add a bone below one that is there."""
        self.bones[name] = (parent, pivot)

    def solid(self, bone: str, *shapes: Mesh) -> None:
        """Add hard meshes that one bone carries."""
        self.solids += [Solid(shape=shape, bones=(bone,)) for shape in shapes]


def finished(
    draft: Draft,
    *,
    name: str,
    move: str,
    height: float | None = None,
    unit: float = 1.0,
    grounded: bool = True,
) -> Model:
    """Return the draft as a Model.

    Args:
        draft: Everything, in units of its own.
        name: Library name.
        move: How it moves.
        height: Metres that the whole height is scaled to; None scales by ``unit``.
        unit: Metres of one unit of the draft, where ``height`` is None.
        grounded: Whether its lowest point is put on y = 0.
    """
    names = tuple(draft.bones)
    built = [_skinned(part, names) for part in draft.skins]
    built += [_solid(part, names) for part in draft.solids]
    whole = join([shape for shape, _ in built])
    low, high = whole.vertices.min(axis=0), whole.vertices.max(axis=0)
    scale = unit if height is None else height / float(high[1] - low[1])
    down = float(low[1]) if grounded else 0.0
    index, weight = skin.strongest(np.concatenate([shares for _, shares in built]))
    return Model(
        name=name,
        move=move,
        mesh=_placed(whole, down, scale),
        skeleton=_skeleton(draft, names, down, scale),
        bone_index=index,
        bone_weight=weight,
        size=(
            float(high[0] - low[0]) * scale,
            float(high[1] - low[1]) * scale,
            float(high[2] - low[2]) * scale,
        ),
        anchors=_anchors(draft.marks, names, down, scale),
        traits={key: number * scale for key, number in draft.traits.items()},
    )


def _skinned(part: Skin, names: tuple[str, ...]) -> tuple[Mesh, Doubles]:
    shape = sdf.surface(part.parts, part.cell, part.details)
    distance, along = sdf.shares(packed(part.parts), shape.points)
    colours = skin.part_colours(part.parts, distance)
    for paint in part.paints:
        colours = paint(shape, colours)
    made = mesh(
        shape.points,
        shape.triangles,
        np.clip(colours, 0.0, 1.0),
        material=part.material,
        normals=shape.normals,
        occlusion=SKIN_OPEN + (1 - SKIN_OPEN) * shape.open
        if part.material is Material.SKIN
        else shape.open,
    )
    return made, skin.bone_shares(part.parts, names, distance, along)


def _solid(part: Solid, names: tuple[str, ...]) -> tuple[Mesh, Doubles]:
    shares = np.zeros((len(part.shape.vertices), len(names)))
    own = np.ones((len(shares), 1)) if part.shares is None else part.shares
    for column, bone in enumerate(part.bones):
        shares[:, names.index(bone)] += own[:, column]
    return part.shape, shares


def _placed(whole: Mesh, down: float, scale: float) -> Mesh:
    vertices = (whole.vertices - np.array((0.0, down, 0.0), np.float32)) * np.float32(scale)
    return Mesh(
        vertices=np.ascontiguousarray(vertices, np.float32),
        normals=np.ascontiguousarray(whole.normals),
        colours=np.ascontiguousarray(whole.colours),
        triangles=np.ascontiguousarray(whole.triangles),
        materials=whole.materials,
    )


def _skeleton(draft: Draft, names: tuple[str, ...], down: float, scale: float) -> Skeleton:
    pivots = np.array([pivot for _, pivot in draft.bones.values()], np.float32)
    pivots = (pivots - np.array((0.0, down, 0.0), np.float32)) * np.float32(scale)
    parents = [parent for parent, _ in draft.bones.values()]
    return Skeleton(
        names=names,
        parents=tuple(-1 if parent is None else names.index(parent) for parent in parents),
        pivots=pivots,
    )


def _anchors(
    marks: Mapping[str, tuple[str, Point]], names: tuple[str, ...], down: float, scale: float
) -> dict[str, Anchor]:
    return {
        key: Anchor(bone=names.index(bone), at=(x * scale, (y - down) * scale, z * scale))
        for key, (bone, (x, y, z)) in marks.items()
    }
