"""The wall on the page: takes what the browser tells, answers with what changed."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from path_planner.errors import NotSaved, PlannerError, StoreLocked
from path_planner.ui import state
from path_planner.ui.built import built
from path_planner.ui.messages import apologise
from path_planner.ui.room import the_room
from path_planner.ui.wall.leading import leader_for, note_lead
from path_planner.ui.wall.painted import painting_of
from path_planner.ui.wall.report import Report, read
from path_planner.ui.wall.taking import Answers, take_all
from path_planner.ui.wall.told import told
from path_planner.ui.wall.wire import on_the_wire
from path_planner.workshop.room import Room
from path_planner.workshop.walling.cards import settle_cards

NAME = "path-planner.wall"
STATE = "wall"
_ANSWERS = "answers to the wall"
_REPORT = "report of the wall"


@st.fragment(run_every=1.0)
def wall() -> None:
    """Show the wall; each second it hears what other windows did."""
    try:
        key = state.key("wall")
        room, report = _taken(key)
        component()(
            data=_answer(room, report),
            key=key,
            width="stretch",
            height="stretch",
            on_wall_change=partial(_heard, key),
        )
    except PlannerError as error:
        apologise(error)


def component() -> Callable[..., Any]:
    """Return the browser's side of the wall, which the build makes."""
    return built(NAME, "wall")


def _heard(key: str) -> None:
    try:
        _taken(key)
    except PlannerError:
        # The run that follows meets the same and says so.
        return


def _taken(key: str) -> tuple[Room, Report]:
    """Keep what is told; nothing touches Streamlit between two saves."""
    report, answers = _report(key), _answers()
    room = take_all(the_room(), report, answers)
    state.note(_REPORT, replace(report, changes=answers.lighter(report.changes)))
    return _settled(room), report


def _settled(room: Room) -> Room:
    """Write down where new cards stand; a disk that is full does not take the wall away."""
    painting = painting_of(room.store, room.session)
    if not painting.unsettled:
        return room
    with suppress(NotSaved, StoreLocked):
        room = replace(room, session=settle_cards(room).document)
        painting.unsettled = False
    return room


def _report(key: str) -> Report:
    """Return what the browser tells now, else what it told last in this window."""
    held = state.held(key)
    told_now = held.get(STATE) if isinstance(held, Mapping) else None
    if told_now is None:
        return state.noted(_REPORT) or Report()
    return read(told_now)


def _answers() -> Answers:
    found = state.noted(_ANSWERS)
    if not isinstance(found, Answers):
        found = Answers()
        state.note(_ANSWERS, found)
    return found


def _answer(room: Room, report: Report) -> dict[str, Any] | bytes:
    answers = _answers()
    session_id = room.session.id
    note_lead(session_id, report)
    painting = painting_of(room.store, room.session)
    data = {**told(painting, report), **answers.to(report.changes)}
    calm = state.calm()
    data["calm"] = calm
    if "setting" in data:
        data["setting"] = {**data["setting"], "calm": calm}
    lead = leader_for(session_id, report.wall)
    if lead:
        data |= {"leader": lead.wall, "view": {**lead.view, "turn": lead.turn}}
    return on_the_wire(painting, data)
