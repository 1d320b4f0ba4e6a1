"""Places in what many people wrote: which of them say where somebody lives, and which are public.

In the words of a small circle each place may tell who somebody is. What hundreds of people wrote to
a council is about places; there one counts only where it is an address or somebody's home.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from path_planner.domain.vision.sources import SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.services.vision.privacy.pii import PiiKind, PiiMatch
from path_planner.services.vision.privacy.tokenizer import Word, words_of
from path_planner.services.vision.privacy.word_lists import (
    is_capitalised_word,
    is_common_word,
    is_given_name,
    is_never_a_name,
    is_well_known_place,
)

TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "lady",
     "lord", "rev", "revd", "reverend", "father", "sister", "brother", "nurse", "cllr",
     "councillor", "auntie", "aunty", "aunt", "uncle", "nan", "nana", "gran", "granny", "grandma",
     "grandad", "granddad", "grandpa", "pan", "pani", "mrs", "miss", "señora", "señor", "herr",
     "frau", "madame", "monsieur", "جناب", "صاحب", "بیگم", "ڈاکٹر", "محترمہ", "مسٹر", "مسز"),
)  # fmt: skip
PLACE_PREPOSITIONS = frozenset(
    ("in", "at", "from", "near", "to", "around", "outside", "leave", "behind")
)
_SURE_PREPOSITIONS = frozenset(
    ("in", "at", "near", "around", "outside", "on", "along", "off", "within",
     "across", "towards", "toward", "onto", "down", "into", "past", "throughout", "inside"),
)  # fmt: skip
STREETS = frozenset(
    ("street", "st", "road", "rd", "lane", "ln", "avenue", "ave", "close", "drive", "court",
     "crescent", "terrace", "gardens", "grove", "square", "mews", "rise", "ward", "estate", "house",
     "lodge", "school", "academy", "college", "surgery", "hospital", "hospice", "infirmary",
     "centre", "church", "chapel", "mosque", "temple", "park", "primary", "hall", "farm", "mill",
     "green", "hill", "way", "walk", "row", "view", "place", "heol", "stryd", "ulica"),
)  # fmt: skip
_OTHER_HEADS = frozenset(
    ("hosp", "clinic", "unit", "university", "library", "mall", "county", "co", "river", "lake",
     "creek", "blvd", "boulevard", "pike", "hwy", "highway", "bypass", "parkway", "bridge",
     "station", "center", "district", "area", "neighbourhood", "neighborhood", "valley", "village",
     "town", "city", "council", "trust", "board", "airport", "museum", "theatre", "theater",
     "market", "stadium", "roundabout", "junction", "elementary", "schools", "parks", "apartments",
     "complex", "foundation", "department", "service", "services", "team", "group", "program",
     "programme", "project", "act", "ordinance", "law", "day", "syndrome", "disease", "machine",
     "course", "chemist", "pharmacy", "prison", "hub", "suite", "building", "store", "restaurant",
     "company", "pool", "gym", "trail", "trails", "greenway", "lot", "exit", "interchange"),
)  # fmt: skip
_ROADS = frozenset(
    ("street", "streets", "st", "road", "roads", "rd", "rds", "lane", "ln", "avenue", "ave", "blvd",
     "boulevard", "hwy", "highway", "pike", "county", "co", "bypass"),
)  # fmt: skip
"""What a given name before it is the name of, and cannot be something that the person does."""
_ROLES = frozenset(
    ("manager", "sister", "nurse", "doctor", "receptionist", "assistant", "clerk", "lead", "leader",
     "worker", "officer", "secretary", "matron", "porter", "driver", "teacher", "member", "carer"),
)  # fmt: skip
_ARTICLES = frozenset(("the", "a", "an", "this", "these", "those", "every", "each"))
_HOME = frozenset(
    ("live", "lives", "lived", "living", "home", "house", "flat", "address", "born", "reside",
     "resides", "resident", "staying", "moved", "neighbour", "neighbor", "neighbours", "neighbors",
     "family", "son", "daughter", "mother", "father", "mum", "dad", "husband", "wife", "child"),
)  # fmt: skip
_BEFORE_A_PERSON = frozenset(
    ("by", "with", "you", "thank", "thanks", "spoke", "saw", "seen", "met", "named", "called",
     "name", "lady", "man", "person", "therapist", "carer", "worker", "especially", "dear", "hi"),
)  # fmt: skip
_AFTER_A_PERSON = frozenset(
    ("is", "was", "listens", "listened", "helped", "helps", "explained", "made", "went", "gave",
     "took", "put", "always", "said", "says", "rang", "came", "told", "who", "understood"),
)  # fmt: skip
_BEFORE_A_HOME = 5
_SOON = 2
_FEWEST_PLACES = 2
_FEWEST_MENTIONS = 3
_MOST_AS_PERSON = 0.25
_MOST_LETTERS_OF_A_NUMBER = 5
_COMMA_AND_SPACE = 2
_FULL_NAME = 2
_MANY = 50
"""So many voices are what many people wrote, and no circle in which each is known."""


def sources_of_many(vision: Vision) -> frozenset[str]:
    """Return the sources in which many people wrote, such as a survey: what is said is public.

    A PATH is never one of them. The days and questions of one file count together.
    """
    files = {
        source.id: source.file or source.id
        for source in vision.sources.values()
        if source.what is not SourceKind.PATH
    }
    voices = Counter(
        files[voice.source] for voice in vision.voices.values() if voice.source in files
    )
    return frozenset(source for source, file in files.items() if voices[file] >= _MANY)


class Phrase(NamedTuple):
    """Capitalised words that belong together, from `first` to `last` in the words of a text."""

    words: list[Word]
    first: int
    last: int

    @property
    def before(self) -> Word | None:
        """Return the word before it in the same sentence."""
        is_first = self.first == 0 or self.words[self.first].begins
        return None if is_first else self.words[self.first - 1]

    @property
    def after(self) -> Word | None:
        """Return the word that follows it without a comma or full stop between."""
        if self.last + 1 >= len(self.words):
            return None
        after = self.words[self.last + 1]
        is_near = after.start - self.words[self.last].end == 1 and not after.begins
        return after if is_near else None

    def match(self, kind: PiiKind, why: str) -> PiiMatch:
        """Return it as a finding."""
        return PiiMatch(self.words[self.first].start, self.words[self.last].end, kind, why)

    @property
    def folded(self) -> list[str]:
        """Return its words, normalised."""
        return [word.folded for word in self.words[self.first : self.last + 1]]


class Mentions:
    """In how many texts each capitalised word is mentioned, and in which sense."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._as_place, self._as_person, self._in_all = (Counter[str]() for _kind in range(3))

    def add(self, words: list[Word]) -> None:
        """Count the words of one more text."""
        as_place, as_person, in_all = set[str](), set[str](), set[str]()
        for index, word in enumerate(words):
            if not word.is_capital:
                continue
            in_all.add(word.folded)
            if _is_beside_a_person(words, index):
                as_person.add(word.folded)
            elif not word.begins and stands_for_a_place(Phrase(words, index, _last(words, index))):
                as_place.add(word.folded)
        self._as_place.update(as_place)
        self._as_person.update(as_person)
        self._in_all.update(in_all)

    def is_public(self, word: str) -> bool:
        """Return whether several speak of it, and hardly anybody as one does of a person."""
        in_all = self._in_all[word]
        if is_given_name(word) or self._as_person[word] > _MOST_AS_PERSON * in_all:
            return False
        return self._as_place[word] >= _FEWEST_PLACES or in_all >= _FEWEST_MENTIONS

    def are_public(self, words: Iterable[str]) -> bool:
        """Return whether all of these words are public, but for ordinary ones beside them."""
        rest = [word for word in words if not (is_common_word(word) or is_capitalised_word(word))]
        return bool(rest) and all(map(self.is_public, rest))


