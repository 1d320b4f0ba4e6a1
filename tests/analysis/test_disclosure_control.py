"""A secret vote stays secret on paper: nobody who voted alone can be told from the others."""

from datetime import UTC, datetime

from path_planner.analysis.publishable import publishable
from path_planner.analysis.tally import tally
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Ballot, Method, Priority, VoteRound

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
LIVED, FAMILY = StakeholderGroup.LIVED, StakeholderGroup.FAMILY


def voted(*who: tuple[StakeholderGroup, int, bool], method: Method = Method.DOTS) -> Vision:
    """Return a vision in which these people gave one priority so much."""
    ballots = [
        Ballot(id=f"b{n}", round="r1", standing=standing, given={"p1": given}, by_proxy=proxy)
        for n, (standing, given, proxy) in enumerate(who)
    ]
    return Vision(
        id="secret1",
        begun=NOW,
        updated=NOW,
        priorities={"p1": Priority(id="p1", title="A bus")},
        votes={"r1": VoteRound(id="r1", method=method, options=("p1",), open=False)},
        ballots={one.id: one for one in ballots},
    )


def test_one_person_of_a_standing_takes_the_split_out_for_all() -> None:
    vision = voted((LIVED, 3, False), (LIVED, 1, False), (FAMILY, 2, False))
    told = tally(publishable(vision), "r1")
    assert told.voters == {StakeholderGroup.UNKNOWN: 3}
    assert told.results[0].by_stakeholder_group == {StakeholderGroup.UNKNOWN: 6}
    assert told.results[0].spread == tally(vision, "r1").results[0].spread


def test_two_people_of_each_standing_keep_the_split() -> None:
    vision = voted((LIVED, 3, False), (LIVED, 1, False), (FAMILY, 2, False), (FAMILY, 0, False))
    assert tally(publishable(vision), "r1") == tally(vision, "r1")


def test_one_proxy_is_not_told_and_two_are() -> None:
    one = voted((LIVED, 3, True), (LIVED, 1, False))
    two = voted((LIVED, 3, True), (LIVED, 1, True))
    assert tally(publishable(one), "r1").proxies == 0
    assert tally(publishable(two), "r1").proxies == 2


def test_an_open_vote_is_told_as_it_was_and_twice_is_the_same_as_once() -> None:
    hands = voted((LIVED, 1, False), (FAMILY, 1, False), method=Method.HANDS)
    assert tally(publishable(hands), "r1") == tally(hands, "r1")
    once = publishable(voted((LIVED, 3, True), (FAMILY, 1, False)))
    assert publishable(once) == once
