"""Decides what each phrase is in its sentence, where it could be several things.

English decides by order: after ``a`` comes a noun, after a noun a verb. The rules here are that
and no more; the tables of verbs and nouns do the rest.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from functools import cache

from kinema.engines.scene.library.words import table

from .chunks import Chunk
from .lexicon import Sense

SCENE = ("time", "season", "weather", "feature", "scene mood", "quality", "style", "camera")
"""What is said of the whole picture."""

ADJECTIVES = ("colour", "material", "size", "mood", "age", "plain")
"""What is said of a thing, in the order in which a word that is several of them is taken."""

SMALL = ("neg", "of", "aux", "have", "then", "after", "while", "like", "and")
"""Words of which the tables have one reading."""

OPENS = frozenset({"det", "count", "relation", "of", "poss", *ADJECTIVES})
"""After these a noun is due."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A phrase with the one meaning that it has here.

    Attributes:
        kind: As in `Sense`, or ``stop``, ``poss``, ``unknown``, ``to``, ``skip``.
        adjectives: The senses of an adjective that has several, such as golden.
    """

    kind: str
    value: str
    form: str
    chunk: Chunk
    adjectives: tuple[Sense, ...] = ()


def tags(chunks: tuple[Chunk, ...]) -> tuple[Tag, ...]:
    """Return one tag for each phrase."""
    found: list[Tag] = []
    if foreign(chunks):
        chunks = tuple(chunk for chunk in chunks if not strange(chunk))
    for at, chunk in enumerate(chunks):
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        found.append(_tag(chunk, found, after))
    company = {tag.value for tag in found if tag.kind == "noun"}
    return tuple(_in_company(tag, company) for tag in found)


def strange(chunk: Chunk) -> bool:
    """Whether a word is not English, as far as the lexicon can tell."""
    return chunk.text[:1].isalpha() and (not chunk.senses or chunk.mended)


def foreign(chunks: tuple[Chunk, ...]) -> bool:
    """Whether most of the words are of another language: they are no nouns of ours."""
    words = sum(chunk.text[:1].isalpha() for chunk in chunks)
    return words >= FEWEST and sum(map(strange, chunks)) * 2 > words


FEWEST = 3
"""Of fewer words nothing can be said about their language."""


@cache
def _homonyms() -> Mapping[str, Mapping[str, str]]:
    """Return for each word of two meanings the other one, by the words beside it."""
    other: dict[str, dict[str, str]] = {}
    for word, meaning, beside in table.entries("homonyms"):
        other.setdefault(word, {})[beside] = meaning
    return other


def _in_company(tag: Tag, company: Set[str]) -> Tag:
    if tag.kind != "noun" or tag.value not in _homonyms():
        return tag
    meant = (noun for beside, noun in _homonyms()[tag.value].items() if beside in company)
    return replace(tag, value=next(meant, tag.value))


def _tag(chunk: Chunk, before: list[Tag], after: Chunk | None) -> Tag:
    if chunk.stop:
        return Tag("stop", chunk.text, "", chunk)
    if chunk.text == "'s":
        return Tag("poss", "'s", "", chunk)
    if chunk.text.isdecimal():
        return Tag("count", chunk.text, "", chunk)
    if not chunk.senses:
        return _unknown(chunk, before, after)
    for rule in RULES:
        tag = rule(chunk, before, after)
        if tag is not None:
            return tag
    return _of(chunk, chunk.senses[0])


def _of(chunk: Chunk, sense: Sense) -> Tag:
    adjectives = tuple(s for s in chunk.senses if s.kind in ADJECTIVES)
    return Tag(sense.kind, sense.value, sense.form, chunk, adjectives)


def _unknown(chunk: Chunk, before: list[Tag], after: Chunk | None) -> Tag:
    """Guess by the ending: -ly tells how, -ing after a noun what is done."""
    due = _last(before) in OPENS
    if chunk.text.endswith("ly") and len(chunk.text) > 4:
        return Tag("adv", chunk.text, "", chunk)
    if due and after is not None and _may_be_noun(after) and not chunk.named:
        return Tag("plain", chunk.text, "", chunk)
    if not due and chunk.text.endswith("ing") and _last(before) in ("noun", "aux", "pron"):
        return Tag("verb", "", "g", chunk)
    if not chunk.text[:1].isalpha():
        return Tag("skip", chunk.text, "", chunk)
    return Tag("unknown", chunk.text, "s", chunk)


def _last(before: list[Tag]) -> str:
    """Return the kind of the last tag that is not an adverb."""
    for tag in reversed(before):
        if tag.kind not in ("adv", "skip"):
            return tag.kind
    return "stop"


def _last_verb_form(before: list[Tag]) -> str:
    return next((tag.form for tag in reversed(before) if tag.kind == "verb"), "")


def _may_be_noun(chunk: Chunk | None) -> bool:
    if chunk is None or chunk.stop or chunk.text == "'s":
        return False
    return not chunk.senses or chunk.sense("noun", *ADJECTIVES) is not None


def _names_thing(chunk: Chunk | None) -> bool:
    """Whether a noun phrase goes on with it."""
    if chunk is None or chunk.sense("relation", *SMALL):
        return False
    return _may_be_noun(chunk) or _attributive(chunk)


def _attributive(chunk: Chunk) -> bool:
    verb = chunk.sense("verb")
    return verb is not None and verb.form in ("g", "d")


def _can_act(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.sense("verb", "aux") is not None


def _to(chunk: Chunk, _before: list[Tag], after: Chunk | None) -> Tag | None:
    """``to`` before a verb in its base form only joins."""
    if chunk.text != "to" or after is None:
        return None
    verb = after.sense("verb")
    if verb is not None and verb.form == "b":
        return Tag("to", "to", "", chunk)
    return None


def _small(chunk: Chunk, _before: list[Tag], after: Chunk | None) -> Tag | None:
    sense = chunk.sense(*SMALL)
    if sense is None:
        return None
    if sense.kind == "while" and chunk.text == "as" and not _names_thing_or_det(after):
        return Tag("adv", "as", "", chunk)
    return _of(chunk, sense)


def _names_thing_or_det(after: Chunk | None) -> bool:
    return after is not None and (
        _names_thing(after) or after.sense("det", "count", "pron") is not None
    )


def _det(chunk: Chunk, before: list[Tag], after: Chunk | None) -> Tag | None:
    """``that`` and ``her`` open a phrase where a noun follows, else they stand for one."""
    sense = chunk.sense("det", "count")
    if sense is None:
        return None
    if chunk.text in ("that", "which") and before and before[-1].kind in ("noun", "unknown"):
        return Tag("rel", "who", "", chunk)
    if chunk.text in ("her", "his", "this", "that", "these", "those", "one") and not (
        _names_thing_or_det(after)
    ):
        return Tag("pron", "it", "", chunk)
    return _of(chunk, sense)


def _relation(chunk: Chunk, _before: list[Tag], after: Chunk | None) -> Tag | None:
    """A preposition needs something after it; without that it tells how."""
    sense = chunk.sense("relation")
    if sense is None:
        return None
    follows = after is not None and (
        _names_thing_or_det(after)
        or after.sense("verb", "pron", "neg", *SCENE) is not None
        or not after.senses
    )
    if not follows or (after is not None and after.stop):
        return Tag("adv", sense.value, "", chunk)
    return _of(chunk, sense)


def _whole(chunk: Chunk, before: list[Tag], after: Chunk | None) -> Tag | None:
    """What is said of the whole picture, unless the same word fits a thing better."""
    sense = chunk.sense(*SCENE)
    if sense is None:
        return None
    verb = chunk.sense("verb")
    if verb is not None and _last(before) in ("noun", "aux", "pron"):
        return None
    if chunk.sense("colour") is not None and _may_be_noun(after):
        return None
    return _of(chunk, sense)


def _describes(chunk: Chunk, before: list[Tag], after: Chunk | None) -> Tag | None:
    """An adjective before a noun, or after ``is``."""
    sense = chunk.sense(*ADJECTIVES)
    if sense is None:
        return None
    other = chunk.sense("noun", "verb")
    if other is None:
        return _of(chunk, sense)
    if other.kind == "verb":
        subject = _last(before) in ("noun", "unknown", "pron", "rel")
        return None if subject and not _closes(after) else _of(chunk, sense)
    if _may_be_noun(after) and not _subject_follows(other, after):
        return _of(chunk, sense)
    return _of(chunk, sense) if _last(before) == "aux" else None


def _closes(after: Chunk | None) -> bool:
    return after is None or after.stop


def _subject_follows(noun: Sense, after: Chunk | None) -> bool:
    """Whether what comes next is what a noun does: ``goldfish swimming``."""
    verb = after.sense("verb") if after is not None else None
    if verb is None or after is None or after.sense(*ADJECTIVES) is not None:
        return False
    return verb.form in ("g", "d") or (verb.form == "s") == (noun.form == "s")


def _acts(chunk: Chunk, before: list[Tag], after: Chunk | None) -> Tag | None:
    """A word that is both noun and verb, and words that are only verbs."""
    verb, noun = chunk.sense("verb"), chunk.sense("noun")
    if verb is None:
        return None
    if noun is None:
        return _of(chunk, verb)
    return _of(chunk, verb if _is_verb(verb, before, after) else noun)


def _is_verb(verb: Sense, before: list[Tag], after: Chunk | None) -> bool:
    last = _last(before)
    if last in OPENS:
        return verb.form == "g" and last == "relation" and _names_thing_or_det(after)
    if last in ("aux", "to"):
        return True
    if last in ("noun", "unknown", "pron", "rel"):
        return _fits(verb, before, after)
    if last in ("stop", "and", "then", "while"):
        return _goes_on(verb, before, after)
    return last == "verb" and verb.form == "g"


def _fits(verb: Sense, before: list[Tag], after: Chunk | None) -> bool:
    """Whether a verb agrees with the noun just before."""
    if verb.form in ("g", "d"):
        return True
    noun = next(tag for tag in reversed(before) if tag.kind not in ("adv", "skip"))
    if noun.kind in ("pron", "rel"):
        return True
    if _can_act(after) and after is not None and after.sense("noun") is None:
        return False
    many = noun.form == "p" or any(tag.kind == "and" for tag in before[-5:])
    return verb.form == ("b" if many else "s")


def _goes_on(verb: Sense, before: list[Tag], after: Chunk | None) -> bool:
    """Whether a verb follows an earlier one: ``runs and jumps``, or begins a command."""
    if _can_act(after):
        return False
    if _last_verb_form(before) == verb.form:
        return True
    opening = not any(tag.kind in ("noun", "unknown") for tag in before)
    return (
        opening
        and verb.form in ("b", "g")
        and after is not None
        and bool(after.sense("det", "count", "relation"))
    )


RULES = (_to, _small, _det, _whole, _relation, _describes, _acts)
"""Tried in this order; the first that has an opinion decides."""
