"""The people of a session: who comes, in which role, what helps each."""

from functools import partial

import streamlit as st

from path_planner.domain.people import ROLE_WORDS, Person, PhotoConsent, Role
from path_planner.domain.text import MOST_LETTERS, MOST_LETTERS_IN_A_LINE
from path_planner.ui import fields, state
from path_planner.ui.next_line import add_line
from path_planner.ui.parts import empty, twice
from path_planner.ui.room import act
from path_planner.words import mark, say
from path_planner.workshop.preparing import (
    change_person,
    people_in_order,
    say_goodbye,
    welcome,
)
from path_planner.workshop.room import Kept, Room

PHOTO_WORDS = {
    PhotoConsent.NOT_ASKED: mark("Not asked yet"),
    PhotoConsent.YES: mark("Yes"),
    PhotoConsent.NO: mark("No"),
}


def people_list(room: Room) -> None:
    """Show the people, and one field that adds the next."""
    with st.container(border=True, key="add-person"):
        _add()
    with st.container(key="people"):
        people = people_in_order(room.session)
        if not people:
            empty(say("Nobody yet. Write a name and press Enter."))
        for person in people:
            _person(person)


def _add() -> None:
    name, role = st.columns([3, 2], vertical_alignment="bottom")
    with name:
        add_line(
            say("Add somebody by name"),
            _welcome,
            "new person",
            max_chars=MOST_LETTERS_IN_A_LINE,
        )
    with role:
        st.selectbox(
            say("Role of the next person"),
            list(Role),
            index=list(Role).index(Role.FAMILY),
            format_func=role_name,
            key=state.key("next role"),
        )


def role_name(role: Role) -> str:
    """Name a role."""
    return say(ROLE_WORDS[role])


def _welcome(room: Room, name: str) -> Kept:
    return welcome(room, name, state.held(state.key("next role"), Role.OTHER))


def _person(person: Person) -> None:
    with st.container(border=True, key=f"person-{person.id}"):
        name, role, here = st.columns([3, 2, 1.4], vertical_alignment="bottom")
        with name:
            fields.line(
                say("Name"),
                person.name,
                partial(_set, person.id, "name"),
                f"name {person.id}",
                max_chars=MOST_LETTERS_IN_A_LINE,
            )
        with role:
            fields.choice(
                say("Role"),
                list(Role),
                person.role,
                partial(_set, person.id, "role"),
                f"role {person.id}",
                format_func=role_name,
            )
        with here:
            fields.tick(
                say("In the room"),
                person.present,
                partial(_set, person.id, "present"),
                f"present {person.id}",
            )
        _needs(person)


def _needs(person: Person) -> None:
    helps, photos, out = st.columns([3, 2, 1.4], vertical_alignment="bottom")
    with helps:
        fields.area(
            say("What helps this person?"),
            person.helps,
            partial(_set, person.id, "helps"),
            f"helps {person.id}",
            height="content",
            max_chars=MOST_LETTERS,
            placeholder=say("Large print, a break, a signer …"),
        )
    with photos:
        fields.choice(
            say("In photos?"),
            list(PhotoConsent),
            person.photos,
            partial(_set, person.id, "photos"),
            f"photos {person.id}",
            format_func=photo_answer,
        )
    with out:
        twice(
            f"goodbye {person.id}",
            say("Take out"),
            say("Take {name} out? What was said stays, without the name.", name=person.name),
            partial(act, say_goodbye, person.id),
            yes=say("Yes, take out"),
        )


def photo_answer(answer: PhotoConsent) -> str:
    """Say an answer about photos."""
    return say(PHOTO_WORDS[answer])


def _set(person_id: str, field: str, room: Room, value: object) -> Kept:
    return change_person(room, person_id, **{field: value})
