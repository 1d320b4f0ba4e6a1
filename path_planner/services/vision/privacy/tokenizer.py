"""Words in sentences: where each stands, and what can be told from its capital letter."""

from collections.abc import Iterator
from typing import NamedTuple

from path_planner.services.vision.privacy.normalisation import is_letter, normalise

_ENDS = '.!?…:;\n"“”\u2018«»([*•–—|/'
_INSIDE = "'’-\u2010\u2011"
_HELD = "\u200b\u200c\u200d\u00ad\u2060"
"""Unseen signs that stand inside words."""


class Word(NamedTuple):
    """A word of a text; `begins` where it is the first of a sentence."""

    text: str
    start: int
    end: int
    begins: bool

    @property
    def folded(self) -> str:
        """Return the word for comparing, without what makes it a possessive."""
        folded = normalise(self.text).text
        return folded.removesuffix("'s").removesuffix("'")

    @property
    def is_capital(self) -> bool:
        """Say whether it begins with a capital letter."""
        return self.text[0].isupper() or self.text[0].istitle()

    @property
    def is_shouted(self) -> bool:
        """Say whether all of it is in capital letters, as in NHS."""
        return len(self.text) > 1 and self.text.isupper()


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text; what stands in square brackets was put in by us."""
    place, begins, length = 0, True, len(text)
    while place < length:
        sign = text[place]
        if sign == "[":
            closed = text.find("]", place)
            place = closed + 1 if closed >= 0 else place + 1
            begins = begins and closed < 0
        elif is_letter(sign):
            end = _end(text, place)
            yield Word(text[place:end], place, end, begins)
            place, begins = end, False
        else:
            begins = begins or sign in _ENDS
            place += 1


def _end(text: str, start: int) -> int:
    place, length = start, len(text)
    while place < length:
        sign = text[place]
        inside = sign in _INSIDE and place + 1 < length and is_letter(text[place + 1])
        if not (inside or sign in _HELD or is_letter(sign)):
            break
        place += 1
    return place
