"""Every animation by name for every kind of body, and one function that plays them.

`CLIPS` holds what is made for a kind; `NEAREST` says which of those stands for each other name.
A name leads to a clip of every kind, which a test checks.
"""

from collections.abc import Callable, Mapping

from . import biped, boat, flight, gestures, off_ground, playing, puppet, quadruped, swim, wheels
from .body import Act, Body, Clip, Cue, Kind
from .life import lively, looking
from .pose import Pose

NAMES = (
    "idle", "walk", "run", "gallop", "hop", "crawl", "swim", "fly", "glide", "float", "drive",
    "sail", "climb", "fall", "sit", "lie", "sleep", "stand_up", "look_around", "wave", "dance",
    "jump", "eat", "drink", "play_keys", "play_strings", "play_drums", "play_wind", "ride",
    "hold", "throw", "catch", "kick", "hit", "read", "write", "work", "type", "cook", "paint",
    "fight", "roar", "talk", "sing", "laugh", "cry", "clap", "hug", "kiss", "push", "pull",
    "lift", "row", "pedal", "ski", "skate", "surf", "approach", "appear", "leave", "enter",
    "orbit", "grow", "bloom", "burn", "explode", "steam", "pour", "spin", "roll", "swing",
    "shake", "play",
)  # fmt: skip
"""Names that a `kinema.engines.scene.graph.Thing` may have as its action."""

Upper = Callable[[Body, Cue, Act], Pose]


def _person(lower: Clip, upper: Upper) -> Clip:
    def clip(body: Body, cue: Cue) -> Act:
        act = lower(body, cue)
        return act.plus(upper(body, cue, act))

    return clip


def _stand_up(body: Body, cue: Cue) -> Act:
    return biped.sit(body, cue) if cue.beat < 0.8 else biped.stand(body, cue)


_PERCHED = biped.perched

_BIPED: Mapping[str, Clip] = {
    "idle": _person(_PERCHED, gestures.hang),
    "walk": _person(biped.walk, gestures.swinging),
    "run": _person(biped.run, gestures.swinging),
    "crawl": _person(biped.sneak, gestures.swinging),
    "hop": _person(biped.jump, gestures.hang),
    "swim": _person(off_ground.swim, gestures.crawl_stroke),
    "fly": _person(off_ground.fly, gestures.fist_ahead),
    "float": _person(off_ground.drift, gestures.adrift),
    "climb": _person(off_ground.climb, gestures.climbing),
    "fall": _person(off_ground.fall, gestures.adrift),
    "sit": _person(biped.sit, gestures.hang),
    "lie": _person(biped.lie, gestures.hang),
    "sleep": _person(biped.lie, gestures.doze),
    "stand_up": _person(_stand_up, gestures.hang),
    "look_around": _person(_PERCHED, gestures.look),
    "wave": _person(_PERCHED, gestures.greet),
    "dance": _person(biped.dance, gestures.dancing),
    "jump": _person(biped.jump, gestures.cheer),
    "eat": _person(_PERCHED, gestures.to_mouth),
    "drink": _person(_PERCHED, gestures.to_mouth),
    "play_keys": _person(_PERCHED, playing.keys),
    "play_strings": _person(_PERCHED, playing.strings),
    "play_drums": _person(_PERCHED, playing.drums),
    "play_wind": _person(_PERCHED, playing.wind),
    "ride": _person(biped.ride, gestures.steer),
    "hold": _person(_PERCHED, gestures.hold),
    "throw": _person(_PERCHED, gestures.throw),
    "hit": _person(_PERCHED, gestures.strike),
    "kick": biped.kick,
    "read": _person(_PERCHED, gestures.read),
    "work": _person(_PERCHED, gestures.busy),
    "paint": _person(_PERCHED, gestures.paint),
    "fight": _person(biped.stand, gestures.fight),
    "roar": _person(_PERCHED, gestures.roar),
    "talk": _person(_PERCHED, gestures.speak),
    "sing": _person(_PERCHED, gestures.sing),
    "laugh": _person(_PERCHED, gestures.laugh),
    "cry": _person(_PERCHED, gestures.weep),
    "clap": _person(_PERCHED, gestures.clap),
    "hug": _person(biped.stand, gestures.embrace),
    "push": _person(biped.walk, gestures.push),
    "lift": _person(_PERCHED, gestures.lift),
    "row": _person(biped.sit, gestures.strokes),
    "ski": _person(biped.glide, gestures.steer),
    "surf": _person(biped.glide, gestures.adrift),
    "spin": _person(biped.dance, gestures.cheer),
    "shake": _person(biped.dance, gestures.cheer),
    "appear": _person(_PERCHED, gestures.greet),
}

