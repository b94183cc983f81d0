"""Scheme: the kind of scene, chosen by what the hero does and where."""

from enum import StrEnum

from kinema.engines.scene.graph import SceneGraph
from kinema.engines.scene.motion.body import Kind
from kinema.engines.scene.stage.place import Medium, Place

from .beats import Stretch, playing
from .cast import Part


class Scheme(StrEnum):
    """How hero and camera share the space."""

    STAY = "stay"  # the hero stays; the camera looks on
    TRAVEL = "travel"  # the hero goes on and on; the camera goes with it
    PASS = "pass"  # noqa: S105 - the hero passes by; the camera stays and turns
    APPROACH = "approach"  # the hero comes from afar, straight at the camera
    ROAM = "roam"  # the hero wanders in the air or the water before the camera
    VIEW = "view"  # there is no hero; the place is what is seen


SMALL = 0.6
"""Metres under which a thing is filmed as on a table-top."""

APPROACHES = ("approach",)
GOING = frozenset(
    {"walk", "run", "gallop", "crawl", "ski", "skate", "push", "pull", "pedal", "ride"}
)
PASSING = frozenset({"drive", "sail", "row", "surf", "leave", "enter"})
ROAMING = frozenset({"swim", "fly", "glide", "orbit", "float"})
RIDDEN: dict[Kind, str] = {
    Kind.QUADRUPED: "gallop",
    Kind.WINGED: "fly",
    Kind.BIRD: "walk",
    Kind.FISH: "swim",
    Kind.INSECT: "fly",
    Kind.WHEELS: "drive",
    Kind.BOAT: "sail",
    Kind.AIRCRAFT: "fly",
    Kind.BIPED: "walk",
    Kind.RIGID: "glide",
}
"""What a mount does when only its rider's action was said."""

STREETS = frozenset({"city", "alley", "village", "bridge", "road", "house", "harbour"})


def scheme(graph: SceneGraph, place: Place, hero: Part | None, plan: tuple[Stretch, ...]) -> Scheme:
    """Return the scheme of a film."""
    if hero is None:
        return Scheme.VIEW
    if playing(plan, *APPROACHES):
        return Scheme.APPROACH
    if place.scale == "table-top" or (place.table is not None and max(hero.size) < SMALL):
        return Scheme.STAY
    action = next((stretch.name for stretch in plan if stretch.name != "appear"), "idle")
    if action in ROAMING:
        return _roaming(action, place, hero)
    if action in PASSING:
        return _passing(action, graph)
    hopping = action == "hop" and hero.alive
    return Scheme.TRAVEL if action in GOING or hopping else Scheme.STAY


def _passing(action: str, graph: SceneGraph) -> Scheme:
    """A car is passed by the viewer in town and followed in the country; boats pass."""
    on_the_road = action == "drive" and graph.setting.kind not in STREETS
    return Scheme.TRAVEL if on_the_road or graph.camera.follow else Scheme.PASS


def _roaming(action: str, place: Place, hero: Part) -> Scheme:
    if action in ("float", "orbit"):
        return Scheme.ROAM
    if place.indoor or place.medium is Medium.SPACE:
        return Scheme.ROAM
    if hero.body.kind is Kind.FISH or place.medium is Medium.UNDERWATER:
        return Scheme.ROAM
    return Scheme.TRAVEL
