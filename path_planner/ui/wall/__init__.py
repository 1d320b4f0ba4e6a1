"""The wall on the page: takes what the browser tells, answers with what changed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from path_planner.errors import NotSaved, PlannerError, StoreLocked
from path_planner.i18n import _
from path_planner.services.context import SessionContext
from path_planner.services.session.wall import apply_command
from path_planner.services.session.wall.cards import settle_cards
from path_planner.services.session.wall.commands import PutMark, read_command
from path_planner.ui import state
from path_planner.ui.components.messages import show_error
from path_planner.ui.context import open_session
from path_planner.ui.sync.acks import Acks, apply_each
from path_planner.ui.sync.client_message import Change
from path_planner.ui.sync.component import load_component
from path_planner.ui.sync.connection import Connection
from path_planner.ui.wall.client_message import WallMessage, read
from path_planner.ui.wall.deltas import delta_for, on_the_wire, remember_own
from path_planner.ui.wall.presenter import presenter_for, set_presenter
from path_planner.ui.wall.view import wall_view


def apply_changes(context: SessionContext, report: WallMessage, answers: Acks) -> SessionContext:
    """Keep what a wall has told, in its order; return the room as it is afterwards."""

    def take_one(context: SessionContext, change: Change) -> SessionContext:
        return _take(context, report.window_id, change)

    failed = _("One change on the wall could not be saved. Everything else is safe.")
    return apply_each(context, report.changes, answers, take_one, failed=failed)


def _take(context: SessionContext, window_id: str, change: Change) -> SessionContext:
    command = read_command(change)
    after = apply_command(context, command).document
    # What an earlier window left behind is not on the board of the one that sends it.
    if isinstance(command, PutMark) and not command.left:
        remember_own(wall_view(context.store, after), window_id, command.element, after)
    return replace(context, document=after)


NAME = "path-planner.wall"
_line = Connection("wall", read)


@st.fragment(run_every=1.0)
def wall() -> None:
    """Show the wall; each second it hears what other windows did."""
    try:
        key = state.key("wall")
        context, report = _taken(key)
        component()(
            data=_answer(context, report),
            key=key,
            width="stretch",
            height="stretch",
            on_wall_change=partial(_heard, key),
        )
    except PlannerError as error:
        show_error(error)


def component() -> Callable[..., Any]:
    """Return the browser's side of the wall, which the build makes."""
    return load_component(NAME, "wall")


def _heard(key: str) -> None:
    # The run that follows meets the same trouble and says so.
    with suppress(PlannerError):
        _taken(key)


def _taken(key: str) -> tuple[SessionContext, WallMessage]:
    """Keep what is told; nothing touches Streamlit between two saves."""
    report, answers = _line.report(key), _line.answers()
    context = apply_changes(open_session(), report, answers)
    _line.remember(report)
    return _settled(context), report


def _settled(context: SessionContext) -> SessionContext:
    """Write down where cards stand that came without a place; a full disk takes no wall away."""
    painting = wall_view(context.store, context.document)
    if not painting.unsettled:
        return context
    with suppress(NotSaved, StoreLocked):
        context = replace(context, document=settle_cards(context).document)
    return context


def _answer(context: SessionContext, report: WallMessage) -> dict[str, Any] | bytes:
    session_id = context.document.id
    set_presenter(session_id, report)
    painting = wall_view(context.store, context.document)
    data = {**delta_for(painting, report), **_line.answers().to(report.changes)}
    calm = state.calm()
    data["calm"] = calm
    if "setting" in data:
        data["setting"] = {**data["setting"], "calm": calm}
    lead = presenter_for(session_id, report.window_id)
    if lead:
        data |= {"leader": lead.window_id, "view": {**lead.view, "turn": lead.turn}}
    return on_the_wire(painting, data)
