"""The wall on the page: takes what the browser tells, answers with what changed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from path_planner.errors import NotSaved, PlannerError, StoreLocked
from path_planner.ui import state
from path_planner.ui.line.built import built
from path_planner.ui.line.hearing import Line
from path_planner.ui.messages import apologise
from path_planner.ui.room import the_room
from path_planner.ui.wall.leading import leader_for, note_lead
from path_planner.ui.wall.painted import painting_of
from path_planner.ui.wall.report import Report, read
from path_planner.ui.wall.taking import take_all
from path_planner.ui.wall.told import told
from path_planner.ui.wall.wire import on_the_wire
from path_planner.workshop.room import Room
from path_planner.workshop.walling.cards import settle_cards

NAME = "path-planner.wall"
_line = Line("wall", read)


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
    # The run that follows meets the same trouble and says so.
    with suppress(PlannerError):
        _taken(key)


def _taken(key: str) -> tuple[Room, Report]:
    """Keep what is told; nothing touches Streamlit between two saves."""
    report, answers = _line.report(key), _line.answers()
    room = take_all(the_room(), report, answers)
    _line.remember(report)
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


def _answer(room: Room, report: Report) -> dict[str, Any] | bytes:
    session_id = room.session.id
    note_lead(session_id, report)
    painting = painting_of(room.store, room.session)
    data = {**told(painting, report), **_line.answers().to(report.changes)}
    calm = state.calm()
    data["calm"] = calm
    if "setting" in data:
        data["setting"] = {**data["setting"], "calm": calm}
    lead = leader_for(session_id, report.wall)
    if lead:
        data |= {"leader": lead.wall, "view": {**lead.view, "turn": lead.turn}}
    return on_the_wire(painting, data)
