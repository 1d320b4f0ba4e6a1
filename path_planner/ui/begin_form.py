"""The short form that begins a session: only one answer is needed."""

from datetime import date
from typing import Any

import streamlit as st
from babel import Locale

from path_planner import words
from path_planner.domain.people import PATHFINDER_WORDS, PathfinderKind
from path_planner.domain.session import Session
from path_planner.domain.text import MOST_LETTERS_IN_A_LINE
from path_planner.processes import find, known
from path_planner.ui.fields import EARLIEST
from path_planner.ui.made_once import made_once
from path_planner.ui.parts import told
from path_planner.ui.the_store import the_store
from path_planner.words import say
from path_planner.workshop.keeping import begin

LANGUAGES = ("en", "cy", "pl", "ro", "ur", "ar", "bn", "pa", "gu", "so", "zh")
"""Languages that people speak in a PATH; the posters' fonts cover all of them."""
LENGTHS = (90, 180)


def begin_form() -> Session | None:
    """Show the form; return the session that was begun."""
    with st.form("begin", border=False):
        whose = st.text_input(
            say("Whose PATH is it?"), max_chars=MOST_LETTERS_IN_A_LINE, placeholder=say("A name")
        )
        kind = st.radio(
            say("This is"),
            list(PathfinderKind),
            format_func=lambda one: say(PATHFINDER_WORDS[one]),
            horizontal=True,
        )
        with st.expander(say("More choices (they can wait)"), icon=":material/tune:"):
            about = _about()
        pressed = st.form_submit_button(
            say("Begin"), type="primary", icon=":material/play_arrow:", key="begin-now"
        )
    if pressed and not whose.strip():
        told(say("Please write whose PATH it is. A first name is enough."), "needed")
        return None
    facts = {"kind": kind or PathfinderKind.PERSON, **about}
    begun = made_once(
        "begin session", lambda: begin(the_store(), whose, **facts).id, pressed=pressed
    )
    return the_store().open(begun).document if begun else None


def _about() -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        title = st.text_input(say("Title"), max_chars=MOST_LETTERS_IN_A_LINE)
        held_on = st.date_input(
            say("Day"),
            value=date.today(),  # noqa: DTZ011  # the day as people in the room see it
            min_value=EARLIEST,
            format="DD/MM/YYYY",
        )
        place = st.text_input(say("Place"), max_chars=MOST_LETTERS_IN_A_LINE)
    with right:
        process = st.radio(say("Form"), [form.id for form in known()], format_func=form_name)
        minutes = st.radio(say("Length"), LENGTHS, format_func=length_name, horizontal=True)
        language = st.selectbox(say("Language"), language_choices(), format_func=language_name)
    return {
        "title": title,
        "held_on": held_on,
        "place": place,
        "process": process,
        "minutes": minutes,
        "language": language,
    }


def form_name(process_id: str) -> str:
    """Name a form of PATH."""
    return say(find(process_id).title)


def length_name(minutes: int) -> str:
    """Name a length of a workshop."""
    return words.say_many("{count} minute", "{count} minutes", minutes)


def language_choices() -> list[str]:
    """Return the languages to choose from, those of the catalogue first."""
    return [*words.languages(), *(one for one in LANGUAGES if one not in words.languages())]


def language_name(language: str) -> str:
    """Name a language in itself."""
    base, _, variant = language.partition("@")
    name = Locale.parse(base).get_display_name(base) or base
    return f"{name.capitalize()} ({variant})" if variant else name.capitalize()
