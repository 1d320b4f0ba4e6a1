"""One line of a list of what is kept: where it leads, what state it is in, what can be done."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from path_planner.errors import FileTooNew
from path_planner.storage.store import FileState, Line
from path_planner.ui.deeds import attempt
from path_planner.ui.made_once import Times
from path_planner.ui.parts import escaped, link, told, twice
from path_planner.words import say
from path_planner.workshop.saving import now


class KeptKind(NamedTuple):
    """What is listed: its name in the address, the end of its file, its store, how it is copied."""

    name: str
    suffix: str
    store: Callable[[], Any]
    duplicate: Callable[[Any, str, str], object]


def kept_row(kind: KeptKind, entry: Line, page: str, title: str, facts: list[str]) -> None:
    """Show a line of a list, with what can be done with it."""
    with (
        st.container(border=True, key=f"{kind.name}-{entry.id}"),
        st.container(
            horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ),
    ):
        with st.container(width="stretch", gap=None):
            link(page, title, **{kind.name: entry.id})
            st.html(f'<p class="facts" dir="auto">{escaped(" · ".join(filter(None, facts)))}</p>')
            if entry.state is FileState.TOO_NEW:
                told(str(FileTooNew()), "needed")
            if entry.state is FileState.DAMAGED:
                told(say("This file is damaged. Opening it brings back the last good state."))
        with st.popover(say("More"), key=f"more-{entry.id}", icon=":material/more_horiz:"):
            _more(kind, entry, title)


def _more(kind: KeptKind, entry: Line, title: str) -> None:
    store, copies = kind.store(), Times(f"copy of {entry.id}")
    copied = partial(kind.duplicate, store, entry.id, say("{title} (copy)", title=title))
    st.button(
        say("Duplicate"),
        key=copies.key,
        icon=":material/content_copy:",
        on_click=attempt,
        args=(partial(copies.once, copied),),
    )
    st.download_button(
        say("Take a copy along (file)"),
        key=f"export-{entry.id}",
        icon=":material/download:",
        data=partial(store.document, entry.id),
        file_name=f"{entry.begun.date().isoformat()}_{entry.id}_{entry.revision}{kind.suffix}",
        mime="application/json",
        on_click="ignore",
    )
    twice(
        f"delete {entry.id}",
        say("Delete"),
        say("Delete “{title}”? It can be brought back for 30 days.", title=title),
        partial(attempt, partial(_remove, kind, entry.id)),
        yes=say("Yes, delete it"),
    )


def _remove(kind: KeptKind, document_id: str) -> None:
    kind.store().remove(document_id, now())
