"""Who made the plan, and who was not heard."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.text import MOST_LETTERS, MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.source import Unheard
from path_planner.domain.vision.vision import Member
from path_planner.ui import fields
from path_planner.ui.next_line import add_line
from path_planner.ui.parts import heading, told
from path_planner.ui.taken_out import put_back_bar, take_out_button
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.planning import (
    bring_member_back,
    bring_unheard_back,
    change_member,
    change_unheard,
    invite,
    note_unheard,
    take_member_out,
    take_unheard_out,
)
from path_planner.words import say


def people(meeting: Meeting) -> None:
    """Show the steering group, and those who were not heard."""
    heading(say("The steering group"), 2)
    told(say("A name is printed only if that person said so."))
    put_back_bar("member", Member, bring_member_back)
    for member in in_order(meeting.vision.steering):
        with st.container(border=True, key=f"member-{member.id}", gap="small"):
            _member(member)
    add_line(
        say("Who is in the steering group?"),
        invite,
        "new member",
        placeholder=say("A name, then Enter"),
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
    heading(say("Who was not heard?"), 2)
    told(say("No plan hears everybody. Say who is missing, and what you will do about it."))
    put_back_bar("unheard", Unheard, bring_unheard_back)
    for unheard in in_order(meeting.vision.unheard):
        with st.container(border=True, key=f"unheard-{unheard.id}", gap="small"):
            _unheard(unheard)
    add_line(
        say("Who is missing?"),
        note_unheard,
        "new unheard",
        placeholder=say("Write, then press Enter"),
        max_chars=MOST_LETTERS_IN_A_LINE,
    )


def _member(member: Member) -> None:
    left, right = st.columns(2)
    with left:
        fields.line(
            say("Name"),
            member.name,
            partial(_set_member, member.id, "name"),
            f"member name {member.id}",
            max_chars=MOST_LETTERS_IN_A_LINE,
        )
    with right:
        fields.choice(
            say("Role"),
            list(Role),
            member.role,
            partial(_set_member, member.id, "role"),
            f"member role {member.id}",
            format_func=_role,
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        fields.tick(
            say("Leads the group"),
            member.leads,
            partial(_set_member, member.id, "leads"),
            f"member leads {member.id}",
        )
        fields.tick(
            say("Said yes to being named in print"),
            member.printed,
            partial(_set_member, member.id, "printed"),
            f"member printed {member.id}",
        )
        take_out_button(
            "member", member, say("Take this person out of the group?"), take_member_out
        )


def _unheard(unheard: Unheard) -> None:
    fields.line(
        say("Who?"),
        unheard.who,
        partial(_set_unheard, unheard.id, "who"),
        f"unheard who {unheard.id}",
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
    for field, label in (
        ("why", say("Why were they not heard?")),
        ("what_next", say("What will be done about it?")),
    ):
        fields.area(
            label,
            getattr(unheard, field),
            partial(_set_unheard, unheard.id, field),
            f"unheard {field} {unheard.id}",
            height="content",
            max_chars=MOST_LETTERS,
        )
    take_out_button("unheard", unheard, say("Take this line out?"), take_unheard_out)


def _role(role: Role) -> str:
    return say(ROLE_WORDS[role])


def _set_member(member_id: str, field: str, meeting: Meeting, value: Any) -> Kept:
    return change_member(meeting, member_id, **{field: value})


def _set_unheard(unheard_id: str, field: str, meeting: Meeting, value: Any) -> Kept:
    return change_unheard(meeting, unheard_id, **{field: value})
