"""The air above the clouds."""

import numpy as np

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Camera, Placed
from kinema.engines.scene.shape.model import Floats
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.land import Values, angles, ground_of, land, mixed, rings
from kinema.engines.scene.stage.noise import fractal
from kinema.engines.scene.stage.place import Air, Bounds, Medium, Place, Weather, calm
from kinema.engines.scene.stage.weather.sprites import sprites

BANKS, PUFFS = 15, 34


def sky(brief: Brief) -> Place:
    """Build the air above a sea of clouds, towers of cumulus about."""
    cloudy = brief.allows("cloud", "clouds")
    return Place(
        kind="sky",
        scenery=(_floor(brief),) if cloudy else (),
        palette=brief.palette,
        ground=ground_of(lambda x, z: np.full(np.shape(x + z), -1000.0)),
        clear=brief.clear,
        medium=Medium.AIR,
        path=((-30.0, 14.0, -120.0), (0.0, 0.0, 0.0), (2.0, -0.5, 10.0)),
        bounds=Bounds(low=(-300, -10, -300), high=(300, 200, 300)),
        extent=max(60.0, brief.clear * 6),
        weather=_banks(brief) if cloudy else calm,
    )


def _floor(brief: Brief) -> Placed:
    """Return the upper side of a layer of cloud far below."""
    seed = brief.seed % 977

    def relief(x: Values, z: Values) -> Values:
        swell = fractal(x / 46, z / 46, seed, 4)
        lumps = 1 - np.abs(2 * fractal(x / 15, z / 15, seed + 4, 3) - 1)
        return np.asarray(-28 + 19 * swell**1.5 + 6 * lumps * swell, np.float64)

    def paint(x: Values, y: Values, z: Values, up: Values) -> Values:
        del x, z, up
        return mixed((0.26, 0.30, 0.38), (0.62, 0.62, 0.64), np.clip((y + 26) / 12, 0, 1))

    shape = land(relief, paint, bearings=angles(190, 40), reach=rings(6, 1500, 90))
    return here("clouds", shape, shadow=False)


def _bank(random: np.random.Generator) -> tuple[Values, Values]:
    """Return puffs of one cumulus, flat below and heaped above: (n, 3) metres, and radii."""
    x = random.normal(0, 7.0, PUFFS)
    heap = np.maximum(0.15, 1 - np.abs(x) / 13)
    y = np.abs(random.normal(0, 3.6, PUFFS)) * heap
    z = random.normal(0, 2.6, PUFFS)
    return np.stack([x, y, z], 1), random.uniform(2.6, 5.6, PUFFS) * (0.6 + 0.6 * heap)


def _banks(brief: Brief) -> Weather:
    """Return towers of cloud, lit as the palette's clouds are, that drift slowly."""
    random = brief.chance("banks")
    at, radii, shares = [], [], []
    for number in range(BANKS):
        angle = (number / BANKS - 0.5) * 2.0 + float(random.normal(0, 0.06))
        reach = float(random.uniform(70, 330)) + brief.clear * 4
        points, sizes = _bank(random)
        scale = float(random.uniform(0.5, 0.95)) * reach / 75
        low = float(random.uniform(-12, -3)) + reach * 0.01
        middle = np.array([np.sin(angle) * reach, low, -np.cos(angle) * reach])
        at.append(middle + points * scale)
        radii.append(sizes * scale)
        shares.append(points[:, 1] / 7 + random.normal(0, 0.1, PUFFS))
    places, sizes = np.concatenate(at), np.concatenate(radii)
    far_first = np.argsort(-np.hypot(places[:, 0], places[:, 2]), kind="stable")
    tone = _tones(brief, np.clip(0.25 + np.concatenate(shares), 0, 1))
    return _drifting(places[far_first], sizes[far_first], tone[far_first])


def _tones(brief: Brief, share: Values) -> Values:
    dark: Rgb = brief.palette.cloud_dark
    light: Rgb = brief.palette.cloud_light
    return mixed(dark, light, share)


def _drifting(at: Values, sizes: Values, colours: Values) -> Weather:
    start: Floats = at.astype(np.float32)

    def clouds(time: float, camera: Camera) -> Air:
        del camera
        moved = start + np.array([0.5 * time, 0, 0], np.float32)
        return Air(sprites=sprites(moved, radius=sizes, colour=colours, alpha=0.85))

    return clouds
