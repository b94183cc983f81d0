"""Groups words into the longest phrases that are known, and guesses at the rest."""

from collections.abc import Iterator
from dataclasses import dataclass

from kinema.engines.scene.library.words.table import group

from .lexicon import Lexicon, Sense
from .spelling import respelled
from .text import Token

FILLERS = group("fillers")
"""Words that may stand inside a camera phrase."""

GUESSES = 24
"""How many unknown words of a prompt are tried with another spelling; each costs about 0.2 ms."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A phrase of one or more words, and what it can mean.

    Attributes:
        text: The words, as the lexicon has them.
        senses: Empty for a word that nobody knows.
        said: As it was written.
        named: Whether it was written like a name.
        mended: Whether its spelling was put right.
    """

    text: str
    senses: tuple[Sense, ...]
    said: str
    named: bool = False
    mended: bool = False

    @property
    def stop(self) -> bool:
        """Whether it is a mark that parts."""
        return self.text in (",", ".")

    def sense(self, *kinds: str) -> Sense | None:
        """Return its first meaning of one of these kinds, in the order of the kinds."""
        for kind in kinds:
            for sense in self.senses:
                if sense.kind == kind:
                    return sense
        return None


def chunks(words: tuple[Token, ...], lexicon: Lexicon) -> tuple[Chunk, ...]:
    """Return the whole prompt as phrases."""
    return tuple(_chunks(words, lexicon))


def _chunks(words: tuple[Token, ...], lexicon: Lexicon) -> Iterator[Chunk]:
    at, guesses = 0, GUESSES
    while at < len(words):
        chunk, taken = _longest(words, at, lexicon)
        if not chunk.senses and not chunk.stop and guesses:
            guesses -= 1
            chunk = _mended(words[at], lexicon) or chunk
        yield chunk
        at += taken


def _longest(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[Chunk, int]:
    camera = _camera(words, at, lexicon)
    for count in range(min(lexicon.longest.get(words[at].word, 1), len(words) - at), 0, -1):
        text = _joined(words, at, count)
        if senses := lexicon.senses.get(text):
            if camera and camera[1] > count:
                return camera
            return _chunk(words, at, count, text, senses), count
    return camera or (_chunk(words, at, 1, words[at].word, ()), 1)


def _joined(words: tuple[Token, ...], at: int, count: int) -> str:
    """Write words as the lexicon has them; a comma inside the last two joins nothing."""
    return " ".join(token.word for token in words[at : at + count])


def _chunk(
    words: tuple[Token, ...], at: int, count: int, text: str, senses: tuple[Sense, ...]
) -> Chunk:
    said = " ".join(token.said for token in words[at : at + count])
    return Chunk(text, senses, said, any(token.named for token in words[at : at + count]))


def _camera(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[Chunk, int] | None:
    """Find a camera phrase with words such as slowly inside."""
    best: tuple[Chunk, int] | None = None
    text = words[at].word
    limit = lexicon.longest.get(text, 1)
    for end in range(at + 1, min(at + limit + 3, len(words))):
        if words[end].word in FILLERS:
            continue
        text = f"{text} {words[end].word}"
        senses = tuple(s for s in lexicon.senses.get(text, ()) if s.kind == "camera")
        if senses:
            count = end + 1 - at
            best = (_chunk(words, at, count, text, senses), count)
        if text.count(" ") + 1 >= limit:
            break
    return best


def _mended(token: Token, lexicon: Lexicon) -> Chunk | None:
    if token.foreign or token.named:
        return None
    text = respelled(token.word, lexicon.senses)
    if text is None:
        return None
    return Chunk(text, lexicon.senses[text], token.said, token.named, mended=True)
