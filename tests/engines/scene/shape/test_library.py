from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from kinema.engines.scene.shape import library
from kinema.engines.scene.shape.library import keep_in, made, model
from kinema.engines.scene.shape.model import Material, Model


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Path]:
    made.cache_clear()
    keep_in(tmp_path / "models")
    yield tmp_path / "models"
    keep_in(None)
    made.cache_clear()


def red(found: Model) -> float:
    return float((found.mesh.colours[:, 0] - found.mesh.colours[:, 2]).mean())


def same(one: Model, other: Model) -> bool:
    pairs = (
        (one.mesh.vertices, other.mesh.vertices),
        (one.mesh.normals, other.mesh.normals),
        (one.mesh.colours, other.mesh.colours),
        (one.mesh.triangles, other.mesh.triangles),
        (one.mesh.materials, other.mesh.materials),
        (one.skeleton.pivots, other.skeleton.pivots),
        (one.bone_index, other.bone_index),
    )
    facts = one.skeleton.names == other.skeleton.names and one.anchors == other.anchors
    return facts and all(np.array_equal(a, b) for a, b in pairs)


def test_a_word_that_no_entry_has_gives_the_form_of_any_thing() -> None:
    assert model("flurgle").name == "generic thing"


def test_a_synonym_gives_the_model_of_its_entry() -> None:
    assert model("sofa") is model("couch")


def test_a_colour_word_goes_to_the_first_role() -> None:
    assert red(model("mug", colour="red")) > red(model("mug")) > red(model("mug", colour="blue"))


def test_a_material_changes_how_the_first_role_takes_the_light() -> None:
    golden = model("chair", material="golden").mesh
    assert (golden.materials == Material.GLOSSY).all()
    assert golden.colours[:, 0].mean() > 2 * golden.colours[:, 2].mean()


def test_a_colour_wins_over_that_of_the_material() -> None:
    assert red(model("chair", material="glass", colour="red")) > 0


@pytest.mark.parametrize(("word", "factor"), [("tiny", 0.35), ("giant", 4.0)])
def test_a_size_word_scales_everything(word: str, factor: float) -> None:
    plain, sized = model("bicycle"), model("bicycle", size=word)
    assert np.allclose(np.array(sized.size), np.array(plain.size) * factor)
    assert np.allclose(sized.skeleton.pivots, plain.skeleton.pivots * factor)
    assert sized.traits["wheel"] == pytest.approx(plain.traits["wheel"] * factor)
    assert sized.anchors["seat"].at[1] == pytest.approx(plain.anchors["seat"].at[1] * factor)


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="one of tiny, small, large, giant, not 'huge'"):
        model("cup", size="huge")


def test_an_unknown_material_is_refused() -> None:
    with pytest.raises(ValueError, match="a material must be one of bronze"):
        model("cup", material="cheese")


def test_an_unknown_colour_is_refused() -> None:
    with pytest.raises(ValueError, match="a colour must look like #c8232c"):
        model("cup", colour="reddish")


def test_a_creature_comes_from_its_own_generator() -> None:
    assert model("goldfish").skeleton.names[0] == "body"
    assert len(model("goldfish").skeleton.names) > 4


def test_a_material_covers_all_of_a_creature() -> None:
    golden = model("goldfish", material="golden").mesh
    assert (golden.materials == Material.GLOSSY).all()
    assert np.ptp(golden.colours[:, 0]) == 0


def test_a_creature_of_a_material_can_have_another_colour() -> None:
    blue = model("goldfish", material="glass", colour="blue").mesh
    assert (blue.materials == Material.GLOSSY).all()
    assert blue.colours[:, 2].mean() > blue.colours[:, 0].mean()


def test_a_thing_is_the_same_each_time_it_is_built() -> None:
    first = model("tree")
    made.cache_clear()
    assert same(first, model("tree"))


def test_a_model_comes_back_from_disk_as_it_was(shelf: Path) -> None:
    first = model("bicycle")
    made.cache_clear()
    assert len(list(shelf.glob("*.npz"))) == 1
    assert same(first, model("bicycle"))


@pytest.mark.parametrize("damage", [b"", b"not a zip", b"PK\x03\x04 torn"])
def test_a_corrupt_file_is_built_again(shelf: Path, damage: bytes) -> None:
    first = model("cup")
    (file,) = shelf.glob("*.npz")
    file.write_bytes(damage)
    made.cache_clear()
    assert same(first, model("cup"))
    assert file.stat().st_size > 1000


def test_no_half_written_file_is_left(shelf: Path) -> None:
    model("cup")
    assert [file.suffix for file in shelf.iterdir()] == [".npz"]


def test_another_entry_seed_or_colour_is_another_file(shelf: Path) -> None:
    model("cup")
    model("cup", colour="red")
    model("mug")
    assert len(list(shelf.iterdir())) == 3


def test_words_are_the_sizes_of_the_scene_graph() -> None:
    assert list(library.SIZES) == ["tiny", "small", "large", "giant"]
