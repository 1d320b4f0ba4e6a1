"""The list of commitments as a PDF, and their dates as an iCalendar file."""

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from path_planner.dates import in_zone, later
from path_planner.domain.base import sorted_records
from path_planner.domain.commitment import STATUS_WORDS, Commitment, Status
from path_planner.domain.session import Session
from path_planner.i18n import _, document_language, format_date
from path_planner.pdf.flow import FlowDocument, PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.table import Column, draw_table
from path_planner.processes.model import Stage
from path_planner.processes.prompts import pathfinder_name, process_of, stage_title

if TYPE_CHECKING:
    from icalendar import Event


def commitments_list(session: Session) -> bytes:
    """Return the list as a tagged PDF on A4, a table for each stage that gathers commitments."""
    title = _("What we said we would do: the PATH of {name}", name=pathfinder_name(session))
    facts = Metadata(title, document_language(session.about.language), session.updated)
    flow = FlowDocument(facts, page_style=PageStyle(points=12, margin=15))
    flow.heading(title)
    if session.about.held_on:
        flow.paragraph(_("Agreed on {day}.", day=format_date(session.about.held_on)))
    gathered = [
        (stage, sorted_records(session.commitments, stage.id)) for stage in _stages(session)
    ]
    for stage, commitments in gathered:
        if commitments:
            _table(flow, session, stage, commitments)
    if not any(commitments for _stage, commitments in gathered):
        flow.paragraph(_("No commitments yet."))
    _next_review(flow, session)
    return flow.finish()


def _stages(session: Session) -> tuple[Stage, ...]:
    return process_of(session).stages


def _table(
    flow: FlowDocument, session: Session, stage: Stage, commitments: list[Commitment]
) -> None:
    flow.heading(stage_title(session, stage), 2)
    columns = (
        Column(_("Who"), 1.3),
        Column(_("What"), 3.0),
        Column(_("By when"), 1.3),
        Column(_("Coach"), 1.2),
        Column(_("Progress"), 1.5),
    )
    draw_table(flow, columns, [_row(session, commitment) for commitment in commitments])
    flow.space(flow.page_style.size)


def _row(session: Session, commitment: Commitment) -> tuple[str, ...]:
    return (
        _name(session, commitment.who) or _("Nobody yet"),
        commitment.what or "–",
        format_date(commitment.by_when) if commitment.by_when else "–",
        _name(session, commitment.coach) or "–",
        _status(commitment),
    )


def _status(commitment: Commitment) -> str:
    if commitment.status is not Status.OPEN:
        return _(STATUS_WORDS[commitment.status])
    return _("Agreed") if commitment.said_yes else _("Not agreed yet")


def _name(session: Session, person_id: str | None) -> str:
    person = session.people.get(person_id or "")
    return person.name if person else ""


def _next_review(flow: FlowDocument, session: Session) -> None:
    if session.consent.review_on:
        day = format_date(session.consent.review_on)
        flow.paragraph(_("We will review it together on {day}.", day=day))
    flow.heading(_("What got in the way? What helped?"), 2)
    flow.lines_to_write_on(4)


MIME = "text/calendar"
_PRODUCT = "-//Path Planner//Path Planner//EN"
_HOST = "path-planner.invalid"


def calendar(session: Session) -> bytes:
    """Return the dates of open commitments and of the next review as iCalendar (RFC 5545)."""
    from icalendar import Calendar  # noqa: PLC0415 - other exports need not wait for it

    flow = Calendar()
    flow.add("prodid", _PRODUCT)
    flow.add("version", "2.0")
    flow.add("calscale", "GREGORIAN")
    flow.add("method", "PUBLISH")
    for commitment in with_a_day(session):
        flow.add_component(_entry_for(session, commitment))
    review_day = session.consent.review_on
    if review_day:
        flow.add_component(_entry(session, "review", review_day, _("Review together")))
    return bytes(flow.to_ical())


def with_a_day(session: Session) -> list[Commitment]:
    """Return the open commitments that have a date, the soonest first."""
    open_ones = [commitment for commitment in still_to_do(session) if commitment.by_when]
    return sorted(open_ones, key=lambda one: one.by_when or date.max)


def still_to_do(session: Session) -> Iterator[Commitment]:
    """Yield the open commitments."""
    return (
        commitment
        for commitment in sorted_records(session.commitments)
        if commitment.status is Status.OPEN
    )


def _entry_for(session: Session, commitment: Commitment) -> "Event":
    who = session.people.get(commitment.who or "")
    what = commitment.what or _("Enrolled")
    summary = _("{name}: {what}", name=who.name, what=what) if who else what
    day = commitment.by_when or session.begun.date()
    entry = _entry(session, commitment.id, day, summary)
    if coach := session.people.get(commitment.coach or ""):
        entry.add("description", _line(_("Coach: {name}", name=coach.name)))
    return entry


def _entry(session: Session, record_id: str, day: date, summary: str) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - as above

    entry = Event()
    # The same UID in each download, so that calendars update the entry.
    entry.add("uid", f"{record_id}.{session.id}@{_HOST}")
    entry.add("sequence", session.revision)
    entry.add("dtstamp", in_zone(session.updated, UTC))
    entry.add("dtstart", day)
    entry.add("dtend", later(day, timedelta(days=1)))
    entry.add("summary", _line(summary))
    entry.add("transp", "TRANSPARENT")
    return entry


def _line(words: str) -> str:
    # Calendars read a backslash before an N as a line break, even if the backslash is escaped.
    return " ".join(words.replace("\\", "/").split())
