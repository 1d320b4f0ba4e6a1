"""Voting: everything cast is counted, whatever the order, and nothing tells who gave what."""

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.analysis.tally import tally
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.voting import Method
from path_planner.errors import (
    NothingToVoteOn,
    NotInThisVote,
    TooManyDots,
    TooManyNotLost,
    UnknownRecord,
    VoteClosed,
    VotesAreIn,
    VoteStillOpen,
    WrongVoteMethod,
)
from path_planner.services.context import fresh_id
from path_planner.services.records import delete
from path_planner.services.vision.plan import make_priority
from path_planner.services.vision.voting import (
    cast_ballot,
    clear_vote,
    close_vote,
    delete_vote,
    open_round,
    open_vote,
    vote_again,
    waiting,
)
from tests.analysis.visions import NOON
from tests.services.vision.circle import Circle, a_circle, with_priorities

PRIORITIES = ("p1", "p2", "p3")


def opened(circle: Circle, method: Method = Method.DOTS, **facts: Any) -> str:
    """Open a vote and return its id."""
    kept = circle.does(open_vote(circle.meeting, method, **facts))
    return kept.changes[0].id


def gives(circle: Circle, round_id: str, **facts: Any) -> None:
    """Cast a ballot with an id nobody could guess."""
    dots = facts.pop("dots", {"p1": 1})
    circle.does(cast_ballot(circle.meeting, round_id, dots, ballot_id=fresh_id(), **facts))


