"""The list of sessions: find one, open it, copy it, take it along, delete it."""

import streamlit as st

from path_planner.storage.sessions import SESSIONS
from path_planner.storage.store import Entry
from path_planner.ui import state
from path_planner.ui.kept_row import KeptKind, kept_row
from path_planner.ui.parts import empty, told
from path_planner.ui.the_store import the_store
from path_planner.words import say, say_date, say_many
from path_planner.workshop.keeping import duplicate

KIND = KeptKind("session", SESSIONS.suffix, the_store, duplicate)
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
    page = "walk" if entry.voices else "prepare"
    kept_row(KIND, entry, page, title_of(entry), _facts(entry))


def _facts(entry: Entry) -> list[str]:
    facts = [
        entry.pathfinder if entry.title else "",
        say_date(entry.held_on) if entry.held_on else "",
        entry.place,
        say_many("{count} voice", "{count} voices", entry.voices),
    ]
    if entry.open_commitments:
        facts.append(say_many("{count} step to do", "{count} steps to do", entry.open_commitments))
    return facts


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
