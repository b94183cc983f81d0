"""What every creature promises, whatever its generator."""

import tomllib
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from kinema.engines.scene import library
from kinema.engines.scene.shape.creatures.biped.monster import Monster
from kinema.engines.scene.shape.creatures.biped.robot import Robot
from kinema.engines.scene.shape.creatures.biped.shape import Person
from kinema.engines.scene.shape.creatures.biped.wear import chosen
from kinema.engines.scene.shape.creatures.bird.shape import Bird
from kinema.engines.scene.shape.creatures.build import KINDS, creature
from kinema.engines.scene.shape.creatures.dragon.build import Dragon
from kinema.engines.scene.shape.creatures.fish.shape import Fish
from kinema.engines.scene.shape.creatures.insect.build import Insect
from kinema.engines.scene.shape.creatures.quadruped.markings import MARKINGS
from kinema.engines.scene.shape.creatures.quadruped.shape import Quadruped
from kinema.engines.scene.shape.creatures.table import ROLES, Faulty, Table, shape_of
from kinema.engines.scene.shape.model import Model

FOLDER = Path(next(iter(library.__path__))) / "species"

SPECIES = {
    name: entry
    for file in sorted(FOLDER.glob("*.toml"))
    for name, entry in tomllib.loads(file.read_text()).items()
}

SHAPES: dict[str, type[Table]] = {
    "quadruped": Quadruped,
    "insect": Insect,
    "robot": Robot,
    "monster": Monster,
    "biped": Person,
    "bird": Bird,
    "dragon": Dragon,
    "fish": Fish,
}

SIDES = ("L", "R")
LEGS = ("FL", "FR", "BL", "BR")
QUADRUPED = {"hips", "chest", "neck", "head", "jaw", "tail.0"}
QUADRUPED |= {f"{part}.{side}" for part in ("lid", "ear") for side in SIDES}
QUADRUPED |= {f"{part}.{leg}" for part in ("upper", "lower", "foot") for leg in LEGS}
BIPED = {"hips", "spine", "chest", "neck", "head", "jaw"} | {
    f"{part}.{side}"
    for part in ("lid", "upper_arm", "lower_arm", "hand", "upper_leg", "lower_leg", "foot")
    for side in SIDES
}
BIRD = {"body", "neck", "head", "jaw", "tail"} | {
    f"{part}.{side}" for part in ("lid", "leg", "foot") for side in SIDES
}
BIRD |= {f"wing.{side}.{row}" for side in SIDES for row in (0, 1)}
INSECT = {"body", "head", "wing.L", "wing.R", "leg.0"}
FISH = {"body", "spine.1", "spine.2", "spine.3", "tail", "fin.L", "fin.R", "jaw"}
DRAGON = (QUADRUPED - {"ear.L", "ear.R"}) | {f"wing.{side}.{n}" for side in SIDES for n in range(3)}

CASES = {
    "raccoon": QUADRUPED,
    "elephant": QUADRUPED | {"trunk.0"},
    "horse": QUADRUPED,
    "sheep": QUADRUPED,
    "woman": BIPED,
    "boy": BIPED,
    "astronaut": BIPED,
    "knight": BIPED,
    "queen": BIPED,
    "penguin": BIRD,
    "eagle": BIRD,
    "dragon": DRAGON,
    "goldfish": FISH,
    "shark": FISH,
    "robot": BIPED,
    "monster": BIPED,
    "little monster": BIPED,
    "bee": INSECT,
}

AFLOAT = ("fish", "insect")
"""What is measured by its length and has its middle at the origin."""

every = pytest.mark.parametrize("name", CASES)


@cache
def built(name: str, *, colour: str | None = None, age: str | None = None) -> Model:
    entry = SPECIES[name]
    return creature(
        name,
        entry["creature"],
        size=entry["size"],
        colours=entry.get("colours", {}),
        colour=colour,
        age=age,
    )


@every
def test_has_the_bones_that_motion_knows(name: str) -> None:
    assert CASES[name] <= set(built(name).skeleton.names)


@every
def test_parents_come_before_their_children(name: str) -> None:
    parents = built(name).skeleton.parents
    assert all(parent < row for row, parent in enumerate(parents))
    assert parents.count(-1) == 1


@every
def test_weights_are_shares_of_bones_that_are_there(name: str) -> None:
    model = built(name)
    assert np.allclose(model.bone_weight.sum(axis=1), 1.0, atol=1e-5)
    assert model.bone_weight.min() >= 0
    assert model.bone_index.max() < len(model.skeleton.names)


