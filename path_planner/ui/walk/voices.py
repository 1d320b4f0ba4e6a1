"""The voices of a stage: the field for the next one, the list, and the editor of a voice."""

from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.session import Session
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Voice
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Stage
from path_planner.processes.prompts import plans_alone
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import reorder
from path_planner.services.session.voices import change_voice, park, park_line, write_voice
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escaped, placeholder
from path_planner.ui.components.line_input import line_field
from path_planner.ui.components.people_field import expressed_choice, manner_of
from path_planner.ui.components.people_field import share_choice as share_levels
from path_planner.ui.components.person_select import (
    name_of,
    origin_words,
    person_choice,
    share_choice,
)
from path_planner.ui.components.two_versions import two_versions
from path_planner.ui.components.undo_delete import delete_button, undo_delete_bar
from path_planner.ui.components.wording_hints import wording_hints
from path_planner.ui.context import on_click_run
from path_planner.ui.sync.component import Change
from path_planner.ui.walk import people_field

_IN_VIEW = 8
"""Voices in the list before all are asked for."""
_OPEN, _ALL = "voice being changed", "all voices shown"


def voice_field(session: Session, stage: Stage) -> None:
    """Show the field for the next voice: who speaks, who supports them, and how it is shared.

    Where one person plans alone, all of it is theirs: there is nobody to choose.
    """
    alone = plans_alone(session)
    choices = [share_levels()]
    if not alone:
        choices = [people_field.supported_choice(session), expressed_choice(), *choices]
    with st.container(key="add-voice"):
        line_field(
            _("What do you say?") if alone else _("What do they say?"),
            partial(_write, stage.id),
            f"new voice {stage.id}",
            placeholder=_("Write, then press Enter"),
            max_chars=MOST_LETTERS,
            people=people_field.people_data(
                session,
                _("Who is speaking?"),
                choices,
                first=session.about.pathfinder.person,
                park="" if alone else _("Park"),
                chips=not alone,
            ),
        )


def _write(stage_id: str, context: SessionContext, line: Change) -> SessionResult:
    if (added := people_field.added_person(context, line)) is not None:
        return added
    facts = {
        "said_by": people_field.person_of(context, line, "by"),
        "supported_by": people_field.person_of(context, line, "supported_by"),
        **manner_of(line),
    }
    use_case = park_line if line.get("parked") is True else write_voice
    return use_case(context, stage_id, line["text"], **facts)


def voice_list(session: Session, stage: Stage) -> None:
    """Show the voices of a stage, the newest first, one line each; one opens to be changed."""
    voices = sorted_records(session.voices, stage.id)[::-1]
    shows_all = bool(state.recall(_ALL, False))
    with st.container(horizontal=True, vertical_alignment="center", key="voices-head"):
        st.html(f'<h2 class="count">{escaped(_count(session, voices))}</h2>')
        if voices:
            st.button(
                _("Show fewer") if shows_all else _("Show all in full"),
                key=state.key("all voices"),
                type="tertiary",
                on_click=state.remember,
                args=(_ALL, not shows_all),
            )
    undo_delete_bar("voices")
    if not voices:
        placeholder(
            _("Nothing yet. Write it or draw it: one thing is enough.")
            if plans_alone(session)
            else _("Nothing yet. Write just what they say, in their own words.")
        )
    shown = voices if shows_all else voices[:_IN_VIEW]
    with st.container(key="voices-in-full" if shows_all else "voices", gap=None):
        for voice in shown:
            _row(session, stage, voice, place=voices.index(voice), of=len(voices))
    if len(shown) < len(voices):
        st.button(
            ngettext("Show all {count} voices", "Show all {count} voices", len(voices)),
            key=state.key("more voices"),
            on_click=state.remember,
            args=(_ALL, True),
        )


def _count(session: Session, voices: list[Voice]) -> str:
    if plans_alone(session):
        return _("What I said so far")
    approved = sum(voice.approved for voice in voices)
    many = ngettext("{count} voice", "{count} voices", len(voices))
    return _("{voices}, {approved} checked", voices=many, approved=approved)


