"""Planets and moons: spheres painted by noise; and the burst of a firework."""

import numpy as np
import numpy.typing as npt

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.shape.mesh import join, mesh
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.noise import fractal
from kinema.engines.scene.shape.objects.occlusion import directions
from kinema.engines.scene.shape.objects.solid import Solid, ball, capsule

Values = npt.NDArray[np.float64]


def painted(one: Solid, colours: Values, material: Material) -> Mesh:
    """Return a solid with a colour a vertex."""
    return mesh(one.vertices, one.triangles, colours, material=material, normals=one.normals)


def smooth(value: Values, low: float, high: float) -> Values:
    """Return (n, 1) from 0 below ``low`` to 1 above ``high``."""
    share = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray((share * share * (3 - 2 * share))[:, None])


def earth(*, sea: Rgb, land: Rgb, sand: Rgb, ice: Rgb, cloud: Rgb) -> Mesh:
    """Return a blue planet of radius 1 with continents, ice caps and clouds."""
    globe = ball((1.0, 1.0, 1.0), 150)
    place = globe.vertices
    rise = fractal(place * 1.55 + 3.1, 21, 6)
    dry = fractal(place * 2.4, 5, 4)
    ground = np.array(land) + (np.array(sand) - np.array(land)) * smooth(dry, 0.48, 0.6)
    ground = ground * (0.75 + 0.5 * fractal(place * 6, 9, 3)[:, None])
    shallow = np.array(sea) * (0.55 + 1.3 * smooth(rise, 0.42, 0.52))
    colours = shallow + (ground - shallow) * smooth(rise, 0.515, 0.53)
    polar = np.abs(place[:, 1]) + 0.14 * (fractal(place * 4, 2, 3) - 0.5)
    colours = colours + (np.array(ice) - colours) * smooth(polar, 0.84, 0.88)
    warped = place * np.array([2.0, 4.2, 2.0]) + 0.9 * fractal(place * 2.2, 31, 3)[:, None]
    cover = 0.85 * smooth(fractal(warped, 40, 5), 0.53, 0.66)
    colours = colours + (np.array(cloud) - colours) * cover
    return painted(globe, colours, Material.SATIN)


def moon(*, ground: Rgb, crater: Rgb, seed: int = 4) -> Mesh:
    """Return a rocky globe of radius 1 with plains and craters."""
    globe = ball((1.0, 1.0, 1.0), 90)
    place = globe.vertices
    random = np.random.default_rng(seed)
    plains = smooth(fractal(place * 1.7, seed, 4), 0.5, 0.62)
    colours = np.array(ground) + (np.array(crater) - np.array(ground)) * plains
    colours = colours * (0.85 + 0.3 * fractal(place * 8, seed + 3, 3)[:, None])
    sink = np.zeros(len(place))
    for _ in range(46):
        middle = random.normal(0, 1, 3)
        middle /= np.linalg.norm(middle)
        size = random.uniform(0.05, 0.2)
        away = np.linalg.norm(place - middle, axis=1) / size
        sink += size * (
            0.1 * np.exp(-(((away - 1) * 4) ** 2)) - 0.14 * np.exp(-((away * 1.5) ** 4))
        )
        colours = colours * (1 - 0.28 * np.exp(-((away * 1.25) ** 4))[:, None])
        colours = colours * (1 + 0.2 * np.exp(-(((away - 1) * 5) ** 2))[:, None])
    vertices = place * (1 + sink)[:, None]
    return mesh(vertices, globe.triangles, colours, material=Material.MATTE)


def burst(*, radius: float, colours: tuple[Rgb, ...]) -> Mesh:
    """Return the streaks of a firework round the origin, brightest at their tips."""
    streaks = []
    for number, way in enumerate(directions(84)):
        colour = np.array(colours[number % len(colours)])
        far = radius * (0.72 + 0.28 * ((number * 37) % 10) / 10)
        start, end = way * far * 0.34, way * far
        droop = np.array([0.0, -0.06 * far, 0.0])
        one = capsule(end + droop - start, radius * 0.004, radius * 0.016, 6)
        share = np.linalg.norm(one.vertices, axis=1, keepdims=True) / far
        glow = colour * np.clip(0.15 + share * 1.4, 0, 1.2)
        moved = Solid(vertices=one.vertices + start, normals=one.normals, triangles=one.triangles)
        streaks.append(painted(moved, glow, Material.EMISSIVE))
    return join(streaks)
