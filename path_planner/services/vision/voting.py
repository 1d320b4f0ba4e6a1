"""Voting: secret ballots, and open votes by raised hands and fingers.

The journal has the time of each operation. A secret ballot in it would disclose who gave what to
anybody who knows in which order people came to the screen. So pending ballots are in the sidecar
beside the vision: one small file without times and history, sorted by random ids; closing the round
saves all of them at once. What remains visible is how many voted, in which stakeholder groups, and
to somebody who can watch the disk during the vote, each change of that file.

The id of an open count is derived from what it counts, by stakeholder group, so counting again
replaces the first count, and two windows that count the same never add up.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from path_planner.domain.base import next_order, put, remove, sorted_records, with_fields
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import FULL_HAND, Ballot, Method, VoteRound
from path_planner.errors import (
    FileDamaged,
    MoreHandsThanPeople,
    NothingToVoteOn,
    NotInThisVote,
    TooManyDots,
    TooManyNotLost,
    VoteClosed,
    VotesAreIn,
    VoteStillOpen,
    WrongVoteMethod,
)
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import delete, get, joined_id, upsert
from path_planner.storage import notices

_BALLOTS = TypeAdapter(dict[str, Ballot])

Change = Callable[[dict[str, Ballot]], dict[str, Ballot]]
"""Takes the pending ballots and returns the new pending ballots."""

_NOT_LOST = "kept"


def pending_ballots(store: Any, vision_id: str, round_id: str) -> dict[str, Ballot]:
    """Return the pending ballots of a round, by id."""
    pending = _read(store.get_sidecar(vision_id)).values()
    return {ballot.id: ballot for ballot in pending if ballot.round == round_id}


def update_pending(store: Any, vision_id: str, change: Change) -> None:
    """Replace the pending ballots by `change` of them, under the lock of the vision."""
    store.update_sidecar(vision_id, lambda data: _written(change(_read(data))))


def _read(data: bytes | None) -> dict[str, Ballot]:
    try:
        return _BALLOTS.validate_json(data) if data else {}
    except ValidationError:
        raise FileDamaged(why=notices.CUT_OR_GARBLED) from None


def _written(ballots: dict[str, Ballot]) -> bytes | None:
    # Sorted by random ids: the order in the file discloses nothing about the order of voters.
    return _BALLOTS.dump_json(dict(sorted(ballots.items()))) if ballots else None


MOST_KEPT = 1
"""The most priorities that one person can mark as not to be lost."""


def open_vote(
    context: VisionContext, method: Method, options: Iterable[str] = (), **facts: Any
) -> VisionResult:
    """Open a vote round about priorities, by default all; only one round is open at a time.

    Raises VoteStillOpen, NothingToVoteOn or NotInThisVote.
    """
    vision = context.document
    if open_round(vision) is not None:
        raise VoteStillOpen
    asked = tuple(dict.fromkeys(options)) or tuple(
        priority.id for priority in sorted_records(vision.priorities)
    )
    if not asked:
        raise NothingToVoteOn
    if not vision.priorities.keys() >= set(asked):
        raise NotInThisVote
    facts.setdefault("held_on", context.now().astimezone().date())
    vote = VoteRound(
        id=context.fresh_id(),
        method=method,
        options=asked,
        order=next_order(vision.votes),
        **facts,
    )
    return upsert(context, "votes", vote)


def vote_again(context: VisionContext, round_id: str) -> VisionResult:
    """Open another round with the same question and options; the first round is kept."""
    before = get(context.document, "votes", round_id)
    known = [option for option in before.options if option in context.document.priorities]
    return open_vote(context, before.method, known, question=before.question, dots=before.dots)


def open_round(vision: Vision) -> VoteRound | None:
    """Return the open round, or None."""
    return next(
        (vote_round for vote_round in sorted_records(vision.votes) if vote_round.open), None
    )


def cast_ballot(
    context: VisionContext,
    round_id: str,
    given: Mapping[str, int],
    *,
    standing: StakeholderGroup = StakeholderGroup.UNKNOWN,
    by_proxy: bool = False,
    not_lost: Iterable[str] = (),
    ballot_id: str = "",
) -> VisionResult:
    """Add one person's secret ballot to the pending ones; it is idempotent by `ballot_id`."""
    ballot = Ballot(
        id=ballot_id or context.fresh_id(),
        round=round_id,
        standing=standing,
        by_proxy=by_proxy,
        given={priority: dots for priority, dots in given.items() if dots},
        not_lost=tuple(dict.fromkeys(not_lost)),
    )

    def dropped(pending: dict[str, Ballot]) -> dict[str, Ballot]:
        # Checked under the lock: the round may be closed in another window right now.
        newest = context.store.open(context.document.id).document
        _check_ballot(get(newest, "votes", round_id), ballot)
        return {**pending, ballot.id: ballot}

    update_pending(context.store, context.document.id, dropped)
    return VisionResult(context.document)


def waiting(context: VisionContext, round_id: str) -> list[Ballot]:
    """Return the pending ballots by random id; their dots must never be shown."""
    return list(pending_ballots(context.store, context.document.id, round_id).values())


def close_vote(context: VisionContext, round_id: str) -> VisionResult:
    """Close a round and save all its pending ballots at once."""
    saved: list[VisionResult] = []

    def emptied(pending: dict[str, Ballot]) -> dict[str, Ballot]:
        newest = context.store.open(context.document.id).document
        after = put(newest, "votes", with_fields(get(newest, "votes", round_id), open=False))
        of_round = {ballot.id: ballot for ballot in pending.values() if ballot.round == round_id}
        # After a crash here the pending ballots are still in the sidecar: saving is idempotent.
        after = after.model_copy(update={"ballots": {**after.ballots, **of_round}})
        saved.append(replace(context, document=newest).keep(after))
        return {ballot.id: ballot for ballot in pending.values() if ballot.round != round_id}

    update_pending(context.store, context.document.id, emptied)
    return saved[0]


def clear_vote(context: VisionContext, round_id: str) -> VisionResult:
    """Delete all ballots of a round and open it again; a single ballot cannot be deleted."""
    vote = get(context.document, "votes", round_id)
    other = open_round(context.document)
    if other is not None and other.id != round_id:
        raise VoteStillOpen
    update_pending(
        context.store,
        context.document.id,
        lambda box: {ballot.id: ballot for ballot in box.values() if ballot.round != round_id},
    )
    after = put(context.document, "votes", with_fields(vote, open=True))
    for ballot in context.document.ballots.values():
        if ballot.round == round_id:
            after = remove(after, "ballots", ballot.id)
    return context.keep(after)


def delete_vote(context: VisionContext, round_id: str) -> VisionResult:
    """Delete a round without ballots; raise VotesAreIn."""
    counted = any(ballot.round == round_id for ballot in context.document.ballots.values())
    if counted or waiting(context, round_id):
        raise VotesAreIn
    return delete(context, "votes", round_id)


def _check_ballot(vote: VoteRound, ballot: Ballot) -> None:
    """Raise a PlannerError if a ballot is not valid in this round."""
    if not vote.open:
        raise VoteClosed
    if vote.method is not Method.DOTS:
        raise WrongVoteMethod
    if not set(vote.options) >= {*ballot.given, *ballot.not_lost}:
        raise NotInThisVote
    if sum(ballot.given.values()) > vote.dots:
        raise TooManyDots(most=vote.dots)
    if len(ballot.not_lost) > MOST_KEPT:
        raise TooManyNotLost


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
