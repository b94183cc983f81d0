"""An underground platform."""

from dataclasses import replace

import numpy as np

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Material, Mesh
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import floors
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.shell import Shell
from kinema.engines.scene.stage.kit import here, put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.hall import indoor
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting


def subway(brief: Brief) -> Place:
    """Build an underground platform: tiled vault, columns, benches, a train at its edge."""
    edge = -(brief.clear * 0.9 + 2.0)
    shell = Shell(left=-22, right=22, back=edge - 5.2, front=max(7.0, brief.clear * 4), height=4.6)
    tile = ((0.44, 0.45, 0.43), (0.56, 0.57, 0.55))
    random = brief.chance("subway")
    wall_x, wall_y = np.meshgrid(np.arange(-22, 22, 0.6), np.arange(0.2, 4.4, 0.3), indexing="ij")
    bricks = np.stack([wall_x.ravel(), wall_y.ravel(), np.full(wall_x.size, shell.back + 0.05)], 1)
    tone = random.uniform(0.82, 1.0, (wall_x.size, 1)) * np.array([0.62, 0.62, 0.58])
    band = np.abs(bricks[:, 1] - 2.9) < 0.2
    tone[band] = np.array([0.05, 0.20, 0.36])
    posts = np.array(
        [(x, 2.3, edge + 1.0) for x in np.arange(-18, 19, 6.0) if abs(x) > brief.clear + 0.6]
    )
    lamps = [(x, 4.35, edge + 0.6) for x in np.arange(-20, 21, 4.0)]
    scenery = [
        here("platform", floors.tiles(replace(shell, back=edge), tile, size=0.5), shadow=False),
        here("structure", join([
            boxes(bricks, (0.585, 0.285, 0.06), tone, material=Material.GLOSSY),
            boxes([(0, -0.55, edge - 0.1)], [(44, 1.1, 0.2)], (0.2, 0.2, 0.2)),
            boxes([(0, 0.012, edge + 0.35)], [(44, 0.02, 0.45)], (0.66, 0.48, 0.05)),
            boxes([(0, -1.15, edge - 2.6)], [(44, 0.1, 5)], (0.05, 0.048, 0.045)),
            boxes([(0, -1.02, edge - 1.7), (0, -1.02, edge - 3.2)], (44, 0.14, 0.09),
                (0.30, 0.30, 0.31)),
            boxes([(0, 4.75, 0)], [(44, 0.3, 22)], (0.30, 0.31, 0.32)),
            boxes(posts, (0.42, 4.6, 0.42), (0.10, 0.24, 0.36), material=Material.GLOSSY),
            boxes(lamps, (1.9, 0.08, 0.22), (2.6, 2.7, 2.6), material=Material.EMISSIVE),
            boxes([(s * 3.4 * max(1, brief.clear / 1.5) + s * 1.5, 0.45, edge + 2.3)
                for s in (-1, 1)], (1.9, 0.08, 0.45), (0.28, 0.15, 0.07)),
            boxes([(-1.0, 3.45, edge + 0.9)], [(4.2, 0.55, 0.12)], (0.02, 0.02, 0.025)),
            boxes([(-1.0 + 0.42 * n, 3.45, edge + 0.97) for n in range(-3, 4)], (0.3, 0.2, 0.02),
                (2.4, 1.4, 0.2), material=Material.EMISSIVE),
        ])),
        here("tracks", boxes([(x, -1.1, edge - 2.5) for x in np.arange(-21, 22, 0.8)], (0.22, 0.1,
            2.4), (0.07, 0.05, 0.04)), shadow=False),
    ]  # fmt: skip
    lights = [(x, 3.8, edge + 0.8, 1.2, 1.25, 1.2, 3.2) for x in (-8.0, -4.0, 0.0, 4.0, 8.0)]
    lights.append((0.0, 3.8, 3.0, 1.0, 1.0, 0.95, 3.2))
    place = indoor(brief, scenery, shell, lights, drifting(brief.seed, drift.DUST, strength=0.4))
    if not brief.allows("train"):
        return place
    train = solid("train", _train())

    def arriving(time: float) -> tuple[Placed, ...]:
        gone = max(0.0, 4.2 - time)
        return (put(train, (-1.5 - 1.6 * gone**2, -0.98, edge - 2.45)),)

    return replace(place, extras=arriving, cross=((-14.0, 0.0, 0.0), (14.0, 0.0, 0.0)))


def _train() -> Mesh:
    """Return two cars of an underground train along x, their floor at platform height."""
    parts = []
    for start in (-13.2, 0.2):
        middle = start + 6.4
        parts.append(
            boxes(
                [(middle, 1.95, 0)],
                [(12.8, 2.9, 2.6)],
                (0.50, 0.52, 0.54),
                material=Material.GLOSSY,
            )
        )
        parts.append(
            boxes(
                [(middle, 0.85, 0)],
                [(12.82, 0.5, 2.63)],
                (0.48, 0.04, 0.04),
                material=Material.GLOSSY,
            )
        )
        parts.append(boxes([(middle, 3.45, 0)], [(12.4, 0.25, 2.1)], (0.30, 0.31, 0.33)))
        panes = [(start + 1.1 + 1.52 * n, 2.3, s * 1.31) for n in range(8) for s in (-1, 1)]
        parts.append(boxes(panes, (1.1, 0.95, 0.05), (1.5, 1.35, 1.0), material=Material.EMISSIVE))
        doors = [(start + 1.9 + 3.05 * n, 1.95, s * 1.32) for n in range(4) for s in (-1, 1)]
        parts.append(boxes(doors, (0.07, 2.5, 0.05), (0.10, 0.10, 0.11)))
        parts.append(
            boxes([(start + d, 0.35, 0) for d in (2.2, 10.6)], (2.2, 0.6, 2.0), (0.04, 0.04, 0.045))
        )
    parts.append(
        boxes([(13.03, 2.3, 0)], [(0.06, 1.0, 1.9)], (0.05, 0.06, 0.08), material=Material.GLOSSY)
    )
    parts.append(
        boxes(
            [(13.05, 1.0, s * 0.8) for s in (-1, 1)],
            (0.08, 0.22, 0.36),
            (6.0, 5.4, 4.2),
            material=Material.EMISSIVE,
        )
    )
    return join(parts)
