"""The voices of a stage: the list, and the editor of a voice."""

from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.session import Session
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Voice
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Stage
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import reorder
from path_planner.services.session.voices import change_voice, write_voice
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escaped, heading
from path_planner.ui.components.line_input import line_input
from path_planner.ui.components.person_select import name_of, person_choice, share_choice
from path_planner.ui.components.two_versions import two_versions
from path_planner.ui.components.undo_delete import delete_button, undo_delete_bar
from path_planner.ui.components.voice_labels import origin_words
from path_planner.ui.components.wording_hints import wording_hints
from path_planner.ui.context import on_click_run
from path_planner.ui.walk.speaker import speaker, who_speaks


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


_OPEN = "voice being changed"


def voice_list(session: Session, stage: Stage) -> None:
    """Show the voices of a stage, and a field for the next one."""
    voices = sorted_records(session.voices, stage.id)
    heading(_("Voices"), level=2)
    with st.container(border=True, horizontal=True, key="add-voice"):
        who_speaks(session)
        line_input(
            _("What do they say?"),
            partial(_write, stage.id),
            f"new voice {stage.id}",
            placeholder=_("Type, then press Enter"),
            max_chars=MOST_LETTERS,
        )
    undo_delete_bar("voices")
    if voices:
        st.html(_newest(session, voices) + f'<p class="quiet">{escaped(_count(voices))}</p>')
    for index, voice in enumerate(voices):
        with st.container(border=True, key=f"voice-{voice.id}", gap="small"):
            _card(session, stage, voice, first=index == 0, last=index == len(voices) - 1)


def _write(stage_id: str, context: SessionContext, text: str) -> SessionResult:
    return write_voice(context, stage_id, text, said_by=speaker(context.document))


def _newest(session: Session, voices: list[Voice]) -> str:
    """Return the newest voice as HTML, for beside the field: its card may be far below."""
    last = max(voices, key=lambda voice: (voice.at is not None, voice.at, voice.order))
    who = name_of(session, last.said_by) or _("No name")
    words = _("Last added: “{words}” — {name}", words=last.text, name=who)
    return f'<p class="last" dir="auto">{escaped(words)}</p>'


def _count(voices: list[Voice]) -> str:
    approved = sum(voice.approved for voice in voices)
    many = ngettext("{count} voice", "{count} voices", len(voices))
    return _("{voices}, {approved} checked", voices=many, approved=approved)


def _card(session: Session, stage: Stage, voice: Voice, *, first: bool, last: bool) -> None:
    two_versions(session, "voices", voice.id)
    if state.recall(_OPEN) == voice.id:
        voice_editor(session, voice)
        with st.container(horizontal=True):
            st.button(
                _("Close"),
                key=state.key(f"close {voice.id}"),
                icon=":material/check:",
                on_click=state.remember,
                args=(_OPEN, None),
            )
            delete_button("voices", voice, _("Delete this voice?"))
        return
    st.html(card(session, voice))
    wording_hints(session, stage, voice.id)
    _card_buttons(voice, first=first, last=last)


def card(session: Session, voice: Voice) -> str:
    """Return a voice as HTML: its words, who said them, and the share level."""
    who = name_of(session, voice.said_by) or _("No name")
    approved = f'<span class="right">✓ {escaped(_("Checked"))}</span>'
    return (
        f'<blockquote class="voice" dir="auto">{escaped(voice.text)}</blockquote>'
        f'<p class="whose" dir="auto"><strong>{escaped(who)}</strong> '
        f"{escaped(origin_words(session, voice))} {approved if voice.approved else ''}</p>"
    )


def _card_buttons(voice: Voice, *, first: bool, last: bool) -> None:
    with st.container(horizontal=True, gap="small", key=f"voice-buttons-{voice.id}"):
        st.button(
            _("Not right yet") if voice.approved else _("That’s right"),
            key=state.key(f"right {voice.id}"),
            icon=":material/undo:" if voice.approved else ":material/check:",
            on_click=_approve,
            args=(voice.id, not voice.approved),
        )
        st.button(
            _("Edit"),
            type="tertiary",
            key=state.key(f"change {voice.id}"),
            icon=":material/edit:",
            on_click=state.remember,
            args=(_OPEN, voice.id),
        )
        _mover(_("Up"), voice.id, -1, disabled=first)
        _mover(_("Down"), voice.id, 1, disabled=last)


def _mover(label: str, voice_id: str, steps: int, *, disabled: bool) -> None:
    st.button(
        label,
        type="tertiary",
        key=state.key(f"move {steps} {voice_id}"),
        icon=":material/arrow_upward:" if steps < 0 else ":material/arrow_downward:",
        disabled=disabled,
        on_click=on_click_run,
        args=(reorder, "voices", voice_id, steps),
    )


def _approve(voice_id: str, approved: bool) -> None:
    on_click_run(change_voice, voice_id, approved=approved)
