"""The page Harvest: what people take from the tables, typed one after another, and its groups."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from path_planner.analysis.cafe import GroupedLines, grouped_harvest, harvest_lines
from path_planner.analysis.event_lines import ThreadedLine, guest_labels
from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.domain.voice import Share
from path_planner.i18n import _, ngettext
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.harvest import (
    add_group,
    put_in_group,
    remove_group,
    rename_group,
)
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import (
    confirm_button,
    escape_markdown,
    heading,
    paragraph,
)
from path_planner.ui.components.line_input import line_input
from path_planner.ui.context import on_click_run, run_use_case
from path_planner.ui.event.cafe.harvest_drag import BOX, LOOSE, ROW, harvest_drag
from path_planner.ui.event.lines import line_html, lines_part

_NONE = "none"
"""The choice that takes lines out of their group; no record has this id in a document of ours."""


def harvest_page(context: EventContext) -> None:
    """Show the field for the next line, the lines, and the groups beside them."""
    event = context.document
    lines, groups = st.columns([5, 6], gap="medium")
    with lines:
        lines_part(context, Part.HARVEST, label=_("What do they take with them?"))
    with groups:
        heading(_("Groups"), 2)
        line_input(
            _("Title of a new group"),
            lambda context, title: add_group(context, title, _ticked(context.document)),
            "new group",
            placeholder=_("For example: Getting about"),
            max_chars=MOST_LETTERS_IN_A_LINE,
        )
        _move_bar(event)
        if event.groups:
            harvest_drag()
        for grouped in grouped_harvest(event):
            _group(event, grouped)


def _tick_key(line: Contribution) -> str:
    return state.key(f"tick {line.id}")


def _ticked(event: Event) -> list[str]:
    return [line.id for line in harvest_lines(event) if state.widget_value(_tick_key(line))]


def _move_bar(event: Event) -> None:
    """Offer to move all ticked lines at once."""
    if not event.groups or not harvest_lines(event):
        paragraph(_("Tick lines, then give them a title: they become a group."), "quiet")
        return
    titles = {group.id: group.title for group in sorted_records(event.groups)}
    count = len(_ticked(event))
    with st.container(horizontal=True, vertical_alignment="bottom", key="move-lines"):
        target = st.selectbox(
            _("Move what is ticked to"),
            [*titles, _NONE],
            format_func=lambda key: titles.get(key) or _("No group"),
            key=state.key("move to"),
            width=280,
        )
        st.button(
            ngettext("Move {count} line", "Move {count} lines", count),
            key=state.key("move ticked"),
            icon=":material/drive_file_move:",
            type="primary",
            disabled=not count,
            on_click=_move_ticked,
            args=(target,),
        )


def _move_ticked(target: str) -> None:
    run_use_case(_moved, target)


def _moved(context: EventContext, target: str) -> EventResult:
    return put_in_group(context, None if target == _NONE else target, _ticked(context.document))


def _group(event: Event, grouped: GroupedLines) -> None:
    group = grouped.group
    labels = guest_labels(event)
    with st.container(border=True, key=f"{BOX}{group.id}" if group else LOOSE, gap="small"):
        if group is None:
            heading(_("In no group yet"), 3)
        else:
            with st.container(horizontal=True, vertical_alignment="bottom"):
                autosave.text_input(
                    _("Title of the group"),
                    group.title,
                    lambda context, title: rename_group(context, group.id, title),
                    f"group title {group.id}",
                    max_chars=MOST_LETTERS_IN_A_LINE,
                )
                confirm_button(
                    f"remove group {group.id}",
                    _("Remove group"),
                    _("Remove the group? Its lines stay."),
                    partial(on_click_run, remove_group, group.id),
                    yes=_("Yes, remove it"),
                )
        if not grouped.lines:
            paragraph(_("Nothing in it yet."), "quiet")
        for line in grouped.lines:
            _line(event, line, labels)


def _line(event: Event, line: Contribution, labels: Mapping[str, str]) -> None:
    titles = {group.id: group.title for group in sorted_records(event.groups)}
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"{ROW}{line.id}"
    ):
        is_private = line.share is Share.PRIVATE
        words = _("Private words") if is_private else line.text
        st.checkbox(
            _("Tick: {words}", words=escape_markdown(words)),
            key=_tick_key(line),
            label_visibility="collapsed",
            width="content",
        )
        st.html(line_html(event, ThreadedLine(line, 0), labels))
        if titles:
            autosave.select(
                _("Group of “{words}”", words=escape_markdown(words)),
                [_NONE, *titles],
                line.group if line.group in titles else _NONE,
                partial(_regroup, line.id),
                f"group of {line.id}",
                format_func=lambda key: titles.get(key) or _("No group"),
                label_visibility="collapsed",
                width=200,
            )


def _regroup(line_id: str, context: EventContext, target: str) -> EventResult:
    return put_in_group(context, None if target == _NONE else target, [line_id])
