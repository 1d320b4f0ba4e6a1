"""Why is it like this? Asked for each theme, and again below each answer."""

from functools import partial

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.text import MOST_LETTERS
from path_planner.domain.vision.theme import Cause, Theme
from path_planner.domain.vision.vision import Vision
from path_planner.ui import fields, state
from path_planner.ui.next_line import add_line
from path_planner.ui.parts import escaped, heading, plain, told
from path_planner.ui.taken_out import closing_row, put_back_bar
from path_planner.ui.vision.at_first import not_yet
from path_planner.ui.vision.parts import said_of_theme, theme_name
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.prioritising.choosing import (
    ask_why,
    bring_cause_back,
    causes_of,
    change_cause,
    take_cause_out,
)
from path_planner.words import say, say_many

_HERE = "theme asked why"
_OPEN = "cause being changed"


def causes(meeting: Meeting) -> None:
    """Show one theme, and the whys that people found."""
    vision = meeting.vision
    themes = in_order(vision.themes)
    if not themes:
        sentence = say("There are no themes yet. They are made in the step “Theme”.")
        not_yet(vision, sentence, "theme", say("Go to “Theme”"))
        return
    told(say("Ask why. Then ask why again. What lies below is often what can be changed."))
    theme = _choose(vision, themes)
    with st.container(border=True, key="why-card"):
        heading(theme.name, 2)
        if theme.statement:
            told(theme.statement, "statement")
        told(said_of_theme(vision, theme.id), "quiet")
        _chain(vision, theme)


def _choose(vision: Vision, themes: list[Theme]) -> Theme:
    ids = [one.id for one in themes]
    before = state.noted(_HERE)
    here = before if before in ids else ids[0]
    key = state.key("why theme")
    if state.held(key) not in ids:
        state.put_in(key, here)
    chosen = st.selectbox(
        say("Theme"),
        ids,
        format_func=lambda one: _with_count(vision, one),
        key=key,
        on_change=_turned,
        args=(key,),
    )
    return vision.themes[chosen if chosen in vision.themes else here]


def _turned(key: str) -> None:
    state.note(_HERE, state.held(key))


def _with_count(vision: Vision, theme_id: str) -> str:
    count = len(causes_of(vision, theme_id))
    known = say_many("{count} why", "{count} whys", count)
    return f"{plain(theme_name(vision, theme_id))} ({known})"


def _chain(vision: Vision, theme: Theme) -> None:
    chain = causes_of(vision, theme.id)
    put_back_bar("cause", Cause, bring_cause_back)
    for number, cause in enumerate(chain, start=1):
        with st.container(key=f"cause-{cause.id}", gap="small"):
            if state.noted(_OPEN) == cause.id:
                _write(cause)
            else:
                _read(number, cause)
    label = say("And why is that?") if chain else say("Why is it like this?")
    add_line(
        label,
        partial(_ask, theme.id),
        f"why {theme.id}",
        placeholder=say("Write, then press Enter"),
        max_chars=MOST_LETTERS,
    )


def _read(number: int, cause: Cause) -> None:
    asked = say("Because") if number == 1 else say("And that is because")
    st.html(
        f'<p class="because" dir="auto"><span>{escaped(asked)}</span> {escaped(cause.text)}</p>'
    )
    st.button(
        say("Change"),
        type="tertiary",
        icon=":material/edit:",
        key=state.key(f"change cause {cause.id}"),
        on_click=state.note,
        args=(_OPEN, cause.id),
    )


def _write(cause: Cause) -> None:
    fields.area(
        say("Why?"),
        cause.text,
        partial(_reword, cause.id),
        f"cause {cause.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )
    closing_row("cause", cause, say("Take this out?"), take_cause_out, _OPEN)


def _ask(theme_id: str, meeting: Meeting, text: str) -> Kept:
    return ask_why(meeting, theme_id, text)


def _reword(cause_id: str, meeting: Meeting, text: str) -> Kept:
    return change_cause(meeting, cause_id, text)
