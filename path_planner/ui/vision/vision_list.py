"""The list of visions: begin one, open it, copy it, take it along, delete it."""

import streamlit as st

from path_planner.domain.text import MOST_LETTERS_IN_A_LINE
from path_planner.storage.store import VisionEntry
from path_planner.storage.visions import VISIONS
from path_planner.ui.begin_form import language_choices, language_name
from path_planner.ui.kept_list import Asked, Listed, kept_list
from path_planner.ui.kept_row import KeptKind, kept_row
from path_planner.ui.made_once import made_once
from path_planner.ui.parts import empty, told
from path_planner.ui.the_store import the_vision_store
from path_planner.ui.vision.title import vision_title
from path_planner.visioning.keeping import begin, duplicate
from path_planner.words import say, say_date, say_many

KIND = KeptKind("vision", VISIONS.suffix, the_vision_store, duplicate)


def begin_vision_form() -> str:
    """Show the form that begins a vision; return the id of the one that was begun."""
    with st.form("begin-vision", border=False):
        title = st.text_input(
            say("What is the vision called?"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            placeholder=say("Such as: a town where everybody belongs"),
        )
        community = st.text_input(say("Whose community is it?"), max_chars=MOST_LETTERS_IN_A_LINE)
        language = st.selectbox(say("Language"), language_choices(), format_func=language_name)
        pressed = st.form_submit_button(
            say("Begin"), type="primary", icon=":material/play_arrow:", key="begin-vision-now"
        )
    if pressed and not title.strip():
        told(say("Please write what the vision is called. It can be changed later."), "needed")
        return ""
    facts = {"community": community, "language": language or "en"}
    return made_once(
        "begin vision", lambda: begin(the_vision_store(), title, **facts).id, pressed=pressed
    )


def vision_list() -> None:
    """Show the visions, newest first, with a search above when there are some."""
    entries = the_vision_store().entries()
    if not entries:
        empty(say("No visions yet. Begin one, or look at a made-up one first."))
        return
    asked = Asked(
        say("Find a vision"),
        say("Title or community"),
        say("No vision has these words in its title or community."),
    )
    kept_list(Listed("vision", _text_of, _row), entries, asked)


def _text_of(entry: VisionEntry) -> str:
    return f"{entry.title} {entry.community}"


def title_of(entry: VisionEntry) -> str:
    """Return the title of a line of the list."""
    return vision_title(entry.title)


def _row(entry: VisionEntry) -> None:
    kept_row(KIND, entry, "vision_builder", title_of(entry), _facts(entry))


def _facts(entry: VisionEntry) -> list[str]:
    facts = [
        entry.community,
        say_many("{count} source", "{count} sources", entry.sources),
        say_many("{count} voice", "{count} voices", entry.voices),
        say_many("{count} theme", "{count} themes", entry.themes),
    ]
    if entry.actions:
        facts.append(say_many("{count} action", "{count} actions", entry.actions))
    if entry.next_look:
        facts.append(say("looked at again on {day}", day=say_date(entry.next_look)))
    return facts
