"""Tokenizer: the words of a text with positions, sentence starts and capitals."""

from collections.abc import Iterator
from typing import NamedTuple

from path_planner.services.vision.privacy.normalisation import is_letter, normalise

_ENDS = '.!?…:;\n"“”\u2018«»([*•–—|/'
_INSIDE = "'’-\u2010\u2011"
_INVISIBLE = "\u200b\u200c\u200d\u00ad\u2060"
"""Invisible characters inside words."""


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
        if not (inside or character in _INVISIBLE or is_letter(character)):
            break
        position += 1
    return position
