import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np
import pytest

from kinema.engines.scene.look.palettes import PALETTES
from kinema.engines.scene.render.view import Camera, Moment, Water, World
from kinema.engines.scene.shape.model import Material
from kinema.media.frames import Frame

from .conftest import Build

Spot: TypeAlias = Callable[[Camera, Sequence[float]], tuple[int, int]]

ON_FLOOR, BEHIND, FRONT = (0.0, 1.0, 0.0), (0.0, 1.0, -4.0), (0.0, 1.0, 3.0)


def grey(picture: Frame, row: int, column: int, reach: int = 1) -> float:
    return float(picture[row - reach : row + reach + 1, column - reach : column + reach + 1].mean())


def test_a_picture_has_the_size_that_was_asked_for(build: Build) -> None:
    world = build.world(build.at(build.floor()))
    picture = build.renderer(world).draw(Moment(time=0.0, camera=build.camera()))

    assert picture.rgb().shape == (72, 128, 3)
    assert picture.planes.u.shape == picture.planes.v.shape == (36, 64)
    assert picture.owners.shape == (72, 128)


def test_a_ball_is_where_and_as_large_as_geometry_says(build: Build) -> None:
    moving = (build.at(build.ball(), 0.8, 1.6, 0, owner=3),)
    picture = build.renderer(build.world()).draw(
        Moment(time=0.0, camera=build.camera(), moving=moving)
    )
    rows, columns = np.nonzero(picture.owners == 3)

    reach = 36 / math.tan(math.radians(20))
    assert columns.mean() + 0.5 == pytest.approx(64 + reach * 0.8 / 8, abs=0.4)
    assert rows.mean() + 0.5 == pytest.approx(36 - reach * 0.6 / 8, abs=0.4)
    assert math.sqrt(len(rows) / math.pi) == pytest.approx(reach / math.sqrt(63), rel=0.04)


def test_the_nearer_thing_hides_the_farther(build: Build) -> None:
    ball = build.ball(0.5)
    moving = (build.at(ball, *FRONT, owner=1), build.at(ball, *BEHIND, owner=2))
    for order in (moving, moving[::-1]):
        picture = build.renderer(build.world()).draw(
            Moment(time=0.0, camera=build.camera(), moving=order)
        )
        assert set(np.unique(picture.owners)) == {0, 1}


def test_what_is_behind_the_camera_is_not_seen(build: Build) -> None:
    sky = build.shot()

    assert np.array_equal(sky, build.shot(build.at(build.ball(), 0, 1, 12)))


def test_the_floor_reaches_under_the_camera(build: Build) -> None:
    world = build.world(build.at(build.floor(), owner=4))
    picture = build.renderer(world).draw(Moment(time=0.0, camera=build.camera()))

    assert (picture.owners[40:] == 4).all()
    assert (picture.owners[:34] == 0).all()


@pytest.mark.parametrize(
    ("material", "visible"),
    [
        pytest.param(Material.MATTE, False, id="matte"),
        pytest.param(Material.LEAF, True, id="leaf"),
        pytest.param(Material.CLOTH, True, id="cloth"),
    ],
)
def test_only_thin_things_have_a_back(build: Build, material: Material, visible: bool) -> None:
    moving = (build.at(build.card(material), 0, 1, 0, owner=1),)
    camera = build.camera(eye=(0, 1, -8))
    picture = build.renderer(build.world()).draw(Moment(time=0.0, camera=camera, moving=moving))

    assert bool((picture.owners == 1).any()) is visible


def test_a_mesh_whose_triangles_run_backwards_is_seen_all_the_same(build: Build) -> None:
    moving = (build.at(build.card(turned=True), 0, 1, 0, owner=1),)
    picture = build.renderer(build.world()).draw(
        Moment(time=0.0, camera=build.camera(), moving=moving)
    )

    assert (picture.owners == 1).any()


@pytest.mark.parametrize("moves", [True, False], ids=["moving", "still"])
def test_a_ball_throws_its_shadow_away_from_the_sun(build: Build, spot: Spot, moves: bool) -> None:
    floor, ball = build.at(build.floor()), build.at(build.ball(), *ON_FLOOR)
    picture = build.shot(floor, moving=(ball,)) if moves else build.shot(floor, ball)
    palette = build.light
    camera = build.camera(eye=(6, 5, 0.001), target=(0, 0, -1))
    scenery, moving = ((floor,), (ball,)) if moves else ((floor, ball), ())
    picture = (
        build.renderer(build.world(*scenery, palette=palette))
        .draw(Moment(time=0.0, camera=camera, moving=moving))
        .rgb()
    )

    shade = grey(picture, *spot(camera, (0, 0, -1.6)))
    lit = grey(picture, *spot(camera, (0, 0, 2.5)))

    assert shade < 0.75 * lit