_QUADRUPED: Mapping[str, Clip] = {
    "idle": quadruped.idle,
    "walk": quadruped.walk,
    "run": quadruped.run,
    "gallop": quadruped.gallop,
    "glide": quadruped.trot,
    "hop": quadruped.hop,
    "swim": quadruped.swim,
    "sit": quadruped.sit,
    "lie": quadruped.lie,
    "sleep": quadruped.sleep,
    "look_around": quadruped.look_around,
    "wave": quadruped.wave_paw,
    "dance": quadruped.dance,
    "jump": quadruped.jump,
    "eat": quadruped.eat,
    "play_keys": quadruped.play_keys,
    "roar": quadruped.roar,
    "talk": quadruped.talk,
}


def _with_wings(clip: Clip) -> Clip:
    def both(body: Body, cue: Cue) -> Act:
        return clip(body, cue).plus(flight.folded(body, cue))

    return both


_WINGED: Mapping[str, Clip] = {
    **{name: _with_wings(clip) for name, clip in _QUADRUPED.items()},
    "fly": flight.fly,
    "glide": flight.glide,
    "approach": flight.rush,
    "orbit": flight.fly,
}

_BIRD: Mapping[str, Clip] = {
    "idle": flight.perch,
    "walk": flight.waddle,
    "hop": flight.hop,
    "fly": flight.fly,
    "glide": flight.glide,
    "swim": flight.float_on,
    "sleep": flight.doze,
    "wave": flight.flap_on_foot,
    "dance": flight.dance,
    "eat": flight.peck,
    "sing": flight.call,
    "approach": flight.rush,
    "orbit": flight.fly,
}

_FISH: Mapping[str, Clip] = {
    "idle": swim.hover,
    "swim": swim.swim,
    "jump": swim.leap,
    "eat": swim.snap,
    "approach": swim.snap,
}

_INSECT: Mapping[str, Clip] = {
    "idle": lambda body, cue: puppet.still(body, cue).plus(flight.folded(body, cue, 0.5)),
    "fly": flight.fly,
    "glide": flight.glide,
    "walk": lambda body, cue: puppet.glide(body, cue).plus(flight.folded(body, cue)),
    "dance": flight.hover,
}

_WHEELS: Mapping[str, Clip] = {
    "idle": puppet.still,
    "drive": wheels.drive,
    "shake": wheels.shake,
    "fly": boat.aircraft,
    "hop": puppet.hop,
    "dance": puppet.dance,
    "explode": puppet.explode,
}

_BOAT: Mapping[str, Clip] = {"idle": boat.adrift, "sail": boat.sail, "fly": boat.aircraft}

_AIRCRAFT: Mapping[str, Clip] = {
    "idle": puppet.still,
    "float": boat.adrift,
    "sail": boat.adrift,
    "fly": boat.aircraft,
    "drive": wheels.drive,
}

_RIGID: Mapping[str, Clip] = {
    "idle": puppet.still,
    "hop": puppet.hop,
    "dance": puppet.dance,
    "glide": puppet.glide,
    "sway": puppet.sway,
    "float": puppet.levitate,
    "spin": puppet.spin,
    "roll": puppet.roll,
    "jump": puppet.bounce,
    "shake": puppet.shake,
    "swing": puppet.swing,
    "fall": puppet.fall,
    "grow": puppet.grow,
    "appear": puppet.appear,
    "explode": puppet.explode,
    "talk": puppet.talk,
    "lie": puppet.lie,
    "pour": puppet.pour,
    "sail": boat.adrift,
}

CLIPS: Mapping[Kind, Mapping[str, Clip]] = {
    Kind.BIPED: _BIPED,
    Kind.QUADRUPED: _QUADRUPED,
    Kind.WINGED: _WINGED,
    Kind.BIRD: _BIRD,
    Kind.FISH: _FISH,
    Kind.INSECT: _INSECT,
    Kind.WHEELS: _WHEELS,
    Kind.BOAT: _BOAT,
    Kind.AIRCRAFT: _AIRCRAFT,
    Kind.RIGID: _RIGID,
}
"""What is made for each kind of body."""

