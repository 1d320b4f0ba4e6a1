"""How much a plan can hold: what is let in can always be read again."""

from collections.abc import Iterable, Mapping, Sized
from typing import Any, NamedTuple

from path_planner.errors import FileDamaged, FileTooLarge, TooManyRecords
from path_planner.storage import notices

MOST_BYTES = 64 * 2**20
"""10,000 strokes of 150 points take 18 MB."""
MOST_BRACKETS = 400_000
MOST_COMMAS = 8_000_000
MOST_DEPTH = 32


class ParseCost(NamedTuple):
    """What reading a text will cost, known before it is read."""

    size: int = 0
    brackets: int = 0
    commas: int = 0

    def plus(self, other: "ParseCost") -> "ParseCost":
        """Return the two together."""
        return ParseCost(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def is_light(self) -> bool:
        """Say whether a document of this weight can be read again."""
        return (
            self.size <= MOST_BYTES
            and self.brackets <= MOST_BRACKETS
            and self.commas <= MOST_COMMAS
        )

    def check(self) -> None:
        """Refuse what is too heavy to be a plan."""
        if self.size > MOST_BYTES:
            raise FileTooLarge(limit=MOST_BYTES // 2**20)
        if self.brackets > MOST_BRACKETS or self.commas > MOST_COMMAS:
            raise FileDamaged(why=notices.TOO_MANY_PARTS)


def estimate_parse_cost(data: bytes) -> ParseCost:
    """Count what makes a text dear to read, without reading it."""
    return ParseCost(len(data), data.count(b"[") + data.count(b"{"), data.count(b","))


def check_count(collection: str, records: Sized, most: int) -> None:
    """Refuse a collection that holds more than a plan can."""
    if len(records) > most:
        raise TooManyRecords(limit=most, what=collection)


def check_nesting(parsed: Mapping[str, object]) -> int:
    """Refuse nesting that could be read but not be written again; return the number of keys."""
    keys, level = 0, [parsed]
    for _ in range(MOST_DEPTH):
        below: list[Any] = []
        for outer in level:
            inside: Iterable[object] = outer
            if isinstance(outer, dict):
                keys += len(outer)
                inside = outer.values()
            # The points of a stroke are many and all numbers: this is the quick way to see it.
            if not _PLAIN.issuperset(map(type, inside)):
                below.extend(inner for inner in inside if isinstance(inner, (dict, list)))
        if not below:
            return keys
        level = below
    raise FileDamaged(why=notices.TOO_DEEP)


_PLAIN = {int, float, str, bool, type(None)}
