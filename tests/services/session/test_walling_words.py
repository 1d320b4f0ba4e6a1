"""Words from the wall: new voices, better words, other facts, taken out and brought back."""

from datetime import date
from typing import Any

import pytest

from path_planner.domain.base import sorted_records
from path_planner.domain.commitment import Status
from path_planner.domain.marks import Card, Stroke
from path_planner.domain.voice import Share
from path_planner.errors import NotAChange, PlannerError, UnknownRecord
from path_planner.services.session.wall import apply_command
from path_planner.services.session.wall.commands import read_command
from tests.services.session.rooms import Group, a_group
from tests.services.session.walls import a_line, an_image, fresh, middle, on_the_wall, tell


def amend(group: Group, collection: str, record: str, **fields: Any) -> None:
    """Change some facts of a record."""
    tell(group, "amend", collection=collection, record=record, fields=fields)


def test_a_new_card_is_a_new_voice_in_its_stage() -> None:
    group = a_group()
    tell(group, "write", record="new", text="A boat ", stage="goal", by="asha")
    voice = group.session.voices["new"]
    assert (voice.text, voice.stage, voice.said_by) == ("A boat", "goal", "asha")
    assert isinstance(group.session.marks["new"], Card)


def test_a_card_that_was_put_somewhere_is_said_there() -> None:
    group = a_group()
    x, y = middle(group.session, "now")
    tell(group, "write", record="new", text="So it is", x=x, y=y)
    card = group.session.marks["new"]
    assert group.session.voices["new"].stage == "now"
    assert isinstance(card, Card)
    assert (card.x, card.y, card.by_hand) == (x, y, True)


def test_a_new_step_has_somebody_and_a_day() -> None:
    group = a_group()
    told = {"collection": "commitments", "stage": "first_steps", "by": "asha"}
    tell(group, "write", record="new", text="Rings the harbour", by_when="2027-02-14", **told)
    promise = group.session.commitments["new"]
    assert (promise.what, promise.who) == ("Rings the harbour", "asha")
    assert promise.stage == "first_steps"
    assert promise.by_when == date(2027, 2, 14)
    assert not promise.said_yes
    assert isinstance(group.session.marks["new"], Card)
    tell(group, "write", record="empty", text=" ", **told)
    assert "empty" not in group.session.commitments


def test_a_speaker_who_has_left_takes_no_words_along() -> None:
    group = a_group()
    tell(group, "write", record="new", text="A boat", stage="dream", by="nobody")
    assert group.session.voices["new"].said_by is None


def test_words_are_put_right_wherever_they_stand() -> None:
    group = on_the_wall()
    tell(group, "put", element=an_image("st", 900, 900, stamp="home", words="Home"))
    for record in ("v1", "c1", "s1", "st"):
        tell(group, "write", record=record, text="Other words")
    session = group.session
    assert session.voices["v1"].text == "Other words"
    assert session.commitments["c1"].what == "Other words"
    assert session.marks["s1"].words == "Other words"
    assert session.marks["st"].words == "Other words"


def test_changed_words_are_no_longer_approved() -> None:
    group = on_the_wall()
    amend(group, "voices", "v1", approved=True)
    tell(group, "write", record="v1", text="I am growing sunflowers.")
    assert group.session.voices["v1"].approved
    tell(group, "write", record="v1", text="I am growing roses.")
    assert not group.session.voices["v1"].approved


def test_empty_words_change_nothing() -> None:
    group = on_the_wall()
    tell(group, "write", record="v1", text="  \u202e ")
    assert group.session.voices["v1"].text == "I am growing sunflowers."
    assert tell(group, "write", record="new", text=" ", stage="now").changes == ()


def test_words_told_again_do_not_undo_what_was_written_since() -> None:
    group = a_group()
    said = {"id": fresh(), "do": "write", "record": "new", "text": "A boat", "stage": "dream"}
    group.does(apply_command(group.room, read_command(said)))
    tell(group, "write", record="new", text="A red boat")
    group.does(apply_command(group.room, read_command(said)))
    assert group.session.voices["new"].text == "A red boat"


def test_new_words_for_what_is_gone_are_refused() -> None:
    group = on_the_wall()
    with pytest.raises(UnknownRecord):
        tell(group, "write", record="gone", text="Hello")
    with pytest.raises(NotAChange):
        tell(group, "write", record="line", text="Ink has no words")


def test_what_the_wall_may_know_of_a_voice() -> None:
    group = on_the_wall()
    amend(group, "voices", "v1", stage="now", by="asha", share="named", approved=True)
    voice = group.session.voices["v1"]
    assert (voice.stage, voice.said_by, voice.share, voice.approved) == (
        "now",
        "asha",
        Share.NAMED,
        True,
    )
    card = group.session.marks["v1"]
    assert isinstance(card, Card)
    assert card.stage == "now"
    amend(group, "voices", "v1", by=None)
    assert group.session.voices["v1"].said_by is None


def test_what_the_wall_may_know_of_a_promise_and_of_marks() -> None:
    group = on_the_wall()
    amend(group, "commitments", "c1", by="robin", said_yes=True, status="done")
    promise = group.session.commitments["c1"]
    assert (promise.who, promise.said_yes, promise.status) == ("robin", True, Status.DONE)
    amend(group, "marks", "line", colour="#B3261E", stage="goal")
    line = group.session.marks["line"]
    assert isinstance(line, Stroke)
    assert (line.pen.colour, line.stage) == ("#B3261E", "goal")


