"""Hands and fingers are counted by standing; counted again, a count replaces the first one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.analysis.tally import tally
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.voting import Method
from path_planner.errors import MoreHandsThanPeople, NotInThisVote, VoteClosed, WrongVoteMethod
from path_planner.services.vision.voting import (
    close_vote,
    count_fingers,
    count_hands,
    count_not_lost,
    counted,
    not_lost_by,
    open_vote,
    people_present,
    set_people_present,
)
from tests.services.vision.circle import Circle, with_priorities

LIVED, PAID = StakeholderGroup.LIVED, StakeholderGroup.PROFESSIONAL


def a_show(method: Method = Method.HANDS) -> tuple[Circle, str]:
    """Open a vote in the open."""
    circle = with_priorities(2)
    return circle, circle.does(open_vote(circle.meeting, method)).changes[0].id


def test_hands_are_counted_by_standing_and_those_who_raise_none_count_as_well() -> None:
    circle, vote = a_show()
    circle.does(set_people_present(circle.meeting, vote, LIVED, 9))
    circle.does(set_people_present(circle.meeting, vote, PAID, 3))
    circle.does(count_hands(circle.meeting, vote, LIVED, "p1", 7))
    circle.does(count_hands(circle.meeting, vote, PAID, "p1", 1))
    circle.does(close_vote(circle.meeting, vote))
    found = tally(circle.vision, vote)
    first = found.results[0]
    assert (first.priority, first.total, first.people) == ("p1", 8, 8)
    assert first.by_stakeholder_group == {LIVED: 7, PAID: 1}
    assert first.spread == {0: 4, 1: 8}
    assert found.voters == {LIVED: 9, PAID: 3}


def test_counted_again_a_count_replaces_the_first_one() -> None:
    circle, vote = a_show()
    circle.does(set_people_present(circle.meeting, vote, LIVED, 5))
    for raised in (4, 2, 0, 3):
        circle.does(count_hands(circle.meeting, vote, LIVED, "p1", raised))
    assert counted(circle.vision, vote, LIVED, "p1") == {0: 2, 1: 3}
    circle.does(set_people_present(circle.meeting, vote, LIVED, 4))
    assert counted(circle.vision, vote, LIVED, "p1") == {0: 1, 1: 3}
    assert people_present(circle.vision, vote, LIVED) == 4


def test_more_hands_than_people_are_counted_again() -> None:
    circle, vote = a_show()
    with pytest.raises(MoreHandsThanPeople):
        count_hands(circle.meeting, vote, LIVED, "p1", 1)
    circle.does(set_people_present(circle.meeting, vote, LIVED, 2))
    circle.does(count_hands(circle.meeting, vote, LIVED, "p1", 2))
    with pytest.raises(MoreHandsThanPeople) as told:
        set_people_present(circle.meeting, vote, LIVED, 1)
    assert "In the room now: 1." in str(told.value)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from((LIVED, PAID)),
            st.sampled_from(("p1", "p2")),
            st.integers(0, 5),
            st.integers(0, 9),
        )
    )
)
def test_fingers_add_up_to_what_was_counted_last(
    counts: list[tuple[StakeholderGroup, str, int, int]],
) -> None:
    circle, vote = a_show(Method.FISTS)
    last: dict[tuple[StakeholderGroup, str, int], int] = {}
    for standing, priority, fingers, people in counts:
        last[standing, priority, fingers] = people
        circle.does(count_fingers(circle.meeting, vote, standing, priority, {fingers: people}))
    for result in tally(circle.vision, vote).results:
        mine = {key: n for key, n in last.items() if key[1] == result.priority}
        assert result.total == sum(key[2] * n for key, n in mine.items())
        assert sum(result.spread.values()) == sum(mine.values())


def test_what_must_not_be_lost_is_counted_too() -> None:
    circle, vote = a_show(Method.FISTS)
    for people in (3, 2):
        circle.does(count_not_lost(circle.meeting, vote, LIVED, "p2", people))
    assert not_lost_by(circle.vision, vote, LIVED, "p2") == 2
    by_priority = {one.priority: one for one in tally(circle.vision, vote).results}
    assert (by_priority["p2"].not_lost, by_priority["p2"].spread) == (2, {})
    circle.does(count_not_lost(circle.meeting, vote, LIVED, "p2", 0))
    assert circle.vision.ballots == {}


def test_only_what_is_asked_in_the_way_it_is_asked() -> None:
    circle, vote = a_show()
    with pytest.raises(WrongVoteMethod):
        count_fingers(circle.meeting, vote, LIVED, "p1", {3: 1})
    with pytest.raises(NotInThisVote):
        count_hands(circle.meeting, vote, LIVED, "p9", 1)
    circle.does(close_vote(circle.meeting, vote))
    with pytest.raises(VoteClosed):
        count_hands(circle.meeting, vote, LIVED, "p1", 1)
