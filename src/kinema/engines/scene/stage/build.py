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
from kinema.engines.scene.stage.sets.alley import alley
from kinema.engines.scene.stage.sets.aquarium import aquarium
from kinema.engines.scene.stage.sets.beach import beach
from kinema.engines.scene.stage.sets.bridge import bridge
from kinema.engines.scene.stage.sets.campsite import campsite
from kinema.engines.scene.stage.sets.castle import castle
from kinema.engines.scene.stage.sets.cave import cave
from kinema.engines.scene.stage.sets.concert import stage
from kinema.engines.scene.stage.sets.deep import underwater
from kinema.engines.scene.stage.sets.desert import desert
from kinema.engines.scene.stage.sets.fairground import fairground
from kinema.engines.scene.stage.sets.farm import farm
from kinema.engines.scene.stage.sets.fields import golf_course, hills, meadow, savanna
from kinema.engines.scene.stage.sets.forest import forest
from kinema.engines.scene.stage.sets.garden import garden
from kinema.engines.scene.stage.sets.graveyard import graveyard
from kinema.engines.scene.stage.sets.harbour import harbour
from kinema.engines.scene.stage.sets.house import house
from kinema.engines.scene.stage.sets.iceberg import iceberg
from kinema.engines.scene.stage.sets.jungle import jungle
from kinema.engines.scene.stage.sets.lake import lake
from kinema.engines.scene.stage.sets.lighthouse import lighthouse
from kinema.engines.scene.stage.sets.marsh import marsh
from kinema.engines.scene.stage.sets.moon import moon
from kinema.engines.scene.stage.sets.mountain import mountain
from kinema.engines.scene.stage.sets.palace import palace
from kinema.engines.scene.stage.sets.park import park
from kinema.engines.scene.stage.sets.playground import playground
from kinema.engines.scene.stage.sets.pool import pool
from kinema.engines.scene.stage.sets.river import river
from kinema.engines.scene.stage.sets.road import road
from kinema.engines.scene.stage.sets.rooftop import rooftop
from kinema.engines.scene.stage.sets.rooms import ROOMS
from kinema.engines.scene.stage.sets.sea import sea
from kinema.engines.scene.stage.sets.sky import sky
from kinema.engines.scene.stage.sets.snowy import ski_slope, snow
from kinema.engines.scene.stage.sets.space import space
from kinema.engines.scene.stage.sets.stadium import stadium
from kinema.engines.scene.stage.sets.studio import studio
from kinema.engines.scene.stage.sets.subway import subway
from kinema.engines.scene.stage.sets.temple import temple
from kinema.engines.scene.stage.sets.tower import tower
from kinema.engines.scene.stage.sets.town import city
from kinema.engines.scene.stage.sets.village import village
from kinema.engines.scene.stage.sets.volcano import volcano
from kinema.engines.scene.stage.sets.waterfall import waterfall
from kinema.engines.scene.stage.sets.windmill import windmill

Builder = Callable[[Brief], Place]

BUILDERS: Mapping[str, Builder] = MappingProxyType(
    {
        "forest": forest,
        "meadow": meadow,
        "hills": hills,
        "savanna": savanna,
        "golf course": golf_course,
        "mountain": mountain,
        "volcano": volcano,
        "desert": desert,
        "snow": snow,
        "ski slope": ski_slope,
        "iceberg": iceberg,
        "city": city,
        "lake": lake,
        "sea": sea,
        "beach": beach,
        "underwater": underwater,
        "moon": moon,
        "space": space,
        "sky": sky,
        "garden": garden,
        "park": park,
        "playground": playground,
        "campsite": campsite,
        "house": house,
        "graveyard": graveyard,
        "river": river,
        "waterfall": waterfall,
        "marsh": marsh,
        "jungle": jungle,
        "stage": stage,
        "studio": studio,
        "aquarium": aquarium,
        "pool": pool,
        "subway": subway,
        "cave": cave,
        "road": road,
        "bridge": bridge,
        "rooftop": rooftop,
        "alley": alley,
        "village": village,
        "fairground": fairground,
        "harbour": harbour,
        "stadium": stadium,
        "castle": castle,
        "palace": palace,
        "temple": temple,
        "tower": tower,
        "windmill": windmill,
        "farm": farm,
        "lighthouse": lighthouse,
        **{kind: partial(interior, room) for kind, room in ROOMS.items()},
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
