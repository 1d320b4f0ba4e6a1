"""Votes are counted right: the sum, who gave it, how far people were apart."""

from itertools import pairwise

from hypothesis import given, settings

from path_planner.analysis.tally import latest_round, tally
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Ballot, Method, Priority, VoteRound
from tests.analysis.visions import a_vision, small, visions


@settings(deadline=None)
@given(visions())
def test_every_sum_is_what_the_ballots_hold(vision: Vision) -> None:
    for held in vision.votes:
        ballots = [one for one in vision.ballots.values() if one.round == held]
        for result in tally(vision, held).results:
            given_ = [one.given.get(result.priority, 0) * one.people for one in ballots]
            kept = [one.people for one in ballots if result.priority in one.not_lost]
            assert result.total == sum(given_)
            assert result.not_lost == sum(kept)


@settings(deadline=None)
@given(visions())
def test_the_sum_its_sides_and_its_spread_agree(vision: Vision) -> None:
    for held in vision.votes.values():
        counted = tally(vision, held.id)
        for result in counted.results:
            assert sum(result.by_stakeholder_group.values()) == result.total
            assert sum(many * people for many, people in result.spread.items()) == result.total
            assert sum(people for many, people in result.spread.items() if many) == result.people
            assert result.people <= counted.people
            if held.method is Method.DOTS:
                assert sum(result.spread.values()) == counted.people
            assert [*result.spread] == sorted(result.spread)


@settings(deadline=None)
@given(visions())
def test_each_priority_asked_about_has_one_place_and_the_most_comes_first(vision: Vision) -> None:
    for held in vision.votes.values():
        results = tally(vision, held.id).results
        found = [one.priority for one in results]
        assert sorted(found) == sorted({*held.options} & vision.priorities.keys())
        for one, other in pairwise(results):
            assert one.weight(held.method) >= other.weight(held.method)


@settings(deadline=None)
@given(visions())
def test_everybody_who_voted_with_dots_is_counted_once(vision: Vision) -> None:
    for held in vision.votes.values():
        ballots = [one for one in vision.ballots.values() if one.round == held.id]
        counted = tally(vision, held.id)
        assert counted.proxies == sum(one.people for one in ballots if one.by_proxy)
        if held.method is Method.DOTS:
            assert counted.people == sum(one.people for one in ballots)
            assert 0 not in counted.voters.values()


@settings(deadline=None)
@given(visions())
def test_the_round_that_counts_is_the_last_closed_one(vision: Vision) -> None:
    closed = [one for one in vision.votes.values() if not one.open]
    last = latest_round(vision)
    assert (last is None) == (not closed)
    if last:
        assert all((one.order, one.id) <= (last.order, last.id) for one in closed)


def test_hands_are_counted_anew_for_each_priority() -> None:
    vision = a_vision(
        priorities=[Priority(id="p1", title="A"), Priority(id="p2", title="B")],
        votes=[VoteRound(id="r1", method=Method.HANDS, options=("p1", "p2"))],
        ballots=[
            Ballot(id="b1", round="r1", standing=StakeholderGroup.LIVED, people=6, given={"p1": 1}),
            Ballot(id="b2", round="r1", standing=StakeholderGroup.LIVED, people=4, given={"p2": 1}),
            Ballot(
                id="b3", round="r1", standing=StakeholderGroup.FAMILY, people=2, given={"p2": 1}
            ),
        ],
    )
    counted = tally(vision, "r1")
    assert [(one.priority, one.total) for one in counted.results] == [("p1", 6), ("p2", 6)]
    assert counted.voters == {StakeholderGroup.LIVED: 6, StakeholderGroup.FAMILY: 2}
    assert counted.results[1].by_stakeholder_group == {
        StakeholderGroup.LIVED: 4,
        StakeholderGroup.FAMILY: 2,
    }


def test_who_gives_nothing_to_something_counts_in_its_spread() -> None:
    results = {one.priority: one for one in tally(small(), "r1").results}
    assert results["p1"].spread == {0: 1, 2: 1}
    assert results["p2"].spread == {1: 1, 3: 1}
    assert results["p1"].not_lost == 1
    assert tally(small(), "r1").results[0].priority == "p2"
