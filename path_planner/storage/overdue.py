"""When a document in the trash may be erased: never on the word of a clock that jumped.

A computer's clock may be a month ahead at one start and right again at the next. So a document is
erased only where its time was over at an earlier start too, a week before, and where the clock has
not leapt over a month since.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from pydantic import AwareDatetime

DAYS_TO_RESTORE = 30
"""How long a document stays in the trash at least."""
DAYS_TO_NOTICE = 7
"""How long the clock has to say so, from the first start to the one that erases."""


class Overdue(NamedTuple):
    """The first and the last start that found the time of a document over."""

    first: AwareDatetime
    last: AwareDatetime


def is_over(removed_at: datetime, now: datetime) -> bool:
    """Whether the time of a removed document is over."""
    return now - removed_at > timedelta(days=DAYS_TO_RESTORE)


def found_overdue(before: Overdue | None, now: datetime) -> Overdue:
    """Return what is known of an overdue document after this start."""
    if before is None or _jumped(before, now):
        return Overdue(now, now)
    return Overdue(before.first, now)


def may_be_erased(overdue: Overdue) -> bool:
    """Whether the clock has said for long enough that the time is over."""
    return overdue.last - overdue.first >= timedelta(days=DAYS_TO_NOTICE)


def _jumped(before: Overdue, now: datetime) -> bool:
    return now < before.first or now - before.last > timedelta(days=DAYS_TO_RESTORE)
