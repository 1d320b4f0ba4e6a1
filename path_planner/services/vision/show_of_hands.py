"""Counting in the open: raised hands and fingers, by from where people speak.

A count has an id made of what it counts: counted again, it takes the place of the first count,
and two windows that count the same never add up.
"""

from collections.abc import Mapping

from path_planner.domain.base import put, remove
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import FULL_HAND, Ballot, Method, VoteRound
from path_planner.errors import MoreHandsThanPeople, NotInThisVote, VoteClosed, WrongVoteMethod
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import get, joined_id

_KEPT = "kept"


def people_present(vision: Vision, round_id: str, standing: StakeholderGroup) -> int:
    """Return how many of a standing are here, as they were counted for this show of hands."""
    vote = get(vision, "votes", round_id)
    return max(
        (sum(counted(vision, round_id, standing, option).values()) for option in vote.options),
        default=0,
    )


def counted(
    vision: Vision, round_id: str, standing: StakeholderGroup, priority: str
) -> dict[int, int]:
    """Return how many people of a standing gave 0, 1, 2 … to a priority."""
    found_here = {
        given: vision.ballots.get(joined_id(round_id, standing, priority, given))
        for given in range(FULL_HAND + 1)
    }
    return {given: one.people for given, one in found_here.items() if one is not None}


def not_lost_by(vision: Vision, round_id: str, standing: StakeholderGroup, priority: str) -> int:
    """Return how many of a standing said that this must not be lost."""
    ballot = vision.ballots.get(joined_id(round_id, standing, priority, _KEPT))
    return ballot.people if ballot is not None else 0


def set_people_present(
    context: VisionContext, round_id: str, standing: StakeholderGroup, people: int
) -> VisionResult:
    """Say how many of a standing are here: who raises no hand counts as well."""
    vision = context.document
    vote = _open(vision, round_id, Method.HANDS)
    hands = {option: _raised(vision, round_id, standing, option) for option in vote.options}
    if max(hands.values(), default=0) > people:
        raise MoreHandsThanPeople(people=people)
    for priority, raised in hands.items():
        vision = _with(vision, vote, standing, priority, {0: people - raised, 1: raised})
    return context.keep(vision)


def count_hands(
    context: VisionContext, round_id: str, standing: StakeholderGroup, priority: str, raised: int
) -> VisionResult:
    """Count raised hands for one priority, once it is known how many of the standing are here."""
    vote = _open(context.document, round_id, Method.HANDS, priority)
    here = people_present(context.document, round_id, standing)
    if raised > here:
        raise MoreHandsThanPeople(people=here)
    given = {0: here - raised, 1: raised}
    return context.keep(_with(context.document, vote, standing, priority, given))


def count_fingers(
    context: VisionContext,
    round_id: str,
    standing: StakeholderGroup,
    priority: str,
    fingers: Mapping[int, int],
) -> VisionResult:
    """Count how many of a standing showed 0 to 5 fingers; what is not named stays as it is."""
    vote = _open(context.document, round_id, Method.FISTS, priority)
    return context.keep(_with(context.document, vote, standing, priority, fingers))


def count_not_lost(
    context: VisionContext, round_id: str, standing: StakeholderGroup, priority: str, people: int
) -> VisionResult:
    """Count how many of a standing say that this must not be lost."""
    vote = _open(context.document, round_id, None, priority)
    ballot_id = joined_id(round_id, standing, priority, _KEPT)
    if not people:
        return context.keep(remove(context.document, "ballots", ballot_id))
    ballot = Ballot(
        id=ballot_id, round=vote.id, standing=standing, people=people, not_lost=(priority,)
    )
    return context.keep(put(context.document, "ballots", ballot))


def _open(
    vision: Vision, round_id: str, method: Method | None, priority: str | None = None
) -> VoteRound:
    vote: VoteRound = get(vision, "votes", round_id)
    if not vote.open:
        raise VoteClosed
    if vote.method is Method.DOTS or method not in {None, vote.method}:
        raise WrongVoteMethod
    if priority is not None and priority not in vote.options:
        raise NotInThisVote
    return vote


def _raised(vision: Vision, round_id: str, standing: StakeholderGroup, priority: str) -> int:
    return counted(vision, round_id, standing, priority).get(1, 0)


def _with(
    vision: Vision,
    vote: VoteRound,
    standing: StakeholderGroup,
    priority: str,
    given: Mapping[int, int],
) -> Vision:
    for number, people in given.items():
        ballot_id = joined_id(vote.id, standing, priority, number)
        if people:
            ballot = Ballot(
                id=ballot_id,
                round=vote.id,
                standing=standing,
                people=people,
                given={priority: number},
            )
            vision = put(vision, "ballots", ballot)
        else:
            vision = remove(vision, "ballots", ballot_id)
    return vision
