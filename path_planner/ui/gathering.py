"""What a stage gathers beside words: who enrols for what, who takes which step."""

from datetime import date
from functools import partial

import streamlit as st

from path_planner.domain.commitment import Commitment
from path_planner.domain.editing import in_order
from path_planner.domain.session import Session
from path_planner.domain.text import MOST_LETTERS
from path_planner.processes.process import Gathers, Stage
from path_planner.ui.commitment_list import card_opener, cards
from path_planner.ui.next_line import add_line
from path_planner.ui.parts import heading, told
from path_planner.ui.speaker import chosen_person, person_or_new
from path_planner.ui.taken_out import put_back_bar
from path_planner.words import say
from path_planner.workshop.committing import bring_commitment_back, commit
from path_planner.workshop.room import Kept, Room


def gathering(session: Session, stage: Stage, today: date) -> None:
    """Show the enrolments or the steps of a stage, and a field for the next one."""
    if stage.gathers is Gathers.VOICES:
        return
    enrols = stage.gathers is Gathers.ENROLMENTS
    heading(say("Who enrols") if enrols else say("Who does what, by when"), level=2)
    with st.container(border=True, horizontal=True, key="add-commitment"):
        person_or_new(say("Who?"), session, _who(session, stage), _name(stage))
        add_line(
            say("For what?") if enrols else say("What will they do?"),
            partial(_commit, stage),
            f"new commitment {stage.id}",
            placeholder=say("One clear thing, then Enter"),
            max_chars=MOST_LETTERS,
        )
    put_back_bar("commitment", Commitment, bring_commitment_back)
    with st.container(key="commitment-cards"):
        here = in_order(session.commitments, stage.id)
        if not here:
            told(_nothing_yet(enrols=enrols), "quiet")
        cards(session, here, today)


def _nothing_yet(*, enrols: bool) -> str:
    if enrols:
        return say("Nobody has enrolled yet. People enrol themselves, and may say no.")
    return say("No step yet. A small step by somebody in this room is best.")


def _commit(stage: Stage, room: Room, what: str) -> Kept:
    who, open_card = _who(room.session, stage), card_opener()
    kept = commit(room, stage.id, what, who=who)
    if stage.gathers is Gathers.STEPS and kept.changes:
        # A step asks for a day and a coach next.
        open_card(kept.changes[0].id)
    return kept


def _who(session: Session, stage: Stage) -> str | None:
    return chosen_person(session, _name(stage))


def _name(stage: Stage) -> str:
    return f"who commits {stage.id}"
