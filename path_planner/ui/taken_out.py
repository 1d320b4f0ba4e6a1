"""Taking a card out: asked once, and put back with one press."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.record import Record
from path_planner.ui import state
from path_planner.ui.parts import escaped, twice
from path_planner.ui.room import try_to
from path_planner.words import say
from path_planner.workshop.saving import Saved

_WORDS = ("text", "what", "title", "name", "statement", "about", "who")
"""The fields that tell people which card it was, whichever the record has."""


def take_out_button(
    kind: str, record: Record, question: str, take_out: Callable[[Any, str], Saved[Any]]
) -> None:
    """Show the button that takes a card out, after one question."""
    twice(
        f"{kind} {record.id}",
        say("Take out"),
        question,
        partial(_take_out, kind, record, take_out),
    )


def closing_row(
    kind: str,
    record: Record,
    question: str,
    take_out: Callable[[Any, str], Saved[Any]],
    opened: str,
) -> None:
    """Show what ends the changing of a card: close it, or take it out; `opened` notes which."""
    with st.container(horizontal=True):
        st.button(
            say("Close"),
            icon=":material/check:",
            key=state.key(f"close {kind} {record.id}"),
            on_click=state.note,
            args=(opened, None),
        )
        take_out_button(kind, record, question, take_out)


def put_back_bar(kind: str, record_kind: type[Record], put_back: Callable[..., Saved[Any]]) -> None:
    """Offer to put the card back that was taken out last."""
    taken = state.noted(_name(kind))
    if not taken:
        return
    words = next((taken[name] for name in _WORDS if taken.get(name)), "")
    with st.container(horizontal=True, vertical_alignment="center", key=f"taken-out-{kind}"):
        sentence = say("Taken out: “{words}”", words=words)
        st.html(f'<p class="notice" role="status" dir="auto">{escaped(sentence)}</p>')
        st.button(
            say("Put it back"),
            key=state.key(f"put back {kind}"),
            icon=":material/undo:",
            on_click=_put_back,
            args=(kind, record_kind, put_back),
        )
        st.button(
            say("It may go"),
            key=state.key(f"let go {kind}"),
            on_click=state.note,
            args=(_name(kind), None),
        )


def _take_out(kind: str, record: Record, take_out: Callable[[Any, str], Saved[Any]]) -> None:
    if try_to(take_out, record.id):
        # Plain data: a kept domain object would outlive its class when the code is reloaded.
        state.note(_name(kind), record.model_dump(mode="json"))


def _put_back(kind: str, record_kind: type[Record], put_back: Callable[..., Saved[Any]]) -> None:
    taken = state.noted(_name(kind))
    if taken and try_to(put_back, record_kind.model_validate(taken)):
        state.note(_name(kind), None)


def _name(kind: str) -> str:
    return f"taken out {kind}"
