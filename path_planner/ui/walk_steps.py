"""The way through the stages: where the group is, what was done, a step to each."""

import streamlit as st

from path_planner.domain.session import Session
from path_planner.processes.asking import process_of, stage_title
from path_planner.processes.process import Stage
from path_planner.ui import fields, state
from path_planner.ui.messages import notice
from path_planner.ui.parts import plain
from path_planner.ui.room import act
from path_planner.ui.stages import how_far, is_skipped, read_back, stage_here, turn_to
from path_planner.words import say
from path_planner.workshop.pacing import mark_stage, next_stage
from path_planner.workshop.room import Room


def steps(session: Session) -> None:
    """Show the stages in a row, each with its number, its title and how it stands."""
    here = stage_here(session)
    with st.container(horizontal=True, key="steps", gap="small"):
        for number, stage in enumerate(process_of(session).stages, start=1):
            title = plain(stage_title(session, stage))
            how = say("you are here") if stage is here else how_far(session, stage)
            st.button(
                f"{number} {title} :small[{how}]",
                key=state.key(f"step {stage.id}"),
                type="primary" if stage is here else "secondary",
                on_click=turn_to,
                args=(stage.id,),
            )


def room_is_elsewhere(session: Session, stage: Stage) -> None:
    """Say which stage the shared screen shows, if it is another one."""
    shown = process_of(session).stage(session.clock.stage or "")
    if shown is None or shown is stage:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="elsewhere"):
        notice(say("The shared screen shows “{stage}”.", stage=stage_title(session, shown)))
        st.button(
            say("Show this stage there"),
            key=state.key("show here"),
            on_click=turn_to,
            args=(stage.id,),
        )


def way_on(room: Room, stage: Stage) -> None:
    """Show the ways from here: back, read back, and on to the next stage."""
    before, after = next_stage(room, stage.id, -1), next_stage(room, stage.id)
    with st.container(horizontal=True, key="way-on", vertical_alignment="center"):
        if before:
            label = say("Back to {stage}", stage=_title(room.session, before))
            _way(label, before, ":material/arrow_back:")
        st.button(
            say("Read back"),
            key=state.key("read back"),
            icon=":material/record_voice_over:",
            type="primary",
            on_click=read_back,
            args=(True,),
        )
        if after:
            label = say("On to {stage}", stage=_title(room.session, after))
            _way(label, after, ":material/arrow_forward:")


def _title(session: Session, stage_id: str) -> str:
    stage = process_of(session).stage(stage_id)
    return plain(stage_title(session, stage)) if stage else stage_id


def _way(label: str, stage_id: str, icon: str) -> None:
    st.button(
        label, key=state.key(f"way {stage_id}"), icon=icon, on_click=turn_to, args=(stage_id,)
    )


def this_stage(session: Session, stage: Stage) -> None:
    """Let the group rename a stage or leave it out."""
    found = session.stages.get(stage.id)
    if is_skipped(session, stage.id):
        notice(say("This stage is skipped. What was said here is kept."))
    with st.expander(say("Rename or skip this stage")):
        fields.line(
            say("What does the group call this stage?"),
            found.title if found else "",
            lambda room, title: mark_stage(room, stage.id, title=title),
            f"stage title {stage.id}",
            placeholder=say(stage.title),
        )
        if is_skipped(session, stage.id):
            _skip(say("Come back to this stage"), stage, skipped=False)
        else:
            _skip(say("Skip this stage"), stage, skipped=True)


def _skip(label: str, stage: Stage, *, skipped: bool) -> None:
    st.button(
        label,
        key=state.key(f"skip {stage.id}"),
        on_click=_mark_skipped,
        args=(stage.id, skipped),
    )


def _mark_skipped(stage_id: str, skipped: bool) -> None:
    act(mark_stage, stage_id, skipped=skipped)