def _is_beside_a_person(words: list[Word], index: int) -> bool:
    beside = []
    if index and not words[index].begins and words[index].start - words[index - 1].end == 1:
        beside.append(words[index - 1])
    if index + 1 < len(words) and _goes_on(words, index):
        beside.append(words[index + 1])
    if any(
        other.folded in TITLES or (other.is_capital and is_given_name(other.folded))
        for other in beside
    ):
        return True
    before, after = words[index - 1 : index], words[index + 1 : index + 2]
    return any(word.folded in _BEFORE_A_PERSON for word in before) or any(
        word.folded in _AFTER_A_PERSON for word in after
    )


def is_public_place(phrase: Phrase, mentions: Mentions) -> bool:
    """Whether a phrase is a place, or a thing, that says of nobody who or where they are."""
    if _is_address(phrase) or _is_home(phrase):
        return False
    folded = phrase.folded
    if stands_for_a_place(phrase) or all(word in STREETS | _OTHER_HEADS for word in folded):
        return True
    if all(map(is_well_known_place, folded)) and not _may_be_a_person(phrase):
        return True
    if len(folded) > _FULL_NAME and is_common_word(folded[0]) and is_never_a_name(folded[-1]):
        # New Glen Cottages, though Glen is a name as well.
        return True
    return not any(map(is_given_name, folded)) and (
        (len(folded) > 1 and is_never_a_name(folded[-1]) and not _has_a_role_after(phrase))
        or mentions.are_public(folded)
        or _follows_an_article(phrase)
    )