NEAREST: Mapping[str, tuple[str, ...]] = {
    "idle": (),
    "walk": ("hop", "swim", "drive", "sail", "fly", "glide"),
    "run": ("gallop", "walk", "hop", "swim", "drive", "sail", "fly"),
    "gallop": ("run", "walk", "hop", "swim", "drive", "sail", "fly"),
    "hop": ("jump", "dance", "swim", "fly"),
    "crawl": ("walk", "glide", "swim", "drive", "sail", "fly"),
    "swim": ("float", "sail", "fly", "drive"),
    "fly": ("float", "jump", "swim", "sail"),
    "glide": ("fly", "swim", "drive", "sail", "walk"),
    "float": ("glide", "swim", "sail", "fly", "idle"),
    "drive": ("run", "glide", "walk", "sail", "swim", "fly"),
    "sail": ("swim", "float", "glide", "drive", "fly"),
    "climb": ("walk", "hop", "fly", "drive", "swim", "sail"),
    "fall": ("float", "jump", "fly", "swim", "idle"),
    "sit": ("idle",),
    "lie": ("sit", "idle"),
    "sleep": ("lie", "idle"),
    "stand_up": ("idle",),
    "look_around": ("idle",),
    "wave": ("dance", "idle"),
    "dance": ("hop", "swim", "shake", "sail", "fly", "idle"),
    "jump": ("hop", "dance", "fly", "swim", "idle"),
    "eat": ("talk", "idle"),
    "drink": ("eat", "talk", "idle"),
    "play_keys": ("dance", "swim", "idle"),
    "play_strings": ("play_keys", "dance", "idle"),
    "play_drums": ("play_keys", "dance", "idle"),
    "play_wind": ("sing", "roar", "dance", "idle"),
    "ride": ("sit", "idle"),
    "hold": ("sit", "idle"),
    "throw": ("wave", "jump", "idle"),
    "catch": ("throw", "jump", "idle"),
    "kick": ("jump", "dance", "idle"),
    "hit": ("jump", "shake", "idle"),
    "read": ("sit", "idle"),
    "write": ("work", "sit", "idle"),
    "work": ("play_keys", "look_around", "shake", "idle"),
    "type": ("work", "play_keys", "idle"),
    "cook": ("work", "idle"),
    "paint": ("work", "play_keys", "idle"),
    "fight": ("jump", "dance", "shake", "idle"),
    "roar": ("talk", "sing", "eat", "shake", "idle"),
    "talk": ("roar", "sing", "eat", "idle"),
    "sing": ("talk", "idle"),
    "laugh": ("talk", "dance", "idle"),
    "cry": ("talk", "sit", "idle"),
    "clap": ("wave", "dance", "idle"),
    "hug": ("sit", "idle"),
    "kiss": ("hug", "sit", "idle"),
    "push": ("walk", "drive", "swim", "sail", "fly", "glide", "idle"),
    "pull": ("walk", "drive", "swim", "sail", "fly", "glide", "idle"),
    "lift": ("hold", "jump", "idle"),
    "row": ("sit", "sail", "idle"),
    "pedal": ("ride", "drive", "run", "swim", "sail", "fly", "glide"),
    "ski": ("glide", "run", "drive", "sail"),
    "skate": ("ski", "glide", "run", "drive", "sail"),
    "surf": ("glide", "swim", "sail", "drive"),
    "approach": ("walk", "fly", "swim", "drive", "sail", "glide"),
    "appear": ("idle",),
    "leave": ("walk", "fly", "swim", "drive", "sail", "glide"),
    "enter": ("walk", "fly", "swim", "drive", "sail", "glide"),
    "orbit": ("fly", "swim", "float", "drive", "sail", "walk"),
    "grow": ("appear", "idle"),
    "bloom": ("grow", "idle"),
    "burn": ("shake", "idle"),
    "explode": ("shake", "idle"),
    "steam": ("idle",),
    "pour": ("idle",),
    "spin": ("dance", "swim", "fly", "idle"),
    "roll": ("spin", "drive", "dance", "swim", "sail", "fly", "idle"),
    "swing": ("sway", "dance", "idle"),
    "shake": ("dance", "idle"),
    "play": ("hop", "jump", "dance", "swim", "drive", "sail", "fly", "idle"),
}
"""For each name, others that may stand for it, the nearest first; ``idle`` ends every row."""


FREE_HANDED = frozenset(
    {
        "idle", "walk", "run", "crawl", "hop", "sit", "jump", "dance", "stand_up", "hold", "talk",
        "look_around", "ride", "fight", "appear", "approach", "enter", "leave", "laugh", "cry",
    }
)  # fmt: skip
"""Animations in which a person's right hand can hold something."""

STARING = frozenset({"approach", "roar", "fight", "sleep"})
"""Animations in which nobody blinks."""


def clip_name(kind: Kind, name: str) -> str:
    """Return the clip that plays ``name`` for a kind of body.

    Raises:
        KeyError: If no animation has that name.
    """
    made = CLIPS[kind]
    rows = (name, *NEAREST[name], "idle")
    return next(row for row in rows if row in made)


def perform(body: Body, name: str, cue: Cue) -> Act:
    """Return what a body does at one moment of an animation.

    Raises:
        KeyError: If no animation has that name.
    """
    act = CLIPS[body.kind][clip_name(body.kind, name)](body, cue)
    if cue.load > 0.0 and body.kind is Kind.BIPED and name in FREE_HANDED:
        tall = cue.load > 0.4 * body.height
        act = act.plus((gestures.carry_high if tall else gestures.carry)(body, cue, act))
    return lively(body, cue, looking(body, cue, act), blinks=name not in STARING)
