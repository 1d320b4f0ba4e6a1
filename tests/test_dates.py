"""Dates and times of documents may be the first and the last that there are: nothing fails."""

import ast
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from path_planner.dates import in_zone, later, months_later, seconds, years_later
from path_planner.domain.session import Session
from path_planner.domain.timer import Timer, add_minutes, resume
from path_planner.exports.session.commitments_pdf import calendar
from path_planner.processes.prompts import looking_back_from
from path_planner.storage.protocol import trashed_summary_of
from path_planner.storage.session_type import SESSIONS
from path_planner.ui.page_frame import when_saved
from tests.domain.builders import a_commitment, a_session
from tests.source import modules

FIRST = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))
LAST = datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-12)))
BOTH_ENDS = pytest.mark.parametrize("moment", [FIRST, LAST], ids=["first", "last"])


@pytest.fixture(params=["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"], autouse=True)
def _zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process can only be set on Unix")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def at(moment: datetime) -> Session:
    """Return a session in which everything has this date and time."""
    day = moment.date()
    session = a_session(commitments={"c1": a_commitment(by_when=day, at=moment)})
    about = session.about.model_copy(update={"held_on": day})
    consent = session.consent.model_copy(update={"review_on": day})
    return session.model_copy(
        update={"about": about, "consent": consent, "begun": moment, "updated": moment}
    )


@BOTH_ENDS
def test_a_page_says_when_such_a_document_was_saved(moment: datetime) -> None:
    assert str(moment.year) in when_saved(at(moment))


@BOTH_ENDS
def test_its_dates_go_into_a_calendar(moment: datetime) -> None:
    assert calendar(at(moment)).startswith(b"BEGIN:VCALENDAR")


@BOTH_ENDS
def test_its_goal_is_a_year_later_as_far_as_there_are_years(moment: datetime) -> None:
    year = min(9999, moment.year + 1)
    assert looking_back_from(at(moment)) == moment.date().replace(year=year)


@BOTH_ENDS
def test_it_can_lie_in_the_trash(moment: datetime) -> None:
    trashed = trashed_summary_of(SESSIONS.summary_of(at(moment)), moment)
    assert trashed.restorable_until == min(
        date.max, date.fromordinal(min(date.max.toordinal(), moment.toordinal() + 30))
    )


@pytest.mark.parametrize("left", [1e308, -1e308, 1e13])
def test_a_timer_with_more_time_than_there_is_runs_to_the_end(left: float) -> None:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    clock = resume(add_minutes(Timer(left=left, total=1), 5, noon), noon)
    assert clock.ends_at is not None
    assert noon < clock.ends_at <= datetime.max.replace(tzinfo=UTC)


def test_in_between_they_are_the_usual_sums() -> None:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert in_zone(noon, timezone(timedelta(hours=2))).hour == 14
    assert in_zone(noon) == noon
    assert later(noon, seconds(90)) == noon + timedelta(seconds=90)
    assert later(date(2026, 1, 1), timedelta(days=-1)) == date(2025, 12, 31)
    assert years_later(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert later(date.min, timedelta(days=-1)) == date.min
    assert later(LAST, timedelta(days=1)) == datetime.max.replace(tzinfo=LAST.tzinfo)


def risky(tree: ast.AST) -> Iterator[int]:
    """Yield the lines that calculate with anything but the time of the clock."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=value, attr="astimezone") if not is_the_clock(value):
                yield node.lineno
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
                for one, other in ((left, right), (right, left)):
                    if is_a_span(one) and not is_the_clock(other):
                        yield node.lineno


def is_the_clock(node: ast.AST) -> bool:
    """Say whether this is a call of `now`."""
    return isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "now"


def is_a_span(node: ast.AST) -> bool:
    """Say whether this makes a timedelta."""
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "timedelta"


def test_dates_of_documents_are_added_up_in_one_place_only() -> None:
    found = {
        f"{name}:{line}"
        for name, tree in modules().items()
        # The dates of what we made up are ours.
        if name != "path_planner.dates" and not name.startswith("path_planner.sample.")
        for line in risky(tree)
    }
    assert found == set()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("document.updated.astimezone()", True),
        ("day + timedelta(days=1)", True),
        ("datetime.now(UTC).astimezone()", False),
        ("now() - timedelta(hours=2)", False),
    ],
)
def test_the_rule_finds_what_it_names(line: str, found: bool) -> None:
    assert bool(list(risky(ast.parse(line)))) is found


@pytest.mark.parametrize(
    ("day", "months", "later_day"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(9999, 11, 30), 6, date.max),
    ],
)
def test_months_later_is_a_day_of_that_month(day: date, months: int, later_day: date) -> None:
    assert months_later(day, months) == later_day
