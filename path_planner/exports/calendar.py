"""A calendar file of what people said they would do: one entry for each step with a day.

It travels by e-mail into calendars that others may see. So an entry holds who, what and the coach,
and nothing else of the plan: no dream, no note, and not whose PATH it is.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from icalendar import Calendar, Event

from path_planner.domain.commitment import Commitment, Status
from path_planner.domain.editing import in_order
from path_planner.domain.session import Session
from path_planner.words import say

MIME = "text/calendar"
_PRODUCT = "-//Path Planner//Path Planner//EN"
_HOST = "path-planner.invalid"


def calendar(session: Session) -> bytes:
    """Return the days of the open commitments, and of the next look back, as RFC 5545 has it."""
    sheet = Calendar()
    sheet.add("prodid", _PRODUCT)
    sheet.add("version", "2.0")
    sheet.add("calscale", "GREGORIAN")
    sheet.add("method", "PUBLISH")
    for commitment in with_a_day(session):
        sheet.add_component(_entry_for(session, commitment))
    review_day = session.consent.review_on
    if review_day:
        sheet.add_component(_entry(session, "review", review_day, say("Look back together")))
    return bytes(sheet.to_ical())


def with_a_day(session: Session) -> list[Commitment]:
    """Return the commitments that are still to do and have a day, soonest first."""
    open_ones = [one for one in still_to_do(session) if one.by_when]
    return sorted(open_ones, key=lambda one: one.by_when or date.max)


def still_to_do(session: Session) -> Iterator[Commitment]:
    """Yield the commitments that are neither done nor let go."""
    return (one for one in in_order(session.commitments) if one.status is Status.OPEN)


def _entry_for(session: Session, commitment: Commitment) -> Event:
    who = session.people.get(commitment.who or "")
    what = commitment.what or say("Enrolled")
    summary = say("{name}: {what}", name=who.name, what=what) if who else what
    day = commitment.by_when or session.begun.date()
    entry = _entry(session, commitment.id, day, summary)
    if coach := session.people.get(commitment.coach or ""):
        entry.add("description", _line(say("Coach: {name}", name=coach.name)))
    return entry


def _entry(session: Session, record_id: str, day: date, summary: str) -> Event:
    entry = Event()
    # The same entry after each download, so that calendars bring it up to date.
    entry.add("uid", f"{record_id}.{session.id}@{_HOST}")
    entry.add("sequence", session.revision)
    entry.add("dtstamp", session.updated)
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", _line(summary))
    entry.add("transp", "TRANSPARENT")
    return entry


def _line(words: str) -> str:
    # A backslash before an N is read as the end of a line, even when it is marked as a plain one.
    return " ".join(words.replace("\\", "/").split())
