"""Detection of likely names and places: by known names, titles, streets and capital letters.

A heuristic for English; other languages are judged by known names and by capitals alone. A name at
the beginning of a sentence is recognised because it is not a common word.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from path_planner.i18n import N_
from path_planner.services.vision.privacy.pii import PiiKind, PiiMatch, without_overlaps
from path_planner.services.vision.privacy.pii_places import (
    PLACE_PREPOSITIONS,
    STREETS,
    TITLES,
    Mentions,
    Phrase,
    PhraseSet,
    is_public_place,
)
from path_planner.services.vision.privacy.pseudonyms import name_matches_of
from path_planner.services.vision.privacy.tokenizer import Word, is_unspaced, normalise, words_of
from path_planner.services.vision.privacy.word_lists import (
    is_capitalised_word,
    is_common_word,
    is_given_name,
    is_ordinary_word,
)

KNOWN = N_("someone who was there has this name")
LIKE_KNOWN = N_("it starts like the name of someone who was there")
TITLE = N_("it comes after a title such as Mrs or Dr")
CAPITAL = N_("it has a capital letter inside a sentence")
UNKNOWN = N_("it has a capital letter and is not an everyday word")
STREET = N_("it looks like a street or a house address")

_TITLES_ALONE = frozenset(("mr", "mrs", "ms", "mx", "dr", "cllr", "revd", "prof"))
_TRADES = frozenset(("nurse", "sister", "lady", "lord", "father", "brother"))
"""Titles after which a few capitals are a trade or a ward, as in “nurse CPN”."""
_OTHER_WORDS = """
a about after again all also always am an and any are as asked at be been before but by called came
can could did do does don't even for from gave get give go got had has have he her him his how i i'm
i'd i'll i've if in is it it's just made me more my need needed needs never no not of off on only or
other our out over practice prescribed really referred rang said same saw seeing seen she should so
some surgery than that that's the them then there they they're this to told took up us very visit
visits was wasn't we we're were when where which while who whom whose why will with won't would you
your"""
_NEVER_AFTER_A_TITLE = frozenset(_OTHER_WORDS.split())
"""Words that are no name even after a title: “the Dr to”, “the lady I met”."""
_ALSO_NAMES = frozenset(
    ("ant", "will", "mark", "may", "rose", "grace", "hope", "joy", "art", "bill", "rob", "sue",
     "jack", "pat", "penny", "frank", "ray", "drew", "dawn", "faith", "harry", "charity", "robin"),
)  # fmt: skip
_BEGINNINGS = frozenset(
    ("Mc", "Mac", "De", "Du", "Di", "Da", "La", "Le", "Van", "Von", "Fitz", "St")
)
"""Beginnings of names after which a capital follows."""
_CONTRACTIONS = ("n't", "'re", "'ve", "'ll", "'d")
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SHORTEST_BEGINNING = 4
_LONGEST_ENDING = 4
_LONGEST_SHORT = 5
_SHORTEST_SHOUTED = 4
"""Shorter names in capitals, such as JO, cannot be told from initials."""
_ENGLISH = 0.4
_NOUNS = 0.2
_FEWEST_WORDS = 4


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
    mentions: Mentions = Mentions()
    """How often each capitalised word is mentioned, and whether as a place or a person."""
    known_places: PhraseSet = PhraseSet()
    """Where people were heard and whose vision it is: known places, which are no finding."""
    no_names: PhraseSet = PhraseSet()
    """What people said is no name."""


def known_names_of(
    texts: Iterable[str],
    names: Iterable[str],
    places: Iterable[str] = (),
    no_names: Iterable[str] = (),
) -> KnownNames:
    """Return the statistics of these texts, names, known places and words that are no names."""
    called = frozenset(way.form for name in names for way in name_matches_of(name, ""))
    beginnings: dict[str, tuple[str, ...]] = {}
    for way in sorted(called):
        if len(way) >= _SHORTEST_BEGINNING:
            start = way[:_SHORTEST_BEGINNING]
            beginnings[start] = (*beginnings.get(start, ()), way)
    ordinary, capital = set[str](), set[str]()
    mentions = Mentions()
    for text in texts:
        words = [*words_of(text)]
        for word in words:
            if not word.is_capital:
                ordinary.add(word.folded)
            elif not word.begins and not word.is_shouted:
                capital.add(word.folded)
        mentions.add(words)
    unspaced = tuple(sorted(way for way in called if all(map(is_unspaced, way))))
    return KnownNames(
        called,
        beginnings,
        frozenset(ordinary),
        frozenset(capital),
        unspaced,
        mentions,
        PhraseSet(part for place in places for part in place.split(",")),
        PhraseSet(no_names),
    )


def find_names(
    text: str, known: KnownNames, own: str = "", *, of_many: bool = False
) -> list[PiiMatch]:
    """Return likely names and places; `own` is a name that its owner wants printed.

    In the words `of_many` people, such as a survey, places that are nobody's home are no finding.
    """
    allowed = {match.form for match in name_matches_of(own, "")}
    words = [word for word in words_of(text) if word.folded and word.folded not in allowed]
    streets = [street for index in range(len(words)) if (street := _street(words, index))]
    found = [
        *(
            street.match(PiiKind.PLACE, STREET)
            for street in streets
            if _counts(street, known, of_many)
        ),
        *_unspaced(text, known),
        *_names(words, known, of_many),
    ]
    return without_overlaps(found)


def _counts(phrase: Phrase, known: KnownNames, of_many: bool) -> bool:
    """Whether a phrase with capitals may tell who somebody is."""
    if known.no_names.covers(phrase.folded) or known.known_places.covers(phrase.folded):
        return False
    return not (of_many and is_public_place(phrase, known.mentions))


def _names(words: list[Word], known: KnownNames, of_many: bool) -> Iterator[PiiMatch]:
    english, passed = _is_english(words, known), -1
    capital_nouns = of_many and not english and _has_capital_nouns(words)
    quiet = known.known_places.places_in(words) | known.no_names.places_in(words)
    for index, word in enumerate(words):
        before = words[index - 1] if index and not word.begins else None
        is_open = index > passed and index not in quiet
        if why := _is_known(word, known):
            yield PiiMatch(word.start, word.end, PiiKind.NAME, why)
            passed = index
        elif before and _follows_title(before, word) and not known.no_names.covers([word.folded]):
            yield PiiMatch(word.start, word.end, PiiKind.NAME, TITLE)
            passed = index
        elif is_open and (why := _capital(word, before, known, english=english, of_many=of_many)):
            first = _first(words, index, quiet, passed)
            phrase = Phrase(words, first, _last(words, index, quiet))
            passed = phrase.last
            is_noun = capital_nouns and not any(map(is_given_name, phrase.folded))
            if not is_noun and _counts(phrase, known, of_many):
                yield phrase.match(_kind(phrase.before), why)


def _first(words: list[Word], index: int, quiet: Container[int], passed: int) -> int:
    """Return the first word of a name of several words, of which the first may be ordinary."""
    while index - 1 > passed and _continues(words[index - 1], words[index]):
        before = words[index - 1]
        if index - 1 in quiet or not before.is_capital or not _may_begin(before):
            break
        index -= 1
    return index


def _may_begin(word: Word) -> bool:
    folded = word.folded
    is_word = is_common_word(folded) or is_capitalised_word(folded) or _is_acronym(word)
    return not is_word and not ("-" in folded and _is_ordinary(folded))


def _last(words: list[Word], index: int, quiet: Container[int]) -> int:
    """Return the last word of a name of several words: the last capitalised one."""
    while index + 1 < len(words) and _continues(words[index], words[index + 1]):
        after = words[index + 1]
        if index + 1 in quiet or not after.is_capital or len(after.text) == 1:
            break
        index += 1
    return index


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


def _street(words: list[Word], index: int) -> Phrase | None:
    """Return a street or house name of two to four words that ends with this word."""
    word = words[index]
    if not index or word.folded not in STREETS or not word.is_capital or word.begins:
        return None
    first = index
    while first > max(index - 3, 0) and _continues(words[first - 1], words[first]):
        first -= 1
    return None if first == index else Phrase(words, first, index)


def _continues(word: Word, after: Word) -> bool:
    is_number = word.text[0].isdecimal() and len(word.text) <= _LONGEST_SHORT
    return after.start - word.end == 1 and (word.is_capital or is_number) and not after.begins


def _follows_title(before: Word, word: Word) -> bool:
    """Whether a word follows a title, after which it is a name."""
    gap = word.start - before.end
    if before.folded not in TITLES or gap > 1 + (before.folded in _TITLES_ALONE):
        return False
    if not _could_be_spelt(word.folded):
        return False
    if word.folded in _NEVER_AFTER_A_TITLE and not (word.is_capital and len(word.text) > 1):
        return False
    if before.folded == "ms" and before.is_shouted and is_ordinary_word(word.folded):
        # MS is an illness, and the maker of Teams.
        return False
    if before.folded in _TITLES_ALONE:
        return True
    is_other = is_capitalised_word(word.folded) or (_is_acronym(word) and before.folded in _TRADES)
    is_name = is_given_name(word.folded) or not is_other
    return is_name and (word.is_capital or not word.text.isascii())


def _capital(
    word: Word, before: Word | None, known: KnownNames, *, english: bool, of_many: bool
) -> str:
    folded = word.folded
    if not word.is_capital or len(folded) <= 1 or is_capitalised_word(folded) or folded in TITLES:
        return ""
    if _is_acronym(word) or _is_joined(word.text) or not _could_be_spelt(folded):
        return ""
    if before is None:
        # The first word of a sentence is capitalised anyway.
        ordinary = _is_common_form(folded) or folded in known.ordinary
        return UNKNOWN if not ordinary and (english or folded in known.capital) else ""
    if is_common_word(folded):
        return CAPITAL if folded in _ALSO_NAMES else ""
    is_placed = before.folded in PLACE_PREPOSITIONS and not of_many
    return CAPITAL if is_placed or folded in _ALSO_NAMES or not _is_ordinary(folded) else ""


def _is_acronym(word: Word) -> bool:
    """Whether a word is a few capitals, with or without an s, as NHS, GPs and OT's are."""
    letters = word.text.replace("\u2019", "'").removesuffix("s").removesuffix("'")
    if not (letters.isupper() and 1 < len(letters) <= _LONGEST_SHORT):
        return False
    return len(letters) < _SHORTEST_SHOUTED or not is_given_name(word.folded)


