"""The theming board on the page: takes what the browser tells, answers with what changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from path_planner.errors import PlannerError
from path_planner.ui import state
from path_planner.ui.answers import Answers, take_each
from path_planner.ui.built import built
from path_planner.ui.vision.board.asking import Ask, answer_to, read_ask
from path_planner.ui.vision.board.changes import take
from path_planner.ui.vision.board.painting import painting_of
from path_planner.ui.vision.the_meeting import the_meeting
from path_planner.ui.wall.report import read
from path_planner.visioning.meeting import Meeting
from path_planner.words import say

NAME = "path-planner.themes"
TRIGGER = "board"
_ANSWERS = "answers to the board"
_REPORT = "report of the board"


@dataclass(frozen=True)
class Report:
    """What a board tells: where it stands, what it wants kept, what it asks."""

    has: int | None = None
    changes: tuple[Mapping[str, Any], ...] = ()
    ask: Ask | None = None


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
    try:
        _taken(key)
    except PlannerError:
        # The run that follows meets the same and says so.
        return


def _taken(key: str) -> tuple[Meeting, Report]:
    """Keep what is told; nothing touches Streamlit between two saves."""
    report, answers = _report(key), _answers()
    meeting = take_all(the_meeting(), report.changes, answers)
    state.note(_REPORT, replace(report, changes=answers.lighter(report.changes)))
    return meeting, report


def take_all(meeting: Meeting, changes: tuple[Mapping[str, Any], ...], answers: Answers) -> Meeting:
    """Keep what a board has told, in its order; return the meeting as it is afterwards."""
    answers.forget_all_but(changes)
    answers.trouble = ""

    def take_one(change: Mapping[str, Any]) -> None:
        nonlocal meeting
        meeting = replace(meeting, vision=take(meeting, change).document)

    failed = say("One change on the board could not be saved. All others are safe.")
    take_each(changes, answers, take_one, failed=failed)
    return meeting


def _report(key: str) -> Report:
    """Return what the browser tells now, else what it told last in this window."""
    held = state.held(key)
    told_now = held.get(TRIGGER) if isinstance(held, Mapping) else None
    if told_now is None:
        return state.noted(_REPORT) or Report()
    told = read(told_now)
    return Report(told.has, told.changes, read_ask(told_now))


def _answers() -> Answers:
    found = state.noted(_ANSWERS)
    if not isinstance(found, Answers):
        found = Answers()
        state.note(_ANSWERS, found)
    return found


def _answer(meeting: Meeting, report: Report) -> dict[str, Any] | bytes:
    painting = painting_of(meeting.store, meeting.vision)
    more: dict[str, Any] = {**_answers().to(report.changes), "calm": state.calm()}
    if report.ask is not None:
        more |= answer_to(meeting, report.ask)
    return painting.told(report.has, more)
