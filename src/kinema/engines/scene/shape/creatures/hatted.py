"""Hats and glasses on heads that are not a person's: a cat in sunglasses, a penguin in a scarf."""

from dataclasses import replace

from kinema.engines.scene.shape.creatures.biped.cloth import Worn
from kinema.engines.scene.shape.creatures.biped.shape import Person, body
from kinema.engines.scene.shape.creatures.biped.wear import chosen
from kinema.engines.scene.shape.creatures.draft import Draft
from kinema.engines.scene.shape.part import Point

PLACES = ("head", "face", "neck")


def put_on(
    draft: Draft, head: Point, radius: float, outfit: tuple[str, ...], *, throat: Point
) -> None:
    """Add what of an outfit goes on head, face and neck; an animal wears no more.

    Args:
        draft: Has the bone ``head``.
        head: Middle of the skull.
        radius: Of the skull.
        outfit: As a person's.
        throat: Where a scarf lies.
    """
    figure = replace(
        body(Person()), radius=radius, head=head, neck=throat[1], chest=throat[1] - 0.9 * radius
    )
    aside = Draft(bones={"head": (None, head), "chest": (None, throat)})
    for place, (garment, colour) in chosen(outfit).items():
        if place in PLACES:
            wide = replace(figure, radius=1.26 * radius) if place == "face" else figure
            garment.make(Worn(draft=aside, body=wide, colour=colour, skin=colour))
    draft.skins += aside.skins
    draft.solids += [
        solid if solid.bones == ("head",) else replace(solid, bones=("neck",))
        for solid in aside.solids
        if solid.bones == ("head",) or "neck" in draft.bones
    ]
