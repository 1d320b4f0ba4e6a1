"""What an arrival may say again: others that wait, and lines of the document, that are like it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from path_planner.domain.base import sorted_records
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.services.arrivals.tray import Arrival, Place
from path_planner.services.context import EditContext, SaveResult
from path_planner.services.event.contributions import answer
from path_planner.services.session.voices import change_voice

LEAST_FIRST = (Share.PRIVATE, Share.CIRCLE, Share.THEME, Share.QUOTE, Share.NAMED)
LIKE = 0.6
"""The part of the shorter text that the other one has too, if they are alike."""
_WORD = re.compile(r"\w+")
_SHORT = 3
"""Words of fewer letters say little: a, to, my."""


def overlap(one: str, other: str) -> float:
    """Return how much of the shorter text is in the other one too, from 0 to 1."""
    first, second = _signs(one), _signs(other)
    fewer = min(_weight(first), _weight(second))
    return _weight(first & second) / fewer if fewer else 0.0


def _weight(words: Iterable[str]) -> int:
    # Long words say more than short ones, such as "the".
    return sum(len(word) ** 2 for word in words)


def _signs(text: str) -> frozenset[str]:
    """Return the words of a text, or pairs of letters where a script has no spaces."""
    words = _WORD.findall(text.casefold())
    long = frozenset(word for word in words if len(word) >= _SHORT)
    joined = "".join(words)
    is_spaced = len(words) > 1 or not joined or joined.isascii()
    if long and is_spaced:
        return long
    return frozenset(joined[at : at + 2] for at in range(max(1, len(joined) - 1))) - {""}


def most_alike(text: str, others: Mapping[Any, str]) -> Any | None:
    """Return the key of the text that is most like this one, if any is alike."""
    ranked = sorted(((overlap(text, other), key) for key, other in others.items()), key=_first)
    return ranked[-1][1] if ranked and ranked[-1][0] >= LIKE else None


def _first(pair: tuple[float, Any]) -> float:
    return pair[0]


def lines_at(document: Any, place: Place) -> dict[str, str]:
    """Return the words that stand in the document where an arrival goes, by id, newest first."""
    if isinstance(document, Session):
        found = [one for one in document.voices.values() if one.stage == place.stage]
    else:
        named = ("topic", "table", "round")
        found = [
            one
            for one in document.voices.values()
            if all(getattr(one, name) == getattr(place, name) for name in named)
        ]
    return {one.id: one.text for one in reversed(sorted_records({one.id: one for one in found}))}


def join_to_line(
    context: EditContext[Any],
    line_id: str,
    words: str,
    arrivals: Iterable[Arrival],
    facts: Mapping[str, Any],
) -> SaveResult[Any]:
    """Join arrivals to a line that is in the document, shared no further than each of them.

    In a PATH words that the voice has not are added to it. In an event nobody's words are changed:
    they become an answer below the line. Raises UnknownRecord.
    """
    if not isinstance(context.document, Session):
        return answer(context, line_id, words, **facts)
    voice = context.document.voices.get(line_id)
    text = _with_new_lines(voice.text if voice else "", words.split("\n"))
    shares = [one.share for one in arrivals] + ([voice.share] if voice else [])
    return change_voice(context, line_id, text=text, share=min(shares, key=LEAST_FIRST.index))


def _with_new_lines(text: str, more: Sequence[str]) -> str:
    known = {line.casefold() for line in text.split("\n")}
    return "\n".join([text, *(line for line in more if line.casefold() not in known)])
