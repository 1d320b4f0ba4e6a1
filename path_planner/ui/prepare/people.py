"""The people of a session: name, role, what helps each, photo consent."""

from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE
from path_planner.domain.people import ROLE_WORDS, Person, PhotoConsent, Role
from path_planner.i18n import N_, _
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import (
    add_person,
    change_person,
    people_in_order,
    remove_person,
)
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import confirm_button, placeholder
from path_planner.ui.components.line_input import line_input
from path_planner.ui.context import on_click_run

PHOTO_WORDS = {
    PhotoConsent.NOT_ASKED: N_("Not asked yet"),
    PhotoConsent.YES: N_("Yes"),
    PhotoConsent.NO: N_("No"),
}


def people_list(context: SessionContext) -> None:
    """Show the people, and one field that adds the next."""
    with st.container(border=True, key="add-person"):
        _add()
    with st.container(key="people"):
        people = people_in_order(context.document)
        if not people:
            placeholder(_("Nobody yet. Type a name and press Enter."))
        for person in people:
            _person(person)


def _add() -> None:
    name, role = st.columns([3, 2], vertical_alignment="bottom")
    with name:
        line_input(
            _("Add a person"),
            _welcome,
            "new person",
            max_chars=MOST_LETTERS_IN_A_LINE,
        )
    with role:
        st.selectbox(
            _("Role of this person"),
            list(Role),
            index=list(Role).index(Role.FAMILY),
            format_func=role_name,
            key=state.key("next role"),
        )


def role_name(role: Role) -> str:
    """Return the name of a role."""
    return _(ROLE_WORDS[role])


def _welcome(context: SessionContext, name: str) -> SessionResult:
    return add_person(context, name, state.widget_value(state.key("next role"), Role.OTHER))


def _person(person: Person) -> None:
    with st.container(border=True, key=f"person-{person.id}"):
        name, role, here = st.columns([3, 2, 1.4], vertical_alignment="bottom")
        with name:
            autosave.text_input(
                _("Name"),
                person.name,
                partial(_set, person.id, "name"),
                f"name {person.id}",
                max_chars=MOST_LETTERS_IN_A_LINE,
            )
        with role:
            autosave.select(
                _("Role"),
                list(Role),
                person.role,
                partial(_set, person.id, "role"),
                f"role {person.id}",
                format_func=role_name,
            )
        with here:
            autosave.checkbox(
                _("In the room"),
                person.present,
                partial(_set, person.id, "present"),
                f"present {person.id}",
            )
        _needs(person)


def _needs(person: Person) -> None:
    helps, photos, out = st.columns([3, 2, 1.4], vertical_alignment="bottom")
    with helps:
        autosave.text_area(
            _("What helps this person?"),
            person.helps,
            partial(_set, person.id, "helps"),
            f"helps {person.id}",
            height="content",
            max_chars=MOST_LETTERS,
            placeholder=_("Large print, breaks, an interpreter …"),
        )
    with photos:
        autosave.select(
            _("OK to be in photos?"),
            list(PhotoConsent),
            person.photos,
            partial(_set, person.id, "photos"),
            f"photos {person.id}",
            format_func=photo_answer,
        )
    with out:
        confirm_button(
            f"goodbye {person.id}",
            _("Remove"),
            _("Remove {name}? What was said stays, without the name.", name=person.name),
            partial(on_click_run, remove_person, person.id),
            yes=_("Yes, remove"),
        )


def photo_answer(answer: PhotoConsent) -> str:
    """Return the label of an answer about photos."""
    return _(PHOTO_WORDS[answer])


def _set(person_id: str, field: str, context: SessionContext, value: object) -> SessionResult:
    return change_person(context, person_id, **{field: value})