def test_the_shadow_begins_at_the_foot_of_what_throws_it(build: Build, spot: Spot) -> None:
    camera = build.camera(eye=(6, 3, 0.001), target=(0, 0.5, 0))
    renderer = build.renderer(build.world(build.at(build.floor())))
    moving = (build.at(build.card(), 0, 1, 0, owner=1),)
    picture = renderer.draw(Moment(time=0.0, camera=camera, moving=moving)).rgb()

    assert grey(picture, *spot(camera, (0, 0, -0.25)), reach=0) < 0.8 * grey(
        picture, *spot(camera, (0, 0, 1.5)), reach=0
    )


def test_lit_surfaces_have_no_acne(build: Build) -> None:
    camera = build.camera(eye=(0, 4, 8), target=(0, 1, 0))
    renderer = build.renderer(build.world(build.at(build.floor())))
    moving = (build.at(build.ball(), *ON_FLOOR, owner=1),)
    drawn = renderer.draw(Moment(time=0.0, camera=camera, moving=moving))
    luma = drawn.planes.y.astype(float)

    floor = luma[60:70, 5:120]
    assert np.abs(np.diff(floor, axis=1)).max() <= 4
    rows, columns = np.nonzero(drawn.owners == 1)
    top = luma[rows.min() + 3 : rows.min() + 9, int(columns.mean()) - 3 : int(columns.mean()) + 4]
    assert top.std() < 6


def test_things_darken_the_ground_that_they_stand_on(build: Build, spot: Spot) -> None:
    light = replace(build.light, sun_light=(0.0, 0.0, 0.0))
    camera = build.camera(eye=(0, 2.5, 6), target=(0, 0.3, 0))
    world = build.world(build.at(build.floor()), palette=light)
    moving = (build.at(build.ball(), *ON_FLOOR),)
    picture = build.renderer(world).draw(Moment(time=0.0, camera=camera, moving=moving)).rgb()

    foot = grey(picture, *spot(camera, (0.25, 0, 0.55)), reach=0)
    far = grey(picture, *spot(camera, (2.4, 0, 1.2)), reach=0)

    assert foot < 0.9 * far


def test_the_same_moment_gives_the_same_picture_whatever_came_before(build: Build) -> None:
    renderer = build.renderer(build.world(build.at(build.floor())))
    ball, card = build.ball(), build.card()
    first = Moment(time=0.5, camera=build.camera(), moving=(build.at(ball, *ON_FLOOR),))
    other = Moment(time=0.9, camera=build.camera(eye=(3, 3, 3)), moving=(build.at(card, 1, 1, 1),))

    before = renderer.draw(first).planes.packed()
    renderer.draw(other)

    assert np.array_equal(before, renderer.draw(first).planes.packed())


def test_a_moment_may_bring_its_own_light(build: Build) -> None:
    renderer = build.renderer(build.world(build.at(build.floor())))
    day = renderer.draw(Moment(time=0.0, camera=build.camera()))
    night = renderer.draw(Moment(time=0.0, camera=build.camera(), palette=PALETTES["night"]))

    assert night.planes.y.mean() < 0.5 * day.planes.y.mean()


def test_lightning_brightens_everything(build: Build) -> None:
    renderer = build.renderer(build.world(build.at(build.floor()), palette=PALETTES["night"]))
    dark = renderer.draw(Moment(time=0.0, camera=build.camera()))
    lit = renderer.draw(Moment(time=0.0, camera=build.camera(), flash=1.0))

    assert (lit.planes.y.mean(1) > dark.planes.y.mean(1)).all()


def test_a_lamp_lights_what_is_near_it(build: Build, spot: Spot) -> None:
    camera = build.camera(eye=(0, 3, 8))
    renderer = build.renderer(build.world(build.at(build.floor()), palette=PALETTES["night"]))
    lamp = np.array([[-2, 1, 0, 3, 1, 0.5, 0.8]], np.float32)
    picture = renderer.draw(Moment(time=0.0, camera=camera, lights=lamp)).rgb()

    near, far = spot(camera, (-2, 0, 0)), spot(camera, (3, 0, 0))

    assert grey(picture, *near) > 1.5 * grey(picture, *far)
    assert picture[near][0] > 1.3 * picture[near][2]


