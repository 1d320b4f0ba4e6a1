"""A line of a day becomes a dream or a first step of a PATH, with its source and no names."""

from dataclasses import replace

import pytest

from path_planner.domain.voice import Expressed, Share
from path_planner.errors import LineStays, UnknownRecord, UnknownStage
from path_planner.services.context import SessionContext
from path_planner.services.vision.event_copy import bring_line
from path_planner.storage.store_registry import open_store
from tests.domain.builders import a_session
from tests.services.vision.gathering.test_events import a_day, line


def a_context() -> SessionContext:
    """Return a context of a PATH in a store in memory."""
    store = open_store("memory:")
    return SessionContext(store, store.create(a_session(voices={})))


def test_a_line_becomes_a_dream_with_its_source() -> None:
    context = a_context()
    signed = line("v1", "Wilma says there is no bus", topic="t1", expressed=Expressed.SIGNED)
    after = bring_line(context, a_day(v1=signed), "v1", "dream").document
    (voice,) = after.voices.values()
    assert voice.text == "[a self-advocate] says there is no bus"
    assert (voice.stage, voice.expressed, voice.share) == ("dream", Expressed.SIGNED, Share.CIRCLE)
    assert voice.event_line is not None
    assert (voice.event_line.event, voice.event_line.line) == ("thistl", "v1")
    assert voice.event_line.title == "Thistledown Day"
    again = bring_line(replace(context, document=after), a_day(v1=signed), "v1", "dream").document
    assert again.voices == after.voices


def test_where_a_stage_gathers_steps_it_becomes_one() -> None:
    after = bring_line(a_context(), a_day(), "v2", "first_steps").document
    (step,) = (one for one in after.commitments.values() if one.event_line is not None)
    assert step.what == "[a professional] will ask the council"
    assert step.stage == "first_steps"


@pytest.mark.parametrize("voice_id", ["v3", "v5", "v6"])
def test_what_may_not_be_quoted_stays_at_the_day(voice_id: str) -> None:
    with pytest.raises(LineStays):
        bring_line(a_context(), a_day(), voice_id, "dream")


def test_without_the_peoples_yes_nothing_leaves() -> None:
    with pytest.raises(LineStays):
        bring_line(a_context(), a_day(share=False), "v1", "dream")


def test_a_line_or_a_stage_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        bring_line(a_context(), a_day(), "gone", "dream")
    with pytest.raises(UnknownStage):
        bring_line(a_context(), a_day(), "v1", "nowhere")
