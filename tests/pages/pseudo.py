"""Tells words for people that are in the catalogue from those that are not."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any

from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import format_date, language_name
from path_planner.services.vision.privacy.pii_checks import left_in_own_words
from path_planner.ui.components.choices import language_choices

SAID = frozenset(
    {
        *("title", "place", "name", "text", "words", "helps", "what", "note", "explained_how"),
        *("tried", "learned", "pleased", "concerned", "next", "leaving_words"),
    }
)
"""The fields of a session in which people write."""
LETTER = re.compile(r"[^\W\d_]")
DIRECTIVE = re.compile(r"(?<!\\):(material/\w+:|[a-z-]+(?=\[))")
JOINER = "\u2060"


def bare(texts: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the texts that hold words which are neither of the catalogue nor known."""
    longest_first = sorted((one for one in map(_even, known) if one), key=len, reverse=True)
    return [text for text in texts if LETTER.search(_without(longest_first, text))]


def words_of(session: Session) -> list[str]:
    """Return what people wrote in a session, its days, and languages as they call themselves."""
    return [*_said(session.model_dump()), *languages()]


def words_of_vision(vision: Vision) -> list[str]:
    """Return all that stands in a vision: everything in it was written by people."""
    return [*_all_words(vision.model_dump()), *_around_marks(vision)]


def _around_marks(vision: Vision) -> Iterable[str]:
    """Return the parts of what a group wrote, where a page marks names and places in it."""
    for one in left_in_own_words(vision):
        ends = sorted(end for mark in one.matches for end in (mark.start, mark.end))
        for start, end in pairwise((0, *ends, len(one.text))):
            yield one.text[start:end]


def languages() -> list[str]:
    """Return the languages as they call themselves."""
    return list(map(language_name, language_choices()))


def _all_words(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
        # Some pages show what people wrote sentence by sentence.
        yield from re.split(r"(?<=[.!?])\s+", value)
    elif isinstance(value, date):
        yield format_date(value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _all_words(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _all_words(one)


def _without(known: list[str], text: str) -> str:
    rest = _outside(_even(text))
    for one in known:
        rest = rest.replace(one, " ")
    return rest


def _outside(text: str) -> str:
    """Return what stands outside the brackets of the made-up language, which may nest."""
    outside, depth = [], 0
    for letter in text:
        depth += letter == "⟦"
        outside.append(" " if depth else letter)
        depth -= letter == "⟧"
    return "".join(outside)


def _even(text: str) -> str:
    """Return text as it is read, without directives and the escaping that keeps it plain."""
    told = DIRECTIVE.sub("", text.replace(JOINER, ""))
    return " ".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", told).split())


def _said(value: Any, name: str = "") -> Iterable[str]:
    if isinstance(value, str):
        if name in SAID:
            yield value
            yield from value.splitlines()
    elif isinstance(value, date):
        yield format_date(value)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _said(part, key)
