import math
from functools import cache

import numpy as np
import pytest

from kinema.engines.scene.library.entries import Entry, entry, names
from kinema.engines.scene.library.kinds import SURFACES, TRIANGLES_OF_KIND, Kind
from kinema.engines.scene.library.parts import FORMS, part
from kinema.engines.scene.shape.library import fresh
from kinema.engines.scene.shape.model import Material, Model
from kinema.engines.scene.shape.objects.build import FLOATING, build
from kinema.engines.scene.shape.objects.paint import paints
from kinema.engines.scene.shape.objects.shapes import BUILDERS

THINGS = [name for name in names() if not entry(name).creature]
USUAL = 6_000


@cache
def made(name: str) -> Model:
    return fresh(entry(name), None, None, None, (), 0)


def model(*lines: str, **fields: str) -> Model:
    parts = tuple(part(line, at) for at, line in enumerate(lines))
    one = Entry(
        name="test",
        kind=Kind.THING,
        colours={"main": "#ff0000", "top": "#0000ff"},
        parts=parts,
        move=fields.get("move", "none"),
    )
    return build(one, paints(one, None, None))


@pytest.mark.parametrize("name", THINGS)
def test_every_entry_becomes_a_model_within_its_limits(name: str) -> None:
    one = entry(name)
    found = made(name)
    mesh = found.mesh
    limit = one.triangles or TRIANGLES_OF_KIND.get(one.kind, USUAL)
    assert 0 < len(mesh.triangles) <= limit
    assert mesh.triangles.max() < len(mesh.vertices)
    assert all(np.isfinite(values).all() for values in (mesh.vertices, mesh.normals, mesh.colours))
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-3)
    assert np.allclose(found.bone_weight.sum(1), 1)
    assert 0.005 < max(found.size) < 1000
    assert {"top", "centre"} <= found.anchors.keys()


@pytest.mark.parametrize("name", THINGS)
def test_every_entry_stands_on_the_ground_or_has_its_middle_at_the_origin(name: str) -> None:
    one = entry(name)
    low, high = (edge(made(name).mesh.vertices, axis=0) for edge in (np.min, np.max))
    if one.move in FLOATING:
        assert np.allclose(low + high, 0, atol=1e-3 * max(high - low))
    elif one.move != "boat":
        assert math.isclose(low[1], 0, abs_tol=1e-4 * max(high - low))


@pytest.mark.parametrize("name", THINGS)
def test_every_anchor_is_near_its_thing(name: str) -> None:
    found = made(name)
    low, high = (edge(found.mesh.vertices, axis=0) for edge in (np.min, np.max))
    reach = 0.6 * max(high - low)
    for anchor in found.anchors.values():
        assert (np.array(anchor.at) > low - reach).all()
        assert (np.array(anchor.at) < high + reach).all()


def test_there_is_a_builder_for_every_part_kind() -> None:
    assert set(BUILDERS) == set(FORMS)


def test_the_library_names_the_renderers_materials_in_its_order() -> None:
    assert [name.upper() for name in SURFACES] == [material.name for material in Material]


LINES = (
    "ball main 0 0 0 1 2 3",
    "cap main 0 0 0 0 1 0 .3 .2",
    "box main 0 0 0 1 2 3",
    "box main 0 0 0 1 1 1 round=.4",
    "tube main 0 0 0 1 1 1 .3",
    "ring main 0 0 0 1 .2",
    "lathe main 0 0 0 0 0 1 0 .5 1 0 1",
    "extrude main 0 0 0 .2 0 0 1 0 1 1 .5 .4 0 1",
    "puff main 0 0 0 .4 0 0 1 0 1 1 0 1",
    "pipe main .1 0 0 0 0 1 0 1 1 0",
    "loft main 0 0 1 .5 1 0 .8 .4 2 0 .2 .1",
    "sheet main 0 0 0 1 0 0 1 1 0 0 1 0 .2",
    "text main 0 0 0 1 .1 say=AB",
    "ball main 0 0 0 .5 blend=.1",
)


@pytest.mark.parametrize("line", LINES)
def test_triangles_face_the_way_their_normals_do(line: str) -> None:
    mesh = model(line).mesh
    a, b, c = (mesh.vertices[mesh.triangles[:, k]] for k in range(3))
    faces = np.cross(b - a, c - a)
    towards = (faces * mesh.normals[mesh.triangles].sum(1)).sum(1)
    assert (towards >= -1e-9).all()


@pytest.mark.parametrize("line", [line for line in LINES if "lathe" not in line])
def test_shapes_enclose_a_volume(line: str) -> None:
    mesh = model(line).mesh
    a, b, c = (mesh.vertices[mesh.triangles[:, k]].astype(float) for k in range(3))
    assert (a * np.cross(b, c)).sum() > 0


