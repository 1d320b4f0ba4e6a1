"""The actions: for each priority what we do ourselves, with partners, and what services do."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.text import MOST_LETTERS, MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.plan import DOER_WORDS, Action, Doer
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.weighing import chosen
from path_planner.ui import fields, state
from path_planner.ui.next_form import NextForm
from path_planner.ui.parts import escaped, heading, told
from path_planner.ui.room import try_to
from path_planner.ui.taken_out import closing_row, put_back_bar
from path_planner.ui.vision.parts import facts, said_of_priority
from path_planner.ui.vision.plan.from_priorities import amend_priorities, ask_priorities
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.planning import (
    bring_action_back,
    change_action,
    plan_action,
    take_action_out,
)
from path_planner.words import say, say_date

_OPEN = "action being changed"


def actions(meeting: Meeting) -> None:
    """Show the actions of each chosen priority in three groups, and a form for the next one."""
    vision = meeting.vision
    put_back_bar("action", Action, bring_action_back)
    _new(vision)
    everything = in_order(vision.actions)
    shown: set[str] = set()
    for priority in chosen(vision):
        mine = [one for one in everything if priority.id in one.priorities]
        with st.container(border=True, key=f"plan-of-{priority.id}"):
            heading(priority.title, 2)
            told(said_of_priority(vision, priority.id), "quiet")
            _groups(vision, [one for one in mine if one.id not in shown])
            for one in mine:
                if one.id in shown:
                    told(say("Also: {what}", what=one.what), "quiet")
        shown |= {one.id for one in mine}
    if rest := [one for one in everything if one.id not in shown]:
        heading(say("Other actions"), 2)
        _groups(vision, rest)


def _groups(vision: Vision, group: list[Action]) -> None:
    if not group:
        told(say("No action yet."), "quiet")
    for doer in Doer:
        if mine := [one for one in group if one.doer is doer]:
            heading(doer_words(doer), 3)
            for one in mine:
                with st.container(key=f"action-{one.id}", gap="small"):
                    if state.noted(_OPEN) == one.id:
                        _write(vision, one)
                    else:
                        _read(one)


def doer_words(doer: Doer) -> str:
    """Name who carries an action."""
    return say(DOER_WORDS[doer])


def action_html(one: Action) -> str:
    """Write an action: what, who, by when, with what, and how we know."""
    known = [
        (say("Who"), one.who or say("Nobody yet")),
        (say("By when"), say_date(one.by_when) if one.by_when else say("No day yet")),
        (say("With what"), one.resources),
        (say("How we know"), one.how_we_know),
    ]
    return f'<p class="promise" dir="auto">{escaped(one.what)}</p>{facts(known)}'


def _read(one: Action) -> None:
    st.html(action_html(one))
    st.button(
        say("Change"),
        type="tertiary",
        icon=":material/edit:",
        key=state.key(f"change action {one.id}"),
        on_click=state.note,
        args=(_OPEN, one.id),
    )


def _write(vision: Vision, one: Action) -> None:
    for field, label in (
        ("what", say("What will be done?")),
        ("who", say("Who does it?")),
        ("resources", say("What does it need? Time, money, a room …")),
        ("how_we_know", say("How will we know that it is done?")),
    ):
        show = fields.line if field == "who" else fields.area
        most = MOST_LETTERS_IN_A_LINE if field == "who" else MOST_LETTERS
        show(
            label,
            getattr(one, field),
            partial(_set, one.id, field),
            f"action {field} {one.id}",
            max_chars=most,
            **({} if field == "who" else {"height": "content"}),
        )
    fields.day(say("By when?"), one.by_when, partial(_set, one.id, "by_when"), f"by {one.id}")
    fields.one_of(
        say("Who carries it?"),
        list(Doer),
        one.doer,
        partial(_set, one.id, "doer"),
        f"doer {one.id}",
        format_func=doer_words,
    )
    amend_priorities(vision, "action", one.id, one.priorities, change_action)
    closing_row("action", one, say("Take this action out?"), take_action_out, _OPEN)


def _new(vision: Vision) -> None:
    form = NextForm("new action")
    with (
        st.expander(say("Add an action"), icon=":material/add:", expanded=not vision.actions),
        form.shown(border=False),
    ):
        what = st.text_area(say("What will be done?"), max_chars=MOST_LETTERS, key=form.key("what"))
        doer = st.radio(
            say("Who carries it?"),
            list(Doer),
            format_func=doer_words,
            key=form.key("doer"),
        )
        who = st.text_input(
            say("Who does it?"), max_chars=MOST_LETTERS_IN_A_LINE, key=form.key("who")
        )
        by_when = st.date_input(
            say("By when?"),
            value=None,
            min_value=fields.EARLIEST,
            format="DD/MM/YYYY",
            key=form.key("day"),
        )
        which = ask_priorities(vision, form.key("priorities"))
        if st.form_submit_button(say("Add this action"), type="primary", key=form.button("add")):
            _add(form, what, doer=doer, who=who, by_when=by_when, priorities=which)


def _add(form: NextForm, what: str, **facts: Any) -> None:
    if not what.strip():
        if not form.pressed_again:
            told(say("Please write what will be done."), "needed")
        return
    if try_to(plan_action, what, **facts) is not None:
        form.kept()
    st.rerun()


def _set(action_id: str, field: str, meeting: Meeting, value: Any) -> Kept:
    return change_action(meeting, action_id, **{field: value})
