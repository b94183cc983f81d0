import threading
from collections.abc import Callable

import numpy as np
import pytest

from kinema.engines.scene.render.pipeline import film
from kinema.engines.scene.render.view import Moment

from .conftest import Build


def moments(build: Build, count: list[int] | None = None) -> Callable[[int], Moment]:
    ball = build.ball()

    def moment(frame: int) -> Moment:
        if count is not None:
            count.append(frame)
        at = build.at(ball, frame * 0.3 - 1, 1, 0, owner=1)
        return Moment(time=frame / 24, camera=build.camera(), moving=(at,))

    return moment


def test_the_film_is_the_same_for_any_number_of_threads(build: Build) -> None:
    world = build.world(build.at(build.floor()))
    films = [
        [
            picture.planes.packed()
            for picture in film(world, moments(build), frames=9, size=(128, 72), threads=threads)
        ]
        for threads in (1, 2, 4)
    ]

    assert np.array_equal(films[0], films[1])
    assert np.array_equal(films[0], films[2])


def test_pictures_come_in_order(build: Build) -> None:
    pictures = film(build.world(), moments(build), frames=8, size=(128, 72), threads=3)
    middles = [np.nonzero(picture.owners == 1)[1].mean() for picture in pictures]

    assert len(middles) == 8
    assert middles == sorted(middles)


def test_a_film_that_is_closed_stops_drawing(build: Build) -> None:
    asked: list[int] = []
    pictures = film(build.world(), moments(build, asked), frames=500, size=(128, 72), threads=2)
    next(pictures)
    pictures.close()

    assert len(asked) < 10
    assert not [one for one in threading.enumerate() if one.name.startswith("film")]


def test_an_error_in_a_moment_reaches_the_reader(build: Build) -> None:
    def broken(frame: int) -> Moment:
        raise ZeroDivisionError(frame)

    with pytest.raises(ZeroDivisionError):
        list(film(build.world(), broken, frames=3, size=(128, 72), threads=2))
