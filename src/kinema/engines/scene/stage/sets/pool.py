"""An indoor swimming pool."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Water
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import floors
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.kit import here
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.hall import indoor
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting


def pool(brief: Brief) -> Place:
    """Build an indoor swimming pool: lanes, tiles, tall windows; heroes are on its near edge."""
    wide = max(9.0, brief.clear * 2.5)
    back = -max(22.0, brief.clear * 6)
    shell = Shell(left=-wide, right=wide, back=back, front=12.0, height=7.0)
    edge = -(brief.clear + 0.9)
    deck = floors.tiles(replace(shell, back=edge), ((0.26, 0.29, 0.30), (0.36, 0.39, 0.40)))
    x = np.linspace(-wide + 2.2, wide - 2.2, 7)
    tile = (0.20, 0.50, 0.58)
    lines = [(u, -1.78, (edge + back) / 2) for u in (x[:-1] + x[1:]) / 2]
    floats = []
    for u in x[1:-1]:
        z = np.arange(back + 2.4, edge - 0.3, 0.34)
        tones = np.where(
            (np.arange(len(z)) // 3 % 2)[:, None] > 0,
            np.array([0.62, 0.06, 0.05]),
            np.array([0.75, 0.75, 0.73]),
        )
        floats.append(
            boxes(
                np.stack([np.full(len(z), u), np.full(len(z), -0.13), z], 1),
                (0.12, 0.1, 0.3),
                tones,
            )
        )
    windows = [
        (s * (wide - 0.02), 4.0, z) for s in (-1, 1) for z in np.arange(back + 2, 6, 3.2)
    ] + [(u, 4.0, back + 0.03) for u in np.linspace(-wide + 2, wide - 2, 5)]
    sizes = [(0.06, 3.4, 2.3)] * (len(windows) - 5) + [(2.6, 3.4, 0.06)] * 5
    glow = (0.06, 0.08, 0.13) if brief.lamps else (0.75, 0.9, 1.05)
    scenery = [
        here("deck", deck),
        here("basin", join([
            boxes([(0, -1.9, (edge + back) / 2)], [(wide * 2 - 4, 0.2, edge - back - 4)], tile),
            boxes(lines, (0.28, 0.05, edge - back - 8), (0.03, 0.10, 0.22)),
            boxes([(s * (wide - 1), -0.95, (edge + back) / 2) for s in (-1, 1)],
                (2.0, 1.9, edge - back), (0.34, 0.38, 0.39)),
            boxes([(0, -0.95, back + 1)], [(wide * 2, 1.9, 2)], (0.34, 0.38, 0.39)),
            boxes([(0, -0.95, edge + 0.1)], [(wide * 2, 1.86, 0.2)], (0.30, 0.55, 0.60)),
        ]), shadow=False),
        here("lanes", join(floats), shadow=False),
        here("walls", join([
            boxes([(0, 3.5, back - 0.1)], [(wide * 2, 7, 0.2)], (0.26, 0.33, 0.37)),
            boxes([(s * (wide + 0.1), 3.5, 0) for s in (-1, 1)], (0.2, 7, 60), (0.26, 0.33, 0.37)),
            boxes([(0, 7.1, -5)], [(wide * 2, 0.2, 60)], (0.30, 0.32, 0.33)),
            boxes([(0, 6.7, z) for z in np.arange(back, 8, 3.2)], (wide * 2, 0.5, 0.3),
                (0.45, 0.48, 0.5)),
            boxes(windows, sizes, glow, material=Material.EMISSIVE),
        ]), shadow=False),
        here("blocks", join([boxes([(u, 0.28, edge + 0.45)], [(0.5, 0.56, 0.5)], (0.05, 0.16,
            0.36)) for u in (x[:-1] + x[1:]) / 2 if abs(u) > brief.clear * 0.9])),
    ]  # fmt: skip
    lights = [(s * wide * 0.5, 5.8, z, 0.5, 0.55, 0.6, 6.0) for s in (-1, 1) for z in (-3.0, -12.0)]
    place = indoor(brief, scenery, shell, lights, drifting(brief.seed, drift.DUST, strength=0.4))
    return replace(
        place,
        water=Water(level=-0.16, wave=0.12, deep=(0.02, 0.20, 0.26), shallow=(0.06, 0.36, 0.42)),
        extent=30.0,
    )
