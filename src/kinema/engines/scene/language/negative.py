"""What must not be seen: the negative prompt, and what the prompt itself excludes."""

from collections.abc import Iterable
from dataclasses import dataclass

from kinema.engines.scene.graph import Resolved

from .chunks import Chunk, chunks
from .ladder import hypernyms, resolve
from .lexicon import lexicon
from .roles import Roles
from .text import tokens

ALIKE = frozenset({Resolved.EXACT, Resolved.SYNONYM})
"""Steps at which the library means the same by its own name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """What is forbidden.

    Attributes:
        words: Nouns, colours, weathers, styles and features as said, and the names of the library
            that they come to.
    """

    words: tuple[str, ...] = ()

    def covers(self, word: str) -> bool:
        """Whether a word is forbidden, or a sort of something forbidden."""
        return bool(self.words) and any(name in self.words for name in hypernyms(word))


def forbidden(negative_prompt: str, said: Iterable[str], roles: Roles) -> Forbidden:
    """Return what the negative prompt and the nouns that the prompt excludes forbid.

    A noun that the prompt both excludes and shows is shown.
    """
    shown = {role.phrase.noun for role in roles.by_id.values()}
    words = [word for noun in said if noun not in shown for word in _names(noun)]
    for chunk in chunks(tokens(negative_prompt), lexicon()):
        words.extend(_of_chunk(chunk))
    return Forbidden(words=tuple(dict.fromkeys(words)))


def _of_chunk(chunk: Chunk) -> list[str]:
    noun = chunk.sense("noun")
    if noun is not None:
        return [chunk.text, *_names(noun.value)]
    sense = chunk.sense("colour", "weather", "feature", "style", "time", "season", "material")
    return (
        [] if sense is None else sense.value.split() if sense.kind == "weather" else [sense.value]
    )


def _names(noun: str) -> list[str]:
    """Return a noun and what the library calls it."""
    found = resolve(noun)
    return [noun, found.object] if found.resolved in ALIKE else [noun]
