"""Choosing: whys below whys, priorities from themes, and a decision that no count makes."""

import pytest

from path_planner.domain.vision.theme import Theme
from path_planner.errors import UnknownRecord
from path_planner.services.records import delete, reorder, restore
from path_planner.services.vision.plan import (
    add_cause,
    causes_of,
    change_cause,
    change_priority,
    choose,
    make_priority,
)
from tests.services.vision.circle import Circle, a_circle

HOSTILE = "<script>alert(1)</script> \u202eevil =1+1"


@pytest.fixture
def circle() -> Circle:
    """Return a circle with two themes."""
    return a_circle()


def test_each_why_stands_below_the_one_before(circle: Circle) -> None:
    for text in ("No bus", "No money for it", "Nobody asked"):
        circle.does(add_cause(circle.meeting, "t1", text))
    circle.does(add_cause(circle.meeting, "t2", "Another"))
    assert [one.text for one in causes_of(circle.vision, "t1")] == [
        "No bus", "No money for it", "Nobody asked",
    ]  # fmt: skip


def test_a_why_needs_words_and_a_theme_that_is_there(circle: Circle) -> None:
    circle.does(add_cause(circle.meeting, "t1", "  "))
    assert circle.vision.causes == {}
    with pytest.raises(UnknownRecord):
        add_cause(circle.meeting, "t9", "Why")


def test_a_cause_is_put_right_taken_out_and_brought_back(circle: Circle) -> None:
    circle.does(add_cause(circle.meeting, "t1", "No bus"))
    (cause,) = circle.vision.causes.values()
    circle.does(change_cause(circle.meeting, cause.id, "No late bus"))
    circle.does(change_cause(circle.meeting, cause.id, ""))
    kept = circle.vision.causes[cause.id]
    assert kept.text == "No late bus"
    circle.does(delete(circle.meeting, "causes", cause.id))
    assert circle.vision.causes == {}
    circle.does(restore(circle.meeting, "causes", kept))
    assert circle.vision.causes == {cause.id: kept}


def test_a_priority_comes_from_one_theme_or_several_each_once(circle: Circle) -> None:
    circle.does(make_priority(circle.meeting, "Get about", ("t2", "t1", "t2")))
    circle.does(make_priority(circle.meeting, "Something else"))
    circle.does(make_priority(circle.meeting, " "))
    first, second = circle.vision.priorities.values()
    assert first.themes == ("t2", "t1")
    assert second.order > first.order
    assert not first.chosen
    with pytest.raises(UnknownRecord):
        make_priority(circle.meeting, "From nowhere", ("t9",))


def test_a_priority_is_changed_chosen_moved_and_taken_out(circle: Circle) -> None:
    for title in ("One", "Two"):
        circle.does(make_priority(circle.meeting, title))
    one, two = circle.vision.priorities
    circle.does(change_priority(circle.meeting, one, title="First", themes=("t1",)))
    circle.does(change_priority(circle.meeting, one, title=""))
    assert circle.vision.priorities[one].title == "First"
    with pytest.raises(UnknownRecord):
        change_priority(circle.meeting, one, themes=("t9",))
    circle.does(choose(circle.meeting, one))
    assert circle.vision.priorities[one].chosen
    circle.does(choose(circle.meeting, one, chosen=False))
    assert not circle.vision.priorities[one].chosen
    circle.does(reorder(circle.meeting, "priorities", two, -1))
    assert circle.vision.priorities[two].order < circle.vision.priorities[one].order
    gone = circle.vision.priorities[two]
    circle.does(delete(circle.meeting, "priorities", two))
    with pytest.raises(UnknownRecord):
        choose(circle.meeting, two)
    circle.does(restore(circle.meeting, "priorities", gone))
    assert circle.vision.priorities[two] == gone


def test_hostile_words_are_kept_as_plain_words() -> None:
    circle = a_circle(themes=[Theme(id="t1", name=HOSTILE)])
    circle.does(make_priority(circle.meeting, HOSTILE, ("t1",)))
    (priority,) = circle.vision.priorities.values()
    assert priority.title == "<script>alert(1)</script> evil =1+1"
