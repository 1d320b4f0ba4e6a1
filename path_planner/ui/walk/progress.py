"""Progress through the stages: the row of stages, and the buttons to the next and previous one."""

from functools import partial
from typing import Literal

import streamlit as st

from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.processes.model import Stage
from path_planner.processes.prompts import (
    is_for_one_person,
    plans_alone,
    process_of,
    stage_title,
)
from path_planner.services.context import SessionContext
from path_planner.services.session.progress import mark_stage, next_stage
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escape_markdown
from path_planner.ui.components.messages import notice
from path_planner.ui.context import on_click_run
from path_planner.ui.sync.component import load_script
from path_planner.ui.walk.one_person import one_person_buttons
from path_planner.ui.walk.parking_space import parking_space
from path_planner.ui.walk.stages import (
    View,
    current_stage,
    is_skipped,
    progress_words,
    show_stage,
    show_view,
    view_shown,
)

ButtonKind = Literal["primary", "secondary"]


def scroll_to_top(at: str) -> None:
    """Scroll the page to its top when `at` changes."""
    show = load_script("from_the_top", "ui/components/scroll_top.js")
    with st.container(key="from-the-top"):
        show(data={"at": at}, key=state.key("from the top"))


def steps(session: Session) -> None:
    """Show the stages in a row, each with its number, title and progress."""
    current = None if view_shown() is View.CLOSE else current_stage(session)
    with st.container(horizontal=True, key="steps", gap="small"):
        for number, stage in enumerate(process_of(session).stages, start=1):
            title = escape_markdown(stage_title(session, stage))
            how = _("you are here") if stage is current else progress_words(session, stage)
            st.button(
                f"{number} {title} :small[{how}]",
                key=state.key(f"step {stage.id}"),
                type="primary" if stage is current else "secondary",
                on_click=show_stage,
                args=(stage.id,),
            )
        here = _("you are here") if current is None else _("at the end")
        st.button(
            f"{_('Close')} :small[{here}]",
            key=state.key("step close"),
            icon=":material/flag:",
            type="primary" if current is None else "secondary",
            on_click=show_view,
            args=(View.CLOSE,),
        )


def shared_screen_notice(session: Session, stage: Stage) -> None:
    """Show a notice if the shared screen shows another stage."""
    shown = process_of(session).stage(session.clock.stage or "")
    if shown is None or shown is stage:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="elsewhere"):
        notice(_("The shared screen shows “{stage}”.", stage=stage_title(session, shown)))
        st.button(
            _("Show this stage on the shared screen"),
            key=state.key("show here"),
            on_click=show_stage,
            args=(stage.id,),
        )


def foot(context: SessionContext, stage: Stage) -> None:
    """Show what stays in reach at the foot of the window: read back, next stage, what is parked."""
    session = context.document
    alone = plans_alone(session)
    with st.container(key="way-on", horizontal=True, vertical_alignment="center", gap="small"):
        if alone:
            _way_on(context, stage, kind="primary")
        st.button(
            _("Look at it again") if alone else _("Read back"),
            key=state.key("read back"),
            icon=":material/visibility:" if alone else ":material/record_voice_over:",
            type="secondary" if alone else "primary",
            on_click=show_view,
            args=(View.READ_BACK,),
        )
        if not alone:
            _way_on(context, stage)
        if is_for_one_person(session):
            one_person_buttons()
        if session.parked or not alone:
            parking_space(session, stage)


def _way_on(context: SessionContext, stage: Stage, kind: ButtonKind = "secondary") -> None:
    after = next_stage(context, stage.id)
    if after:
        label = _("On to {stage}", stage=_title(context.document, after))
    else:
        label = _("On to the close")
    st.button(
        label,
        key=state.key(f"way {after or 'close'}"),
        icon=":material/arrow_forward:",
        type=kind,
        on_click=partial(show_stage, after) if after else partial(show_view, View.CLOSE),
    )


def _title(session: Session, stage_id: str) -> str:
    stage = process_of(session).stage(stage_id)
    return escape_markdown(stage_title(session, stage)) if stage else stage_id


def this_stage(session: Session, stage: Stage) -> None:
    """Show the form to rename a stage or to skip it."""
    progress = session.stages.get(stage.id)
    if is_skipped(session, stage.id):
        notice(_("You skipped this stage. What was said here is kept."))
    with st.expander(_("Rename or skip this stage")):
        autosave.text_input(
            _("What does the group call this stage?"),
            progress.title if progress else "",
            lambda context, title: mark_stage(context, stage.id, title=title),
            f"stage title {stage.id}",
            placeholder=_(stage.title),
        )
        if is_skipped(session, stage.id):
            _skip(_("Use this stage again"), stage, skipped=False)
        else:
            _skip(_("Skip this stage"), stage, skipped=True)


def _skip(label: str, stage: Stage, *, skipped: bool) -> None:
    st.button(
        label,
        key=state.key(f"skip {stage.id}"),
        on_click=_mark_skipped,
        args=(stage.id, skipped),
    )


def _mark_skipped(stage_id: str, skipped: bool) -> None:
    on_click_run(mark_stage, stage_id, skipped=skipped)
