"""Styles change the picture, the same way each time, and hold still where nothing moves."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from kinema.engines.scene.look.palettes import PALETTES
from kinema.engines.scene.look.styles import LOOKS, Brush
from kinema.engines.scene.render.facets import flattened
from kinema.engines.scene.render.pipeline import film
from kinema.engines.scene.render.style import PAINTERS
from kinema.engines.scene.render.view import Moment, World
from kinema.media.frames import Frame

from .conftest import Build

STYLED = sorted(set(LOOKS) - {"cinematic"})
BRUSHES = sorted(style for style, look in LOOKS.items() if look.brush is not Brush.NONE)
SIZE = (128, 72)


def scene(build: Build, style: str) -> World:
    floor = build.at(build.floor(colour=(0.2, 0.4, 0.1)))
    palette = replace(PALETTES["day"], clouds=0.0, grain=0.0)
    return replace(build.world(floor, palette=palette), style=style)


def pictures(build: Build, style: str, *, frames: int, threads: int) -> Iterator[Frame]:
    ball = build.at(build.ball(colour=(0.7, 0.2, 0.1)), 0, 1, 0, owner=1)
    shot = film(
        scene(build, style),
        lambda frame: Moment(time=frame / 24, camera=build.camera(), moving=(ball,)),
        frames=frames,
        size=SIZE,
        threads=threads,
        scale=1.0,
    )
    return (picture.rgb() for picture in shot)


def difference(a: Frame, b: Frame) -> float:
    return float(np.abs(a.astype(np.float32) - b.astype(np.float32)).mean())


def test_every_brush_has_a_painter() -> None:
    assert set(PAINTERS) == set(Brush) - {Brush.NONE, Brush.BLOCKS}


@pytest.mark.parametrize("style", STYLED)
def test_a_style_changes_the_picture(build: Build, style: str) -> None:
    (plain,) = pictures(build, "cinematic", frames=1, threads=1)
    (styled,) = pictures(build, style, frames=1, threads=1)

    assert difference(plain, styled) > 1.5


@pytest.mark.parametrize("style", BRUSHES)
def test_a_styled_film_does_not_depend_on_threads(build: Build, style: str) -> None:
    alone = list(pictures(build, style, frames=3, threads=1))
    together = list(pictures(build, style, frames=3, threads=3))

    assert all(np.array_equal(a, b) for a, b in zip(alone, together, strict=True))


@pytest.mark.parametrize("style", BRUSHES)
def test_a_still_shot_does_not_crawl(build: Build, style: str) -> None:
    first, *rest = pictures(build, style, frames=4, threads=1)

    grain = LOOKS[style].grain * 255
    assert all(difference(first, later) <= grain + 0.2 for later in rest)


def test_a_subject_stays_apart_from_its_ground(build: Build) -> None:
    for style in STYLED:
        (picture,) = pictures(build, style, frames=1, threads=1)
        ball, floor = picture[30:42, 58:70].mean((0, 1)), picture[60:70, 4:24].mean((0, 1))
        assert float(np.abs(ball - floor).max()) > 12, style


def test_flat_sides_are_fewer_and_each_is_turned_one_way(build: Build) -> None:
    ball = build.ball(steps=40)
    flat = flattened(ball).mesh

    assert 50 < len(flat.triangles) < len(ball.mesh.triangles)
    corners = flat.normals[flat.triangles]
    assert np.allclose(corners[:, :1], corners)
    outward = (flat.normals * flat.vertices).sum(1)
    assert (outward > 0).mean() > 0.95
    assert np.ptp(flat.vertices, axis=0) == pytest.approx([2, 2, 2], abs=0.2)
