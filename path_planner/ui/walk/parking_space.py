"""The parking space: what does not belong here now, until it is moved to a stage or deleted."""

import streamlit as st

from path_planner.domain.base import sorted_records
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.i18n import _
from path_planner.processes.model import Stage
from path_planner.services.session.voices import move_to_stage
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, paragraph
from path_planner.ui.components.person_select import name_of, origin_words
from path_planner.ui.components.undo_delete import delete_button, undo_delete_bar
from path_planner.ui.context import on_click_run


def parking_space(session: Session, stage: Stage) -> None:
    """Show a button with the number of parked lines, which opens their list."""
    parked = sorted_records(session.parked)
    with st.popover(
        _("Parking space · {count}", count=len(parked)),
        icon=":material/local_parking:",
        key=state.key("parking space"),
    ):
        if not parked:
            paragraph(_("What does not belong here now can wait here."), "quiet")
        undo_delete_bar("parked")
        for voice in parked:
            with st.container(
                horizontal=True, vertical_alignment="center", key=f"parked-{voice.id}"
            ):
                st.html(_line(session, voice))
                st.button(
                    _("Move here"),
                    key=state.key(f"unpark {voice.id}"),
                    on_click=on_click_run,
                    args=(move_to_stage, voice.id, stage.id),
                )
                delete_button("parked", voice)


def _line(session: Session, voice: Voice) -> str:
    who = name_of(session, voice.said_by) or _("No name")
    return (
        f'<p class="parked" dir="auto">{escaped(voice.text)} '
        f'<strong>{escaped(who)}</strong><span class="facts">'
        f"{escaped(origin_words(session, voice))}</span></p>"
    )