def _row(session: Session, stage: Stage, voice: Voice, *, place: int, of: int) -> None:
    two_versions(session, "voices", voice.id)
    if state.recall(_OPEN) == voice.id:
        with st.container(border=True, key=f"voice-{voice.id}", gap="small"):
            voice_editor(session, voice)
            _actions(voice, first=place == of - 1, last=place == 0)
        return
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"voice-{voice.id}"
    ):
        st.html(card(session, voice))
        st.button(
            _("Change"),
            key=state.key(f"change {voice.id}"),
            icon=":material/more_horiz:",
            type="tertiary",
            on_click=state.remember,
            args=(_OPEN, voice.id),
        )
    wording_hints(session, stage, voice.id)


def card(session: Session, voice: Voice) -> str:
    """Return a voice as HTML: a tick if it was checked, its words, who said them, and how."""
    own = plans_alone(session) and voice.said_by == session.about.pathfinder.person
    who = "" if own else name_of(session, voice.said_by) or _("No name")
    said = f'<i class="for-readers">{escaped(_("Checked"))}</i>'
    tick = f'<span class="right"><b aria-hidden="true">✓</b>{said}</span>'
    return (
        f'<p class="voice" dir="auto">{tick if voice.approved else ""}'
        f'<q class="said">{escaped(voice.text)}</q> <strong class="whose">{escaped(who)}</strong>'
        f'<span class="facts">{escaped(origin_words(session, voice))}</span></p>'
    )


def voice_editor(session: Session, voice: Voice) -> None:
    """Show the fields of a voice; each saves by itself."""
    autosave.text_area(
        _("The words"),
        voice.text,
        partial(_set, voice.id, "text"),
        f"voice text {voice.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )
    _whose(session, voice)
    _expressed_and_shared(voice)


def _whose(session: Session, voice: Voice) -> None:
    said, supported = st.columns(2)
    with said:
        person_choice(
            _("Who said it?"),
            session,
            voice.said_by,
            partial(_set, voice.id, "said_by"),
            f"said by {voice.id}",
            nobody=_("No name"),
        )
    with supported:
        person_choice(
            _("Supported by"),
            session,
            voice.supported_by,
            partial(_set, voice.id, "supported_by"),
            f"supported by {voice.id}",
            nobody=_("Nobody"),
        )


def _expressed_and_shared(voice: Voice) -> None:
    how, far = st.columns(2)
    with how:
        autosave.select(
            _("How was it said?"),
            list(Expressed),
            voice.expressed,
            partial(_set, voice.id, "expressed"),
            f"expressed {voice.id}",
            format_func=_expressed,
        )
    with far:
        share_choice(
            _("How can it be shared?"),
            voice.share,
            partial(_set, voice.id, "share"),
            f"share {voice.id}",
        )


def _expressed(how: Expressed) -> str:
    return _(EXPRESSED_WORDS[how])


def _set(voice_id: str, field: str, context: SessionContext, value: object) -> SessionResult:
    return change_voice(context, voice_id, **{field: value})


def _actions(voice: Voice, *, first: bool, last: bool) -> None:
    """Show what can be done with a voice; up is later, as the newest stands first."""
    with st.container(horizontal=True, gap="small", key=f"voice-buttons-{voice.id}"):
        st.button(
            _("Close"),
            key=state.key(f"close {voice.id}"),
            icon=":material/check:",
            type="primary",
            on_click=state.remember,
            args=(_OPEN, None),
        )
        st.button(
            _("Not right yet") if voice.approved else _("That’s right"),
            key=state.key(f"right {voice.id}"),
            icon=":material/undo:" if voice.approved else ":material/check:",
            on_click=_approve,
            args=(voice.id, not voice.approved),
        )
        _mover(_("Up"), voice.id, 1, disabled=last)
        _mover(_("Down"), voice.id, -1, disabled=first)
        st.button(
            _("Park it"),
            key=state.key(f"park {voice.id}"),
            icon=":material/local_parking:",
            type="tertiary",
            on_click=on_click_run,
            args=(park, voice.id),
        )
        delete_button("voices", voice)


def _mover(label: str, voice_id: str, steps: int, *, disabled: bool) -> None:
    st.button(
        label,
        type="tertiary",
        key=state.key(f"move {steps} {voice_id}"),
        icon=":material/arrow_upward:" if steps > 0 else ":material/arrow_downward:",
        disabled=disabled,
        on_click=on_click_run,
        args=(reorder, "voices", voice_id, steps),
    )


def _approve(voice_id: str, approved: bool) -> None:
    on_click_run(change_voice, voice_id, approved=approved)
