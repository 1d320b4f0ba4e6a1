"""What the measures show in a round, as those who chose them read them."""

from functools import partial

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.text import MOST_LETTERS
from path_planner.domain.vision.plan import Round
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.progress import rounds_in_order
from path_planner.ui import fields
from path_planner.ui.parts import heading
from path_planner.ui.vision.parts import facts
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.reviewing import read_measure
from path_planner.words import say, say_date


def measures(vision: Vision, held: Round) -> None:
    """Ask of each outcome what is seen now; what was seen before stands beside it."""
    listed = in_order(vision.outcomes)
    if not listed:
        return
    heading(say("How is life now?"), 2)
    for outcome in listed:
        with st.container(border=True, key=f"measure-{outcome.id}", gap="small"):
            heading(outcome.statement, 3)
            st.html(_before(vision, held, outcome.id))
            now = [
                one
                for one in vision.readings.values()
                if one.round == held.id and one.outcome == outcome.id
            ]
            fields.area(
                outcome_question(outcome.measure),
                now[0].words if now else "",
                partial(_read, held.id, outcome.id),
                f"reading {held.id} {outcome.id}",
                height="content",
                max_chars=MOST_LETTERS,
            )


def outcome_question(measure: str) -> str:
    """Ask what is seen; the measure itself stands above the field."""
    return say("What do we see now?") if measure else say("What do we see now? No measure yet.")


def _before(vision: Vision, held: Round, outcome_id: str) -> str:
    outcome = vision.outcomes[outcome_id]
    lines = [(say("We look at"), outcome.measure), (say("At the start"), outcome.now)]
    for earlier in rounds_in_order(vision):
        if earlier.id != held.id and earlier.on <= held.on:
            lines += [
                (say_date(earlier.on), one.words)
                for one in vision.readings.values()
                if one.round == earlier.id and one.outcome == outcome_id
            ]
    lines.append((say("We hope for"), outcome.hoped))
    return facts(lines)


def _read(round_id: str, outcome_id: str, meeting: Meeting, words: str) -> Kept:
    return read_measure(meeting, round_id, outcome_id, words)
