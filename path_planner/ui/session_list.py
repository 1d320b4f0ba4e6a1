"""The list of sessions: find one, open it, copy it, take it along, delete it."""

from functools import partial

import streamlit as st

from path_planner.errors import FileTooNew
from path_planner.storage.store import Entry, FileState
from path_planner.ui import state
from path_planner.ui.deeds import attempt
from path_planner.ui.parts import empty, escaped, link, told, twice
from path_planner.ui.the_store import the_store
from path_planner.words import say, say_date, say_many
from path_planner.workshop.keeping import duplicate
from path_planner.workshop.saving import now

A_PAGE = 12
"""Sessions shown at once: a thousand of them stay quick."""


def session_list() -> None:
    """Show the sessions, newest first, with a search above when there are some."""
    entries = the_store().entries()
    if not entries:
        empty(say("No sessions yet. Begin one, or try a made-up PATH."))
        return
    wanted = st.text_input(
        say("Find a session"),
        key="find",
        type="search",
        icon=":material/search:",
        placeholder=say("Title, name or place"),
        on_change=state.note,
        args=("first shown", 0),
    )
    found = [entry for entry in entries if matches(entry, wanted or "")]
    if not found:
        empty(say("No session has these words in its title, name or place."))
    first = min(state.noted("first shown", 0), max(0, len(found) - 1))
    for entry in found[first : first + A_PAGE]:
        _row(entry)
    if len(found) > A_PAGE:
        _leaf_through(first, len(found))


def matches(entry: Entry, wanted: str) -> bool:
    """Say whether all the words that are looked for are in the title, name or place."""
    text = f"{entry.title} {entry.pathfinder} {entry.place}".casefold()
    return all(word in text for word in wanted.casefold().split())


def entry_title(title: str, pathfinder: str) -> str:
    """Return the title of a listed session, or whose PATH it is."""
    return title or say("PATH of {name}", name=pathfinder or say("the pathfinder"))


def title_of(entry: Entry) -> str:
    """Return the title of a line of the list."""
    return entry_title(entry.title, entry.pathfinder)


def _row(entry: Entry) -> None:
    title = title_of(entry)
    with (
        st.container(border=True, key=f"session-{entry.id}"),
        st.container(
            horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ),
    ):
        with st.container(width="stretch", gap=None):
            link(
                "walk" if entry.voices else "prepare",
                title,
                session=entry.id,
            )
            st.html(f'<p class="facts" dir="auto">{escaped(_facts(entry))}</p>')
            if entry.state is FileState.TOO_NEW:
                told(str(FileTooNew()), "needed")
            if entry.state is FileState.DAMAGED:
                told(say("This file is damaged. Opening it brings back the last good state."))
        with st.popover(say("More"), key=f"more-{entry.id}", icon=":material/more_horiz:"):
            _more(entry, title)


def _facts(entry: Entry) -> str:
    facts = [
        entry.pathfinder if entry.title else "",
        say_date(entry.held_on) if entry.held_on else "",
        entry.place,
        say_many("{count} voice", "{count} voices", entry.voices),
    ]
    if entry.open_commitments:
        facts.append(say_many("{count} step to do", "{count} steps to do", entry.open_commitments))
    return " · ".join(fact for fact in facts if fact)


def _more(entry: Entry, title: str) -> None:
    st.button(
        say("Duplicate"),
        key=f"copy-{entry.id}",
        icon=":material/content_copy:",
        on_click=attempt,
        args=(partial(_duplicate, entry.id, title),),
    )
    st.download_button(
        say("Take a copy along (file)"),
        key=f"export-{entry.id}",
        icon=":material/download:",
        data=partial(the_store().document, entry.id),
        file_name=f"{entry.begun.date().isoformat()}_{entry.id}_{entry.revision}.path.json",
        mime="application/json",
        on_click="ignore",
    )
    twice(
        f"delete {entry.id}",
        say("Delete"),
        say("Delete “{title}”? It can be brought back for 30 days.", title=title),
        partial(attempt, partial(_remove, entry.id)),
        yes=say("Yes, delete it"),
    )


def _duplicate(session_id: str, title: str) -> None:
    duplicate(the_store(), session_id, say("{title} (copy)", title=title))


def _remove(session_id: str) -> None:
    the_store().remove(session_id, now())


def _leaf_through(first: int, count: int) -> None:
    last = min(first + A_PAGE, count)
    with st.container(horizontal=True, vertical_alignment="center", key="leaf"):
        st.button(
            say("Newer"),
            icon=":material/arrow_back:",
            disabled=first == 0,
            on_click=state.note,
            args=("first shown", max(0, first - A_PAGE)),
        )
        told(say("{first} to {last} of {count}", first=first + 1, last=last, count=count), "facts")
        st.button(
            say("Older"),
            icon=":material/arrow_forward:",
            disabled=last >= count,
            on_click=state.note,
            args=("first shown", first + A_PAGE),
        )
