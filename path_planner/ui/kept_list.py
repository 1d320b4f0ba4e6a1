"""A list of what is kept, newest first: some at a time, and with a search above."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple

import streamlit as st

from path_planner.storage.store import L
from path_planner.ui import state
from path_planner.ui.parts import empty, told
from path_planner.words import say

A_PAGE = 12
"""Lines shown at once: a thousand of them stay quick."""


class Listed(NamedTuple, Generic[L]):
    """What is listed: its name in keys, the words of a line to look in, how a line is shown."""

    name: str
    text_of: Callable[[L], str]
    show: Callable[[L], None]


class Asked(NamedTuple):
    """How the search asks, and what is said where it finds nothing."""

    label: str
    where: str
    nothing: str


def kept_list(listed: Listed[L], entries: Sequence[L], asked: Asked) -> None:
    """Show the lines that have the words people look for, in the order they come in."""
    shown_from = f"first {listed.name} shown"
    wanted = st.text_input(
        asked.label,
        key=f"find-{listed.name}",
        type="search",
        icon=":material/search:",
        placeholder=asked.where,
        on_change=state.note,
        args=(shown_from, 0),
    )
    found = [entry for entry in entries if has_words(listed.text_of(entry), wanted or "")]
    if not found:
        empty(asked.nothing)
    first = min(state.noted(shown_from, 0), max(0, len(found) - 1))
    for entry in found[first : first + A_PAGE]:
        listed.show(entry)
    if len(found) > A_PAGE:
        _leaf_through(shown_from, first, len(found))


def has_words(text: str, wanted: str) -> bool:
    """Say whether all the words that are looked for are in a text."""
    folded = text.casefold()
    return all(word in folded for word in wanted.casefold().split())


def _leaf_through(shown_from: str, first: int, count: int) -> None:
    last = min(first + A_PAGE, count)
    with st.container(horizontal=True, vertical_alignment="center", key="leaf"):
        st.button(
            say("Newer"),
            icon=":material/arrow_back:",
            disabled=first == 0,
            on_click=state.note,
            args=(shown_from, max(0, first - A_PAGE)),
        )
        told(say("{first} to {last} of {count}", first=first + 1, last=last, count=count), "facts")
        st.button(
            say("Older"),
            icon=":material/arrow_forward:",
            disabled=last >= count,
            on_click=state.note,
            args=(shown_from, first + A_PAGE),
        )
