"""What was taken back, and in which documents it stands that cannot be called back."""

import streamlit as st

from path_planner.domain.vision.source import Withdrawal
from path_planner.domain.vision.vision import Vision
from path_planner.ui import state
from path_planner.ui.parts import heading, told
from path_planner.ui.room import act
from path_planner.ui.the_store import the_vision_store
from path_planner.ui.vision.gather.elsewhere import still_elsewhere, unread_in_the_bin
from path_planner.visioning.gathering.calling_back import told_of
from path_planner.visioning.gathering.elsewhere import others_with
from path_planner.visioning.gathering.taken_back import taken_back_by
from path_planner.visioning.publishing import note_told
from path_planner.words import say

_SHOWN = 20


def withdrawn(vision: Vision) -> None:
    """Show what was taken back, the last first."""
    if not vision.withdrawals:
        return
    heading(say("Taken back"), 2)
    unread_in_the_bin()
    newest = sorted(vision.withdrawals.values(), key=lambda one: (one.at, one.id), reverse=True)
    for one in newest[:_SHOWN]:
        with st.container(border=True, key=f"withdrawal-{one.id}", gap="small"):
            _withdrawal(vision, one)


def _withdrawal(vision: Vision, one: Withdrawal) -> None:
    told(told_of(vision, one))
    others = others_with(the_vision_store(), vision.id, taken_back_by(vision, one))
    still_elsewhere([other.id for other in others])
    if not one.printed:
        return
    if one.told:
        told(say("Those who hold the documents were told."), "strong")
        return
    st.button(
        say("Those who hold them were told"),
        key=state.key(f"holders told {one.id}"),
        icon=":material/check:",
        on_click=act,
        args=(note_told, one.id),
    )
