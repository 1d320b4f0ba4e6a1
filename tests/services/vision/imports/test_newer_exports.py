"""A newer export of a file updates what came before: nothing doubles, and nothing is lost."""

from collections.abc import Sequence
from itertools import count, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.domain.vision.sources import SourceKind
from path_planner.domain.voice import Share
from path_planner.errors import AlreadyGathered
from path_planner.services.vision.anonymised_copy import SourceDetails
from path_planner.services.vision.imports.column_names import Use
from path_planner.services.vision.imports.conversation import (
    AboutRecord,
    Record,
    Utterance,
    record_of_utterances,
    with_record,
)
from path_planner.services.vision.imports.rows import Columns, plain_words, record_of_rows
from path_planner.services.vision.imports.tables import Table
from path_planner.services.vision.privacy.pii_checks import amend_words
from path_planner.services.vision.sources import add_file, bring_back, withdraw
from tests.analysis.visions import NOON
from tests.services.vision.circle import Circle, a_circle
from tests.services.vision.imports.records import table

EMPTY = a_circle().vision
AGREED = AboutRecord(what=SourceKind.WRITTEN, share=Share.QUOTE, agreed=True)
HEADINGS = ("comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body")
ROWS = [(str(n), str(n % 4), "1", "0", "1", f"Voice number {n} of the town.") for n in range(8)]


def adds(
    circle: Circle, rows: Sequence[tuple[str, ...]], headings: tuple[str, ...] = HEADINGS
) -> None:
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


def texts(circle: Circle) -> list[str]:
    return sorted(voice.text for voice in circle.vision.voices.values())


def test_an_empty_answer_that_gets_words_is_a_voice_and_words_that_go_are_none() -> None:
    circle, headings = a_circle(), ("id", "comment")
    rows = [("1", "A ramp"), ("2", "n/a"), ("3", "A bench"), ("4", "A bus")]
    adds(circle, rows, headings)
    adds(circle, [rows[0], ("2", "A crossing"), ("3", "n/a"), rows[3]], headings)
    assert texts(circle) == ["A bus", "A crossing", "A ramp"]
    assert [voice.text for voice in circle.vision.set_aside.values()] == ["n/a"]
    assert len(circle.vision.sources) == 1


def test_a_number_of_a_person_is_no_number_of_a_row() -> None:
    circle, headings = a_circle(), ("id", "comment")
    rows = [("1", "A ramp"), ("1", "A bench"), ("2", "A bus"), ("2", "A tree")]
    adds(circle, rows, headings)
    adds(circle, [*rows[::-1], ("3", "A crossing")], headings)
    assert texts(circle) == sorted([*(words for _row, words in rows), "A crossing"])


def test_what_was_moderated_out_takes_no_equal_words_with_it() -> None:
    circle, headings = a_circle(), ("comment", "moderated")
    rows = [("A bus", "1"), ("A bus", "-1"), ("A bench", "1"), ("A tree", "1")]
    adds(circle, rows, headings)
    adds(circle, [*rows, ("A crossing", "1")], headings)
    assert texts(circle) == ["A bench", "A bus", "A crossing", "A tree"]


def test_voices_that_were_all_withdrawn_stay_out() -> None:
    circle = a_circle()
    rows = [("A bus",), ("A bench",)]
    adds(circle, rows, ("comment",))
    for voice in tuple(circle.vision.voices):
        circle.does(withdraw(circle.meeting, voice))
    with pytest.raises(AlreadyGathered):
        adds(circle, rows, ("comment",))
    assert not circle.vision.voices


def test_short_answers_that_two_surveys_share_do_not_make_them_one() -> None:
    circle, headings = a_circle(), ("comment",)
    rows = [("Yes",), ("No",), ("Bus",), ("Yes",), ("Shops",), ("Bus",), ("Mostly",), ("Yes",)]
    others = [("Parks",), ("Yes",), ("Yes",), ("Bus",), ("No",), ("Bus",), ("Yes",), ("Trees",)]
    adds(circle, rows, headings)
    adds(circle, others, headings)
    assert len(circle.vision.sources) == 2
    assert texts(circle) == sorted(words for (words,) in (*rows, *others))
    with pytest.raises(AlreadyGathered):
        adds(circle, rows[::-1], headings)


