"""Folding: text made alike for comparing, and the way back to where each letter stood."""

import re
import unicodedata
from typing import NamedTuple

_WIDTH = re.compile(r"\s\s|[^\S ]")
_ACCENTS = (
    *range(0x0300, 0x0370),
    *range(0x064B, 0x0660),  # the vowel signs of Arabic script
    0x0670,
)
# What lies between letters and is not seen, and the letters that look like another one.
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_ALIKE = {
    **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u2010\u2011\u2013", "-"),
}
_FOLD = {
    **dict.fromkeys((*_ACCENTS, *map(ord, _UNSEEN)), ""),
    **str.maketrans(_ALIKE),
}


class Normalised(NamedTuple):
    """Text without case, accents and unseen signs; `places` leads back to the text it is of."""

    text: str
    places: tuple[int, ...]
    """Where each letter stood, and at the end how long the text was."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the folded text stood, with what was left out after it."""
        return self.places[start], max(self.places[end - 1] + 1, self.places[end])


def normalise(text: str) -> Normalised:
    """Fold a text; what keeps words apart becomes one space."""
    if text.isascii() and not _WIDTH.search(text):
        return Normalised(text.lower().replace("`", "'"), tuple(range(len(text) + 1)))
    letters: list[str] = []
    places: list[int] = []
    for index, sign in enumerate(text):
        folded = sign.lower() if sign.isascii() else _folded(sign)
        if folded.isspace():
            folded = "" if letters and letters[-1] == " " else " "
        if folded:
            letters.append(folded)
            places.extend([index] * len(folded))
    return Normalised("".join(letters), (*places, len(text)))


def _folded(sign: str) -> str:
    plain = unicodedata.normalize("NFKD", sign.translate(_FOLD)).translate(_FOLD)
    return plain.casefold()


def is_letter(sign: str) -> bool:
    """Say whether a sign is part of a word: a letter, a digit, or a mark on one."""
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"


def stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a part of a text is whole words; scripts without spaces have no such border."""
    if is_unspaced(text[start]) or is_unspaced(text[end - 1]):
        return True
    before = start > 0 and is_letter(text[start - 1])
    after = end < len(text) and is_letter(text[end])
    return not before and not after


def is_unspaced(sign: str) -> bool:
    """Say whether a sign belongs to a script that sets no spaces between words."""
    return (
        "\u0e00" <= sign <= "\u0eff"
        or "\u1000" <= sign <= "\u109f"
        or "\u1780" <= sign <= "\u17ff"
        or "\u3040" <= sign <= "\u30ff"
        or "\u3400" <= sign <= "\u9fff"
        or "\U00020000" <= sign <= "\U0003ffff"
    )
