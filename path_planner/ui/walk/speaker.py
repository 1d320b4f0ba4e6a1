"""Who is speaking: remembered from one voice to the next; a new name joins the people."""

import streamlit as st

from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import add_person, people_in_order
from path_planner.ui import state
from path_planner.ui.components.person_select import name_of
from path_planner.ui.context import run_use_case

_SPEAKER = "speaker"


def speaker(session: Session) -> str | None:
    """Return who speaks, if it is somebody of this session; at first the pathfinder."""
    return chosen_person(session, _SPEAKER, session.about.pathfinder.person)


def who_speaks(session: Session) -> None:
    """Show the people to choose who speaks; a name that is not there can be typed."""
    person_or_new(_("Who is speaking?"), session, speaker(session), _SPEAKER)


def chosen_person(session: Session, name: str, first: str | None = None) -> str | None:
    """Return who is chosen. What the field holds counts: its callback may have been cut off."""
    field_key = _field(name)
    chosen = (
        state.widget_value(field_key) if state.has_widget(field_key) else state.recall(name, first)
    )
    return _known(session, chosen) if chosen else None


def person_or_new(label: str, session: Session, value: str | None, name: str) -> None:
    """Show the people and "no name"; a name typed here joins the people and is chosen."""
    options = ["", *(person.id for person in people_in_order(session))]
    field_key = _field(name)
    shown, held = state.ui_state().shown, state.widget_value(field_key, "")
    if held and value is None and held != shown.get(field_key):
        # A new name whose callback was cut off by the next run.
        shown[field_key] = held
        choose_speaker(field_key, name)
        st.rerun()
    shown[field_key] = value or ""
    state.set_widget_value(field_key, value or "")
    state.remember(name, value)

    def named(person_id: str) -> str:
        return name_of(session, person_id) or person_id or _("No name")

    st.selectbox(
        label,
        options,
        key=field_key,
        format_func=named,
        accept_new_options=True,
        placeholder=_("Choose a name, or type a new one"),
        on_change=choose_speaker,
        args=(field_key, name),
    )


def _field(name: str) -> str:
    return state.key(f"choose {name}")


def choose_speaker(field_key: str, name: str) -> None:
    """Keep who was chosen to speak; a new name joins the people."""
    chosen = state.widget_value(field_key)
    kept = run_use_case(_person, chosen) if chosen else None
    state.remember(name, None if kept is None else _id(kept, chosen))


def _person(context: SessionContext, chosen: str) -> SessionResult:
    return (
        SessionResult(context.document)
        if _known(context.document, chosen)
        else add_person(context, chosen)
    )


def _id(kept: SessionResult, chosen: str) -> str | None:
    if kept.changes:
        return kept.changes[0].id
    return _known(kept.document, chosen)


def _known(session: Session, chosen: str) -> str | None:
    if chosen in session.people:
        return chosen
    alike = (
        person.id
        for person in session.people.values()
        if person.name.casefold() == chosen.casefold()
    )
    return next(alike, None)
