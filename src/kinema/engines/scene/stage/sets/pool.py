"""An indoor swimming pool."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Water
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import floors
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.land import Values
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.hall import indoor
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting

PALE, TURQUOISE = (0.34, 0.38, 0.39), (0.20, 0.50, 0.58)


def pool(brief: Brief) -> Place:
    """Build an indoor swimming pool: lanes, tiles, tall windows; heroes are on its near edge."""
    wide = max(9.0, brief.clear * 2.5)
    back = -max(22.0, brief.clear * 6)
    shell = Shell(left=-wide, right=wide, back=back, front=12.0, height=7.0)
    edge = -(brief.clear + 0.9)
    lanes = np.linspace(-wide + 2.2, wide - 2.2, 7)
    between = (lanes[:-1] + lanes[1:]) / 2
    deck = floors.tiles(replace(shell, back=edge), ((0.26, 0.29, 0.30), (0.36, 0.39, 0.40)))
    starts = [(x, 0.28, edge + 0.45) for x in between if abs(x) > brief.clear * 0.9]
    scenery = [
        here("deck", deck),
        here("basin", _basin(wide, back, edge, between), shadow=False),
        here("lanes", _ropes(lanes, back, edge), shadow=False),
        here("walls", _walls(wide, back, dark=brief.lamps), shadow=False),
        here("blocks", boxes(starts, (0.5, 0.56, 0.5), (0.05, 0.16, 0.36))),
    ]
    lights = [(s * wide * 0.5, 5.8, z, 0.5, 0.55, 0.6, 6.0) for s in (-1, 1) for z in (-3.0, -12.0)]
    place = indoor(brief, scenery, shell, lights, drifting(brief.seed, drift.DUST, strength=0.4))
    water = Water(level=-0.16, wave=0.12, deep=(0.02, 0.20, 0.26), shallow=(0.06, 0.36, 0.42))
    return replace(place, water=water, extent=30.0)


def _basin(wide: float, back: float, edge: float, between: Values) -> Mesh:
    """Return the bottom with its lines, and the sides."""
    middle, length = (edge + back) / 2, edge - back
    lines = [(x, -1.78, middle) for x in between]
    sides = [(s * (wide - 1), -0.95, middle) for s in (-1, 1)]
    return join(
        [
            boxes([(0, -1.9, middle)], [(wide * 2 - 4, 0.2, length - 4)], TURQUOISE),
            boxes(lines, (0.28, 0.05, length - 8), (0.03, 0.10, 0.22)),
            boxes(sides, (2.0, 1.9, length), PALE),
            boxes([(0, -0.95, back + 1)], [(wide * 2, 1.9, 2)], PALE),
            boxes([(0, -0.95, edge + 0.1)], [(wide * 2, 1.86, 0.2)], (0.30, 0.55, 0.60)),
        ]
    )


def _ropes(lanes: Values, back: float, edge: float) -> Mesh:
    """Return lane ropes of red and white floats."""
    z = np.arange(back + 2.4, edge - 0.3, 0.34)
    red = (np.arange(len(z)) // 3 % 2)[:, None] > 0
    tones = np.where(red, np.array([0.62, 0.06, 0.05]), np.array([0.75, 0.75, 0.73]))
    rows = [np.stack([0 * z + x, 0 * z - 0.13, z], 1) for x in lanes[1:-1]]
    return join([boxes(row, (0.12, 0.1, 0.3), tones) for row in rows])


def _walls(wide: float, back: float, *, dark: bool) -> Mesh:
    """Return walls with tall windows, and the ceiling with its beams."""
    side = [(s * (wide - 0.02), 4.0, z) for s in (-1, 1) for z in np.arange(back + 2, 6, 3.2)]
    end = [(x, 4.0, back + 0.03) for x in np.linspace(-wide + 2, wide - 2, 5)]
    glow = (0.06, 0.08, 0.13) if dark else (0.75, 0.9, 1.05)
    beams = [(0, 6.7, z) for z in np.arange(back, 8, 3.2)]
    paint = (0.26, 0.33, 0.37)
    return join(
        [
            boxes([(0, 3.5, back - 0.1)], [(wide * 2, 7, 0.2)], paint),
            boxes([(s * (wide + 0.1), 3.5, 0) for s in (-1, 1)], (0.2, 7, 60), paint),
            boxes([(0, 7.1, -5)], [(wide * 2, 0.2, 60)], (0.30, 0.32, 0.33)),
            boxes(beams, (wide * 2, 0.5, 0.3), (0.45, 0.48, 0.5)),
            boxes(side, (0.06, 3.4, 2.3), glow, material=Material.EMISSIVE),
            boxes(end, (2.6, 3.4, 0.06), glow, material=Material.EMISSIVE),
        ]
    )
