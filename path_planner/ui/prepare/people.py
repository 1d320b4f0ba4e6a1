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
from path_planner.ui.components.basics import confirm_button, escaped, placeholder
from path_planner.ui.components.line_input import line_input
from path_planner.ui.context import on_click_run

PHOTO_WORDS = {
    PhotoConsent.NOT_ASKED: N_("Not asked yet"),
    PhotoConsent.YES: N_("Yes"),
    PhotoConsent.NO: N_("No"),
}


_WIDTHS = (2.2, 2.2, 1, 5, 2, 1.4)
"""The widths of the columns of a person's row."""


def people_list(context: SessionContext) -> None:
    """Show the people, a row each, and one field that adds the next."""
    people = people_in_order(context.document)
    with st.container(key="people", gap="small"):
        if people:
            _heads()
        else:
            placeholder(_("Nobody yet. Type a name and press Enter."))
        for person in people:
            _person(person)
    with st.container(border=True, key="add-person"):
        _add()


def _heads() -> None:
    """Show the names of the columns; screen readers hear them at each field."""
    heads = (_("Name"), _("Role"), _("Here?"), _("What helps?"), _("In photos?"), "")
    with st.container(key="people-heads"):
        for column, words in zip(st.columns(_WIDTHS), heads, strict=True):
            column.html(f'<p aria-hidden="true"><b>{escaped(words)}</b></p>')


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
    with st.container(key=f"person-{person.id}"):
        name, role, here, helps, photos, out = st.columns(_WIDTHS, vertical_alignment="center")
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
        with helps:
            _helps(person)
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


def _helps(person: Person) -> None:
    autosave.text_area(
        _("What helps this person?"),
        person.helps,
        partial(_set, person.id, "helps"),
        f"helps {person.id}",
        height="content",
        max_chars=MOST_LETTERS,
        placeholder=_("Large print, breaks, an interpreter …"),
    )


def photo_answer(answer: PhotoConsent) -> str:
    """Return the label of an answer about photos."""
    return _(PHOTO_WORDS[answer])


def _set(person_id: str, field: str, context: SessionContext, value: object) -> SessionResult:
    return change_person(context, person_id, **{field: value})
