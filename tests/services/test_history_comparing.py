"""Two states of a document are compared in words."""

from datetime import date

from path_planner.domain.base import put, remove
from path_planner.domain.marks import Card, Stamp, Stroke
from path_planner.domain.voice import Share
from path_planner.services.history.comparing import (
    Counts,
    Difference,
    Kind,
    Piece,
    counts,
    differences,
    moved,
    word_pieces,
)
from tests.domain.builders import a_commitment, a_person, a_session, a_voice
from tests.storage.cases import a_shared_voice, a_vision


def test_the_same_state_has_no_differences() -> None:
    assert differences(a_session(), a_session()) == []


def test_voices_commitments_people_and_drawings_are_told_in_words() -> None:
    before = a_session()
    after = remove(before, "voices", "v1")
    after = put(after, "commitments", a_commitment(who="asha", by_when=date(2026, 12, 11)))
    after = put(after, "people", a_person("ned", name="Ned"))
    after = put(after, "marks", Stroke(id="k3", stage="dream", sketch="s1", points=(0, 0, 1, 1)))
    found = differences(before, after)
    assert counts(found) == Counts(deleted=1, changed=2, new=1)
    deleted, commitment, drawing, new = found
    assert deleted == Difference(
        Kind.DELETED,
        "voices",
        "v1",
        "I am growing sunflowers. · Robin",
        "",
        "dream",
    )
    assert "1 December 2026" in commitment.before
    assert "11 December 2026" in commitment.after
    assert (drawing.before, drawing.after) == (
        "A garden · a drawing with 2 strokes",
        "A garden · a drawing with 3 strokes",
    )
    assert (new.kind, new.after) == (Kind.NEW, "Ned · Someone else")


def test_private_words_are_in_no_comparison() -> None:
    before = a_session(voices={"v1": a_voice(share=Share.PRIVATE, text="my aunt drinks")})
    found = differences(before, remove(before, "voices", "v1"))
    assert [difference.before for difference in found] == ["A private line"]


def test_a_voice_of_a_vision_is_compared_too() -> None:
    after = put(a_vision(), "voices", a_shared_voice("v2", text="A bench"))
    (new,) = differences(a_vision(), after)
    assert new.after == "A bench"


def test_what_was_moved_on_the_wall_is_told_though_its_words_are_the_same() -> None:
    card = Card(id="v1", stage="dream", x=10, y=20, width=200)
    stamp = Stamp(id="m1", stage="dream", icon="star", x=0, y=0, width=40, height=40)
    before = put(put(a_session(), "marks", card), "marks", stamp)
    assert moved(before, before) == []
    laid_out = put(before, "marks", card.model_copy(update={"x": 30}))
    assert moved(before, laid_out) == []
    placed = put(before, "marks", card.model_copy(update={"x": 30, "by_hand": True}))
    after = put(placed, "marks", stamp.model_copy(update={"y": 7}))
    assert moved(before, after) == [("voices", "v1"), ("marks", "m1")]
    assert differences(before, after) == []
    assert moved(before, remove(after, "marks", "m1")) == [("voices", "v1")]


def test_a_share_level_is_told_where_it_differs() -> None:
    after = put(a_session(), "voices", a_voice(said_by="robin", share=Share.QUOTE))
    (changed,) = differences(a_session(), after)
    assert changed.before.endswith("Circle: people invited to this PATH")
    assert changed.after.endswith("Quote, no name")


def test_words_that_differ_are_marked_and_the_others_are_not() -> None:
    assert word_pieces("Ring by 4 December", "Ring by 11 December") == [
        Piece("Ring by"),
        Piece("4", Kind.DELETED),
        Piece("11", Kind.NEW),
        Piece("December"),
    ]
    assert word_pieces("", "New") == [Piece("New", Kind.NEW)]
