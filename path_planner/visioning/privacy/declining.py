"""Names as they are declined: closed lists of endings, for languages where these were tried out.

Whatever begins like a name would take ordinary words out with it; a name with an ending of its
language seldom does. In other languages such a word is only marked, for people to look at.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from path_planner.resources import asset
from path_planner.visioning.privacy.everyday import is_everyday
from path_planner.visioning.privacy.folding import fold

_SHORTEST_STEM = 3
_CONSONANT = "-"
_VOWELS = "vowels"
_LATIN = frozenset(("pl", "cs", "sk"))
_SOFT = {"k": "ce", "g": "dze", "r": "rze", "t": "cie", "d": "dzie", "ł": "le"}
_FLEETING = ("ek", "eł", "ec", "el")


@cache
def _endings() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return by language what stands in place of the last letter of a folded name, or after it."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in asset("name_endings.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, last, *endings = line.split()
            found.setdefault(language, {})[last] = tuple(endings)
    return found


def declined(name: str, language: str) -> frozenset[str]:
    """Return the other forms of a folded name of one word in a language; none where not known."""
    base = language.partition("-")[0].lower()
    if base not in _endings() or not name.isalpha() or is_everyday(name):
        return frozenset()
    return frozenset(fold(form).text for form in _forms(name, base)) - {name}


def _forms(name: str, language: str) -> Iterator[str]:
    endings = _endings()[language]
    if name[-1] in endings:
        stem = name[:-1]
        yield from _with(stem, endings[name[-1]])
        if language == "pl" and name.endswith("ia"):
            # Kasia, and for Kasia: Kasi.
            yield from _with(stem, ("",))
    elif name[-1] in "".join(_endings()[_VOWELS]):
        return
    else:
        stem = name
        yield from _with(stem, endings[_CONSONANT])
        if language in _LATIN and name.endswith(_FLEETING):
            # Tomek, and with Tomek: Tomkiem.
            yield from _with(name[:-2] + name[-1], endings[_CONSONANT])
    if language == "pl" and stem[-1:] in _SOFT:
        yield from _with(stem[:-1], (_SOFT[stem[-1]],))


def _with(stem: str, endings: Iterable[str]) -> Iterator[str]:
    if len(stem) >= _SHORTEST_STEM:
        yield from (stem + ending for ending in endings)
