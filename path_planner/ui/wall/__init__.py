"""The wall component: applies the changes that the browser sends, and sends back a delta."""

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
from path_planner.ui.sync.acks import Acks, Connection, apply_each
from path_planner.ui.sync.component import Change, load_component
from path_planner.ui.wall.deltas import delta_for, encode_delta, record_echo
from path_planner.ui.wall.presenter import WallMessage, presenter_for, read, set_presenter
from path_planner.ui.wall.view import wall_view


def apply_changes(context: SessionContext, message: WallMessage, acks: Acks) -> SessionContext:
    """Apply the changes of a wall in their order; return the edit context after them."""

    def apply_one(context: SessionContext, change: Change) -> SessionContext:
        return _apply(context, message.window_id, change, acks)

    failed = _("One change on the wall could not be saved. Everything else is safe.")
    return apply_each(context, message.changes, acks, apply_one, failed=failed)


def _apply(context: SessionContext, window_id: str, change: Change, acks: Acks) -> SessionContext:
    command = read_command(change)
    saved = apply_command(context, command)
    after = saved.document
    if saved.told:
        acks.told[command.id] = " ".join(saved.told)
    # Changes that a closed window left behind are not on the board of the window that sends them.
    if isinstance(command, PutMark) and not command.left:
        record_echo(wall_view(context.store, after), window_id, command.element, after)
    return replace(context, document=after)


NAME = "path-planner.wall"
_connection = Connection("wall", read)


@st.fragment(run_every=1.0)
def wall() -> None:
    """Show the wall; each second it gets the changes of other windows."""
    try:
        key = state.key("wall")
        context, message = _process_message(key)
        component()(
            data=_payload(context, message),
            key=key,
            width="stretch",
            height="stretch",
            on_wall_change=partial(_on_change, key),
        )
    except PlannerError as error:
        show_error(error)


def component() -> Callable[..., Any]:
    """Return the Streamlit component of the wall, whose JavaScript the build makes."""
    return load_component(NAME, "wall")


def _on_change(key: str) -> None:
    # The run that follows meets the same error and shows it.
    with suppress(PlannerError):
        _process_message(key)


def _process_message(key: str) -> tuple[SessionContext, WallMessage]:
    """Apply the changes of the latest message; no Streamlit call may stand between two saves."""
    message, acks = _connection.latest_message(key), _connection.acks()
    context = apply_changes(open_session(), message, acks)
    _connection.remember(message)
    return _with_saved_card_places(context), message


def _with_saved_card_places(context: SessionContext) -> SessionContext:
    """Save the computed places of new cards; if the disk is full, the wall is still shown."""
    view = wall_view(context.store, context.document)
    if not view.unsettled:
        return context
    with suppress(NotSaved, StoreLocked):
        context = replace(context, document=settle_cards(context).document)
    return context


def _payload(context: SessionContext, message: WallMessage) -> dict[str, Any] | bytes:
    session_id = context.document.id
    set_presenter(session_id, message)
    view = wall_view(context.store, context.document)
    data = {**delta_for(view, message), **_connection.acks().as_message(message.changes)}
    calm = state.calm()
    data["calm"] = calm
    if "setting" in data:
        data["setting"] = {**data["setting"], "calm": calm}
    lead = presenter_for(session_id, message.window_id)
    if lead:
        data |= {"leader": lead.window_id, "view": {**lead.view, "turn": lead.turn}}
    return encode_delta(view, data)
