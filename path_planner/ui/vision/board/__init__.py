"""The theming board on the page: takes what the browser tells, answers with what changed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from path_planner.errors import PlannerError
from path_planner.ui import state
from path_planner.ui.line import report as line
from path_planner.ui.line.answers import Answers, take_each
from path_planner.ui.line.built import built
from path_planner.ui.line.hearing import Line
from path_planner.ui.line.report import Change
from path_planner.ui.room import the_meeting
from path_planner.ui.vision.board.asking import Ask, answer_to, read_ask
from path_planner.ui.vision.board.changes import take
from path_planner.ui.vision.board.painting import painting_of
from path_planner.visioning.meeting import Meeting
from path_planner.words import say

NAME = "path-planner.themes"


@dataclass(frozen=True)
class Report(line.Report):
    """One report of a board."""

    ask: Ask | None = None
    """What it asks the machine."""


def read(raw: object) -> Report:
    """Return a report; what cannot be read of it is left out."""
    return line.read(raw, Report, ask=read_ask(raw))


_line = Line("board", read)


def board() -> Meeting:
    """Show the board inside a fragment; return the meeting as it is after all that was told."""
    key = state.key("board")
    meeting, report = _taken(key)
    component()(
        data=_answer(meeting, report),
        key=key,
        width="stretch",
        height="content",
        on_board_change=partial(_heard, key),
    )
    return meeting


def component() -> Callable[..., Any]:
    """Return the browser's side of the board, which the build makes."""
    return built(NAME, "themes")


def _heard(key: str) -> None:
    # The run that follows meets the same trouble and says so.
    with suppress(PlannerError):
        _taken(key)


def _taken(key: str) -> tuple[Meeting, Report]:
    """Keep what is told; nothing touches Streamlit between two saves."""
    report, answers = _line.report(key), _line.answers()
    meeting = take_all(the_meeting(), report.changes, answers)
    _line.remember(report)
    return meeting, report


def take_all(meeting: Meeting, changes: tuple[Change, ...], answers: Answers) -> Meeting:
    """Keep what a board has told, in its order; return the meeting as it is afterwards."""

    def take_one(meeting: Meeting, change: Change) -> Meeting:
        return replace(meeting, vision=take(meeting, change).document)

    failed = say("One change on the board could not be saved. All others are safe.")
    return take_each(meeting, changes, answers, take_one, failed=failed)


def _answer(meeting: Meeting, report: Report) -> dict[str, Any] | bytes:
    painting = painting_of(meeting.store, meeting.vision)
    more: dict[str, Any] = {**_line.answers().to(report.changes), "calm": state.calm()}
    if report.ask is not None:
        more |= answer_to(meeting, report.ask)
    return painting.told(report.has, more)
