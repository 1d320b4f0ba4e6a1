"""Limits on the size of documents, so that whatever is written can be read again."""

from collections.abc import Iterable, Mapping, Sized
from typing import Any, NamedTuple

from path_planner.errors import FileDamaged, FileTooLarge, TooManyRecords
from path_planner.storage import notices

MOST_BYTES = 64 * 2**20
"""10,000 strokes of 150 points take 18 MB."""
MOST_MEGABYTES = MOST_BYTES // 2**20
MOST_BRACKETS = 400_000
MOST_COMMAS = 8_000_000
MOST_DEPTH = 32


class ParseCost(NamedTuple):
    """A cheap estimate of the time and memory that parsing a JSON text will take."""

    size: int = 0
    brackets: int = 0
    commas: int = 0

    def plus(self, other: "ParseCost") -> "ParseCost":
        """Return the sum of two estimates."""
        return ParseCost(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def is_light(self) -> bool:
        """Whether a document of this cost is within the limits."""
        return (
            self.size <= MOST_BYTES
            and self.brackets <= MOST_BRACKETS
            and self.commas <= MOST_COMMAS
        )

    def check(self) -> None:
        """Raise FileTooLarge or FileDamaged above the limits."""
        if self.size > MOST_BYTES:
            raise FileTooLarge(limit=MOST_MEGABYTES)
        if self.brackets > MOST_BRACKETS or self.commas > MOST_COMMAS:
            raise FileDamaged(why=notices.TOO_MANY_PARTS)


def estimate_parse_cost(data: bytes) -> ParseCost:
    """Count the bytes, brackets and commas of a JSON text, without parsing it."""
    return ParseCost(len(data), data.count(b"[") + data.count(b"{"), data.count(b","))


def check_count(collection: str, records: Sized, most: int) -> None:
    """Raise TooManyRecords if a collection has more than `most` records."""
    if len(records) > most:
        raise TooManyRecords(limit=most, what=collection)


def check_nesting(parsed: Mapping[str, object]) -> int:
    """Return the number of keys; raise FileDamaged if the nesting is deeper than MOST_DEPTH.

    orjson parses deeper nesting than it can write. The search is by levels, without recursion.
    """
    keys, level = 0, [parsed]
    for _ in range(MOST_DEPTH):
        below: list[Any] = []
        for outer in level:
            inside: Iterable[object] = outer
            if isinstance(outer, dict):
                keys += len(outer)
                inside = outer.values()
            # Points of strokes are long lists of numbers: skip them by a test of their types.
            if not _SCALARS.issuperset(map(type, inside)):
                below.extend(inner for inner in inside if isinstance(inner, (dict, list)))
        if not below:
            return keys
        level = below
    raise FileDamaged(why=notices.TOO_DEEP)


_SCALARS = {int, float, str, bool, type(None)}
