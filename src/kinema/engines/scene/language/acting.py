"""What a verb means for who does it: the clip, and what it is done with."""

from collections.abc import Mapping

from kinema.engines.scene.graph import Relation
from kinema.engines.scene.library.words.table import group

from .ladder import LIVING, is_a, kind_of
from .verbs import Verb

PLAYED: tuple[tuple[str, Relation, tuple[str, ...]], ...] = (
    ("play_keys", Relation.HOLDING, ("accordion", "melodica")),
    ("play_keys", Relation.AT, ("piano", "synthesizer", "keyboard", "organ")),
    ("play_drums", Relation.AT, ("drum kit", "drum", "xylophone", "bongo", "tambourine")),
    ("play_wind", Relation.HOLDING, ("trumpet", "saxophone", "flute", "horn")),
    ("type", Relation.AT, ("turntable", "record player")),
    ("kick", Relation.NEXT_TO, ("soccer ball", "american football")),
    ("throw", Relation.HOLDING, ("ball", "basketball", "frisbee", "baseball", "volleyball")),
    ("work", Relation.AT, ("chessboard", "game controller", "playing card", "computer")),
    ("swing", Relation.ON, ("swing",)),
)
"""Clip and relation by what is played; the rest of the instruments are strung and held."""

TRAVELS: Mapping[str, str] = {
    "vehicle": "drive",
    "vessel": "sail",
    "aircraft": "fly",
    "fish": "swim",
}
"""How each kind goes, whatever the verb says."""

LEGGED = frozenset({"run", "walk", "gallop", "hop", "crawl", "climb", "drive", "glide", "roll"})

BY_CLIP: Mapping[str, Relation] = {
    "ride": Relation.RIDING,
    "pedal": Relation.RIDING,
    "row": Relation.RIDING,
    "surf": Relation.RIDING,
    "skate": Relation.RIDING,
    "ski": Relation.ON,
    "hold": Relation.HOLDING,
    "throw": Relation.HOLDING,
    "catch": Relation.HOLDING,
    "eat": Relation.HOLDING,
    "drink": Relation.HOLDING,
    "read": Relation.HOLDING,
    "lift": Relation.HOLDING,
    "play_strings": Relation.HOLDING,
    "play_wind": Relation.HOLDING,
    "drive": Relation.IN,
    "sail": Relation.IN,
    "sit": Relation.ON,
    "lie": Relation.ON,
    "sleep": Relation.ON,
    "climb": Relation.ON,
    "approach": Relation.TOWARDS,
    "kick": Relation.NEXT_TO,
    "hit": Relation.HOLDING,
    "push": Relation.NEXT_TO,
    "pull": Relation.NEXT_TO,
    "hug": Relation.NEXT_TO,
    "kiss": Relation.NEXT_TO,
    "pour": Relation.HOLDING,
}
"""Where the doer is with respect to what a clip is done with."""

HANDY = frozenset(
    {"food", "drink", "household", "tool", "instrument", "toy", "sport", "clothing", "plant"}
    | {"device"}
)
"""Kinds of things that fit into a hand, unless `BULKY`."""

BULKY = group("bulky")

SEATED = frozenset({"vehicle", "vessel", "aircraft"})


def handy(noun: str) -> bool:
    """Whether a person can hold one."""
    return kind_of(noun) in HANDY and not is_a(noun, *BULKY)


def name_of(verb: Verb, clip: str) -> str:
    """Return what the action is called: a car does not run, it drives."""
    return clip if verb.clip in LEGGED and clip in TRAVELS.values() else verb.name


def clip_of(verb: Verb, doer: str, done_to: str | None) -> str:
    """Return the clip by which ``doer`` does it; both are nouns."""
    kind = kind_of(doer)
    if kind in TRAVELS and verb.clip in LEGGED:
        return TRAVELS[kind]
    if done_to is None:
        return verb.clip
    if verb.clip in ("play", "play_strings"):
        return _played(done_to)[0]
    if verb.clip == "fly" and kind == "person":
        return "drive" if kind_of(done_to) in SEATED else "hold"
    if verb.clip == "ride" and is_a(done_to, "bicycle"):
        return "ride"
    return verb.clip


def _played(noun: str) -> tuple[str, Relation | None]:
    for clip, relation, words in PLAYED:
        if is_a(noun, *words):
            return clip, relation
    if kind_of(noun) == "instrument":
        return "play_strings", Relation.HOLDING
    return "play", None


def relation_of(verb: Verb, clip: str, done_to: str) -> Relation | None:
    """Return where the doer is with respect to what it is done to; None leaves it open."""
    if verb.relation is not None and verb.relation is not Relation.HOLDING:
        return verb.relation
    if verb.clip in ("play", "play_strings"):
        return _played(done_to)[1]
    if clip in LEGGED | {"fly", "sail", "swim"} and kind_of(done_to) not in SEATED:
        return Relation.ON if verb.word in CROSSES else None
    if clip in CARRIED and kind_of(done_to) not in LIVING | SEATED | {"building", "landmark"}:
        return Relation.HOLDING
    if kind_of(done_to) in LIVING and clip not in ("ride", "hug", "kiss", "push", "pull"):
        return Relation.NEXT_TO if clip in ("hold", "work", "eat", "drink") else None
    relation = BY_CLIP.get(clip)
    if relation in (None, Relation.HOLDING):
        return _by_hand(clip, done_to, relation)
    return relation


def _by_hand(clip: str, done_to: str, relation: Relation | None) -> Relation | None:
    if handy(done_to):
        return Relation.HOLDING if relation or clip in WORKS else None
    return Relation.AT if relation or clip in WORKS else None


CROSSES = group("crosses")

CARRIED = frozenset({"hold", "throw", "catch", "lift"})

WORKS = frozenset({"work", "cook", "paint", "write", "type", "shake", "play"})
"""Clips of the hands: what they work on is held, or stands before the worker."""
