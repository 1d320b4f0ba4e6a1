"""A newer export of a file updates what came before: nothing doubles, and nothing is lost."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.domain.vision.sources import SourceKind
from path_planner.domain.voice import Share
from path_planner.errors import AlreadyGathered
from path_planner.services.vision.anonymised_copy import SourceDetails
from path_planner.services.vision.imports.conversation import (
    AboutRecord,
    Record,
    Utterance,
    record_of_utterances,
    with_record,
)
from path_planner.services.vision.privacy.pii_checks import amend_words
from path_planner.services.vision.sources import add_file, bring_back, withdraw
from tests.analysis.visions import NOON
from tests.services.vision.circle import Circle, a_circle
from tests.services.vision.imports.records import table

EMPTY = a_circle().vision
AGREED = AboutRecord(what=SourceKind.WRITTEN, share=Share.QUOTE, agreed=True)
HEADINGS = ("comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body")
ROWS = [(str(n), str(n % 4), "1", "0", "1", f"Voice number {n} of the town.") for n in range(8)]


def adds(circle: Circle, rows: list[tuple[str, ...]], headings: tuple[str, ...] = HEADINGS) -> None:
    content = table(headings, *rows).encode()
    circle.does(add_file(circle.meeting, "x.csv", content, SourceDetails(), AGREED).saved)


def test_the_same_file_again_changes_nothing() -> None:
    circle = a_circle()
    adds(circle, ROWS)
    before = circle.vision
    with pytest.raises(AlreadyGathered):
        adds(circle, ROWS)
    assert circle.vision == before


def test_a_newer_export_brings_what_is_new_and_the_newest_numbers() -> None:
    circle = a_circle()
    adds(circle, ROWS)
    ids = set(circle.vision.voices)
    changed = ("0", "0", "9", "2", "1", "Voice number 0, put better.")
    adds(circle, [changed, *ROWS[1:], ("8", "3", "1", "0", "1", "Another one.")])
    voices = circle.vision.voices
    assert ids < set(voices)
    assert len(voices) == 9
    assert len(circle.vision.sources) == 1
    (first,) = (voice for voice in voices.values() if voice.agrees == 9)
    assert (first.text, first.disagrees, first.checked) == ("Voice number 0, put better.", 2, False)


def test_what_is_moderated_out_later_goes_out() -> None:
    circle = a_circle()
    adds(circle, ROWS)
    hidden = (*ROWS[3][:4], "-1", ROWS[3][5])
    adds(circle, [*ROWS[:3], hidden, *ROWS[4:]])
    assert ROWS[3][5] not in {voice.text for voice in circle.vision.voices.values()}
    assert len(circle.vision.voices) == 7


def test_what_a_newer_export_does_not_have_stays_but_nobody_knows_who_said_it() -> None:
    circle = a_circle()
    adds(circle, ROWS)
    adds(circle, [*ROWS[1:], ("8", "3", "1", "0", "1", "Another one.")])
    (left,) = (voice for voice in circle.vision.voices.values() if voice.text == ROWS[0][5])
    assert left.speaker is None
    assert len(circle.vision.voices) == 9


def test_a_voice_that_was_withdrawn_stays_out_of_a_newer_export() -> None:
    circle = a_circle()
    adds(circle, ROWS)
    voice = next(iter(circle.vision.voices))
    gone = circle.vision.voices[voice].text
    circle.does(withdraw(circle.meeting, voice))
    adds(circle, [*ROWS, ("8", "3", "1", "0", "1", "Another one.")])
    assert gone not in {one.text for one in circle.vision.voices.values()}
    assert len(circle.vision.voices) == 8


def test_words_that_were_changed_for_printing_stay_changed() -> None:
    circle = a_circle()
    adds(circle, ROWS)
    voice = next(iter(circle.vision.voices))
    circle.does(amend_words(circle.meeting, voice, "In other words."))
    adds(circle, [*ROWS, ("8", "3", "1", "0", "1", "Another one.")])
    assert circle.vision.voices[voice].text == "In other words."
    assert circle.vision.voices[voice].reworded


def test_two_files_of_one_shape_are_two_surveys() -> None:
    """Both number their rows from 1."""
    circle = a_circle()
    adds(circle, ROWS)
    adds(circle, [(*row[:5], f"Quite another {row[0]} saying.") for row in ROWS])
    assert len(circle.vision.sources) == 2
    assert len({source.file for source in circle.vision.sources.values()}) == 2
    assert len(circle.vision.voices) == 16


def test_empty_answers_are_set_aside_and_can_be_brought_back() -> None:
    circle = a_circle()
    rows = [("n/a",), ("A bus",), ("None.",), ("A bench",)]
    adds(circle, rows, ("comment",))
    vision = circle.vision
    assert sorted(voice.text for voice in vision.set_aside.values()) == ["None.", "n/a"]
    assert sorted(voice.text for voice in vision.voices.values()) == ["A bench", "A bus"]
    back = next(voice.id for voice in vision.set_aside.values() if voice.text == "None.")
    circle.does(bring_back(circle.meeting, [back]))
    assert back in circle.vision.voices
    with pytest.raises(AlreadyGathered):
        adds(circle, rows, ("comment",))
    circle.does(withdraw(circle.meeting, next(iter(vision.sources))))
    assert not circle.vision.set_aside
    assert not circle.vision.voices


said = st.tuples(
    st.sampled_from(("A bus", "A bench", "n/a", "-", "Tea", "A bus")),
    st.sampled_from(("", "Asha Quill", "Tobias Quince")),
    st.sampled_from(("", "What matters?")),
).map(lambda parts: Utterance(parts[0], parts[1], question=parts[2]))


@given(first=st.lists(said, min_size=1, max_size=12), more=st.lists(said, max_size=6))
def test_no_voice_is_lost_or_comes_twice(first: list[Utterance], more: list[Utterance]) -> None:
    """An export and one with more rows at its end give what the second alone gives."""
    if not record_of_utterances(first).utterances:
        return
    ids = map(str, count(1))
    vision = EMPTY
    record = record_of_utterances(first, is_form=True)
    whole: Record = record_of_utterances([*first, *more], is_form=True)
    once = with_record(vision, record, AGREED, lambda: f"n{next(ids)}", NOON).vision
    assert len(once.voices) + len(once.set_aside) == len(first)
    try:
        twice = with_record(once, whole, AGREED, lambda: f"n{next(ids)}", NOON).vision
    except AlreadyGathered:
        assert not more
        return
    assert sorted(voice.text for voice in twice.voices.values()) == sorted(
        said.text for said in whole.utterances
    )
    assert len(twice.voices) + len(twice.set_aside) == len(first) + len(more)