def _could_be_spelt(folded: str) -> bool:
    """Whether it could be a name: no digit, no “n't”, and no letter thrice, as in Hmmm and XXXX."""
    thrice = any(folded[index] * 3 == folded[index : index + 3] for index in range(len(folded) - 2))
    return not (thrice or folded.endswith(_CONTRACTIONS) or any(map(str.isdecimal, folded)))


def _is_joined(text: str) -> bool:
    """Whether capitals stand inside a word that is none of the names with such capitals."""
    parts = _PARTS.findall(text)
    if "".join(parts) != text or parts[1:] == [] or parts[0] in _BEGINNINGS:
        return False
    return not any(is_given_name(part.lower()) for part in (*parts, text))


def _is_ordinary(folded: str) -> bool:
    parts = folded.split("-")
    return is_ordinary_word(folded) or (
        len(parts) > 1
        and all(is_ordinary_word(part) or is_capitalised_word(part) for part in parts if part)
    )


def _is_common_form(folded: str) -> bool:
    """Whether a word is ordinary, or a common one with an English suffix."""
    if "-" in folded:
        return all(
            _is_common_form(part) or is_capitalised_word(part) for part in folded.split("-") if part
        )
    stems = (folded.removesuffix(ending) for ending in ("s", "es", "ing", "ed", "er", "ly", "ness"))
    return is_ordinary_word(folded) or any(
        stem != folded and (is_common_word(stem) or is_common_word(_undoubled(stem)))
        for stem in stems
    )


def _undoubled(stem: str) -> str:
    """Return a stem with its last letter once, as that of “getting” or “planned”."""
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem


def _kind(before: Word | None) -> PiiKind:
    return PiiKind.PLACE if before and before.folded in PLACE_PREPOSITIONS else PiiKind.NAME


def _is_english(words: list[Word], known: KnownNames) -> bool:
    plain = [word for word in words if word.folded not in known.called]
    everyday = sum(is_common_word(word.folded) or word.folded in {"a", "i"} for word in plain)
    return bool(plain) and everyday >= _ENGLISH * len(plain)


def _has_capital_nouns(words: list[Word]) -> bool:
    """Whether so many words are capitalised inside sentences that nouns are, as in German."""
    inside = [word for word in words if not word.begins]
    capitals = sum(word.is_capital for word in inside)
    return len(inside) >= _FEWEST_WORDS and capitals >= _NOUNS * len(inside)


def has_no_capitals(text: str) -> bool:
    """Whether a text has letters of a script without capitals, in which names are not detected."""
    return any(
        character.isalpha() and character.upper() == character.lower()
        for character in normalise(text).text
    )
