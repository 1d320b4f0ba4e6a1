"""Choice of a stamp for a text, by its words in an inverted index of the stamps' keywords."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from path_planner import stamps
from path_planner.i18n import language

_WORD = re.compile(r"\w+")
_PLURAL = re.compile(r"(?:(?<=s)es|(?<=x)es|(?<=ch)es|(?<=sh)es|(?<=\w\w[^su])s)$")
_COMMON = """
    a an the i we you it my our your me us to of in on at for and or not no is are be do go get
    want have has like with more again good what who when where say right left than up down add
    first next before always change way stop all own from live start train book run day much many
    too twice people person evening open there here best ground site social yourself
"""
_TOO_COMMON = frozenset(_COMMON.split())
"""Words that would find a misleading picture."""
_SHORTEST = 3
_LONGEST_TEXT = 2_000


def picture_for(words: str, otherwise: str, chosen: str = "") -> str:
    """Return the chosen stamp, or the best match for the words, or the default `otherwise`."""
    if chosen and stamps.has(chosen):
        return chosen
    votes: dict[str, int] = {}
    for word in _roots(words[:_LONGEST_TEXT]):
        for icon, weight in _index(language()).get(word, ()):
            votes[icon] = votes.get(icon, 0) + weight
    # The first of the best: the order of the library is fixed.
    return max(votes, key=lambda icon: votes[icon]) if votes else otherwise


@cache
def _index(_language: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the stamps by keyword, in English and in the current language, with weights."""
    translated = stamps.translated()
    found: dict[str, dict[str, int]] = {}
    for icon in (icon for area in stamps.areas() for icon in area.icons):
        named = list(_roots(f"{icon.name} {translated.get(f'stamp:{icon.id}', '')}"))
        for word in named:
            # "Bus" is a better match for a bus than "bus stop" is.
            found.setdefault(word, {})[icon.id] = 3 + (len(named) == 1)
        for word in _roots(f"{icon.find} {translated.get(f'stamp-find:{icon.id}', '')}"):
            found.setdefault(word, {}).setdefault(icon.id, 2)
    return {word: tuple(icons.items()) for word, icons in found.items()}


def _roots(words: str) -> Iterable[str]:
    """Return the keywords of a text, each once, without accents and plural endings."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    found = _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
    kept = (word for word in found if len(word) >= _SHORTEST and word not in _TOO_COMMON)
    return dict.fromkeys(_PLURAL.sub("", word) for word in kept)
