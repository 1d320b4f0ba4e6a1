"""The list of visions: begin one, open it, copy it, take it along, delete it."""

from functools import partial

import streamlit as st

from path_planner.domain.text import MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.vision import Vision
from path_planner.errors import FileTooNew
from path_planner.storage.store import FileState, VisionEntry
from path_planner.ui.begin_form import language_choices, language_name
from path_planner.ui.deeds import attempt
from path_planner.ui.parts import empty, escaped, link, told, twice
from path_planner.ui.the_store import the_vision_store
from path_planner.ui.vision.title import vision_title
from path_planner.visioning.keeping import begin, duplicate
from path_planner.words import say, say_many
from path_planner.workshop.saving import now


def begin_vision_form() -> Vision | None:
    """Show the form that begins a vision; return the one that was begun."""
    with st.form("begin-vision", border=False):
        title = st.text_input(
            say("What is the vision called?"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            placeholder=say("Such as: a town where everybody belongs"),
        )
        community = st.text_input(say("Whose community is it?"), max_chars=MOST_LETTERS_IN_A_LINE)
        language = st.selectbox(say("Language"), language_choices(), format_func=language_name)
        if not st.form_submit_button(
            say("Begin"), type="primary", icon=":material/play_arrow:", key="begin-vision-now"
        ):
            return None
    if not title.strip():
        told(say("Please write what the vision is called. It can be changed later."), "needed")
        return None
    return begin(the_vision_store(), title, community=community, language=language or "en")


def vision_list() -> None:
    """Show the visions, newest first."""
    entries = the_vision_store().entries()
    if not entries:
        empty(say("No visions yet. Begin one when some PATHs have been walked."))
    for entry in entries:
        _row(entry)


def title_of(entry: VisionEntry) -> str:
    """Return the title of a line of the list."""
    return vision_title(entry.title)


def _row(entry: VisionEntry) -> None:
    with (
        st.container(border=True, key=f"vision-{entry.id}"),
        st.container(
            horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ),
    ):
        with st.container(width="stretch", gap=None):
            link("vision_builder", title_of(entry), vision=entry.id)
            st.html(f'<p class="facts" dir="auto">{escaped(_facts(entry))}</p>')
            if entry.state is FileState.TOO_NEW:
                told(str(FileTooNew()), "needed")
            if entry.state is FileState.DAMAGED:
                told(say("This file is damaged. Opening it brings back the last good state."))
        with st.popover(say("More"), key=f"more-{entry.id}", icon=":material/more_horiz:"):
            _more(entry)


def _facts(entry: VisionEntry) -> str:
    facts = [
        entry.community,
        say_many("{count} source", "{count} sources", entry.sources),
        say_many("{count} voice", "{count} voices", entry.voices),
        say_many("{count} theme", "{count} themes", entry.themes),
    ]
    if entry.actions:
        facts.append(say_many("{count} action", "{count} actions", entry.actions))
    return " · ".join(fact for fact in facts if fact)


def _more(entry: VisionEntry) -> None:
    title = title_of(entry)
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
        data=partial(the_vision_store().document, entry.id),
        file_name=f"{entry.begun.date().isoformat()}_{entry.id}_{entry.revision}.vision.json",
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


def _duplicate(vision_id: str, title: str) -> None:
    duplicate(the_vision_store(), vision_id, say("{title} (copy)", title=title))


def _remove(vision_id: str) -> None:
    the_vision_store().remove(vision_id, now())
