"""The list of common English words, by which names are told from other words."""

from functools import cache

from path_planner.resources import asset


def is_common_word(word: str) -> bool:
    """Whether a normalised word is a common English word."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(asset("everyday_words.txt").read_text("utf-8").split())
