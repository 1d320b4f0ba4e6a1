"""The calendar file: read back as calendars read it."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from path_planner.domain.commitment import Status
from path_planner.domain.session import Consent, Session
from path_planner.exports.session.commitments_pdf import calendar, with_a_day
from tests.domain.builders import a_commitment, a_person, a_session


def entries(session: Session) -> list[Event]:
    """Return the entries as a calendar program sees them."""
    read = Calendar.from_ical(calendar(session))
    assert isinstance(read, Calendar)
    assert (read["version"], bool(read["prodid"])) == ("2.0", True)
    assert not read.errors
    return list(read.events)


def promised(*commitments: Any, **more: Any) -> Session:
    """Return a session with these commitments."""
    return a_session(commitments={one.id: one for one in commitments}, **more)


def test_each_open_step_with_a_day_is_an_entry_of_that_day() -> None:
    """Who and what are its summary, the coach its description."""
    step = a_commitment(who="asha", coach="robin", by_when=date(2026, 12, 1))
    (entry,) = entries(promised(step))
    assert entry["summary"] == "Asha: Ring the allotment"
    assert entry["description"] == "Coach: Robin"
    assert (entry.start, entry.end) == (date(2026, 12, 1), date(2026, 12, 2))
    assert entry["transp"] == "TRANSPARENT"


def test_what_is_done_let_go_or_has_no_day_is_left_out() -> None:
    """A calendar reminds of what is still to do."""
    session = promised(
        a_commitment("c1", by_when=date(2026, 12, 1), status=Status.DONE),
        a_commitment("c2", by_when=date(2026, 12, 1), status=Status.CHANGED),
        a_commitment("c3"),
    )
    assert entries(session) == []
    assert with_a_day(session) == []


def test_the_day_to_look_back_is_an_entry_too() -> None:
    """The review day of the consent."""
    (entry,) = entries(promised(consent=Consent(review_on=date(2027, 3, 1))))
    assert entry["summary"] == "Review together"


def test_an_entry_keeps_its_name_so_that_a_second_download_brings_it_up_to_date() -> None:
    """Same UID, higher sequence."""
    step = a_commitment(who="asha", by_when=date(2026, 12, 1))
    first = promised(step)
    moved = step.model_copy(update={"by_when": date(2026, 12, 8)})
    second = promised(moved).model_copy(update={"revision": 7})
    (before,), (after,) = entries(first), entries(second)
    assert before["uid"] == after["uid"]
    assert after["sequence"] > before["sequence"]
    assert calendar(first) == calendar(first)


def test_nothing_private_travels_along() -> None:
    """No dream, no note, not whose PATH it is."""
    step = a_commitment(who="asha", by_when=date(2026, 12, 1), note="was ill")
    written = calendar(promised(step)).decode()
    for private in ("sunflowers", "was ill", "Robin", "Hopeford"):
        assert private not in written


@given(st.text(max_size=120), st.text(min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_whatever_people_write_comes_back_as_one_line(what: str, name: str) -> None:
    """Commas, line breaks and emoji do not break the file; a backslash becomes a slash."""
    session = promised(
        a_commitment(what=what, who="zed", by_when=date(2026, 12, 1)),
        people={"zed": a_person("zed", name=name)},
    )
    (entry,) = entries(session)
    said = session.commitments["c1"].what or "Enrolled"
    who = session.people["zed"].name
    assert str(entry["summary"]) == " ".join(f"{who}: {said}".replace("\\", "/").split())
    assert all(len(line) <= 75 for line in calendar(session).split(b"\r\n"))
