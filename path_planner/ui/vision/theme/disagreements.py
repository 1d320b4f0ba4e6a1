"""Disagreements in the step of themes: both sides side by side, each with its voices."""

from functools import partial

import streamlit as st

from path_planner.domain.editing import amend, in_order
from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.reading import voices_in_order
from path_planner.ui import fields
from path_planner.ui.parts import escaped, heading, told, twice
from path_planner.ui.room import act
from path_planner.ui.vision.board.cards import about_voice, source_names
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.theming.disagreeing import change_disagreement, take_disagreement_out
from path_planner.words import say


def disagreements(meeting: Meeting) -> None:
    """Show every disagreement; neither side stands above the other."""
    vision = meeting.vision
    heading(say("Where people see it differently"), 2)
    if not vision.disagreements:
        told(
            say(
                "Nothing yet. Take up the voices of one side, then those of the other. "
                "Both are kept."
            )
        )
        return
    names = dict(source_names(vision))
    for one in in_order(vision.disagreements):
        with st.container(border=True, key=f"disagreement-{one.id}"):
            _disagreement(vision, one, names)


def _disagreement(vision: Vision, one: Disagreement, names: dict[str, str]) -> None:
    heading(one.about, 3)
    theme = vision.themes.get(one.theme or "")
    if theme is not None:
        told(say("Theme: {name}", name=theme.name), "facts")
    for place, side in zip(st.columns(2, gap="medium"), (one.one, one.other), strict=True):
        with place:
            _side(vision, side, names)
    if one.what_next:
        told(say("How we go on: {words}", words=one.what_next))
    with st.container(horizontal=True):
        _rewording(one)
        _taking_out(one)


def _rewording(one: Disagreement) -> None:
    with st.popover(say("Change the words"), icon=":material/edit:", key=f"reword-{one.id}"):
        about = f"disagreement {one.id}"
        fields.area(say("What is it about?"), one.about, partial(_set, one.id, "about"), about)
        for name, label in (("one", say("What one side says")), ("other", say("The other side"))):
            side: Side = getattr(one, name)
            fields.area(label, side.words, partial(_say, one, name), f"{about} {name}")
        fields.area(
            say("How we go on"), one.what_next, partial(_set, one.id, "what_next"), f"{about} next"
        )


def _set(disagreement_id: str, field: str, meeting: Meeting, words: str) -> Kept:
    return change_disagreement(meeting, disagreement_id, **{field: words})


def _say(one: Disagreement, name: str, meeting: Meeting, words: str) -> Kept:
    side: Side = getattr(meeting.vision.disagreements.get(one.id, one), name)
    return change_disagreement(meeting, one.id, **{name: amend(side, words=words)})


def _taking_out(one: Disagreement) -> None:
    twice(
        f"disagreement {one.id}",
        say("Take out"),
        say("Take this disagreement out? Its voices stay where they are."),
        partial(act, take_disagreement_out, one.id),
    )


def _side(vision: Vision, side: Side, names: dict[str, str]) -> None:
    if side.words:
        told(side.words, "strong")
    rows = "".join(_voice(voice, names) for voice in voices_in_order(vision, side.voices))
    if rows:
        st.html(f'<ul class="lines">{rows}</ul>')


def _voice(voice: SharedVoice, names: dict[str, str]) -> str:
    about = escaped(about_voice(voice, names.get(voice.source, "")))
    return f'<li dir="auto">{escaped(voice.text)}<br><span class="facts">{about}</span></li>'
