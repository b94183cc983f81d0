"""Small worlds of balls and floors, and a renderer that is compiled before the first test."""

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pytest

from kinema.engines.scene.look.palette import Palette
from kinema.engines.scene.render.renderer import Renderer
from kinema.engines.scene.render.view import Camera, Moment, Placed, World
from kinema.engines.scene.render.warm import warm
from kinema.engines.scene.shape.model import Ints, Material, Mesh, Model, Skeleton
from kinema.media.frames import Frame

Numbers: TypeAlias = npt.NDArray[np.floating]

COMPILING = 180
"""Seconds; the first test on a machine waits for the kernels to be compiled."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.timeout(COMPILING))


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    for _ in warm():
        pass


class Build:
    """Makes the things that tests look at."""

    width, height = 128, 72

    light = Palette(
        name="test",
        sun=(0.0, 0.8, 0.6),
        sun_light=(1.2, 1.2, 1.2),
        sky_light=(0.4, 0.4, 0.4),
        ground_light=(0.3, 0.3, 0.3),
        horizon=(0.5, 0.6, 0.7),
        middle=(0.4, 0.5, 0.7),
        zenith=(0.2, 0.3, 0.6),
        fog=0.0,
        glow=0.0,
        clouds=0.0,
        disc=0.0,
        bloom=0.0,
        vignette=0.0,
        grain=0.0,
    )

    @staticmethod
    def model(
        vertices: Numbers,
        triangles: Ints,
        normals: Numbers,
        material: Material,
        colour: Numbers,
    ) -> Model:
        count = len(vertices)
        return Model(
            name="thing",
            move="none",
            mesh=Mesh(
                vertices=vertices.astype(np.float32),
                normals=normals.astype(np.float32),
                colours=np.tile(np.append(colour, 1.0).astype(np.float32), (count, 1)),
                triangles=triangles.astype(np.int32),
                materials=np.full(len(triangles), material, np.uint8),
            ),
            skeleton=Skeleton(names=("body",), parents=(-1,), pivots=np.zeros((1, 3), np.float32)),
            bone_index=np.zeros((count, 4), np.uint8),
            bone_weight=np.tile(np.array([1, 0, 0, 0], np.float32), (count, 1)),
            size=(1.0, 1.0, 1.0),
            anchors={},
            traits={},
        )

    def ball(
        self,
        radius: float = 1.0,
        colour: Sequence[float] = (0.5, 0.5, 0.5),
        material: Material = Material.MATTE,
        steps: int = 32,
    ) -> Model:
        up = np.linspace(-math.pi / 2, math.pi / 2, steps + 1)
        round_ = np.linspace(0, 2 * math.pi, 2 * steps + 1)
        a, o = np.meshgrid(up, round_, indexing="ij")
        ring = np.stack([np.cos(a) * np.sin(o), np.sin(a), np.cos(a) * np.cos(o)], -1)
        normals = ring.reshape(-1, 3)
        row = 2 * steps + 1
        i = np.arange(steps * row).reshape(steps, row)[:, :-1].ravel()
        triangles = np.concatenate(
            [np.stack([i, i + 1, i + row + 1], 1), np.stack([i, i + row + 1, i + row], 1)]
        )
        return self.model(normals * radius, triangles, normals, material, np.array(colour))

    def floor(
        self,
        half: float = 40.0,
        colour: Sequence[float] = (0.4, 0.4, 0.4),
        material: Material = Material.MATTE,
    ) -> Model:
        corners = np.array([[-1, 0, -1], [-1, 0, 1], [1, 0, 1], [1, 0, -1]]) * half
        return self.model(
            corners,
            np.array([[0, 1, 2], [0, 2, 3]]),
            np.tile([0.0, 1.0, 0.0], (4, 1)),
            material,
            np.array(colour),
        )

    def card(self, material: Material = Material.MATTE, turned: bool = False) -> Model:
        """An upright square of 2 m that faces +z; ``turned`` runs its triangles backwards."""
        corners = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]])
        triangles = np.array([[0, 1, 2], [0, 2, 3]])
        return self.model(
            corners,
            triangles[:, ::-1] if turned else triangles,
            np.tile([0.0, 0.0, 1.0], (4, 1)),
            material,
            np.array([0.5, 0.5, 0.5]),
        )

    @staticmethod
    def at(model: Model, x: float = 0.0, y: float = 0.0, z: float = 0.0, owner: int = 0) -> Placed:
        bones = np.array([[[1, 0, 0, x], [0, 1, 0, y], [0, 0, 1, z]]], np.float32)
        return Placed(model=model, bones=bones, owner=owner)

    @staticmethod
    def camera(
        eye: Sequence[float] = (0, 1, 8),
        target: Sequence[float] = (0, 1, 0),
        blur: float = 0.0,
        focus: float = 8.0,
    ) -> Camera:
        forward = np.subtract(target, eye).astype(float)
        forward /= np.linalg.norm(forward)
        right = np.cross(forward, [0, 1, 0])
        right /= np.linalg.norm(right)
        axes = np.stack([right, np.cross(right, forward), forward])
        return Camera(
            eye=np.array(eye, np.float32),
            axes=axes.astype(np.float32),
            fov=math.radians(40),
            blur=blur,
            focus=focus,
        )

    def renderer(self, world: World) -> Renderer:
        return Renderer(world, width=self.width, height=self.height, scale=1.0)

    def world(self, *scenery: Placed, palette: Palette | None = None) -> World:
        return World(scenery=scenery, palette=palette or self.light, extent=30.0)

    def shot(self, *scenery: Placed, moving: tuple[Placed, ...] = ()) -> Frame:
        renderer = self.renderer(self.world(*scenery))
        return renderer.draw(Moment(time=0.0, camera=self.camera(), moving=moving)).rgb()


@pytest.fixture(scope="session")
def build() -> Build:
    return Build()


@pytest.fixture(scope="session")
def spot() -> Callable[[Camera, Sequence[float]], tuple[int, int]]:
    """Where a point of the world is in a picture of `Build`'s size: row and column."""

    def find(camera: Camera, point: Sequence[float]) -> tuple[int, int]:
        right, up, along = camera.axes @ (np.array(point) - camera.eye)
        reach = Build.height / 2 / math.tan(camera.fov / 2)
        column = Build.width / 2 + reach * right / along
        row = Build.height / 2 - reach * up / along
        return int(row), int(column)

    return find