def test_a_sprite_is_seen_before_things_and_hidden_behind_them(build: Build) -> None:
    renderer = build.renderer(build.world())
    moving = (build.at(build.card(), 0, 1, 0),)
    shots = [
        renderer.draw(
            Moment(
                time=0.0,
                camera=build.camera(),
                moving=moving,
                sprites=np.array([[0, 1, z, 0.2, 9, 0, 0, 1, 1, 0]], np.float32),
            )
        ).rgb()[36, 64]
        for z in (2.0, -2.0)
    ]

    assert shots[0][0] > shots[0][2] + 100
    assert abs(int(shots[1][0]) - int(shots[1][2])) < 30


def test_calm_water_mirrors_what_stands_over_it(build: Build, spot: Spot) -> None:
    camera = build.camera(eye=(0, 1.5, 8), target=(0, 0.5, 0))
    world = World(scenery=(), palette=build.light, water=Water(level=0.0, wave=0.0))
    red = build.at(build.ball(0.8, (0.9, 0.02, 0.02)), 0, 1.2, 0, owner=1)
    picture = build.renderer(world).draw(Moment(time=0.0, camera=camera, moving=(red,))).rgb()

    mirrored = picture[spot(camera, (0, -1.2, 0))].astype(int)
    beside = picture[spot(camera, (3, -1.2, 0))].astype(int)

    assert mirrored[0] - mirrored[2] > beside[0] - beside[2] + 15


def test_a_puddle_mirrors_and_the_dry_street_does_not(build: Build, spot: Spot) -> None:
    camera = build.camera(eye=(0, 1.5, 8), target=(0, 0.5, 0))
    sign = build.at(build.ball(0.8, (3.0, 0.0, 0.0), Material.EMISSIVE), 0, 1.2, 0)
    place = spot(camera, (0, -1.2, 0))
    red = []
    for wet in (None, Water(level=0.0, wave=0.0, wet=True)):
        street = (build.at(build.floor(colour=(0.05, 0.05, 0.05))), sign)
        world = World(scenery=street, palette=PALETTES["neon night"], water=wet)
        picture = build.renderer(world).draw(Moment(time=0.0, camera=camera)).rgb()
        red.append(int(picture[place][0]))

    assert red[1] > red[0] + 30


def test_deep_water_hides_what_lies_in_it(build: Build) -> None:
    water = Water(level=0.0, wave=0.0)
    world = World(scenery=(), palette=build.light, water=water)
    camera = build.camera(eye=(0, 6, 6), target=(0, -2, 0))
    owners = [
        build.renderer(world)
        .draw(
            Moment(
                time=0.0,
                camera=camera,
                moving=(build.at(build.ball(0.5), 0, depth, 0, owner=1),),
            )
        )
        .owners
        for depth in (-0.5, -6.0)
    ]

    assert (owners[0] == 1).any()
    assert not (owners[1] == 1).any()


def test_what_is_out_of_focus_is_soft(build: Build) -> None:
    renderer = build.renderer(build.world())
    moving = (build.at(build.ball(colour=(0.0, 0.0, 0.0)), 0, 1, 0),)
    edges = [
        np.abs(
            np.diff(
                renderer.draw(
                    Moment(
                        time=0.0,
                        camera=build.camera(blur=blur, focus=2.0),
                        moving=moving,
                    )
                ).planes.y.astype(int)[36]
            )
        ).max()
        for blur in (0.0, 1.0)
    ]

    assert edges[1] < 0.6 * edges[0]


def test_numbers_that_are_not_finite_stay_where_they_are(build: Build) -> None:
    ball = build.ball()
    ball.mesh.normals[5] = np.nan
    picture = build.shot(build.at(build.floor()), moving=(build.at(ball, *ON_FLOOR),))

    assert picture.min() > 20


@pytest.mark.parametrize("name", PALETTES)
def test_every_palette_gives_a_picture_that_is_neither_black_nor_burnt(
    build: Build, name: str
) -> None:
    light = PALETTES[name]
    world = build.world(build.at(build.floor()), build.at(build.ball(), *ON_FLOOR), palette=light)
    luma = build.renderer(world).draw(Moment(time=0.0, camera=build.camera())).planes.y

    assert luma.std() > 4
    assert (luma >= 234).mean() < 0.03
    assert luma.mean() > 17


def test_night_is_dark_and_day_is_not(build: Build) -> None:
    means = {}
    for name in ("day", "night"):
        meadow = build.floor(colour=(0.15, 0.2, 0.1))
        world = build.world(build.at(meadow), palette=PALETTES[name])
        luma = build.renderer(world).draw(Moment(time=0.0, camera=build.camera())).planes.y
        means[name] = float((luma.mean() - 16) / 219)

    assert means["night"] < 0.25 < 0.4 < means["day"]
