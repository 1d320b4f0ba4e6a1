"""What was deleted in the last 30 days: bring it back, or erase it for good."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from path_planner.storage.store import L, Removed, Store
from path_planner.ui.deeds import attempt
from path_planner.ui.parts import told, twice
from path_planner.words import say, say_date, say_many


def removed_list(store: Store[Any, L], title_of: Callable[[L], str]) -> None:
    """Show what can still be brought back, if there is any."""
    removed = store.removed()
    if not removed:
        return
    label = say_many("Recently deleted ({count})", "Recently deleted ({count})", len(removed))
    with st.expander(label, icon=":material/restore_from_trash:", key="removed"):
        for one in removed:
            _row(store, one, title_of(one.entry))


def _row(store: Store[Any, L], one: Removed[L], title: str) -> None:
    document_id = one.entry.id
    with st.container(border=True, key=f"gone-{document_id}"):
        told(title, "strong")
        told(say("Will be erased for good on {day}.", day=say_date(one.erased_on)), "facts")
        with st.container(horizontal=True):
            st.button(
                say("Bring back"),
                key=f"restore-{document_id}",
                icon=":material/undo:",
                on_click=attempt,
                args=(partial(store.restore, document_id),),
            )
            twice(
                f"erase {document_id}",
                say("Erase for good"),
                say("Erase every copy of “{title}” now? Nobody can bring it back.", title=title),
                partial(attempt, partial(store.erase, document_id)),
                yes=say("Yes, erase it"),
            )
