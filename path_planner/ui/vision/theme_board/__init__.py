"""The theming board component: applies changes from the browser, and sends back a delta."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from path_planner.errors import PlannerError
from path_planner.i18n import _
from path_planner.services.context import VisionContext
from path_planner.services.vision.theme_board_commands import (
    Ask,
    apply_command,
    read_ask,
    read_command,
)
from path_planner.ui import state
from path_planner.ui.context import open_vision_context
from path_planner.ui.sync.acks import Acks, Connection, apply_each
from path_planner.ui.sync.component import Change, ClientMessage, load_component, read_message
from path_planner.ui.vision.theme_board.suggestions import stop_unasked, suggestions_for
from path_planner.ui.vision.theme_board.view import theme_board_view

NAME = "path-planner.themes"


@dataclass(frozen=True)
class ThemeBoardMessage(ClientMessage):
    """One message of a theming board."""

    ask: Ask | None = None
    """The suggestions that it requests."""


def read(raw: object) -> ThemeBoardMessage:
    """Return a message; invalid parts are left out."""
    ask = read_ask(raw.get("ask")) if isinstance(raw, Mapping) else None
    return read_message(raw, ThemeBoardMessage, ask=ask)


_connection = Connection("board", read)


def board() -> VisionContext:
    """Show the board inside a fragment; return the edit context after its changes."""
    key = state.key("board")
    context, message = _process_message(key)
    component()(
        data=_payload(context, message),
        key=key,
        width="stretch",
        height="content",
        on_board_change=partial(_on_change, key),
    )
    return context


def component() -> Callable[..., Any]:
    """Return the Streamlit component of the board, whose JavaScript the build makes."""
    return load_component(NAME, "themes")


def _on_change(key: str) -> None:
    # The run that follows meets the same error and shows it.
    with suppress(PlannerError):
        _process_message(key)


def _process_message(key: str) -> tuple[VisionContext, ThemeBoardMessage]:
    """Apply the changes of the latest message; no Streamlit call may stand between two saves."""
    message, acks = _connection.latest_message(key), _connection.acks()
    context = apply_changes(open_vision_context(), message.changes, acks)
    _connection.remember(message)
    return context, message


def apply_changes(context: VisionContext, changes: tuple[Change, ...], acks: Acks) -> VisionContext:
    """Apply the changes of a board in their order; return the edit context after them."""

    def apply_one(context: VisionContext, change: Change) -> VisionContext:
        return replace(context, document=apply_command(context, read_command(change)).document)

    failed = _("One change on the board could not be saved. Everything else is safe.")
    return apply_each(context, changes, acks, apply_one, failed=failed)


def _payload(context: VisionContext, message: ThemeBoardMessage) -> dict[str, Any] | bytes:
    view = theme_board_view(context.store, context.document)
    more: dict[str, Any] = {**_connection.acks().as_message(message.changes), "calm": state.calm()}
    stop_unasked(context.document.id, message.window_id, message.ask.id if message.ask else None)
    if message.ask is not None:
        more |= suggestions_for(context, message.ask)
    return view.delta(message.revision, more)
