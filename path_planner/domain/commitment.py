"""Commitments: who has said yes to what, by when, with which coach; and the reviews of them."""

from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime, FiniteFloat

from path_planner.domain.base import Record, RecordId, Words
from path_planner.domain.voice import EventLine
from path_planner.i18n import N_


class Status(StrEnum):
    """The status of a commitment."""

    OPEN = "open"
    DONE = "done"
    CHANGED = "changed"


STATUS_WORDS = {
    Status.OPEN: N_("Still to do"),
    Status.DONE: N_("Done"),
    Status.CHANGED: N_("Changed or dropped"),
}


class Commitment(Record):
    """An enrolment or a step: who does what, by when, with which coach."""

    stage: RecordId
    who: RecordId | None = None
    what: Words = ""
    by_when: date | None = None
    coach: RecordId | None = None
    said_yes: bool = False
    status: Status = Status.OPEN
    note: Words = ""
    event_line: EventLine | None = None
    """Where it was said before, if it came from a day together."""
    order: FiniteFloat = 0.0
    at: AwareDatetime | None = None


class Review(Record):
    """A review of a session: the answers to the 4+1 questions."""

    on: date
    tried: Words = ""
    learned: Words = ""
    pleased: Words = ""
    concerned: Words = ""
    next: Words = ""
    at: AwareDatetime | None = None
