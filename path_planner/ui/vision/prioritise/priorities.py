"""Priorities made from themes, and beside them the lone voices."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.analysis.queries import single_voices
from path_planner.analysis.quotes import quote_of
from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Priority
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import reorder
from path_planner.services.vision.plan import change_priority, make_priority
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escaped, heading, paragraph, placeholder
from path_planner.ui.components.repeat_form import RepeatForm
from path_planner.ui.components.undo_delete import closing_row, undo_delete_bar
from path_planner.ui.context import on_click_run, open_vision_context
from path_planner.ui.vision.components import (
    chips,
    multiple_choice,
    priority_counts,
    theme_counts,
    theme_name,
)

_OPEN = "priority being changed"


def priorities(context: VisionContext) -> None:
    """Show the priorities with their themes and counts."""
    vision = context.document
    paragraph(_("A priority comes from one or more themes. Put it in your own words."))
    all_priorities = sorted_records(vision.priorities)
    undo_delete_bar("priorities")
    if not all_priorities:
        placeholder(_("No priorities yet. Make the first one from a theme below."))
    for index, priority in enumerate(all_priorities):
        with st.container(border=True, key=f"priority-{priority.id}", gap="small"):
            if state.recall(_OPEN) == priority.id:
                _write(vision, priority)
            else:
                _read(vision, priority, first=index == 0, last=index == len(all_priorities) - 1)
    _make(vision)
    _themes_without(vision)
    lone_voices(vision)


def lone_voices(vision: Vision) -> None:
    """Show the voices marked as standing alone, so that no vote forgets them."""
    voices = single_voices(vision)
    if not voices:
        return
    heading(_("Said by one person"), 2)
    paragraph(_("Only one person said this. It may matter just as much. Do not lose it in a vote."))
    quotes = [quote for voice in voices if (quote := quote_of(vision, voice))]
    items = "".join(
        f'<li dir="auto">“{escaped(quote.words)}” <span>{escaped(quote.by)}</span></li>'
        for quote in quotes
    )
    if items:
        st.html(f'<ul class="lone">{items}</ul>')
    if rest := len(voices) - len(quotes):
        paragraph(
            ngettext(
                "{count} more voice from one person can be counted, but not quoted.",
                "{count} more voices from one person can be counted, but not quoted.",
                rest,
            ),
            "quiet",
        )


def _read(vision: Vision, priority: Priority, *, first: bool, last: bool) -> None:
    heading(priority.title, 3)
    names = [theme_name(vision, theme) for theme in priority.themes]
    if names:
        st.html(chips(names, _("From the themes")))
    else:
        paragraph(_("It does not come from a theme."), "quiet")
    paragraph(priority_counts(vision, priority.id), "counted")
    if priority.why:
        paragraph(priority.why, "note")
    with st.container(horizontal=True, gap="small", key=f"priority-buttons-{priority.id}"):
        st.button(
            _("Edit"),
            type="tertiary",
            icon=":material/edit:",
            key=state.key(f"change priority {priority.id}"),
            on_click=state.remember,
            args=(_OPEN, priority.id),
        )
        _mover(priority, _("Up"), -1, disabled=first)
        _mover(priority, _("Down"), 1, disabled=last)


def _mover(priority: Priority, label: str, steps: int, *, disabled: bool) -> None:
    st.button(
        label,
        type="tertiary",
        key=state.key(f"move priority {steps} {priority.id}"),
        icon=":material/arrow_upward:" if steps < 0 else ":material/arrow_downward:",
        disabled=disabled,
        on_click=on_click_run,
        args=(reorder, "priorities", priority.id, steps),
    )


def _write(vision: Vision, priority: Priority) -> None:
    autosave.text_input(
        _("What should we work on?"),
        priority.title,
        partial(_set, priority.id, "title"),
        f"priority title {priority.id}",
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
    multiple_choice(
        _("From which themes?"),
        [theme.id for theme in sorted_records(vision.themes)],
        partial(theme_name, vision),
        state.key(f"priority themes {priority.id}"),
        chosen=priority.themes,
        changed=partial(_themed, priority.id),
    )
    autosave.text_area(
        _("Why should we work on this?"),
        priority.why,
        partial(_set, priority.id, "why"),
        f"priority why {priority.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )
    closing_row("priorities", priority, _("Delete this priority?"), _OPEN)


def _make(vision: Vision) -> None:
    heading(_("A new priority"), 2)
    themes = [theme.id for theme in sorted_records(vision.themes)]
    form = RepeatForm("new priority")
    with form.shown():
        st.text_input(
            _("What should we work on?"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            key=form.key("title"),
            autocomplete="off",
        )
        multiple_choice(
            _("From which themes?"),
            themes,
            partial(theme_name, vision),
            form.key("themes"),
        )
        form.submit_button(
            _("Add this priority"), "add", partial(_add, form), icon=":material/add:"
        )
        form.show_needed()


def _add(form: RepeatForm) -> None:
    form.save_with(
        _("Please write what you should work on."),
        make_priority,
        form.value("title", ""),
        themes=tuple(form.value("themes") or ()),
    )


def _themes_without(vision: Vision) -> None:
    """Show a button for each theme that has no priority yet."""
    used = {theme for priority in vision.priorities.values() for theme in priority.themes}
    free = [theme for theme in sorted_records(vision.themes) if theme.id not in used]
    if not free:
        return
    heading(_("Themes with no priority yet"), 2)
    for theme in free:
        with st.container(border=True, horizontal=True, key=f"free-theme-{theme.id}"):
            st.html(
                f'<p class="theme-name" dir="auto"><strong>{escaped(theme.name)}</strong><br>'
                f'<span class="quiet">{escaped(theme_counts(vision, theme.id))}</span></p>',
                width="stretch",
            )
            st.button(
                _("Make it a priority"),
                icon=":material/flag:",
                key=state.key(f"make priority {theme.id}"),
                on_click=_make_of,
                args=(theme.id,),
            )


def _make_of(theme_id: str) -> None:
    vision = open_vision_context().document
    used = any(theme_id in priority.themes for priority in vision.priorities.values())
    # A double click, or the same in two windows, makes one priority.
    if theme_id in vision.themes and not used:
        on_click_run(make_priority, vision.themes[theme_id].name, (theme_id,))


def _themed(priority_id: str, key: str) -> None:
    on_click_run(change_priority, priority_id, themes=tuple(state.widget_value(key) or ()))


def _set(priority_id: str, field: str, context: VisionContext, value: Any) -> VisionResult:
    return change_priority(context, priority_id, **{field: value})
