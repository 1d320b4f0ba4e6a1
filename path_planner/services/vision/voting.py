"""Secret ballots: pending ballots stay in the sidecar until a round is closed, then all are saved.

The journal has the time of each operation. A secret ballot in it would disclose who gave what to
anybody who knows in which order people came to the screen. So pending ballots are in the sidecar
beside the vision: one small file without times and history, sorted by random ids; closing the round
saves all of them at once. What remains visible is how many voted, in which stakeholder groups, and
to somebody who can watch the disk during the vote, each change of that file.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from path_planner.domain.base import next_order, put, remove, sorted_records, with_fields
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Ballot, Method, VoteRound
from path_planner.errors import (
    FileDamaged,
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
from path_planner.services.records import delete, get, upsert
from path_planner.storage import notices

_BALLOTS = TypeAdapter(dict[str, Ballot])

Change = Callable[[dict[str, Ballot]], dict[str, Ballot]]
"""Takes the pending ballots and returns the new pending ballots."""


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
