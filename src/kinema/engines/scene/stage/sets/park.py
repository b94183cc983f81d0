"""A city park."""

import math
from dataclasses import replace

from kinema.engines.scene.stage.backdrop import FOOTHILLS
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import foliage, street, undergrowth
from kinema.engines.scene.stage.kit import put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.outdoors import GRAVEL, add, lamplight
from kinema.engines.scene.stage.sets.palace import fountain


def park(brief: Brief) -> Place:
    """Build a city park: lawn and path, benches, lanterns, old trees, houses beyond."""
    spec = Country(
        roll=0.7, soil=GREEN, track=GRAVEL, bend=1.0, sward=undergrowth.LAWN, blades=15000,
        flowers=(undergrowth.DAISY, undergrowth.BUTTERCUP), blooms=260,
        plantings=(*broadleaves(brief, height=8.5),
            shrubs(foliage.BY_SEASON[brief.season][0], count=24)),
        ranges=(replace(FOOTHILLS, height=34, foot=(0.045, 0.085, 0.025),
            rock=(0.06, 0.10, 0.03)),),
    )  # fmt: skip
    place = country(spec, brief)
    side = max(1.7, brief.clear * 0.75 + 1.1)
    bench, lamp = solid("bench", street.bench()), solid("lantern", street.lantern(lit=brief.lamps))
    built = []
    spots = [(s * side, -3.0 - n * 7.0 - brief.clear) for n in range(4) for s in (-1, 1)]
    for n, (x, z) in enumerate(spots):
        y = place.height(x, z)
        built.append(
            put(
                lamp if n % 2 else bench, (x, y, z), yaw=-math.copysign(1.2, x) if n % 2 == 0 else 0
            )
        )
    lamps = [spot for n, spot in enumerate(spots) if n % 2]
    if brief.wants("fountain") or brief.freedom > 0.6:
        built.append(
            put(solid("fountain", fountain()), (-5.5 - brief.clear, 0.0, -15.0), scale=1.3)
        )
    return replace(
        add(place, built), weather=small_life(brief), lights=lamplight(lamps, on=brief.lamps)
    )
