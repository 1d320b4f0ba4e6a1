"""Dates in tables: the order of day and month is decided for a whole column, never for one cell."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from path_planner.i18n import month_names
from path_planner.services.vision.privacy.tokenizer import normalise

_YEAR_FIRST = re.compile(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_IN_NUMBERS = re.compile(r"\s*\[?(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)")
_DAY_MONTH = re.compile(
    r"(?:[^\d\s,]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|e|\.|º)?\s+(?:de\s+)?([^\W\d_]+)\.?,?"
    r"(?:\s+del?)?\s+(\d{4})"
)
_MONTH_DAY = re.compile(
    r"(?:[^\d\s,]+,?\s+)??([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})"
)
# As Unix `date` writes it: Tue Feb 13 12:58:16 GMT 2018.
_UNIX = re.compile(r"[a-z]{3} ([a-z]{3}) +(\d{1,2}) \d\d:\d\d:\d\d \S+ (\d{4})")
_SECONDS = re.compile(r"\s*(\d{10})(?:\d{3})?(?:\.0)?\s*")
_TIME = re.compile(r"(?<!\d)\d{1,2}:\d\d")
_CENTURY = 2000
_LONGEST = 60
_MONTH_LANGUAGES = ("en", "cy", "de", "fr", "es", "it", "pl", "nl", "pt", "sv", "da", "cs", "ro")
_TWELVE = 12


class DateOrder(StrEnum):
    """Whether 3/4/2026 is in April or in March."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


class DateColumn(NamedTuple):
    """What the cells of a column say about the order of day and month."""

    order: DateOrder = DateOrder.DAY_FIRST
    ambiguous: bool = False
    """Nothing in the column tells; people are asked."""
    example: str = ""
    """A cell that means another day in the other order."""


def date_column_of(cells: Sequence[str]) -> DateColumn:
    """Decide the order of a column: by a number over twelve, or by rows that are in order of time.

    Where some rows need one order and some the other, more rows decide, and the others have no day.
    """
    numbers = [match for cell in cells if (match := _IN_NUMBERS.match(cell[:_LONGEST]))]
    day_first = sum(int(match[1]) > _TWELVE for match in numbers)
    month_first = sum(int(match[2]) > _TWELVE for match in numbers)
    unlike = [match for match in numbers if match[1] != match[2]]
    example = unlike[0][0].strip(" [") if unlike else ""
    if day_first != month_first:
        order = DateOrder.DAY_FIRST if day_first > month_first else DateOrder.MONTH_FIRST
        return DateColumn(order, example=example)
    if not unlike:
        return DateColumn()
    in_order = [order for order in DateOrder if _is_sorted(numbers, order)]
    if len(in_order) == 1 and len(numbers) >= 4:  # noqa: PLR2004 # fewer may be in order by chance
        return DateColumn(in_order[0], example=example)
    return DateColumn(ambiguous=True, example=example)


def _is_sorted(numbers: Sequence[re.Match[str]], order: DateOrder) -> bool:
    days = [_in_order(match, order) for match in numbers]
    known = [day for day in days if day is not None]
    return len(known) == len(days) and (known == sorted(known) or known == sorted(known)[::-1])


def day_of(text: str, order: DateOrder = DateOrder.DAY_FIRST) -> date | None:
    """Parse a date, written in numbers or words or as seconds since 1970; None if it is none."""
    text = text[:_LONGEST]
    if match := _YEAR_FIRST.match(text):
        return _day(match[1], match[2], match[3])
    if match := _IN_NUMBERS.match(text):
        return _in_order(match, order)
    if match := _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(match[1]), UTC).date()
    return _day_in_words(normalise(text).text.strip())


def has_time(text: str) -> bool:
    """Whether a cell has a time of day, as the answers of a form do."""
    return bool(_TIME.search(text[:_LONGEST]) or _SECONDS.fullmatch(text[:_LONGEST]))


def _in_order(match: re.Match[str], order: DateOrder) -> date | None:
    day, month = (1, 2) if order is DateOrder.DAY_FIRST else (2, 1)
    return _day(match[3], match[month], match[day])


def _day_in_words(text: str) -> date | None:
    if match := _UNIX.match(text):
        return _named_day(match[3], match[1], match[2])
    if match := _DAY_MONTH.match(text):
        return _named_day(match[3], match[2], match[1])
    if match := _MONTH_DAY.match(text):
        return _named_day(match[3], match[1], match[2])
    return None


def _named_day(year: str, month: str, day: str) -> date | None:
    number = _months().get(month)
    return _day(year, str(number), day) if number else None


def _day(year: str, month: str, day: str) -> date | None:
    full_year = int(year) if len(year) > 2 else _CENTURY + int(year)  # noqa: PLR2004 # two digits
    try:
        return date(full_year, int(month), int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its name, in several languages, long and short."""
    numbers: dict[str, int] = {"sept": 9}
    for language in _MONTH_LANGUAGES:
        for name, number in month_names(language):
            folded = normalise(name).text.strip(". ")
            if folded.isalpha():
                numbers.setdefault(folded, number)
    return numbers
