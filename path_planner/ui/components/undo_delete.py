"""Deleting a record: asked once, and restored with one press."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.base import Record
from path_planner.i18n import _
from path_planner.services import records
from path_planner.services.context import EditContext, SaveResult
from path_planner.services.session.wall.records import delete_with_card, restore_with_card
from path_planner.ui import state
from path_planner.ui.components.basics import confirm_button, escaped
from path_planner.ui.context import run_use_case

_WORDS = ("text", "what", "title", "name", "statement", "about", "who", "words")
"""Fields that may have the words of a record; the first non-empty one is shown."""

_KEYS = {
    "voices": "voice",
    "parked": "parked",
    "commitments": "commitment",
    "marks": "sketch",
    "causes": "cause",
    "priorities": "priority",
    "actions": "action",
    "outcomes": "outcome",
    "steering": "member",
    "unheard": "unheard",
}
"""The name of a record of each collection in widget keys."""

_ON_WALL = frozenset({"voices", "commitments", "marks"})
"""Records deleted and restored with their card on the wall, and sketches with their strokes."""


def delete_button(collection: str, record: Record, question: str = "", *, label: str = "") -> None:
    """Show the button that deletes a record, at once or after a question.

    `undo_delete_bar` restores it with one press.
    """
    name, delete = f"{_KEYS[collection]} {record.id}", partial(_delete, collection, record)
    if question:
        confirm_button(name, label or _("Delete"), question, delete)
        return
    st.button(
        label or _("Delete"),
        icon=":material/delete:",
        type="tertiary",
        key=state.key(f"delete {name}"),
        on_click=delete,
    )


def closing_row(collection: str, record: Record, question: str, opened: str) -> None:
    """Show the last row of an editor: Close and Delete; `opened` is the state key of the editor."""
    with st.container(horizontal=True):
        st.button(
            _("Close"),
            icon=":material/check:",
            key=state.key(f"close {_KEYS[collection]} {record.id}"),
            on_click=state.remember,
            args=(opened, None),
        )
        delete_button(collection, record, question)


def undo_delete_bar(collection: str, *, said_by: str = "") -> None:
    """Offer to restore the record of a collection that was deleted last.

    With `said_by` only what this person said is offered: the words of others are not shown.
    """
    deleted = state.recall(_name(collection))
    if not deleted or (said_by and deleted.get("said_by") != said_by):
        return
    kind = _KEYS[collection]
    words = next((deleted[name] for name in _WORDS if deleted.get(name)), "")
    with st.container(horizontal=True, vertical_alignment="center", key=f"taken-out-{kind}"):
        sentence = _("Deleted: “{words}”", words=words)
        st.html(f'<p class="notice" role="status" dir="auto">{escaped(sentence)}</p>')
        st.button(
            _("Undo"),
            key=state.key(f"put back {kind}"),
            icon=":material/undo:",
            on_click=_restore,
            args=(collection,),
        )
        st.button(
            _("Hide this message"),
            key=state.key(f"let go {kind}"),
            on_click=state.remember,
            args=(_name(collection), None),
        )


def _delete(collection: str, record: Record) -> None:
    delete = delete_with_card if collection in _ON_WALL else records.delete
    if run_use_case(delete, collection, record.id):
        # Plain data: a stored domain object would outlive its class when the code is reloaded.
        state.remember(_name(collection), record.model_dump(mode="json"))


def _restore(collection: str) -> None:
    deleted = state.recall(_name(collection))
    if deleted and run_use_case(_restored, collection, deleted):
        state.remember(_name(collection), None)


def _restored(
    context: EditContext[Any], collection: str, deleted: dict[str, Any]
) -> SaveResult[Any]:
    record = records.validated(context.document, collection, deleted)
    restore = restore_with_card if collection in _ON_WALL else records.restore
    return restore(context, collection, record)


def _name(collection: str) -> str:
    return f"taken out {_KEYS[collection]}"
