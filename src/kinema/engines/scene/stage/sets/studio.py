"""A photographer's studio."""

import math
from dataclasses import replace

import numpy as np

from kinema.engines.scene.library import entries
from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.library import model
from kinema.engines.scene.shape.mesh import join, mesh, moved
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.shape.primitives import cone, sheet
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.kit import here, put
from kinema.engines.scene.stage.land import Values
from kinema.engines.scene.stage.place import Bounds, Place
from kinema.engines.scene.stage.sets.hall import indoor
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting


def studio(brief: Brief) -> Place:
    """Build a photographer's sweep in a soft colour, with a disc, an arch and plants."""
    size = max(brief.clear, 0.5)
    random = brief.chance("studio")
    tone = np.asarray(TONES[int(random.integers(len(TONES)))])
    for word, colour in BACKDROPS.items():
        if brief.wants(word):
            tone = np.asarray(colour)
    scenery = [here("sweep", _sweep(size, tone))]
    if brief.freedom > 0.1 and not any(brief.wants(word) for word in BACKDROPS):
        scenery.append(here("podium", _podium(size, tone)))
        scenery += _pots(brief, size)
    shell = Shell(left=-6 * size, right=6 * size, back=-4 * size, front=14 * size, height=9 * size)
    place = indoor(brief, scenery, shell, [], drifting(brief.seed, drift.DUST, strength=0.5))
    low, high = (-8 * size, 0.08, -3.5 * size), (8 * size, 8 * size, 14 * size)
    return replace(place, indoor=False, bounds=Bounds(low=low, high=high), extent=size * 11)


TONES: tuple[Rgb, ...] = (
    (0.42, 0.24, 0.15), (0.16, 0.25, 0.29), (0.38, 0.22, 0.22), (0.22, 0.27, 0.17),
    (0.40, 0.30, 0.16),
)  # fmt: skip


BACKDROPS: dict[str, Rgb] = {
    "white background": (0.80, 0.80, 0.79),
    "white": (0.80, 0.80, 0.79),
    "black background": (0.012, 0.012, 0.014),
    "black": (0.012, 0.012, 0.014),
}
"""Colours that were asked for."""


def _sweep(size: float, tone: Values) -> Mesh:
    """Return floor and wall in one curve, brighter where the light falls."""
    bend = np.linspace(0, 1.57, 12)
    z = (
        np.concatenate([np.linspace(14, -1.6, 14), -1.6 - 2.4 * np.sin(bend), np.full(6, -4.0)])
        * size
    )
    y = np.concatenate([np.zeros(14), 2.4 * (1 - np.cos(bend)), np.linspace(3.0, 12, 6)]) * size
    x = np.linspace(-16, 16, 33) * size
    points = np.stack(
        [np.tile(x, (len(z), 1)), np.repeat(y[:, None], 33, 1), np.repeat(z[:, None], 33, 1)], -1
    )
    wide = (points[..., 0] / (4.2 * size)) ** 2
    high = ((points[..., 1] - 1.2 * size) / (3.2 * size)) ** 2
    return sheet(
        points, tone * (0.34 + 0.86 * np.exp(-wide - high))[..., None], material=Material.MATTE
    )


def _podium(size: float, tone: Values) -> Mesh:
    """Return a great disc, an arch and steps behind the heroes, in shades of the backdrop."""
    disc = cone((0.5, 1.75, -2.3), (0.5, 1.75, -2.2), 1.55, 1.55, tone * 1.45, sides=48)
    arch = np.linspace(0, math.pi, 17)
    outline = np.stack([-2.4 + 0.8 * np.cos(arch), 1.5 + 0.8 * np.sin(arch), np.full(17, -1.95)], 1)
    outline = np.concatenate([[(-1.6, 0, -1.95)], outline, [(-3.2, 0, -1.95)]])
    middle = np.array([(-2.4, 0.8, -1.95)])
    faces = [(0, k + 1, k + 2) for k in range(len(outline) - 1)] + [(0, len(outline), 1)]
    door = mesh(
        np.concatenate([middle, outline]),
        faces,
        tone * 0.55,
        normals=np.tile([0.0, 0.0, 1.0], (len(outline) + 1, 1)),
    )
    steps = boxes(
        [(2.5, 0.3, -1.5), (3.0, 0.55, -1.9)], [(1.1, 0.6, 1.0), (1.1, 1.1, 1.0)], tone * 0.85
    )
    whole = join([disc, door, steps])
    return moved(whole, scale=size)


def _pots(brief: Brief, size: float) -> list[Placed]:
    """Return plants at the picture's edges, as a hint of a place."""
    if entries.find("potted plant") is None or not brief.allows("plant", "plants", "potted plant"):
        return []
    plant = model("potted plant")
    scale = size * 1.15
    spots = ((-3.5, -1.3, 0.9), (3.0, -0.9, 0.7))
    return [put(plant, (x * size, 0, z * size), yaw=x, scale=scale * k) for x, z, k in spots]
