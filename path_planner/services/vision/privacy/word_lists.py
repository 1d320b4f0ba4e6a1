"""Lists of words by which names are told from other words, and people from places."""

from collections.abc import Iterator
from functools import cache

from path_planner.resources import asset


def is_common_word(word: str) -> bool:
    """Whether a normalised word is a common English word; a few of these are names as well."""
    return word in _words("everyday_words.txt")


def is_ordinary_word(word: str) -> bool:
    """Whether a normalised word is English, and is nobody's name unless it is a common word."""
    return is_common_word(word) or is_never_a_name(word)


def is_never_a_name(word: str) -> bool:
    """Whether a normalised word is English, and neither a given name nor a common surname."""
    return word in _ordinary_words()


def is_given_name(word: str) -> bool:
    """Whether a normalised word is a given name."""
    return word in _words("given_names.txt")


def is_well_known_place(word: str) -> bool:
    """Whether a normalised word is a place where too many people live to tell who they are."""
    return word in _words("well_known_places.txt")


def is_capitalised_word(word: str) -> bool:
    """Whether a normalised word is written with a capital letter and is no name, as a month is."""
    return word in _words("capital_words.txt")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def _ordinary_words() -> frozenset[str]:
    return frozenset(
        word
        for line in _lines("ordinary_words.txt")
        for family in line.split(",")
        for word in _family(*family.split())
    )


def _family(first: str = "", *endings: str) -> Iterator[str]:
    """Yield the words of a beginning and its endings; with a hyphen, the first is no word."""
    beginning = first.removesuffix("-")
    if beginning == first:
        yield first
    yield from (beginning + ending for ending in endings)


def _lines(name: str) -> list[str]:
    lines = asset(name).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
