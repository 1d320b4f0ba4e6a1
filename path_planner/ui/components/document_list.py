"""A list of what is kept, newest first: some at a time, and with a search above."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, NamedTuple

import streamlit as st

from path_planner.errors import FileTooNew
from path_planner.i18n import _
from path_planner.services.context import now
from path_planner.storage.protocol import FileState, L, Summary
from path_planner.ui import state
from path_planner.ui.components.basics import confirm_button, escaped, link, paragraph, placeholder
from path_planner.ui.components.messages import attempt_action
from path_planner.ui.components.once import ClickCounter

A_PAGE = 12
"""Lines shown at once: a thousand of them stay quick."""


class ListItem(NamedTuple, Generic[L]):
    """What is listed: its name in keys, the words of a line to look in, how a line is shown."""

    name: str
    text_of: Callable[[L], str]
    show: Callable[[L], None]


class SearchField(NamedTuple):
    """How the search asks, and what is said where it finds nothing."""

    label: str
    where: str
    nothing: str


def document_list(listed: ListItem[L], entries: Sequence[L], asked: SearchField) -> None:
    """Show the lines that have the words people look for, in the order they come in."""
    shown_from = f"first {listed.name} shown"
    wanted = st.text_input(
        asked.label,
        key=f"find-{listed.name}",
        type="search",
        icon=":material/search:",
        placeholder=asked.where,
        on_change=state.remember,
        args=(shown_from, 0),
    )
    found = [entry for entry in entries if has_words(listed.text_of(entry), wanted or "")]
    if not found:
        placeholder(asked.nothing)
    first = min(state.recall(shown_from, 0), max(0, len(found) - 1))
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
            _("Newer"),
            icon=":material/arrow_back:",
            disabled=first == 0,
            on_click=state.remember,
            args=(shown_from, max(0, first - A_PAGE)),
        )
        paragraph(
            _("{first} to {last} of {count}", first=first + 1, last=last, count=count), "facts"
        )
        st.button(
            _("Older"),
            icon=":material/arrow_forward:",
            disabled=last >= count,
            on_click=state.remember,
            args=(shown_from, first + A_PAGE),
        )


class ListedKind(NamedTuple):
    """What is listed: its name in the address, the end of its file, its store, how it is copied."""

    name: str
    suffix: str
    store: Callable[[], Any]
    duplicate: Callable[[Any, str, str], object]


def document_row(kind: ListedKind, entry: Summary, page: str, title: str, facts: list[str]) -> None:
    """Show a line of a list, with what can be done with it."""
    with (
        st.container(border=True, key=f"{kind.name}-{entry.id}"),
        st.container(
            horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ),
    ):
        with st.container(width="stretch", gap=None):
            link(page, title, key=entry.id, **{kind.name: entry.id})
            st.html(f'<p class="facts" dir="auto">{escaped(" · ".join(filter(None, facts)))}</p>')
            if entry.state is FileState.TOO_NEW:
                paragraph(str(FileTooNew()), "needed")
            if entry.state is FileState.DAMAGED:
                paragraph(_("This file is damaged. Opening it brings back the last good version."))
        with st.popover(_("More"), key=f"more-{entry.id}", icon=":material/more_horiz:"):
            _more(kind, entry, title)


def _more(kind: ListedKind, entry: Summary, title: str) -> None:
    store, copies = kind.store(), ClickCounter(f"copy of {entry.id}")
    copied = partial(kind.duplicate, store, entry.id, _("{title} (copy)", title=title))
    st.button(
        _("Duplicate"),
        key=copies.key,
        icon=":material/content_copy:",
        on_click=attempt_action,
        args=(partial(copies.once, copied),),
    )
    st.download_button(
        _("Save a copy (file)"),
        key=f"export-{entry.id}",
        icon=":material/download:",
        data=partial(store.document, entry.id),
        file_name=f"{entry.begun.date().isoformat()}_{entry.id}_{entry.revision}{kind.suffix}",
        mime="application/json",
        on_click="ignore",
    )
    confirm_button(
        f"delete {entry.id}",
        _("Delete"),
        _("Delete “{title}”? You can restore it for 30 days.", title=title),
        partial(attempt_action, partial(_remove, kind, entry.id)),
        yes=_("Yes, delete it"),
    )


def _remove(kind: ListedKind, document_id: str) -> None:
    kind.store().remove(document_id, now())
