"""Everyday words of English: what they are, so that names stand out from them."""

from functools import cache

from path_planner.resources import asset


def is_common_word(word: str) -> bool:
    """Say whether a folded word is one that everybody uses."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(asset("everyday_words.txt").read_text("utf-8").split())
