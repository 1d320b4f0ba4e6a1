"""Reading a stage back in large type: is that it? The pathfinder says yes, or changes something."""

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.session import Session
from path_planner.domain.voice import Share, Voice
from path_planner.processes.asking import process_of, stage_title, whose
from path_planner.processes.process import Stage
from path_planner.ui import state
from path_planner.ui.parts import empty, escaped, heading, plain, told
from path_planner.ui.people import name_of
from path_planner.ui.pictures import sketches_to_see
from path_planner.ui.room import act
from path_planner.ui.stages import numbered, read_back, turn_to
from path_planner.words import say, say_many
from path_planner.workshop.pacing import approve_stage, next_stage
from path_planner.workshop.room import Room


def reading(room: Room, stage: Stage) -> None:
    """Show the words and sketches of a stage, and ask whether they are right."""
    session = room.session
    st.html(f'<p class="kicker" dir="auto">{escaped(numbered(session, stage))}</p>')
    heading(say("{name}, is that it?", name=whose(session)))
    words = "".join(_line(line, who) for line, who in said(session, stage))
    if words:
        st.html(f'<ul class="read-back">{words}</ul>')
    else:
        empty(say("Nothing was written here yet."))
    if private := [one for one in _voices(session, stage) if one.share is Share.PRIVATE]:
        told(
            say_many(
                "{count} private voice is not shown here.",
                "{count} private voices are not shown here.",
                len(private),
            ),
            "quiet",
        )
    sketches_to_see(session, stage)
    _answers(room, stage)


def said(session: Session, stage: Stage) -> list[tuple[str, str]]:
    """Return what was said and promised in a stage, each with whose it is; nothing private."""
    voices = [
        (one.text, name_of(session, one.said_by))
        for one in _voices(session, stage)
        if one.share is not Share.PRIVATE
    ]
    promised = [
        (one.what, name_of(session, one.who)) for one in in_order(session.commitments, stage.id)
    ]
    return [*voices, *promised]


def _voices(session: Session, stage: Stage) -> list[Voice]:
    return in_order(session.voices, stage.id)


def _line(words: str, who: str) -> str:
    name = f"<span>{escaped(who)}</span>" if who else ""
    return f'<li dir="auto">{escaped(words)} {name}</li>'


def _answers(room: Room, stage: Stage) -> None:
    after = next_stage(room, stage.id)
    with st.container(horizontal=True, key="answers", gap="small"):
        st.button(
            say("Yes, that is it"),
            key=state.key("that is it"),
            icon=":material/check:",
            type="primary",
            on_click=_yes,
            args=(stage.id, after),
        )
        st.button(
            say("Change something"),
            key=state.key("change something"),
            icon=":material/edit:",
            on_click=read_back,
            args=(False,),
        )
        if after:
            found = process_of(room.session).stage(after)
            title = plain(stage_title(room.session, found)) if found else after
            st.button(
                say("On to {stage} without an answer", stage=title),
                key=state.key("on without"),
                on_click=turn_to,
                args=(after,),
            )


def _yes(stage_id: str, after: str | None) -> None:
    act(approve_stage, stage_id)
    if after:
        turn_to(after)
    else:
        read_back(False)
