"""Days, as people and spreadsheets write them in this country."""

import re
from datetime import date

_YEAR_FIRST = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)")
_IN_WORDS = re.compile(
    r"\s*(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CENTURY = 2000
_LONGEST = 40


def day_of(text: str) -> date | None:
    """Read a day, the day of the month before the month; None where it is none."""
    text = text[:_LONGEST]
    if found := _YEAR_FIRST.match(text):
        return _day(found[1], found[2], found[3])
    if found := _DAY_FIRST.match(text):
        return _day(found[3], found[2], found[1])
    if (found := _IN_WORDS.match(text)) and found[2][:3].lower() in _MONTHS:
        return _day(found[3], str(_MONTHS.index(found[2][:3].lower()) + 1), found[1])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    whole = int(year) if len(year) > 2 else _CENTURY + int(year)  # noqa: PLR2004 # two digits
    try:
        return date(whole, int(month), int(day))
    except ValueError:
        return None
