"""Compiling every kernel before the first film, with word of how far it is."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from kinema.engines.scene.look.noise import textures
from kinema.engines.scene.look.palette import Palette
from kinema.engines.scene.shape.model import Material, Mesh, Model, Skeleton

from .clouds import SIDE, new_dome
from .frame import STEPS
from .renderer import Renderer
from .slots import light_slots
from .view import LIGHT_COLUMNS, SPRITE_COLUMNS, Camera, Moment, Placed, Water, World

STAGES = len(STEPS) + 1
"""What `warm` reports: the building of a world, and the steps of a frame."""


def warm() -> Iterator[tuple[int, str]]:
    """Draw a tiny picture of everything; yields a number from 1 to `STAGES` and what is next.

    On a machine that has compiled this code before, it takes about a second.
    """
    yield 1, "scenery"
    cloudy = replace(_palette(), clouds=0.5)
    new_dome(light_slots(cloudy, None), textures(), SIDE // 16)  # a film's takes half a second
    renderer = Renderer(_world(), width=64, height=64)
    moment = _moment()
    buffers = renderer.buffers()
    steps = renderer.steps(moment, buffers)
    for number, name in enumerate(STEPS, 2):
        yield number, name
        next(steps)
    renderer.finish(moment, buffers)


def _world() -> World:
    return World(scenery=(_placed(0.0),), palette=_palette(), water=Water(level=-0.2), extent=8.0)


def _moment() -> Moment:
    camera = Camera(
        eye=np.array([0, 1, 4], np.float32),
        axes=np.array([[1, 0, 0], [0, 1, 0], [0, 0, -1]], np.float32),
        fov=0.9,
        blur=0.5,
    )
    return Moment(
        time=0.0,
        camera=camera,
        moving=(_placed(1.5),),
        sprites=np.full((1, SPRITE_COLUMNS), 0.5, np.float32),
        lights=np.ones((1, LIGHT_COLUMNS), np.float32),
    )


def _palette() -> Palette:
    grey = (0.5, 0.5, 0.5)
    return Palette(
        name="test card",
        sun=(0.3, 0.5, -0.8),
        sun_light=grey,
        sky_light=grey,
        ground_light=grey,
        horizon=grey,
        middle=grey,
        zenith=grey,
        stars=1.0,
        aurora=1.0,
        godrays=1.0,
        clouds=0.0,
    )


def _placed(x: float) -> Placed:
    bones = np.array([[[1, 0, 0, x], [0, 1, 0, 0], [0, 0, 1, 0]]], np.float32)
    return Placed(model=_model(), bones=bones, owner=1)


def _model() -> Model:
    corners = np.array([[-1, 0, 0], [1, 0, 0], [0, 2, 0]], np.float32)
    count = len(Material)
    mesh = Mesh(
        vertices=corners,
        normals=np.tile(np.array([0, 0, 1], np.float32), (3, 1)),
        colours=np.ones((3, 4), np.float32),
        triangles=np.tile(np.array([0, 1, 2], np.int32), (count, 1)),
        materials=np.arange(count, dtype=np.uint8),
    )
    return Model(
        name="card",
        move="none",
        mesh=mesh,
        skeleton=Skeleton(names=("body",), parents=(-1,), pivots=np.zeros((1, 3), np.float32)),
        bone_index=np.zeros((3, 4), np.uint8),
        bone_weight=np.tile(np.array([1, 0, 0, 0], np.float32), (3, 1)),
        size=(2.0, 2.0, 0.0),
        anchors={},
        traits={},
    )