@pytest.mark.parametrize(
    ("collection", "record", "fields"),
    [
        ("voices", "v1", {"order": 5}),
        ("voices", "v1", {"id": "v9"}),
        ("voices", "v1", {}),
        ("voices", "v1", {"share": "everywhere"}),
        ("voices", "v1", {"approved": {"a": 1}}),
        ("voices", "v1", {"stage": "nowhere"}),
        ("voices", "v1", {"stage": ["dream"]}),
        ("voices", "v1", {"by": "nobody"}),
        ("voices", "v1", {"by": ["robin"]}),
        ("voices", "v1", {"text": 5}),
        ("voices", "v1", {"text": "x" * 20_000}),
        ("voices", "v1", {"hidden": "perhaps"}),
        ("voices", "nobody", {"approved": True}),
        ("commitments", "c1", {"by_when": "soon"}),
        ("marks", "line", {"points": [0, 0]}),
        ("marks", "line", {"colour": "red; background: url(//x)"}),
        ("marks", "v1", {"stage": "now"}),
        ("about", "about", {"title": "Mine"}),
        ("people", "robin", {"name": "Mallory"}),
    ],
)
def test_all_else_is_refused_and_changes_nothing(
    collection: str, record: str, fields: dict[str, Any]
) -> None:
    group = on_the_wall()
    before = group.session
    with pytest.raises(PlannerError) as refused:
        amend(group, collection, record, **fields)
    assert str(refused.value)
    assert group.room.store.open(before.id).document == before


def test_a_voice_goes_up_and_down() -> None:
    group = on_the_wall()
    tell(group, "write", record="v2", text="Second", stage="dream")
    tell(group, "move", collection="voices", record="v2", steps=-1)
    assert [one.id for one in sorted_records(group.session.voices, "dream")] == ["v2", "v1"]


def test_a_stamp_goes_up_among_stamps_whatever_ink_lies_between() -> None:
    group = on_the_wall()
    x, y = middle(group.session, "dream")
    for name in ("one", "two"):
        tell(group, "put", element=an_image(name, x, y, stamp="home"))
        tell(group, "put", element=a_line(f"ink-{name}", x, y))
    tell(group, "move", collection="marks", record="two", steps=-1)
    assert group.session.marks["two"].order < group.session.marks["one"].order
    with pytest.raises(PlannerError):
        tell(group, "move", collection="marks", record="v1", steps=1)


def test_a_voice_is_dropped_with_its_card_and_comes_back_with_it() -> None:
    group = on_the_wall()
    tell(group, "place", card="v1", x=10, y=20, scale=1)
    before = group.session
    tell(group, "drop", collection="voices", record="v1")
    assert "v1" not in group.session.voices
    assert "v1" not in group.session.marks
    tell(group, "write", record="v2", text="Meanwhile", stage="goal")
    tell(group, "restore", collection="voices", record="v1")
    assert group.session.voices["v1"] == before.voices["v1"]
    assert group.session.marks["v1"] == before.marks["v1"]
    assert "v2" in group.session.voices


def test_a_sketch_is_dropped_with_its_ink_and_comes_back_with_it() -> None:
    group = on_the_wall()
    marks = dict(group.session.marks)
    tell(group, "drop", collection="marks", record="s1")
    assert set(group.session.marks) == set(marks) - {"s1", "k1", "k2", "s1-card"}
    tell(group, "restore", collection="marks", record="s1")
    assert dict(group.session.marks) == marks


def test_what_is_gone_or_there_already_needs_nothing() -> None:
    group = on_the_wall()
    assert tell(group, "drop", collection="voices", record="never").changes == ()
    assert tell(group, "restore", collection="voices", record="v1").changes == ()
    with pytest.raises(UnknownRecord):
        tell(group, "restore", collection="voices", record="never")
    with pytest.raises(PlannerError):
        tell(group, "drop", collection="marks", record="v1")


def test_a_drop_told_again_after_it_was_undone_drops_nothing() -> None:
    group = on_the_wall()
    drop = {"id": fresh(), "do": "drop", "collection": "voices", "record": "v1"}
    group.does(apply_command(group.room, read_command(drop)))
    tell(group, "restore", collection="voices", record="v1")
    group.does(apply_command(group.room, read_command(drop)))
    assert "v1" in group.session.voices


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"do": "put"},
        {"id": "short", "do": "gone", "mark": "line"},
        {"id": fresh(), "do": "format disk"},
        {"id": fresh(), "do": ["gone"]},
        {"id": fresh(), "do": "gone", "mark": {"$ne": ""}},
        {"id": fresh(), "do": "move", "collection": "voices", "record": "v1", "steps": 1e40},
        {"id": fresh(), "do": "write", "record": "v1", "text": "x" * 11_000},
        {"id": fresh(), "do": "write", "record": "a/b", "text": "x", "stage": "now"},
        {"id": fresh(), "do": "write", "record": "v1", "text": ["x"]},
    ],
)
def test_what_is_no_change_is_refused(change: Any) -> None:
    group = on_the_wall()
    with pytest.raises(NotAChange):
        apply_command(group.room, read_command(change))
