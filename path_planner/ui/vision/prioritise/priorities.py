"""What to work on: priorities made from themes, and the voices of one beside them."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.text import MOST_LETTERS, MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.choosing import Priority
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.quoting import quote_of
from path_planner.evidence.reading import lone
from path_planner.ui import fields, state
from path_planner.ui.next_form import NextForm
from path_planner.ui.parts import empty, escaped, heading, told
from path_planner.ui.room import act, the_meeting, try_to
from path_planner.ui.taken_out import closing_row, put_back_bar
from path_planner.ui.vision.parts import (
    chips,
    said_of_priority,
    said_of_theme,
    several,
    theme_name,
)
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.prioritising.choosing import (
    bring_priority_back,
    change_priority,
    make_priority,
    move_priority,
    take_priority_out,
)
from path_planner.words import say, say_many

_OPEN = "priority being changed"


def priorities(meeting: Meeting) -> None:
    """Show what may be worked on, from which themes, and how many said it."""
    vision = meeting.vision
    told(say("A priority comes from one theme or from several. Say it in your own words."))
    listed = in_order(vision.priorities)
    put_back_bar("priority", Priority, bring_priority_back)
    if not listed:
        empty(say("No priorities yet. Make the first one from a theme below."))
    for place, priority in enumerate(listed):
        with st.container(border=True, key=f"priority-{priority.id}", gap="small"):
            if state.noted(_OPEN) == priority.id:
                _write(vision, priority)
            else:
                _read(vision, priority, first=place == 0, last=place == len(listed) - 1)
    _make(vision)
    _themes_without(vision)
    lone_voices(vision)


def lone_voices(vision: Vision) -> None:
    """Show the voices of one, so that no vote forgets them."""
    voices = lone(vision)
    if not voices:
        return
    heading(say("Voices of one"), 2)
    told(say("Only one person said this. It may matter as much. A vote must not lose it."))
    quotes = [quote for one in voices if (quote := quote_of(vision, one))]
    items = "".join(
        f'<li dir="auto">“{escaped(one.words)}” <span>{escaped(one.by)}</span></li>'
        for one in quotes
    )
    if items:
        st.html(f'<ul class="lone">{items}</ul>')
    if rest := len(voices) - len(quotes):
        told(
            say_many(
                "{count} more voice of one may be counted, but not quoted.",
                "{count} more voices of one may be counted, but not quoted.",
                rest,
            ),
            "quiet",
        )


def _read(vision: Vision, priority: Priority, *, first: bool, last: bool) -> None:
    heading(priority.title, 3)
    names = [theme_name(vision, one) for one in priority.themes]
    if names:
        st.html(chips(names, say("From the themes")))
    else:
        told(say("It comes from no theme."), "quiet")
    told(said_of_priority(vision, priority.id), "counted")
    if priority.why:
        told(priority.why, "note")
    with st.container(horizontal=True, gap="small", key=f"priority-buttons-{priority.id}"):
        st.button(
            say("Change"),
            type="tertiary",
            icon=":material/edit:",
            key=state.key(f"change priority {priority.id}"),
            on_click=state.note,
            args=(_OPEN, priority.id),
        )
        _mover(priority, say("Up"), -1, disabled=first)
        _mover(priority, say("Down"), 1, disabled=last)


def _mover(priority: Priority, label: str, steps: int, *, disabled: bool) -> None:
    st.button(
        label,
        type="tertiary",
        key=state.key(f"move priority {steps} {priority.id}"),
        icon=":material/arrow_upward:" if steps < 0 else ":material/arrow_downward:",
        disabled=disabled,
        on_click=act,
        args=(move_priority, priority.id, steps),
    )


def _write(vision: Vision, priority: Priority) -> None:
    fields.line(
        say("What should be worked on?"),
        priority.title,
        partial(_set, priority.id, "title"),
        f"priority title {priority.id}",
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
    several(
        say("From which themes?"),
        [one.id for one in in_order(vision.themes)],
        partial(theme_name, vision),
        state.key(f"priority themes {priority.id}"),
        chosen=priority.themes,
        changed=partial(_themed, priority.id),
    )
    fields.area(
        say("Why is it worth working on?"),
        priority.why,
        partial(_set, priority.id, "why"),
        f"priority why {priority.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )
    closing_row("priority", priority, say("Take this priority out?"), take_priority_out, _OPEN)


def _make(vision: Vision) -> None:
    heading(say("A new priority"), 2)
    themes = [one.id for one in in_order(vision.themes)]
    form = NextForm("new priority")
    with form.shown():
        title = st.text_input(
            say("What should be worked on?"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            key=form.key("title"),
        )
        chosen = several(
            say("From which themes?"),
            themes,
            partial(theme_name, vision),
            form.key("themes"),
        )
        if st.form_submit_button(
            say("Add this priority"), icon=":material/add:", key=form.button("add")
        ):
            _add(form, title, chosen)


def _add(form: NextForm, title: str, themes: tuple[str, ...]) -> None:
    if not title.strip():
        if not form.pressed_again:
            told(say("Please write what should be worked on."), "needed")
        return
    if try_to(make_priority, title, themes) is not None:
        form.kept()
    st.rerun()


def _themes_without(vision: Vision) -> None:
    """Offer the themes that no priority comes from yet, one press each."""
    used = {theme for one in vision.priorities.values() for theme in one.themes}
    free = [one for one in in_order(vision.themes) if one.id not in used]
    if not free:
        return
    heading(say("Themes that no priority comes from yet"), 2)
    for theme in free:
        with st.container(border=True, horizontal=True, key=f"free-theme-{theme.id}"):
            st.html(
                f'<p class="theme-name" dir="auto"><strong>{escaped(theme.name)}</strong><br>'
                f'<span class="quiet">{escaped(said_of_theme(vision, theme.id))}</span></p>',
                width="stretch",
            )
            st.button(
                say("Make it a priority"),
                icon=":material/flag:",
                key=state.key(f"make priority {theme.id}"),
                on_click=_make_of,
                args=(theme.id,),
            )


def _make_of(theme_id: str) -> None:
    vision = the_meeting().vision
    used = any(theme_id in one.themes for one in vision.priorities.values())
    # Pressed twice, or in two windows, it is one priority.
    if theme_id in vision.themes and not used:
        act(make_priority, vision.themes[theme_id].name, (theme_id,))


def _themed(priority_id: str, key: str) -> None:
    act(change_priority, priority_id, themes=tuple(state.held(key) or ()))


def _set(priority_id: str, field: str, meeting: Meeting, value: Any) -> Kept:
    return change_priority(meeting, priority_id, **{field: value})
