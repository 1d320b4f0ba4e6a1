"""Detection of likely names and places: by known names, titles, streets and capital letters.

A heuristic for English; other languages are judged by known names and by capitals alone. A name at
the beginning of a sentence is recognised because it is not a common word.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from path_planner.i18n import N_
from path_planner.resources import asset
from path_planner.services.vision.privacy.normalisation import is_unspaced, normalise
from path_planner.services.vision.privacy.pii import PiiKind, PiiMatch, without_overlaps
from path_planner.services.vision.privacy.pseudonyms import name_matches_of
from path_planner.services.vision.privacy.tokenizer import Word, words_of
from path_planner.services.vision.privacy.word_lists import is_common_word

KNOWN = N_("someone who was there has this name")
LIKE_KNOWN = N_("it starts like the name of someone who was there")
TITLE = N_("it comes after a title such as Mrs or Dr")
CAPITAL = N_("it has a capital letter inside a sentence")
UNKNOWN = N_("it has a capital letter and is not an everyday word")
STREET = N_("it looks like a street or a house address")

_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "lady",
     "lord", "rev", "revd", "reverend", "father", "sister", "brother", "nurse", "cllr",
     "councillor", "auntie", "aunty", "aunt", "uncle", "nan", "nana", "gran", "granny", "grandma",
     "grandad", "granddad", "grandpa", "pan", "pani", "mrs", "miss", "señora", "señor", "herr",
     "frau", "madame", "monsieur", "جناب", "صاحب", "بیگم", "ڈاکٹر", "محترمہ", "مسٹر", "مسز"),
)  # fmt: skip
_TITLES_ALONE = frozenset(("mr", "mrs", "ms", "mx", "dr", "cllr", "revd", "prof"))
_STREETS = frozenset(
    ("street", "st", "road", "rd", "lane", "ln", "avenue", "ave", "close", "drive", "court",
     "crescent", "terrace", "gardens", "grove", "square", "mews", "rise", "ward", "estate", "house",
     "lodge", "school", "academy", "college", "surgery", "hospital", "hospice", "infirmary",
     "centre", "church", "chapel", "mosque", "temple", "park", "primary", "hall", "farm", "mill",
     "green", "hill", "way", "walk", "row", "view", "place", "heol", "stryd", "ulica"),
)  # fmt: skip
_PLACE_PREPOSITIONS = frozenset(
    ("in", "at", "from", "near", "to", "around", "outside", "leave", "behind")
)
_ALSO_NAMES = frozenset(
    ("will", "mark", "may", "rose", "grace", "hope", "joy", "art", "bill", "rob", "sue", "jack",
     "pat", "penny", "frank", "ray", "drew", "dawn", "faith", "harry", "charity", "robin"),
)  # fmt: skip
_SHORTEST_BEGINNING = 4
_LONGEST_ENDING = 4
_LONGEST_SHORT = 5
_ENGLISH = 0.4


class KnownNames(NamedTuple):
    """Statistics of all texts of a vision, by which names and ordinary words are distinguished."""

    called: frozenset[str]
    """The normalised names of people who were there."""
    beginnings: Mapping[str, tuple[str, ...]]
    """The same by their first four letters."""
    ordinary: frozenset[str]
    """Words that are written in lower case somewhere."""
    capital: frozenset[str]
    """Words that are capitalised inside a sentence somewhere."""
    unspaced: tuple[str, ...] = ()
    """Names in scripts without spaces between words."""


def known_names_of(texts: Iterable[str], names: Iterable[str]) -> KnownNames:
    """Return the statistics of these texts and names."""
    called = frozenset(way.form for name in names for way in name_matches_of(name, ""))
    beginnings: dict[str, tuple[str, ...]] = {}
    for way in sorted(called):
        if len(way) >= _SHORTEST_BEGINNING:
            start = way[:_SHORTEST_BEGINNING]
            beginnings[start] = (*beginnings.get(start, ()), way)
    ordinary, capital = set[str](), set[str]()
    for text in texts:
        for word in words_of(text):
            if not word.is_capital:
                ordinary.add(word.folded)
            elif not word.begins and not word.is_shouted:
                capital.add(word.folded)
    unspaced = tuple(sorted(way for way in called if all(map(is_unspaced, way))))
    return KnownNames(called, beginnings, frozenset(ordinary), frozenset(capital), unspaced)


def find_names(text: str, known: KnownNames, own: str = "") -> list[PiiMatch]:
    """Return likely names and places; `own` is a name that its owner wants printed."""
    allowed = {match.form for match in name_matches_of(own, "")}
    words = [word for word in words_of(text) if word.folded and word.folded not in allowed]
    streets = [street for index in range(len(words)) if (street := _street(words, index))]
    return without_overlaps([*streets, *_unspaced(text, known), *_names(words, known)])


def _names(words: list[Word], known: KnownNames) -> Iterator[PiiMatch]:
    english = _is_english(words, known)
    for index, word in enumerate(words):
        before = words[index - 1] if index and not word.begins else None
        if why := _is_known(word, known):
            yield PiiMatch(word.start, word.end, PiiKind.NAME, why)
        elif before and _follows_title(before, word):
            yield PiiMatch(word.start, word.end, PiiKind.NAME, TITLE)
        elif why := _capital(word, before, known, english):
            yield PiiMatch(word.start, _end(words, index), _kind(before), why)


def _end(words: list[Word], index: int) -> int:
    """Return the end of a name of several words: of the last capitalised one."""
    while index + 1 < len(words) and _continues(words[index], words[index + 1]):
        if not words[index + 1].is_capital or len(words[index + 1].text) == 1:
            break
        index += 1
    return words[index].end


def _unspaced(text: str, known: KnownNames) -> Iterator[PiiMatch]:
    folded = normalise(text) if known.unspaced else None
    for name in known.unspaced:
        start = folded.text.find(name) if folded else -1
        while folded and start >= 0:
            yield PiiMatch(*folded.span(start, start + len(name)), PiiKind.NAME, KNOWN)
            start = folded.text.find(name, start + len(name))


def _is_known(word: Word, known: KnownNames) -> str:
    folded = word.folded
    if folded in known.called and (word.is_capital or not is_common_word(folded)):
        return KNOWN
    if word.is_capital or not folded.isascii():
        for name in known.beginnings.get(folded[:_SHORTEST_BEGINNING], ()):
            if folded.startswith(name) and len(folded) - len(name) <= _LONGEST_ENDING:
                return "" if is_common_word(folded) else LIKE_KNOWN
    return ""


def _street(words: list[Word], index: int) -> PiiMatch | None:
    """Return a street or house name of two to four words that ends with this word."""
    word = words[index]
    if not index or word.folded not in _STREETS or not word.is_capital or word.begins:
        return None
    first = index
    while first > max(index - 3, 0) and _continues(words[first - 1], words[first]):
        first -= 1
    if first == index:
        return None
    return PiiMatch(words[first].start, word.end, PiiKind.PLACE, STREET)


def _continues(word: Word, after: Word) -> bool:
    is_number = word.text[0].isdecimal() and len(word.text) <= _LONGEST_SHORT
    return after.start - word.end == 1 and (word.is_capital or is_number) and not after.begins


def _follows_title(before: Word, word: Word) -> bool:
    """Whether a word follows a title, after which it is a name."""
    if before.folded in _TITLES_ALONE:
        return True
    return before.folded in _TITLES and (word.is_capital or not word.text.isascii())


def _capital(word: Word, before: Word | None, known: KnownNames, english: bool) -> str:
    folded = word.folded
    if not word.is_capital or len(folded) <= 1 or folded in _capitalised_words() | _TITLES:
        return ""
    if word.is_shouted and len(word.text) <= _LONGEST_SHORT:
        return ""
    if before is None:
        # The first word of a sentence is capitalised anyway.
        ordinary = _is_common_form(folded) or folded in known.ordinary
        return UNKNOWN if not ordinary and (english or folded in known.capital) else ""
    if is_common_word(folded) and folded not in _ALSO_NAMES:
        return ""
    return CAPITAL


def _is_common_form(folded: str) -> bool:
    """Whether a word is a common word, or one with an English suffix."""
    if "-" in folded:
        return all(_is_common_form(part) for part in folded.split("-") if part)
    stems = (folded.removesuffix(ending) for ending in ("s", "es", "ing", "ed", "er", "ly", "ness"))
    return is_common_word(folded) or any(
        stem != folded and (is_common_word(stem) or is_common_word(_undoubled(stem)))
        for stem in stems
    )


def _undoubled(stem: str) -> str:
    """Return a stem with its last letter once, as that of “getting” or “planned”."""
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem


def _kind(before: Word | None) -> PiiKind:
    return PiiKind.PLACE if before and before.folded in _PLACE_PREPOSITIONS else PiiKind.NAME


def _is_english(words: list[Word], known: KnownNames) -> bool:
    plain = [word for word in words if word.folded not in known.called]
    everyday = sum(is_common_word(word.folded) or word.folded in {"a", "i"} for word in plain)
    return bool(plain) and everyday >= _ENGLISH * len(plain)


def has_no_capitals(text: str) -> bool:
    """Whether a text has letters of a script without capitals, in which names are not detected."""
    return any(
        character.isalpha() and character.upper() == character.lower()
        for character in normalise(text).text
    )


@cache
def _capitalised_words() -> frozenset[str]:
    """Return capitalised words that are not names, such as months."""
    return frozenset(asset("capital_words.txt").read_text("utf-8").split())
