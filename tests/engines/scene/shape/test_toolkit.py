"""Meshes, primitives, fields and skins: what everything with a shape is built from."""

from dataclasses import replace

import numpy as np
import pytest

from kinema.engines.scene.shape import primitives, sdf
from kinema.engines.scene.shape.colour import linear, mixed
from kinema.engines.scene.shape.mesh import flat, join, mirrored, moved, rotation, smooth_normals
from kinema.engines.scene.shape.model import Mesh
from kinema.engines.scene.shape.part import Kind, Part, ball, packed
from kinema.engines.scene.shape.skin import bone_shares, strongest

RED = (0.6, 0.05, 0.05)

SOLIDS = {
    "sphere": (primitives.sphere((0, 0, 0), 1.0, RED, rings=24, sides=32), 4.189),
    "box": (primitives.box((0, 0, 0), (1, 2, 3), RED), 6.0),
    "bevelled box": (primitives.box((0, 0, 0), (1, 2, 3), RED, bevel=0.02), 5.995),
    "tube": (primitives.tube([(0, 0, 0), (0, 1, 0), (0, 3, 0)], 0.5, RED, sides=32), 2.34),
    "cone": (primitives.cone((0, 0, 0), (3, 0, 0), 1.0, 0.0, RED, sides=40), 3.13),
    "ring": (primitives.ring((0, 0, 0), 2.0, 0.5, RED, sides=48, section=24), 9.7),
    "lathe": (primitives.lathe([(0, 0), (1, 0), (1, 2), (0, 2)], RED, sides=40), 6.26),
}

BALL = Part(a=(0, 0, 0), b=(0, 0, 0), ra=1.0, rb=1.0, blend=0.1)


def volume(shape: Mesh) -> float:
    corner = shape.vertices[shape.triangles].astype(float)
    return float(np.einsum("ni,ni->", corner[:, 0], np.cross(corner[:, 1], corner[:, 2])) / 6)


@pytest.mark.parametrize("name", SOLIDS)
def test_a_solid_is_closed_and_turned_outwards(name: str) -> None:
    shape, expected = SOLIDS[name]
    assert volume(shape) == pytest.approx(expected, rel=0.02)
    assert volume(moved(shape, (5, 4, 3))) == pytest.approx(expected, rel=0.02)


@pytest.mark.parametrize("name", SOLIDS)
def test_normals_are_unit_and_agree_with_the_faces(name: str) -> None:
    shape, _ = SOLIDS[name]
    assert np.allclose(np.linalg.norm(shape.normals, axis=1), 1.0, atol=1e-4)
    assert np.einsum("ni,ni->n", flat(shape).normals[::3], face_normals(shape)).min() > -0.01


def face_normals(shape: Mesh) -> np.typing.NDArray[np.float32]:
    return np.asarray(shape.normals[shape.triangles].mean(axis=1))


def test_a_mirrored_mesh_keeps_its_volume() -> None:
    shape = moved(SOLIDS["cone"][0], (1, 0, 0))
    assert volume(mirrored(shape)) == pytest.approx(volume(shape), rel=1e-4)
    assert mirrored(shape).vertices[:, 0].max() <= -1 + 1e-6


def test_meshes_are_joined_in_order() -> None:
    first, second = SOLIDS["box"][0], SOLIDS["cone"][0]
    both = join([first, second])
    assert len(both.triangles) == len(first.triangles) + len(second.triangles)
    assert volume(both) == pytest.approx(volume(first) + volume(second), rel=1e-4)


def test_a_turn_is_about_z_then_x_then_y() -> None:
    assert np.allclose(rotation(z=np.pi / 2) @ (1, 0, 0), (0, 1, 0), atol=1e-6)
    assert np.allclose(rotation(x=np.pi / 2, z=np.pi / 2) @ (1, 0, 0), (0, 0, 1), atol=1e-6)


def test_a_field_is_a_distance_near_its_surface() -> None:
    squashed = replace(BALL, squash=(0.5, 1.0, 1.0))
    field = packed((squashed,))
    near = np.array([(0.55, 0, 0), (0, 1.1, 0), (0, 0, -0.95)], float)
    assert np.allclose(sdf.value(field, near), (0.05, 0.1, -0.05), atol=0.01)


