"""The field for who is speaking, remembered from voice to voice; a new name adds a person."""

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
    """Return the id of the speaker, if in this session; at first the pathfinder."""
    return chosen_person(session, _SPEAKER, session.about.pathfinder.person)


def who_speaks(session: Session) -> None:
    """Show the field for the speaker; a new name can be typed."""
    person_or_new(_("Who is speaking?"), session, speaker(session), _SPEAKER)


def chosen_person(session: Session, name: str, first: str | None = None) -> str | None:
    """Return the chosen person's id: from the widget, as its callback may have been cut off."""
    field_key = _field(name)
    chosen = (
        state.widget_value(field_key) if state.has_widget(field_key) else state.recall(name, first)
    )
    return _known(session, chosen) if chosen else None


def person_or_new(label: str, session: Session, value: str | None, name: str) -> None:
    """Show a field of the people and "no name"; a new name typed here adds a person."""
    options = ["", *(person.id for person in people_in_order(session))]
    field_key = _field(name)
    shown, typed = state.ui_state().shown, state.widget_value(field_key, "")
    if typed and value is None and typed != shown.get(field_key):
        # A new name whose callback was cut off by the next run.
        shown[field_key] = typed
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
    """Store the chosen person; a new name adds a person."""
    chosen = state.widget_value(field_key)
    saved = run_use_case(_person, chosen) if chosen else None
    state.remember(name, None if saved is None else _id(saved, chosen))


def _person(context: SessionContext, chosen: str) -> SessionResult:
    return (
        SessionResult(context.document)
        if _known(context.document, chosen)
        else add_person(context, chosen)
    )


def _id(saved: SessionResult, chosen: str) -> str | None:
    if saved.changes:
        return saved.changes[0].id
    return _known(saved.document, chosen)


def _known(session: Session, chosen: str) -> str | None:
    if chosen in session.people:
        return chosen
    alike = (
        person.id
        for person in session.people.values()
        if person.name.casefold() == chosen.casefold()
    )
    return next(alike, None)
