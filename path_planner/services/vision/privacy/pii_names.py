"""Likely names and places in a text: what is known, and what a capital letter gives away."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from path_planner.i18n import N_
from path_planner.resources import asset
from path_planner.services.vision.privacy.normalisation import is_unspaced, normalise
from path_planner.services.vision.privacy.pii import PiiKind, PiiMatch, without_overlaps
from path_planner.services.vision.privacy.pseudonyms import name_matches_of
from path_planner.services.vision.privacy.tokenizer import Word, words_of


def is_common_word(word: str) -> bool:
    """Say whether a folded word is one that everybody uses."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(asset("everyday_words.txt").read_text("utf-8").split())


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
_WHERE = frozenset(("in", "at", "from", "near", "to", "around", "outside", "leave", "behind"))
_NAMES_TOO = frozenset(
    ("will", "mark", "may", "rose", "grace", "hope", "joy", "art", "bill", "rob", "sue", "jack",
     "pat", "penny", "frank", "ray", "drew", "dawn", "faith", "harry", "charity", "robin"),
)  # fmt: skip
_SHORTEST_BEGINNING = 4
_LONGEST_ENDING = 4
_LONGEST_SHORT = 5
_ENGLISH = 0.4


class KnownNames(NamedTuple):
    """What is known of all voices together: it tells names and ordinary words apart."""

    called: frozenset[str]
    """How people are called who were there, folded."""
    beginnings: Mapping[str, tuple[str, ...]]
    """The same by their first letters."""
    ordinary: frozenset[str]
    """Words that are written small somewhere."""
    capital: frozenset[str]
    """Words that have a capital letter inside a sentence somewhere."""
    unspaced: tuple[str, ...] = ()
    """Names in scripts that set no spaces between words."""


def known_names_of(texts: Iterable[str], names: Iterable[str]) -> KnownNames:
    """Return what texts and the names of those who were there tell."""
    called = frozenset(way.called for name in names for way in name_matches_of(name, ""))
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
    """Return what may be a name or a place; `own` is a name that its owner wants printed."""
    allowed = {way.called for way in name_matches_of(own, "")}
    words = [word for word in words_of(text) if word.folded and word.folded not in allowed]
    streets = [found for index in range(len(words)) if (found := _street(words, index))]
    return without_overlaps([*streets, *_unspaced(text, known), *_names(words, known)])


def _names(words: list[Word], known: KnownNames) -> Iterator[PiiMatch]:
    english = _is_english(words, known)
    for index, word in enumerate(words):
        before = words[index - 1] if index and not word.begins else None
        if why := _is_known(word, known):
            yield PiiMatch(word.start, word.end, PiiKind.NAME, why)
        elif before and _is_called(before, word):
            yield PiiMatch(word.start, word.end, PiiKind.NAME, TITLE)
        elif why := _capital(word, before, known, english):
            yield PiiMatch(word.start, _end(words, index), _kind(before), why)


def _end(words: list[Word], place: int) -> int:
    """Return where a name of some words ends: with the last that has a capital letter."""
    while place + 1 < len(words) and _goes_on(words[place], words[place + 1]):
        if not words[place + 1].is_capital or len(words[place + 1].text) == 1:
            break
        place += 1
    return words[place].end


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
        for way in known.beginnings.get(folded[:_SHORTEST_BEGINNING], ()):
            if folded.startswith(way) and len(folded) - len(way) <= _LONGEST_ENDING:
                return "" if is_common_word(folded) else LIKE_KNOWN
    return ""


def _street(words: list[Word], place: int) -> PiiMatch | None:
    """Return a street or house of two or three words, whose last one this is."""
    word = words[place]
    if not place or word.folded not in _STREETS or not word.is_capital or word.begins:
        return None
    first = place
    while first > max(place - 3, 0) and _goes_on(words[first - 1], words[first]):
        first -= 1
    if first == place:
        return None
    return PiiMatch(words[first].start, word.end, PiiKind.PLACE, STREET)


def _goes_on(word: Word, after: Word) -> bool:
    is_number = word.text[0].isdecimal() and len(word.text) <= _LONGEST_SHORT
    return after.start - word.end == 1 and (word.is_capital or is_number) and not after.begins


def _is_called(before: Word, word: Word) -> bool:
    """Say whether a word follows a title: after some of them however it is written."""
    if before.folded in _TITLES_ALONE:
        return True
    return before.folded in _TITLES and (word.is_capital or not word.text.isascii())


def _capital(word: Word, before: Word | None, known: KnownNames, english: bool) -> str:
    folded = word.folded
    if not word.is_capital or len(folded) <= 1 or folded in _small() | _TITLES:
        return ""
    if word.is_shouted and len(word.text) <= _LONGEST_SHORT:
        return ""
    if before is None:
        # What begins a sentence has a capital letter anyway.
        ordinary = _is_like_everyday(folded) or folded in known.ordinary
        return UNKNOWN if not ordinary and (english or folded in known.capital) else ""
    if is_common_word(folded) and folded not in _NAMES_TOO:
        return ""
    return CAPITAL


def _is_like_everyday(folded: str) -> bool:
    """Say whether a word is an everyday one, or one with an ending."""
    if "-" in folded:
        return all(_is_like_everyday(part) for part in folded.split("-") if part)
    stems = (folded.removesuffix(ending) for ending in ("s", "es", "ing", "ed", "er", "ly", "ness"))
    return is_common_word(folded) or any(
        stem != folded and (is_common_word(stem) or is_common_word(_undoubled(stem)))
        for stem in stems
    )


def _undoubled(stem: str) -> str:
    """Return a stem with its last letter once, as that of “getting” or “planned”."""
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem


def _kind(before: Word | None) -> PiiKind:
    return PiiKind.PLACE if before and before.folded in _WHERE else PiiKind.NAME


def _is_english(words: list[Word], known: KnownNames) -> bool:
    plain = [word for word in words if word.folded not in known.called]
    everyday = sum(is_common_word(word.folded) or word.folded in {"a", "i"} for word in plain)
    return bool(plain) and everyday >= _ENGLISH * len(plain)


def has_no_capitals(text: str) -> bool:
    """Say whether a text has letters of a script without capitals, where names are not found."""
    return any(sign.isalpha() and sign.upper() == sign.lower() for sign in normalise(text).text)


@cache
def _small() -> frozenset[str]:
    """Return words that have a capital letter and are no names."""
    return frozenset(asset("capital_words.txt").read_text("utf-8").split())