def test_mirror_makes_a_twin_on_the_other_side() -> None:
    found = model("box main 1 0 0 .5 .5 .5 mirror=x")
    low, high = found.mesh.vertices.min(0), found.mesh.vertices.max(0)
    assert np.allclose(low[0], -high[0])
    assert found.size[0] == pytest.approx(2.5)


def test_repeat_steps_along_its_axis() -> None:
    assert model("box main 0 0 0 .5 .5 .5 repeat=3,z,1").size[2] == pytest.approx(2.5)


def test_turn_goes_round_the_point_it_is_about() -> None:
    found = model("box main 0 2 0 .2 .2 .2 turn=4,z about=0,1,0")
    assert found.size[0] == pytest.approx(found.size[1], abs=1e-3)


def test_tilt_comes_after_rot() -> None:
    found = model("box main 0 0 0 1 3 .1 rot=90,0,0 tilt=0,0,90")
    assert np.allclose(found.size, (0.1, 1, 3), atol=1e-4)


def test_bend_curls_the_top_towards_z() -> None:
    mesh = model("lathe main 0 0 0 .1 0 .1 .5 .1 1 .1 1.5 .1 2 bend=90").mesh
    assert mesh.vertices[mesh.vertices[:, 1].argmax(), 2] > 1


def test_fade_goes_over_to_the_other_colour_at_the_top() -> None:
    mesh = model("box main 0 0 0 1 1 1 fade=top").mesh
    low, high = (
        mesh.colours[mesh.vertices[:, 1].argmin()],
        mesh.colours[mesh.vertices[:, 1].argmax()],
    )
    assert low[0] > low[2]
    assert high[2] > high[0]


def test_each_copy_can_have_a_bone_of_its_own() -> None:
    found = model("tube main .5 .3 1 .7 .3 1 .3 bone=wheel.% mirror=xz", "box main 0 0 0 1 1 1")
    assert found.skeleton.names == ("body", "wheel.0", "wheel.1", "wheel.2", "wheel.3")
    assert np.allclose(found.skeleton.pivots[1], (0.6, 0.3, 1), atol=1e-3)


def test_blended_parts_melt_into_one_skin() -> None:
    apart = model("ball main 0 0 0 .5", "ball main .6 0 0 .5").mesh
    melted = model("ball main 0 0 0 .5 blend=.2", "ball main .6 0 0 .5 blend=.2").mesh
    assert not np.isclose(apart.vertices[:, 0], 0.3, atol=1e-6).all()
    waist = abs(melted.vertices[:, 0] - 0.3) < 0.03
    assert melted.vertices[waist, 2].max() > 0.41


def test_a_corner_is_darker_than_an_open_face() -> None:
    mesh = model("box main 0 0 0 2 .1 2", "box main .9 .1 0 .1 1 2").mesh
    floor = abs(mesh.vertices[:, 1] - 0.1) < 0.02
    left, right = mesh.vertices[:, 0] < -0.9, mesh.vertices[:, 0] > 0.75
    up = mesh.normals[:, 1] > 0.9
    assert mesh.colours[floor & left & up, 3].mean() > mesh.colours[floor & right & up, 3].mean()


def test_a_flyer_has_its_middle_at_the_origin() -> None:
    found = model("box main 3 5 1 1 1 1", move="balloon")
    assert np.allclose(found.mesh.vertices.mean(0), 0, atol=1e-5)


def test_a_loft_may_be_written_from_either_end() -> None:
    forth = model("loft main 0 0 1 .5 1 0 .8 .4 2 0 .2 .1").mesh
    back = model("loft main 2 0 .2 .1 1 0 .8 .4 0 0 1 .5").mesh
    assert np.allclose(forth.vertices, back.vertices)


def test_an_entry_needs_no_roles_of_its_own() -> None:
    one = Entry(name="test", kind=Kind.THING, parts=(part("box red 0 0 0 1 1 1", 0),))
    red, _, blue, _ = build(one, paints(one, "blue", None)).mesh.colours[0]
    assert red > blue


def test_a_form_must_be_one_that_there_is() -> None:
    one = Entry(name="test", kind=Kind.NATURE, form={"kind": "swamp"})
    with pytest.raises(ValueError, match=r"form must be one of mountain, iceberg, .* not 'swamp'"):
        build(one, paints(one, None, None))


def test_a_form_says_which_number_it_lacks() -> None:
    one = Entry(name="test", kind=Kind.NATURE, form={"kind": "burst", "radius": "wide"})
    with pytest.raises(ValueError, match="form needs the number radius, not 'wide'"):
        build(one, paints(one, None, None))
