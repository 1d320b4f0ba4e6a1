"""Taking a card out: asked once, and put back with one press."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.base import Record
from path_planner.i18n import _
from path_planner.services.context import SaveResult
from path_planner.ui import state
from path_planner.ui.components.basics import confirm_button, escaped
from path_planner.ui.context import run_use_case

_WORDS = ("text", "what", "title", "name", "statement", "about", "who")
"""The fields that tell people which card it was, whichever the record has."""


def delete_button(
    kind: str, record: Record, question: str, take_out: Callable[[Any, str], SaveResult[Any]]
) -> None:
    """Show the button that takes a card out, after one question."""
    confirm_button(
        f"{kind} {record.id}",
        _("Take out"),
        question,
        partial(_take_out, kind, record, take_out),
    )


def closing_row(
    kind: str,
    record: Record,
    question: str,
    take_out: Callable[[Any, str], SaveResult[Any]],
    opened: str,
) -> None:
    """Show what ends the changing of a card: close it, or take it out; `opened` notes which."""
    with st.container(horizontal=True):
        st.button(
            _("Close"),
            icon=":material/check:",
            key=state.key(f"close {kind} {record.id}"),
            on_click=state.remember,
            args=(opened, None),
        )
        delete_button(kind, record, question, take_out)


def undo_delete_bar(
    kind: str, record_kind: type[Record], put_back: Callable[..., SaveResult[Any]]
) -> None:
    """Offer to put the card back that was taken out last."""
    taken = state.recall(_name(kind))
    if not taken:
        return
    words = next((taken[name] for name in _WORDS if taken.get(name)), "")
    with st.container(horizontal=True, vertical_alignment="center", key=f"taken-out-{kind}"):
        sentence = _("Taken out: “{words}”", words=words)
        st.html(f'<p class="notice" role="status" dir="auto">{escaped(sentence)}</p>')
        st.button(
            _("Put it back"),
            key=state.key(f"put back {kind}"),
            icon=":material/undo:",
            on_click=_put_back,
            args=(kind, record_kind, put_back),
        )
        st.button(
            _("It may go"),
            key=state.key(f"let go {kind}"),
            on_click=state.remember,
            args=(_name(kind), None),
        )


def _take_out(kind: str, record: Record, take_out: Callable[[Any, str], SaveResult[Any]]) -> None:
    if run_use_case(take_out, record.id):
        # Plain data: a kept domain object would outlive its class when the code is reloaded.
        state.remember(_name(kind), record.model_dump(mode="json"))


def _put_back(
    kind: str, record_kind: type[Record], put_back: Callable[..., SaveResult[Any]]
) -> None:
    taken = state.recall(_name(kind))
    if taken and run_use_case(put_back, record_kind.model_validate(taken)):
        state.remember(_name(kind), None)


def _name(kind: str) -> str:
    return f"taken out {kind}"