def _follows_an_article(phrase: Phrase) -> bool:
    """Whether it is “the Greenway”; “the Smiths” are people."""
    before = phrase.before
    is_many = phrase.folded[-1].endswith("s")
    return before is not None and before.folded in _ARTICLES and not is_many


def _may_be_a_person(phrase: Phrase) -> bool:
    """Whether a well-known place is a given name too, and does not stand where a place would."""
    before = phrase.before
    is_placed = before is not None and before.folded in PLACE_PREPOSITIONS | {"of", "like"}
    return any(map(is_given_name, phrase.folded)) and not is_placed


def stands_for_a_place(phrase: Phrase) -> bool:
    """Whether what stands around a phrase says that it is a place and no person."""
    folded, before = phrase.folded, phrase.before
    is_named = any(map(is_given_name, folded))
    if folded[-1] in STREETS | _OTHER_HEADS and len(folded) > 1:
        return True
    if _has_a_head_after(phrase):
        after = phrase.after
        return len(folded) > 1 or not is_named or (after is not None and after.folded in _ROADS)
    return before is not None and before.folded in _SURE_PREPOSITIONS and not is_named


def _has_a_head_after(phrase: Phrase) -> bool:
    after = phrase.after
    if after is None or after.folded not in STREETS | _OTHER_HEADS:
        return False
    further = Phrase(phrase.words, phrase.first, phrase.last + 1).after
    return further is None or further.folded not in _ROLES


def _has_a_role_after(phrase: Phrase) -> bool:
    """Whether somebody's work is named soon after, as in “Quill, respiratory nurse”."""
    soon = phrase.words[phrase.last + 1 : phrase.last + 1 + _SOON]
    return any(word.folded in _ROLES for word in soon)


def _is_address(phrase: Phrase) -> bool:
    """Whether a house number stands before a street."""
    words, first = phrase.words, phrase.first
    numbers = [words[first].text]
    if first and words[first].start - words[first - 1].end <= _COMMA_AND_SPACE:
        numbers.append(words[first - 1].text)
    is_numbered = any(
        number[0].isdecimal() and len(number) <= _MOST_LETTERS_OF_A_NUMBER for number in numbers
    )
    return is_numbered and phrase.folded[-1] in STREETS


def _is_home(phrase: Phrase) -> bool:
    """Whether somebody says that they, or one of theirs, live or belong there."""
    start = max(phrase.first - _BEFORE_A_HOME, 0)
    for index in range(phrase.first - 1, start - 1, -1):
        if phrase.words[index].folded in _HOME:
            return True
        if phrase.words[index].begins:
            return False
    return False


def _last(words: list[Word], index: int) -> int:
    while index + 1 < len(words) and _goes_on(words, index):
        index += 1
    return index


def _goes_on(words: list[Word], index: int) -> bool:
    after = words[index + 1]
    return after.is_capital and not after.begins and after.start - words[index].end == 1


class PhraseSet:
    """Phrases that are known, found again as whole words in any case."""

    def __init__(self, phrases: Iterable[str] = ()) -> None:
        """Prepare these phrases; their words are compared normalised."""
        folded = {tuple(word.folded for word in words_of(phrase)) for phrase in phrases}
        self._phrases = folded - {()}
        self._longest = max(map(len, self._phrases), default=0)

    def covers(self, folded: Sequence[str]) -> bool:
        """Return whether each of these words is in one of the phrases that stand there."""
        return len(self._places(folded)) == len(folded)

    def places_in(self, words: Sequence[Word]) -> set[int]:
        """Return the indexes of the words that are in one of the phrases."""
        return self._places([word.folded for word in words]) if self._phrases else set()

    def _places(self, folded: Sequence[str]) -> set[int]:
        return {
            index
            for first in range(len(folded))
            for length in range(1, min(self._longest, len(folded) - first) + 1)
            if tuple(folded[first : first + length]) in self._phrases
            for index in range(first, first + length)
        }
