"""Counting votes: the sum is never shown without who gave it and how far people were apart."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Ballot, Method, VoteRound


class Result(NamedTuple):
    """What one priority got in a round."""

    priority: str
    total: int
    people: int
    """How many gave it anything above none."""
    by_stakeholder_group: Mapping[StakeholderGroup, int]
    """The sum that people of each standing gave."""
    spread: Mapping[int, int]
    """How many people gave 0, 1, 2 …; of a show of hands only who raised one is known."""
    not_lost: int
    """How many said: this must not be lost."""


class Tally(NamedTuple):
    """A round counted: its results, most first, and who voted."""

    round: str
    results: tuple[Result, ...]
    voters: Mapping[StakeholderGroup, int]
    proxies: int

    @property
    def people(self) -> int:
        """Return how many people voted; in a show of hands, the most hands for one thing."""
        return sum(self.voters.values())


def latest_round(vision: Vision) -> VoteRound | None:
    """Return the round that counts: the last one that is closed."""
    closed = [vote_round for vote_round in sorted_records(vision.votes) if not vote_round.open]
    return closed[-1] if closed else None


def ballots_of(vision: Vision, round_id: str) -> list[Ballot]:
    """Return the ballots of a round, in an order that tells nothing."""
    return sorted(
        (ballot for ballot in vision.ballots.values() if ballot.round == round_id),
        key=lambda ballot: ballot.id,
    )


def tally(vision: Vision, round_id: str) -> Tally:
    """Count a round."""
    held, ballots = vision.votes[round_id], ballots_of(vision, round_id)
    options = [option for option in dict.fromkeys(held.options) if option in vision.priorities]
    results = [_result(option, ballots, held.method) for option in options]
    ranked = sorted(results, key=lambda result: (-result.total, options.index(result.priority)))
    proxies = sum(ballot.people for ballot in ballots if ballot.by_proxy)
    return Tally(round_id, tuple(ranked), _voters(ballots, held.method), proxies)


def _result(priority: str, ballots: Iterable[Ballot], method: Method) -> Result:
    total = people = not_lost = 0
    by_standing: dict[StakeholderGroup, int] = {}
    spread: dict[int, int] = {}
    for ballot in ballots:
        not_lost += ballot.people * (priority in ballot.not_lost)
        if priority not in ballot.given and method is not Method.DOTS:
            continue
        given = ballot.given.get(priority, 0)
        spread[given] = spread.get(given, 0) + ballot.people
        total += given * ballot.people
        people += ballot.people * (given > 0)
        if given:
            now = by_standing.get(ballot.standing, 0)
            by_standing[ballot.standing] = now + given * ballot.people
    sides = {group: by_standing[group] for group in StakeholderGroup if group in by_standing}
    return Result(priority, total, people, sides, dict(sorted(spread.items())), not_lost)


def _voters(ballots: Iterable[Ballot], method: Method) -> dict[StakeholderGroup, int]:
    """Count people, not ballots: hands and fingers are counted anew for each priority."""
    if method is Method.DOTS:
        voters = dict.fromkeys(StakeholderGroup, 0)
        for ballot in ballots:
            voters[ballot.standing] += ballot.people
    else:
        asked: dict[tuple[StakeholderGroup, str], int] = {}
        for ballot in ballots:
            for priority in ballot.given:
                key = (ballot.standing, priority)
                asked[key] = asked.get(key, 0) + ballot.people
        voters = {
            standing: max((n for (who, _), n in asked.items() if who is standing), default=0)
            for standing in StakeholderGroup
        }
    return {standing: count for standing, count in voters.items() if count}
