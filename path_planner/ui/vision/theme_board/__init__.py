"""The theming board on the page: takes what the browser tells, answers with what changed."""

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
from path_planner.ui.sync import client_message as line
from path_planner.ui.sync.acks import Acks, apply_each
from path_planner.ui.sync.client_message import Change
from path_planner.ui.sync.component import load_component
from path_planner.ui.sync.connection import Connection
from path_planner.ui.vision.theme_board.suggestions import answer_to
from path_planner.ui.vision.theme_board.view import theme_board_view

NAME = "path-planner.themes"


@dataclass(frozen=True)
class ThemeBoardMessage(line.ClientMessage):
    """One report of a board."""

    ask: Ask | None = None
    """What it asks the machine."""


def read(raw: object) -> ThemeBoardMessage:
    """Return a report; what cannot be read of it is left out."""
    ask = read_ask(raw.get("ask")) if isinstance(raw, Mapping) else None
    return line.read(raw, ThemeBoardMessage, ask=ask)


_line = Connection("board", read)


def board() -> VisionContext:
    """Show the board inside a fragment; return the meeting as it is after all that was told."""
    key = state.key("board")
    context, report = _taken(key)
    component()(
        data=_answer(context, report),
        key=key,
        width="stretch",
        height="content",
        on_board_change=partial(_heard, key),
    )
    return context


def component() -> Callable[..., Any]:
    """Return the browser's side of the board, which the build makes."""
    return load_component(NAME, "themes")


def _heard(key: str) -> None:
    # The run that follows meets the same trouble and says so.
    with suppress(PlannerError):
        _taken(key)


def _taken(key: str) -> tuple[VisionContext, ThemeBoardMessage]:
    """Keep what is told; nothing touches Streamlit between two saves."""
    report, answers = _line.latest_message(key), _line.acks()
    context = apply_changes(open_vision_context(), report.changes, answers)
    _line.remember(report)
    return context, report


def apply_changes(
    context: VisionContext, changes: tuple[Change, ...], answers: Acks
) -> VisionContext:
    """Keep what a board has told, in its order; return the meeting as it is afterwards."""

    def take_one(context: VisionContext, change: Change) -> VisionContext:
        return replace(context, document=apply_command(context, read_command(change)).document)

    failed = _("One change on the board could not be saved. Everything else is safe.")
    return apply_each(context, changes, answers, take_one, failed=failed)


def _answer(context: VisionContext, report: ThemeBoardMessage) -> dict[str, Any] | bytes:
    painting = theme_board_view(context.store, context.document)
    more: dict[str, Any] = {**_line.acks().as_message(report.changes), "calm": state.calm()}
    if report.ask is not None:
        more |= answer_to(context, report.ask)
    return painting.delta(report.revision, more)