@every
def test_normals_are_unit_and_point_out(name: str) -> None:
    shape = built(name).mesh
    assert np.allclose(np.linalg.norm(shape.normals, axis=1), 1.0, atol=1e-3)
    corner = shape.vertices[shape.triangles].astype(float)
    face = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    agrees = np.einsum("ni,ni->n", face, shape.normals[shape.triangles].sum(axis=1)) >= 0
    assert agrees.mean() > 0.93


@every
def test_numbers_are_finite_and_colours_are_light(name: str) -> None:
    shape = built(name).mesh
    assert np.isfinite(shape.vertices).all()
    assert shape.colours[:, 3].min() >= 0
    assert shape.colours[:, 3].max() <= 1
    lit = shape.colours[np.unique(shape.triangles[shape.materials != 3]), :3]
    assert lit.min() >= 0
    assert lit.max() <= 1


@every
def test_is_as_large_as_asked_and_no_heavier_than_a_hero_may_be(name: str) -> None:
    model, size = built(name), SPECIES[name]["size"]
    extent = model.size[2] if model.move in AFLOAT else model.size[1]
    assert 0.75 * size < extent < 1.5 * size
    assert len(model.mesh.triangles) < 32_000


@pytest.mark.parametrize("name", [name for name in CASES if SPECIES[name]["move"] not in AFLOAT])
def test_stands_on_the_ground(name: str) -> None:
    lowest = float(built(name).mesh.vertices[:, 1].min())
    assert abs(lowest) < 0.012 * SPECIES[name]["size"]


@pytest.mark.parametrize(
    "name", [name for name in CASES if name not in ("goldfish", "shark", "woman")]
)
def test_is_the_same_on_both_sides(name: str) -> None:
    vertices = built(name).mesh.vertices
    assert abs(vertices[:, 0].max() + vertices[:, 0].min()) < 0.05 * SPECIES[name]["size"]


def test_the_same_seed_makes_the_same_person_and_another_makes_another() -> None:
    entry = SPECIES["man"]
    first, again, other = (
        creature("man", entry["creature"], size=1.8, colours={}, seed=seed) for seed in (1, 1, 4)
    )
    assert np.array_equal(first.mesh.colours, again.mesh.colours)
    assert len(first.mesh.colours) != len(other.mesh.colours)


def test_a_white_raccoon_keeps_its_mask() -> None:
    grey, white = built("raccoon").mesh.colours, built("raccoon", colour="white").mesh.colours
    assert white[:, :3].mean() > 1.5 * grey[:, :3].mean()
    assert (white[:, :3].max(axis=1) < 0.05).sum() > 100


def test_a_child_is_smaller_and_has_a_larger_head() -> None:
    grown, child = built("woman"), built("woman", age="young")
    assert child.size[1] < 0.75 * grown.size[1]
    share = [model.anchors["head"].at[1] / model.anchors["top"].at[1] for model in (child, grown)]
    assert share[0] < share[1]


def test_an_outfit_is_put_on() -> None:
    entry = SPECIES["man"]
    plain, dressed = (
        creature("man", entry["creature"], size=1.8, colours={}, outfit=outfit)
        for outfit in ((), ("red hat", "astronaut suit"))
    )
    assert dressed.size[1] > plain.size[1]


def test_what_cannot_be_worn_is_refused_by_name() -> None:
    with pytest.raises(Faulty, match="purple sofa"):
        chosen(("purple sofa",))


def test_an_unknown_kind_or_key_is_refused() -> None:
    with pytest.raises(Faulty, match="kind must be one of"):
        creature("x", {"kind": "chair"}, size=1.0, colours={})
    with pytest.raises(Faulty, match="has no 'wheels'"):
        creature("x", {"kind": "quadruped", "wheels": 4}, size=1.0, colours={})


@pytest.mark.parametrize("name", SPECIES)
def test_every_table_is_understood(name: str) -> None:
    table = SPECIES[name]["creature"]
    shape: object = shape_of(SHAPES[table["kind"]], table)
    assert set(SPECIES[name].get("colours", {})) <= {*ROLES, "skin", "hair", "lips"}
    if isinstance(shape, Quadruped):
        assert set(shape.markings) <= set(MARKINGS)
    if isinstance(shape, Person):
        chosen(shape.wear)


def test_every_kind_has_a_species() -> None:
    kinds = {entry["creature"]["kind"] for entry in SPECIES.values()}
    assert kinds == set(KINDS)
