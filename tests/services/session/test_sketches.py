"""Sketches are made of strokes that are kept one by one."""

import pytest

from path_planner.domain.marks import CardSubject, Pen, card_id
from path_planner.errors import UnknownRecord
from path_planner.services.session import sketches
from path_planner.services.session.wall.records import delete_with_card
from tests.services.session.rooms import Group, a_group
from tests.services.session.walls import on_the_wall

LINE = (Pen(), (0.0, 0.0, 5.0, 5.0))


def with_a_sketch() -> Group:
    """Return a group that has begun a sketch, n1."""
    group = a_group()
    group.does(sketches.begin_sketch(group.room, "now", 900, 500, "robin"))
    return group


def test_strokes_are_kept_in_the_order_they_were_drawn() -> None:
    group = with_a_sketch()
    group.does(sketches.add_strokes(group.room, "n1", [LINE, LINE]))
    group.does(sketches.add_strokes(group.room, "n1", [LINE]))
    strokes = sketches.strokes_of(group.session, "n1")
    assert [stroke.id for stroke in strokes] == ["n2", "n3", "n4"]
    assert {stroke.stage for stroke in strokes} == {"now"}
    assert {stroke.by for stroke in strokes} == {"robin"}


def test_a_sketch_goes_with_its_strokes_and_no_others() -> None:
    group = with_a_sketch()
    group.does(sketches.add_strokes(group.room, "n1", [LINE]))
    group.does(delete_with_card(group.room, "marks", "s1"))
    assert set(group.session.marks) == {"n1", "n2"}


def test_a_sketch_takes_its_card_on_the_wall_along() -> None:
    group = on_the_wall()
    place = card_id(CardSubject.MARKS, "s1")
    assert place in group.session.marks
    group.does(delete_with_card(group.room, "marks", "s1"))
    assert {"s1", "k1", place}.isdisjoint(group.session.marks)
    assert "line" in group.session.marks


def test_a_sketch_is_described_in_words() -> None:
    group = with_a_sketch()
    group.does(sketches.describe_sketch(group.room, "n1", "A dog"))
    assert sketches.sketches_of(group.session, "now")[0].words == "A dog"
    with pytest.raises(UnknownRecord):
        sketches.describe_sketch(group.room, "n9", "gone")
    with pytest.raises(UnknownRecord):
        sketches.describe_sketch(group.room, "k1", "a stroke is not a sketch")


def test_some_strokes_are_taken_out_together() -> None:
    group = with_a_sketch()
    group.does(sketches.add_strokes(group.room, "n1", [LINE, LINE, LINE]))
    group.does(sketches.delete_strokes(group.room, ["n2", "n4"]))
    assert [stroke.id for stroke in sketches.strokes_of(group.session, "n1")] == ["n3"]
