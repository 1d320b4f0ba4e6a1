"""Open voting: counts of raised hands and fingers by stakeholder group.

The id of a count is derived from what it counts, so counting again replaces the first count, and
two windows that count the same never add up.
"""

from collections.abc import Mapping

from path_planner.domain.base import put, remove
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import FULL_HAND, Ballot, Method, VoteRound
from path_planner.errors import MoreHandsThanPeople, NotInThisVote, VoteClosed, WrongVoteMethod
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import get, joined_id

_NOT_LOST = "kept"


def people_present(vision: Vision, round_id: str, group: StakeholderGroup) -> int:
    """Return how many people of a stakeholder group are present in this show of hands."""
    vote = get(vision, "votes", round_id)
    return max(
        (sum(counted(vision, round_id, group, option).values()) for option in vote.options),
        default=0,
    )


def counted(
    vision: Vision, round_id: str, group: StakeholderGroup, priority: str
) -> dict[int, int]:
    """Return how many people of a stakeholder group gave 0, 1, 2 … to a priority."""
    ballots = {
        given: vision.ballots.get(joined_id(round_id, group, priority, given))
        for given in range(FULL_HAND + 1)
    }
    return {given: ballot.people for given, ballot in ballots.items() if ballot is not None}


def not_lost_by(vision: Vision, round_id: str, group: StakeholderGroup, priority: str) -> int:
    """Return how many people of a stakeholder group marked a priority as not to be lost."""
    ballot = vision.ballots.get(joined_id(round_id, group, priority, _NOT_LOST))
    return ballot.people if ballot is not None else 0


def set_people_present(
    context: VisionContext, round_id: str, group: StakeholderGroup, people: int
) -> VisionResult:
    """Set how many people of a stakeholder group are present; raise MoreHandsThanPeople."""
    vision = context.document
    vote = _open(vision, round_id, Method.HANDS)
    hands = {option: _raised(vision, round_id, group, option) for option in vote.options}
    if max(hands.values(), default=0) > people:
        raise MoreHandsThanPeople(people=people)
    for priority, raised in hands.items():
        vision = _with(vision, vote, group, priority, {0: people - raised, 1: raised})
    return context.keep(vision)


def count_hands(
    context: VisionContext, round_id: str, group: StakeholderGroup, priority: str, raised: int
) -> VisionResult:
    """Set the raised hands of a stakeholder group for a priority; raise MoreHandsThanPeople."""
    vote = _open(context.document, round_id, Method.HANDS, priority)
    present = people_present(context.document, round_id, group)
    if raised > present:
        raise MoreHandsThanPeople(people=present)
    given = {0: present - raised, 1: raised}
    return context.keep(_with(context.document, vote, group, priority, given))


def count_fingers(
    context: VisionContext,
    round_id: str,
    group: StakeholderGroup,
    priority: str,
    fingers: Mapping[int, int],
) -> VisionResult:
    """Set how many people of a stakeholder group showed 0 to 5 fingers; other counts stay."""
    vote = _open(context.document, round_id, Method.FISTS, priority)
    return context.keep(_with(context.document, vote, group, priority, fingers))


def count_not_lost(
    context: VisionContext, round_id: str, group: StakeholderGroup, priority: str, people: int
) -> VisionResult:
    """Set how many people of a stakeholder group mark a priority as not to be lost."""
    vote = _open(context.document, round_id, None, priority)
    ballot_id = joined_id(round_id, group, priority, _NOT_LOST)
    if not people:
        return context.keep(remove(context.document, "ballots", ballot_id))
    ballot = Ballot(
        id=ballot_id, round=vote.id, standing=group, people=people, not_lost=(priority,)
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


def _raised(vision: Vision, round_id: str, group: StakeholderGroup, priority: str) -> int:
    return counted(vision, round_id, group, priority).get(1, 0)


def _with(
    vision: Vision,
    vote: VoteRound,
    group: StakeholderGroup,
    priority: str,
    given: Mapping[int, int],
) -> Vision:
    for number, people in given.items():
        ballot_id = joined_id(vote.id, group, priority, number)
        if people:
            ballot = Ballot(
                id=ballot_id,
                round=vote.id,
                standing=group,
                people=people,
                given={priority: number},
            )
            vision = put(vision, "ballots", ballot)
        else:
            vision = remove(vision, "ballots", ballot_id)
    return vision
