import numpy as np

from kinema.engines.scene.render.batch import PIECE, still_batch
from kinema.engines.scene.render.sight import in_sight
from kinema.engines.scene.render.view import Water
from kinema.engines.scene.shape.model import Material

from .conftest import Build


def test_a_large_mesh_is_cut_and_no_triangle_is_lost(build: Build) -> None:
    ball = build.ball(steps=48)
    batch = still_batch((build.at(ball, 3, 0, 0),), None)

    sizes = batch.pieces[:, 1] - batch.pieces[:, 0]
    assert len(sizes) > 1
    assert sizes.max() <= PIECE
    assert sizes.sum() == len(ball.mesh.triangles)
    assert len(np.unique(np.sort(batch.triangles, 1), axis=0)) == len(
        np.unique(np.sort(ball.mesh.triangles, 1), axis=0)
    )


def test_the_sphere_of_a_piece_holds_its_triangles(build: Build) -> None:
    batch = still_batch((build.at(build.ball(steps=48), 3, 0, 0),), None)

    for (first, last, _, _), sphere in zip(batch.pieces, batch.spheres, strict=True):
        corners = batch.vertices[batch.triangles[first:last].ravel()]
        assert (np.linalg.norm(corners - sphere[:3], axis=1) <= sphere[3] + 1e-4).all()


def test_only_pieces_that_reach_into_the_view_are_in_sight_nearest_first(build: Build) -> None:
    ball = build.ball()
    things = (build.at(ball, 0, 1, -9), build.at(ball, 0, 1, 20), build.at(ball, 0, 1, 0))
    batch = still_batch((*things, build.at(ball, 30, 1, 0)), None)

    seen = in_sight(batch.pieces, batch.spheres, build.camera(), 16 / 9)

    size = len(ball.mesh.triangles)
    starts = [row // size for row in seen[:, 0].tolist()]
    assert set(starts) == {0, 2}
    assert starts[0] == 2


def test_nothing_is_in_sight_of_an_empty_world(build: Build) -> None:
    batch = still_batch((), None)

    assert len(in_sight(batch.pieces, batch.spheres, build.camera(), 1.0)) == 0


def test_water_of_the_scenery_gives_way_to_the_worlds_own(build: Build) -> None:
    pond = (build.at(build.floor(material=Material.WATER)),)

    assert still_batch(pond, None).sides.tolist() == [2, 2]
    assert still_batch(pond, Water(level=0.0)).sides.tolist() == [0, 0]
