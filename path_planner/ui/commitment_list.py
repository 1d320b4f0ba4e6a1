"""Commitments as cards: who does what, by when, with which coach, and how it went."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from path_planner.domain.commitment import STATUS_WORDS, Commitment, Status
from path_planner.domain.session import Session
from path_planner.processes.asking import process_of
from path_planner.processes.process import Gathers
from path_planner.ui import state
from path_planner.ui.coach_hints import hints_on
from path_planner.ui.commitment_editor import commitment_editor
from path_planner.ui.parts import escaped
from path_planner.ui.people import name_of
from path_planner.ui.room import act
from path_planner.ui.taken_out import take_out_button
from path_planner.words import say, say_date
from path_planner.workshop.committing import (
    change_commitment,
    move_commitment,
    take_commitment_out,
)

_OPEN = "commitment being changed"


def cards(
    session: Session, commitments: list[Commitment], today: date, *, following_up: bool = False
) -> None:
    """Show a card for each; when following up, with how it went in place of the order."""
    for place, one in enumerate(commitments):
        with st.container(border=True, key=f"commitment-{one.id}", gap="small"):
            stage = process_of(session).stage(one.stage)
            if state.noted(_OPEN) == one.id:
                _opened(session, one, following_up=following_up)
                continue
            st.html(card(session, one, today))
            if stage and not following_up:
                hints_on(session, stage, one.id)
            first, last = place == 0, place == len(commitments) - 1
            _buttons(one, following_up=following_up, first=first, last=last)


def open_card(commitment_id: str | None) -> None:
    """Open a card to change it; none closes it."""
    state.note(_OPEN, commitment_id)


def card_opener() -> Callable[[str], None]:
    """Return what opens a card right after a save, where no run may be cut off."""
    remembered, name = state.memory(), state.key(_OPEN)
    return lambda commitment_id: remembered.noted.update({name: commitment_id})


def card(session: Session, one: Commitment, today: date) -> str:
    """Write one commitment as a card."""
    who = name_of(session, one.who) or say("Nobody yet")
    what = one.what or say("For what? Not said yet.")
    facts = escaped(" · ".join(facts_of(session, one)))
    if is_late(one, today):
        facts += f' <span class="late">{escaped(say("The day has passed."))}</span>'
    done = f'<span class="right">✓ {escaped(say("Done"))}</span>' if is_done(one) else ""
    note = f'<p class="note" dir="auto">{escaped(one.note)}</p>' if one.note else ""
    return (
        f'<p class="promise" dir="auto"><strong>{escaped(who)}</strong>: '
        f"{escaped(what)} {done}</p>"
        f'<p class="whose" dir="auto">{facts}</p>{note}'
    )


def facts_of(session: Session, one: Commitment) -> list[str]:
    """Say by when, with which coach, whether there was a yes, and how it stands."""
    facts = [say("by {day}", day=say_date(one.by_when))] if one.by_when else []
    if not one.by_when and not enrols(session, one):
        facts.append(say("no day yet"))
    if coach := name_of(session, one.coach):
        facts.append(say("coach: {name}", name=coach))
    facts.append(say("said yes") if one.said_yes else say("has not said yes yet"))
    if one.status is Status.CHANGED:
        facts.append(say(STATUS_WORDS[one.status]))
    return facts


def enrols(session: Session, one: Commitment) -> bool:
    """Say whether somebody enrols with it, which needs no day."""
    stage = process_of(session).stage(one.stage)
    return bool(stage and stage.gathers is Gathers.ENROLMENTS)


def is_done(one: Commitment) -> bool:
    """Say whether it was done."""
    return one.status is Status.DONE


def is_late(one: Commitment, today: date) -> bool:
    """Say whether its day has passed while it is still to do."""
    return one.status is Status.OPEN and one.by_when is not None and one.by_when < today


def _opened(session: Session, one: Commitment, *, following_up: bool) -> None:
    enrolment = enrols(session, one)
    commitment_editor(session, one, enrols=enrolment, following_up=following_up)
    with st.container(horizontal=True):
        st.button(
            say("Close"),
            key=state.key(f"close {one.id}"),
            icon=":material/check:",
            on_click=open_card,
            args=(None,),
        )
        take_out_button("commitment", one, say("Take this out?"), take_commitment_out)


def _buttons(one: Commitment, *, following_up: bool, first: bool, last: bool) -> None:
    with st.container(horizontal=True, gap="small", key=f"commitment-buttons-{one.id}"):
        if following_up:
            _set_button(
                one,
                say("Not done yet") if is_done(one) else say("Done"),
                ":material/undo:" if is_done(one) else ":material/check:",
                status=Status.OPEN if is_done(one) else Status.DONE,
            )
        if not one.said_yes:
            _set_button(one, say("Said yes"), ":material/handshake:", said_yes=True)
        st.button(
            say("Change"),
            type="tertiary",
            key=state.key(f"change {one.id}"),
            icon=":material/edit:",
            on_click=open_card,
            args=(one.id,),
        )
        if not following_up:
            _mover(one, say("Up"), -1, disabled=first)
            _mover(one, say("Down"), 1, disabled=last)


def _set_button(one: Commitment, label: str, icon: str, **facts: object) -> None:
    st.button(
        label,
        key=state.key(f"{'-'.join(facts)} {one.id}"),
        icon=icon,
        on_click=act,
        args=(change_commitment, one.id),
        kwargs=facts,
    )


def _mover(one: Commitment, label: str, steps: int, *, disabled: bool) -> None:
    st.button(
        label,
        type="tertiary",
        key=state.key(f"move {steps} {one.id}"),
        icon=":material/arrow_upward:" if steps < 0 else ":material/arrow_downward:",
        disabled=disabled,
        on_click=act,
        args=(move_commitment, one.id, steps),
    )
