"""The presenting view of a stage for the shared screen: question, voices, sketches, timer."""

import streamlit as st

from path_planner.domain.base import sorted_records
from path_planner.domain.commitment import Commitment
from path_planner.domain.session import Session
from path_planner.domain.voice import Share, Voice
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Region, Stage
from path_planner.processes.prompts import fill_placeholders, process_of
from path_planner.ui import state
from path_planner.ui.commitments.cards import details_of
from path_planner.ui.components.basics import escaped, link, paragraph, session_title
from path_planner.ui.components.person_select import name_of
from path_planner.ui.components.sketch_images import pictures_of
from path_planner.ui.components.timer import timer_display
from path_planner.ui.sync.component import load_script
from path_planner.ui.walk.stages import stage_heading

_LESS_THAN_THE_DREAM = 0.9
"""The size of words in other stages, of what it would be in the dream."""


def stage_view(session: Session) -> None:
    """Show the stage of the address, else the current one of the session."""
    stage = stage_shown(session)
    with st.container(key="presented"):
        st.html(_top(session, stage))
        lines = lines_of(session, stage)
        words = f'<ul class="presented">{"".join(lines)}</ul>' if lines else ""
        st.html(f'<div class="board">{words}{pictures_of(session, stage)}</div>')
    with st.container(key="corner"):
        timer_display()
    with st.container(key="leave", horizontal=True, vertical_alignment="center"):
        _pages(session, stage, len(lines))
        private = sum(
            voice.share is Share.PRIVATE and voice.stage == stage.id
            for voice in session.voices.values()
        )
        if private:
            paragraph(_("Private words stay off this screen."), "quiet")
        link("walk", _("Back to the stages"), icon=":material/arrow_back:", stage=stage.id)


def _pages(session: Session, stage: Stage, lines: int) -> None:
    """Fit the words to the screen; its JavaScript counts them, and turns pages by hand."""
    fit = load_script("present_pages", "ui/present/pages.js")
    fit(
        data={
            "stage": f"{session.id} {stage.id}",
            "share": 1 if stage.region is Region.STAR else _LESS_THAN_THE_DREAM,
            "all": ngettext("This is all.", "All {count} are shown.", lines),
            "part": _(
                "{first} to {last} of {count}", first="{first}", last="{last}", count="{count}"
            ),
            "place": _("{number} of {count}", number="{number}", count="{count}"),
            "back": _("Earlier words"),
            "on": _("Later words"),
        },
        key=state.key("present pages"),
    )


def stage_shown(session: Session) -> Stage:
    """Return the stage of the address, else the current one of the session, else the first."""
    process = process_of(session)
    found = process.stage(state.stage_id()) or process.stage(session.clock.stage or "")
    return found or process.stages[0]


def lines_of(session: Session, stage: Stage) -> list[str]:
    """Return the voices and commitments of a stage as HTML, a line each; nothing private."""
    voices = [
        _voice(session, voice)
        for voice in sorted_records(session.voices, stage.id)
        if voice.share is not Share.PRIVATE
    ]
    commitments = [
        _commitment(session, commitment)
        for commitment in sorted_records(session.commitments, stage.id)
    ]
    return [*voices, *commitments]


def _top(session: Session, stage: Stage) -> str:
    kicker = f"{session_title(session)} · {stage_heading(session, stage)}"
    return (
        f'<p class="kicker" dir="auto">{escaped(kicker)}</p>'
        f'<h1 dir="auto">{escaped(fill_placeholders(stage.question, session))}</h1>'
    )


def _voice(session: Session, voice: Voice) -> str:
    if voice.share is Share.QUOTE:
        return _line(voice.text, "")
    who, helper = (name_of(session, person) for person in (voice.said_by, voice.supported_by))
    supported = _("supported by {name}", name=helper) if helper else ""
    return _line(voice.text, " · ".join(filter(None, (who, supported))))


def _commitment(session: Session, commitment: Commitment) -> str:
    who = name_of(session, commitment.who) or _("Nobody yet")
    facts = details_of(session, commitment)[0] if commitment.by_when else ""
    return _line(_("{name}: {what}", name=who, what=commitment.what), facts)


def _line(words: str, beside: str) -> str:
    small = f" <span>{escaped(beside)}</span>" if beside else ""
    return f'<li dir="auto">{escaped(words)}{small}</li>'
