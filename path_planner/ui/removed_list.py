"""What was deleted in the last 30 days: bring it back, or erase it for good."""

from functools import partial

import streamlit as st

from path_planner.storage.store import Entry, Removed
from path_planner.ui.deeds import attempt
from path_planner.ui.parts import told, twice
from path_planner.ui.session_list import entry_title
from path_planner.ui.the_store import the_store
from path_planner.words import say, say_date, say_many


def removed_list() -> None:
    """Show what can still be brought back, if there is any."""
    removed = the_store().removed()
    if not removed:
        return
    label = say_many("Recently deleted ({count})", "Recently deleted ({count})", len(removed))
    with st.expander(label, icon=":material/restore_from_trash:", key="removed"):
        for one in removed:
            _row(one)


def _row(one: Removed[Entry]) -> None:
    title = entry_title(one.entry.title, one.entry.pathfinder)
    with st.container(border=True, key=f"gone-{one.entry.id}"):
        told(title, "strong")
        told(say("Will be erased for good on {day}.", day=say_date(one.erased_on)), "facts")
        with st.container(horizontal=True):
            st.button(
                say("Bring back"),
                key=f"restore-{one.entry.id}",
                icon=":material/undo:",
                on_click=attempt,
                args=(partial(the_store().restore, one.entry.id),),
            )
            twice(
                f"erase {one.entry.id}",
                say("Erase for good"),
                say("Erase every copy of “{title}” now? Nobody can bring it back.", title=title),
                partial(attempt, partial(the_store().erase, one.entry.id)),
                yes=say("Yes, erase it"),
            )
