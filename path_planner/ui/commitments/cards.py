"""Commitments as cards: who does what, by when, with which coach, and how it went."""

from datetime import date
from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS
from path_planner.domain.commitment import STATUS_WORDS, Commitment, Status
from path_planner.domain.session import Session
from path_planner.i18n import _, format_date
from path_planner.processes.model import StageInput
from path_planner.processes.prompts import process_of
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import reorder
from path_planner.services.session.commitments import change_commitment
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escaped
from path_planner.ui.components.person_select import name_of, person_choice
from path_planner.ui.components.undo_delete import delete_button
from path_planner.ui.components.wording_hints import wording_hints
from path_planner.ui.context import on_click_run


def commitment_editor(
    session: Session, commitment: Commitment, *, enrols: bool, following_up: bool
) -> None:
    """Show the fields of a commitment; its status only when following up."""
    autosave.text_area(
        _("To do what?") if enrols else _("What?"),
        commitment.what,
        partial(_set, commitment.id, "what"),
        f"what {commitment.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )
    who, coach = st.columns(2)
    with who:
        _person(session, commitment, "who", _("Who?"))
    with coach:
        _person(session, commitment, "coach", _("Coach"))
    # In a narrow column the date would be cut off.
    autosave.date_input(
        _("By when?"),
        commitment.by_when,
        partial(_set, commitment.id, "by_when"),
        f"by {commitment.id}",
    )
    autosave.checkbox(
        _("They said yes"),
        commitment.said_yes,
        partial(_set, commitment.id, "said_yes"),
        f"said yes {commitment.id}",
    )
    if following_up:
        _how_it_went(commitment)


def _how_it_went(commitment: Commitment) -> None:
    autosave.radio(
        _("How is it going?"),
        list(Status),
        commitment.status,
        partial(_set, commitment.id, "status"),
        f"status {commitment.id}",
        format_func=_status,
    )
    autosave.text_area(
        _("What got in the way, or what helped?"),
        commitment.note,
        partial(_set, commitment.id, "note"),
        f"note {commitment.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )


def _person(session: Session, commitment: Commitment, field: str, label: str) -> None:
    person_choice(
        label,
        session,
        getattr(commitment, field),
        partial(_set, commitment.id, field),
        f"{field} {commitment.id}",
    )


def _status(status: Status) -> str:
    return _(STATUS_WORDS[status])


def _set(commitment_id: str, field: str, context: SessionContext, value: object) -> SessionResult:
    return change_commitment(context, commitment_id, **{field: value})


_OPEN = "commitment being changed"


def cards(
    session: Session, commitments: list[Commitment], today: date, *, following_up: bool = False
) -> None:
    """Show a card for each commitment; when following up, with Done but without reordering."""
    for index, commitment in enumerate(commitments):
        with st.container(border=True, key=f"commitment-{commitment.id}", gap="small"):
            stage = process_of(session).stage(commitment.stage)
            if state.recall(_OPEN) == commitment.id:
                _opened(session, commitment, following_up=following_up)
                continue
            st.html(card(session, commitment, today))
            if stage and not following_up:
                wording_hints(session, stage, commitment.id)
            first, last = index == 0, index == len(commitments) - 1
            # An enrolment is no task: it is never done.
            follows = following_up and not enrols(session, commitment)
            _buttons(
                commitment, following_up=follows, moves=not following_up, first=first, last=last
            )


def open_card(commitment_id: str | None) -> None:
    """Open the editor of a card; None closes it."""
    state.remember(_OPEN, commitment_id)


def card(session: Session, commitment: Commitment, today: date) -> str:
    """Return a commitment as HTML."""
    who = name_of(session, commitment.who) or _("Nobody yet")
    what = commitment.what or _("To do what? Not said yet.")
    facts = escaped(" · ".join(details_of(session, commitment)))
    if is_late(commitment, today):
        late = escaped(_("Overdue"))
        facts += f' <span class="late">{late}</span>'
    done = f'<span class="right">✓ {escaped(_("Done"))}</span>' if is_done(commitment) else ""
    note = f'<p class="note" dir="auto">{escaped(commitment.note)}</p>' if commitment.note else ""
    return (
        f'<p class="promise" dir="auto"><strong>{escaped(who)}</strong>: '
        f"{escaped(what)} {done}</p>"
        f'<p class="whose" dir="auto">{facts}</p>{note}'
    )


def details_of(session: Session, commitment: Commitment) -> list[str]:
    """Return its day, its coach, whether it was agreed, and its status, in words."""
    facts = [_("by {day}", day=format_date(commitment.by_when))] if commitment.by_when else []
    if not commitment.by_when and not enrols(session, commitment):
        facts.append(_("no date yet"))
    if coach := name_of(session, commitment.coach):
        facts.append(_("coach: {name}", name=coach))
    facts.append(_("agreed") if commitment.said_yes else _("not agreed yet"))
    if commitment.status is Status.CHANGED:
        facts.append(_(STATUS_WORDS[commitment.status]))
    return facts


def enrols(session: Session, commitment: Commitment) -> bool:
    """Say whether it is an enrolment, which needs no day."""
    stage = process_of(session).stage(commitment.stage)
    return bool(stage and stage.gathers is StageInput.ENROLMENTS)


def is_done(commitment: Commitment) -> bool:
    """Say whether a commitment is done."""
    return commitment.status is Status.DONE


def is_late(commitment: Commitment, today: date) -> bool:
    """Say whether a commitment is open after its day."""
    return (
        commitment.status is Status.OPEN
        and commitment.by_when is not None
        and commitment.by_when < today
    )


def _opened(session: Session, commitment: Commitment, *, following_up: bool) -> None:
    enrolment = enrols(session, commitment)
    commitment_editor(session, commitment, enrols=enrolment, following_up=following_up)
    with st.container(horizontal=True):
        st.button(
            _("Close"),
            key=state.key(f"close {commitment.id}"),
            icon=":material/check:",
            on_click=open_card,
            args=(None,),
        )
        delete_button("commitments", commitment)


def _buttons(
    commitment: Commitment, *, following_up: bool, moves: bool, first: bool, last: bool
) -> None:
    with st.container(horizontal=True, gap="small", key=f"commitment-buttons-{commitment.id}"):
        if following_up:
            _set_button(
                commitment,
                _("Not done yet") if is_done(commitment) else _("Done"),
                ":material/undo:" if is_done(commitment) else ":material/check:",
                status=Status.OPEN if is_done(commitment) else Status.DONE,
            )
        if not commitment.said_yes:
            _set_button(commitment, _("They said yes"), ":material/handshake:", said_yes=True)
        st.button(
            _("Edit"),
            type="tertiary",
            key=state.key(f"change {commitment.id}"),
            icon=":material/edit:",
            on_click=open_card,
            args=(commitment.id,),
        )
        if moves:
            _mover(commitment, _("Up"), -1, disabled=first)
            _mover(commitment, _("Down"), 1, disabled=last)


def _set_button(commitment: Commitment, label: str, icon: str, **facts: object) -> None:
    st.button(
        label,
        key=state.key(f"{'-'.join(facts)} {commitment.id}"),
        icon=icon,
        on_click=on_click_run,
        args=(change_commitment, commitment.id),
        kwargs=facts,
    )


def _mover(commitment: Commitment, label: str, steps: int, *, disabled: bool) -> None:
    st.button(
        label,
        type="tertiary",
        key=state.key(f"move {steps} {commitment.id}"),
        icon=":material/arrow_upward:" if steps < 0 else ":material/arrow_downward:",
        disabled=disabled,
        on_click=on_click_run,
        args=(reorder, "commitments", commitment.id, steps),
    )