ballots = st.lists(
    st.fixed_dictionaries(
        {
            "dots": st.dictionaries(st.sampled_from(PRIORITIES), st.integers(0, 1), max_size=3),
            "standing": st.sampled_from(StakeholderGroup),
            "by_proxy": st.booleans(),
            "not_lost": st.lists(st.sampled_from(PRIORITIES), max_size=1),
        }
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=60)
@given(ballots, st.randoms(use_true_random=False))
def test_what_is_counted_is_what_was_cast_whatever_the_order(
    cast_now: list[dict[str, Any]], chance: Any
) -> None:
    tallies = []
    for _ in range(2):
        circle = with_priorities()
        round_id = opened(circle)
        for one in cast_now:
            gives(circle, round_id, **one)
        circle.does(close_vote(circle.meeting, round_id))
        tallies.append(tally(circle.vision, round_id))
        chance.shuffle(cast_now)
    one, other = tallies
    by_priority = {result.priority: result for result in one.results}
    assert by_priority == {result.priority: result for result in other.results}
    assert one.voters == other.voters == dict(Counter(b["standing"] for b in cast_now))
    assert one.proxies == sum(b["by_proxy"] for b in cast_now)
    for priority, result in by_priority.items():
        assert result.total == sum(b["dots"].get(priority, 0) for b in cast_now)
        assert result.not_lost == sum(priority in b["not_lost"] for b in cast_now)
        assert sum(result.spread.values()) == len(cast_now)
        assert sum(result.by_stakeholder_group.values()) == result.total


def test_until_it_closes_a_ballot_is_in_no_file_of_the_history(tmp_path: Path) -> None:
    circle = with_priorities()
    circle = a_circle(str(tmp_path), priorities=list(circle.vision.priorities.values()))
    round_id = opened(circle)
    before = circle.meeting.store.revision(circle.vision.id)
    for _ in range(4):
        gives(circle, round_id, dots={"p2": 3}, standing=StakeholderGroup.FAMILY)
    assert circle.meeting.store.revision(circle.vision.id) == before
    (box,) = (tmp_path / ".vision").glob("*.waiting")
    for path in tmp_path.rglob("*"):
        if path.is_file() and path != box:
            assert b"family" not in path.read_bytes(), path
    circle.does(close_vote(circle.meeting, round_id))
    assert not box.exists()
    assert len(circle.vision.ballots) == 4


def test_all_ballots_of_a_round_are_written_down_in_one_step(tmp_path: Path) -> None:
    circle = with_priorities()
    circle = a_circle(str(tmp_path), priorities=list(circle.vision.priorities.values()))
    round_id = opened(circle)
    for number in range(6):
        at = NOON + timedelta(minutes=number)
        circle.meeting = replace(circle.meeting, now=lambda at=at: at)
        gives(circle, round_id, dots={"p1": 1})
    circle.does(close_vote(circle.meeting, round_id))
    touching = [
        step
        for step in circle.meeting.store.history(circle.vision.id)
        if any(collection == "ballots" for collection, _ in step.changes)
    ]
    assert len(touching) == 1
    written = [record for collection, record in touching[0].changes if collection == "ballots"]
    assert len(written) == 6
    assert written == sorted(written)


@settings(deadline=None, max_examples=25)
@given(st.permutations(range(5)))
def test_secret_ballots_cannot_be_told_apart_by_their_order(order: list[int]) -> None:
    circle = with_priorities()
    round_id = opened(circle)
    ids = ["e", "a", "d", "c", "b"]
    for number in order:
        circle.does(cast_ballot(circle.meeting, round_id, {"p1": 1}, ballot_id=ids[number]))
    data = circle.meeting.store.get_sidecar(circle.vision.id)
    assert list(json.loads(data or b"{}")) == sorted(ids)
    facts = set().union(*json.loads(data or b"{}").values())
    assert facts == {"id", "round", "standing", "by_proxy", "people", "given", "not_lost"}
    circle.does(close_vote(circle.meeting, round_id))
    assert list(circle.vision.ballots) == sorted(ids)


def test_pressed_twice_one_ballot_goes_in() -> None:
    circle = with_priorities()
    round_id = opened(circle)
    for _ in range(2):
        circle.does(cast_ballot(circle.meeting, round_id, {"p1": 2}, ballot_id="b7"))
    circle.does(close_vote(circle.meeting, round_id))
    assert tally(circle.vision, round_id).results[0].total == 2


@pytest.mark.parametrize(
    ("dots", "not_lost", "refused"),
    [
        ({"p1": 2, "p2": 2}, (), TooManyDots),
        ({"p9": 1}, (), NotInThisVote),
        ({"p1": 1}, ("p9",), NotInThisVote),
        ({"p1": 1}, ("p1", "p2"), TooManyNotLost),
    ],
)
def test_a_ballot_that_does_not_fit_is_refused_in_plain_words(
    dots: dict[str, int], not_lost: tuple[str, ...], refused: type[Exception]
) -> None:
    circle = with_priorities()
    round_id = opened(circle, dots=3)
    with pytest.raises(refused) as told:
        cast_ballot(circle.meeting, round_id, dots, not_lost=not_lost)
    assert str(told.value).endswith(".")
    assert "{" not in str(told.value)
    assert waiting(circle.meeting, round_id) == []


def test_a_closed_round_takes_no_more() -> None:
    circle = with_priorities()
    round_id = opened(circle)
    late = circle.meeting
    gives(circle, round_id)
    circle.does(close_vote(circle.meeting, round_id))
    with pytest.raises(VoteClosed):
        cast_ballot(late, round_id, {"p1": 1})
    with pytest.raises(UnknownRecord):
        cast_ballot(late, "never", {"p1": 1})
    assert len(circle.vision.ballots) == 1


def test_dots_are_not_given_in_a_show_of_hands() -> None:
    circle = with_priorities()
    round_id = opened(circle, Method.HANDS)
    with pytest.raises(WrongVoteMethod):
        cast_ballot(circle.meeting, round_id, {"p1": 1})


def test_one_vote_at_a_time_and_about_something() -> None:
    with pytest.raises(NothingToVoteOn):
        open_vote(a_circle().meeting, Method.DOTS)
    circle = with_priorities()
    with pytest.raises(NotInThisVote):
        open_vote(circle.meeting, Method.DOTS, ("p1", "p9"))
    opened(circle)
    with pytest.raises(VoteStillOpen):
        open_vote(circle.meeting, Method.FISTS)


def test_a_second_round_stands_beside_the_first() -> None:
    circle = with_priorities()
    first = opened(circle, options=("p1", "p2"), question="What first?", dots=2)
    gives(circle, first, dots={"p1": 2})
    circle.does(close_vote(circle.meeting, first))
    circle.does(delete(circle.meeting, "priorities", "p2"))
    circle.does(make_priority(circle.meeting, "New"))
    second = circle.does(vote_again(circle.meeting, first)).changes[0].id
    gives(circle, second, dots={"p1": 1})
    circle.does(close_vote(circle.meeting, second))
    held = circle.vision.votes[second]
    assert (held.question, held.dots, held.options) == ("What first?", 2, ("p1",))
    assert held.order > circle.vision.votes[first].order
    assert [tally(circle.vision, one).results[0].total for one in (first, second)] == [2, 1]


def test_a_vote_is_cleared_as_a_whole_and_begins_anew() -> None:
    circle = with_priorities()
    kept = opened(circle)
    gives(circle, kept)
    circle.does(close_vote(circle.meeting, kept))
    round_id = opened(circle)
    gives(circle, round_id)
    with pytest.raises(VotesAreIn):
        delete_vote(circle.meeting, round_id)
    circle.does(clear_vote(circle.meeting, round_id))
    assert waiting(circle.meeting, round_id) == []
    with pytest.raises(VoteStillOpen):
        clear_vote(circle.meeting, kept)
    circle.does(delete_vote(circle.meeting, round_id))
    circle.does(clear_vote(circle.meeting, kept))
    assert circle.vision.ballots == {}
    assert open_round(circle.vision) is not None


def test_two_screens_share_one_box() -> None:
    circle = with_priorities()
    round_id = opened(circle)
    other = replace(circle.meeting, by="another window")
    cast_ballot(other, round_id, {"p1": 1}, ballot_id="x1")
    cast_ballot(circle.meeting, round_id, {"p1": 1}, ballot_id="x2")
    circle.does(close_vote(other, round_id))
    assert tally(circle.vision, round_id).results[0].total == 2


def test_what_a_crash_left_in_the_box_adds_nothing_when_closed_again() -> None:
    circle = with_priorities()
    round_id = opened(circle)
    gives(circle, round_id)
    left = circle.meeting.store.get_sidecar(circle.vision.id)
    circle.does(close_vote(circle.meeting, round_id))
    circle.meeting.store.update_sidecar(circle.vision.id, lambda _: left)
    circle.does(close_vote(circle.meeting, round_id))
    assert len(circle.vision.ballots) == 1
    assert circle.meeting.store.get_sidecar(circle.vision.id) is None
