"""Build the place that a setting asks for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from kinema.engines.scene.graph import Setting
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.events import over
from kinema.engines.scene.stage.interior import interior
from kinema.engines.scene.stage.light import light
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets import (
    cosmos,
    deep,
    fields,
    forest,
    gardens,
    halls,
    heights,
    landmarks,
    ports,
    rooms,
    snowy,
    town,
    waters,
    ways,
    wetlands,
)

Builder = Callable[[Brief], Place]

BUILDERS: Mapping[str, Builder] = MappingProxyType(
    {
        "forest": forest.forest,
        "meadow": fields.meadow,
        "hills": fields.hills,
        "savanna": fields.savanna,
        "golf course": fields.golf_course,
        "mountain": heights.mountain,
        "volcano": heights.volcano,
        "desert": heights.desert,
        "snow": snowy.snow,
        "ski slope": snowy.ski_slope,
        "iceberg": waters.iceberg,
        "city": town.city,
        "lake": waters.lake,
        "sea": waters.sea,
        "beach": waters.beach,
        "underwater": deep.underwater,
        "moon": cosmos.moon,
        "space": cosmos.space,
        "sky": cosmos.sky,
        "garden": gardens.garden,
        "park": gardens.park,
        "playground": gardens.playground,
        "campsite": gardens.campsite,
        "house": gardens.house,
        "graveyard": gardens.graveyard,
        "river": wetlands.river,
        "waterfall": wetlands.waterfall,
        "marsh": wetlands.marsh,
        "jungle": wetlands.jungle,
        "stage": halls.stage,
        "studio": halls.studio,
        "aquarium": halls.aquarium,
        "pool": halls.pool,
        "subway": halls.subway,
        "cave": halls.cave,
        "road": ways.road,
        "bridge": ways.bridge,
        "rooftop": ways.rooftop,
        "alley": ways.alley,
        "village": ways.village,
        "fairground": ways.fairground,
        "harbour": ports.harbour,
        "stadium": ports.stadium,
        "castle": landmarks.castle,
        "palace": landmarks.palace,
        "temple": landmarks.temple,
        "tower": landmarks.tower,
        "windmill": landmarks.windmill,
        "farm": landmarks.farm,
        "lighthouse": landmarks.lighthouse,
        **{kind: partial(interior, room) for kind, room in rooms.ROOMS.items()},
    }
)
"""The builder of every kind in `kinema.engines.scene.library.settings`."""

LEAST_CLEAR = 0.45
"""Metres that are free round the smallest hero."""


def place(
    setting: Setting,
    *,
    seed: int,
    cfg_scale: float = 0.5,
    things_radius: float = 3.0,
    negative: tuple[str, ...] = (),
    mood: str | None = None,
) -> Place:
    """Build a set: the same arguments give the same place, array for array.

    Args:
        setting: Kind, time, weather, season and features. A kind that is not in
            `kinema.engines.scene.library.settings` is an error of the caller.
        seed: Chooses between variants and places the dressing.
        cfg_scale: At 0 the set is dressed freely, at 1 with what was said and nothing else.
        things_radius: Metres round the origin that actors and props take up; the set is built
            round it, wider for a whale than for a cup. Below 0.6 m a place with a table films
            the table-top.
        negative: Words that must not be seen: ``people``, ``tree``, ``cloud`` …
        mood: Colours the light.

    Raises:
        KeyError: If the kind is unknown.
    """
    brief = Brief(
        setting=setting,
        palette=light(setting, mood=mood),
        seed=seed,
        clear=max(LEAST_CLEAR, things_radius * 1.15),
        freedom=1.0 - cfg_scale,
        forbidden=frozenset(word.lower() for word in negative),
    )
    built = BUILDERS[setting.kind](brief)
    return replace(built, weather=over(brief, built))
