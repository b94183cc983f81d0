"""What places known by one building share."""

from dataclasses import replace

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.stage.place import Place

PAVING: tuple[Rgb, Rgb] = ((0.22, 0.195, 0.16), (0.36, 0.325, 0.27))


def with_landmark(place: Place, placed: list[Placed], at: tuple[float, float, float]) -> Place:
    """Return the place with its building, which a wide picture should show."""
    return replace(place, scenery=(*place.scenery, *placed), landmark=at)
