"""The actions: for each priority what we do ourselves, with partners, and what services do."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import streamlit as st

from path_planner.analysis.ranking import chosen
from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.vision.plan import RESPONSIBLE_PARTY_WORDS, Action, ResponsibleParty
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _, format_date
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.plan import change_action, plan_action
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escaped, heading, paragraph
from path_planner.ui.components.repeat_form import RepeatForm
from path_planner.ui.components.undo_delete import closing_row, undo_delete_bar
from path_planner.ui.context import on_click_run
from path_planner.ui.vision.components import (
    facts,
    multiple_choice,
    priority_counts,
    priority_title,
)


def amend_priorities(
    vision: Vision,
    kind: str,
    record_id: str,
    now: Iterable[str],
    change: Callable[..., VisionResult],
) -> None:
    """Show the editable priorities of a record."""
    multiple_choice(
        _("From which priorities?"),
        [priority.id for priority in sorted_records(vision.priorities)],
        partial(priority_title, vision),
        state.key(f"{kind} priorities {record_id}"),
        chosen=now,
        changed=partial(_keep, record_id, change),
    )


def ask_priorities(vision: Vision, key: str) -> tuple[str, ...]:
    """Show a field for the priorities of a new record; the group's chosen priorities come first."""
    options = [priority.id for priority in chosen(vision)] or list(vision.priorities)
    return multiple_choice(
        _("From which priorities?"),
        options,
        partial(priority_title, vision),
        key,
        chosen=options if len(options) == 1 else (),
    )


def _keep(record_id: str, change: Callable[..., VisionResult], key: str) -> None:
    on_click_run(change, record_id, priorities=tuple(state.widget_value(key) or ()))


_OPEN = "action being changed"


def actions(context: VisionContext) -> None:
    """Show the actions of each chosen priority in three groups, and a form for the next one."""
    vision = context.document
    undo_delete_bar("actions")
    _new(vision)
    everything = sorted_records(vision.actions)
    shown_ids: set[str] = set()
    for priority in chosen(vision):
        mine = [action for action in everything if priority.id in action.priorities]
        with st.container(border=True, key=f"plan-of-{priority.id}"):
            heading(priority.title, 2)
            paragraph(priority_counts(vision, priority.id), "quiet")
            _groups(vision, [action for action in mine if action.id not in shown_ids])
            for action in mine:
                if action.id in shown_ids:
                    paragraph(_("Also: {what}", what=action.what), "quiet")
        shown_ids |= {action.id for action in mine}
    if rest := [action for action in everything if action.id not in shown_ids]:
        heading(_("Other actions"), 2)
        _groups(vision, rest)


def _groups(vision: Vision, group: list[Action]) -> None:
    if not group:
        paragraph(_("No actions yet."), "quiet")
    for doer in ResponsibleParty:
        if mine := [action for action in group if action.doer is doer]:
            heading(doer_words(doer), 3)
            for action in mine:
                with st.container(key=f"action-{action.id}", gap="small"):
                    if state.recall(_OPEN) == action.id:
                        _write(vision, action)
                    else:
                        _read(action)


def doer_words(doer: ResponsibleParty) -> str:
    """Return the name of a responsible party."""
    return _(RESPONSIBLE_PARTY_WORDS[doer])


def action_html(action: Action) -> str:
    """Return an action as HTML: what, who, by when, with what, and how we know."""
    evidence = [
        (_("Who"), action.who or _("Nobody yet")),
        (_("By when"), format_date(action.by_when) if action.by_when else _("No date yet")),
        (_("What it needs"), action.resources),
        (_("How we know"), action.how_we_know),
    ]
    return f'<p class="promise" dir="auto">{escaped(action.what)}</p>{facts(evidence)}'


def _read(action: Action) -> None:
    st.html(action_html(action))
    st.button(
        _("Edit"),
        type="tertiary",
        icon=":material/edit:",
        key=state.key(f"change action {action.id}"),
        on_click=state.remember,
        args=(_OPEN, action.id),
    )


def _write(vision: Vision, action: Action) -> None:
    for field, label in (
        ("what", _("What will be done?")),
        ("who", _("Who does it?")),
        ("resources", _("What do you need? Time, money, a room …")),
        ("how_we_know", _("How will we know it is done?")),
    ):
        show = autosave.text_input if field == "who" else autosave.text_area
        most = MOST_LETTERS_IN_A_LINE if field == "who" else MOST_LETTERS
        show(
            label,
            getattr(action, field),
            partial(_set, action.id, field),
            f"action {field} {action.id}",
            max_chars=most,
            **({} if field == "who" else {"height": "content"}),
        )
    autosave.date_input(
        _("By when?"), action.by_when, partial(_set, action.id, "by_when"), f"by {action.id}"
    )
    autosave.radio(
        _("Who takes this on?"),
        list(ResponsibleParty),
        action.doer,
        partial(_set, action.id, "doer"),
        f"doer {action.id}",
        format_func=doer_words,
    )
    amend_priorities(vision, "action", action.id, action.priorities, change_action)
    closing_row("actions", action, _("Delete this action?"), _OPEN)


def _new(vision: Vision) -> None:
    form = RepeatForm("new action")
    with (
        st.expander(_("Add an action"), icon=":material/add:", expanded=not vision.actions),
        form.shown(border=False),
    ):
        st.text_area(_("What will be done?"), max_chars=MOST_LETTERS, key=form.key("what"))
        st.radio(
            _("Who takes this on?"),
            list(ResponsibleParty),
            format_func=doer_words,
            key=form.key("doer"),
        )
        st.text_input(
            _("Who does it?"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            key=form.key("who"),
            autocomplete="off",
        )
        st.date_input(
            _("By when?"),
            value=None,
            min_value=autosave.EARLIEST,
            format="DD/MM/YYYY",
            key=form.key("day"),
        )
        ask_priorities(vision, form.key("priorities"))
        form.submit_button(_("Add this action"), "add", partial(_add, form), type="primary")
        form.show_needed()


def _add(form: RepeatForm) -> None:
    form.save_with(
        _("Please write what will be done."),
        plan_action,
        form.value("what", ""),
        doer=form.value("doer"),
        who=form.value("who", ""),
        by_when=form.value("day"),
        priorities=tuple(form.value("priorities") or ()),
    )


def _set(action_id: str, field: str, context: VisionContext, value: Any) -> VisionResult:
    return change_action(context, action_id, **{field: value})
