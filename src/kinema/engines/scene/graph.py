"""The scene graph: what is to be seen, as frozen values. Nothing here knows pictures or meshes.

`kinema.engines.scene.language` makes it from words, `kinema.engines.scene.direct` films it.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from kinema.video import CameraMove


class Resolved(StrEnum):
    """Which step of the fallback ladder a noun ended at."""

    EXACT = "exact"
    SYNONYM = "synonym"
    HYPERNYM = "hypernym"
    GLYPH = "glyph"
    GENERIC = "generic"


class Relation(StrEnum):
    """Where one thing is with respect to another."""

    LEFT_OF = "left of"
    RIGHT_OF = "right of"
    ON = "on"
    UNDER = "under"
    ABOVE = "above"
    BELOW = "below"
    IN = "in"
    BEHIND = "behind"
    IN_FRONT_OF = "in front of"
    NEXT_TO = "next to"
    AT = "at"
    RIDING = "riding"
    HOLDING = "holding"
    WEARING = "wearing"
    TOWARDS = "towards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An actor or a prop.

    Attributes:
        id: Noun and number, such as ``cat1``; relations and beats refer to it.
        noun: The word as said, in the singular.
        object: Name of the entry in the object library that plays it.
        resolved: How ``object`` was found.
        count: How many of it stand in the scene, at least 1.
        colour: CSS-like name as said; None leaves the entry's own.
        size: ``tiny``, ``small``, ``large``, ``giant``; None is real size.
        mood: ``happy``, ``angry``, ``sad``, ``calm``, ``menacing`` …; None is neutral.
        material: ``wooden``, ``golden``, ``glass`` …; None leaves the entry's own.
        age: ``young`` or ``old``; None is grown-up.
        outfit: Things worn, as library names and colours: ``red hat``, ``astronaut suit``.
        action: Name of an animation clip (actors only); None stands idle.
        target: Id of the thing that the action is done with or to.
        verb: What the words call the action, where its clip has another name: ``play`` for
            ``play_keys``.
        tint: ``#rrggbb``, the colour of a word that is only a sort of ``object``, such as corgi;
            ``colour`` wins over it.
        metres: Greatest length of such a sort where it differs from that of ``object``.
        contents: What it is full of: ``coffee``.
        grafts: Parts of others that it bears, as ``wing of eagle``.
    """

    id: str
    noun: str
    object: str
    resolved: Resolved
    count: int = 1
    colour: str | None = None
    size: str | None = None
    mood: str | None = None
    material: str | None = None
    age: str | None = None
    outfit: tuple[str, ...] = ()
    action: str | None = None
    target: str | None = None
    verb: str | None = None
    tint: str | None = None
    metres: float | None = None
    contents: str | None = None
    grafts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """``a`` is at ``relation`` of ``b``; both are ids of things."""

    a: str
    relation: Relation
    b: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """What happens from ``start`` to ``end`` (seconds), as ``id.action`` events."""

    start: float
    end: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where and when.

    Attributes:
        kind: A name of `kinema.engines.scene.stage`: ``forest``, ``beach`` …
        time: ``dawn``, ``day``, ``golden hour``, ``sunset``, ``dusk``, ``night`` …
        weather: Any of ``clear``, ``clouds``, ``overcast``, ``rain``, ``snow``, ``fog``,
            ``storm``, ``wind``; the first leads.
        season: ``spring``, ``summer``, ``autumn``, ``winter`` or None.
        said: Whether the words named the place; else it was chosen to fit.
        features: Other words for the place or its events: ``neon``, ``fireworks``,
            ``timelapse``, ``window``, ``castle`` …
    """

    kind: str
    time: str = "day"
    weather: tuple[str, ...] = ("clear",)
    season: str | None = None
    said: bool = False
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """What was asked of the camera.

    Attributes:
        move: The axes and preset, of the request or else of the words.
        size: ``wide``, ``medium``, ``close``, ``extreme close`` or None to choose.
        angle: ``front``, ``side``, ``back``, ``aerial``, ``low``, ``high`` or None to choose.
        follow: Whether the camera travels with the hero (a tracking shot).
        from_prompt: Camera phrases found in the words, as said.
        effects: Any of ``shake``, ``steady``, ``smooth``, ``rack focus``, ``orbit``, ``forward``.
    """

    move: CameraMove = field(default_factory=CameraMove)
    size: str | None = None
    angle: str | None = None
    follow: bool = False
    from_prompt: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneGraph:
    """Everything that the film shows.

    Attributes:
        aspect_ratio: ``16:9``, ``9:16`` or ``1:1``.
        style: A name of `kinema scene vocabulary`: ``cinematic`` …
        actors: Things that act, the hero first.
        negative: What must not be seen, resolved to library names and words.
        unresolved: Words of the prompt that nothing in the picture stands for.
        cfg_scale: From 0, free art direction, to 1, to the letter.
    """

    duration: float
    aspect_ratio: str
    seed: int
    setting: Setting
    style: str = "cinematic"
    actors: tuple[Thing, ...] = ()
    props: tuple[Thing, ...] = ()
    relations: tuple[Link, ...] = ()
    beats: tuple[Beat, ...] = ()
    camera: Shot = field(default_factory=Shot)
    mood: str | None = None
    negative: tuple[str, ...] = ()
    unresolved: tuple[str, ...] = ()
    cfg_scale: float = 0.5
