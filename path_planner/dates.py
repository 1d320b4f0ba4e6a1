"""Arithmetic with dates and times of documents, which may be any that Python can hold.

Next to the first and the last year a time zone or a sum leads out of what Python can hold, and it
raises. These functions stop at the end instead; a stored value is never changed by them.
"""

from calendar import monthrange
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, TypeVar

DateT = TypeVar("DateT", bound=date)
"""A date, or a datetime."""

_LONGEST = timedelta.max.total_seconds() // 2
_LEAP_DAY = 29


def in_zone(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """Return a time in this zone, by default that of the computer.

    If the calendar ends before that, the day and the time stay as they are written.
    """
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return moment.replace(tzinfo=zone or moment.tzinfo)


def seconds(count: float) -> timedelta:
    """Return so many seconds, or the longest time that there is."""
    return timedelta(seconds=max(-_LONGEST, min(_LONGEST, count)))


def later(when: DateT, by: timedelta) -> DateT:
    """Return a date or time later by this much, or the last (or first) that there is."""
    try:
        return when + by
    except OverflowError:
        return _end(when, last=by > timedelta(0))


def _end(when: DateT, *, last: bool) -> DateT:
    end: Any = type(when).max if last else type(when).min
    found: DateT = end.replace(tzinfo=when.tzinfo) if isinstance(when, datetime) else end
    return found


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def years_later(day: date, years: int) -> date:
    """Return the same day some years later; of a leap day the 28th."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=_LEAP_DAY - 1)
