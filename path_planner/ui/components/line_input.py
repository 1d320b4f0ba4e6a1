"""A field that adds one line after another: emptied at once, and no line is lost or saved twice.

The browser sends all waiting lines, from the queue that the boards use, until each is acknowledged.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from path_planner.domain.base import MOST_LETTERS
from path_planner.errors import PlannerError
from path_planner.i18n import _
from path_planner.services.context import EditContext, SaveResult
from path_planner.ui import state
from path_planner.ui.components.autosave import saving
from path_planner.ui.context import open_context
from path_planner.ui.sync.acks import Connection, apply_each
from path_planner.ui.sync.component import Change, ClientMessage, load_component, read_message

NAME = "path-planner.line_input"
Save = Callable[[Any, str], SaveResult[Any]]
SaveLine = Callable[[Any, Change], SaveResult[Any]]
"""Saves a line with what was chosen beside the field."""


def line_input(
    label: str,
    save: Save,
    name: str,
    *,
    placeholder: str = "",
    max_chars: int = MOST_LETTERS,
) -> None:
    """Show a field that adds on Enter and is empty for the next; no other has this `name`."""
    line_field(
        label,
        lambda context, line: save(context, line["text"]),
        name,
        placeholder=placeholder,
        max_chars=max_chars,
    )


def line_field(
    label: str,
    save: SaveLine,
    name: str,
    *,
    placeholder: str = "",
    max_chars: int = MOST_LETTERS,
    people: Mapping[str, Any] | None = None,
) -> None:
    """Show the field of `line_input`; with `people`, their names and choices stand beside it."""
    field = LineField(name, save)
    if field.save_new_lines():
        # A run was cut off before its callback ended: no page shows these lines yet.
        st.rerun()
    load_component(NAME, "line_input", css=False)(
        data={
            "name": state.key(name),
            "label": label,
            "button": _("Add"),
            "placeholder": placeholder,
            "waiting": _("Saving …"),
            "unsaved": _("Not saved yet. Trying again:"),
            "back": _("Edit again"),
            "most": max_chars,
            **({"people": people} if people else {}),
            **field.acknowledgement(),
        },
        key=state.key(name),
        on_line_change=saving(state.key(name), field.receive),
    )
    if field.save_new_lines():
        # After a restart of the server the browser sends its lines only once the field is shown.
        st.rerun()


@dataclass(frozen=True)
class LineField:
    """One field: its name, and the use case that adds a line."""

    name: str
    save: SaveLine

    def receive(self) -> None:
        """Save the lines of a message in the callback, before the page is rendered."""
        # The run that follows meets the same error and shows it.
        with suppress(PlannerError):
            self.save_new_lines()

    def save_new_lines(self) -> bool:
        """Save the lines of a new message in their order; return whether any was added."""
        connection = self._connection
        message, acks = connection.latest_message(self._key), connection.acks()
        if connection.is_handled(message):
            return False
        context = open_context()
        failed = _("This does not fit here, so it was not saved. Is it too long?")
        after = apply_each(context, message.changes, acks, self._add, failed=failed)
        connection.remember(message)
        # The page shows this message, as for every field that could not be saved.
        state.ui_state().error_message = acks.error_message
        return after.document is not context.document

    def acknowledgement(self) -> dict[str, Any]:
        """Return the acknowledgement of the lines of the last message."""
        connection = self._connection
        return connection.acks().as_message(connection.latest_message(self._key).changes)

    @property
    def _key(self) -> str:
        return state.key(self.name)

    @property
    def _connection(self) -> Connection[ClientMessage]:
        # By the key: a field of another document may have the same name.
        return Connection("line", lambda raw: read_message(raw, ClientMessage), self._key)

    def _add(self, context: EditContext[Any], line: Change) -> EditContext[Any]:
        # A line that is sent twice is saved once: its id is that of the change and of the record.
        own = replace(context, op_id=line["id"], fresh_id=lambda: line["id"])
        return replace(context, document=self.save(own, line).document)