def test_of_a_few_numbered_rows_those_that_were_edited_are_updated() -> None:
    circle, headings = a_circle(), ("id", "comment")
    rows = [("1", "A ramp"), ("2", "A tree"), ("3", "A bench"), ("4", "A bus")]
    adds(circle, rows, headings)
    adds(circle, [("1", "A long ramp"), *rows[1:]], headings)
    assert texts(circle) == ["A bench", "A bus", "A long ramp", "A tree"]


def test_what_a_newer_export_lost_has_no_speaker_when_it_is_brought_back() -> None:
    circle, headings = a_circle(), ("id", "who", "comment")
    rows = [(str(n), f"Person {n}", "n/a" if n == 1 else f"Voice number {n}") for n in range(7)]
    adds(circle, rows, headings)
    adds(circle, [*rows[2:], ("9", "Person 9", "Another one")], headings)
    (aside,) = circle.vision.set_aside.values()
    assert aside.speaker is None


cells = st.lists(
    st.tuples(
        st.sampled_from(("A bus", "A bench", "n/a", "", "Tea", "<p>A ramp</p>", " ", "a\u2028b")),
        st.sampled_from(("A bus", "Tea", "-", "", "A tree", "<b></b>")),
        st.sampled_from(("", "1", "2", "7")),
        st.sampled_from(("", "-1", "1")),
        st.sampled_from(("", "Home", "Street")),
    ),
    min_size=1,
    max_size=12,
)
USES = (Use.WORDS, Use.WORDS, Use.ROW, Use.STATUS, Use.THEME)


@given(rows=cells, headings=st.sampled_from((("Why?", "Why?"), ("What?", "Why?"))))
def test_what_is_shown_is_what_is_kept(
    rows: list[tuple[str, ...]], headings: tuple[str, ...]
) -> None:
    """Each cell with words is a voice, an empty answer or moderated out; rows of themes join."""
    record = record_of_rows(
        Table((*headings, "id", "moderated", "theme"), tuple(rows)), Columns(USES)
    )
    filled = sum(bool(plain_words(cell).strip()) for row in rows for cell in row[:2])
    counted = len(record.utterances) + len(record.set_aside) + len(record.moderated)
    joined = sum(max(len(said.themes) - 1, 0) for said in (*record.utterances, *record.set_aside))
    assert counted + joined == filled
    if not record.utterances:
        return
    ids = map(str, count(1))
    added = with_record(EMPTY, record, AGREED, lambda: f"n{next(ids)}", NOON)
    assert added.came == len(added.vision.voices) == len(record.utterances)
    assert len(added.vision.set_aside) == len(record.set_aside)
    with pytest.raises(AlreadyGathered):
        with_record(added.vision, record, AGREED, lambda: f"n{next(ids)}", NOON)


def test_rows_in_another_order_are_no_change() -> None:
    circle = a_circle()
    adds(circle, ROWS)
    with pytest.raises(AlreadyGathered):
        adds(circle, ROWS[::-1])


@pytest.mark.timeout(60)
def test_thousands_of_names_are_found_in_thousands_of_answers() -> None:
    """Each name was looked for in each text: two minutes for 8,000 answers."""
    letters = ["".join(four) for four in product("bcdfgklmnprst", repeat=4)][:8_000]
    everybody = [Utterance(f"Ask {who.title()} at the mill", f"{who.title()}o") for who in letters]
    everybody[0] = everybody[0]._replace(text=f"Ask {letters[-1].title()}o at the mill")
    record = record_of_utterances(everybody, is_form=True)
    ids = map(str, count(1))
    added = with_record(EMPTY, record, AGREED, lambda: f"n{next(ids)}", NOON)
    assert added.came == 8_000
    assert "Ask [someone] at the mill" in {voice.text for voice in added.vision.voices.values()}
