"""Dragging lines of the harvest into groups: applies the moves that the browser sends."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from path_planner import i18n
from path_planner.analysis.cafe import harvest_lines
from path_planner.domain.base import RecordId, sorted_records
from path_planner.domain.event.event import Event
from path_planner.domain.voice import Share
from path_planner.errors import PlannerError
from path_planner.i18n import _
from path_planner.services.commands import Command, read_message, run_command
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.harvest import put_in_group
from path_planner.ui import state
from path_planner.ui.context import open_event_context
from path_planner.ui.sync.acks import Acks, Connection, apply_each
from path_planner.ui.sync.component import Change, ClientMessage, load_component
from path_planner.ui.sync.component import read_message as read

NAME = "path-planner.harvest"
ROW, BOX, LOOSE = "grouped-", "harvest-", "harvest-loose"
"""The keys of the elements of lines and groups, before their ids."""
_connection = Connection("harvest", lambda raw: read(raw, ClientMessage))


class MoveLine(Command):
    """A line was dragged into a group, or out of any."""

    do: Literal["group"]
    line: RecordId
    group: RecordId | Literal[""]


_READER: TypeAdapter[MoveLine] = TypeAdapter(Annotated[MoveLine, Field()])


def harvest_drag() -> None:
    """Let the lines of the page be dragged; keyboards have the list of groups beside each line."""
    key = state.key("harvest drag")
    context, message = _process_message(key)
    acks = _connection.acks().as_message(message.changes)
    load_component(NAME, "harvest")(
        data={**dragged_data(context.document), **acks},
        key=key,
        width="stretch",
        height="content",
        on_harvest_change=partial(_on_change, key),
    )


def _on_change(key: str) -> None:
    # The run that follows meets the same error and shows it.
    with suppress(PlannerError):
        _process_message(key)


def _process_message(key: str) -> tuple[EventContext, ClientMessage]:
    return _connection.apply_latest(key, open_event_context(), apply_moves)


def apply_moves(context: EventContext, changes: tuple[Change, ...], acks: Acks) -> EventContext:
    """Apply moves in their order; return the edit context after them."""

    def apply_one(context: EventContext, change: Change) -> EventContext:
        command = read_message(_READER, change)
        saved = run_command(context, command, {MoveLine: _move})
        return replace(context, document=saved.document)

    failed = _("One line could not be moved. Everything else is safe.")
    return apply_each(context, changes, acks, apply_one, failed=failed)


def _move(context: EventContext, command: MoveLine) -> EventResult:
    return put_in_group(context, command.group or None, [command.line])


def dragged_data(event: Event) -> dict[str, Any]:
    """Return the lines and groups that are dragged, in the current language."""
    return {
        "event": event.id,
        "revision": event.revision,
        "lines": {
            line.id: _("Private words") if line.share is Share.PRIVATE else line.text
            for line in harvest_lines(event)
        },
        "groups": {
            "": _("In no group yet"),
            **{group.id: group.title for group in sorted_records(event.groups)},
        },
        "row": f"st-key-{ROW}",
        "box": f"st-key-{BOX}",
        "loose": f"st-key-{LOOSE}",
        "words": {"harvest.moved": _("“{words}” is in: {group}")},
        "counted": {},
        "language": i18n.bcp47_tag(),
    }
