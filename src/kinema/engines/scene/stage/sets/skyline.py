"""High-rises in the distance."""

import math

from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import facade
from kinema.engines.scene.stage.dress.facade import House, house
from kinema.engines.scene.stage.kit import put, solid


def skyline(brief: Brief, foot: float, away: float) -> list[Placed]:
    """Return a row of high-rises in the distance."""
    random = brief.chance("skyline")
    tones = (
        facade.BY_NIGHT
        if brief.lamps
        else ((0.26, 0.32, 0.40), (0.40, 0.42, 0.46), (0.50, 0.46, 0.42))
    )
    kinds = [
        solid(
            "tower",
            house(
                random,
                House(
                    width=float(random.uniform(14, 22)),
                    depth=16,
                    height=float(random.uniform(45, 120)),
                    wall=tones[n % len(tones)],
                    lit=0.45 if brief.lamps else 0.0,
                    shop=False,
                    detail=0.0,
                    pitch=2.8,
                    storey=4.0,
                ),
            ),
        )
        for n in range(5)
    ]
    placed = []
    for n in range(26):
        angle = (n - 12.5) * 0.068 + float(random.normal(0, 0.012))
        reach = away * float(random.uniform(0.85, 1.25))
        placed.append(
            put(
                kinds[n % 5],
                (math.sin(angle) * reach, foot, -math.cos(angle) * reach),
                yaw=-math.pi / 2,
                shadow=False,
                scale=float(random.uniform(0.7, 1.1)),
            )
        )
    return placed
