"""The presenting view of a stage for the shared screen: question, voices, sketches, timer."""

import streamlit as st

from path_planner.domain.base import sorted_records
from path_planner.domain.commitment import Commitment
from path_planner.domain.session import Session
from path_planner.domain.voice import Share, Voice
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Stage
from path_planner.processes.prompts import fill_placeholders, process_of
from path_planner.ui import state
from path_planner.ui.commitments.cards import details_of
from path_planner.ui.components.basics import escaped, link
from path_planner.ui.components.person_select import name_of
from path_planner.ui.components.sketch_images import pictures_of
from path_planner.ui.components.timer import timer_display
from path_planner.ui.components.titles import session_title
from path_planner.ui.walk.stages import stage_heading

_NEWEST = 8
"""The most lines shown, the newest ones: nobody can scroll the shared screen."""
_SIZES = ((220, "few"), (560, "some"), (1100, "many"))
"""By font size: the most characters shown at it; longer text is small and in columns."""
_A_LINE = 30
"""The characters that each line counts as, beside its own."""
_BESIDE_PICTURES = 0.55
"""The fraction of the screen for words if there are pictures."""


def stage_view(session: Session) -> None:
    """Show the stage of the address, else the current one of the session."""
    stage = stage_shown(session)
    with st.container(key="presented"):
        st.html(_top(session, stage))
        pictures = pictures_of(session, stage)
        words = words_of(session, stage, room=_BESIDE_PICTURES if pictures else 1)
        st.html(f'<div class="board">{words}{pictures}</div>')
    with st.container(key="corner"):
        timer_display()
    with st.container(key="leave"):
        link("walk", _("Back to the stages"), stage=stage.id)


def stage_shown(session: Session) -> Stage:
    """Return the stage of the address, else the current one of the session, else the first."""
    process = process_of(session)
    found = process.stage(state.stage_id()) or process.stage(session.clock.stage or "")
    return found or process.stages[0]


def words_of(session: Session, stage: Stage, *, room: float = 1) -> str:
    """Return the voices and commitments of a stage as HTML, as large as fits; nothing private."""
    voices = [
        voice
        for voice in sorted_records(session.voices, stage.id)
        if voice.share is not Share.PRIVATE
    ]
    promised = sorted_records(session.commitments, stage.id)
    lines = [(len(voice.text) + _A_LINE, _voice(session, voice)) for voice in voices]
    lines += [
        (len(commitment.what) + 2 * _A_LINE, _commitment(session, commitment))
        for commitment in promised
    ]
    letters = sum(length for length, _line in lines[-_NEWEST:])
    size = next((name for most, name in _SIZES if letters <= most * room), "full")
    newest = "".join(line for _length, line in lines[-_NEWEST:])
    return f'{_before(len(lines))}<ul class="presented {size}">{newest}</ul>' if lines else ""


def _before(count: int) -> str:
    if count <= _NEWEST:
        return ""
    earlier = count - _NEWEST
    said = ngettext("{count} line before these", "{count} lines before these", earlier)
    return f'<p class="before">{escaped(said)}</p>'


def _top(session: Session, stage: Stage) -> str:
    kicker = f"{session_title(session)} · {stage_heading(session, stage)}"
    return (
        f'<p class="kicker" dir="auto">{escaped(kicker)}</p>'
        f'<h1 dir="auto">{escaped(fill_placeholders(stage.question, session))}</h1>'
    )


def _voice(session: Session, voice: Voice) -> str:
    who = "" if voice.share is Share.QUOTE else name_of(session, voice.said_by)
    return _line(voice.text, who)


def _commitment(session: Session, commitment: Commitment) -> str:
    who = name_of(session, commitment.who) or _("Nobody yet")
    facts = details_of(session, commitment)[0] if commitment.by_when else ""
    return _line(_("{name}: {what}", name=who, what=commitment.what), facts)


def _line(words: str, beside: str) -> str:
    small = f" <span>{escaped(beside)}</span>" if beside else ""
    return f'<li dir="auto">{escaped(words)}{small}</li>'