def test_a_surface_lies_where_its_field_is_nothing() -> None:
    parts = (BALL, replace(BALL, a=(1, 1, 0), b=(2, 1, 0), ra=0.5, rb=0.3))
    shape = sdf.surface(parts, 0.1)
    assert np.abs(sdf.value(packed(parts), shape.points)).max() < 0.004
    assert len(np.unique(shape.triangles)) == len(shape.points)
    assert (shape.open >= 0).all()
    assert (shape.open <= 1).all()


def test_a_surface_is_closed_and_as_large_as_its_parts() -> None:
    shape = sdf.surface((BALL,), 0.06)
    corner = shape.points[shape.triangles]
    inside = np.einsum("ni,ni->", corner[:, 0], np.cross(corner[:, 1], corner[:, 2])) / 6
    assert inside == pytest.approx(4.189, rel=0.01)
    edges = np.sort(shape.triangles[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all()


def test_normals_of_a_surface_are_those_of_the_field() -> None:
    shape = sdf.surface((BALL,), 0.1)
    assert np.einsum("ni,ni->n", shape.points, shape.normals).min() > 0.99
    smooth = smooth_normals(shape.points.astype(np.float32), shape.triangles)
    assert np.einsum("ni,ni->n", smooth, shape.normals).min() > 0.9


def test_a_detail_has_smaller_triangles_and_the_same_surface() -> None:
    plain = sdf.surface((BALL,), 0.2)
    fine = sdf.Detail(middle=(0, 0, 1), half=(0.5, 0.5, 0.4), cell=0.05)
    closer = sdf.surface((BALL,), 0.2, (fine,))
    assert len(closer.triangles) > 2 * len(plain.triangles)
    assert np.abs(np.linalg.norm(closer.points, axis=1) - 1).max() < 0.005


def test_a_cut_takes_away() -> None:
    hole = replace(BALL, a=(0, 0, 1), b=(0, 0, 1), ra=0.5, rb=0.5, cut=True, blend=0.01)
    field = packed((BALL, hole))
    assert sdf.value(field, np.array([(0.0, 0.0, 0.9)]))[0] > 0
    assert sdf.value(field, np.array([(0.0, 0.0, -0.9)]))[0] < 0


@pytest.mark.parametrize("kind", [Kind.BARREL, Kind.BOX])
def test_flat_ended_parts_end_where_they_say(kind: Kind) -> None:
    part = Part(a=(0, 0, 0), b=(0, 2, 0), ra=0.5, rb=0.5, kind=Kind.BARREL, edge=0.02)
    if kind is Kind.BOX:
        part = ball((0, 1, 0), 1.0, replace(BALL, kind=kind, squash=(0.5, 1.0, 0.5)))
    shape = sdf.surface((part,), 0.05)
    assert shape.points[:, 1].min() == pytest.approx(0.0, abs=0.03)
    assert shape.points[:, 1].max() == pytest.approx(2.0, abs=0.03)


def test_bones_share_a_joint_and_own_what_is_far_from_it() -> None:
    upper = Part(a=(0, 2, 0), b=(0, 1, 0), ra=0.2, rb=0.2, bone="upper")
    lower = Part(a=(0, 1, 0), b=(0, 0, 0), ra=0.2, rb=0.2, bone="lower")
    points = np.array([(0.2, 2, 0), (0.2, 1, 0), (0.2, 0, 0)], float)
    distance, along = sdf.shares(packed((upper, lower)), points)
    shares = bone_shares((upper, lower), ("upper", "lower"), distance, along)
    assert np.allclose(shares, [(1, 0), (0.5, 0.5), (0, 1)], atol=0.01)


def test_only_the_four_strongest_bones_are_kept() -> None:
    index, weight = strongest(np.array([(0.3, 0.1, 0.2, 0.25, 0.15), (1.0, 0, 0, 0, 0)]))
    assert set(index[0]) == {0, 2, 3, 4}
    assert np.allclose(weight.sum(axis=1), 1.0)
    assert weight[1].tolist() == [1, 0, 0, 0]


def test_colours_are_linear_light() -> None:
    assert linear("#ffffff") == pytest.approx((1, 1, 1))
    assert linear("#808080")[0] == pytest.approx(0.216, abs=0.002)
    assert mixed((0, 0, 0), (1, 1, 1), 0.25) == (0.25, 0.25, 0.25)
    with pytest.raises(ValueError, match="sofa"):
        linear("sofa")
