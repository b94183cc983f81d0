import math

import pytest

from kinema.engines.scene.library.settings import kinds
from kinema.engines.scene.look.palettes import PALETTES, TIMES, palette
from kinema.engines.scene.look.weather import WEATHERS


@pytest.mark.parametrize("name", PALETTES)
def test_the_sun_stands_above_the_horizon_and_its_direction_is_of_length_one(name: str) -> None:
    sun = PALETTES[name].sun

    assert math.hypot(*sun) == pytest.approx(1, abs=0.03)
    assert sun[1] > 0.05


@pytest.mark.parametrize("name", PALETTES)
def test_no_palette_wastes_bits_on_grain(name: str) -> None:
    assert PALETTES[name].grain < 0.02


def test_every_time_has_its_palette() -> None:
    assert set(TIMES.values()) <= set(PALETTES)


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("weather", WEATHERS)
def test_every_place_has_light_at_every_time_in_every_weather(time: str, weather: str) -> None:
    for kind in kinds():
        light = palette(time, (weather,), kind)
        assert min(light.exposure, *light.sky_light, *light.horizon) >= 0


def test_places_with_a_roof_have_light_from_windows_or_lamps() -> None:
    roofed = [kind.name for kind in kinds().values() if kind.indoor]

    assert all(palette("day", (), name).indoor for name in roofed if name != "studio")


def test_an_unknown_time_is_day_and_an_unknown_weather_changes_nothing() -> None:
    assert palette("teatime", ("frogs",), "meadow") == PALETTES["day"]


def test_overcast_days_have_no_sun_and_less_colour() -> None:
    clear, grey = palette("day", ("clear",), "meadow"), palette("day", ("overcast",), "meadow")

    assert grey.disc == 0
    assert grey.clouds > clear.clouds
    assert sum(grey.sun_light) < 0.5 * sum(clear.sun_light)


@pytest.mark.parametrize("weather", ["rain", "storm", "snow", "fog"])
def test_bad_weather_thickens_the_air(weather: str) -> None:
    assert palette("day", (weather,), "meadow").fog > 2 * palette("day", (), "meadow").fog


def test_city_nights_are_neon_and_forest_mornings_misty() -> None:
    assert palette("night", ("clear",), "city").name == "neon night"
    assert palette("morning", ("clear",), "forest").name == "misty forest"


def test_water_and_space_have_their_own_light_at_any_time() -> None:
    assert palette("sunset", ("rain",), "underwater").underwater
    assert palette("day", ("rain",), "moon").stars > 0
