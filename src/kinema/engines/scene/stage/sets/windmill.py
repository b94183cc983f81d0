"""A windmill beside fields of tulips."""

from dataclasses import replace

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.mesh import join, moved, rotation
from kinema.engines.scene.shape.model import Mesh, Model
from kinema.engines.scene.shape.primitives import cone, lathe
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.countryside import Country, country
from kinema.engines.scene.stage.dress import beacons, foliage
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.kit import matrix, put, solid
from kinema.engines.scene.stage.place import Place
from kinema.engines.scene.stage.sets.fields import GREEN, HILLS, broadleaves, shrubs, small_life
from kinema.engines.scene.stage.sets.landmark import with_landmark


def windmill(brief: Brief) -> Place:
    """Build a mill with turning sails beside fields of tulips; or turbines."""
    away = 31.0 + brief.clear * 2.5
    flowers = ((0.82, 0.08, 0.06), (0.88, 0.55, 0.05), (0.86, 0.32, 0.5), (0.5, 0.12, 0.5))
    autumn = brief.season == "autumn"
    spec = Country(
        roll=0.5, soil=GREEN, flowers=() if autumn else flowers, blooms=1500, bloom_size=0.05,
        bloom_height=0.34,
        track=(0.38, 0.30, 0.2), plantings=(*broadleaves(brief)[1:],
            shrubs(foliage.BY_SEASON[brief.season][0])),
        ranges=(HILLS,),
    )  # fmt: skip
    place = country(spec, brief)
    turbines = brief.wants("turbines", "wind farm", "wind turbine")
    body = solid("mill", _turbine() if turbines else beacons.mill())
    blades = solid("sails", _blades() if turbines else beacons.sails())
    spots = (
        [(7.0, -away)]
        if not turbines
        else [(-26.0, -away * 2.6), (4.0, -away * 2.0), (30.0, -away * 3.0), (-4.0, -away * 4.2)]
    )
    hub = (30.0, 0.9) if turbines else (9.3, 2.5)
    built = [put(body, (x, place.height(x, z), z)) for x, z in spots]

    def extras(time: float) -> tuple[Placed, ...]:
        return tuple(
            _sail(blades, x, place.height(x, z) + hub[0], z + hub[1], time * 0.9 + n)
            for n, (x, z) in enumerate(spots)
        )

    place = with_landmark(place, built, (spots[0][0], 7.0, spots[0][1]))
    return replace(place, extras=extras, weather=small_life(brief))


def _sail(blades: Model, x: float, y: float, z: float, angle: float) -> Placed:
    return Placed(model=blades, bones=matrix((x, y, z), rotation(0, 0, -angle)))


def _turbine() -> Mesh:
    white: Rgb = (0.76, 0.77, 0.78)
    return join(
        [
            cone((0, -1, 0), (0, 30, 0), 1.0, 0.55, white, sides=14),
            boxes([(0, 30.1, 0)], [(1.1, 1.2, 2.4)], white),
        ]
    )


def _blades() -> Mesh:
    white: Rgb = (0.76, 0.77, 0.78)
    one = lathe([(0.0, 0.3), (0.42, 1.6), (0.34, 6), (0.12, 15.5), (0.0, 16)], white, sides=6)
    flat = moved(one, scale=(1.0, 1.0, 0.3))
    return join([moved(flat, turn=rotation(0, 0, n * 2.0944)) for n in range(3)])
