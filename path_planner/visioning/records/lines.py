"""Plain text, one voice a line, as it is typed or pasted after a conversation."""

import re

from path_planner.domain.text import MOST_LETTERS, clean
from path_planner.visioning.records.conversations import Heard, Record
from path_planner.visioning.records.speakers import role_of, who_of

_BULLET = re.compile(r"^(?:[•▪◦‣·*–—-]|\[[ xX]?\])\s+")
_SPOKEN = re.compile(r"^([^\s:\uff1a][^:\uff1a]{0,39})[:\uff1a]\s+(?=\S)")
_FEWEST_SPOKEN = 2
_WORDS_OF_A_NAME = 4


def record_of_text(text: str) -> Record:
    """Read a text, one voice a line; where every line begins with who said it, that too."""
    lines = [_BULLET.sub("", line.strip()).strip() for line in text.splitlines()]
    told = [line for line in lines if clean(line)]
    spoken = _all_spoken(told)
    heard = [_heard(line, spoken) for line in told]
    cut = sum(len(one.text) > MOST_LETTERS for one in heard)
    return Record(tuple(one._replace(text=one.text[:MOST_LETTERS]) for one in heard), cut=cut)


def _all_spoken(lines: list[str]) -> bool:
    """Say whether every line begins with a name and a colon."""
    return len(lines) >= _FEWEST_SPOKEN and all(
        (found := _SPOKEN.match(line)) and len(found[1].split()) <= _WORDS_OF_A_NAME
        for line in lines
    )


def _heard(line: str, spoken: bool) -> Heard:
    found = _SPOKEN.match(line) if spoken else None
    if found is None:
        return Heard(line)
    return Heard(line[found.end() :], who=who_of(found[1]), role=role_of(found[1]))
