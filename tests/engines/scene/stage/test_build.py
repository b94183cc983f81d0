from functools import lru_cache

import numpy as np
import pytest

from kinema.engines.scene.graph import Setting
from kinema.engines.scene.library.settings import kinds
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.stage.build import BUILDERS, place
from kinema.engines.scene.stage.place import Medium, Place

MOST_TRIANGLES = 150_000
RADIUS = 1.4


def triangles(built: Place) -> int:
    return sum(len(one.model.mesh.triangles) for one in built.scenery)


def corners(one: Placed) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    turn = one.bones[0]
    return np.asarray(one.model.mesh.vertices @ turn[:, :3].T + turn[:, 3], np.float32)


def in_the_way(built: Place, one: Placed) -> bool:
    """Whether a thing of human size or less reaches into the heroes' place above the ankle."""
    if max(one.model.size) * np.linalg.norm(one.bones[0, :, 0]) > 12:
        return False
    points = corners(one)
    level = built.table.at[1] if built.table else built.height(0, 0)
    if built.medium is not Medium.LAND:
        level = 0.0
    high = points[:, 1] - level
    near = np.hypot(points[:, 0], points[:, 2]) < built.clear * 0.8
    return bool(np.any(near & (high > 0.35) & (high < 2)))


def test_every_kind_has_a_builder_and_every_builder_a_kind() -> None:
    assert set(BUILDERS) == set(kinds())


@lru_cache(maxsize=1)
def built_once(kind: str) -> Place:
    return place(Setting(kind=kind), seed=3, things_radius=RADIUS)


@pytest.mark.parametrize("kind", sorted(BUILDERS), scope="class")  # all of one kind, then the next
class TestEveryKind:
    def test_it_is_whole(self, kind: str) -> None:
        built = built_once(kind)
        assert 0 < triangles(built) <= MOST_TRIANGLES
        assert all(np.isfinite(one.bones).all() for one in built.scenery)
        assert all(np.isfinite(one.model.mesh.vertices).all() for one in built.scenery)
        assert all(np.isfinite(one.model.mesh.colours).all() for one in built.scenery)

    def test_its_ground_is_finite_and_level_at_the_heroes_place(self, kind: str) -> None:
        built = built_once(kind)
        x, z = np.meshgrid(np.linspace(-60, 60, 41), np.linspace(-90, 20, 41))
        heights = built.ground(x.astype(np.float32), z.astype(np.float32))
        assert np.isfinite(heights).all()
        if built.medium is Medium.LAND:
            assert abs(built.height(0, 0)) < 0.1

    def test_the_heroes_place_is_clear(self, kind: str) -> None:
        built = built_once(kind)
        blocking = [one.model.name for one in built.scenery if in_the_way(built, one)]
        assert blocking == []

    def test_the_same_seed_builds_the_same_place(self, kind: str) -> None:
        first, second = built_once(kind), place(Setting(kind=kind), seed=3, things_radius=RADIUS)
        assert len(first.scenery) == len(second.scenery)
        for one, other in zip(first.scenery, second.scenery, strict=True):
            assert np.array_equal(one.bones, other.bones)
            assert np.array_equal(one.model.mesh.vertices, other.model.mesh.vertices)
            assert np.array_equal(one.model.mesh.colours, other.model.mesh.colours)

    def test_the_camera_has_room_before_the_heroes(self, kind: str) -> None:
        built = built_once(kind)
        assert built.bounds.low[0] < 0 < built.bounds.high[0]
        assert built.bounds.high[2] >= RADIUS * 3

    def test_slots_and_paths_are_places(self, kind: str) -> None:
        built = built_once(kind)
        assert built.slots[0].at[0] == built.slots[0].at[2] == 0
        assert len(built.path) >= 2
        assert len(built.cross) >= 2
        assert len(built.lights) <= 12
        assert np.isfinite(built.lights).all()


@pytest.mark.parametrize("time", ["day", "sunset", "night"])
@pytest.mark.parametrize("season", ["winter", "autumn"])
def test_seasons_and_times_build(time: str, season: str) -> None:
    for kind in ("forest", "park", "lake", "city", "village", "meadow"):
        assert place(Setting(kind=kind, time=time, season=season), seed=2).scenery


@pytest.mark.parametrize("radius", [0.1, 4.0, 14.0])
def test_sets_fit_heroes_of_any_size(radius: float) -> None:
    for kind in ("room", "forest", "underwater", "stage", "alley", "cave"):
        built = place(Setting(kind=kind), seed=2, things_radius=radius)
        assert built.clear >= radius


def test_small_things_stand_on_a_table_indoors() -> None:
    built = place(Setting(kind="room"), seed=2, things_radius=0.15)
    assert built.table is not None
    assert built.table.at[1] == pytest.approx(0.75)
    assert built.scale == "table-top"
    assert place(Setting(kind="room"), seed=2, things_radius=1.5).table is None


def test_a_field_takes_the_crop_that_was_named() -> None:
    plain = place(Setting(kind="meadow"), seed=2)
    lavender = place(Setting(kind="meadow", features=("lavender",)), seed=2)
    assert triangles(lavender) != triangles(plain)


def test_what_is_forbidden_is_not_there() -> None:
    built = place(Setting(kind="meadow"), seed=2, negative=("tree", "flowers", "bush"))
    names = {one.model.name for one in built.scenery}
    assert "flowers" not in names
    assert not any(name.startswith("planting") for name in names)


def test_two_seeds_build_different_places() -> None:
    first, second = (place(Setting(kind="forest"), seed=seed) for seed in (1, 2))
    assert not np.array_equal(
        np.concatenate([one.bones for one in first.scenery])[:20],
        np.concatenate([one.bones for one in second.scenery])[:20],
    )


def test_moving_scenery_is_a_pure_function_of_time() -> None:
    built = place(Setting(kind="windmill"), seed=1)
    sails, again, later = built.extras(1.0), built.extras(1.0), built.extras(2.0)
    assert np.array_equal(sails[0].bones, again[0].bones)
    assert not np.array_equal(sails[0].bones, later[0].bones)
