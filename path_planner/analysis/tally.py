"""Vote counting: totals together with stakeholder groups and the spread of what people gave."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Ballot, Method, VoteRound
from path_planner.i18n import N_

GROUPS_NOT_SHOWN = N_(
    "We do not show how each group voted: the groups were not recorded, "
    "or someone who was the only one in a group could be recognised."
)


class Result(NamedTuple):
    """The result of one priority in a round."""

    priority: str
    total: int
    people: int
    """How many people gave it more than 0."""
    by_stakeholder_group: Mapping[StakeholderGroup, int]
    """The total by stakeholder group."""
    answered_by: Mapping[StakeholderGroup, int]
    """How many of each stakeholder group gave anything to it, including 0."""
    spread: Mapping[int, int]
    """The number of people by what they gave (0, 1, 2 …); a show of hands counts only the 1s."""
    not_lost: int
    """How many people marked it as not to be lost."""

    @property
    def answered(self) -> int:
        """The number of people who gave anything to it, including 0."""
        return sum(self.spread.values())

    @property
    def average(self) -> Fraction | None:
        """What each of those who answered gave, on average; None if nobody did."""
        return Fraction(self.total, self.answered) if self.answered else None

    def average_of(self, group: StakeholderGroup) -> Fraction | None:
        """Return what each of a stakeholder group gave, on average; None if nobody answered."""
        answered = self.answered_by.get(group, 0)
        return Fraction(self.by_stakeholder_group.get(group, 0), answered) if answered else None

    def weight(self, method: Method) -> Fraction:
        """Return what a priority is ranked by: a fist of five by its average, others by the total.

        More people can answer for one priority than for another, so their fingers do not add up.
        """
        if method is not Method.FISTS:
            return Fraction(self.total)
        return Fraction(-1) if self.average is None else self.average


class Tally(NamedTuple):
    """The tally of a round: its results, the largest total or average first, and its voters."""

    round: str
    results: tuple[Result, ...]
    voters: Mapping[StakeholderGroup, int]
    proxies: int

    @property
    def people(self) -> int:
        """The number of voters; in open voting, the most for one priority in each group."""
        return sum(self.voters.values())


def latest_round(vision: Vision) -> VoteRound | None:
    """Return the last closed round: the one whose results count."""
    closed = [vote_round for vote_round in sorted_records(vision.votes) if not vote_round.open]
    return closed[-1] if closed else None


def ballots_of(vision: Vision, round_id: str) -> list[Ballot]:
    """Return the ballots of a round by id, an order that discloses nothing."""
    return sorted(
        (ballot for ballot in vision.ballots.values() if ballot.round == round_id),
        key=lambda ballot: ballot.id,
    )


def tally(vision: Vision, round_id: str) -> Tally:
    """Return the tally of a round."""
    vote_round, ballots = vision.votes[round_id], ballots_of(vision, round_id)
    options = [
        option for option in dict.fromkeys(vote_round.options) if option in vision.priorities
    ]
    results = [_result(option, ballots, vote_round.method) for option in options]
    ranked = sorted(results, key=lambda result: -result.weight(vote_round.method))
    proxies = sum(ballot.people for ballot in ballots if ballot.by_proxy)
    return Tally(round_id, tuple(ranked), _voters(ballots, vote_round.method), proxies)


def _result(priority: str, ballots: Iterable[Ballot], method: Method) -> Result:
    total = people = not_lost = 0
    by_group: dict[StakeholderGroup, int] = {}
    answered_by = dict.fromkeys(StakeholderGroup, 0)
    spread: dict[int, int] = {}
    for ballot in ballots:
        not_lost += ballot.people * (priority in ballot.not_lost)
        if priority not in ballot.given and method is not Method.DOTS:
            continue
        given = ballot.given.get(priority, 0)
        spread[given] = spread.get(given, 0) + ballot.people
        answered_by[ballot.standing] += ballot.people
        total += given * ballot.people
        people += ballot.people * (given > 0)
        if given:
            before = by_group.get(ballot.standing, 0)
            by_group[ballot.standing] = before + given * ballot.people
    in_order = {group: by_group[group] for group in StakeholderGroup if group in by_group}
    answered_by = {group: count for group, count in answered_by.items() if count}
    in_steps = dict(sorted(spread.items()))
    return Result(priority, total, people, in_order, answered_by, in_steps, not_lost)


def _voters(ballots: Iterable[Ballot], method: Method) -> dict[StakeholderGroup, int]:
    """Count people, not ballots: in open voting each person is counted anew for each priority."""
    if method is Method.DOTS:
        voters = dict.fromkeys(StakeholderGroup, 0)
        for ballot in ballots:
            voters[ballot.standing] += ballot.people
    else:
        counts: dict[tuple[StakeholderGroup, str], int] = {}
        for ballot in ballots:
            for priority in ballot.given:
                key = (ballot.standing, priority)
                counts[key] = counts.get(key, 0) + ballot.people
        voters = {
            group: max(
                (number for (voter_group, _), number in counts.items() if voter_group is group),
                default=0,
            )
            for group in StakeholderGroup
        }
    return {group: count for group, count in voters.items() if count}
