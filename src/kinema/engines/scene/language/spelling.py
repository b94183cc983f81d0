"""Puts a word right that is one letter off, or spelled as on the other side of the Atlantic."""

from collections.abc import Container, Iterator

SWAPS = (
    ("our", "or"),
    ("or", "our"),
    ("ise", "ize"),
    ("ize", "ise"),
    ("isi", "izi"),
    ("izi", "isi"),
    ("yse", "yze"),
    ("tre", "ter"),
    ("ter", "tre"),
    ("ogue", "og"),
    ("ae", "e"),
    ("grey", "gray"),
    ("gray", "grey"),
    ("lled", "led"),
    ("lling", "ling"),
    ("led", "lled"),
    ("ling", "lling"),
    ("mould", "mold"),
    ("plough", "plow"),
    ("tyre", "tire"),
    ("ence", "ense"),
)
"""Letters that British and American spelling have in each other's place."""

SHORTEST = 5
"""Shorter words have too many neighbours for a guess to be worth anything."""

SURE = 7
"""From this length on a wrong letter is worth a guess; shorter words are often others."""

_LETTERS = "etaoinsrhldcumfpgwybvkxjqz"


def respelled(word: str, known: Container[str]) -> str | None:
    """Return the known word that was meant, or None."""
    if len(word) < SHORTEST or not word.isalpha() or not word.isascii() or len(word) > 20:
        return None
    for guess in _guesses(word):
        if guess in known:
            return guess
    return None


def _guesses(word: str) -> Iterator[str]:
    """Yield neighbours, the likeliest first."""
    yield from (word.replace(here, there) for here, there in SWAPS if here in word)
    yield from _slips(word)
    if len(word) >= SURE:
        yield from (
            word[:at] + letter + word[at + 1 :] for at in range(1, len(word)) for letter in _LETTERS
        )


def _slips(word: str) -> Iterator[str]:
    """Yield the word with two letters swapped, one dropped, one added; the first is right."""
    places = range(1, len(word))
    for at in places:
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    for at in places:
        yield word[:at] + word[at + 1 :]
    for at in range(1, len(word) + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
