"""Typing for people without a device: the same form as on phones, Enter, and the next one."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.people import Role
from path_planner.domain.voice import Share
from path_planner.i18n import _
from path_planner.services.arrivals.admitting import put_line
from path_planner.services.arrivals.asking import PhoneQuestion
from path_planner.services.arrivals.tray import (
    MOST_LETTERS,
    ROLES_FROM_PHONES,
    SHARE_FROM_PHONES,
    Arrival,
)
from path_planner.services.context import EditContext, SaveResult
from path_planner.ui import state
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.components.line_input import line_field
from path_planner.ui.components.people_field import Choice, list_choice, people_data, text_of
from path_planner.ui.phones.letting_in import questions_of
from path_planner.ui.phones.phone_server import room_of
from path_planner.ui.sync.component import Change

HELPED = "helped"


def proxy(context: EditContext[Any]) -> None:
    """Show the field for what somebody without a device says; it needs no phones at all."""
    heading(_("Type for someone"), 2)
    paragraph(_("For people without a phone, and for notes on paper. It goes in at once."), "facts")
    questions = questions_of(context.document)
    room = room_of(context.document.id)
    asked = room.question.heading if room else ""
    labels = list(questions)
    chosen = st.selectbox(
        _("What do they answer?"),
        labels,
        index=labels.index(asked) if asked in labels else 0,
        # What is asked on phones is asked here too, from then on.
        key=state.key(f"proxy question {asked}"),
    )
    if chosen is None:
        return
    line_field(
        _("Their words"),
        partial(_write, questions[chosen]),
        f"proxy {chosen}",
        placeholder=_("Write, then press Enter"),
        max_chars=MOST_LETTERS,
        people=people_data([], "", _choices(), newcomers=False, chips=False),
    )


def _choices() -> list[Choice]:
    """Return what a phone asks beside the words."""
    shares = [[share.value, _(words)] for share, words in SHARE_FROM_PHONES.items()]
    roles = [[role.value, _(words)] for role, words in ROLES_FROM_PHONES.items()]
    helped = _("I am helping somebody to write this")
    return [
        list_choice("share", _("How can it be shared?"), shares, Share.CIRCLE.value),
        list_choice("role", _("I am"), roles, Role.OTHER.value),
        {"name": HELPED, "label": helped, "kind": "tick", "value": ""},
    ]


def _write(asked: PhoneQuestion, context: EditContext[Any], line: Change) -> SaveResult[Any]:
    share = _of(SHARE_FROM_PHONES, text_of(line, "share"), Share.CIRCLE)
    role = _of(ROLES_FROM_PHONES, text_of(line, "role"), Role.OTHER)
    typed = Arrival(
        id=line["id"],
        place=asked.place,
        text=line["text"],
        share=share,
        role=role,
        helped=bool(text_of(line, HELPED)),
        at=context.now(),
    )
    return put_line(context, typed)


def _of(known: Mapping[Any, str], value: str, otherwise: Any) -> Any:
    return next((one for one in known if one == value), otherwise)
