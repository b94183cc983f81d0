"""From a request to a scene graph: pure, and the same for the same request."""

from collections.abc import Sequence, Set
from dataclasses import replace

from kinema.engines.scene.graph import Link, SceneGraph, Setting, Thing
from kinema.video import VideoRequest

from .beats import beats
from .camera import shot
from .casting import Casting
from .chunks import Chunk, chunks
from .clauses import Sentences, sentences
from .deeds import deeds
from .ladder import LIVING, is_a
from .lexicon import lexicon
from .negative import Forbidden, forbidden
from .place import ANYWHERE, implied_by_noun, setting
from .roles import Role
from .tags import foreign, strange, tags
from .text import LATIN, tokens


def understand(request: VideoRequest) -> SceneGraph:
    """Return what a request asks to be seen.

    Whatever the prompt, there is a scene; what it could not show is in ``unresolved``.
    """
    phrases = chunks(tokens(request.prompt), lexicon())
    told = sentences(tags(phrases))
    found = deeds(told)
    banned = forbidden(request.negative_prompt, found.negative, found.roles)
    roles = [role for role in found.roles.by_id.values() if not banned.covers(role.phrase.noun)]
    made = {thing.id: thing for thing in found.roles.things()}
    kept = {role.id for role in roles}
    things = [_without_lost_target(made[role.id], kept) for role in roles]
    actors = tuple(thing for role, thing in zip(roles, things, strict=True) if role.actor)
    props = tuple(thing for role, thing in zip(roles, things, strict=True) if not role.actor)
    return SceneGraph(
        duration=request.seconds,
        aspect_ratio=_ratio(request),
        seed=request.seed,
        setting=_setting(found, told, roles, banned),
        style=_style(told, banned),
        actors=actors,
        props=props,
        relations=tuple(
            Link(a=a, relation=relation, b=b)
            for a, relation, b in found.roles.links
            if a in kept and b in kept
        ),
        beats=beats(roles, request.seconds),
        camera=shot(told.whole, request.camera, flies=found.flies),
        mood=_mood(found, told, actors),
        negative=banned.words,
        unresolved=_unresolved(found, phrases),
        cfg_scale=request.cfg_scale,
    )


RATIOS = ("16:9", "9:16", "1:1")


def _ratio(request: VideoRequest) -> str:
    shape = request.width / request.height
    return RATIOS[0] if shape > 1.2 else RATIOS[1] if shape < 0.84 else RATIOS[2]


def _setting(found: Casting, told: Sentences, roles: Sequence[Role], banned: Forbidden) -> Setting:
    features = [word for word in found.features if not banned.covers(word)]
    whole = [tag for tag in told.whole if not banned.covers(tag.value)]
    places = [place for place in found.places if not banned.covers(place[1])]
    if not places:
        kind = _implied(found, roles, whole_kinds=[tag.kind for tag in whole])
        return setting(kind, said=False, whole=whole, features=features)
    kind = places[0][0]
    features += [noun for _, noun in places if noun != kind]
    kind = _depth(kind, roles)
    return setting(kind, said=True, whole=whole, features=features)


def _depth(kind: str, roles: Sequence[Role]) -> str:
    """Go under water with what lives there."""
    under = roles and roles[0].found.kind == "fish" and roles[0].swims
    return "underwater" if kind in WATERS and under and not _afloat(roles) else kind


def _afloat(roles: Sequence[Role]) -> bool:
    return any(r.found.kind == "vessel" and not is_a(r.phrase.noun, "submarine") for r in roles)


WATERS = frozenset({"sea", "lake", "river"})


def _implied(found: Casting, roles: Sequence[Role], *, whole_kinds: Sequence[str]) -> str:
    """Choose a place that fits who is there: what is done first, then the hero, then hints.

    What flies comes to the place of the others, who cannot stand in the sky.
    """
    if found.hints:
        return found.hints[0]
    heroes = sorted(roles, key=lambda role: role.found.kind not in LIVING)
    places = [place for role in heroes if (place := implied_by_noun(role.phrase.noun))]
    if places:
        place = next((place for place in places if place != "sky"), "sky")
        return "sea" if place == "underwater" and _afloat(roles) else place
    return "sky" if "weather" in whole_kinds or "feature" in whole_kinds else ANYWHERE


def _without_lost_target(thing: Thing, kept: Set[str]) -> Thing:
    """Let go of a target that is forbidden itself."""
    return thing if thing.target in kept else replace(thing, target=None)


def _style(told: Sentences, banned: Forbidden) -> str:
    styles = [tag.value for tag in told.whole if tag.kind == "style"]
    named = [style for style in styles if style != "cinematic" and not banned.covers(style)]
    return named[0] if named else "cinematic"


def _mood(found: Casting, told: Sentences, actors: Sequence[Thing]) -> str | None:
    said = [tag.value for tag in told.whole if tag.kind == "scene mood"]
    hero = actors[0].mood if actors else None
    return found.mood or (said[0] if said else hero)


def _unresolved(found: Casting, phrases: Sequence[Chunk]) -> tuple[str, ...]:
    """Join the nouns without a form of their own and the words of other languages."""
    other = foreign(tuple(phrases))
    missed = [chunk.said for chunk in phrases if (other and strange(chunk)) or _scripted(chunk)]
    return tuple(dict.fromkeys([*found.roles.unresolved, *missed]))


def _scripted(chunk: Chunk) -> bool:
    """Whether a word is in another script than Latin."""
    return not chunk.senses and any(ord(c) > LATIN and c.isalpha() for c in chunk.said)
