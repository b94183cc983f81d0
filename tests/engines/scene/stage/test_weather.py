import math

import numpy as np
import pytest

from kinema.engines.scene.graph import Setting
from kinema.engines.scene.render.view import LIGHT_COLUMNS, SPRITE_COLUMNS, Camera
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.build import place
from kinema.engines.scene.stage.place import Weather
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting
from kinema.engines.scene.stage.weather.fire import (
    firelight,
    flames,
    plume,
    smoke_of,
    steam_of,
)
from kinema.engines.scene.stage.weather.fireworks import fireworks
from kinema.engines.scene.stage.weather.rain import rain
from kinema.engines.scene.stage.weather.snow import snowfall
from kinema.engines.scene.stage.weather.sprites import round_camera, together
from kinema.engines.scene.stage.weather.storm import lightning

CAMERA = Camera(
    eye=np.array([0, 1.5, 5], np.float32),
    axes=np.array([[1, 0, 0], [0, 1, 0], [0, 0, -1]], np.float32),
    fov=math.radians(40),
)
DRIFTS = ("MOTES", "AUTUMN_LEAVES", "PETALS", "CONFETTI", "FIREFLIES", "BUBBLES", "EMBERS")


def level(x: Floats, z: Floats) -> Floats:
    return np.zeros(np.broadcast(x, z).shape, np.float32)


WEATHERS: dict[str, Weather] = {
    "rain": rain(1, level),
    "snow": snowfall(1),
    "lightning": lightning(1),
    "fireworks": fireworks(1, np.array([0, 30, -90], np.float32), spread=25),
    "fire": together(*(plume(1, one) for one in flames((0, 0, 0), 1.0))),
    "smoke": plume(1, smoke_of((0, 0, 0), 1.0)),
    "steam": plume(1, steam_of((0, 0, 0), 0.1)),
    "firelight": firelight(1, (0, 1, 0), power=1, reach=3),
} | {name: drifting(1, getattr(drift, name)) for name in DRIFTS}


@pytest.mark.parametrize("name", sorted(WEATHERS))
class TestEveryWeather:
    def test_it_is_a_pure_function_of_time(self, name: str) -> None:
        weather = WEATHERS[name]
        first = weather(1.7, CAMERA)
        weather(0.2, CAMERA)
        again = weather(1.7, CAMERA)
        assert np.array_equal(first.sprites, again.sprites)
        assert np.array_equal(first.lights, again.lights)
        assert first.flash == again.flash

    def test_its_rows_are_what_the_renderer_takes(self, name: str) -> None:
        for time in (0.0, 0.9, 2.5, 7.0):
            air = WEATHERS[name](time, CAMERA)
            assert air.sprites.shape[1] == SPRITE_COLUMNS
            assert air.lights.shape[1] == LIGHT_COLUMNS
            assert np.isfinite(air.sprites).all()
            assert np.isfinite(air.lights).all()
            assert len(air.sprites) <= 6000
            assert (air.sprites[:, 3] > 0).all()


def test_rain_falls() -> None:
    still = WEATHERS["rain"](0.0, CAMERA).sprites
    later = WEATHERS["rain"](0.02, CAMERA).sprites
    streaks = still[:, 8] > 4
    assert np.median(later[streaks, 1] - still[streaks, 1]) == pytest.approx(-0.19, abs=0.02)


def test_snow_falls_slower_than_rain() -> None:
    still = WEATHERS["snow"](0.0, CAMERA).sprites
    later = WEATHERS["snow"](0.02, CAMERA).sprites
    assert -0.06 < np.median(later[:, 1] - still[:, 1]) < -0.01


def test_drops_keep_their_place_in_the_world_when_the_camera_moves() -> None:
    drops = np.random.default_rng(1).uniform(0, 8, (200, 3)).astype(np.float32)
    moved = Camera(eye=CAMERA.eye + np.float32(0.5), axes=CAMERA.axes, fov=CAMERA.fov)
    here = round_camera(drops, CAMERA, (8, 8, 8))
    there = round_camera(drops, moved, (8, 8, 8))
    step = np.abs(there - here)
    assert np.all((step < 1e-3) | (np.abs(step - 8) < 1e-3))


def test_a_bolt_flashes_and_goes_dark() -> None:
    flashes = [WEATHERS["lightning"](time, CAMERA).flash for time in np.linspace(0, 5, 120)]
    assert max(flashes) > 0.3
    assert sum(flash == 0 for flash in flashes) > 60


def test_fireworks_light_the_scene() -> None:
    airs = [WEATHERS["fireworks"](time, CAMERA) for time in np.linspace(0, 5, 40)]
    assert max(air.flash for air in airs) > 0.05
    assert any(len(air.lights) for air in airs)


def test_a_setting_brings_its_weather() -> None:
    dry = place(Setting(kind="city", time="night"), seed=1).weather(1.0, CAMERA)
    wet = place(Setting(kind="city", time="night", weather=("rain",)), seed=1).weather(1.0, CAMERA)
    assert len(wet.sprites) > len(dry.sprites) + 800


def test_it_does_not_rain_indoors() -> None:
    built = place(Setting(kind="cafe", weather=("rain",)), seed=1, things_radius=0.2)
    assert len(built.weather(1.0, CAMERA).sprites) < 300


def test_features_bring_their_events() -> None:
    built = place(Setting(kind="castle", time="night", features=("fireworks",)), seed=1)
    counts = [len(built.weather(time, CAMERA).sprites) for time in np.linspace(0, 5, 12)]
    assert max(counts) > 800


def test_a_timelapse_hurries_the_clouds() -> None:
    assert place(Setting(kind="hills", features=("timelapse",)), seed=1).palette.cloud_drift > 20
