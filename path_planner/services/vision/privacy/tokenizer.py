"""Words of a text: normalised with a map back to the original, and as tokens with positions.

NFKD decomposition, removal of accents and invisible characters, and case folding.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_ENDS = '.!?…:;\n"“”\u2018«»([*•–—|/'
_INSIDE = "'’-\u2010\u2011"
_UNSEEN = "\u200b\u200c\u200d\u00ad\u2060"
"""Invisible characters inside words."""

_WHITE_SPACE = re.compile(r"\s\s|[^\S ]")
_ACCENTS = (
    *range(0x0300, 0x0370),
    *range(0x064B, 0x0660),  # the vowel signs of Arabic script
    0x0670,
)
# Invisible characters between letters, and characters that look like another one.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LOOK_ALIKES = {
    **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u2010\u2011\u2013", "-"),
}
_FOLD = {
    **dict.fromkeys((*_ACCENTS, *map(ord, _INVISIBLE)), ""),
    **str.maketrans(_LOOK_ALIKES),
}


class Word(NamedTuple):
    """A word of a text; `begins` where it is the first of a sentence."""

    text: str
    start: int
    end: int
    begins: bool
    folded: str
    """The normalised word, without a possessive ending."""

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper() or self.text[0].istitle()

    @property
    def is_shouted(self) -> bool:
        """Whether all of it is in capital letters, as NHS is."""
        return len(self.text) > 1 and self.text.isupper()


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text, without placeholders in square brackets."""
    position, begins, length = 0, True, len(text)
    while position < length:
        character = text[position]
        if character == "[":
            closed = text.find("]", position)
            position = closed + 1 if closed >= 0 else position + 1
            begins = begins and closed < 0
        elif is_letter(character):
            end = _end(text, position)
            word = text[position:end]
            yield Word(word, position, end, begins, _folded(word))
            position, begins = end, False
        else:
            begins = begins or character in _ENDS
            position += 1


def _folded(word: str) -> str:
    return normalise(word).text.removesuffix("'s").removesuffix("'")


def _end(text: str, start: int) -> int:
    position, length = start, len(text)
    while position < length:
        character = text[position]
        inside = character in _INSIDE and position + 1 < length and is_letter(text[position + 1])
        if not (inside or character in _UNSEEN or is_letter(character)):
            break
        position += 1
    return position


class Normalised(NamedTuple):
    """Text without case, accents and invisible characters, and the original positions."""

    text: str
    places: tuple[int, ...]
    """The position of each character in the original, and at the end the original's length."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original span of a span, including characters that were removed after it."""
        return self.places[start], max(self.places[end - 1] + 1, self.places[end])


def normalise(text: str) -> Normalised:
    """Normalise a text; each run of white space becomes one space."""
    if text.isascii() and not _WHITE_SPACE.search(text):
        return Normalised(text.lower().replace("`", "'"), tuple(range(len(text) + 1)))
    letters: list[str] = []
    places: list[int] = []
    for index, character in enumerate(text):
        normalised = character.lower() if character.isascii() else _normalised(character)
        if normalised.isspace():
            normalised = "" if letters and letters[-1] == " " else " "
        if normalised:
            letters.append(normalised)
            places.extend([index] * len(normalised))
    return Normalised("".join(letters), (*places, len(text)))


def _normalised(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character.translate(_FOLD)).translate(_FOLD)
    return decomposed.casefold()


def is_letter(character: str) -> bool:
    """Whether a character is part of a word: a letter, a digit, or a combining mark."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a span is whole words; in scripts without spaces every span counts as such."""
    if is_unspaced(text[start]) or is_unspaced(text[end - 1]):
        return True
    before = start > 0 and is_letter(text[start - 1])
    after = end < len(text) and is_letter(text[end])
    return not before and not after


def is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script without spaces between words."""
    return (
        "\u0e00" <= character <= "\u0eff"
        or "\u1000" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or "\u3040" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\U00020000" <= character <= "\U0003ffff"
    )
