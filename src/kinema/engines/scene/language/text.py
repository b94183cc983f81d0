"""Cuts a prompt into words and marks, whatever its script."""

import re
import unicodedata
from dataclasses import dataclass

_PIECE = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s]|\n")
_AGE = re.compile(r"\b(\d{1,3})[ -]?years?[ -]?old\b", re.IGNORECASE)
LATIN = 0x24F
"""The last code point of the Latin letters."""

GROWN, ELDERLY = 15, 60
"""Years of age."""

_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "_": " "})
_SHORT = {
    "it's": "it is",
    "he's": "he is",
    "she's": "she is",
    "that's": "that is",
    "there's": "there is",
    "they're": "they are",
    "isn't": "is not",
    "aren't": "are not",
    "doesn't": "does not",
    "don't": "do not",
    "can't": "can not",
    "won't": "will not",
    "who's": "who is",
}
_STOPS = frozenset(',.;:!?()[]{}\n\u2014\u2013\u2026|/\u3001\u3002\uff0c"\u201c\u201d')


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark.

    Attributes:
        word: Lower case, without accents; ``,`` for every mark that parts, ``'s`` for a possessive.
        said: As it was written.
        named: Whether it was written like a name, with a capital inside a sentence.
    """

    word: str
    said: str
    named: bool = False

    @property
    def stop(self) -> bool:
        """Whether it parts what stands before and after."""
        return self.word in (",", ".")

    @property
    def foreign(self) -> bool:
        """Whether it is a word in another script than Latin."""
        return any(ord(letter) > LATIN and letter.isalpha() for letter in self.word)


def tokens(prompt: str) -> tuple[Token, ...]:
    """Return the words and marks of a prompt, in their order."""
    plain = unicodedata.normalize("NFKC", prompt).translate(_PLAIN)
    plain = _AGE.sub(_age, plain)
    found: list[Token] = []
    for match in _PIECE.finditer(plain.replace("-", " ")):
        found.extend(_of_piece(match[0], first=not found or found[-1].word == "."))
    return tuple(found)


def _age(match: re.Match[str]) -> str:
    """Read an age in years as young, old or nothing."""
    years = int(match[1])
    return "young" if years < GROWN else "old" if years > ELDERLY else ""


def _of_piece(said: str, *, first: bool) -> list[Token]:
    if said in _STOPS:
        return [Token("." if said in ".!?\n\u3002" else ",", said)]
    lower = said.lower()
    if lower in _SHORT:
        return [Token(word, word) for word in _SHORT[lower].split()]
    if lower.endswith("'s"):
        return [Token(_folded(lower[:-2]), said[:-2], said[:1].isupper()), Token("'s", "'s")]
    if not said[0].isalnum():
        return _of_sign(said)
    return [Token(_folded(lower), said, said[0].isupper() and not first)]


def _of_sign(said: str) -> list[Token]:
    """Read a picture sign by its name; other signs say nothing."""
    if said == "&":
        return [Token("and", said)]
    if unicodedata.category(said) != "So":
        return []
    name = unicodedata.name(said, "").lower().replace("-", " ")
    words = [word for word in name.split() if word not in ("face", "sign", "symbol", "with")]
    return [Token(word, said) for word in words]


def _folded(word: str) -> str:
    """Drop the accents of Latin letters."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part)) or word
